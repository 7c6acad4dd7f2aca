// The chart: bars of SVG, one for each party, of pieces for the streams of money. Where there is one stream and no gap it would say
// the same as the table, which has bars of its own; then it is only a picture to keep. Widths are per cents, so that it
// fits any column without measuring; the amount stands beside the name, so that colour and length are never alone.

import { writtenIn } from "./agreement-step.js";
import { invented } from "../documents.js";
import { h } from "../dom.js";
import { cents, euro, formatEuro, percent } from "../number.js";
import { totals } from "../totals.js";

const MOST = 12; // bars; the others are added up in one
const ROW = 46;

/** Length of a bar in per cents with two decimals, from whole eurocents. */
const part = (c, most) => (most ? Number((c * 10000n) / most) / 100 : 0);

/**
 * Whether the chart says what the table does not.
 * @param {App} app
 */
export const saysMore = (app) => streams(app.conversation.result).length > 1 || totals(app.conversation.result).gap > 0n;

/** @param {App} app */
export function chart(app) {
	const { result } = app.conversation;
	const all = [...result.shares].filter((s) => cents(s.amount) > 0n).sort((a, b) => Number(cents(b.amount) - cents(a.amount)));
	if (all.length < 2) return null;
	const shown = all.length > MOST ? all.slice(0, MOST - 1) : all;
	const bars = shown.map((s) => ({ name: s.name, amount: s.amount, pieces: pieces(result, s), own: s.party === app.page.standpoint }));
	const rest = all.slice(shown.length);
	if (rest.length) {
		const sum = rest.reduce((x, s) => x + cents(s.amount), 0n);
		bars.push({ name: app.t("others", { n: rest.length }), amount: euro(sum), pieces: [{ c: sum, i: 0 }], own: false });
	}
	const { cost, gap } = totals(result);
	if (gap > 0n) bars.push({ name: app.t("gap"), amount: euro(gap), pieces: [{ c: gap, i: "open" }], own: false });
	const most = bars.reduce((m, b) => (cents(b.amount) > m ? cents(b.amount) : m), 0n);
	const titles = streams(result);
	const label = bars.map((b) => b.name + ": " + formatEuro(b.amount, app.lang)).join("; ");
	return h(
		"figure",
		{ class: "chart", part: "chart" },
		h("figcaption", {}, app.t(titles.length > 1 ? "chartStreams" : "chart"), invented(app.conversation.calculated) && " " + app.t("invented")),
		titles.length > 1 &&
			h(
				"ul",
				{ class: "legend", lang: writtenIn(app) },
				titles.map((title, i) => h("li", {}, h("i", { class: "s" + (i % 5), "aria-hidden": "true" }), title)),
			),
		h(
			"svg",
			{ role: "img", "aria-label": app.t("chartLabel", { label }), width: "100%", height: bars.length * ROW, focusable: "false" },
			bars.map((b, row) => {
				const y = row * ROW;
				let x = 0;
				return h(
					"g",
					{ class: b.own && "own" },
					h("text", { x: 0, y: y + 16 }, b.name.length > 34 ? b.name.slice(0, 33) + "…" : b.name),
					h(
						"text",
						{ x: "100%", y: y + 16, "text-anchor": "end", class: "figure" },
						formatEuro(b.amount, app.lang, true) + " · " + percent(cents(b.amount), cost, app.lang),
					),
					h("rect", { x: 0, y: y + 24, width: "100%", height: 12, rx: 3, class: "track" }),
					b.pieces.map((p) => {
						const width = part(p.c, most);
						const rect = h("rect", { x: x + "%", y: y + 24, width: width + "%", height: 12, rx: 3, class: p.i === "open" ? p.i : "s" + (p.i % 5) });
						x += width;
						return rect;
					}),
				);
			}),
		),
	);
}

const streams = (result) => (result.components ?? []).filter((c) => c.shares?.some((s) => cents(s.amount) !== 0n)).map((c) => c.title);

/** What a share is made of: a piece for each stream of money, or one piece when that does not add up. */
function pieces(result, share) {
	const list = (result.components ?? [])
		.filter((c) => c.shares?.some((s) => cents(s.amount) !== 0n))
		.map((c, i) => ({ i, c: cents(c.shares.find((s) => s.party === share.party)?.amount) }))
		.filter((p) => p.c !== 0n);
	const whole = cents(share.amount);
	return list.every((p) => p.c > 0n) && list.reduce((s, p) => s + p.c, 0n) === whole ? list : [{ i: 0, c: whole }];
}
