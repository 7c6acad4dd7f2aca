// The custom element: attributes, properties, methods and events. What it does is in calculator.js.

import { Calculator } from "./calculator.js";
import { EngineError } from "./engine.js";
import { hasLink } from "./link-key.js";
import { sheet } from "./style.js";

const attributes = ["system", "school", "lang", "mode", "municipality", "view", "share", "remember", "readonly", "heading-level", "privacy-url", "src"];

/** The language of the nearest element that says one, also outside a shadow root. */
function langOf(node) {
	for (let at = node; at; at = at.parentNode ?? at.host) if (at.getAttribute?.("lang")) return at.getAttribute("lang");
	return "nl";
}

/** An address is only followed when it leads to a page: no "javascript:". */
function pageAddress(address) {
	if (!address) return "";
	const url = new URL(address, document.baseURI);
	return /^(https?|mailto):$/.test(url.protocol) || url.origin === location.origin ? url.href : "";
}

/** On a server there is no such class; there the element is never made. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class ZioCalculatorElement extends Base {
	static observedAttributes = attributes;
	#app;
	#watch;
	#connected = false;
	#link = () => this.#app.page.share && hasLink(this.id) && this.#app.followLink();
	#fold;
	#paper = () => (this.#fold = this.#app.page.details?.unfoldForPaper(this.#app));
	#afterPaper = () => this.#fold?.();
	#leave = (e) => this.#app.documents.dirty && e.preventDefault();

	constructor() {
		super();
		const root = this.attachShadow({ mode: "open" });
		root.adoptedStyleSheets = [sheet()];
		this.#app = new Calculator(this, root);
	}

	connectedCallback() {
		this.#attributes();
		if (!this.#connected) this.#begin();
		this.#connected = true;
		if (this.#app.lang === "nl") this.#app.redrawAll();
		else this.#app.changeLanguage();
		addEventListener("hashchange", this.#link);
		addEventListener("beforeunload", this.#leave);
		addEventListener("beforeprint", this.#paper);
		addEventListener("afterprint", this.#afterPaper);
		const now = (this.#app.page.share && hasLink(this.id)) || this.getAttribute("loading") === "eager";
		if (!globalThis.IntersectionObserver || now) return void this.#app.start();
		this.#watch = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && this.#app.start(), { rootMargin: "300px" });
		this.#watch.observe(this);
	}

	/** What is read once: the state that a visitor can change, and what a page set before the script was there. */
	#begin() {
		const { page } = this.#app;
		page.mode = this.getAttribute("mode") === "full" ? "full" : "simple";
		page.standpoint = this.getAttribute("municipality") ?? "";
		for (const name of ["agreement", "population"]) {
			if (!Object.hasOwn(this, name)) continue;
			const value = this[name];
			delete this[name];
			this[name] = value;
		}
	}

	disconnectedCallback() {
		removeEventListener("hashchange", this.#link);
		removeEventListener("beforeunload", this.#leave);
		removeEventListener("beforeprint", this.#paper);
		removeEventListener("afterprint", this.#afterPaper);
		this.#watch?.disconnect();
	}

	attributeChangedCallback(name, before, now) {
		if (!this.#connected || before === now) return;
		const app = this.#app;
		const { lang } = app;
		this.#attributes();
		if (name === "system") return void app.openPractice(now);
		if (name === "school") return void app.openSchool(now);
		if (name === "mode") return void app.setMode(now === "full" ? "full" : "simple");
		if (name === "municipality") app.page.standpoint = now ?? "";
		if (app.lang !== lang) return void app.changeLanguage();
		app.redrawAll();
	}

	#attributes() {
		const { conversation, page } = this.#app;
		const text = (name) => this.getAttribute(name) ?? "";
		conversation.lang = /^en\b/i.test(langOf(this)) ? "en" : "nl";
		conversation.folder = text("src");
		page.share = this.hasAttribute("share");
		page.remember = this.hasAttribute("remember");
		page.readonly = this.hasAttribute("readonly");
		page.level = Math.min(5, Math.max(2, Number(text("heading-level")) || 2));
		page.privacy = pageAddress(text("privacy-url"));
		page.showView(text("view"));
	}

	/** For the parts of the element: sends an event to the page. */
	emit(name, detail) {
		this.dispatchEvent(new CustomEvent("zio-" + name, { detail, bubbles: true, composed: true }));
	}

	get agreement() {
		return structuredClone(this.#app.documents.input.agreement ?? null);
	}

	set agreement(document) {
		this.#app.acceptDocument("agreement", document);
	}

	get population() {
		return structuredClone(this.#app.documents.input.population ?? null);
	}

	set population(document) {
		this.#app.acceptDocument("population", document);
	}

	get result() {
		return structuredClone(this.#app.conversation.result);
	}

	calculate() {
		return this.#app.calculate();
	}

	reset() {
		return this.#app.restart();
	}

	async export(format) {
		const more = await this.#app.loadMore();
		if (!more) throw new EngineError("load");
		return (await more.makeExport(this.#app, format)).text;
	}
}
