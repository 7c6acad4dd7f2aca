// Numbers as people write them. Inside, a number is a canonical decimal text ("-1234.50"), as in the exchange
// documents; it never becomes a floating-point number.

/**
 * Reads what a person typed: "1.234,50", "1234,5", "€ 1.250,-", "1 234".
 *
 * One mark with three digits behind it can be read in two ways. Where a fraction of three digits is allowed, both
 * readings come back and the person is asked; where it is not (amounts have two, counts none) it is a thousand.
 *
 * @param {string} text what was typed
 * @param {"nl"|"en"} lang says which mark is the decimal mark
 * @param {number} decimals how many digits may stand behind the decimal mark
 * @param {boolean} [pad] whether the value is written with all those digits
 * @returns {{value?: string, ask?: string[], wrong?: "number"|"decimals"}} an empty object when nothing was typed
 */
export function parseNumber(text, lang, decimals, pad = false) {
	let s = text
		.replace(/[\s\u00a0\u202f'’]|€|eur(o'?s?)?/gi, "")
		.replace(/[.,](-+|–)$/, "")
		.replace("\u2212", "-");
	if (s === "") return {};
	const negative = s[0] === "-";
	if (negative || s[0] === "+") s = s.slice(1);
	if (!/^[\d.,]*\d[\d.,]*$/.test(s)) return { wrong: "number" };

	/** @returns {{value?: string, ask?: string[], wrong?: "number"|"decimals"}} */
	const finish = (whole, fraction) => {
		const digits = fraction.replace(/0+$/, "");
		if (digits.length > decimals) return { wrong: "decimals" };
		const tail = pad ? digits.padEnd(decimals, "0") : digits;
		const value = (whole.replace(/^0+(?=\d)/, "") || "0") + (tail && "." + tail);
		return { value: (negative && /[1-9]/.test(value) ? "-" : "") + value };
	};
	const marks = s.match(/[.,]/g) ?? [];
	const last = marks.at(-1);
	const first = marks[0];
	const parts = s.split(/[.,]/);
	const grouped = (list) => list[0].length >= 1 && list[0].length <= 3 && list.slice(1).every((p) => p.length === 3);

	if (marks.length === 0) return finish(s, "");
	if (first !== last || marks.length > 1) {
		// Several marks: all but a different last one must be marks of thousands.
		const whole = first === last ? parts : parts.slice(0, -1);
		if (!grouped(whole) || marks.slice(0, whole.length - 1).some((m) => m !== first)) return { wrong: "number" };
		return finish(whole.join(""), first === last ? "" : parts.at(-1));
	}
	const [whole, fraction] = parts;
	const thousand = /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3;
	if (!thousand) return finish(whole, fraction);
	if (decimals >= 3) {
		const a = finish(whole + fraction, "");
		const b = finish(whole, fraction);
		return last === (lang === "nl" ? "," : ".") ? b : { ask: [a.value, b.value] };
	}
	return last === (lang === "nl" ? "," : ".") && decimals > 0 ? { wrong: "decimals" } : finish(whole + fraction, "");
}

/** Writes a canonical decimal text as people write it in the language. Any other text comes back as it is. */
export function formatNumber(value, lang) {
	const m = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
	if (!m) return String(value);
	const [group, point] = lang === "nl" ? [".", ","] : [",", "."];
	return m[1] + m[2].replace(/\B(?=(\d{3})+$)/g, group) + (m[3] ? point + m[3] : "");
}

/** Writes an amount: "€ 1.234,50" in Dutch, "€1,234.50" in English; whole euros lose their cents when brief. */
export function formatEuro(value, lang, brief) {
	const text = formatNumber(brief ? String(value).replace(/\.00$/, "") : value, lang);
	if (lang === "nl") return "€\u00a0" + text;
	return text[0] === "-" ? "-€" + text.slice(1) : "€" + text;
}

/** Eurocents of a canonical amount, as a BigInt; 0 for anything that is no amount. */
export function cents(value) {
	const m = /^(-?)(\d+)\.(\d\d)$/.exec(value ?? "");
	return m ? BigInt(m[1] + m[2] + m[3]) : 0n;
}

/** The canonical amount of a number of eurocents. */
export function euro(c) {
	const s = String(c < 0n ? -c : c).padStart(3, "0");
	return (c < 0n ? "-" : "") + s.slice(0, -2) + "." + s.slice(-2);
}

/** Part of a whole in per cent, rounded half up to a number of decimals; for showing only. */
export function percent(part, whole, lang, digits = 1) {
	if (!whole) return "";
	const scale = 10n ** BigInt(digits);
	const x = (part * 200n * scale + whole) / (whole * 2n);
	const s = String(x).padStart(digits + 1, "0");
	const text = digits ? s.slice(0, -digits) + "." + s.slice(-digits) : s;
	return formatNumber(text, lang) + (lang === "nl" ? "\u00a0%" : "%");
}
