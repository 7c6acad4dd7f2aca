// The servers: one for the engines and bare pages with the element, compressed as a host should, and the demonstration site.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { here, modules, now, trees } from "./config.mjs";

const types = {
	wasm: "application/wasm",
	js: "text/javascript",
	json: "application/json",
	html: "text/html; charset=utf-8",
	svg: "image/svg+xml",
	txt: "text/plain; charset=utf-8",
};
const brotli = (bytes) =>
	brotliCompressSync(bytes, {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
	});

/** A page that a webmaster would make: a heading, an introduction, and the two lines of the README. */
const bare = (integrity, attributes) => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wie betaalt wat?</title>
<meta name="description" content="Reken uit wie de zorg in onderwijstijd betaalt.">
<link rel="icon" href="/icon.svg">
<script type="module" crossorigin integrity="${integrity}" src="element/zio-calculator.js"></script>
</head>
<body>
<main>
<h1>Wie betaalt wat?</h1>
<p>Gemeenten betalen samen de zorg die leerlingen onder schooltijd krijgen. Met deze rekenhulp ziet u wie welk deel betaalt, en waarom. Kies een
afspraak, vul uw eigen getallen in en bekijk de uitkomst per gemeente. Uw gegevens blijven op uw eigen apparaat. De uitkomst is een indicatie: u
kunt er geen rechten aan ontlenen.</p>
<zio-calculator lang="nl" ${attributes}><p>U kunt de rekenhulp hier niet gebruiken.</p></zio-calculator>
</main>
</body>
</html>
`;

/** Builds the element of a tree into a folder; gives the bytes that its build counts as those of a first answer. */
function buildElement(root, folder) {
	const build = join(root, "wasm", "widget", "build.mjs");
	const said = execFileSync(process.execPath, [build, "--release", "--out", folder], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
	return Number(/first use +(\d+) brotli/.exec(said)[1]);
}

/** Serves everything; the elements are built into a folder first. */
export async function serve(folder) {
	const files = new Map();
	const add = (name, content, br = brotli(content)) => files.set(name, { content, br, type: types[name.split(".").at(-1)] });
	const addFile = (name, path) => add(name, readFileSync(path), existsSync(path + ".br") ? readFileSync(path + ".br") : undefined);
	addFile("wasi.js", join(here, "..", "widget", "src", "wasi.js"));
	addFile("page.js", join(here, "src", "page.js"));
	addFile("icon.svg", join(now.root, "examples", "zio", "site", "icon.svg"));
	add("index.html", Buffer.from('<!doctype html><title>bench</title><link rel="icon" href="icon.svg"><script type="module" src="./page.js"></script>'));
	for (const name of ["dinero", "big"]) {
		const entryPoints = [join(here, "src", name + ".js")];
		const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, format: "esm", write: false, legalComments: "none" });
		add(name + ".js", Buffer.from(outputFiles[0].contents));
	}
	for (const tree of trees) {
		const { name, root, dist } = tree;
		const element = join(folder, name);
		tree.firstUse = buildElement(root, element);
		for (const file of modules) addFile(`${name}/${file}`, join(dist, file));
		for (const file of readdirSync(element, { recursive: true })) {
			if (/(?<!\.d)\.(js|json|wasm|txt)$/.test(file)) addFile(`${name}/element/${file}`, join(element, file));
		}
	}

	/** The bare page of a tree, with attributes of the element. */
	const page = (path, attributes) => {
		const script = files.get(path.replace("bare.html", "element/zio-calculator.js"));
		const integrity = "sha384-" + createHash("sha384").update(script.content).digest("base64");
		return { br: brotli(Buffer.from(bare(integrity, attributes))), type: types.html };
	};
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url, "http://x");
		const path = pathname.slice(1) || "index.html";
		const file = path.endsWith("/bare.html") ? page(path, searchParams.get("attributes") ?? "") : files.get(path);
		if (!file) return response.writeHead(404).end();
		const headers = { "content-type": file.type, "content-encoding": "br", "content-length": file.br.length, "cache-control": "max-age=600" };
		response.writeHead(200, headers).end(file.br);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { address: `http://127.0.0.1:${server.address().port}/`, files, close: () => server.close() };
}

/** The address of the bare page of a tree. */
export const bareAddress = (address, tree, attributes) => `${address}${tree.name}/bare.html?attributes=${encodeURIComponent(attributes)}`;

/** Builds and starts the demonstration site, and gives its address when it listens. */
export async function startSite(folder) {
	const { root } = now;
	const program = join(folder, "zio");
	execFileSync("go", ["build", "-o", program, "./examples/zio"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
	const child = spawn(program, ["serve", "--address", "127.0.0.1:0"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
	const address = await new Promise((resolve, reject) => {
		let said = "";
		child.stdout.on("data", (data) => {
			said += data;
			const found = /http:\/\/[\d.:]+/.exec(said);
			if (found) resolve(found[0] + "/");
		});
		child.on("exit", (code) => reject(new Error(`the demonstration site ended with ${code}`)));
	});
	return { address, close: () => new Promise((resolve) => (child.removeAllListeners("exit"), child.on("exit", resolve), child.kill("SIGINT"))) };
}
