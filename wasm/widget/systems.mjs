// The practices of examples/agreements as the calculator reads them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What is shown first: practices in which several parties divide the cost, each in another way. */
const first = ["st-maartenschool", "utrecht-bovenregionaal", "school-als-wijk", "hart-van-brabant", "sjso-amsterdam", "leijpark-tilburg"];

/**
 * Every agreement that has a population: those of the list above, then the others in order of title, quotes last.
 * Candidates beside an agreement (agreement.NAME.json) share its population; their name follows a colon.
 */
export function readSystems(folder) {
	const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), "utf8"));
	const list = [];
	for (const name of readdirSync(folder)) {
		if (!existsSync(join(folder, name, "population.json"))) continue;
		const population = read(name, "population.json");
		for (const file of readdirSync(join(folder, name)).sort()) {
			const candidate = /^agreement(?:\.([\w-]+))?\.json$/.exec(file);
			if (!candidate) continue;
			const agreement = read(name, file);
			const rules = (part) => [...new Set(agreement.components.map((c) => c[part].rule))];
			list.push({
				id: candidate[1] ? name + ":" + candidate[1] : name,
				title: agreement.title,
				about: agreement.about,
				cost: rules("cost"),
				key: rules("key"),
				flow: rules("flow"),
				agreement,
				population,
			});
		}
	}
	const rank = (s) => (first.includes(s.id) ? first.indexOf(s.id) : first.length + /^quote-/.test(s.id));
	for (const s of list) s.first = first.includes(s.id) || undefined;
	return list.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, "nl"));
}

/** The name of the file of a practice: a colon is no character of a file name. */
export const fileOf = (id) => id.replace(":", ".") + ".json";
