// Defines <zio-calculator>. Loading this file is all that a page has to do.

import { ZioCalculatorElement } from "./element.js";

const { customElements } = globalThis; // undefined on a server: importing this file does nothing there
if (customElements?.get("zio-calculator")) console.warn("zio-calculator: this page loads the calculator twice; the first one serves");
else customElements?.define("zio-calculator", ZioCalculatorElement);

export { ZioCalculatorElement };
export { EngineError, load } from "./engine.js";
