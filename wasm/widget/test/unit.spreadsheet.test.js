// What is read of an XLSX or ODS file, without a browser: the value of every cell, as often as it stands.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readSpreadsheet } from "../src/more/read-spreadsheet.js";
import { ods, xlsx, zip } from "./lib/spreadsheet.js";

const odsOf = (rows) =>
	zip({
		mimetype: "application/vnd.oasis.opendocument.spreadsheet",
		"content.xml": `<office:document-content><table:table table:name="Blad1">${rows}</table:table></office:document-content>`,
	});
const xlsxOf = (rows) => zip({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData><mergeCells/></worksheet>` });
const text = (s, more = "") => `<table:table-cell office:value-type="string"${more}><text:p>${s}</text:p></table:table-cell>`;
const number = (n, more = "") => `<table:table-cell office:value-type="float" office:value="${n}"${more}><text:p>${n}</text:p></table:table-cell>`;
const row = (cells, more = "") => `<table:table-row${more}>${cells}</table:table-row>`;
const repeat = (what, n) => ` table:number-${what}-repeated="${n}"`;

test("rows that an ODS writes once stand as often as it says", async () => {
	const rows = row(text("Zeist") + number(3), repeat("rows", 3)) + row(text("Utrecht") + number(4));
	assert.deepEqual(await readSpreadsheet(odsOf(rows)), [
		["Zeist", "3"],
		["Zeist", "3"],
		["Zeist", "3"],
		["Utrecht", "4"],
	]);
});

test("cells that repeat too, and empty ones keep the columns apart", async () => {
	const gap = `<table:table-cell${repeat("columns", 30)}/>`;
	const end = `<table:table-cell${repeat("columns", 16000)}/>`;
	const [first, second] = await readSpreadsheet(
		odsOf(row(text("Zeist") + gap + number(3, repeat("columns", 60)) + end) + row(text("Utrecht") + gap + number(4))),
	);
	assert.deepEqual([first.length, first[0], first[30], first[31], first[90]], [91, "Zeist", "", "3", "3"]);
	assert.deepEqual([second.length, second[31]], [32, "4"]);
});

test("empty rows and cells at the end of a sheet are none, however many", async () => {
	const rows = row(text("Zeist") + number(3)) + `<table:table-row${repeat("rows", 1048574)}/>`;
	assert.deepEqual(await readSpreadsheet(odsOf(rows)), [["Zeist", "3"]]);
	assert.deepEqual(await readSpreadsheet(ods([["Zeist", 3]])), [["Zeist", "3"]]);
	assert.deepEqual(await readSpreadsheet(odsOf(`<table:table-row/>` + row(text("Zeist")) + `<table:table-row/>` + row(text("Utrecht")))), [
		["Zeist"],
		["Utrecht"],
	]);
});

test("more than a spreadsheet has is refused, and soon", async () => {
	const began = performance.now();
	for (const book of [
		odsOf(row(text("Zeist") + number(3), repeat("rows", 900_000))), // 1.8 million cells of one row
		odsOf(row(text("Zeist"), repeat("rows", 1_048_577))),
		odsOf(row(text("Zeist", repeat("columns", 5000)))),
		odsOf(row(text("Zeist"), repeat("rows", -1))),
		odsOf(row(text("Zeist"), repeat("rows", 1e12))),
		xlsxOf('<row r="1"><c r="ZZZZZZ1"><v>3</v></c></row>'),
		xlsxOf('<row r="1"><c r="XFE1"><v>3</v></c></row>'),
	])
		await assert.rejects(readSpreadsheet(book), RangeError);
	assert.ok(performance.now() - began < 2000);
});

test("an ODS: amounts by their value, texts with spaces, no notes and nothing of what is covered", async () => {
	const note = "<office:annotation><text:p>vraag na</text:p></office:annotation>";
	const cells =
		`<table:table-cell office:value-type="string">${note}<text:p>Bergen<text:s/>op <text:span>Zoom</text:span></text:p></table:table-cell>` +
		`<table:table-cell office:value-type="currency" office:value="12"><text:p>€ 12,00</text:p></table:table-cell>` +
		`<table:covered-table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:covered-table-cell>` +
		number(4);
	assert.deepEqual(await readSpreadsheet(odsOf(row(cells))), [["Bergen op Zoom", "12", "", "4"]]);
});

test("an XLSX: the value of a formula, also of one that is shared; no truth for a number; merged cells once", async () => {
	const rows =
		'<row r="1"/><row r="2" spans="1:3"><c r="A2" t="inlineStr"><is><t>Zeist</t></is></c>' +
		'<c r="B2"><f t="shared" ref="B2:B3" si="0">C2*2</f><v>6</v></c><c r="C2"><v>3.0</v></c></row>' +
		'<row r="3"><c r="A3" s="1"/><c r="B3"><f t="shared" si="0"/><v>8</v></c><c r="C3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c></row>';
	assert.deepEqual(await readSpreadsheet(xlsxOf(rows)), [
		["Zeist", "6", "3"],
		["", "8", "TRUE", "", "#N/A"],
	]);
	assert.deepEqual(
		await readSpreadsheet(
			xlsx([
				["Gemeente", "Aantal"],
				["’s-Hertogenbosch & co", 5],
			]),
		),
		[
			["Gemeente", "Aantal"],
			["’s-Hertogenbosch & co", "5"],
		],
	);
});
