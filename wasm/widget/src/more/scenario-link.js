// The link that holds a whole scenario behind the "#": browsers never send that part to a server. It is made only when
// somebody asks for it, and it is taken out of the address as soon as it was read, so that no script of the page keeps it.

import { keyOf } from "../link-key.js";

const MOST = 8000; // characters: what mail programs and office suites still keep whole

const encode = (bytes) =>
	btoa(String.fromCharCode(...bytes))
		.replace(/\+/g, "-")
		.replace(/\//g, "_")
		.replace(/=+$/, "");
const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

/** Runs bytes through a compressor; gives null where the browser has none, and fails beyond a million bytes. */
async function through(bytes, Stream) {
	if (!Stream) return null;
	const reader = new Blob([bytes]).stream().pipeThrough(new Stream("deflate-raw")).getReader();
	const parts = [];
	let size = 0;
	for (let r = await reader.read(); !r.done; r = await reader.read()) {
		size += r.value.length;
		if (size > 1_000_000) throw new RangeError("zio: link too large");
		parts.push(r.value);
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The address of this page with the scenario in it, or why there is none. */
export async function makeLink({ agreement, population }, id) {
	if (population?.pupils?.length || population?.decisions?.length) return { problem: "linkPupils" };
	const bytes = new TextEncoder().encode(JSON.stringify({ agreement, population }));
	if (bytes.length > 1_000_000) return { problem: "linkLong", size: bytes.length, most: MOST };
	const small = await through(bytes, globalThis.CompressionStream);
	const key = keyOf(id);
	const text = key + (small ? "1z." + encode(small) : "1j." + encode(bytes));
	if (text.length > MOST) return { problem: "linkLong", size: text.length, most: MOST };
	const url = new URL(location.href);
	url.hash = [
		...url.hash
			.slice(1)
			.split("&")
			.filter((p) => p && !p.startsWith(key)),
		text,
	].join("&");
	return { url: url.href, size: url.href.length };
}

/** Takes the scenario out of the address; null when there is none. */
export async function readFragment(id) {
	const key = keyOf(id);
	const parts = location.hash.slice(1).split("&");
	const found = parts.find((p) => p.startsWith(key));
	if (!found) return null;
	const rest = parts.filter((p) => p !== found).join("&");
	history.replaceState(history.state, "", location.pathname + location.search + (rest && "#" + rest));
	return parse(found.slice(key.length)).catch(() => ({ problem: "badLink" }));
}

async function parse(text) {
	if (/^\d+[jz]\./.test(text) && !/^1[jz]/.test(text)) return { problem: "linkVersion" };
	const m = /^1([jz])\.([\w-]{1,16000})$/.exec(text);
	if (!m) return { problem: "badLink" };
	const bytes = m[1] === "z" ? await through(decode(m[2]), globalThis.DecompressionStream) : decode(m[2]);
	return scenarioIn(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
}

/** The two documents in a value, or why they are none. */
export function scenarioIn(value) {
	const { agreement, population } = value ?? {};
	if (!agreement || typeof agreement !== "object" || !population || typeof population !== "object") return { problem: "badLink" };
	// Documents of another version of the schemas have members that this one does not know.
	const version = (d) => /\/schema\/([\d.]+)\//.exec(d.$schema)?.[1];
	if ([agreement, population].some((d) => version(d) && version(d) !== "1.0")) return { problem: "linkVersion" };
	return { agreement, population };
}
