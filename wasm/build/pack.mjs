// Compresses what a page loads and writes integrity.json: the sha384 and the sizes of every file.
//
//   node wasm/build/pack.mjs [dist folder]

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "dist");
if (!existsSync(dist)) {
	console.error(`pack: ${dist} does not exist: build first`);
	process.exit(1);
}

const brotli = (bytes) =>
	brotliCompressSync(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
		},
	});

// Bytes 4 to 9 of a gzip header hold the time and the operating system; zlib leaves the
// time empty, the system is fixed here so that every machine writes the same file.
const gzip = (bytes) => {
	const out = gzipSync(bytes, { level: 9 });
	out[9] = 255;
	return out;
};

const integrity = {};
for (const name of readdirSync(dist).sort()) {
	if (!/\.(wasm|js|css|mjs)$/.test(name)) continue;
	const bytes = readFileSync(join(dist, name));
	const br = brotli(bytes);
	const gz = gzip(bytes);
	writeFileSync(join(dist, name + ".br"), br);
	writeFileSync(join(dist, name + ".gz"), gz);
	const hash = createHash("sha384").update(bytes).digest("base64");
	integrity[name] = { integrity: `sha384-${hash}`, bytes: bytes.length, gzip: gz.length, brotli: br.length };
}
writeFileSync(join(dist, "integrity.json"), JSON.stringify(integrity, null, "\t") + "\n");
