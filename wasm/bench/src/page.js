// Runs in the browser: loads one engine and measures it.

import { wasi } from "./wasi.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

let scratch = new Uint8Array(0);

/** Asks an instance of the core, as the element does. */
const asking = (x) => (request) => {
	const most = 3 * request.length;
	if (most > scratch.length) scratch = new Uint8Array(most);
	const bytes = scratch.subarray(0, encoder.encodeInto(request, scratch).written);
	const at = x.zio_in(bytes.length) >>> 0; // first, as it may grow the memory
	new Uint8Array(x.memory.buffer, at, bytes.length).set(bytes);
	x.zio_call(bytes.length);
	return decoder.decode(new Uint8Array(x.memory.buffer, x.zio_out() >>> 0, x.zio_len() >>> 0));
};

/** Loads a module by the steps that the element takes. */
async function wasm({ url, integrity }) {
	const response = await fetch(url, { integrity, referrerPolicy: "no-referrer" });
	const module = await WebAssembly.compile(await response.arrayBuffer());
	const shim = WebAssembly.Module.imports(module).length ? wasi() : undefined;
	const { exports } = await WebAssembly.instantiate(module, shim?.imports ?? {});
	shim?.bind(exports.memory);
	exports._initialize();
	return exports;
}

/** Loads the translation to JavaScript by the steps that the element takes. */
function script({ url, integrity }) {
	return new Promise((resolve, reject) => {
		const node = document.createElement("script");
		Object.assign(node, { src: url, integrity, crossOrigin: "anonymous" });
		node.onload = () => resolve(globalThis[Symbol.for("zio-calculator.fallback")]());
		node.onerror = reject;
		document.head.append(node);
	});
}

let call;
let memory;

/** Loads an engine and gives the time from the first request until it can be called. */
async function ready({ kind, url, integrity, part }) {
	const start = performance.now();
	if (kind === "library") {
		call = (await import(url))[part];
	} else {
		const x = await (kind === "wasm" ? wasm : script)({ url, integrity });
		if (x.zio_abi() !== 2) throw new Error("another contract");
		call = asking(x);
		memory = x.memory;
	}
	return performance.now() - start;
}

/** The first calculation, which also compiles what it uses. */
function first(request) {
	const start = performance.now();
	const reply = call(request);
	return { time: performance.now() - start, reply };
}

/** One calculation when everything is warm, in milliseconds: the quickest of five rounds, as slower ones measure the machine. */
function steady(request) {
	const round = (ms) => {
		const start = performance.now();
		let n = 0;
		do {
			for (let i = 0; i < 5; i++, n++) call(request);
		} while (performance.now() - start < ms);
		return (performance.now() - start) / n;
	};
	round(1000);
	return Math.min(...Array.from({ length: 5 }, () => round(250)));
}

globalThis.bench = { ready, first, steady, memory: () => memory?.buffer.byteLength ?? 0 };
