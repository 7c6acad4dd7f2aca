// What is taken away: files that are valid against the schemas, tables for spreadsheets, text and paper.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { root } from "../lib/site.js";

const ajv = new Ajv({ strict: true, allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/, uri: /^[a-z]+:/, "date-time": true } });
const validate = Object.fromEntries(
	["agreement", "population", "result"].map((kind) => [kind, ajv.compile(JSON.parse(readFileSync(join(root, "schema/1.0", kind + ".schema.json"), "utf8")))]),
);

/** The cells of a CSV file, quotes undone. */
function table(text, mark) {
	const rows = [[""]];
	for (let i = 0, quoted = false; i < text.length; i++) {
		const row = rows.at(-1);
		if (quoted && text[i] === '"' && text[i + 1] === '"') row[row.length - 1] += text[i++];
		else if (text[i] === '"') quoted = !quoted;
		else if (!quoted && text[i] === mark) row.push("");
		else if (!quoted && text[i] === "\r" && text[i + 1] === "\n") (rows.push([""]), i++);
		else row[row.length - 1] += text[i];
	}
	assert.deepEqual(rows.pop(), [""], "the last line ends");
	return rows;
}

export function exports(context) {
	const { v, page, systems } = context;
	const get = (format) => page.eval((format) => document.querySelector("zio-calculator").export(format), format);
	const cents = (s) => Math.round(Number(s.replace(",", ".")) * 100);

	test("the documents of every practice are valid against the schemas, the tables add up", async () => {
		await v.practice("st-maartenschool");
		for (const { id } of systems) {
			await context.system(id);
			const found = await page.eval(async () => {
				const calculator = document.querySelector("zio-calculator");
				return Object.fromEntries(
					await Promise.all(
						["json", "agreement", "population", "csv", "csv-spreadsheet"].map(async (format) => [format, await calculator.export(format)]),
					),
				);
			});
			for (const [format, kind] of [
				["json", "result"],
				["agreement", "agreement"],
				["population", "population"],
			]) {
				const document = JSON.parse(found[format]);
				assert.equal(validate[kind](document), true, id + JSON.stringify(validate[kind].errors?.slice(0, 3)));
			}
			const result = JSON.parse(found.json);
			const rows = table(found.csv, ",");
			assert.deepEqual(rows[0].slice(0, 2), ["Code", "Partij"]);
			assert.match(rows[0][2], /^Bedrag( \(verzonnen\))?$/);
			for (const share of result.shares) assert.equal(rows.find((r) => r[0] === share.party)[2], share.amount, id);
			for (let column = 2; column < rows[0].length; column++) {
				const amounts = rows.slice(1).map((r) => cents(r[column]));
				assert.equal(
					amounts.slice(0, -1).reduce((a, b) => a + b, 0),
					amounts.at(-1),
					`${id}: column ${rows[0][column]} adds up`,
				);
			}
			assert.equal(found["csv-spreadsheet"].codePointAt(0), 0xfeff, "the mark that spreadsheets know UTF-8 by");
			const sheet = table(found["csv-spreadsheet"].slice(1), ";");
			assert.deepEqual(
				sheet.map((r) => r.map((c) => c.replace(/^(-?\d+),(\d\d)$/, "$1.$2"))),
				rows,
				id,
			);
		}
		await v.clean();
	});

	test("no formula reaches a spreadsheet", async () => {
		await v.practice("st-maartenschool");
		const nasty = ['=HYPERLINK("https://example.org";"x")', "+1+1", "-2", "@SUM(A1)", "\tx", "\rx", 'a";"b', "＝1+1", "a;b", "a,b", ";=1+1", "a\tb"];
		/** The cells that a spreadsheet makes of a file when it takes another mark for the end of a cell. */
		const otherwise = (text, mark) => table(text, mark === ";" ? "," : ";");
		for (const text of nasty) {
			await page.eval((text) => {
				const calculator = document.querySelector("zio-calculator");
				const agreement = calculator.agreement;
				agreement.parties[0].name = text;
				calculator.agreement = agreement;
			}, text);
			const taken = await page.until(
				(text) => document.querySelector("zio-calculator").result.shares.some((s) => s.name === text) || seen.problems.length > 0,
				text,
			);
			assert.ok(taken);
			if (await page.eval(() => seen.problems.splice(0).length)) continue; // the engine refuses characters that no name has
			for (const [format, mark] of [
				["csv-spreadsheet", ";"],
				["csv", ","],
			]) {
				const file = (await get(format)).replace(/^\ufeff/, "");
				assert.ok(
					table(file, mark).some((row) => row[1] === text || row[1] === "'" + text),
					"the name is whole: " + JSON.stringify(text),
				);
				for (const row of otherwise(file, mark)) for (const cell of row) assert.doesNotMatch(cell, /^[=+@\t\r＝]/, JSON.stringify(cell));
				for (const row of table(file, mark))
					for (const cell of row) if (!/^-?\d+([.,]\d\d)?$/.test(cell)) assert.doesNotMatch(cell, /^[=+\-@\t\r＝]/, JSON.stringify(cell));
			}
		}
	});

	test("the buttons hand files to the browser, under the strict policy", async () => {
		await v.practice("st-maartenschool");
		await v.unfold("save");
		await v.sees("[data-key=savecsv]");
		await page.eval(() => {
			window.saved = [];
			HTMLAnchorElement.prototype.click = function () {
				const link = this;
				if (!link.download) throw new Error("no download");
				saved.push({ name: link.download });
			};
			const make = URL.createObjectURL;
			URL.createObjectURL = (blob) => ((window.blobs ??= []).push(blob), make(blob));
		});
		for (const [format, file] of Object.entries({
			"csv-spreadsheet": "tabel-excel-voorbeeldcijfers.csv",
			csv: "tabel-systemen-voorbeeldcijfers.csv",
			json: "uitkomst-voorbeeldcijfers.json",
			agreement: "afspraak-voorbeeldcijfers.json",
			population: "leerlingen-voorbeeldcijfers.json",
		})) {
			await v.click(`[data-key="save${format}"]`);
			const [name, type, text] = await page.eval(async () => [
				saved.at(-1).name,
				blobs.at(-1).type,
				new TextDecoder("utf-8", { ignoreBOM: true }).decode(await blobs.at(-1).arrayBuffer()),
			]);
			assert.equal(text, await get(format));
			assert.equal(name, "st-maartenschool-" + file);
			assert.match(type, /^(text\/csv|application\/json);charset=utf-8$/);
		}
		await v.clean();
	});

	test("there is no other format, and no file before there is a result", async () => {
		await v.show("");
		await v.sees(".pick");
		assert.equal(
			await page.eval(() =>
				document
					.querySelector("zio-calculator")
					.export("json")
					.then(
						() => "",
						(e) => e.name,
					),
			),
			"RangeError",
		);
		await v.practice("st-maartenschool");
		assert.equal(
			await page.eval(() =>
				document
					.querySelector("zio-calculator")
					.export("pdf")
					.then(
						() => "",
						(e) => e.name,
					),
			),
			"RangeError",
		);
	});

	test("the text for a proposal is copied, or shown where that is not allowed", async () => {
		await v.practice("st-maartenschool", "municipality=0296");
		await v.unfold("save");
		await v.sees("[data-key=proposal]");
		await page.eval(
			() => void Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void (window.copied = text) } }),
		);
		await v.click("[data-key=proposal]");
		const text = await page.until(() => window.copied);
		assert.match(text, /St\. Maartenschool/);
		assert.match(text, /Wijchen betaalt/);
		assert.match(text, /U kunt er geen rechten aan ontlenen/);
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("[role=status]").textContent === "Gekopieerd");
		await page.eval(
			() => void Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async () => Promise.reject(new Error("no")) } }),
		);
		await v.click("[data-key=proposal]");
		await v.sees(".save textarea");
		assert.equal(await v.value(".save textarea"), text);
		await v.clean();
	});

	test("numbers of 1 to 4 pupils of the visitor are not handed on without a choice", async () => {
		await v.practice("st-maartenschool", "share");
		await v.unfold("save");
		await v.sees("[data-key=savecsv]");
		await v.misses(".small-numbers"); // the numbers of a practice are made up or public
		await page.eval(() => {
			const calculator = document.querySelector("zio-calculator");
			const population = calculator.population;
			delete population.synthetic;
			calculator.population = population;
		});
		await v.sees(".small-numbers");
		await page.eval(() => {
			window.saved = [];
			HTMLAnchorElement.prototype.click = function () {
				saved.push(/** @type {HTMLAnchorElement} */ (this).download);
			};
			window.print = () => saved.push("print");
			const make = URL.createObjectURL;
			URL.createObjectURL = (blob) => ((window.blobs ??= []).push(blob), make(blob));
			Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void saved.push(text) } });
		});
		const doors = ["savecsv-spreadsheet", "savecsv", "savejson", "savepopulation", "print", "proposal", "link"];
		const refused = async (words, list) => {
			for (const key of list) {
				await v.click(`[data-key="${key}"]`);
				await v.sees(`[data-key="${key}"] + .small-refused`);
				await v.says(words);
			}
			assert.deepEqual(await page.eval(() => saved), [], words);
			await v.misses("#link");
		};
		await refused("Hierin staan kleine aantallen leerlingen.", doors);
		await v.click("[data-key=smallpublish]");
		for (const blank of ["", ". . . - !", "\u00a0\u200b\u2060\u00ad\u3164", "ok"]) {
			await v.put("[data-key=smallreason]", blank);
			await refused("Schrijf eerst in woorden waarom", doors);
		}
		await v.put("[data-key=smallreason]", "ouders van 111.222.333");
		await refused("Zet geen lange nummers in de reden.", doors);
		await v.click("[data-key=smallmerge]");
		await refused("Hierin staan alle aantallen.", ["savejson", "savepopulation", "print", "link"]);
		await v.click("[data-key=savecsv]");
		const csv = await page.until(async () => window.blobs?.length && (await blobs.at(-1).text()));
		// Beuningen 7, Nijmegen 34, Wijchen 10, Berg en Dal 7 and the other 20 of 78 pupils: 20 x 220 x 60.00
		const rows = table(csv, ",");
		assert.deepEqual(
			rows.slice(1).map((r) => r[0]),
			["0209", "0268", "0296", "1945", "overige", ""],
		);
		assert.deepEqual(rows[5].slice(1, 3), ["Overige gemeenten", "264000.00"]);
		await v.click("[data-key=proposal]");
		const text = await page.until(() => saved.find((s) => s.includes("\n")));
		assert.match(text, /Overige gemeenten: €\s264\.000,00/);
		assert.match(text, /Samengenomen als overige gemeenten: .*Grave/);
		assert.doesNotMatch(text, /leerling/);
		await v.click("[data-key=smallpublish]");
		await v.put("[data-key=smallreason]", "Staat al in het raadsvoorstel.");
		await v.click("[data-key=print]");
		await page.until(() => saved.includes("print"));
		await v.click("[data-key=link]");
		await v.sees("#link");
		await v.click("[data-key=proposal]");
		await page.until(() => saved.some((s) => s.includes("Reden waarom dat mag: Staat al in het raadsvoorstel.")));
		await v.clean();
	});

	test("on paper the result stands without the controls", async () => {
		if (context.name !== "chromium") return; // only there a test can ask for paper
		await v.practice("st-maartenschool");
		await page.prefer({}, "print");
		for (const selector of ["[data-key=calculate]", ".intake", ".fold.save", ".fold.compare"])
			assert.equal(
				await page.eval((s) => document.querySelector("zio-calculator").shadowRoot.querySelector(s).getClientRects().length, selector),
				0,
				selector,
			);
		assert.ok(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").getClientRects().length));
		await page.shot("chromium/print");
		await page.prefer({});
	});
}
