// Validators of other makers judge the documents of the conformance vectors: Ajv in strict mode and
// @hyperjump/json-schema for dialect 2020-12, and Ajv with the two other forms of the schemas, that for makers of types and
// that of draft-07. They must say of every document what its vector says.
// A vector with a policy is refused for a reason that no schema gives; there they may accept.
//
//   npm ci && node judge.mjs
import fs from "node:fs";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { registerSchema, setMetaSchemaOutputFormat, validate as hyperjump } from "@hyperjump/json-schema/draft-2020-12";

const here = new URL(".", import.meta.url);
const read = (name) => fs.readFileSync(new URL(name, here), "utf8");
const manifest = JSON.parse(read("manifest.json"));
const policies = new Set(manifest.policies.map((p) => p.name));
setMetaSchemaOutputFormat("BASIC");

let judged = 0;
let byPolicy = 0;
const wrong = [];

for (const { kind, file, valid, invalid } of manifest.documents) {
  const schema = JSON.parse(read(`${manifest.schemas}/${kind}.schema.json`));
  const compile = (Validator, schema) => addFormats(new Validator({ strict: true, allErrors: false }), ["date"]).compile(schema);
  const compiled = compile(Ajv2020, schema);
  const types = compile(Ajv2020, JSON.parse(read(`../flavours/types/${kind}.schema.json`)));
  const draft07 = compile(Ajv, JSON.parse(read(`../flavours/draft-07/${kind}.schema.json`)));
  registerSchema(structuredClone(schema), schema.$id);
  const other = await hyperjump(schema.$id);
  const count = { valid: 0, invalid: 0 };
  for (const line of read(file).split("\n")) {
    if (line === "") continue;
    const vector = JSON.parse(line);
    count[vector.verdict]++;
    let document;
    try {
      document = JSON.parse(vector.text);
    } catch {
      if (vector.verdict === "valid") wrong.push(`${kind}: ${vector.name}: JSON.parse refuses it`);
      continue;
    }
    for (const [name, accepts] of [
      ["Ajv", compiled(document)],
      ["Ajv with the schema for types", types(document)],
      ["Ajv with the schema of draft-07", draft07(document)],
      ["hyperjump", other(document).valid],
    ]) {
      judged++;
      if (accepts === (vector.verdict === "valid")) continue;
      if (accepts && policies.has(vector.policy)) byPolicy++;
      else wrong.push(`${kind}: ${vector.name}: ${name} says ${accepts ? "valid" : "invalid"}, the vector ${vector.verdict}: ${vector.text.slice(0, 300)}`);
    }
  }
  if (count.valid !== valid || count.invalid !== invalid) wrong.push(`${file} has not the number of vectors that the manifest says`);
}

// What the strict reader refuses whatever the schema: JSON.parse may accept only what is refused by policy.
const byReader = new Set(["json.exponent", "json.number-too-long", "json.duplicate-member", "json.surrogate", "json.nul", "json.utf8", "json.too-deep", "json.too-many-members"]);
for (const c of JSON.parse(read(manifest.suite)).cases) {
  const text = c.text ?? new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.from(c.base64, "base64"));
  let accepts = true;
  try {
    JSON.parse(text);
  } catch {
    accepts = false;
  }
  judged++;
  if (accepts === (c.verdict === "accept")) continue;
  if (accepts && byReader.has(c.code)) byPolicy++;
  else wrong.push(`${c.name}: JSON.parse ${accepts ? "accepts" : "refuses"} it, the suite says ${c.verdict}`);
}

for (const line of wrong) console.error(line);
console.log(`${judged} verdicts, ${byPolicy} differ by policy, ${wrong.length} differ without a reason`);
process.exit(wrong.length ? 1 : 0);
