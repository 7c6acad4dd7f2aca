// Validates a file of lines with Ajv, compiled and strict: node ajv.mjs SCHEMA FILE
import fs from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schema, file] = process.argv.slice(2);
const ajv = new Ajv2020({ strict: true });
addFormats(ajv, ["date"]);
const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, "utf8")));

let records = 0;
let valid = 0;
function judge(line) {
  if (line.length === 0) return;
  records++;
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return;
  }
  if (validate(value)) valid++;
}

const chunk = Buffer.allocUnsafe(1 << 20);
let rest = Buffer.alloc(0);
const fd = fs.openSync(file, "r");
for (let n; (n = fs.readSync(fd, chunk, 0, chunk.length, null)) > 0; ) {
  let text = chunk.subarray(0, n);
  if (rest.length > 0) text = Buffer.concat([rest, text]);
  let start = 0;
  for (let end; (end = text.indexOf(10, start)) >= 0; start = end + 1) judge(text.toString("utf8", start, end));
  rest = Buffer.from(text.subarray(start));
}
judge(rest.toString("utf8"));
console.log(JSON.stringify({ records, valid }));
