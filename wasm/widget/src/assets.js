// Where the engine is and what it must be. These are the values of an unbuilt page; the build writes the sha384 of both
// files here, so that the integrity of the script tag covers everything that runs.
export const assets = {
	wasm: { url: new URL("./zio.wasm", import.meta.url).href, integrity: "" },
	fallback: { url: new URL("./zio.fallback.js", import.meta.url).href, integrity: "" },
};
