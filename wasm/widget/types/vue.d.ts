// For Vue and Nuxt: import "@zio-collectief/zio-calculator/vue" as types, once. The compiler must be told that the element is
// one of the browser: compilerOptions.isCustomElement = (tag) => tag === "zio-calculator".

import type { DefineComponent } from "vue";
import type { ZioCalculatorAttributes } from "./zio-calculator.js";

declare module "vue" {
	interface GlobalComponents {
		"zio-calculator": DefineComponent<ZioCalculatorAttributes>;
	}
}
