// A part of the page that is unfolded on demand, and drawn and loaded only then.

import { h } from "./dom.js";

/**
 * @param {App} app
 * @param {string} name the name of the part: its words, its class, and with "View" its drawing
 * @param {(app: App) => any} [view] its drawing, when that is here already
 * @param {boolean} [needsMore] whether something has to be loaded for it
 */
export function folded(app, name, view, needsMore = true) {
	const inner = h("div", {});
	const { more } = app.page;
	const draw = (more) => [(view ?? more[name + "View"] ?? more[name])(app)].flat(9).filter(Boolean);
	const fillIn = async () => {
		const more = needsMore ? (app.page.more ?? (await app.loadMore())) : true;
		inner.replaceChildren(...(more ? draw(more) : [h("p", { class: "error" }, app.t("load"))]));
	};
	const toggle = (e) => {
		if (e.target !== e.currentTarget) return;
		app.page.rememberOpen(name, e.target.open);
		if (!inner.firstChild && e.target.open) fillIn();
	};
	const open = app.page.open.has(name);
	if (open && (more || !needsMore)) inner.append(...draw(more));
	return h(
		"details",
		{ class: "fold " + name, open, ontoggle: toggle, onpaper: () => inner.firstChild || fillIn() },
		h("summary", { "data-key": name }, h(app.page.subheading, {}, app.t(name))),
		inner,
	);
}
