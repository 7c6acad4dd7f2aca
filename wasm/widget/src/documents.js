// The documents of one calculator, and what is typed in them. It knows no page and no engine: who listens hears that
// something changed.

import { get, set } from "./pointer.js";

const clone = (x) => (x === undefined ? undefined : structuredClone(x));

export class Documents {
	/** The agreement and the population. */
	input = {};
	/** The practice that was chosen; "" is an own agreement, null nothing yet. */
	practice = null;
	/** By pointer: what is typed and cannot be read yet. */
	drafts = new Map();
	/** Pointers of fields that were left in error. */
	left = new Set();
	/** Pointers of fields that somebody made empty: they stay on the page. */
	emptied = new Set();
	#changed;

	/** @param {(same?: boolean) => void} changed is called when something was filled in; same is true when that is what it was */
	constructor(changed) {
		this.#changed = changed;
	}

	/** The value at a pointer; undefined when there is none. */
	valueAt(pointer) {
		return get(this.input, pointer);
	}

	/** Writes what was typed; undefined takes the member away. */
	write(pointer, value) {
		this.drafts.delete(pointer);
		const same = this.valueAt(pointer) === value;
		if (!same && value === undefined) this.emptied.add(pointer);
		if (!same) set(this.input, pointer, value);
		this.#changed(same);
	}

	/** Keeps what is typed and cannot be read yet. */
	keepDraft(pointer, draft, leaving) {
		this.drafts.set(pointer, draft);
		if (leaving) this.left.add(pointer);
		this.#changed();
	}

	/** A field was left: when it is in error, that may be said now. */
	leaveField(pointer) {
		if (this.drafts.has(pointer)) this.left.add(pointer);
	}

	/** Drops the drafts under a pointer, because what they belong to moved or went. */
	dropDrafts(pointer) {
		for (const p of this.drafts.keys()) if (p.startsWith(pointer + "/")) this.drafts.delete(p);
	}

	/** Begins anew with these documents. */
	replace(input, practice) {
		this.input = input;
		this.practice = practice;
		this.drafts.clear();
		this.left.clear();
		this.emptied.clear();
	}

	/** A copy of both documents, as a request holds them. */
	copy() {
		return clone({ agreement: this.input.agreement ?? {}, population: this.input.population ?? {} });
	}

	/** The day on whose list of municipalities names are looked up. */
	get day() {
		return this.input.population?.countDate ?? this.input.agreement?.period?.from;
	}

	/** Lets municipalities take part in the agreement, or no longer. */
	setParticipation(codes, takes, names) {
		const parties = (this.input.agreement.parties ??= []);
		for (const code of new Set(codes)) {
			const found = parties.find((p) => p.id === code);
			if (!found && takes && code) parties.push({ id: code, kind: "municipality", name: names.get(code) ?? code, participates: true });
			else if (found && takes) found.participates = true;
			else if (found) delete found.participates;
		}
		this.#changed();
	}

	/** Whether the agreement knows a municipality as a party; true too where it names no parties. */
	knowsParty(code) {
		return this.input.agreement?.parties?.some((p) => p.id === code) ?? true;
	}

	/** The codes of municipalities that the documents speak of. */
	municipalityCodes() {
		const codes = new Set();
		const visit = (x) => {
			if (typeof x === "string") /^\d{4}$/.test(x) && codes.add(x);
			else if (x && typeof x === "object") Object.values(x).forEach(visit);
		};
		visit(this.input.population?.groups);
		visit(this.input.population?.counts);
		return codes;
	}
}
