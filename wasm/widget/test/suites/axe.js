// No violations of accessibility that axe can find, in any state of the calculator.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, audit } from "../lib/site.js";
import { everything, statesOf } from "../lib/states.js";

export function axe(context) {
	const { v, page, server, name } = context;
	const rate = v.field("/agreement/components/0/cost/rate");

	for (const lang of ["nl", "en"])
		test(`${lang}: no violations of accessibility in any state`, async () => {
			const check = async (state) => assert.deepEqual(await page.eval(audit), [], `${lang}: ${state}`);
			const open = (attrs, path = "/open") => v.show(`lang=${lang} ${attrs}`, path, { lang });

			await server.holding("/dist/zio.wasm", async () => {
				await open("");
				await v.sees(".skeleton");
				await check("loading");
			});
			await v.sees(".pick");
			await v.click("[data-key=others]");
			await check("choice");
			await v.click("[data-key=empty]");
			await v.sees(".item, fieldset");
			await check("empty agreement");
			await v.click("[data-key=calculate]");
			await v.sees(".bad a");
			await check("empty agreement with errors");

			await open("system=st-maartenschool municipality=0268 share");
			await page.until(answered);
			await check("result");
			await v.click(".part-result .why");
			await v.sees(".part-result .steps li");
			await check("explanation");
			await v.unfold(...everything);
			await v.sees("#slider");
			await v.click("[data-key=link]");
			await v.sees("#link");
			await check("sweep, link and everything else unfolded");
			await v.click("[data-key=scenario]");
			await v.fill(rate, "61");
			await v.sees(".figures");
			await page.until(() => document.querySelectorAll("zio-calculator")[0].shadowRoot.querySelector(".part-result thead").rows[0].cells.length === 5);
			await check("comparison");
			await v.click(".places .why");
			await v.click("[data-key=mode]");
			await v.sees(".item");
			await check("the whole agreement");
			await v.fill(rate, "abc");
			await v.click("[data-key=calculate]");
			await v.sees(".bad a");
			await check("error");

			for (const id of ["school-als-wijk", "sjso-amsterdam"]) {
				await open(`system=${id}`);
				await page.until(answered);
				await check(id);
			}
			await open("system=st-maartenschool", "/open-nowasm");
			await page.until(answered);
			await check("without WebAssembly");
			server.pages["/dist/zio.wasm"] = server.pages["/dist/zio.fallback.js"] = () => ({ status: 404 });
			try {
				await open("system=st-maartenschool");
				await v.sees(".part-summary .bad");
			} finally {
				delete server.pages["/dist/zio.wasm"];
				delete server.pages["/dist/zio.fallback.js"];
			}
			await check("not loaded");
		});

	test("no violations of accessibility in any state that has a picture", async () => {
		const { states, around } = statesOf(context);
		for (const [state, [reach, , how = ""]] of Object.entries(states)) {
			if (how === "print" || (how === "forced" && name !== "chromium")) continue; // paper has no controls; only Chromium is asked for colours
			await (around[how] ?? ((task) => task()))(async () => {
				await reach();
				assert.deepEqual(await page.eval(audit), [], state);
			}).catch((error) => assert.fail(state + ": " + error.message));
		}
	});
}
