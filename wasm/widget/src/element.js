// The custom element: attributes, properties, methods and events. What it does is in app.js.

import { App } from "./app.js";
import { EngineError } from "./engine.js";
import { hasLink } from "./link.js";
import { sheet } from "./style.js";

const attributes = ["system", "lang", "mode", "municipality", "share", "readonly", "heading-level", "privacy-url", "src"];

/** The language of the nearest element that says one, also outside a shadow root. */
function langOf(node) {
	for (let at = node; at; at = at.parentNode ?? at.host) if (at.getAttribute?.("lang")) return at.getAttribute("lang");
	return "nl";
}

/** An address is only followed when it leads to a page: no "javascript:". */
function page(address) {
	if (!address) return "";
	const url = new URL(address, document.baseURI);
	return /^(https?|mailto):$/.test(url.protocol) || url.origin === location.origin ? url.href : "";
}

export class ZioCalculatorElement extends HTMLElement {
	static observedAttributes = attributes;
	#app;
	#watch;
	#link = () => this.#app.share && hasLink(this.id) && this.#app.followLink();

	constructor() {
		super();
		const root = this.attachShadow({ mode: "open" });
		root.adoptedStyleSheets = [sheet()];
		this.#app = new App(this, root);
	}

	connectedCallback() {
		this.#attributes();
		this.#app.lang === "nl" ? this.#app.draw() : this.#app.speak();
		addEventListener("hashchange", this.#link);
		if (!globalThis.IntersectionObserver || (this.#app.share && hasLink(this.id)) || this.getAttribute("loading") === "eager") return void this.#app.start();
		this.#watch = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && this.#app.start(), { rootMargin: "300px" });
		this.#watch.observe(this);
	}

	disconnectedCallback() {
		removeEventListener("hashchange", this.#link);
		this.#watch?.disconnect();
	}

	attributeChangedCallback(name, before, now) {
		if (!this.isConnected || before === now) return;
		const app = this.#app;
		const lang = app.lang;
		this.#attributes();
		if (name === "system") return void (app.engine ? app.pick(now ?? "") : (app.system = now));
		if (app.lang !== lang) return void app.speak();
		app.draw();
	}

	#attributes() {
		const app = this.#app;
		const text = (name) => this.getAttribute(name) ?? "";
		app.lang = /^en\b/i.test(langOf(this)) ? "en" : "nl";
		app.mode = text("mode") === "full" ? "full" : app.mode ?? "simple";
		app.share = this.hasAttribute("share");
		app.readonly = this.hasAttribute("readonly");
		app.level = Math.min(5, Math.max(2, Number(text("heading-level")) || 2));
		app.privacy = page(text("privacy-url"));
		app.src = text("src");
		app.own = text("municipality") || app.own;
	}

	/** For the parts of the element: sends an event to the page. */
	emit(name, detail) {
		this.dispatchEvent(new CustomEvent("zio-" + name, { detail, bubbles: true, composed: true }));
	}

	get agreement() {
		return structuredClone(this.#app.input.agreement ?? null);
	}

	set agreement(document) {
		this.#app.take("agreement", document);
	}

	get population() {
		return structuredClone(this.#app.input.population ?? null);
	}

	set population(document) {
		this.#app.take("population", document);
	}

	get result() {
		return structuredClone(this.#app.result);
	}

	calculate() {
		return this.#app.calculate();
	}

	reset() {
		return this.#app.restart();
	}

	async export(format) {
		const more = await this.#app.need();
		if (!more) throw new EngineError("load");
		return (await more.makeExport(this.#app, format)).text;
	}
}
