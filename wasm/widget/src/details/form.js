// The form, made from what the engine says of its documents: a rule that the core learns gets its fields here by itself.
// A control knows the pointer of its member; what is typed and cannot be read yet is kept as a draft, so that nothing is
// lost when the language or another part of the page changes.

import { h } from "../dom.js";
import { LONG } from "./municipality-tables.js";
import { parseNumber } from "../number.js";
import { under } from "../pointer.js";
import { dated } from "../shown.js";

/** How many decimals a format has, whether they are always written, and the sign before or behind the control. */
const formats = {
	euro: { decimals: 2, pad: true, before: "€" },
	factor: { decimals: 9 },
	decimal: { decimals: 9 },
	fte: { decimals: 3, after: "fte" },
	percent: { decimals: 4, after: "%" },
};
const minutes = /^minutes/;

const numeric = (field) => field.kind === "integer" || Object.hasOwn(formats, field.format ?? "");

/** The members that the simple form shows: the numbers. */
const simple = (field) => numeric(field) || nested(field);
const nested = (field) => field.kind === "object" || (field.kind === "list" && field.fields) || field.kind === "union";

/** An object with what must be there: fixed texts and the objects and lists that hold the rest. */
export function blank(fields) {
	const made = {};
	for (const f of fields ?? []) {
		if (f.kind === "const") made[f.name] = f.choices?.[0]?.value ?? f.value ?? "";
		else if (!f.required) continue;
		else if (f.kind === "object") made[f.name] = blank(f.fields);
		else if (f.kind === "list" || f.kind === "codes" || f.kind === "texts") made[f.name] = [];
	}
	return made;
}

/**
 * The fields of a member, with those of the chosen rule when it is a union.
 * @param {App} app
 */
const fieldsIn = (app, field, value) =>
	(field.kind === "union" ? app.conversation.rules(field.union).find((r) => r.rule === value?.rule)?.fields : field.fields) ?? [];

/**
 * Whether anything inside is shown in the simple form.
 * @param {App} app
 */
function anySimple(app, field, value) {
	if (numeric(field)) return true;
	if (!nested(field) || value == null) return false;
	const items = field.kind === "list" ? value : [value];
	return items.some((item) => fieldsIn(app, field, item).some((f) => item?.[f.name] !== undefined && anySimple(app, f, item[f.name])));
}

/**
 * The controls of an object: those that are always there, and the optional empty ones behind a disclosure.
 * @param {App} app
 */
export function group(app, fields, pointer, skip) {
	const value = app.documents.valueAt(pointer) ?? {};
	const wanted = fields.filter((f) => f.kind !== "const" && !skip?.has(f.name));
	const full = app.page.full;
	const shown = wanted.filter((f) =>
		full
			? f.required || value[f.name] !== undefined
			: simple(f) && (app.documents.emptied.has(under(pointer, f.name)) || (value[f.name] !== undefined && anySimple(app, f, value[f.name]))),
	);
	const rest = full ? wanted.filter((f) => !shown.includes(f)) : [];
	const make = (f) => control(app, f, under(pointer, f.name));
	const key = "more" + pointer;
	return [
		shown.map(make),
		rest.length > 0 &&
			h(
				"details",
				{ class: "more", open: app.page.open.has(key), ontoggle: (e) => e.target === e.currentTarget && app.page.rememberOpen(key, e.target.open) },
				h("summary", { "data-key": key }, app.t("more", { n: rest.length })),
				h("div", { class: "fields" }, rest.map(make)),
			),
	];
}

/**
 * One control with everything around it: label, help, error, and the question when a number has two readings.
 * @param {App} app
 */
