// Lines of files of any size, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf, eachLine, Stopped } from "../src/reader/lines.js";
import { linesOf, schoolsIn } from "../src/reader/schools-of.js";
import { LARGEST, tasksOf, TooLarge } from "../src/reader/tasks.js";

const read = async (parts) => {
	let lines;
	const begin = () => {
		lines = [];
		return (line, n) => void lines.push([n, line]);
	};
	await eachLine(new Blob(parts), begin);
	return lines;
};

test("lines end in any of two ways, and the last one may end in nothing", async () => {
	assert.deepEqual(await read(["a;b\r\nc\n\nd"]), [
		[1, "a;b"],
		[2, "c"],
		[3, ""],
		[4, "d"],
	]);
});

test("a quoted line end belongs to its cell", async () => {
	const [[, head], [n, line]] = await read(['x\n"een\ntwee";3\n']);
	assert.equal(head, "x");
	assert.equal(n, 3);
	assert.deepEqual(cellsOf(line, ";"), ["een\ntwee", "3"]);
});

test("cells: quotes doubled, empty ones, one at the end", () => {
	assert.deepEqual(cellsOf('"a;""b""";;c;', ";"), ['a;"b"', "", "c", ""]);
	assert.deepEqual(cellsOf("a\tb", "\t"), ["a", "b"]);
});

test("letters stand on the border of two pieces, and bytes of an old spreadsheet come late", async () => {
	const piece = 1 << 19;
	for (const shift of [0, 1]) {
		const [, [, second]] = await read(["x".repeat(piece - 2 - shift) + "\n" + "ú".repeat(3)]);
		assert.equal(second, "úúú");
	}
	const old = await read(["x\n".repeat(piece), new Uint8Array([0x53, 0xfa, 0x64])]);
	assert.equal(old.at(-1)[1], "Súd");
	assert.equal(old.length, piece + 1, "what was read before is read once more and not twice");
});

const table = [
	"PEILDATUM;GEMEENTENAAM_LEERLING;INSTELLINGSCODE;VESTIGINGSCODE;SOORT_PO;TOTAAL",
	"20241001;Nijmegen;99AB;00;So;3",
	"20241001;Nijmegen;99AC;99AC01;So;4",
	"20241001;Wijchen;99AB;00;So;5",
	"20241001;Wijchen;99AB;00;Vso;6",
].join("\r\n");

test("schools and their lines, where they stand in the file", async () => {
	assert.deepEqual(
		(await schoolsIn(new Blob([table]))).map((s) => s.code + s.type),
		["99AB00So", "99AB00Vso", "99AC01So"],
	);
	const { bytes, places } = await linesOf(new Blob([table]), new Set(["99AB00|So"]));
	assert.deepEqual(places, [1, 2, 4]);
	assert.match(new TextDecoder().decode(bytes), /^PEILDATUM.*\r\n.*;3\r\n.*;5\r\n$/);
	assert.equal(await schoolsIn(new Blob(["Gemeente;Aantal\nZeist;3"])), null);
});

test("lines of the report are those of the file; what is too large is not asked", async () => {
	const ask = async () => ({ ok: true, value: { report: { listed: [{ line: 3, text: "x" }] } } });
	const tasks = tasksOf(new Blob([table]), ask, () => {});
	const { value } = await tasks.import({ keys: ["99AB00|So"] });
	assert.equal(value.report.listed[0].line, 4);
	const whole = await tasks.import({ keys: undefined });
	assert.equal(whole.value.report.listed[0].line, 3);
	await assert.rejects(tasksOf(new Blob(["x".repeat(LARGEST + 1)]), ask, () => {}).import({}), TooLarge);
});

test("a reading stops where it is told to", async () => {
	let seen = 0;
	const stop = () => {
		throw new Stopped();
	};
	await assert.rejects(
		eachLine(new Blob(["x\n".repeat(1 << 20)]), () => () => void seen++, stop),
		Stopped,
	);
	assert.ok(seen < 1 << 19, String(seen));
});
