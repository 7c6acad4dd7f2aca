// Each of the three ways in on a phone, from the first page to the answer and what follows it: with the keyboard alone, and by
// touch alone. In every state on the way axe finds nothing and nothing stands wider than the window. This suite is for every
// browser, so it is short: what a state says in all its cases is tested in the other suites.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { answered, audit } from "../lib/site.js";

const MOST_TABS = 9; // from the top of the page to the answer

const towns =
	"Druten Beuningen Heumen Arnhem Ede Apeldoorn Zutphen Doetinchem Tiel Utrecht Zeist Amersfoort Soest Amsterdam Haarlem Leiden Delft Gouda Breda " +
	"Tilburg Eindhoven Helmond Wijchen Nijmegen Venlo";
/** What a spreadsheet puts on the clipboard: 25 municipalities with 1 to 25 pupils, 325 together. */
const copied = "Gemeente\tLeerlingen\n" + towns.split(" ").map((town, i) => `${town}\t${i + 1}\n`).join(""); // prettier-ignore

/** A file of DUO with two schools, a pupil from abroad and a hidden number, in its layout; all numbers are made up. */
const duo =
	[
		"PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;4;5;TOTAAL",
		"20251001;0268;NIJMEGEN;6511;NIJMEGEN;99AB;01;So;7;5;12",
		"20251001;0268;NIJMEGEN;0000;BUITENLAND;99AB;01;So;1;1;2",
		"20251001;0268;NIJMEGEN;6602;WIJCHEN;99AB;01;So;0;<5;<5",
		"20251001;0344;UTRECHT;3511;UTRECHT;98AA;00;Sbo;50;50;100",
	].join("\r\n") + "\r\n";

