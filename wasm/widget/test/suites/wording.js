// What the page says, in the words of who reads it: names in the place of codes and places in a document, numbers as they are
// written in Dutch, one and many, and the same figure wherever it stands.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../lib/site.js";

export function wording(context) {
	const { v, page, systems } = context;
	const rate = v.field("/agreement/components/0/cost/rate");
	const groups = "/population/groups";
	const first = systems.filter((s) => s.first);
	const text = (selector) =>
		page.eval(
			(s) =>
				document
					.querySelector("zio-calculator")
					.shadowRoot.querySelector(s)
					?.innerText.replace(/\u00a0/g, " ") ?? "",
			selector,
		);

	test("a number that is too large is refused without words of programmers", async () => {
		await v.practice("utrecht-bovenregionaal");
		const at = (await v.get("population")).groups.findIndex((g, i, all) => all.filter((x) => x.home === g.home).length === 1);
		for (const [pointer, typed] of [
			[`${groups}/${at}/pupils`, "9007199254740993"],
			["/agreement/components/0/cost/amount", "99999999999999999999,00"],
		]) {
			await v.fill(v.field(pointer), typed);
			await v.click("[data-key=calculate]");
			await v.sees(".bad a");
			const said = (await text(".part-summary")) + (await text(".field.invalid .error"));
			assert.doesNotMatch(said, /aanhalingsteken|geheel getal te staan|'|voor de punt|99999999999999999999\.00/, typed);
			await v.click("[data-key=undo]");
			await v.misses(".bad a");
		}
	});

	test("an error in a table says of which municipality", async () => {
		await v.practice("utrecht-bovenregionaal");
		const { groups: rows } = await v.get("population");
		const at = rows.findIndex((g, i, all) => all.filter((x) => x.home === g.home).length === 1);
		const name = (await v.get("agreement")).parties.find((p) => p.id === rows[at].home).name;
		await v.fill(v.field(`${groups}/${at}/pupils`), "12x");
		await v.click("[data-key=calculate]");
		await v.sees(".bad a");
		assert.ok((await text(".bad a")).startsWith(name + ": "), await text(".bad a"));
	});

	test("a new row is called after its place on the page", async () => {
		await v.practice("st-maartenschool"); // 24 municipalities, 41 groups
		const lines = await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelectorAll(".places tbody tr").length);
		await v.click(`[data-key="add${groups}"]`);
		const last = (await v.get("population")).groups.length - 1;
		assert.equal(
			await page.eval(
				(key) => document.querySelector("zio-calculator").shadowRoot.querySelector(`[data-key="${key}"]`).getAttribute("aria-label"),
				`remove${groups}/${last}`,
			),
			`Regel ${lines + 1} verwijderen`,
		);
	});

	test("the numbers of the slider are called by what they are about", async () => {
		for (const { id } of first) {
			await v.practice(id);
			await v.unfold("sweep");
			await v.sees(".fold.sweep select, .fold.sweep p");
			const options = await page.eval(() =>
				[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll(".fold.sweep select option")].map((o) => o.textContent),
			);
			assert.ok(options.length, id);
			for (const option of options) assert.doesNotMatch(option, /(Ontvangers|Omvang in de tijd|Partijen|Posten) \d|^(Laagste|Hoogste|Gewicht)$/, id);
		}
	});

	test("an empty agreement is asked for its parts by their names, and not for what no form has", async () => {
		await v.show("");
		await v.click("[data-key=empty]");
		await v.sees(".item, fieldset");
		await v.click("[data-key=calculate]");
		await v.sees(".bad a");
		const problems = await page.until(() => seen.problems.length > 0 && seen.problems);
		assert.deepEqual(
			problems.filter((p) => p.pointer.includes("$schema") || p.text.includes("$schema")),
			[],
		);
		assert.doesNotMatch(await text(".part-summary"), /\b(cost|key|flow|title|period)\b/);
	});

	test("a button that adds to a list is called after the list", async () => {
		await v.practice("st-maartenschool");
		await v.click("[data-key=mode]");
		await v.sees("[data-key^='add/agreement']");
		const names = await page.eval(() =>
			[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll("[data-key^='add/agreement']")].map((b) => b.textContent),
		);
		assert.ok(names.includes("Voeg toe bij “Partijen”"), names.join());
		for (const name of names) assert.doesNotMatch(name, /^Toevoegen aan/);
	});

	test("a share is the same number in the chart and in the table", async () => {
		await v.practice("st-maartenschool");
		await v.misses(".chart"); // one stream of money: the table has the bars
		await v.unfold("save");
		await v.sees(".chart");
		const [chart, table] = await page.eval(() => {
			const root = document.querySelector("zio-calculator").shadowRoot;
			const last = (e) =>
				e.textContent
					.replace(/\u00a0/g, " ")
					.split(" · ")
					.at(-1);
			return [[...root.querySelectorAll(".chart .figure")].map(last), [...root.querySelectorAll(".part-result tbody .share")].map(last)];
		});
		assert.ok(chart.length > 5);
		assert.deepEqual(chart, table.slice(0, chart.length));
		assert.equal(chart[0], "43,6 %");
	});

	test("thousands are read with a point, and written back in full", async () => {
		await v.practice("st-maartenschool");
		await v.put(rate, "1.234");
		await v.holds("/agreement/components/0/cost/rate", "1234.00");
		assert.equal(await v.value(rate), "1.234,00");
	});

	test("one is one and two are two, in every text for a proposal", async () => {
		for (const { id } of first) {
			await v.practice(id);
			await v.unfold("save");
			await v.sees("[data-key=proposal]");
			await page.eval(() => {
				window.copied = "";
				Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void (window.copied = text) } });
			});
			await v.click("[data-key=proposal]");
			const said = await page.until(() => window.copied);
			assert.doesNotMatch(said, /(?<![\d.,])1 (leerlingen|vestigingen|gemeenten|minuten|partijen|jaren|weken|scholen)\b/, id);
			assert.doesNotMatch(said, /Samen betaalt €/, id);
		}
		await v.clean();
	});

	test("the day that was counted and the period are fields of the simple form, and names follow the day", async () => {
		await v.practice("st-maartenschool");
		assert.match(await v.answer(), /Nijmegen/);
		await v.paste("Land van Cuijk\t5\nNijmegen\t3"); // it is of 2022, and was counted in 2018
		await v.says("“Land van Cuijk” is geen gemeente op de teldatum");
		await v.click("[data-key=cancel]");
		await v.unfold("dates");
		await v.fill(v.field("/population/countDate"), "1-10-2024");
		await v.holds("/population/countDate", "2024-10-01");
		await v.fill(v.field("/agreement/period/from"), "1-1-2025");
		await v.fill(v.field("/agreement/period/until"), "31-12-2025");
		await v.holds("/agreement/period/until", "2025-12-31");
		await v.says("Geteld op 01-10-2024.");
		await v.paste("Land van Cuijk\t5\nNijmegen\t3");
		await v.click("[data-key=take]");
		await v.says("2 regels ingelezen.");
		await page.until(answered);
		await page.until(() => document.querySelector("zio-calculator").result.shares.some((s) => s.party === "1982" && s.amount !== "0.00"));
		assert.match(await text(".answer .soft"), /01\u201101\u20112025 tot en met/);
	});
}
