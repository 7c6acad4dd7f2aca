// Every state that the calculator can be in, and how a visitor comes there: for pictures (../states.mjs) and for axe (../suites/axe.js).

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { answered } from "./site.js";

/** What a result unfolds, by name. */
export const everything = ["intake", "transfers", "exclusions", "compare", "sweep", "save"];

/**
 * The states by name: how one is reached; where it is a part of the page, which; and what it asks of the browser or of the host, which
 * stands in around.
 * @param {{page: any, v: any, server: any, folder: string}} context folder is for files that a visitor opens
 */
export function statesOf({ page, v, server, folder }) {
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
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.id === "school");
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

	const states = {
		loading: [() => v.show("", "/open"), "", "wasm"],
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
			async () => {
				await school();
				await v.put("#school", "");
				await page.text("geen school");
				await v.says("Niets gevonden");
			},
		],
		"school-answer": [
			async () => (await school(), await page.key("ArrowDown"), await page.key("Enter"), await page.until(answered), await v.sees(".part-result table")),
		],
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
		"engine-failed": [() => v.show("system=st-maartenschool", "/open").then(() => v.sees(".part-summary .bad")), "", "gone"],
		"link-opened": [() => link("share remember").then(() => page.until(answered))],
		"link-broken": [async () => (await page.goto("about:blank"), await page.goto(server.at("/open", "share") + "#zio=1z.abc"), await v.sees(".note"))],
		"only-result": [() => practice("st-maartenschool", "view=result readonly municipality=0296")],
		english: [() => v.show("lang=en system=st-maartenschool municipality=0268", "/open", { lang: "en" }).then(() => page.until(answered))],
		dark: [() => practice("st-maartenschool", "share municipality=0268", { scheme: "dark" })],
		"dark-start": [() => start("share", "/open", { scheme: "dark" })],
		forced: [() => practice("st-maartenschool", "share municipality=0268"), "", "forced"],
		print: [() => practice("st-maartenschool", "share municipality=0268"), "", "print"],
		"print-school": [
			async () => (await school(), await page.key("ArrowDown"), await page.key("Enter"), await page.until(answered), await v.sees(".part-result table")),
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

	return { states, around, inside };
}
