// Where a file is read: in a worker when it is large, so that the page answers meanwhile, and on the page where a policy
// refuses workers or the files of the calculator come from another site.

import { address } from "../assets.js";
import { EngineError, fetchChecked } from "../engine.js";
import { Stopped } from "../reader/lines.js";
import { tasksOf, TooLarge } from "../reader/tasks.js";

const SMALL = 1_000_000; // bytes that are read before anybody would notice

const reader = { path: "reader/worker.js", integrity: "" };

/**
 * Starts the worker; null where there can be none.
 * @param {App} app
 * @returns {Promise<Worker | null>}
 */
async function startWorker(app) {
	const url = address(reader.path, app.conversation.folder, reader.integrity);
	if (!globalThis.Worker || new URL(url).origin !== location.origin) return null;
	// No browser checks what a worker runs: so the file is checked as it is fetched, just before.
	if (reader.integrity) await fetchChecked({ url, integrity: reader.integrity });
	return new Promise((done) => {
		try {
			const worker = new Worker(/** @type {string} */ (app.page.scriptAddress(url)), { type: "module" });
			worker.onmessage = () => done(worker);
			worker.onerror = () => done(null);
		} catch {
			done(null);
		}
	});
}

/**
 * A file that is read: run asks something of it, stop ends that, close forgets it.
 * @param {App} app
 * @param {Blob} file
 * @param {(state: {done: number, refused: boolean}) => void} tell how much was read, and whether the page itself reads
 */
export async function openFile(app, file, tell) {
	const large = file.size > SMALL;
	let stopped = false;
	let stop = () => {};
	const ended = new Promise((_, reject) => (stop = () => reject(new Stopped())));
	ended.catch(() => {});
	const worker = large
		? await Promise.race([
				startWorker(app).catch((error) => {
					if (error.code === "integrity") throw error;
					return null;
				}),
				ended,
			])
		: null;
	const refused = large && !worker;
	const note = (done) => large && tell({ done, refused });
	const here = tasksOf(
		file,
		(request) => app.conversation.ask(request),
		async (done) => {
			note(done);
			if (large) await new Promise((next) => setTimeout(next)); // the page answers between two pieces
			if (stopped) throw new Stopped();
		},
	);
	const there = (task, args) =>
		new Promise((resolve, reject) => {
			worker.onmessage = ({ data }) => {
				if (data.done !== undefined) note(data.done);
				else if (!data.error) resolve(data.value);
				else reject(data.error.size ? new TooLarge(data.error.size) : new EngineError(data.error.code));
			};
			worker.onerror = () => reject(new EngineError("engine"));
			worker.postMessage({ file, task, args });
		});
	const close = () => worker?.terminate();
	return {
		run: (task, args) => Promise.race([worker ? there(task, args) : here[task](args), ended]),
		stop() {
			stopped = true;
			close();
			stop();
		},
		close,
	};
}
