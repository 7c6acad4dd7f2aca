// Generated from flavours/types/population.schema.json by generate.mjs; change the schema instead.

/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;
/**
 * Schooljaar. A school year, from 1 August until 31 July. The second year is the year after the first, which no pattern can say.
 */
export type SchoolYear = string;
/**
 * Vestigingscode. The code of a school site: the BRIN code of the school and the number of the site. Write 12AB00; 12AB-00 is read too.
 */
export type SiteCode = string;
/**
 * Schoolsoort. The type of education of a school site, by the names of Dutch law.
 */
export type SchoolType = "bo" | "sbo" | "so" | "vso" | "so-vso" | "pro" | "vo" | "mbo" | "intermediate";
/**
 * Nummer bevoegd gezag. The number of a school board: five digits, with the zeros before it. Not 00000.
 */
export type BoardNumber = string;
/**
 * Code samenwerkingsverband. The code of a school alliance: PO or VO and four digits. Write PO2601; PO-2601 and PO-26-01 are read too.
 */
export type AllianceCode = string;
/**
 * Gemeentecode. The CBS code of a municipality: four digits, with the zeros before it. Write 0363; GM0363 and gm0363 are read too. Not 0000.
 */
export type MunicipalityCode = string;
/**
 * Route (wet). The law under which the care of a pupil can be claimed.
 */
export type Claim = "unknown" | "jeugdwet" | "wlz" | "zvw" | "wmo" | "education" | "prevention";
/**
 * Bijzonderheid. What keeps pupils out of a collective offer for the time being.
 */
export type Status = "running-decision" | "parents-decline";
/**
 * Kenmerk van een leerling. A pseudonym that only the own administration can lead back to a child. A text that could hold a citizen service number (BSN) is refused, which no pattern can say.
 */
export type PupilRef = string;
/**
 * Soort zorg. The kind of help that a pupil needs during school hours.
 */
export type CareKind = "guidance" | "personal-care" | "nursing" | "education-support" | "treatment" | "undetermined";
/**
 * Wlz-indicatie. How a pupil stands to long-term care (Wlz): granted, applied for, to be expected but not applied for, or a family that refuses to cooperate.
 */
export type WlzState = "granted" | "applied" | "not-applied" | "refuses";

/**
 * Populatie. The pupils of one or more schools on a count date: counts per school site, home municipality, route and need, and optionally single pupils under a pseudonym.
 */
