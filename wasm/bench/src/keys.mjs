// A key in the page with all municipalities: how long until it is drawn, until the answer to it is drawn, and for how long the page
// stands still at most. A real key, in the box with the pupils of the first municipality.

import { inContext } from "./browser.mjs";
import { counts, now, profiles, targets, trees } from "./config.mjs";
import { bareAddress } from "./serve.mjs";
import { grown } from "./sizes.mjs";
import { head, median, ms, row } from "./text.mjs";

const ALL = counts.at(-1);
const LONG = 3; // rounds of what takes long
const forms = [
	{ name: "simple", title: "simple form", attributes: 'loading="eager"' },
	{ name: "full", title: "full form", attributes: 'loading="eager" mode="full"' },
];
const limits = profiles.filter((p) => p.name !== "3g").map(({ name, cpu }) => ({ name, title: cpu ? `CPU/${cpu}` : "local", cpu }));
const PUPILS = "[data-pointer^='/population/groups/'][data-pointer$='/pupils']";

/** In the page: hands in the documents, and waits for their answer. */
async function fill({ agreement, population }, all) {
	const element = document.querySelector("zio-calculator");
	await customElements.whenDefined("zio-calculator");
	await element.calculate(); // the engine is there now
	const answered = new Promise((resolve) => element.addEventListener("zio-result", (e) => e.detail.result.shares.length === all && resolve()));
	element.population = population;
	element.agreement = agreement;
	await answered;
}

/** In the page: notes of the next key when it and the answer to it were drawn, in ms since the key. */
function watch(selector) {
	const element = document.querySelector("zio-calculator");
	const share = () => element.result.components[0].shares[0].weight;
	const control = element.shadowRoot.querySelector(selector);
	control.focus();
	control.setSelectionRange(control.value.length, control.value.length);
	const before = share();
	const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
	globalThis.key = new Promise((resolve) =>
		addEventListener(
			"keydown",
			async ({ timeStamp }) => {
				const answer = new Promise((done) => element.addEventListener("zio-result", () => drawn().then(done), { once: true }));
				const echo = await drawn();
				const end = await answer;
				resolve({ echo: echo - timeStamp, answer: end - timeStamp, counted: share() === control.value && share() !== before });
			},
			{ capture: true, once: true },
		),
	);
}

/** The tasks of the thread that took the key, from the key on: when each began since the key, and how long it took, in ms. */
function tasksOf(trace) {
	const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
	const key = traceEvents.find((e) => e.name === "EventDispatch" && e.args.data?.type === "keydown");
	const own = (e) => e.name === "RunTask" && e.pid === key.pid && e.tid === key.tid && e.ts + e.dur >= key.ts;
	return traceEvents.filter(own).map((e) => ({ at: (e.ts - key.ts) / 1000, took: e.dur / 1000 }));
}

/** Presses a key in the box and gives its times. */
async function press(page, pressed) {
	await page.evaluate(watch, PUPILS);
	await page.tracing.start({ categories: ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
	await page.keyboard.press(pressed);
	const { echo, answer, counted } = await page.evaluate("key");
	const tasks = tasksOf(await page.tracing.stop());
	if (!counted) throw new Error("the answer is not that to the key");
	const work = tasks.reduce((sum, t) => sum + Math.max(0, Math.min(t.took, echo - t.at)), 0);
	return { answer, echo, work, longest: Math.max(...tasks.map((t) => t.took)) };
}

/** Times by form, tree and limit. The request is that of the engines; a digit is typed and taken away again. */
export async function measureKeys(browser, address, asked, rounds) {
	const keys = {};
	for (let i = 0; i < Math.min(rounds, LONG); i++) {
		for (const form of forms)
			for (const tree of trees)
				await inContext(browser, {}, (open) =>
					open(async (page) => {
						await page.setViewport({ width: 1280, height: 900 });
						await page.goto(bareAddress(address, tree, form.attributes));
						await page.evaluate(fill, JSON.parse(asked[tree.name][ALL]), ALL);
						const shown = (selector, all) => document.querySelector("zio-calculator").shadowRoot.querySelectorAll(selector).length === all;
						await page.waitForFunction(shown, {}, PUPILS, ALL);
						for (const pressed of ["1", "Backspace"]) await press(page, pressed); // these also compile
						for (const { name, cpu } of limits) {
							await page.emulateCPUThrottling(cpu ?? null);
							for (const pressed of ["1", "Backspace"]) {
								const times = await press(page, pressed);
								for (const what in times) ((keys[`${form.name} ${tree.name} ${name}`] ??= {})[what] ??= []).push(times[what]);
							}
						}
					}),
				);
		console.error(`keys, round ${i + 1} of ${Math.min(rounds, LONG)}`, JSON.stringify(keys));
	}
	for (const of of Object.values(keys)) for (const what in of) of[what] = median(of[what]);
	return keys;
}

export function keyTable(keys) {
	const measures = {
		answer: "until the answer is painted",
		echo: "until the digit is painted",
		work: "what the page did for the digit",
		longest: "longest task",
	};
	const heads = limits.flatMap((l) => [...trees.map((tree) => `${l.title}; ${tree.title}`), ...(trees.length > 1 ? [`${l.title}; ratio`] : [])]);
	return [
		...head([`a key with ${ALL} municipalities`, ""], ...heads),
		...forms.flatMap((form) =>
			Object.entries(measures).map(([name, title]) => {
				const cells = limits.flatMap((l) => {
					const times = trees.map((tree) => keys[`${form.name} ${tree.name} ${l.name}`][name]);
					return [...times.map(ms), ...grown(times)];
				});
				return row(form.title, title, ...cells);
			}),
		),
	];
}

export function keyTargets(keys) {
	const { work } = keys[`full ${now.name} local`];
	return [[`what the page does for a digit with ${ALL} municipalities in the full form, local`, work, targets.key, (x) => `${ms(x)} ms`]];
}
