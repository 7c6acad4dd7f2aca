import Big from "big.js";
import { amounts } from "./amounts.js";
import { page } from "./document.js";

const cent = new Big("0.01");
/** By largest weight, as agreed: each share toward zero, and the cents left over one each to the largest weights, of equal ones to the first. */
function divide(total, weights) {
	const sum = weights.reduce((a, b) => a + b, 0);
	const cents = total.times(100);
	const parts = weights.map((w, i) => ({ i, w, whole: cents.times(w).div(sum).round(0, Big.roundDown) }));
	let left = parts.reduce((a, p) => a.minus(p.whole), cents).toNumber();
	for (const p of [...parts].sort((a, b) => b.w - a.w || a.i - b.i)) {
		if (left-- <= 0) break;
		p.whole = p.whole.plus(1);
	}
	return parts.map((p) => p.whole.times(cent));
}

const money = { of: (cents) => new Big(cents).times(cent), add: (a, b) => a.plus(b), subtract: (a, b) => a.minus(b), text: (a) => a.toFixed(2), divide };

export const call = page(money);
export const least = amounts(money);
