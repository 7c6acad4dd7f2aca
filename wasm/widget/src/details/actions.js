// The buttons under the form.

import { button, h } from "../dom.js";

/**
 * The buttons under the form: not before the form is there, as it would push them down.
 * @param {App} app
 */
export function actions(app) {
	const { description, failure } = app.conversation;
	if (app.page.readonly || !(description || failure)) return [];
	const submit = h("button", { type: "submit", class: "button primary", part: "button button-primary", "data-key": "calculate" }, app.t("calculate"));
	const undo = async (redo) => {
		await app.undo(redo);
		// After the last change that can be taken back its button is gone: the other has the focus then.
		app.page.keyed(redo ? (app.documents.canRedo ? "redo" : "undo") : app.documents.canUndo ? "undo" : "redo")?.focus();
	};
	const buttons = [
		submit,
		button("secondary", app.t("undo"), () => undo(false), { "data-key": "undo", hidden: !app.documents.canUndo }),
		button("secondary", app.t("redo"), () => undo(true), { "data-key": "redo", hidden: !app.documents.canRedo }),
		button("subtle", app.t("reset"), () => app.host.reset(), { "data-key": "reset" }),
	];
	return [
		h("div", { class: "buttons" }, app.documents.input.agreement && buttons),
		h("p", { class: "soft" }, app.t("private"), " ", app.page.privacy && h("a", { href: app.page.privacy }, app.t("privacy"))),
	];
}

/**
 * Shows what can be taken back now. The buttons themselves stay, as somebody may be pressing one.
 * @param {App} app
 */
export function renewActions(app) {
	// Not looked for on the whole page, which may hold thousands of controls.
	const within = (key) => app.page.regions.actions.querySelector(`[data-key=${key}]`);
	within("undo")?.toggleAttribute("hidden", !app.documents.canUndo);
	within("redo")?.toggleAttribute("hidden", !app.documents.canRedo);
}
