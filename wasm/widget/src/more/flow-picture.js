// Who pays whom, as a picture: payers on the left, receivers on the right, who does both between them. The width of a band is
// its amount. Who pays somebody and is paid by the same one stands twice: as a payer, and where the money comes back. The table of
// transfers says the same in figures.

import { h } from "../dom.js";
import { cents, euro, formatEuro } from "../number.js";
import { pictureButtons, pictureTitle } from "./picture.js";

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

const AGAIN = "\0"; // ends the id of the second place of a party

const sum = (links, id, end) => links.filter((l) => l[end] === id).reduce((n, l) => n + l.c, 0n);

/** Links of which none leads back at once: of two that pay each other, the one with less pays from a place of its own. */
function oneWay(links) {
	const through = (id) => sum(links, id, "from") + sum(links, id, "to");
	const back = (l) => links.some((x) => x.from === l.to && x.to === l.from);
	return links.map((l) => (back(l) && through(l.from) < through(l.to) ? { ...l, from: l.from + AGAIN } : l));
}

/** How many payments lie before each party, at most; who passes nothing on stands at the end. */
function layersOf(ids, links) {
	const layers = new Map(ids.map((id) => [id, 0]));
	// Where money goes round in a longer circle this ends all the same.
	for (let i = 0; i < ids.length && i < 8; i++) for (const l of links) layers.set(l.to, Math.max(layers.get(l.to), Math.min(layers.get(l.from) + 1, 4)));
	const last = Math.max(...layers.values());
	for (const id of ids) if (!links.some((l) => l.from === id)) layers.set(id, last);
	return { layers, last };
}

/** @param {App} app */
export function flowPictureView(app) {
	const { links: paid, name: nameOf } = merged(app, app.conversation.result.transfers);
	const links = oneWay(paid);
	const name = (id) => nameOf(id.replace(AGAIN, ""));
	const ids = [...new Set(links.flatMap((l) => [l.from, l.to]))];
	const { layers, last } = layersOf(ids, links);
	const amount = (id) => [sum(links, id, "from"), sum(links, id, "to")].reduce((a, b) => (a > b ? a : b));
	const columns = Array.from({ length: last + 1 }, (_, side) => ids.filter((id) => layers.get(id) === side).map((id) => ({ id, c: amount(id) })));
	const total = columns.map((here) => here.reduce((n, x) => n + x.c, 0n)).reduce((a, b) => (a > b ? a : b), 1n);
	const scale = (c) => Number((c * BigInt(TALL * 1000)) / total) / 1000;
	const nodes = new Map();
	let height = 0;
	columns.forEach((here, side) => {
		let y = 0;
		for (const { id, c } of here.sort((a, b) => Number(b.c - a.c))) {
			const tall = Math.max(scale(c), 2);
			nodes.set(id, { id, c, x: last ? (side * (WIDTH - BAR)) / last : 0, y, tall, side, out: y, in: y });
			y += Math.max(tall, LEAST) + GAP;
		}
		height = Math.max(height, y);
	});
	const money = (c) => formatEuro(euro(c), app.lang, true);
	const own = (l) => [l.from.replace(AGAIN, ""), l.to].includes(app.page.standpoint);
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
			const right = n.side === last;
			const text = name(n.id).slice(0, 34) + " · " + money(n.c);
			const at = { x: right ? n.x - 6 : n.x + BAR + 6, y: n.y + Math.max(n.tall / 2, 6) + 5, "text-anchor": right ? "end" : "start" };
			return h("g", {}, h("rect", { x: n.x, y: n.y, width: BAR, height: n.tall, class: "s0" }), h("text", { ...at, "font-size": 14 }, text));
		}),
	);
	return [
		pictureTitle(app, "flows"),
		h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": app.t("flowPicture") }, picture),
		pictureButtons(app, "flows", () => picture),
	];
}
