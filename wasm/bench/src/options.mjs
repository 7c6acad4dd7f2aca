// The options of the command; wrong ones and --help end it before it looks for what was built.

import { parseArgs } from "node:util";

const usage = `usage: node run.mjs [--write] [--check] [--rounds N]

Measures the builds of the calculator in Chromium beside programs with dinero.js and big.js, and the pages of a visitor.
It prints tables; with 5 rounds it takes about six minutes, and it is best left alone.

  --write     write the tables into README.md
  --check     fail when a target is missed
  --rounds N  how often each load is measured (5)`;

const parse = () => {
	try {
		return parseArgs({ options: { write: { type: "boolean" }, check: { type: "boolean" }, rounds: { type: "string", default: "5" }, help: { type: "boolean", short: "h" } } }).values;
	} catch (error) {
		console.error(`bench: ${error.message}\n\n${usage}`);
		process.exit(2);
	}
};

export const options = parse();
if (options.help) {
	console.log(usage);
	process.exit();
}
export const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
	console.error(`bench: --rounds is a whole number above 0, not ${options.rounds}`);
	process.exit(2);
}
