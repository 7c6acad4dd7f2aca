// The third step: amounts and choices of the agreement. The simple form shows the numbers, the full form everything.

import { button, h } from "./dom.js";
import { group } from "./form.js";
import { get } from "./pointer.js";

export function termsView(app) {
	if (!app.schema || !app.input.agreement) return [];
	const full = app.mode === "full" && app.more;
	const fields = app.schema.agreement.fields;
	const components = fields.find((f) => f.name === "components");
	// The simple form shows per stream of money its title and its numbers, the full form the whole document.
	const inner = full
		? group(app, fields, "/agreement", new Set(["$schema"]))
		: [
				(get(app.input, "/agreement/components") ?? []).map((c, i) => {
					const content = group(app, components.fields, "/agreement/components/" + i, new Set(["flow", "division", "sources"]));
					return content[0].length > 0 && h("fieldset", { class: "group stream" }, h("legend", {}, c.title ?? c.id), content);
				}),
				group(app, fields.filter((f) => f.name === "routing"), "/agreement"),
			];
	const { synthetic = [], choices = [] } = app.input.agreement;
	const made = [...synthetic.map((m) => m.reason), ...choices.map((c) => c.text)];
	return [
		h(app.heading, {}, h("span", { class: "step", "aria-hidden": "true" }, "3"), app.t("terms")),
		made.length > 0 &&
			h(
				"details",
				{ class: "card note" },
				h("summary", {}, app.t("madeUp")),
				h("ul", {}, made.slice(0, 100).map((text) => h("li", {}, text))),
			),
		inner,
		!app.readonly &&
			button("subtle", app.t(full ? "showSimple" : "showFull"), async () => {
				await app.need();
				app.mode = full ? "simple" : "full";
				app.redraw("pupils");
				app.redraw("terms");
			}, { "data-key": "mode" }),
	];
}
