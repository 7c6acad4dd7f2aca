// Small XLSX and ODS files, as spreadsheet programs save them: a zip of XML, in an XLSX with the texts shared.

import { crc32, deflateRawSync } from "node:zlib";

const crc = crc32 ?? (() => 0); // nobody checks it here
const xml = (s) => String(s).replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** The bytes of a zip file of these texts by name. */
export function zip(files) {
	const parts = [];
	const entries = [];
	let at = 0;
	for (const [name, text] of Object.entries(files)) {
		const data = Buffer.from(text);
		const packed = deflateRawSync(data);
		const head = Buffer.alloc(26);
		head.writeUInt16LE(20, 0);
		head.writeUInt16LE(8, 4);
		head.writeUInt32LE(crc(data), 10);
		head.writeUInt32LE(packed.length, 14);
		head.writeUInt32LE(data.length, 18);
		head.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), head, Buffer.from(name), packed]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(at, 10);
		entries.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), head, tail, Buffer.from(name)]));
		parts.push(local);
		at += local.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(at, 12);
	return Buffer.concat([...parts, directory, Buffer.from("PK\u0005\u0006"), end]);
}

/** The bytes of a book with one sheet of these rows, some of which are hidden. */
export function xlsx(rows, hidden = []) {
	const texts = [];
	const cell = (value, r, c) => {
		const at = String.fromCharCode(65 + c) + (r + 1);
		if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
		texts.push(value);
		return `<c r="${at}" t="s"><v>${texts.length - 1}</v></c>`;
	};
	const sheet = rows
		.map((row, r) => `<row r="${r + 1}"${hidden.includes(r) ? ' hidden="1"' : ""}>${row.map((value, c) => cell(value, r, c)).join("")}</row>`)
		.join("");
	return zip({
		"xl/workbook.xml": '<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
		"xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
		"xl/sharedStrings.xml": `<sst>${texts.map((s) => `<si><t>${xml(s)}</t></si>`).join("")}</sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
	});
}

/** The bytes of an ODS with one sheet of these rows; what a program repeats, such as empty cells at the end, is written as it does. */
export function ods(rows) {
	const cell = (value) =>
		typeof value === "number"
			? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
			: `<table:table-cell office:value-type="string"><text:p>${xml(value)}</text:p></table:table-cell>`;
	const rest = '<table:table-cell table:number-columns-repeated="1022"/>';
	const table = rows.map((row) => `<table:table-row>${row.map(cell).join("")}${rest}</table:table-row>`).join("");
	return zip({
		mimetype: "application/vnd.oasis.opendocument.spreadsheet",
		"content.xml":
			"<office:document-content><office:body><office:spreadsheet>" +
			`<table:table table:name="Blad1">${table}<table:table-row table:number-rows-repeated="1048574">${rest}</table:table-row></table:table>` +
			"</office:spreadsheet></office:body></office:document-content>",
	});
}
