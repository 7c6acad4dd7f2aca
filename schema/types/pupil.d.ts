// Generated from flavours/types/pupil.schema.json by generate.mjs; change the schema instead.

/**
 * Kenmerk van een leerling. A pseudonym that only the own administration can lead back to a child. A text that could hold a citizen service number (BSN) is refused, which no pattern can say.
 */
export type PupilRef = string;
/**
 * Vestigingscode. The code of a school site: the BRIN code of the school and the number of the site. Write 12AB00; 12AB-00 is read too.
 */
export type SiteCode = string;
/**
 * Gemeentecode. The CBS code of a municipality: four digits, with the zeros before it. Write 0363; GM0363 and gm0363 are read too. Not 0000.
 */
export type MunicipalityCode = string;
/**
 * Soort zorg. The kind of help that a pupil needs during school hours.
 */
export type CareKind = "guidance" | "personal-care" | "nursing" | "education-support" | "treatment" | "undetermined";
/**
 * Wlz-indicatie. How a pupil stands to long-term care (Wlz): granted, applied for, to be expected but not applied for, or a family that refuses to cooperate.
 */
export type WlzState = "granted" | "applied" | "not-applied" | "refuses";
/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;

/**
 * Leerling. One pupil under a pseudonym: a line of a file of lines (NDJSON), or an item of pupils in a population. It holds no name, no citizen service number and no date of birth.
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
