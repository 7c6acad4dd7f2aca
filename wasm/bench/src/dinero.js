import { add, allocate, dinero, subtract, toDecimal } from "dinero.js";
import { EUR } from "dinero.js/currencies";
import { amounts } from "./amounts.js";
import { page } from "./document.js";

// allocate gives the cents that are left over one each to the largest weights, of equal ones to the first: largest-weight.
const money = { of: (amount) => dinero({ amount, currency: EUR }), add, subtract, text: (d) => toDecimal(d), divide: (total, weights) => allocate(total, weights) };

export const call = page(money);
export const least = amounts(money);
