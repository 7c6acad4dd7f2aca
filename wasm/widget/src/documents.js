// The documents of one calculator, and what is typed in them. It knows no page and no engine: who listens hears that
// something changed.

import { get, set } from "./pointer.js";

const MOST = 60; // changes that can be undone

const clone = (x) => (x === undefined ? undefined : structuredClone(x));

/** Whether a pointer is at another one or under it. */
const inside = (pointer, other) => pointer === other || pointer.startsWith(other + "/");

/**
 * The word for what documents say of themselves that is made up: the pupils, the amounts, both, or "" when it is nothing.
 * @returns {"" | "pupilsInvented" | "amountsInvented" | "allInvented"}
 */
export function invented({ agreement, population }) {
	const pupils = population?.synthetic?.some((s) => !inside(s.pointer, "/countDate"));
	const amounts = agreement?.synthetic?.some((s) => inside(s.pointer, "/components"));
	return pupils && amounts ? "allInvented" : pupils ? "pupilsInvented" : amounts ? "amountsInvented" : "";
}

/** Whether a rule of an agreement names a party, such as the one that collects. */
export const namedInRules = (agreement, id) => JSON.stringify(agreement?.components ?? []).includes(JSON.stringify(id));

/** Lets municipalities take part in an agreement, or no longer. */
export function setParticipation(agreement, codes, takes, names) {
	const parties = (agreement.parties ??= []);
	for (const code of new Set(codes)) {
		const found = parties.find((p) => p.id === code);
		if (!found && takes && code) parties.push({ id: code, kind: "municipality", name: names.get(code) ?? code, participates: true });
		else if (found && takes) found.participates = true;
		else if (found) delete found.participates;
	}
}

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
	/** How the visitor came in, when it was not by a practice: "school" or "amount". */
	way = "";
	/** Whether something was filled in that would be lost with the page. */
	dirty = false;
	/** Whether the pupils are those of the visitor: they stay when another agreement is chosen. */
	ownPupils = false;
	#past = [];
	#future = [];
	#last = "";
	#asOne = false;
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
		if (!same) {
			this.#keepState(pointer);
			if (value === undefined) this.emptied.add(pointer);
			set(this.input, pointer, value);
			this.#notInvented(pointer);
			if (pointer.startsWith("/population/")) this.ownPupils = true;
			this.dirty = true;
		}
		this.#changed(same);
	}

	/** Writes a list that somebody brought: its rows, its title and its day are no longer those of the example. */
	bring(pointer, rows, more) {
		this.write(pointer, rows);
		const { population } = this.input;
		Object.assign(population, more);
		for (const name of ["sources", "choices", "schoolYear"]) delete population[name];
		if (more.countDate) this.#notInvented("/population/countDate");
		this.dropDrafts(pointer);
		this.emptied.clear();
	}

	/** Keeps what is typed and cannot be read yet. */
	keepDraft(pointer, draft, leaving) {
		this.drafts.set(pointer, draft);
		this.dirty = true;
		if (leaving) this.left.add(pointer);
		this.#changed();
	}

	/** A field was left: when it is in error, that may be said now. */
	leaveField(pointer) {
		this.#last = "";
		if (this.drafts.has(pointer)) this.left.add(pointer);
	}

	/** Drops the drafts under a pointer, because what they belong to went. */
	dropDrafts(pointer) {
		for (const p of this.drafts.keys()) if (p.startsWith(pointer + "/")) this.drafts.delete(p);
	}

	/** Takes items out of a list; what is typed in the others stays with them. */
	removeItems(pointer, gone, required = true) {
		const list = this.valueAt(pointer) ?? [];
		const kept = list.filter((_, i) => !gone.includes(i));
		const moved = (p) => {
			if (!p.startsWith(pointer + "/")) return p;
			const [index, ...rest] = p.slice(pointer.length + 1).split("/");
			if (gone.includes(Number(index))) return null;
			return [pointer, Number(index) - gone.filter((i) => i < Number(index)).length, ...rest].join("/");
		};
		const drafts = [...this.drafts].map(([p, draft]) => [moved(p), draft]).filter(([p]) => p !== null);
		const move = (set) => new Set([...set].map(moved).filter((p) => p !== null));
		[this.left, this.emptied] = [move(this.left), move(this.emptied)];
		this.drafts = new Map(/** @type {[string, object][]} */ (drafts));
		this.write(pointer, kept.length || required ? kept : undefined);
	}

	/** Begins anew with these documents. */
	replace(input, practice) {
		if (this.practice !== null) this.#keepState();
		this.#set(input, practice);
		this.dirty = this.ownPupils;
		this.ownPupils = false; // whose pupils these are is said by who brings them
	}

	#set(input, practice) {
		this.input = input;
		this.practice = practice;
		if (practice) this.way = "";
		this.drafts.clear();
		this.left.clear();
		this.emptied.clear();
	}

	// What was before.

	/** Keeps how the documents stand before a change; changes of one field in a row are one. */
	#keepState(field = "") {
		if (this.#asOne || (field && field === this.#last)) return;
		this.#last = field;
		this.#past.push(this.#state());
		if (this.#past.length > MOST) this.#past.shift();
		this.#future = [];
	}

	/** Makes several changes that are taken back as one. */
	asOne(task) {
		this.#keepState();
		this.#asOne = true;
		try {
			return task();
		} finally {
			this.#asOne = false;
		}
	}

	#state() {
		return { input: clone(this.input), practice: this.practice, ownPupils: this.ownPupils, way: this.way };
	}

	get canUndo() {
		return this.#past.length > 0;
	}

	get canRedo() {
		return this.#future.length > 0;
	}

	/** Takes the last change back; or, with redo, takes that back. */
	undo(redo = false) {
		const [from, to] = redo ? [this.#future, this.#past] : [this.#past, this.#future];
		const state = from.pop();
		if (!state) return;
		to.push(this.#state());
		this.#last = "";
		this.#set(state.input, state.practice);
		this.ownPupils = state.ownPupils;
		this.way = state.way;
	}

	// What is made up.

	/** What was written over by a visitor is not made up any longer. */
	#notInvented(pointer) {
		const [, kind] = pointer.split("/");
		const at = pointer.slice(kind.length + 1);
		this.#dropInvented(kind, (p) => inside(p, at));
	}

	#dropInvented(kind, test) {
		const document = this.input[kind];
		if (!document?.synthetic) return;
		document.synthetic = document.synthetic.filter((s) => !test(s.pointer));
		if (!document.synthetic.length) delete document.synthetic;
	}

	/** A visitor says that all figures are real: the documents say so too. */
	declareReal() {
		this.#keepState();
		for (const kind of ["agreement", "population"]) {
			this.#dropInvented(kind, () => true);
			const document = this.input[kind];
			if (document?.title) document.title = document.title.replace(/ \(voorbeeld\)$/, "");
		}
		this.#changed();
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
		this.#keepState();
		setParticipation(this.input.agreement, codes, takes, names);
		this.dirty = true;
		this.#changed();
	}

	/** Whether the agreement knows a municipality as a party; true too of a template, which names none. An own agreement begins without. */
	knowsParty(code) {
		return this.input.agreement?.parties?.some((p) => p.id === code) ?? this.practice !== "";
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
