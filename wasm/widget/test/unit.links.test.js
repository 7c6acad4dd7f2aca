// Links that somebody changed: whatever stands behind the "#", reading it gives a scenario or a problem, soon, and never an error.
//
//	ZIO_LINKS=100000 node --test test/unit.links.test.js    more of them

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { makeLink, readFragment, scenarioIn } from "../src/more/scenario-link.js";

const times = Number(process.env.ZIO_LINKS ?? 3000);
const schema = (kind) => `https://zio-collectief.github.io/zio/schema/1.0/${kind}.schema.json`;
const scenario = {
	agreement: {
		$schema: schema("agreement"),
		id: "a",
		title: "Één pot",
		parties: [{ id: "0268", name: "Nijmegen" }],
		components: [{ id: "c", cost: { amount: "1.00" } }],
	},
	population: { $schema: schema("population"), title: "Leerlingen", countDate: "2025-10-01", groups: [{ home: "0268", pupils: 25 }] },
};

let left; // what the address is after a link was taken out
globalThis.history = /** @type {any} */ ({ state: null, replaceState: (_state, _title, url) => (left = url) });
const open = (hash) => {
	left = undefined;
	globalThis.location = /** @type {any} */ ({ href: "https://example.org/rekenhulp" + hash, hash, pathname: "/rekenhulp", search: "" });
	return readFragment("");
};

/** The same numbers from the same seed: a failure can be made again. */
function random(seed) {
	let x = seed >>> 0 || 1;
	return (below) => {
		x ^= x << 13;
		x ^= x >>> 17;
		x ^= x << 5;
		return (x >>> 0) % below;
	};
}

const url64 = (bytes) => Buffer.from(bytes).toString("base64url");
const packed = (text) => "#zio=1z." + url64(deflateRawSync(Buffer.from(text)));
const bare = (text) => "#zio=1j." + url64(Buffer.from(text));

/** What reading must give: two documents, or the word for what is wrong. */
function judge(found, hash) {
	const shown = hash.slice(0, 120);
	if (found === null) return assert.ok(!/(^#|&)zio=/.test(hash), shown);
	assert.ok(!String(left).includes("zio="), "the figures are taken out of the address: " + shown);
	if (found.problem) return assert.match(found.problem, /^(badLink|linkVersion)$/, shown);
	assert.deepEqual(Object.keys(found), ["agreement", "population"], shown);
	for (const document of Object.values(found)) assert.equal(typeof document, "object", shown);
}

/** One change to a text: a character, a piece left out, a piece twice, or a piece that means something. */
function changed(text, r) {
	const at = r(text.length + 1);
	const to = Math.min(text.length, at + r(40));
	const pieces = ["{", "[", '"', "__proto__", "null", "\u0000", "\u202e", "1e400", "é", "%00", "&", "=", "#", ".", "constructor", "-", "]".repeat(9)];
	switch (r(4)) {
		case 0:
			return text.slice(0, at) + String.fromCharCode(r(0x250)) + text.slice(at + 1);
		case 1:
			return text.slice(0, at) + text.slice(to);
		case 2:
			return text.slice(0, to) + text.slice(at);
	}
	return text.slice(0, at) + pieces[r(pieces.length)] + text.slice(at);
}

test("a link that was made is read as it was", async () => {
	globalThis.location = /** @type {any} */ ({ href: "https://example.org/rekenhulp", hash: "", pathname: "/rekenhulp", search: "" });
	const link = /** @type {any} */ (await makeLink(scenario, ""));
	assert.deepEqual(await open(new URL(link.url).hash), scenario);
	assert.equal(left, "/rekenhulp");
	assert.equal(await open("#deel"), null);
});

test("links that were changed give a scenario or a problem", async () => {
	const json = JSON.stringify(scenario);
	const whole = packed(json);
	let read = 0;
	for (let seed = 1; seed <= times; seed++) {
		const r = random(seed * 2654435761);
		let text = json;
		for (let n = r(4); n >= 0; n--) text = changed(text, r);
		const hash = r(3) ? (r(2) ? packed(text) : bare(text)) : "#" + changed(whole.slice(1), r);
		const found = await open(hash).catch((e) => assert.fail(`seed ${seed}: ${e.stack}`));
		judge(found, hash);
		if (found?.agreement) read++;
	}
	assert.ok(read > times / 20, "some can still be read: " + read);
	assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test("links that are made to stop the page end soon", async () => {
	const deep = (n) => '{"agreement":' + '{"a":'.repeat(n) + "1" + "}".repeat(n) + ',"population":{}}';
	for (const text of [
		deep(100_000),
		"[".repeat(900_000),
		'{"agreement":{},"population":{},"x":"' + "y".repeat(990_000) + '"}',
		" ".repeat(5_000_000),
		'{"__proto__":{"polluted":1},"agreement":{},"population":{}}',
	]) {
		const hash = packed(text);
		const start = performance.now();
		const found = await open(hash).catch((e) => assert.fail(text.slice(0, 40) + e.stack));
		judge(found, hash);
		assert.ok(performance.now() - start < 5000, text.slice(0, 40));
	}
	assert.equal(/** @type {any} */ ({}).polluted, undefined);
	for (const value of [null, undefined, 1, "x", [], [1, 2], { agreement: [], population: 1 }, { agreement: null, population: null }])
		judge(scenarioIn(value), "#");
});