export function control(app, field, pointer, bare, chosen, shown = !bare) {
	const full = app.page.full;
	switch (field.kind) {
		case "object":
			return fieldset(app, field, pointer, group(app, field.fields ?? [], pointer));
		case "union":
			return (full?.union ?? union)(app, field, pointer, kit);
		case "list":
			return (full?.list ?? list)(app, field, pointer, kit);
		case "codes":
		case "texts":
			return full ? full.texts(app, field, pointer, kit) : null;
		case "bool":
			return checkbox(app, field, pointer);
	}
	const id = app.page.id(pointer);
	const draft = app.documents.drafts.get(pointer);
	if (draft) draft.field = field; // in the language of now
	const props = {
		id,
		// A table of all municipalities has hundreds: a label that nobody sees is a name, not an element to lay out.
		"aria-label": shown ? null : bare + ": " + field.label,
		"data-pointer": pointer,
		"data-key": pointer,
		"aria-describedby": id + "-e " + id + "-h",
		"aria-required": field.required && "true",
		disabled: app.page.readonly,
	};
	const hint = bare ? "" : help(field);
	const special = app.page.more?.special(field);
	let input;
	if (field.choices) input = choice(app, field, pointer, props);
	else if (field.format === "municipality") input = municipality(app, field, pointer, props, chosen);
	else if (special) input = special(app, field, pointer, props);
	else if (numeric(field)) input = number(app, field, pointer, props);
	else
		input = h("input", {
			...props,
			type: "text",
			autocomplete: "off",
			maxlength: field.max,
			value: app.page.fieldText(pointer),
			oninput: (e) => app.documents.write(pointer, e.target.value || undefined),
		});

	const { before, after } = formats[field.format] ?? {};
	const unit = after ?? (minutes.test(field.format) ? app.t("minutes") : "");
	const wide = (field.kind === "text" && !numeric(field)) || field.choices?.some((c) => c.label.length > 28);
	return h(
		"div",
		{ class: "field" + (wide ? " wide" : "") + (bare ? " bare" : ""), part: "field" },
		shown &&
			h(
				"label",
				{ for: id, part: "label" },
				bare && h("span", { class: "hidden" }, bare + ": "),
				field.label,
				!field.required && !bare && h("span", { class: "soft" }, " (" + app.t("optional") + ")"),
			),
		h("p", { id: id + "-h", class: "hint", part: "help", hidden: !hint }, hint),
		h("p", { id: id + "-e", class: "error", part: "error", "data-error": pointer, hidden: true }),
		before || unit ? h("div", { class: "unit" }, before && h("span", { "aria-hidden": "true" }, before), input, unit && h("span", {}, unit)) : input,
	);
}

/**
 * A list in the simple form: its items one after another.
 * @param {App} app
 */
const list = (app, field, pointer) =>
	(app.documents.valueAt(pointer) ?? []).map((item, i) => {
		const inner = group(app, field.fields, under(pointer, i));
		return inner[0].length > 0 && fieldset(app, { label: itemName(app, field, item, i) }, under(pointer, i), inner);
	});

/**
 * What an item of a list is called: by a name of its own, or by the party or place that it is about.
 * @param {App} app
 */
export function itemName(app, field, item, i) {
	for (const key of ["title", "name", "label", "reason", "text"]) if (item?.[key]) return item[key];
	for (const key of ["party", "payee", "school", "site", "municipality", "home", "id", "code"]) if (item?.[key]) return app.nameOf(item[key]);
	return /^\d{4}-/.test(item?.from) ? app.t("since", { date: dated(item.from) }) : field.label + " " + (i + 1);
}

/**
 * A rule in the simple form: its name and its numbers.
 * @param {App} app
 */
function union(app, field, pointer) {
	const rule = app.conversation.rules(field.union).find((r) => r.rule === app.documents.valueAt(pointer)?.rule);
	return rule && fieldset(app, rule, pointer, group(app, rule.fields, pointer, new Set(["rule"])));
}

/** The help of a field is left out where it says no more than the label. */
export const help = (field) => (field.hint && field.hint !== field.label ? field.hint : "");

/**
 * Controls that belong together, under a name.
 * @param {App} app
 */
