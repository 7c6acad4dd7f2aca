// Every state of the calculator and of the pages of the site, as pictures for people to look at: each at the widths of a desktop, a
// tablet, a phone and a small phone, and all of a state side by side on a sheet. It tests nothing; what must hold stands in suites.
//
//	node test/states.mjs [--out folder] [--only start,school] [--widths 1280,390]
//
// It takes Chromium and the built package; for the pages of the site it builds examples/zio.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gallery, open } from "./lib/browsers.js";
import { answered, root, site } from "./lib/site.js";
import { statesOf } from "./lib/states.js";
import { visitor } from "./lib/visitor.js";

const { values: options } = parseArgs({
	options: {
		out: { type: "string", default: join(gallery, "states") },
		only: { type: "string", default: "" },
		widths: { type: "string", default: "1280,768,390,320" },
	},
});
const widths = options.widths.split(",").map(Number);
const only = options.only.split(",").filter(Boolean);
const SHEET = 1500; // pixels that a sheet is high
mkdirSync(options.out, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), "zio-states"));
const server = await site();
const browser = await open("chromium");
const page = await browser.page();
const v = visitor(page, server);
const { states, around, inside } = statesOf({ page, v, server, folder });
const PAPER = 794; // A4 at 96 points an inch

/** The pictures of the page as it is, or of a part of it, at these widths. */
async function shoot(name, part, at) {
	const made = [];
	for (const width of at) {
		await page.resize(width, width > 700 ? 900 : 800);
		await new Promise((done) => setTimeout(done, 150)); // what follows the width, such as the map
		const path = join(options.out, `${name}-${width}.png`);
		const clip = part && (await inside((root, part) => {
			const { x, y, width, height } = root.querySelector(part).getBoundingClientRect();
			return { x: Math.max(0, x + scrollX - 12), y: Math.max(0, y + scrollY - 12), width: width + 24, height: height + 24 };
		}, part)); // prettier-ignore
		await page.raw.screenshot(clip ? { path, clip, captureBeyondViewport: true } : { path, fullPage: true, captureBeyondViewport: true });
		const wide = await page.eval(() => document.documentElement.scrollWidth - innerWidth);
		if (wide > 0) console.log(`${name} at ${width}: ${wide} wider than the window`);
		made.push({ width, path });
	}
	return made;
}

/** All widths of a state beside each other, in sheets of one height. */
async function sheets(name, made) {
	const sheet = await browser.page();
	const columns = made.map(
		({ width, path }) =>
			`<img style="width:${Math.round(width * (width > 700 ? 0.55 : 0.8))}px" src="data:image/png;base64,${readFileSync(path, "base64")}">`,
	);
	await sheet.raw.setViewport({ width: 1740, height: SHEET });
	await sheet.raw.setContent(`<body style="margin:0;display:flex;gap:8px;align-items:start;background:#999">${columns.join("")}</body>`);
	const height = await sheet.eval(() => Math.max(...[...document.images].map((image) => image.getBoundingClientRect().bottom)));
	for (let i = 0; i * SHEET < height; i++)
		await sheet.raw.screenshot({
			path: join(options.out, `sheet-${name}-${i + 1}.png`),
			clip: { x: 0, y: i * SHEET, width: 1740, height: Math.min(SHEET, height - i * SHEET) },
			captureBeyondViewport: true,
		});
	await sheet.close();
}

const wanted = (name) => !only.length || only.includes(name) || only.includes(name.split("-")[0]);

/** The pages of the site, as a visitor gets them. */
async function pagesOfSite() {
	const paths = ["/", "/gemeenten", "/gemeente/0268", "/school/00OS00", "/stappen", "/jaar", "/wet", "/webmaster", "/integrator", "/ontwikkelaar", "/kaal"];
	const program = join(folder, "zio");
	execFileSync("go", ["build", "-o", program, "./examples/zio"], { cwd: root, stdio: "inherit" });
	const serve = spawn(program, ["serve", "--address", "127.0.0.1:0"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
	const url = await new Promise((resolve) => {
		let said = "";
		serve.stdout.on("data", (text) => {
			const found = /http:\/\/\S+/.exec((said += text));
			if (found) resolve(found[0]);
		});
	});
	try {
		for (const scheme of ["light", "dark"])
			for (const path of scheme === "dark" ? paths.slice(0, 5) : paths) {
				await page.raw.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
				await page.goto(url + path);
				if (path.startsWith("/school/")) await page.until(answered);
				const name = "site" + (scheme === "dark" ? "-dark" : "") + (path === "/" ? "-home" : path.replaceAll("/", "-"));
				await sheets(name, await shoot(name, "", widths));
				console.log(name);
			}
		await page.raw.emulateMediaFeatures([]);
	} finally {
		serve.kill("SIGINT");
	}
}

try {
	for (const [name, [reach, part = "", how = ""]] of Object.entries(states)) {
		if (!wanted(name)) continue;
		const made = [];
		// A picture is drawn for the width that it finds, so a phone reaches the state by itself.
		const groups = how === "print" ? [[PAPER]] : [widths.filter((w) => w > 600), widths.filter((w) => w <= 600)].filter((g) => g.length);
		for (const at of groups) {
			await page.resize(at[0], 900);
			await (around[how] ?? ((task) => task()))(async (before = async () => {}) => {
				await reach();
				await before();
				made.push(...(await shoot(name, part, at)));
			}).catch((error) => console.log(`${name}: ${error.message.slice(0, 300)}`));
		}
		await sheets(name, made);
		console.log(name);
	}
	if (wanted("site")) await pagesOfSite();
} finally {
	await browser.close();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
}
