// Lists of other people: several columns, names of CBS, sums, twins, spreadsheets, files of DUO with pupils from elsewhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ods, xlsx } from "../lib/spreadsheet.js";

/** A file of DUO with two schools and a pupil from abroad, in its layout; all numbers are made up. */
const duo = [
	"PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;4;5;TOTAAL",
	"20231001;0268;NIJMEGEN;6511;NIJMEGEN;99AB;01;So;7;5;12",
	"20231001;0268;NIJMEGEN;0000;BUITENLAND;99AB;01;So;1;1;2",
	"20231001;0268;NIJMEGEN;6602;WIJCHEN;99AB;01;So;4;5;9",
];
const other = "20231001;0344;UTRECHT;3511;UTRECHT;98AA;00;Sbo;50;50;100";
const file = (lines) => lines.join("\r\n") + "\r\n";

export function numbers(context) {
	const { v, page } = context;
	const groups = () => page.eval(() => document.querySelector("zio-calculator").population.groups.map((g) => [g.home, g.pupils]));
	const drop = (name, content) =>
		page.eval(
			(name, content) => {
				const data = new DataTransfer();
				data.items.add(new File([typeof content === "string" ? content : new Uint8Array(content)], name));
				const box = document.querySelector("zio-calculator").shadowRoot.querySelector(".intake");
				box.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
			},
			name,
			content,
		);
	const take = async (n) => {
		await v.click("[data-key=take]");
		await v.says(n + " regels ingelezen.");
	};

	test("cells go to the table under the cursor, after they were shown", async () => {
		await v.practice("school-als-wijk");
		const before = await groups();
		await v.paste("Groningen\t70\nAssen\t30", "/population/counts/0/values");
		await v.says("komen in “Studenten naar woongemeente");
		assert.deepEqual(await groups(), before, "nothing is taken over yet");
		await take(2);
		assert.deepEqual(await groups(), before);
		assert.deepEqual(
			(await v.get("population")).counts[0].values.map((x) => Object.values(x)),
			[
				["0014", 70],
				["0106", 30],
			],
		);
		assert.ok((await v.get("agreement")).parties.find((p) => p.id === "0106").participates, "who is in the list takes part");
		await v.clean();
	});

	test("of several columns with numbers the right one is asked", async () => {
		await v.practice("utrecht-bovenregionaal");
		await v.paste("Gemeente\tSo\tVso\nZeist\t80\t40\nUtrecht\t30\t15");
		await v.says("Welke bedoelt u?");
		await v.click("[data-key=column1]");
		await v.says("Wij lezen kolom A (Gemeente) als gemeente en kolom B (So) als aantal.");
		await take(2);
		assert.deepEqual(await groups(), [
			["0355", 80],
			["0344", 30],
		]);
		await page.until(() => document.querySelector("zio-calculator").result.shares.filter((s) => s.amount !== "0.00").length === 2);
		const rows = (await v.get("result")).shares.map((s) => s.party).filter((code) => /^\d{4}$/.test(code));
		assert.deepEqual(rows.sort(), ["0344", "0355"], "who was in the list before has no row any longer");
	});

	test("names of CBS, sums, twins, minus signs and pairs on a line", async () => {
		await v.practice("utrecht-bovenregionaal");
		await v.paste("Utrecht (gemeente)\t120\nGroningen (gemeente)\t5\nBergen\t3\nZeist\t2\nZeist\t1\nSoest\t-4\nTotaal\t127");
		await v.says("Welke gemeente bedoelt u met “Bergen”?");
		await v.says("Dit is een optelling".replace("Dit is", "Niet meegenomen, want dit is"));
		await v.says("1 gemeente staat er dubbel in");
		await v.says("Regel 6");
		await v.click('[data-key="placeBergen0373"]');
		await take(5);
		assert.deepEqual(await groups(), [
			["0344", 120],
			["0014", 5],
			["0373", 3],
			["0355", 3],
		]);
		await v.paste("Nijmegen: 120; Arnhem: 45\n");
		await take(2);
		assert.deepEqual(await groups(), [
			["0268", 120],
			["0202", 45],
		]);
		await v.paste("Iets heel anders\nzonder getallen\n");
		await v.says("Wij zien hier geen gemeenten met aantallen");
		await v.clean();
	});

	test("that kinds of pupils become one is said before, and can be taken back", async () => {
		await v.practice("st-maartenschool");
		const before = await groups();
		await v.paste("Nijmegen\t120\nWijchen\t45");
		await v.says("Uw aantallen krijgen allemaal de soort van de eerste regel");
		await v.click("[data-key=cancel]");
		assert.deepEqual(await groups(), before);
		await v.paste("Nijmegen\t120\nWijchen\t45");
		await take(2);
		await page.until(() => /betaalt/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").textContent));
		await v.click("[data-key=undoPaste]");
		await page.until((n) => document.querySelector("zio-calculator").population.groups.length === n, before.length);
	});

	test("a file of DUO with pupils from elsewhere asks about them with buttons", async () => {
		await v.practice("utrecht-bovenregionaal");
		await drop("03-leerlingen-po.csv", file(duo));
		await v.says("Van 1 regel is de woongemeente niet bekend");
		await v.click("[data-key=leave]");
		await v.says("2 regels ingelezen.");
		await v.says("Regel 3:"); // which one was left out
		assert.deepEqual(await groups(), [
			["0268", 12],
			["0296", 9],
		]);
		await v.clean();
	});

	test("a file with several schools asks which count", async () => {
		await v.practice("utrecht-bovenregionaal");
		await drop("03-leerlingen-po.csv", file([...duo.filter((l) => !/BUITENLAND/.test(l)), other]));
		await v.says("Welke tellen mee?");
		await v.click("#school1");
		await v.click("[data-key=schools]");
		await v.says("2 regels ingelezen.");
		assert.deepEqual(await groups(), [
			["0268", 12],
			["0296", 9],
		]);
	});

	test("a spreadsheet is read", async () => {
		const rows = [
			["Gemeente", "Leerlingen"],
			["Zeist", 12],
			["’s-Hertogenbosch", 3],
			["Utrecht & co", 9],
			["Utrecht", 8],
		];
		for (const [file, bytes] of Object.entries({ "leerlingen.xlsx": xlsx(rows), "leerlingen.ods": ods(rows) })) {
			await v.practice("utrecht-bovenregionaal");
			await drop(file, [...bytes]);
			await v.says("Wij lezen kolom A (Gemeente) als gemeente en kolom B (Leerlingen) als aantal.");
			await take(3);
			assert.deepEqual(
				await groups(),
				[
					["0355", 12],
					["0796", 3],
					["0344", 8],
				],
				file,
			);
		}
		// Who filters a sheet sends what is seen, and is told that there was more.
		await v.practice("utrecht-bovenregionaal");
		await drop("gefilterd.xlsx", [...xlsx(rows, [2])]);
		await v.says("1 verborgen rij is niet gelezen.");
		await take(2);
		assert.deepEqual(await groups(), [
			["0355", 12],
			["0344", 8],
		]);
		await drop("stuk.xlsx", "PK\u0003\u0004 niets");
		await v.says("Dit bestand kunnen wij niet lezen");
		await v.clean();
	});
}
