// What a site does around the calculator: it upgrades, has a policy with nonces, sets properties early, changes attributes,
// moves the element, styles everything, and runs on a server.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { strict } from "../lib/server.js";
import { answered, widget } from "../lib/site.js";

export function hosts(context) {
	const { v, page, server, folder, systems } = context;
	const html = (attributes, script, more = "") =>
		`<!doctype html><html lang="nl"><meta charset="utf-8"><title>t</title><script src="/probe.js"></script>${more}<main><h1>Wie betaalt wat?</h1>` +
		`<zio-calculator ${attributes}></zio-calculator></main>${script}</html>`;
	const open = async (path, answer) => {
		server.pages[path] = answer;
		await page.goto("about:blank");
		await page.goto(server.url + path);
	};

	test("an upgrade in place: files that the browser kept of the earlier version do no harm", async () => {
		// Two versions in one folder, one after the other: the second has another engine.
		const place = join(folder, "upgrade");
		const engine = join(folder, "engine");
		cpSync(join(widget, "../dist"), engine, { recursive: true });
		for (const name of ["zio.wasm", "zio.full.wasm"]) {
			const section = Buffer.from([0, 5, 4, 110, 111, 116, 101]); // a section that nobody reads
			writeFileSync(join(engine, name), Buffer.concat([readFileSync(join(engine, name)), section]));
			for (const packed of [".br", ".gz"]) rmSync(join(engine, name + packed), { force: true });
		}
		cpSync(join(widget, "dist"), place, { recursive: true });
		const types = { js: "text/javascript", wasm: "application/wasm", json: "application/json" };
		const names = [
			"zio-calculator.js",
			"zio-calculator.details.js",
			"zio-calculator.more.js",
			"zio.wasm",
			"zio.full.wasm",
			"describe.nl.json",
			"systems/index.json",
			"systems/st-maartenschool.json",
		];
		for (const name of names)
			server.pages["/upgrade/" + name] = () => ({
				headers: { "Content-Type": types[name.split(".").pop()], "Cache-Control": name === "zio-calculator.js" ? "no-cache" : "max-age=86400" },
				body: readFileSync(join(place, name)),
			});
		const body = html("system=st-maartenschool", '<script type="module" src="/upgrade/zio-calculator.js"></script>');
		await open("/upgrading", () => ({ body }));
		await page.until(answered);
		execFileSync(process.execPath, [join(widget, "build.mjs"), "--out", place, "--engine", engine], { stdio: "ignore" });
		await open("/upgrading", () => ({ body }));
		assert.match(await page.until(answered), /De zorg kost samen/);
		assert.doesNotMatch(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.textContent), /uitgezet/);
	});

	test("a policy with a nonce lets everything that loads later in", async () => {
		const policy = strict.replace("script-src 'self'", "script-src 'nonce-abc123'");
		await open("/nonce", () => ({
			headers: { "Content-Security-Policy": policy },
			body: html("system=st-maartenschool share", '<script type="module" nonce="abc123" src="/dist/zio-calculator.js"></script>').replace(
				'<script src="/probe.js">',
				'<script nonce="abc123" src="/probe.js">',
			),
		}));
		await page.until(answered);
		await v.unfold("save");
		await v.sees("[data-key=link]");
		await v.clean();
	});

	test("documents that a page sets before the script is there are taken over", async () => {
		const { agreement, population } = systems.find((s) => s.id === "utrecht-bovenregionaal");
		const early = `const c = document.querySelector("zio-calculator"); c.agreement = ${JSON.stringify(agreement)}; c.population = ${JSON.stringify(population)};`;
		server.pages["/early.js"] = () => ({ headers: { "Content-Type": "text/javascript" }, body: early });
		await open("/early", () => ({ body: html("", '<script src="/early.js"></script><script type="module" src="/dist/zio-calculator.js"></script>') }));
		await page.until(answered);
		assert.equal((await v.get("agreement")).id, "utrecht-bovenregionaal");
	});

	test("attributes that come, change and go are followed", async () => {
		await v.practice("st-maartenschool");
		const set = (name, value) =>
			page.eval(
				(name, value) =>
					document.querySelector("zio-calculator").toggleAttribute(name, value !== null) &&
					document.querySelector("zio-calculator").setAttribute(name, value),
				name,
				value,
			);
		await set("mode", "full");
		await v.sees(".item");
		await set("mode", null);
		await v.misses(".item");
		await set("municipality", "0296");
		await page.until(() => /^Wijchen/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").textContent));
		await set("municipality", null);
		await page.until(() => /^De zorg/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").textContent));
		await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
		await v.says("€ 1.046.760");
		await page.eval(() => document.body.prepend(document.querySelector("zio-calculator")));
		await page.until(() => /1\.046\.760/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").textContent));
		await v.clean();
	});

	test("a practice that does not exist gives the choice, and a warning for the webmaster", async () => {
		await v.show("system=sint-maartenschol");
		await v.sees(".pick");
		await v.misses("[data-key=calculate]");
		assert.equal(await v.get("agreement"), null);
		await page.eval(() => {
			console.warn = (text) => (window.warned = text);
			document.querySelector("zio-calculator").setAttribute("system", "sint-martenschool");
		});
		assert.match(await page.until(() => window.warned), /sint-martenschool/);
	});

	test("a link with other documents is said to be no link, one of another version too", async () => {
		const at = (text) => server.at("/strict", "share") + "#zio=1z." + deflateRawSync(JSON.stringify(text)).toString("base64url");
		await page.goto("about:blank");
		await page.goto(at({ agreement: { foo: 1 }, population: {} }));
		await v.says("De link klopt niet");
		const { agreement, population } = structuredClone(systems.find((s) => s.id === "utrecht-bovenregionaal"));
		agreement.$schema = agreement.$schema.replace("/1.0/", "/0.9/");
		await page.goto("about:blank");
		await page.goto(at({ agreement, population }));
		await v.says("een andere versie van de rekenhulp");
		await v.sees(".pick");
	});

	test("a document that is none is refused, and the one that was there stays", async () => {
		await v.practice("st-maartenschool");
		await page.eval(() => void (document.querySelector("zio-calculator").population = { foo: 1 }));
		await page.until(() => seen.problems.length > 0);
		assert.ok((await v.get("population")).groups.length > 0);
	});

	test("what a page says of its own texts does not come in", async () => {
		const sheet =
			"main{text-transform:uppercase;letter-spacing:.5em;word-break:break-all;white-space:pre;text-indent:5em;font-style:italic;text-align:right}";
		server.pages["/hostile.css"] = () => ({ headers: { "Content-Type": "text/css" }, body: sheet });
		await open("/hostile-css", () => ({
			body: html(
				"system=st-maartenschool",
				'<script type="module" src="/dist/zio-calculator.js"></script>',
				'<link rel="stylesheet" href="/hostile.css">',
			),
		}));
		await page.until(answered);
		const found = await page.eval(() => {
			const s = getComputedStyle(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p"));
			return [s.textTransform, s.letterSpacing, s.wordBreak, s.whiteSpace.split(" ")[0], s.textIndent, s.fontStyle, s.textAlign];
		});
		assert.deepEqual(found, ["none", "normal", "normal", "normal", "0px", "normal", "start"]);
	});

	test("the engine alone starts where there is no page", async () => {
		const script =
			'import { load } from "/dist/engine.js"; load().then((e) => e.call({ call: "municipalities", query: "0268" })).then((r) => postMessage(r));';
		server.pages["/worker.js"] = () => ({ headers: { "Content-Type": "text/javascript" }, body: script });
		const url = server.url + "/worker.js";
		await open("/worker", () => ({ body: "<!doctype html><title>t</title>" }));
		const reply = await page.eval(
			(url) =>
				new Promise((resolve, reject) => {
					const worker = new Worker(url, { type: "module" });
					worker.onmessage = (e) => resolve(e.data);
					worker.onerror = (e) => reject(new Error(e.message));
				}),
			url,
		);
		assert.equal(reply.value[0].name, "Nijmegen");
	});

	test("on a server importing it does nothing and does not throw", () => {
		execFileSync(process.execPath, ["--input-type=module", "-e", `await import(${JSON.stringify(join(widget, "dist/zio-calculator.js"))})`]);
	});

	test("a key among 342 municipalities in the whole form is marked in no time", async () => {
		await v.practice("st-maartenschool", "mode=full");
		const ms = await page.eval(async () => {
			const calculator = document.querySelector("zio-calculator");
			const agreement = calculator.agreement;
			const { load } = await import(document.querySelector("script[type=module]").src);
			const engine = await load();
			const towns = new Map();
			for (const letter of "abcdefghijklmnoprstuvwz")
				for (const m of (await engine.call({ call: "municipalities", query: letter, on: "2018-10-01", limit: 1000 })).value) towns.set(m.code, m);
			delete agreement.choices;
			agreement.parties = [
				...agreement.parties.filter((p) => p.kind !== "municipality"),
				...[...towns.values()].map((m) => ({ id: m.code, kind: "municipality", name: m.name, participates: true })),
			];
			calculator.population = {
				...calculator.population,
				groups: [...towns.keys()].map((home) => ({ home, route: "jeugdwet", band: { min: 30, max: 719 }, pupils: 3 })),
			};
			calculator.agreement = agreement;
			await new Promise((resolve) => calculator.addEventListener("zio-result", resolve, { once: true }));
			const input = calculator.shadowRoot.querySelector('[data-pointer$="/pupils"]');
			input.value = "x";
			const start = performance.now();
			for (let i = 0; i < 5; i++) input.dispatchEvent(new Event("input", { bubbles: true }));
			return (performance.now() - start) / 5;
		});
		assert.ok(ms < 400, `a key takes ${ms} ms`);
	});
}
