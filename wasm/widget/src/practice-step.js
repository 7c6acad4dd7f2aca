// The first step: which practice, or an own agreement. Before the engine is there it shows that it is coming.

import { folded } from "./disclosure.js";
import { button, h } from "./dom.js";
import { keptUnder } from "./link-key.js";

/** @param {App} app */
export function practiceStep(app) {
	const title = (text) => h(app.page.heading, { tabindex: "-1" }, h("span", { class: "step", "aria-hidden": "true" }, "1"), text);
	if (!app.conversation.description && !app.documents.input.agreement)
		return [
			title(app.t("choosePractice")),
			h("p", { class: "soft" }, app.t(app.conversation.failure ? "failedShort" : "loading")),
			!app.conversation.failure && h("div", { class: "skeleton", "aria-hidden": "true" }, h("i"), h("i"), h("i")),
		];
	const { notice: said } = app.page;
	const back = (look) => hasKept(app) && button(look, app.t("goOn"), async () => (await app.loadMore())?.goOn(app), { "data-key": "goOn" });
	const notice = said && h("div", { class: "card note" }, h("p", {}, app.t(said)), said === "fromLink" && back("secondary small"));
	const open = app.documents.practice === null || app.page.open.has("choose");
	if (!open || app.page.readonly) {
		const agreement = app.documents.input.agreement ?? {};
		return [
			title(app.t("practice")),
			notice,
			h("div", { class: "chosen" }, h("strong", {}, inLanguage(app, agreement, "title") ?? app.t("ownAgreement"))),
			(agreement.about || agreement.sources) && folded(app, "background", about, false),
			!app.page.readonly &&
				button("secondary", app.t("otherPractice"), () => (app.page.open.add("choose"), app.redraw("choose"), focusFirst(app)), {
					"data-key": "other",
				}),
		];
	}
	const pick = async (id) => {
		app.page.open.delete("choose");
		await app.choosePractice(id);
		app.page.regions.choose.querySelector("[tabindex]").focus(); // the button that had the focus is gone
	};
	const dutch = app.lang === "nl" ? null : "nl"; // the practices are told in Dutch
	const card = (id, name, text, meta) =>
		h(
			"li",
			{},
			h(
				"button",
				{ type: "button", class: "card pick", "aria-pressed": String(app.documents.practice === id), "data-key": "pick" + id, onclick: () => pick(id) },
				h("strong", { lang: dutch }, name),
				h("span", { lang: dutch }, text),
				meta && h("span", { class: "soft" }, meta),
			),
		);
	const named = (first) => app.conversation.practices.filter((s) => Boolean(s.first) === first).map((s) => card(s.id, s.title, s.about, rulesOf(app, s)));
	const unfold = ({ target }) => {
		app.page.rememberOpen("others", target.open);
		if (target.open && !app.conversation.allPractices) app.listAllPractices();
	};
	const others = named(false);
	const begin = async () => (await app.loadMore())?.beginAmount(app);
	return [
		title(app.t("start")),
		notice,
		h(
			"div",
			{ class: "ways" },
			back("way"),
			folded(app, "school"),
			button("way", app.t("wayAmount"), begin, { "data-key": "amount" }),
			h(app.page.subheading, {}, app.t("choosePractice")),
		),
		h("p", { class: "soft" }, app.t("chooseHint")),
		h("ul", { class: "cards" }, named(true)),
		(others.length > 0 || !app.conversation.allPractices) &&
			h(
				"details",
				{ open: app.page.open.has("others"), ontoggle: unfold },
				h("summary", { "data-key": "others" }, app.t("otherPractices")),
				others.length ? h("ul", { class: "cards" }, others) : h("p", { class: "soft" }, app.t("loading")),
			),
		button("secondary", app.t("emptyAgreement"), () => pick(""), { "data-key": "empty" }),
	];
}

/** Whether something was kept on this device; a browser may refuse to say. */
function hasKept(app) {
	try {
		return app.page.remember && keptUnder(app.host.id) in localStorage;
	} catch {
		return false;
	}
}

/**
 * A text of a document in the language of now, where the document has it.
 * @param {App} app
 */
export const inLanguage = (app, document, name) => (app.lang === "en" && document[name + "En"]) || document[name];

/** @param {App} app */
const focusFirst = (app) => app.page.regions.choose.querySelector("summary")?.focus();

/**
 * What a practice is made of, in the words of its rules.
 * @param {App} app
 */
function rulesOf(app, system) {
	const label = (part) => (system[part] ?? []).map((id) => app.conversation.rules(part).find((r) => r.rule === id)?.label ?? id).join(", ");
	return [label("cost"), label("key")].filter(Boolean).join(" · ");
}

/** @param {App} app */
function about(app) {
	const agreement = app.documents.input.agreement ?? {};
	const { sources: [source] = [] } = agreement;
	const about = inLanguage(app, agreement, "about");
	const link = source && /^https?:/.test(source.url);
	return [
		about && h("p", {}, about),
		source &&
			h(
				"p",
				{ class: "soft" },
				app.t("source") + ": ",
				link ? h("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, source.title) : source.title,
			),
	];
}
