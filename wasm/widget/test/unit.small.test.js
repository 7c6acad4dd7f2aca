// The rule for numbers of 1 to 4 pupils: the cases of schema.Merged, and which places of a population count.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { smallPlaces, together } from "../src/more/small-numbers.js";
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

test("numbers of 1 to 4, pupils and decisions are small; a range is published as it is", () => {
	const count = (groups, more) => smallPlaces({ groups, ...more });
	assert.equal(count([{ pupils: 0 }, { pupils: 5 }, { fewest: 0, most: 4 }, {}]), 0);
	assert.equal(count([{ pupils: 1 }, { pupils: 4 }, { fewest: 3, most: 3 }]), 3);
	assert.equal(count([], { decisions: [{}, { pupils: 4 }, { pupils: 5 }], pupils: [{ ref: "a" }] }), 3);
	assert.equal(smallPlaces(undefined), 0);
});
