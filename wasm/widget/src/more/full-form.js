// The full form: lists that grow and shrink, the choice of rules, and lists of texts. The tools of the form are handed in,
// so that this part does not carry them a second time.

import { button, h } from "../dom.js";
import { under } from "../pointer.js";

/**
 * A list of objects, each in a box of its own that can be taken away.
 * @param {App} app
 */
export function list(app, field, pointer, { blank, fieldset, group, itemName, LONG }) {
	const items = app.documents.valueAt(pointer) ?? [];
	const step = pointer.startsWith("/population") ? "pupils" : "terms";
	const remove = (i) => {
		app.documents.removeItems(pointer, [i], field.required);
		app.redraw(step);
	};
	const boxes = items.map((item, i) => {
		const at = under(pointer, i);
		const name = itemName(app, field, item, i);
		const key = "item" + at;
		return h(
			"details",
			{
				class: "item",
				open: items.length === 1 || app.page.open.has(key),
				ontoggle: (e) => e.target === e.currentTarget && app.page.rememberOpen(key, e.target.open),
			},
			h("summary", { "data-key": key }, name.length > 70 ? name.slice(0, 69) + "…" : name),
			h(
				"div",
				{ class: "fields" },
				group(app, field.fields ?? [], at),
				!app.page.readonly && button("subtle", app.t("removeItem", { name }), () => remove(i), { "data-key": "remove" + at }),
			),
		);
	});
	return fieldset(
		app,
		field,
		pointer,
		boxes.length > LONG ? h("div", { class: "items rows" }, boxes) : boxes,
		!app.page.readonly &&
			button(
				"secondary",
				app.t("addItem", { name: field.label }),
				() => {
					app.page.open.add("item" + under(pointer, items.length));
					app.documents.write(pointer, [...items, blank(field.fields)]);
					app.redraw(step);
				},
				{ "data-key": "add" + pointer },
			),
	);
}

/**
 * The choice of a rule with the fields of that rule under it.
 * @param {App} app
 */
export function union(app, field, pointer, { blank, fieldset, group }) {
	const rules = app.conversation.rules(field.union);
	const value = app.documents.valueAt(pointer);
	const rule = rules.find((r) => r.rule === value?.rule);
	const at = under(pointer, "rule");
	const id = app.page.id(at);
	const pick = (e) => {
		const next = rules.find((r) => r.rule === e.target.value);
		if (!next) return;
		// What the old and the new rule both have is kept.
		const kept = next.fields.filter((f) => f.name !== "rule" && value?.[f.name] !== undefined).map((f) => [f.name, value[f.name]]);
		app.documents.write(pointer, { rule: next.rule, ...blank(next.fields.filter((f) => f.name !== "rule")), ...Object.fromEntries(kept) });
		app.redraw("terms");
	};
	return fieldset(
		app,
		field,
		pointer,
		h(
			"div",
			{ class: "field wide" },
			h("label", { for: id }, app.t("rule")),
			h("p", { id: id + "-h", class: "hint", hidden: !rule?.hint }, rule?.hint),
			h("p", { id: id + "-e", class: "error", "data-error": at, hidden: true }),
			h(
				"select",
				{ id, "data-pointer": at, "data-key": at, "aria-describedby": id + "-e " + id + "-h", disabled: app.page.readonly, onchange: pick },
				!rule && h("option", { value: "" }, app.t("choose")),
				rules.map((r) => h("option", { value: r.rule, selected: r === rule }, r.label)),
			),
		),
		rule && group(app, rule.fields, pointer, new Set(["rule"])),
	);
}

/**
 * A list of texts or codes: check boxes where the set is closed, otherwise one per line.
 * @param {App} app
 */
export function texts(app, field, pointer, { fieldset, help }) {
	const value = app.documents.valueAt(pointer) ?? [];
	const id = app.page.id(pointer);
	const take = (next) => app.documents.write(pointer, next.length || field.required ? next : undefined);
	if (field.choices)
		return fieldset(
			app,
			field,
			pointer,
			field.choices.map((c) => {
				const change = (e) => {
					const now = new Set(app.documents.valueAt(pointer) ?? []);
					now[e.target.checked ? "add" : "delete"](c.value);
					take(field.choices.map((x) => x.value).filter((x) => now.has(x)));
				};
				const box = id + "-" + c.value;
				return h(
					"div",
					{ class: "field check" },
					h("input", { id: box, type: "checkbox", "data-key": box, disabled: app.page.readonly, checked: value.includes(c.value), onchange: change }),
					h("label", { for: box }, c.label),
				);
			}),
		);
	const read = (e) =>
		take(
			e.target.value
				.split("\n")
				.map((s) => s.trim())
				.filter(Boolean),
		);
	return h(
		"div",
		{ class: "field wide" },
		h("label", { for: id }, field.label),
		h("p", { id: id + "-h", class: "hint" }, [help(field), app.t("onePerLine")].filter(Boolean).join(" ")),
		h("p", { id: id + "-e", class: "error", "data-error": pointer, hidden: true }),
		h("textarea", {
			id,
			"data-pointer": pointer,
			"data-key": pointer,
			"aria-describedby": id + "-e " + id + "-h",
			rows: Math.min(8, Math.max(2, value.length)),
			disabled: app.page.readonly,
			value: value.join("\n"),
			onchange: read,
		}),
	);
}

/** Closed sets of the exchange documents that have words here: under which law care falls, and what keeps pupils apart. */
const codes = { claim: ["jeugdwet", "wlz", "zvw", "wmo", "education", "prevention", "unknown"], status: ["running-decision", "parents-decline"] };

/** @param {App} app */
function code(app, field, pointer, props) {
	const value = app.documents.valueAt(pointer);
	return h(
		"select",
		{ ...props, onchange: (e) => app.documents.write(pointer, e.target.value || undefined) },
		h("option", { value: "" }, app.t("choose")),
		codes[field.format].map((c) => h("option", { value: c, selected: c === value }, app.word(field.name, c))),
	);
}

/** The control of a member that needs one of its own: a day, a code of a closed set, or a long text. */
export const special = (field) => (field.format === "date" ? day : codes[field.format] ? code : field.kind === "text" && field.max > 300 ? long : null);

/**
 * A day, written as people write it: 31-12-2026.
 * @param {App} app
 */
function day(app, field, pointer, props) {
	const read = (e) => {
		const text = e.target.value.trim();
		const iso = text.replace(/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/, (all, d, month, year) => `${year}-${month.padStart(2, "0")}-${d.padStart(2, "0")}`);
		if (text && !/^\d{4}-\d\d-\d\d$/.test(iso)) return app.documents.keepDraft(pointer, { text, wrong: "date", field }, true);
		app.documents.write(pointer, iso || undefined);
		e.target.value = app.page.fieldText(pointer);
	};
	return h("input", { ...props, type: "text", class: "date", autocomplete: "off", value: app.page.fieldText(pointer), onchange: read });
}

/** @param {App} app */
const long = (app, field, pointer, props) =>
	h("textarea", {
		...props,
		rows: 4,
		maxlength: field.max,
		value: app.page.fieldText(pointer),
		oninput: (e) => app.documents.write(pointer, e.target.value || undefined),
	});
