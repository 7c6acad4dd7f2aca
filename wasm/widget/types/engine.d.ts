/** One reply of the engine: a value, or what is wrong with the request. */
export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** Something that is wrong: a stable code, the JSON Pointer of the member in the request, and a text. */
export interface Problem {
	code: string;
	pointer: string;
	line?: number;
	params: Record<string, string>;
	text: string;
}

/** A request: the name of the call, the language of the texts, and the members of the call. */
export interface Request {
	call: "version" | "describe" | "municipalities" | "calculate" | "explain" | "compare" | "sweep" | "import" | "validate" | (string & {});
	lang?: "nl" | "en";
	[member: string]: unknown;
}

/** The calculating core. One serves a whole page. */
export interface Engine {
	/** How it runs: as WebAssembly, or translated to JavaScript where a policy refuses WebAssembly. */
	readonly kind: "wasm" | "js";
	/** Sends a request. Rejects with an EngineError when the core broke down; the next call starts anew. */
	call<T = unknown>(request: Request): Promise<Reply<T>>;
	/** Sends a request and gives the bytes of the reply as text. */
	text(request: Request): Promise<string>;
}

/** The engine did not start or broke down: "load", "integrity" (a file is not the one that was published) or "engine". */
export class EngineError extends Error {
	readonly code: "load" | "integrity" | "engine";
}

/** The engine of this page, started at the first call; folder is where its files are, when not beside the script. */
export function load(folder?: string): Promise<Engine>;

/** An engine made of the bytes of zio.wasm, for Node and for tests. */
export function fromBytes(bytes: BufferSource): Promise<Engine>;
