// The ways of a visitor to a first answer: how long it takes from the navigation, and what is loaded for it. The hand of this visitor
// waits for nothing but the page: it presses and types at the moment that there is something to press and to type in.

import { inContext } from "./browser.mjs";
import { profiles, targets, trees } from "./config.mjs";
import { bareAddress } from "./serve.mjs";
import { grown } from "./sizes.mjs";
import { head, median, ms, row } from "./text.mjs";

const towns =
	"Druten Beuningen Heumen Arnhem Ede Apeldoorn Zutphen Doetinchem Tiel Utrecht Zeist Amersfoort Soest Amsterdam Haarlem Leiden Delft Gouda Breda " +
	"Tilburg Eindhoven Helmond Wijchen Nijmegen Venlo";
/** What a spreadsheet puts on the clipboard: 25 municipalities with 1 to 25 pupils. */
const copied = "Gemeente\tLeerlingen\n" + towns.split(" ").map((town, i) => `${town}\t${i + 1}\n`).join(""); // prettier-ignore

export const PRACTICE = 'system="st-maartenschool"';

/** By what the element is told, and what the hand does; with old those that the page had before there were three ways in. */
const ways = [
	{ name: "practice", title: "an existing agreement, by its address", attributes: PRACTICE, old: true },
	{ name: "list", title: "an existing agreement, chosen from the list", hand: [["click", '[data-key="pickst-maartenschool"]']], old: true },
	{ name: "school", title: "a school, by its address", attributes: 'school="00OS00"' },
	{
		name: "search",
		title: "a school, searched and chosen from the list",
		hand: [
			["click", "summary[data-key=school]"],
			["type", "#school", "maarten ubbergen"],
			["click", "#school-l [role=option]"],
		],
	},
	{
		name: "amount",
		title: "an amount, with 25 rows pasted",
		hand: [
			["click", "[data-key=amount]"],
			["type", "[data-pointer='/agreement/components/0/cost/amount']", "650000"],
			["type", "#paste", copied],
			["click", "[data-key=read]"],
			["click", "[data-key=take]"],
		],
	},
];
const inTree = (way, tree) => way.old || tree.name === "now";

/** Before the page: the hand, and a clock that stops when the answer to all that it did was painted; ms since the navigation began. */
function visitor(steps) {
	let last = 0; // when the hand did its last step
	const hand = () => {
		const [act, selector, text] = steps[0];
		const at = document.querySelector("zio-calculator")?.shadowRoot?.querySelector(selector);
		if (at) {
			steps.shift();
			last = performance.now();
			if (act === "click") at.click();
			else {
				at.focus();
				at.value = text;
				at.dispatchEvent(new Event("input", { bubbles: true }));
			}
		}
		if (steps.length) requestAnimationFrame(hand);
	};
	if (steps.length) requestAnimationFrame(hand);
	document.addEventListener("zio-result", () => {
		if (steps.length === 0)
			requestAnimationFrame(() => setTimeout(() => (globalThis.visit ??= { whole: performance.now(), last: performance.now() - last })));
	});
}

/** What came before the answer was painted, by file, without the page itself. */
const loaded = (until) =>
	performance
		.getEntriesByType("resource")
		.filter((x) => x.responseEnd > 0 && x.responseEnd <= until && !x.name.endsWith("icon.svg"))
		.map((x) => ({ name: new URL(x.name).pathname.replace(/^.*element\//, ""), bytes: x.decodedBodySize, brotli: x.encodedBodySize }));

const brotli = (files) => files.reduce((total, f) => total + f.brotli, 0);
/** The lesser of two loads: what an answer waits for came in both. */
const fewest = (one, other) => (one && brotli(one) <= brotli(other) ? one : other);

/** Visits by each way that a tree has: times by way, tree and profile, and what was loaded. */
export async function measurePaths(browser, address, rounds) {
	const visits = {};
	for (let i = 0; i < rounds; i++) {
		for (const p of profiles)
			for (const way of ways)
				for (const tree of trees.filter((tree) => inTree(way, tree))) {
					const of = (visits[`${way.name} ${tree.name} ${p.name}`] ??= { whole: [], last: [], again: [] });
					await inContext(browser, p, async (open) => {
						for (const again of way.hand ? [false] : [false, true])
							await open(async (page, limit) => {
								await limit();
								await page.evaluateOnNewDocument(visitor, way.hand ?? []);
								await page.goto(bareAddress(address, tree, way.attributes ?? ""), { timeout: 60_000 });
								await (await page.waitForFunction("globalThis.visit", { timeout: 60_000 })).dispose();
								const { whole, last } = await page.evaluate("visit");
								if (again) return of.again.push(whole);
								of.whole.push(whole);
								of.last.push(last);
								of.files = fewest(of.files, await page.evaluate(loaded, whole));
							});
					});
				}
		console.error(`ways, round ${i + 1} of ${rounds}`);
	}
	for (const of of Object.values(visits)) for (const list of ["whole", "last", "again"]) of[list] = of[list].length ? median(of[list]) : undefined;
	return visits;
}

export function pathTables(visits) {
	const [near, far] = [profiles[0], profiles.at(-1)];
	const at = (way, tree, p) => visits[`${way.name} ${tree.name} ${p.name}`];
	const sum = (of) => of && brotli(of.files);
	const heads = profiles.flatMap((p) => trees.map((tree) => [p.title, trees.length > 1 && tree.title].filter(Boolean).join("; ")));
	const times = (title, way, list) => row(title, ...profiles.flatMap((p) => trees.map((tree) => ms(at(way, tree, p)?.[list]) || "–")));
	return [
		...head(
			["loaded before the first answer, brotli"],
			...trees.map((t) => `${far.title}; ${t.title}`),
			...(trees.length > 1 ? ["ratio"] : []),
			...trees.map((t) => `${near.title}; ${t.title}`),
		),
		...ways.map((way) => {
			const [slow, quick] = [far, near].map((p) => trees.map((tree) => sum(at(way, tree, p))));
			return row(way.title, ...slow.map((x) => x ?? "–"), ...grown(slow), ...quick.map((x) => x ?? "–"));
		}),
		"",
		...head(["what that is, " + far.title, "files with their bytes of brotli"]),
		...ways.flatMap((way) =>
			trees
				.filter((tree) => inTree(way, tree))
				.map((tree) =>
					row(
						[way.title, trees.length > 1 && tree.title].filter(Boolean).join("; "),
						at(way, tree, far)
							.files.map((f) => `${f.name} ${f.brotli}`)
							.join(", "),
					),
				),
		),
		"",
		...head(["from the navigation to the painted answer"], ...heads),
		...ways.map((way) => times(way.title, way, "whole")),
		...ways.filter((way) => !way.hand).map((way) => times(way.title + ", again", way, "again")),
		"",
		...head(["from the last thing that the hand did"], ...heads),
		...ways.filter((way) => way.hand).map((way) => times(way.title, way, "last")),
	];
}

/** A school on 4G: from its address, and from its choice in the list. */
export function pathTargets(visits) {
	const show = (x) => `${ms(x)} ms`;
	return [
		["first answer of a school, from its address, 4G, CPU/4", visits["school now 4g"].whole, targets.school, show],
		["first answer of a school, from its choice, 4G, CPU/4", visits["search now 4g"].last, targets.school, show],
	];
}
