// The schools of the country with their pupils per home municipality, as the build writes them of the table of zio/schools.

import { smallPlaces } from "./small-places.js";

/** The schools in a text: a line of the count date, a line of names of municipalities, then a line for each school. */
export function schoolsIn(text) {
	const [countDate, names, ...lines] = text.trimEnd().split("\n");
	const municipalities = new Map(names.split("\t").map((x) => [x.slice(0, 4), x.slice(4)]));
	const schools = lines.map((line) => {
		const [code, name, place, municipality, type, total, homes] = line.split("\t");
		return { code, name, place, municipality, type, total: Number(total), homes };
	});
	return { countDate, municipalities, schools };
}

/**
 * The pupils of a school: of each municipality a number, or the least and the most it can be; those who live elsewhere together.
 * A home is a code, the fewest pupils, and how many hidden numbers (each one to four) are in them, with points between. Without
 * that last number all are hidden, and a code alone is one hidden number: the form of the package zio/schools.
 */
export function groupsOf({ code, homes }) {
	/** @type {any[]} */
	const groups = [];
	const elsewhere = { least: 0, most: 0 };
	for (const text of homes.split(" ").filter(Boolean)) {
		const [home, fewest = "1", hidden = fewest] = text.split(".");
		const least = Number(fewest);
		const most = least + 3 * Number(hidden);
		if (/^\d{4}$/.test(home)) groups.push({ site: code, home, route: "jeugdwet", ...count(least, most) });
		else {
			elsewhere.least += least;
			elsewhere.most += most;
		}
	}
	if (elsewhere.most) groups.push({ site: code, route: "jeugdwet", ...count(elsewhere.least, elsewhere.most) });
	return groups;
}

const count = (fewest, most) => (most > fewest ? { fewest, most } : { pupils: fewest });

/**
 * Whether the published total of a school is said with its pupils: it makes the ranges narrower, unless it lies outside them. Where
 * it would leave one number of a hidden one, DUO published less than that, and so does this.
 */
export function totalHelps({ code, total }, groups) {
	const [least, most] = ["fewest", "most"].map((end) => groups.reduce((n, g) => n + (g[end] ?? g.pupils), 0));
	const told = smallPlaces({ sites: [{ code, pupils: total }], groups });
	return total >= least && total <= most && told.every((at) => smallPlaces({ groups }).includes(at));
}
