// The pictures say the same as the tables: the map by shades, the flows by widths, both with words for who does not see them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "../lib/site.js";

export function pictures(context) {
	const { v, page, server, name } = context;

	test("the map is loaded when it is unfolded, and shades what each municipality pays", async () => {
		const before = server.log.length; // other browsers asked for it earlier
		await v.practice("utrecht-bovenregionaal", "", "/open");
		assert.equal(server.log.slice(before).includes("/dist/map.txt"), false);
		await v.unfold("map");
		await v.sees(".map path[class^=shade]");
		const { shares } = await v.get("result");
		const paying = shares.filter((s) => /^\d{4}$/.test(s.party) && s.amount !== "0.00");
		const titles = await page.eval(() =>
			[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll(".map path[class^=shade]")].map((p) => [
				p.textContent,
				p.getAttribute("class"),
			]),
		);
		assert.equal(titles.length, paying.length, "all of them exist in 2024");
		const most = paying.reduce((a, b) => (Number(a.amount) >= Number(b.amount) ? a : b));
		assert.deepEqual(
			titles.filter(([text]) => text.startsWith(most.name + ":")).map(([, shade]) => shade),
			["shade4"],
		);
		const label = await page.eval(() => document.querySelector("zio-calculator").shadowRoot.querySelector(".map svg").getAttribute("aria-label"));
		for (const s of paying) assert.ok(label.includes(s.name + ": €"), s.name);
		await page.eval(() =>
			document
				.querySelector("zio-calculator")
				.shadowRoot.querySelector(".map path.shade4")
				.dispatchEvent(new MouseEvent("click", { bubbles: true })),
		);
		await v.says(most.name + " betaalt");
		await v.sees(".map path.mine");
		assert.deepEqual(await page.eval(audit), []);
		await page.shot(`${name}/map`);
		await v.clean();
	});

	test("municipalities that the map does not know are named", async () => {
		await v.practice("st-maartenschool");
		await v.unfold("map");
		await v.says("Niet op de kaart, want deze gemeente bestaat in 2024 niet meer onder die naam: Boxmeer, Grave");
	});

	test("the flows are as wide as what is paid", async () => {
		await v.practice("st-maartenschool", "", "/open");
		await v.unfold("flowPicture");
		await v.sees(".flows .band");
		const bands = await page.eval(() =>
			[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll(".band")].map((b) => [
				b.textContent.replace(/\u00a0/g, " "),
				Number(b.getAttribute("stroke-width")),
			]),
		);
		const { transfers } = await v.get("result");
		assert.equal(bands.length, transfers.length);
		// Wijchen pays 132,000 and Druten 52,800: two and a half times as wide.
		const width = (who) => bands.find(([text]) => text.startsWith(who + " → Nijmegen"))[1];
		assert.ok(Math.abs(width("Wijchen") / width("Druten") - 2.5) < 0.01);
		assert.deepEqual(await page.eval(audit), []);
		await page.shot(`${name}/flows`);
		await v.clean();
	});

	test("a picture is kept as PNG and as SVG, as it is on the page and under a strict policy", async () => {
		/** Presses a button and gives what is handed to the browser: its name, its type and its bytes. */
		const kept = async (key) => {
			await page.eval(() => {
				window.handed = null;
				URL.createObjectURL = (blob) => ((window.handed = blob), "#kept");
				HTMLAnchorElement.prototype.click = function () {
					window.called = this.download;
				};
			});
			await v.click(`[data-key=${key}]`);
			await page.until(() => window.handed !== null);
			return page.eval(async () => ({ name: window.called, type: window.handed.type, text: await window.handed.text() }));
		};
		/** How many points of the picture that was handed over have a colour. */
		const points = (color) =>
			page.eval(async (color) => {
				const picture = await createImageBitmap(window.handed);
				const pen = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height }).getContext("2d");
				pen.drawImage(picture, 0, 0);
				const { data } = pen.getImageData(0, 0, picture.width, picture.height);
				let found = 0;
				for (let i = 0; i < data.length; i += 4) if (color.every((c, j) => data[i + j] === c)) found++;
				return { found, width: picture.width };
			}, color);
		await v.practice("st-maartenschool");
		await v.unfold("flowPicture", "map", "save");
		await v.sees(".map path[class^=shade]");
		await v.sees("[data-key=savechartpng]");
		const action = [0x15, 0x4f, 0x7c];
		for (const [picture, file] of [
			["map", "kaart"],
			["flows", "geldstromen"],
			["chart", "verdeling"],
		]) {
			const png = await kept(`save${picture}png`);
			assert.equal(png.name, file + ".png");
			assert.equal(png.type, "image/png");
			const { found, width } = await points(action);
			assert.ok(found > 2000, `${picture}: ${found} points have the colour of the page`);
			if (picture === "map") assert.equal(width, 2 * (600 + 24), "its units, a margin at both sides, two points each");
			const svg = await kept(`save${picture}svg`);
			assert.equal(svg.name, file + ".svg");
			assert.match(svg.text, /<title>[^<]*Voorbeeldcijfers, verzonnen/);
			assert.match(svg.text, /fill="rgb\(21, 79, 124\)"|stroke="rgb\(21, 79, 124\)"/);
			assert.doesNotMatch(svg.text, /(width|x)="[\d.]+%"/, "no length that depends on a page");
			assert.match(svg.text, /Nijmegen/);
		}
		await v.clean();
	});
}
