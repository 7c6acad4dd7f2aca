// What goes wrong: files that are missing, changed or of a wrong type, and an engine that fails.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { strict } from "../lib/server.js";
import { answered, widget } from "../lib/site.js";

const dist = (name) => readFileSync(join(widget, "dist", name));
const types = { js: "text/javascript", json: "application/json", wasm: "application/wasm" };
const type = (name) => types[name.split(".").pop()];

export function faults(context) {
	const { v, page, server, name } = context;
	const rate = v.field("/agreement/components/0/cost/rate");
	const good = "De zorg kost samen € 1.029.600";

	/** Opens a page of which some files are other than they were built; nowasm is the policy without WebAssembly. */
	const open = async (other, nowasm) => {
		for (const path of Object.keys(server.pages)) if (path.startsWith("/broken/")) delete server.pages[path];
		for (const [file, answer] of Object.entries(other)) server.pages["/broken/" + file] = answer;
		const csp = nowasm ? strict.replace(" 'wasm-unsafe-eval'", "") : strict;
		server.pages["/broken"] = () => ({
			headers: { "Content-Security-Policy": csp },
			body:
				'<!doctype html><html lang="nl"><meta charset="utf-8"><title>t</title><script src="/probe.js"></script>' +
				'<script type="module" src="/broken/zio-calculator.js"></script>' +
				'<main><h1>Wie betaalt wat?</h1><zio-calculator system="st-maartenschool"></zio-calculator></main>',
		});
		server.log.length = 0;
		await page.goto("about:blank");
		await page.goto(server.url + "/broken");
	};
	const gone = () => ({ status: 404, headers: { "Content-Type": "text/html" }, body: "<h1>404</h1>" });
	const changed = (file) => () => ({ headers: { "Content-Type": type(file) }, body: Buffer.concat([dist(file), Buffer.from(" ")]) });
	const stopped = async (what) => {
		await v.says("De rekenhulp is uitgezet, want een bestand is gewijzigd. Meld dit bij de beheerder van deze website.");
		assert.equal(await v.get("result"), null, what);
		await v.misses("[data-key=again]");
		assert.equal(await page.eval(() => seen.problems[0].code), "engine.integrity", what);
	};

	test("a missing wasm is met by the translation", async () => {
		await open({ "zio.wasm": gone });
		await v.says(good);
		assert.equal(server.log.includes("/broken/zio.fallback.js"), true);
	});

	test("when the engine is missing in both forms that is said, and tried again when asked", async () => {
		await open({ "zio.wasm": gone, "zio.fallback.js": gone });
		await v.says("De rekenhulp kan niet laden. Controleer uw internet en probeer het opnieuw.");
		assert.equal(await page.eval(() => seen.problems[0].code), "engine.load");
		await page.shot(`${name}/not-loaded`);
		delete server.pages["/broken/zio.wasm"];
		await v.click("[data-key=again]");
		await v.says(good);
	});

	test("a wrong type of the wasm does not matter", async () => {
		await open({ "zio.wasm": () => ({ headers: { "Content-Type": "text/plain" }, body: dist("zio.wasm") }) });
		await v.says(good);
		assert.equal(server.log.includes("/broken/zio.fallback.js"), false);
	});

	test("a changed wasm is a hard stop: the translation is not asked for", async () => {
		await open({ "zio.wasm": changed("zio.wasm") });
		await stopped("wasm");
		assert.equal(
			server.log.some((p) => /fallback/.test(p)),
			false,
		);
		await page.shot(`${name}/integrity`);
	});

	test("a file that a cache kept of an earlier version is asked for once more", async () => {
		let asked = 0;
		await open({
			"zio.wasm": () => {
				const now = asked++ ? dist("zio.wasm") : Buffer.concat([dist("zio.wasm"), Buffer.from(" ")]);
				return { headers: { "Content-Type": type("zio.wasm") }, body: now };
			},
		});
		await v.says(good);
		assert.equal(asked, 2);
	});

	test("a page that stands in the place of the wasm is a hard stop too", async () => {
		await open({ "zio.wasm": () => ({ body: "<!doctype html><title>Inloggen</title>" }) });
		await stopped("a page");
		assert.equal(
			server.log.some((p) => /fallback/.test(p)),
			false,
		);
	});

	test("a changed translation does not run", async () => {
		await open(
			{
				"zio.fallback.js": () => ({
					headers: { "Content-Type": "text/javascript" },
					body: "seen.errors.push('the changed translation ran');" + dist("zio.fallback.js"),
				}),
			},
			true,
		);
		await v.sees(".part-summary .bad");
		assert.equal(await v.get("result"), null);
		assert.deepEqual(await page.eval(() => seen.errors), []);
	});

	test("changed practices are not shown", async () => {
		await open({
			"systems/st-maartenschool.json": () => ({
				headers: { "Content-Type": "application/json" },
				body: String(dist("systems/st-maartenschool.json")).replace("60.00", "61.00"),
			}),
		});
		await stopped("a practice");
		await open({ "systems/index.json": changed("systems/index.json") });
		await stopped("the list");
	});

	test("a changed part does not run; the rest works", async () => {
		await open({
			"zio-calculator.more.js": () => ({
				headers: { "Content-Type": "text/javascript" },
				body: "seen.errors.push('the changed part ran');" + dist("zio-calculator.more.js"),
			}),
		});
		await v.says(good);
		await v.click("[data-key=save]");
		await v.says("De rekenhulp kan niet laden");
		assert.deepEqual(await page.eval(() => seen.errors), []);
	});

	test("while the engine is on its way the page says so", async () => {
		await server.holding("/dist/zio.wasm", async () => {
			await v.show("system=st-maartenschool");
			await v.says("De rekenhulp wordt geladen");
			await page.shot(`${name}/loading`);
		});
		await v.says(good);
		await v.clean();
	});

	test("an engine that fails says so, shows no partial numbers, and the next calculation is by a new one", async () => {
		await v.practice("st-maartenschool");
		const answer = await v.answer();
		const table = () => page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".part-result table").innerText);
		const before = await table();
		let instances = await page.eval(() => seen.instances);
		for (const fault of ["trap", "memory", "garbage", "number", "short", "wild"]) {
			if (fault === "memory") {
				// A new instance is made that can get no more memory: the old one is made to trap first.
				await page.eval(() => void (window.zioFault = "trap"));
				await v.fill(rate, "62");
				await v.click("[data-key=calculate]");
				await v.says("De berekening is niet gelukt");
			}
			await page.eval((fault) => void (window.zioFault = fault), fault);
			await v.fill(rate, "61");
			await v.click("[data-key=calculate]");
			await v.says("De berekening is niet gelukt. Uw gegevens staan er nog. Probeer het opnieuw.");
			assert.equal(await v.answer(), answer, fault);
			assert.equal(await table(), before, fault);
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").result.components[0].cost), "1029600.00", fault);
			assert.equal(await page.eval(() => seen.problems[0].code), "engine.engine", fault);
			if (fault === "trap") await page.shot(`${name}/trap`);
			await page.eval(() => void (window.zioFault = ""));
			await v.fill(rate, "60");
			await v.misses(".part-summary .bad");
			await v.says(good);
			assert.equal(await v.answer(), answer, fault);
			const made = await page.eval(() => seen.instances);
			assert.ok(made > instances, fault + ": the instance was made anew");
			instances = made;
		}
		assert.equal(await page.eval(() => seen.poisoned), 0, "no instance was asked again after it failed");
		await v.clean();
	});
}
