// The words that the page needs at once, in Dutch (plain language, B1). Words of rules, fields and problems come from the
// engine. {name} is a parameter; "one|many" chooses by the parameter n.

import { formatNumber } from "./number.js";

/** By language and key; English and the words of what unfolds later are added when they are loaded. */
export const words = {
	nl: {
		start: "Waar wilt u beginnen?",
		goOn: "Verder met wat u hier bewaarde",
		school: "Mijn school",
		wayAmount: "Een bedrag verdelen over gemeenten",
		about: "ongeveer",
		brief: "{name} betaalt {amount} van {total}",
		invented: "Voorbeeldcijfers, verzonnen.",
		pupilsInvented: "De aantallen leerlingen zijn bedacht als voorbeeld.",
		amountsInvented: "Een deel van de bedragen is bedacht als voorbeeld.",
		allInvented: "De aantallen en een deel van de bedragen zijn bedacht als voorbeeld.",
		declareReal: "Dit zijn nu onze eigen cijfers",
		jump: "Naar de hele uitkomst",
		showForm: "Toon gegevens en keuzes",
		hideForm: "Verberg gegevens en keuzes",
		choosePractice: "Een bestaande afspraak",
		chooseHint: "Dit zijn manieren waarop regio’s zorg in onderwijstijd samen betalen. Kies er een en pas hem aan, of begin met een lege afspraak.",
		practice: "De afspraak",
		background: "Over deze afspraak",
		otherPractice: "Andere afspraak kiezen",
		otherPractices: "Meer praktijken en voorbeelden",
		emptyAgreement: "Begin met een lege afspraak",
		ownAgreement: "Eigen afspraak",
		ownId: "eigen-afspraak",
		source: "Bron",
		loading: "De rekenhulp wordt geladen …",
		failed: "De rekenhulp werkt nu niet",
		failedShort: "De rekenhulp is niet geladen.",
		again: "Probeer het opnieuw",
		load: "De rekenhulp kan niet laden. Controleer uw internet en probeer het opnieuw.",
		integrity: "De rekenhulp is uitgezet, want een bestand is gewijzigd. Meld dit bij de beheerder van deze website.",
		engine: "De berekening is niet gelukt. Uw gegevens staan er nog. Probeer het opnieuw.",
		choose: "Kies",
		own: "Bekijk voor",
		all: "Alle partijen",
		most: "De zorg kost samen {total}. {name} betaalt het meest: {amount}. Dat is {part} van het geheel.",
		mine: "{name} betaalt {amount}. Dat is {part} van de {total} die de zorg samen kost.",
		onlyOne: "De zorg kost {total}. {name} betaalt {amount}.",
		nobody: "De zorg kost samen {total}. Niemand betaalt nog een deel.",
		range: "Met de bandbreedte van deze afspraak kost de zorg samen {low} tot {high}.",
		period: "{from} tot en met {until}",
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
	return chosen.replace(/\{(\w+)(#?)\}/g, (all, name, number) =>
		Object.hasOwn(params, name) ? (number ? formatNumber(String(params[name]), lang) : String(params[name])) : all,
	);
}
