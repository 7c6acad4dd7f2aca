// The third step: amounts and choices of the agreement. The simple form shows the numbers, the full form everything.

import { button, h } from "../dom.js";
import { group } from "./form.js";

/** What an agreement says of itself that is made up or chosen, in words. */
export const madeUp = ({ synthetic = [], choices = [] }, lang) => {
	const said = (x, name) => (lang === "en" && x[name + "En"]) || x[name];
	return [...synthetic.map((m) => said(m, "reason")), ...choices.map((c) => said(c, "text"))];
};

/**
 * The language of what a practice has in Dutch only, such as the titles of its streams, on a page in another language.
 * @param {App} app
 */
export const writtenIn = (app) => (app.lang !== "nl" && app.documents.practice ? "nl" : null);

/** @param {App} app */
export function agreementStep(app) {
	if (!app.conversation.description || !app.documents.input.agreement) return [];
	const full = app.page.full;
	const fields = app.conversation.description.agreement.fields;
	const components = fields.find((f) => f.name === "components");
	// The simple form shows per stream of money its title and its numbers, the full form the whole document.
	const inner = full
		? group(app, fields, "/agreement", new Set(["$schema"]))
		: [
				(app.documents.valueAt("/agreement/components") ?? []).map((c, i) => {
					const content = group(app, components.fields, "/agreement/components/" + i, new Set(["flow", "division", "sources"]));
					return content[0].length > 0 && h("fieldset", { class: "group stream" }, h("legend", { lang: writtenIn(app) }, c.title ?? c.id), content);
				}),
				group(
					app,
					fields.filter((f) => f.name === "routing"),
					"/agreement",
				),
			];
	const made = madeUp(app.documents.input.agreement, app.lang);
	return [
		h(app.page.heading, {}, h("span", { class: "step", "aria-hidden": "true" }, app.documents.way ? "2" : "3"), app.t("terms")),
		made.length > 0 &&
			h(
				"details",
				{ class: "card note" },
				h("summary", {}, app.t("madeUp")),
				h(
					"ul",
					{},
					made.slice(0, 100).map((text) => h("li", {}, text)),
				),
			),
		inner,
		!app.page.readonly && button("subtle", app.t(full ? "showSimple" : "showFull"), () => app.setMode(full ? "simple" : "full"), { "data-key": "mode" }),
	];
}
