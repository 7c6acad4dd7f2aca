// Defines <zio-calculator>. Loading this file is all that a page has to do.

import { ZioCalculatorElement } from "./element.js";

if (!customElements.get("zio-calculator")) customElements.define("zio-calculator", ZioCalculatorElement);
else console.warn("zio-calculator: this page loads the calculator twice; the first one serves");

export { ZioCalculatorElement };
export { EngineError, load } from "./engine.js";
