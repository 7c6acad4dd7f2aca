// What is filled in, kept on this device: only on a page whose owner allows it, only when the visitor asks for it, and never single
// pupils. Nothing of it is sent anywhere.

import { keptUnder } from "../link-key.js";
import { h } from "../dom.js";
import { scenarioIn } from "./scenario-link.js";

const watched = new WeakSet(); // the calculators whose results are kept from now on

/** Keeps what was calculated; a browser that keeps nothing, or single pupils, give false. */
function keep(app) {
	const { agreement, population } = app.conversation.calculated ?? {};
	if (!agreement || population.pupils?.length || population.decisions?.length) return false;
	try {
		localStorage.setItem(keptUnder(app.host.id), JSON.stringify({ agreement, population }));
		return true;
	} catch {
		return false;
	}
}

function forget(app) {
	watched.delete(app);
	try {
		localStorage.removeItem(keptUnder(app.host.id));
	} catch {
		// nothing can have been kept
	}
}

/** Whether the figures came by a link: these do not take the place of what the visitor kept. */
const fromLink = (app) => app.page.notice === "fromLink";

/** From now on every result is kept. */
function watch(app) {
	if (watched.has(app)) return;
	watched.add(app);
	app.host.addEventListener("zio-result", () => watched.has(app) && !fromLink(app) && !keep(app) && forget(app));
}

/**
 * Goes on with what was kept; what cannot be read any more is thrown away.
 * @param {App} app
 */
export async function goOn(app) {
	let scenario = null;
	try {
		scenario = scenarioIn(JSON.parse(localStorage.getItem(keptUnder(app.host.id))));
	} catch {
		// as if it were of another version
	}
	if (!scenario || scenario.problem) {
		forget(app);
		app.page.notice = scenario?.problem ?? "badLink";
		return app.redraw("choose");
	}
	watch(app);
	await app.begin(scenario, "");
}

/**
 * The box by which a visitor keeps what is filled in, or throws it away.
 * @param {App} app
 */
export function memoryView(app) {
	if (!app.page.remember) return null;
	const said = h("p", { class: "soft", role: "status" });
	const box = h("input", {
		type: "checkbox",
		"data-key": "remember",
		checked: watched.has(app) && !fromLink(app),
		onchange: () => {
			if (!box.checked) forget(app);
			else if (keep(app)) {
				watch(app);
				if (fromLink(app)) app.page.notice = ""; // they are the visitor's own from here on
			} else box.checked = false;
			said.textContent = app.t(box.checked ? "kept" : app.conversation.calculated?.population.pupils?.length ? "keptPupils" : "keptNot");
		},
	});
	return [
		h("h" + Math.min(6, app.page.level + 2), {}, app.t("thisDevice")),
		h("p", { class: "soft" }, app.t("rememberHint")),
		h("label", { class: "check" }, box, " " + app.t("remember")),
		said,
	];
}
