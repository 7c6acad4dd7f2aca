// Cells of exports, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeExport, safe } from "../src/more/export.js";

test("no text begins as a formula does, also behind spaces", () => {
	for (const text of ["=1", "+1", "-1", "@A", "|calc", "＝1", "\tx", "\rx", "\u00a0=1+1", "  =1", "\u2003@x"])
		assert.equal(safe(text), "'" + text, JSON.stringify(text));
	for (const text of ["Cuijk", "", "a=b", "'s-Hertogenbosch", " x"]) assert.equal(safe(text), text, JSON.stringify(text));
});

test("a name with a mark is one cell, whichever mark the program of the reader takes", async () => {
	const shares = [{ party: "a", name: 'De; "Brug", oost\tnoord', amount: "12.50" }];
	const result = { shares, components: [{ title: "zorg;extra", shares, cost: "12.50" }] };
	const app = { t: (key) => key, conversation: { result, calculated: { agreement: { id: "x" } } }, documents: { input: {} } };
	const quoted = '"De; ""Brug"", oost\tnoord"';
	assert.equal((await makeExport(app, "csv")).text.split("\r\n")[1], `a,${quoted},12.50,12.50`);
	assert.equal((await makeExport(app, "csv-spreadsheet")).text.split("\r\n")[1], `a;${quoted};12,50;12,50`);
	assert.equal((await makeExport(app, "csv")).text.split("\r\n")[0], 'code,party,amount,"zorg;extra"');
});
