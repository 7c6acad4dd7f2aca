// Spreadsheets: the cells of the first sheet of an XLSX or ODS file that is not hidden, without the rows that are hidden or filtered
// out. Both are zip files of XML; the browser unpacks them, and of the XML only cells and their texts are read. Formulas, dates and
// looks are nobody's business here.

const MOST = 40_000_000; // bytes of one unpacked part

/** The parts of a zip file by name, from its directory at the end. */
function directory(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
	if (end < 0) throw new RangeError("zio: no zip");
	const parts = new Map();
	let at = view.getUint32(end + 16, true);
	for (let n = view.getUint16(end + 10, true); n > 0; n--) {
		if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError("zio: no zip");
		const [method, size, nameLength] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
		const local = view.getUint32(at + 42, true);
		const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
		parts.set(name, { method, data: bytes.subarray(start, start + size) });
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return parts;
}

/** The text of a part; "" when it is not there. */
async function text(parts, name) {
	const part = parts.get(name);
	if (!part) return "";
	if (part.method === 0) return new TextDecoder().decode(part.data);
	if (part.method !== 8) throw new RangeError("zio: unknown compression");
	const reader = new Blob([part.data]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
	const chunks = [];
	let size = 0;
	for (let r = await reader.read(); !r.done; r = await reader.read()) {
		size += r.value.length;
		if (size > MOST) throw new RangeError("zio: too large");
		chunks.push(r.value);
	}
	return new TextDecoder().decode(await new Blob(chunks).arrayBuffer());
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescape = (s) =>
	s.replace(/&(#x?[0-9a-f]+|\w+);/gi, (all, e) =>
		e[0] === "#" ? String.fromCodePoint(e[1].toLowerCase() === "x" ? parseInt(e.slice(2), 16) : Number(e.slice(1))) : (entities[e] ?? all),
	);
/** The texts between tags of a name, joined. */
const inner = (xml, tag) => unescape([...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]*)</${tag}>`, "g"))].map((m) => m[1]).join(""));

/** A number of a sheet as people write it: 12 and not 12.0 or 1.2E1. */
const plain = (s) => (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(s) ? String(Number(s)) : s);

// The limits of the reader of workbooks in Go, with its reasons.
const ROWS = 1_048_576;
const COLUMNS = 4096;
const REPEATED = 2 ** 20; // cells that are made by repeating; a page has less room than a server

const tooMuch = () => new RangeError("zio: too large");

/** The column of an address such as "AB12". */
function column(address) {
	const n = [...address.replace(/\d+$/, "")].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
	if (n >= COLUMNS) throw tooMuch();
	return n;
}

/** The names of the elements of a kind that hold something, and what they hold; one that closes itself holds nothing. */
const elements = (xml, name) => xml.matchAll(new RegExp(`<${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:/>|>([^]*?)</${name}>)`, "g"));

const attribute = (attributes, name) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

/** How often a row or a cell of an ODS stands. */
function times(attributes, name) {
	const n = Number(attribute(attributes, name) ?? 1);
	if (!(n >= 1)) throw new RangeError("zio: no sheet");
	return n;
}

/** What a cell of an XLSX holds; of a formula the value that was worked out. */
function valueOf(content, type, shared) {
	if (type === "inlineStr") return inner(content, "t");
	const value = inner(content, "v");
	if (type === "s") return shared[Number(value)] ?? "";
	if (type === "b") return value === "1" ? "TRUE" : "FALSE"; // which is no number
	return type === "str" || type === "e" ? value : plain(value);
}

async function xlsx(parts) {
	const shared = [...elements(await text(parts, "xl/sharedStrings.xml"), "si")].map((m) => inner(m[2] ?? "", "t"));
	// The first sheet in the order of the book is not always the first file.
	const sheets = [...elements(await text(parts, "xl/workbook.xml"), "sheet")].map((m) => m[1]);
	const links = await text(parts, "xl/_rels/workbook.xml.rels");
	const shown = sheets.find((s) => !/^(very)?hidden$/i.test(attribute(s, "state") ?? "")) ?? sheets[0];
	const id = shown && attribute(shown, "r:id");
	const link = id && [...links.matchAll(/<Relationship\s[^>]*>/g)].find((m) => m[0].includes(`Id="${id}"`))?.[0];
	const target = (link && /Target="([^"]+)"/.exec(link)?.[1]) || "worksheets/sheet1.xml";
	const sheet = await text(parts, target.startsWith("/") ? target.slice(1) : "xl/" + target);
	const rows = [];
	for (const [, own, row = ""] of elements(sheet, "row")) {
		const cells = [];
		let next = 0;
		for (const [, attributes, content = ""] of elements(row, "c")) {
			const at = attribute(attributes, "r");
			const i = at ? column(at) : next;
			if (i >= COLUMNS) throw tooMuch();
			cells[i] = valueOf(content, attribute(attributes, "t"), shared);
			next = i + 1;
		}
		rows.push({ cells: Array.from(cells, (c) => (c ?? "").trim()), hidden: /^(1|true)$/.test(attribute(own, "hidden") ?? "") });
		if (rows.length > ROWS) throw tooMuch();
	}
	return rows;
}

/** What a cell of an ODS holds: its number, or its text without notes. */
function shownIn(attributes, content) {
	const number = /^(float|currency|percentage)$/.test(attribute(attributes, "office:value-type")) && attribute(attributes, "office:value");
	if (number) return plain(number);
	const paragraphs = [...elements(content.replace(/<office:annotation[\s>][^]*?<\/office:annotation>/g, ""), "text:p")];
	return unescape(paragraphs.map((m) => (m[2] ?? "").replace(/<text:(s|tab|line-break)\b[^>]*>/g, " ").replace(/<[^>]+>/g, "")).join(" ")).trim();
}

async function ods(parts) {
	const content = await text(parts, "content.xml");
	const hides = [...elements(content, "style:style")].filter((m) => /table:display="false"/.test(m[2] ?? ""));
	const hiddenStyles = new Set(hides.map((m) => attribute(m[1], "style:name")));
	const sheets = [...elements(content, "table:table")];
	const [, , sheet = ""] = sheets.find((m) => !hiddenStyles.has(attribute(m[1], "table:style-name") ?? "")) ?? sheets[0] ?? [];
	const rows = [];
	let repeated = 0;
	for (const [, own, row = ""] of elements(sheet, "table:table-row")) {
		const cells = [];
		let empty = 0; // cells since the last one that is filled
		// What a cell hides that is merged with the one before it is not read, as nobody sees it.
		for (const [, name, attributes, content = ""] of row.matchAll(
			/<table:((?:covered-)?table-cell)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([^]*?)<\/table:\1>)/g,
		)) {
			const n = times(attributes, "table:number-columns-repeated");
			const shown = name === "table-cell" ? shownIn(attributes, content) : "";
			if (!shown) empty += n;
			else if (cells.length + empty + n > COLUMNS) throw tooMuch();
			else {
				cells.push(...Array(empty).fill(""), ...Array(n).fill(shown));
				empty = 0;
			}
		}
		if (!cells.length) continue;
		// A program writes rows that are the same once, and says how often: each of them counts.
		const n = times(own, "table:number-rows-repeated");
		repeated += n > 1 ? n * cells.length : 0;
		if (repeated > REPEATED || rows.length + n > ROWS) throw tooMuch();
		const hidden = /^(collapse|filter)$/.test(attribute(own, "table:visibility") ?? "");
		for (let i = 0; i < n; i++) rows.push({ cells, hidden });
	}
	return rows;
}

/** The cells of the first sheet that are filled, row by row, as a person sees them; and how many filled rows nobody sees. */
export async function readSpreadsheet(bytes) {
	const parts = directory(bytes);
	const rows = await (parts.has("content.xml") ? ods(parts) : xlsx(parts));
	const filled = rows.filter((r) => r.cells.some(Boolean));
	const seen = filled.filter((r) => !r.hidden);
	return { rows: seen.map((r) => r.cells), unseen: filled.length - seen.length };
}
