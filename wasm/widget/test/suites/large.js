// Files as large as the one of the country: read in a worker, with a bar and a way to stop, and on the page where a policy
// refuses workers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dropLarge, sums, towns } from "../lib/duo.js";

const names = towns.map(([name]) => name);
const COUNTRY = 4800; // schools: 120,000 lines, 28 MB

export function large(context) {
	const { v, page, name } = context;
	const byHome = () =>
		page.eval(() => {
			const found = {};
			for (const g of document.querySelector("zio-calculator").population.groups) found[g.home] = (found[g.home] ?? 0) + g.pupils;
			return found;
		});
	/** Chooses the n-th made-up school of a file that asks which schools count. */
	const school = async (n) => {
		await v.says("Welke tellen mee?");
		await v.put("#schoolFilter", `Proefschool-${n};`);
		await v.click("#school0");
		await v.says("1 gekozen.");
		await v.click("[data-key=schools]");
	};

	test("the file of the country is read in a worker, and the page answers meanwhile", async () => {
		await v.practice("utrecht-bovenregionaal");
		await page.eval(() => {
			window.longest = 0;
			window.workers = 0;
			const Made = window.Worker;
			window.Worker = class extends Made {
				constructor(...args) {
					super(...args);
					window.workers++;
				}
			};
			let last = 0;
			window.watch = () => {
				last = performance.now();
				const beat = () => {
					window.longest = Math.max(window.longest, performance.now() - last);
					last = performance.now();
					window.beating = setTimeout(beat, 10);
				};
				beat();
			};
		});
		const size = await page.eval(dropLarge, COUNTRY, names, "03-leerlingen-po-land.csv");
		await page.eval(() => window.watch());
		assert.ok(size > 26_000_000, String(size));
		await v.sees("#reading");
		if (name === "chromium") await page.shot(`${name}/large-reading`);
		await v.fill(v.field("/agreement/components/0/cost/amount"), "1000");
		await v.says("De zorg kost samen € 1.000.");
		await school(4711);
		await v.says("25 regels ingelezen.");
		await v.says("Geteld op 01-10-2024");
		assert.deepEqual(await byHome(), sums(4711));
		const { parties } = await v.get("agreement");
		for (const [town, code] of towns) assert.equal(parties.find((p) => p.id === code)?.name, town);
		const { longest, workers } = await page.eval(() => (clearTimeout(window.beating), { longest: window.longest, workers: window.workers }));
		assert.equal(workers, 1);
		console.log(`# ${name}: ${(size / 1e6).toFixed(1)} MB, the page stood still for ${longest.toFixed(0)} ms at most`);
		await v.clean();
	});

	test("reading is stopped, and nothing has changed", async () => {
		await v.practice("utrecht-bovenregionaal");
		const before = await v.get("population");
		await page.eval(dropLarge, COUNTRY, names, "land.csv");
		await v.click("[data-key=stopReading]");
		await v.says("Het lezen is gestopt. Er is niets veranderd.");
		assert.equal(await v.focus(), "file");
		assert.deepEqual(await v.get("population"), before);
		// The next file is read as if there had been none.
		await page.eval(dropLarge, 300, names, "deel.csv");
		await school(7);
		await v.says("25 regels ingelezen.");
		assert.deepEqual(await byHome(), sums(7));
		await v.clean();
	});

	test("without leave for workers a large file is read on the page, which says so", async () => {
		await v.practice("utrecht-bovenregionaal", "", "/noworker");
		const size = await page.eval(dropLarge, 2000, names, "deel.csv");
		assert.ok(size > 8_000_000, String(size));
		await v.says("Deze website laat lezen op de achtergrond niet toe.");
		await school(1999);
		await v.says("25 regels ingelezen.");
		assert.deepEqual(await byHome(), sums(1999));
		assert.deepEqual(await page.eval(() => seen.violations.filter((x) => !/^worker-src/.test(x))), []);
	});

	test("without leave for WebAssembly the worker counts too", async () => {
		await v.practice("utrecht-bovenregionaal", "", "/nowasm");
		await page.eval(dropLarge, 300, names, "deel.csv");
		await school(123);
		await v.says("25 regels ingelezen.");
		assert.deepEqual(await byHome(), sums(123));
	});

	test("all schools of a kind are taken at once, as far as there is room", async () => {
		await v.practice("utrecht-bovenregionaal");
		await page.eval(dropLarge, 400, names, "deel.csv");
		await v.says("Welke tellen mee?");
		await v.click("[data-key=kindSbo]");
		await v.says("100 gekozen.");
		await v.click("[data-key=schools]");
		await v.says("2500 regels ingelezen.");
		const whole = {};
		for (let k = 3; k < 400; k += 4) for (const [code, n] of Object.entries(sums(k))) whole[code] = (whole[code] ?? 0) + n;
		assert.deepEqual(await byHome(), whole);
		await page.eval(dropLarge, 8000, names, "meer.csv");
		await v.says("Welke tellen mee?");
		await v.click("[data-key=kindBo]");
		await v.click("[data-key=schools]");
		await v.says("Kies minder scholen");
		assert.deepEqual(await byHome(), whole);
		await v.clean();
	});
}
