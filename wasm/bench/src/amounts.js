// The least that a page could do by itself with a library for money: read the request, divide the budget over the
// counts, and write the amounts. No balances, payments, counts per municipality or checks: not what the calculator gives.

/** @param {object} money what a library does with amounts; see document.js */
export const amounts = (money) => (request) => {
	const { agreement, population } = JSON.parse(request);
	const pupils = new Map(agreement.parties.filter((p) => p.participates).map((p) => [p.id, 0]));
	for (const g of population.groups) pupils.set(g.home, pupils.get(g.home) + g.pupils);
	const [euros, cents = ""] = agreement.components[0].cost.amount.split(".");
	const shares = money.divide(money.of(Number(euros) * 100 + Number(cents.padEnd(2, "0"))), [...pupils.values()]);
	return JSON.stringify({ ok: true, value: { shares: [...pupils.keys()].map((party, i) => ({ party, amount: money.text(shares[i]) })) } });
};
