// Values of the documents as people write them.

import { formatNumber } from "./number.js";

const day = (iso, mark) => iso.replace(/^(\d+)-(\d+)-(\d+)$/, ["$3", "$2", "$1"].join(mark));

/** A date as people in the Netherlands write it, in a sentence: no line ends at its hyphens. */
export const dated = (iso) => day(iso, "\u2011");

/** What a control shows of a value: a day or a number as people write it, else the text. */
export function shown(value, lang) {
	if (value === undefined || value === null) return "";
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value, "-");
	return typeof value === "number" || /^-?\d+\.\d+$/.test(value) ? formatNumber(String(value), lang) : String(value);
}
