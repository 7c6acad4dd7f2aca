// What is read of an XLSX or ODS file, without a browser: the value of every cell, as often as it stands.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readSpreadsheet } from "../src/more/read-spreadsheet.js";
import { ods, xlsx, zip } from "./lib/spreadsheet.js";

const read = async (bytes) => (await readSpreadsheet(bytes)).rows;
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
	assert.deepEqual(await read(odsOf(rows)), [
		["Zeist", "3"],
		["Zeist", "3"],
		["Zeist", "3"],
		["Utrecht", "4"],
	]);
});

test("cells that repeat too, and empty ones keep the columns apart", async () => {
	const gap = `<table:table-cell${repeat("columns", 30)}/>`;
	const end = `<table:table-cell${repeat("columns", 16000)}/>`;
	const [first, second] = await read(odsOf(row(text("Zeist") + gap + number(3, repeat("columns", 60)) + end) + row(text("Utrecht") + gap + number(4))));
	assert.deepEqual([first.length, first[0], first[30], first[31], first[90]], [91, "Zeist", "", "3", "3"]);
	assert.deepEqual([second.length, second[31]], [32, "4"]);
});

test("empty rows and cells at the end of a sheet are none, however many", async () => {
	const rows = row(text("Zeist") + number(3)) + `<table:table-row${repeat("rows", 1048574)}/>`;
	assert.deepEqual(await read(odsOf(rows)), [["Zeist", "3"]]);
	assert.deepEqual(await read(ods([["Zeist", 3]])), [["Zeist", "3"]]);
	assert.deepEqual(await read(odsOf(`<table:table-row/>` + row(text("Zeist")) + `<table:table-row/>` + row(text("Utrecht")))), [["Zeist"], ["Utrecht"]]);
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
	assert.deepEqual(await read(odsOf(row(cells))), [["Bergen op Zoom", "12", "", "4"]]);
});

test("an XLSX: the value of a formula, also of one that is shared; no truth for a number; merged cells once", async () => {
	const rows =
		'<row r="1"/><row r="2" spans="1:3"><c r="A2" t="inlineStr"><is><t>Zeist</t></is></c>' +
		'<c r="B2"><f t="shared" ref="B2:B3" si="0">C2*2</f><v>6</v></c><c r="C2"><v>3.0</v></c></row>' +
		'<row r="3"><c r="A3" s="1"/><c r="B3"><f t="shared" si="0"/><v>8</v></c><c r="C3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c></row>';
	assert.deepEqual(await read(xlsxOf(rows)), [
		["Zeist", "6", "3"],
		["", "8", "TRUE", "", "#N/A"],
	]);
	assert.deepEqual(
		await read(
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

test("rows that are hidden or filtered out are counted and not read, nor a sheet that is hidden", async () => {
	const shared =
		'<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>' +
		'<row r="3" hidden="0"><c r="A3"><v>3</v></c></row><row r="4" hidden="true"/>';
	assert.deepEqual(await readSpreadsheet(xlsxOf(shared)), { rows: [["1"], ["3"]], unseen: 1 }); // an empty row is none
	const visibility = (how) => ` table:visibility="${how}"`;
	const rows =
		row(number(1)) +
		row(number(2), visibility("collapse") + repeat("rows", 3)) +
		row(number(4), visibility("filter")) +
		row(number(5), visibility("visible"));
	assert.deepEqual(await readSpreadsheet(odsOf(rows)), { rows: [["1"], ["5"]], unseen: 4 });

	const sheet = (n) => `<worksheet><sheetData><row r="1"><c r="A1"><v>${n}</v></c></row></sheetData></worksheet>`;
	const book = (first, second) =>
		zip({
			"xl/workbook.xml":
				`<workbook><sheets><sheet name="Oud" sheetId="1"${first} r:id="rId1"/>` +
				`<sheet name="Nu" sheetId="2"${second} r:id="rId2"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels":
				'<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/>' +
				'<Relationship Id="rId2" Type="worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
			"xl/worksheets/sheet1.xml": sheet(1),
			"xl/worksheets/sheet2.xml": sheet(2),
		});
	assert.deepEqual(await read(book("", "")), [["1"]]);
	assert.deepEqual(await read(book(' state="hidden"', "")), [["2"]]);
	assert.deepEqual(await read(book(' state="veryHidden"', ' state="visible"')), [["2"]]);
	assert.deepEqual(await read(book(' state="hidden"', ' state="hidden"')), [["1"]]);
	const styled = (style) =>
		zip({
			mimetype: "application/vnd.oasis.opendocument.spreadsheet",
			"content.xml":
				`<office:document-content><style:style style:name="ta1" style:family="table"><style:table-properties table:display="${style}"/></style:style>` +
				`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="true"/></style:style>` +
				`<table:table table:name="Oud" table:style-name="ta1">${row(number(1))}</table:table>` +
				`<table:table table:name="Nu" table:style-name="ta2">${row(number(2))}</table:table></office:document-content>`,
		});
	assert.deepEqual(await read(styled("true")), [["1"]]);
	assert.deepEqual(await read(styled("false")), [["2"]]);
});
