// One calculator: what a visitor or the host page asks for, told to its three rooms. documents.js holds what is filled
// in, conversation.js what the engine says, page.js what is shown. The views draw from here and report back here.

import { button, h } from "./dom.js";
import { Conversation } from "./conversation.js";
import { Documents } from "./documents.js";
import { answerView, foldView } from "./answer.js";
import { hasLink } from "./link-key.js";
import { Page } from "./page.js";
import { practiceStep } from "./practice-step.js";
import { sentence } from "./totals.js";
import { fill, words } from "./words.js";

const QUIET = 250; // milliseconds without typing before a new calculation

/** Lets the page paint and answer before what follows. */
const pause = () => new Promise((done) => setTimeout(done));

const clone = (x) => (x === undefined ? undefined : structuredClone(x));

export class Calculator {
	documents = new Documents((same) => this.#changed(same ? 0 : QUIET));
	conversation = new Conversation();
	#starting;
	#details;
	#asked = ""; // the practice that could not be read
	#timer;
	#late;
	#turn = 0;

	/**
	 * @param {HTMLElement & {emit: (name: string, detail: object) => void, reset: () => Promise<void>}} host
	 * @param {ShadowRoot} root
	 */
	constructor(host, root) {
		this.host = host;
		this.page = new Page(this, root, views);
		this.page.root.addEventListener("focusin", () => this.start());
		this.page.root.addEventListener("pointerenter", () => this.start());
		// Who changes something will ask for reasons: they are fetched while there is a network.
		this.page.root.addEventListener("input", () => this.loadMore(), { once: true });
	}

	// Words.

	get lang() {
		return this.conversation.lang;
	}

	/** A text in the language of now. */
	t(key, params) {
		return fill(words[this.lang]?.[key] ?? words.nl[key] ?? key, params, this.lang);
	}

	/** The word for a code, or the code with a capital when there is no word for it ("Wlz"). */
	word(kind, code) {
		const key = kind + "." + code;
		const word = this.t(key);
		return word === key ? code[0].toUpperCase() + code.slice(1) : word;
	}

	/** The name of a party, a municipality or a school site, or its code when nobody names it. */
	nameOf(id) {
		const { agreement, population } = this.documents.input;
		const named = (list, key) => list?.find((x) => x[key] === id)?.name;
		return named(agreement?.parties, "id") ?? this.conversation.names.get(id) ?? named(population?.sites, "code") ?? id;
	}

	// Starting.

	/** Starts the engine once; null when that does not succeed. */
	start() {
		this.#starting ??= this.#start();
		return this.#starting;
	}

	async #start() {
		const { conversation, page } = this;
		// What a school takes comes at the same time as the engine.
		if (this.host.getAttribute("school")) this.#schoolPart().catch(() => {});
		try {
			await conversation.start(this.#wantedPractice(), this.#learnLanguage());
			if (page.mode === "full") await this.loadMore();
			await this.#begin();
			conversation.failure = "";
			this.host.emit("ready", { engine: conversation.engine.kind });
		} catch (error) {
			conversation.engine = null;
			this.#starting = undefined;
			conversation.failure = error.code ?? "engine";
			this.host.emit("problem", {
				problems: [{ code: "engine." + conversation.failure, pointer: "", params: {}, text: this.t(conversation.failure) }],
			});
		}
		this.redrawAll();
		// What the first answer takes is there now; the rest comes while it is calculated.
		const details = this.loadDetails();
		if (conversation.engine && this.documents.input.agreement) {
			await pause();
			await this.calculate();
		}
		await details;
		return conversation.engine;
	}

	/** What a school takes: its part of the script, and the table of schools. */
	async #schoolPart() {
		const [part] = await Promise.all([this.page.loadPart("school"), this.conversation.readSchools()]);
		return part;
	}

	/** The documents of a school; without such a school that is said. */
	async #documentsOf(code) {
		const input = await (await this.#schoolPart()).documentsOf(this, code);
		if (!input) this.page.notice = "schoolUnknown";
		return input;
	}

	/** Begins with the school of a code. */
	async openSchool(code, focus = false) {
		const input = this.conversation.engine && code && (await this.#documentsOf(code));
		if (input) return this.begin(input, "school", focus);
		this.redraw("choose");
	}

	/** Tries again to start the engine, or to read the practice that did not come. */
	async retry() {
		this.conversation.failure = "";
		this.redrawAll();
		if (this.conversation.engine && this.#asked) return this.choosePractice(this.#asked);
		await this.start();
		await this.loadDetails();
		if (this.conversation.engine && this.page.submitted) await this.calculate(true);
	}

	#wantedPractice() {
		return this.documents.practice ?? this.host.getAttribute("system");
	}

	/** Loads the words of another language than Dutch. Without them the page stays Dutch. */
	async #learnLanguage() {
		if (!words[this.lang]?.start) await this.page.loadWords(this.lang).catch(() => (this.conversation.lang = "nl"));
	}

