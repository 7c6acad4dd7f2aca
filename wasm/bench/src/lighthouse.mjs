// Lighthouse, with its own default of a phone on a slow network.

import lighthouse from "lighthouse";
import { now, targets } from "./config.mjs";
import { head, row } from "./text.mjs";

/** The scores of a page, and what keeps it from 100: the median of three runs, each in a browser of its own. */
async function scoresAt(url, launch) {
	const runs = [];
	for (let failures = 0; runs.length < 3;) {
		const browser = await launch();
		try {
			const port = Number(new URL(browser.wsEndpoint()).port);
			const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: ["performance", "accessibility"] });
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
	const poor = (a) => a.weight > 0 && audits[a.id].score !== null && audits[a.id].score < 0.9;
	const found = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(poor).map((a) => a.id));
	const show = (id) => audits[id].displayValue;
	return {
		performance: score("performance"),
		accessibility: score("accessibility"),
		paint: show("largest-contentful-paint"),
		blocked: show("total-blocking-time"),
		shift: show("cumulative-layout-shift"),
		found,
	};
}

/** @param {{title: string, url: string, tree: object}[]} pages */
export async function measureLighthouse(pages, launch) {
	const scores = [];
	for (const page of pages) {
		const found = await scoresAt(page.url, launch);
		console.error("lighthouse", page.title, JSON.stringify(found));
		scores.push({ ...page, ...found });
	}
	return scores;
}

export function lighthouseTable(scores) {
	return [
		...head(["Lighthouse 12.8.2"], "performance", "accessibility", "largest paint", "blocked", "layout shift", "what scores under 90"),
		...scores.map((s) => row(s.title, s.performance, s.accessibility, s.paint, s.blocked, s.shift, s.found.join(", ") || "nothing")),
	];
}

/** As the most of what is under nothing. */
export function lighthouseTargets(scores) {
	const judged = scores.filter((s) => s.tree === now);
	return judged.flatMap((s) =>
		["performance", "accessibility"].map((what) => [`Lighthouse ${what}, ${s.title}, at least`, -s[what], -targets.score, (x) => String(-x)]),
	);
}
