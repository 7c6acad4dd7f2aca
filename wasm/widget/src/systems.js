// The practices that a page can begin with: documents beside the script, each read once, when it is chosen.

import { address, asset } from "./assets.js";
import { fetchChecked } from "./engine.js";

const read = new Map();

/** Reads a document and keeps it; one that did not come may be asked for again. */
function once(file) {
	let document = read.get(file.url);
	if (!document) {
		document = fetchChecked(file).then((response) => response.json());
		document.catch(() => read.delete(file.url));
		read.set(file.url, document);
	}
	return document;
}

/** What there is to choose from: id, title, a few sentences, source and rules of each. */
export const listSystems = (folder) => once(asset("systems", folder));

/** The agreement and the population of one of the list. */
export const readSystem = ({ id, integrity = "" }, folder) => once({ url: address(`systems/${id.replace(":", ".")}.json`, folder), integrity });