	/** Another language: everything is told anew, what was typed stays. */
	async changeLanguage() {
		await this.#learnLanguage();
		if (!this.conversation.engine) return this.redrawAll();
		await this.#begin();
		this.redrawAll();
		if (this.conversation.result) await this.calculate();
	}

	/** Reads what the engine tells of its documents, and the documents to begin with. */
	async #begin() {
		const { conversation, documents, page } = this;
		const wanted = this.#wantedPractice();
		const linked = page.share && hasLink(this.host.id);
		// The first answer of a practice or a school does not wait for what the form needs.
		const plain = page.mode !== "full" && !linked && !Object.keys(documents.input).length;
		const school = plain && wanted == null && this.host.getAttribute("school");
		const quick = plain && (school || (this.lang === "nl" && conversation.lists(wanted)));
		if (!quick || conversation.description) await conversation.describe(page.mode === "full");
		if (linked) await this.#readLink();
		if (documents.input.agreement) await conversation.describeAll(); // the shape of rules is judged by their fields
		for (const kind of ["agreement", "population"]) if (!conversation.fits(kind, documents.input[kind])) delete documents.input[kind];
		if (documents.input.agreement) return conversation.prepare(documents);
		if (wanted != null) await this.#readPractice(wanted);
		const input = school && (await this.#documentsOf(school));
		if (input) await this.#take(input, "school");
	}

	/** Loads what unfolds later, and the part of the engine that answers it; null when that does not succeed. */
	loadMore() {
		this.conversation.engine?.warm();
		return this.page.loadPart("more");
	}

	/** Loads the form and the result, and shows them; null when that does not succeed. */
	loadDetails() {
		this.#details ??= this.#loadDetails();
		return this.#details;
	}

