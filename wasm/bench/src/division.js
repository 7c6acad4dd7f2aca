// What a page would do by itself with a library for money: read the request, add up the pupils, make the total in whole
// cents, divide it over the municipalities, and write the shares. It checks nothing, routes nothing and explains nothing.

/** @param {(total: number, weights: number[]) => string[]} divide gives amounts with two decimals */
export const division = (divide) => (request) => {
	const { agreement, population } = JSON.parse(request);
	const { cost, flow } = agreement.components[0];
	const pupils = new Map(agreement.parties.filter((p) => p.participates).map((p) => [p.id, 0]));
	for (const g of population.groups) if (g.route === "jeugdwet" && pupils.has(g.home)) pupils.set(g.home, pupils.get(g.home) + g.pupils);
	const [euros, cents = ""] = cost.rate.split(".");
	const each = Math.floor((2 * cost.normMinutes * (Number(euros) * 100 + Number(cents.padEnd(2, "0"))) * cost.weeks + 60) / 120);
	const weights = [...pupils.values()];
	const amounts = divide(each * weights.reduce((a, b) => a + b, 0), weights);
	const shares = [...pupils.keys()].map((party, i) => ({ party, amount: amounts[i] }));
	const transfers = shares.filter((s) => s.party !== flow.cashier).map((s) => ({ from: s.party, to: flow.cashier, amount: s.amount }));
	return JSON.stringify({ ok: true, value: { shares, transfers } });
};
