// The work plan: what is filled in stays in this page, and on this device when the visitor asks for that. The file is a
// workplan document (schema/1.0/workplan.schema.json).

const SCHEMA = "https://zio-collectief.github.io/zio/schema/1.0/workplan.schema.json";
const KEY = "zio-workplan";
const form = document.querySelector(".steps");
const status = form.querySelector("[role=status]");
const dutch = form.dataset.lang === "nl";
const steps = [...form.querySelectorAll("[data-step]")].map((item) => ({
	id: item.dataset.step,
	state: item.querySelector("select"),
	evidence: item.querySelector("textarea"),
	wrong: item.querySelector(".wrong"),
}));
let title = dutch ? "Stappenplan" : "Work plan";
let rest = {}; // what a file holds beside the states, which stays as it is

const say = (name, n) => (status.textContent = (status.dataset[name] ?? "").replace("{n}", n));

/** The work plan as a document. */
function plan() {
	return {
		$schema: SCHEMA,
		title,
		...rest,
		steps: steps.map((s) => {
			const evidence = s.evidence.value
				.split("\n")
				.map((line) => line.trim())
				.filter(Boolean);
			return { ...s.more, step: s.id, state: s.state.value, ...(evidence.length && { evidence }) };
		}),
	};
}

/** Fills the page from a document; what is no work plan is refused. */
function fill(document) {
	if (document?.$schema !== SCHEMA || !Array.isArray(document.steps)) return false;
	const given = new Map(document.steps.map((s) => [s?.step, s]));
	if (steps.some((s) => !given.has(s.id))) return false;
	for (const s of steps) {
		const { step, state, evidence = [], evidenceEn, ...more } = given.get(s.id);
		s.more = more;
		s.state.value = [...s.state.options].some((o) => o.value === state) ? state : "not-described";
		s.evidence.value = evidence.join("\n");
	}
	const { $schema, title: name, steps: list, ...others } = document;
	title = name;
	rest = others;
	judge();
	return true;
}

/** Says what is wrong, and how far it is. A step that is done needs something that shows it. */
function judge() {
	for (const s of steps) {
		const wrong = s.state.value === "done" && !s.evidence.value.trim();
		s.wrong.hidden = !wrong;
		s.evidence.setAttribute("aria-invalid", String(wrong));
	}
	say("progress", steps.filter((s) => s.state.value === "done").length);
}

function keep() {
	try {
		if (form.elements.keep.checked) localStorage.setItem(KEY, JSON.stringify(plan()));
		else localStorage.removeItem(KEY);
	} catch {
		form.elements.keep.checked = false; // a browser that keeps nothing
	}
}

for (const part of form.querySelectorAll(".state, .keep")) part.hidden = false;
try {
	const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
	form.elements.keep.checked = Boolean(kept && fill(kept));
} catch {
	form.elements.keep.checked = false;
}
form.addEventListener("submit", (e) => e.preventDefault());
form.addEventListener("input", (e) => {
	if (e.target.type === "file") return;
	judge();
	keep();
});
form.elements.save.addEventListener("click", () => {
	const link = Object.assign(document.createElement("a"), { download: "workplan.json" });
	link.href = URL.createObjectURL(new Blob([JSON.stringify(plan(), null, 2) + "\n"], { type: "application/json" }));
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	say("saved");
});
form.elements.print.addEventListener("click", () => print());
form.elements.clear.addEventListener("click", () => {
	for (const s of steps) {
		s.more = undefined;
		s.state.value = "not-described";
		s.evidence.value = "";
	}
	rest = {};
	judge();
	keep();
	say("cleared");
});
document.querySelector("#open").addEventListener("change", async ({ target }) => {
	let read = false;
	try {
		read = fill(JSON.parse(await target.files[0].text()));
	} catch {
		// not JSON: said below
	}
	target.value = "";
	say(read ? "read" : "bad");
	if (read) keep();
});
