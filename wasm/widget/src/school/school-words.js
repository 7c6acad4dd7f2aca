// What the agreement of a school says of itself, in Dutch and English.

export const words = {
	nl: {
		careAtSchool: "Zorg op school",
		schoolUnknown: "Deze school staat niet in de lijst van DUO. Probeer de plaats.",
		duo: "DUO, leerlingen per school en woongemeente",
		"preset.key": "Gekozen: elke gemeente betaalt naar haar aantal leerlingen. De gemeenten die meedoen, dragen samen alles.",
		"preset.route":
			"Gekozen: alle leerlingen tellen als leerlingen met jeugdhulp. DUO telt niet per wet. " +
			"Leerlingen met zorg uit de Wlz, de Zvw of de Wmo horen niet in deze verdeling.",
		"preset.flow": "Gekozen: elke gemeente betaalt rechtstreeks aan de school.",
		"preset.division": "Gekozen: bedragen zijn in hele centen. De gemeenten met het grootste restje krijgen de laatste centen.",
		"preset.parties": "Gekozen: alle gemeenten met leerlingen doen mee. " + "Leerlingen uit het buitenland of zonder bekende gemeente tellen niet mee.",
		"preset.amount": "Het bedrag van 100.000 euro is een voorbeeld. Vul uw eigen bedrag in.",
	},
	en: {
		careAtSchool: "Care at school",
		schoolUnknown: "This school is not in the list of DUO. Try the place.",
		duo: "DUO, pupils per school and home municipality",
		"preset.key": "Chosen: each municipality pays by its number of pupils. Those that take part bear everything together.",
		"preset.route":
			"Chosen: all pupils count as pupils with youth care. DUO does not count by law. " +
			"Pupils with care under the Wlz, the Zvw or the Wmo do not belong in this division.",
		"preset.flow": "Chosen: each municipality pays the school directly.",
		"preset.division": "Chosen: amounts are in whole cents. Municipalities with the largest remainder get the last cents.",
		"preset.parties": "Chosen: all municipalities with pupils take part. Pupils from abroad or without a known municipality do not count.",
		"preset.amount": "The amount of 100,000 euros is an example. Fill in your own amount.",
	},
};
