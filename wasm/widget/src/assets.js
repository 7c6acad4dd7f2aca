// What the calculator loads beside itself, and what it must be. These are the values of an unbuilt page; the build writes
// the sha256 of each file here, so that the integrity of the script tag covers everything that runs and is shown.

const base = new URL("./", import.meta.url);

const assets = {
	wasm: { path: "zio.wasm", integrity: "" },
	fallback: { path: "zio.fallback.js", integrity: "" },
	"full.wasm": { path: "zio.full.wasm", integrity: "" },
	"full.fallback": { path: "zio.full.fallback.js", integrity: "" },
	"import.wasm": { path: "zio.import.wasm", integrity: "" },
	"import.fallback": { path: "zio.import.fallback.js", integrity: "" },
	"describe.nl": { path: "describe.nl.json", integrity: "" },
	"describe.nl.full": { path: "describe.nl.full.json", integrity: "" },
	"describe.en.full": { path: "describe.en.full.json", integrity: "" },
	"describe.en": { path: "describe.en.json", integrity: "" },
	systems: { path: "systems/index.json", integrity: "" },
	schools: { path: "schools.txt", integrity: "" },
	map: { path: "map.txt", integrity: "" },
	others: { path: "systems/others.json", integrity: "" },
};

/**
 * The address of a file. It carries the start of its hash, so that no browser takes the file of an earlier version for it
 * when a site is upgraded in place.
 * @param {string} path
 * @param {string} [folder] where the files are, when they are not beside this script
 * @param {string} [integrity] what the file must be
 */
export function address(path, folder, integrity) {
	const url = new URL(path, folder ? new URL(folder.replace(/\/?$/, "/"), globalThis.document?.baseURI ?? base) : base);
	if (integrity) url.search = "v=" + integrity.slice(7, 17).replace(/\W/g, "");
	return url.href;
}

/** Where an asset is, with what it must be. */
export const asset = (name, folder) => ({
	url: address(assets[name].path, folder, assets[name].integrity),
	integrity: assets[name].integrity,
});
