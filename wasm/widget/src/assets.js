// What the calculator loads beside itself, and what it must be. These are the values of an unbuilt page; the build writes
// the sha384 of each file here, so that the integrity of the script tag covers everything that runs and is shown.

const base = new URL("./", import.meta.url);

const assets = {
	wasm: { path: "zio.wasm", integrity: "" },
	fallback: { path: "zio.fallback.js", integrity: "" },
	"full.wasm": { path: "zio.full.wasm", integrity: "" },
	"full.fallback": { path: "zio.full.fallback.js", integrity: "" },
	"import.wasm": { path: "zio.import.wasm", integrity: "" },
	"import.fallback": { path: "zio.import.fallback.js", integrity: "" },
	"describe.nl": { path: "describe.nl.json", integrity: "" },
	"describe.en": { path: "describe.en.json", integrity: "" },
	systems: { path: "systems/index.json", integrity: "" },
	others: { path: "systems/others.json", integrity: "" },
};

/** The address of a file; folder is where the files are, when they are not beside this script. */
export const address = (path, folder) => new URL(path, folder ? new URL(folder.replace(/\/?$/, "/"), document.baseURI) : base).href;

/** Where an asset is, with what it must be. */
export const asset = (name, folder) => ({ url: address(assets[name].path, folder), integrity: assets[name].integrity });
