// Files of any size, line by line: a piece is read, its lines are seen, and it is forgotten again. Quoted line ends belong to a
// cell; the bytes are UTF-8, UTF-16 where a mark says so, or what older spreadsheets write.

const PIECE = 1 << 19; // bytes
const LONGEST = 1 << 20; // characters of a line; a quote that stays open longer than this is no quote

/** A reading that was stopped. */
export class Stopped extends Error {}

const QUOTE = 34;

/** Whether an odd number of quotes stands in a text: one is still open at its end. */
function open(text) {
	let odd = false;
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === QUOTE) odd = !odd;
	return odd;
}

/**
 * Reads a file and gives its lines, until what sees them says that it has seen enough.
 * @param {Blob} file
 * @param {() => (line: string, n: number) => boolean | void} begin makes what sees the lines, anew when the file is read again; false
 * ends the reading
 * @param {(bytes: number) => Promise<void> | void} [step] is told after each piece how much was read; it throws to stop
 */
export async function eachLine(file, begin, step = () => {}) {
	const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	const encodings = a === 0xff && b === 0xfe ? ["utf-16le"] : ["utf-8", "windows-1252"];
	for (const encoding of encodings) {
		try {
			return await inEncoding(file, encoding, begin(), step);
		} catch (error) {
			// Bytes that are no UTF-8 may come late: the file is read again from its start.
			if (!(error instanceof TypeError) || encoding === encodings.at(-1)) throw error;
		}
	}
}

async function inEncoding(file, encoding, see, step) {
	const decoder = new TextDecoder(encoding, { fatal: true });
	let [rest, begun, n] = ["", "", 0];
	for (let at = 0; at < file.size; at += PIECE) {
		const last = at + PIECE >= file.size;
		const text = rest + decoder.decode(await file.slice(at, at + PIECE).arrayBuffer(), { stream: !last });
		const lines = text.split("\n");
		rest = last ? "" : lines.pop();
		for (const line of lines) {
			n++;
			begun = begun ? begun + "\n" + line : line;
			if (open(begun) && begun.length < LONGEST) continue;
			if (see(begun.endsWith("\r") ? begun.slice(0, -1) : begun, n) === false) return;
			begun = "";
		}
		await step(Math.min(at + PIECE, file.size));
	}
	if (begun) see(begun, n);
}

/** What stands between the cells of a line. */
export const markOf = (line) => [";", "\t", ","].reduce((a, b) => (line.split(b).length > line.split(a).length ? b : a));

/** The cells of a line, or its first ones. */
export function cellsOf(line, mark, most = Infinity) {
	if (!line.includes('"')) return line.split(mark);
	const cells = [];
	for (let at = 0; at <= line.length && cells.length < most; at++) {
		let cell = "";
		if (line[at] === '"') {
			let end = at;
			do end = line.indexOf('"', end + 1) + 1 || line.length;
			while (line[end] === '"');
			cell = line.slice(at + 1, end - 1).replaceAll('""', '"');
			at = end;
		}
		const next = line.indexOf(mark, at);
		const end = next < 0 ? line.length : next;
		cells.push(cell + line.slice(at, end));
		at = end;
	}
	return cells;
}
