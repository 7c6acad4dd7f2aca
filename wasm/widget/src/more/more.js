// Everything that unfolds later: loaded at the first use of one of these.

export { combobox } from "./combobox.js";
export { compareView } from "./compare-view.js";
export { goOn } from "./device-memory.js";
export { explanation } from "./explanation.js";
export { makeExport } from "./export.js";
export { keysView } from "./keys-view.js";
export { onePageView, sitesView } from "./school-page.js";
export { list, special, texts, union } from "./full-form.js";
export { readFile } from "./read-file.js";
export { intakeView, readPaste, tell } from "./read-numbers.js";
export { flowPictureView } from "./flow-picture.js";
export { mapView } from "./map-view.js";
export { saveView } from "./save-view.js";
export { readFragment } from "./scenario-link.js";
export { sweepView } from "./sweep-view.js";
export { beginAmount, schoolView, yearView } from "./ways.js";
export { css } from "./more-style.js";
export { words } from "./more-words.js";
