// What a site may count on: its policy is kept, nobody else is asked, and only what was built runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../lib/site.js";

export function policy(context) {
	const { v, page, server, name } = context;

	test("nothing but the files of the page is asked for, and few of them at first use", async () => {
		server.log.length = 0;
		const asked = [];
		const note = (request) => asked.push(request.url());
		page.raw?.on("request", note);
		await v.practice("st-maartenschool", "share");
		const first = [...new Set(server.log)].filter((p) => p.startsWith("/dist/"));
		assert.ok(first.includes("/dist/zio-calculator.js") && first.includes("/dist/zio.wasm"), String(first));
		assert.deepEqual(
			first.filter((p) => /full|import|fallback|more|\ben\b|systems\/(?!index|st-maartenschool)/.test(p)),
			[],
			"what unfolds later is not loaded yet",
		);
		await v.click(".part-result .why");
		await v.unfold("intake", "transfers", "compare", "sweep", "save", "link", "mode");
		await v.sees("#link");
		await page.eval(() => document.querySelector("zio-calculator").setAttribute("lang", "en"));
		await v.says("Calculate");
		page.raw?.off("request", note);
		const entries = await page.eval(() => performance.getEntriesByType("resource").map((e) => e.name));
		const outside = [...asked, ...entries].filter((url) => !url.startsWith(server.url + "/") && !/^(about|data):/.test(url)); // these ask nobody
		assert.deepEqual(outside, []);
		assert.deepEqual(
			[...new Set(server.log)].filter((p) => !/^\/(dist\/|strict$|probe\.js$|favicon\.ico$)/.test(p)),
			[],
		);
		if (page.raw)
			assert.ok(
				asked.some((url) => /\/zio\.wasm(\?|$)/.test(url)),
				"the browser told what it asks",
			);
		assert.deepEqual(await page.eval(() => [document.cookie, localStorage.length, sessionStorage.length]), ["", 0, 0]);
		await v.clean();
	});

	test("works on without a network once somebody began to work with it", async () => {
		server.log.length = 0;
		await v.practice("st-maartenschool", "share");
		await v.fill(v.field("/agreement/components/0/cost/rate"), "62");
		await v.says("De zorg kost samen € 1.063.920");
		// Reasons and everything that unfolds come with the first change.
		await page.until(() => performance.getEntriesByType("resource").filter((e) => /more|full/.test(e.name) && e.responseEnd > 0).length >= 2);
		server.silent = true;
		try {
			await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
			await v.says("De zorg kost samen € 1.046.760");
			await v.click(".part-result .why");
			await v.sees(".part-result .steps li");
			await v.unfold("sweep", "save");
			await v.sees("#slider");
			await v.click("[data-key=link]");
			await v.sees("#link");
			await v.fill(v.field("/agreement/components/0/cost/weeks"), "999");
			await v.click("[data-key=calculate]");
			await v.says("520");
			await v.click("[data-key=other]");
			await v.click('[data-key="pickschool-als-wijk"]'); // was not loaded
			await v.says("Controleer uw internet en probeer het opnieuw");
		} finally {
			server.silent = false;
		}
		await v.click("[data-key=again]");
		await v.holds("/agreement/id", "school-als-wijk");
		await page.until(answered);
	});

	test("refuses WebAssembly where the policy does, and gives the same result", async () => {
		await v.practice("st-maartenschool", "", "/nowasm");
		assert.equal(await v.answer(), "De zorg kost samen €\u00a01.029.600. Nijmegen betaalt het meest: €\u00a0448.800. Dat is 43,6\u00a0% van het geheel.");
		await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
		await v.says("De zorg kost samen € 1.046.760");
		assert.deepEqual(await page.eval(() => seen.violations.filter((x) => !/wasm/.test(x))), []);
		await page.shot(`${name}/no-wasm`);
	});

	test("works in an iframe", async () => {
		await page.goto("about:blank");
		await page.goto(server.url + "/frame?" + new URLSearchParams({ width: "900", page: "/strict?attrs=system%3Dst-maartenschool" }));
		await page.until(() =>
			/Nijmegen betaalt het meest/.test(
				document.querySelector("iframe").contentDocument?.querySelector("zio-calculator")?.shadowRoot?.querySelector(".answer > p")?.textContent,
			),
		);
		assert.deepEqual(await page.eval(() => document.querySelector("iframe").contentWindow.seen.violations), []);
	});

	test("two calculators share one engine and nothing else", async () => {
		server.log.length = 0;
		await v.show(["system=st-maartenschool id=een", "system=utrecht-bovenregionaal id=twee lang=en"]);
		await page.until(answered, 0);
		await page.until(answered, 1);
		assert.equal(server.log.filter((p) => p === "/dist/zio.wasm").length, 1);
		const before = await v.answer(1);
		await v.fill(v.field("/agreement/components/0/cost/rate"), "61", 0);
		await v.says("De zorg kost samen € 1.046.760");
		assert.equal(await v.answer(1), before);
		assert.match(before, /€\d/, "the second is in English");
		assert.equal((await v.get("agreement", 1)).id, "utrecht-bovenregionaal");
		await v.clean();
	});

	test("can be made by a script, moved, and taken away", async () => {
		await v.show([]);
		await page.eval(() => {
			const calculator = document.createElement("zio-calculator");
			calculator.setAttribute("system", "st-maartenschool");
			document.querySelector("main").append(calculator);
		});
		const answer = await page.until(answered);
		await page.eval(() => document.body.prepend(document.querySelector("zio-calculator")));
		assert.equal(await page.until(answered), answer);
		await page.eval(() => document.querySelector("zio-calculator").remove());
		await v.clean();
	});

	test("whom to ask stands at the end, before there is a result and after", async () => {
		const shown = () => page.eval(() => document.querySelector("[slot=help]").getBoundingClientRect().height > 0);
		await v.show("", "/strict", { in: '<p slot="help">Vragen? Bel 14 024.</p>' });
		await v.sees(".pick");
		assert.equal(await shown(), true);
		await v.practice("st-maartenschool", 'view="result"', "/strict", { in: '<p slot="help">Vragen? Bel 14 024.</p>' });
		assert.equal(await shown(), true);
		await v.clean();
	});

	test("without scripts the content of the element shows, with them it does not", async () => {
		await v.show("", "/strict", { noscript: "1", in: "<p>Bel 14 024 voor de berekening.</p>" });
		assert.equal(await page.eval(() => document.querySelector("zio-calculator p").getBoundingClientRect().height > 0), true);
		await v.show("", "/strict", { in: "<p>Bel 14 024 voor de berekening.</p>" });
		await v.sees(".pick");
		assert.equal(await page.eval(() => document.querySelector("zio-calculator p").getBoundingClientRect().height > 0), false);
	});
}
