// The requests that the hosts are compared with: the calculations of the conformance vectors, and requests that are wrong.
import fs from "node:fs";

const here = new URL("../../schema/conformance/", import.meta.url);
const read = (path) => JSON.parse(fs.readFileSync(new URL(path, here), "utf8"));
const lines = [{ call: "version" }];
for (const c of read("manifest.json").calculations) {
  const documents = { agreement: read(c.agreement), population: read(c.population) };
  lines.push({ call: "calculate", ...documents }, { call: "calculate", lang: "en", draft: true, ...documents });
}
for (const line of fs.readFileSync(new URL("meaning.ndjson", here), "utf8").split("\n").filter(Boolean).slice(0, 40)) {
  const { agreement, population } = JSON.parse(line);
  try {
    lines.push({ call: "calculate", agreement: JSON.parse(agreement), population: JSON.parse(population) });
  } catch {
    // no JSON: it is not a request
  }
}
lines.push({ call: "describe" }, { call: "municipalities", query: "nij", on: "2026-01-01", lang: "en" }, { call: "nothing" }, {}, [], "\ud83d\ude00é");
for (const line of lines) console.log(JSON.stringify(line));
console.log("no JSON");
console.log('{"call":"version","call":"version"}');
