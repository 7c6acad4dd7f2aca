// Keys side by side: the same cost divided by the key of the agreement and by every key that needs no more than the population
// has. The picture says how far each party's amounts lie apart, the table what each key changes.

import { h } from "../dom.js";
import { cents, euro, formatEuro } from "../number.js";
import { dated } from "../shown.js";
import { signed } from "../totals.js";
import { pictureButtons, pictureTitle } from "./picture.js";

const MOST = 12; // parties in the picture; the table has all
const ROW = 44;

/**
 * The keys to set beside that of the agreement.
 * @param {any} own its key
 */
function candidates(own, population) {
	const nonParticipants = own.nonParticipants ?? "leave-as-gap";
	const list = [
		{ rule: "pro-rata/1", basis: "enrolled-pupils", nonParticipants },
		{ rule: "pro-rata/1", basis: "eligible-pupils", nonParticipants },
		{ rule: "own-use/1", measure: "eligible-minutes", nonParticipants },
		...(population.counts ?? []).map((c) => ({ rule: "pro-rata/1", basis: c.basis, ...(c.date && { date: c.date }), nonParticipants })),
	];
	const same = (k) => [k.rule, k.basis, k.measure, k.date].join(" ");
	return list.filter((k, i) => same(k) !== same(own) && list.findIndex((x) => same(x) === same(k)) === i);
}

/**
 * What a key is called: its rule, and what it counts.
 * @param {App} app
 */
function keyName(app, { rule, basis, measure, date }) {
	const label = app.conversation.rules("key").find((r) => r.rule === rule)?.label ?? rule;
	const counted = basis ?? measure;
	return [label, counted && app.word("basis", counted).toLowerCase(), date && dated(date)].filter(Boolean).join(", ");
}

/** @param {App} app */
export function keysView(app) {
	const box = h("div", { class: "keysBox" }, h("p", { class: "soft" }, app.t("loading")));
	const { agreement } = app.conversation.calculated;
	const choose = (k) => compare(app, k, box);
	const several = agreement.components.length > 1;
	choose(0);
	return [
		h("p", {}, app.t("keysHint")),
		several &&
			h(
				"div",
				{ class: "field wide" },
				h("label", { for: "keysOf" }, app.t("keysOf")),
				h(
					"select",
					{ id: "keysOf", "data-key": "keysOf", onchange: (e) => choose(Number(e.target.value)) },
					agreement.components.map((c, i) => h("option", { value: i }, c.title ?? c.id)),
				),
			),
		box,
	];
}

/**
 * Asks the engine for the same cost under each key, and shows what it says.
 * @param {App} app
 */
async function compare(app, k, box) {
	const { agreement, population } = app.conversation.calculated;
	const component = agreement.components[k];
	const results = [];
	const refused = [];
	for (const key of [component.key, ...candidates(component.key, population)]) {
		const reply = await app.conversation.calculate({ agreement: { ...agreement, components: [{ ...component, key }] }, population }, (code) => app.t(code));
		const name = keyName(app, key);
		if (reply.ok) results.push({ name, shares: new Map(reply.value.shares.map((s) => [s.party, s])) });
		else if (!results.length) return box.replaceChildren(h("p", {}, reply.problems[0]?.text ?? app.t("keysNone")));
		else refused.push(h("li", {}, name + ": " + (reply.problems[0]?.text ?? "")));
	}
	if (results.length < 2) return box.replaceChildren(h("p", {}, app.t("keysNone")));
	const names = new Map(results.flatMap((r) => [...r.shares.values()].map((s) => [s.party, s.name])));
	const rows = [...names].map(([party, name]) => {
		const amounts = results.map((r) => cents(r.shares.get(party)?.amount));
		const [low, high] = [amounts.reduce((a, b) => (a < b ? a : b)), amounts.reduce((a, b) => (a > b ? a : b))];
		return { party, name, amounts, low, high, spread: high - low };
	});
	rows.sort((a, b) => Number(b.spread - a.spread) || a.name.localeCompare(b.name, app.lang));
	const money = (c) => formatEuro(euro(c), app.lang, true);
	const [widest] = rows;
	const own = rows.find((r) => r.party === app.page.standpoint);
	const said = (r, key) => h("p", {}, app.t(key, { name: r.name, low: money(r.low), high: money(r.high) }));
	const picture = rows.some((r) => r.spread) && dots(app, results, rows);
	box.replaceChildren(
		...[
			widest.spread ? said(widest, "keysWidest") : h("p", {}, app.t("keysSame")),
			own && own !== widest && said(own, "keysOwn"),
			picture && legend(app, results),
			picture && pictureTitle(app, "keys"),
			picture && h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": app.t("picture.keys") }, picture),
			picture && pictureButtons(app, "keys", () => picture),
			table(app, results, rows),
			refused.length > 0 && h("p", {}, app.t("keysRefused")),
			refused.length > 0 && h("ul", {}, refused),
		].filter(Boolean),
	);
}

