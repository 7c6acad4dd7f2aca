// Who transfers money to whom, and what is not paid together.

import { h } from "../dom.js";
import { formatEuro, formatNumber } from "../number.js";

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
		["from", "toHow", "amount"],
		app.conversation.result.transfers.map((x) => [
			app.nameOf(x.from),
			[app.nameOf(x.to), h("span", { class: "hint" }, x.instrument ? app.word("instrument", x.instrument) : app.t("notAgreed"))],
			formatEuro(x.amount, app.lang),
		]),
	);

/**
 * Minutes that are in no amount: they were counted, and nothing of the agreement charges them.
 * @param {App} app
 */
export function uncharged(app) {
	const routes = (app.conversation.result.routing?.routes ?? []).filter((r) => r.unchargedPerWeek > 0);
	if (!routes.length) return null;
	const list = routes.map((r) => app.word("law", r.route) + " " + formatNumber(String(r.unchargedPerWeek), app.lang)).join("; ");
	return h("p", { class: "card note" }, app.t("uncharged", { list }));
}

/**
 * What is not paid together: a line for each reason, with where these pupils live and how many they are.
 * @param {App} app
 */
export function exclusions(app) {
	const { conversation } = app;
	const label = (reason) => conversation.description?.reasons?.find((r) => r.value === reason)?.label ?? reason;
	const reasons = new Map();
	for (const x of conversation.result.routing.exclusions) {
		const entry = reasons.get(x.reason) ?? { homes: [], sum: 0 };
		entry.homes.push((x.home ? app.nameOf(x.home) : app.t("homeUnknown")) + "\u00a0" + x.pupils);
		entry.sum += x.pupils;
		reasons.set(x.reason, entry);
	}
	const rows = [...reasons].map(([reason, { homes, sum }]) => [
		[label(reason), h("span", { class: "hint" }, homes.join(", "))],
		formatNumber(String(sum), app.lang),
	]);
	return [h("p", {}, app.t("exclusionsHint")), table(app, "exclusions", ["reason", "nPupils"], rows)];
}
