// The agreement with each of the faults.
import fs from "node:fs";

const read = (name) => JSON.parse(fs.readFileSync(new URL(name, import.meta.url), "utf8"));
const { document, schema: name, faults } = read("faults.json");

export const schema = read(name);
export const documents = faults.map(({ at, put }) => {
  const copy = structuredClone(read(document));
  const path = at.split("/").slice(1);
  const last = path.pop();
  const parent = path.reduce((value, token) => value[token], copy);
  if (put === undefined) delete parent[last];
  else parent[last] = put;
  return copy;
});