export function paths(context) {
	const { v, page, server, folder, name } = context;
	const amount = v.field("/agreement/components/0/cost/amount");
	const rate = v.field("/agreement/components/0/cost/rate");
	const file = join(folder, "03-leerlingen-po.csv");
	writeFileSync(file, duo);

	after(() => page.resize(1280, 900));

	/** Tab leads to everything, in the order of the page, and shows where it is. */
	const keyboard = () => ({
		name: "keyboard",
		tabs: 0,
		async reach(selector) {
			const passed = [];
			for (let i = 0; i < 150; i++) {
				const at = await page.eval((selector) => {
					const active = document.querySelector("zio-calculator").shadowRoot.activeElement;
					if (!active?.matches(selector)) return active?.dataset.key ?? active?.localName ?? "";
					const { outlineStyle, outlineWidth } = getComputedStyle(active);
					return { ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
				}, selector);
				if (at.ring) return;
				assert.notEqual(at.ring, false, selector + " shows that it has the focus");
				passed.push(at);
				await page.key("Tab");
				this.tabs++;
			}
			assert.fail(`Tab never came to ${selector}: ${passed.slice(-40).join(" > ")}`);
		},
		async press(selector) {
			await this.reach(selector);
			await page.key(/^#school\d/.test(selector) ? " " : "Enter"); // a box is ticked with the space bar
		},
		async option() {
			await page.key("ArrowDown");
			await page.key("Enter");
		},
		leave: () => page.key("Tab"),
	});
	const touch = () => ({
		name: "touch",
		reach: (selector) => v.tap(selector),
		press: (selector) => v.tap(selector),
		option: () => v.tap("[role=option]"),
		leave: () => v.tap(".part-terms h2"), // a place where nothing happens
	});

	/** Opens the first page of the calculator on a phone. */
	const begin = async () => {
		await page.goto("about:blank");
		await page.phone(server.at("/open", "share"));
		await v.sees(".way");
	};
	/** The states are the same for both hands: axe looks at them once. */
	const check = async (hand, state) => {
		if (hand.tabs !== undefined) assert.deepEqual(await page.eval(audit), [], state);
		const wide = await page.eval(() => document.documentElement.scrollWidth - innerWidth);
		assert.ok(wide <= 0, `${state}: ${wide} wider than the window`);
	};
	const type = async (hand, selector, text) => {
		await hand.reach(selector);
		await page.chord("a");
		await page.text(text);
	};
	/** A wrong number leads from the button by the list of errors to its field, where the right one is filled in. */
	const mistake = async (hand, field, text) => {
		await type(hand, field, "abc");
		await hand.press("[data-key=calculate]");
		await v.says("Er is 1 ding dat niet klopt");
		await check(hand, "an error");
		await hand.press(".bad a");
		await page.until((s) => document.querySelector("zio-calculator").shadowRoot.activeElement?.matches(s), field);
		await page.chord("a");
		await page.text(text);
		await hand.leave();
		await v.misses(".bad");
	};
	const unfold = async (hand, folds) => {
		for (const [fold, shows] of folds) {
			await hand.press(`summary[data-key=${fold}]`);
			await v.sees(shows);
		}
	};
	const counted = (hand) => assert.ok((hand.tabs ?? 0) <= MOST_TABS, `${hand.tabs} tabs to the answer`);

	/** What each way asks of who takes it. */
	const ways = {
		async "my school"(hand) {
			await begin();
			await check(hand, "the first page");
			await hand.press("summary[data-key=school]");
			await v.says("Geteld door DUO op 01-10-2024.");
			await hand.reach("#school");
			await page.text("maarten ubbergen");
			await v.sees("[role=option]");
			await check(hand, "the schools that are found");
			await hand.option();
			await page.until(answered);
			counted(hand);
			await v.says("De zorg kost samen € 100.000. Nijmegen betaalt het meest: ongeveer € 30.851."); // see the suite ways
			await v.says("Voorbeeldcijfers, verzonnen.");
			await check(hand, "the answer");
			await mistake(hand, amount, "500.000");
			await v.says("De zorg kost samen € 500.000");
			await v.misses(".invented");
			await hand.press(".part-result .why");
			await v.sees(".part-result .steps li");
			await unfold(hand, [
				["map", ".map path[class^=shade]"],
				["flowPicture", ".flows .band"],
				["transfers", ".transfers td"],
			]);
			await check(hand, "why, the map and the flows unfolded");
		},
		async "an amount to divide"(hand) {
			await begin();
			// The cells are on the clipboard before the visitor comes.
			await page.eval((text) => {
				const cells = document.createElement("textarea");
				document.body.append(cells);
				cells.value = text;
				cells.focus();
				cells.select();
			}, copied);
			await page.chord("c");
			await page.eval(() => document.querySelector("textarea").remove());
			await hand.press("[data-key=amount]");
			await v.sees("#paste");
			await check(hand, "the form");
			await type(hand, amount, "650.000");
			await hand.reach("#paste");
			await page.chord("v");
			await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("#paste").value.includes("Venlo\t25"));
			await hand.press("[data-key=read]");
			await v.says("25 regels komen in");
			await check(hand, "what was pasted, before it is taken over");
			await hand.press("[data-key=take]");
			await page.until(answered);
			counted(hand);
			await v.says("De zorg kost samen € 650.000. Venlo betaalt het meest: € 50.000. Dat is 7,7 % van het geheel."); // 25 of 325
			await v.misses(".invented");
			await check(hand, "the answer");
			await (await page.find("#file")).upload(file);
			await v.says("Welke tellen mee?");
			await check(hand, "which schools of a file");
			await hand.press("#school1");
			await hand.press("[data-key=schools]");
			await v.says("woongemeente niet bekend");
			await check(hand, "pupils from elsewhere");
			await hand.press("[data-key=leave]");
			await v.says("het aantal afgeschermd");
			await check(hand, "hidden numbers");
			await hand.press("[data-key=midpoint]");
			await v.says("Nijmegen betaalt het meest: € 520.000. Dat is 80,0 % van het geheel."); // 12 of 12 + 3
			await check(hand, "the answer of a file");
		},
		async "an agreement that is there"(hand) {
			await begin();
			await hand.press('[data-key="pickst-maartenschool"]');
			await page.until(answered);
			counted(hand);
			await v.says("De zorg kost samen € 1.029.600. Nijmegen betaalt het meest: € 448.800.");
			await v.says("Voorbeeldcijfers, verzonnen.");
			await check(hand, "the answer");
			await mistake(hand, rate, "61");
			await v.says("De zorg kost samen € 1.046.760"); // 78 pupils, 220 hours, 61 euros
			await unfold(hand, [
				["exclusions", ".exclusions td"],
				["compare", "[data-key=scenario]"],
				["sweep", "#slider"],
				["save", "[data-key=link]"],
			]);
			await check(hand, "everything unfolded");
			await hand.press("[data-key=link]");
			await v.sees("#link");
			await check(hand, "a link");
			await page.shot(`${name}/path-${hand.name}`);
		},
	};

	for (const hand of [keyboard, touch])
		for (const [way, walk] of Object.entries(ways))
			test(`${hand().name} on a phone: ${way}`, async () => {
				await walk(hand());
				await v.clean();
			});
}
