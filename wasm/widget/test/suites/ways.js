// The ways in: a school of the country, an amount to divide, by keyboard and by touch on a phone, and what they state as chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, audit } from "../lib/site.js";

/** What stands wider than the window; runs in the page. */
const wide = () => document.documentElement.scrollWidth - innerWidth;

export function ways(context) {
	const { v, page, name } = context;
	const spaces = (s) => s.replace(/\u00a0/g, " ");

	test("a school is found by its place, and the answer is there at once", async () => {
		await v.show("", "/open");
		await v.sees(".way");
		await v.click("[data-key=school]");
		await v.says("Geteld door DUO op 01-10-2024.");
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.id === "school"); // nothing more to press
		await page.text("Geen school");
		await v.says("Niets gevonden met “Geen school”.");
		await page.key("ArrowDown");
		await page.key("Escape");
		await v.put("#school", "");
		await v.click("#school");
		await page.text("maarten ubbergen");
		await v.sees("[role=option]");
		await page.shot(`${name}/school`);
		await page.key("ArrowDown");
		await page.key("Enter");
		// The published total is 190, and the pupils of Nijmegen are a number with hidden ones in it: an estimate.
		const answer = spaces(await page.until(answered));
		assert.match(answer, /^De zorg kost samen € 100\.000\. Nijmegen betaalt het meest: ongeveer € [\d.,]+\./);
		assert.match(
			await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").innerText),
			/Een deel van de bedragen is bedacht/,
		);
		// By the total of 190 the estimate of Nijmegen is 58 (49 to 79), and 2 of 190 live elsewhere: 58 / 188 x 100,000.
		assert.equal((await v.get("result")).shares.find((s) => s.party === "0268").amount, "30851.06");
		assert.equal((await v.get("population")).countDate, "2024-10-01");
		assert.ok((await v.get("result")).shares.length > 10);
		// The amount, which everybody changes, stands before the list of pupils.
		const before = (selector) =>
			page.eval((selector) => {
				const root = document.querySelector("zio-calculator").shadowRoot;
				return Boolean(root.querySelector(selector).compareDocumentPosition(root.querySelector(".places")) & Node.DOCUMENT_POSITION_FOLLOWING);
			}, selector);
		assert.equal(await before(v.field("/agreement/components/0/cost/amount")), true);
		await v.fill(v.field("/agreement/components/0/cost/amount"), "500.000");
		await v.says("De zorg kost samen € 500.000");
		await page.until(() => !/verzonnen/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").innerText));
		assert.deepEqual(await page.eval(audit), []);
		await v.clean();
	});

	test("an attribute begins with a school, and a later one takes its place", async () => {
		await v.show("school=00os00", "/strict");
		assert.match(spaces(await page.until(answered)), /^De zorg kost samen € 100\.000\. Nijmegen betaalt het meest: ongeveer € 30\.851\./);
		await page.eval(() => document.querySelector("zio-calculator").setAttribute("school", "04BF00"));
		await page.until(() => document.querySelector("zio-calculator").agreement?.title.startsWith("Rafael"));
		await v.show("school=99XX99", "/strict");
		await v.says("Deze school staat niet in de lijst van DUO");
		await v.sees(".way");
		await v.clean();
	});

	test("the pupils of a school stay ranges in another practice", async () => {
		await v.show("school=00OS00", "/open");
		await page.until(answered);
		await v.click("[data-key=other]");
		await v.click("[data-key=pickutrecht-bovenregionaal]");
		await page.until(() => document.querySelector("zio-calculator").agreement?.id === "utrecht-bovenregionaal");
		await page.until(answered);
		const { groups, sites } = await v.get("population");
		const nijmegen = groups.find((g) => g.home === "0268");
		assert.deepEqual([nijmegen.fewest, nijmegen.most], [49, 181]); // 49 with 44 hidden numbers: 49 + 3 x 44
		assert.ok(groups.every((g) => g.pupils !== undefined || g.most !== undefined));
		assert.ok(sites.some((s) => s.pupils === 190 && groups.every((g) => g.site === s.code)));
		await v.clean();
	});

	test("an amount is divided over a pasted list in three fields", async () => {
		await v.show("", "/strict");
		await v.click("[data-key=amount]");
		await v.sees("#paste");
		await page.shot(`${name}/amount`);
		await page.eval((text) => {
			const box = document.querySelector("zio-calculator").shadowRoot.querySelector("#paste");
			box.value = text;
			box.dispatchEvent(new Event("input", { bubbles: true }));
		}, "Gemeente\tLeerlingen\nNijmegen\t60\nWijchen\t30\nDruten\t10\n");
		await v.click("[data-key=read]");
		await v.says("3 regels komen in");
		await v.click("[data-key=take]");
		await v.fill(v.field("/agreement/components/0/cost/amount"), "450.000");
		await v.says("De zorg kost samen € 450.000. Nijmegen betaalt het meest: € 270.000. Dat is 60,0 % van het geheel."); // 60 of 100
		await page.until(() => document.querySelector("zio-calculator").result.shares.find((s) => s.party === "0296").amount === "135000.00");
		const text = await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").innerText);
		assert.doesNotMatch(text, /verzonnen/);
		assert.ok((await v.get("agreement")).choices.length >= 4, "what nobody chose is stated");
		await v.clean();
	});

	test("on a phone nothing stands wider than the window", async () => {
		if (name === "webkit") return;
		for (const width of [390, 320]) {
			await page.resize(width, 844);
			await v.show("", "/strict");
			await v.sees(".way");
			assert.ok((await page.eval(wide)) <= 0, "the choice at " + width);
			await page.shot(`${name}/ways-${width}`);
			await v.click("[data-key=amount]");
			await v.sees("#paste");
			assert.ok((await page.eval(wide)) <= 0, "the amount at " + width);
			await v.paste("Nijmegen\t60\nWijchen\t30\n's-Hertogenbosch\t10");
			assert.ok((await page.eval(wide)) <= 0, "the preview at " + width);
			await v.click("[data-key=take]");
			await page.until(answered);
			assert.ok((await page.eval(wide)) <= 0, "the answer at " + width);
		}
		await page.resize(1280, 900);
	});
}
