// Who transfers money to whom, and what is not paid together.

import { h } from "../dom.js";
import { formatEuro } from "../number.js";

/** @param {App} app */
const table = (app, name, head, rows) =>
	h(
		"div",
		{ class: "scroll", role: "region", tabindex: "0", "aria-label": app.t(name) },
		h(
			"table",
			{},
			h("caption", { class: "hidden" }, app.t(name)),
			h(
				"thead",
				{},
				h(
					"tr",
					{},
					head.map((key, i) => h("th", { scope: "col", class: i === head.length - 1 && "amount" }, app.t(key))),
				),
			),
			h(
				"tbody",
				{},
				rows.map((r) =>
					h(
						"tr",
						{},
						r.map((c, i) => h("td", { class: i === r.length - 1 && "amount" }, c)),
					),
				),
			),
		),
	);

/** @param {App} app */
export const transfers = (app) =>
	table(
		app,
		"transfers",
		["from", "to", "amount"],
		app.conversation.result.transfers.map((x) => [app.nameOf(x.from), app.nameOf(x.to), formatEuro(x.amount, app.lang)]),
	);

/** @param {App} app */
export const exclusions = (app) => [
	h("p", {}, app.t("exclusionsHint")),
	table(
		app,
		"exclusions",
		["reason", "municipality", "nPupils"],
		app.conversation.result.routing.exclusions.map((x) => [
			app.conversation.description.reasons?.find((r) => r.value === x.reason)?.label ?? x.reason,
			x.home ? app.nameOf(x.home) : "–",
			String(x.pupils),
		]),
	),
];
