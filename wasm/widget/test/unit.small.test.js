// The rule for numbers of 1 to 4 pupils: the cases of schema.Merged, and which places of a population count.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isLong, isReason, merged, together } from "../src/more/small-numbers.js";
import { smallPlaces } from "../src/school/small-places.js";
import { root } from "./lib/site.js";

test("who goes together is what Go says", () => {
	const cases = JSON.parse(readFileSync(join(root, "schema/testdata/merged.json"), "utf8"));
	assert.ok(cases.length > 8);
	for (const { pooled, together: wanted, count, why } of cases) {
		const found = together(Object.entries(pooled).map(([home, pooled]) => ({ home, pooled })));
		assert.deepEqual(found && { ...found, homes: found.homes.sort() }, wanted && { homes: wanted, pooled: count }, why);
	}
	assert.deepEqual(together([{ pooled: 3 }, { home: "0268", pooled: 3 }]), { homes: ["", "0268"], pooled: 6 }, "an unknown home is one too");
});

test("which places are small is what Go says", () => {
	const cases = JSON.parse(readFileSync(join(root, "schema/testdata/small.json"), "utf8"));
	assert.ok(cases.length > 12);
	for (const { places, why, ...population } of cases) assert.deepEqual(smallPlaces(population), places, why);
	assert.deepEqual(smallPlaces({ pupils: [{ ref: "a" }] }), ["/pupils/0"], "no case of Go, whose lines of pupils need more");
	assert.deepEqual(smallPlaces(undefined), []);
});

test("a party that is called as the others together keeps its own amount", () => {
	const share = (party, amount) => ({ party, name: party, amount });
	const shares = [share("0252", "10.00"), share("0268", "20.00"), share("0296", "70.00"), share("overige", "5.00")];
	const homes = Object.entries({ "0252": 2, "0268": 3, "0296": 7 }).map(([home, pooled]) => ({ home, pooled }));
	const result = { shares, parties: shares.map((s) => ({ id: s.party })), components: [{ shares }], routing: { homes } };
	const app = { conversation: { result }, t: (key) => key };
	const wanted = [
		["0296", "70.00"],
		["overige", "5.00"],
		["overige-gemeenten", "30.00"],
	];
	const made = merged(app).result;
	for (const list of [made.shares, made.components[0].shares])
		assert.deepEqual(
			list.map((s) => [s.party, s.amount]),
			wanted,
		);
});

test("a reason is of words, and holds no number that can be a BSN", () => {
	for (const text of ["", " ", "...!", "\u00a0\u200b\u3164", "ok"]) assert.equal(isReason(text), false, JSON.stringify(text));
	for (const text of ["Het staat al in het raadsvoorstel.", "B&W 3"]) assert.equal(isReason(text), true, text);
	const bsn = ["111222333", "111/222/333", "111_222_333", "111\u00a0222\u00a0333", "111 : 222, 333", "１１１２２２３３３", "11122233"];
	for (const text of bsn) assert.equal(isLong("ouders van " + text), true, text);
	for (const text of ["besluit van 12-03-2024", "besluit 7 van 1-10-2025, blz. 12", "2024-10-0"]) assert.equal(isLong(text), false, text);
	assert.equal(isLong("12-03-20241"), true, "which is no day");
});
