// The second step: how many pupils live where. Every list of the population that counts something per municipality is a
// table here, with one line for each municipality: typed, pasted from a spreadsheet, or read from a file.

import { button, h } from "../dom.js";
import { folded } from "../disclosure.js";
import { dated, shown } from "../shown.js";
import { control, group } from "./form.js";
import { isNew, likeFirst, tables, LONG } from "./municipality-tables.js";
import { under } from "../pointer.js";

const MOST = 400; // municipalities that are shown; more are kept and counted

/** @param {App} app */
export function pupilsStep(app) {
	const { population } = app.documents.input;
	if (!app.conversation.description || !population) return [];
	const after = inOrder(app);
	const amount = app.documents.way === "amount";
	const list = tables(app);
	const tablesView = list.map((t) => table(app, t, list.length === 1));
	const intake = !app.page.readonly && h("div", { class: "card intake", ...drops(app) }, folded(app, "intake"));
	return [
		h(app.page.heading, {}, h("span", { class: "step", "aria-hidden": "true" }, after ? "3" : "2"), app.t("pupils")),
		amount && intake,
		app.page.full
			? h(
					"div",
					{ class: "fields" },
					group(
						app,
						app.conversation.description.population.fields.filter((f) => f.required || f.name === "sites"),
						"/population",
					),
				)
			: h("p", { class: "hint counted" }, countedOn(app)),
		!app.page.full && !app.page.readonly && folded(app, "dates", dates),
		population.pupils && h("p", { class: "soft" }, app.t("pupilLines", { n: population.pupils.length })),
		app.documents.way && app.page.more?.yearView(app),
		tablesView,
		!amount && intake,
	];
}

/**
 * Who came in by a school or an amount finds the amount before the long list of pupils; reports whether that is so.
 * @param {App} app
 */
function inOrder({ documents, page }) {
	const { pupils, terms } = page.regions;
	const after = documents.way !== "";
	const [first, second] = after ? [terms, pupils] : [pupils, terms];
	if (first.nextElementSibling !== second) second.before(first);
	return after;
}

/** @param {App} app */
function countedOn(app) {
	const { countDate } = app.documents.input.population;
	return countDate ? app.t("countedOn", { date: dated(countDate) }) : "";
}

/**
 * On which day was counted, and for which time the agreement is.
 * @param {App} app
 */
function dates(app) {
	const { agreement, population } = app.conversation.description;
	const period = agreement.fields.find((f) => f.name === "period");
	const count = population.fields.find((f) => f.name === "countDate");
	const told = () => (app.page.regions.pupils.querySelector(".counted").textContent = countedOn(app));
	return h(
		"div",
		{ class: "fields", onchange: told },
		control(app, count, "/population/countDate"),
		period.fields.map((f) => control(app, f, "/agreement/period/" + f.name)),
	);
}

/** The lines of a table: per municipality the places of its items in the list. */
function linesOf(rows, t) {
	const lines = new Map();
	rows.forEach((row, i) => {
		// A new row has neither a municipality nor a number; it stands by itself until it has one.
		const key = row[t.home.name] ?? (isNew(row, t) ? "new" + i : "");
		if (!lines.has(key)) lines.set(key, []);
		lines.get(key).push(i);
	});
	return [...lines];
}

