// Generated from flavours/types/result.schema.json by generate.mjs; change the schema instead.

/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;
/**
 * Bedrag. An amount in euros: a point, at most two decimals, no separators between thousands. It is written with two decimals.
 */
export type Euro = string;
/**
 * Financieringsroute. The funding route that pays for minutes of care. jeugdwet-collective: Jeugdwet, collective; jeugdwet-individual: Jeugdwet, individual decision; wlz: Wlz; zvw: Zvw; wmo: Wmo; education: education budget; alliance: own money of the school alliance; vsv: early-school-leaving funds; prevention: preventive youth policy; grey: grey area.
 */
export type Route =
	| "jeugdwet-collective"
	| "jeugdwet-individual"
	| "wlz"
	| "zvw"
	| "wmo"
	| "education"
	| "alliance"
	| "vsv"
	| "prevention"
	| "grey";
/**
 * Gemeentecode. The CBS code of a municipality: four digits, with the zeros before it. Write 0363; GM0363 and gm0363 are read too. Not 0000.
 */
export type MunicipalityCode = string;
/**
 * Reden. Why pupils or minutes go to a route. pooled: in the pool; home-unknown: home municipality unknown or abroad; wlz-right: has a right to Wlz care; wlz-refused: the family refuses to cooperate in applying for the Wlz; treatment-beside-wlz: treatment beside a right to Wlz care: not decided yet under which law; nursing: nursing belongs to the Zvw; personal-care-medical: personal care for a medical reason belongs to the Zvw; zvw-right: has a right to Zvw care; education-share: belongs to the education budget; undetermined: care or education: not decided yet; above-threshold: needs more care than the threshold; need-unknown: need not known although there is a threshold; band-straddles-threshold: the band of need lies on both sides of the threshold; home-not-participating: home municipality does not take part; running-decision: still has a running decision; parents-decline: parents decline; adult: is 18 or older; route-unknown: not known under which law the care falls; prevention: provision for all pupils; no-need: needs no care; outside-period: is not at school within the period.
 */
export type Reason =
	| "pooled"
	| "home-unknown"
	| "wlz-right"
	| "wlz-refused"
	| "treatment-beside-wlz"
	| "nursing"
	| "personal-care-medical"
	| "zvw-right"
	| "education-share"
	| "undetermined"
	| "above-threshold"
	| "need-unknown"
	| "band-straddles-threshold"
	| "home-not-participating"
	| "running-decision"
	| "parents-decline"
	| "adult"
	| "route-unknown"
	| "prevention"
	| "no-need"
	| "outside-period";
/**
 * Wijze van verdelen. How whole units are made of the exact shares of a division, and so who bears the difference. largest-remainder: largest remainders; largest-weight: leftover units to the largest weights; rest-to-largest: difference to the largest; rest-to-named: difference to a named party; independent: each rounded by itself; keep: the rest is kept.
 */
export type Method =
	"largest-remainder" | "largest-weight" | "rest-to-largest" | "rest-to-named" | "independent" | "keep";
/**
 * Eenheid. The size of the steps in which shares are paid. cent: cents; euro: whole euros; thousand: thousands of euros.
 */
export type Unit = "cent" | "euro" | "thousand";
/**
 * Getal. A number with at most six decimals behind a point.
 */
export type Factor = string;
/**
 * Afronding. The way to round to a whole number. half-up: half up (away from zero); half-down: half down (toward zero); half-even: half to even; up: always up (away from zero); down: always down (toward zero).
 */
export type Rounding = "half-up" | "half-down" | "half-even" | "up" | "down";

/**
 * Uitkomst. What an agreement and a population come to: who bears what, who pays whom, who is left out and why, what nobody covers, how it was checked and how it was reached.
 */
