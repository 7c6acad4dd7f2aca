// Generated from flavours/types/payments.schema.json by generate.mjs; change the schema instead.

/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;
/**
 * Bedrag. An amount in euros: a point, at most two decimals, no separators between thousands. It is written with two decimals.
 */
export type Euro = string;

/**
 * Betalingen. The payments that were made under an agreement, from a bank or a ledger: who paid whom, when, how much and for which component.
 */
export interface Payments {
	/**
	 * Soort document. Kind of document.
	 */
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/payments.schema.json";
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Overeenkomst. Agreement. Lower-case letters and digits, in parts joined by hyphens.
	 */
	agreement: string;
	/**
	 * Betalingen. Payments.
	 *
	 * @maxItems 100000
	 */
	payments: Payment[];
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
 * Betaling. Payment is one payment that was made (betaling).
 */
export interface Payment {
	/**
	 * Geldstroom. Component. Lower-case letters and digits, in parts joined by hyphens.
	 */
	component: string;
	/**
	 * Van. From. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	from: string;
	/**
	 * Aan. To. Of a municipality its CBS code of four digits; of others lower-case letters and digits, in parts joined by hyphens.
	 */
	to: string;
	/**
	 * Datum. Day.
	 */
	day: CalendarDate;
	/**
	 * Bedrag. Amount.
	 */
	amount: Euro;
	/**
	 * Opmerking. Note.
	 */
	note?: string;
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
