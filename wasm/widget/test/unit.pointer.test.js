import assert from "node:assert/strict";
import { test } from "node:test";
import { get, set, under } from "../src/pointer.js";

test("members are found by their pointer", () => {
	const d = { a: [{ "x/y": 1, "~": 2 }], "": 3 };
	assert.equal(get(d, "/a/0/x~1y"), 1);
	assert.equal(get(d, under("/a/0", "~")), 2);
	assert.equal(get(d, under("", "")), 3);
	assert.equal(get(d, "/a/7/x"), undefined);
	assert.equal(get(d, "/constructor"), undefined);
	assert.equal(get(d, ""), d);
});

test("members are set, made on the way, and taken away", () => {
	const d = {};
	set(d, "/a/b", 1);
	assert.deepEqual(d, { a: { b: 1 } });
	set(d, "/a/b", undefined);
	assert.deepEqual(d, { a: {} });
	set(d, "/list", [1, 2, 3]);
	set(d, "/list/1", undefined);
	assert.deepEqual(d.list, [1, 3]);
});

test("no document reaches the prototypes", () => {
	const d = {};
	set(d, "/__proto__/polluted", true);
	assert.equal({}.polluted, undefined);
	assert.equal(get(d, "/__proto__/polluted"), true);
});
