// The request that is measured: municipalities that pool one budget for the care at one school, divide it pro rata of
// pupils so that cents are left over, and pay through a cashier. The numbers are made up.

import { readFileSync } from "node:fs";

const text = (s) => new TextEncoder().encode(s);

/** An engine in Node, to ask which municipalities there are. */
async function engine(file) {
	const { instance } = await WebAssembly.instantiate(readFileSync(file), {});
	const x = instance.exports;
	x._initialize();
	return (request) => {
		const bytes = text(JSON.stringify(request));
		const at = x.zio_in(bytes.length) >>> 0; // first, as it may grow the memory
		new Uint8Array(x.memory.buffer, at, bytes.length).set(bytes);
		x.zio_call(bytes.length);
		return JSON.parse(new TextDecoder().decode(new Uint8Array(x.memory.buffer, x.zio_out() >>> 0, x.zio_len() >>> 0)));
	};
}

const schema = (kind) => `https://zio-collectief.github.io/zio/schema/1.0/${kind}.schema.json`;

/** Requests by the number of municipalities. */
export async function requests(file, counts) {
	const call = await engine(file);
	const towns = new Map();
	for (const query of "0123456789") for (const m of call({ call: "municipalities", query, on: "2026-10-01", limit: 1000 }).value) towns.set(m.code, m.name);
	const all = [...towns].sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(
		counts.map((n) => {
			if (n > all.length) throw new Error(`there are ${all.length} municipalities, not ${n}`);
			const chosen = all.slice(0, n);
			return [
				n,
				JSON.stringify({
					call: "calculate",
					draft: true,
					agreement: {
						$schema: schema("agreement"),
						id: "bench",
						title: "Bench",
						period: { from: "2026-08-01", until: "2027-07-31" },
						parties: [
							...chosen.map(([id, name]) => ({ id, kind: "municipality", name, participates: true })),
							{ id: "aanbieder", kind: "provider", name: "Aanbieder" },
						],
						routing: {},
						components: [
							{
								id: "pool",
								title: "Pool",
								route: "jeugdwet-collective",
								cost: { rule: "budget/1", amount: "8208851.21" },
								key: { rule: "pro-rata/1", basis: "eligible-pupils", nonParticipants: "redistribute" },
								flow: {
									rule: "cashier/1",
									cashier: chosen[0][0],
									collectedAs: "contribution",
									payees: [{ party: "aanbieder", weight: "1", instrument: "subsidy" }],
								},
								division: { method: "largest-weight", unit: "cent" },
							},
						],
						synthetic: [{ pointer: "/components", reason: "Made up to measure with." }],
					},
					population: {
						$schema: schema("population"),
						title: "Bench",
						countDate: "2026-10-01",
						groups: chosen.map(([home]) => ({ site: "12AB00", home, route: "jeugdwet", pupils: 1 + ((Number(home) * 7919) % 97) })),
						synthetic: [{ pointer: "/groups", reason: "Made up to measure with." }],
					},
				}),
			];
		}),
	);
}
