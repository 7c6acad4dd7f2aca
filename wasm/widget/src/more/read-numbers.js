// Numbers per municipality from a spreadsheet or a file. What was recognised is shown before it is taken over: which column
// holds the municipalities and which the numbers, what every line became, and what is asked. Files are opened in read-file.js.

import { button, h } from "../dom.js";
import { parseNumber } from "../number.js";
import { namedInRules } from "../documents.js";
import { likeFirst, tables } from "../details/municipality-tables.js";
import { readFile, readingView, schoolsView } from "./read-file.js";

const SHOWN = 20;

const fold = (s) =>
	s
		.normalize("NFD")
		.replace(/[^\p{L}\p{N}]/gu, "")
		.toLowerCase();

/** Cells of a line: split by tabs, semicolons, colons before a number, or commas that are no decimal marks. */
function cells(line) {
	const mark = line.includes("\t") ? "\t" : line.includes(";") ? ";" : /,/.test(line) ? "," : "";
	const parts = mark ? line.split(mark) : (/^(.*[^\s:])\s*[\s:]\s*(\S+)$/.exec(line)?.slice(1) ?? [line]);
	return parts.map((p) =>
		p
			.trim()
			.replace(/^"(.*)"$/, "$1")
			.replace(/""/g, '"'),
	);
}

/** The lines of a text as cells; pairs that stand on one line, "Nijmegen: 120; Arnhem: 45", are lines of their own. */
export function grid(text) {
	const pairs = /^[^;\t\n:]+:\s*[\d.,]+\s*(;|$)/m;
	const lines = pairs.test(text) ? text.replace(/;/g, "\n") : text;
	return lines
		.split(/\r\n|\r|\n/)
		.map((s) => s.replace(/^ +| +$/g, ""))
		.filter((s) => s.trim())
		.map(cells);
}

/** What stands around the name of a municipality in lists: "Utrecht (gemeente)", "gemeente Utrecht". */
const bare = (name) =>
	name
		.replace(/\s*\((gemeente|gem\.?)\)\s*$/i, "")
		.replace(/^(gemeente|gem\.)\s+/i, "")
		.trim();

const total = /^(totaal|totalen|som|samen|total|sum)\b/i;

/**
 * Finds municipalities by what people write: one, several to choose from, or none.
 * @param {App} app
 */
function searcher(app) {
	const known = new Map();
	return async (text) => {
		const name = bare(text);
		const wanted = /^\d{1,3}$/.test(name) ? name.padStart(4, "0") : name;
		if (!wanted || wanted.length > 80 || /^[\d.,\s-]+$/.test(wanted.replace(/^\d{4}$/, ""))) {
			if (!/^\d{4}$/.test(wanted)) return [];
		}
		if (!known.has(wanted)) {
			const all = await app.searchMunicipalities(wanted);
			const exact = all.find((m) => m.code === wanted || fold(m.name) === fold(wanted));
			const twins = all.filter((m) => fold(m.name.replace(/\(.*\)/, "")) === fold(wanted));
			known.set(wanted, exact ? [exact] : twins.length ? twins : all.slice(0, 3));
			if (!exact && twins.length !== 1) known.get(wanted).asked = true;
		}
		return known.get(wanted);
	};
}

/**
 * What the cells hold: the column of municipalities and those of numbers.
 * @param {App} app
 */
async function recognise(app, rows, find) {
	const width = Math.max(...rows.map((r) => r.length));
	const sample = rows.slice(0, 40);
	const score = (test) => Array.from({ length: width }, (_, c) => sample.filter((r) => test(r[c] ?? "")).length);
	const numbers = score((s) => parseNumber(s, app.lang, 0).value !== undefined);
	const homes = await Promise.all(
		Array.from({ length: width }, async (_, c) => {
			let n = 0;
			for (const row of sample) {
				const found = await find(row[c] ?? "");
				if (found.length && !(/** @type {any} */ (found).asked)) n += /^\d+$/.test(row[c]) ? 0.5 : 1;
			}
			return n;
		}),
	);
	const home = homes.indexOf(Math.max(...homes));
	if (!homes[home]) return null;
	const enough = Math.max(1, Math.max(...numbers.filter((_, c) => c !== home)) / 2);
	const columns = [...numbers.keys()].filter((c) => c !== home && numbers[c] >= enough && !isCodes(rows, c, homes[c]));
	const [head] = rows;
	const titled = parseNumber(head[columns[0]] ?? "", app.lang, 0).value === undefined && !(await find(head[home] ?? "")).length;
	return { home, columns, head: titled ? head : null };
}

