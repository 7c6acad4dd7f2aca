// Builds the package: one minified module with its texts and styles, the engine beside it, and the hashes of what the
// engine loads baked in. Run without arguments it builds what is missing; with --release it refuses to build from
// anything but the small engine.
//
//   node build.mjs [--release] [--out folder] [--engine folder]

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { fromBytes } from "./src/engine.js";
import { fileOf, readSystems } from "./systems.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const fail = (text) => {
	console.error("build: " + text);
	process.exit(1);
};

const usage = `usage: node build.mjs [--release] [--out folder] [--engine folder]

Builds the package of the element into dist, or another folder.

  --release         refuse to build from anything but the small engine
  --out folder      where the package goes (dist)
  --engine folder   where wasm/build/build.sh put the engine (../dist)`;

/** The options of the command. */
function parsed() {
	try {
		return parseArgs({
			options: {
				release: { type: "boolean" },
				out: { type: "string", default: join(here, "dist") },
				engine: { type: "string", default: join(here, "..", "dist") },
				help: { type: "boolean", short: "h" },
			},
		}).values;
	} catch (error) {
		console.error(`build: ${error.message}\n\n${usage}`);
		process.exit(2);
	}
}

const options = parsed();
if (options.help) {
	console.log(usage);
	process.exit();
}
const hash = (name) => (bytes) => name + "-" + createHash(name).update(bytes).digest("base64");
/** For the line in a page. */
const sha384 = hash("sha384");
/** For what the script checks itself: as sure, and a third shorter in what every page loads first. */
const sha256 = hash("sha256");

/** The files of the engine; for trying out, the plain Go build takes the place of the small one. */
function engineFiles() {
	const at = (name) => join(options.engine, name);
	const names = ["", "full.", "import."].flatMap((part) => [`zio.${part}wasm`, `zio.${part}fallback.js`]);
	const missing = names.filter((name) => !existsSync(at(name)));
	if (!missing.length) return Object.fromEntries(names.map((name) => [name, at(name)]));
	if (options.release) fail(`${options.engine} holds no ${missing.join(" and ")}: run wasm/build/build.sh first`);
	if (existsSync(at("zio.std.wasm"))) return { "zio.wasm": at("zio.std.wasm") };
	fail(`${options.engine} holds no engine: run wasm/build/build.sh, or wasm/build/build.sh std`);
}

const engine = engineFiles();
/** Whether the engine is the small one, which asks nothing of its surroundings. */
const small = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(engine["zio.wasm"]))).length === 0;
const integrity = Object.fromEntries(Object.entries(engine).map(([name, path]) => [name, sha256(readFileSync(path))]));

/** The engine with all calls, which tells here what a page reads from files. */
const told = await fromBytes(readFileSync(engine["zio.full.wasm"] ?? engine["zio.wasm"]));
async function ask(request) {
	const reply = await told.call(request);
	return reply.ok ? reply.value : fail(request.call + ": " + JSON.stringify(reply.problems));
}

/** The rules with their fields, as the simple form shows them. */
const rulesInDutch = [];

/** The rules that an agreement names, with their fields. */
const rulesOf = ({ components }) => rulesInDutch.filter((r) => components.some((c) => JSON.stringify(c[r.part]).includes(JSON.stringify(r.rule))));

/** Writes what the rules and their fields are called in a language, with the versions; only what the element shows. */
async function writeDescription(lang) {
	const { library, schema } = await ask({ call: "version" });
	const all = await ask({ call: "describe", lang });
	for (const part of all.parts) for (const rule of part.rules) delete rule.formulas;
	const lists = ["groups", "counts", "sites"];
	all.population.fields = all.population.fields.filter((f) => f.required || lists.includes(f.name));
	const write = (name, description) => {
		const bytes = Buffer.from(JSON.stringify({ ...description, version: { library, schema } }));
		writeFileSync(join(options.out, name), bytes);
		integrity[name] = sha256(bytes);
	};
	write(`describe.${lang}.full.json`, all);
	all.population.fields = all.population.fields.filter((f) => f.name !== "sites");
	// The simple form shows numbers: the help of the other fields comes with the whole form.
	const brief = (fields) => {
		for (const f of fields ?? []) {
			if (f.kind !== "integer" && !/^(euro|factor|decimal|fte|percent)$/.test(f.format)) delete f.hint;
			brief(f.fields);
		}
	};
	for (const part of all.parts) brief(part.rules);
	for (const kind of ["agreement", "population"]) brief(all[kind].fields);
	if (lang === "nl") for (const { part, rules } of all.parts) for (const r of rules) rulesInDutch.push({ part, ...r });
	// The fields of a rule come with a practice that has it; here stands what rules are called.
	for (const part of all.parts) part.rules = part.rules.map(({ rule, label }) => ({ rule, label }));
	// Of the documents only what the simple form shows; the whole form and documents from elsewhere ask for the rest.
	const shown = (f) => f.kind === "integer" || f.fields || f.union || /^(euro|factor|decimal|fte|percent|date|municipality|claim|status)$/.test(f.format);
	const keep = (fields) =>
		fields.filter((f) => shown(f) || f.kind === "const" || f.kind === "bool").map((f) => (f.fields ? { ...f, fields: keep(f.fields) } : f));
	for (const kind of ["agreement", "population"]) all[kind].fields = keep(all[kind].fields);
	write(`describe.${lang}.json`, all);
}

