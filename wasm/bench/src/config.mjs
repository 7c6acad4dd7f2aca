// What is measured, and what it should come to.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = join(dirname(fileURLToPath(import.meta.url)), "..");
export const dist = join(here, "..", "dist");
export const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

export function refuse(text) {
	console.error("bench: " + text);
	process.exit(1);
}
export const built = ["zio.wasm", "zio.full.wasm", "zio.std.wasm", "zio.fallback.js"];
for (const name of [...built, "integrity.json"]) if (!existsSync(join(dist, name))) refuse(`${name} is not built: run wasm/build/build.sh`);
if (!existsSync(join(here, "..", "widget", "node_modules"))) refuse("the element can not be built: run npm ci in wasm/widget");
if (!existsSync(chromium)) refuse(`${chromium} is missing: install chromium, or name one in CHROMIUM`);

const hashes = JSON.parse(readFileSync(join(dist, "integrity.json"), "utf8"));
const engine = (name, title, kind, file, document) => ({ name, title, files: [file], document, load: { kind, url: "./" + file, integrity: hashes[file].integrity } });
const library = (name, title, part = "call") => ({ name, title, files: [name.split("-")[0] + ".js"], load: { kind: "library", url: `./${name.split("-")[0]}.js`, part } });

/** What gives the reply of the calculator: its builds, and programs with a library for money. */
export const engines = [
	engine("tiny", "TinyGo, the figures (zio.wasm)", "wasm", "zio.wasm"),
	engine("full", "TinyGo, everything (zio.full.wasm)", "wasm", "zio.full.wasm", true),
	engine("std", "plain Go, everything (zio.std.wasm)", "wasm", "zio.std.wasm", true),
	engine("fallback", "the figures as JavaScript (zio.fallback.js)", "script", "zio.fallback.js"),
	library("dinero", "dinero.js 2.0.2"),
	library("big", "big.js 7.0.1"),
];

/** What gives less: only the amounts. */
export const least = [library("dinero-least", "dinero.js, amounts only", "least"), library("big-least", "big.js, amounts only", "least")];

export const profiles = [
	{ name: "local", title: "local" },
	{ name: "4g", title: "4G, CPU/4", network: { latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 }, cpu: 4 },
	{ name: "3g", title: "slow 3G, CPU/6", network: { latency: 300, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }, cpu: 6 },
];

/** The most that the small build may take, in milliseconds, and the least that Lighthouse may give. */
export const targets = { ready: { local: 60, "4g": 250, "3g": 600 }, steady: { 12: 0.2, 342: 4 }, score: 100 };