/** Whether a column holds the codes of municipalities beside their names. */
const isCodes = (rows, c, found) => found > 0 && rows.filter((r) => /^\d{3,4}$/.test(r[c] ?? "")).length >= rows.length * 0.8;

/**
 * Reads lines of a municipality and a number for a table: a plan that is shown before it is taken over.
 * @param {App} app
 * @param {string} [pointer] of the table; the first one when it is not told
 */
export const readPaste = (app, text, pointer) => readCells(app, grid(text), pointer);

/** @param {App} app */
export async function readCells(app, rows, pointer) {
	const all = tables(app);
	const target = all.find((t) => t.pointer === pointer) ?? all[0];
	if (!rows.length || !target) return { problem: app.t("pasteEmpty") };
	const find = searcher(app);
	const found = await recognise(app, rows, find);
	if (!found || !found.columns.length) return { problem: app.t("pasteNothing", { line: rows[0].join(" ").slice(0, 80) }) };
	const { home, columns, head } = found;
	const plan = { target, rows, find, home, columns, head, column: columns.length === 1 ? columns[0] : -1, lines: [], answers: new Map() };
	await fillPlan(app, plan);
	return { plan };
}

/**
 * Reads every line of a plan anew, with what was answered so far.
 * @param {App} app
 */
async function fillPlan(app, plan) {
	plan.lines = [];
	plan.unread = [];
	plan.questions = [];
	plan.skipped = [];
	if (plan.column < 0) return;
	for (const [i, row] of plan.rows.entries()) {
		if (i === 0 && plan.head) continue;
		const name = row[plan.home] ?? "";
		const number = parseNumber(row[plan.column] ?? "", app.lang, 0);
		if (total.test(name)) {
			plan.skipped.push(name);
			continue;
		}
		if (number.value === undefined || number.value.startsWith("-") || !name) {
			plan.unread.push(app.t("lineUnread", { n: i + 1, line: row.join(" ").slice(0, 80) }));
			continue;
		}
		const found = await plan.find(name);
		const answer = plan.answers.get(name);
		const one = answer !== undefined ? found.find((m) => m.code === answer) : found.length === 1 && !found.asked ? found[0] : null;
		if (one) plan.lines.push({ code: one.code, name: one.name, n: Number(number.value) });
		else if (answer === "" || !found.length) plan.unread.push(app.t("placeUnknown", { n: i + 1, name: name.slice(0, 60) }));
		else if (!plan.questions.some((q) => q.name === name)) plan.questions.push({ name, found });
	}
}

/**
 * Takes a plan over: the rows of the table, and the municipalities take part in an agreement that names its parties.
 * @param {App} app
 */
function takeOver(app, plan) {
	const { target, lines } = plan;
	const sums = new Map();
	for (const { code, name, n } of lines) {
		app.conversation.names.set(code, name);
		sums.set(code, (sums.get(code) ?? 0) + n);
	}
	const before = app.documents.valueAt(target.pointer) ?? [];
	const like = likeFirst(before, target);
	const made = [...sums].map(([code, n]) => ({ ...like, [target.home.name]: code, [target.count.name]: n }));
	bring(app, target.pointer, made, {});
	return { placed: lines.length, listed: plan.unread };
}

/**
 * Writes rows that somebody brought; who is in them takes part, who was only in the example does not.
 * @param {App} app
 */
