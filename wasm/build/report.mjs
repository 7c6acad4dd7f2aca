// Prints the sizes of the built files as a table and fails when one is over its budget.
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
console.log("| file | bytes | gzip | brotli | budget (brotli) |");
console.log("|---|---:|---:|---:|---:|");
for (const name of new Set([...Object.keys(budgets), ...Object.keys(files)])) {
	const file = files[name];
	const budget = budgets[name];
	if (!file) {
		console.log(`| ${name} | missing | | | ${budget} |`);
		failed = true;
		continue;
	}
	const over = budget !== undefined && file.brotli > budget;
	failed ||= over;
	console.log(`| ${name} | ${file.bytes} | ${file.gzip} | ${file.brotli} | ${budget ?? ""}${over ? " **over**" : ""} |`);
}
if (failed) {
	console.error("report: a file is missing or over its budget");
	process.exit(1);
}
