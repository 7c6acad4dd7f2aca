// What one calculator holds and does: the documents, what is typed, the last good result, and when the engine is asked.
// The parts of the page are drawn by their own files; each draws from here and reports back here.

import { chooseView } from "./choose.js";
import { button, h, redraw } from "./dom.js";
import { load } from "./engine.js";
import { fits } from "./fits.js";
import { blank, shown } from "./form.js";
import { hasLink } from "./link.js";
import { loadPart } from "./parts.js";
import { get, set } from "./pointer.js";
import { pupilsView } from "./pupils.js";
import { resultView } from "./result.js";
import { sheet } from "./style.js";
import { listSystems, otherSystems, readDescription, readSystem } from "./systems.js";
import { termsView } from "./terms.js";
import { sentence } from "./totals.js";
import { problemText } from "./wrong.js";
import { fill, learnWords, words } from "./words.js";

const QUIET = 250; // milliseconds without typing before a new calculation

/** What cannot be loaded is left out; what was changed on the way is not. */
const without = (error) => {
	if (error.code === "integrity") throw error;
	return [];
};

/** Lets the page paint and answer before what follows. */
const pause = () => new Promise((done) => setTimeout(done));

const clone = (x) => (x === undefined ? undefined : structuredClone(x));

export class App {
	engine = null;
	failure = ""; // the code of an engine that did not start
	schema = null; // what the engine says of its documents
	systems = []; // to choose from
	others = false; // whether the systems that are not shown first are among them
	system = null; // the chosen practice; "" is an own agreement, null nothing yet
	input = {}; // the request: agreement and population
	drafts = new Map(); // by pointer: what is typed and cannot be read
	left = new Set(); // pointers of fields that were left in error
	emptied = new Set(); // pointers of fields that somebody made empty: they stay on the page
	problems = []; // what the engine said of the input
	submitted = false; // whether somebody asked for a result: only then errors are shown everywhere
	result = null;
	of = null; // the input that the result belongs to
	stale = false;
	scenario = null; // the result that was put aside to compare with
	names = new Map(); // names of municipalities by code
	open = new Set(); // disclosures that are unfolded
	sort = { by: "amount", down: true };
	own = ""; // the municipality that the reader looks from
	parts = {};
	#timer;
	#turn = 0;

	constructor(host, root) {
		this.host = host;
		const part = (name, tag = "div", props) => (this.parts[name] = h(tag, { class: "part-" + name, ...props }));
		this.page = h(
			"div",
			{ class: "page", part: "page" },
			h(
				"form",
				{
					novalidate: true,
					part: "form",
					onsubmit: (e) => {
						e.preventDefault();
						this.calculate(true);
					},
				},
				part("summary"),
				part("choose", "section"),
				part("pupils", "section"),
				part("terms", "section"),
				part("actions"),
			),
			part("result", "section", { "aria-live": "off" }),
			part("status", "p", { role: "status", class: "hidden" }),
		);
		root.append(this.page);
		// What is typed in this form is nobody else's business: no listener of the host page hears of it.
		this.page.addEventListener("focusin", () => this.start());
		this.page.addEventListener("pointerenter", () => this.start());
		// Who changes something will ask for reasons: they are fetched while there is a network.
		this.page.addEventListener("input", () => this.need(), { once: true });
	}

