// A picture to keep: as SVG with the colours that it has on the page, or as PNG, drawn node by node, as many a policy lets no
// page load a picture of its own making.

import { invented } from "../documents.js";
import { button, h } from "../dom.js";
import { dated } from "../shown.js";

const LARGER = 2; // points of a PNG per unit of the picture
const MARGIN = 12;
const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "font-family", "font-size", "font-weight", "paint-order"];

/**
 * The buttons under a picture; it is looked up when one is pressed.
 * @param {App} app
 * @param {string} name of the picture: its file, and the keys of the buttons
 * @param {() => SVGSVGElement} find
 */
export const pictureButtons = (app, name, find) =>
	h(
		"div",
		{ class: "buttons" },
		["png", "svg"].map((kind) => button("secondary", app.t("picture." + kind), () => keep(app, name, kind, find()), { "data-key": "save" + name + kind })),
	);

/**
 * What a picture shows, of what, and when; a picture that is kept says it too.
 * @param {App} app
 * @param {string} name of the picture
 */
export function pictureTitle(app, name, params) {
	const { agreement } = app.conversation.calculated;
	const { from, until } = agreement.period ?? {};
	const about = [
		agreement.title,
		from && app.t("period", { from: dated(from), until: dated(until) }),
		invented(app.conversation.calculated) && app.t("invented"),
	];
	return h("p", { class: "title" }, h("strong", {}, app.t("picture." + name, params)), h("span", { class: "soft" }, about.filter(Boolean).join(" · ")));
}

/**
 * Hands a picture to the browser. Nothing is sent anywhere.
 * @param {App} app
 */
async function keep(app, name, kind, picture) {
	const { agreement } = app.conversation.calculated;
	const title = [app.t("picture." + name), agreement.title, invented(app.conversation.calculated) && app.t("invented")].filter(Boolean).join(". ");
	const blob = kind === "png" ? await drawn(picture, title) : new Blob([written(picture, title)], { type: "image/svg+xml" });
	const link = h("a", { href: URL.createObjectURL(blob), download: app.t("file." + name) + "." + kind });
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const nodesOf = (svg) => [...svg.querySelectorAll("path, rect, text")];

/** The place of a picture in its own units; one that has none is as large as it is shown. */
function frame(svg) {
	const { x, y, width, height } = svg.viewBox.baseVal ?? {};
	return width ? { x, y, width, height } : { x: 0, y: 0, width: svg.clientWidth, height: svg.clientHeight };
}

/** The colour that stands behind a picture. */
function ground(svg) {
	for (let at = svg; at; at = at.parentNode ?? at.host) {
		const color = at instanceof Element && getComputedStyle(at).backgroundColor;
		if (color && !/, 0\)$|transparent/.test(color)) return color;
	}
	return "#fff";
}

/** A length of a node in the units of the picture: per cents count there too. */
const length = (node, name) => {
	const { baseVal } = node[name];
	return (baseVal.numberOfItems ? baseVal.getItem(0) : baseVal).value ?? 0;
};
const places = { rect: ["x", "y", "width", "height"], text: ["x", "y"], path: [] };

function written(svg, title) {
	const { x, y, width, height } = frame(svg);
	const [left, top, wide, tall] = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
	const copy = svg.cloneNode(true);
	const to = nodesOf(copy);
	nodesOf(svg).forEach((node, i) => {
		const style = getComputedStyle(node);
		for (const key of kept) to[i].setAttribute(key, style.getPropertyValue(key));
		for (const key of places[node.localName]) to[i].setAttribute(key, length(node, key));
	});
	for (const [key, value] of Object.entries({ xmlns: svg.namespaceURI, viewBox: [left, top, wide, tall].join(" "), width: wide, height: tall }))
		copy.setAttribute(key, value);
	copy.prepend(h("title", {}, title), h("rect", { x: left, y: top, width: wide, height: tall, fill: ground(svg) }));
	return new XMLSerializer().serializeToString(copy);
}

function drawn(svg, title) {
	const { x, y, width, height } = frame(svg);
	const canvas = /** @type {HTMLCanvasElement} */ (h("canvas", {}));
	const band = 28; // for the title, which a PNG shows
	canvas.width = Math.ceil((width + 2 * MARGIN) * LARGER);
	canvas.height = Math.ceil((height + 2 * MARGIN + band) * LARGER);
	const pen = canvas.getContext("2d");
	pen.fillStyle = ground(svg);
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.scale(LARGER, LARGER);
	const { color, fontFamily } = getComputedStyle(svg);
	pen.fillStyle = color;
	pen.font = "600 14px " + fontFamily;
	pen.fillText(title, MARGIN, MARGIN + 14, width);
	pen.translate(MARGIN - x, MARGIN + band - y);
	nodesOf(svg).forEach((node) => draw(pen, node));
	return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function draw(pen, node) {
	const style = getComputedStyle(node);
	const [x, y, width, height] = places[node.localName].map((name) => length(node, name));
	const path = node.localName === "text" ? null : new Path2D(node.localName === "path" ? node.getAttribute("d") : "");
	if (node.localName === "rect") path.rect(x, y, width, height);
	pen.font = style.fontWeight + " " + style.fontSize + " " + style.fontFamily;
	pen.textAlign = { middle: "center", end: "right" }[style.textAnchor] ?? "left";
	pen.lineWidth = parseFloat(style.strokeWidth);
	pen.lineJoin = "round";
	const paint = (way) => {
		if (style[way] === "none") return;
		pen.globalAlpha = Number(style[way + "Opacity"]);
		pen[way + "Style"] = style[way];
		if (path) pen[way](path);
		else pen[way + "Text"](node.firstChild.textContent, x, y);
	};
	for (const way of style.paintOrder.startsWith("stroke") ? ["stroke", "fill"] : ["fill", "stroke"]) paint(way);
	pen.globalAlpha = 1;
}
