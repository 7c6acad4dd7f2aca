// A part of the page that is unfolded on demand, and drawn and loaded only then.

import { h } from "./dom.js";

/**
 * @param {App} app
 * @param {string} name the name of the part: its words, its class, and with "View" its drawing
 */
export function folded(app, name) {
	const inner = h("div", {});
	const fillIn = async () => {
		const more = app.page.more ?? (await app.loadMore());
		inner.replaceChildren(...[more ? (more[name + "View"] ?? more[name])(app) : h("p", { class: "error" }, app.t("load"))].flat(9).filter(Boolean));
	};
	const toggle = (e) => {
		if (e.target !== e.currentTarget) return;
		app.page.rememberOpen(name, e.target.open);
		if (!inner.firstChild && e.target.open) fillIn();
	};
	const open = app.page.open.has(name);
	if (open && app.page.more) inner.append(...[(app.page.more[name + "View"] ?? app.page.more[name])(app)].flat(9).filter(Boolean));
	return h("details", { class: "fold " + name, open, ontoggle: toggle }, h("summary", { "data-key": name }, h("span", {}, app.t(name))), inner);
}
