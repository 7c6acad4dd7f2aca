// The built package with the real engine, in every browser.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { readSystems } from "../systems.mjs";
import { names, open } from "./lib/browsers.js";
import { strict } from "./lib/server.js";
import { answered, audit, site, text, widget } from "./lib/site.js";

const examples = join(widget, "../../examples/agreements");
const systems = readSystems(examples);
const schemas = Object.fromEntries(["agreement", "population", "result"].map((kind) => [kind, JSON.parse(readFileSync(join(widget, "../../schema/1.0", kind + ".schema.json"), "utf8"))]));
const ajv = new Ajv({ strict: true, allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/, uri: /^[a-z]+:/, "date-time": true } });
const validate = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, ajv.compile(schema)]));
/** Whether the engine is the release build; the plain Go build has no translation to JavaScript beside it. */
const release = existsSync(join(widget, "dist/zio.fallback.js"));
const expected = (id) => {
	const [folder, candidate] = id.split(":");
	return JSON.parse(readFileSync(join(examples, folder, candidate ? `result.${candidate}.json` : "result.json"), "utf8"));
};

let server;
let folder;
before(async () => {
	folder = mkdtempSync(join(tmpdir(), "zio-files"));
	const dist = (name) => readFileSync(join(widget, "dist", name));
	const page = (script, csp = strict) => () => ({
		headers: { "Content-Security-Policy": csp },
		body: `<!doctype html><html lang="nl"><meta charset="utf-8"><title>t</title><script src="/probe.js"></script>${script}<zio-calculator system="st-maartenschool"></zio-calculator>`,
	});
	const changed = (name) => () => ({ headers: { "Content-Type": name.endsWith(".js") ? "text/javascript" : "application/wasm" }, body: Buffer.concat([dist(name), Buffer.from(" ")]) });
	const same = (name) => () => ({ headers: { "Content-Type": "text/javascript" }, body: dist(name) });
	const json = (name) => () => ({ headers: { "Content-Type": "application/json" }, body: dist(name) });
	const beside = (folder) => ({
		[`/${folder}/zio-calculator.js`]: same("zio-calculator.js"),
		[`/${folder}/zio-calculator.more.js`]: same("zio-calculator.more.js"),
		[`/${folder}/describe.nl.json`]: json("describe.nl.json"),
		[`/${folder}/systems/index.json`]: json("systems/index.json"),
		[`/${folder}/systems/st-maartenschool.json`]: json("systems/st-maartenschool.json"),
	});
	const script = (folder) => `<script type="module" src="/${folder}/zio-calculator.js"></script>`;
	server = await site("dist", {
		...beside("missing"), // no engine at all, or only the translated one
		...beside("changed"),
		...beside("tampered"),
		...(release ? { "/missing/zio.fallback.js": same("zio.fallback.js"), "/changed/zio.fallback.js": same("zio.fallback.js") } : {}),
		"/changed/zio.wasm": changed("zio.wasm"),
		"/tampered/zio.wasm": () => ({ headers: { "Content-Type": "application/octet-stream" }, body: dist("zio.wasm") }), // and a wrong type
		"/tampered/zio-calculator.more.js": changed("zio-calculator.more.js"),
		"/wasm-missing": page(script("missing")),
		"/wasm-changed": page(script("changed")),
		"/more-tampered": page(script("tampered")),
		"/frame": () => ({ headers: { "Content-Security-Policy": strict + "; frame-src 'self'" }, body: `<!doctype html><title>t</title><iframe title="rekenhulp" width="900" height="900" src="/strict?attrs=system%3Dst-maartenschool"></iframe>` }),
	});
});
after(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const field = (pointer) => `[data-pointer="${pointer}"]`;
const own = () => document.querySelector("zio-calculator");

for (const name of names)
	describe(name, { timeout: 900_000 }, () => {
		let browser;
		let page;
		before(async () => {
			browser = await open(name);
			page = await browser.page();
			await page.resize(1280, 900);
		});
		after(() => browser.close());

		const show = async (attrs, path = "/strict", more) => {
			await page.goto("about:blank");
			await page.goto(server.at(path, attrs, more));
		};
		const click = async (selector, n) => {
			for (let i = 0; ; i++) {
				try {
					return await (await page.find(selector, n)).click();
				} catch (error) {
					if (i > 4 || /not found/.test(error.message)) throw error;
				}
			}
		};
		const fill = async (selector, value) => {
			await (await page.find(selector)).fill(value);
			await page.key("Tab");
		};
		const says = (part) => page.until((part) => document.querySelector("zio-calculator").shadowRoot.querySelector(".page").innerText.includes(part), part);
		const clean = async () => assert.deepEqual(await page.eval(() => [...seen.violations, ...seen.errors]), []);

		test("every practice comes to its expected result", async () => {
			await show("system=st-maartenschool");
			await page.until(answered);
			for (const { id } of systems) {
				await page.eval((id) => document.querySelector("zio-calculator").setAttribute("system", id), id);
				await page.eval(async (id) => {
					const calculator = document.querySelector("zio-calculator");
					for (let i = 0; i < 200 && calculator.result?.agreement.id !== id.id; i++) await new Promise((r) => setTimeout(r, 20));
				}, { id: expected(id).agreement.id });
				await page.until((title) => document.querySelector("zio-calculator").result?.agreement.title === title, expected(id).agreement.title);
				const result = await page.eval(async () => JSON.stringify(JSON.parse(await document.querySelector("zio-calculator").export("json"))));
				assert.equal(result, JSON.stringify(expected(id)), id);
			}
			await clean();
		});

		test("the same results without WebAssembly", { skip: release ? false : "the plain Go build has no translation" }, async () => {
			await page.goto("about:blank");
			await page.goto(server.at("/nowasm", "system=st-maartenschool"));
			await page.until(answered);
			for (const { id } of systems.filter((s) => s.first)) {
				const reply = await page.eval(
					async ({ agreement, population, path }) => {
						const { load } = await import(path);
						const engine = await load();
						const reply = await engine.call({ call: "calculate", agreement, population });
						return { kind: engine.kind, text: JSON.stringify(reply.value), problems: reply.problems };
					},
					{ ...systems.find((s) => s.id === id), path: server.url + "/dist/zio-calculator.js" },
				);
				assert.equal(reply.kind, "js");
				assert.equal(reply.text, JSON.stringify(expected(id)), id);
			}
			assert.deepEqual(await page.eval(() => seen.violations.filter((v) => !/wasm|script-src/.test(v))), []);
		});

		test("nothing but the files of the page is asked for, and few of them at first use", async () => {
			server.log.length = 0;
			await show("system=st-maartenschool share");
			await page.until(answered);
			const foreign = await page.eval((origin) => performance.getEntriesByType("resource").map((e) => e.name).filter((n) => !n.startsWith(origin)), server.url);
			assert.deepEqual(foreign, []);
			const asked = [...new Set(server.log)].filter((p) => p.startsWith("/dist/")).sort();
			assert.deepEqual(asked, ["/dist/describe.nl.json", "/dist/systems/index.json", "/dist/systems/st-maartenschool.json", "/dist/zio-calculator.js", "/dist/zio.wasm"]);
			assert.deepEqual(await page.eval(() => [document.cookie, localStorage.length, sessionStorage.length]), ["", 0, 0]);
			await clean();
		});

		test("a missing wasm is met by the translation, or said", async () => {
			await page.goto("about:blank");
			await page.goto(server.url + "/wasm-missing");
			if (release) {
				await page.until(answered);
				assert.equal(await page.eval(() => seen.events.includes("zio-result")), true);
			} else await says("De rekenhulp kan niet laden");
		});

		test("a changed wasm is a hard stop: the translation is not asked for", async () => {
			server.log.length = 0;
			await page.goto("about:blank");
			await page.goto(server.url + "/wasm-changed");
			await says("De rekenhulp is uitgezet, want een bestand is gewijzigd");
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").result), null);
			assert.equal(server.log.some((p) => /fallback/.test(p)), false);
			await page.shot(`${name}/integrity`);
		});

		test("a wrong type of the wasm does not matter, a changed part does not run", async () => {
			await page.goto("about:blank");
			await page.goto(server.url + "/more-tampered");
			await page.until(answered);
			await click("[data-key=save]");
			await says("De rekenhulp kan niet laden");
		});

		test("works in an iframe", async () => {
			await page.goto("about:blank");
			await page.goto(server.url + "/frame");
			await page.until(() => document.querySelector("iframe").contentDocument?.querySelector("zio-calculator")?.shadowRoot?.querySelector(".answer > p") !== null && document.querySelector("iframe").contentDocument?.querySelector("zio-calculator")?.result !== null);
		});

		test("without scripts the content of the element shows", async () => {
			await show("", "/strict", { noscript: "1", in: "<p>Bel 14 024 voor de berekening.</p>" });
			assert.equal(await page.eval(() => document.querySelector("zio-calculator p").getBoundingClientRect().height > 0), true);
		});

		test("exports are what they say, and valid against the schemas", async () => {
			await show("system=school-als-wijk");
			await page.until(answered);
			const get = (format) => page.eval((format) => document.querySelector("zio-calculator").export(format), format);
			for (const [format, kind] of [["json", "result"], ["agreement", "agreement"], ["population", "population"]]) {
				const document = JSON.parse(await get(format));
				assert.equal(validate[kind](document), true, JSON.stringify(validate[kind].errors?.slice(0, 3)));
			}
			const result = JSON.parse(await get("json"));
			const lines = (await get("csv")).trimEnd().split("\r\n").map((l) => l.split(","));
			assert.equal(lines[0][2], "Bedrag");
			assert.equal(lines.find((l) => l[0] === result.shares[0].party)[2], result.shares[0].amount);
			const sheet = await get("csv-spreadsheet");
			assert.equal(sheet.charCodeAt(0), 0xfeff);
			assert.ok(sheet.includes(";" + result.shares[0].amount.replace(".", ",")));
			await page.eval(async () => {
				const calculator = document.querySelector("zio-calculator");
				const agreement = calculator.agreement;
				agreement.parties[0].name = '=HYPERLINK("x")';
				calculator.agreement = agreement;
				for (let i = 0; i < 100 && !calculator.result.shares.some((s) => s.name.startsWith("=")); i++) await new Promise((r) => setTimeout(r, 20));
			});
			assert.ok((await get("csv-spreadsheet")).includes(`"'=HYPERLINK(""x"")"`), "no formula reaches a spreadsheet");
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").export("pdf").catch((e) => e.name)), "RangeError");
			await clean();
		});

		test("a file of numbers is read, its odd lines are named", async () => {
			await show("system=utrecht-bovenregionaal");
			await page.until(answered);
			const path = join(folder, "leerlingen.csv");
			writeFileSync(path, "Gemeente;Aantal\r\nZeist;1.234\r\nUtrecht;56\r\nAtlantis;3\r\n<img src=x onerror=alert(1)>;4\r\n");
			await click("[data-key=intake]");
			await (await page.find("#file")).upload(path);
			await says("“Atlantis” is geen gemeente in dit jaar.");
			await says("“<img src=x onerror=alert(1)>” is geen gemeente in dit jaar.");
			assert.deepEqual(await page.eval(() => document.querySelector("zio-calculator").population.groups.map((g) => [g.home, g.pupils])), [["0355", 1234], ["0344", 56]]);
			await clean();
		});

		test("saved documents are opened again", async () => {
			await show("system=utrecht-bovenregionaal");
			await page.until(answered);
			const path = join(folder, "afspraak.json");
			writeFileSync(path, JSON.stringify(systems.find((s) => s.id === "st-maartenschool").agreement));
			await click("[data-key=intake]");
			await (await page.find("#file")).upload(path);
			await says("één loket en één pot");
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").agreement.id), "st-maartenschool");
			await clean();
		});

		test("342 municipalities and 10,000 pasted lines stay quick", async () => {
			await show("system=st-maartenschool");
			await page.until(answered);
			const ms = await page.eval(async () => {
				const calculator = document.querySelector("zio-calculator");
				const { load } = await import(document.querySelector("script[type=module]").src);
				const engine = await load();
				const found = new Map();
				for (const letter of "abcdefghijklmnoprstuvwz") for (const m of (await engine.call({ call: "municipalities", query: letter, on: "2026-01-01", limit: 1000 })).value) found.set(m.code, m);
				const towns = [...found.values()];
				const agreement = calculator.agreement;
				agreement.period = { from: "2026-01-01", until: "2026-12-31" };
				agreement.parties = [...agreement.parties.filter((p) => p.kind !== "municipality"), ...towns.map((m) => ({ id: m.code, kind: "municipality", name: m.name, participates: true }))];
				agreement.components[0].flow.cashier = "0268";
				const population = { ...calculator.population, countDate: "2025-10-01", groups: towns.map((m, i) => ({ home: m.code, route: "jeugdwet", band: { min: 30, max: 719 }, pupils: i + 1 })) };
				delete population.schoolYear;
				delete population.synthetic;
				delete agreement.choices;
				calculator.population = population;
				calculator.agreement = agreement;
				for (let i = 0; i < 300 && calculator.result.shares.length < 300; i++) await new Promise((r) => setTimeout(r, 20));
				const start = performance.now();
				const reply = await calculator.calculate();
				return { towns: towns.length, shares: calculator.result.shares.length, ms: performance.now() - start, problems: reply.problems };
			});
			assert.ok(ms.towns >= 342 && ms.shares === ms.towns, JSON.stringify(ms).slice(0, 600));
			assert.ok(ms.ms < 2000, "recalculation with everything drawn took " + ms.ms);
			await page.shot(`${name}/342`);
			await click("[data-key=intake]");
			await page.find("#paste");
			await page.eval(() => {
				const box = document.querySelector("zio-calculator").shadowRoot.querySelector("#paste");
				box.value = Array.from({ length: 10_000 }, (_, i) => `${["Nijmegen", "Utrecht", "Zeist", "Atlantis\u202e👩‍🏫"][i % 4]}\t1`).join("\n");
				box.dispatchEvent(new Event("input", { bubbles: true }));
			});
			await click("[data-key=read]");
			await says("7500 regels ingelezen.");
			await says("En nog 2480.");
			assert.deepEqual(await page.eval(() => document.querySelector("zio-calculator").population.groups.map((g) => g.pupils)), [2500, 2500, 2500]);
			await clean();
		});

		test("a link round trip with a whole practice", async () => {
			for (const id of ["st-maartenschool", "school-als-wijk"]) {
				await show(`system=${id} share`);
				await page.until(answered);
				await click("[data-key=save]");
				await click("[data-key=link]");
				const link = await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("#link")?.value);
				const before = await page.eval(() => JSON.stringify([document.querySelector("zio-calculator").agreement, document.querySelector("zio-calculator").population]));
				await page.goto("about:blank");
				await page.goto(link.replace(encodeURIComponent(`system=${id} share`).replace(/%20/g, "+"), "share"));
				await page.until(answered);
				assert.equal(await page.eval(() => JSON.stringify([document.querySelector("zio-calculator").agreement, document.querySelector("zio-calculator").population])), before, id);
				assert.equal(await page.eval(() => location.hash), "");
			}
			await clean();
		});

		test("a link that would be too long, or would hold single pupils, is refused with words", async () => {
			await show("system=leijpark-tilburg share");
			await page.until(answered);
			await click("[data-key=save]");
			await click("[data-key=link]");
			await says("losse leerlingen of beschikkingen");
			await show("system=st-maartenschool share");
			await page.until(answered);
			await page.eval(() => {
				const calculator = document.querySelector("zio-calculator");
				let x = 7;
				const noise = () => Array.from({ length: 400 }, () => String.fromCharCode(97 + ((x = (x * 1103515245 + 12345) & 0x7fffffff) >> 16) % 26)).join("");
				const agreement = calculator.agreement;
				agreement.choices = Array.from({ length: 40 }, (_, i) => ({ pointer: "/title", text: noise() }));
				calculator.agreement = agreement;
			});
			await click("[data-key=save]");
			await click("[data-key=link]");
			await says("te groot voor een link");
			await clean();
		});

		test("the keyboard alone leads from choice to explanation", async () => {
			if (name === "webkit") return; // GTK reaches buttons with Tab only by a setting of the desktop
			await show("share");
			await says("Begin met een lege afspraak");
			const focus = () => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.key ?? "";
			const tabTo = async (key) => {
				for (let i = 0; i < 150; i++) {
					await page.key("Tab");
					if ((await page.eval(focus)).startsWith(key)) return;
				}
				assert.fail("Tab never came to " + key);
			};
			await tabTo("pickst-maartenschool");
			await page.key("Enter");
			await page.until(answered);
			await tabTo("/agreement/components/0/cost/rate");
			await page.text("65,5");
			await tabTo("calculate");
			await page.key("Enter");
			await page.until(() => /65[,.]50?/.test(document.querySelector("zio-calculator").agreement.components[0].cost.rate));
			await tabTo("why0");
			await page.key("Enter");
			await says("€ 65,50 per uur");
			await tabTo("save");
			await page.key("Enter");
			await says("Tabel voor Excel (CSV)");
			await clean();
		});

		test("an own agreement, from empty to result", async () => {
			await show("");
			await click("[data-key=empty]");
			await click("[data-key=calculate]");
			await says("dingen die niet kloppen");
			await page.shot(`${name}/empty-errors`);
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.classList.contains("bad")), true);
			await clean();
		});

		test("no accessibility violations with real documents, in both languages", async () => {
			for (const lang of ["nl", "en"]) {
				await show(`lang=${lang}`, "/open", { lang });
				await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".pick") !== null);
				await click("[data-key=others]");
				assert.deepEqual(await page.eval(audit), [], lang + " choose");
				for (const id of ["st-maartenschool", "school-als-wijk", "sjso-amsterdam"]) {
					await show(`lang=${lang} system=${id} share municipality=0268`, "/open", { lang });
					await page.until(answered);
					await click(".why");
					await click(".part-result .why");
					for (const key of ["intake", "transfers", "compare", "sweep", "save"]) await click(`[data-key=${key}]`);
					await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("#slider") !== null);
					assert.deepEqual(await page.eval(audit), [], lang + " " + id);
					if (lang === "nl") await page.shot(`${name}/${id}`);
				}
			}
		});

		test("fits a phone with every practice", async () => {
			await page.resize(390, 844);
			for (const { id } of systems) {
				await show(`system=${id}`);
				await page.until(answered);
				if (name !== "webkit") assert.equal(await page.eval(() => document.documentElement.scrollWidth <= innerWidth), true, id + " scrolls sideways");
			}
			await page.shot(`${name}/phone`);
			await page.resize(1280, 900);
		});
	});
