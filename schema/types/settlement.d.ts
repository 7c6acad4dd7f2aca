// Generated from flavours/types/settlement.schema.json by generate.mjs; change the schema instead.

/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;
/**
 * Bedrag. An amount in euros: a point, at most two decimals, no separators between thousands. It is written with two decimals.
 */
export type Euro = string;

/**
 * Afrekening. What a realised year comes to beside what was charged and paid before: per component and pair of parties what is still to be paid or given back.
 */
export interface Settlement {
	/**
	 * Soort document. Kind of document.
	 */
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/settlement.schema.json";
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Datum van de afrekening. Day of the settlement.
	 */
	day: CalendarDate;
	/**
	 * Overeenkomst. Agreement.
	 */
	agreement: AgreementRef;
	/**
	 * Per partij. Per party.
	 *
	 * @maxItems 1000
	 */
	parties: PartySettled[];
	/**
	 * Regels. Lines.
	 *
	 * @maxItems 100000
	 */
	lines: Line[];
	/**
	 * Af te rekenen per begrotingsjaar. To settle per budget year.
	 *
	 * @maxItems 1200000
	 */
	budgetYears?: YearPart[];
	/**
	 * Bewijs. Receipt.
	 */
	receipt: YearReceipt;
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
 * Per partij. PartySettled is what the settlement comes to for one party (per partij).
 */
export interface PartySettled {
	/**
	 * Partij. Party.
	 */
	party: string;
	/**
	 * Naam. Name.
	 */
	name: string;
	/**
	 * In rekening gebracht. Charged.
	 */
	charged: Euro;
	/**
	 * Betaald. Paid.
	 */
	paid: Euro;
	/**
	 * Definitief. Definitive.
	 */
	definitive: Euro;
	/**
	 * Af te rekenen. To settle.
	 */
	settle: Euro;
	/**
	 * Nog open. Still open.
	 */
	open: Euro;
}
/**
 * Regel van een afrekening. Line is what one party owes another for one component (regel van een afrekening).
 */
export interface Line {
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
	 * In rekening gebracht. Charged.
	 */
	charged: Euro;
	/**
	 * Betaald. Paid.
	 */
	paid: Euro;
	/**
	 * Definitief. Definitive.
	 */
	definitive: Euro;
	/**
	 * Verschil. Difference.
	 */
	difference: Euro;
	/**
	 * Binnen de bandbreedte. Within the band.
	 */
	within: Euro;
	/**
	 * Af te rekenen. To settle.
	 */
	settle: Euro;
	/**
	 * Nog open. Still open.
	 */
	open: Euro;
	/**
	 * Stuk. Document. credit-note: credit note.
	 */
	document: "invoice" | "credit-note" | "none";
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
 * Bewijs. Receipt says of which documents the settlement was made, by their digests (bewijs).
 */
export interface YearReceipt {
	/**
	 * Versie van de software. Version of the library.
	 */
	library: string;
	/**
	 * Kenmerk van de begroting. Digest of the budgeted result.
	 */
	budget?: string;
	/**
	 * Kenmerk van de vorige afrekening. Digest of the settlement before.
	 */
	previous?: string;
	/**
	 * Kenmerk van de betalingen. Digest of the payments.
	 */
	payments: string;
	/**
	 * Kenmerk van de realisatie. Digest of the realised result.
	 */
	realised: string;
	/**
	 * Kenmerk van de afrekening. Digest of the settlement.
	 */
	settlement?: string;
}
