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

	test("names on the map stand inside it, and none over another", async () => {
		for (const width of [390, 1280]) {
			await page.resize(width, 800);
			for (const id of ["st-maartenschool", "zuidoost-brabant", "utrecht-bovenregionaal"]) {
				await v.practice(id, "", "/open");
				await v.unfold("map");
				await v.sees(".map .name");
				const [frame, ...names] = await page.eval(() =>
					[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll(".map svg, .map .name")].map((e) => {
						const { left, right, top, bottom } = e.getBoundingClientRect();
						return { text: e.localName === "text" ? e.textContent : "", left, right, top, bottom };
					}),
				);
				assert.ok(names.length >= 2, `${id} at ${width}: ${names.length}`);
				for (const [i, a] of names.entries()) {
					assert.ok(a.left >= frame.left - 2 && a.right <= frame.right + 2, `${a.text} at ${width}`);
					for (const b of names.slice(0, i)) {
						const apart = a.left >= b.right - 1 || b.left >= a.right - 1 || a.top >= b.bottom - 5 || b.top >= a.bottom - 5;
						assert.ok(apart, `${id} at ${width}: ${a.text} stands over ${b.text}`);
					}
				}
			}
		}
		await page.resize(1280, 900);
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

	test("keys side by side: a dot per key, and the difference in the table", async () => {
		await v.practice("st-maartenschool", 'municipality="0296"', "/open");
		await v.unfold("keys");
		await v.sees(".keyDots .dot");
		const { told, rows, dots } = await page.eval(() => {
			const box = document.querySelector("zio-calculator").shadowRoot.querySelector(".keysBox");
			const text = (node) => node.innerText.replace(/[\u00a0\u202f]/g, " ");
			const picture = box.querySelector(".keyDots");
			return {
				told: text(box.querySelector("p")),
				rows: [...box.querySelectorAll("tbody tr")].map((tr) => [...tr.children].map(text)),
				dots: picture.querySelectorAll("g .dot").length,
			};
		});
		const { shares } = await v.get("result");
		assert.equal(rows.length, shares.length);
		assert.equal(dots, 3 * 12, "twelve parties, three keys");
		const nijmegen = rows.find(([who]) => who === "Nijmegen");
		assert.equal(nijmegen[1], "€ 448.800");
		const now = Number(nijmegen[1].replace(/\D/g, ""));
		// All 200 pupils count, also of who does not take part: 1,029,600 x 66 / 200 = 339,768.
		assert.equal(nijmegen[2], "− € " + (now - 339_768).toLocaleString("nl-NL"));
		assert.match(told, /^De keuze maakt het meest uit voor Nijmegen: die betaalt tussen € 339\.768 en /);
		await v.says("Wijchen betaalt tussen € 102.960 en"); // 1,029,600 x 20 / 200
		assert.deepEqual(await page.eval(audit), []);
		await page.shot(`${name}/keys`);
		await v.clean();
	});

	test("the school on one page: what each law pays, to whom, and what is in no amount", async () => {
		await v.practice("hele-school", "", "/open");
		await v.unfold("onePage", "transfers");
		await v.sees(".laws tfoot");
		const rows = () =>
			page.eval(() =>
				[...document.querySelector("zio-calculator").shadowRoot.querySelectorAll(".laws tr")].map((tr) =>
					tr.innerText
						.replace(/\u00a0/g, " ")
						.trim()
						.split(/\s*\t\s*/)
						.join(" | "),
				),
			);
		const whole = await rows();
		assert.ok(whole.includes("Wlz · Zorg uit de Wlz op school"), whole.join("\n"));
		assert.ok(whole.includes("Zorgkantoor | Zorgaanbieder | 1 | 600 | € 24.800,00"));
		assert.ok(whole.at(-1).endsWith("€ 53.733,33"), "16,000.00 + 24,800.00 + 9,333.33 + 3,600.00");
		await v.says("bekostiging van onderwijs");
		assert.deepEqual(await page.eval(audit), []);
		await page.shot(`${name}/one-page`);
		await v.practice("st-maartenschool");
		await v.says("Let op: deze minuten per week zijn geteld, maar zitten in geen bedrag: Jeugdwet, individuele beschikking 1.440.");
		await v.unfold("onePage");
		await v.sees(".laws tfoot");
		assert.ok((await rows()).some((r) => /^in geen bedrag \| .*1\.440/.test(r)));
		await v.practice("hart-van-brabant");
		await v.unfold("sites");
		await v.says("Hoeveel leerlingen elke gemeente op elke vestiging heeft.");
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
