// A stranger embeds the calculator: the package that npm makes, installed in an empty folder, served by a plain server
// with the lines of the README, from another host, and through a bundler.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import { names, open } from "./lib/browsers.js";
import { serve } from "./lib/server.js";
import { answered, widget } from "./lib/site.js";

const folder = mkdtempSync(join(tmpdir(), "zio-embed"));
const installed = join(folder, "node_modules/@zio-collectief/zio-calculator");
const servers = [];
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const host = async (...args) => {
	const server = await serve(...args);
	servers.push(server);
	return server;
};

let plain; // a server that knows no type for WebAssembly and sends no header of its own
let elsewhere; // a page on another host than the files
let bundled;

before(async () => {
	const [{ filename }] = JSON.parse(
		execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", folder], {
			cwd: widget,
			encoding: "utf8",
			stdio: ["ignore", "pipe", "inherit"],
		}).replace(/^[^[]*/, ""),
	);
	writeFileSync(join(folder, "package.json"), '{"name":"gemeente","private":true,"type":"module"}');
	run("npm", "install", "--offline", "--no-audit", "--no-fund", "--silent", "./" + filename);

	const readme = readFileSync(join(installed, "README.md"), "utf8");
	const hash = JSON.parse(readFileSync(join(installed, "dist/integrity.json"), "utf8"))["zio-calculator.js"].integrity;
	const [lines, pinned] = [...readme.matchAll(/```html\n([^]*?)```/g)].map((m) => m[1].trim());
	assert.equal(lines.split("\n").length, 2, "the README promises two lines");
	assert.ok(pinned.includes("sha384-…"), "and a line with a hash");
	const page = (body) => `<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>Gemeente</title></head><body>\n${body}\n</body></html>\n`;

	const site = join(folder, "site");
	cpSync(join(installed, "dist"), join(site, "rekenhulp"), { recursive: true });
	writeFileSync(join(site, "index.html"), page(lines)); // word for word
	plain = await host({ "/": site }, {}, { plain: true });

	const files = await host({ "/": join(installed, "dist") });
	const [, tag] = lines.split("\n");
	elsewhere = await host({}, { "/": () => ({ body: page(pinned.replace("sha384-…", hash).replace("/rekenhulp/", files.url + "/") + "\n" + tag) }) });

	const app = join(folder, "app");
	mkdirSync(app);
	writeFileSync(
		join(app, "main.js"),
		'import "@zio-collectief/zio-calculator";\nimport { load } from "@zio-collectief/zio-calculator/engine";\nwindow.load = load;\n',
	);
	await build({ entryPoints: [join(app, "main.js")], bundle: true, minify: true, format: "esm", outfile: join(site, "app.js"), logLevel: "error" });
	writeFileSync(
		join(site, "app.html"),
		'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Gemeente</title><script type="module" src="app.js"></script>' +
			'<zio-calculator src="rekenhulp/" share></zio-calculator></html>',
	);
	bundled = plain.url + "/app.html";
});
after(async () => {
	for (const server of servers) await server.close();
	rmSync(folder, { recursive: true, force: true });
});

test("the package holds what is needed and nothing else", () => {
	assert.deepEqual(readdirSync(installed).sort(), ["LICENSE", "README.md", "dist", "package.json"]);
	const { dependencies, scripts, exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
	assert.equal(dependencies, undefined);
	assert.equal(scripts?.install ?? scripts?.postinstall, undefined);
	const list = readdirSync(join(installed, "dist"));
	assert.deepEqual(
		list.filter((name) => /std|\.map$|test/.test(name)),
		[],
	);
	for (const target of Object.values(exports).flatMap((e) => (typeof e === "string" ? [e] : Object.values(e)))) readFileSync(join(installed, target));
});

test("the types are found by whoever installs it", () => {
	writeFileSync(join(folder, "sample.ts"), readFileSync(join(widget, "test/types/sample.ts")));
	for (const [module, moduleResolution] of [
		["nodenext", "nodenext"],
		["esnext", "bundler"],
	])
		run(
			process.execPath,
			join(widget, "node_modules/typescript/bin/tsc"),
			"--noEmit",
			"--strict",
			"--skipLibCheck",
			"false",
			"--target",
			"es2022",
			"--module",
			module,
			"--moduleResolution",
			moduleResolution,
			"--lib",
			"es2022,dom",
			"sample.ts",
		);
});

for (const name of names)
	describe(name, { timeout: 180_000 }, () => {
		let browser;
		let page;
		before(async () => {
			browser = await open(name);
			page = await browser.page();
			await page.resize(1280, 900);
		});
		after(() => browser?.close());

		const works = async (url) => {
			await page.goto("about:blank");
			await page.goto(url);
			await (await page.find(".pick")).click();
			assert.match(await page.until(answered), /Nijmegen betaalt het meest: €\u00a0448\.800/);
		};

		test("the two lines of the README on a plain server", async () => {
			await works(plain.url + "/index.html");
			await page.shot(`embed/${name}-two-lines`);
		});

		test("pinned to its hash, with the files on another host", () => works(elsewhere.url + "/"));

		test("through a bundler", async () => {
			await works(bundled);
			assert.equal(
				await page.eval(async () => (await (await load("rekenhulp/")).call({ call: "municipalities", query: "0268" })).value[0].name),
				"Nijmegen",
			);
			// What unfolds is loaded from the folder too.
			await (await page.find("[data-key=save]")).click();
			await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("[data-key=link]") !== null);
		});
	});
