// Numbers from elsewhere: pasted from a spreadsheet, dropped, or chosen as a file.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/** What a spreadsheet puts on the clipboard. */
const copied = "Gemeente\tAantal\nNijmegen\t1.200\n252\t22\nWijchen\t31\nAtlantis\t3\nDruten\tveel";

/** A file of DUO in its layout; all numbers are made up. */
const duo =
	[
		"PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;4;5;TOTAAL",
		"20231001;0268;NIJMEGEN;6511;NIJMEGEN;99AB;01;So;7;5;12",
		"20231001;0268;NIJMEGEN;5831;LAND VAN CUIJK;99AB;01;So;0;<5;<5",
		"20231001;0268;NIJMEGEN;6602;WIJCHEN;99AB;01;So;4;5;9",
	].join("\r\n") + "\r\n";

export function files(context) {
	const { v, page, folder, systems } = context;
	const groups = () => page.eval(() => document.querySelector("zio-calculator").population.groups.map((g) => [g.home, g.pupils]));
	const drop = (name, content, type = "text/csv") =>
		page.eval(
			(name, content, type) => {
				const data = new DataTransfer();
				if (name) data.items.add(new File([content], name, { type }));
				else data.setData("text/plain", content);
				const box = document.querySelector("zio-calculator").shadowRoot.querySelector(".intake");
				for (const kind of ["dragover", "drop"])
					box.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
			},
			name,
			content,
			type,
		);

	test("two columns are pasted into the box", async () => {
		await v.practice("st-maartenschool");
		await v.unfold("intake");
		await (await page.find("#paste")).click();
		await page.eval((text) => {
			const box = document.querySelector("zio-calculator").shadowRoot.querySelector("#paste");
			box.value = text;
			box.dispatchEvent(new Event("input", { bubbles: true }));
		}, copied);
		await v.click("[data-key=read]");
		await v.says("“Atlantis” is geen gemeente op de teldatum.");
		await v.says("Regel 6: in “Druten veel” staat geen gemeente met een aantal van 0 of meer.");
		await v.click("[data-key=take]");
		await v.says("3 regels ingelezen.");
		assert.deepEqual(await groups(), [
			["0268", 1200],
			["0252", 22],
			["0296", 31],
		]);
		await v.clean();
	});

	test("cells of a spreadsheet are pasted into the table itself", async () => {
		await v.practice("st-maartenschool");
		await page.eval((text) => {
			const data = new DataTransfer();
			data.setData("text/plain", text);
			const cell = document.querySelector("zio-calculator").shadowRoot.querySelector(".places td, .places th");
			const paste = new Event("paste", { bubbles: true, cancelable: true, composed: true });
			cell.dispatchEvent(Object.defineProperty(paste, "clipboardData", { value: data })); // not every browser takes it when an event is made
		}, copied);
		await v.click("[data-key=take]");
		await v.says("3 regels ingelezen.");
		assert.deepEqual(await groups(), [
			["0268", 1200],
			["0252", 22],
			["0296", 31],
		]);
		await v.clean();
	});

	test("a CSV file is dropped; odd lines are named", async () => {
		await v.practice("utrecht-bovenregionaal");
		await drop("leerlingen.csv", "Gemeente;Aantal\r\nZeist;1.234\r\nUtrecht;56\r\nAtlantis;3\r\n");
		await v.says("“Atlantis” is geen gemeente op de teldatum.");
		await v.click("[data-key=take]");
		assert.deepEqual(await groups(), [
			["0355", 1234],
			["0344", 56],
		]);
		await v.clean();
	});

	test("a text is dropped", async () => {
		await v.practice("utrecht-bovenregionaal");
		await drop("", "Zeist\t7\nUtrecht\t8");
		await v.click("[data-key=take]");
		await v.says("2 regels ingelezen.");
		assert.deepEqual(await groups(), [
			["0355", 7],
			["0344", 8],
		]);
	});

	test("a file of DUO is dropped; hidden numbers are asked", async () => {
		await v.practice("st-maartenschool");
		await drop("03-leerlingen-po.csv", duo);
		await v.says("Van 1 regel is het aantal afgeschermd");
		await page.shot(`${context.name}/duo-ask`);
		await v.click("[data-key=midpoint]");
		await v.says("3 regels ingelezen.");
		assert.deepEqual(await groups(), [
			["0268", 12],
			["0296", 9],
			["1982", 3],
		]);
		assert.equal((await v.get("population")).countDate, "2023-10-01");
		await v.clean();
	});

	test("a CSV file is chosen, also in the bytes of an old spreadsheet", async () => {
		await v.practice("utrecht-bovenregionaal");
		const path = join(folder, "oud.csv");
		writeFileSync(path, Buffer.from("Gemeente;Aantal\r\nS\u00fadwest-Frysl\u00e2n;4\r\nUtrecht;5\r\n", "latin1"));
		await v.unfold("intake");
		await (await page.find("#file")).upload(path);
		await v.click("[data-key=take]");
		await v.says("2 regels ingelezen.");
		assert.deepEqual(await groups(), [
			["1900", 4],
			["0344", 5],
		]);
		await v.clean();
	});

	test("saved documents are opened again", async () => {
		await v.practice("utrecht-bovenregionaal");
		const { agreement, population } = systems.find((s) => s.id === "st-maartenschool");
		await drop("afspraak.json", JSON.stringify(agreement), "application/json");
		await v.holds("/agreement/id", "st-maartenschool");
		await drop("leerlingen.json", "\ufeff" + JSON.stringify(population), "application/json");
		await v.holds("/population/title", population.title);
		await v.says("De zorg kost samen € 1.029.600");
		await v.clean();
	});

	test("a file that is nothing is refused with words, and nothing is lost", async () => {
		const good = await v.practice("utrecht-bovenregionaal");
		const before = await groups();
		for (const [file, content, said] of [
			["foto.png", "\u0089PNG\r\n\u001a\n\u0000\u0000", "Dit bestand kunnen wij niet lezen"],
			["stuk.json", '{"$schema":', "Dit bestand kunnen wij niet lezen"],
			["ander.json", '{"$schema":"https://example.org/x"}', "Dit bestand kunnen wij niet lezen"],
			["leeg.csv", "", "Dit bestand"],
		]) {
			await drop(file, content);
			await v.sees(".report .error");
			assert.ok((await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".report").innerText)).length > 20, file);
			if (said.length > 20) await v.says(said);
			assert.deepEqual(await groups(), before, file);
		}
		assert.equal(await v.answer(), good);
		await v.clean();
	});

	test("342 municipalities and 10,000 pasted lines", async () => {
		await v.practice("st-maartenschool");
		const towns = await page.eval(async () => {
			const calculator = document.querySelector("zio-calculator");
			const { load } = await import(document.querySelector("script[type=module]").src);
			const engine = await load();
			const found = new Map();
			for (const letter of "abcdefghijklmnoprstuvwz")
				for (const m of (await engine.call({ call: "municipalities", query: letter, on: "2026-01-01", limit: 1000 })).value) found.set(m.code, m);
			const towns = [...found.values()];
			const agreement = calculator.agreement;
			agreement.period = { from: "2026-01-01", until: "2026-12-31" };
			agreement.parties = [
				...agreement.parties.filter((p) => p.kind !== "municipality"),
				...towns.map((m) => ({ id: m.code, kind: "municipality", name: m.name, participates: true })),
			];
			delete agreement.choices;
			const population = {
				...calculator.population,
				countDate: "2025-10-01",
				groups: towns.map((m, i) => ({ home: m.code, route: "jeugdwet", band: { min: 30, max: 719 }, pupils: i + 1 })),
			};
			delete population.schoolYear;
			delete population.synthetic;
			calculator.population = population;
			calculator.agreement = agreement;
			return towns.length;
		});
		assert.ok(towns >= 342);
		await page.until((n) => document.querySelector("zio-calculator").result.shares.length === n, towns);
		await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
		const pupils = (towns * (towns + 1)) / 2; // 1 + 2 + ...
		await page.until((cost) => document.querySelector("zio-calculator").result.components[0].cost === cost, pupils * 220 * 61 + ".00");
		// The rows in sight change at once, the others follow: in the end every row is of this result, also one that was changed halfway.
		const rate = v.field("/agreement/components/0/cost/rate");
		const written = () =>
			page.until(() => {
				const { result, shadowRoot } = document.querySelector("zio-calculator");
				const shown = new Map(
					[...shadowRoot.querySelectorAll(".part-result tbody tr:not(.because)")].map((r) => [r.cells[0].textContent, r.cells[1].textContent]),
				);
				const amount = (text) => "€\u00a0" + text.replace(".", ",").replace(/\B(?=(\d{3})+,)/g, ".");
				return !shadowRoot.querySelector("[aria-busy]") && result.shares.every((s) => shown.get(s.name) === amount(s.amount));
			});
		await written();
		for (const value of ["62", "63"]) {
			await v.put(rate, value);
			await page.until((cost) => document.querySelector("zio-calculator").result.components[0].cost === cost, pupils * 220 * Number(value) + ".00");
		}
		await written();
		await page.shot(`${context.name}/342`);
		// A key in the whole form, which has thousands of controls, looks through none of them.
		await page.eval(() => document.querySelector("zio-calculator").setAttribute("mode", "full"));
		await v.sees(v.field("/agreement/title"));
		const scans = await page.eval((selector) => {
			const root = document.querySelector("zio-calculator").shadowRoot;
			const page = root.querySelector(".page");
			let scans = 0;
			page.querySelectorAll = (...args) => (scans++, Element.prototype.querySelectorAll.apply(page, args));
			const control = root.querySelector(selector);
			control.value = "61,00";
			control.dispatchEvent(new Event("input", { bubbles: true }));
			delete page.querySelectorAll;
			return [scans, page.querySelectorAll("[data-pointer]").length];
		}, v.field("/agreement/components/0/cost/rate"));
		assert.equal(scans[0], 0);
		assert.ok(scans[1] > 2000, String(scans[1]));
		await page.eval(() => document.querySelector("zio-calculator").setAttribute("mode", "simple"));
		await v.unfold("intake");
		await page.find("#paste");
		await page.eval(() => {
			const box = document.querySelector("zio-calculator").shadowRoot.querySelector("#paste");
			box.value = Array.from({ length: 10_000 }, (_, i) => `${["Nijmegen", "Utrecht", "Zeist", "Atlantis\u202e👩‍🏫"][i % 4]}\t1`).join("\n");
			box.dispatchEvent(new Event("input", { bubbles: true }));
		});
		await v.click("[data-key=read]");
		await v.says("En nog 2480.");
		await v.click("[data-key=take]");
		await v.says("7500 regels ingelezen.");
		assert.deepEqual(
			(await groups()).map((g) => g[1]),
			[2500, 2500, 2500],
		);
		await v.clean();
	});
}