export function bring(app, pointer, rows, more) {
	const { documents } = app;
	const title = /\(voorbeeld\)/.test(documents.input.population.title ?? "") ? { title: app.t("ownNumbers") } : {};
	const home = (r) => r.home ?? r.municipality;
	const was = (documents.valueAt(pointer) ?? []).map(home);
	const now = new Set(rows.map(home).filter(Boolean));
	const gone = was.filter((code) => code && !now.has(code) && !namedInRules(documents.input.agreement, code));
	documents.asOne(() => {
		documents.bring(pointer, rows, { ...title, ...more });
		if (!documents.input.agreement?.parties) return;
		documents.setParticipation(gone, false, app.conversation.names);
		documents.setParticipation(now, true, app.conversation.names);
	});
	app.redraw("terms");
}

/**
 * What is asked next of who pasted has the focus: which column, which municipality, and whether it is taken over.
 * @param {App} app
 */
function askNext(app, plan) {
	const question = plan.column < 0 ? "column" : plan.questions.length ? "place" : "take";
	/** @type {HTMLElement} */ (app.page.regions.pupils.querySelector(`.report [data-key^="${question}"]`))?.focus();
}

/**
 * Waits for an import and says what came of it.
 * @param {App} app
 */
export async function tell(app, task) {
	app.page.task = task;
	const report = await task.catch((error) => {
		if (!error.code) throw error;
		return { problem: app.t(error.code) };
	});
	if (app.page.task !== task) return; // something else is read meanwhile
	app.page.report = report;
	if (!report.problem) app.page.pasted = "";
	app.page.open.add("intake");
	app.redraw("pupils");
	app.page.announce(app.page.regions.pupils.querySelector(".report").textContent);
	if (report.plan) askNext(app, report.plan);
	else app.page.keyed(report.stopped ? "file" : "")?.focus();
}

/**
 * Paste and files.
 * @param {App} app
 */
export function intakeView(app) {
	return [
		h("label", { for: "paste" }, app.t("pasteLabel")),
		h("p", { id: "paste-h", class: "hint" }, app.t("pasteHint")),
		h("textarea", {
			id: "paste",
			rows: 5,
			"data-key": "paste",
			"aria-describedby": "paste-h",
			spellcheck: "false",
			value: app.page.pasted ?? "",
			oninput: (e) => (app.page.pasted = e.target.value),
		}),
		button("secondary", app.t("pasteButton"), () => tell(app, readPaste(app, app.page.pasted ?? "")), { "data-key": "read" }),
		h("label", { for: "file" }, app.t("fileLabel")),
		h("p", { id: "file-h", class: "hint" }, app.t("fileHint")),
		h("input", {
			type: "file",
			id: "file",
			accept: ".csv,.txt,.tsv,.json,.xlsx,.ods",
			"data-key": "file",
			"aria-describedby": "file-h",
			onchange: (e) => e.target.files[0] && tell(app, readFile(app, e.target.files[0])),
		}),
		h(
			"div",
			{ class: "report", hidden: !app.page.report },
			told(app, app.page.report),
			app.page.report?.unseen > 0 && h("p", { class: "soft unseen" }, app.t("unseen", { n: app.page.report.unseen })),
		),
	];
}

/**
 * What an import says: a plan, a question, or how many lines found their place, and which did not and why.
 * @param {App} app
 */
function told(app, r) {
	if (!r) return [];
	if (r.problem) return h("p", { class: "error" }, r.problem);
	if (r.plan) return planView(app, r.plan);
	const ask = (text, choices) => [
		h("p", {}, h("strong", {}, text)),
		h(
			"div",
			{ class: "buttons" },
			choices.map(([key, label, more]) => button("secondary", label, () => tell(app, r.again(more)), { "data-key": key })),
		),
	];
	if (r.reading) return readingView(app, r.reading);
	if (r.stopped) return h("p", {}, app.t("fileStopped"));
	if (r.several) return schoolsView(app, r);
	if (r.hidden)
		return ask(
			app.t("hidden", { n: r.hidden }),
			["zero", "midpoint", "exclude"].map((choice) => [choice, app.t("hidden." + choice), { suppressed: choice }]),
		);
	if (r.unplaced !== undefined)
		return ask(app.t("unplaced", { n: r.unplaced }), [
			["keep", app.t("unplaced.keep"), { keepUnplaced: true }],
			["leave", app.t("unplaced.leave"), { keepUnplaced: false }],
		]);
	return [
		h("p", {}, h("strong", {}, app.t("placed", { n: r.placed }))),
		app.documents.canUndo && button("subtle", app.t("undo"), () => app.undo(), { "data-key": "undoPaste" }),
		r.listed.length > 0 && h("p", {}, app.t("listed", { n: r.listed.length })),
		listed(app, r.listed),
	];
}