/** The names of the municipalities that a population speaks of and its agreement does not name; undefined when there are none. */
async function namesBeside({ agreement, population }) {
	const named = new Set(agreement.parties.map((p) => p.id));
	const names = {};
	for (const [, code] of JSON.stringify([population.groups, population.counts]).matchAll(/"(\d{4})"/g)) {
		if (named.has(code) || names[code]) continue;
		const found = await ask({ call: "municipalities", query: code, on: population.countDate });
		const name = found.find((m) => m.code === code)?.name;
		if (name) names[code] = name;
	}
	return Object.keys(names).length ? names : undefined;
}

/** The first sentences of a text, as far as a card shows them. */
function firstSentences(text = "") {
	let short = "";
	for (const sentence of text.split(/(?<=\.) /)) {
		if (short && short.length + sentence.length > 190) break;
		short += (short && " ") + sentence;
	}
	return short;
}

/**
 * Writes the practices: a list of those that are shown first, a list of the others, and a document with agreement and
 * population for each. Keeps the hashes of the lists.
 */
async function writeSystems() {
	const to = join(options.out, "systems");
	mkdirSync(to, { recursive: true });
	const list = readSystems(join(here, "../../examples/agreements"));
	const index = [];
	for (const { agreement, population, ...entry } of list) {
		const bytes = Buffer.from(JSON.stringify({ agreement, population, rules: rulesOf(agreement), names: await namesBeside({ agreement, population }) }));
		writeFileSync(join(to, fileOf(entry.id)), bytes);
		index.push({ ...entry, about: firstSentences(entry.about), integrity: sha256(bytes) });
	}
	for (const [name, first] of [
		["index.json", true],
		["others.json", false],
	]) {
		const bytes = Buffer.from(JSON.stringify(index.filter((s) => Boolean(s.first) === first)));
		writeFileSync(join(to, name), bytes);
		integrity["systems/" + name] = sha256(bytes);
	}
}

/**
 * Writes the schools of the country for the browser: the count date, the names of municipalities, and a line for each school
 * with its pupils per home municipality, of the table that the package schools holds.
 */
async function writeSchools() {
	const [head, ...lines] = gunzipSync(readFileSync(join(here, "../../zio/schools/schools.txt.gz")))
		.toString("utf8")
		.trimEnd()
		.split("\n");
	const [form, countDate] = head.split("\t");
	if (form !== "zio-schools/1") fail("the table of schools has another form: " + form);
	const codes = new Set();
	const schools = lines.map((line) => {
		const [code, name, , place, municipality, type, , , , total, , , homes] = line.split("\t");
		for (const text of [municipality, ...homes.split(" ")]) if (/^\d{4}/.test(text)) codes.add(text.slice(0, 4));
		return [code, name, place, municipality, type, total, homes].join("\t");
	});
	const names = [];
	for (const code of [...codes].sort()) {
		const found = await ask({ call: "municipalities", query: code, on: countDate });
		names.push(code + (found.find((m) => m.code === code)?.name ?? ""));
	}
	const bytes = Buffer.from([countDate, names.join("\t"), ...schools].join("\n") + "\n");
	writeFileSync(join(options.out, "schools.txt"), bytes);
	integrity["schools.txt"] = sha256(bytes);
}

/** The parts that the element loads later, by the name in src/lazy-parts.js. */
const later = { details: "src/details/details.js", school: "src/school/school.js", more: "src/more/more.js", en: "src/en.js" };
const partFile = (name) => `zio-calculator.${name}.js`;
const READER = partFile("reader");

/** What lazy-parts.js becomes: a part is run by an element that checks its hash, and then imported from what was run. */
const partsSource = (hashes) => `
import { address } from "./assets.js";
import { runScript } from "./run-script.js";
const hashes = ${JSON.stringify(hashes)};
let failed = ""; // a browser may remember of an address that its module did not come
export async function loadPart(name, folder) {
	const url = address("zio-calculator." + name + ".js", folder, hashes[name]) + failed;
	await runScript({ url, integrity: hashes[name], type: "module" }).catch((error) => {
		failed += "&";
		throw error;
	});
	return import(/* @vite-ignore */ /* webpackIgnore: true */ url);
}
`;

