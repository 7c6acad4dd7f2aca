// The conversation with the engine: what it tells of its rules, what it is asked, and its last good result. It knows no page.

import { load } from "./engine.js";
import { listPractices, otherPractices, readDescription, readPractice, readSchools } from "./practices.js";
import { fits } from "./shape.js";

/** What cannot be loaded is left out; what was changed on the way is not. */
const unlessChanged = (error) => {
	if (error.code === "integrity") throw error;
	return [];
};

export class Conversation {
	/** @type {"nl"|"en"} the language of the replies */
	lang = "nl";
	/** Where the files are, when they are not beside the script. */
	folder = "";
	engine = null;
	/** The code of an engine that did not start. */
	failure = "";
	#complete = false; // whether the description holds every field
	#practiceRules = []; // with their fields, as the practice brought them
	/** What the engine says of its documents; a practice has its first answer without. */
	description = null;
	/** The practices to choose from. */
	practices = [];
	/** Whether the practices that are not shown first are among them. */
	allPractices = false;
	/** Names of municipalities by code. */
	names = new Map();
	/** What the engine said of the documents. */
	problems = [];
	result = null;
	/** The documents that the result belongs to. */
	calculated = null;
	/** Whether the result is older than the documents. */
	stale = false;
	/** The result that was put aside to compare with, with its documents. */
	scenario = null;

	/** Starts the engine, and reads at the same time what there is to choose from. */
	async start(wanted, words) {
		[this.engine, this.practices] = await Promise.all([load(this.folder), this.#list(wanted), words]);
	}

	/** Lists the practices, and begins to read the one that the page asks for. */
	async #list(wanted) {
		const list = await listPractices(this.folder).catch(unlessChanged);
		const found = list.find((s) => s.id === wanted);
		if (found) readPractice(found, this.folder).catch(() => {}); // waited for by readPractice
		return list;
	}

	/** Reads what the engine tells of its documents in the language of now; in full with the help of every field. */
	async describe(full) {
		const read = await readDescription(this.lang, this.folder, full).catch(unlessChanged);
		this.#complete = Boolean(full) || !read?.parts;
		this.description = read?.parts ? structuredClone(read) : (await this.ask({ call: "describe" })).value;
		this.#learnRules();
	}

	/** Adds the fields of rules: they come with a practice in Dutch, and otherwise with the whole description. */
	#learnRules() {
		if (this.#complete || this.lang !== "nl") return;
		const known = (part, rule) => this.#practiceRules.find((x) => x.rule === rule && x.part === part);
		for (const { part, rules } of this.description?.parts ?? []) rules.forEach((r, i) => (rules[i] = known(part, r.rule) ?? r));
	}

	/** Whether the fields are known of every rule that an agreement names. */
	#knowsRules(agreement) {
		const known = (part, rule) => !rule || this.rules(part).find((r) => r.rule === rule)?.fields !== undefined;
		return (agreement?.components ?? []).every((c) => ["cost", "key", "flow"].every((part) => known(part, c?.[part]?.rule)));
	}

	/** Reads the fields of all rules, when they are not there yet. */
	async describeAll() {
		if (!this.description || this.#complete) return;
		await this.describe(true).catch(() => {}); // without it there is less help
	}

	/** The table of the schools of the country. */
	readSchools() {
		return readSchools(this.folder);
	}

	/** A request in the language of now. A reply with problems comes back as it is. */
	ask(request) {
		return this.engine.call({ lang: this.lang, ...request });
	}

	/** The rules of a part of a stream of money: "cost", "key" or "flow". */
	rules(part) {
		return this.description?.parts.find((p) => p.part === part)?.rules ?? [];
	}

	/** Whether a document has the shape that the form and the result count on; what is wrong inside is for the engine. */
	fits(kind, document) {
		return document == null || !this.description || fits(this, this.description[kind].fields, document);
	}

	/** Municipalities by a part of their name or code, as they were on a day. */
	async searchMunicipalities(query, day) {
		const reply = await this.ask({ call: "municipalities", query, on: day });
		return reply.ok ? reply.value : [];
	}

	/** Learns the fields of the rules and the names of the municipalities that the documents speak of. */
	async prepare(documents) {
		if (this.description && !this.#knowsRules(documents.input.agreement)) await this.describe(true);
		for (const p of documents.input.agreement?.parties ?? []) if (p.kind === "municipality") this.names.set(p.id, p.name);
		await this.learnNames(documents.municipalityCodes(), documents.day);
	}

	/** Learns the names that municipalities have on a day. */
	async learnNames(codes, day) {
		for (const code of codes) {
			if (this.names.has(code)) continue;
			const found = await this.searchMunicipalities(code, day);
			this.names.set(code, found.find((m) => m.code === code)?.name ?? code);
		}
	}

	/** Whether a practice is among those that are shown first. */
	lists(id) {
		return this.practices.some((s) => s.id === id);
	}

	/** Adds the practices that are not shown first. */
	async listAll() {
		if (this.allPractices) return;
		const others = await otherPractices(this.folder).catch(unlessChanged);
		if (!this.allPractices) this.practices = [...this.practices, ...others];
		this.allPractices = true;
	}

	/** The documents of a practice; null when there is none of that name. */
	async readPractice(id) {
		const find = () => this.practices.find((s) => s.id === id);
		if (id && !find()) await this.listAll();
		const found = find();
		if (!found) return null;
		const { names, rules, ...input } = structuredClone(await readPractice(found, this.folder));
		this.#practiceRules = rules ?? [];
		this.#learnRules();
		for (const code in names) this.names.set(code, names[code]);
		return input;
	}

	/** Asks for a result. An engine that fails is a problem like those of the documents. */
	async calculate(input, textOf) {
		try {
			return await this.ask({ call: "calculate", draft: true, ...input });
		} catch ({ code = "engine" }) {
			return { ok: false, problems: [{ code: "engine." + code, pointer: "", params: {}, text: textOf(code) }] };
		}
	}

	/** Keeps a result with the documents that it belongs to. */
	keep(result, input) {
		this.problems = [];
		this.result = result;
		this.calculated = input;
		this.stale = false;
	}

	/** Forgets the result, as other documents came. */
	forgetResult() {
		this.problems = [];
		this.result = this.calculated = null;
		this.stale = false;
	}

	/** Why a party pays what it pays; null when the engine does not say. */
	async explain(party) {
		const reply = await this.ask({ call: "explain", ...this.calculated, party }).catch(() => null);
		return reply?.ok ? reply.value : null;
	}
}
