// A file that somebody chose or dropped: a document of this calculator, a spreadsheet, two columns, or a table of DUO, of which
// the schools are chosen first. How far the reading is, is shown, and it can be stopped.

import { button, h } from "../dom.js";
import { likeFirst, tables } from "../details/municipality-tables.js";
import { Stopped } from "../reader/lines.js";
import { keyOf } from "../reader/schools-of.js";
import { LARGEST, TooLarge } from "../reader/tasks.js";
import { openFile } from "./open-file.js";
import { bring, grid, readCells, tell } from "./read-numbers.js";
import { readSpreadsheet } from "./read-spreadsheet.js";

const SHOWN = 40; // schools to choose from at once

const megabytes = (n) => (n / 1e6).toFixed(0);

/**
 * Reads a file. A table of DUO says itself on which day was counted; its pupils are of the kind of the first row, as those that
 * are pasted.
 * @param {App} app
 */
export async function readFile(app, file) {
	const { page } = app;
	page.stopReading?.();
	const start = new TextDecoder().decode(await file.slice(0, 64).arrayBuffer());
	const [isDocument, isZip] = [/^\s*\{/.test(start), start.startsWith("PK")];
	if ((isDocument || isZip) && file.size > LARGEST) return tooLarge(app, "fileLarge", file.size);
	if (isDocument) return document(app, decode(await file.arrayBuffer()));
	const source = { name: file.name.slice(0, 200), table: file, rows: null, unseen: 0 };
	if (isZip) {
		const book = await readSpreadsheet(new Uint8Array(await file.arrayBuffer())).catch(() => null);
		if (!book) return { problem: app.t("fileUnknown") };
		({ rows: source.rows, unseen: source.unseen } = book);
		source.table = new Blob([source.rows.map((r) => r.map(quoted).join(";")).join("\r\n")]);
	}
	const state = { name: source.name, size: source.table.size, done: 0, refused: false, stop: () => {} };
	const note = ({ done, refused }) => {
		[state.done, state.refused] = [done, refused];
		if (page.report?.reading === state) return showProgress(page, state);
		page.open.add("intake");
		page.report = { reading: state };
		app.redraw("pupils");
		page.announce(app.t("fileReading", state));
	};
	try {
		const reader = await openFile(app, source.table, note);
		page.stopReading = state.stop = reader.stop;
		const several = await reader.run("schools");
		if (several?.length > 1) return besides({ several, chosen: new Set(), again: (keys) => counted(app, reader, source, keys) }, source.unseen);
		return besides(await counted(app, reader, source, undefined), source.unseen);
	} catch (error) {
		return failed(app, error);
	}
}

/** Says in a report, and in those that follow an answer to it, how many rows of a book nobody sees. */
const besides = (report, unseen) => ({
	...report,
	unseen,
	...(report.again && { again: async (answer) => besides(await report.again(answer), unseen) }),
});

const quoted = (c) => (/[;"\r\n]/.test(c) ? '"' + c.replace(/"/g, '""') + '"' : c);

/** @param {App} app */
const tooLarge = (app, key, size) => ({ problem: app.t(key, { size: megabytes(size), n: megabytes(LARGEST) }) });

/**
 * What is said of a reading that ended before its end.
 * @param {App} app
 */
function failed(app, error) {
	if (error instanceof Stopped) return { stopped: true };
	if (error instanceof TooLarge) return tooLarge(app, "linesLarge", error.size);
	throw error;
}

/**
 * Counts the pupils of a file: all, or those of the chosen schools. What the file leaves open is asked.
 * @param {App} app
 * @param {string[] | undefined} keys
 * @param {{suppressed?: string, keepUnplaced?: boolean}} [options] what was answered so far
 */
async function counted(app, reader, source, keys, options = {}) {
	const again = (more) => counted(app, reader, source, keys, { ...options, ...more });
	try {
		const reply = await reader.run("import", { keys, call: "import", lang: app.lang, name: source.name, options });
		const open = reply.problems?.find((p) => p.code === "intake.decision-needed")?.params;
		if (open) {
			const [hidden, unplaced] = [Number(open.suppressed), Number(open.places)];
			if (unplaced > 0 && options.keepUnplaced === undefined) return { unplaced, again };
			return hidden > 0 ? { hidden, again } : await again({ suppressed: "exclude" }); // nothing is hidden, so nothing is left out
		}
		reader.close();
		if (reply.ok && reply.value.population) return await taken(app, reply.value);
		const own = await readCells(app, source.rows ?? grid(decode(await source.table.arrayBuffer())));
		if (own.plan) return own;
		// Why a table is no table that the engine knows is of no use to who chose the wrong file.
		const said = reply.problems
			?.filter((p) => !p.code.startsWith("table."))
			.map((p) => p.text)
			.join(" ");
		return { problem: said || app.t("fileUnknown") };
	} catch (error) {
		return failed(app, error);
	}
}

/**
 * Takes over what the engine counted.
 * @param {App} app
 */
async function taken(app, { population, report }) {
	const [target] = tables(app);
	const like = target ? likeFirst(app.documents.valueAt(target.pointer) ?? [], target) : {};
	const groups = (population.groups ?? []).map((group) => ({ ...like, ...group }));
	const { countDate } = population;
	app.documents.input.population ??= { title: app.t("ownNumbers") };
	await app.conversation.learnNames(new Set(groups.map((g) => g.home).filter(Boolean)), countDate ?? app.documents.day);
	bring(app, "/population/groups", groups, { ...(countDate && { countDate }), title: app.t("ownNumbers") });
	return { placed: report?.placed ?? 0, listed: (report?.listed ?? []).map((l) => (l.line ? app.t("line", { n: l.line }) + " " : "") + (l.text ?? "")) };
}

/**
 * A population or an agreement document, as this calculator saves them.
 * @param {App} app
 */
async function document(app, text) {
	let read;
	try {
		read = JSON.parse(text);
	} catch {
		return { problem: app.t("fileUnknown") };
	}
	const kind = /\/(population|agreement)\.schema\.json$/.exec(read.$schema)?.[1];
	if (!kind || !(await app.acceptDocument(kind, read))) return { problem: app.t("fileUnknown") };
	return { placed: 1, listed: [] };
}

/** UTF-8, or what older spreadsheets write. */
function decode(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("windows-1252").decode(bytes);
	}
}

/**
 * How far a reading is, with a button that stops it.
 * @param {App} app
 */
export function readingView(app, state) {
	return [
		h("label", { for: "reading" }, app.t("fileReading", state)),
		h("progress", { id: "reading", max: state.size, ...(state.done && { value: state.done }) }),
		state.refused && h("p", { class: "hint" }, app.t("fileHere")),
		button("secondary", app.t("fileStop"), () => state.stop(), { "data-key": "stopReading" }),
	];
}

/** Moves the bar without drawing the page anew. At the end the engine counts: then nobody knows how long. */
function showProgress(page, { done }) {
	const bar = page.root.querySelector("#reading");
	if (!bar) return;
	if (done) bar.setAttribute("value", done);
	else bar.removeAttribute("value");
}

/**
 * Which schools of a file count. Of many those are shown that are looked for, or all of a kind are taken.
 * @param {App} app
 */
export function schoolsView(app, r) {
	const many = r.several.length > SHOWN;
	const list = h("div", { class: "schools" });
	const count = h("p", { class: "hint", role: "status" });
	const labelOf = (s) => [s.name, s.code, s.type, many && s.place].filter(Boolean).join(" · ");
	const box = (s, i) => {
		const id = "school" + i;
		const change = (e) => {
			r.chosen[e.target.checked ? "add" : "delete"](s);
			count.textContent = app.t("schoolsChosen", { n: r.chosen.size });
		};
		return h(
			"div",
			{ class: "field check" },
			h("input", { type: "checkbox", id, "data-key": id, checked: r.chosen.has(s), onchange: change }),
			h("label", { for: id }, labelOf(s)),
		);
	};
	const draw = () => {
		const words = (r.query ?? "").toLowerCase().split(/\s+/).filter(Boolean);
		const found = r.several.filter((s) => words.every((w) => labelOf(s).toLowerCase().includes(w)));
		const first = many ? [...r.chosen].slice(0, SHOWN) : [];
		const rest = found.filter((s) => !first.includes(s)).slice(0, SHOWN);
		const left = found.length - found.filter((s) => first.includes(s)).length - rest.length;
		list.replaceChildren(...[...first, ...rest].map(box), ...(left > 0 ? [h("p", { class: "soft" }, app.t("moreWrong", { n: left }))] : []));
		count.textContent = app.t("schoolsChosen", { n: r.chosen.size });
	};
	const kinds = [...new Set(r.several.map((s) => s.type))].filter(Boolean).sort();
	const all = (kind) => {
		r.chosen = new Set(r.several.filter((s) => s.type === kind));
		draw();
	};
	const take = () => (r.chosen.size ? tell(app, r.again([...r.chosen].map(keyOf))) : app.page.announce(app.t("schoolsNone")));
	draw();
	return [
		h("p", {}, h("strong", {}, app.t("schools", { n: r.several.length }))),
		many && [
			h("label", { for: "schoolFilter" }, app.t("schoolLabel")),
			h("input", {
				type: "text",
				id: "schoolFilter",
				"data-key": "schoolFilter",
				autocomplete: "off",
				value: r.query ?? "",
				oninput: (e) => {
					r.query = e.target.value;
					draw();
				},
			}),
			h(
				"div",
				{ class: "buttons" },
				kinds.map((kind) => {
					const n = r.several.filter((s) => s.type === kind).length;
					return button("secondary small", app.t("schoolsKind", { kind, n }), () => all(kind), { "data-key": "kind" + kind });
				}),
			),
		],
		list,
		count,
		button("primary", app.t("schoolsTake"), take, { "data-key": "schools" }),
	];
}
