// The words that the page needs at once, in Dutch (plain language, B1). Words of rules, fields and problems come from the
// engine. {name} is a parameter; "one|many" chooses by the parameter n.

import { formatNumber } from "./number.js";

/** By language and key; English and the words of what unfolds later are added when they are loaded. */
export const words = {
	nl: {
		choosePractice: "Kies een afspraak",
		chooseHint: "Dit zijn manieren waarop regio’s zorg in onderwijstijd samen betalen. Kies er een en pas hem aan, of begin met een lege afspraak.",
		practice: "De afspraak",
		otherPractice: "Andere afspraak kiezen",
		emptyAgreement: "Lege afspraak",
		emptyHint: "U vult zelf alle onderdelen in.",
		ownAgreement: "Eigen afspraak",
		source: "Bron",
		loading: "De rekenhulp wordt geladen …",
		failed: "De rekenhulp werkt nu niet",
		failedShort: "De rekenhulp is niet geladen.",
		again: "Probeer het opnieuw",
		load: "De rekenhulp kan niet laden. Controleer uw internet en probeer het opnieuw.",
		integrity: "De rekenhulp is uitgezet, want een bestand is gewijzigd. Meld dit bij de beheerder van deze website.",
		engine: "De berekening is niet gelukt. Uw gegevens staan er nog. Probeer het opnieuw.",
		badLink: "De link klopt niet of is van een oudere versie. U begint met een leeg formulier.",
		fromLink: "Deze cijfers komen uit de link die u opende.",
		pupils: "Leerlingen per gemeente",
		countedOn: "Geteld op {date}.",
		pupilLines: "Er is 1 losse leerling ingelezen, zonder naam. Die telt mee, maar staat hier niet.|Er zijn {n} losse leerlingen ingelezen, zonder naam. Zij tellen mee, maar staan hier niet.",
		municipality: "Gemeente",
		joins: "Doet mee",
		joinsName: "{name} doet mee aan de afspraak",
		rowNumber: "Regel {n}",
		together: "Samen",
		notAllShown: "U ziet {n} van de {all} regels. Alle regels tellen mee.",
		addMunicipality: "Gemeente toevoegen",
		removeItem: "{name} verwijderen",
		intake: "Plakken uit een spreadsheet of een bestand openen",
		terms: "Bedragen en keuzes",
		madeUp: "Dit voorbeeld bevat verzonnen getallen",
		showFull: "Toon alle instellingen",
		showSimple: "Toon alleen de getallen",
		more: "Nog 1 onderdeel dat niet verplicht is|Nog {n} onderdelen die niet verplicht zijn",
		optional: "niet verplicht",
		choose: "Kies",
		minutes: "minuten",
		calculate: "Bereken",
		reset: "Begin opnieuw",
		private: "Uw gegevens blijven op dit apparaat. Wij slaan niets op en sturen niets door.",
		privacy: "Privacy",
		error: "Fout:",
		oneWrong: "Er is 1 ding dat niet klopt",
		manyWrong: "Er zijn {n} dingen die niet kloppen",
		moreWrong: "En nog {n}.",
		notNumber: "{field}: vul een getal in, bijvoorbeeld 1.250 of 61,50.",
		notWhole: "{field}: vul een heel getal in, bijvoorbeeld 12.",
		tooManyDecimals: "{field}: dit getal heeft te veel cijfers achter de komma.",
		notMunicipality: "{field}: “{text}” staat niet in de lijst van gemeenten. Kies een gemeente uit de lijst.",
		ambiguous: "{field}: bij “{text}” kan de punt twee dingen betekenen. Welk getal bedoelt u?",
		result: "Uitkomst",
		emptyResult: "Vul de gegevens in en kies Bereken. Hier ziet u dan wie wat betaalt, en waarom.",
		own: "Bekijk voor",
		all: "Alle partijen",
		most: "De zorg kost samen {total}. {name} betaalt het meest: {amount}. Dat is {part} van het geheel.",
		mine: "{name} betaalt {amount}. Dat is {part} van de {total} die de zorg samen kost.",
		onlyOne: "De zorg kost {total}. {name} betaalt {amount}.",
		nobody: "De zorg kost samen {total}. Niemand betaalt nog een deel.",
		period: "{from} tot en met {until}",
		old: "Dit is de uitkomst van vóór uw laatste wijziging. Verbeter eerst wat niet klopt.",
		sums: "De bedragen zijn samen precies gelijk aan de kosten.",
		sumsRest: "De bedragen en het verschil door afronden zijn samen precies gelijk aan de kosten.",
		sumsGap: "Let op: een deel van de kosten wordt door niemand betaald. Dat tekort staat in de tabel.",
		tableName: "Uitkomst per partij",
		tableCaption: "Wie betaalt wat? Kies een naam om te zien waarom.",
		party: "Partij",
		amount: "Bedrag",
		part: "Deel",
		gap: "Tekort",
		gapHint: "Dit betaalt nog niemand.",
		rest: "Afronding",
		restHint: "Verschil dat overblijft na het afronden.",
		total: "Totaal",
		others: "Andere partijen ({n})",
		chart: "Zo zijn de kosten verdeeld",
		chartLabel: "Staafdiagram met dezelfde bedragen als de tabel. {label}",
		transfers: "Wie maakt geld over aan wie?",
		exclusions: "Wat wordt niet samen betaald?",
		compare: "Vergelijk twee scenario’s",
		scenarioA: "Scenario A",
		difference: "Verschil",
		sweep: "Wat als een getal verandert?",
		save: "Bewaren, printen en delen",
		disclaimer: "Dit is een indicatie. U kunt er geen rechten aan ontlenen.",
		"basis.inhabitants": "Inwoners",
		"basis.resident-students": "Studenten naar woongemeente",
		"basis.clients": "Cliënten",
	},
};

/** Adds words that were loaded later. */
export function learnWords(more) {
	for (const [lang, list] of Object.entries(more)) words[lang] = { ...words[lang], ...list };
}

/** Puts parameters into a text: {name} as it is, {name#} as a number of the language. */
export function fill(text, params = {}, lang = "nl") {
	const [one, many] = text.split("|");
	const chosen = many !== undefined && params.n !== 1 ? many : one;
	return chosen.replace(/\{(\w+)(#?)\}/g, (all, name, number) => (Object.hasOwn(params, name) ? (number ? formatNumber(String(params[name]), lang) : String(params[name])) : all));
}
