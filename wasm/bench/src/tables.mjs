// The tables of the README.

import { engines, least, profiles } from "./config.mjs";

const ms = (x) => (x === undefined ? "" : x < 10 ? x.toFixed(x < 1 ? 3 : 2) : x.toFixed(0));
const row = (...cells) => `| ${cells.join(" | ")} |`;
const head = (...cells) => [row(...cells), "|---|" + "---:|".repeat(cells.length - 1)];

/** In how many of the shares and balances another reply differs, of how many; and whether both add up to the same. */
function compare(one, other) {
	const shares = (reply) => JSON.parse(reply).value.shares;
	const total = (list) => list.reduce((sum, s) => sum + Math.round(Number(s.amount) * 100), 0);
	const [a, b] = [shares(one), shares(other)];
	if (total(a) !== total(b)) throw new Error(`one divides ${total(a)} cents, the other ${total(b)}`);
	return a.filter((s, i) => s.amount !== b[i].amount).length;
}

/** @returns {{ text: string, missed: string[] }} */
export function tables({ results, visits, scores, files, machine, rounds, targets }) {
	const tiny = results.tiny;
	const lines = [];
	lines.push(
		...head("the same request, the same reply", "bytes", "brotli", ...profiles.map((p) => `ready ${p.title} (again)`), "first reply", "12 municipalities", "342 municipalities", "whole document, 12 / 342", "memory MB"),
		...[...engines, ...least].map(({ name, title }) => {
			const r = results[name];
			const times = profiles.map((p) => (r.ready[p.name] === undefined ? "" : `${ms(r.ready[p.name])} (${ms(r.warm[p.name])})`));
			return row(title, r.bytes, r.brotli, ...times, ms(r.first), ms(r.steady[12]), ms(r.steady[342]), r.whole[12] ? `${ms(r.whole[12])} / ${ms(r.whole[342])}` : "", r.memory ? (r.memory / 2 ** 20).toFixed(1) : "");
		}),
		"",
	);

	const differences = engines.filter((e) => e.name !== "tiny").map(({ name, title }) => {
		const same = [12, 342].filter((n) => results[name].replies[n] === tiny.replies[n]);
		if (same.length === 2) return `${title}: the same bytes`;
		const differ = compare(tiny.replies[342], results[name].replies[342]);
		return `${title}: the same bytes for ${same.join(", ") || "none"}; for 342 municipalities ${differ} shares are a cent different, the total is the same`;
	});
	lines.push(`Replies compared with those of zio.wasm: ${differences.join("; ")}.`, "");

	const ratio = (name, n) => (results[name].steady[n] / tiny.steady[n]).toFixed(2);
	lines.push(
		...head("zio.wasm is so many times as quick as", "12 municipalities", "342 municipalities"),
		...["dinero", "big", "full", "std", "fallback"].map((name) => row(engines.find((e) => e.name === name).title, ratio(name, 12), ratio(name, 342))),
		"",
	);

	const first = visits.local.files.filter((f) => !f.name.endsWith(".svg"));
	const sum = (what) => first.reduce((total, f) => total + f[what], 0);
	lines.push(
		...head("loaded at first use, by the bare page", "bytes", "brotli"),
		...first.map((f) => row(f.name.replace("element/", ""), f.bytes, f.brotli)),
		row("together", sum("bytes"), sum("brotli")),
		"",
		...head("from navigation to the outcome of a practice on the screen", ...profiles.map((p) => p.title)),
		row("first visit", ...profiles.map((p) => ms(visits[p.name].cold))),
		row("again", ...profiles.map((p) => ms(visits[p.name].warm))),
		"",
		...head("Lighthouse 12.8.2", "performance", "accessibility", "largest paint", "blocked", "layout shift", "what scores under 90"),
		...scores.map((s) => row(s.title, s.performance, s.accessibility, s.paint, s.blocked, s.shift, s.found.join(", ") || "nothing")),
		"",
	);

	const judged = [
		...profiles.map((p) => [`ready, ${p.title}`, tiny.ready[p.name], targets.ready[p.name], (x) => `${ms(x)} ms`]),
		...[12, 342].map((n) => [`${n} municipalities`, tiny.steady[n], targets.steady[n], (x) => `${ms(x)} ms`]),
		...[12, 342].map((n) => [`${n} municipalities, not slower than dinero.js`, tiny.steady[n], results.dinero.steady[n], (x) => `${ms(x)} ms`]),
		...scores.flatMap((s) => ["performance", "accessibility"].map((what) => [`Lighthouse ${what}, ${s.title}`, -s[what], -targets.score, (x) => String(-x)])),
	];
	lines.push(
		...head("target of zio.wasm", "at most (of Lighthouse at least)", "measured", "met"),
		...judged.map(([what, is, most, show]) => row(what, show(most), show(is), is <= most ? "yes" : "**no**")),
		"",
		`${machine}. Times in ms: of loads the median of ${rounds}, of calculations the quickest of ${5 * Math.min(3, rounds)} rounds of a quarter of a second.`,
	);
	return { text: lines.join("\n"), missed: judged.filter(([, is, most]) => is > most).map(([what]) => what) };
}
