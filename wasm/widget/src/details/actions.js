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
	const { canUndo, canRedo } = app.documents;
	const buttons = [
		submit,
		canUndo && button("secondary", app.t("undo"), () => app.undo(), { "data-key": "undo" }),
		canRedo && button("secondary", app.t("redo"), () => app.undo(true), { "data-key": "redo" }),
		button("subtle", app.t("reset"), () => app.host.reset(), { "data-key": "reset" }),
	];
	return [
		h("div", { class: "buttons" }, app.documents.input.agreement && buttons),
		h("p", { class: "soft" }, app.t("private"), " ", app.page.privacy && h("a", { href: app.page.privacy }, app.t("privacy"))),
	];
}

/**
 * Draws the buttons anew when there is something to take back now, or no longer; they seldom change.
 * @param {App} app
 */
export function renewActions(app) {
	const there = (key) => Boolean(app.page.regions.actions.querySelector(`[data-key=${key}]`));
	if (there("undo") !== app.documents.canUndo || there("redo") !== app.documents.canRedo) app.page.redraw("actions");
}
