// The answer: one sentence, from where the reader stands, with what is made up in it. It stands above the form, and its
// sentence stays in sight.

import { invented } from "./documents.js";
import { button, h } from "./dom.js";
import { inLanguage } from "./practice-step.js";
import { cents, euro, formatEuro } from "./number.js";
import { dated } from "./shown.js";
import { aboutShare, sentence, totals } from "./totals.js";

/** @param {App} app */
export function answerView(app) {
	const { result } = app.conversation;
	app.page.peek.replaceChildren();
	if (!app.documents.input.agreement || !result) return [];
	const t = totals(result);
	const said = sentence(app);
	const brief = (c) => formatEuro(euro(c), app.lang, true);
	const jump = (e) => {
		e.preventDefault();
		const title = /** @type {HTMLElement} */ (app.page.regions.result.querySelector("[tabindex]"));
		title?.focus();
		title?.scrollIntoView({ block: "start" });
	};
	const up = () => app.page.regions.answer.scrollIntoView({ block: "start" });
	app.page.peek.append(h("div", { onclick: up }, brieflySaid(app)));
	return [
		h(
			"div",
			{ class: "answer" },
			h("p", { class: "said", part: "answer" }, said),
			app.page.details?.oldAnswer(app),
			inventedNote(app),
			t.low !== t.high && h("p", {}, app.t("range", { low: brief(t.low), high: brief(t.high) })),
			h("p", { class: "soft" }, context(app)),
			h("div", { class: "bar" }, standpoint(app), h("a", { href: "#", class: "jump", "data-key": "jump", onclick: jump }, app.t("jump"))),
		),
	];
}

/**
 * The answer as it fits on one line.
 * @param {App} app
 */
function brieflySaid(app) {
	const { result, calculated } = app.conversation;
	const about = aboutShare(app);
	const brief = (c) => formatEuro(euro(c), app.lang, true);
	const total = brief(totals(result).cost);
	const text = about ? app.t("brief", { name: about.name, amount: brief(cents(about.amount)), total }) : sentence(app);
	return [text, invented(calculated) && h("span", { class: "soft" }, " · " + app.t("invented"))];
}

/**
 * What is made up, as a label that cannot be missed; who changed the figures can say that they are real.
 * @param {App} app
 */
function inventedNote(app) {
	const key = invented(app.conversation.calculated);
	if (!key) return null;
	const real = app.documents.dirty && !app.page.readonly;
	return h(
		"div",
		{ class: "invented" },
		h("p", {}, h("strong", {}, app.t("invented")), " ", app.t(key)),
		real && button("subtle small", app.t("declareReal"), () => app.declareReal(), { "data-key": "real" }),
	);
}

/**
 * For whom, from when to when.
 * @param {App} app
 */
function context(app) {
	const { agreement } = app.conversation.calculated;
	const { period } = agreement;
	return [inLanguage(app, agreement, "title"), period && app.t("period", { from: dated(period.from), until: dated(period.until) })]
		.filter(Boolean)
		.join(" · ");
}

/** By calculator: the choice of a municipality that is shown, with the parties and the words that it is made of. */
const offered = new WeakMap();

/**
 * From which municipality the reader looks. Amounts come and go while somebody types, and hundreds of parties stay: then the choice
 * stays too.
 * @param {App} app
 */
function standpoint(app) {
	const parties = app.conversation.result.shares.map((s) => [s.party, s.name]);
	const signature = JSON.stringify([parties, app.lang, app.page.standpoint]);
	const before = offered.get(app);
	if (before?.signature === signature) return before.field;
	const field = standpointOf(app);
	offered.set(app, { signature, field });
	return field;
}

/** @param {App} app */
function standpointOf(app) {
	const { compare } = new Intl.Collator(app.lang);
	const change = (e) => {
		app.page.standpoint = e.target.value;
		app.redraw("result");
		app.page.announce(sentence(app));
	};
	return h(
		"div",
		{ class: "field standpoint" },
		h("label", { for: "own" }, app.t("own")),
		h(
			"select",
			{ id: "own", "data-key": "own", onchange: change },
			h("option", { value: "" }, app.t("all")),
			[...app.conversation.result.shares]
				.sort((a, b) => compare(a.name, b.name))
				.map((s) => h("option", { value: s.party, selected: s.party === app.page.standpoint }, s.name)),
		),
	);
}

/**
 * In the view of the result the form is folded; this unfolds it.
 * @param {App} app
 */
export function foldView(app) {
	if (app.page.view !== "result" || !app.documents.input.agreement) return [];
	const open = app.page.open.has("form");
	const toggle = () => {
		app.page.rememberOpen("form", !open);
		app.page.showView("result");
		app.page.redraw("fold");
	};
	return button("secondary", app.t(open ? "hideForm" : "showForm"), toggle, { "data-key": "form", "aria-expanded": String(open) });
}
