// Spreadsheets: the cells of the first sheet of an XLSX or ODS file. Both are zip files of XML; the browser unpacks them, and
// of the XML only cells and their texts are read. Formulas, dates and looks are nobody's business here.

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

/** The column of an address such as "AB12". */
const column = (address) => [...address.replace(/\d+$/, "")].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;

async function xlsx(parts) {
	const shared = [...(await text(parts, "xl/sharedStrings.xml")).matchAll(/<si>([^]*?)<\/si>|<si\/>/g)].map((m) => inner(m[1] ?? "", "t"));
	// The first sheet in the order of the book is not always the first file.
	const book = await text(parts, "xl/workbook.xml");
	const links = await text(parts, "xl/_rels/workbook.xml.rels");
	const id = /<sheet\s[^>]*?r:id="([^"]+)"/.exec(book)?.[1];
	const link = id && [...links.matchAll(/<Relationship\s[^>]*>/g)].find((m) => m[0].includes(`Id="${id}"`))?.[0];
	const target = (link && /Target="([^"]+)"/.exec(link)?.[1]) || "worksheets/sheet1.xml";
	const sheet = await text(parts, target.startsWith("/") ? target.slice(1) : "xl/" + target);
	return [...sheet.matchAll(/<row[^>]*>([^]*?)<\/row>/g)].map((row) => {
		const cells = [];
		let next = 0;
		for (const [, attributes, content = ""] of row[1].matchAll(/<c\b([^>]*?)(?:\/>|>([^]*?)<\/c>)/g)) {
			const at = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1];
			const i = at ? column(at) : next;
			const type = /\bt="(\w+)"/.exec(attributes)?.[1];
			const value = inner(content, "v");
			cells[i] = type === "s" ? (shared[Number(value)] ?? "") : type === "inlineStr" ? inner(content, "t") : type === "str" ? value : plain(value);
			next = i + 1;
		}
		return Array.from(cells, (c) => (c ?? "").trim());
	});
}

async function ods(parts) {
	const content = await text(parts, "content.xml");
	const sheet = /<table:table\s[^]*?<\/table:table>/.exec(content)?.[0] ?? "";
	return [...sheet.matchAll(/<table:table-row[^>]*>([^]*?)<\/table:table-row>/g)].map((row) => {
		const cells = [];
		for (const [, attributes, content = ""] of row[1].matchAll(
			/<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>([^]*?)<\/table:(?:covered-)?table-cell>)/g,
		)) {
			const value = /office:value-type="float"[^>]*office:value="([^"]+)"|office:value="([^"]+)"[^>]*office:value-type="float"/.exec(attributes);
			const shown = value ? plain(value[1] ?? value[2]) : unescape(content.replace(/<[^>]+>/g, ""));
			const times = Math.min(Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1), shown ? 50 : 20);
			for (let i = 0; i < times; i++) cells.push(shown.trim());
		}
		return cells;
	});
}

/** The cells of the first sheet that are filled, row by row. */
export async function readSpreadsheet(bytes) {
	const parts = directory(bytes);
	const rows = await (parts.has("content.xml") ? ods(parts) : xlsx(parts));
	return rows.filter((r) => r.some(Boolean));
}
