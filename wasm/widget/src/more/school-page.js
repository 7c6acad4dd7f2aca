// The school on one page: per law or budget who pays whom for how many pupils and minutes, also what is outside the pool; and how
// many pupils each municipality has at each site. It sets the numbers of the result side by side and adds none of its own.

import { h } from "../dom.js";
import { cents, euro, formatEuro, formatNumber } from "../number.js";
import { totals } from "../totals.js";

/** Who receives money of a component in the end: those that pay nothing on. */
function receivers(component, transfers) {
	const own = transfers.filter((t) => t.component === component);
	return [...new Set(own.map((t) => t.to))].filter((id) => !own.some((t) => t.from === id)).sort();
}

/** The lines of a component: one per party that bears something, and per payee where a party pays those itself. */
function linesOf(c, result, pupilsOfLaw, minutesOfLaw) {
	const final = receivers(c.id, result.transfers ?? []);
	const lines = c.shares.flatMap((s) => {
		const only = c.shares.length === 1;
		const pupils = s.unit === "pupils" && /^\d{4}$/.test(s.party) ? s.weight : only ? pupilsOfLaw : "";
		const line = { component: c, payer: s.party, payees: final, pupils, minutes: only ? minutesOfLaw : "", amount: cents(s.amount) };
		const paid = (result.transfers ?? []).filter((t) => t.component === c.id && t.from === s.party && final.includes(t.to));
		const sum = paid.reduce((n, t) => n + cents(t.amount), 0n);
		if (!paid.length || sum !== line.amount) return [line];
		return paid.map((t, i) => ({ ...line, payees: [t.to], amount: cents(t.amount), ...(i && { pupils: "", minutes: "" }) }));
	});
	const left = [c.gap, c.rest].filter((x) => cents(x) !== 0n);
	return [...lines, ...left.map((x) => ({ component: c, payer: "", payees: [], pupils: "", minutes: "", amount: cents(x) }))];
}

/** What each law pays, with its lines, in the order of the result. */
export function laws(result) {
	const routes = result.routing?.routes ?? [];
	const names = new Set([...routes.map((r) => r.route), ...result.components.map((c) => c.route)]);
	return [...names].map((route) => {
		const counted = routes.find((r) => r.route === route);
		const [pupils, minutes] = [counted?.pupils || "", counted?.minutesPerWeek || ""];
		const lines = result.components.filter((c) => c.route === route).flatMap((c) => linesOf(c, result, pupils, minutes));
		if (counted?.unchargedPerWeek) lines.push({ component: null, payer: "", payees: [], pupils: "", minutes: counted.unchargedPerWeek, amount: 0n });
		return { route, pupils, minutes, lines, amount: lines.reduce((n, l) => n + l.amount, 0n) };
	});
}

/** @param {App} app */
export function onePageView(app) {
	const { result } = app.conversation;
	const number = (n) => (n === "" ? "" : formatNumber(String(n), app.lang));
	const money = (c) => formatEuro(euro(c), app.lang);
	const row = (cls, cells) =>
		h(
			"tr",
			{ class: cls },
			cells.map((cell, i) => (i ? h("td", { class: i > 1 && "amount" }, cell) : h("th", { scope: "row" }, cell))),
		);
	const payer = (l) => (l.payer ? app.nameOf(l.payer) : app.t(l.component ? "nobodyPays" : "inNoAmount"));
	const line = (l) =>
		row("", [payer(l), l.payees.map((id) => app.nameOf(id)).join(", "), number(l.pupils), number(l.minutes), l.component ? money(l.amount) : ""]);
	/** The lines of a law, under the name of their stream of money. */
	const streams = (law) =>
		law.lines.map((l, i) => {
			const title = l.component?.title ?? l.component?.id;
			const fresh = i === 0 || l.component !== law.lines[i - 1].component;
			const name = [app.word("law", law.route), title].filter(Boolean).join(" · ");
			return [fresh && h("tr", { class: "stream" }, h("th", { scope: "rowgroup", colspan: 5 }, name)), line(l)];
		});
	const { cost } = totals(result);
	return [
		h("p", {}, app.t("onePageHint")),
		h(
			"div",
			{ class: "scroll", role: "region", tabindex: "0", "aria-label": app.t("onePage") },
			h(
				"table",
				{ class: "laws" },
				h("caption", { class: "hidden" }, app.t("onePage")),
				h(
					"thead",
					{},
					h(
						"tr",
						{},
						["payer", "payee", "nPupils", "perWeek", "amount"].map((key, i) => h("th", { scope: "col", class: i > 1 && "amount" }, app.t(key))),
					),
				),
				laws(result).map((law) =>
					h(
						"tbody",
						{},
						streams(law),
						row("sum", [
							app.t("fromLaw", { law: app.word("law", law.route) }),
							"",
							number(law.pupils),
							number(law.minutes),
							law.amount ? money(law.amount) : "",
						]),
					),
				),
				h("tfoot", {}, row("total", [app.t("allTogether"), "", number(result.routing?.pupils ?? ""), "", money(cost)])),
			),
		),
	];
}

/** @param {App} app */
export function sitesView(app) {
	const { groups = [], sites = [] } = app.conversation.calculated.population;
	const codes = [...new Set(groups.map((g) => g.site ?? ""))].sort();
	const homes = [...new Set(groups.map((g) => g.home ?? ""))];
	const nameOfSite = (code) => sites.find((s) => s.code === code)?.name ?? (code || app.t("noSite"));
	const nameOfHome = (home) => (home ? app.nameOf(home) : app.t("homeUnknown"));
	const sum = (test) => {
		const list = groups.filter(test);
		const [fewest, most] = ["fewest", "most"].map((end) => list.reduce((n, g) => n + (g.pupils ?? g[end] ?? 0), 0));
		if (!most) return "";
		return formatNumber(String(fewest), app.lang) + (most > fewest ? "–" + formatNumber(String(most), app.lang) : "");
	};
	const cells = (home) => [...codes.map((code) => (g) => home(g) && (g.site ?? "") === code), home].map((test) => h("td", { class: "amount" }, sum(test)));
	return [
		h("p", {}, app.t("sitesHint")),
		h(
			"div",
			{ class: "scroll", role: "region", tabindex: "0", "aria-label": app.t("sites") },
			h(
				"table",
				{},
				h("caption", { class: "hidden" }, app.t("sites")),
				h(
					"thead",
					{},
					h(
						"tr",
						{},
						h("th", { scope: "col" }, app.t("municipality")),
						[...codes.map(nameOfSite), app.t("together")].map((name) => h("th", { scope: "col", class: "amount" }, name)),
					),
				),
				h(
					"tbody",
					{},
					homes
						.sort((a, b) => nameOfHome(a).localeCompare(nameOfHome(b), app.lang))
						.map((home) =>
							h(
								"tr",
								{ class: home === app.page.standpoint && "own" },
								h("th", { scope: "row" }, nameOfHome(home)),
								cells((g) => (g.home ?? "") === home),
							),
						),
				),
				h(
					"tfoot",
					{},
					h(
						"tr",
						{ class: "total" },
						h("th", { scope: "row" }, app.t("together")),
						cells(() => true),
					),
				),
			),
		),
	];
}
