// The documents to begin with when they are not those of a practice alone: the pupils of the visitor in a practice, or
// nothing yet.

import { namedInRules, setParticipation } from "../documents.js";
import { blank } from "./form.js";
import { likeFirst, tables } from "./municipality-tables.js";

/**
 * Puts the visitor's pupils in the place of those of the practice, where the practice can do with them.
 * @param {App} app
 */
export async function keepPupils(app, own) {
	const { conversation, documents, page } = app;
	const { input, practice } = documents;
	const kept = structuredClone(input);
	const [target] = tables(app);
	// What kind of pupils they are is said in the terms of this agreement.
	const like = target ? likeFirst(input.population?.groups ?? [], target) : {};
	const homes = own.groups?.map((g) => g.home).filter(Boolean) ?? [];
	const { title, countDate } = own;
	const [site] = own.sites?.length === 1 ? own.sites : [];
	const number = ({ pupils, fewest, most }) => (pupils === undefined ? { fewest, most } : { pupils });
	const groups = own.groups?.map((g) => ({ ...(site && { site: site.code }), ...like, ...(g.home && { home: g.home }), ...number(g) }));
	kept.population = { ...kept.population, title, countDate, groups, sites: withTotal(kept.population.sites, like.site, site) };
	if (!kept.population.sites) delete kept.population.sites;
	delete kept.population.pupils; // those of the practice, one by one
	if (own.synthetic) kept.population.synthetic = structuredClone(own.synthetic);
	else delete kept.population.synthetic;
	for (const name of ["sources", "schoolYear"]) delete kept.population[name];
	const others = (kept.agreement.parties ?? [])
		.filter((p) => p.kind === "municipality" && !homes.includes(p.id) && !namedInRules(kept.agreement, p.id))
		.map((p) => p.id);
	setParticipation(kept.agreement, others, false, conversation.names);
	setParticipation(kept.agreement, homes, true, conversation.names);
	const reply = own.groups?.length ? await conversation.calculate(kept, (code) => app.t(code)) : null;
	page.notice = reply?.ok ? "pupilsKept" : "pupilsNotKept";
	documents.ownPupils = Boolean(reply?.ok);
	if (reply?.ok) documents.input = kept;
	else documents.input = input;
	documents.practice = practice;
}

/**
 * The sites to which the pupils belong: those of the practice where its pupils have one, with the total of the visitor's school,
 * which makes ranges narrower; otherwise that school.
 */
function withTotal(sites, code, school) {
	if (!code) return school ? [school] : sites;
	return sites?.map(({ pupils, ...site }) => (site.code === code && school?.pupils ? { ...site, pupils: school.pupils } : site));
}

/**
 * An agreement and a population in which nothing is filled in.
 * @param {App} app
 */
export function emptyDocuments(app) {
	const title = app.t("ownAgreement");
	const { agreement, population } = app.conversation.description ?? {};
	return {
		agreement: { ...blank(agreement?.fields), id: app.t("ownId"), title },
		population: { ...blank(population?.fields), title },
	};
}
