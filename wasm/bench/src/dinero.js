import { allocate, dinero, toDecimal } from "dinero.js";
import { EUR } from "dinero.js/currencies";
import { division } from "./division.js";

export const call = division((total, weights) => allocate(dinero({ amount: total, currency: EUR }), weights).map((d) => toDecimal(d)));
