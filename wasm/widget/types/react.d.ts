// For React and what uses its JSX (Next): import "@zio-collectief/zio-calculator/react" as types, once.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ZioCalculatorAttributes, ZioCalculatorElement } from "./zio-calculator.js";

type Props = Omit<DetailedHTMLProps<HTMLAttributes<ZioCalculatorElement>, ZioCalculatorElement>, keyof ZioCalculatorAttributes> & ZioCalculatorAttributes;

declare module "react" {
	namespace JSX {
		interface IntrinsicElements {
			"zio-calculator": Props;
		}
	}
}
