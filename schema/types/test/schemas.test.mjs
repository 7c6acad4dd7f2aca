// Another implementation, in its strictest mode, compiles every schema and accepts the examples in it.
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
		assert.ok(schema.examples.length > 0);
		for (const example of schema.examples) {
			assert.ok(validate(example), JSON.stringify(validate.errors));
			assert.ok(!validate({ ...example, unknownMember: 1 }));
		}
	});
}
