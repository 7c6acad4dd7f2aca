// The calculator as the Go toolchain builds it for this machine: a line in, a line out.

import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./site.js";

export function startNative(folder) {
	const program = join(folder, "native");
	const built = spawnSync("go", ["build", "-o", program, "./wasm"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
	if (built.status !== 0) throw new Error("the native program could not be built");
	const child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	return {
		async ask(request) {
			child.stdin.write(JSON.stringify(request) + "\n");
			const { value, done } = await lines.next();
			if (done) throw new Error("the native program ended");
			return value;
		},
		close: () => child.stdin.end(),
	};
}
