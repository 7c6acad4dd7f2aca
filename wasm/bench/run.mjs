// Measures the builds of the calculator in Chromium, the same work with libraries for money, and what a visitor waits for; with
// --against also those of an earlier commit, in turn.
//
//	npm ci && (cd ../widget && npm ci) && node run.mjs [--against DIR] [--write] [--check] [--rounds 5]
//
// It needs wasm/dist (run wasm/build/build.sh), Go and Chromium (CHROMIUM names another than /usr/bin/chromium). With --write
// the tables go into README.md; with --check a target that is missed is a failure.

import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { options, rounds } from "./src/options.mjs"; // before those that look for what was built
import { launcher } from "./src/browser.mjs";
import { here, now, titled, trees } from "./src/config.mjs";
import { engineTables, engineTargets, measureEngines, questions } from "./src/engines.mjs";
import { keyTable, keyTargets, measureKeys } from "./src/keys.mjs";
import { lighthouseTable, lighthouseTargets, measureLighthouse } from "./src/lighthouse.mjs";
import { PRACTICE, measurePaths, pathTables, pathTargets } from "./src/paths.mjs";
import { bareAddress, serve, startSite } from "./src/serve.mjs";
import { sizeTable } from "./src/sizes.mjs";
import { head, row, writeBetween } from "./src/text.mjs";

const work = mkdtempSync(join(tmpdir(), "zio-bench-"));
const closing = [() => rmSync(work, { recursive: true, force: true })];
const loads = [loadavg()[0]];
try {
	const { address, files, close } = await serve(join(work, "element"));
	closing.push(close);
	const site = await startSite(work);
	closing.push(site.close);
	const launch = launcher(work);
	const browser = await launch();
	closing.push(() => browser.close());

	const asked = await questions();
	const engines = await measureEngines(browser, address, asked, rounds);
	loads.push(loadavg()[0]);
	const keys = await measureKeys(browser, address, asked, rounds);
	const visits = await measurePaths(browser, address, rounds);
	loads.push(loadavg()[0]);
	const version = (await browser.version()).split("/").at(-1);
	await browser.close();
	const bare = (tree) => ({ title: titled("bare page", tree), url: bareAddress(address, tree, PRACTICE), tree });
	const scores = await measureLighthouse([{ title: "demonstration site, /", url: site.address, tree: now }, ...trees.map(bare)], launch);
	loads.push(loadavg()[0]);

	const judged = [...engineTargets(engines), ...pathTargets(visits), ...keyTargets(keys), ...lighthouseTargets(scores)];
	const missed = judged.filter(([, is, most]) => is > most);
	const day = new Date().toISOString().slice(0, 10);
	const machine = `Chromium ${version} headless, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}`;
	const load = `load ${loads.map((x) => x.toFixed(1)).join(", ")} (before, between and after)`;
	const text = [
		sizeTable(files),
		pathTables(visits),
		keyTable(keys),
		engineTables(engines),
		lighthouseTable(scores),
		[
			...head(["target"], "at most", "measured", "met"),
			...judged.map(([what, is, most, show]) => row(what, show(most), show(is), is <= most ? "yes" : "**no**")),
		],
		[`${day}, ${machine}, ${load}, ${rounds} rounds. Times in ms: medians, and of warm calculations the quickest.`],
	]
		.map((lines) => lines.join("\n"))
		.join("\n\n");
	console.log(text);
	if (options.write) writeBetween(join(here, "README.md"), text);
	if (options.check && missed.length) process.exitCode = 1;
} finally {
	for (const close of closing.reverse()) await close();
}
