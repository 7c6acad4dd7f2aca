// What @hyperjump/json-schema says of each fault. Its output names places only; the keyword stands for the message.
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { documents, schema } from "./documents.mjs";

registerSchema(schema, schema.$id);
for (const document of documents) {
  const { errors = [] } = await validate(schema.$id, document, "BASIC");
  const places = errors.map((e) => {
    const at = decodeURI(e.instanceLocation.replace(/^#/, ""));
    const keyword = e.absoluteKeywordLocation.split("/").pop();
    let message = keyword;
    if (keyword === "required") {
      const [, ...path] = decodeURI(new URL(e.absoluteKeywordLocation).hash).split("/");
      const names = path.map((t) => t.replace(/~1/g, "/")).reduce((node, token) => node[token], schema);
      const value = at.split("/").slice(1).reduce((v, token) => v[token], document);
      message = names.filter((name) => !(name in value)).join(" ");
    }
    return [at, message];
  });
  console.log(JSON.stringify(places));
}
