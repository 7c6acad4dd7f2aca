import Big from "big.js";
import { amounts } from "./amounts.js";
import { page } from "./document.js";

const cent = new Big("0.01");
/** By largest remainders, as the calculator does: of equal ones the larger weight first, then the order of the parties. */
function divide(total, weights) {
	const sum = weights.reduce((a, b) => a + b, 0);
	const cents = total.times(100);
	const parts = weights.map((w, i) => {
		const exact = cents.times(w);
		const whole = exact.div(sum).round(0, Big.roundDown);
		return { i, w, whole, rest: exact.minus(whole.times(sum)) };
	});
	let left = parts.reduce((a, p) => a.minus(p.whole), cents).toNumber();
	for (const p of [...parts].sort((a, b) => b.rest.cmp(a.rest) || b.w - a.w || a.i - b.i)) {
		if (left-- <= 0) break;
		p.whole = p.whole.plus(1);
	}
	return parts.map((p) => p.whole.times(cent));
}

const money = { of: (cents) => new Big(cents).times(cent), add: (a, b) => a.plus(b), subtract: (a, b) => a.minus(b), text: (a) => a.toFixed(2), divide };

export const call = page(money);
export const least = amounts(money);
