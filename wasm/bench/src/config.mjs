// What is measured, and what it should come to.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { options } from "./options.mjs";

export const here = join(dirname(fileURLToPath(import.meta.url)), "..");
export const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

export function refuse(text) {
	console.error("bench: " + text);
	process.exit(1);
}

/** The files of the engine. */
export const modules = ["zio", "zio.full", "zio.import"].flatMap((name) => [name + ".wasm", name + ".fallback.js"]).concat("zio.std.wasm");

/** A tree with its engine built: where it is, and the hashes of its files. */
function tree(name, title, root) {
	const dist = join(root, "wasm", "dist");
	for (const file of [...modules, "integrity.json"]) if (!existsSync(join(dist, file))) refuse(`${join(dist, file)} is not built: run wasm/build/build.sh`);
	const widget = join(root, "wasm", "widget");
	if (!existsSync(join(widget, "node_modules"))) refuse(`the element can not be built: run npm ci in ${widget}`);
	return { name, title, root, dist, hashes: JSON.parse(readFileSync(join(dist, "integrity.json"), "utf8")) };
}

function earlier(root) {
	const then = tree("then", "", root);
	then.title = execFileSync("git", ["-C", root, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
	return then;
}

if (!existsSync(chromium)) refuse(`${chromium} is missing: install chromium, or name one in CHROMIUM`);

/** The tree of this file; before it the earlier one, when there is one to compare with. */
export const now = tree("now", "now", join(here, "..", ".."));
export const trees = options.against === undefined ? [now] : [earlier(resolve(options.against)), now];

/** A title with the commit that it is of, when there are two. */
export const titled = (title, of) => (trees.length > 1 ? `${title}, ${of.title}` : title);

const engine = (name, title, kind, file, document) =>
	trees.map((of) => ({
		name: `${of.name} ${name}`,
		title: titled(title, of),
		tree: of,
		file: `${of.name}/${file}`,
		document,
		load: { kind, url: `./${of.name}/${file}`, integrity: of.hashes[file].integrity },
	}));
const library = (name, title, part = "call") => {
	const file = name.split("-")[0] + ".js";
	return { name, title, tree: now, file, load: { kind: "library", url: "./" + file, part } };
};

/** What gives the reply of the calculator: its builds, and programs with a library for money. */
export const engines = [
	...engine("tiny", "TinyGo, the figures (zio.wasm)", "wasm", "zio.wasm"),
	...engine("full", "TinyGo, everything (zio.full.wasm)", "wasm", "zio.full.wasm", true),
	...engine("std", "plain Go, everything (zio.std.wasm)", "wasm", "zio.std.wasm", true),
	...engine("fallback", "the figures as JavaScript (zio.fallback.js)", "script", "zio.fallback.js"),
	library("dinero", "dinero.js 2.0.2"),
	library("big", "big.js 7.0.1"),
];

/** What gives less: only the amounts. */
export const least = [library("dinero-least", "dinero.js, amounts only", "least"), library("big-least", "big.js, amounts only", "least")];

/** How many municipalities pool one budget. */
export const counts = [12, 25, 342];

export const profiles = [
	{ name: "local", title: "local" },
	{ name: "4g", title: "4G, CPU/4", network: { latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 }, cpu: 4 },
	{ name: "3g", title: "slow 3G, CPU/6", network: { latency: 300, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }, cpu: 6 },
];

/**
 * The most that may be: milliseconds of the small build and of the first answer of a school on 4G, from its choice and from its
 * address; and the least that Lighthouse may give.
 */
export const targets = { ready: { local: 60, "4g": 250, "3g": 600 }, steady: { 12: 0.2, 342: 4 }, school: 1500, key: 16, score: 100 };
