// Compiled, never run. Each expected error is one; a line without its error does not compile.
import type { Agreement, Population, Pupil } from "../index.js";
import type { Component, Cost } from "../agreement.js";

const component: Component = {
	id: "begeleiding",
	title: "Begeleiding",
	route: "jeugdwet-collective",
	cost: { rule: "budget/1", amount: "10000.00" },
	key: { rule: "single-payer/1", payer: "0268" },
	flow: { rule: "direct/1", payees: [{ party: "aanbieder", weight: "1" }] },
	division: { method: "largest-remainder", unit: "cent" },
};

export const agreement: Agreement = {
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json",
	id: "voorbeeld",
	title: "Voorbeeld",
	period: { from: "2026-08-01", until: "2027-07-31" },
	parties: [{ id: "0268", kind: "municipality", name: "Nijmegen", participates: true }],
	routing: {},
	components: [component],
};

// @ts-expect-error an amount is a text
export const number: Cost = { rule: "budget/1", amount: 10000 };
// @ts-expect-error a rule that does not exist
export const rule: Cost = { rule: "budget/9", amount: "1.00" };
// @ts-expect-error a member of another rule
export const mixed: Cost = { rule: "budget/1", amount: "1.00", weeks: 40 };
// @ts-expect-error a required member is missing
export const missing: Cost = { rule: "budget/1" };
// @ts-expect-error a route that does not exist
export const route: Component = { ...component, route: "jeugdwet" };
// @ts-expect-error an unknown member
export const unknown: Pupil = { ref: "leerling-17", name: "Jan" };
// @ts-expect-error another kind of document
export const kind: Population = agreement;

// The rule tells which members there are.
export function amount(cost: Cost): string {
	switch (cost.rule) {
		case "budget/1":
			return cost.amount;
		case "fixed-hours/1":
			return cost.rate;
		default:
			return "";
	}
}

// A key can hold keys.
export const keys: Component = {
	...component,
	key: {
		rule: "mixed/1",
		parts: [
			{ weight: "1", key: { rule: "single-payer/1", payer: "0268" } },
			{ weight: "2", key: { rule: "own-use/1", measure: "eligible-minutes", nonParticipants: "redistribute" } },
		],
	},
};
