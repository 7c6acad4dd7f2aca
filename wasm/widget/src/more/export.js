// Exports: the figures for machines (comma, point, no mark), for spreadsheets (semicolon, comma, byte-order mark), and
// the documents themselves.

import { EngineError } from "../engine.js";
import { invented } from "../documents.js";
import { euro, formatNumber } from "../number.js";
import { totals } from "../totals.js";

/** A text cell that no spreadsheet takes for a formula, also behind spaces that it leaves out; the marks are those of the tables of Go. */
export const safe = (s) => (/^\s*[=+\-@|＝＋－＠]|^[\t\r\n]/.test(s) ? "'" + s : s);

/** A cell that stays one, whichever mark the program of the reader takes for the end of a cell. */
const cell = (s) => (/[",;\t\r\n]/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s);

/** @param {App} app */
function rows(app, result) {
	const t = totals(result);
	const streams = result.components ?? [];
	const of = (list, party) => list?.find((s) => s.party === party)?.amount ?? "0.00";
	const line = (party, name, amount, each) => [safe(party), safe(name), { amount }, ...each.map((a) => ({ amount: a }))];
	const sums = (name) => streams.map((c) => c[name] ?? "0.00");
	return [
		[
			app.t("code"),
			app.t("party"),
			app.t("amount") + (invented(app.conversation.calculated) ? " (" + app.t("madeUpShort") + ")" : ""),
			...streams.map((c) => safe(c.title)),
		],
		...result.shares.map((s) =>
			line(
				s.party,
				s.name,
				s.amount,
				streams.map((c) => of(c.shares, s.party)),
			),
		),
		...(t.gap ? [line("", app.t("gap"), euro(t.gap), sums("gap"))] : []),
		...(t.rest ? [line("", app.t("rest"), euro(t.rest), sums("rest"))] : []),
		line("", app.t("total"), euro(t.cost), sums("cost")),
	];
}

/** @param {App} app */
const csv = (app, result, mark, number) =>
	rows(app, result)
		.map((r) => r.map((c) => (c.amount === undefined ? cell(c) : number(c.amount))).join(mark) + "\r\n")
		.join("");

const plain = (s) => formatNumber(s, "nl").replace(/\./g, "");

/**
 * The result document: the figures that are shown, with all steps and the receipt.
 * @param {App} app
 */
async function whole(app) {
	const reply = await app.conversation.ask({ call: "calculate", ...app.conversation.calculated });
	if (!reply.ok) throw new EngineError("engine"); // the same documents gave figures
	return reply.value;
}

const formats = {
	csv: (app, result) => ["csv", "text/csv", csv(app, result, ",", (s) => s)],
	"csv-spreadsheet": (app, result) => ["csv", "text/csv", "\ufeff" + csv(app, result, ";", plain)],
	json: async (app) => ["json", "application/json", JSON.stringify(await whole(app), null, "\t") + "\n"],
	agreement: (app) => [
		"json",
		"application/json",
		JSON.stringify(app.conversation.calculated?.agreement ?? app.documents.input.agreement ?? null, null, "\t") + "\n",
	],
	population: (app) => [
		"json",
		"application/json",
		JSON.stringify(app.conversation.calculated?.population ?? app.documents.input.population ?? null, null, "\t") + "\n",
	],
};

/**
 * Name, type and text of an export, of the whole result or of one with small municipalities together. A format that
 * does not exist, or a result that is not there yet, is a RangeError.
 * @param {App} app
 */
export async function makeExport(app, format, result = app.conversation.result) {
	if (!Object.hasOwn(formats, format)) throw new RangeError("zio: no format " + format + "; choose from " + Object.keys(formats).join(", "));
	if (!result && (format === "json" || format.startsWith("csv"))) throw new RangeError("zio: there is no result yet");
	const [extension, type, text] = await formats[format](app, result);
	const id = (app.conversation.calculated ?? app.documents.input).agreement?.id ?? "zio";
	const example = invented(app.conversation.calculated ?? app.documents.input) ? "-" + app.t("file.example") : "";
	const what = "-" + app.t("file." + format) + example;
	return { name: id.replace(/[^\w-]/g, "-").slice(0, 60) + what + "." + extension, type: type + ";charset=utf-8", text };
}
