// Prints the sizes of the built files as a table and fails when one is over the most that it may be. The target is
// what was hoped for; a file between the two is told of and does not fail.
//
//   node wasm/build/report.mjs [dist folder]

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.argv[2] ?? join(here, "..", "dist");
const list = join(dist, "integrity.json");
if (!existsSync(list)) {
	console.error(`report: ${list} does not exist: run wasm/build/build.sh first`);
	process.exit(1);
}
const files = JSON.parse(readFileSync(list, "utf8"));
const budgets = JSON.parse(readFileSync(join(here, "budgets.json"), "utf8"));

let failed = false;
console.log("| file | bytes | gzip | brotli | at most | target |");
console.log("|---|---:|---:|---:|---:|---:|");
// What a page loads at first use is more than the engine: the build of the widget holds it to its budget.
for (const name of new Set([...Object.keys(budgets), ...Object.keys(files)])) {
	if (name === "first use") continue;
	const file = files[name];
	const { most, target } = budgets[name] ?? {};
	const over = !file || file.brotli > most;
	failed ||= over;
	const sizes = file ? [file.bytes, file.gzip, file.brotli] : ["missing", "", ""];
	console.log(`| ${[name, ...sizes, (most ?? "") + (over ? " **over**" : ""), (target ?? "") + (file?.brotli > target ? " (not met)" : "")].join(" | ")} |`);
}
if (failed) {
	console.error("report: a file is missing or too large");
	process.exit(1);
}
