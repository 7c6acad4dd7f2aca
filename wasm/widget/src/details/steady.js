// A press meets what was under the finger or the mouse when it began. Who leaves a field with a wrong number gets a text beside
// it, which moves what follows: so a field is left only when the press is complete.

const pressed = (e) => e.target.closest("button, summary, a, label, input[type=checkbox]");

const hold = (e) => pressed(e) && e.preventDefault();

/** @param {MouseEvent} e */
const leave = (e) => {
	const met = pressed(e);
	if (met && met.localName !== "label") met.focus({ preventScroll: true, focusVisible: false });
};

/** @param {HTMLElement} root */
export function steady(root) {
	root.addEventListener("mousedown", hold);
	root.addEventListener("click", leave, true);
}
