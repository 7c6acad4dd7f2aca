// Two ways to begin without a practice: a school of the list of DUO with its pupils, or an amount over pupils that somebody
// brings. Both make documents in which everything that nobody chose is stated as a choice, and can be changed.

import { h } from "../dom.js";
import { dated } from "../shown.js";
import { combobox } from "./combobox.js";
import { folded, groupsOf, readSchools } from "./schools.js";
import { smallPlaces } from "./small-numbers.js";

const SCHEMA = "https://zio-collectief.github.io/zio/schema/1.0/";
const SCHOOL = "school";

/** The year for which is calculated first: this one, as far as municipalities are known. */
const thisYear = () => Math.min(2026, Math.max(2020, new Date().getFullYear()));

/** @param {App} app */
function agreementOf(app, title, name, municipalities, year, basis) {
	const choice = (pointer, key) => ({ pointer, text: app.t("preset." + key) });
	return {
		$schema: SCHEMA + "agreement.schema.json",
		id: app.t("ownId"),
		title,
		period: { from: year + "-01-01", until: year + "-12-31" },
		routing: {},
		parties: [
			{ id: SCHOOL, kind: "school", name },
			...municipalities.map(({ code, name }) => ({ id: code, kind: "municipality", name, participates: true })),
		],
		components: [
			{
				id: "zorg",
				title: app.t("careAtSchool"),
				route: "jeugdwet-collective",
				cost: { rule: "budget/1", amount: "100000.00" },
				key: { rule: "pro-rata/1", basis, nonParticipants: "redistribute" },
				flow: { rule: "direct/1", payees: [{ party: SCHOOL, weight: "1" }] },
				division: { method: "largest-remainder", unit: "cent" },
			},
		],
		choices: [
			choice("/components/0/key", "key"),
			choice("/components/0/route", "route"),
			choice("/components/0/flow", "flow"),
			choice("/components/0/division", "division"),
			choice("/parties", "parties"),
		],
		synthetic: [{ pointer: "/components/0/cost/amount", reason: app.t("preset.amount") }],
	};
}

/**
 * An amount over the pupils of municipalities: the pupils are still to come.
 * @param {App} app
 */
export function beginAmount(app) {
	const year = thisYear();
	return app.begin(
		{
			agreement: agreementOf(app, app.t("wayAmount"), app.t("aSchool"), [], year, "enrolled-pupils"),
			population: { $schema: SCHEMA + "population.schema.json", title: app.t("ownNumbers"), countDate: year - 1 + "-10-01", groups: [] },
		},
		"amount",
	);
}

let list; // the schools of the country, read once

/** @param {App} app */
export const schoolsOf = (app) => (list ??= readSchools(app.conversation.folder));

/** @param {App} app */
async function beginSchool(app, school, { countDate, municipalities }, focus = true) {
	// Who lives elsewhere stays in the list: the published total, which makes the ranges narrower, counts them too.
	const groups = groupsOf(school);
	const homes = groups.filter((g) => g.home).map((g) => ({ code: g.home, name: municipalities.get(g.home) ?? g.home }));
	for (const { code, name } of homes) app.conversation.names.set(code, name);
	const title = school.name + ", " + school.place;
	const site = { code: school.code, name: school.name, municipality: school.municipality };
	const year = Number(countDate.slice(0, 4)) + 1;
	return app.begin(
		{
			agreement: agreementOf(app, title, school.name, homes, year, "eligible-pupils"),
			population: {
				$schema: SCHEMA + "population.schema.json",
				title,
				countDate,
				sites: [totalHelps(school, groups) ? { ...site, pupils: school.total } : site],
				groups,
				sources: [{ title: app.t("duo"), url: "https://duo.nl/open_onderwijsdata/", checked: countDate }],
			},
		},
		"school",
		focus,
	);
}

/**
 * Whether the published total of a school is said with its pupils: it makes the ranges narrower, unless it lies outside them. Where
 * it would leave one number of a hidden one, DUO published less than that, and so does this.
 */
export function totalHelps({ code, total }, groups) {
	const [least, most] = ["fewest", "most"].map((end) => groups.reduce((n, g) => n + (g[end] ?? g.pupils), 0));
	const told = smallPlaces({ sites: [{ code, pupils: total }], groups });
	return total >= least && total <= most && told.every((at) => smallPlaces({ groups }).includes(at));
}

/**
 * Begins with the school of a code: what an address or an attribute names. Without such a school the box to search in opens.
 * @param {App} app
 */
export async function openSchool(app, code) {
	const all = await schoolsOf(app);
	const school = all.schools.find((s) => s.code === code.toUpperCase());
	if (school) return beginSchool(app, school, all, false);
	app.page.notice = "schoolUnknown";
	app.redraw("choose");
}

/**
 * The box to search a school in.
 * @param {App} app
 */
export function schoolView(app) {
	const box = h("div", { class: "combo" });
	const said = h("p", { class: "hint", id: "school-h" }, app.t("loading"));
	schoolsOf(app).then(
		(all) => {
			said.textContent = app.t("schoolHint", { n: all.schools.length, date: dated(all.countDate) });
			const search = async (query) => {
				const words = folded(query).split(" ").filter(Boolean);
				const found = all.schools.filter((s) => words.every((w) => s.words.includes(w)));
				const first = (s) => Number(s.words.startsWith(words[0])) + Number(folded(s.place).startsWith(words[0]));
				return found
					.sort((a, b) => first(b) - first(a))
					.slice(0, 12)
					.map((s) => ({ code: s.code, name: s.name, province: s.place + " · " + s.type, school: s }));
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
			combobox(app, input, { search, label: app.t("waySchool"), take: (found) => beginSchool(app, found.school, all), choose() {}, unknown });
			// Who unfolded this is about to type.
			if (/** @type {ShadowRoot} */ (app.page.root.getRootNode()).activeElement === input.closest("details")?.firstChild) input.focus();
		},
		() => {
			list = undefined;
			said.textContent = app.t("load");
		},
	);
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
