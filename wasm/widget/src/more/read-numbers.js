// Numbers per municipality from a spreadsheet or a file. Two columns (municipality and number) are read here; files of
// DUO and other layouts are read by the engine.

import { button, h } from "../dom.js";
import { parseNumber } from "../number.js";
import { likeFirst, tables } from "../municipality-tables.js";

const LARGEST = 8_000_000; // bytes that the engine takes in one request

const fold = (s) =>
	s
		.normalize("NFD")
		.replace(/[^\p{L}\p{N}]/gu, "")
		.toLowerCase();

/** Cells of a line: split by tabs, semicolons, or commas that are no decimal marks. */
function cells(line) {
	const mark = line.includes("\t") ? "\t" : line.includes(";") ? ";" : /,/.test(line) ? "," : "";
	const parts = mark ? line.split(mark) : (/^(.*\S)\s+(\S+)$/.exec(line)?.slice(1) ?? [line]);
	return parts.map((p) =>
		p
			.trim()
			.replace(/^"(.*)"$/, "$1")
			.replace(/""/g, '"'),
	);
}

/**
 * Reads lines of a municipality and a number into the first table.
 * @param {App} app
 */
export async function readPaste(app, text) {
	const lines = text
		.split(/\r\n|\r|\n/)
		.map((s) => s.trim())
		.filter(Boolean);
	if (!lines.length) return { problem: app.t("pasteEmpty") };
	const target = tables(app)[0];
	if (!target) return { problem: app.t("pasteEmpty") };
	const listed = [];
	const read = new Map();
	const known = new Map();
	let placed = 0;
	for (const [i, line] of lines.entries()) {
		const parts = cells(line);
		const last = parts.at(-1);
		const number = parseNumber(last ?? "", app.lang, 0);
		const name = parts.length > 1 ? parts[0] : "";
		if (number.value === undefined || !name) {
			if (i > 0) listed.push(app.t("lineUnread", { line: line.slice(0, 80) }));
			continue;
		}
		const wanted = /^\d{1,3}$/.test(name) ? name.padStart(4, "0") : name;
		if (!known.has(wanted)) {
			const all = await app.searchMunicipalities(wanted);
			known.set(wanted, all.find((m) => m.code === wanted || fold(m.name) === fold(wanted)) ?? (all.length === 1 ? all[0] : null));
		}
		const found = known.get(wanted);
		if (!found) {
			listed.push(app.t("placeUnknown", { name: name.slice(0, 60) }));
			continue;
		}
		app.conversation.names.set(found.code, found.name);
		read.set(found.code, (read.get(found.code) ?? 0) + Number(number.value));
		placed++;
	}
	if (!read.size) return { placed: 0, listed };
	const like = likeFirst(app.documents.valueAt(target.pointer) ?? [], target);
	const made = [...read].map(([code, n]) => ({ ...like, [target.home.name]: code, [target.count.name]: n }));
	app.documents.dropDrafts(target.pointer);
	app.documents.write(target.pointer, made);
	return { placed, listed };
}

/**
 * Reads a file: a population document, two columns, or a layout that the engine knows. Such a layout says itself on which
 * day was counted; its pupils are of the kind of the first row, as those that are pasted.
 * @param {App} app
 * @param {string} [suppressed] how numbers count that the file hides, when somebody chose that
 */
export async function readFile(app, file, suppressed) {
	if (file.size > LARGEST) return { problem: app.t("fileLarge", { n: Math.floor(LARGEST / 1e6) }) };
	const bytes = new Uint8Array(await file.arrayBuffer());
	const text = decode(bytes);
	if (/^\s*\{/.test(text)) return document(app, text);
	const reply = await app.conversation.ask({ call: "import", name: file.name.slice(0, 200), data: base64(bytes), options: { suppressed } });
	if (reply.ok && reply.value.population) {
		const { population, report } = reply.value;
		const [target] = tables(app);
		const like = target ? likeFirst(app.documents.valueAt(target.pointer) ?? [], target) : {};
		population.groups = population.groups?.map((group) => ({ ...like, ...group }));
		await app.acceptDocument("population", { ...app.documents.input.population, ...population });
		return { placed: report?.placed ?? 0, listed: (report?.listed ?? []).map((l) => (typeof l === "string" ? l : (l.text ?? JSON.stringify(l)))) };
	}
	const hidden = reply.problems?.find((p) => p.code === "intake.decision-needed" && p.params.suppressed > 0);
	if (hidden) return { hidden: hidden.params.suppressed, again: (choice) => readFile(app, file, choice) };
	const own = await readPaste(app, text);
	if (own.placed) return own;
	// Why a table is no table that the engine knows is of no use to who chose the wrong file.
	const said = reply.problems
		?.filter((p) => !p.code.startsWith("table."))
		.map((p) => p.text)
		.join(" ");
	return { problem: said || app.t("fileUnknown") };
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

function base64(bytes) {
	let s = "";
	for (let i = 0; i < bytes.length; i += 0x8000) s += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
	return btoa(s);
}

/**
 * Waits for an import and says what came of it.
 * @param {App} app
 */
export async function tell(app, task) {
	app.page.report = await task;
	if (!app.page.report.problem) app.page.pasted = "";
	app.page.open.add("intake");
	app.redraw("pupils");
	app.page.announce(app.page.regions.pupils.querySelector(".report").textContent);
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
			accept: ".csv,.txt,.tsv,.json",
			"data-key": "file",
			"aria-describedby": "file-h",
			onchange: (e) => e.target.files[0] && tell(app, readFile(app, e.target.files[0])),
		}),
		h("div", { class: "report" }, told(app, app.page.report)),
	];
}

/**
 * What an import says: how many lines found their place, and which did not and why.
 * @param {App} app
 */
function told(app, r) {
	if (!r) return [];
	if (r.problem) return h("p", { class: "error" }, r.problem);
	if (r.hidden)
		return [
			h("p", {}, h("strong", {}, app.t("hidden", { n: Number(r.hidden) }))),
			h(
				"div",
				{ class: "buttons" },
				["zero", "midpoint", "exclude"].map((choice) =>
					button("secondary", app.t("hidden." + choice), () => tell(app, r.again(choice)), { "data-key": choice }),
				),
			),
		];
	const most = 20;
	return [
		h("p", {}, h("strong", {}, app.t("placed", { n: r.placed }))),
		r.listed.length > 0 && h("p", {}, app.t("listed", { n: r.listed.length })),
		r.listed.length > 0 &&
			h(
				"ul",
				{},
				r.listed.slice(0, most).map((l) => h("li", {}, l)),
				r.listed.length > most && h("li", {}, app.t("moreWrong", { n: r.listed.length - most })),
			),
	];
}
