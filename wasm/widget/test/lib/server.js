// A static server for the tests, on a free port: files of some folders, pages made on the spot, and a log of every
// request. It can keep an answer back, or fall silent.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8", ".css": "text/css", ".json": "application/json" };

/**
 * The policy that the calculator promises to work under, with a name for its one Trusted Types policy. Images are for the
 * icon of the page, which browsers ask for by themselves.
 */
export const strict =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; " +
	"require-trusted-types-for 'script'; trusted-types zio-calculator";

/**
 * @param {Record<string, string>} folders by path prefix
 * @param {Record<string, (url: URL) => {status?: number, headers?: object, body?: string | Buffer}>} [pages] by path
 * @param {{plain?: boolean}} [options] plain: without a type for what an old server does not know, and without any other header
 */
export async function serve(folders, pages = {}, { plain = false } = {}) {
	const log = [];
	const held = new Map();
	const state = { silent: false };
	const server = createServer(async (request, response) => {
		const url = new URL(request.url, "http://localhost");
		log.push(url.pathname);
		if (state.silent) return request.socket.destroy();
		await held.get(url.pathname);
		const page = pages[url.pathname];
		const cors = plain ? {} : { "Access-Control-Allow-Origin": "*" };
		if (page) {
			const { status = 200, headers = {}, body = "" } = page(url);
			response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", ...headers });
			return response.end(body);
		}
		for (const [prefix, folder] of Object.entries(folders)) {
			if (!url.pathname.startsWith(prefix)) continue;
			const file = join(folder, normalize(decodeURIComponent(url.pathname.slice(prefix.length))));
			if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) continue;
			const type = types[extname(file)];
			response.writeHead(200, type && !(plain && extname(file) === ".wasm") ? { "Content-Type": type, ...cors } : cors);
			return createReadStream(file).pipe(response);
		}
		response.writeHead(404, { "Content-Type": "text/plain", ...cors });
		response.end("404");
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		log,
		pages,
		/** Keeps the answer for a path back while something is done. */
		async holding(path, task) {
			let release;
			held.set(path, new Promise((resolve) => (release = resolve)));
			try {
				return await task();
			} finally {
				held.delete(path);
				release();
			}
		},
		/** Whether every connection is broken off, as without a network. */
		set silent(on) {
			state.silent = on;
			if (on) server.closeAllConnections();
		},
		close: () => new Promise((r) => (server.closeAllConnections(), server.close(r))),
	};
}
