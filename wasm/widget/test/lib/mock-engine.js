// A stand-in for the engine, in the form of the fallback script. It answers with made-up figures and serves the tests
// of what a page does when an engine misbehaves: globalThis.zioMock names the misbehaviour.

(() => {
	const towns = [["0268", "Nijmegen", "Gelderland"], ["0252", "Heumen", "Gelderland"], ["0296", "Wijchen", "Gelderland"], ["0225", "Druten", "Gelderland"], ["0221", "Doesburg", "Gelderland"], ["0200", "Apeldoorn", "Gelderland"], ["0202", "Arnhem", "Gelderland"], ["1982", "Land van Cuijk", "Noord-Brabant"]].map(([code, name, province]) => ({ code, name, province }));
	const f = (name, kind, nl, en, more) => ({ name, kind, required: true, nl, en, ...more });
	const say = (x, lang) => (Array.isArray(x) ? x.map((y) => say(y, lang)) : x && typeof x === "object" ? Object.fromEntries(Object.entries(x).flatMap(([k, v]) => (k === "nl" ? (lang === "nl" ? [["label", v]] : []) : k === "en" ? (lang === "en" ? [["label", v]] : []) : [[k, say(v, lang)]]))) : x);
	const rules = {
		cost: [
			{ rule: "budget/1", nl: "Vast bedrag", en: "Fixed amount", fields: [f("amount", "code", "Bedrag per jaar", "Amount per year", { format: "euro", hint: "Het hele bedrag dat samen betaald wordt." })] },
			{ rule: "fixed-hours/1", nl: "Vaste uren per leerling", en: "Fixed hours per pupil", fields: [f("normMinutes", "integer", "Zorgminuten per leerling per week", "Minutes of care per pupil per week", { format: "minutes-per-week", min: 1 }), f("rate", "code", "Uurtarief", "Rate per hour", { format: "euro" }), f("weeks", "integer", "Aantal schoolweken", "Number of school weeks")] },
		],
		key: [{ rule: "pro-rata/1", nl: "Naar rato van leerlingen", en: "Pro rata of pupils", fields: [f("factor", "code", "Factor", "Factor", { format: "factor", required: false })] }],
		flow: [{ rule: "cashier/1", nl: "Kassier", en: "Cashier", fields: [f("cashier", "text", "Kassier", "Cashier", { format: "party" })] }],
	};
	const agreement = [
		f("$schema", "const", "Soort", "Kind", { value: "https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json" }),
		f("id", "text", "Kort kenmerk", "Short name"),
		f("title", "text", "Titel", "Title"),
		f("period", "object", "Looptijd", "Period", { fields: [f("from", "code", "Eerste dag", "First day", { format: "date" }), f("until", "code", "Laatste dag", "Last day", { format: "date" })] }),
		f("parties", "list", "Partijen", "Parties", { fields: [f("id", "text", "Kenmerk", "Id"), f("kind", "code", "Soort", "Kind", { choices: [{ value: "municipality", nl: "gemeente", en: "municipality" }, { value: "provider", nl: "zorgaanbieder", en: "provider" }] }), f("name", "text", "Naam", "Name"), f("participates", "bool", "Doet mee", "Takes part", { required: false })] }),
		f("components", "list", "Geldstromen", "Streams of money", { fields: [f("id", "text", "Kort kenmerk", "Short name"), f("title", "text", "Titel", "Title"), ...["cost", "key", "flow"].map((union) => f(union, "union", { cost: "Wat kost de zorg?", key: "Wie draagt welk deel?", flow: "Wie betaalt wie?" }[union], { cost: "What does the care cost?", key: "Who bears which part?", flow: "Who pays whom?" }[union], { union }))] }),
	];
	const population = [
		f("$schema", "const", "Soort", "Kind", { value: "https://zio-collectief.github.io/zio/schema/1.0/population.schema.json" }),
		f("title", "text", "Titel", "Title"),
		f("countDate", "code", "Teldatum", "Count date", { format: "date" }),
		f("groups", "list", "Groepen leerlingen", "Groups of pupils", { required: false, fields: [f("home", "code", "Woongemeente", "Home municipality", { format: "municipality", required: false }), f("route", "code", "Route", "Route", { required: false, choices: [{ value: "jeugdwet", nl: "Jeugdwet", en: "Jeugdwet" }, { value: "wlz", nl: "Wlz", en: "Wlz" }] }), f("pupils", "integer", "Aantal leerlingen", "Number of pupils")] }),
	];
	const problem = (code, pointer, text) => ({ code, pointer, params: {}, text });
	const euro = (c) => `${c < 0 ? "-" : ""}${Math.floor(Math.abs(c) / 100)}.${String(Math.abs(c) % 100).padStart(2, "0")}`;
	const calculate = ({ agreement: a, population: p }) => {
		const wrong = [];
		if (!a.title) wrong.push(problem("document.missing", "/agreement/title", "Vul de titel in."));
		(a.components ?? []).forEach((c, i) => c.cost?.rule === "fixed-hours/1" && c.cost.weeks > 52 && wrong.push(problem("cost.weeks", `/agreement/components/${i}/cost/weeks`, "Een jaar heeft hooguit 52 weken. Verbeter het aantal schoolweken.")));
		(p.groups ?? []).forEach((g, i) => g.pupils === undefined && wrong.push(problem("document.missing", `/population/groups/${i}/pupils`, "Vul het aantal leerlingen in.")));
		if (!a.components?.length) wrong.push(problem("document.missing", "/agreement/components", "Voeg minstens 1 geldstroom toe."));
		if (wrong.length) return { ok: false, problems: wrong };
		const c = a.components[0];
		const joins = new Set(a.parties.filter((x) => x.participates).map((x) => x.id));
		const groups = (p.groups ?? []).filter((g) => joins.has(g.home));
		const n = groups.reduce((s, g) => s + g.pupils, 0);
		const all = (p.groups ?? []).reduce((s, g) => s + g.pupils, 0);
		const cost = c.cost.rule === "budget/1" ? Math.round(Number(c.cost.amount) * 100) : Math.round(((all * c.cost.normMinutes) / 60) * Number(c.cost.rate) * 100 * c.cost.weeks);
		let sum = 0;
		const shares = groups.map((g) => ({ party: g.home, weight: String(g.pupils), amount: (sum += Math.floor((cost * g.pupils) / all)) && Math.floor((cost * g.pupils) / all) }));
		const gap = n === all ? 0 : Math.floor((cost * (all - n)) / all);
		const named = shares.map((s) => ({ party: s.party, name: a.parties.find((x) => x.id === s.party)?.name ?? s.party, amount: euro(s.amount) }));
		return {
			ok: true,
			value: {
				$schema: "https://zio-collectief.github.io/zio/schema/1.0/result.schema.json",
				agreement: { id: a.id, title: a.title, period: a.period },
				shares: named,
				components: [{ id: c.id, title: c.title, cost: euro(cost), shares: shares.map((s) => ({ ...s, amount: euro(s.amount) })), gap: euro(gap), rest: euro(cost - gap - sum) }],
				transfers: named.filter((s) => s.party !== "0268").map((s) => ({ from: s.party, to: "0268", amount: s.amount, kind: "invoice" })),
				routing: { routes: [], exclusions: all === n ? [] : [{ reason: "home-not-participating", home: "1982", pupils: all - n }] },
				checks: [{ code: "sum", ok: true }],
				receipt: { library: "0.1.0", schema: "1.0" },
			},
		};
	};
	const answer = (r) => {
		const lang = r.lang ?? "nl";
		switch (r.call) {
			case "describe":
				return { ok: true, value: say({ parts: Object.entries(rules).map(([part, list]) => ({ part, rules: list })), agreement: { fields: agreement }, population: { fields: population } }, lang) };
			case "municipalities":
				return { ok: true, value: towns.filter((t) => t.code === r.query || t.name.toLowerCase().includes(String(r.query).toLowerCase())) };
			case "calculate":
				return calculate(r);
			case "explain": {
				const v = calculate(r).value;
				const s = v.shares.find((x) => x.party === r.party);
				return { ok: true, value: { ...s, steps: [{ text: "Leerlingen die meetellen", value: "120", unit: "leerlingen" }, { text: "Zorgminuten per leerling per week", value: "330", unit: "minuten", source: { title: "Verrassend Passend", article: "casus 2" } }, { text: "Deel van de kosten", value: s.amount, unit: "euro" }], text: `${s.name} betaalt ${s.amount} euro.` } };
			}
			case "sweep": {
				const points = [];
				for (let x = Number(r.from); x <= Number(r.to) + 1e-9; x += Number(r.step)) {
					const a = structuredClone(r.agreement);
					const path = r.pointer.split("/").slice(1);
					const last = path.pop();
					const at = path.reduce((o, k) => o[k], a);
					at[last] = typeof at[last] === "number" ? Math.round(x) : x.toFixed(2);
					const v = calculate({ agreement: a, population: r.population }).value;
					points.push({ x: String(at[last]), shares: v.shares, cost: v.components[0].cost });
				}
				return { ok: true, value: { points } };
			}
		}
		return { ok: false, problems: [problem("call.unknown", "/call", "De aanroep bestaat niet.")] };
	};
	globalThis[Symbol.for("zio-calculator.fallback")] = () => {
		const memory = { buffer: new ArrayBuffer(0) };
		let at = 0;
		let length = 0;
		return {
			memory,
			zio_abi: () => (globalThis.zioMock === "abi" ? 99 : 1),
			zio_in: (n) => ((memory.buffer = new ArrayBuffer(n + 16)), 16),
			zio_call() {
				const request = JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, 16)));
				const mock = request.call === "calculate" ? globalThis.zioMock : "";
				if (mock === "trap") throw new Error("unreachable");
				if (mock === "trap-once") {
					globalThis.zioMock = "";
					throw new Error("unreachable");
				}
				const text = mock === "no-json" ? '{"ok":tru' : mock === "no-reply" ? '{"hello":1}' : JSON.stringify(answer(request));
				const bytes = new TextEncoder().encode(text);
				memory.buffer = new ArrayBuffer(bytes.length + 16);
				new Uint8Array(memory.buffer, 16).set(bytes);
				[at, length] = [16, bytes.length];
			},
			zio_out: () => at,
			zio_len: () => length,
		};
	};
})();
