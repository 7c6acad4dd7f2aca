// Everything that unfolds later: loaded at the first use of one of these.

export { combobox } from "./combobox.js";
export { compareView } from "./compare.js";
export { explanation } from "./explain.js";
export { makeExport } from "./export.js";
export { list, special, texts, union } from "./full.js";
export { exclusions, transfers } from "./flows.js";
export { intakeView, readFile, readPaste, tell } from "./intake.js";
export { mark, summary } from "./problems.js";
export { saveView } from "./save.js";
export { readFragment } from "./share.js";
export { sweepView } from "./sweep.js";
export { css } from "./style.js";
export { words } from "./words.js";
