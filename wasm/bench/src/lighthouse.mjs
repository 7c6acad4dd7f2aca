// Lighthouse, with its own default of a phone on a slow network.

import lighthouse from "lighthouse";

/** The scores of a page, and what keeps it from 100: the median of three runs, each in a browser of its own. */
export async function lighthouseScores(url, launch) {
	const runs = [];
	for (let failures = 0; runs.length < 3; ) {
		const browser = await launch();
		try {
			const { lhr } = await lighthouse(url, { port: Number(new URL(browser.wsEndpoint()).port), output: "json", logLevel: "error", onlyCategories: ["performance", "accessibility"] });
			if (!lhr.runtimeError) runs.push(scoresOf(lhr));
			else if (++failures > 2) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`); // now and then its trace does not begin
		} finally {
			await browser.close();
		}
	}
	return runs.sort((a, b) => a.performance - b.performance)[1];
}

function scoresOf({ categories, audits }) {
	const score = (category) => Math.round(100 * categories[category].score);
	const found = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter((a) => a.weight > 0 && audits[a.id].score !== null && audits[a.id].score < 0.9).map((a) => a.id));
	const show = (id) => audits[id].displayValue;
	return { performance: score("performance"), accessibility: score("accessibility"), paint: show("largest-contentful-paint"), blocked: show("total-blocking-time"), shift: show("cumulative-layout-shift"), found };
}
