// What a page would do by itself with a library for money to come to the same reply as the calculator, byte for byte. It is
// written for this one practice, and checks nothing of what the calculator checks.

/**
 * @typedef {object} Money
 * @property {(cents: number) => any} of an amount of whole cents
 * @property {(a: any, b: any) => any} add
 * @property {(a: any, b: any) => any} subtract
 * @property {(a: any) => string} text with two decimals
 * @property {(total: any, weights: number[]) => any[]} divide
 */

/** @param {Money} money */
export const page = (money) => (request) => {
	const { agreement, population } = JSON.parse(request);
	const [component] = agreement.components;
	const { cost, flow } = component;

	const names = new Map();
	const homes = new Map();
	for (const { id, name, participates } of agreement.parties) {
		names.set(id, name);
		if (participates) homes.set(id, 0);
	}
	let pupils = 0;
	for (const g of population.groups) {
		if (g.route !== "jeugdwet" || !homes.has(g.home)) throw new Error("another practice");
		homes.set(g.home, homes.get(g.home) + g.pupils);
		pupils += g.pupils;
	}
	const parties = [...homes.keys()].sort();
	const weights = parties.map((id) => homes.get(id));

	const [euros, cents = ""] = cost.amount.split(".");
	const total = money.of(Number(euros) * 100 + Number(cents.padEnd(2, "0")));
	const amounts = money.divide(total, weights);

	const zero = money.of(0);
	const none = money.text(zero);
	const texts = amounts.map(money.text);
	const whole = money.text(total);
	const provider = flow.payees[0].party;
	const cashier = parties.indexOf(flow.cashier);
	const invoiced = amounts.reduce((sum, a, i) => (i === cashier ? sum : money.add(sum, a)), zero);
	const balances = parties.map((party, i) => {
		if (i === cashier) return { party, pays: whole, receives: money.text(invoiced), net: money.text(money.subtract(invoiced, total)) };
		return { party, pays: texts[i], receives: none, net: money.text(money.subtract(zero, amounts[i])) };
	});
	balances.push({ party: provider, pays: none, receives: whole, net: whole });
	const transfers = parties.map((party, i) => ({ component: component.id, kind: "share", instrument: flow.collectedAs, from: party, to: flow.cashier, amount: texts[i], ref: "" }));
	transfers.splice(cashier, 1);
	transfers.push({ component: component.id, kind: "payment", instrument: flow.payees[0].instrument, from: flow.cashier, to: provider, amount: whole, ref: "" });
	const shared = amounts.reduce(money.add, zero);
	const count = String(pupils);

	return JSON.stringify({
		ok: true,
		value: {
			agreement: { id: agreement.id, title: agreement.title, period: agreement.period },
			population: { title: population.title, countDate: population.countDate },
			parties: agreement.parties.map(({ id, name }) => ({ id, name })),
			shares: parties.map((party, i) => ({ party, name: names.get(party), amount: texts[i] })),
			payees: [{ party: provider, name: names.get(provider), amount: whole }],
			balances,
			components: [
				{
					id: component.id,
					title: component.title,
					route: component.route,
					rules: [cost.rule, component.key.rule, flow.rule],
					cost: whole,
					shares: parties.map((party, i) => ({ party, weight: String(weights[i]), unit: "pupils", amount: texts[i], ref: "" })),
					gap: none,
					rest: money.text(money.subtract(total, shared)),
				},
			],
			transfers,
			routing: {
				pupils,
				pooled: pupils,
				educationMinutesPerWeek: 0,
				homes: parties.map((home, i) => ({ home, pupils: weights[i], pooled: weights[i] })),
				exclusions: [],
				routes: [{ route: component.route, pupils, minutesPerWeek: 0 }],
			},
			checks: [
				{ code: "shares-gap-rest-equal-cost", component: component.id, left: money.text(shared), right: whole, ok: true },
				{ code: "ledger-sums-to-zero", left: none, right: none, ok: true },
				{ code: "no-payment-to-oneself", left: "0", right: "0", ok: true },
				{ code: "every-pupil-once", left: count, right: count, ok: true },
			],
		},
	});
};
