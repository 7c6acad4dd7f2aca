// What follows the first answer: the form, and the result under the answer. It is loaded while the answer is calculated.

import { actions } from "./actions.js";
import { agreementStep } from "./agreement-step.js";
import { pupilsStep } from "./pupils-step.js";
import { resultView } from "./result.js";

export const views = { pupils: pupilsStep, terms: agreementStep, actions, result: resultView };

export { renewActions } from "./actions.js";
export { css } from "./details-style.js";
export { words } from "./details-words.js";
export { problemOf } from "./draft-problem.js";
export { withoutEmptyRows } from "./municipality-tables.js";
export { emptyDocuments, keepPupils } from "./own-pupils.js";
export { unfoldForPaper } from "./paper.js";
export { mark, summary } from "./problem-list.js";
export { oldAnswer } from "./result.js";
export { steady } from "./steady.js";
