// The result: one sentence, a chart, and a table with an explanation behind every line.

import { madeUp } from "./agreement-step.js";
import { chart, saysMore } from "./chart.js";
import { button, h } from "../dom.js";
import { invented } from "../documents.js";
import { folded } from "../disclosure.js";
import { cents, euro, formatEuro, percent } from "../number.js";
import { dated } from "../shown.js";
import { LONG } from "./municipality-tables.js";
import { problemItems } from "./problem-list.js";
import { signed, totals } from "../totals.js";
import { exclusions, transfers, uncharged } from "./transfer-tables.js";

/** @param {App} app */
export function resultView(app) {
	const title = h(app.page.heading, { tabindex: "-1" }, app.t("result"));
	// What the page says of whom to ask stands at the end, whatever is shown.
	const whom = h("slot", { name: "help" });
	if (!app.documents.input.agreement) return [whom];
	if (!app.conversation.result) return [title, h("div", { class: "card empty" }, h("p", {}, app.t("emptyResult"))), whom];
	const { result } = app.conversation;
	const t = totals(result);
	const old = app.conversation.stale && app.problems.length > 0 && h("div", { class: "card note old" }, h("p", {}, app.t("old")), problemItems(app, 5));
	if (old) app.page.announce(old.textContent);
	const wrong = (result.checks ?? []).filter((c) => c.ok === false);
	return [
		title,
		old,
		wrong.length
			? h(
					"ul",
					{ class: "card bad" },
					wrong.map((c) => h("li", {}, c.text ?? c.code)),
				)
			: h("p", { class: t.gap ? "card note" : "good" }, app.t(t.gap ? "sumsGap" : t.rest ? "sumsRest" : "sums")),
		saysMore(app) && chart(app),
		table(app, t),
		uncharged(app),
		result.shares.filter((s) => /^\d{4}$/.test(s.party)).length > 1 && folded(app, "map"),
		result.transfers?.length > 2 && folded(app, "flowPicture"),
		result.transfers?.length > 0 && folded(app, "transfers", transfers, false),
		result.routing?.exclusions?.length > 0 && folded(app, "exclusions", exclusions, false),
		(result.components?.length > 1 || result.routing?.routes?.length > 1) && folded(app, "onePage"),
		new Set(app.conversation.calculated.population.groups?.map((g) => g.site)).size > 1 && folded(app, "sites"),
		paper(app),
		["keys", "compare", "sweep", "save"].map((name) => folded(app, name)),
		h("p", { class: "soft" }, app.t("disclaimer"), " ", app.conversation.description?.version && versions(app.conversation.description.version)),
		whom,
	];
}

/**
 * That the answer is older than what is filled in now, where a new one keeps away.
 * @param {App} app
 */
export const oldAnswer = (app) => app.conversation.stale && app.problems.length > 0 && h("p", { class: "error" }, app.t("oldAnswer"));

/**
 * What paper says besides: when was counted, what is made up or chosen, and when and where this was printed.
 * @param {App} app
 */
function paper(app) {
	const { agreement, population } = app.conversation.calculated;
	const made = madeUp(agreement, app.lang);
	return h(
		"div",
		{ class: "printed" },
		population.countDate && h("p", {}, app.t("countedOn", { date: dated(population.countDate) })),
		made.length > 0 && h("p", {}, app.t("madeUp")),
		h(
			"ul",
			{},
			made.map((text) => h("li", {}, text)),
		),
		h("p", { class: "print-line" }),
	);
}

const versions = ({ library, schema }) => library + " · " + schema;

/**
 * The shares in the order that the reader chose.
 * @param {App} app
 */
export function sorted(app) {
	const { by, down } = app.page.sort;
	const { compare } = new Intl.Collator(app.lang);
	const order = { name: (a, b) => compare(a.share.name, b.share.name), amount: (a, b) => Number(a.amount - b.amount) };
	return app.conversation.result.shares
		.map((share) => ({ share, amount: cents(share.amount) }))
		.sort((a, b) => (down ? -1 : 1) * order[by](a, b)) // equal ones in the order of the agreement
		.map(({ share }) => share);
}

/** By calculator: the table that is shown, with what it is made for, and by party its lines and what fills them. */
const drawn = new WeakMap();

/**
 * The table of shares. While somebody types the amounts change, and with them the order: then the lines stay, as a table of the whole
 * country takes a browser long to lay out.
 * @param {App} app
 */
