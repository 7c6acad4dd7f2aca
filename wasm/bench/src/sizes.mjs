// How large the files of the engine are.

import { modules, trees } from "./config.mjs";
import { head, row } from "./text.mjs";

/** A ratio with two decimals; a dash where there is nothing to compare with. */
export const grown = (list) => (list.length < 2 ? [] : [list.every((x) => x !== undefined) ? (list[1] / list[0]).toFixed(2) : "–"]);

/** @param {Map<string, {content: Buffer, br: Buffer}>} files what is served, by path */
export function sizeTable(files) {
	const more = trees.length > 1 ? ["ratio of brotli"] : [];
	const first = trees.map((tree) => tree.firstUse);
	return [
		...head(["file of the engine"], ...["bytes", "brotli"].flatMap((what) => trees.map((tree) => `${what}, ${tree.title}`)), ...more),
		...modules.map((name) => {
			const of = trees.map((tree) => files.get(`${tree.name}/${name}`));
			const [bytes, brotli] = ["content", "br"].map((what) => of.map((file) => file[what].length));
			return row(name, ...bytes, ...brotli, ...grown(brotli));
		}),
		row("a first answer, as the build counts it", ...trees.map(() => ""), ...first, ...grown(first)),
	];
}
