// Lighthouse, with its own default of a phone on a slow network.

import lighthouse from "lighthouse";

/** The scores of a page, and what keeps it from 100: the median of three runs. */
export async function lighthouseScores(url, port) {
	const runs = [];
	for (let i = 0; i < 3; i++) runs.push(await once(url, port));
	return runs.sort((a, b) => a.performance - b.performance)[1];
}

async function once(url, port) {
	const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: ["performance", "accessibility"] });
	if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
	const score = (category) => Math.round(100 * lhr.categories[category].score);
	const found = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter((a) => a.weight > 0 && lhr.audits[a.id].score !== null && lhr.audits[a.id].score < 0.9).map((a) => a.id));
	const show = (id) => lhr.audits[id].displayValue;
	return { performance: score("performance"), accessibility: score("accessibility"), paint: show("largest-contentful-paint"), blocked: show("total-blocking-time"), shift: show("cumulative-layout-shift"), found };
}
