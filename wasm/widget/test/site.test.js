// The demonstration site (go run ./examples/zio serve) as a visitor sees it, in Chromium: every page, both languages,
// the three themes.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { names, open } from "./lib/browsers.js";
import { answered, audit, widget } from "./lib/site.js";

const paths = ["/", "/webmaster", "/integrator", "/ontwikkelaar", "/kaal", "/en/", "/en/webmaster", "/en/integrator", "/en/developer"];
const run = names.includes("chromium") ? {} : { skip: "ZIO_BROWSERS leaves Chromium out" };

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

test("every page in every theme: no violations of accessibility, nothing sideways on a phone", { ...run, timeout: 300_000 }, async () => {
	const axe = readFileSync(join(widget, "node_modules/axe-core/axe.min.js"), "utf8");
	await page.raw.setBypassCSP(true); // for axe alone; the policy is tested below
	for (const path of paths)
		for (const theme of ["rustig", "voorbeeld", "kust"]) {
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
	await page.raw.setBypassCSP(false);
	await page.resize(1280, 900);
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
