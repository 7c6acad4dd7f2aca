import Big from "big.js";
import { division } from "./division.js";

// Largest remainders, as the calculator does.
export const call = division((total, weights) => {
	const sum = weights.reduce((a, b) => a.plus(b), Big(0));
	const parts = weights.map((w, i) => {
		const exact = Big(total).times(w);
		const whole = exact.div(sum).round(0, Big.roundDown);
		return { i, w, whole, rest: exact.minus(whole.times(sum)) };
	});
	let left = parts.reduce((a, p) => a.minus(p.whole), Big(total)).toNumber();
	for (const p of [...parts].sort((a, b) => b.rest.cmp(a.rest) || b.w - a.w || a.i - b.i)) {
		if (left-- <= 0) break;
		p.whole = p.whole.plus(1);
	}
	return parts.map((p) => p.whole.div(100).toFixed(2));
});
