import { add, allocate, dinero, subtract, toDecimal } from "dinero.js";
import { EUR } from "dinero.js/currencies";
import { amounts } from "./amounts.js";
import { page } from "./document.js";

// dinero.js gives the cents that are left over to the parties from the first on, not by largest remainder.
const money = { of: (amount) => dinero({ amount, currency: EUR }), add, subtract, text: (d) => toDecimal(d), divide: (total, weights) => allocate(total, weights) };

export const call = page(money);
export const least = amounts(money);
