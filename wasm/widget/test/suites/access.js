// For everybody: what is told, the keyboard alone, phones, zoom, forced colours, no motion. What axe finds stands in axe.js.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, audit } from "../lib/site.js";
import { everything } from "../lib/states.js";

/** What stands wider than the window, outside what may scroll by itself; runs in the page. */
const sideways = (frame) => {
	const win = frame ? document.querySelector("iframe").contentWindow : window;
	const { document: d, innerWidth } = win;
	if (d.documentElement.scrollWidth <= innerWidth) return [];
	const all = [...d.querySelector("zio-calculator").shadowRoot.querySelectorAll("*")];
	return [
		`the page is ${d.documentElement.scrollWidth} wide in ${innerWidth}`,
		...all
			.filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll"))
			.map((e) => e.localName + "." + e.getAttribute("class"))
			.slice(0, 8),
	];
};

export function access(context) {
	const { v, page, server, systems, name } = context;
	const rate = v.field("/agreement/components/0/cost/rate");
	test("what changes is told to who does not see it, and every figure is in words", async () => {
		await v.practice("st-maartenschool");
		const status = () => page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector("[role=status]").textContent);
		assert.equal(await status(), await v.answer());
		await v.fill(rate, "61");
		await v.says("De zorg kost samen € 1.046.760");
		await page.until(() => /1\.046\.760/.test(document.querySelector("zio-calculator").shadowRoot.querySelector("[role=status]").textContent));
		await v.unfold("save");
		await v.sees(".chart");
		const chart = await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".chart svg").getAttribute("aria-label"));
		const shares = (await v.get("result")).shares;
		for (const share of shares) assert.ok(chart.includes(share.name + ": €"), share.name);
		// Every control has a name and says what describes it.
		const nameless = await page.eval(() => {
			const root = document.querySelector("zio-calculator").shadowRoot;
			return [...root.querySelectorAll("input, select, textarea, button, summary")]
				.filter((e) => !(e.getAttribute("aria-label") || [...(e.labels ?? [])].some((l) => l.textContent.trim()) || e.textContent.trim()))
				.map((e) => e.outerHTML.slice(0, 120));
		});
		assert.deepEqual(nameless, []);
		const lost = await page.eval(() => {
			const root = document.querySelector("zio-calculator").shadowRoot;
			return [...root.querySelectorAll("[aria-describedby]")].flatMap((e) =>
				e
					.getAttribute("aria-describedby")
					.split(" ")
					.filter((id) => !root.getElementById(id))
					.map((id) => e.id + " " + id),
			);
		});
		assert.deepEqual(lost, []);
	});

	test("the keyboard alone leads from the choice of a practice to the explanation and the link", async () => {
		// WebKitGTK reaches buttons with Tab as the other two do.
		await v.show("share");
		await v.sees(".pick");
		const steps = [];
		const tabTo = async (key) => {
			for (let i = 0; i < 200; i++) {
				await page.key("Tab");
				const at = await v.focus();
				steps.push(at);
				if (at.startsWith(key)) {
					const ring = await page.eval(() => {
						const style = getComputedStyle(document.querySelector("zio-calculator").shadowRoot.activeElement);
						return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
					});
					assert.ok(ring, key + " shows that it has the focus");
					return;
				}
			}
			assert.fail(`Tab never came to ${key}: ${steps.slice(-60).join(" > ")}`);
		};
		await tabTo("pickst-maartenschool");
		await page.key("Enter");
		await page.until(answered);
		assert.equal(
			await page.eval(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.localName),
			"h2",
			"the focus goes to where the page goes on",
		);
		await tabTo("own"); // the answer comes first
		await tabTo("/agreement/components/0/cost/rate");
		await page.text("65,5");
		await tabTo("calculate");
		await page.key("Enter");
		await v.holds("/agreement/components/0/cost/rate", "65.50");
		await v.says("De zorg kost samen € 1.123.980");
		await tabTo("why0");
		await page.key("Enter");
		await v.sees(".part-result .steps li");
		await v.says("€ 65,50 per uur");
		await tabTo("save");
		await page.key("Enter");
		await v.sees("[data-key=link]");
		await tabTo("link");
		await page.key("Enter");
		await v.sees("#link");
		assert.equal(
			await page.eval(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.id),
			"link",
			"the link has the focus, ready to be copied",
		);
		await page.eval(
			() => void Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void (window.copied = text) } }),
		);
		await page.key("Tab");
		await page.key("Enter");
		assert.equal(await page.until(() => window.copied), await v.value("#link"));
		await v.clean();
	});

	test("a phone: nothing stands wider than the window", async () => {
		for (const { id } of systems.filter((s, i) => s.first || i % 5 === 0)) {
			await page.goto("about:blank");
			await page.goto(server.url + "/frame?" + new URLSearchParams({ width: "360", page: server.at("/strict", `system=${id} share`) }));
			await page.until(
				() => document.querySelector("iframe").contentDocument?.querySelector("zio-calculator")?.shadowRoot?.querySelector(".answer > p")?.textContent,
			);
			if (id === "st-maartenschool" || id === "sjso-amsterdam") {
				await page.until(
					() =>
						document.querySelector("iframe").contentDocument.querySelector("zio-calculator").shadowRoot.querySelector(".part-result .why") !== null,
				);
				await page.eval(async (keys) => {
					const root = document.querySelector("iframe").contentDocument.querySelector("zio-calculator").shadowRoot;
					for (const key of keys) root.querySelector(`[data-key=${key}]`)?.click();
					root.querySelector(".part-result .why").click();
					root.querySelector(".places .why")?.click();
				}, everything);
				await page.until(
					() => document.querySelector("iframe").contentDocument.querySelector("zio-calculator").shadowRoot.querySelector("#slider") !== null,
				);
				await page.eval(() =>
					document.querySelector("iframe").contentDocument.querySelector("zio-calculator").shadowRoot.querySelector("[data-key=mode]").click(),
				);
				await page.until(
					() => document.querySelector("iframe").contentDocument.querySelector("zio-calculator").shadowRoot.querySelector(".item") !== null,
				);
			}
			assert.deepEqual(await page.eval(sideways, true), [], id);
		}
		const small = await page.eval(() => {
			const { document: d } = document.querySelector("iframe").contentWindow;
			return [...d.querySelector("zio-calculator").shadowRoot.querySelectorAll("button, select, input:not([type=file]), summary")]
				.map((e) => [e, e.getBoundingClientRect()])
				.filter(([e, r]) => r.width > 0 && (r.width < 24 || r.height < 24) && !e.closest("table, p"))
				.map(([e, r]) => `${e.localName}.${e.className} ${e.textContent} ${r.width}x${r.height}`);
		});
		assert.deepEqual(small, [], "what is pressed is large enough");
		if (name === "webkit") return;
		await page.resize(360, 740);
		await v.practice("st-maartenschool", "share");
		await page.shot(`${name}/phone`);
		await v.show("");
		await v.sees(".pick");
		await page.shot(`${name}/phone-choose`);
		await page.resize(1280, 900);
	});

	test("zoomed in to 200 and 400 %, and with letters of twice the size", async () => {
		if (name !== "webkit")
			for (const [factor, label] of [
				[2, "200"],
				[4, "400"],
			]) {
				await page.resize(1280 / factor, Math.round(900 / factor), factor);
				await v.practice("st-maartenschool", "share");
				await v.click(".part-result .why");
				await v.unfold(...everything);
				await v.sees("#slider");
				assert.deepEqual(await page.eval(sideways, false), [], label + " %");
				await page.shot(`${name}/zoom-${label}`);
			}
		await page.resize(1280, 900);
		await v.practice("st-maartenschool", "share");
		await page.eval(() => {
			const sheet = new CSSStyleSheet();
			sheet.replaceSync("html{font-size:200%}");
			document.adoptedStyleSheets.push(sheet);
		});
		await v.unfold(...everything);
		await v.sees("#slider");
		assert.deepEqual(await page.eval(sideways, false), []);
		const cut = await page.eval(() =>
			[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll("button, label, th, td, p, legend")]
				.filter((e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 2 && !e.closest(".hidden, .scroll, .pick"))
				.map((e) => e.localName + "." + e.className + " " + e.textContent.slice(0, 40)),
		);
		assert.deepEqual(cut, [], "no text is cut off");
		await page.shot(`${name}/large-letters`);
	});

	test("with spacing of text as WCAG 1.4.12 asks nothing is cut off", async () => {
		await v.practice("st-maartenschool", "share");
		await page.eval(() => {
			const sheet = new CSSStyleSheet();
			sheet.replaceSync("*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}");
			const { shadowRoot } = document.querySelector("zio-calculator");
			shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
		});
		assert.deepEqual(await page.eval(sideways, false), []);
	});

	test("forced colours, less motion, a dark system", async () => {
		if (name !== "chromium") return; // only there a test can ask for these
		await server.holding("/dist/zio.wasm", async () => {
			await v.show("");
			await v.sees(".skeleton");
			const moving = () => page.eval(() => document.querySelector("zio-calculator").shadowRoot.getAnimations().length);
			assert.ok((await moving()) > 0);
			await page.prefer({ "prefers-reduced-motion": "reduce" });
			assert.equal(await moving(), 0);
		});
		await v.sees(".pick");
		for (const scheme of ["dark", "light"]) {
			await page.prefer({ "forced-colors": "active", "prefers-color-scheme": scheme });
			await v.practice("hart-van-brabant", "share municipality=0855", "/open");
			await v.click(".part-result .why");
			await v.sees(".part-result .steps li");
			await v.unfold("sweep");
			await v.sees("#slider");
			// What the colours become is not told to a script, so contrast is for the eye: see the picture.
			assert.deepEqual(await page.eval(audit, ["color-contrast"]), []);
			const bars = await page.eval(() =>
				[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll(".size")].map(
					(r) => getComputedStyle(r).backgroundImage.match(/rgb[^)]*\)/)[0],
				),
			);
			assert.ok(
				bars.length && bars.every((fill) => fill !== "rgba(0, 0, 0, 0)" && fill !== (scheme === "dark" ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)")),
				"the bars are seen: " + bars,
			);
			await page.shot(`chromium/forced-colours-${scheme}`);
		}
		await page.prefer({ "prefers-color-scheme": "dark" });
		await v.practice("st-maartenschool", "share", "/open");
		assert.deepEqual(await page.eval(audit), [], "a dark system keeps contrast");
		await page.shot("chromium/dark-system");
		await page.prefer({});
	});

	test("dark where the page is, with enough contrast; light on paper and where the page is light", async () => {
		if (name !== "chromium") return; // only there a test can ask for it
		const colours = () =>
			page.eval(() => {
				const { color, backgroundColor } = getComputedStyle(document.querySelector("zio-calculator").shadowRoot.querySelector(".page"));
				return [color, backgroundColor];
			});
		const [dark, light] = [
			["rgb(230, 235, 240)", "rgb(20, 25, 31)"],
			["rgb(27, 37, 48)", "rgb(255, 255, 255)"],
		];
		await page.prefer({ "prefers-color-scheme": "dark" });
		await v.practice("st-maartenschool", "", "/open");
		assert.deepEqual(await colours(), light, "a page that does not say that it can be dark");
		await v.practice("st-maartenschool", "municipality=0268 share", "/open", { scheme: "light dark" });
		assert.deepEqual(await colours(), dark);
		await v.unfold(...everything, "map", "flowPicture");
		await v.sees("[data-key=slider]");
		await v.sees(".map path[class^=shade]");
		await v.click(".part-result .why");
		await v.sees(".steps ol");
		assert.deepEqual(await page.eval(audit), [], "the result");
		await page.shot("chromium/dark");
		await v.fill(v.field("/agreement/components/0/cost/rate"), "abc");
		await v.click("[data-key=calculate]");
		await v.sees(".bad a");
		await v.click("[data-key=mode]");
		await v.sees(".item");
		assert.deepEqual(await page.eval(audit), [], "the whole agreement, with an error");
		await page.prefer({ "prefers-color-scheme": "dark" }, "print");
		assert.deepEqual(await colours(), light, "paper");
		await page.prefer({});
		await v.show("", "/open", { scheme: "dark" });
		await v.sees(".pick");
		assert.deepEqual(await page.eval(audit), [], "the choice");
		await page.shot("chromium/dark-choice");
	});
}
