// Keeping and passing on: files, print, a text for a proposal, and a link that holds everything.

import { invented } from "../documents.js";
import { button, h } from "../dom.js";
import { sentence } from "../totals.js";
import { memoryView } from "./device-memory.js";
import { copy } from "./explanation.js";
import { makeExport } from "./export.js";
import { pictureButtons } from "./picture.js";
import { makeLink } from "./scenario-link.js";

/**
 * Hands a file to the browser. Nothing is sent anywhere.
 * @param {App} app
 */
async function download(app, format) {
	const { name, type, text } = await makeExport(app, format);
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
	const parties = page.standpoint ? [page.standpoint] : result.shares.map((s) => s.party);
	const texts = [];
	for (const party of parties) texts.push((await conversation.explain(party))?.text);
	const key = invented(calculated);
	const parts = [calculated.agreement.title, key && app.t("invented") + " " + app.t(key), sentence(app), ...texts, app.t("disclaimer")];
	return parts.filter(Boolean).join("\n\n") + "\n";
}

/** @param {App} app */
export function saveView(app) {
	const file = (format) => button("secondary", app.t("save." + format), () => download(app, format), { "data-key": "save" + format });
	const shared = h("div", { class: "shared" });
	return [
		h(
			"div",
			{ class: "buttons" },
			["csv-spreadsheet", "csv", "json", "agreement", "population"].map(file),
			button("secondary", app.t("print"), () => print(), { "data-key": "print" }),
		),
		app.page.root.querySelector(".chart svg") && [
			h(app.page.subheading, {}, app.t("chart")),
			pictureButtons(app, "chart", () => app.page.root.querySelector(".chart svg")),
		],
		h(app.page.subheading, {}, app.t("proposal")),
		h("p", { class: "soft" }, app.t("proposalHint")),
		button(
			"secondary",
			app.t("copyText"),
			async (e) => {
				const from = e.currentTarget;
				copy(app, await writeProposal(app), from);
			},
			{ "data-key": "proposal" },
		),
		app.page.share && [
			h(app.page.subheading, {}, app.t("link")),
			h("p", { class: "soft" }, app.t("linkHint")),
			button(
				"secondary",
				app.t("makeLink"),
				async () => {
					const link = await makeLink(app.conversation.calculated, app.host.id);
					if (link.problem)
						return shared.replaceChildren(h("p", { class: "error", role: "alert" }, app.t(link.problem, { n: link.size, most: link.most })));
					const field = h("input", { type: "text", readonly: true, id: "link", value: link.url, onfocus: (e) => e.target.select() });
					shared.replaceChildren(
						h("label", { for: "link" }, app.t("linkSize", { n: link.size })),
						field,
						button("secondary small", app.t("copyLink"), (e) => copy(app, link.url, e.currentTarget)),
					);
					field.focus();
				},
				{ "data-key": "link" },
			),
			shared,
		],
		memoryView(app),
	];
}