	async #loadDetails() {
		const { conversation, documents, page } = this;
		// The rules of what is no practice are told with all the others.
		const described = conversation.engine && !conversation.description && conversation.describe(page.mode === "full" || documents.way !== "");
		const [details, failed] = await Promise.all([page.loadPart("details"), described ? described.catch((error) => error) : null]);
		details?.steady(page.root);
		if (!details || failed) {
			this.#details = undefined;
			conversation.failure ||= failed?.code ?? "load";
		}
		// What is shown already stays as it is, under the finger that is about to press it.
		if (!details || failed || (described && !this.documents.input.agreement)) this.redrawAll();
		else for (const name of Object.keys(details.views)) this.redraw(name);
		this.#showSummary(false);
		return details;
	}

	// Where the documents come from.

	/** Begins with a practice, or with an empty agreement when the id is "". The pupils of the visitor stay, unless they are to go. */
	async choosePractice(id, stay = true) {
		await this.loadDetails();
		const { conversation, documents, page } = this;
		const own = stay && documents.ownPupils && documents.input.population;
		let found;
		try {
			found = await this.#readPractice(id);
		} catch (error) {
			conversation.failure = error.code ?? "load";
			this.#asked = id;
			return this.redrawAll();
		}
		this.#asked = "";
		page.notice = "";
		if (found && own) await this.page.details.keepPupils(this, own);
		this.redrawAll();
		if (found) await this.calculate();
	}

	/** Begins with documents that a way in made; a result is shown as soon as there can be one. */
	async begin(input, way, focus = true) {
		await this.#take(input, way);
		this.redrawAll();
		if (focus) /** @type {HTMLElement} */ (this.page.regions.choose.querySelector("[tabindex]"))?.focus();
		await this.calculate();
	}

	/** Takes documents that a way in made. */
	async #take(input, way) {
		const { conversation, documents, page } = this;
		documents.replace(input, "");
		documents.way = way;
		documents.ownPupils = true;
		page.mode = "simple";
		page.notice = "";
		page.submitted = false;
		page.report = undefined;
		if (way === "amount") page.open.add("intake");
		page.open.delete("choose");
		conversation.forgetResult();
		page.showStale(false);
		await conversation.prepare(documents);
	}

	/** Follows the attribute system: another practice, none, or the choice. */
	async openPractice(id) {
		if (!this.conversation.engine) this.documents.practice = id;
		else if (id !== null) await this.choosePractice(id, false);
		else {
			this.documents.replace({}, null);
			this.conversation.forgetResult();
			this.redrawAll();
		}
	}

	/** Shows the numbers alone, or with "full" the whole agreement. */
	async setMode(mode) {
		this.page.mode = mode;
		if (mode === "full") await this.#loadFull();
		this.redraw("pupils");
		this.redraw("terms");
	}

	/** Loads what the whole form needs. */
	async #loadFull() {
		await this.loadMore();
		await this.conversation.describeAll();
	}

	/** Reads the documents of a practice, or makes empty ones; reports whether there is such a practice. */
	async #readPractice(id) {
		const { conversation, documents, page } = this;
		const read = id ? await conversation.readPractice(id) : null;
		if (id && !read) console.warn(`zio-calculator: there is no practice "${id}"`);
		if (!id) {
			page.mode = "full";
			await this.loadDetails();
			await this.#loadFull();
		}
		if (read || !id) documents.replace(read ?? this.page.details.emptyDocuments(this), id);
		else documents.practice = null;
		page.submitted = false;
		conversation.forgetResult();
		page.showStale(false);
		await conversation.prepare(documents);
		return Boolean(read);
	}

	/** Back to how the chosen practice came. */
	async restart() {
		this.page.open.clear();
		this.conversation.scenario = null;
		this.page.notice = "";
		if (this.conversation.engine && this.documents.practice !== null) await this.choosePractice(this.documents.practice, false);
		else this.redrawAll();
	}

	/** Shows the practices that are not shown first. */
	async listAllPractices() {
		await this.conversation.listAll();
		this.redraw("choose");
	}

	/** Reads the link in the address again, because it changed while the page was open. */
	async followLink() {
		if (!(await this.start())) return;
		await this.#readLink();
		await this.conversation.prepare(this.documents);
		this.redrawAll();
		if (this.documents.input.agreement) await this.calculate();
	}

	/** Takes the documents out of the link in the address. */
	async #readLink() {
		const shared = await (await this.loadMore())?.readFragment(this.host.id);
		if (!shared) return;
		const { agreement, population } = shared;
		await this.conversation.describeAll();
		const problem = shared.problem ?? (this.#accepts("agreement", agreement) && this.#accepts("population", population) ? "" : "badLink");
		this.page.notice = problem || "fromLink";
		if (problem) return;
		this.documents.replace({ agreement, population }, "");
		this.documents.ownPupils = true;
	}

	/** Whether something is a document of a kind: it says so itself, and it has the shape. */
	#accepts(kind, document) {
		return new RegExp(`/${kind}\\.schema\\.json$`).test(document?.$schema) && this.conversation.fits(kind, document);
	}

	/** Takes a document that the page hands in; one that has no such shape is refused, and the page is told why. */
	async acceptDocument(kind, document) {
		const { conversation, documents } = this;
		if (conversation.engine) await this.loadDetails();
		await conversation.describeAll();
		if (!this.#accepts(kind, document)) {
			if (!conversation.engine && !(await this.start())) return false;
			const { problems = [] } = await conversation.ask({ call: "calculate", ...documents.input, [kind]: document });
			this.host.emit("problem", { problems });
			return false;
		}
		const own = documents.ownPupils || kind === "population";
		documents.replace({ ...documents.input, [kind]: clone(document) }, documents.practice ?? "");
		documents.ownPupils = own;
		conversation.problems = [];
		if (!conversation.engine) return true;
		await conversation.prepare(documents);
		this.redrawAll();
		if (documents.input.agreement && documents.input.population) await this.calculate();
		return true;
	}

	// What a visitor changes.

	/** Municipalities by a part of their name, on the list of the day that the documents are about. */
	async searchMunicipalities(query) {
		if (!this.conversation.engine && !(await this.start())) return [];
		return this.conversation.searchMunicipalities(query, this.documents.day);
	}

	/** Lets municipalities take part in the agreement, or no longer. */
	setParticipation(codes, takes) {
		this.documents.setParticipation(codes, takes, this.conversation.names);
		this.redraw("pupils");
		this.redraw("terms");
	}

	/** A municipality was chosen for a row: one that the agreement does not know yet takes part. */
	municipalityChosen(code) {
		if (code && !this.documents.knowsParty(code)) this.setParticipation([code], true);
		else this.redraw("pupils");
	}

	/** Takes one of the two readings of a number. */
	chooseReading(pointer, value) {
		this.documents.write(pointer, valueFor(this.documents.drafts.get(pointer).field, value));
		const control = this.page.control(pointer);
		if (!control) return;
		control.value = this.page.fieldText(pointer);
		control.focus();
	}

	/** Takes over the value that the slider stands at. */
	takeOver({ pointer, field }, value) {
		this.documents.write(pointer, valueFor(field, value));
		this.redraw("terms");
		return this.calculate();
	}

	/** Brings back the documents that were put aside. */
	async returnToScenario() {
		const { scenario } = this.conversation;
		this.documents.input = clone(scenario.calculated);
		this.documents.practice = scenario.practice;
		this.documents.drafts.clear();
		this.conversation.scenario = null;
		this.redrawAll();
		await this.calculate();
	}

	/** Takes the last change back; with redo, takes that back. */
	async undo(redo = false) {
		this.documents.undo(redo);
		this.page.report = undefined;
		this.redrawAll();
		this.page.announce(this.t(redo ? "redone" : "undone"));
		if (this.documents.input.agreement) await this.calculate();
	}

	/** The visitor says that all figures are real. */
	declareReal() {
		this.documents.declareReal();
		this.redrawAll();
		return this.calculate();
	}

	#changed(wait) {
		this.#markFields();
		this.page.details?.renewActions(this);
		if (!this.conversation.result && !this.page.submitted && !this.documents.way) return;
		const { conversation, page } = this;
		conversation.stale = Boolean(conversation.result);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.calculate(), wait);
		// An old answer looks old when the new one keeps away: for a moment it would only cost who types.
		clearTimeout(this.#late);
		this.#late = setTimeout(() => page.showStale(conversation.stale), 2 * QUIET);
	}

	#setStale() {
		this.conversation.stale = Boolean(this.conversation.result);
		this.page.showStale(this.conversation.stale);
	}

	/** A field was left: when it is in error, that is said. */
	leaveField(pointer) {
		this.documents.leaveField(pointer);
		this.#markFields();
	}

	// The result.

	/** Everything that is wrong: first what cannot be read, then what the engine says. */
	get problems() {
		return [...[...this.documents.drafts].map(([pointer, draft]) => this.page.details.problemOf(this, pointer, draft)), ...this.conversation.problems];
	}

	/**
	 * Asks the engine for a result. The last good result stays until there is a better one.
	 * @param {boolean} asked whether a person asked, so that errors may take the focus
	 */
	async calculate(asked = false) {
		const { conversation, documents, page } = this;
		clearTimeout(this.#timer);
		const turn = ++this.#turn;
		if (asked) page.submitted = true;
		if (!conversation.engine && !(await this.start())) {
			if (asked) this.#showSummary(true);
			return { ok: false, problems: [] };
		}
		if (documents.drafts.size) return this.#refuse(asked, { ok: false, problems: this.problems });
		const copy = documents.copy();
		const input = page.details?.withoutEmptyRows(this, copy) ?? copy;
		const reply = await conversation.calculate(input, (code) => this.t(code));
		if (!conversation.result) await pause(); // the first time takes the engine longest
		if (turn !== this.#turn) return reply;
		if (!reply.ok) {
			conversation.problems = reply.problems;
			await this.loadDetails();
			return this.#refuse(asked, reply);
		}
		conversation.keep(reply.value, input);
		page.showStale(false);
		this.#showSummary(false);
		this.#redrawResult();
		page.announce(sentence(this));
		if (asked && page.root.classList.contains("away")) page.regions.answer.scrollIntoView({ block: "start" });
		this.host.emit("result", { input: clone(input), result: clone(reply.value), engine: conversation.engine.kind });
		return reply;
	}

	#refuse(asked, reply) {
		this.#setStale();
		this.#showSummary(asked);
		this.#redrawResult();
		this.host.emit("problem", { problems: clone(reply.problems) });
		return reply;
	}

	// Drawing.

	/** Shows the list of errors; it takes the focus only when somebody asked for a result. */
	#showSummary(focus) {
		const { conversation, page } = this;
		const show = conversation.failure ? failureCard : page.submitted && this.problems.length ? page.details?.summary : null;
		page.showSummary(show ? show(this) : []);
		this.#markFields();
		if (focus) page.regions.summary.firstElementChild?.focus();
	}

	/** Says at each field what is wrong with it. */
	#markFields() {
		this.page.details?.mark(this);
	}

	#redrawResult() {
		// The result first: it looks where it stands, which takes long once anything else has changed.
		for (const name of ["result", "choose", "answer"]) this.page.redraw(name);
	}

	/** Draws a region anew. */
	redraw(name) {
		this.page.redraw(name);
		if (name === "result") this.page.redraw("answer");
		else this.#markFields();
	}

	/** Draws everything anew. */
	redrawAll() {
		this.page.redrawAll();
		this.#showSummary(false);
	}
}

/** A value as the documents hold it: a number where the field counts, else a text. */
const valueFor = (field, value) => (field.kind === "integer" ? Number(value) : value);

/**
 * The card that says that the engine did not start.
 * @param {App} app
 */
function failureCard(app) {
	const { failure } = app.conversation;
	return h(
		"div",
		{ class: "card bad", tabindex: "-1", part: "summary" },
		h(app.page.heading, {}, app.t("failed")),
		h("p", {}, app.t(failure)),
		failure !== "integrity" && button("secondary", app.t("again"), () => app.retry(), { "data-key": "again" }),
	);
}

const views = { choose: practiceStep, answer: answerView, fold: foldView };