/** @param {App} app */
const listed = (app, list) =>
	list.length > 0 &&
	h(
		"ul",
		{},
		list.slice(0, SHOWN).map((l) => h("li", {}, l)),
		list.length > SHOWN && h("li", {}, app.t("moreWrong", { n: list.length - SHOWN })),
	);

/** The letter of a column as spreadsheets write it. */
const letter = (c) => (c > 25 ? letter(Math.floor(c / 26) - 1) : "") + String.fromCharCode(65 + (c % 26));

/**
 * What was recognised, before it is taken over.
 * @param {App} app
 */
function planView(app, plan) {
	const again = async () => {
		await fillPlan(app, plan);
		app.redraw("pupils");
		askNext(app, plan);
	};
	const called = (c) => app.t("column", { letter: letter(c) }) + (plan.head?.[c] ? " (" + plan.head[c].slice(0, 40) + ")" : "");
	const choose = (c) => button("secondary small", called(c), () => ((plan.column = c), again()), { "data-key": "column" + c });
	const several = plan.columns.length > 1;
	if (plan.column < 0) return [h("p", {}, h("strong", {}, app.t("whichColumn"))), h("div", { class: "buttons" }, plan.columns.map(choose))];
	const twice = plan.lines.length - new Set(plan.lines.map((l) => l.code)).size;
	const rows = app.documents.valueAt(plan.target.pointer) ?? [];
	const kinds = new Set(rows.map((r) => JSON.stringify({ ...r, [plan.target.home.name]: 0, [plan.target.count.name]: 0 }))).size;
	const question = (q) =>
		h(
			"div",
			{ class: "field" },
			h("p", {}, app.t("whichPlace", { name: q.name })),
			h(
				"div",
				{ class: "buttons" },
				[...q.found.map((m) => [m.code, m.name]), ["", app.t("noneOfThese")]].map(([code, name]) =>
					button("secondary small", name, () => (plan.answers.set(q.name, code), again()), { "data-key": "place" + q.name + code }),
				),
			),
		);
	const cancel = () => {
		app.page.report = undefined;
		app.redraw("pupils");
		app.page.keyed("paste")?.focus();
	};
	const take = async () => {
		await tell(app, Promise.resolve(takeOver(app, plan)));
		app.page.keyed("undoPaste")?.focus();
	};
	return [
		h("p", {}, h("strong", {}, app.t("recognised", { home: called(plan.home), count: called(plan.column) }))),
		several && h("p", {}, app.t("otherColumn"), " ", plan.columns.filter((c) => c !== plan.column).map(choose)),
		h("p", {}, app.t("planned", { n: plan.lines.length, table: plan.target.label }), rows.length > 0 && " " + app.t("plannedAway")),
		h(
			"ul",
			{ class: "preview" },
			plan.lines.slice(0, 6).map((l) => h("li", {}, l.name + ": " + l.n)),
			plan.lines.length > 6 && h("li", {}, app.t("moreWrong", { n: plan.lines.length - 6 })),
		),
		twice > 0 && h("p", { class: "card note" }, app.t("twice", { n: twice })),
		plan.skipped.length > 0 && h("p", {}, app.t("skipped", { names: plan.skipped.join(", ") })),
		kinds > 1 && h("p", { class: "card note" }, app.t("kindsLost", { n: kinds })),
		plan.questions.map(question),
		plan.unread.length > 0 && h("p", {}, app.t("listed", { n: plan.unread.length })),
		listed(app, plan.unread),
		h(
			"div",
			{ class: "buttons" },
			plan.lines.length > 0 && button("primary", app.t("take"), take, { "data-key": "take" }),
			button("subtle", app.t("cancel"), cancel, { "data-key": "cancel" }),
		),
	];
}
