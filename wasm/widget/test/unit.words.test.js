import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { words as english } from "../src/en.js";
import { words as details } from "../src/details/details-words.js";
import { words as later } from "../src/more/more-words.js";
import { words as school } from "../src/school/school-words.js";
import { fill, words } from "../src/words.js";

const nl = { ...words.nl, ...details.nl, ...school.nl, ...later.nl };
const en = { ...english.en, ...school.en, ...later.en };
/** Words for codes of the documents, asked for by the name of the member. */
const families = new Set(["basis", "route", "status"]);

const source = ["../src/", "../src/details/", "../src/school/", "../src/more/"]
	.flatMap((folder) => {
		const url = new URL(folder, import.meta.url);
		return readdirSync(url)
			.filter((f) => f.endsWith(".js") && !/^(more-words|details-words|school-words|words|en)\.js$/.test(f))
			.map((f) => readFileSync(new URL(f, url), "utf8"));
	})
	.join("\n");

test("both languages have the same words with the same parameters", () => {
	assert.deepEqual(Object.keys(en).sort(), Object.keys(nl).sort());
	const parameters = (s) => [...new Set([...s.matchAll(/\{(\w+)#?\}/g)].map((m) => m[1]))].sort().filter((p) => p !== "n");
	for (const key of Object.keys(nl)) assert.deepEqual(parameters(en[key]), parameters(nl[key]), key);
});

test("every word that the code asks for is there, and every word is asked for", () => {
	for (const [, key] of source.matchAll(/\bapp\.t\("([\w.-]+)"[,)]/g)) assert.ok(Object.hasOwn(nl, key), "no word for " + key);
	const used = source;
	for (const key of Object.keys(nl)) {
		const [family, name] = key.split(".");
		if (families.has(family)) continue; // words for codes of the documents
		const found = used.includes(`"${key}"`) || (name && (used.includes(`"${family}."`) || used.includes(`"${family}"`)));
		assert.ok(found, "nobody asks for " + key);
	}
});

test("words that the page needs at once do not wait for what unfolds later", () => {
	const asked = (folder) =>
		readdirSync(new URL(folder, import.meta.url))
			.filter((f) => f.endsWith(".js") && !/^(more-words|details-words|school-words|words|en)\.js$/.test(f))
			.flatMap((f) => [...readFileSync(new URL(folder + f, import.meta.url), "utf8").matchAll(/\b(?:app|this)\.t\("([\w.-]+)"[,)]/g)])
			.map(([, key]) => key);
	for (const key of asked("../src/")) assert.ok(Object.hasOwn(words.nl, key), key + " is among the later words");
	for (const key of asked("../src/details/")) assert.ok(Object.hasOwn({ ...words.nl, ...details.nl }, key), key + " is among the words that unfold");
	for (const key of asked("../src/school/")) assert.ok(Object.hasOwn({ ...words.nl, ...school.nl }, key), key + " comes after a school");
});

test("parameters are filled in once, and one is not many", () => {
	assert.equal(fill("{a} {b}", { a: "{b}", b: 1 }), "{b} 1");
	assert.equal(fill("1 ding|{n} dingen", { n: 1 }), "1 ding");
	assert.equal(fill("1 ding|{n} dingen", { n: 0 }), "0 dingen");
	assert.equal(fill("{n#} tekens", { n: 12345 }, "nl"), "12.345 tekens");
	assert.equal(fill("{toString}", {}), "{toString}");
});
