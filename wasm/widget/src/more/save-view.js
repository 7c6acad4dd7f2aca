// Keeping and passing on: files, print, a text for a proposal, and a link that holds everything.

import { chart, saysMore } from "../details/chart.js";
import { invented } from "../documents.js";
import { button, h } from "../dom.js";
import { euro, formatEuro } from "../number.js";
import { sentence, totals } from "../totals.js";
import { memoryView } from "./device-memory.js";
import { copy } from "./explanation.js";
import { makeExport } from "./export.js";
import { pictureButtons } from "./picture.js";
import { makeLink } from "./scenario-link.js";
import { choiceView, merged, merges, reasonGiven, unlessSmall } from "./small-numbers.js";

/**
 * Hands a file to the browser. Nothing is sent anywhere.
 * @param {App} app
 */
async function download(app, format) {
	const { name, type, text } = await makeExport(app, format, merges(app) ? merged(app).result : undefined);
	const link = h("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * A text for a proposal: for the municipality of the reader, or for all that pay.
 * @param {App} app
 */
async function writeProposal(app) {
	const { conversation, page } = app;
	const { calculated, result } = conversation;
	const key = invented(calculated);
	const head = [calculated.agreement.title, key && app.t("invented") + " " + app.t(key)];
	if (merges(app)) return joined([...head, ...mergedParts(app)]);
	const parties = page.standpoint ? [page.standpoint] : result.shares.map((s) => s.party);
	const texts = [];
	for (const party of parties) texts.push((await conversation.explain(party))?.text);
	const reason = reasonGiven(app);
	return joined([...head, sentence(app), ...texts, reason && app.t("small.told", { reason }), app.t("disclaimer")]);
}

const joined = (parts) => parts.filter(Boolean).join("\n\n") + "\n";

/**
 * What a text for a proposal says without a number of 1 to 4 pupils: amounts, with the small municipalities together.
 * @param {App} app
 */
function mergedParts(app) {
	const { names, result } = merged(app);
	const money = (amount) => formatEuro(amount, app.lang);
	const lines = [...result.shares.map((s) => s.name + ": " + money(s.amount)), app.t("total") + ": " + money(euro(totals(result).cost))];
	const who = names.length > 0 && app.t("small.merged", { names: names.join(", ") });
	return [lines.join("\n"), who, app.t("disclaimer")];
}

/**
 * Makes the link and shows it, or says why there is none.
 * @param {App} app
 */
async function showLink(app, shared) {
	const link = await makeLink(app.conversation.calculated, app.host.id);
	if (link.problem) return shared.replaceChildren(h("p", { class: "error", role: "alert" }, app.t(link.problem, { n: link.size, most: link.most })));
	const field = h("input", { type: "text", readonly: true, id: "link", value: link.url, onfocus: (e) => e.target.select() });
	shared.replaceChildren(
		h("label", { for: "link" }, app.t("linkSize", { n: link.size })),
		field,
		button("secondary small", app.t("copyLink"), (e) => copy(app, link.url, e.currentTarget)),
	);
	field.focus();
}

/**
 * The headings under the name of the part.
 * @param {App} app
 */
export const minor = (app) => "h" + Math.min(6, app.page.level + 2);

/** @param {App} app */
export function saveView(app) {
	// an agreement has no pupils; of a table small municipalities can be taken together
	const save = (format) => (e) => {
		if (format === "agreement") return download(app, format);
		return unlessSmall(app, e.currentTarget, format.startsWith("csv"), () => download(app, format));
	};
	const file = (format) => button("secondary", app.t("save." + format), save(format), { "data-key": "save" + format });
	const shared = h("div", { class: "shared" });
	const picture = chart(app);
	return [
		choiceView(app),
		h(
			"div",
			{ class: "buttons" },
			["csv-spreadsheet", "csv", "json", "agreement", "population"].map(file),
			button("secondary", app.t("print"), (e) => unlessSmall(app, e.currentTarget, false, () => print()), { "data-key": "print" }),
		),
		picture && [
			h(minor(app), {}, app.t("asPicture")),
			!saysMore(app) && picture,
			pictureButtons(app, "chart", () => app.page.root.querySelector(".chart svg")),
		],
		h(minor(app), {}, app.t("proposal")),
		h("p", { class: "soft" }, app.t("proposalHint")),
		button(
			"secondary",
			app.t("copyText"),
			(e) => {
				const from = e.currentTarget;
				return unlessSmall(app, from, true, async () => copy(app, await writeProposal(app), from));
			},
			{ "data-key": "proposal" },
		),
		app.page.share && [
			h(minor(app), {}, app.t("link")),
			h("p", { class: "soft" }, app.t("linkHint")),
			button("secondary", app.t("makeLink"), (e) => unlessSmall(app, e.currentTarget, false, () => showLink(app, shared)), { "data-key": "link" }),
			shared,
		],
		memoryView(app),
	];
}
