// Generated from flavours/types/agreement.schema.json by generate.mjs; change the schema instead.

/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;
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
 * Vestigingscode. The code of a school site: the BRIN code of the school and the number of the site. Write 12AB00; 12AB-00 is read too.
 */
export type SiteCode = string;
/**
 * Kosten. Cost is a rule that says what the care costs (kosten).
 */
export type Cost =
	| Budget
	| FixedHours
	| Staffing
	| DrawingRight
	| EstimatedHours
	| ClassProduct
	| InKindPair
	| PopulationFunding
	| IndividualDecisions
	| EducationMinutes
	| Supplement
	| Absence
	| RouteMinutes
	| Admission
	| Degressive
	| PriceList;
/**
 * Bedrag. An amount in euros: a point, at most two decimals, no separators between thousands. It is written with two decimals.
 */
export type Euro = string;
/**
 * Afronding. The way to round to a whole number. half-up: half up (away from zero); half-down: half down (toward zero); half-even: half to even; up: always up (away from zero); down: always down (toward zero).
 */
export type Rounding = "half-up" | "half-down" | "half-even" | "up" | "down";
/**
 * Fte. Full-time equivalents, with at most three decimals behind a point.
 */
export type Fte = string;
/**
 * Getal. A number with at most six decimals behind a point.
 */
export type Factor = string;
/**
 * Verdeelsleutel. Key is a rule that says who bears which part (verdeelsleutel).
 */
export type Key =
	| SinglePayer
	| ProRata
	| FixedShares
	| OwnUse
	| Hybrid
	| Mixed
	| Given
	| Excess
	| Exit
	| FixedAmounts
	| SmallNumbers
	| WeightedPupils;
/**
 * Geldstroom. Flow is a rule that says who pays whom (geldstroom).
 */
export type Flow = Direct | CashierFlow | PassThrough | HostFlow | NoSettlement | Grant;
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
 * Overeenkomst. What parties agree on paying together: who takes part, which pupils and minutes are pooled, and per stream of money what it costs, who bears it and who pays whom.
 */
