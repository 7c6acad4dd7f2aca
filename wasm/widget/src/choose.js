// The first step: which practice, or an own agreement. Before the engine is there it shows that it is coming.

import { button, h } from "./dom.js";

export function chooseView(app) {
	const title = (text) => h(app.heading, { tabindex: "-1" }, h("span", { class: "step", "aria-hidden": "true" }, "1"), text);
	if (!app.schema)
		return [
			title(app.t("choosePractice")),
			h("p", { class: "soft" }, app.t(app.failure ? "failedShort" : "loading")),
			!app.failure && h("div", { class: "skeleton", "aria-hidden": "true" }, h("i"), h("i"), h("i")),
		];
	const notice = app.notice && h("p", { class: "card note" }, app.t(app.notice));
	const chosen = app.systems.find((s) => s.id === app.system);
	const open = app.system === null || app.open.has("choose");
	if (!open || app.readonly) {
		const agreement = app.input.agreement ?? {};
		return [
			title(app.t("practice")),
			notice,
			h("div", { class: "chosen" }, h("strong", {}, chosen?.title ?? agreement.title ?? app.t("ownAgreement")), about(app, agreement)),
			!app.readonly && button("secondary", app.t("otherPractice"), () => (app.open.add("choose"), app.redraw("choose"), focusFirst(app)), { "data-key": "other" }),
		];
	}
	const pick = async (id) => {
		app.open.delete("choose");
		await app.pick(id);
		app.parts.choose.querySelector("[tabindex]").focus(); // the button that had the focus is gone
	};
	const card = (id, name, text, meta) =>
		h(
			"li",
			{},
			h("button", { type: "button", class: "card pick", "aria-pressed": String(app.system === id), "data-key": "pick" + id, onclick: () => pick(id) }, h("strong", {}, name), h("span", {}, text), meta && h("span", { class: "soft" }, meta)),
		);
	const named = (first) => app.systems.filter((s) => Boolean(s.first) === first).map((s) => card(s.id, s.title, s.about, rulesOf(app, s)));
	const unfold = ({ target }) => {
		app.remember("others", target.open);
		if (target.open && !app.others) app.showOthers();
	};
	const others = named(false);
	return [
		title(app.t("choosePractice")),
		h("p", { class: "soft" }, app.t("chooseHint")),
		notice,
		h("ul", { class: "cards" }, named(true)),
		(others.length > 0 || !app.others) &&
			h("details", { open: app.open.has("others"), ontoggle: unfold }, h("summary", { "data-key": "others" }, app.t("otherPractices")), others.length ? h("ul", { class: "cards" }, others) : h("p", { class: "soft" }, app.t("loading"))),
		button("secondary", app.t("emptyAgreement"), () => pick(""), { "data-key": "empty" }),
	];
}

const focusFirst = (app) => app.parts.choose.querySelector(".pick")?.focus();

/** What a practice is made of, in the words of its rules. */
function rulesOf(app, system) {
	const label = (part) => (system[part] ?? []).map((id) => app.rules(part).find((r) => r.rule === id)?.label ?? id).join(", ");
	return [label("cost"), label("key")].filter(Boolean).join(" · ");
}

function about(app, { about, sources: [source] = [] }) {
	const link = source && /^https?:/.test(source.url);
	return [about && h("p", {}, about), source && h("p", { class: "soft" }, app.t("source") + ": ", link ? h("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, source.title) : source.title)];
}
