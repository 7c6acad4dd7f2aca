// Keeping and passing on: files, print, a text for a proposal, and a link that holds everything.

import { invented } from "../documents.js";
import { button, h } from "../dom.js";
import { copy } from "./explanation.js";
import { makeExport } from "./export.js";
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
 * Hands a picture to the browser as SVG, with the colours that it has on the page.
 * @param {App} app
 */
export function downloadPicture(app, picture, name) {
	const copy = picture.cloneNode(true);
	const [from, to] = [picture, copy].map((svg) => [...svg.querySelectorAll("path, rect, text")]);
	from.forEach((node, i) => {
		const style = getComputedStyle(node);
		for (const key of ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "font-family", "paint-order"])
			to[i].setAttribute(key, style.getPropertyValue(key));
	});
	copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
	const key = invented(app.conversation.calculated);
	const title = [app.conversation.calculated.agreement.title, key && app.t("invented")].filter(Boolean).join(". ");
	copy.prepend(h("title", {}, title));
	const text = new XMLSerializer().serializeToString(copy);
	const link = h("a", { href: URL.createObjectURL(new Blob([text], { type: "image/svg+xml" })), download: app.t("file." + name) + ".svg" });
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
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
		h(app.page.subheading, {}, app.t("proposal")),
		h("p", { class: "soft" }, app.t("proposalHint")),
		button(
			"secondary",
			app.t("copyText"),
			async (e) => {
				const from = e.currentTarget;
				copy(app, await app.writeProposal(), from);
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
	];
}