/** The sign of a key: another shape for each, so that colour is never alone. */
const signs = [
	(x, y) => `M${x - 7} ${y}a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z`, // of the agreement: a ring, in which the others can be seen
	(x, y) => `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`,
	(x, y) => `M${x - 5} ${y - 5}h10v10h-10Z`,
	(x, y) => `M${x} ${y - 6}L${x + 6} ${y + 5}L${x - 6} ${y + 5}Z`,
	(x, y) => `M${x - 2} ${y - 6}h4v4h4v4h-4v4h-4v-4h-4v-4h4Z`,
];
const sign = (i, x, y) => h("path", { d: signs[i ? 1 + ((i - 1) % (signs.length - 1)) : 0](x, y), class: "dot " + (i ? "s" + (i % 5) : "now") });

/** @param {App} app */
const legend = (app, results) =>
	h(
		"ul",
		{ class: "legend keysLegend" },
		results.map((r, i) =>
			h(
				"li",
				{},
				h("svg", { viewBox: "-10 -10 20 20", width: 18, height: 18, "aria-hidden": "true" }, sign(i, 0, 0)),
				r.name + (i ? "" : " (" + app.t("keysNow") + ")"),
			),
		),
	);

/** Round amounts for an axis from 0 to the most: three to six of them. */
export function ticks(most) {
	const nice = [1n, 2n, 5n];
	let [unit, n] = [100n, 0];
	while (most / (unit * nice[n]) > 5n) if (++n === nice.length) [unit, n] = [unit * 10n, 0];
	const list = [];
	for (let at = 0n; at <= most; at += unit * nice[n]) list.push(at);
	return list;
}

/** @param {App} app */
function dots(app, results, rows) {
	const shown = rows.filter((r) => r.spread).slice(0, MOST);
	const wide = app.page.root.clientWidth > 600;
	const W = wide ? 760 : 340;
	const most = shown.reduce((m, r) => (r.high > m ? r.high : m), 1n);
	const x = (c) => 10 + Number((c * BigInt((W - 20) * 10)) / most) / 10;
	const money = (c) => formatEuro(euro(c), app.lang, true);
	const H = shown.length * ROW + 26;
	const label = shown.map((r) => r.name + ": " + results.map((k, i) => k.name + " " + money(r.amounts[i])).join(", ")).join("; ");
	const all = ticks(most);
	const axis = wide ? all : all.filter((_, i) => i % 2 === 0);
	return h(
		"svg",
		{ role: "img", "aria-label": app.t("keysLabel", { label }), viewBox: `0 0 ${W} ${H}`, class: "keyDots", focusable: "false" },
		axis.map((c) => [
			h("path", { d: `M${x(c)} 0V${H - 22}`, class: "grid" }),
			h("text", { x: x(c), y: H - 6, "text-anchor": c === 0n ? "start" : x(c) > W - 50 ? "end" : "middle", class: "figure" }, money(c)),
		]),
		shown.map((r, row) => {
			const y = row * ROW + 30;
			return h(
				"g",
				{ class: r.party === app.page.standpoint && "own" },
				h("text", { x: 10, y: y - 14 }, r.name.slice(0, 34) + " · " + app.t("keysApart", { amount: money(r.spread) })),
				h("path", { d: `M${x(r.low)} ${y}H${x(r.high)}`, class: "span" }),
				r.amounts.map((c, i) => sign(i, x(c), y)).reverse(), // that of the agreement on top
			);
		}),
	);
}

/** @param {App} app */
function table(app, results, rows) {
	return h(
		"div",
		{ class: "scroll", role: "region", tabindex: "0", "aria-label": app.t("keys") },
		h(
			"table",
			{},
			h("caption", {}, app.t("keysCaption")),
			h(
				"thead",
				{},
				h(
					"tr",
					{},
					h("th", { scope: "col" }, app.t("party")),
					results.map((r) => h("th", { scope: "col", class: "amount" }, r.name)),
				),
			),
			h(
				"tbody",
				{},
				rows.map((r) =>
					h(
						"tr",
						{ class: r.party === app.page.standpoint && "own" },
						h("th", { scope: "row" }, r.name),
						r.amounts.map((c, i) => h("td", { class: "amount" }, i ? signed(app, euro(c - r.amounts[0])) : formatEuro(euro(c), app.lang, true))),
					),
				),
			),
		),
	);
}
