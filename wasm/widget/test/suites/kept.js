// Nothing that was typed is lost: rows come and go, changes are taken back, other agreements are chosen, the page is left.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, audit } from "../lib/site.js";

export function kept(context) {
	const { v, page, name, server } = context;
	const groups = "/population/groups";

	test("what cannot be read yet stays when a row is added or taken away", async () => {
		await v.practice("utrecht-bovenregionaal");
		const { home } = await v.get("population").then((p) => p.groups.find((g, i) => p.groups.filter((x) => x.home === g.home).length === 1 && i > 0));
		const at = (await v.get("population")).groups.findIndex((g) => g.home === home);
		await v.fill(v.field(`${groups}/${at}/pupils`), "12x");
		await v.says("vul een heel getal in");
		await v.click(`[data-key="add${groups}"]`);
		assert.equal(await v.value(v.field(`${groups}/${at}/pupils`)), "12x");
		await v.click(`[data-key="remove${groups}/0"]`);
		const first = await page.eval(() => document.querySelector("zio-calculator").population.groups.map((g) => g.home));
		const moved = first.indexOf(home);
		assert.equal(await v.value(v.field(`${groups}/${moved}/pupils`)), "12x", "it moved with its row");
		await v.clean();
	});

	test("a municipality that is half typed stays when another row is added", async () => {
		await v.practice("st-maartenschool");
		const last = (await v.get("population")).groups.length;
		await v.click(`[data-key="add${groups}"]`);
		await v.fill(v.field(`${groups}/${last}/home`), "Zwollerk");
		await v.says("“Zwollerk” staat niet in de lijst van gemeenten");
		await v.click(`[data-key="add${groups}"]`);
		assert.equal(await v.value(v.field(`${groups}/${last}/home`)), "Zwollerk");
	});

	test("a press from a field that is in error is met at once, though its error moves what follows", async () => {
		await v.practice("st-maartenschool");
		const field = v.field("/agreement/components/0/cost/weeks");
		await (await page.find(field)).fill("abc"); // and not left
		await v.click("[data-key=calculate]");
		await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".part-summary .bad") !== null);
		await (await page.find(field)).fill("40");
		await v.click("[data-key=calculate]");
		await v.misses(".bad");
	});

	test("an error is said in words at once, also when a part did not load", async () => {
		server.pages["/dist/zio-calculator.more.js"] = () => ({ status: 404 });
		try {
			await v.practice("st-maartenschool");
			await v.fill(v.field("/agreement/components/0/cost/rate"), "abc");
			await v.says("Eerst moet dit nog goed:");
			await v.says("Uurtarief: vul een getal in");
			await v.click("[data-key=calculate]");
			await v.sees(".part-summary .bad a");
		} finally {
			delete server.pages["/dist/zio-calculator.more.js"];
		}
	});

	test("an empty row is no error", async () => {
		const answer = await v.practice("st-maartenschool");
		await v.click(`[data-key="add${groups}"]`);
		await v.click("[data-key=calculate]");
		await page.until(() => seen.events.filter((e) => e === "zio-result").length > 1);
		assert.equal(await v.answer(), answer);
		await v.misses(".old");
	});

	test("a row that was taken away comes back, and a second Enter takes no other", async () => {
		await v.practice("utrecht-bovenregionaal");
		const before = JSON.stringify(await v.get("population"));
		await page.eval((key) => document.querySelector("zio-calculator").shadowRoot.querySelector(`[data-key="${key}"]`).focus(), `remove${groups}/0`);
		await page.key("Enter");
		await page.until((n) => document.querySelector("zio-calculator").population.groups.length < n, JSON.parse(before).groups.length);
		const left = (await v.get("population")).groups.length;
		assert.equal(await v.focus(), "undoRow" + groups, "the focus is on what takes it back");
		await page.key("Enter");
		await page.until((n) => document.querySelector("zio-calculator").population.groups.length > n, left);
		assert.equal(JSON.stringify(await v.get("population")), before);
		await v.click("[data-key=redo]");
		await page.until((n) => document.querySelector("zio-calculator").population.groups.length === n, left);
		await v.clean();
	});

	test("own pupils stay when another agreement is chosen", async () => {
		await v.practice("utrecht-bovenregionaal");
		await v.paste("Zeist\t7\nUtrecht\t8\nDe Bilt\t9");
		await v.click("[data-key=take]");
		await v.says("3 regels ingelezen.");
		await v.click("[data-key=other]");
		await v.click('[data-key="pickhart-van-brabant"]');
		await v.says("Uw leerlingen zijn gebleven.");
		assert.deepEqual(
			(await v.get("population")).groups.map((g) => [g.home, g.pupils]),
			[
				["0355", 7],
				["0344", 8],
				["0310", 9],
			],
		);
		assert.deepEqual(
			(await v.get("result")).shares
				.filter((s) => s.amount !== "0.00")
				.map((s) => s.name)
				.sort(),
			["De Bilt", "Utrecht", "Zeist"],
		);
		await v.clean();
	});

	test("begin again can be taken back", async () => {
		await v.practice("st-maartenschool");
		await v.fill(v.field("/agreement/components/0/cost/rate"), "99");
		await v.holds("/agreement/components/0/cost/rate", "99.00");
		await v.click("[data-key=reset]");
		await v.holds("/agreement/components/0/cost/rate", "60.00");
		await v.click("[data-key=undo]");
		await v.holds("/agreement/components/0/cost/rate", "99.00");
	});

	test("own pupils that come back by undo are own pupils still", async () => {
		await v.practice("st-maartenschool");
		await page.eval(() => {
			const calculator = document.querySelector("zio-calculator");
			const population = calculator.population;
			delete population.synthetic;
			calculator.population = population;
		});
		await v.unfold("save");
		await v.sees(".small-numbers");
		for (const replace of ["reset", "system"]) {
			await page.eval((how) => {
				const calculator = document.querySelector("zio-calculator");
				return how === "reset" ? calculator.reset() : calculator.setAttribute("system", "utrecht-bovenregionaal");
			}, replace);
			await v.misses(".small-numbers");
			await v.click("[data-key=undo]");
			await page.until(() => !document.querySelector("zio-calculator").population.synthetic);
			if (!(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".fold.save").open))) await v.unfold("save");
			await v.sees(".small-numbers");
			await v.click("[data-key=savepopulation]");
			await v.sees("[data-key=savepopulation] + .small-refused");
		}
		await v.clean();
	});

	test("what is filled in stays on the device when that is asked, and goes when it is not", async () => {
		const stored = () => page.eval(() => localStorage.getItem("zio-calculator"));
		const tick = async () => {
			await v.click("[data-key=save]");
			await v.click("[data-key=remember]");
		};
		await v.show('system="utrecht-bovenregionaal"', "/open");
		await page.until(answered);
		await v.click("[data-key=save]");
		assert.equal(await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector("[data-key=remember]")), null);
		await v.show('system="utrecht-bovenregionaal" remember', "/open");
		await page.until(answered);
		assert.equal(await stored(), null);
		await tick();
		await v.says("Wat u invult, blijft op dit apparaat.");
		await v.fill(v.field("/agreement/components/0/cost/amount"), "500.000");
		await v.says("De zorg kost samen € 500.000");
		await page.until(() => localStorage.getItem("zio-calculator")?.includes('"500000.00"'));
		const kept = await stored();
		await v.practice("st-maartenschool", "share", "/open");
		await v.click("[data-key=save]");
		await v.click("[data-key=link]");
		await v.sees("#link");
		const fragment = new URL(await v.value("#link")).hash;
		await v.show("remember", "/open");
		await v.click("[data-key=goOn]");
		await v.says("De zorg kost samen € 500.000");
		assert.deepEqual(await page.eval(audit), []);
		await tick(); // the tick is there already, so this takes it away
		await v.says("Er staat niets meer op dit apparaat.");
		assert.equal(await stored(), null);
		await page.eval(() => localStorage.setItem("zio-calculator", "{"));
		await v.show("remember", "/open");
		await v.click("[data-key=goOn]");
		await v.sees(".card.note");
		assert.equal(await stored(), null);
		await page.eval((text) => localStorage.setItem("zio-calculator", text), kept);
		await v.show("remember share", "/open");
		await v.click("[data-key=goOn]");
		await v.says("De zorg kost samen € 500.000");
		// A link that is followed now shows other figures, and what was kept stays.
		await page.eval((fragment) => void (location.hash = fragment), fragment);
		await v.says("Deze cijfers komen uit de link die u opende.");
		await v.says("De zorg kost samen € 1.029.600");
		assert.equal(await stored(), kept);
		await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
		await v.says("€ 1.046.760");
		assert.equal(await stored(), kept);
		assert.deepEqual(await page.eval(audit), []);
		await v.click(".note [data-key=goOn]");
		await v.says("De zorg kost samen € 500.000");
		await v.misses(".part-choose .note");
		await page.eval(() => localStorage.removeItem("zio-calculator"));
		await v.show('system="leijpark-tilburg" remember', "/open");
		await page.until(answered);
		await tick();
		await v.says("Gegevens van losse leerlingen bewaart de rekenhulp niet.");
		assert.equal(await stored(), null);
		await v.clean();
	});

	test("the page asks before it goes, once something was typed", async () => {
		if (name === "webkit") return; // its driver answers the question by itself
		let asked = 0;
		const count = (dialog) => void (dialog.type() === "beforeunload" && asked++);
		page.raw.on("dialog", count);
		await v.practice("st-maartenschool");
		await v.click("[data-key=jump]");
		await page.goto(server.url + "/favicon.ico");
		assert.equal(asked, 0, "nothing was typed");
		await v.practice("st-maartenschool");
		await v.fill(v.field("/agreement/components/0/cost/rate"), "61");
		await v.says("€ 1.046.760");
		await page.goto(server.url + "/favicon.ico");
		page.raw.off("dialog", count);
		assert.equal(asked, 1);
	});
}
