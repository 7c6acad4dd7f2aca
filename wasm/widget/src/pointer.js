// JSON Pointers (RFC 6901): the one address of a member, shared by the form, the problems and the engine.

const unescape = (s) => s.replace(/~1/g, "/").replace(/~0/g, "~");
const escape = (s) => String(s).replace(/~/g, "~0").replace(/\//g, "~1");

const steps = (pointer) => pointer.split("/").slice(1).map(unescape);

/** The pointer to a member of what another pointer names. */
export const under = (pointer, name) => pointer + "/" + escape(name);

/** The value at a pointer; undefined when there is none. */
export function get(document, pointer) {
	return steps(pointer).reduce((at, name) => (at == null || !Object.hasOwn(at, name) ? undefined : at[name]), document);
}

/** Gives an object a member of its own, whatever its name. */
const own = (at, name, value) => Object.defineProperty(at, name, { value, enumerable: true, writable: true, configurable: true });

/** Sets the value at a pointer and makes the objects on the way; undefined takes the member away. */
export function set(document, pointer, value) {
	const path = steps(pointer);
	const name = path.pop();
	let at = document;
	for (const step of path) {
		if (!Object.hasOwn(at, step) || at[step] === null || typeof at[step] !== "object") own(at, step, {});
		at = at[step];
	}
	if (value !== undefined) own(at, name, value);
	else if (Array.isArray(at)) at.splice(Number(name), 1);
	else delete at[name];
}
