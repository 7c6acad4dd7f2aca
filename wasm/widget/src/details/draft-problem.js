// What is typed and cannot be read yet, as a problem like those of the engine.

/**
 * The problem of something typed that cannot be read yet.
 * @param {App} app
 */
export function problemOf(app, pointer, { text, ask, wrong, field }) {
	const params = { field: field.label, text: text.slice(0, 60) };
	if (ask) return { code: "number.ambiguous", pointer, params, ask, text: app.t("ambiguous", params) };
	const key = {
		number: field.kind === "integer" ? "notWhole" : "notNumber",
		decimals: field.kind === "integer" ? "notWhole" : "tooManyDecimals",
		large: "tooLarge",
		municipality: "notMunicipality",
		date: "notDate",
	}[wrong];
	return { code: "input." + key, pointer, params, text: app.t(key, params) };
}
