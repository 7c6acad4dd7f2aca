// Paper: what is folded is shown there, with the day and the address.

/**
 * Makes ready for paper. Gives what folds it again.
 * @param {App} app
 */
export function unfoldForPaper(app) {
	const folds = [...app.page.root.querySelectorAll("details:is(.background, .transfers, .exclusions, .note):not([open])")];
	const unfold = (open) => folds.forEach((fold) => fold.toggleAttribute("open", open));
	for (const fold of folds) fold.dispatchEvent(new Event("paper")); // it is drawn now, and not when it has opened
	unfold(true);
	const date = new Date().toLocaleDateString(app.lang === "nl" ? "nl-NL" : "en-GB");
	const line = app.page.root.querySelector(".print-line");
	if (line) line.textContent = app.t("printed", { date, address: location.origin + location.pathname });
	return () => unfold(false);
}
