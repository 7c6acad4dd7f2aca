// What a page reads beside the script, each document once: the practices that it can begin with, and what the rules
// and their fields are called.

import { address, asset } from "./assets.js";
import { fetchChecked } from "./engine.js";

const read = new Map();

/** Reads a document and keeps it; one that did not come may be asked for again. */
function once(file, as = "json") {
	let document = read.get(file.url);
	if (!document) {
		document = fetchChecked(file).then((response) => response[as]());
		document.catch(() => read.delete(file.url));
		read.set(file.url, document);
	}
	return document;
}

/**
 * All rules with their fields in words of a language, as the call describe gives them, and the versions; null when no file
 * has them. In full it has the help of every field, which only the whole form shows.
 */
export function readDescription(lang, folder, full = false) {
	const file = asset("describe." + lang + (full ? ".full" : ""), folder);
	return file.integrity ? once(file) : Promise.resolve(null); // an unbuilt page asks the engine
}

/** What there is to choose from at first: id, title, a few sentences and rules of each. */
export const listPractices = (folder) => once(asset("systems", folder));

/** The table of the schools of the country. */
export const readSchools = (folder) => once(asset("schools", folder), "text");

/** What more there is to choose from; an unbuilt page has everything in one list. */
export function otherPractices(folder) {
	const file = asset("others", folder);
	return file.integrity ? once(file) : Promise.resolve([]);
}

/** The agreement and the population of one of the list. */
export const readPractice = ({ id, integrity = "" }, folder) => once({ url: address(`systems/${id.replace(":", ".")}.json`, folder, integrity), integrity });