export interface Result {
	/**
	 * Soort document. Kind of document.
	 */
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/result.schema.json";
	/**
	 * Overeenkomst. Agreement.
	 */
	agreement: AgreementRef;
	/**
	 * Populatie. Population.
	 */
	population: PopulationRef;
	/**
	 * Partijen. Parties.
	 *
	 * @maxItems 1000
	 */
	parties: PartyName[];
	/**
	 * Wie draagt wat. Who bears what.
	 *
	 * @maxItems 2000
	 */
	shares: PartyAmount[];
	/**
	 * Ontvangers. Payees.
	 *
	 * @maxItems 2000
	 */
	payees: PartyAmount[];
	/**
	 * Saldi. Balances.
	 *
	 * @maxItems 2000
	 */
	balances: Balance[];
	/**
	 * Geldstromen. Components.
	 *
	 * @maxItems 40
	 */
	components: ComponentResult[];
	/**
	 * Betalingen. Transfers.
	 *
	 * @maxItems 100000
	 */
	transfers: Transfer[];
	/**
	 * Termijnen. Instalments.
	 *
	 * @maxItems 1200000
	 */
	schedule?: Due[];
	/**
	 * Per begrotingsjaar. Per budget year.
	 *
	 * @maxItems 1200000
	 */
	budgetYears?: YearPart[];
	/**
	 * Afbakening. Routing.
	 */
	routing: RoutingResult;
	/**
	 * Controles. Checks.
	 *
	 * @maxItems 2000
	 */
	checks: CheckResult[];
	/**
	 * Herleiding. Trace.
	 */
	trace: Trace;
	/**
	 * Bewijs. Receipt.
	 */
	receipt: FundingReceipt;
}
/**
 * Overeenkomst. AgreementRef says which agreement was calculated.
 */
export interface AgreementRef {
	/**
	 * Kort kenmerk. Short name.
	 */
	id: string;
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Looptijd. Period.
	 */
	period: Period;
}
/**
 * Periode. Period is a number of days in a row (periode).
 */
export interface Period {
	/**
	 * Eerste dag. First day.
	 */
	from: CalendarDate;
	/**
	 * Laatste dag. Last day. This day still counts.
	 */
	until: CalendarDate;
}
/**
 * Populatie. PopulationRef says which population it was calculated with.
 */
export interface PopulationRef {
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Teldatum. Count date.
	 */
	countDate: CalendarDate;
	/**
	 * Groepen met een geschat aantal leerlingen. Groups with an estimated number of pupils.
	 */
	estimates?: number;
}
/**
 * Naam van een partij. PartyName is what a party is called (naam van een partij).
 */
export interface PartyName {
	/**
	 * Kenmerk. Id.
	 */
	id: string;
	/**
	 * Naam. Name.
	 */
	name: string;
}
/**
 * Bedrag van een partij. PartyAmount is an amount of one party (bedrag van een partij).
 */
export interface PartyAmount {
	/**
	 * Partij. Party.
	 */
	party: string;
	/**
	 * Naam. Name.
	 */
	name: string;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
}
/**
 * Saldo. Balance is what one party pays and receives (saldo).
 */
export interface Balance {
	/**
	 * Partij. Party.
	 */
	party: string;
	/**
	 * Betaalt. Pays.
	 */
	pays: Euro;
	/**
	 * Ontvangt. Receives.
	 */
	receives: Euro;
	/**
	 * Saldo. Net.
	 */
	net: Euro;
}
/**
 * Uitkomst van een geldstroom. ComponentResult is the outcome of one stream of money (uitkomst van een geldstroom).
 */
export interface ComponentResult {
	/**
	 * Kort kenmerk. Short name.
	 */
	id: string;
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Financieringsroute. Funding route.
	 */
	route: Route;
	/**
	 * Regels. Rules.
	 *
	 * @maxItems 10
	 */
	rules: string[];
	/**
	 * Kosten. Cost.
	 */
	cost: Euro;
	/**
	 * Kosten onderkant. Cost at the low end.
	 */
	low?: Euro;
	/**
	 * Kosten bovenkant. Cost at the high end.
	 */
	high?: Euro;
	/**
	 * Aandelen. Shares.
	 *
	 * @maxItems 2000
	 */
	shares: ShareResult[];
	/**
	 * Tekort. Gap.
	 */
	gap: Euro;
	/**
	 * Rest van de afronding. Rest of the rounding.
	 */
	rest: Euro;
	/**
	 * Schaduwbedragen. Shadow amounts.
	 *
	 * @maxItems 2000
	 */
	shadow?: Shadow[];
}
/**
 * Aandeel. ShareResult is what one party bears of a component (aandeel), and what it weighed in the key.
 */
export interface ShareResult {
	/**
	 * Partij. Party.
	 */
	party: string;
	/**
	 * Gewicht. Weight.
	 */
	weight?: string;
	/**
	 * Eenheid. Unit.
	 */
	unit?: string;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
	/**
	 * Stap. Step.
	 */
	ref: string;
}
/**
 * Schaduwbedrag. Shadow is what a party would have paid (schaduwbedrag).
 */
