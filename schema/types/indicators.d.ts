// Generated from flavours/types/indicators.schema.json by generate.mjs; change the schema instead.

/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;
/**
 * Kenmerk van een leerling. A pseudonym that only the own administration can lead back to a child. A text that could hold a citizen service number (BSN) is refused, which no pattern can say.
 */
export type PupilRef = string;
/**
 * Gemeentecode. The CBS code of a municipality: four digits, with the zeros before it. Write 0363; GM0363 and gm0363 are read too. Not 0000.
 */
export type MunicipalityCode = string;
/**
 * Vestigingscode. The code of a school site: the BRIN code of the school and the number of the site. Write 12AB00; 12AB-00 is read too.
 */
export type SiteCode = string;

/**
 * Indicatoren. Measured values over time, of what the parties agreed to watch; they feed the yearly review.
 */
export interface Indicators {
	/**
	 * Soort document. Kind of document.
	 */
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/indicators.schema.json";
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Titel in het Engels. Title in English.
	 */
	titleEn?: string;
	/**
	 * Overeenkomst. Agreement. Lower-case letters and digits, in parts joined by hyphens.
	 */
	agreement: string;
	/**
	 * Metingen. Values.
	 *
	 * @minItems 1
	 * @maxItems 500000
	 */
	values: Indicator[];
	/**
	 * Doelen. Targets.
	 *
	 * @maxItems 1000
	 */
	targets?: IndicatorTarget[];
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
 * Meting. Indicator is one measured value (meting).
 */
export interface Indicator {
	/**
	 * Wat is gemeten. What was measured. realised-minutes: Realised minutes of care per week; decisions-requested: Decisions requested; decisions-avoided: Decisions no longer needed; children-three-conversations: Children with three or more conversations; waiting-weeks: Waiting time from request to start; lesson-time-missed: Lesson time missed; pass-rate: Pass rate; outflow: Outflow; absence: Absence; satisfaction-parents: Satisfaction of parents; satisfaction-pupils: Satisfaction of pupils; satisfaction-staff: Satisfaction of staff; children-trained: Children trained; teachers-trained: Teachers trained; caregivers-in-school: Different caregivers in the school; goals-reached: Goals reached; youth-care-use: Pupils with youth care; school-dropout: School drop-out; referrals-special-education: Referrals to special education.
	 */
	code:
		| "realised-minutes"
		| "decisions-requested"
		| "decisions-avoided"
		| "children-three-conversations"
		| "waiting-weeks"
		| "lesson-time-missed"
		| "pass-rate"
		| "outflow"
		| "absence"
		| "satisfaction-parents"
		| "satisfaction-pupils"
		| "satisfaction-staff"
		| "children-trained"
		| "teachers-trained"
		| "caregivers-in-school"
		| "goals-reached"
		| "youth-care-use"
		| "school-dropout"
		| "referrals-special-education";
	/**
	 * Periode. Period.
	 */
	period: Period;
	/**
	 * Waarde. Value.
	 */
	value: number;
	/**
	 * Aantal leerlingen. Number of pupils.
	 */
	pupils?: number;
	/**
	 * Eigen kenmerk van de leerling. Own reference of the pupil.
	 */
	ref?: PupilRef;
	/**
	 * Woongemeente. Home municipality.
	 */
	home?: MunicipalityCode;
	/**
	 * Vestiging. Site.
	 */
	site?: SiteCode;
	/**
	 * Schoolbestuur. School board.
	 */
	board?: string;
	/**
	 * Regio. Region.
	 */
	region?: string;
	/**
	 * Opmerking. Note.
	 */
	note?: string;
	/**
	 * Opmerking in het Engels. Note in English.
	 */
	noteEn?: string;
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
 * Doel. IndicatorTarget is a value that the parties want to reach (doel), of everything or of one board or region.
 */
export interface IndicatorTarget {
	/**
	 * Wat is gemeten. What was measured. realised-minutes: Realised minutes of care per week; decisions-requested: Decisions requested; decisions-avoided: Decisions no longer needed; children-three-conversations: Children with three or more conversations; waiting-weeks: Waiting time from request to start; lesson-time-missed: Lesson time missed; pass-rate: Pass rate; outflow: Outflow; absence: Absence; satisfaction-parents: Satisfaction of parents; satisfaction-pupils: Satisfaction of pupils; satisfaction-staff: Satisfaction of staff; children-trained: Children trained; teachers-trained: Teachers trained; caregivers-in-school: Different caregivers in the school; goals-reached: Goals reached; youth-care-use: Pupils with youth care; school-dropout: School drop-out; referrals-special-education: Referrals to special education.
	 */
	code:
		| "realised-minutes"
		| "decisions-requested"
		| "decisions-avoided"
		| "children-three-conversations"
		| "waiting-weeks"
		| "lesson-time-missed"
		| "pass-rate"
		| "outflow"
		| "absence"
		| "satisfaction-parents"
		| "satisfaction-pupils"
		| "satisfaction-staff"
		| "children-trained"
		| "teachers-trained"
		| "caregivers-in-school"
		| "goals-reached"
		| "youth-care-use"
		| "school-dropout"
		| "referrals-special-education";
	/**
	 * Schoolbestuur. School board.
	 */
	board?: string;
	/**
	 * Regio. Region.
	 */
	region?: string;
	/**
	 * Doel. Target.
	 */
	value: number;
	/**
	 * Uiterlijk op. By.
	 */
	by?: CalendarDate;
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
