// The engines by themselves: how soon they can be called, and how long a calculation takes.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inContext } from "./browser.mjs";
import { counts, engines, least, now, profiles, targets, titled, trees } from "./config.mjs";
import { head, median, ms, row } from "./text.mjs";

const LONG = 3; // rounds of what takes seconds
const [few, , all] = counts;

/** What each tree is asked: the scenario of its own, as documents change. */
export async function questions() {
	const asked = {};
	for (const { name, root, dist } of trees) {
		const { requests } = await import(pathToFileURL(join(root, "wasm", "bench", "src", "scenario.mjs")));
		asked[name] = await requests(join(dist, "zio.full.wasm"), counts);
	}
	return asked;
}
const whole = (request) => request.replace('"draft":true,', "");

/** The times and replies of all engines, by name. The rounds go over all of them, so that what else the machine does falls on all. */
export async function measureEngines(browser, address, asked, rounds) {
	const results = {};
	for (const { name } of [...engines, ...least]) results[name] = { ready: {}, warm: {}, first: [], draft: {}, document: {}, replies: {} };
	/** A page that can measure, with its limits set after it was loaded. */
	const measuring = (profile, task) =>
		inContext(browser, profile, (open) =>
			task((ask) =>
				open(async (page, limit) => {
					await page.goto(address);
					await page.waitForFunction("globalThis.bench");
					await limit();
					return ask(page);
				}),
			),
		);
	for (let i = 0; i < rounds; i++) {
		for (const { name, load } of engines)
			for (const p of profiles)
				await measuring(p, async (open) => {
					for (const list of ["ready", "warm"])
						(results[name][list][p.name] ??= []).push(await open((page) => page.evaluate((x) => bench.ready(x), load)));
				});
		for (const { name, tree, load, document } of [...engines, ...least])
			await measuring({}, (open) =>
				open(async (page) => {
					const r = results[name];
					const requests = asked[tree.name];
					const first = (n) => page.evaluate((request) => bench.first(request), requests[n]);
					const quickest = async (of, n, request) => (of[n] = Math.min(of[n] ?? Infinity, await page.evaluate((x) => bench.steady(x), request)));
					await page.evaluate((x) => bench.ready(x), load);
					const { time, reply } = await first(few);
					r.first.push(time);
					r.replies[few] = reply;
					for (const n of counts.slice(1)) r.replies[n] = (await first(n)).reply;
					if (i >= LONG) return;
					for (const n of counts) await quickest(r.draft, n, requests[n]);
					if (document) for (const n of counts) await quickest(r.document, n, whole(requests[n]));
					r.memory = await page.evaluate(() => bench.memory());
				}),
			);
		console.error(`engines, round ${i + 1} of ${rounds}`, JSON.stringify(Object.entries(results).map(([name, r]) => [name, r.draft])));
	}
	for (const r of Object.values(results)) {
		r.first = median(r.first);
		for (const list of [r.ready, r.warm]) for (const p in list) list[p] = median(list[p]);
	}
	return results;
}

/** In how many of the shares another reply differs; both must divide the same. */
function compare(one, other) {
	const [a, b] = [one, other].map((reply) => JSON.parse(reply).value.shares);
	const [x, y] = [a, b].map((list) => list.reduce((sum, s) => sum + Math.round(Number(s.amount) * 100), 0));
	if (x !== y) throw new Error(`one divides ${x} cents, the other ${y}`);
	return a.filter((s, i) => s.amount !== b[i].amount).length;
}

/** What is the same in the replies of all engines of a tree. */
function sameness(results, tree) {
	const tiny = results[tree.name + " tiny"].replies;
	const others = engines.filter((e) => e.tree === tree && e.name !== tree.name + " tiny");
	const differing = others.flatMap(({ name, title }) => {
		const { replies } = results[name];
		if (counts.every((n) => replies[n] === tiny[n])) return [];
		return `${title} gives other bytes; of ${all} shares ${compare(tiny[all], replies[all])} are a cent different, the total is the same`;
	});
	return `Replies compared with those of zio.wasm (${tree.title}): ${differing.join("; ") || `the same bytes from all ${others.length} others`}.`;
}

export function engineTables(results) {
	const tiny = results["now tiny"];
	const times = (list) => counts.map((n) => ms(list[n]));
	const ratio = (other) => counts.map((n) => (other.draft[n] / tiny.draft[n]).toFixed(2));
	const others = engines.filter((e) => e.name !== "now tiny" && (e.tree === now || e.name === "then tiny"));
	return [
		...head(["until the first call can be made"], ...profiles.map((p) => `${p.title} (again)`), "first reply", "memory MB"),
		...engines.map(({ name, title }) => {
			const r = results[name];
			return row(
				title,
				...profiles.map((p) => `${ms(r.ready[p.name])} (${ms(r.warm[p.name])})`),
				ms(r.first),
				r.memory ? (r.memory / 2 ** 20).toFixed(1) : "",
			);
		}),
		"",
		...head(["a calculation"], ...["draft", "document"].flatMap((what) => counts.map((n) => `${what}, ${n} municipalities`))),
		...[...engines, ...least].map(({ name, title }) => row(title, ...times(results[name].draft), ...times(results[name].document))),
		"",
		...trees.flatMap((tree) => [sameness(results, tree), ""]),
		...head([`${titled("zio.wasm", now)} is so many times as quick as`], ...counts.map((n) => `${n} municipalities`)),
		...others.map(({ name, title }) => row(title, ...ratio(results[name]))),
	];
}

/** What it should come to: what, what it is, the most that it may be, and how it is shown. */
export function engineTargets(results) {
	const { "now tiny": tiny, dinero } = results;
	const show = (x) => `${ms(x)} ms`;
	return [
		...profiles.map((p) => [`zio.wasm ready, ${p.title}`, tiny.ready[p.name], targets.ready[p.name], show]),
		...[few, all].map((n) => [`zio.wasm, ${n} municipalities`, tiny.draft[n], targets.steady[n], show]),
		...counts.map((n) => [`zio.wasm, ${n} municipalities, not slower than dinero.js`, tiny.draft[n], dinero.draft[n], show]),
	];
}
