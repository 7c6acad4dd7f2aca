// What somebody means ill with: markup, endless words, letters that turn the line around, in every field and file. It is
// shown as text or refused, it never runs, and it does not break the page.

import assert from "node:assert/strict";
import { test } from "node:test";

const markup = '<img src=x onerror="seen.errors.push(1)"><script>seen.errors.push(2)</script>';
const turned = "\u202eomgekeerd\u202c \u05d0\u05d1\u05d2 العربية 👩‍🏫🏳️‍🌈";
const endless = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(5);
const nasties = [markup, turned, endless, "javascript:alert(1)", "${7*7}{{7*7}}", "' OR 1=1; --", "\u0000\u0007", "__proto__"];

export function hostile(context) {
	const { v, page, systems, name } = context;
	const untouched = async () => {
		assert.deepEqual(
			await page.eval(() =>
				[
					...document
						.querySelector("zio-calculator")
						.shadowRoot.querySelectorAll("img, script, iframe, object, embed, style, link, [onerror], [onload], [style]:not(.size)"),
				].map((e) => e.outerHTML.slice(0, 80)),
			),
			[],
		);
		assert.deepEqual(
			await page.eval(() =>
				[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll("a")]
					.map((a) => a.getAttribute("href"))
					.filter((href) => !/^(https?:|#|\/)/.test(href)),
			),
			[],
		);
		assert.equal(await page.eval(() => "polluted" in {}), false);
		await v.clean();
	};
	const narrow = () => page.eval(() => document.documentElement.scrollWidth <= innerWidth);

	test("typed into every field of the whole form", async () => {
		await v.practice("st-maartenschool", "mode=full share");
		for (const round of [0, 1, 2]) {
			const fields = await page.eval(
				(nasties, round) => {
					const root = document.querySelector("zio-calculator").shadowRoot;
					for (const details of root.querySelectorAll("details")) details.open = true;
					const all = [...root.querySelectorAll("form input:not([type=checkbox], [type=file]), form textarea")];
					for (const [i, pointer] of all.map((e) => e.dataset.pointer ?? e.id).entries()) {
						const input = [...root.querySelectorAll("input, textarea")].find((e) => (e.dataset.pointer ?? e.id) === pointer);
						if (!input) continue;
						input.value = nasties[(i + round) % nasties.length]; // in three rounds every field gets three of them
						for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
					}
					return all.length;
				},
				nasties,
				round,
			);
			assert.ok(fields > 60, "fields: " + fields);
			await v.click("[data-key=calculate]");
			await v.sees(".part-summary .bad li");
			await untouched();
			assert.ok(await narrow(), "round " + round + " scrolls sideways");
			if (!round) await page.shot(`${name}/hostile`);
			await v.click("[data-key=reset]");
			await v.misses(".part-summary .bad");
		}
	});

	test("a name with letters that turn the line around is refused, and nothing of it is shown", async () => {
		await v.practice("st-maartenschool", "share");
		await page.eval((turned) => {
			const calculator = document.querySelector("zio-calculator");
			const agreement = calculator.agreement;
			agreement.parties[0].name = turned;
			calculator.agreement = agreement;
		}, turned);
		await page.until(() => seen.problems.length > 0);
		assert.deepEqual(await page.eval(() => [...new Set(seen.problems.map((p) => p.code + " " + p.pointer))]), [
			"document.text-control /agreement/parties/0/name",
		]);
		await untouched();
	});

	test("as the names in the documents, through to result, explanation, comparison and exports", async () => {
		await v.practice("st-maartenschool", "share");
		for (const nasty of [markup, "omgekeerd אבג العربية 👩🏫", endless.slice(0, 90)]) {
			await page.eval(
				(nasty) => {
					const calculator = document.querySelector("zio-calculator");
					const agreement = calculator.agreement;
					agreement.title = agreement.about = agreement.components[0].title = nasty;
					for (const party of agreement.parties) party.name = nasty;
					for (const source of agreement.sources ?? []) source.title = nasty;
					calculator.agreement = agreement;
				},
				nasty.slice(0, 120),
			);
			await page.until(
				(nasty) => seen.problems.length || document.querySelector("zio-calculator").result?.components[0].title === nasty,
				nasty.slice(0, 120),
			);
			assert.deepEqual(await page.eval(() => seen.problems.map((p) => p.text)), []);
			await v.click(".part-result .why");
			await v.sees(".part-result .steps li");
			await page.eval(
				(keys) => keys.forEach((key) => (document.querySelector("zio-calculator").shadowRoot.querySelector(`.${key}`).open = true)),
				["transfers", "exclusions", "compare", "sweep", "save"],
			);
			await v.sees("#slider");
			assert.ok(
				await page.eval(
					(nasty) => document.querySelector("zio-calculator").shadowRoot.querySelector(".part-result").textContent.includes(nasty),
					nasty.slice(0, 120),
				),
				"it is shown as text",
			);
			await untouched();
			await page.shot(`${name}/hostile-names-${nasty.codePointAt(0)}`);
			assert.ok(await narrow(), nasty.slice(0, 20) + " scrolls sideways");
			await v.click(".part-result .why");
		}
	});

	test("in a source of an agreement: no address but that of a page is followed", async () => {
		await v.practice("st-maartenschool");
		await page.eval(
			(document_) => {
				const calculator = document.querySelector("zio-calculator");
				for (const source of document_.sources) source.url = "javascript:seen.errors.push(3)";
				calculator.setAttribute("privacy-url", "javascript:seen.errors.push(4)");
				calculator.agreement = document_;
			},
			systems.find((s) => s.id === "st-maartenschool").agreement,
		);
		await page.until(() => seen.problems.length || seen.events.filter((e) => e === "zio-result").length > 1);
		await untouched();
	});

	test("in files: names, cells, documents", async () => {
		await v.practice("st-maartenschool");
		const drop = (file, content) =>
			page.eval(
				(file, content) => {
					const data = new DataTransfer();
					data.items.add(new File([content], file));
					document
						.querySelector("zio-calculator")
						.shadowRoot.querySelector(".intake")
						.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
				},
				file,
				content,
			);
		for (const nasty of nasties) {
			await drop(
				nasty.slice(0, 100) + ".csv",
				`Gemeente;Aantal\r\n${nasty.replace(/[;\r\n]/g, " ")};4\r\nNijmegen;${nasty.replace(/[;\r\n]/g, " ")}\r\nWijchen;5\r\n`,
			);
			await v.says("Deze 2 regels zijn niet gelukt");
			await v.click("[data-key=take]");
			await v.holds("/population/groups/0/pupils", 5);
			await untouched();
			assert.ok(await narrow(), nasty.slice(0, 20) + " scrolls sideways");
			await v.click("[data-key=reset]");
			await v.holds("/population/groups/0/pupils", 3);
		}
		await drop(
			"x.json",
			'{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json","__proto__":{"polluted":1},"title":' +
				JSON.stringify(markup) +
				',"components":[{"__proto__":{"polluted":1}}],"parties":7}',
		);
		await v.sees(".report .error");
		await untouched();
	});

	test("documents that are no documents do not break the page", async () => {
		for (const nasty of [
			"null",
			"[]",
			"7",
			'"x"',
			"{}",
			'{"parties":{}}',
			'{"parties":[null]}',
			'{"components":[null,{"cost":[]}]}',
			'{"period":7,"routing":[],"choices":{},"synthetic":3}',
		]) {
			await v.practice("st-maartenschool");
			await page.eval((nasty) => (document.querySelector("zio-calculator").agreement = JSON.parse(nasty)) && 0, nasty);
			await v.sees("[data-key=reset], [data-key=other]");
			await page.eval(
				(nasty) => (document.querySelector("zio-calculator").population = JSON.parse(nasty)) && 0,
				nasty.replace("parties", "groups").replace("components", "counts"),
			);
			await page.eval(() => document.querySelector("zio-calculator").reset());
			await v.holds("/agreement/id", "st-maartenschool");
			await v.says("De zorg kost samen € 1.029.600");
			await untouched();
		}
	});
}
