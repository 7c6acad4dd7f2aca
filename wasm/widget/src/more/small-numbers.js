// Numbers of 1 to 4 pupils, which can point at a child: what is handed on tells none until the visitor chooses. Small
// municipalities can be taken together, or there is a reason why the numbers may be given. The rule is that of schema.Merged and
// of --publish-small in Go; schema/testdata/merged.json holds both to it. Which numbers are small is said by small-places.js.

import { h } from "../dom.js";
import { cents, euro } from "../number.js";
import { FEWEST, small, smallPlaces } from "../school/small-places.js";

/** Whether a reason says something that can be read: at least three letters or digits. The rule is that of publish.Choice in Go. */
export const isReason = (text) => (text.match(/(?!\p{DI})[\p{L}\p{Nd}]/gu) ?? []).length >= 3;

const date = /(?<!\p{Nd})(0?[1-9]|[12]\d|3[01])[-./ ](0?[1-9]|1[0-2])[-./ ](19|20)\d\d(?![\p{Nd}])/gu;

/** Whether a text holds eight digits or more, whatever stands between them, which can be a BSN; a day written out is none. */
export const isLong = (text) => /\p{Nd}{8}/u.test(text.replace(date, "x").replace(/[^\p{L}\p{N}]/gu, ""));

const choices = new WeakMap(); // what the visitor of each calculator chose

/** @param {App} app @returns {{ choice: "" | "merge" | "publish", reason: string }} */
function chosen(app) {
	if (!choices.has(app)) choices.set(app, { choice: "", reason: "" });
	return choices.get(app);
}

/** Whether so many together, beside a next one, can be told: two or more, with 5 pupils, of more than one set of numbers. */
const hidden = (taken, pooled, next) => taken >= 2 && pooled >= FEWEST && ways([], taken, pooled, next, 2) >= 2;

/** How so many pupils can be of so many homes, from the smallest, counted up to most; the rule is that of ways in schema/merged.go. */
function ways(before, taken, pooled, next, most) {
	const left = taken - before.length;
	if (left === 0) return 1;
	const sum = before.reduce((n, v) => n + v, 0);
	const last = left === 1 ? pooled - sum : 0; // what is left goes to the last one
	const least = Math.max(before.at(-1) ?? 1, last);
	const highest = Math.min(next, last || Math.floor((pooled - sum) / left), before.length ? next : FEWEST - 1);
	let n = 0;
	for (let v = least; v <= highest && n < most; v++) {
		if (v >= FEWEST && hidden(before.length, sum, v)) break; // those before are enough
		n += ways([...before, v], taken, pooled, next, most - n);
	}
	return n;
}

/** Which homes go together: the small ones, and the next smallest until nobody finds them by taking the others from the total. */
export function together(homes) {
	const list = homes.filter((h) => h.pooled > 0).sort((a, b) => a.pooled - b.pooled);
	const total = list.reduce((n, h) => n + h.pooled, 0);
	let [taken, pooled] = [0, 0];
	const more = () => taken > 0 && !hidden(taken, pooled, list[taken]?.pooled ?? pooled);
	while (taken < list.length && (list[taken].pooled < FEWEST || more())) pooled += list[taken++].pooled;
	return more() || small(total) ? null : { homes: list.slice(0, taken).map((h) => h.home ?? ""), pooled };
}

/**
 * A result with the small municipalities as one party at the end; null when that hides nothing.
 * @param {App} app
 */
export function merged(app) {
	const { result } = app.conversation;
	const found = together(result.routing?.homes ?? []);
	if (!found) return null;
	const gone = new Set(found.homes);
	let party = "overige";
	while ((result.parties ?? result.shares).some((p) => (p.id ?? p.party) === party)) party += "-gemeenten"; // a party that is called so
	const add = (list) => {
		const others = (list ?? []).filter((s) => gone.has(s.party));
		const amount = euro(others.reduce((n, s) => n + cents(s.amount), 0n));
		return [...(list ?? []).filter((s) => !gone.has(s.party)), ...(others.length ? [{ party, name: app.t("otherMunicipalities"), amount }] : [])];
	};
	const names = result.shares.filter((s) => gone.has(s.party)).map((s) => s.name);
	return { names, result: { ...result, shares: add(result.shares), components: result.components?.map((c) => ({ ...c, shares: add(c.shares) })) } };
}

/**
 * Whether somebody has to choose: the pupils are those of the visitor, and some numbers are small.
 * @param {App} app
 */
export const asks = (app) => app.documents.ownPupils && smallPlaces(app.conversation.calculated?.population ?? app.documents.input.population).length > 0;

/**
 * The word for why something is not handed on; "" when it is.
 * @param {App} app
 * @param {boolean} [mergeable] whether it can be made of small municipalities together
 */
export function refusal(app, mergeable = false) {
	if (!asks(app)) return "";
	const { choice, reason } = chosen(app);
	if (choice === "merge") return !mergeable ? "small.noMerge" : merged(app) ? "" : "small.impossible";
	if (choice !== "publish") return "small.choose";
	if (!isReason(reason)) return "small.wordless";
	return isLong(reason) ? "small.digits" : "";
}

/** Whether small municipalities are to be taken together. @param {App} app */
export const merges = (app) => asks(app) && chosen(app).choice === "merge";

/** Why the numbers are given; "" when nobody had to say. @param {App} app */
export const reasonGiven = (app) => (asks(app) && chosen(app).choice === "publish" ? chosen(app).reason.trim() : "");

/** The choice, when it is there to be made. @param {App} app */
export function choiceView(app) {
	if (!asks(app)) return null;
	const state = chosen(app);
	const choose = (value) =>
		h("input", {
			type: "radio",
			name: "small",
			value,
			checked: state.choice === value,
			onchange: () => (state.choice = value),
			"data-key": "small" + value,
		});
	const reason = h("input", { type: "text", id: app.page.id("/small/reason"), value: state.reason, maxlength: 1000, "data-key": "smallreason" });
	reason.oninput = () => (state.reason = reason.value);
	return h(
		"fieldset",
		{ class: "small-numbers" },
		h("legend", {}, app.t("small.legend")),
		h("p", {}, app.t("small.why"), " ", app.t("small.amounts")),
		h("label", { class: "choice" }, choose("merge"), " ", app.t("small.merge")),
		h("label", { class: "choice" }, choose("publish"), " ", app.t("small.publish")),
		h("label", { for: reason.id }, app.t("small.reason")),
		reason,
	);
}

/**
 * Does a task, or says beside a button why not.
 * @param {App} app
 * @param {Element} from
 */
export function unlessSmall(app, from, mergeable, task) {
	const word = refusal(app, mergeable);
	const said = from.parentElement.querySelector(".small-refused");
	said?.remove();
	if (!word) return task();
	from.after(h("p", { class: "error small-refused", role: "alert" }, app.t(word)));
}
