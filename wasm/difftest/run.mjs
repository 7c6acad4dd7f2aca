// Serves stdin with one build of the calculator under Node: a request per line in, a reply per line out.
//
//	node wasm/difftest/run.mjs <zio.wasm | zio.std.wasm | zio.fallback.js>

import { existsSync, readFileSync, writeSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// What the module of the Go toolchain asks of its host. It computes only: no files, no arguments, no
// environment. Only the runtime reads the clock and the random numbers, never the calculation.
const host = (memory) => {
	const view = () => new DataView(memory().buffer);
	const two = (a, b) => {
		view().setUint32(a, 0, true);
		view().setUint32(b, 0, true);
		return 0;
	};
	return {
		sched_yield: () => 0,
		proc_exit: (code) => {
			throw new Error(`the module ended itself with ${code}`);
		},
		args_get: () => 0,
		args_sizes_get: two,
		environ_get: () => 0,
		environ_sizes_get: two,
		clock_time_get: (_id, _precision, at) => {
			view().setBigUint64(at, BigInt(Math.round(performance.now() * 1e6) + 1), true);
			return 0;
		},
		fd_write: (fd, vectors, count, written) => {
			let total = 0;
			for (let i = 0; i < count; i++) {
				const at = view().getUint32(vectors + 8 * i, true);
				const length = view().getUint32(vectors + 8 * i + 4, true);
				if (fd === 2) process.stderr.write(new Uint8Array(memory().buffer, at, length).slice());
				total += length;
			}
			view().setUint32(written, total, true);
			return 0;
		},
		random_get: (at, length) => {
			new Uint8Array(memory().buffer, at, length).fill(0);
			return 0;
		},
		poll_oneoff: (_subscriptions, events, count, done) => {
			new Uint8Array(memory().buffer, events, 32 * count).fill(0);
			view().setUint32(done, count, true);
			return 0;
		},
	};
};

const load = async (file) => {
	if (file.endsWith(".js")) {
		await import(pathToFileURL(resolve(file)));
		return globalThis[Symbol.for(basename(file).replace("zio.", "zio-calculator.").replace(".js", ""))]();
	}
	const module = await WebAssembly.compile(readFileSync(file));
	let instance;
	const imports = WebAssembly.Module.imports(module).length
		? { wasi_snapshot_preview1: host(() => instance.exports.memory) }
		: {};
	instance = await WebAssembly.instantiate(module, imports);
	instance.exports._initialize();
	return instance.exports;
};

const [file] = process.argv.slice(2);
if (!file || !existsSync(file)) {
	console.error(file ? `run: ${file} does not exist` : "run: name the file to run");
	process.exit(2);
}
const zio = await load(file);
if (zio.zio_abi() !== 2) {
	console.error(`run: ${file} has another contract`);
	process.exit(1);
}

const call = (request) => {
	const at = zio.zio_in(request.length);
	if (at) new Uint8Array(zio.memory.buffer, at, request.length).set(request);
	zio.zio_call(request.length);
	const reply = zio.zio_out();
	return Buffer.from(new Uint8Array(zio.memory.buffer, reply, zio.zio_len()).slice());
};

// Lines are split by hand: a request may hold bytes that are no UTF-8, which must arrive as they are.
let rest = Buffer.alloc(0);
const answer = (line) => {
	if (line.length === 0) return;
	const reply = Buffer.concat([call(line), Buffer.from("\n")]);
	for (let done = 0; done < reply.length; ) {
		try {
			done += writeSync(1, reply, done);
		} catch (error) {
			if (error.code !== "EAGAIN") throw error;
		}
	}
};
for await (const chunk of process.stdin) {
	rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
	for (let end; (end = rest.indexOf(10)) >= 0; rest = rest.subarray(end + 1)) answer(rest.subarray(0, end));
}
answer(rest);