/** @param {App} app */
function table(app, t, only) {
	const rows = app.documents.valueAt(t.pointer) ?? [];
	const { parties } = app.documents.input.agreement ?? {};
	const joins = new Set(parties?.filter((p) => p.participates).map((p) => p.id));
	const lines = linesOf(rows, t);
	const ends = (list, name) => list.reduce((x, i) => x + (rows[i][t.count.name] ?? rows[i][name] ?? 0), 0);
	/** How many pupils rows have together: a number, or its ends where some are known as ranges only. */
	const sum = (list) => {
		const [fewest, most] = [ends(list, "fewest"), ends(list, "most")].map((n) => (Number.isSafeInteger(n) ? shown(n, app.lang) : "?"));
		return fewest === most ? fewest : fewest + "–" + most;
	};
	const ranged = (i) => rows[i][t.count.name] === undefined && rows[i].most !== undefined;
	const width = 2 + Number(Boolean(parties)) + Number(!app.page.readonly);

	const remove = (items) => {
		app.documents.removeItems(t.pointer, items);
		app.redraw("pupils");
	};
	const add = () => {
		// A new row is like the first one, but for where and how many.
		app.documents.write(t.pointer, [...rows, likeFirst(rows, t)]);
		app.redraw("pupils");
		app.page.control(under(under(t.pointer, rows.length), t.home.name))?.focus();
	};
	/** A municipality was chosen for a new row: one that is there already is not added again. */
	const chosen = (at) => (code) => {
		const twin = rows.findIndex((r, i) => i !== at && r[t.home.name] === code);
		if (code && twin >= 0) remove([at]);
		else app.municipalityChosen(code);
		if (!code) return;
		const place = twin >= 0 ? "split" + t.pointer + code : "";
		const held = app.page.control(under(under(t.pointer, twin >= 0 ? twin : at), t.count.name)) ?? app.page.keyed(place);
		held?.focus();
	};
	/** Another group of the same municipality, such as one of another category. */
	const addGroup = (home) => {
		app.documents.write(t.pointer, [...rows, { ...likeFirst(rows, t), [t.home.name]: home }]);
		app.redraw("pupils");
	};
	/** The focus goes to what takes it back, so that a second press takes no other row away. */
	const removeLine = (name, items) => {
		remove(items);
		app.page.announce(app.t("removed", { name }));
		app.page.keyed("undoRow" + t.pointer)?.focus();
	};
	const line = ([home, items]) => {
		const fresh = home.startsWith("new");
		const [first] = items;
		const at = under(t.pointer, first);
		const name = fresh
			? app.t("rowNumber", { n: lines.findIndex(([, list]) => list === items) + 1 })
			: home
				? (app.conversation.names.get(home) ?? home)
				: app.t("homeUnknown");
		const parts = fresh ? [] : items.filter((i) => items.length > 1 || numbers(app, t, rows[i]).length > 1);
		const key = "split" + t.pointer + home;
		const open = app.page.open.has(key);
		const unfold = () => {
			app.page.rememberOpen(key, !open);
			app.redraw("pupils");
		};
		return [
			h(
				"tr",
				{},
				fresh
					? h("td", {}, control(app, t.home, under(at, t.home.name), name, chosen(first)))
					: h(
							"th",
							{ scope: "row" },
							parts.length
								? h("button", { type: "button", class: "why", "aria-expanded": String(open), "data-key": key, onclick: unfold }, name)
								: name,
						),
				h("td", { class: "amount" }, items.length > 1 || ranged(first) ? sum(items) : control(app, t.count, under(at, t.count.name), name)),
				parties &&
					h(
						"td",
						{ class: "tick" },
						home &&
							!fresh &&
							h(
								"label",
								{},
								h("input", {
									type: "checkbox",
									"aria-label": app.t("joinsName", { name }),
									"data-key": "join" + at,
									checked: joins.has(home),
									disabled: app.page.readonly,
									onchange: (e) => app.setParticipation([home], e.target.checked),
								}),
							),
					),
				!app.page.readonly &&
					h(
						"td",
						{ class: "tick" },
						button("icon", "×", () => removeLine(name, items), {
							"aria-label": app.t("removeItem", { name }),
							title: app.t("removeItem", { name }),
							"data-key": "remove" + at,
						}),
					),
			),
			open &&
				parts.length > 0 &&
				h(
					"tr",
					{ class: "because" },
					h(
						"td",
						{ colspan: width },
						h(
							"div",
							{ class: "steps" },
							parts.map((i) => {
								const kind = kindOf(app, t, rows, i) || t.label;
								return h(
									"div",
									{ class: "split" },
									h("span", {}, kind),
									numbers(app, t, rows[i]).map((f) =>
										control(app, f, under(under(t.pointer, i), f.name), name + ", " + kind, undefined, true),
									),
								);
							}),
							app.page.full &&
								!app.page.readonly &&
								t.field.name === "groups" &&
								button("subtle", app.t("addItem", { name }), () => addGroup(home), { "data-key": "group" + t.pointer + home }),
						),
					),
				),
		];
	};
	return h(
		"div",
		{
			class: "places",
			onpaste: (e) => {
				// More than one cell was pasted: it is a table, not the content of the box.
				const text = e.clipboardData?.getData("text") ?? "";
				if (app.page.readonly || !/[\t\n;]/.test(text.trim())) return;
				e.preventDefault();
				app.loadMore().then((more) => more?.tell(app, more.readPaste(app, text, t.pointer)));
			},
		},
		h(
			"div",
			{ class: lines.length > LONG && "rows" },
			h(
				"table",
				{ class: "edit" },
				h("caption", { class: only && "hidden" }, t.label),
				h(
					"thead",
					{},
					h(
						"tr",
						{},
						h("th", { scope: "col" }, app.t("municipality")),
						h("th", { scope: "col", class: "amount" }, t.count.label),
						parties && h("th", { scope: "col", class: "tick" }, app.t("joins")),
						!app.page.readonly && h("td", { class: "tick" }),
					),
				),
				h("tbody", {}, lines.slice(0, MOST).map(line)),
				lines.length > 1 &&
					h(
						"tfoot",
						{},
						h(
							"tr",
							{},
							h("th", { scope: "row" }, app.t("together")),
							h("td", { class: "amount" }, sum([...rows.keys()])),
							parties && h("td", {}),
							!app.page.readonly && h("td", {}),
						),
					),
			),
		),
		lines.length > MOST && h("p", { class: "soft" }, app.t("notAllShown", { n: MOST, all: lines.length })),
		h("p", { class: "error", "data-error": t.pointer, hidden: true }),
		!app.page.readonly &&
			h(
				"div",
				{ class: "buttons" },
				button("secondary", app.t("addMunicipality"), add, { "data-key": "add" + t.pointer }),
				app.documents.canUndo && button("secondary", app.t("undo"), () => app.undo(), { "data-key": "undoRow" + t.pointer }),
				parties &&
					rows.some((r) => r[t.home.name] && !joins.has(r[t.home.name])) &&
					button(
						"subtle",
						app.t("joinAll"),
						() =>
							app.setParticipation(
								rows.map((r) => r[t.home.name]),
								true,
							),
						{ "data-key": "joinAll" },
					),
			),
	);
}

