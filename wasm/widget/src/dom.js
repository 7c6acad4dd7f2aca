// Building the page: only createElement and text nodes, so that nothing typed or read can become markup and a policy
// with Trusted Types has nothing to refuse.

const SVG = "http://www.w3.org/2000/svg";
const svgTags = new Set(["svg", "g", "rect", "line", "polyline", "polygon", "circle", "text", "title", "desc", "path"]);

/**
 * Makes an element. A property that is a function is a listener ("onclick"), "value" and "checked" are set as
 * properties, everything else is an attribute; null, undefined and false leave it out.
 */
export function h(tag, props, ...children) {
	const node = svgTags.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
	for (const [name, value] of Object.entries(props ?? {})) {
		if (value == null || value === false) continue;
		if (typeof value === "function") node.addEventListener(name.slice(2), value);
		else if (name === "value" || name === "checked" || name === "selected") node[name] = value;
		else node.setAttribute(name, value === true ? "" : value);
	}
	node.append(...children.flat(9).filter((c) => c != null && c !== false && c !== ""));
	return node;
}

/** The focused element inside a shadow root or document, under shadow roots of its own. */
const focused = (root) => root.activeElement;

/**
 * Replaces what a region shows and gives the focus back to the control that had it: controls that live longer than
 * one drawing carry the same data-key. Where that control is gone, the region has the focus, so that nobody is lost.
 */
export function redraw(region, ...nodes) {
	const root = region.getRootNode();
	const held = region.contains(focused(root)) && focused(root);
	const key = held && held.dataset.key;
	const range = held && typeof held.selectionStart === "number" ? [held.selectionStart, held.selectionEnd] : null;
	const list = nodes.flat(9).filter((n) => n != null && n !== false);
	const at = list.findIndex((n) => n.parentNode === region);
	if (at < 0) region.replaceChildren(...list);
	else {
		// What is shown already stays where it is, and is not laid out again.
		for (const n of [...region.childNodes]) if (n !== list[at]) n.remove();
		list[at].before(...list.slice(0, at));
		list[at].after(...list.slice(at + 1));
	}
	if (!held) return;
	const same = [...region.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key);
	if (!same) region.tabIndex = -1;
	(same ?? region).focus({ preventScroll: true });
	if (range && same?.setSelectionRange) same.setSelectionRange(...range);
}

/** A button of the given look: "primary", "secondary" or "subtle". */
export const button = (look, label, onclick, props) =>
	h("button", { type: "button", class: "button " + look, part: look === "primary" ? "button button-primary" : "button", onclick, ...props }, label);
