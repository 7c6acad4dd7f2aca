// Sums and sentences about a result.

import { h } from "./dom.js";
import { cents, euro, formatEuro, percent } from "./number.js";

/** What was to be paid together, between which ends, what nobody covers, and what rounding left. */
export function totals(result) {
	const sum = (list, name) => (list ?? []).reduce((s, x) => s + cents(x[name]), 0n);
	const end = (name) => (result.components ?? []).reduce((s, c) => s + cents(c[name] ?? c.cost), 0n);
	return {
		low: end("low"),
		high: end("high"),
		cost: sum(result.components, "cost"),
		gap: sum(result.components, "gap"),
		rest: sum(result.components, "rest"),
	};
}

/**
 * The share that the answer is about: that of the reader, or the largest; null when nobody pays.
 * @param {App} app
 */
export function aboutShare(app) {
	const { shares } = app.conversation.result;
	const paid = shares.filter((s) => cents(s.amount) !== 0n);
	const most = paid.reduce((a, b) => (a && cents(a.amount) >= cents(b.amount) ? a : b), null);
	return shares.find((s) => s.party === app.page.standpoint) ?? most;
}

/**
 * The answer in one sentence, from where the reader stands.
 * @param {App} app
 */
export function sentence(app) {
	const { result } = app.conversation;
	const { cost } = totals(result);
	const money = (c) => formatEuro(euro(c), app.lang, true);
	const shares = result.shares.filter((s) => cents(s.amount) !== 0n);
	const about = aboutShare(app);
	const mine = about?.party === app.page.standpoint;
	if (!about) return app.t("nobody", { total: money(cost) });
	const amount = cents(about.amount);
	const params = {
		total: money(cost),
		name: about.name,
		amount: result.population?.estimates ? app.t("about") + " " + money(((amount + 50n) / 100n) * 100n) : money(amount),
		part: percent(cents(about.amount), cost, app.lang),
		n: shares.length,
	};
	return app.t(mine ? "mine" : shares.length === 1 ? "onlyOne" : "most", params);
}

/**
 * A difference with its sign, so that colour is never the only sign.
 * @param {App} app
 */
export const signed = (app, value) => {
	const c = cents(value);
	return h(
		"span",
		{ class: c > 0n ? "more" : c < 0n ? "less" : "" },
		(c > 0n ? "+\u00a0" : c < 0n ? "−\u00a0" : "") + formatEuro(euro(c < 0n ? -c : c), app.lang, true),
	);
};
