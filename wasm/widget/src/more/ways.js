// Two ways to begin without a practice: a school of the list of DUO with its pupils, or an amount over pupils that somebody
// brings. Both make documents in which everything that nobody chose is stated as a choice, and can be changed.

import { asset } from "../assets.js";
import { h } from "../dom.js";
import { fetchChecked } from "../engine.js";
import { combobox } from "./combobox.js";

const SCHEMA = "https://zio-collectief.github.io/zio/schema/1.0/";
const SCHOOL = "school";

/** The year for which is calculated first: this one, as far as municipalities are known. */
const thisYear = () => Math.min(2026, Math.max(2020, new Date().getFullYear()));

/** @param {App} app */
function agreementOf(app, title, name, municipalities, year) {
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
				key: { rule: "pro-rata/1", basis: "enrolled-pupils", nonParticipants: "redistribute" },
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
			agreement: agreementOf(app, app.t("wayAmount"), app.t("aSchool"), [], year),
			population: { $schema: SCHEMA + "population.schema.json", title: app.t("ownNumbers"), countDate: year - 1 + "-10-01", groups: [] },
		},
		"amount",
	);
}

let list; // the schools of the country, read once

/** Reads the file of the schools: a line of names of municipalities, then a line for each school. */
async function readSchools(folder) {
	const response = await fetchChecked(asset("schools", folder));
	const [first, names, ...lines] = (await response.text()).trimEnd().split("\n");
	const [countDate] = first.split("\t");
	const municipalities = new Map(names.split("\t").map((x) => [x.slice(0, 4), x.slice(4)]));
	const schools = lines.map((line) => {
		const [code, name, place, municipality, type, total, homes] = line.split("\t");
		const words = folded([name, place, municipalities.get(municipality), code].join(" "));
		return { code, name, place, municipality, type, total: Number(total), homes, words };
	});
	return { countDate, municipalities, schools };
}

const folded = (s) =>
	s
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\p{L}\p{N} ]/gu, " ")
		.toLowerCase();

/** The pupils of a school: of each municipality a number, or the least and the most it can be; elsewhere is told apart. */
function groupsOf({ code, homes }) {
	const groups = [];
	for (const text of homes.split(" ").filter(Boolean)) {
		const [home, fewest = "", hidden = ""] = text.split(".");
		// A municipality alone is one hidden number; with a number alone nothing was hidden; see the package schools.
		const secret = fewest === "" ? 1 : Number(hidden || 0);
		const least = fewest === "" ? 1 : Number(fewest);
		const range = secret ? { fewest: least, most: least + 3 * secret } : { pupils: least };
		groups.push({ site: code, ...(/^\d{4}$/.test(home) && { home }), route: "jeugdwet", ...range });
	}
	return groups;
}

/** @param {App} app */
async function beginSchool(app, school, { countDate, municipalities }) {
	const all = groupsOf(school);
	const groups = all.filter((g) => g.home);
	const homes = groups.map((g) => ({ code: g.home, name: municipalities.get(g.home) ?? g.home }));
	for (const { code, name } of homes) app.conversation.names.set(code, name);
	const title = school.name + ", " + school.place;
	// A published total makes ranges narrower, but counts who live elsewhere too.
	const site = { code: school.code, name: school.name, municipality: school.municipality };
	const [least, most] = ["fewest", "most"].map((end) => groups.reduce((n, g) => n + (g[end] ?? g.pupils), 0));
	const fits = all.length === groups.length && school.total >= least && school.total <= most;
	const year = Number(countDate.slice(0, 4)) + 1;
	return app.begin(
		{
			agreement: agreementOf(app, title, school.name, homes, year),
			population: {
				$schema: SCHEMA + "population.schema.json",
				title,
				countDate,
				sites: [fits ? { ...site, pupils: school.total } : site],
				groups,
				sources: [{ title: app.t("duo"), url: "https://duo.nl/open_onderwijsdata/", checked: countDate }],
			},
		},
		"school",
	);
}

/**
 * The box to search a school in.
 * @param {App} app
 */
export function schoolView(app) {
	const box = h("div", { class: "combo" });
	const said = h("p", { class: "hint", id: "school-h" }, app.t("loading"));
	list ??= readSchools(app.conversation.folder);
	list.then(
		(all) => {
			said.textContent = app.t("schoolHint", { n: all.schools.length, date: all.countDate.split("-").reverse().join("-") });
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
			if (app.page.open.has("toSchool")) input.focus();
			app.page.open.delete("toSchool");
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
