// The options of the command; wrong ones and --help end it before it looks for what was built.

import { parseArgs } from "node:util";

const usage = `usage: node run.mjs [--against DIR] [--write] [--check] [--rounds N]

Measures the builds of the calculator in Chromium beside programs with dinero.js and big.js, and what a visitor waits for.
It prints tables; with 5 rounds it takes about ten minutes, against an earlier commit twenty, and it is best left alone.

  --against DIR  measure an earlier commit in turn: a checkout of it with its wasm/dist and wasm/widget/node_modules
  --write        write the tables into README.md
  --check        fail when a target is missed
  --rounds N     how often everything is measured (5)`;

function refuse(text) {
	console.error(`bench: ${text}\n\n${usage}`);
	process.exit(2);
}

const parse = () => {
	const [text, flag] = [{ type: "string" }, { type: "boolean" }];
	try {
		return parseArgs({ options: { against: text, write: flag, check: flag, rounds: { ...text, default: "5" }, help: flag } }).values;
	} catch (error) {
		refuse(error.message);
	}
};

export const options = parse();
if (options.help) {
	console.log(usage);
	process.exit();
}
export const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) refuse(`--rounds is a whole number above 0, not ${options.rounds}`);
