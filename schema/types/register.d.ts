// Generated from flavours/types/register.schema.json by generate.mjs; change the schema instead.

/**
 * Datum. A day on the calendar from 1900-01-01 to 2199-12-31.
 */
export type CalendarDate = string;
/**
 * Gemeentecode. The CBS code of a municipality: four digits, with the zeros before it. Write 0363; GM0363 and gm0363 are read too. Not 0000.
 */
export type MunicipalityCode = string;
/**
 * Provincie. A province of the Netherlands.
 */
export type Province =
	| "groningen"
	| "fryslan"
	| "drenthe"
	| "overijssel"
	| "flevoland"
	| "gelderland"
	| "utrecht"
	| "noord-holland"
	| "zuid-holland"
	| "zeeland"
	| "noord-brabant"
	| "limburg";
/**
 * Soort regio. What a region is for.
 */
export type RegionKind =
	"youth-region" | "care-office-region" | "rmc" | "labour-market" | "province" | "school-alliance" | "custom";
/**
 * Postcode (vier cijfers). The four digits of a postcode, 1000 to 9999.
 */
export type Postcode4 = string;

/**
 * Register. Municipalities and regions over time: which there are on a day, what became of those that ended, and what lies in which region.
 */
export interface Register {
	/**
	 * Soort document. Kind of document.
	 */
	$schema: "https://zio-collectief.github.io/zio/schema/1.0/register.schema.json";
	/**
	 * Titel. Title.
	 */
	title: string;
	/**
	 * Periode waarover het register gaat. Period that the register is about.
	 */
	period: Period;
	/**
	 * Gemeenten. Municipalities.
	 *
	 * @maxItems 3000
	 */
	municipalities?: Municipality[];
	/**
	 * Opvolgingen. Successions.
	 *
	 * @maxItems 3000
	 */
	successions?: Succession[];
	/**
	 * Andere schrijfwijzen. Other spellings.
	 *
	 * @maxItems 3000
	 */
	variants?: NameVariant[];
	/**
	 * Regio's. Regions.
	 *
	 * @maxItems 5000
	 */
	regions?: Region[];
	/**
	 * Lijsten van regio's. Lists of regions.
	 *
	 * @maxItems 100
	 */
	regionLists?: RegionList[];
	/**
	 * Bronnen. Sources.
	 *
	 * @maxItems 100
	 */
	sources?: Source[];
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
 * Gemeente. Municipality is one municipality (gemeente).
 */
export interface Municipality {
	/**
	 * Gemeentecode. Municipality code.
	 */
	code: MunicipalityCode;
	/**
	 * Naam. Name.
	 */
	name: string;
	/**
	 * Provincie. Province.
	 */
	province?: Province;
	/**
	 * Eerste dag. First day.
	 */
	from?: CalendarDate;
	/**
	 * Laatste dag. Last day.
	 */
	until?: CalendarDate;
}
/**
 * Opvolging. Succession is a step from a municipality that ends to one that goes on in its place (opvolging).
 */
export interface Succession {
	/**
	 * Eerste dag van de nieuwe indeling. First day of the new division.
	 */
	on: CalendarDate;
	/**
	 * Oude gemeente. Old municipality.
	 */
	from: MunicipalityCode;
	/**
	 * Nieuwe gemeente. New municipality.
	 */
	to: MunicipalityCode;
	/**
	 * Gewicht van dit deel. Weight of this part. For example the number of addresses that went to this municipality.
	 */
	weight?: number;
}
/**
 * Andere schrijfwijze. NameVariant is another name or spelling of a municipality (andere schrijfwijze), only for searching.
 */
export interface NameVariant {
	/**
	 * Gemeente. Municipality.
	 */
	municipality: MunicipalityCode;
	/**
	 * Andere schrijfwijze. Other spelling.
	 */
	name: string;
}
/**
 * Regio. Region is a region during a period (regio): the municipalities in it or, for a school alliance, the four-digit postcodes.
 */
export interface Region {
	/**
	 * Soort regio. Kind of region.
	 */
	kind: RegionKind;
	/**
	 * Code. Code. Letters, digits, points, hyphens and underscores.
	 */
	code: string;
	/**
	 * Naam. Name.
	 */
	name: string;
	/**
	 * Eerste dag. First day.
	 */
	from: CalendarDate;
	/**
	 * Laatste dag. Last day.
	 */
	until?: CalendarDate;
	/**
	 * Gemeenten. Municipalities.
	 *
	 * @maxItems 3000
	 */
	municipalities?: MunicipalityCode[];
	/**
	 * Postcodes (vier cijfers). Postcodes (four digits).
	 *
	 * @maxItems 9000
	 */
	postcodes?: Postcode4[];
}
/**
 * Lijst van regio's. RegionList is a list of the regions of one kind over a period (lijst van regio's): what it is called, what it is, and where it comes from.
 */
export interface RegionList {
	/**
	 * Soort regio. Kind of region.
	 */
	kind: RegionKind;
	/**
	 * Naam van de lijst. Name of the list.
	 */
	name: string;
	/**
	 * Naam in het Engels. Name in English.
	 */
	nameEn?: string;
	/**
	 * Wat voor lijst het is. What the list is. statutory: statutory division; statistical: division for statistics; compiled: put together of several sources; agreed: division of the parties themselves.
	 */
	standing: "statutory" | "statistical" | "compiled" | "agreed";
	/**
	 * Eerste dag. First day.
	 */
	from: CalendarDate;
	/**
	 * Laatste dag. Last day.
	 */
	until?: CalendarDate;
	/**
	 * Opmerking. Note.
	 */
	note?: string;
	/**
	 * Opmerking in het Engels. Note in English.
	 */
	noteEn?: string;
	/**
	 * Bronnen. Sources.
	 *
	 * @minItems 1
	 * @maxItems 100
	 */
	sources: Source[];
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
