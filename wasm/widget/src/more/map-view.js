// The map: what each municipality pays, as five shades of one colour. The table has the same amounts in figures; who chooses
// a municipality above, or touches one here, sees it marked and named.

import { asset } from "../assets.js";
import { h } from "../dom.js";
import { fetchChecked } from "../engine.js";
import { cents, euro, formatEuro } from "../number.js";
import { pictureButtons, pictureTitle } from "./picture.js";

const WIDTH = 600; // of the picture, in its own units
const SHADES = 5;
const LABELS = 5; // names on the map, fewer where it is narrow

let borders; // read once

/** Reads the borders: by code the rings of a municipality, as points on a grid; the form is told in map.mjs. */
async function readBorders(folder) {
	const [head, ...lines] = (await (await fetchChecked(asset("map", folder))).text()).trimEnd().split("\n");
	const [year, , , source] = head.split("\t");
	const places = new Map();
	for (const line of lines) {
		const [code, rings] = line.split("\t");
		places.set(code, rings.split(" ").map(ringOf));
	}
	return { year, source, places };
}

function ringOf(text) {
	const colon = text.indexOf(":");
	let [x, y] = text.slice(0, colon).split(",").map(Number);
	const points = [[x, y]];
	for (let i = colon + 1; i < text.length; i += 2) {
		x += text.charCodeAt(i) - 79;
		y += text.charCodeAt(i + 1) - 79;
		points.push([x, y]);
	}
	return points;
}

const pathOf = (rings, place) => rings.map((ring) => "M" + ring.map((p) => place(p).join(" ")).join("L") + "Z").join("");

/** The middle of the largest ring: where a name stands. */
function middle(rings) {
	const ring = rings.reduce((a, b) => (b.length > a.length ? b : a));
	const mean = (i) => ring.reduce((n, p) => n + p[i], 0) / ring.length;
	return [mean(0), mean(1)];
}

/** @param {App} app */
export function mapView(app) {
	const box = h("div", { class: app.page.root.clientWidth < 480 ? "map narrow" : "map" }, h("p", { class: "soft" }, app.t("loading")));
	borders ??= readBorders(app.conversation.folder);
	borders.then(
		(all) => box.replaceChildren(...draw(app, all)),
		() => {
			borders = undefined;
			box.replaceChildren(h("p", { class: "error" }, app.t("load")));
		},
	);
	return box;
}

/** @param {App} app */
function draw(app, { year, source, places }) {
	const paid = app.conversation.result.shares.filter((s) => /^\d{4}$/.test(s.party) && cents(s.amount) > 0n);
	const drawn = paid.filter((s) => places.has(s.party));
	const missing = paid.filter((s) => !places.has(s.party));
	if (!drawn.length) return [h("p", {}, app.t("mapNone"))];
	const most = drawn.reduce((m, s) => (cents(s.amount) > m ? cents(s.amount) : m), 0n);
	const shade = (c) => Number((c * BigInt(SHADES) - 1n) / most);
	const points = drawn.flatMap((s) => places.get(s.party).flat());
	const end = (i, which) => which(...points.map((p) => p[i]));
	const [left, top, right, bottom] = [end(0, Math.min), end(1, Math.min), end(0, Math.max), end(1, Math.max)];
	const pad = Math.max(6, Math.max(right - left, bottom - top) / 12);
	const view = [left - pad, top - pad, right - left + 2 * pad, bottom - top + 2 * pad];
	const scale = WIDTH / view[2];
	/** @param {number[]} point */
	const place = ([x, y]) => [Math.round((x - view[0]) * scale), Math.round((y - view[1]) * scale)];
	const inView = (rings) => rings.flat().some(([x, y]) => x > view[0] && x < view[0] + view[2] && y > view[1] && y < view[1] + view[3]);
	const money = (c) => formatEuro(euro(c), app.lang, true);
	const known = new Set(drawn.map((s) => s.party));
	const choose = (party) => {
		app.page.standpoint = party;
		app.redraw("result");
	};
	const own = (s) => s.party === app.page.standpoint;
	const [names, size] = app.page.root.clientWidth < 480 ? [3, 26] : [LABELS, 16];
	/** The names that are written: whole inside the picture, and none over another. */
	const named = [];
	for (const s of [...drawn].sort((a, b) => Number(own(b)) - Number(own(a)) || Number(cents(b.amount) - cents(a.amount)))) {
		const [x, y] = place(middle(places.get(s.party)));
		const half = s.name.length * size * 0.33; // about half of its width
		const at = Math.min(Math.max(x, half), WIDTH - half);
		const over = named.some((other) => Math.abs(other.at - at) < other.half + half && Math.abs(other.y - y) < size * 1.2);
		if (!over && named.length < names) named.push({ name: s.name, at, y, half });
	}
	const label = drawn.map((s) => s.name + ": " + formatEuro(s.amount, app.lang, true)).join("; ");
	const picture = h(
		"svg",
		{ role: "img", "aria-label": app.t("mapLabel", { label }), viewBox: `0 0 ${WIDTH} ${Math.round(view[3] * scale)}`, focusable: "false" },
		[...places].filter(([code, rings]) => !known.has(code) && inView(rings)).map(([, rings]) => h("path", { d: pathOf(rings, place), class: "land" })),
		drawn.map((s) =>
			h(
				"path",
				{ d: pathOf(places.get(s.party), place), class: "shade" + shade(cents(s.amount)), onclick: () => choose(s.party) },
				h("title", {}, s.name + ": " + formatEuro(s.amount, app.lang, true)),
			),
		),
		drawn.filter(own).map((s) => h("path", { d: pathOf(places.get(s.party), place), class: "mine" })),
		named.map(({ name, at, y }) => h("text", { x: at, y, "text-anchor": "middle", class: "name" }, name)),
	);
	const limit = (i) => money(((most * BigInt(i)) / BigInt(SHADES) / 100n) * 100n);
	return [
		pictureTitle(app, "map"),
		picture,
		h(
			"ul",
			{ class: "legend" },
			Array.from({ length: SHADES }, (_, i) =>
				h("li", {}, h("i", { class: "shade" + i, "aria-hidden": "true" }), limit(i) + " – " + (i === SHADES - 1 ? money(most) : limit(i + 1))),
			),
		),
		missing.length > 0 && h("p", { class: "soft" }, app.t("mapMissing", { year, names: missing.map((s) => s.name).join(", ") })),
		h("p", { class: "soft" }, app.t("source") + ": " + source),
		pictureButtons(app, "map", () => picture),
	].filter(Boolean);
}
