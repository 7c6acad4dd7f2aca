// How the pupils of a school are read. The line is that of Rafael (04BF00) in DUO's file of 1 October 2024; its numbers are
// worked out from the form that zio/schools describes: each hidden number is one to four.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { groupsOf, schoolsIn, totalHelps } from "../src/school/school-table.js";

test("a hidden number is a range, and only what was published is exact", () => {
	const groups = groupsOf({ code: "04BF00", homes: "0321.10 0344.115.99 0352 0599.7.0 0518.9.2 D O.2" });
	const count = (g) => [g.home, g.pupils ?? [g.fewest, g.most]];
	assert.deepEqual(groups.map(count), [
		["0321", [10, 40]], // ten hidden numbers
		["0344", [115, 412]], // 99 hidden numbers: 115 + 3 x 99
		["0352", [1, 4]], // one hidden number
		["0599", 7], // nothing hidden
		["0518", [9, 15]], // 9 + 3 x 2
		[undefined, [3, 12]], // one hidden number in Germany, two of whom the home is unknown
	]);
});

// Of 843 sites 826 have a published total, and 739 of these lie within the sums of the homes: counted by another program.
test("the published totals lie within what was read, as often as another program counted", () => {
	const packed = join(dirname(fileURLToPath(import.meta.url)), "../../../zio/schools/schools.txt.gz");
	const lines = gunzipSync(readFileSync(packed)).toString("utf8").trimEnd().split("\n").slice(1);
	const picked = lines.map((line) => {
		const [code, name, , place, municipality, type, , , , total, , , homes] = line.split("\t");
		return [code, name, place, municipality, type, total, homes].join("\t");
	});
	const { schools } = schoolsIn(["2024-10-01", "0344Utrecht", ...picked].join("\n"));
	const sum = (groups, end) => groups.reduce((n, g) => n + (g[end] ?? g.pupils), 0);
	const published = schools.filter((s) => s.total > 0);
	const within = published.filter((s) => s.total >= sum(groupsOf(s), "fewest") && s.total <= sum(groupsOf(s), "most"));
	assert.deepEqual([schools.length, published.length, within.length], [843, 826, 739]);
});

test("a total that leaves one number of a hidden one is not said", () => {
	const helps = (total, homes) => totalHelps({ code: "99AB00", total }, groupsOf({ code: "99AB00", homes }));
	assert.equal(helps(20, "0344.10 0321.5.2"), true); // 10 to 15 and 5 to 10
	assert.equal(helps(12, "0344.10.0 0321"), false); // 12 less 10 is 2, where DUO says fewer than 5
	assert.equal(helps(13, "0344.10.0 0321 0352"), true); // 3 together are 1 and 2 or 2 and 1
	assert.equal(helps(12, "0344.10.0 0321 0352"), false); // 2 together are 1 each
	assert.equal(helps(99, "0344.10.0 0321"), false); // counted otherwise
});
