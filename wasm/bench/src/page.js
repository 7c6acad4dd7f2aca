// Runs in the browser: loads one engine and measures it.

import { wasi } from "./wasi.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Asks an instance of the core, as the element does. */
const asking = (x) => (request) => {
	const bytes = encoder.encode(request);
	const at = x.zio_in(bytes.length) >>> 0; // first, as it may grow the memory
	new Uint8Array(x.memory.buffer, at, bytes.length).set(bytes);
	x.zio_call();
	return decoder.decode(new Uint8Array(x.memory.buffer, x.zio_out() >>> 0, x.zio_len() >>> 0));
};

async function wasm(url) {
	const shim = wasi();
	const { instance } = await WebAssembly.instantiateStreaming(fetch(url), url.includes("std") ? shim.imports : {});
	shim.bind(instance.exports.memory);
	instance.exports._initialize();
	return instance.exports;
}

function script(url) {
	return new Promise((resolve, reject) => {
		const node = document.createElement("script");
		node.src = url;
		node.onload = () => resolve(globalThis[Symbol.for("zio-calculator.fallback")]());
		node.onerror = reject;
		document.head.append(node);
	});
}

let call;
let memory;

/** Loads an engine and gives the time from the first request until it can be called. */
async function ready(name) {
	const start = performance.now();
	if (name === "dinero" || name === "big") {
		({ call } = await import(`./${name}.js`));
	} else {
		const x = name === "fallback" ? await script("./zio.fallback.js") : await wasm(name === "std" ? "./zio.std.wasm" : "./zio.wasm");
		if (x.zio_abi() !== 1) throw new Error("another contract");
		call = asking(x);
		memory = x.memory;
	}
	return performance.now() - start;
}

/** The first calculation, which also compiles what it uses. */
function first(request) {
	const start = performance.now();
	const reply = call(request);
	const time = performance.now() - start;
	if (!reply.startsWith('{"ok":true')) throw new Error(reply.slice(0, 500));
	return { time, total: shares(reply) };
}

const shares = (reply) => JSON.parse(reply).value.shares.reduce((sum, s) => sum + Math.round(Number(s.amount) * 100), 0);

/** One calculation when everything is warm, in milliseconds: the quickest of nine rounds, as slower ones measure the machine. */
function steady(request) {
	const round = (ms) => {
		const start = performance.now();
		let n = 0;
		do {
			for (let i = 0; i < 5; i++, n++) call(request);
		} while (performance.now() - start < ms);
		return (performance.now() - start) / n;
	};
	round(1500);
	return Math.min(...Array.from({ length: 9 }, () => round(250)));
}

globalThis.bench = { ready, first, steady, memory: () => memory?.buffer.byteLength ?? 0 };
