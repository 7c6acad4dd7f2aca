// Everything that unfolds later: loaded at the first use of one of these.

export { compareView } from "./compare.js";
export { explanation } from "./explain.js";
export { makeExport } from "./export.js";
export { list, texts, union } from "./full.js";
export { exclusions, transfers } from "./flows.js";
export { intakeView, readPaste, tell } from "./intake.js";
export { saveView } from "./save.js";
export { readFragment } from "./share.js";
export { sweepView } from "./sweep.js";
export { words } from "./words.js";
