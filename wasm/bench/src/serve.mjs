// The servers: one for the engines and a bare page with the element, compressed as a host should, and the demonstration site.

import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { built, dist, here } from "./config.mjs";

const types = { wasm: "application/wasm", js: "text/javascript", json: "application/json", html: "text/html; charset=utf-8", svg: "image/svg+xml" };
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** A page that a webmaster would make: a heading, an introduction, and the two lines of the README. */
const bare = (integrity) => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wie betaalt wat?</title>
<meta name="description" content="Reken uit wie de zorg in onderwijstijd betaalt.">
<link rel="icon" href="icon.svg">
<script type="module" crossorigin integrity="${integrity}" src="element/zio-calculator.js"></script>
</head>
<body>
<main>
<h1>Wie betaalt wat?</h1>
<p>Gemeenten betalen samen de zorg die leerlingen onder schooltijd krijgen. Met deze rekenhulp ziet u wie welk deel betaalt, en waarom. Kies een
afspraak, vul uw eigen getallen in en bekijk de uitkomst per gemeente. Uw gegevens blijven op uw eigen apparaat. De uitkomst is een indicatie: u
kunt er geen rechten aan ontlenen.</p>
<zio-calculator lang="nl" system="st-maartenschool"><p>U kunt de rekenhulp hier niet gebruiken.</p></zio-calculator>
</main>
</body>
</html>
`;

/** Serves everything; the element is built into a folder first. */
export async function serve(folder) {
	execFileSync(process.execPath, [join(here, "..", "widget", "build.mjs"), "--release", "--out", folder], { stdio: ["ignore", "ignore", "inherit"] });
	const files = new Map();
	const add = (name, content) => files.set(name, { content, br: brotli(content), type: types[name.split(".").at(-1)] });
	for (const name of built) add(name, readFileSync(join(dist, name)));
	add("wasi.js", readFileSync(join(here, "..", "widget", "src", "wasi.js")));
	add("page.js", readFileSync(join(here, "src", "page.js")));
	add("icon.svg", readFileSync(join(here, "..", "..", "examples", "zio", "site", "icon.svg")));
	add("index.html", Buffer.from('<!doctype html><title>bench</title><link rel="icon" href="icon.svg"><script type="module" src="./page.js"></script>'));
	for (const name of ["dinero", "big"]) {
		const { outputFiles } = await build({ entryPoints: [join(here, "src", name + ".js")], bundle: true, minify: true, format: "esm", write: false, legalComments: "none" });
		add(name + ".js", Buffer.from(outputFiles[0].contents));
	}
	for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile() && /\.(js|json|wasm)$/.test(f.name))) {
		const path = join(parentPath, name);
		add("element/" + path.slice(folder.length + 1), readFileSync(path));
	}
	const script = files.get("element/zio-calculator.js").content;
	add("bare.html", Buffer.from(bare("sha384-" + createHash("sha384").update(script).digest("base64"))));

	const server = createServer((request, response) => {
		const file = files.get(new URL(request.url, "http://x").pathname.slice(1) || "index.html");
		if (!file) return response.writeHead(404).end();
		response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "content-length": file.br.length, "cache-control": "max-age=600" }).end(file.br);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { address: `http://127.0.0.1:${server.address().port}/`, files, close: () => server.close() };
}

/** Builds and starts the demonstration site, and gives its address when it listens. */
export async function startSite(folder) {
	const root = join(here, "..", "..");
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
