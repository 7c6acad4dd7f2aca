// A made-up file in the layout of DUO since 2024, of any size: schools with 25 lines each. Which numbers a school has is
// arithmetic, so that a test can say them without reading the file. It is made in the page: the text stands on its own.

/** The home municipalities of the lines, with the codes that the engine gives them. */
export const towns = [
	["Nijmegen", "0268"],
	["Súdwest-Fryslân", "1900"],
	["Wijchen", "0296"],
	["Utrecht", "0344"],
	["Zeist", "0355"],
];
const LINES = 25;

/** Pupils of line j of school k; never hidden. */
export const pupilsOf = (k, j) => 5 + ((k * 7 + j) % 40);

/** What a school has together, by code of the municipality. */
export function sums(k) {
	const found = {};
	for (let j = 0; j < LINES; j++) {
		const [, code] = towns[(k + j) % towns.length];
		found[code] = (found[code] ?? 0) + pupilsOf(k, j);
	}
	return found;
}

/** Makes the file and drops it on the calculator; gives its size. Runs in the page. */
export const dropLarge = (schools, names, file) => {
	const ages = ["JONGER", ...Array.from({ length: 21 }, (_, i) => i + 4), "OUDER"].map((a) => "LEEFTIJD_" + a);
	const head =
		"PEILDATUM GEMEENTENUMMER GEMEENTENAAM POSTCODE_LEERLING GEMEENTENAAM_LEERLING INSTELLINGSCODE VESTIGINGSCODE INSTELLINGSNAAM_VESTIGING " +
		"POSTCODE_VESTIGING PLAATSNAAM PROVINCIE SOORT_PO DENOMINATIE_VESTIGING BEVOEGD_GEZAG_NUMMER";
	const line = (cells) => cells.map((c) => `"${c}"`).join(";");
	const lines = [line([...head.split(" "), ...ages])];
	const none = Array.from({ length: 21 }, () => "0");
	for (let k = 0; k < schools; k++) {
		const brin = String(10 + Math.floor(k / 676)) + String.fromCharCode(65 + (Math.floor(k / 26) % 26), 65 + (k % 26));
		const kind = ["Bo", "So", "Vso", "Sbo"][k % 4];
		for (let j = 0; j < 25; j++) {
			const n = 5 + ((k * 7 + j) % 40);
			const first = ["20241001", "0268", "Nijmegen", 1000 + ((k + j) % 9000), names[(k + j) % names.length], brin, "00"];
			lines.push(
				line([
					...first,
					`Proefschool-${k}; "Zo&Zo"`.replaceAll('"', '""'),
					"6511AA",
					"NIJMEGEN",
					"Gelderland",
					kind,
					"Openbaar",
					"40631",
					"0",
					n,
					...none,
				]),
			);
		}
	}
	const data = new DataTransfer();
	const made = new File(["\ufeff" + lines.join("\r\n") + "\r\n"], file);
	data.items.add(made);
	const box = document.querySelector("zio-calculator").shadowRoot.querySelector(".intake");
	box.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
	return made.size;
};
