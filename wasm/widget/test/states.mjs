// Every state of the calculator and of the pages of the site, as pictures for people to look at: each at the widths of a desktop, a
// tablet, a phone and a small phone, and all of a state side by side on a sheet. It tests nothing; what must hold stands in suites.
//
//	node test/states.mjs [--out folder] [--only start,school] [--widths 1280,390]
//
// It takes Chromium and the built package; for the pages of the site it builds examples/zio.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gallery, open } from "./lib/browsers.js";
import { answered, root, site } from "./lib/site.js";
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
const PAPER = 794; // A4 at 96 points an inch
const SHEET = 1500; // pixels that a sheet is high
mkdirSync(options.out, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), "zio-states"));
const server = await site();
const browser = await open("chromium");
const page = await browser.page();
const v = visitor(page, server);
const amount = v.field("/agreement/components/0/cost/amount");
const rate = v.field("/agreement/components/0/cost/rate");
const duo = join(folder, "leerlingen.csv");
writeFileSync(
	duo,
	[
		"PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;4;5;TOTAAL",
		"20251001;0268;NIJMEGEN;6511;NIJMEGEN;99AB;01;So;7;5;12",
		"20251001;0268;NIJMEGEN;6602;WIJCHEN;99AB;01;So;0;<5;<5",
		"20251001;0344;UTRECHT;3511;UTRECHT;98AA;00;Sbo;50;50;100",
	].join("\r\n"),
);
const copied = "Gemeente\tLeerlingen\nDruten\t4\nBeuningen\t12\nNijmegen\t66\nWijchen\t23\nBerg en Dal\t9\nHeumen\t7\nAtlantis\t3";

/** Runs something in the shadow root of the calculator. */
const inside = (task, ...args) =>
	page.eval(
		(task, args) => new Function("root", "args", `return (${task})(root, ...args)`)(document.querySelector("zio-calculator").shadowRoot, args),
		String(task),
		args,
	);
const way = (key) => v.click(`[data-key=${key}]`);
const start = async (attrs = "share remember", path = "/open", more) => {
	await v.show(attrs, path, more);
	await v.sees(".ways");
};
const practice = (id, attrs = "share", more = {}) => v.practice(id, attrs, "/open", more);
const school = async () => {
	await start();
	await way("school");
	await v.says("Geteld door DUO");
	await v.click("#school");
	await page.text("maarten ubbergen");
	await v.sees("[role=option]");
};
const pasted = async () => {
	await start();
	await way("amount");
	await v.sees("#paste");
	await v.put("#paste", copied);
	await way("read");
	await v.sees("[data-key=take]");
};
const divided = async () => {
	await pasted();
	await way("take");
	await page.until(answered);
	await v.fill(amount, "650.000");
	await v.says("€ 650.000");
};
const unfold = async (id, key, shows, attrs = "share municipality=0268") => {
	await practice(id, attrs);
	await way(key);
	await v.sees(shows);
};
const link = async (attrs) => {
	await practice("utrecht-bovenregionaal", "share");
	await v.unfold("save");
	await v.click("[data-key=link]");
	await v.sees("#link");
	const { hash } = new URL(await v.value("#link"));
	await page.goto("about:blank");
	await page.goto(server.at("/open", attrs) + hash);
};
const own = async () => {
	await practice("st-maartenschool", "share");
	await page.eval(() => {
		const calculator = document.querySelector("zio-calculator");
		const population = calculator.population;
		delete population.synthetic;
		calculator.population = population;
	});
};