	// Words.

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
		const named = (list, key) => list?.find((x) => x[key] === id)?.name;
		return named(this.input.agreement?.parties, "id") ?? this.names.get(id) ?? named(this.input.population?.sites, "code") ?? id;
	}

	/** The rules of a part of a stream of money: "cost", "key" or "flow". */
	rules(part) {
		return this.schema?.parts.find((p) => p.part === part)?.rules ?? [];
	}

	id(pointer) {
		return "f" + pointer.replace(/[^\w/-]/g, "_");
	}

	get heading() {
		return "h" + this.level;
	}

	get subheading() {
		return "h" + Math.min(6, this.level + 1);
	}

	// The documents and what is typed.

	text(pointer) {
		return this.drafts.get(pointer)?.text ?? shown(get(this.input, pointer), this.lang);
	}

	set(pointer, value) {
		this.drafts.delete(pointer);
		if (get(this.input, pointer) === value) return this.changed(0);
		if (value === undefined) this.emptied.add(pointer);
		set(this.input, pointer, value);
		this.changed();
	}

	draft(pointer, draft, leaving) {
		this.drafts.set(pointer, draft);
		if (leaving) this.left.add(pointer);
		this.changed();
	}

	leave(pointer) {
		if (this.drafts.has(pointer)) this.left.add(pointer);
		this.#mark();
	}

	/** Drops the drafts under a pointer, because what they belong to moved or went. */
	forget(pointer) {
		for (const p of this.drafts.keys()) if (p.startsWith(pointer + "/")) this.drafts.delete(p);
	}

	remember(key, open) {
		this.open[open ? "add" : "delete"](key);
	}

	/** The answer to "which of the two did you mean". */
	answer(pointer, value) {
		const { field } = this.drafts.get(pointer);
		this.set(pointer, field.kind === "integer" ? Number(value) : value);
		const input = this.control(pointer);
		if (input) {
			input.value = this.text(pointer);
			input.focus();
		}
	}

	control(pointer) {
		for (const node of this.page.querySelectorAll("[data-pointer]")) if (node.dataset.pointer === pointer) return node;
		return null;
	}

	changed(wait = QUIET) {
		this.#mark();
		if (!this.result && !this.submitted) return;
		this.#stale(true);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.calculate(), wait);
	}

	/** Marks the shown result as older than the form. The note appears only when a new result keeps away. */
	#stale(stale) {
		this.stale = stale && Boolean(this.result);
		this.parts.result.classList.toggle("stale", this.stale);
	}

	/** Says something to who does not see it. */
	say(text) {
		this.parts.status.textContent = text;
	}

	// The engine.

	/** Loads what unfolds later; null when that does not succeed. */
	async need() {
		this.engine?.warm();
		try {
			this.more ??= await this.#part("more");
		} catch {
			return null;
		}
		return this.more;
	}

	async #part(name) {
		const part = await loadPart(name, this.src);
		learnWords(part.words);
		if (part.css) sheet(part.css);
		return part;
	}

	start() {
		this.starting ??= this.#start();
		return this.starting;
	}

	async #start() {
		try {
			readDescription(this.lang, this.src).catch(() => {}); // comes at the same time; waited for below
			[this.engine, this.systems] = await Promise.all([load(this.src), this.#practices(), this.#speech()]);
			if (this.mode === "full") await this.need();
			await this.#read();
			this.failure = "";
			this.host.emit("ready", { engine: this.engine.kind });
		} catch (error) {
			this.engine = null;
			this.starting = undefined;
			this.failure = error.code ?? "engine";
			this.host.emit("problem", { problems: [{ code: "engine." + this.failure, pointer: "", params: {}, text: this.t(this.failure) }] });
		}
		this.draw();
		if (this.engine && this.input.agreement) {
			await pause();
			await this.calculate();
		}
		return this.engine;
	}

	/** Lists the practices, and begins to read the one that the page asks for. */
	async #practices() {
		const list = await listSystems(this.src).catch(without);
		const wanted = list.find((s) => s.id === (this.system ?? this.host.getAttribute("system")));
		if (wanted) readSystem(wanted, this.src).catch(() => {}); // comes at the same time as the engine; waited for by pick
		return list;
	}

	/** Loads the words of another language than Dutch. Without them the page stays Dutch. */
	async #speech() {
		if (!words[this.lang]?.calculate) await this.#part(this.lang).catch(() => (this.lang = "nl"));
	}

	/** Reads what the engine tells in the language of now, and the documents to begin with. */
	async #read() {
		this.schema = (await readDescription(this.lang, this.src).catch((error) => without(error) && null)) ?? (await this.ask({ call: "describe" })).value;
		if (this.share && hasLink(this.host.id)) this.#take(await (await this.need())?.readFragment(this.host.id));
		for (const kind of ["agreement", "population"]) if (!this.fits(kind, this.input[kind])) delete this.input[kind];
		if (this.input.agreement) return this.learn();
		const wanted = this.system ?? this.host.getAttribute("system");
		if (wanted != null) await this.pick(wanted, false);
	}

	/** A request in the language of now. A reply with problems comes back as it is. */
	ask(request) {
		return this.engine.call({ lang: this.lang, ...request });
	}

	async search(query) {
		if (!this.engine && !(await this.start())) return [];
		const reply = await this.ask({ call: "municipalities", query, on: this.day() });
		return reply.ok ? reply.value : [];
	}

	/** The day on whose list of municipalities names are looked up. */
	day() {
		return this.input.population?.countDate ?? this.input.agreement?.period?.from;
	}

	/** Learns the names of the municipalities that the documents speak of. */
	async learn() {
		const codes = new Set();
		const visit = (x) => {
			if (typeof x === "string") /^\d{4}$/.test(x) && codes.add(x);
			else if (x && typeof x === "object") Object.values(x).forEach(visit);
		};
		visit(this.input.population?.groups);
		visit(this.input.population?.counts);
		for (const p of this.input.agreement?.parties ?? []) if (p.kind === "municipality") this.names.set(p.id, p.name);
		for (const code of codes) {
			if (this.names.has(code)) continue;
			const found = await this.search(code);
			this.names.set(code, found.find((m) => m.code === code)?.name ?? code);
		}
	}

	async #learnOthers() {
		if (this.others) return;
		const others = await otherSystems(this.src).catch(without);
		if (!this.others) this.systems = [...this.systems, ...others];
		this.others = true;
	}

	/** Shows the practices that are not shown first. */
	async showOthers() {
		await this.#learnOthers();
		this.redraw("choose");
	}

	/** Begins with a practice, or with an empty agreement when the id is "". */
	async pick(id, draw = true) {
		const find = () => this.systems.find((s) => s.id === id);
		if (id && !find()) await this.#learnOthers();
		const found = find();
		this.system = found ? id : "";
		if (found) {
			try {
				const { names, ...input } = clone(await readSystem(found, this.src));
				this.input = input;
				for (const code in names) this.names.set(code, names[code]);
			} catch (error) {
				if (!draw) throw error;
				this.failure = error.code ?? "load";
				return this.draw();
			}
		} else {
			this.mode = "full";
			await this.need();
			const title = this.t("ownAgreement");
			this.input = {
				agreement: { ...blank(this.schema?.agreement.fields), id: this.t("ownId"), title },
				population: { ...blank(this.schema?.population.fields), title },
			};
		}
		this.drafts.clear();
		this.left.clear();
		this.emptied.clear();
		this.problems = [];
		this.submitted = false;
		this.result = this.of = null;
		this.#stale(false);
		await this.learn();
		if (!draw) return;
		this.draw();
		if (found) await this.calculate();
	}

	/** Reads the link in the address again, because it changed while the page was open. */
	async followLink() {
		if (!(await this.start())) return;
		this.#take(await (await this.need())?.readFragment(this.host.id));
		await this.learn();
		this.draw();
		if (this.input.agreement) await this.calculate();
	}

	#take(shared) {
		if (!shared) return;
		const bad = shared.problem || !this.fits("agreement", shared.agreement) || !this.fits("population", shared.population);
		this.notice = bad ? "badLink" : "fromLink";
		if (bad) return;
		this.input = { agreement: shared.agreement, population: shared.population };
		this.system = "";
	}

	/** Whether a document has the shape that the form and the result count on; what is wrong inside is for the engine. */
	fits(kind, document) {
		return document == null || !this.schema || fits(this, this.schema[kind].fields, document);
	}

	/** Takes a document that the page hands in; one that has no such shape is refused, and the page is told why. */
	async take(kind, document) {
		if (!this.fits(kind, document)) {
			const { problems } = await this.ask({ call: "calculate", ...this.input, [kind]: document });
			this.host.emit("problem", { problems });
			return false;
		}
		this.input[kind] = clone(document);
		this.system ??= "";
		this.forget("/" + kind);
		this.problems = [];
		if (!this.engine) return true;
		await this.learn();
		this.draw();
		if (this.input.agreement && this.input.population) await this.calculate();
		return true;
	}

	/** Lets municipalities take part in the agreement, or no longer. */
	join(codes, takes) {
		const parties = (this.input.agreement.parties ??= []);
		for (const code of new Set(codes)) {
			const found = parties.find((p) => p.id === code);
			if (!found && takes && code) parties.push({ id: code, kind: "municipality", name: this.names.get(code) ?? code, participates: true });
			else if (found && takes) found.participates = true;
			else if (found) delete found.participates;
		}
		this.redraw("pupils");
		this.redraw("terms");
		this.changed();
	}

	/** A municipality was chosen for a row: one that the agreement does not know yet takes part. */
	settle(code) {
		const { parties } = this.input.agreement ?? {};
		if (code && parties && !parties.some((p) => p.id === code)) this.join([code], true);
		else this.redraw("pupils");
	}

	/** Tries again to start the engine. */
	async retry() {
		this.failure = "";
		this.draw();
		if (this.engine && this.system) return this.pick(this.system);
		await this.start();
		if (this.engine && this.submitted) await this.calculate(true);
	}

	/** Another language: everything is told anew, what was typed stays. */
	async speak() {
		await this.#speech();
		if (!this.engine) return this.draw();
		await this.#read();
		this.draw();
		if (this.result) await this.calculate();
	}

	/** Back to how the chosen practice came. */
	async restart() {
		this.open.clear();
		this.scenario = null;
		this.notice = "";
		if (this.engine && this.system !== null) await this.pick(this.system);
		else this.draw();
	}

	/** Everything that is wrong: first what cannot be read, then what the engine says. */
	get wrong() {
		return [...[...this.drafts].map(([pointer, d]) => problemText(this, pointer, d)), ...this.problems];
	}

	/**
	 * Asks the engine for a result. The last good result stays until there is a better one.
	 * @param {boolean} asked whether a person asked, so that errors may take the focus
	 */
	async calculate(asked = false) {
		clearTimeout(this.#timer);
		const turn = ++this.#turn;
		if (asked) this.submitted = true;
		if (!this.engine && !(await this.start())) {
			if (asked) this.#summary(true);
			return { ok: false, problems: [] };
		}
		if (this.drafts.size) return this.#refuse(asked, { ok: false, problems: this.wrong });
		const input = clone({ agreement: this.input.agreement ?? {}, population: this.input.population ?? {} });
		let reply;
		try {
			reply = await this.ask({ call: "calculate", draft: true, ...input });
		} catch ({ code = "engine" }) {
			reply = { ok: false, problems: [{ code: "engine." + code, pointer: "", params: {}, text: this.t(code) }] };
		}
		if (!this.result) await pause(); // the first time takes the engine longest
		if (turn !== this.#turn) return reply;
		if (!reply.ok) {
			this.problems = reply.problems;
			return this.#refuse(asked, reply);
		}
		this.problems = [];
		this.result = reply.value;
		this.of = input;
		this.#stale(false);
		this.#summary(false);
		this.redraw("result");
		this.say(sentence(this));
		if (asked && this.host.getBoundingClientRect().width < 900) this.parts.result.scrollIntoView({ block: "start" });
		this.host.emit("result", { input: clone(input), result: clone(reply.value), engine: this.engine.kind });
		return reply;
	}

	/** Takes over the value that the slider stands at. */
	use({ pointer, field }, value) {
		this.set(pointer, field.kind === "integer" ? Number(value) : value);
		this.redraw("terms");
		return this.calculate();
	}

	/** Why a party pays what it pays; null when the engine does not say. */
	async explain(party) {
		const reply = await this.ask({ call: "explain", ...this.of, party }).catch(() => null);
		return reply?.ok ? reply.value : null;
	}

	/** A text for a proposal: for the municipality of the reader, or for all that pay. */
	async proposal() {
		const parties = this.own ? [this.own] : this.result.shares.map((s) => s.party);
		const texts = [];
		for (const party of parties) texts.push((await this.explain(party))?.text);
		return [this.of.agreement.title, sentence(this), ...texts, this.t("disclaimer")].filter(Boolean).join("\n\n") + "\n";
	}

	#refuse(asked, reply) {
		this.#stale(true);
		this.#summary(asked);
		this.redraw("result");
		this.host.emit("problem", { problems: clone(reply.problems) });
		return reply;
	}

	/** Shows the list of errors; it takes the focus only when somebody asked for a result. */
	async #summary(focus) {
		const show = this.failure ? failed : this.submitted && this.wrong.length ? (await this.need())?.summary : null;
		redraw(this.parts.summary, show ? show(this) : []);
		this.#mark();
		if (focus) this.parts.summary.firstElementChild?.focus();
	}

	/** Says at each field what is wrong with it. Until something was wrong there is nothing to take back. */
	async #mark() {
		if (this.more || this.wrong.length) (await this.need())?.mark(this);
	}

	// Drawing.

	redraw(name) {
		redraw(this.parts[name], views[name](this));
		if (name !== "result") this.#mark();
	}

	draw() {
		this.page.lang = this.lang;
		this.page.classList.toggle("choosing", !this.input.agreement);
		for (const name of Object.keys(views)) this.redraw(name);
		this.#summary(false);
	}
}

/** The card that says that the engine did not start. */
const failed = (app) =>
	h(
		"div",
		{ class: "card bad", tabindex: "-1", part: "summary" },
		h(app.heading, {}, app.t("failed")),
		h("p", {}, app.t(app.failure)),
		app.failure !== "integrity" && button("secondary", app.t("again"), () => app.retry(), { "data-key": "again" }),
	);

/** The buttons under the form: not before the form is there, as it would push them down. */
function actions(app) {
	if (app.readonly || !(app.schema || app.failure)) return [];
	return [
		h("div", { class: "buttons" }, app.input.agreement && h("button", { type: "submit", class: "button primary", part: "button button-primary", "data-key": "calculate" }, app.t("calculate")),
		app.input.agreement && button("subtle", app.t("reset"), () => app.host.reset(), { "data-key": "reset" })),
		h("p", { class: "soft" }, app.t("private"), " ", app.privacy && h("a", { href: app.privacy }, app.t("privacy"))),
	];
}

const views = { choose: chooseView, pupils: pupilsView, terms: termsView, actions, result: resultView };
