// Practices for the stand-in engine; all figures are made up.

const schema = (kind) => `https://zio-collectief.github.io/zio/schema/1.0/${kind}.schema.json`;
const towns = [["0268", "Nijmegen"], ["0252", "Heumen"], ["0296", "Wijchen"], ["0225", "Druten"]];

const system = (id, title, about) => ({
	id,
	title,
	about,
	first: id !== "utrecht" || undefined,
	source: { title: "Special Verrassend Passend, casus 2", url: "https://example.org/bron" },
	cost: ["fixed-hours/1"],
	key: ["pro-rata/1"],
	flow: ["cashier/1"],
	agreement: {
		$schema: schema("agreement"),
		id,
		title,
		period: { from: "2026-01-01", until: "2026-12-31" },
		parties: [...towns.map(([code, name]) => ({ id: code, kind: "municipality", name, participates: true })), { id: "aanbieder", kind: "provider", name: "De aanbieder" }],
		components: [{ id: "zorg", title: "Zorg op school", cost: { rule: "fixed-hours/1", normMinutes: 330, rate: "78.00", weeks: 40 }, key: { rule: "pro-rata/1" }, flow: { rule: "cashier/1", cashier: "0268" } }],
		synthetic: [{ pointer: "/components/0/cost/rate", reason: "Het uurtarief is verzonnen, want geen bron noemt het." }],
	},
	population: { $schema: schema("population"), title: "Voorbeeld", countDate: "2025-10-01", groups: [["0268", 120], ["0252", 22], ["0296", 31], ["0225", 9], ["1982", 14]].map(([home, pupils]) => ({ home, route: "jeugdwet", pupils })) },
});

const systems = [
	system("nijmegen", "Nijmegen en regio", "Vaste uren per leerling. Twaalf gemeenten betalen naar het aantal leerlingen, Nijmegen is kassier."),
	system("groningen", "School als Wijk", "Een vast bedrag, verdeeld naar het aantal studenten dat in de gemeente woont."),
	system("utrecht", "Utrecht bovenregionaal", "Eén gezamenlijk budget, verdeeld naar ingeschreven leerlingen uit 23 gemeenten."),
];

const json = (value) => () => ({ headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });

/** The pages under which a calculator finds them. */
export const mockSystems = (folder) =>
	Object.fromEntries([[folder + "index.json", json(systems.map(({ agreement, population, ...entry }) => entry))], ...systems.map(({ id, agreement, population }) => [`${folder}${id}.json`, json({ agreement, population })])]);
