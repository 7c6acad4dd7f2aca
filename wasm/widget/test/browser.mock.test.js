// The calculator with the stand-in engine: what people do, and what happens when the engine misbehaves.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { names, open } from "./lib/browsers.js";
import { answered, audit, site, text } from "./lib/site.js";

let server;
before(async () => (server = await site("mock")));
after(() => server.close());

const field = (pointer) => `[data-pointer="${pointer}"]`;
const rate = field("/agreement/components/0/cost/rate");
const weeks = field("/agreement/components/0/cost/weeks");
const calculator = (n = 0) => document.querySelectorAll("zio-calculator")[n];

for (const name of names)
	describe(name, { timeout: 600_000 }, () => {
		let browser;
		let page;
		before(async () => {
			browser = await open(name);
			page = await browser.page();
			await page.resize(1280, 900);
		});
		after(() => browser.close());

		const show = async (attrs, path = "/strict", more) => {
			await page.goto("about:blank"); // a page that is loaded again is not always a new page
			await page.goto(server.at(path, attrs, more));
			if (/system=/.test(String(attrs))) await page.until(answered, [attrs].flat().length - 1);
		};
		const click = async (selector, n) => {
			// A new result may take the place of what was found: then it is found again.
			for (let i = 0; ; i++) {
				try {
					return await (await page.find(selector, n)).click();
				} catch (error) {
					if (i > 4 || /not found/.test(error.message)) throw error;
				}
			}
		};
		const fill = async (selector, value, n) => {
			await (await page.find(selector, n)).fill(value);
			await page.key("Tab");
		};
		const says = (part) => page.until((part) => document.querySelector("zio-calculator").shadowRoot.querySelector(".page").innerText.includes(part), part);
		const clean = async () => assert.deepEqual(await page.eval(() => [...seen.violations, ...seen.errors]), []);

		test("begins with the choice of a practice and calculates what is chosen", async () => {
			await show("");
			await says("Nijmegen en regio");
			await says("lege afspraak");
			await page.shot(`${name}/mock-choose`);
			await click(".pick");
			await page.until(answered);
			assert.match(await page.eval(text), /Nijmegen betaalt het meest: €\s2\.059\.200/);
			assert.deepEqual(await page.eval(() => [...new Set(seen.events)]), ["zio-ready", "zio-result"]);
			await clean();
		});

		test("typing recalculates, Dutch numbers are understood and written back", async () => {
			await show("system=nijmegen");
			await fill(rate, "1.000,5");
			await page.until(() => /43\.141\.560/.test(document.querySelector("zio-calculator").shadowRoot.querySelector(".answer").textContent));
			assert.equal(await page.eval((s) => document.querySelector("zio-calculator").shadowRoot.querySelector(s).value, rate), "1.000,50");
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").agreement.components[0].cost.rate), "1000.50");
			await clean();
		});

		test("wrong input keeps the last good result, is listed, and leads to the field", async () => {
			await show("system=nijmegen");
			const good = await page.eval(answered);
			await fill(rate, "abc");
			await says("Uurtarief: vul een getal in");
			assert.equal(await page.eval(answered), good);
			await click("[data-key=calculate]");
			await says("Er is 1 ding dat niet klopt");
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.classList.contains("bad")), true, "the summary has the focus");
			assert.equal(await page.eval((s) => document.querySelector("zio-calculator").shadowRoot.querySelector(s).getAttribute("aria-invalid"), rate), "true");
			await click(".bad a");
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.pointer), "/agreement/components/0/cost/rate");
			await fill(rate, "80");
			await page.until((good) => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").textContent !== good, good);
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".bad")), null);
			await clean();
		});

		test("problems of the engine stand at their field", async () => {
			await show("system=nijmegen");
			await fill(weeks, "99");
			await click("[data-key=calculate]");
			await says("Een jaar heeft hooguit 52 weken");
			assert.equal(await page.eval((s) => document.querySelector("zio-calculator").shadowRoot.querySelector(s).closest(".field").querySelector(".error").textContent, weeks), "Fout: Een jaar heeft hooguit 52 weken. Verbeter het aantal schoolweken.");
			await clean();
		});

		test("a number with two readings is asked", async () => {
			await show("system=nijmegen mode=full");
			await click(`[data-key="more/agreement/components/0/key"]`);
			await fill(field("/agreement/components/0/key/factor"), "1.234");
			await says("Welk getal bedoelt u?");
			await page.shot(`${name}/mock-ambiguous`);
			await click(".ask button + button, .error button:last-of-type");
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").agreement.components[0].key.factor), "1.234");
			await clean();
		});

		test("municipalities are found by name, with the keyboard alone", async () => {
			await show("system=nijmegen");
			await click('[data-key="add/population/groups"]');
			await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.pointer === "/population/groups/5/home");
			await page.text("arn");
			await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("[role=option]") !== null);
			await page.key("ArrowDown");
			await page.key("Enter");
			await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.pointer === "/population/groups/5/pupils");
			await page.text("12");
			await page.key("Tab");
			await page.until(() => document.querySelector("zio-calculator").result.shares.some((s) => s.name === "Arnhem"));
			assert.deepEqual(await page.eval(() => document.querySelector("zio-calculator").population.groups.at(-1)), { route: "jeugdwet", home: "0202", pupils: 12 });
			await clean();
		});

		test("an unknown municipality is refused with words", async () => {
			await show("system=nijmegen");
			await click('[data-key="add/population/groups"]');
			await fill(field("/population/groups/5/home"), "Atlantis");
			await says("“Atlantis” staat niet in de lijst van gemeenten");
			await fill(field("/population/groups/5/home"), "arnhem");
			await page.until(() => document.querySelector("zio-calculator").population.groups[5].home === "0202");
			await says("Arnhem");
			// A municipality that is there already is not added again.
			await click('[data-key="add/population/groups"]');
			await fill(field("/population/groups/6/home"), "Wijchen");
			await page.until(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.pointer === "/population/groups/2/pupils");
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").population.groups.length), 6);
			await clean();
		});

		test("pasting two columns replaces the rows and names what did not fit", async () => {
			await show("system=nijmegen");
			await click("[data-key=intake]");
			await (await page.find("#paste")).click();
			await page.eval(() => {
				const box = document.querySelector("zio-calculator").shadowRoot.querySelector("#paste");
				box.value = "Gemeente\tAantal\nNijmegen\t1.200\n252\t22\nWijchen\t31\nAtlantis\t3\nDruten\tveel";
				box.dispatchEvent(new Event("input", { bubbles: true }));
			});
			await click("[data-key=read]");
			await says("3 regels ingelezen.");
			await says("“Atlantis” is geen gemeente in dit jaar.");
			await says("In “Druten\tveel” staat geen gemeente met een aantal.".replace("\t", " "));
			assert.deepEqual(await page.eval(() => document.querySelector("zio-calculator").population.groups.map((g) => [g.home, g.pupils])), [["0268", 1200], ["0252", 22], ["0296", 31]]);
			await clean();
		});

		test("a language change keeps what was typed", async () => {
			await show("system=nijmegen");
			await fill(rate, "81,5");
			await fill(field("/population/groups/0/pupils"), "veel");
			await page.eval(() => document.querySelector("zio-calculator").setAttribute("lang", "en"));
			await says("Rate per hour");
			const values = await page.eval((a, b) => [a, b].map((s) => document.querySelector("zio-calculator").shadowRoot.querySelector(s).value), rate, field("/population/groups/0/pupils"));
			assert.deepEqual(values, ["81.50", "veel"]);
			await clean();
		});

		test("everything unfolds: explanation, transfers, exclusions, comparison, slider", async () => {
			await show("system=nijmegen municipality=0296");
			assert.match(await page.eval(answered), /^Wijchen betaalt/);
			await click(".why");
			await says("Leerlingen die meetellen");
			for (const key of ["transfers", "exclusions", "compare", "sweep", "save"]) await click(`[data-key=${key}]`);
			await says("Bewaar als scenario A");
			await says("Neem dit getal over");
			await click("[data-key=scenario]");
			await says("U vergelijkt met scenario A");
			await fill(weeks, "20");
			await says("−");
			await page.shot(`${name}/mock-unfolded`);
			await clean();
		});

		test("a link holds the scenario, and is taken out of the address", async () => {
			await show("system=nijmegen share");
			await fill(rate, "99,99");
			await click("[data-key=save]");
			await click("[data-key=link]");
			const link = await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("#link")?.value);
			assert.ok(link.length < 2000, "a small scenario makes a small link: " + link.length);
			await page.goto("about:blank");
			await page.goto(link.replace("system%3Dnijmegen+share", "share"));
			await page.until(answered);
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").agreement.components[0].cost.rate), "99.99");
			assert.equal(await page.eval(() => location.hash), "");
			await says("Deze cijfers komen uit de link");
			await page.goto("about:blank");
			await page.goto(server.at("/strict", "share") + "#deel&zio=1z.onzin");
			await says("De link klopt niet");
			assert.equal(await page.eval(() => location.hash), "#deel");
			await clean();
		});

		test("two calculators share one engine and nothing else", async () => {
			await show(["system=nijmegen id=een", "system=utrecht id=twee"]);
			await page.until(answered, 0);
			await fill(rate, "10", 1);
			await page.until(() => document.querySelectorAll("zio-calculator")[1].agreement.components[0].cost.rate === "10.00");
			assert.equal(await page.eval(() => document.querySelectorAll("zio-calculator")[0].agreement.components[0].cost.rate), "78.00");
			assert.equal(server.log.filter((p) => p === "/src/zio.fallback.js").length >= 1, true);
			await clean();
		});

		test("a trap, a malformed reply and a dead engine are said, and the next calculation is good", async () => {
			await show("system=nijmegen");
			const good = await page.eval(answered);
			for (const mock of ["trap", "no-json", "no-reply"]) {
				await page.eval((mock) => void (globalThis.zioMock = mock), mock);
				await fill(weeks, "39");
				await click("[data-key=calculate]");
				await says("De berekening is niet gelukt. Uw gegevens staan er nog.");
				assert.equal(await page.eval(answered), good, "no partial numbers");
				await page.eval(() => void (globalThis.zioMock = ""));
				await fill(weeks, "40");
				await page.until((good) => !document.querySelector("zio-calculator").shadowRoot.querySelector(".bad") && document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").textContent === good, good);
			}
			await clean();
		});

		test("text that looks like markup is shown as text", async () => {
			await show("system=nijmegen mode=full");
			const nasty = "<img src=x onerror=seen.errors.push(1)>";
			await fill(field("/agreement/title"), nasty + "\u202eomgekeerd 👩‍🏫");
			await fill(field("/agreement/components/0/title"), nasty);
			await fill(rate, nasty);
			await fill(rate, "78");
			await page.until((nasty) => document.querySelector("zio-calculator").result.components[0].title === nasty, nasty);
			assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector("img")), null);
			await clean();
		});

		test("no accessibility violations, in both languages, from empty to error", async () => {
			for (const lang of ["nl", "en"]) {
				await show(`lang=${lang}`, "/open", { lang });
				await says(lang === "nl" ? "lege afspraak" : "empty agreement");
				assert.deepEqual(await page.eval(audit), [], lang + " choose");
				await show(`lang=${lang} system=nijmegen municipality=0268 share`, "/open", { lang });
				assert.deepEqual(await page.eval(audit), [], lang + " result");
				await click(".why");
				for (const key of ["intake", "transfers", "exclusions", "compare", "sweep", "save"]) await click(`[data-key=${key}]`);
				await click("[data-key=scenario]");
				await click("[data-key=link]");
				await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("#link") !== null);
				assert.deepEqual(await page.eval(audit), [], lang + " unfolded");
				await click("[data-key=mode]");
				await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".item") !== null);
				assert.deepEqual(await page.eval(audit), [], lang + " full");
				await fill(rate, "abc");
				await click("[data-key=calculate]");
				await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".bad") !== null);
				assert.deepEqual(await page.eval(audit), [], lang + " error");
			}
		});

		test("fits a phone, and 400 % zoom", async () => {
			for (const [width, label] of [[390, "phone"], [320, "zoomed"]]) {
				await page.resize(width, 800);
				await show("system=nijmegen share");
				await click(".why");
				for (const key of ["intake", "transfers", "exclusions", "compare", "sweep", "save"]) await click(`[data-key=${key}]`);
				await says("Maak een link");
				if (name !== "webkit") assert.equal(await page.eval(() => document.documentElement.scrollWidth <= innerWidth), true, label + " scrolls sideways: " + (await page.eval(() => [...document.querySelector("zio-calculator").shadowRoot.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll")).map((e) => e.localName + "." + e.className).slice(0, 8).join(", "))));
				await page.shot(`${name}/mock-${label}`);
			}
			await page.resize(1280, 900);
			await clean();
		});
	});