export interface Population {
	/**
	 * Soort document. Kind of document.
	 */
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/population.schema.json";
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Titel in het Engels. Title in English.
	 */
	titleEn?: string;
	/**
	 * Teldatum. Count date. The day on which the pupils were counted, mostly 1 October.
	 */
	countDate: CalendarDate;
	/**
	 * Schooljaar. School year.
	 */
	schoolYear?: SchoolYear;
	/**
	 * Schoolvestigingen. School sites.
	 *
	 * @maxItems 20000
	 */
	sites?: Site[];
	/**
	 * Groepen leerlingen. Groups of pupils.
	 *
	 * @maxItems 500000
	 */
	groups?: Group[];
	/**
	 * Leerlingen. Pupils.
	 *
	 * @maxItems 2000000
	 */
	pupils?: Pupil[];
	/**
	 * Andere tellingen. Other counts.
	 *
	 * @maxItems 100
	 */
	counts?: Count[];
	/**
	 * Individuele beschikkingen. Individual decisions.
	 *
	 * @maxItems 500000
	 */
	decisions?: Decision[];
	/**
	 * Herkomst. Provenance.
	 *
	 * @maxItems 100
	 */
	provenance?: Provenance[];
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
 * Schoolvestiging. Site is one school site (schoolvestiging).
 */
export interface Site {
	/**
	 * Vestigingscode (BRIN en volgnummer). Site code (BRIN and number).
	 */
	code: SiteCode;
	/**
	 * Naam. Name.
	 */
	name?: string;
	/**
	 * Schoolsoort. Type of school.
	 */
	type?: SchoolType;
	/**
	 * Bevoegd gezag. School board.
	 */
	board?: BoardNumber;
	/**
	 * Samenwerkingsverband. School alliance.
	 */
	alliance?: AllianceCode;
	/**
	 * Gemeente van de vestiging. Municipality of the site.
	 */
	municipality?: MunicipalityCode;
	/**
	 * Aantal klassen. Number of classes.
	 */
	classes?: number;
	/**
	 * Aantal leerlingen van de vestiging. Number of pupils of the site. The published total. It narrows the ranges of the groups.
	 */
	pupils?: number;
}
/**
 * Groep leerlingen. Group is a number of pupils that are alike for the agreement (groep leerlingen): a count, or a range where the count is not published.
 */
export interface Group {
	/**
	 * Vestiging. Site.
	 */
	site?: SiteCode;
	/**
	 * Woongemeente. Home municipality. The municipality of residence under the place-of-residence rule. Absent: unknown or abroad.
	 */
	home?: MunicipalityCode;
	/**
	 * Route (wet). Route (law).
	 */
	route?: Claim;
	/**
	 * Zorgzwaarte. Band of need.
	 */
	band?: Band;
	/**
	 * Eigen aanduiding. Own label.
	 */
	label?: string;
	/**
	 * Categorie. Category. What a price or a weight goes by: light, middle, heavy, or that of the admission statement.
	 */
	category?: string;
	/**
	 * Bijzonderheid. Particular.
	 */
	status?: Status;
	/**
	 * 18 jaar of ouder. 18 or older.
	 */
	adult?: boolean;
	/**
	 * Verlengde jeugdhulp (van 18 tot 23 jaar). Extended youth care (from 18 to 23).
	 */
	extendedYouthCare?: boolean;
	/**
	 * Aantal leerlingen. Number of pupils. Or the lowest and the highest number.
	 */
	pupils?: number;
	/**
	 * Laagste aantal leerlingen. Lowest number of pupils. For a number that is not known exactly.
	 */
	fewest?: number;
	/**
	 * Hoogste aantal leerlingen. Highest number of pupils.
	 */
	most?: number;
	/**
	 * Zorgminuten per week, samen. Minutes of care per week, together.
	 */
	minutesPerWeek?: number;
}
/**
 * Zorgzwaarteband. Band is a range of need in whole minutes per school week (zorgzwaarteband); both ends count.
 */
export interface Band {
	/**
	 * Vanaf (minuten per week). From (minutes per week).
	 */
	min: number;
	/**
	 * Tot en met (minuten per week). Up to and including (minutes per week).
	 */
	max: number;
}
/**
 * Leerling. Pupil is one pupil under a pseudonym (leerling).
 */
export interface Pupil {
	/**
	 * Eigen kenmerk van de leerling. Own reference of the pupil. A pseudonym. Never use a BSN.
	 */
	ref: PupilRef;
	/**
	 * Vestiging. Site.
	 */
	site?: SiteCode;
	/**
	 * Woongemeente. Home municipality.
	 */
	home?: MunicipalityCode;
	/**
	 * Zorgbehoefte. Needs.
	 *
	 * @maxItems 20
	 */
	needs?: Need[];
	/**
	 * Wlz-indicatie. Wlz indication.
	 */
	wlz?: WlzState;
	/**
	 * Eerste dag van het recht op Wlz-zorg. First day of the right to Wlz care.
	 */
	wlzFrom?: CalendarDate;
	/**
	 * Meer oorzaken tegelijk. Several causes at once.
	 */
	mixedCauses?: boolean;
	/**
	 * Lopende beschikking tot en met. Running decision until.
	 */
	decisionUntil?: CalendarDate;
	/**
	 * Ouders willen niet meedoen. Parents decline.
	 */
	parentsDecline?: boolean;
	/**
	 * Achttiende verjaardag. Eighteenth birthday.
	 */
	turns18?: CalendarDate;
	/**
	 * Eerste dag op school. First day at school.
	 */
	from?: CalendarDate;
	/**
	 * Laatste dag op school. Last day at school.
	 */
	until?: CalendarDate;
	/**
	 * Verhuizingen. Moves.
	 *
	 * @maxItems 10
	 */
	moves?: Move[];
	/**
	 * Eigen aanduiding. Own label.
	 */
	label?: string;
	/**
	 * Categorie. Category. What a price or a weight goes by: light, middle, heavy, or that of the admission statement.
	 */
	category?: string;
}
/**
 * Zorgbehoefte. Need is what a pupil needs of one kind of care (zorgbehoefte), in whole minutes per school week.
 */
export interface Need {
	/**
	 * Soort zorg. Kind of care.
	 */
	kind: CareKind;
	/**
	 * Minuten per week. Minutes per week.
	 */
	minutesPerWeek: number;
	/**
	 * Waarom is de verzorging nodig? Why is the care needed? Required of personal care, and only there. self-reliance: a lack of self-reliance (washing, dressing, eating, toilet); medical: a need of medical care, or a high risk of it.
	 */
	ground?: "self-reliance" | "medical";
	/**
	 * Verlengde jeugdhulp (van 18 tot 23 jaar). Extended youth care (from 18 to 23).
	 */
	extendedYouthCare?: boolean;
}
/**
 * Verhuizing. Move is a change of home municipality (verhuizing) on a day: from that day the new one is home.
 */
export interface Move {
	/**
	 * Datum. Date.
	 */
	on: CalendarDate;
	/**
	 * Nieuwe woongemeente. New home municipality.
	 */
	to: MunicipalityCode;
}
/**
 * Telling. Count is one series of numbers per municipality (telling) that a key may use.
 */
export interface Count {
	/**
	 * Wat is geteld. What was counted.
	 */
	basis: string;
	/**
	 * Teldatum. Count date.
	 */
	date: CalendarDate;
	/**
	 * Cijfers achter de komma. Digits behind the decimal point. With 2 a count of 12345 means 123.45. Only of what is not people.
	 */
	decimals?: number;
	/**
	 * Aantallen. Counts.
	 *
	 * @minItems 1
	 * @maxItems 2000
	 */
	values: CountValue[];
}
/**
 * Aantal. CountValue is the count of one municipality (aantal).
 */
export interface CountValue {
	/**
	 * Gemeente. Municipality.
	 */
	municipality: MunicipalityCode;
	/**
	 * Aantal. Count.
	 */
	count: number;
}
/**
 * Beschikking. Decision is an individual decision (beschikking) as a volume: product, unit and frequency are those of iJw 3.2.
 */
export interface Decision {
	/**
	 * Eigen kenmerk van de leerling. Own reference of the pupil.
	 */
	ref?: PupilRef;
	/**
	 * Woongemeente. Home municipality.
	 */
	home: MunicipalityCode;
	/**
	 * Vestiging. Site.
	 */
	site?: SiteCode;
	/**
	 * Productcode. Product code.
	 */
	product: string;
	/**
	 * Volume. Volume.
	 */
	volume: number;
	/**
	 * Eenheid. Unit. minute: minute (01); hour: hour (04); day: day (14); daypart: daypart of 4 hours (16); piece: piece (82, 84); euro: euro (83).
	 */
	unit: "minute" | "hour" | "day" | "daypart" | "piece" | "euro";
	/**
	 * Frequentie. Frequency. week: per week (2); month: per month (4); total: total over the whole period (6).
	 */
	frequency: "week" | "month" | "total";
	/**
	 * Eerste dag. First day.
	 */
	from: CalendarDate;
	/**
	 * Laatste dag. Last day.
	 */
	until: CalendarDate;
	/**
	 * Aantal leerlingen met deze beschikking. Number of pupils with this decision.
	 */
	pupils?: number;
}
/**
 * Herkomst. Provenance says which file the counts come from (herkomst).
 */
export interface Provenance {
	/**
	 * Bestand. File.
	 */
	file: string;
	/**
	 * Indeling. Layout.
	 */
	layout: string;
	/**
	 * Controlegetal. Digest. "sha256:" and 64 hexadecimal digits.
	 */
	digest: string;
	/**
	 * Regels in het bestand. Rows in the file.
	 */
	rows: number;
	/**
	 * Geplaatste regels. Rows placed.
	 */
	placed: number;
	/**
	 * Gemelde regels. Rows listed.
	 */
	listed: number;
	/**
	 * Regels buiten de selectie. Rows outside the selection.
	 */
	outside?: number;
	/**
	 * Keuzes bij het inlezen. Options of the import.
	 *
	 * @maxItems 50
	 */
	options?: string[];
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