export interface Shadow {
	/**
	 * Partij. Party.
	 */
	party: string;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
	/**
	 * Boven de tolerantie. Above the tolerance.
	 */
	over: boolean;
}
/**
 * Betaling. Transfer is a payment (betaling).
 */
export interface Transfer {
	/**
	 * Geldstroom. Component.
	 */
	component: string;
	/**
	 * Waarvoor. What for.
	 */
	kind: string;
	/**
	 * Betaald als. Paid as. education-funding: education funding.
	 */
	instrument?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
	/**
	 * Van. From.
	 */
	from: string;
	/**
	 * Aan. To.
	 */
	to: string;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
	/**
	 * Stap. Step.
	 */
	ref: string;
}
/**
 * Termijn. Due is one part of a payment with the day on which it is due (termijn).
 */
export interface Due {
	/**
	 * Geldstroom. Component.
	 */
	component: string;
	/**
	 * Van. From.
	 */
	from: string;
	/**
	 * Aan. To.
	 */
	to: string;
	/**
	 * Te betalen op. Due on.
	 */
	day: CalendarDate;
	/**
	 * Over de periode. Of the period.
	 */
	period: Period;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
}
/**
 * Deel per begrotingsjaar. YearPart is the part of a payment that belongs to one budget year (deel per begrotingsjaar): the year of the care that it pays for, not of the day on which it is paid.
 */
export interface YearPart {
	/**
	 * Geldstroom. Component.
	 */
	component: string;
	/**
	 * Van. From.
	 */
	from: string;
	/**
	 * Aan. To.
	 */
	to: string;
	/**
	 * Begrotingsjaar. Budget year.
	 */
	year: string;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
}
/**
 * Afbakening. RoutingResult is where pupils and minutes went (afbakening).
 */
export interface RoutingResult {
	/**
	 * Leerlingen. Pupils.
	 */
	pupils: number;
	/**
	 * In de pot. In the pool.
	 */
	pooled: number;
	/**
	 * Ondersteuning door de school. Support by the school.
	 */
	educationMinutesPerWeek: number;
	/**
	 * Per woongemeente. Per home municipality.
	 *
	 * @maxItems 2000
	 */
	homes: HomeResult[];
	/**
	 * Niet in de pot. Not in the pool.
	 *
	 * @maxItems 100000
	 */
	exclusions: RoutedGroup[];
	/**
	 * Per route. Per route.
	 *
	 * @maxItems 2000
	 */
	routes: RoutedRoute[];
}
/**
 * Per woongemeente. HomeResult counts the pupils of one home municipality; an absent home is unknown or abroad.
 */
export interface HomeResult {
	/**
	 * Woongemeente. Home municipality.
	 */
	home?: MunicipalityCode;
	/**
	 * Leerlingen. Pupils.
	 */
	pupils: number;
	/**
	 * In de pot. In the pool.
	 */
	pooled: number;
}
/**
 * Niet in de pot. RoutedGroup is pupils or minutes of one home municipality that are not pooled, for one reason.
 */
export interface RoutedGroup {
	/**
	 * Reden. Reason.
	 */
	reason: Reason;
	/**
	 * Regel. Rule.
	 */
	rule?: string;
	/**
	 * Route. Route.
	 */
	route: Route;
	/**
	 * Woongemeente. Home municipality.
	 */
	home?: MunicipalityCode;
	/**
	 * Leerlingen. Pupils.
	 */
	pupils: number;
	/**
	 * Minuten per week. Minutes per week.
	 */
	minutesPerWeek: number;
	/**
	 * Grondslag. Legal basis.
	 */
	basis?: string;
}
/**
 * Per route. RoutedRoute counts the pupils and minutes of one route.
 */
export interface RoutedRoute {
	/**
	 * Route. Route.
	 */
	route: Route;
	/**
	 * Leerlingen. Pupils.
	 */
	pupils: number;
	/**
	 * Minuten per week. Minutes per week.
	 */
	minutesPerWeek: number;
	/**
	 * Waarvan in geen enkel bedrag. Of which in no amount.
	 */
	unchargedPerWeek?: number;
}
/**
 * Controle. CheckResult is a test of the result against itself (controle).
 */
