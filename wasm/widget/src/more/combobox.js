// A text box with suggestions (ARIA combobox with a list box): municipalities by name or code.

import { h } from "../dom.js";

/**
 * Gives suggestions to a text box that stands in a box of its own.
 * @param {App} app
 * @param {HTMLInputElement} input
 * @param {object} options
 * @param {(code: string|undefined) => void} options.choose
 * @param {(text: string) => void} options.unknown
 * @param {(query: string) => Promise<any[]>} [options.search] municipalities, unless told
 * @param {string} [options.label] what is searched
 * @param {(found: any) => void} [options.take] takes what was found, in the place of choose
 */
export function combobox(
	app,
	input,
	{ choose, unknown, search: find = (query) => app.searchMunicipalities(query), label = app.t("municipality"), take: accept },
) {
	const listId = input.id + "-l";
	const list = h("ul", { id: listId, role: "listbox", class: "options", hidden: true, "aria-label": label });
	let found = [];
	let active = -1;
	let settled = input.defaultValue;

	const close = () => {
		list.hidden = true;
		active = -1;
		input.setAttribute("aria-expanded", "false");
		input.removeAttribute("aria-activedescendant");
	};
	const move = (to) => {
		active = to;
		[...list.children].forEach((o, i) => o.setAttribute("aria-selected", String(i === to)));
		if (to < 0) return input.removeAttribute("aria-activedescendant");
		input.setAttribute("aria-activedescendant", list.children[to].id);
		list.children[to].scrollIntoView({ block: "nearest" });
	};
	const take = (m) => {
		if (accept) {
			input.value = settled = m.name;
			close();
			return accept(m);
		}
		app.conversation.names.set(m.code, m.name);
		input.value = settled = m.name;
		close();
		choose(m.code);
	};
	const search = async () => {
		const query = input.value.trim();
		found = query ? await find(query) : [];
		if (input.value.trim() !== query) return;
		const none = query.length > 1 && !found.length && app.t("nothingFound", { text: query.slice(0, 40) });
		if (none) app.page.announce(none);
		list.replaceChildren(
			...(none ? [h("li", { class: "none", role: "option", "aria-disabled": "true" }, none)] : []),
			...found.map((m, i) =>
				h(
					"li",
					{ id: listId + i, role: "option", "aria-selected": "false", onpointerdown: (e) => e.preventDefault(), onclick: () => take(m) },
					m.name,
					h("span", { class: "soft" }, m.province ?? ""),
				),
			),
		);
		list.hidden = !list.firstChild;
		input.setAttribute("aria-expanded", String(!list.hidden));
		move(-1);
	};
	const fold = (s) =>
		s
			.normalize("NFD")
			.replace(/[^\p{L}\p{N}]/gu, "")
			.toLowerCase();
	/** Leaving the box takes what fits: the whole name, the code, or the only suggestion. */
	const settle = async () => {
		close();
		const text = input.value.trim();
		if (text === settled) return;
		if (!text) {
			settled = "";
			return choose(undefined);
		}
		const all = await find(text);
		if (input.value.trim() !== text) return;
		const exact = all.find((m) => m.code === text || fold(m.name) === fold(text)) ?? (all.length === 1 && all[0]);
		if (exact) return take(exact);
		settled = text;
		unknown(text);
	};
	const keydown = (e) => {
		const n = found.length;
		if (e.key === "Escape" && !list.hidden) close();
		else if (e.key === "Enter" && !list.hidden && active >= 0) take(found[active]);
		else if ((e.key === "ArrowDown" || e.key === "ArrowUp") && n && !list.hidden)
			move(e.key === "ArrowDown" ? (active + 1) % n : (active < 1 ? n : active) - 1);
		else if (e.key === "ArrowDown") return void search();
		else return;
		e.preventDefault();
	};
	input.setAttribute("aria-controls", listId);
	for (const [type, listener] of Object.entries({ input: search, blur: settle, keydown })) input.addEventListener(type, listener);
	input.after(list);
	if (input.value !== settled) /** @type {ShadowRoot} */ (input.getRootNode()).activeElement === input ? search() : settle();
}
