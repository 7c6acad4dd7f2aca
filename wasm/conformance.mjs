// Runs the calculation vectors of schema/conformance against a build of the calculator, and compares what the manifest says:
// amounts, parties and checks, not names and versions.
//
//   node wasm/conformance.mjs --wasm wasm/dist/zio.full.wasm   the WebAssembly build, in this process
//   node wasm/conformance.mjs -- go run ./wasm                 any program that answers a line with a line, over stdin
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createInterface } from "node:readline";

const here = new URL("../schema/conformance/", import.meta.url);
const manifest = JSON.parse(fs.readFileSync(new URL("manifest.json", here), "utf8"));

async function engine() {
  const [how, ...rest] = process.argv.slice(2);
  if (how === "--wasm" && rest.length === 1) {
    const { fromBytes } = await import("./widget/src/engine.js");
    const module = await fromBytes(fs.readFileSync(rest[0]));
    return { ask: (request) => module.text(request), end() {} };
  }
  if (how !== "--" || rest.length === 0) {
    console.error("usage: node wasm/conformance.mjs --wasm FILE | node wasm/conformance.mjs -- COMMAND...");
    process.exit(2);
  }
  const child = spawn(rest[0], rest.slice(1), { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(request) {
      child.stdin.write(JSON.stringify(request) + "\n");
      const { value, done } = await lines.next();
      if (done) throw new Error("the program ended without a reply");
      return value;
    },
    end: () => child.stdin.end(),
  };
}

// The members of a result at the pointers that the manifest names, * for every item.
function compared(result) {
  return JSON.stringify(
    manifest.compared.map((pointer) =>
      pointer
        .split("/")
        .slice(1)
        .reduce((values, token) => values.flatMap((v) => (token === "*" ? v : token in v ? [v[token]] : [])), [result]),
    ),
  );
}

const { ask, end } = await engine();
let failed = 0;
const document = (path) => JSON.parse(fs.readFileSync(new URL(path, here), "utf8"));
for (const { name, agreement, population, result } of manifest.calculations) {
  const reply = JSON.parse(await ask({ call: "calculate", agreement: document(agreement), population: document(population) }));
  const found = reply.ok ? compared(reply.value) : JSON.stringify(reply.problems);
  const expected = compared(document(result));
  if (found !== expected) {
    failed++;
    console.error(`${name}: ${found.slice(0, 2000)} instead of ${expected.slice(0, 2000)}`);
  }
}
end();
console.log(`${manifest.calculations.length} calculations, ${failed} differ`);
process.exit(failed ? 1 : 0);
