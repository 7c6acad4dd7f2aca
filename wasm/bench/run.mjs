// Measures the builds of the calculator in Chromium, and the same division with libraries for money.
//
//	npm ci && node run.mjs [--write] [--rounds 5]
//
// It needs wasm/dist (run wasm/build/build.sh) and Chromium (CHROMIUM names another than /usr/bin/chromium). With --write the
// tables go into README.md. It fails when a target is not met and --check is given.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";
import { requests } from "./src/scenario.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "dist");
const { values: options } = parseArgs({ options: { write: { type: "boolean" }, check: { type: "boolean" }, rounds: { type: "string", default: "5" } } });
const rounds = Number(options.rounds);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

const refuse = (text) => {
	console.error("bench: " + text);
	process.exit(1);
};
for (const name of ["zio.wasm", "zio.std.wasm", "zio.fallback.js"]) if (!existsSync(join(dist, name))) refuse(`${name} is not built: run wasm/build/build.sh`);
if (!existsSync(chromium)) refuse(`${chromium} is missing: install chromium, or name one in CHROMIUM`);

const engines = [
	{ name: "tiny", title: "TinyGo wasm (zio.wasm)", files: ["zio.wasm"] },
	{ name: "std", title: "plain Go wasm (zio.std.wasm)", files: ["zio.std.wasm"] },
	{ name: "fallback", title: "JavaScript (zio.fallback.js)", files: ["zio.fallback.js"] },
	{ name: "dinero", title: "division with dinero.js 2.0.2", files: ["dinero.js"] },
	{ name: "big", title: "division with big.js 7.0.1", files: ["big.js"] },
];
const profiles = [
	{ name: "local", title: "local" },
	{ name: "4g", title: "4G, CPU/4", network: { latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 }, cpu: 4 },
	{ name: "3g", title: "slow 3G, CPU/6", network: { latency: 300, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }, cpu: 6 },
];
const targets = { ready: { local: 60, "4g": 250, "3g": 600 }, steady: { 12: 0.2, 342: 4 } };

// The files of the pages, compressed as a host should.
const files = new Map();
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
const types = { wasm: "application/wasm", js: "text/javascript", html: "text/html; charset=utf-8" };
const add = (name, bytes) => files.set(name, { bytes, br: brotli(bytes), type: types[name.split(".").at(-1)] });
for (const name of ["zio.wasm", "zio.std.wasm", "zio.fallback.js"]) add(name, readFileSync(join(dist, name)));
add("wasi.js", readFileSync(join(here, "..", "widget", "src", "wasi.js")));
add("page.js", readFileSync(join(here, "src", "page.js")));
add("index.html", Buffer.from('<!doctype html><title>bench</title><link rel="icon" href="data:,"><script type="module" src="./page.js"></script>'));
for (const name of ["dinero", "big"]) {
	const { outputFiles } = await build({ entryPoints: [join(here, "src", name + ".js")], bundle: true, minify: true, format: "esm", write: false, legalComments: "none" });
	add(name + ".js", Buffer.from(outputFiles[0].contents));
}

