// The worker: it reads a file and counts its pupils, so that the page answers meanwhile.

import { fetchChecked, start } from "../engine.js";
import { tasksOf } from "./tasks.js";

/** Runs the translated engine where WebAssembly is refused; what it must be is checked before. */
async function run({ url, integrity }) {
	await fetchChecked({ url, integrity });
	await import(/* @vite-ignore */ /* webpackIgnore: true */ url);
}

let engine;
const ask = async (request) => (await (engine ??= start("", "import.", run))).call(request);

let tasks;
onmessage = async ({ data: { file, task, args } }) => {
	tasks ??= tasksOf(file, ask, (done) => postMessage({ done }));
	try {
		postMessage({ value: await tasks[task](args) });
	} catch ({ code, size }) {
		postMessage({ error: { code: code ?? "engine", size } });
	}
};
postMessage({ ready: true });
