// What axe does not see: labels that are in sight, the language of parts, where the focus is after an action, the outline of
// headings, whole words and targets for a finger on a phone, and help from the site.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../lib/site.js";

export function beyond(context) {
	const { v, page, server, name } = context;
	const groups = "/population/groups";
	const rate = v.field("/agreement/components/0/cost/rate");
	/** What has the focus: the key of a control, or the class of a region or a text. */
	const focus = () =>
		page.eval(() => {
			const active = document.querySelector("zio-calculator").shadowRoot.activeElement;
			return active && (active.dataset.key ?? active.className);
		});

	test("every box has its label in sight, also those of the kinds of pupils of a municipality", async () => {
		await v.practice("st-maartenschool");
		await v.click('[data-key="split/population/groups0268"]');
		const labels = await page.eval(() =>
			[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll(".split input")].map((input) => {
				const [label] = input.labels;
				return [label.innerText.replace(/^.*: /s, ""), label.textContent, label.getBoundingClientRect().width > 1];
			}),
		);
		assert.ok(labels.length >= 3, String(labels.length));
		for (const [shown, whole, wide] of labels) {
			assert.ok(wide, whole + " is in sight");
			assert.ok(shown.length > 3, whole);
			assert.match(whole, /^Nijmegen, /, "and says which municipality it is of");
		}
	});

	test("on an English page what is in Dutch says so", async () => {
		await v.show("lang=en", "/strict", { lang: "en" });
		await v.sees(".pick");
		const marked = (selector) =>
			page.eval((s) => [...document.querySelector("zio-calculator").shadowRoot.querySelectorAll(s)].map((e) => e.closest("[lang]").lang), selector);
		const cards = await marked(".pick strong, .pick span:not(.soft)");
		assert.ok(cards.length >= 12);
		assert.deepEqual([...new Set(cards)], ["nl"]);
		await v.show("lang=en system=sjso-amsterdam", "/strict", { lang: "en" });
		await page.until(answered);
		await v.sees(".stream > legend");
		assert.deepEqual([...new Set(await marked(".stream > legend"))], ["nl"], "the titles of streams are those of the document");
		assert.deepEqual([...new Set(await marked(".chosen strong, .answer > p, h2"))], ["en"], "what has been translated is in English");
		const { titleEn } = await v.get("agreement");
		assert.ok((await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").innerText)).includes(titleEn));
	});

	test("an action that takes its button away leaves the focus where the page goes on", async () => {
		await v.practice("utrecht-bovenregionaal");
		// A municipality that is there already is not added twice: the focus is on its number, or on what unfolds its numbers.
		const { home } = await v.get("population").then((p) => p.groups[0]);
		const last = (await v.get("population")).groups.length;
		await v.click(`[data-key="add${groups}"]`);
		await page.text({ "0310": "De Bilt" }[home] ?? home);
		await page.key("Tab");
		await page.until((n) => document.querySelector("zio-calculator").population.groups.length === n, last);
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement !== null);
		assert.match(await focus(), /^(split)?\/population\/groups/);
		// What is asked of who pasted, one question after another.
		await v.paste("Gemeente\tSo\tVso\nZeist\t80\t40\nBergen\t30\t15");
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.key === "column1");
		await page.key("Enter");
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.key?.startsWith("placeBergen"));
		await page.key("Enter");
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.key === "take");
		await v.click("[data-key=cancel]");
		assert.equal(await focus(), "paste");
		// The last change is taken back: what brings it again is next.
		await v.practice("st-maartenschool");
		await v.fill(rate, "61");
		await v.says("€ 1.046.760");
		await v.click("[data-key=undo]");
		await v.says("€ 1.029.600");
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.key === "redo");
		await page.key("Enter");
		await v.says("€ 1.046.760");
		assert.equal(await focus(), "undo");
		// Who says that the figures are real stays at the answer.
		await v.click("[data-key=real]");
		await v.misses(".invented");
		assert.equal(await focus(), "part-answer");
		await v.unfold("compare");
		await v.click("[data-key=scenario]");
		await v.fill(rate, "62");
		await v.says("€ 1.063.920");
		await v.click("[data-key=back]");
		await v.says("€ 1.046.760");
		assert.ok(await focus(), "back to the other scenario");
		await v.clean();
	});

	test("that the result is an old one is told to who does not see it, once", async () => {
		await v.practice("st-maartenschool");
		const status = () => page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector("[role=status]").textContent);
		await page.eval(() => {
			window.told = [];
			const line = document.querySelector("zio-calculator").shadowRoot.querySelector("[role=status]");
			new MutationObserver(() => told.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
		});
		const before = await status();
		await v.click("[data-key=calculate]");
		await page.until(() => seen.events.filter((e) => e === "zio-result").length > 1);
		assert.deepEqual(await page.eval(() => told), [], "the same sentence is not told again");
		assert.equal(await status(), before);
		await v.fill(rate, "abc");
		await v.sees(".old");
		assert.match(await status(), /^Dit is de uitkomst van vóór uw laatste wijziging.*Uurtarief/);
		await v.fill(rate, "61");
		await v.says("€ 1.046.760");
		assert.match(await status(), /1\.046\.760/);
		const all = await page.eval(() => told);
		assert.equal(new Set(all).size, all.length, all.join("; "));
	});

	test("headings outline the page: each part has one, those under it are lower and smaller", async () => {
		for (const level of [2, 4]) {
			await v.practice("st-maartenschool", `share heading-level=${level}`);
			await v.unfold("save");
			await v.sees("[data-key=proposal]");
			const found = await page.eval(() =>
				[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((e) => [
					Number(e.localName[1]),
					e.textContent,
					parseFloat(getComputedStyle(e).fontSize),
				]),
			);
			const of = (text) => found.find(([, t]) => t.endsWith(text));
			for (const text of ["De afspraak", "Leerlingen per gemeente", "Bedragen en keuzes", "Uitkomst"]) assert.equal(of(text)?.[0], level, text);
			for (const text of ["Op de kaart", "Wie maakt geld over aan wie?", "Vergelijk twee scenario’s", "Bewaren, printen en delen"])
				assert.equal(of(text)?.[0], level + 1, text);
			assert.equal(of("Tekst voor een voorstel")[0], level + 2);
			assert.ok(of("Tekst voor een voorstel")[2] < of("Uitkomst")[2], "a heading in a part is smaller than that of the part");
			found.reduce((before, [now, text]) => (assert.ok(now <= before + 1, text + " skips a level"), now), level);
		}
	});

	test("on a phone names stay whole and a finger has 44 pixels", async () => {
		const names = ["Steenwijkerland", "Haarlemmermeer", "Noordoostpolder", "Krimpenerwaard", "Alblasserdam", "Nijmegen", "Beuningen", "Overbetuwe"];
		for (const width of [390, 320]) {
			await page.resize(width, 844);
			await v.practice("utrecht-bovenregionaal", "share");
			await v.paste(names.map((n) => n + "\t9\n").join(""));
			await v.click("[data-key=take]");
			await v.says("8 regels ingelezen.");
			await page.until((n) => document.querySelector("zio-calculator").result?.shares.length >= n, names.length);
			const broken = await page.eval(() => {
				const root = document.querySelector("zio-calculator").shadowRoot;
				const found = [];
				for (const cell of root.querySelectorAll(".places tbody th, .part-result tbody th")) {
					const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
					for (let node = walk.nextNode(); node; node = walk.nextNode())
						for (const { 0: word, index } of node.data.matchAll(/[^\s-]+/g)) {
							const range = document.createRange();
							range.setStart(node, index);
							range.setEnd(node, index + word.length);
							if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) found.push(word);
						}
				}
				return found;
			});
			assert.deepEqual(broken, [], `${width}: words that are broken`);
			await v.unfold("save", "intake");
			await v.sees("[data-key=link]");
			const small = await page.eval(() => {
				const root = document.querySelector("zio-calculator").shadowRoot;
				const high = (e) => e?.getBoundingClientRect().height ?? 0;
				return [...root.querySelectorAll("button, select, input, summary, .jump")]
					.filter((e) => e.getClientRects().length)
					.map((e) => [e, Math.max(high(e), /^(checkbox|radio)$/.test(e.type) ? high(e.labels[0]) : 0)])
					.filter(([, height]) => height < 43.5)
					.map(([e, height]) => `${e.localName} ${e.dataset.key}: ${height}`);
			});
			assert.deepEqual(small, [], String(width));
			if (name === "webkit") break; // its window becomes no narrower
		}
		await page.resize(1280, 900);
	});

	test("a site has a place for help and contact", async () => {
		await page.goto("about:blank");
		await page.goto(server.at("/strict", "system=st-maartenschool", { in: '<p>Niets.</p><p slot="help">Vragen? Bel 14 024.</p>' }));
		await page.until(answered);
		assert.deepEqual(await page.eval(() => [...document.querySelectorAll("zio-calculator p")].map((p) => p.getBoundingClientRect().height > 0)), [
			false,
			true,
		]);
	});
}
