// Two scenarios side by side: one is put aside, the form goes on with the other.

import { button, h } from "../dom.js";
import { euro, formatEuro } from "../number.js";
import { signed, totals } from "../totals.js";

/** @param {App} app */
export function compareView(app) {
	const { scenario } = app.conversation;
	if (!scenario)
		return [
			h("p", {}, app.t("compareHint")),
			button(
				"secondary",
				app.t("keepA"),
				() => {
					app.conversation.scenario = {
						calculated: structuredClone(app.conversation.calculated),
						result: app.conversation.result,
						practice: app.documents.practice,
					};
					app.redraw("result");
					app.page.announce(app.t("keptA"));
				},
				{ "data-key": "scenario" },
			),
		];
	const [a, b] = [totals(scenario.result).cost, totals(app.conversation.result).cost];
	const gone = scenario.result.shares.filter((s) => !app.conversation.result.shares.some((x) => x.party === s.party));
	const line = (key, c) => h("div", {}, h("dt", {}, app.t(key)), h("dd", {}, c));
	return [
		h("p", {}, app.t("comparing", { title: scenario.calculated.agreement.title ?? app.t("ownAgreement") })),
		h(
			"dl",
			{ class: "figures" },
			line("scenarioA", formatEuro(euro(a), app.lang)),
			line("scenarioNow", formatEuro(euro(b), app.lang)),
			line("difference", signed(app, euro(b - a))),
		),
		gone.length > 0 && h("p", {}, app.t("goneParties", { names: gone.map((s) => s.name + " (" + formatEuro(s.amount, app.lang) + ")").join(", ") })),
		button("secondary", app.t("backToA"), () => app.returnToScenario(), { "data-key": "back" }),
		" ",
		button(
			"subtle",
			app.t("stopComparing"),
			() => {
				app.conversation.scenario = null;
				app.redraw("result");
			},
			{ "data-key": "scenario" },
		),
	];
}
