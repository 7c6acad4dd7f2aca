// The link that holds a scenario: there and back, refused politely, and broken.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { answered } from "../lib/site.js";

const url64 = (bytes) => Buffer.from(bytes).toString("base64url");

export function links(context) {
	const { v, page, server, systems } = context;
	const documents = () =>
		page.eval(() => JSON.stringify([document.querySelector("zio-calculator").agreement, document.querySelector("zio-calculator").population]));
	const makeLink = async () => {
		await v.unfold("save");
		await v.sees("[data-key=link]");
		server.log.length = 0;
		await v.click("[data-key=link]");
		const link = await page.until(() => document.querySelector("zio-calculator").shadowRoot.querySelector("#link")?.value);
		assert.deepEqual(server.log, [], "nothing is sent when a link is made");
		return link;
	};

	test("a link brings a whole practice back, with what was changed", async () => {
		for (const id of ["st-maartenschool", "school-als-wijk"]) {
			await v.practice(id, "share");
			if (id === "st-maartenschool") {
				await v.fill(v.field("/agreement/components/0/cost/rate"), "99,99");
				await v.holds("/agreement/components/0/cost/rate", "99.99");
				await v.says("€ 1.715.828,40"); // 78 pupils, 220 hours, 99.99 euros
			}
			const link = await makeLink();
			assert.ok(link.length < 8200, `${id}: ${link.length} characters`);
			await v.says(`Uw link (${String(link.length).replace(/\B(?=\d{3}$)/, ".")} tekens)`);
			assert.equal(await page.eval(() => location.hash), "", "the address of the page itself stays");
			const [before, answer] = [await documents(), await v.answer()];
			await page.goto("about:blank");
			await page.goto(link.replace(encodeURIComponent(`system=${id} share`).replace(/%20/g, "+"), "share"));
			assert.equal(await page.until(answered), answer);
			assert.equal(await documents(), before, id);
			assert.equal(await page.eval(() => location.hash), "", "the figures are taken out of the address");
			await v.says("Deze cijfers komen uit de link");
			assert.equal(
				server.log.some((path) => /zio=|1z\./.test(path)),
				false,
			);
		}
		await v.clean();
	});

	test("that the figures came by a link is said too where the form is folded", async () => {
		const scenario = systems.find((s) => s.id === "utrecht-bovenregionaal");
		const text = "1z." + url64(deflateRawSync(JSON.stringify({ agreement: scenario.agreement, population: scenario.population })));
		await page.goto("about:blank");
		await page.goto(server.at("/strict", "share view=result") + "#zio=" + text);
		await page.until(answered);
		await v.says("Deze cijfers komen uit de link die u opende.");
		const seen = () =>
			page.eval(() => [...document.querySelector("zio-calculator").shadowRoot.querySelector(".part-choose").children].map((e) => e.checkVisibility()));
		assert.deepEqual((await seen()).filter(Boolean).length, 1, "and nothing else of the form");
		await v.practice("utrecht-bovenregionaal", "view=result");
		assert.deepEqual((await seen()).filter(Boolean), []);
		await v.clean();
	});

	test("a link that is opened on an open page is followed, and only by its own calculator", async () => {
		const scenario = systems.find((s) => s.id === "utrecht-bovenregionaal");
		const text = "1z." + url64(deflateRawSync(JSON.stringify({ agreement: scenario.agreement, population: scenario.population })));
		await v.show(["system=st-maartenschool share id=een", "system=st-maartenschool share id=twee"]);
		await page.until(answered, 0);
		await page.eval((text) => void (location.hash = "deel&zio-twee=" + text), text);
		await v.holds("/agreement/id", "utrecht-bovenregionaal", 1);
		assert.equal((await v.get("agreement", 0)).id, "st-maartenschool");
		assert.equal(await page.eval(() => location.hash), "#deel", "what is of the page stays");
		await v.clean();
	});

	test("without the attribute share nothing is read and no link is made", async () => {
		const scenario = systems.find((s) => s.id === "utrecht-bovenregionaal");
		await page.goto("about:blank");
		await page.goto(server.at("/strict", "system=st-maartenschool") + "#zio=1j." + url64(JSON.stringify(scenario)));
		await page.until(answered);
		assert.equal((await v.get("agreement")).id, "st-maartenschool");
		await v.unfold("save");
		await v.sees("[data-key=proposal]");
		await v.misses("[data-key=link]");
	});

	test("broken links are said, and the page works on", async () => {
		const { agreement, population } = systems.find((s) => s.id === "utrecht-bovenregionaal");
		const whole = url64(deflateRawSync(JSON.stringify({ agreement, population })));
		for (const [what, text] of [
			["nonsense", "1z.onzin"],
			["cut off", "1z." + whole.slice(0, -40)],
			["another version", "2z." + whole],
			["no documents", "1j." + url64("[1,2]")],
			["no text", "1j." + url64(Buffer.from([0xff, 0xfe, 0x7b]))],
			["too large when unpacked", "1z." + url64(deflateRawSync("x".repeat(3_000_000)))],
			["other characters", "1j.<img onerror=1>"],
			["empty", ""],
		]) {
			await page.goto("about:blank");
			await page.goto(server.at("/strict", "share") + "#deel&zio=" + text);
			await v.says(what === "another version" ? "een andere versie van de rekenhulp" : "De link klopt niet of is niet heel.");
			assert.equal(await page.eval(() => location.hash), "#deel", what);
			await v.sees(".pick");
			assert.equal(await v.get("result"), null, what);
			await v.clean();
		}
		await v.click(".pick");
		await page.until(answered);
	});

	test("a link with a scenario that is wrong shows what is wrong", async () => {
		const { agreement, population } = structuredClone(systems.find((s) => s.id === "utrecht-bovenregionaal"));
		const open = async () => {
			await page.goto("about:blank");
			await page.goto(server.at("/strict", "share") + "#zio=1j." + url64(JSON.stringify({ agreement, population })));
		};
		agreement.components[0].cost = { rule: "<img src=x onerror=seen.errors.push(1)>" };
		await open();
		await v.click("[data-key=calculate]");
		await v.sees(".bad li");
		assert.equal(await v.get("result"), null);
		await v.clean();
		population.groups = "none";
		await open();
		await v.says("De link klopt niet of is niet heel.");
		await v.sees(".pick");
		await v.clean();
	});

	test("a link that would be too long, or would hold single pupils, is refused with words", async () => {
		await v.practice("leijpark-tilburg", "share");
		await v.unfold("save", "link");
		await v.says("losse leerlingen of beschikkingen");
		await v.practice("st-maartenschool", "share");
		await page.eval(() => {
			const calculator = document.querySelector("zio-calculator");
			let x = 7;
			const noise = () =>
				Array.from({ length: 400 }, () => String.fromCharCode(97 + (((x = (x * 1103515245 + 12345) & 0x7fffffff) >> 16) % 26))).join("");
			const agreement = calculator.agreement;
			agreement.choices = Array.from({ length: 40 }, () => ({ pointer: "/title", text: noise() }));
			calculator.agreement = agreement;
		});
		await page.until(() => seen.events.filter((e) => e === "zio-result").length > 1);
		await v.unfold("save", "link");
		await v.says("te groot voor een link");
		await v.misses("#link");
		await v.clean();
	});
}
