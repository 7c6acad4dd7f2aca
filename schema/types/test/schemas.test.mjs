// Another implementation, in its strictest mode, compiles every schema and accepts its example.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const folder = new URL("../../1.0/", import.meta.url);

for (const name of (await readdir(folder)).filter((name) => name.endsWith(".schema.json"))) {
	test(`${name} compiles under Ajv in strict mode`, async () => {
		const schema = JSON.parse(await readFile(new URL(name, folder), "utf8"));
		const ajv = new Ajv2020({ strict: true, allErrors: true, validateSchema: true });
		addFormats.default(ajv, ["date"]);
		const validate = ajv.compile(schema);
		const example = JSON.parse(await readFile(new URL(`../../examples/${name.replace(".schema", "")}`, import.meta.url), "utf8"));
		assert.ok(validate(example), JSON.stringify(validate.errors));
		assert.ok(!validate({ ...example, unknownMember: 1 }));
	});
}
