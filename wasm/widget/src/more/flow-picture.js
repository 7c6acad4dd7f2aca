// Who pays whom, as a picture: payers on the left, receivers on the right, who does both in the middle. The width of a band is
// its amount. The table of transfers says the same in figures.

import { h } from "../dom.js";
import { cents, euro, formatEuro } from "../number.js";
import { pictureButtons } from "./picture.js";

const WIDTH = 760;
const BAR = 12;
const GAP = 8;
const LEAST = 15; // height of a node, so that its name fits
const TALL = 420; // height of the whole sum
const MOST = 14; // payers that are drawn apart; the others are one

/** The transfers with small payers to one receiver taken together. */
function merged(app, transfers) {
	const sums = new Map();
	for (const t of transfers) sums.set(t.from, (sums.get(t.from) ?? 0n) + cents(t.amount));
	const receives = new Set(transfers.map((t) => t.to));
	const payers = [...sums].filter(([id]) => !receives.has(id)).sort((a, b) => Number(b[1] - a[1]));
	const small = new Set(payers.length > MOST ? payers.slice(MOST - 1).map(([id]) => id) : []);
	const found = new Map();
	for (const t of transfers) {
		const from = small.has(t.from) ? "" : t.from;
		const key = from + " " + t.to;
		found.set(key, { from, to: t.to, c: (found.get(key)?.c ?? 0n) + cents(t.amount) });
	}
	const name = (id) => (id === "" ? app.t("others", { n: small.size }) : app.nameOf(id));
	return { links: [...found.values()].filter((l) => l.c > 0n), name };
}

/** @param {App} app */
export function flowPictureView(app) {
	const { links, name } = merged(app, app.conversation.result.transfers);
	const [pays, gets] = ["from", "to"].map((end) => new Set(links.map((l) => l[end])));
	const column = (id) => (!gets.has(id) ? 0 : pays.has(id) ? 1 : 2);
	const sum = (id, end) => links.filter((l) => l[end] === id).reduce((n, l) => n + l.c, 0n);
	const ids = [...new Set(links.flatMap((l) => [l.from, l.to]))];
	const total = ids.filter((id) => column(id) === 0).reduce((n, id) => n + sum(id, "from"), 0n) || 1n;
	const scale = (c) => Number((c * BigInt(TALL * 1000)) / total) / 1000;
	const nodes = new Map();
	const middle = ids.some((id) => column(id) === 1);
	const places = middle ? [0, WIDTH / 2 - BAR / 2, WIDTH - BAR] : [0, 0, WIDTH - BAR];
	let height = 0;
	for (const side of [0, 1, 2]) {
		let y = 0;
		const here = ids.filter((id) => column(id) === side).map((id) => ({ id, c: [sum(id, "from"), sum(id, "to")].reduce((a, b) => (a > b ? a : b)) }));
		for (const { id, c } of here.sort((a, b) => Number(b.c - a.c))) {
			const tall = Math.max(scale(c), 2);
			nodes.set(id, { id, c, x: places[side], y, tall, side, out: y, in: y });
			y += Math.max(tall, LEAST) + GAP;
		}
		height = Math.max(height, y);
	}
	const money = (c) => formatEuro(euro(c), app.lang, true);
	const own = (l) => l.from === app.page.standpoint || l.to === app.page.standpoint;
	const bands = links
		.sort((a, b) => nodes.get(a.to).y - nodes.get(b.to).y || nodes.get(a.from).y - nodes.get(b.from).y)
		.map((l) => {
			const [a, b, w] = [nodes.get(l.from), nodes.get(l.to), Math.max(scale(l.c), 1)];
			const [x0, x1, y0, y1] = [a.x + BAR, b.x, a.out + w / 2, b.in + w / 2];
			a.out += w;
			b.in += w;
			const half = (x0 + x1) / 2;
			const text = name(l.from) + " → " + name(l.to) + ": " + money(l.c);
			const d = `M${x0} ${y0}C${half} ${y0} ${half} ${y1} ${x1} ${y1}`;
			return h("path", { d, "stroke-width": w, class: own(l) ? "band own" : "band" }, h("title", {}, text));
		});
	const label = links.map((l) => name(l.from) + " " + app.t("to").toLowerCase() + " " + name(l.to) + ": " + money(l.c)).join("; ");
	const picture = h(
		"svg",
		{ role: "img", "aria-label": app.t("flowLabel", { label }), viewBox: `0 -4 ${WIDTH} ${height + 8}`, class: "flows", focusable: "false" },
		bands,
		[...nodes.values()].map((n) => {
			const right = n.side === 2;
			const text = name(n.id).slice(0, 34) + " · " + money(n.c);
			const at = { x: right ? n.x - 6 : n.x + BAR + 6, y: n.y + Math.max(n.tall / 2, 6) + 5, "text-anchor": right ? "end" : "start" };
			return h("g", {}, h("rect", { x: n.x, y: n.y, width: BAR, height: n.tall, class: "s0" }), h("text", { ...at, "font-size": 14 }, text));
		}),
	);
	return [
		h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": app.t("flowPicture") }, picture),
		pictureButtons(app, "flows", () => picture),
	];
}