function table(app, t) {
	const list = sorted(app);
	const { lang, page } = app;
	const parties = app.conversation.result.shares.map((s) => [s.party, s.name]);
	const signature = JSON.stringify([parties, lang, page.sort, page.standpoint, page.level, invented(app.conversation.calculated)]);
	const before = drawn.get(app);
	const unfolded = list.some((s) => page.open.has("why" + s.party));
	if (before?.signature === signature && !unfolded && !app.conversation.scenario && before.box.parentNode === page.regions.result) {
		const largest = most(list);
		before.later?.();
		const seen = inSight(before.box, list.length); // measured before anything moves
		inOrder(before.box.querySelector("tbody"), list, before.rows);
		before.later = inTurns(before.box, list, seen, (s) => before.rows.get(s.party).fill(s, t, largest));
		before.box.querySelector("tfoot").replaceWith(foot(app, t, null));
		return before.box;
	}
	before?.later?.();
	const rows = new Map();
	const box = whole(app, t, list, rows);
	drawn.set(app, { signature: app.conversation.scenario ? "" : signature, box, rows });
	return box;
}

/** Puts the lines of the table in the order of a list. Those that went up or down are moved, and the others stay where they are. */
function inOrder(body, list, rows) {
	const held = body.getRootNode().activeElement;
	let at = body.firstChild;
	for (const { party } of list) {
		const [line, because] = rows.get(party).lines;
		// What stands here and is followed by what should stand here went down: it comes back at its place.
		if (at !== line && at?.nextSibling.nextSibling === line) {
			at.nextSibling.remove();
			at.remove();
			at = line;
		}
		if (at === line) at = because.nextSibling;
		else for (const node of [line, because]) body.insertBefore(node, at);
	}
	if (body.contains(held)) held.focus({ preventScroll: true });
}

const TURN = 100; // rows that a browser lays out between two frames

/** Which of so many lines of a table are in sight, or nearly: the place of the first, and that after the last. */
function inSight(box, lines) {
	if (lines <= LONG) return { first: 0, last: lines };
	const { top, height } = box.getBoundingClientRect();
	const line = height / lines;
	const first = Math.max(0, Math.floor(-top / line) - 3);
	const last = Math.max(0, Math.ceil((innerHeight - top) / line) + 3);
	return { first, last };
}

/**
 * Does something for each line of the table that is shown: at once for those in sight, and for the others when there is time, as who
 * types waits for what is laid out. Gives what stops it.
 */
function inTurns(box, list, { first, last }, task) {
	list.slice(first, last).forEach(task);
	const left = [...list.slice(0, first), ...list.slice(last)];
	if (!left.length) return;
	let timer;
	const go = () => {
		left.splice(0, TURN).forEach(task);
		timer = left.length && setTimeout(go, 30);
		if (!timer) box.removeAttribute("aria-busy");
	};
	box.setAttribute("aria-busy", "true");
	timer = setTimeout(go, 30);
	const all = () => left.splice(0).forEach(task);
	addEventListener("beforeprint", all, { once: true });
	return () => {
		clearTimeout(timer);
		removeEventListener("beforeprint", all);
	};
}

const most = (list) => list.reduce((m, s) => (cents(s.amount) > m ? cents(s.amount) : m), 1n);

/** How wide the bar of an amount is beside the largest. */
const wide = (amount, largest) => (cents(amount) > 0n ? Number((cents(amount) * 1000n) / largest) / 10 : 0) + "%";

