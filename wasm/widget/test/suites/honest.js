// What is made up says so wherever it is shown, the answer comes first, and paper holds what a reader needs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { widget } from "../lib/site.js";

export function honest(context) {
	const { v, page, name, server, systems } = context;
	const inside = (selector) => page.eval((s) => document.querySelector("zio-calculator").shadowRoot.querySelector(s)?.innerText ?? "", selector);
	const made = /verzonnen/;

	test("made-up figures say so at the answer, in the chart, the text for a proposal and the tables", async () => {
		for (const id of ["st-maartenschool", "hart-van-brabant"]) {
			await v.practice(id);
			assert.match(await inside(".answer"), made, id);
			assert.match(await inside(".part-result caption"), made, id);
			for (const format of ["csv", "csv-spreadsheet"]) {
				const text = await page.eval((format) => document.querySelector("zio-calculator").export(format), format);
				assert.match(text.split("\r\n")[0], made, id + " " + format);
			}
		}
		await v.unfold("save");
		await v.sees("[data-key=proposal]");
		await page.eval(
			() => void Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void (window.copied = text) } }),
		);
		await v.click("[data-key=proposal]");
		assert.match(await page.until(() => window.copied), made);
		await v.clean();
	});

	test("own figures are not called made up, and the documents say so too", async () => {
		await v.practice("utrecht-bovenregionaal");
		assert.match(await inside(".answer"), /De aantallen en een deel van de bedragen/);
		await v.paste("Zeist\t7\nUtrecht\t8");
		await v.click("[data-key=take]");
		await v.says("2 regels ingelezen.");
		await page.until(() => /Een deel van de bedragen/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").innerText));
		const population = await v.get("population");
		assert.equal(population.title, "Eigen aantallen");
		assert.deepEqual(
			(population.synthetic ?? []).map((s) => s.pointer),
			["/countDate"],
			"the day is still that of the example",
		);
		assert.equal(population.sources, undefined);
		await v.fill(v.field("/agreement/components/0/cost/amount"), "450.000");
		await page.until(() => !/verzonnen/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").innerText));
		await v.clean();
	});

	test("who changed the figures can say that they are real", async () => {
		await v.practice("st-maartenschool");
		await v.misses("[data-key=real]");
		await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
		await v.says("€ 1.046.760");
		await v.click("[data-key=real]");
		await page.until(() => !/verzonnen/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").innerText));
		assert.equal((await v.get("population")).synthetic, undefined);
		assert.doesNotMatch((await v.get("population")).title, /voorbeeld/);
	});

	test("the answer is in sight at once, and its sentence stays in sight", async () => {
		for (const [width, height] of name === "webkit"
			? [[1280, 900]]
			: [
					[1280, 900],
					[768, 900],
					[390, 844],
					[320, 640],
				]) {
			await page.resize(width, height);
			await v.practice("st-maartenschool", "municipality=0296 view=result");
			const top = await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").getBoundingClientRect().bottom);
			assert.ok(top < height, `${width}: the answer ends at ${top}`);
			await page.eval(() => scrollTo(0, 900));
			const seen = await page.until(() => {
				const bar = document.querySelector("zio-calculator").shadowRoot.querySelector(".peek > div");
				return getComputedStyle(bar).visibility === "visible" && bar.innerText.replace(/\u00a0/g, " ");
			});
			assert.match(seen, /^Wijchen betaalt € 132\.000 van € 1\.029\.600.*verzonnen/s);
			await page.shot(`${name}/answer-${width}`);
		}
		await page.resize(1280, 900);
	});

	test("the button that calculates leads back to the answer", async () => {
		await v.practice("st-maartenschool");
		await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
		await v.says("€ 1.046.760");
		await v.click("[data-key=calculate]");
		await page.until(() => {
			const { top, bottom } = document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").getBoundingClientRect();
			return top >= 0 && bottom <= innerHeight;
		});
	});

	test("the answer waits for nothing but what it takes; the form and the table follow", async () => {
		const took = ["zio-calculator.js", "systems/index.json", "systems/st-maartenschool.json", "zio.wasm"];
		const before = server.log.length;
		await server.holding("/dist/zio-calculator.details.js", () =>
			server.holding("/dist/describe.nl.json", async () => {
				await v.show("system=st-maartenschool");
				await v.says("De zorg kost samen € 1.029.600. Nijmegen betaalt het meest: € 448.800.");
				const asked = new Set(server.log.slice(before).filter((path) => path.startsWith("/dist/")));
				const later = ["zio-calculator.details.js", "describe.nl.json"];
				for (const file of [...took, ...later]) asked.delete("/dist/" + file);
				assert.deepEqual([...asked], []);
				await v.misses(".part-result table");
			}),
		);
		await v.sees(".part-result table");
		await v.sees(v.field("/agreement/components/0/cost/rate"));
		const sizes = JSON.parse(readFileSync(join(widget, "dist/integrity.json"), "utf8"));
		const first = took.reduce((sum, file) => sum + sizes[file].brotli, 0);
		assert.ok(first <= 80_000, first + " bytes");
		await v.clean();
	});

	test("the answer of a school waits for its own part, the table of schools and the engine, which come at the same time", async () => {
		for (const lang of ["nl", "en"]) {
			const words = lang === "en" ? ["zio-calculator.en.js"] : [];
			const parts = ["zio-calculator.js", "zio-calculator.school.js", "schools.txt", "zio.wasm", "systems/index.json", ...words].map(
				(file) => "/dist/" + file,
			);
			const before = server.log.length;
			const asked = () => server.log.slice(before).filter((path) => path.startsWith("/dist/"));
			const holding = ([path, ...more], task) => server.holding("/dist/" + path, () => (more.length ? holding(more, task) : task()));
			let shown; // not before the scripts that are held are there
			await holding(["zio-calculator.details.js", `describe.${lang}.full.json`], async () => {
				await holding(["zio.wasm", "schools.txt", "zio-calculator.school.js"], async () => {
					shown = v.show(`school=00OS00 lang=${lang}`);
					for (const end = Date.now() + 10_000; Date.now() < end && !parts.every((path) => asked().includes(path));)
						await new Promise((done) => setTimeout(done, 20));
					assert.deepEqual(asked().sort(), parts.sort());
				});
				await v.says(lang === "nl" ? "Nijmegen betaalt het meest: ongeveer € 30.851." : "Nijmegen pays most: about €30,851.");
			});
			await shown;
			await v.sees(".part-result table");
			await v.sees(v.field("/agreement/components/0/cost/amount"));
			await v.says(lang === "nl" ? "Voor de hele looptijd" : "For the whole period");
		}
		await v.clean();
	});

	test("where the form does not come, the answer stays and the page says so, in every view", async () => {
		for (const attrs of ["", "view=result"]) {
			server.pages["/dist/zio-calculator.details.js"] = () => ({ status: 404 });
			try {
				await v.show("system=st-maartenschool " + attrs);
				await v.says("De rekenhulp kan niet laden");
				await v.says("De zorg kost samen € 1.029.600");
			} finally {
				delete server.pages["/dist/zio-calculator.details.js"];
			}
			await v.click("[data-key=again]");
			await v.sees(".part-result table");
			await v.misses(".part-summary .bad");
		}
	});

	test("from the choice to the result are fewer than ten tabs, and a link jumps there", async () => {
		await v.show("");
		await v.sees(".pick");
		await v.click('[data-key="pickst-maartenschool"]');
		await v.sees(".answer");
		let tabs = 0;
		for (; tabs < 10 && (await v.focus()) !== "jump"; tabs++) await page.key("Tab");
		assert.ok(tabs < 10, tabs + " tabs");
		await page.key("Enter");
		assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.textContent), "Uitkomst");
		await page.key("Tab");
		assert.match(await v.focus(), /^(sort|why|transfers)|^$/);
	});

	test("view=result shows the answer and folds the form", async () => {
		await v.practice("st-maartenschool", "view=result readonly municipality=0296");
		assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector("form").getClientRects().length), 0);
		await v.click("[data-key=form]");
		assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector("form").getClientRects().length), 1);
		await v.clean();
	});

	test("the column with the difference is not cut off", async () => {
		if (name === "webkit") return;
		for (const width of [1280, 390, 320]) {
			await page.resize(width, 900);
			await v.practice("st-maartenschool");
			await v.unfold("compare");
			await v.click("[data-key=scenario]");
			await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
			await v.says("Verschil");
			const cut = await page.until(() => {
				const table = document.querySelector("zio-calculator").shadowRoot.querySelector(".part-result .scroll");
				return table.querySelectorAll("th").length > 5 && { by: table.scrollWidth - table.clientWidth };
			});
			assert.ok(cut.by <= 1, `${width}: cut off by ${cut.by}`);
		}
		await page.resize(1280, 900);
	});

	test("on paper stand the answer, who pays whom and what is made up, with the sums once", async () => {
		if (name !== "chromium") return; // only there a test can ask for paper
		await v.practice("st-maartenschool");
		await page.prefer({}, "print");
		await page.eval(() => void dispatchEvent(new Event("beforeprint")));
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".transfers td")?.getClientRects().length > 0);
		assert.match(await inside(".answer"), made);
		assert.match(await inside(".print-line"), /^Afgedrukt op \d+-\d+-\d{4} van http/);
		const feet = await page.eval(() =>
			[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll("tfoot")].map((f) => getComputedStyle(f).display),
		);
		assert.deepEqual([...new Set(feet)], ["table-row-group"]);
		await page.prefer({}, "");
		const pdf = Buffer.from(await page.raw.pdf({ format: "a4", margin: { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" } })).toString("latin1");
		assert.ok(pdf.match(/\/Type \/Page\b/g).length <= 2, pdf.match(/\/Type \/Page\b/g).length + " pages");
		await page.eval(() => void dispatchEvent(new Event("afterprint")));
		await page.prefer({});
		assert.ok(systems.length);
	});
}
