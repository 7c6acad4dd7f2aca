// Checks an exchange file in the browser, by the same code as the calculator. The file goes nowhere.

import { load } from "./rekenhulp/zio-calculator.js";

const dutch = document.documentElement.lang === "nl";
const say = dutch
	? {
			kinds: { agreement: "een afspraak", population: "een populatie", result: "een uitkomst" },
			good: "Dit bestand is goed. Het is {kind}.",
			notChecked: {
				municipalities: "Niet gekeken is of de gemeenten op die dag bestonden. Dat doet de opdracht zio validate.",
				amounts: "Niet gekeken is of de bedragen volgen uit de afspraak en de leerlingen. Dat doet de opdracht zio validate.",
			},
			bad: "Dit bestand klopt niet op {n} plekken.",
			one: "Dit bestand klopt niet op 1 plek.",
			place: "Plek",
			what: "Wat is er mis?",
			code: "Code",
			whole: "hele bestand",
			large: "Dit bestand is te groot voor de browser (hooguit 8 MB). Gebruik dan de opdracht zio validate.",
			failed: "De rekenhulp kan niet laden. Probeer het opnieuw.",
			busy: "Bezig met controleren …",
			more: "En nog {n}.",
		}
	: {
			kinds: { agreement: "an agreement", population: "a population", result: "a result" },
			good: "This file is right. It is {kind}.",
			notChecked: {
				municipalities: "Whether the municipalities existed on that day was not looked at. The command zio validate does that.",
				amounts: "Whether the amounts follow from the agreement and the pupils was not looked at. The command zio validate does that.",
			},
			bad: "This file is wrong in {n} places.",
			one: "This file is wrong in 1 place.",
			place: "Place",
			what: "What is wrong?",
			code: "Code",
			whole: "whole file",
			large: "This file is too large for the browser (8 MB at most). Use the command zio validate.",
			failed: "The engine cannot load. Please try again.",
			busy: "Checking …",
			more: "And {n} more.",
		};

const box = document.querySelector(".drop");
const input = box.querySelector("input");
const verdict = document.querySelector(".verdict");
const most = 200;

const h = (tag, props, ...children) => {
	const node = Object.assign(document.createElement(tag), props);
	node.append(...children);
	return node;
};

function base64(bytes) {
	let s = "";
	for (let i = 0; i < bytes.length; i += 0x8000) s += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
	return btoa(s);
}

async function check(file) {
	if (!file) return;
	verdict.replaceChildren(h("p", {}, say.busy));
	if (file.size > 8e6) return verdict.replaceChildren(h("p", { className: "bad" }, say.large));
	let reply;
	try {
		const data = base64(new Uint8Array(await file.arrayBuffer()));
		reply = await (await load()).call({ call: "validate", lang: dutch ? "nl" : "en", data });
	} catch {
		return verdict.replaceChildren(h("p", { className: "bad" }, say.failed));
	}
	if (reply.ok)
		return verdict.replaceChildren(
			h("p", { className: "good" }, file.name + ": " + say.good.replace("{kind}", say.kinds[reply.value.kind] ?? reply.value.kind)),
			...reply.value.notChecked.map((what) => h("p", {}, say.notChecked[what])),
		);
	const problems = reply.problems;
	const cell = (text, code) => h("td", {}, code ? h("code", {}, text) : text);
	verdict.replaceChildren(
		h("p", { className: "bad" }, file.name + ": " + (problems.length === 1 ? say.one : say.bad.replace("{n}", problems.length))),
		h(
			"div",
			{ className: "table" },
			h(
				"table",
				{},
				h("thead", {}, h("tr", {}, ...[say.place, say.what, say.code].map((t) => h("th", { scope: "col" }, t)))),
				h("tbody", {}, ...problems.slice(0, most).map((p) => h("tr", {}, cell(p.pointer || say.whole, true), cell(p.text), cell(p.code, true)))),
			),
		),
		...(problems.length > most ? [h("p", {}, say.more.replace("{n}", problems.length - most))] : []),
	);
}

input.addEventListener("change", () => check(input.files[0]));
for (const type of ["dragover", "dragleave", "drop"])
	box.addEventListener(type, (e) => {
		e.preventDefault();
		box.classList.toggle("over", type === "dragover");
		if (type === "drop") check(e.dataTransfer.files[0]);
	});