/** By name: how the state is reached; and, where it is a part of the page, which. */
const states = {
	loading: [() => v.show(""), "", "wasm"],
	start: [() => start("share")],
	others: [() => start().then(() => way("others"))],
	memory: [
		async () => {
			await practice("st-maartenschool");
			await page.eval(() => {
				const { agreement, population } = document.querySelector("zio-calculator");
				localStorage.setItem("zio-calculator", JSON.stringify({ agreement, population }));
			});
			await start();
		},
		".part-choose",
	],
	"school-found": [school],
	"school-none": [
		async () => (await school(), await v.put("#school", ""), await v.click("#school"), await page.text("geen school"), await v.says("Niets gevonden")),
	],
	"school-answer": [async () => (await school(), await page.key("ArrowDown"), await page.key("Enter"), await page.until(answered), await v.sees(".chart"))],
	"amount-empty": [async () => (await start(), await way("amount"), await v.sees("#paste"))],
	"amount-read": [pasted],
	"amount-answer": [divided],
	"amount-error": [async () => (await divided(), await v.fill(amount, "6 ton"), await way("calculate"), await v.sees(".bad a"))],
	"file-schools": [
		async () => {
			await start();
			await way("amount");
			await (await page.find("#file")).upload(duo);
			await v.says("Welke tellen mee?");
		},
		".part-pupils",
	],
	"file-hidden": [
		async () => {
			await practice("st-maartenschool");
			await v.unfold("intake");
			await (await page.find("#file")).upload(duo);
			await v.says("Welke tellen mee?");
			await v.click("#school1");
			await v.click("[data-key=schools]");
			await v.says("afgeschermd");
		},
		".intake",
	],
	practice: [() => practice("st-maartenschool", "share municipality=0268")],
	"practice-streams": [() => practice("hart-van-brabant")],
	explanation: [async () => (await practice("st-maartenschool"), await v.click(".part-result .why"), await v.sees(".steps li")), ".part-result"],
	map: [() => unfold("st-maartenschool", "map", ".map path[class^=shade]"), ".fold.map"],
	flows: [() => unfold("school-als-wijk", "flowPicture", ".flows .band", "share"), ".fold.flowPicture"],
	transfers: [() => unfold("school-als-wijk", "transfers", ".transfers td", "share"), ".fold.transfers"],
	exclusions: [() => unfold("st-maartenschool", "exclusions", ".exclusions td"), ".fold.exclusions"],
	"one-page": [() => unfold("hart-van-brabant", "onePage", ".onePage td", "share"), ".fold.onePage"],
	sites: [() => unfold("hart-van-brabant", "sites", ".sites td", "share"), ".fold.sites"],
	keys: [() => unfold("st-maartenschool", "keys", ".keys table"), ".fold.keys"],
	sweep: [() => unfold("st-maartenschool", "sweep", "#slider"), ".fold.sweep"],
	compare: [
		async () => {
			await unfold("st-maartenschool", "compare", "[data-key=scenario]");
			await way("scenario");
			await v.fill(rate, "61");
			await v.says("€ 1.046.760");
		},
		".part-result",
	],
	save: [
		async () => {
			await unfold("st-maartenschool", "save", "[data-key=link]", "share remember");
			await way("link");
			await v.sees("#link");
		},
		".fold.save",
	],
	small: [
		async () => {
			await own();
			await v.unfold("save");
			await way("savecsv");
			await v.sees(".small-refused");
		},
		".fold.save",
	],
	whole: [async () => (await practice("st-maartenschool"), await way("mode"), await v.sees(".item"))],
	"whole-errors": [async () => (await start(), await way("empty"), await v.sees(".item, fieldset"), await way("calculate"), await v.sees(".bad a"))],
	old: [async () => (await practice("st-maartenschool"), await v.fill(rate, "abc"), await v.sees(".old")), ".part-result"],
	"engine-failed": [() => v.show("system=st-maartenschool").then(() => v.sees(".part-summary .bad")), "", "gone"],
	"link-opened": [() => link("share remember").then(() => page.until(answered))],
	"link-broken": [async () => (await page.goto("about:blank"), await page.goto(server.at("/open", "share") + "#zio=1z.abc"), await v.sees(".note"))],
	"only-result": [() => practice("st-maartenschool", "view=result readonly municipality=0296")],
	english: [() => v.show("lang=en system=st-maartenschool municipality=0268", "/open", { lang: "en" }).then(() => page.until(answered))],
	dark: [() => practice("st-maartenschool", "share municipality=0268", { scheme: "dark" })],
	"dark-start": [() => start("share", "/open", { scheme: "dark" })],
	forced: [() => practice("st-maartenschool", "share municipality=0268"), "", "forced"],
	print: [() => practice("st-maartenschool", "share municipality=0268"), "", "print"],
	"print-school": [
		async () => (await school(), await page.key("ArrowDown"), await page.key("Enter"), await page.until(answered), await v.sees(".chart")),
		"",
		"print",
	],
};

/** What a state asks of the browser or of the host, and how that ends. */
const around = {
	wasm: (task) => server.holding("/dist/zio.wasm", task),
	async gone(task) {
		server.pages["/dist/zio.wasm"] = server.pages["/dist/zio.fallback.js"] = () => ({ status: 404 });
		await task();
		delete server.pages["/dist/zio.wasm"];
		delete server.pages["/dist/zio.fallback.js"];
	},
	async forced(task) {
		await page.prefer({ "forced-colors": "active" });
		await task();
		await page.prefer({});
	},
	/** Paper is as wide as paper; what a print unfolds, unfolds here too. */
	async print(task) {
		await task(async () => {
			await page.prefer({}, "print");
			await page.eval(() => dispatchEvent(new Event("beforeprint")));
		});
		await page.prefer({});
	},
};

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
