// The engine: the calculating core as WebAssembly, or translated to JavaScript where the policy of a site refuses
// WebAssembly. One engine serves a whole page. JSON goes in, JSON comes out. The file that a page loads first holds the
// figures: drafts of calculations. Reasons, explanations and names stand in a second file, and what reads files of pupils
// in a third; each is loaded when it is asked for the first time.

import { asset } from "./assets.js";
import { runScript } from "./run-script.js";
import { wasi } from "./wasi.js";

/** The version of the contract between this file and the core. */
const ABI = 2;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

let scratch = new Uint8Array(0);

/** The bytes of a text, which stand until the next text. They are not encoded into the memory of the core at once: with that WebKit crashed now and then. */
function bytesOf(text) {
	const most = 3 * text.length;
	if (most > 1 << 22) return encoder.encode(text); // a file
	if (most > scratch.length) scratch = new Uint8Array(most);
	return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}

/** Where a fallback script leaves the function that makes an instance. */
const fallbackOf = (part) => Symbol.for(`zio-calculator.${part}fallback`);

/** The start of the names of the file that answers a call; "" for what the figures may answer. */
const partOf = ({ call, draft }) => (call === "import" ? "import." : call === "calculate" && draft ? "" : "full.");

/** What went wrong with the engine itself: "load", "integrity" or "engine". */
export class EngineError extends Error {
	constructor(code, cause) {
		super("zio: " + code, { cause });
		this.name = "EngineError";
		this.code = code;
	}
}

class Engine {
	#make;
	#exports;
	#load; // loads another part of the engine; undefined when this one answers every call
	#parts = {};

	/** @param {"wasm"|"js"} kind @param {() => Promise<object>} make makes a fresh instance @param {boolean} small whether it asks nothing of its surroundings */
	constructor(kind, make, small = true) {
		this.kind = kind;
		this.small = small;
		this.#make = make;
	}

	/** Lets other engines answer what is not in this one. */
	withParts(load) {
		this.#load = load;
		return this;
	}

	/** The engine of a part, loaded once; one that did not come may be asked for again. */
	#part(name) {
		const part = (this.#parts[name] ??= this.#load(name));
		part.catch(() => delete this.#parts[name]);
		return part;
	}

	/** Loads what gives reasons and explanations before it is asked for. */
	warm() {
		if (this.#load) this.#part("full.").catch(() => {}); // asked for again when it is needed
	}

	/** Sends a request and gives the text of the reply. After a trap the instance is thrown away and made anew. */
	async text(request) {
		return (await this.#reply(request)).text;
	}

	/** Sends a request and gives the reply; a reply that is none is an EngineError. */
	async call(request) {
		const { text, by } = await this.#reply(request);
		try {
			const reply = JSON.parse(text);
			if (reply.ok === true || (reply.ok === false && Array.isArray(reply.problems))) return reply;
		} catch {
			// Told below: whether it is no JSON or no reply makes no difference.
		}
		by.#exports = undefined;
		throw new EngineError("engine");
	}

	/** The text of a reply, and the engine that gave it. */
	async #reply(request) {
		const name = this.#load && partOf(request);
		const text = !name && (await this.#ask(request));
		// The figures have no reply to what they refuse: the other part says why.
		if (text || !this.#load) return { text, by: this };
		return (await this.#part(name || "full.")).#reply(request);
	}

	async #ask(request) {
		this.#exports ??= this.#make();
		try {
			const x = await this.#exports;
			const bytes = bytesOf(JSON.stringify(request));
			const at = x.zio_in(bytes.length) >>> 0; // first, as it may grow the memory
			if (at) new Uint8Array(x.memory.buffer, at, bytes.length).set(bytes);
			x.zio_call(bytes.length);
			return decoder.decode(new Uint8Array(x.memory.buffer, x.zio_out() >>> 0, x.zio_len() >>> 0));
		} catch (cause) {
			this.#exports = undefined;
			throw new EngineError("engine", cause);
		}
	}

	/** Makes the first instance and checks that it keeps this contract. */
	async check() {
		this.#exports = this.#make();
		const x = await this.#exports;
		if (x.zio_abi() !== ABI) throw new EngineError("engine");
		return this;
	}
}

/** An engine made of the bytes of the wasm file. */
export async function fromBytes(bytes) {
	const module = await WebAssembly.compile(bytes);
	const bare = WebAssembly.Module.imports(module).length === 0;
	return new Engine(
		"wasm",
		async () => {
			const shim = bare ? null : wasi();
			const { exports } = await WebAssembly.instantiate(module, shim ? shim.imports : {});
			shim?.bind(exports.memory);
			/** @type {any} */ (exports)._initialize?.();
			return exports;
		},
		bare,
	).check();
}

/**
 * Fetches a file. One that a cache kept of an earlier version is asked for once more; one that is there but is another
 * than was built is a hard stop.
 */
export async function fetchChecked({ url, integrity }) {
	/** @param {RequestInit} [options] */
	const get = (options) => fetch(url, { referrerPolicy: "no-referrer", ...options });
	let response;
	try {
		response = await get({ integrity }).catch((cause) => {
			if (!integrity) throw cause;
			return get({ integrity, cache: "reload" });
		});
	} catch (cause) {
		const there = () =>
			get().then(
				(r) => r.ok,
				() => false,
			);
		if (integrity && (await there())) throw new EngineError("integrity", cause);
		throw cause;
	}
	if (!response.ok) throw new EngineError("load");
	return response;
}

/** Loads the translated core, which leaves a function behind that makes an instance. */
async function translated(folder, part, run) {
	await run(asset(part + "fallback", folder));
	const make = globalThis[fallbackOf(part)];
	if (!make) throw new EngineError("load");
	return new Engine("js", async () => make()).check();
}

/**
 * Starts one file of the engine; part is the start of its names, "" for the one that a page needs first.
 * @param {string} folder
 * @param {string} part
 * @param {(script: {url: string, integrity: string}) => Promise<any>} [run] runs the translated core, where there is no page to do it
 */
export async function start(folder, part, run = runScript) {
	try {
		return await fromBytes(await (await fetchChecked(asset(part + "wasm", folder))).arrayBuffer());
	} catch (cause) {
		if (cause.code === "integrity") throw cause;
	}
	try {
		return await translated(folder, part, run);
	} catch (cause) {
		throw cause instanceof EngineError ? cause : new EngineError("load", cause);
	}
}

const engines = new Map();

/**
 * The engine of this page, started at the first call. A start that failed may be tried again.
 *
 * @param {string} [folder] address of the folder that holds zio.wasm and the files beside it, when it is not that of this file
 */
export function load(folder = "") {
	let engine = engines.get(folder);
	if (!engine) {
		engine = start(folder, "").then((first) => (first.small ? first.withParts((part) => start(folder, part)) : first));
		engine.catch(() => engines.delete(folder));
		engines.set(folder, engine);
	}
	return engine;
}