export function fieldset(app, field, pointer, ...content) {
	return h(
		"fieldset",
		{ class: "group" },
		h("legend", {}, field.label),
		help(field) && h("p", { class: "hint" }, field.hint),
		h("p", { id: app.page.id(pointer) + "-e", class: "error", "data-error": pointer, hidden: true }),
		content,
	);
}

/** @param {App} app */
function choice(app, field, pointer, props) {
	const value = app.documents.valueAt(pointer);
	return h(
		"select",
		{ ...props, onchange: (e) => app.documents.write(pointer, e.target.value || undefined) },
		(value === undefined || !field.required) && h("option", { value: "" }, app.t("choose")),
		field.choices.map((c) => h("option", { value: c.value, selected: c.value === value }, c.label)),
	);
}

/**
 * A number: read when it is typed, written back as it was understood when the field is left.
 * @param {App} app
 */
function number(app, field, pointer, props) {
	const { decimals = 0, pad } = formats[field.format] ?? {};
	const read = (e, leaving) => {
		const text = e.target.value;
		const read = parseNumber(text, app.lang, decimals, pad);
		if (/^-?\d{16}/.test(read.value ?? "")) {
			app.documents.keepDraft(pointer, { text, wrong: "large", field }, leaving); // what JSON readers would bend, or no amount holds
		} else if (read.value !== undefined) {
			app.documents.write(pointer, field.kind === "integer" ? Number(read.value) : read.value);
			if (leaving) e.target.value = app.page.fieldText(pointer);
		} else if (read.ask || read.wrong) {
			app.documents.keepDraft(pointer, { text, ask: read.ask, wrong: read.wrong, field }, leaving);
		} else app.documents.write(pointer, undefined);
		if (leaving) app.leaveField(pointer);
	};
	return h("input", {
		...props,
		type: "text",
		inputmode: decimals ? "decimal" : "numeric",
		autocomplete: "off",
		class: "number",
		value: app.page.fieldText(pointer),
		oninput: (e) => read(e, false),
		onchange: (e) => read(e, true),
	});
}

/**
 * A municipality: a text box that learns its suggestions when somebody comes to it.
 * @param {App} app
 */
function municipality(app, field, pointer, props, chosen) {
	const value = app.documents.drafts.get(pointer)?.text ?? app.conversation.names.get(app.documents.valueAt(pointer)) ?? app.page.fieldText(pointer);
	const options = {
		choose: (code) => {
			app.documents.write(pointer, code);
			chosen?.(code);
		},
		unknown: (text) => app.documents.keepDraft(pointer, { text, wrong: "municipality", field }, true),
	};
	const input = h("input", {
		...props,
		type: "text",
		role: "combobox",
		autocomplete: "off",
		spellcheck: "false",
		"aria-autocomplete": "list",
		"aria-expanded": "false",
		value,
	});
	input.defaultValue = value;
	input.addEventListener("focus", async () => (await app.loadMore())?.combobox(app, input, options), { once: true });
	return h("div", { class: "combo" }, input);
}

/** @param {App} app */
function checkbox(app, field, pointer) {
	const id = app.page.id(pointer);
	return h(
		"div",
		{ class: "field check", part: "field" },
		h("input", {
			id,
			type: "checkbox",
			"data-pointer": pointer,
			"data-key": pointer,
			"aria-describedby": id + "-e " + id + "-h",
			disabled: app.page.readonly,
			checked: app.documents.valueAt(pointer) === true,
			onchange: (e) => app.documents.write(pointer, e.target.checked),
		}),
		h("label", { for: id, part: "label" }, field.label),
		h("p", { id: id + "-h", class: "hint", hidden: !help(field) }, help(field)),
		h("p", { id: id + "-e", class: "error", "data-error": pointer, hidden: true }),
	);
}

const kit = { blank, fieldset, group, help, itemName, LONG };
