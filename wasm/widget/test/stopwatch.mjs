// How long a visitor takes, with a stopwatch: the school path and the amount path on a phone, as somebody would who does it for the
// first time (a key takes 200 ms, a choice 1.5 s), and where the answer stands then; and how long the first answer of a school takes
// on 4G with a processor that is four times as slow. It asserts nothing: times depend on the machine.
//
//	node test/stopwatch.mjs
//
// It takes Chromium and the built package, which a server sends with brotli as a host would.

import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { open } from "./lib/browsers.js";
import { answered, widget } from "./lib/site.js";
import { visitor } from "./lib/visitor.js";

const KEY = 200;
const CHOICE = 1500;
/** What towers call 4G: the profile of a slow one that Lighthouse takes, and that of a usual one. */
const networks = { "slow 4G of Lighthouse, 1.6 Mbit/s, 150 ms": [1.6, 150], "4G, 9 Mbit/s, 170 ms": [9, 170] };

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".txt": "text/plain" };
const server = createServer((request, response) => {
	const { pathname, searchParams } = new URL(request.url, "http://host");
	if (!pathname.startsWith("/dist/")) {
		const attrs = searchParams.get("attrs") ?? "";
		response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
		return response.end(
			`<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Zorg</title><h1>Zorg op school</h1>
			<script type="module" src="/dist/zio-calculator.js"></script><zio-calculator ${attrs}></zio-calculator>`,
		);
	}
	const file = join(widget, pathname);
	if (!existsSync(file)) return response.writeHead(404).end();
	const packed = existsSync(file + ".br");
	response.writeHead(200, { "Content-Type": types[extname(file)] ?? "text/plain", ...(packed && { "Content-Encoding": "br" }) });
	response.end(readFileSync(packed ? file + ".br" : file));
});
await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const url = `http://127.0.0.1:${port}/?attrs=`;
server.at = () => url;
server.url = url;

const browser = await open("chromium");
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** One way of a visitor, from the page that is open to the answer. */
async function walk(name, way) {
	const page = await browser.page();
	const v = visitor(page, server);
	await page.resize(390, 844);
	await page.goto(url);
	await v.sees(".ways");
	const began = Date.now();
	let presses = 0;
	const hand = {
		async press(selector) {
			await wait(CHOICE);
			presses++;
			await v.tap(selector);
		},
		async type(text) {
			await wait(CHOICE);
			for (const key of text) {
				await page.text(key);
				await wait(KEY);
			}
		},
	};
	await way(page, v, hand);
	await page.until(answered);
	const seconds = (Date.now() - began) / 1000;
	const { top, text } = await page.eval(() => {
		const answer = document.querySelector("zio-calculator").shadowRoot.querySelector(".answer");
		return { top: Math.round(answer.getBoundingClientRect().top), text: answer.firstChild.textContent };
	});
	const place = top >= 0 && top < 844 ? "in sight" : "out of sight, its sentence stays in sight";
	console.log(`${name}: ${seconds.toFixed(1)} s, ${presses} presses; the answer stands ${top} pixels below the top of the screen (${place}): ${text}`);
	await page.close();
}

await walk("my school", async (page, v, hand) => {
	await hand.press("summary[data-key=school]");
	await v.says("Geteld door DUO");
	await hand.type("maarten ubbergen");
	await hand.press("[role=option]");
	await page.until(answered);
	await hand.press("[data-pointer$='/cost/amount']");
	await page.chord("a");
	await hand.type("500000");
	await page.key("Tab");
	await v.says("De zorg kost samen € 500.000");
});

const towns =
	"Druten Beuningen Heumen Arnhem Ede Apeldoorn Zutphen Doetinchem Tiel Utrecht Zeist Amersfoort Soest Amsterdam Haarlem Leiden Delft Gouda Breda " +
	"Tilburg Eindhoven Helmond Wijchen Nijmegen Venlo";
const copied = "Gemeente\tLeerlingen\n" + towns.split(" ").map((town, i) => `${town}\t${i + 1}\n`).join(""); // prettier-ignore

await walk("an amount, with 25 rows pasted", async (page, v, hand) => {
	await hand.press("[data-key=amount]");
	await v.sees("#paste");
	await hand.press("[data-pointer$='/cost/amount']");
	await page.chord("a");
	await hand.type("650000");
	await hand.press("#paste");
	await v.put("#paste", copied);
	await hand.press("[data-key=read]");
	await v.says("25 regels komen in");
	await hand.press("[data-key=take]");
});

/** From the address to the answer, and from the choice of a school to it. */
async function first(attrs, [megabits, latency], choose) {
	const page = await browser.page();
	const v = visitor(page, server);
	await page.resize(390, 844);
	const session = await page.raw.createCDPSession();
	await session.send("Network.enable");
	await session.send("Network.setCacheDisabled", { cacheDisabled: true });
	const throughput = (megabits * 1e6) / 8;
	await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput });
	await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
	await page.raw.evaluateOnNewDocument(() => {
		window.look = () => {
			const answer = document.querySelector("zio-calculator")?.shadowRoot?.querySelector(".answer > p");
			if (answer) requestAnimationFrame(() => (window.shownAt = performance.now()));
			else requestAnimationFrame(window.look);
		};
		window.look();
	});
	await page.goto(url + encodeURIComponent(attrs));
	let from = 0;
	if (choose) {
		await v.sees(".ways");
		await v.tap("summary[data-key=school]");
		await v.says("Geteld door DUO");
		await v.put("#school", "");
		await v.tap("#school");
		await page.text("maarten ubbergen");
		await v.sees("[role=option]");
		from = await page.eval(() => {
			const began = performance.now();
			document.querySelector("zio-calculator").shadowRoot.querySelector("[role=option]").click();
			return began;
		});
	}
	const at = await page.until(() => window.shownAt);
	await page.close();
	return Math.round(at - from);
}

for (const [name, network] of Object.entries(networks)) {
	const median = async (...args) => {
		const times = [];
		for (let i = 0; i < 3; i++) times.push(await first(args[0], network, args[1]));
		return times.sort((a, b) => a - b)[1];
	};
	console.log(`${name}, processor 4 times as slow, middle of three:`);
	console.log(`  a practice, from its address: ${await median('system="st-maartenschool"')} ms`);
	console.log(`  a school, from its address: ${await median('school="00OS00"')} ms`);
	console.log(`  a school, from its choice in the list: ${await median("", true)} ms`);
}
await browser.close();
server.close();
