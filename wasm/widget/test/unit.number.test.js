import assert from "node:assert/strict";
import { test } from "node:test";
import { cents, euro, formatEuro, formatNumber, parseNumber, percent } from "../src/number.js";
import { dated, shown } from "../src/shown.js";

const value = (text, decimals, pad, lang = "nl") => {
	const r = parseNumber(text, lang, decimals, pad);
	return r.value ?? r.ask?.join(" or ") ?? r.wrong ?? "nothing";
};

test("amounts as people type them", () => {
	for (const [text, expected] of [
		["1.234,50", "1234.50"],
		["1234,5", "1234.50"],
		["1234.5", "1234.50"],
		["€ 1.234", "1234.00"], // an amount has two decimals, so three digits are a thousand
		["250.000", "250000.00"],
		["1.234.567,89", "1234567.89"],
		["1,234,567.89", "1234567.89"],
		["78,-", "78.00"],
		["€ 78,--", "78.00"],
		["1 234,50", "1234.50"],
		["1\u00a0234,50", "1234.50"],
		["1'234.50", "1234.50"],
		["12 euro", "12.00"],
		["EUR 12,5", "12.50"],
		["-3,5", "-3.50"],
		["\u22123,5", "-3.50"],
		["+7", "7.00"],
		["-0", "0.00"],
		["007", "7.00"],
		[",5", "0.50"],
		["1234,500", "1234.50"],
		["1,234", "decimals"], // in Dutch the comma is the decimal mark
		["12,345", "decimals"],
		["0,125", "decimals"],
		["", "nothing"],
		["   ", "nothing"],
		["abc", "number"],
		["12a", "number"],
		["1.23.4", "number"],
		["1.2345,6", "number"],
		["1,234.567,8", "number"],
		["--5", "number"],
		["1e5", "number"],
		["٣", "number"],
		["<img onerror=alert(1)>", "number"],
	])
		assert.equal(value(text, 2, true), expected, JSON.stringify(text));
});

test("counts are whole", () => {
	for (const [text, expected] of [
		["12", "12"],
		["1.234", "1234"],
		["1,234", "1234"],
		["12,0", "12"],
		["12,5", "decimals"],
		["0012", "12"],
	])
		assert.equal(value(text, 0), expected, text);
});

test("a thousand or a fraction is asked where both are possible", () => {
	assert.equal(value("1.234", 3), "1234 or 1.234");
	assert.equal(value("1,234", 3), "1.234");
	assert.equal(value("1,234", 3, false, "en"), "1234 or 1.234");
	assert.equal(value("1.234", 3, false, "en"), "1.234");
	assert.equal(value("0.125", 3), "0.125");
	assert.equal(value("1234.567", 3), "1234.567");
	assert.equal(value("1.234,5", 3), "1234.5");
	assert.equal(value("100.000", 9), "100000 or 100");
});

test("every number that is written is read back", () => {
	for (const lang of ["nl", "en"])
		for (const n of ["0", "7", "-7", "999", "1000", "-1234", "1234567", "99999999999999999"])
			for (const fraction of ["", ".5", ".05", ".50"]) {
				const canonical = (n + fraction).replace(/(\.\d)0$/, "$1");
				assert.equal(value(formatNumber(n + fraction, lang), 2, false, lang), canonical, n + fraction);
			}
});

test("amounts as people read them", () => {
	assert.equal(formatEuro("1234567.50", "nl"), "€\u00a01.234.567,50");
	assert.equal(formatEuro("1234567.00", "nl", true), "€\u00a01.234.567");
	assert.equal(formatEuro("-3.50", "nl"), "€\u00a0-3,50");
	assert.equal(formatEuro("1234.50", "en"), "€1,234.50");
	assert.equal(formatEuro("-3.50", "en"), "-€3.50");
	assert.equal(formatNumber("2/3", "nl"), "2/3");
});

test("sums in cents", () => {
	for (const s of ["0.00", "0.05", "1234.50", "-0.05", "-12.34", "90071992547409.93"]) assert.equal(euro(cents(s)), s);
	assert.equal(cents("no amount"), 0n);
	assert.equal(percent(1n, 3n, "nl"), "33,3\u00a0%");
	assert.equal(percent(1n, 200n, "en", 0), "1%");
	assert.equal(percent(1n, 0n, "nl"), "");
});

test("a day keeps together in a sentence, and stays as people type it in a field", () => {
	assert.equal(dated("2024-10-01"), "01\u201110\u20112024"); // hyphens at which no line ends
	assert.equal(shown("2024-10-01", "nl"), "01-10-2024");
});
