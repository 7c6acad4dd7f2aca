// Why a party pays what it pays: the steps of the engine, in the order in which they were taken.

import { button, h } from "../dom.js";
import { formatEuro, formatNumber } from "../number.js";
import { unlessSmall } from "./small-numbers.js";

/**
 * The steps of one party; they are fetched when they are unfolded.
 * @param {App} app
 */
export function explanation(app, share) {
	const box = h("div", { class: "steps" }, h("p", { class: "soft" }, app.t("loading")));
	app.conversation.explain(share.party).then((e) => box.replaceChildren(...(e ? steps(app, e) : [h("p", {}, app.t("noExplanation"))])));
	return box;
}

/** @param {App} app */
function steps(app, e) {
	return [
		h(
			"ol",
			{},
			e.steps.map((s) => h("li", {}, s.text.replace(/€ /g, "€\u00a0"), s.value !== undefined && h("b", {}, " ", said(app, s)), source(app, s.source))),
		),
		button("secondary small", app.t("copyText"), ({ currentTarget }) => unlessSmall(app, currentTarget, false, () => copy(app, e.text, currentTarget))),
	];
}

/** @param {App} app */
const said = (app, { value, unit }) =>
	unit === "euro" || unit === "eur" ? formatEuro(value, app.lang) : formatNumber(String(value), app.lang) + (unit ? " " + unit : "");

/** @param {App} app */
function source(app, s) {
	if (!s) return null;
	const text = typeof s === "string" ? s : [s.title, s.article].filter(Boolean).join(", ");
	const url = s.url && /^https?:/.test(s.url) ? s.url : "";
	return h("span", { class: "source" }, app.t("source") + ": ", url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : text);
}

/**
 * Puts a text on the clipboard and says so; where that is not allowed the text is shown, selected.
 * @param {App} app
 */
export async function copy(app, text, from) {
	try {
		await navigator.clipboard.writeText(text);
		app.page.announce(app.t("copied"));
		const label = from.textContent;
		from.textContent = app.t("copied");
		setTimeout(() => (from.textContent = label), 2000);
	} catch {
		const area = h("textarea", { readonly: true, rows: 6, value: text, "aria-label": app.t("copyYourself") });
		from.after(h("p", { class: "hint" }, app.t("copyYourself")), area);
		area.focus();
		area.select();
	}
}
