// Measures the native program beside that of an earlier commit, by the benchmarks of both: drafts, calculations and divisions.
//
//	node native.mjs --against DIR [--write] [--rounds 10]
//
// DIR is a checkout of the earlier commit; nothing in it has to be built. The trees take turns, each round in the other order, and the time is
// that of the processor, which other work lengthens less. With --write the table goes into ../../funding/README.md.

import { execFileSync, spawnSync } from "node:child_process";
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

/** What is measured: the benchmark, how often it is repeated, and the folders in which a tree has it, the newest first. */
const benchmarks = [
	{ n: 25, often: [4000, 1000, 1_000_000, 40_000] },
	{ n: 342, often: [200, 80, 100_000, 4000] },
].flatMap(({ n, often: [draft, calculate, kernel, allocate] }) => [
	{ title: `\`Draft\`, ${n} municipalities`, name: `Calculate/${n}-municipalities-draft`, often: draft, folders: ["funding"] },
	{ title: `\`Calculate\`, ${n} municipalities`, name: `Calculate/${n}-municipalities`, often: calculate, folders: ["funding"] },
	{ title: `\`AllocateCents\`, the kernel, ${n} parties`, name: `Allocate${n}/kernel`, often: kernel, folders: ["funding/money", "funding"] },
	{ title: `\`Allocate\`, ${n} parties`, name: `Allocate${n}/allocate`, often: allocate, folders: ["funding/money", "funding"] },
]);

const work = mkdtempSync(join(tmpdir(), "zio-native-"));
const env = { ...process.env, GOWORK: "off", GOGC: "off", LC_ALL: "C" };
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
	/** The processor time of one call, in microseconds, which is what many take more than one; and how often it allocates. */
	const measure = (tree, { name, folders, often }) => {
		const folder = folders.find((f) => existsSync(join(tree.at, f)));
		const pattern = name.replaceAll(/[^/]+/g, "^$&$$").replace("^", "^Benchmark");
		const run = (times) => {
			const flags = ["-test.run=^$", `-test.bench=${pattern}`, `-test.benchtime=${times}x`, "-test.cpu=1"];
			const script = 'TIMEFORMAT="processor %U"; time "$@" 2>&1';
			const { stdout, stderr } = spawnSync("bash", ["-c", script, "bash", program(tree, folder), ...flags], {
				cwd: join(tree.at, folder),
				env,
				encoding: "utf8",
			});
			const allocations = /(\d+) allocs\/op/.exec(stdout);
			if (!allocations) throw new Error(`${tree.title} has no benchmark ${name}: ${stdout}`);
			return [Number(/processor ([\d.]+)/.exec(stderr)[1]), Number(allocations[1])];
		};
		const [[many, allocations], [one]] = [run(often), run(1)];
		return { time: ((many - one) / (often - 1)) * 1e6, allocations };
	};

	const least = new Map(benchmarks.map((b) => [b, trees.map(() => ({ time: Infinity, allocations: 0 }))]));
	for (let i = 0; i < rounds; i++) {
		for (const [b, found] of least)
			for (const k of i % 2 ? [1, 0] : [0, 1]) {
				const { time, allocations } = measure(trees[k], b);
				found[k] = { time: Math.min(found[k].time, time), allocations };
			}
		console.error(`round ${i + 1} of ${rounds}`);
	}
	load.push(loadavg()[0]);

	const us = (x) => `${x < 10 ? x.toFixed(2) : Math.round(x).toLocaleString("en")} µs`;
	const go = execFileSync("go", ["version"], { encoding: "utf8" }).split(" ")[2];
	const day = new Date().toISOString().slice(0, 10);
	const text = [
		...head(["processor time"], ...trees.map((t) => t.title), "ratio", ...trees.map((t) => `allocations, ${t.title}`)),
		...[...least].map(([{ title }, [then, now]]) =>
			row(title, us(then.time), us(now.time), (now.time / then.time).toFixed(2), ...[then, now].map((x) => x.allocations.toLocaleString("en"))),
		),
		"",
		`${day}, ${go}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${load.map((x) => x.toFixed(1)).join(" before and ")} after; the least of ${rounds}.`,
	].join("\n");
	console.log(text);
	if (options.write) writeBetween(join(root, "funding", "README.md"), text);
} finally {
	rmSync(work, { recursive: true, force: true });
}
