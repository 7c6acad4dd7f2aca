// Measures the native program beside that of an earlier commit, by the benchmarks of both: drafts, calculations and divisions.
//
//	node native.mjs --against DIR [--write] [--rounds 10]
//
// DIR is a checkout of the earlier commit; nothing in it has to be built. The trees take turns, each round in the other order, on one
// processor. With --write the table goes into ../../funding/README.md.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { head, row, writeBetween } from "./src/text.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const usage = "usage: node native.mjs --against DIR [--write] [--rounds N]";

function refuse(text) {
	console.error(`bench: ${text}\n\n${usage}`);
	process.exit(2);
}
function parsed() {
	try {
		return parseArgs({ options: { against: { type: "string" }, write: { type: "boolean" }, rounds: { type: "string", default: "10" } } }).values;
	} catch (error) {
		refuse(error.message);
	}
}
const options = parsed();
const rounds = Number(options.rounds);
if (!options.against || !(rounds >= 1)) refuse("name a checkout of the earlier commit, and a whole number of rounds above 0");

/** What is measured: the benchmark, and the folders in which a tree has it, the newest first. */
const benchmarks = [25, 342].flatMap((n) => [
	{ title: `\`Draft\`, ${n} municipalities`, name: `Calculate/${n}-municipalities-draft`, folders: ["funding"] },
	{ title: `\`Calculate\`, ${n} municipalities`, name: `Calculate/${n}-municipalities`, folders: ["funding"] },
	{ title: `\`AllocateCents\`, the kernel, ${n} parties`, name: `Allocate${n}/kernel`, folders: ["funding/money", "funding"] },
	{ title: `\`Allocate\`, ${n} parties`, name: `Allocate${n}/allocate`, folders: ["funding/money", "funding"] },
]);

const work = mkdtempSync(join(tmpdir(), "zio-native-"));
const env = { ...process.env, GOWORK: "off" };
const load = [loadavg()[0]];
try {
	const commit = (at) => execFileSync("git", ["-C", at, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
	const trees = [resolve(options.against), root].map((at, i) => ({ at, title: i ? "now" : commit(at) }));
	const built = new Map();
	/** The test program of a folder of a tree. */
	const program = ({ at }, folder) => {
		const key = join(at, folder);
		if (!built.has(key)) {
			built.set(key, join(work, `${built.size}.test`));
			execFileSync("go", ["test", "-c", "-o", built.get(key), "./" + folder], { cwd: at, env, stdio: ["ignore", "ignore", "inherit"] });
		}
		return built.get(key);
	};
	/** One benchmark of one tree, in microseconds. */
	const measure = (tree, { name, folders }) => {
		const folder = folders.find((f) => existsSync(join(tree.at, f)));
		const pattern = name.replaceAll(/[^/]+/g, "^$&$$").replace("^", "^Benchmark");
		const flags = ["-test.run=^$", `-test.bench=${pattern}`, "-test.benchtime=300ms", "-test.cpu=1"];
		const said = execFileSync(program(tree, folder), flags, { cwd: join(tree.at, folder), env, encoding: "utf8" });
		const found = /([\d.]+) ns\/op/.exec(said);
		if (!found) throw new Error(`${tree.title} has no benchmark ${name}`);
		return Number(found[1]) / 1000;
	};

	const times = new Map(benchmarks.map((b) => [b, trees.map(() => Infinity)]));
	for (let i = 0; i < rounds; i++) {
		for (const [b, least] of times) for (const k of i % 2 ? [1, 0] : [0, 1]) least[k] = Math.min(least[k], measure(trees[k], b));
		console.error(`round ${i + 1} of ${rounds}`);
	}
	load.push(loadavg()[0]);

	const us = (x) => `${x < 10 ? x.toFixed(2) : Math.round(x).toLocaleString("en")} µs`;
	const go = execFileSync("go", ["version"], { encoding: "utf8" }).split(" ")[2];
	const day = new Date().toISOString().slice(0, 10);
	const text = [
		...head(["one core"], ...trees.map((t) => t.title), "ratio"),
		...[...times].map(([{ title }, [then, now]]) => row(title, us(then), us(now), (now / then).toFixed(2))),
		"",
		`${day}, ${go}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${load.map((x) => x.toFixed(1)).join(" before and ")} after; the least of ${rounds}.`,
	].join("\n");
	console.log(text);
	if (options.write) writeBetween(join(root, "funding", "README.md"), text);
} finally {
	rmSync(work, { recursive: true, force: true });
}
