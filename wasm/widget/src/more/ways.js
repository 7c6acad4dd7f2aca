// Two ways to begin without a practice: a school of the list of DUO with its pupils, or an amount over pupils that somebody
// brings. Both make documents as school.js does.

import { h } from "../dom.js";
import { dated } from "../shown.js";
import { combobox } from "./combobox.js";

/** The year for which is calculated first: this one, as far as municipalities are known. */
const thisYear = () => Math.min(2026, Math.max(2020, new Date().getFullYear()));

/**
 * An amount over the pupils of municipalities: the pupils are still to come.
 * @param {App} app
 */
export async function beginAmount(app) {
	const year = thisYear();
	const school = await app.page.loadPart("school");
	if (!school) {
		app.conversation.failure = "load";
		return app.redrawAll();
	}
	await app.begin(
		{
			agreement: school.agreementOf(app, app.t("wayAmount"), app.t("aSchool"), [], year, "enrolled-pupils"),
			population: { $schema: school.SCHEMA + "population.schema.json", title: app.t("ownNumbers"), countDate: year - 1 + "-10-01", groups: [] },
		},
		"amount",
	);
}

/** A text as it is searched in: without accents, signs and capitals. */
const folded = (s) =>
	s
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\p{L}\p{N} ]/gu, " ")
		.toLowerCase();

/**
 * The box to search a school in.
 * @param {App} app
 */
export function schoolView(app) {
	const box = h("div", { class: "combo" });
	const said = h("p", { class: "hint", id: "school-h" }, app.t("loading"));
	const show = async () => {
		const part = await app.page.loadPart("school");
		const { countDate, municipalities, schools } = await part.schoolsOf(app);
		said.textContent = app.t("schoolHint", { n: schools.length, date: dated(countDate) });
		const wordsOf = (s) => folded([s.name, s.place, municipalities.get(s.municipality), s.code].join(" "));
		let all; // with the words of each, made at the first search
		const search = async (query) => {
			all ??= schools.map((s) => ({ ...s, words: wordsOf(s) }));
			const words = folded(query).split(" ").filter(Boolean);
			const found = all.filter((s) => words.every((w) => s.words.includes(w)));
			const first = (s) => Number(s.words.startsWith(words[0])) + Number(folded(s.place).startsWith(words[0]));
			return found
				.sort((a, b) => first(b) - first(a))
				.slice(0, 12)
				.map((s) => ({ code: s.code, name: s.name, province: s.place + " · " + s.type }));
		};
		const input = h("input", {
			type: "text",
			id: "school",
			role: "combobox",
			autocomplete: "off",
			spellcheck: "false",
			"aria-autocomplete": "list",
			"aria-expanded": "false",
			"aria-describedby": "school-h",
			"data-key": "school",
		});
		box.replaceChildren(input);
		const unknown = () => (said.textContent = app.t("schoolUnknown"));
		combobox(app, input, { search, label: app.t("waySchool"), take: (found) => app.openSchool(found.code, true), choose() {}, unknown });
		// Who unfolded this is about to type.
		if (/** @type {ShadowRoot} */ (app.page.root.getRootNode()).activeElement === input.closest("details")?.firstChild) input.focus();
	};
	show().catch(() => (said.textContent = app.t("load")));
	return h("div", { class: "field" }, h("label", { for: "school" }, app.t("schoolLabel")), said, box);
}

/**
 * For which year is calculated: the municipalities of that year, counted on the first of October before it.
 * @param {App} app
 */
export function yearView(app) {
	const now = Number(app.documents.input.agreement.period?.from?.slice(0, 4));
	const set = (e) => {
		const year = Number(e.target.value);
		app.documents.asOne(() => {
			app.documents.write("/agreement/period", { from: year + "-01-01", until: year + "-12-31" });
			app.documents.write("/population/countDate", year - 1 + "-10-01");
		});
		app.redraw("pupils");
	};
	const years = Array.from({ length: 5 }, (_, i) => 2023 + i);
	return h(
		"div",
		{ class: "field" },
		h("label", { for: "year" }, app.t("year")),
		h(
			"select",
			{ id: "year", "data-key": "year", onchange: set },
			years.map((y) => h("option", { value: y, selected: y === now }, y)),
		),
	);
}
