// What is wrong, said where it is wrong: a list that leads to the fields, and a text at each field. Errors stay until
// they are mended. It comes with the form, so that an error is said also where no other part could be loaded.

import { button, h, redraw } from "../dom.js";
import { formatNumber } from "../number.js";

/** By page: what stands where. It is read once per drawing, as a page of the country holds thousands of controls. */
const maps = new WeakMap();

/**
 * The controls and the places of errors of a page, by pointer.
 * @param {App} app
 */
function mapOf(app) {
	const { root } = app.page;
	let map = maps.get(root);
	if (!map) {
		map = { drawn: new MutationObserver(() => (map.stale = true)), stale: true };
		map.drawn.observe(root, { childList: true, subtree: true });
		maps.set(root, map);
	}
	if (!map.drawn.takeRecords().length && !map.stale) return map;
	const [exact, within, slots] = [new Map(), new Map(), new Map()]; // within: the first control inside
	for (const node of root.querySelectorAll("[data-pointer]")) {
		const { pointer } = /** @type {HTMLElement} */ (node).dataset;
		if (!exact.has(pointer)) exact.set(pointer, node);
		for (let at = pointer.lastIndexOf("/"); at > 0; at = pointer.lastIndexOf("/", at - 1)) {
			const around = pointer.slice(0, at);
			if (within.has(around)) break; // what is around it is known as well
			within.set(around, node);
		}
	}
	for (const node of root.querySelectorAll("[data-error]")) {
		const pointer = /** @type {HTMLElement} */ (node).dataset.error;
		slots.set(pointer, [...(slots.get(pointer) ?? []), node]);
	}
	return Object.assign(map, { exact, within, slots, stale: false });
}

/**
 * Finds the control that a problem is about: its own, or the nearest one around or inside its place.
 * @param {App} app
 */
function finder(app) {
	const { exact, within } = mapOf(app);
	return (pointer) => {
		const add = app.page.root.querySelector(`[data-key="add${CSS.escape(pointer)}"]`);
		if (add) return add;
		for (let at = pointer; at; at = at.slice(0, at.lastIndexOf("/"))) {
			const found = exact.get(at) ?? within.get(at);
			if (found) return found;
			if (at.split("/").length <= 3) return null;
		}
		return null;
	};
}

/** What a control is called on the page, with the row of a table that it stands in. */
const labelOf = (control) =>
	control?.getAttribute("aria-label") ??
	[...(control?.labels?.[0]?.childNodes ?? [])]
		.filter((node) => node.className !== "soft") // that it is not required
		.map((node) => node.textContent)
		.join("");

/**
 * The text of a problem, with the name that the member has on the page where the text of the engine has another.
 * @param {App} app
 */
function worded(app, { code, pointer, text }, control) {
	if (code === "document.member-missing" && control?.dataset.pointer === pointer) {
		const label = labelOf(control);
		if (label) return app.t("fillIn", { field: label });
	}
	const legend = control?.dataset.key === "add" + pointer && control.closest("fieldset")?.querySelector("legend");
	if (legend && !app.documents.valueAt(pointer)?.length) return app.t("addOne", { name: legend.textContent });
	if (legend) return legend.textContent + ": " + text[0].toLowerCase() + text.slice(1);
	// In a table the field is called after its row: "Nijmegen: Aantal leerlingen".
	const row = control?.closest(".bare") && labelOf(control)?.split(": ")[0];
	return row && !text.includes(row) ? row + ": " + text : text;
}

/** Unfolds what hides a control and gives it the focus. */
function go(control) {
	for (let at = control.parentElement; at; at = at.parentElement) if (at.localName === "details") at.open = true;
	control.focus();
}

/**
 * What is wrong, each with a link to its field.
 * @param {App} app
 */
export function problemItems(app, most) {
	const find = finder(app);
	const { problems } = app;
	const items = problems.slice(0, most).map((p) => {
		const control = find(p.pointer);
		const text = worded(app, p, control);
		const click = (e) => {
			e.preventDefault();
			const now = finder(app)(p.pointer);
			if (now) go(now);
		};
		return h("li", {}, control ? h("a", { href: "#" + control.id, onclick: click }, text) : text);
	});
	return h("ul", {}, items, problems.length > most && h("li", {}, app.t("moreWrong", { n: problems.length - most })));
}

/**
 * The list of everything that is wrong.
 * @param {App} app
 */
export function summary(app) {
	const n = app.problems.length;
	if (!n) return [];
	return h(
		"div",
		{ class: "card bad", tabindex: "-1", part: "summary", role: "group", "aria-labelledby": "summary-title" },
		h(app.page.heading, { id: "summary-title" }, app.t(n === 1 ? "oneWrong" : "manyWrong", { n })),
		problemItems(app, 20),
	);
}

/** By page: the places of errors that say something. */
const saying = new WeakMap();

/**
 * Says at each field what is wrong with it: once it was left, or after somebody asked for a result.
 * @param {App} app
 */
export function mark(app) {
	const { page } = app;
	const wrong = app.problems.filter((p) => page.submitted || app.documents.left.has(p.pointer));
	const before = saying.get(page.root) ?? [];
	saying.delete(page.root);
	if (!wrong.length && !before.length) return;
	const told = new Map();
	const find = finder(app);
	for (const p of wrong) {
		const control = find(p.pointer);
		const at = control?.dataset.pointer ?? p.pointer;
		if (!told.has(at)) told.set(at, { ...p, text: worded(app, p, control) });
	}
	const { exact, slots } = mapOf(app);
	const say = (slot, control, pointer, problem) => {
		if ((slot.dataset.told ?? "") === (problem?.text ?? "")) return;
		slot.dataset.told = problem?.text ?? "";
		if (control) problem ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
		slot.hidden = !problem;
		slot.closest(".field")?.classList.toggle("invalid", Boolean(problem));
		redraw(
			slot,
			problem ? h("span", { class: "hidden" }, app.t("error") + " ") : [],
			problem ? problem.text : [],
			problem?.ask
				? h(
						"span",
						{ class: "buttons" },
						problem.ask.map((value) => button("secondary small", formatNumber(value, app.lang), () => app.chooseReading(pointer, value))),
					)
				: [],
		);
	};
	for (const { pointer, slot, control } of before) if (!told.has(pointer)) say(slot, control, pointer);
	const now = [...told.keys()].flatMap((pointer) => (slots.get(pointer) ?? []).map((slot) => ({ pointer, slot, control: exact.get(pointer) })));
	for (const { pointer, slot, control } of now) say(slot, control, pointer, told.get(pointer));
	saying.set(page.root, now);
}
