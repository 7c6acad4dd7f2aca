// Documents are values of the types under tsc --strict, and documents with a mistake are not.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = new URL("../", import.meta.url);
const examples = new URL("../../examples/", import.meta.url);
const agreements = new URL("../../../examples/agreements/", import.meta.url);
const samples = new URL("../node_modules/.samples/", import.meta.url);

// The type of a document, by the schema that it names.
function typeOf(document) {
	const kind = document.$schema?.split("/").pop().replace(".schema.json", "");
	return kind && kind[0].toUpperCase() + kind.slice(1);
}

async function documents() {
	const list = [];
	for (const name of await readdir(examples)) {
		const kind = name.replace(".json", "");
		list.push({ from: name, type: kind[0].toUpperCase() + kind.slice(1), value: JSON.parse(await readFile(new URL(name, examples), "utf8")) });
	}
	for (const name of await readdir(agreements, { recursive: true }).catch(() => [])) {
		if (name.endsWith(".json")) {
			const value = JSON.parse(await readFile(new URL(name, agreements), "utf8"));
			if (typeOf(value)) {
				list.push({ from: name, type: typeOf(value), value });
			}
		}
	}
	return list;
}

function tsc(...files) {
	const compiler = fileURLToPath(new URL("node_modules/typescript/bin/tsc", here));
	try {
		execFileSync(process.execPath, [compiler, "--strict", "--noEmit", "--exactOptionalPropertyTypes", "--module", "nodenext", "--target", "es2022", ...files], { encoding: "utf8" });
		return "";
	} catch (error) {
		return error.stdout;
	}
}

test("sample documents are values of the types", async () => {
	await rm(samples, { recursive: true, force: true });
	await mkdir(samples, { recursive: true });
	const types = (await readFile(new URL("index.d.ts", here), "utf8")).match(/(?<=export type \{ )\w+/g);
	let text = `import type { ${types.join(", ")} } from "../../index.js";\n`;
	const list = await documents();
	assert.ok(list.length >= types.length);
	list.forEach(({ from, type, value }, i) => {
		text += `// ${from}\nexport const sample${i}: ${type} = ${JSON.stringify(value)};\n`;
	});
	const file = fileURLToPath(new URL("samples.mts", samples));
	await writeFile(file, text);
	assert.equal(tsc(file), "");
});

test("mistakes are refused, and rules are told apart", () => {
	assert.equal(tsc(fileURLToPath(new URL("test/mistakes.mts", here))), "");
});
