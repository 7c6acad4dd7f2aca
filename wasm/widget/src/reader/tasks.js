// What is asked of a file: which schools stand in it, and its pupils. It is the same in a worker and on the page.

import { linesOf, schoolsIn } from "./schools-of.js";

/** Bytes of a table that the engine takes in one request, which holds them as base64. */
export const LARGEST = 11_000_000;

/** What a file holds is more than the engine takes; size says how much. */
export class TooLarge extends Error {
	constructor(size) {
		super("zio: too large");
		this.size = size;
	}
}

function base64(bytes) {
	let s = "";
	for (let i = 0; i < bytes.length; i += 0x8000) s += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
	return btoa(s);
}

/**
 * @param {Blob} file
 * @param {(request: object) => Promise<any>} ask asks the engine
 * @param {(bytes: number) => Promise<void> | void} step is told how much was read; 0 when the engine counts
 */
export function tasksOf(file, ask, step) {
	let [wanted, kept] = ["", null]; // the lines that were read last: one question after another is about the same
	const whole = async () => ({ bytes: new Uint8Array(await file.arrayBuffer()), places: null });
	const read = async (keys) => {
		if (!keys && file.size > LARGEST) throw new TooLarge(file.size);
		if (!kept || wanted !== String(keys)) [wanted, kept] = [String(keys), await (keys ? linesOf(file, new Set(keys), step) : whole())];
		if (kept.bytes.length > LARGEST) throw new TooLarge(kept.bytes.length);
		return kept;
	};
	return {
		schools: () => schoolsIn(file, step),
		/** The reply of the engine, with the lines of its report counted in the file. */
		async import({ keys, ...request }) {
			const { bytes, places } = await read(keys);
			await step(0);
			const reply = await ask({ ...request, data: base64(bytes) });
			for (const at of [...(reply.value?.report?.listed ?? []), ...(reply.problems ?? [])]) if (places && at.line) at.line = places[at.line - 1];
			return reply;
		},
	};
}