export interface CheckResult {
	/**
	 * Controle. Check.
	 */
	code: string;
	/**
	 * Geldstroom. Component.
	 */
	component?: string;
	/**
	 * Links. Left.
	 */
	left: string;
	/**
	 * Rechts. Right.
	 */
	right: string;
	/**
	 * Klopt. Holds.
	 */
	ok: boolean;
}
/**
 * Herleiding. Trace is how a result was reached (herleiding): addressed steps in the order in which they were taken.
 */
export interface Trace {
	/**
	 * Versie. Version.
	 */
	version: number;
	/**
	 * Stappen. Steps.
	 *
	 * @maxItems 1000000
	 */
	steps: Step[];
}
/**
 * Rekenstap. Step is one calculation (rekenstap).
 */
export interface Step {
	/**
	 * Adres. Address.
	 */
	id: string;
	/**
	 * Regel. Rule.
	 */
	rule: string;
	/**
	 * Stap. Step.
	 */
	name: string;
	/**
	 * Partij. Party.
	 */
	party?: string;
	/**
	 * Omschrijving. Label.
	 */
	label?: string;
	/**
	 * Bewerking. Operation. allocate: division over parties.
	 */
	op: "sum" | "product" | "quotient" | "difference" | "least" | "most" | "allocate";
	/**
	 * Invoer. Inputs.
	 *
	 * @maxItems 1000000
	 */
	inputs: Input[];
	/**
	 * Uitkomst. Value.
	 */
	value?: string;
	/**
	 * Eenheid. Unit.
	 */
	unit: string;
	/**
	 * Afronding. Rounding.
	 */
	rounding?: string;
	/**
	 * Vóór afronding. Before rounding.
	 */
	before?: string;
	/**
	 * Wijze van verdelen. Division.
	 */
	division?: Division;
	/**
	 * Aandelen. Shares.
	 *
	 * @maxItems 2000
	 */
	shares?: StepShare[];
	/**
	 * Rest. Rest.
	 */
	rest?: string;
	/**
	 * Grondslag of bron. Legal basis or source.
	 */
	basis?: string;
}
/**
 * Invoer. Input is one value that a step used (invoer).
 */
export interface Input {
	/**
	 * Naam. Name.
	 */
	name: string;
	/**
	 * Herkomst. Reference.
	 */
	ref: string;
	/**
	 * Waarde. Value.
	 */
	value: string;
	/**
	 * Eenheid. Unit.
	 */
	unit: string;
}
/**
 * Wijze van verdelen. Division says how a total is divided over parties (wijze van verdelen): four choices that stand apart, as no single way is used everywhere.
 */
export interface Division {
	/**
	 * Wie krijgt de laatste centen? Who gets the last cents? An amount can often not be divided exactly. Choose what happens with the difference.
	 */
	method: Method;
	/**
	 * Verdelen in. Divide in.
	 */
	unit: Unit;
	/**
	 * Vaste deler. Fixed divisor. Absent: the sum of the weights. For percentages: 100.
	 */
	divisor?: Factor;
	/**
	 * Afronding. Rounding.
	 */
	rounding?: Rounding;
	/**
	 * Partij die het verschil draagt. Party that bears the difference. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	named?: string;
}
/**
 * Aandeel. StepShare is the outcome for one party of a division (aandeel).
 */
export interface StepShare {
	/**
	 * Partij. Party.
	 */
	party: string;
	/**
	 * Bedrag. Amount.
	 */
	value: string;
}
/**
 * Bewijs. Receipt says with what the result was made (bewijs), so that it can be made again.
 */
export interface FundingReceipt {
	/**
	 * Bibliotheek. Library.
	 */
	library: string;
	/**
	 * Versie van de schema's. Version of the schemas.
	 */
	schema: string;
	/**
	 * Regels. Rules.
	 *
	 * @maxItems 100
	 */
	rules: string[];
	/**
	 * Controlegetal overeenkomst. Digest of the agreement. "sha256:" and 64 hexadecimal digits.
	 */
	agreement: string;
	/**
	 * Controlegetal populatie. Digest of the population. "sha256:" and 64 hexadecimal digits.
	 */
	population: string;
	/**
	 * Controlegetal uitkomst. Digest of the result. "sha256:" and 64 hexadecimal digits.
	 */
	result?: string;
}
