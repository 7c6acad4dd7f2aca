// Measures the builds of the calculator in Chromium, the same work with libraries for money, and the pages of a visitor.
//
//	npm ci && (cd ../widget && npm ci) && node run.mjs [--write] [--check] [--rounds 5]
//
// It needs wasm/dist (run wasm/build/build.sh), Go and Chromium (CHROMIUM names another than /usr/bin/chromium). With --write
// the tables go into README.md; with --check a target that is missed is a failure.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { options, rounds } from "./src/options.mjs"; // before those that look for what was built
import puppeteer from "puppeteer-core";
import { chromium, engines, here, least, profiles, refuse, targets } from "./src/config.mjs";
import { lighthouseScores } from "./src/lighthouse.mjs";
import { measurePage } from "./src/visit.mjs";
import { requests } from "./src/scenario.mjs";
import { serve, startSite } from "./src/serve.mjs";
import { tables } from "./src/tables.mjs";

const counts = [12, 342];
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const work = mkdtempSync(join(tmpdir(), "zio-bench-"));
const closing = [() => rmSync(work, { recursive: true, force: true })];
const loads = [loadavg()[0]];
try {
	const { address, files, close } = await serve(join(work, "element"));
	closing.push(close);
	const site = await startSite(work);
	closing.push(site.close);
	const launch = () =>
		puppeteer.launch({
			executablePath: chromium,
			headless: true,
			userDataDir: mkdtempSync(join(work, "profile-")),
			args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
		});
	const browser = await launch();
	closing.push(() => browser.close());

	/** Opens pages in a context of their own, so that nothing is cached before the first, and closes each when it is done. */
	const inContext = async ({ network, cpu }, url, task) => {
		const context = await browser.createBrowserContext();
		const throttle = async (page) => {
			const client = await page.createCDPSession();
			await client.send("Network.enable");
			if (network) await client.send("Network.emulateNetworkConditions", { offline: false, ...network });
			if (cpu) await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
		};
		try {
			return await task(async (what) => {
				const page = await context.newPage();
				if (url) {
					await page.goto(url);
					await page.waitForFunction("globalThis.bench");
				}
				await throttle(page);
				const outcome = await what(page);
				await page.close();
				return outcome;
			});
		} finally {
			await context.close();
		}
	};

	const asked = await requests(join(here, "..", "dist", "zio.full.wasm"), counts);
	const results = {};
	for (const { name, files: loaded } of [...engines, ...least]) {
		const sum = (what) => loaded.reduce((total, file) => total + files.get(file)[what].length, 0);
		results[name] = { bytes: sum("content"), brotli: sum("br"), ready: {}, warm: {}, first: [], steady: {}, whole: {}, replies: {} };
	}
	const lists = {};
	const note = (list, value) => (lists[list] ??= []).push(value);

	// The rounds go over all engines, so that what else the machine does falls on all of them.
	for (let i = 0; i < rounds; i++) {
		for (const { name, load } of engines)
			for (const p of profiles)
				await inContext(p, address, async (open) => {
					for (const list of ["ready", "warm"]) note(`${name} ${list} ${p.name}`, await open((page) => page.evaluate((x) => bench.ready(x), load)));
				});
		for (const { name, load, document } of [...engines, ...least]) {
			const r = results[name];
			const quickest = (of, n, time) => (of[n] = Math.min(of[n] ?? Infinity, time));
			await inContext({}, address, (open) =>
				open(async (page) => {
					await page.evaluate((x) => bench.ready(x), load);
					const { time, reply } = await page.evaluate((request) => bench.first(request), asked[12]);
					r.first.push(time);
					r.replies[12] = reply;
					r.replies[342] = (await page.evaluate((request) => bench.first(request), asked[342])).reply;
					if (i >= 3) return; // enough of what takes seconds
					for (const n of counts) quickest(r.steady, n, await page.evaluate((request) => bench.steady(request), asked[n]));
					if (document && i === 0) for (const n of counts) quickest(r.whole, n, await page.evaluate((request) => bench.steady(request), asked[n].replace('"draft":true,', "")));
					r.memory = await page.evaluate(() => bench.memory());
				}),
			);
			console.error(`round ${i + 1} of ${rounds}: ${name}`, JSON.stringify({ ...r, replies: undefined }));
		}
	}
	for (const { name } of engines) for (const p of profiles) for (const list of ["ready", "warm"]) results[name][list][p.name] = median(lists[`${name} ${list} ${p.name}`]);
	for (const name in results) results[name].first = median(results[name].first);
	loads.push(loadavg()[0]);

	const visits = {};
	for (const p of profiles) {
		visits[p.name] = await measurePage((task) => inContext(p, undefined, task), address + "bare.html", rounds);
		console.error("page", p.name, JSON.stringify(visits[p.name]));
	}
	const version = (await browser.version()).split("/").at(-1);
	await browser.close();
	const scores = [];
	for (const [title, url] of [["demonstration site, /", site.address], ["bare page", address + "bare.html"]]) {
		scores.push({ title, ...(await lighthouseScores(url, launch)) });
		console.error("lighthouse", JSON.stringify(scores.at(-1)));
	}
	loads.push(loadavg()[0]);

	const machine = `Chromium ${version} headless, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${loads.map((x) => x.toFixed(1)).join(", ")} (before, between and after)`;
	const { text, missed } = tables({ results, visits, scores, files, machine, rounds, targets });
	console.log(text);
	if (options.write) {
		const file = join(here, "README.md");
		const readme = readFileSync(file, "utf8");
		const [begin, end] = ["<!-- results -->\n", "<!-- end of results -->"];
		const at = readme.indexOf(begin) + begin.length;
		const until = readme.indexOf(end);
		if (at < begin.length || until < at) refuse("README.md has no place for the results");
		writeFileSync(file, readme.slice(0, at) + `\n${text}\n\n` + readme.slice(until));
	}
	if (options.check && missed.length) process.exitCode = 1;
} finally {
	for (const close of closing.reverse()) await close();
}
