// The second step: how many pupils live where. Every list of the population that counts something per municipality is a
// table here: typed, pasted from a spreadsheet, or read from a file.

import { button, h } from "./dom.js";
import { folded } from "./fold.js";
import { control, shown } from "./form.js";
import { dated, tables } from "./places.js";
import { get, under } from "./pointer.js";

const MOST = 400; // rows that are shown; more are kept and counted

export function pupilsView(app) {
	if (!app.schema || !app.input.population) return [];
	const lines = app.input.population.pupils?.length ?? 0;
	const single = get(app.input, "/population/pupils") ? h("p", { class: "soft" }, app.t("pupilLines", { n: lines })) : null;
	return [
		h(app.heading, { id: "pupils-title" }, h("span", { class: "step", "aria-hidden": "true" }, "2"), app.t("pupils")),
		app.input.population.countDate && h("p", { class: "soft" }, app.t("countedOn", { date: dated(app.input.population.countDate) })),
		single,
		tables(app).map((t) => table(app, t)),
		!app.readonly && h("div", { class: "card intake", ...drops(app) }, folded(app, "intake")),
	];
}

/** The other members that tell rows apart: those that differ between rows, or all of them in the full form. */
function columns(app, { field, home, count }, rows) {
	const other = field.fields.filter((f) => f !== home && f !== count && f.kind !== "const" && f.kind !== "bool");
	const differs = (f) => new Set(rows.map((r) => JSON.stringify(r[f.name]))).size > 1;
	return other.filter(differs);
}

function table(app, t) {
	const rows = get(app.input, t.pointer) ?? [];
	const extra = columns(app, t, rows);
	const members = new Map((app.input.agreement?.parties ?? []).map((p, i) => [p.id, i]));
	const joins = (row) => app.input.agreement?.parties?.[members.get(row[t.home.name])]?.participates;
	const parties = app.input.agreement?.parties;
	const redraw = () => app.redraw("pupils");

	const remove = (i) => {
		app.forget(t.pointer);
		app.set(t.pointer, rows.toSpliced(i, 1));
		redraw();
		(app.control(under(under(t.pointer, Math.min(i, rows.length - 2)), t.home.name)) ?? app.parts.pupils.querySelector("[data-key^=add]"))?.focus();
	};
	const add = () => {
		// A new row is like the last one, but for where and how many.
		const like = { ...rows.at(-1) };
		delete like[t.home.name];
		delete like[t.count.name];
		for (const f of t.field.fields) if (!f.required && !columns(app, t, rows).includes(f) && f.kind === "integer") delete like[f.name];
		app.set(t.pointer, [...rows, like]);
		redraw();
		app.control(under(under(t.pointer, rows.length), t.home.name))?.focus();
	};
	const head = [t.home.label, ...extra.map((f) => f.label), t.count.label];
	const total = rows.reduce((sum, r) => sum + (Number.isSafeInteger(r[t.count.name]) ? r[t.count.name] : 0), 0);
	return h(
		"div",
		{
			class: "places",
			onpaste: (e) => {
				// More than one cell was pasted: it is a table, not the content of the box.
				const text = e.clipboardData?.getData("text") ?? "";
				if (app.readonly || !/[\t\n]/.test(text.trim())) return;
				e.preventDefault();
				app.need().then((more) => more?.tell(app, more.readPaste(app, text)));
			},
		},
		h(
			"div",
			{ class: "scroll", role: "region", "aria-label": t.label, tabindex: rows.length ? "0" : null },
			h(
				"table",
				{ class: "edit" },
				h("caption", {}, t.label),
				h(
					"thead",
					{},
					h("tr", {}, head.map((label, i) => h("th", { scope: "col", class: i === head.length - 1 && "amount" }, label)), parties && h("th", { scope: "col" }, app.t("joins")), !app.readonly && h("td", {})),
				),
				h(
					"tbody",
					{},
					rows.slice(0, MOST).map((row, i) => {
						const at = under(t.pointer, i);
						const name = app.names.get(row[t.home.name]) ?? app.t("rowNumber", { n: i + 1 });
						return h(
							"tr",
							{},
							h("td", {}, control(app, t.home, under(at, t.home.name), name, (code) => app.settle(code))),
							extra.map((f) => h("td", { class: "soft" }, said(app, f, row[f.name]))),
							h("td", {}, control(app, t.count, under(at, t.count.name), name)),
							parties &&
								h(
									"td",
									{ class: "tick" },
									row[t.home.name] &&
										h("input", {
											type: "checkbox",
											"aria-label": app.t("joinsName", { name }),
											"data-key": "join" + at,
											checked: joins(row) === true,
											disabled: app.readonly,
											onchange: (e) => app.join([row[t.home.name]], e.target.checked),
										}),
								),
							!app.readonly && h("td", { class: "tick" }, button("icon", "×", () => remove(i), { "aria-label": app.t("removeItem", { name }), title: app.t("removeItem", { name }), "data-key": "remove" + at })),
						);
					}),
				),
				rows.length > 1 && h("tfoot", {}, h("tr", {}, h("th", { scope: "row", colspan: head.length - 1 }, app.t("together")), h("td", { class: "amount" }, shown(total, app.lang)), parties && h("td", {}), !app.readonly && h("td", {}))),
			),
		),
		rows.length > MOST && h("p", { class: "soft" }, app.t("notAllShown", { n: MOST, all: rows.length })),
		h("p", { class: "error", "data-error": t.pointer }),
		!app.readonly &&
			h(
				"div",
				{ class: "buttons" },
				button("secondary", app.t("addMunicipality"), add, { "data-key": "add" + t.pointer }),
				parties && rows.some((r) => r[t.home.name] && !joins(r)) && button("subtle", app.t("joinAll"), () => app.join(rows.map((r) => r[t.home.name]), true), { "data-key": "joinAll" }),
			),
	);
}

/** A value of a column that is not typed here, in words. */
function said(app, field, value) {
	if (value === undefined) return "–";
	if (field.choices) return field.choices.find((c) => c.value === value)?.label ?? value;
	if (typeof value === "object") return Object.values(value).map((v) => shown(v, app.lang)).join("–");
	return shown(value, app.lang);
}

/** A box that takes a file or a text that is dropped on it. */
function drops(app) {
	const over = (e, on) => {
		e.preventDefault();
		e.currentTarget.classList.toggle("over", on);
	};
	return {
		ondragover: (e) => over(e, true),
		ondragleave: (e) => over(e, false),
		ondrop: (e) => {
			over(e, false);
			const { files } = e.dataTransfer;
			const text = e.dataTransfer.getData("text");
			app.need().then((more) => more && (files[0] || text) && more.tell(app, files[0] ? more.readFile(app, files[0]) : more.readPaste(app, text)));
		},
	};
}
