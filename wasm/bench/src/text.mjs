// How numbers and tables are written.

import { readFileSync, writeFileSync } from "node:fs";

export const ms = (x) => (x === undefined ? "" : x < 10 ? x.toFixed(x < 1 ? 3 : 2) : x.toFixed(0));
export const row = (...cells) => `| ${cells.join(" | ")} |`;
/** The head of a table whose first columns are text. */
export const head = (texts, ...cells) => [row(...texts, ...cells), "|" + "---|".repeat(texts.length) + "---:|".repeat(cells.length)];
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Writes the results into a document, between the two lines that it has for them. */
export function writeBetween(file, text) {
	const before = readFileSync(file, "utf8");
	const [begin, end] = ["<!-- results -->\n", "<!-- end of results -->"];
	const at = before.indexOf(begin) + begin.length;
	const until = before.indexOf(end);
	if (at < begin.length || until < at) throw new Error(`${file} has no place for the results`);
	writeFileSync(file, before.slice(0, at) + `\n${text}\n\n` + before.slice(until));
}
