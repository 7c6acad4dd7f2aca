// What is shown of one calculator: its regions, what is open and sorted, from where the reader looks, and the parts that
// are loaded when they unfold. It decides nothing about documents or results.

import { h, redraw } from "./dom.js";
import { loadPart } from "./lazy-parts.js";
import { scriptAddress } from "./run-script.js";
import { shown } from "./shown.js";
import { sheet } from "./style.js";
import { learnWords } from "./words.js";

export class Page {
	mode = "simple";
	/** "result" when the form is folded. */
	view = "";
	share = false;
	readonly = false;
	/** The level of the headings. */
	level = 2;
	/** Address of the privacy statement. */
	privacy = "";
	/** The municipality that the reader looks from; "" for all. */
	standpoint = "";
	/** Keys of the disclosures that are unfolded. */
	open = new Set();
	sort = { by: "amount", down: true };
	/** Whether somebody asked for a result: only then errors are shown everywhere. */
	submitted = false;
	/** The key of what is said above the form. */
	notice = "";
	/** Whether the page lets visitors keep what they fill in on their device. */
	remember = false;
	/** The form and the result, which follow the first answer; undefined before. */
	details = undefined;
	/** What makes documents of a school; undefined before. */
	school = undefined;
	/** What is loaded when something unfolds; undefined before. */
	more = undefined;
	/** What somebody typed or pasted in the box for columns. */
	pasted = "";
	/** An address of which the page lets scripts load; parts that come later ask here, as a page has one policy. */
	scriptAddress = scriptAddress;
	/** What came of the last import; undefined before. */
	report = undefined;
	/** The import that is awaited, and what stops it when it is a file. */
	task = undefined;
	stopReading = undefined;
	/** The pointer of the number that the slider moves. */
	sweeping = "";
	/** The regions, by name. */
	regions = {};
	#views;
	#app;

	/**
	 * @param {object} app what the views draw from
	 * @param {ShadowRoot} root
	 * @param {Record<string, (app: object) => any>} views of the regions that are shown first, by name
	 */
	constructor(app, root, views) {
		this.#app = app;
		this.#views = views;
		// A region takes no place while it is empty. A rule with :empty would say so too, but then every text that changes is looked at.
		const region = (name, tag = "div", props = /** @type {object} */ ({ hidden: true })) =>
			(this.regions[name] = h(tag, { class: "part-" + name, ...props }));
		const submit = (e) => {
			e.preventDefault();
			app.calculate(true);
		};
		this.form = h(
			"form",
			{ novalidate: true, part: "form", onsubmit: submit },
			region("summary"),
			region("pupils", "section"),
			region("terms", "section"),
			region("actions"),
		);
		// While the answer is out of sight its sentence stays in sight; who reads with the ears has it in the answer.
		this.peek = h("div", { class: "peek", "aria-hidden": "true" });
		this.root = h(
			"div",
			{ class: "page", part: "page" },
			this.peek,
			region("choose", "section"),
			region("answer", "section"),
			region("fold"),
			this.form,
			region("result", "section", { "aria-live": "off", hidden: true }),
			region("status", "p", { role: "status", class: "hidden" }),
		);
		if (globalThis.IntersectionObserver)
			new IntersectionObserver(([seen]) => this.root.classList.toggle("away", !seen.isIntersecting && seen.boundingClientRect.top < 0)).observe(
				this.regions.answer,
			);
		root.append(this.root);
	}

	get heading() {
		return "h" + this.level;
	}

	get subheading() {
		return "h" + (this.level + 1);
	}

	/** Shows all, or with "result" the answer first and the form only on demand. */
	showView(view) {
		this.view = view;
		this.root.classList.toggle("only-result", view === "result" && !this.open.has("form"));
	}

	/** Whether the whole agreement is shown: it can be only once its controls are loaded. */
	get full() {
		return this.mode === "full" && this.more;
	}

	/** The id of the control of a member. */
	id(pointer) {
		return "f" + pointer.replace(/[^\w/-]/g, "_");
	}

	/** What the control of a member shows: the draft, or the value as people write it. */
	fieldText(pointer) {
		const { documents, lang } = this.#app;
		return documents.drafts.get(pointer)?.text ?? shown(documents.valueAt(pointer), lang);
	}

	/** The control of a member; null when it is not on the page. */
	control(pointer) {
		for (const node of this.root.querySelectorAll("[data-pointer]")) if (node.dataset.pointer === pointer) return node;
		return null;
	}

	/** What carries a key on the page; null when nothing does. */
	keyed(key) {
		return key ? /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-key="${CSS.escape(key)}"]`)) : null;
	}

	rememberOpen(key, open) {
		this.open[open ? "add" : "delete"](key);
	}

	/** Says something to who does not see it. */
	announce(text) {
		const { status } = this.regions;
		if (status.textContent !== text) status.textContent = text; // what was said is not said again
	}

	/** Shows whether the result is older than the form. The note appears only when a new result keeps away. */
	showStale(stale) {
		for (const name of ["answer", "result"]) this.regions[name].classList.toggle("stale", stale);
	}

	/** Loads what follows the first answer, or with "more" what unfolds later; null when that does not succeed. */
	async loadPart(name) {
		try {
			this[name] ??= await this.#load(name);
		} catch {
			return null;
		}
		return this[name];
	}

	/** Loads the words of a language. */
	loadWords(lang) {
		return this.#load(lang);
	}

	async #load(name) {
		const part = await loadPart(name, this.#app.conversation.folder);
		learnWords(part.words);
		if (part.css) sheet(name, part.css);
		return part;
	}

	/** Shows the list of errors, or the card that says that the engine did not start. */
	showSummary(content) {
		this.root.classList.toggle("failed", Boolean(this.#app.conversation.failure));
		this.#fill("summary", content);
	}

	#fill(name, content) {
		redraw(this.regions[name], content);
		this.regions[name].hidden = !this.regions[name].firstChild;
	}

	/** Draws a region anew. */
	redraw(name) {
		const view = this.#views[name] ?? this.details?.views[name];
		if (view) this.#fill(name, view(this.#app));
	}

	/** Draws everything anew. */
	redrawAll() {
		this.root.lang = this.#app.lang;
		this.root.classList.toggle("choosing", !this.#app.documents.input.agreement);
		for (const name of Object.keys(this.regions)) this.redraw(name);
	}
}
