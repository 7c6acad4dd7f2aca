// Adds up a file of DUO with pupils per site and place of residence, in the layout since 2024, apart from the Go program: per site
// and home the fewest and the most pupils. Tests compare their sums with what this prints.
//
//   node zio/schools/gen/sums.mjs FILE            a line for each: site;home;fewest;most
//   node zio/schools/gen/sums.mjs --digest FILE   rows, lines and the SHA-256 of those lines
//
// FILE is UTF-8, or - for standard input. A home is the name of the municipality without what stands behind it in brackets, or
// the name for a home elsewhere, as the file has it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const args = process.argv.slice(2);
const digest = args[0] === "--digest";
const name = args[digest ? 1 : 0];
const text = readFileSync(name === "-" ? 0 : name, "utf8").replace(/^\ufeff/, "");

// rows splits on semicolons outside quotes; a quote inside a field stands twice.
function cells(line) {
  const list = [];
  let cell = "", quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quoted && c === '"' && line[i + 1] === '"') cell += line[++i];
    else if (c === '"') quoted = !quoted;
    else if (c === ";" && !quoted) list.push(cell), (cell = "");
    else cell += c;
  }
  list.push(cell);
  return list.map((one) => one.trim());
}

const lines = text.split(/\r?\n/).filter((line) => line !== "");
const header = cells(lines.shift());
const at = (column) => {
  const i = header.indexOf(column);
  if (i < 0) throw new Error(`there is no column ${column}`);
  return i;
};
const [school, number, home] = [at("INSTELLINGSCODE"), at("VESTIGINGSCODE"), at("GEMEENTENAAM_LEERLING")];
const ages = header.flatMap((column, i) => (column.startsWith("LEEFTIJD_") ? [i] : []));
const sums = new Map();
for (const line of lines) {
  const row = cells(line);
  const key = `${row[school]}${row[number]};${row[home].replace(/ \(.*$/, "")}`;
  const sum = sums.get(key) ?? [0, 0];
  for (const i of ages) {
    if (row[i] === "<5") {
      sum[0] += 1;
      sum[1] += 4;
    } else if (/^\d+$/.test(row[i])) {
      sum[0] += Number(row[i]);
      sum[1] += Number(row[i]);
    } else throw new Error(`${row[i]} is not a count`);
  }
  sums.set(key, sum);
}
const out = [...sums].filter(([, [, most]]) => most > 0).map(([key, [fewest, most]]) => `${key};${fewest};${most}`);
// by bytes, as other languages sort
out.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const body = out.map((line) => line + "\n").join("");
if (digest) console.log(lines.length, out.length, createHash("sha256").update(body).digest("hex"));
else process.stdout.write(body);
