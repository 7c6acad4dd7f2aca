/** An amount in euros as a decimal text with two decimals, such as "1234.50"; never a floating-point number. */
export type Euro = string;

/** An agreement document; its shape is agreement.schema.json. */
export interface ZioAgreement {
	$schema: string;
	id: string;
	title: string;
	[member: string]: unknown;
}

/** A population document; its shape is population.schema.json. */
export interface ZioPopulation {
	$schema: string;
	title: string;
	countDate: string;
	[member: string]: unknown;
}

/** What one party pays, over all streams of money. */
export interface ZioShare {
	party: string;
	name: string;
	amount: Euro;
}

/** One stream of money: the sum of its shares, its gap and its rest is its cost. */
export interface ZioComponent {
	id: string;
	title: string;
	cost: Euro;
	gap: Euro;
	rest: Euro;
	shares: { party: string; amount: Euro; weight?: string; unit?: string }[];
	[member: string]: unknown;
}

export interface ZioTransfer {
	from: string;
	to: string;
	amount: Euro;
	kind: string;
	[member: string]: unknown;
}

/**
 * A draft of a result: everything of the result document but its kind, its trace and its receipt, and with references
 * that are empty. export("json") gives the whole document.
 */
export interface ZioResult {
	agreement: { id: string; title: string; [member: string]: unknown };
	shares: ZioShare[];
	components: ZioComponent[];
	transfers: ZioTransfer[];
	[member: string]: unknown;
}

/** Something that is wrong: a stable code, the JSON Pointer of the member, and a text in the language of the page. */
export interface ZioProblem {
	code: string;
	pointer: string;
	line?: number;
	params: Record<string, string>;
	text: string;
}

export type ZioReply = { ok: true; value: ZioResult } | { ok: false; problems: ZioProblem[] };

/**
 * "csv" for systems (comma, decimal point), "csv-spreadsheet" for spreadsheets (semicolon, decimal comma, byte-order
 * mark), "json" for the whole result document (result.schema.json), "agreement" and "population" for the documents that it was made from.
 */
export type ZioFormat = "csv" | "csv-spreadsheet" | "json" | "agreement" | "population";

export interface ZioEventMap {
	/** The engine is there: as WebAssembly, or translated to JavaScript. */
	"zio-ready": CustomEvent<{ engine: "wasm" | "js" }>;
	/** There is a new result. */
	"zio-result": CustomEvent<{ input: { agreement: ZioAgreement; population: ZioPopulation }; result: ZioResult; engine: "wasm" | "js" }>;
	/** The input has problems, or the engine did not start (codes that begin with "engine."). */
	"zio-problem": CustomEvent<{ problems: ZioProblem[] }>;
}

/** The attributes of <zio-calculator>, for the types of frameworks: see react.d.ts and vue.d.ts. */
export interface ZioCalculatorAttributes {
	/** The school to begin with, by the code of its site ("00OS00"). */
	school?: string | undefined;
	/** The practice to begin with; empty for an empty agreement. */
	system?: string | undefined;
	/** By default the language of the page around it, else Dutch. */
	lang?: "nl" | "en" | undefined;
	/** The numbers alone, or the whole agreement. */
	mode?: "simple" | "full" | undefined;
	/** CBS code of the municipality to look from. */
	municipality?: string | undefined;
	/** The answer and the result, with the form folded. */
	view?: "result" | undefined;
	/** Whether people can make a link that holds their figures. */
	share?: boolean | "" | undefined;
	/** Whether visitors may keep what they fill in on their own device. */
	remember?: boolean | "" | undefined;
	/** Show only, no input. */
	readonly?: boolean | "" | undefined;
	/** The level of the headings of its parts. */
	"heading-level"?: 2 | 3 | 4 | 5 | "2" | "3" | "4" | "5" | undefined;
	/** Address of the privacy statement of the site. */
	"privacy-url"?: string | undefined;
	loading?: "lazy" | "eager" | undefined;
	/** Folder of zio.wasm and the files beside it, when they are not beside the script. */
	src?: string | undefined;
}

/**
 * The calculator, <zio-calculator>; its attributes are {@link ZioCalculatorAttributes}.
 *
 * What stands inside the element is shown where scripts do not run.
 */
export class ZioCalculatorElement extends HTMLElement {
	/** The agreement as it is filled in now; null before one is chosen. A copy: setting it is the way to change it. */
	get agreement(): ZioAgreement | null;
	set agreement(document: ZioAgreement);
	/** The population as it is filled in now. */
	get population(): ZioPopulation | null;
	set population(document: ZioPopulation);
	/** The last good result, as a draft; null when there is none. */
	readonly result: ZioResult | null;
	/** Calculates now. */
	calculate(): Promise<ZioReply>;
	/** Goes back to how the chosen practice came. */
	reset(): Promise<void>;
	/** The text of an export. Rejects with a RangeError when there is no such format or no result yet. */
	export(format: ZioFormat): Promise<string>;

	addEventListener<K extends keyof ZioEventMap>(
		type: K,
		listener: (this: ZioCalculatorElement, event: ZioEventMap[K]) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void;
	addEventListener<K extends keyof HTMLElementEventMap>(
		type: K,
		listener: (this: ZioCalculatorElement, event: HTMLElementEventMap[K]) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void;
	addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
	removeEventListener<K extends keyof ZioEventMap>(
		type: K,
		listener: (this: ZioCalculatorElement, event: ZioEventMap[K]) => unknown,
		options?: boolean | EventListenerOptions,
	): void;
	removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
	interface HTMLElementTagNameMap {
		"zio-calculator": ZioCalculatorElement;
	}
	interface HTMLElementEventMap extends ZioEventMap {}
	interface DocumentEventMap extends ZioEventMap {}
}

export { EngineError, load } from "./engine.js";
export type { Engine, Reply, Request } from "./engine.js";