/** Puts the hashes into assets.js, takes the spaces out of the style sheet, and leaves out what the small engine never asks. */
const bake = (hashes) => ({
	name: "bake",
	setup(b) {
		b.onLoad({ filter: /src\/assets\.js$/ }, (args) => {
			let source = readFileSync(args.path, "utf8");
			for (const [name, hash] of Object.entries(integrity)) {
				const before = source;
				source = source.replace(new RegExp(`(path: "${name}", integrity: )""`), `$1${JSON.stringify(hash)}`);
				if (source === before) throw new Error(`assets.js has no place for the hash of ${name}`);
			}
			return { contents: source };
		});
		b.onLoad({ filter: /src\/more\/open-file\.js$/ }, (args) => {
			const source = readFileSync(args.path, "utf8");
			const built = source.replace(/path: ".*", integrity: ""/, `path: ${JSON.stringify(READER)}, integrity: ${JSON.stringify(hashes.reader)}`);
			if (source === built) throw new Error("open-file.js has no place for the worker");
			return { contents: built };
		});
		b.onLoad({ filter: /src\/lazy-parts\.js$/ }, () => ({ contents: partsSource(hashes) }));
		if (small) b.onLoad({ filter: /src\/wasi\.js$/ }, () => ({ contents: "export const wasi = () => ({ imports: {}, bind() {} });" }));
		b.onLoad({ filter: /style\.js$/ }, async (args) => {
			const source = readFileSync(args.path, "utf8");
			const match = /const css = `([^]*?)`;/.exec(source);
			const { code } = await transform(match[1], { loader: "css", minify: true });
			return { contents: source.replace(match[0], () => "const css = " + JSON.stringify(code.trim()) + ";") };
		});
	},
});

rmSync(options.out, { recursive: true, force: true });
mkdirSync(options.out, { recursive: true });
const bundle = async (entry, hashes, name) => {
	const file = join(options.out, name);
	await build({
		entryPoints: [join(here, entry)],
		outfile: file,
		bundle: true,
		minify: true,
		format: "esm",
		target: ["es2022", "chrome111", "firefox115", "safari17"],
		charset: "utf8",
		legalComments: "none",
		banner: { js: "/*! zio-calculator, EUPL-1.2, https://github.com/zio-collectief/zio */" },
		plugins: [bake(hashes)],
		logLevel: "warning",
	});
	return sha256(readFileSync(file));
};
for (const lang of ["nl", "en"]) await writeDescription(lang);
await writeSystems();
await writeSchools();
copyFileSync(join(here, "map.txt"), join(options.out, "map.txt"));
integrity["map.txt"] = sha256(readFileSync(join(here, "map.txt")));
/** The worker stands by itself; what unfolds later starts it. */
const reader = await bundle("src/reader/worker.js", {}, READER);
const hashes = {};
for (const [name, entry] of Object.entries(later)) hashes[name] = await bundle(entry, { reader }, partFile(name));
await bundle("src/zio-calculator.js", hashes, "zio-calculator.js");
await bundle("src/engine.js", hashes, "engine.js");
for (const [name, path] of Object.entries(engine)) copyFileSync(path, join(options.out, name));
for (const name of ["zio-calculator.d.ts", "engine.d.ts", "react.d.ts", "vue.d.ts"]) copyFileSync(join(here, "types", name), join(options.out, name));
if (existsSync(join(here, "../../LICENSE"))) copyFileSync(join(here, "../../LICENSE"), join(here, "LICENSE"));

const sizes = {};
for (const name of [
	"zio-calculator.js",
	"systems/index.json",
	"systems/others.json",
	"systems/st-maartenschool.json",
	"describe.nl.json",
	"schools.txt",
	"map.txt",
	"describe.en.json",
	"describe.nl.full.json",
	"describe.en.full.json",
	...Object.keys(later).map(partFile),
	READER,
	"engine.js",
	...Object.keys(engine),
]) {
	const bytes = readFileSync(join(options.out, name));
	/** What is beside the engine already, when it is of these bytes. */
	const packed = (extension, unpack) => {
		const file = engine[name] + extension;
		const found = Object.hasOwn(engine, name) && existsSync(file) ? readFileSync(file) : null;
		return found && unpack(found).equals(bytes) ? found : null;
	};
	const br =
		packed(".br", brotliDecompressSync) ??
		brotliCompressSync(bytes, {
			params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
		});
	const gz = packed(".gz", gunzipSync) ?? gzipSync(bytes, { level: 9 });
	gz[9] = 255; // the operating system in the header: the same on every machine
	writeFileSync(join(options.out, name + ".br"), br);
	writeFileSync(join(options.out, name + ".gz"), gz);
	sizes[name] = { integrity: sha384(bytes), bytes: bytes.length, gzip: gz.length, brotli: br.length };
}
writeFileSync(join(options.out, "integrity.json"), JSON.stringify(sizes, null, "\t") + "\n");
// A page that begins with a practice loads these before it shows the answer; the form and the table follow.
const loaded = ["zio-calculator.js", "systems/index.json", "systems/st-maartenschool.json", "zio.wasm"];
const first = loaded.reduce((sum, name) => sum + sizes[name].brotli, 0);
console.log(
	Object.entries(sizes)
		.map(([n, s]) => `${n.padEnd(30)} ${String(s.bytes).padStart(9)} bytes ${String(s.brotli).padStart(8)} brotli`)
		.join("\n") + `\nfirst use                      ${String(first).padStart(24)} brotli`,
);
const { most } = JSON.parse(readFileSync(join(here, "../build/budgets.json"), "utf8"))["first use"];
if (small && first > most) fail(`a page loads ${first} bytes before its first answer; the most is ${most}`);
