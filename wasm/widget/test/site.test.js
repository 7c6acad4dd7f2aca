// The demonstration site (go run ./examples/zio serve) as a visitor sees it, in Chromium: every page, both languages,
// the three themes.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { names, open } from "./lib/browsers.js";
import { answered, audit, widget } from "./lib/site.js";

const paths = ["/", "/gemeenten", "/gemeente/0268", "/school/00OS00", "/stappen", "/jaar", "/wet", "/webmaster", "/integrator", "/ontwikkelaar", "/kaal"];
paths.push("/en/", "/en/municipalities", "/en/municipality/0268", "/en/school/00OS00", "/en/steps", "/en/year", "/en/law", "/en/webmaster");
paths.push("/en/integrator", "/en/developer");
const run = names.includes("chromium") ? {} : { skip: "ZIO_BROWSERS leaves Chromium out" };

/** A host that knows nothing but files: a folder shows its index.html. */
async function filesOf(folder) {
	const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm" };
	const server = createServer((request, response) => {
		const path = join(folder, new URL(request.url, "http://host").pathname);
		const file = path.endsWith("/") ? path + "index.html" : path;
		if (!existsSync(file)) return response.writeHead(404).end();
		response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
	const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
	return { url: "http://127.0.0.1:" + port, close: () => new Promise((resolve) => server.close(resolve)) };
}

let serve;
let url;
let browser;
let page;
let folder;

before(async () => {
	if (run.skip) return;
	folder = mkdtempSync(join(tmpdir(), "zio-site"));
	const root = join(widget, "../..");
	const program = join(folder, "zio");
	await new Promise((resolve, reject) =>
		spawn("go", ["build", "-o", program, "./examples/zio"], { cwd: root, stdio: "inherit" }).on("exit", (code) =>
			code ? reject(new Error("go build: " + code)) : resolve(),
		),
	);
	serve = spawn(program, ["serve", "--address", "127.0.0.1:0", "--lang", "en"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
	url = await new Promise((resolve, reject) => {
		let said = "";
		serve.stdout.on("data", (text) => {
			said += text;
			const found = /http:\/\/\S+/.exec(said);
			if (found) resolve(found[0]);
		});
		serve.on("exit", () => reject(new Error("serve stopped: " + said)));
	});
	browser = await open("chromium");
	page = await browser.page();
});
after(async () => {
	if (run.skip) return;
	await browser.close();
	serve.kill("SIGINT");
	rmSync(folder, { recursive: true, force: true });
});

test("every page in every theme: no violations of accessibility, nothing sideways on a phone", { ...run, timeout: 600_000 }, async () => {
	const axe = readFileSync(join(widget, "node_modules/axe-core/axe.min.js"), "utf8");
	await page.raw.setBypassCSP(true); // for axe alone; the policy is tested below
	for (const path of paths)
		for (const theme of path.startsWith("/en/") ? ["rustig"] : ["rustig", "voorbeeld", "kust", "dark"]) {
			await page.raw.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme === "dark" ? "dark" : "light" }]);
			await page.resize(1280, 900);
			await page.goto(`${url}${path}?thema=${theme}`);
			if (/^\/(en\/)?$|kaal/.test(path)) {
				await (await page.find(".pick")).click();
				await page.until(answered);
			}
			await page.raw.evaluate(axe);
			assert.deepEqual(await page.eval(audit), [], `${path} ${theme}`);
			await page.shot(`site/${theme}${path.replaceAll("/", "-")}`);
			await page.resize(360, 800);
			assert.equal(await page.eval(() => document.documentElement.scrollWidth <= innerWidth), true, `${path} ${theme} scrolls sideways`);
		}
	await page.raw.emulateMediaFeatures([]);
	await page.raw.setBypassCSP(false);
	await page.resize(1280, 900);
});

test("the schools and the map are those of the package", run, async () => {
	for (const name of ["schools.txt", "map.txt"]) {
		const served = await (await fetch(`${url}/rekenhulp/${name}`)).text();
		assert.ok(served === readFileSync(join(widget, "dist", name), "utf8"), name + " is another than in dist: run node build.mjs --release");
	}
});

test("the page of a school answers with its pupils, and leads to a municipality", run, async () => {
	await page.goto(url + "/school/00OS00");
	assert.match(await page.until(answered), /Nijmegen betaalt het meest: ongeveer €.30\.851\. /);
	await page.raw.click("th a[href='/gemeente/0268']");
	await page.until(() => document.title.startsWith("Leerlingen uit Nijmegen"));
	assert.match(await page.eval(() => document.querySelector("tbody").innerText), /Sint Maartenschool\s+Ubbergen\s+so\s+49 tot en met 79/);
});

test("a municipality is found by a part of its name", run, async () => {
	await page.goto(url + "/gemeenten");
	await page.raw.focus("#zoek");
	await page.text("nijme");
	assert.equal(await page.eval(() => [...document.querySelectorAll("[data-filter] li")].filter((li) => !li.hidden).length), 1);
	await page.key("Enter");
	await page.until(() => document.title.startsWith("Leerlingen uit Nijmegen"));
});

test("the work plan stays on the device when that is asked, and its file is a workplan document", run, async () => {
	await page.goto(url + "/stappen");
	await page.eval(() => {
		const set = (selector, value) => {
			const box = document.querySelector(selector);
			box.value = value;
			box.dispatchEvent(new Event("input", { bubbles: true }));
		};
		set("#state-direction", "done");
	});
	assert.equal(await page.eval(() => document.querySelector("[data-step=direction] .wrong").hidden), false);
	await page.raw.focus("#shown-direction");
	await page.text("Besluit van de raad");
	assert.equal(await page.eval(() => document.querySelector("[data-step=direction] .wrong").hidden), true);
	await page.goto(url + "/stappen"); // nothing was kept
	assert.equal(await page.eval(() => document.querySelector("#shown-direction").value), "");
	await page.raw.focus("#shown-direction");
	await page.text("Besluit van de raad");
	await page.raw.click("[name=keep]");
	await page.goto(url + "/stappen");
	assert.equal(await page.eval(() => document.querySelector("#shown-direction").value), "Besluit van de raad");
	const kept = await page.eval(() => localStorage.getItem("zio-workplan"));
	const file = join(folder, "workplan.json");
	writeFileSync(file, kept);
	execFileSync(join(folder, "zio"), ["validate", file], { stdio: "pipe" });
	await page.raw.click("[name=clear]");
	await page.raw.click("[name=keep]");
	assert.equal(await page.eval(() => localStorage.getItem("zio-workplan")), null);
});

test("the written site works in a folder of any host", { ...run, timeout: 120_000 }, async () => {
	const out = join(folder, "out");
	execFileSync(join(folder, "zio"), ["site", join(out, "zorg")], { cwd: join(widget, "../.."), stdio: "pipe" });
	const host = await filesOf(out);
	try {
		const asked = [];
		page.raw.on("request", (r) => asked.push(r.url()));
		await page.goto(host.url + "/zorg/school/00OS00/");
		assert.match(await page.until(answered), /Nijmegen betaalt het meest/);
		await page.raw.click("th a");
		await page.until(() => document.title.startsWith("Leerlingen uit Nijmegen"));
		assert.ok(
			asked.every((u) => u.startsWith(host.url + "/zorg/") || /^(blob|data):/.test(u)),
			asked.find((u) => !u.startsWith(host.url + "/zorg/")),
		);
	} finally {
		await host.close();
	}
});

test("the policy of the site is kept, and a page asks nobody else", { ...run, timeout: 120_000 }, async () => {
	const violations = [];
	const foreign = [];
	page.raw.on("console", (m) => /Content Security Policy|Trusted/.test(m.text()) && violations.push(m.text()));
	page.raw.on("request", (r) => !r.url().startsWith(url) && !/^(blob|data|about):/.test(r.url()) && foreign.push(r.url()));
	for (const path of paths) await page.goto(url + path);
	await page.goto(url + "/");
	await (await page.find(".pick")).click();
	await page.until(answered);
	await (await page.find("[data-key=save]")).click();
	await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("[data-key=link]") !== null);
	assert.deepEqual([violations, foreign, page.errors], [[], [], []]);
});

