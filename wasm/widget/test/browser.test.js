// The built package with the real engine, as visitors meet it, in every browser. What a suite is about stands in its file.
//
//	ZIO_BROWSERS=chromium ZIO_SUITES=links,files node --test test/browser.test.js    less of it

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { readSystems } from "../systems.mjs";
import { names, open } from "./lib/browsers.js";
import { startNative } from "./lib/native.js";
import { root, site, widget } from "./lib/site.js";
import { visitor } from "./lib/visitor.js";
import { access } from "./suites/access.js";
import { axe } from "./suites/axe.js";
import { beyond } from "./suites/beyond.js";
import { exports } from "./suites/exports.js";
import { faults } from "./suites/faults.js";
import { files } from "./suites/files.js";
import { honest } from "./suites/honest.js";
import { hostile } from "./suites/hostile.js";
import { hosts } from "./suites/hosts.js";
import { kept } from "./suites/kept.js";
import { large } from "./suites/large.js";
import { links } from "./suites/links.js";
import { numbers } from "./suites/numbers.js";
import { paths } from "./suites/paths.js";
import { pictures } from "./suites/pictures.js";
import { policy } from "./suites/policy.js";
import { results } from "./suites/results.js";
import { typing } from "./suites/typing.js";
import { ways } from "./suites/ways.js";
import { wording } from "./suites/wording.js";

const suites = {
	paths,
	results,
	typing,
	ways,
	wording,
	pictures,
	numbers,
	files,
	large,
	kept,
	honest,
	hosts,
	links,
	exports,
	policy,
	faults,
	hostile,
	access,
	axe,
	beyond,
};
const wanted = (process.env.ZIO_SUITES || Object.keys(suites).join()).split(",");

if (!existsSync(join(widget, "dist/zio.fallback.js")))
	throw new Error("these tests are about the release build: run wasm/build/build.sh and node build.mjs --release first");

const examples = join(root, "examples/agreements");
const systems = readSystems(examples);
const expected = (id) => {
	const [folder, candidate] = id.split(":");
	return JSON.parse(readFileSync(join(examples, folder, candidate ? `result.${candidate}.json` : "result.json"), "utf8"));
};
const folder = mkdtempSync(join(tmpdir(), "zio-files"));
const server = await site();
const native = startNative(folder);
after(async () => {
	native.close();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

for (const name of names)
	describe(name, { timeout: 2_400_000 }, () => {
		/** The page, as soon as it is there: suites are read before the browser is opened. */
		let now;
		const page = new Proxy({}, { get: (_, key) => now[key] });
		let browser;
		before(async () => {
			browser = await open(name);
			now = await browser.page();
			await page.resize(1280, 900);
		});
		after(() => browser?.close());
		/** Shows a practice in the calculator of this page, and gives its whole result as JSON once it stands there. */
		const system = async (id) => {
			await page.eval((id) => document.querySelector("zio-calculator").setAttribute("system", id), id);
			await page.until(
				(title) => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer .soft")?.textContent.startsWith(title),
				expected(id).agreement.title,
			);
			return page.eval(async () => JSON.stringify(JSON.parse(await document.querySelector("zio-calculator").export("json"))));
		};
		const context = { system, name, page, server, native, folder, systems, expected, v: visitor(page, server) };
		for (const suite of wanted) describe(suite, () => suites[suite](context));
	});
