// Values of the documents as people write them.

import { formatNumber } from "./number.js";

/** A date as people in the Netherlands write it. */
export const dated = (iso) => iso.replace(/^(\d+)-(\d+)-(\d+)$/, "$3-$2-$1");

/** What a control shows of a value: a day or a number as people write it, else the text. */
export function shown(value, lang) {
	if (value === undefined || value === null) return "";
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return dated(value);
	return typeof value === "number" || /^-?\d+\.\d+$/.test(value) ? formatNumber(String(value), lang) : String(value);
}
