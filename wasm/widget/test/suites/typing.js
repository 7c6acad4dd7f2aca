// Filling in: numbers, choices, municipalities, and what is said when something is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";

export function typing(context) {
	const { v, page, name } = context;
	const rate = v.field("/agreement/components/0/cost/rate");
	const weeks = v.field("/agreement/components/0/cost/weeks");
	/** The problems that the element tells the page, as soon as it tells any. */
	const codes = async () => (await page.until(() => seen.problems.length > 0 && seen.problems.splice(0))).map((p) => `${p.code} ${p.pointer}`);

	test("begins with the choice of a practice and calculates what is chosen", async () => {
		await v.show("");
		await v.says("St. Maartenschool: één loket en één pot");
		await v.says("Begin met een lege afspraak");
		await page.shot(`${name}/choose`);
		await v.click(".pick");
		await v.says("De zorg kost samen € 1.029.600. Nijmegen betaalt het meest: € 448.800. Dat is 43,6 % van het geheel.");
		assert.deepEqual(await page.eval(() => [...new Set(seen.events)]), ["zio-ready", "zio-result"]);
		await page.shot(`${name}/result`);
		await v.clean();
	});

	test("typing recalculates; Dutch numbers are understood and written back", async () => {
		await v.practice("st-maartenschool");
		for (const [typed, value, shown] of [
			["1.234,50", "1234.50", "1.234,50"],
			["1234,5", "1234.50", "1.234,50"],
			["€ 1.250,-", "1250.00", "1.250,00"],
			["61", "61.00", "61,00"],
		]) {
			await v.fill(rate, typed);
			await v.holds("/agreement/components/0/cost/rate", value);
			assert.equal(await v.value(rate), shown, typed);
		}
		await v.says("De zorg kost samen € 1.046.760"); // 78 pupils, 220 hours, 61 euros
		await v.clean();
	});

	test("in the whole form pupils get a category, a municipality another group, and the population its sites", async () => {
		await v.practice("st-maartenschool", "mode=full");
		const groups = () => page.eval(() => document.querySelector("zio-calculator").population.groups);
		const before = await groups();
		const first = before.findIndex((g) => g.home === "0268");
		await v.click('[data-key="split/population/groups0268"]');
		await v.fill(v.field(`/population/groups/${first}/category`), "zwaar");
		await v.holds(`/population/groups/${first}/category`, "zwaar");
		await v.click('[data-key="group/population/groups0268"]');
		await v.fill(v.field(`/population/groups/${before.length}/pupils`), "3");
		await v.fill(v.field(`/population/groups/${before.length}/category`), "licht");
		await v.holds(`/population/groups/${before.length}/category`, "licht");
		const { home, pupils, route } = (await groups()).at(-1);
		assert.deepEqual({ home, pupils, route }, { home: "0268", pupils: 3, route: before[0].route });
		const sites = await page.eval(() => document.querySelector("zio-calculator").population.sites?.length ?? 0);
		await v.click('[data-key="add/population/sites"]');
		await v.fill(v.field(`/population/sites/${sites}/code`), "99ZZ01");
		await v.click(`[data-key="more/population/sites/${sites}"]`);
		await v.fill(v.field(`/population/sites/${sites}/board`), "40001");
		await v.holds(`/population/sites/${sites}/board`, "40001");
	});

	test("wrong input keeps the last good result, is listed with its code, and leads to the field", async () => {
		const good = await v.practice("st-maartenschool");
		await v.fill(rate, "abc");
		await v.says("Uurtarief: vul een getal in, bijvoorbeeld 1.250 of 61,50.");
		assert.equal(await v.answer(), good);
		await v.fill(weeks, "12,5");
		await v.says("Aantal schoolweken: vul een heel getal in, bijvoorbeeld 12.");
		await page.eval(() => void (seen.problems = []));
		await v.click("[data-key=calculate]");
		await v.says("Er zijn 2 dingen die niet kloppen");
		assert.equal(
			await page.eval(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.classList.contains("bad")),
			true,
			"the summary has the focus",
		);
		assert.equal(await page.eval((s) => document.querySelector("zio-calculator").shadowRoot.querySelector(s).getAttribute("aria-invalid"), rate), "true");
		assert.deepEqual((await codes()).sort(), ["input.notNumber /agreement/components/0/cost/rate", "input.notWhole /agreement/components/0/cost/weeks"]);
		await page.shot(`${name}/errors`);
		await v.click(".bad a");
		assert.equal(await v.focus(), "/agreement/components/0/cost/rate");
		await v.fill(rate, "80");
		await v.fill(weeks, "40");
		await v.misses(".bad");
		await v.says("De zorg kost samen € 1.372.800"); // 78 pupils, 220 hours, 80 euros
		await v.clean();
	});

	test("what the engine refuses stands at its field, in words", async () => {
		const good = await v.practice("st-maartenschool");
		await v.fill(weeks, "999");
		await v.click("[data-key=calculate]");
		await v.sees(".bad");
		const said = await page.eval(
			(s) => document.querySelector("zio-calculator").shadowRoot.querySelector(s).closest(".field").querySelector(".error").textContent,
			weeks,
		);
		assert.match(said, /^Fout: .*520/);
		assert.match((await codes())[0], /^[a-z-]+\.[a-z-]+ \/agreement\/components\/0\/cost\/weeks$/);
		assert.equal(await v.answer(), good);
		await v.clean();
	});

	test("a number with two readings is asked, and never guessed", async () => {
		const good = await v.practice("proeftuin-utrecht");
		const fte = await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector('[data-pointer$="/fte"]')?.dataset.pointer);
		const value = async () =>
			page.eval(
				(p) =>
					p
						.split("/")
						.slice(2)
						.reduce((x, key) => x[key], document.querySelector("zio-calculator").agreement),
				fte,
			);
		const before = await value();
		for (const [typed, button, expected] of [
			["1.234", 2, "1.234"],
			["2.500", 1, "2500"],
			["3,250", 0, "3.25"],
		]) {
			await page.eval(() => void (seen.problems = []));
			await v.put(v.field(fte), typed); // at once, as pasted: what is typed letter by letter is a number on its way
			if (button) {
				await v.says("Welk getal bedoelt u?");
				assert.deepEqual(await codes(), ["number.ambiguous " + fte]);
				assert.equal(await v.answer(), good, "nothing is calculated with a guess");
				if (typed === "1.234") {
					assert.equal(await value(), before);
					await page.shot(`${name}/ambiguous`);
				}
				await v.click(`.field.invalid .error button:nth-of-type(${button})`);
			}
			await v.holds(fte, expected);
			if (typed === "1.234") {
				await v.fill(v.field(fte), before.replace(".", ","));
				await v.holds(fte, before);
				await page.until((good) => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p").textContent === good, good);
			}
			if (typed === "2.500") {
				await v.fill(v.field(fte), before.replace(".", ","));
				await v.holds(fte, before);
			}
		}
		await v.clean();
	});

	test("a municipality is found by a part of its name, with the keyboard alone", async () => {
		await v.practice("st-maartenschool");
		const last = (await v.get("population")).groups.length;
		await v.click('[data-key="add/population/groups"]');
		await page.until((at) => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.pointer === at, `/population/groups/${last}/home`);
		await page.text("oldeb");
		await v.sees("[role=option]");
		await page.key("ArrowDown");
		assert.equal(
			await page.eval(
				() =>
					document.querySelector("zio-calculator").shadowRoot.querySelector("[aria-selected=true]")?.id ===
					document.querySelector("zio-calculator").shadowRoot.activeElement.getAttribute("aria-activedescendant"),
			),
			true,
		);
		await page.shot(`${name}/municipality`);
		await page.key("Enter");
		await page.until(
			(at) => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.pointer === at,
			`/population/groups/${last}/pupils`,
		);
		await page.text("12");
		await page.key("Tab");
		await v.holds(`/population/groups/${last}/pupils`, 12);
		const group = (await v.get("population")).groups[last];
		assert.match(group.home, /^\d{4}$/);
		assert.equal((await v.get("agreement")).parties.find((p) => p.id === group.home).participates, true);
		await page.until((home) => document.querySelector("zio-calculator").result.shares.some((s) => s.party === home), group.home);
		await v.clean();
	});

	test("an unknown municipality is refused with words, and one that is there is not added twice", async () => {
		await v.practice("st-maartenschool");
		const last = (await v.get("population")).groups.length;
		const home = v.field(`/population/groups/${last}/home`);
		await v.click('[data-key="add/population/groups"]');
		await v.fill(home, "Atlantis");
		await v.says("“Atlantis” staat niet in de lijst van gemeenten");
		await v.fill(home, "zwolle");
		await v.holds(`/population/groups/${last}/home`, "0193");
		await v.says("Zwolle");
		await v.click('[data-key="add/population/groups"]');
		await v.fill(v.field(`/population/groups/${last + 1}/home`), "Wijchen");
		await page.until((n) => document.querySelector("zio-calculator").population.groups.length === n, last + 1);
		await v.clean();
	});

	test("a change of language keeps what was typed, also what cannot be read", async () => {
		await v.practice("st-maartenschool");
		await v.fill(rate, "81,5");
		await v.fill(weeks, "veel");
		await v.says("vul een heel getal in");
		await page.eval(() => document.querySelector("zio-calculator").setAttribute("lang", "en"));
		await v.says("Calculate");
		assert.deepEqual([await v.value(rate), await v.value(weeks)], ["81.50", "veel"]);
		await v.fill(weeks, "40");
		await v.says("€1,398,540"); // 78 pupils, 220 hours, 81.50 euros
		await page.eval(() => document.querySelector("zio-calculator").setAttribute("lang", "nl"));
		await v.says("Bereken");
		await v.says("€ 1.398.540");
		assert.equal(await v.value(rate), "81,50");
		await v.clean();
	});

	test("begin again goes back to how the practice came", async () => {
		const good = await v.practice("st-maartenschool");
		await v.fill(rate, "99");
		await v.holds("/agreement/components/0/cost/rate", "99.00");
		await v.click("[data-key=reset]");
		await v.holds("/agreement/components/0/cost/rate", "60.00");
		await page.until((good) => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p")?.textContent === good, good);
	});

	test("the result unfolds: why, transfers, what is left out, two scenarios, a slider", async () => {
		const before = await v.practice("st-maartenschool", "municipality=0296");
		assert.match(before, /^Wijchen betaalt €\s132\.000\. Dat is 12,8\s% van de €\s1\.029\.600/);
		await v.click(".part-result .why");
		await v.sees(".part-result .steps li");
		assert.match(
			await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".part-result .steps").innerText),
			/34 leerlingen/,
		);
		await v.sees(".steps .source");
		await page.shot(`${name}/explanation`);

		await v.unfold("transfers", "exclusions", "compare", "sweep");
		await v.sees(".transfers td");
		await v.sees(".exclusions td");
		await v.sees("#slider");
		await v.click("[data-key=scenario]");
		await v.says("U vergelijkt met scenario A");
		await v.fill(weeks, "20");
		await v.says("− € 66.000");
		await page.shot(`${name}/comparison`);
		await v.click("[data-key=back]");
		await v.holds("/agreement/components/0/cost/weeks", 40);
		await page.until((before) => document.querySelector("zio-calculator").shadowRoot.querySelector(".answer > p")?.textContent === before, before);

		await v.sees("#slider");
		await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector("#slider").focus());
		await page.key("ArrowRight");
		await v.says("Uurtarief € 63,00: Wijchen betaalt € 138.600,00.");
		await page.shot(`${name}/sweep`);
		await v.click("[data-key=use]");
		await v.holds("/agreement/components/0/cost/rate", "63.00");
		await v.says("Wijchen betaalt € 138.600");
		await v.clean();
	});

	test("the table is sorted by name and by amount", async () => {
		await v.practice("st-maartenschool");
		const first = () => page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".part-result tbody th").textContent);
		assert.equal(await first(), "Nijmegen");
		await v.unfold("save");
		await v.sees(".chart");
		const [rows, bars] = await page.eval(() => {
			const root = document.querySelector("zio-calculator").shadowRoot;
			return [
				[...root.querySelectorAll(".part-result tbody tr:not(.because) th")].map((e) => e.textContent),
				[...root.querySelectorAll(".chart text:not(.figure)")].map((e) => e.textContent),
			];
		});
		assert.deepEqual(bars, rows, "the chart has the order of the table, also where amounts are equal");
		await v.click("[data-key=sortamount]");
		assert.equal(
			await page.eval(() =>
				document.querySelector("zio-calculator").shadowRoot.querySelector("[data-key=sortamount]").closest("th").getAttribute("aria-sort"),
			),
			"ascending",
		);
		assert.notEqual(await first(), "Nijmegen");
		await v.click("[data-key=sortname]");
		assert.equal(await first(), "Berg en Dal");
	});

	test("amounts that change put the lines in another order, and every line stays, with the focus", async () => {
		await v.practice("zuidoost-brabant");
		const lines = () =>
			page.eval(() => {
				const { result, shadowRoot } = document.querySelector("zio-calculator");
				const body = shadowRoot.querySelector(".part-result tbody");
				const euros = new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR" });
				const amount = (text) => euros.format(Number(text)).replace(/\s/g, " ");
				const seen = [...body.children].map((r) => (r.className.includes("because") ? "|" : `${r.cells[0].innerText} ${r.cells[1].innerText}`));
				return {
					seen: seen.map((x) => x.replace(/\s/g, " ")),
					due: [...result.shares].sort((a, b) => b.amount - a.amount).flatMap((s) => [`${s.name} ${amount(s.amount)}`, "|"]),
					kept: [...body.children].every((r) => r.kept),
					focus: shadowRoot.activeElement?.dataset.key,
				};
			});
		await page.eval(() => {
			const { shadowRoot } = document.querySelector("zio-calculator");
			for (const row of shadowRoot.querySelector(".part-result tbody").children) row.kept = true;
			shadowRoot.querySelectorAll(".part-result .why")[4].focus();
		});
		const held = await v.focus();
		const all = await page.eval(() => {
			window.boxes = () => document.querySelector("zio-calculator").shadowRoot.querySelectorAll('.places [data-pointer$="/pupils"]');
			return window.boxes().length;
		});
		assert.ok(all > 8, String(all));
		// The first comes last and the last first, one goes up, one down, several at once, and back.
		let before = (await lines()).seen;
		for (const counts of [{ 0: 1 }, { [all - 1]: 400 }, { 3: 90, 5: 0 }, { 1: 2, 2: 300, 4: 7, 6: 50 }, { 0: 500, [all - 1]: 1 }]) {
			await page.eval((counts) => {
				const calculator = document.querySelector("zio-calculator");
				window.answer = new Promise((done) => calculator.addEventListener("zio-result", done, { once: true }));
				for (const [i, n] of Object.entries(counts)) {
					const control = window.boxes()[i];
					control.value = n;
					control.dispatchEvent(new Event("input", { bubbles: true }));
				}
			}, counts);
			await page.eval(() => window.answer.then(() => true));
			const { seen, due, kept, focus } = await lines();
			assert.deepEqual(seen, due, JSON.stringify(counts));
			assert.notDeepEqual(seen, before, "the order changed");
			before = seen;
			assert.ok(kept, "the lines are those of before");
			assert.equal(focus, held);
		}
		await v.clean();
	});
}