/**
 * What can be filled in of a row: how many, what else it counts, and in the full form what kind of pupils it is about.
 * @param {App} app
 */
const numbers = (app, { field, count }, row) =>
	field.fields.filter(
		(f) =>
			f === count ||
			(f.kind === "integer" && row[f.name] !== undefined) ||
			((/^(claim|status|site)$/.test(f.format) || f.name === "category") && app.page.full),
	);

/**
 * What kind of pupils a row is about, in words: "Jeugdwet · 30–719 minuten"; what all rows have in common is left out.
 * @param {App} app
 */
const kindOf = (app, { field, home }, rows, i) =>
	field.fields
		.filter(
			(f) =>
				f !== home &&
				f.kind !== "integer" &&
				rows[i][f.name] !== undefined &&
				rows.some((r) => JSON.stringify(r[f.name]) !== JSON.stringify(rows[i][f.name])),
		)
		.map((f) => {
			const value = rows[i][f.name];
			if (f.kind === "bool") return value && f.label;
			if (f.choices) return f.choices.find((c) => c.value === value)?.label ?? value;
			return typeof value === "object"
				? Object.values(value)
						.map((v) => shown(v, app.lang))
						.join("–") +
						" " +
						app.t("minutes")
				: app.word(f.name, value);
		})
		.filter(Boolean)
		.join(" · ");

/**
 * A box that takes a file or a text that is dropped on it.
 * @param {App} app
 */
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
			app.loadMore().then((more) => more && (files[0] || text) && more.tell(app, files[0] ? more.readFile(app, files[0]) : more.readPaste(app, text)));
		},
	};
}
