// What is wrong, said where it is wrong: a list that leads to the fields, and a text at each field. Errors stay until
// they are mended.

import { button, h, redraw } from "../dom.js";
import { formatNumber } from "../number.js";

/**
 * The control that a problem is about: its own, or the nearest one around or inside its place.
 * @param {App} app
 */
function place(app, pointer) {
	const controls = [...app.page.root.querySelectorAll("[data-pointer]")];
	const add = app.page.root.querySelector(`[data-key="add${CSS.escape(pointer)}"]`);
	if (add) return add;
	for (let at = pointer; at; at = at.slice(0, at.lastIndexOf("/"))) {
		const found = controls.find((c) => c.dataset.pointer === at) ?? controls.find((c) => c.dataset.pointer.startsWith(at + "/"));
		if (found) return found;
		if (at.split("/").length <= 3) return null;
	}
	return null;
}

/**
 * The text of a problem, with the name that the member has on the page where the text of the engine has another.
 * @param {App} app
 */
function worded(app, { code, pointer, text }) {
	const control = place(app, pointer);
	if (code === "document.member-missing" && control?.dataset.pointer === pointer) {
		const label = control.labels?.[0]?.firstChild?.textContent;
		if (label) return app.t("fillIn", { field: label });
	}
	const legend = control?.dataset.key === "add" + pointer && control.closest("fieldset")?.querySelector("legend");
	if (legend && !app.documents.valueAt(pointer)?.length) return app.t("addOne", { name: legend.textContent });
	return legend ? legend.textContent + ": " + text[0].toLowerCase() + text.slice(1) : text;
}

/** Unfolds what hides a control and gives it the focus. */
function go(control) {
	for (let at = control.parentElement; at; at = at.parentElement) if (at.localName === "details") at.open = true;
	control.focus();
}

/**
 * The list of everything that is wrong.
 * @param {App} app
 */
export function summary(app) {
	const wrong = app.problems;
	if (!wrong.length) return [];
	const most = 20;
	return h(
		"div",
		{ class: "card bad", tabindex: "-1", part: "summary", role: "group", "aria-labelledby": "summary-title" },
		h(app.page.heading, { id: "summary-title" }, app.t(wrong.length === 1 ? "oneWrong" : "manyWrong", { n: wrong.length })),
		h(
			"ul",
			{},
			wrong.slice(0, most).map((p) => {
				const control = place(app, p.pointer);
				const click = (e) => {
					e.preventDefault();
					const now = place(app, p.pointer);
					if (now) go(now);
				};
				const text = worded(app, p);
				return h("li", {}, control ? h("a", { href: "#" + control.id, onclick: click }, text) : text);
			}),
			wrong.length > most && h("li", {}, app.t("moreWrong", { n: wrong.length - most })),
		),
	);
}

/**
 * Says at each field what is wrong with it: once it was left, or after somebody asked for a result.
 * @param {App} app
 */
export function mark(app) {
	const told = new Map();
	for (const p of app.problems) {
		if (!app.page.submitted && !app.documents.left.has(p.pointer)) continue;
		const control = place(app, p.pointer);
		const at = control?.dataset.pointer ?? p.pointer;
		if (!told.has(at)) told.set(at, { ...p, text: worded(app, p) });
	}
	for (const slot of app.page.root.querySelectorAll("[data-error]")) {
		const problem = told.get(slot.dataset.error);
		const control = app.page.control(slot.dataset.error);
		if (control) problem ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
		slot.closest(".field")?.classList.toggle("invalid", Boolean(problem));
		if (slot.dataset.told === (problem?.text ?? "")) continue;
		slot.dataset.told = problem?.text ?? "";
		const pointer = slot.dataset.error;
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
	}
}
