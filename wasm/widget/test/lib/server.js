// A static server for the tests, on a free port: files of some folders, pages made on the spot, and a log of every request.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8", ".css": "text/css", ".json": "application/json" };

/** The policy that the calculator promises to work under. */
export const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types zio-calculator";

/**
 * @param {Record<string, string>} folders by path prefix
 * @param {Record<string, (request: object) => {status?: number, headers?: object, body?: string}>} [pages] by path
 */
export async function serve(folders, pages = {}) {
	const log = [];
	const server = createServer((request, response) => {
		const url = new URL(request.url, "http://localhost");
		log.push(url.pathname);
		const page = pages[url.pathname];
		const cors = { "Access-Control-Allow-Origin": "*" };
		if (page) {
			const { status = 200, headers = {}, body = "" } = page(url);
			response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", ...headers });
			return response.end(body);
		}
		for (const [prefix, folder] of Object.entries(folders)) {
			if (!url.pathname.startsWith(prefix)) continue;
			const file = join(folder, normalize(decodeURIComponent(url.pathname.slice(prefix.length))));
			if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) continue;
			response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream", ...cors });
			return createReadStream(file).pipe(response);
		}
		response.writeHead(404, { "Content-Type": "text/plain", ...cors });
		response.end("404");
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { url: `http://127.0.0.1:${server.address().port}`, log, pages, close: () => new Promise((r) => (server.closeAllConnections(), server.close(r))) };
}
