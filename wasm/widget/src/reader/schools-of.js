// The schools in a file of DUO of any size, and the lines of those that count.

import { cellsOf, eachLine, markOf } from "./lines.js";

/** The columns that name a school, in the titles of the years; null when a table has none. */
function columnsIn(line) {
	const mark = markOf(line);
	const titles = cellsOf(line.replace(/^\ufeff/, ""), mark).map((s) => s.trim().toUpperCase().replaceAll(" ", "_"));
	const at = (...names) => titles.findIndex((s) => names.includes(s));
	const found = {
		brin: at("BRIN_NUMMER", "BRINNUMMER", "INSTELLINGSCODE"),
		site: at("VESTIGINGSNUMMER", "VESTIGINGSCODE"),
		type: at("SOORT_PO", "TYPE_PO"),
		name: at("INSTELLINGSNAAM_VESTIGING", "VESTIGINGSNAAM"),
		place: at("PLAATSNAAM", "PLAATSNAAM_VESTIGING"),
	};
	return found.brin < 0 || found.site < 0 ? null : { ...found, mark, most: Math.max(...Object.values(found)) + 1 };
}

/** The school that a line is about. */
function schoolOf(line, { mark, most, brin, site, type, name, place }) {
	const cells = cellsOf(line, mark, most);
	const [school, number] = [cells[brin] ?? "", cells[site] ?? ""];
	if (!school) return null;
	const code = number.startsWith(school) && number.length > school.length ? number : school + number.padStart(2, "0");
	return { code, type: cells[type] ?? "", name: cells[name] ?? "", place: cells[place] ?? "" };
}

/** What tells schools and kinds of school apart. */
export const keyOf = ({ code, type }) => code + "|" + type;

/** The schools and kinds of school in a file, in the order of their names; null when it is no table of schools. */
export async function schoolsIn(file, step) {
	let found = new Map();
	const begin = () => {
		let columns;
		found = new Map();
		return (line) => {
			if (!columns) return Boolean((columns = columnsIn(line)));
			const school = schoolOf(line, columns);
			if (school && !found.has(keyOf(school))) found.set(keyOf(school), school);
		};
	};
	await eachLine(file, begin, step);
	const { compare } = new Intl.Collator("nl", { numeric: true });
	return found.size ? [...found.values()].sort((a, b) => compare(a.name || a.code, b.name || b.code)) : null;
}

/**
 * The lines of some schools, with the titles, and where in the file each line stands.
 * @param {Set<string>} keys of the schools
 */
export async function linesOf(file, keys, step) {
	let [text, places] = [[], []];
	const begin = () => {
		let columns;
		[text, places] = [[], []];
		return (line, n) => {
			if (!columns && !(columns = columnsIn(line))) return false;
			const school = n > 1 && schoolOf(line, columns);
			if (n > 1 && !(school && keys.has(keyOf(school)))) return;
			text.push(line);
			places.push(n);
		};
	};
	await eachLine(file, begin, step);
	return { bytes: new TextEncoder().encode(text.join("\r\n") + "\r\n"), places };
}