/** @param {App} app */
function whole(app, t, list, rows) {
	const other = differences(app);
	const largest = most(list);
	const header = (by, label, cls) => {
		const on = app.page.sort.by === by;
		const click = () => {
			app.page.sort = { by, down: on ? !app.page.sort.down : by === "amount" };
			app.redraw("result");
		};
		return h(
			"th",
			{ scope: "col", class: cls, "aria-sort": on ? (app.page.sort.down ? "descending" : "ascending") : "none" },
			button("sort", label, click, { "data-key": "sort" + by }),
		);
	};
	const width = other ? 5 : 3;
	const row = (s) => {
		const key = "why" + s.party;
		const id = app.page.id("/why/" + s.party);
		const because = h("tr", { id, class: "because", hidden: !app.page.open.has(key) });
		const tell = async () => {
			const more = await app.loadMore();
			because.replaceChildren(h("td", { colspan: width }, more ? more.explanation(app, s) : app.t("load")));
		};
		const toggle = (e) => {
			because.hidden = !because.hidden;
			app.page.rememberOpen(key, !because.hidden);
			e.currentTarget.setAttribute("aria-expanded", String(!because.hidden));
			if (!because.firstChild) tell();
		};
		if (!because.hidden) tell();
		// How much a party bears beside the others, under its name.
		const size = h("i", { class: "size", "aria-hidden": "true" });
		// Texts that change in their place: a text that comes and goes makes a browser look at the styles of all around it.
		const [amount, share] = [document.createTextNode(""), document.createTextNode("")];
		const fill = (s, t, largest) => {
			size.style.backgroundSize = wide(s.amount, largest) + " 100%";
			amount.data = formatEuro(s.amount, app.lang, Boolean(other));
			share.data = percent(cents(s.amount), t.cost, app.lang);
			if (because.hidden && because.firstChild) because.replaceChildren();
		};
		fill(s, t, largest);
		const lines = [
			h(
				"tr",
				{ class: s.party === app.page.standpoint && "own" },
				h(
					"th",
					{ scope: "row" },
					h(
						"button",
						{ type: "button", class: "why", "aria-expanded": String(!because.hidden), "aria-controls": id, "data-key": key, onclick: toggle },
						s.name,
					),
					!other && size,
				),
				h("td", { class: "amount" }, amount),
				h("td", { class: "amount share" }, share),
				other && h("td", { class: "amount before" }, formatEuro(other.get(s.party).before, app.lang)),
				other && h("td", { class: "amount" }, signed(app, other.get(s.party).difference)),
			),
			because,
		];
		rows.set(s.party, { lines, fill });
		return lines;
	};
	return h(
		"div",
		{
			class: "scroll" + (other ? " comparing" : "") + (list.length > LONG ? " rows" : ""),
			role: "region",
			tabindex: "0",
			"aria-label": app.t("tableName"),
		},
		h(
			"table",
			{ part: "table", class: list.length > LONG && "long" },
			h(
				"caption",
				{ part: "caption" },
				h("strong", {}, app.t("tableTitle"), invented(app.conversation.calculated) && " " + app.t("invented")),
				h("span", { class: "screen" }, " " + app.t("tableCaption")),
			),
			h(
				"thead",
				{},
				h(
					"tr",
					{},
					header("name", app.t("party")),
					header("amount", app.t("amount"), "amount"),
					h("th", { scope: "col", class: "amount share" }, app.t("part")),
					other && h("th", { scope: "col", class: "amount before" }, app.t("scenarioA")),
					other && h("th", { scope: "col", class: "amount" }, app.t("difference")),
				),
			),
			h("tbody", {}, list.map(row)),
			foot(app, t, other),
		),
	);
}

/**
 * What nobody covers, what rounding left, and the sum.
 * @param {App} app
 */
function foot(app, t, other) {
	const money = (c) => formatEuro(euro(c), app.lang);
	const before = other && totals(app.conversation.scenario.result).cost;
	const last = (label, c, cls, hint) =>
		h(
			"tr",
			{ class: cls },
			h("th", { scope: "row" }, label, hint && h("span", { class: "hint" }, hint)),
			h("td", { class: "amount" }, money(c)),
			h("td", { class: "amount share" }, percent(c, t.cost, app.lang)),
			other && h("td", { class: "amount before" }, cls === "total" && money(before)),
			other && h("td", { class: "amount" }, cls === "total" && signed(app, euro(c - before))),
		);
	return h(
		"tfoot",
		{},
		t.gap !== 0n && last(app.t("gap"), t.gap, "gap", app.t("gapHint")),
		t.rest !== 0n && last(app.t("rest"), t.rest, "gap", app.t("restHint")),
		last(app.t("total"), t.cost, "total"),
	);
}

/**
 * Per party what it paid in the scenario that was put aside, and the difference with now; null when there is none.
 * @param {App} app
 */
function differences(app) {
	if (!app.conversation.scenario) return null;
	const before = new Map(app.conversation.scenario.result.shares.map((s) => [s.party, s.amount]));
	return new Map(
		app.conversation.result.shares.map((s) => [
			s.party,
			{ before: before.get(s.party) ?? "0.00", difference: euro(cents(s.amount) - cents(before.get(s.party))) },
		]),
	);
}
