// What Ajv says of each fault: a line of JSON with the pointer and the message of every error.
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { documents, schema } from "./documents.mjs";

const validate = addFormats(new Ajv2020({ strict: true, allErrors: true }), ["date"]).compile(schema);
for (const document of documents) {
  validate(document);
  const member = (e) => e.params.missingProperty ?? e.params.additionalProperty;
  console.log(JSON.stringify((validate.errors ?? []).map((e) => [e.instancePath, `${e.message} ${member(e) ?? ""}`])));
}
