// A line server in Node: the module zio.full.wasm, without any package. It has no imports.
//
//   node examples/hosts/node.mjs wasm/dist/zio.full.wasm <requests
import fs from "node:fs";
import { createInterface } from "node:readline";

const module = new WebAssembly.Module(fs.readFileSync(process.argv[2]));
const encoder = new TextEncoder();
const decoder = new TextDecoder();
let zio;

function answer(request) {
  try {
    if (!zio) {
      zio = new WebAssembly.Instance(module).exports;
      zio._initialize();
      if (zio.zio_abi() !== 2) throw new Error("another interface than this host knows");
    }
    const bytes = encoder.encode(request);
    const at = zio.zio_in(bytes.length);
    if (at) new Uint8Array(zio.memory.buffer).set(bytes, at); // a view is made after each call: the memory may have grown
    zio.zio_call(bytes.length);
    return decoder.decode(new Uint8Array(zio.memory.buffer, zio.zio_out(), zio.zio_len()));
  } catch (trap) {
    zio = undefined; // its memory is no longer to be trusted
    throw trap;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "") process.stdout.write(answer(line) + "\n");
}