const server = createServer((request, response) => {
	const file = files.get(new URL(request.url, "http://x").pathname.slice(1) || "index.html");
	if (!file) return response.writeHead(404).end();
	response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "content-length": file.br.length, "cache-control": "max-age=600" }).end(file.br);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/`;

const profile = mkdtempSync(join(tmpdir(), "zio-bench-"));
const browser = await puppeteer.launch({
	executablePath: chromium,
	headless: true,
	userDataDir: profile,
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});
const asked = await requests(join(dist, "zio.wasm"), [12, 342]);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Opens the page in a context of its own, so that nothing is cached, and does something in it. */
async function inPage({ network, cpu }, task) {
	const context = await browser.createBrowserContext();
	try {
		const open = async () => {
			const page = await context.newPage();
			await page.goto(address);
			await page.waitForFunction("globalThis.bench");
			const client = await page.createCDPSession();
			if (network) {
				await client.send("Network.enable");
				await client.send("Network.emulateNetworkConditions", { offline: false, ...network });
			}
			if (cpu) await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
			return page;
		};
		return await task(open);
	} finally {
		await context.close();
	}
}

const results = {};
let totals;
for (const engine of engines) {
	const r = (results[engine.name] = { ready: {}, warm: {}, steady: {} });
	r.bytes = engine.files.reduce((sum, name) => sum + files.get(name).bytes.length, 0);
	r.brotli = engine.files.reduce((sum, name) => sum + files.get(name).br.length, 0);
	for (const p of profiles) {
		const [cold, warm] = [[], []];
		for (let i = 0; i < rounds; i++) {
			await inPage(p, async (open) => {
				cold.push(await (await open()).evaluate((name) => bench.ready(name), engine.name));
				warm.push(await (await open()).evaluate((name) => bench.ready(name), engine.name));
			});
		}
		r.ready[p.name] = median(cold);
		r.warm[p.name] = median(warm);
	}
	const firsts = [];
	for (let i = 0; i < rounds; i++) {
		await inPage({}, async (open) => {
			const page = await open();
			await page.evaluate((name) => bench.ready(name), engine.name);
			const { time, total } = await page.evaluate((request) => bench.first(request), asked[12]);
			firsts.push(time);
			totals ??= total;
			if (total !== totals) refuse(`${engine.name} divides ${total} cents, others ${totals}`);
			if (i === 0) {
				for (const n of [12, 342]) r.steady[n] = await page.evaluate((request) => bench.steady(request), asked[n]);
				r.full = {};
				if (engine.name !== "dinero" && engine.name !== "big") for (const n of [12, 342]) r.full[n] = await page.evaluate((request) => bench.steady(request), asked[n].replace('"draft":true,', ""));
				r.memory = await page.evaluate(() => bench.memory());
			}
		});
	}
	r.first = median(firsts);
	console.error(engine.name, JSON.stringify(r));
}
const version = await browser.version();
await browser.close();
server.close();
rmSync(profile, { recursive: true, force: true });

const ms = (x) => (x === undefined ? "" : x < 10 ? x.toFixed(x < 1 ? 3 : 2) : x.toFixed(0));
const row = (...cells) => `| ${cells.join(" | ")} |`;
const table = [
	row("", "bytes", "brotli", ...profiles.map((p) => `ready ${p.title} (again)`), "first result", "12 municipalities", "342 municipalities", "whole document, 12 / 342", "memory MB"),
	"|---|" + "---:|".repeat(profiles.length + 7),
	...engines.map(({ name, title }) => {
		const r = results[name];
		return row(
			title,
			r.bytes,
			r.brotli,
			...profiles.map((p) => `${ms(r.ready[p.name])} (${ms(r.warm[p.name])})`),
			ms(r.first),
			ms(r.steady[12]),
			ms(r.steady[342]),
			r.full?.[12] ? `${ms(r.full[12])} / ${ms(r.full[342])}` : "",
			r.memory ? (r.memory / 2 ** 20).toFixed(1) : "",
		);
	}),
].join("\n");

const missed = [
	...profiles.map((p) => [`ready ${p.title}`, results.tiny.ready[p.name], targets.ready[p.name]]),
	...[12, 342].map((n) => [`${n} municipalities`, results.tiny.steady[n], targets.steady[n]]),
	["342 municipalities against dinero.js", results.tiny.steady[342], results.dinero.steady[342]],
].filter(([, is, most]) => is > most);
const about = `Chromium ${version.split("/").at(-1)} headless, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}; times in ms, median of ${rounds} loads, quickest of nine rounds of calculation.`;
const verdict = missed.length ? "Targets that this run missed: " + missed.map(([what, is, most]) => `${what} ${ms(is)} (target ${ms(most)})`).join("; ") + "." : "All targets are met.";
console.log(`${table}\n\n${about}\n\n${verdict}`);

if (options.write) {
	const file = join(here, "README.md");
	const text = readFileSync(file, "utf8");
	const [begin, end] = ["<!-- results -->\n", "<!-- end of results -->"];
	const at = text.indexOf(begin) + begin.length;
	const until = text.indexOf(end);
	if (at < begin.length || until < at) refuse("README.md has no place for the results");
	writeFileSync(file, text.slice(0, at) + `\n${table}\n\n${about}\n\n${verdict}\n\n` + text.slice(until));
}
if (options.check && missed.length) process.exit(1);
