// A school of the list of DUO with its pupils, in an agreement in which everything that nobody chose is stated as a choice and can be
// changed. It is what the first answer of a school takes beside the engine, so it is a part by itself.

import { groupsOf, schoolsIn, totalHelps } from "./school-table.js";

export { words } from "./school-words.js";

export const SCHEMA = "https://zio-collectief.github.io/zio/schema/1.0/";
const SCHOOL = "school";

/** @param {App} app */
export function agreementOf(app, title, name, municipalities, year, basis) {
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

let table; // the schools of the country, read once

/** @param {App} app */
export const schoolsOf = async (app) => (table ??= schoolsIn(await app.conversation.readSchools()));

/**
 * The documents of the school of a code; null when it is not in the list.
 * @param {App} app
 */
export async function documentsOf(app, code) {
	const { countDate, municipalities, schools } = await schoolsOf(app);
	const school = schools.find((s) => s.code === code.toUpperCase());
	if (!school) return null;
	// Who lives elsewhere stays in the list: the published total, which makes the ranges narrower, counts them too.
	const groups = groupsOf(school);
	const homes = groups.filter((g) => g.home).map((g) => ({ code: g.home, name: municipalities.get(g.home) ?? g.home }));
	for (const { code, name } of homes) app.conversation.names.set(code, name);
	const title = school.name + ", " + school.place;
	const site = { code: school.code, name: school.name, municipality: school.municipality };
	const year = Number(countDate.slice(0, 4)) + 1;
	return {
		agreement: agreementOf(app, title, school.name, homes, year, "eligible-pupils"),
		population: {
			$schema: SCHEMA + "population.schema.json",
			title,
			countDate,
			sites: [totalHelps(school, groups) ? { ...site, pupils: school.total } : site],
			groups,
			sources: [{ title: app.t("duo"), url: "https://duo.nl/open_onderwijsdata/", checked: countDate }],
		},
	};
}
