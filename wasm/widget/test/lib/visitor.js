// What a visitor does on a test page, and what is seen of it. Every helper takes the n-th calculator, the first unless told.

import assert from "node:assert/strict";
import { answered } from "./site.js";

const field = (pointer) => `[data-pointer="${pointer}"]`;

export function visitor(page, server) {
	/** Presses what may be drawn anew, or covered, at the moment that it was found: then it is found again. */
	const press = async (how, selector, n) => {
		for (const end = Date.now() + 20_000; ;) {
			try {
				return await (await page.find(selector, n))[how]();
			} catch (error) {
				if (Date.now() > end || !/detached|stale|not clickable|intercepted|not attached|no such node/i.test(error.message)) throw error;
			}
		}
	};
	const v = {
		field,
		/** Opens a page with calculators of these attributes. */
		async show(attrs, path = "/strict", more = {}) {
			await page.goto("about:blank"); // a page that is loaded again is not always a new page
			await page.goto(server.at(path, attrs, more));
		},
		/** Opens a practice and waits for its result. */
		async practice(id, attrs = "", path, more) {
			await v.show(`system=${id} ${attrs}`.trim(), path, more);
			return page.until(answered);
		},
		click: (selector, n) => press("click", selector, n),
		/** Presses with a finger. */
		tap: (selector, n) => press("tap", selector, n),
		/** Types into a field and leaves it. */
		async fill(selector, value, n) {
			await (await page.find(selector, n)).fill(value);
			await page.key("Tab");
		},
		/** Puts a text into a field at once, as pasting does, and leaves it. */
		async put(selector, value, n = 0) {
			await page.find(selector, n);
			await page.eval(
				(selector, value, n) => {
					const control = document.querySelectorAll("zio-calculator")[n].shadowRoot.querySelector(selector);
					control.focus();
					control.value = value;
					for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
				},
				selector,
				value,
				n,
			);
		},
		/** Pastes cells of a spreadsheet into the table of a pointer, or the first one. */
		async paste(text, pointer = "") {
			await page.eval(
				(text, pointer) => {
					const data = new DataTransfer();
					data.setData("text/plain", text);
					const root = document.querySelector("zio-calculator").shadowRoot;
					const cell = root.querySelector(pointer ? `.places:has([data-key="add${pointer}"]) th` : ".places td, .places th");
					const paste = new Event("paste", { bubbles: true, cancelable: true, composed: true });
					cell.dispatchEvent(Object.defineProperty(paste, "clipboardData", { value: data })); // not every browser takes it when an event is made
				},
				text,
				pointer,
			);
			await v.sees(".report :first-child");
		},
		/** Waits until the calculator shows a text. */
		says: (text, n = 0) =>
			page.until(
				(text, n) =>
					document
						.querySelectorAll("zio-calculator")
						[n]?.shadowRoot.querySelector(".page")
						.innerText.replace(/\u00a0/g, " ")
						.replace(/\u2011/g, "-")
						.includes(text),
				text,
				n,
			),
		/** Waits until something is there, or is there no longer. */
		sees: (selector, n = 0) =>
			page.until((selector, n) => document.querySelectorAll("zio-calculator")[n]?.shadowRoot.querySelector(selector) !== null, selector, n),
		misses: (selector, n = 0) =>
			page.until((selector, n) => document.querySelectorAll("zio-calculator")[n]?.shadowRoot.querySelector(selector) === null, selector, n),
		answer: (n) => page.eval(answered, n ?? 0),
		/** A member of the element, such as "agreement". */
		get: (name, n = 0) => page.eval((name, n) => document.querySelectorAll("zio-calculator")[n][name], name, n),
		/** Waits until a document of the element has a value at a pointer. */
		holds: (pointer, value, n = 0) =>
			page.until(
				(pointer, value, n) => {
					const [, kind, ...path] = pointer.split("/");
					return JSON.stringify(path.reduce((x, key) => x?.[key], document.querySelectorAll("zio-calculator")[n][kind])) === value;
				},
				pointer,
				JSON.stringify(value),
				n,
			),
		value: (selector, n = 0) =>
			page.eval((selector, n) => document.querySelectorAll("zio-calculator")[n].shadowRoot.querySelector(selector).value, selector, n),
		/** The data-key or pointer of what has the focus inside the first calculator. */
		focus: () => page.eval(() => document.querySelector("zio-calculator").shadowRoot.activeElement?.dataset.key ?? ""),
		/** Unfolds parts of the page by their names. */
		async unfold(...names) {
			for (const name of names) await v.click(`[data-key=${name}]`);
		},
		/** Nothing was refused by the policy of the page and nothing failed. */
		clean: async () => assert.deepEqual(await page.eval(() => [...seen.violations, ...seen.errors]), []),
	};
	return v;
}
