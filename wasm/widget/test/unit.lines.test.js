import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../", import.meta.url);

test("no line is longer than 160 characters", () => {
	const long = readdirSync(root, { recursive: true })
		.filter((name) => /\.(m?js|ts|json)$/.test(name) && !/^(node_modules|dist)\/|package-lock/.test(name))
		.flatMap((name) =>
			readFileSync(new URL(name, root), "utf8")
				.split("\n")
				.map((line, i) => (line.length > 160 ? `${name}:${i + 1}` : "")),
		)
		.filter(Boolean);
	assert.deepEqual(long, []);
});
