// The element in JSX: what is right compiles, what is wrong does not.

import type { ReactNode } from "react";
import type {} from "@zio-collectief/zio-calculator/react";
import type { ZioCalculatorElement } from "@zio-collectief/zio-calculator";

export const right = (take: (element: ZioCalculatorElement | null) => void): ReactNode => (
	<zio-calculator ref={take} school="00OS00" lang="nl" view="result" heading-level={3} share readonly="" className="wide">
		Bel 14 024.
	</zio-calculator>
);

// @ts-expect-error: there is no such mode
export const mode = <zio-calculator mode="simpel" />;

// @ts-expect-error: there is no such level
export const level = <zio-calculator heading-level={7} />;
