// Generated from flavours/types/workplan.schema.json by generate.mjs; change the schema instead.

/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;

/**
 * Stappenplan. The way to collective financing in six steps: which step is done, by whom, and what shows it.
 */
export interface Workplan {
	/**
	 * Soort document. Kind of document.
	 */
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/workplan.schema.json";
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
	 * Regio. Region.
	 */
	region?: string;
	/**
	 * Stappen. Steps.
	 *
	 * @minItems 6
	 * @maxItems 6
	 */
	steps: WorkStep[];
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
 * Stap. WorkStep is one of the six steps (stap).
 */
export interface WorkStep {
	/**
	 * Stap. Step. direction: Set the direction; cooperation: Steer the cooperation; inventory: See the care; policy: Anchor in policy; implementation: Implement; accountability: Account for it.
	 */
	step: "direction" | "cooperation" | "inventory" | "policy" | "implementation" | "accountability";
	/**
	 * Stand. State. not-described: not described; not-started: not started.
	 */
	state: "not-described" | "not-started" | "open" | "done";
	/**
	 * Waaruit blijkt dat. Evidence.
	 *
	 * @maxItems 20
	 */
	evidence?: string[];
	/**
	 * Waaruit blijkt dat, in het Engels. Evidence in English.
	 *
	 * @maxItems 20
	 */
	evidenceEn?: string[];
	/**
	 * Verantwoordelijk. Responsible.
	 */
	responsible?: string;
	/**
	 * Verantwoordelijk, in het Engels. Responsible, in English.
	 */
	responsibleEn?: string;
	/**
	 * Klaar voor. Due.
	 */
	due?: CalendarDate;
	/**
	 * Klaar op. Done on.
	 */
	done?: CalendarDate;
	/**
	 * Indicatoren. Indicators.
	 *
	 * @maxItems 20
	 */
	indicators?: string[];
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