export interface Agreement {
	/**
	 * Soort document. Kind of document.
	 */
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json";
	/**
	 * Kort kenmerk. Short name. Lower-case letters, digits and hyphens.
	 */
	id: string;
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Titel in het Engels. Title in English.
	 */
	titleEn?: string;
	/**
	 * Toelichting. About.
	 */
	about?: string;
	/**
	 * Toelichting in het Engels. About, in English.
	 */
	aboutEn?: string;
	/**
	 * Looptijd. Period.
	 */
	period: Period;
	/**
	 * Partijen. Parties. Without municipalities it is a template: these come from the population.
	 *
	 * @minItems 1
	 * @maxItems 1000
	 */
	parties?: Party[];
	/**
	 * Hoe telt een partij die later komt of eerder gaat? How does a party count that joins later or leaves earlier? by-days: by days; by-months: by months.
	 */
	partyTime?: "by-days" | "by-months";
	/**
	 * Welke leerlingen tellen mee. Which pupils count.
	 */
	routing: Routing;
	/**
	 * Geldstromen. Streams of money.
	 *
	 * @minItems 1
	 * @maxItems 40
	 */
	components: Component[];
	/**
	 * Wanneer wordt er betaald? When is paid?
	 */
	schedule?: Schedule;
	/**
	 * Hoe wordt er afgerekend? How is the year settled?
	 */
	settlement?: Settlement;
	/**
	 * Gemaakte keuzes. Choices made.
	 *
	 * @maxItems 100
	 */
	choices?: Choice[];
	/**
	 * Bronnen. Sources.
	 *
	 * @maxItems 100
	 */
	sources?: Source[];
	/**
	 * Verzonnen gegevens. Made-up data.
	 *
	 * @maxItems 200
	 */
	synthetic?: Synthetic[];
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
 * Partij. Party is one party of the agreement (partij).
 */
export interface Party {
	/**
	 * Kenmerk (bij een gemeente de CBS-code). Id (of a municipality the CBS code). Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	id: string;
	/**
	 * Soort partij. Kind of party. school-board: school board; school-alliance: school alliance; care-office: care office; insurer: health insurer; joint-body: joint body of municipalities; organisation: other organisation.
	 */
	kind:
		| "municipality"
		| "provider"
		| "school"
		| "school-board"
		| "school-alliance"
		| "care-office"
		| "insurer"
		| "state"
		| "fund"
		| "joint-body"
		| "organisation";
	/**
	 * Naam. Name.
	 */
	name: string;
	/**
	 * Doet mee. Takes part.
	 */
	participates?: boolean;
	/**
	 * Doet mee vanaf. Takes part from.
	 */
	from?: CalendarDate;
	/**
	 * Doet mee tot en met. Takes part until.
	 */
	until?: CalendarDate;
}
/**
 * Afbakening. Routing says which pupils and minutes come into the pool (afbakening): the choices that rules R1 to R9 need.
 */
export interface Routing {
	/**
	 * Drempel. Threshold. Above this need a pupil keeps an individual decision.
	 */
	threshold?: Threshold;
	/**
	 * Ondersteuning door de school (minuten per leerling per week). Support by the school (minutes per pupil per week).
	 */
	educationMinutesPerWeek?: number;
	/**
	 * Die minuten eerst van de zorgbehoefte aftrekken? Take those minutes off the need first?
	 */
	subtractEducation?: "yes" | "no";
	/**
	 * Wie betaalt vanaf 18 jaar? Who pays from 18 on? wmo: Wmo; grey: not agreed yet (grey area).
	 */
	adultRoute?: "wmo" | "grey";
	/**
	 * Wijzigingen binnen de looptijd. Changes within the period.
	 */
	within?: Within;
}
/**
 * Drempel. Threshold is the need up to which a pupil is in the pool (drempel).
 */
export interface Threshold {
	/**
	 * Drempel (minuten per week). Threshold (minutes per week).
	 */
	minutesPerWeek: number;
	/**
	 * En precies op de drempel? And exactly on the threshold? below: less than the threshold counts; at-most: exactly the threshold counts too.
	 */
	boundary: "below" | "at-most";
}
/**
 * Wijziging binnen het jaar. Within holds the choices for what changes within the period (wijziging binnen het jaar), formulas F29 and F30.
 */
export interface Within {
	/**
	 * Leerlingen die tussentijds komen of gaan. Pupils who join or leave in between. by-days: by days; whole-period: for the whole period.
	 */
	joinLeave?: "by-days" | "whole-period";
	/**
	 * Leerlingen die verhuizen. Pupils who move. by-days: by days; old-home: the old municipality pays; new-home: the new municipality pays.
	 */
	move?: "by-days" | "old-home" | "new-home";
	/**
	 * Leerlingen die 18 worden. Pupils who turn 18. by-days: by days; not-at-all: does not count.
	 */
	adult?: "by-days" | "not-at-all";
	/**
	 * Leerlingen van wie een beschikking afloopt. Pupils whose decision ends. by-days: by days; not-at-all: does not count.
	 */
	decisionEnd?: "by-days" | "not-at-all";
	/**
	 * Leerlingen die recht op Wlz-zorg krijgen. Pupils who get a right to Wlz care. by-days: by days; not-at-all: does not count.
	 */
	wlz?: "by-days" | "not-at-all";
}
/**
 * Geldstroom. Component is one stream of money (geldstroom), made of a cost, a key and a flow.
 */
export interface Component {
	/**
	 * Kort kenmerk. Short name. Lower-case letters and digits, in parts joined by hyphens.
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
	 * Alleen deze vestigingen. Only these sites.
	 *
	 * @maxItems 2000
	 */
	sites?: SiteCode[];
	/**
	 * Wat kost de zorg? What does the care cost?
	 */
	cost: Cost;
	/**
	 * Wie draagt welk deel? Who bears which part?
	 */
	key: Key;
	/**
	 * Wie betaalt wie? Who pays whom?
	 */
	flow: Flow;
	/**
	 * Grenzen aan het deel van een partij. Limits on a party's part.
	 */
	limits?: Limits;
	/**
	 * Afronding van de verdeling. Rounding of the division.
	 */
	division: Division;
	/**
	 * Dekking van een tekort. Cover of a gap.
	 *
	 * @maxItems 20
	 */
	cover?: Cover[];
	/**
	 * Bronnen. Sources.
	 *
	 * @maxItems 100
	 */
	sources?: Source[];
}
/**
 * Vast budget. Fixed budget. The parties agree on one amount together.
 */
export interface Budget {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "budget/1";
	/**
	 * Bedrag. Amount. For the whole period.
	 */
	amount: Euro;
}
/**
 * Vast aantal uren per leerling. Fixed hours per pupil. The same hours of care hold for every pupil in the pool.
 */
export interface FixedHours {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "fixed-hours/1";
	/**
	 * Zorgminuten per leerling per week. Minutes of care per pupil per week. 5.5 hours is 330 minutes.
	 */
	normMinutes: number;
	/**
	 * Bandbreedte. Range.
	 */
	normRange?: NormRange;
	/**
	 * Uurtarief. Rate per hour.
	 */
	rate: Euro;
	/**
	 * Aantal schoolweken. Number of school weeks. In the whole period. There is no fixed number: fill in what you agreed.
	 */
	weeks: number;
	/**
	 * Afronding van het bedrag per leerling. Rounding of the amount per pupil.
	 */
	rounding: Rounding;
}
/**
 * Bandbreedte. NormRange is the range in which the parties saw the norm hours (bandbreedte), in minutes per pupil and week.
 */
export interface NormRange {
	/**
	 * Laagste. Lowest.
	 */
	min: number;
	/**
	 * Hoogste. Highest.
	 */
	max: number;
}
/**
 * Formatie (fte). Staffing (fte). The parties pay fixed staff in the school.
 */
export interface Staffing {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "staffing/1";
	/**
	 * Bedrag per fte per jaar. Amount per fte per year.
	 */
	ratePerFte: Euro;
	/**
	 * Afronding per post. Rounding per post.
	 */
	rounding: Rounding;
	/**
	 * Formatieplaatsen. Posts.
	 *
	 * @minItems 1
	 * @maxItems 500
	 */
	posts: Post[];
}
/**
 * Formatieplaats. Post is the staff of one site, or staff that several sites share (formatieplaats).
 */
export interface Post {
	/**
	 * Omschrijving. Label.
	 */
	label: string;
	/**
	 * Vestiging. Site.
	 */
	site?: SiteCode;
	/**
	 * Omvang in de tijd. Size over time.
	 *
	 * @minItems 1
	 * @maxItems 120
	 */
	steps: PostStep[];
}
/**
 * Omvang in de tijd. PostStep is the number of fte from the first day of a month on, until the next step or the end of the agreement.
 */
export interface PostStep {
	/**
	 * Vanaf (eerste dag van een maand). From (first day of a month).
	 */
	from: CalendarDate;
	/**
	 * Aantal fte. Number of fte.
	 */
	fte: Fte;
}
/**
 * Trekkingsrecht. Drawing right. Every school may use a number of fte.
 */
export interface DrawingRight {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "drawing-right/1";
	/**
	 * Bedrag per fte. Amount per fte. For the whole period.
	 */
	ratePerFte: Euro;
	/**
	 * Wat wordt betaald? What is paid? right: the right; use: the use.
	 */
	charge: "right" | "use";
	/**
	 * Mogen jeugdzorg en ggz elkaar vervangen? May the two kinds stand in for each other?
	 */
	kindsTogether: "yes" | "no";
	/**
	 * Tijdelijke verhoging (procent). Temporary uplift (per cent).
	 */
	uplift?: Factor;
	/**
	 * Verhoging tot en met. Uplift until.
	 */
	upliftUntil?: CalendarDate;
	/**
	 * Afronding per regel. Rounding per line.
	 */
	rounding: Rounding;
	/**
	 * Rechten. Rights.
	 *
	 * @minItems 1
	 * @maxItems 2000
	 */
	rights: RightLine[];
}
/**
 * Recht. RightLine is the right of one school for one kind of care (recht), and what it uses of it.
 */
export interface RightLine {
	/**
	 * School. School.
	 */
	school: string;
	/**
	 * Schoolbestuur. School board.
	 */
	board: string;
	/**
	 * Soort zorg. Kind of care. youth-care: youth care; mental-health: mental health care.
	 */
	kind: "youth-care" | "mental-health";
	/**
	 * Recht (fte). Right (fte).
	 */
	fte: Fte;
	/**
	 * Gebruik (fte). Use (fte).
	 */
	use: Fte;
	/**
	 * Het bestuur stemt in met schuiven. The board consents to the shift.
	 */
	consent?: boolean;
}
/**
 * Lumpsum op geschatte uren. Lump sum from estimated hours. The school estimates the hours per pupil; together that is one amount.
 */
export interface EstimatedHours {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "estimated-hours/1";
	/**
	 * Uurtarief. Rate per hour.
	 */
	rate: Euro;
	/**
	 * Aantal schoolweken. Number of school weeks.
	 */
	weeks: number;
	/**
	 * Afronding van het bedrag. Rounding of the sum.
	 */
	rounding: Rounding;
	/**
	 * Reserve voor late instroom. Reserve for late entrants.
	 */
	reserve?: Euro;
	/**
	 * Waarop rusten de schattingen? What do the estimates rest on?
	 *
	 * @minItems 1
	 * @maxItems 20
	 */
	evidence: string[];
}
/**
 * Prijs per klas. Price per class. Every class has a fixed price or a fixed member of staff.
 */
export interface ClassProduct {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "class-product/1";
	/**
	 * Aantal klassen. Number of classes.
	 */
	classes: number;
	/**
	 * Hoogste aantal leerlingen per klas. Most pupils per class.
	 */
	capacity: number;
	/**
	 * Fte per klas. Fte per class.
	 */
	ftePerClass?: Fte;
	/**
	 * Prijs per klas (of per fte). Price per class (or per fte).
	 */
	price: Euro;
	/**
	 * Afronding. Rounding.
	 */
	rounding: Rounding;
}
/**
 * Koppel van trainer en leerkracht. Pair of trainer and teacher. The parties pay one trainer; the school brings in a teacher.
 */
export interface InKindPair {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "in-kind-pair/1";
	/**
	 * Aantal groepen. Number of groups.
	 */
	groups: number;
	/**
	 * Minuten training per groep. Minutes of training per group.
	 */
	minutes: number;
	/**
	 * Uurtarief van de trainer. Rate of the trainer per hour.
	 */
	rate: Euro;
	/**
	 * Waarde van een uur van de leerkracht. Value of an hour of the teacher.
	 */
	teacherRate?: Euro;
	/**
	 * Afronding. Rounding.
	 */
	rounding: Rounding;
}
/**
 * Populatiebekostiging. Population funding. The budget follows from the need of all pupils together.
 */
export interface PopulationFunding {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "population/1";
	/**
	 * Deel van de leerlingen met zorg (procent). Part of the pupils with care (per cent).
	 */
	needRate: Factor;
	/**
	 * Gemiddelde kosten per leerling met zorg. Mean cost per pupil with care.
	 */
	averageCost: Euro;
	/**
	 * Waarop rusten deze getallen? What do these figures rest on?
	 */
	evidence: string;
	/**
	 * Afronding. Rounding.
	 */
	rounding: Rounding;
}
/**
 * Individuele beschikkingen. Individual decisions. What the decisions of the pupils cost, outside the pool.
 */
export interface IndividualDecisions {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "individual-decisions/1";
	/**
	 * Tarieven. Tariffs.
	 *
	 * @minItems 1
	 * @maxItems 1000
	 */
	tariffs: Tariff[];
}
/**
 * Tarief. Tariff is the price of one product (tarief).
 */
export interface Tariff {
	/**
	 * Productcode. Product code.
	 */
	product: string;
	/**
	 * Eenheid. Unit. hour: per hour; day: per day; daypart: per daypart; piece: per piece; euro: amount in euros.
	 */
	per: "hour" | "day" | "daypart" | "piece" | "euro";
	/**
	 * Tarief. Tariff.
	 */
	amount: Euro;
	/**
	 * Uitvoeringsvariant. Variant. effort: effort-based; output: output-based.
	 */
	variant: "effort" | "output";
}
/**
 * Ondersteuning door de school. Support by the school. Minutes of support per pupil that the school itself pays.
 */
export interface EducationMinutes {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "education-minutes/1";
	/**
	 * Minuten per leerling per week. Minutes per pupil per week.
	 */
	minutesPerWeek: number;
	/**
	 * Aantal schoolweken. Number of school weeks.
	 */
	weeks: number;
	/**
	 * Uurtarief. Rate per hour.
	 */
	rate: Euro;
	/**
	 * Afronding. Rounding.
	 */
	rounding: Rounding;
}
/**
 * Toeslag per leerling uit een vaste pot. Supplement per pupil from a fixed pot. The pot is divided over the pupils, up to a ceiling per pupil.
 */
export interface Supplement {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "supplement/1";
	/**
	 * Pot. Pot.
	 */
	pot: Euro;
	/**
	 * Hoogste bedrag per leerling. Most per pupil.
	 */
	cap: Euro;
	/**
	 * Aanduiding van de leerlingen. Label of the pupils.
	 */
	label?: string;
}
/**
 * Doorlopende kosten bij afwezigheid. Absence component. Hours that were agreed but not delivered because of absence.
 */
export interface Absence {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "absence/1";
	/**
	 * Uurtarief. Rate per hour.
	 */
	rate: Euro;
	/**
	 * Hoogste deel dat wordt betaald (procent van de afspraak). Most that is paid (per cent of what was agreed).
	 */
	cap?: Factor;
	/**
	 * Afronding per regel. Rounding per line.
	 */
	rounding: Rounding;
	/**
	 * Regels. Lines.
	 *
	 * @minItems 1
	 * @maxItems 2000
	 */
	lines: AbsenceLine[];
}
/**
 * Regel. AbsenceLine is what was agreed for one pupil or group over the period, and what was declared (regel).
 */
export interface AbsenceLine {
	/**
	 * Omschrijving. Label.
	 */
	label: string;
	/**
	 * Afgesproken minuten. Minutes agreed.
	 */
	agreed: number;
	/**
	 * Gedeclareerde minuten. Minutes declared.
	 */
	declared: number;
}
/**
 * Minuten van een route. Minutes of a route. All minutes that belong to this stream, at a rate. Also for Wlz, Zvw and education.
 */
export interface RouteMinutes {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "route-minutes/1";
	/**
	 * Uurtarief. Rate per hour.
	 */
	rate: Euro;
	/**
	 * Aantal schoolweken. Number of school weeks.
	 */
	weeks: number;
	/**
	 * Afronding van het bedrag. Rounding of the sum.
	 */
	rounding: Rounding;
}
/**
 * Toelaatbaarheidsverklaringen (TLV). Admission statements (TLV). For each category an amount of the state and an amount of the school alliance.
 */
export interface Admission {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "admission/1";
	/**
	 * Welk deel? Which part? state: the part of the state; alliance: the part of the school alliance.
	 */
	part: "state" | "alliance" | "both";
	/**
	 * Categorieën. Categories.
	 *
	 * @minItems 1
	 * @maxItems 20
	 */
	categories: AdmissionCategory[];
	/**
	 * Afronding per categorie. Rounding per category.
	 */
	rounding: Rounding;
}
/**
 * Bekostigingscategorie. AdmissionCategory is what a pupil of one category brings (bekostigingscategorie), for the whole period.
 */
export interface AdmissionCategory {
	/**
	 * Categorie. Category. As with the pupils: light, middle, heavy.
	 */
	category: string;
	/**
	 * Rijk, per leerling. State, per pupil.
	 */
	state: Euro;
	/**
	 * Samenwerkingsverband, per leerling. School alliance, per pupil.
	 */
	alliance: Euro;
}
/**
 * Staffelprijs. Price in steps. The first pupils cost the first price, those above that number the next.
 */
export interface Degressive {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "degressive/1";
	/**
	 * Welke leerlingen tellen? Which pupils count? enrolled-pupils: pupils at school; eligible-pupils: pupils in the pool.
	 */
	basis: "enrolled-pupils" | "eligible-pupils";
	/**
	 * Treden. Steps.
	 *
	 * @minItems 1
	 * @maxItems 50
	 */
	steps: PriceStep[];
	/**
	 * Afronding per trede. Rounding per step.
	 */
	rounding: Rounding;
}
/**
 * Trede. PriceStep is the price of the pupils above a number (trede), for the whole period.
 */
export interface PriceStep {
	/**
	 * Boven dit aantal leerlingen. Above this number of pupils. The first step begins at 0.
	 */
	from: number;
	/**
	 * Prijs per leerling. Price per pupil.
	 */
	price: Euro;
}
/**
 * Prijs per categorie. Price per category. Every pupil costs the price of its category.
 */
export interface PriceList {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "price-list/1";
	/**
	 * Welke leerlingen tellen? Which pupils count? enrolled-pupils: pupils at school; eligible-pupils: pupils in the pool.
	 */
	basis: "enrolled-pupils" | "eligible-pupils";
	/**
	 * Prijzen. Prices.
	 *
	 * @minItems 1
	 * @maxItems 100
	 */
	prices: CategoryPrice[];
	/**
	 * Afronding per categorie. Rounding per category.
	 */
	rounding: Rounding;
}
/**
 * Prijs van een categorie. CategoryPrice is the price of a pupil of one category (prijs van een categorie), for the whole period.
 */
export interface CategoryPrice {
	/**
	 * Categorie. Category. As with the pupils: light, middle, heavy.
	 */
	category: string;
	/**
	 * Prijs per leerling. Price per pupil.
	 */
	price: Euro;
}
/**
 * Eén betaler. Single payer. One party bears all costs.
 */
export interface SinglePayer {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "single-payer/1";
	/**
	 * Betaler. Payer. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	payer: string;
}
/**
 * Naar rato. Pro rata. Every municipality pays by its part of a count.
 */
export interface ProRata {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "pro-rata/1";
	/**
	 * Wat telt. What counts. enrolled-pupils, eligible-pupils (pupils in the pool), eligible-minutes, or a count of your own such as inhabitants.
	 */
	basis: string;
	/**
	 * Datum van de telling. Date of the count.
	 */
	date?: CalendarDate;
	/**
	 * Aantal jaren samen. Number of years together. 3 is the mean of three years.
	 */
	years?: number;
	/**
	 * Leerlingen uit gemeenten die niet meedoen. Pupils of municipalities that do not take part. redistribute: the participants bear that part; leave-as-gap: that part stays visible as a gap.
	 */
	nonParticipants: "redistribute" | "leave-as-gap";
}
/**
 * Vaste percentages. Fixed shares. Every party bears an agreed percentage.
 */
export interface FixedShares {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "fixed-shares/1";
	/**
	 * Percentages. Percentages.
	 *
	 * @minItems 1
	 * @maxItems 1000
	 */
	shares: FixedShare[];
}
/**
 * Vast aandeel. FixedShare is the percentage of one party (vast aandeel), above 0 and at most 100.
 */
export interface FixedShare {
	/**
	 * Partij. Party. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	party: string;
	/**
	 * Percentage. Percentage.
	 */
	percent: Factor;
}
/**
 * Eigen gebruik (profijtbeginsel). Own use (benefit principle). Every municipality pays for what its own pupils use.
 */
export interface OwnUse {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "own-use/1";
	/**
	 * Gebruik gemeten in. Use measured in. eligible-minutes: minutes of care in the pool; eligible-pupils: pupils in the pool; own-cost: own cost.
	 */
	measure: "eligible-minutes" | "eligible-pupils" | "own-cost";
	/**
	 * Leerlingen uit gemeenten die niet meedoen. Pupils of municipalities that do not take part. redistribute: the participants bear that part; leave-as-gap: that part stays visible as a gap.
	 */
	nonParticipants: "redistribute" | "leave-as-gap";
}
/**
 * Tussenvorm: deels solidair, deels eigen gebruik. Hybrid: part solidarity, part own use. One part is shared, the rest everyone pays for itself.
 */
export interface Hybrid {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "hybrid/1";
	/**
	 * Solidair deel (procent). Solidarity (per cent).
	 */
	solidarity: Factor;
	/**
	 * Sleutel van het solidaire deel. Key of the common part.
	 */
	common: Key;
	/**
	 * Sleutel van het eigen deel. Key of the own part.
	 */
	own: Key;
}
/**
 * Gemengde sleutel. Mixed key. Several keys together, each for a part.
 */
export interface Mixed {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "mixed/1";
	/**
	 * Delen. Parts.
	 *
	 * @minItems 1
	 * @maxItems 10
	 */
	parts: MixedPart[];
}
/**
 * Deel van de sleutel. MixedPart is one key and the part of the amount that it divides (deel van de sleutel), in proportion to its weight.
 */
export interface MixedPart {
	/**
	 * Gewicht. Weight.
	 */
	weight: Factor;
	/**
	 * Verdeelsleutel. Key.
	 */
	key: Key;
}
/**
 * Opgegeven verdeling. Given division. Weights or amounts that were fixed elsewhere. Choose this only when no other key fits.
 */
export interface Given {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "given/1";
	/**
	 * Gewichten. Weights.
	 *
	 * @minItems 1
	 * @maxItems 1000
	 */
	weights?: GivenWeight[];
	/**
	 * Of bedragen. Or amounts.
	 *
	 * @minItems 1
	 * @maxItems 1000
	 */
	amounts?: GivenAmount[];
	/**
	 * Waar staat dit? Where does this stand?
	 */
	source: string;
	/**
	 * Waarom geen andere sleutel? Why no other key?
	 */
	reason: string;
}
/**
 * Opgegeven gewicht. GivenWeight is the weight of one party (opgegeven gewicht), 0 or more.
 */
export interface GivenWeight {
	/**
	 * Partij. Party. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	party: string;
	/**
	 * Gewicht. Weight.
	 */
	weight: Factor;
}
/**
 * Opgegeven bedrag. GivenAmount is what one party bears (opgegeven bedrag), 0.00 or more.
 */
export interface GivenAmount {
	/**
	 * Partij. Party. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	party: string;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
}
/**
 * Dure casussen samen, de rest eigen kosten. Costly cases together, the rest own cost. Every municipality pays its own cases up to a threshold. What a case costs above it is borne together.
 */
export interface Excess {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "excess/1";
	/**
	 * Drempel per casus. Threshold per case.
	 */
	threshold: Euro;
	/**
	 * Sleutel van wat erboven komt. Key of what is above.
	 */
	common: Key;
}
/**
 * Uittreders betalen af. Leavers pay off. Who has left still pays a part of its last contribution. That part gets smaller every year.
 */
export interface Exit {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "exit/1";
	/**
	 * Wie zijn uitgetreden? Who has left?
	 *
	 * @minItems 1
	 * @maxItems 1000
	 */
	leaving: Leaving[];
	/**
	 * Deel per jaar (procent). Part per year (per cent).
	 *
	 * @minItems 1
	 * @maxItems 20
	 */
	percents: Factor[];
	/**
	 * Sleutel van wie bleef. Key of who stayed.
	 */
	others: Key;
}
/**
 * Uittreder. Leaving is a party that has left (uittreder).
 */
export interface Leaving {
	/**
	 * Partij. Party. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	party: string;
	/**
	 * Deed mee tot en met. Took part until.
	 */
	left: CalendarDate;
	/**
	 * Laatste bijdrage. Last contribution.
	 */
	contribution: Euro;
}
/**
 * Vaste bedragen. Fixed amounts. Every party brings in a fixed amount. A second key divides the rest, or it stays visible as a gap.
 */
export interface FixedAmounts {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "fixed-amounts/1";
	/**
	 * Bedragen. Amounts.
	 *
	 * @minItems 1
	 * @maxItems 1000
	 */
	amounts: GivenAmount[];
	/**
	 * Sleutel van de rest (leeg: tekort). Key of the rest (absent: a gap).
	 */
	others?: Key;
}
/**
 * Kleine aantallen apart. Small numbers apart. A municipality with few pupils pays an amount per pupil. The others share the rest.
 */
export interface SmallNumbers {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "small-numbers/1";
	/**
	 * Welke leerlingen tellen? Which pupils count? enrolled-pupils: pupils at school; eligible-pupils: pupils in the pool.
	 */
	basis: "enrolled-pupils" | "eligible-pupils";
	/**
	 * Klein is minder dan. Small is fewer than.
	 */
	fewer: number;
	/**
	 * Bedrag per leerling van een kleine gemeente. Amount per pupil of a small municipality.
	 */
	price: Euro;
	/**
	 * Sleutel van de andere gemeenten. Key of the other municipalities.
	 */
	others: Key;
}
/**
 * Gewogen leerlingen. Weighted pupils. In proportion to pupils, who count for more or less by their category.
 */
export interface WeightedPupils {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "weighted-pupils/1";
	/**
	 * Welke leerlingen tellen? Which pupils count? enrolled-pupils: pupils at school; eligible-pupils: pupils in the pool.
	 */
	basis: "enrolled-pupils" | "eligible-pupils";
	/**
	 * Gewicht per categorie. Weight per category.
	 *
	 * @minItems 1
	 * @maxItems 100
	 */
	weights: CategoryWeight[];
	/**
	 * Leerlingen uit gemeenten die niet meedoen. Pupils of municipalities that do not take part. redistribute: the participants bear that part; leave-as-gap: that part stays visible as a gap.
	 */
	nonParticipants: "redistribute" | "leave-as-gap";
}
/**
 * Gewicht van een categorie. CategoryWeight is the weight of a pupil of one category (gewicht van een categorie).
 */
export interface CategoryWeight {
	/**
	 * Categorie. Category. As with the pupils: light, middle, heavy.
	 */
	category: string;
	/**
	 * Gewicht. Weight.
	 */
	weight: Factor;
}
/**
 * Rechtstreeks. Direct. Every payer pays the payees itself.
 */
export interface Direct {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "direct/1";
	/**
	 * Ontvangers. Payees.
	 *
	 * @minItems 1
	 * @maxItems 200
	 */
	payees: Payee[];
}
/**
 * Ontvanger. Payee is who receives money, and which part (ontvanger).
 */
export interface Payee {
	/**
	 * Partij. Party. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	party: string;
	/**
	 * Gewicht. Weight. The payees receive in proportion to their weights.
	 */
	weight: Factor;
	/**
	 * Betaald als. Paid as. education-funding: education funding.
	 */
	instrument?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
}
/**
 * Kassier. Cashier. One municipality collects the shares and pays on.
 */
export interface CashierFlow {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "cashier/1";
	/**
	 * Kassier. Cashier. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	cashier: string;
	/**
	 * Geïnd als. Collected as. education-funding: education funding.
	 */
	collectedAs?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
	/**
	 * Vergoeding voor de kassier. Fee of the cashier.
	 */
	fee?: Euro;
	/**
	 * Reserve. Reserve.
	 */
	reserve?: Euro;
	/**
	 * Ontvangers. Payees.
	 *
	 * @minItems 1
	 * @maxItems 200
	 */
	payees: Payee[];
}
/**
 * Kassier met doorbetaling. Pass-through. The cashier pays municipalities with a site, by a key of its own.
 */
export interface PassThrough {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "pass-through/1";
	/**
	 * Kassier. Cashier. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	cashier: string;
	/**
	 * Geïnd als. Collected as. education-funding: education funding.
	 */
	collectedAs?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
	/**
	 * Sleutel van de doorbetaling. Key of the payments on.
	 */
	siteKey: Key;
	/**
	 * Doorbetaald als. Passed on as. education-funding: education funding.
	 */
	passedOnAs?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
	/**
	 * Uitvoerders. Doers.
	 *
	 * @maxItems 2000
	 */
	doers?: Doer[];
}
/**
 * Uitvoerder. Doer is the party that works for one site municipality (uitvoerder).
 */
export interface Doer {
	/**
	 * Gemeente. Municipality. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	municipality: string;
	/**
	 * Uitvoerder. Doer. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	party: string;
	/**
	 * Betaald als. Paid as. education-funding: education funding.
	 */
	instrument?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
}
/**
 * Gastgemeente. Host. The municipality of the school pays; others pay it for their own pupils.
 */
export interface HostFlow {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "host/1";
	/**
	 * Gastgemeente. Host. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	host: string;
	/**
	 * Geïnd als. Collected as. education-funding: education funding.
	 */
	collectedAs?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
	/**
	 * Ontvangers. Payees.
	 *
	 * @minItems 1
	 * @maxItems 200
	 */
	payees: Payee[];
	/**
	 * Leerlingen uit andere gemeenten. Pupils of other municipalities.
	 *
	 * @maxItems 2000
	 */
	decisions?: HostDecision[];
}
/**
 * Beschikkingsbedrag. HostDecision is what one home municipality pays the host (beschikkingsbedrag).
 */
export interface HostDecision {
	/**
	 * Woongemeente. Home municipality. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	home: string;
	/**
	 * Aantal leerlingen. Number of pupils.
	 */
	pupils: number;
	/**
	 * Bedrag van de beschikkingen samen. Amount of the decisions together.
	 */
	amount: Euro;
}
/**
 * Zonder verrekening. No settlement. No invoices go back and forth; the shadow amounts stay visible.
 */
export interface NoSettlement {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "no-settlement/1";
	/**
	 * Betaler. Payer. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	payer: string;
	/**
	 * Tot welk bedrag is het in balans? Up to which amount is it in balance?
	 */
	tolerance: Euro;
	/**
	 * Kosten van eigen leerlingen elders. Cost of own pupils elsewhere.
	 */
	elsewhere?: Euro;
	/**
	 * Ontvangers. Payees.
	 *
	 * @minItems 1
	 * @maxItems 200
	 */
	payees: Payee[];
}
/**
 * Eén bedrag. Grant. A school or provider receives one amount, such as a subsidy.
 */
export interface Grant {
	/**
	 * Regel. Name and version of the rule.
	 */
	rule: "grant/1";
	/**
	 * Wie int en betaalt. Grantor. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	grantor?: string;
	/**
	 * Geïnd als. Collected as. education-funding: education funding.
	 */
	collectedAs?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
	/**
	 * Ontvanger. Recipient. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	recipient: string;
	/**
	 * Betaald als. Paid as. education-funding: education funding.
	 */
	instrument?: "subsidy" | "purchase" | "education-funding" | "contribution" | "invoice";
	/**
	 * Wie de ontvanger betaalt. Whom the recipient pays.
	 *
	 * @maxItems 200
	 */
	onward?: Payee[];
}
/**
 * Ondergrens, bovengrens en begrenzing van de verandering. Limits bound what a party bears of a component, whatever the key (ondergrens, bovengrens en begrenzing van de verandering).
 */
export interface Limits {
	/**
	 * Laagste bedrag per partij. Least per party.
	 */
	floor?: Euro;
	/**
	 * Hoogste bedrag per partij. Most per party.
	 */
	cap?: Euro;
	/**
	 * Grootste verandering tegenover vorig jaar (procent). Largest change against last year (per cent).
	 */
	change?: Factor;
	/**
	 * Bedragen van vorig jaar. Amounts of last year.
	 *
	 * @maxItems 1000
	 */
	lastYear?: LastYear[];
	/**
	 * Wat gebeurt er met wat een grens afsnijdt? What happens with what a bound cuts off? redistribute: the others bear it, by the same key; leave-as-gap: it stays visible as a gap.
	 */
	cutOff: "redistribute" | "leave-as-gap";
}
/**
 * Bedrag van vorig jaar. LastYear is what a party bore last year (bedrag van vorig jaar).
 */
export interface LastYear {
	/**
	 * Partij. Party. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	party: string;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
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
 * Dekking van het tekort. Cover is a named source that covers a gap (dekking van het tekort), formula F11.
 */
export interface Cover {
	/**
	 * Bron. Source. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	party: string;
	/**
	 * Tot en met. Up to.
	 */
	upTo?: Euro;
}
/**
 * Bron. Source says where a figure or a rule comes from (bron).
 */
export interface Source {
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Adres. Address.
	 */
	url?: string;
	/**
	 * Artikel of bladzijde. Article or page.
	 */
	article?: string;
	/**
	 * Laatst gecontroleerd. Last checked.
	 */
	checked?: CalendarDate;
}
/**
 * Betaalschema. Schedule says when the payments of an agreement fall due, and over which budget years they are divided (betaalschema).
 */
export interface Schedule {
	/**
	 * Hoe vaak wordt er betaald? How often is paid?
	 */
	frequency: "monthly" | "quarterly" | "half-yearly" | "yearly";
	/**
	 * Op welke dag van de eerste maand? On which day of the first month?
	 */
	dueDay: number;
	/**
	 * Begrotingsjaar. Budget year. calendar: calendar year; school-year: school year (from 1 August).
	 */
	budgetYear: "calendar" | "school-year";
	/**
	 * Verdelen over begrotingsjaren. Divide over budget years. days: by days; months: by months.
	 */
	by: "days" | "months";
}
/**
 * Afrekening. Settlement says how the year is settled when what was realised differs from the budget (afrekening).
 */
export interface Settlement {
	/**
	 * Bandbreedte waarbinnen niet wordt afgerekend (procent). Band within which nothing is settled (per cent). Of a difference beyond it only the part outside the band is settled.
	 */
	corridor?: Factor;
	/**
	 * Wie krijgt een overschot terug? Who gets a surplus back?
	 */
	surplus?: Key;
	/**
	 * Wie draagt een tekort? Who bears a deficit?
	 */
	deficit?: Key;
}
/**
 * Keuze. Choice records in words what the parties chose where the sources leave it open (keuze).
 */
export interface Choice {
	/**
	 * Plaats in de overeenkomst. Place in the agreement.
	 */
	pointer: string;
	/**
	 * Keuze. Choice.
	 */
	text: string;
	/**
	 * Keuze in het Engels. Choice in English.
	 */
	textEn?: string;
}
/**
 * Verzonnen. Synthetic names a part of a document that is made up (verzonnen), because no source gives it.
 */
export interface Synthetic {
	/**
	 * Plaats in het document. Place in the document.
	 */
	pointer: string;
	/**
	 * Wat is verzonnen en waarom. What is made up and why.
	 */
	reason: string;
	/**
	 * Wat is verzonnen en waarom, in het Engels. What is made up and why, in English.
	 */
	reasonEn?: string;
}