test("the check of a file says of the populations of the project what the program says, or what was not looked at", { ...run, timeout: 240_000 }, async () => {
	const examples = join(widget, "../../examples/agreements");
	const wrong = [];
	for (const { name } of readdirSync(examples, { withFileTypes: true }).filter((f) => f.isDirectory())) {
		const path = join(examples, name, "population.json");
		if (!existsSync(path)) continue;
		const { status, stdout } = spawnSync(join(folder, "zio"), ["validate", path], { cwd: folder, encoding: "utf8" });
		const codes = [...new Set(stdout.match(/[a-z]+\.[a-z-]+(?= )/g) ?? [])].filter((code) => !/\.json/.test(code));
		await page.goto(url + "/integrator");
		await (await page.raw.$("input[type=file]")).uploadFile(path);
		await page.until(() => document.querySelector(".verdict .good, .verdict .bad") !== null);
		const [good, text] = await page.eval(() => [document.querySelector(".verdict .good") !== null, document.querySelector(".verdict").innerText]);
		const elsewhere = /Niet gekeken is of de gemeenten op die dag bestonden/.test(text) && codes.every((code) => code.startsWith("municipality."));
		if (good !== (status === 0) && !elsewhere) wrong.push(`${name}: ${status}, ${codes}, ${text}`);
	}
	assert.deepEqual(wrong, []);
});

test("an integrator checks a file in the browser", { ...run, timeout: 120_000 }, async () => {
	const population = JSON.parse(readFileSync(join(widget, "../../examples/agreements/st-maartenschool/population.json"), "utf8"));
	const check = async (name, content, language = "") => {
		await page.goto(url + language + "/integrator");
		const path = join(folder, name);
		writeFileSync(path, content);
		await (await page.raw.$("input[type=file]")).uploadFile(path);
		await page.until(() => document.querySelector(".verdict .good, .verdict .bad") !== null);
		return page.eval(() => document.querySelector(".verdict").innerText);
	};
	assert.match(await check("goed.json", JSON.stringify(population)), /Dit bestand is goed\. Het is een populatie/);
	population.groups[3].home = "9999x";
	const bad = await check("fout.json", JSON.stringify(population));
	assert.match(bad, /Dit bestand klopt niet/);
	assert.match(bad, /\/groups\/3\/home/);
	assert.match(await check("geen.json", "{"), /klopt niet/);
	assert.match(await check("kind.json", '{"$schema":"https://example.org"}', "/en"), /does not say/);
	await page.shot("site/checked");
});
