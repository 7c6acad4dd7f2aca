// What happens when one number of the agreement changes: a slider over a range, with the curve of what is paid.

import { button, h } from "../dom.js";
import { cents, formatEuro, formatNumber } from "../number.js";
import { itemName } from "../details/form.js";
import { get, under } from "../pointer.js";
import { pictureTitle } from "./picture.js";

const STEPS = 20;

/**
 * Every number in the streams of money, with words for where it stands.
 * @param {App} app
 */
function parameters(app) {
	const found = [];
	const walk = (fields, pointer, words) => {
		for (const f of fields) {
			const at = under(pointer, f.name);
			const value = get(app.conversation.calculated, at);
			if (value === undefined) continue;
			if ((f.kind === "integer" || ["euro", "factor", "fte", "decimal"].includes(f.format)) && /^\d+(\.\d+)?$/.test(String(value)))
				found.push({ pointer: at, label: [...words, f.label].join(" – "), value: String(value), field: f });
			else if (f.kind === "object") walk(f.fields ?? [], at, [...words, f.label]);
			else if (f.kind === "union") walk(app.conversation.rules(f.union).find((r) => r.rule === value.rule)?.fields ?? [], at, words);
			else if (f.kind === "list" && f.fields) value.forEach((item, i) => walk(f.fields, under(at, i), [...words, itemName(app, f, item, i)]));
		}
	};
	const components = app.conversation.description.agreement.fields.find((f) => f.name === "components");
	(app.conversation.calculated.agreement.components ?? []).forEach((c, i) => {
		const only = app.conversation.calculated.agreement.components.length === 1;
		walk(components?.fields.filter((f) => f.kind === "union") ?? [], "/agreement/components/" + i, only ? [] : [c.title ?? c.id]);
	});
	// Amounts first: they hang together with no other number.
	return found.sort((a, b) => Number(b.field.format === "euro") - Number(a.field.format === "euro"));
}

/** A range around a value in whole steps of its last digit: from half of it to one and a half times. */
function range(value) {
	const digits = (value.split(".")[1] ?? "").length;
	const scale = 10n ** BigInt(digits);
	const n = BigInt(value.replace(".", ""));
	const text = (x) =>
		digits
			? String(x)
					.padStart(digits + 1, "0")
					.replace(new RegExp(`(\\d{${digits}})$`), ".$1")
			: String(x);
	let step = n / BigInt(STEPS) || 1n;
	if (step >= scale && n % scale === 0n) step -= step % scale; // whole steps for whole numbers
	const half = BigInt(STEPS / 2);
	const from = n - step * half < 0n ? 0n : n - step * half;
	return { from: text(from), to: text(from + step * BigInt(STEPS)), step: text(step), digits };
}

/** @param {App} app */
export function sweepView(app) {
	const list = parameters(app);
	if (!list.length) return h("p", {}, app.t("noSweep"));
	const chosen = list.find((p) => p.pointer === app.page.sweeping) ?? list[0];
	const box = h("div", { class: "sweep" });
	const pick = (e) => {
		app.page.sweeping = e.target.value;
		app.redraw("result");
	};
	draw(app, chosen, box);
	return [
		h("p", {}, app.t("sweepHint")),
		h(
			"div",
			{ class: "field wide" },
			h("label", { for: "sweep" }, app.t("sweepWhich")),
			h(
				"select",
				{ id: "sweep", "data-key": "sweep", onchange: pick },
				list.map((p) => h("option", { value: p.pointer, selected: p === chosen }, p.label)),
			),
		),
		box,
	];
}

/** @param {App} app */
async function draw(app, parameter, box) {
	const { from, to, step } = range(parameter.value);
	const reply = await app.conversation.ask({
		call: "sweep",
		...app.conversation.calculated,
		pointer: parameter.pointer.replace("/agreement", ""),
		from,
		to,
		step,
	});
	if (!reply.ok || !reply.value.points?.length) return box.replaceChildren(h("p", {}, reply.problems?.[0]?.text ?? app.t("noSweep")));
	const points = reply.value.points;
	const own = app.conversation.result.shares.find((s) => s.party === app.page.standpoint);
	const euros = (p) => (own ? (p.shares?.find((s) => s.party === app.page.standpoint)?.amount ?? "0.00") : p.cost);
	const show = (x) => (parameter.field.format === "euro" ? formatEuro(x, app.lang) : formatNumber(x, app.lang));
	const who = own?.name ?? app.t("together");
	const line = points.map((p) => ({ x: p.x, y: cents(euros(p)) }));
	let at = Math.max(
		0,
		points.findIndex((p) => p.x === parameter.value),
	);
	const said = h("p", { class: "reading" });
	const picture = h("div", {});
	const end = (i) => h("span", {}, formatEuro(euros(points.at(i)), app.lang, true));
	const slider = h("input", {
		type: "range",
		id: "slider",
		min: 0,
		max: points.length - 1,
		step: 1,
		value: at,
		"data-key": "slider",
		oninput: (e) => move(Number(e.target.value)),
	});
	const move = (i) => {
		at = i;
		const text = app.t("reading", { label: parameter.label, x: show(points[i].x), who, amount: formatEuro(euros(points[i]), app.lang) });
		said.replaceChildren(text);
		slider.setAttribute("aria-valuetext", text);
		picture.replaceChildren(
			curve(
				app,
				line,
				i,
				app.t("curve", {
					label: parameter.label,
					from: show(points[0].x),
					to: show(points.at(-1).x),
					who,
					low: formatEuro(euros(points[0]), app.lang),
					high: formatEuro(euros(points.at(-1)), app.lang),
				}),
			),
		);
	};
	move(at);
	box.replaceChildren(
		h("label", { for: "slider" }, parameter.label),
		slider,
		h("div", { class: "ends", "aria-hidden": "true" }, h("span", {}, show(points[0].x)), h("span", {}, show(points.at(-1).x))),
		said,
		pictureTitle(app, "curve", { who, label: parameter.label }),
		h("div", { class: "ends paid", "aria-hidden": "true" }, end(0), end(-1)),
		picture,
		h("div", { class: "ends paid", "aria-hidden": "true" }, h("span", {}, show(points[0].x)), h("span", {}, show(points.at(-1).x))),
		app.page.readonly ? "" : button("secondary", app.t("useValue"), () => app.takeOver(parameter, points[at].x), { "data-key": "use" }),
	);
}

/**
 * A line through points, with the place of the slider. The axes are words beside it.
 * @param {App} app
 */
function curve(app, points, at, label) {
	const W = 600;
	const H = 180;
	const values = points.map((p) => Number(p.y));
	const top = Math.max(...values, 0);
	const low = Math.min(...values, 0);
	const x = (i) => (points.length > 1 ? (i * W) / (points.length - 1) : 0);
	const y = (v) => (top === low ? H : H - ((v - low) * H) / (top - low));
	const line = points.map((p, i) => x(i).toFixed(1) + "," + y(values[i]).toFixed(1)).join(" ");
	return h(
		"svg",
		{ role: "img", "aria-label": label, viewBox: `-8 -8 ${W + 16} ${H + 16}`, class: "curve", preserveAspectRatio: "none", focusable: "false" },
		h("polygon", { points: `0,${y(0).toFixed(1)} ${line} ${W},${y(0).toFixed(1)}`, class: "area" }),
		h("line", { x1: 0, x2: W, y1: y(0), y2: y(0), class: "axis" }),
		h("polyline", { points: line, class: "line" }),
		h("line", { x1: x(at), x2: x(at), y1: 0, y2: H, class: "here" }),
	);
}
