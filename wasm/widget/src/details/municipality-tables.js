// Where a population counts something per municipality.

import { get, under } from "../pointer.js";
import { dated } from "../shown.js";

/** A table with more rows is laid out only where it is in sight. */
export const LONG = 60;

const asksHome = (f) => f.format === "municipality";
/** A count of pupils can be a range instead, so it is not required. */
const counts = (f) => f.kind === "integer" && (f.required || f.name === "pupils");

/**
 * The tables of a population: the groups of pupils, and every other count that the document holds.
 * @param {App} app
 */
export function tables(app) {
	const fields = app.conversation.description?.population.fields ?? [];
	const population = app.documents.input.population ?? {};
	const found = [];
	for (const f of fields) {
		if (f.kind !== "list") continue;
		const at = under("/population", f.name);
		const table = (list, pointer, label) => {
			const home = list.fields?.find(asksHome);
			const count = list.fields?.find(counts);
			if (home && count && home !== count) found.push({ field: list, pointer, label, home, count });
		};
		if (f.name === "groups") table(f, at, f.label);
		else if (f.name === "counts")
			(population.counts ?? []).forEach((c, i) =>
				table(
					f.fields.find((x) => x.name === "values") ?? {},
					under(under(at, i), "values"),
					[app.word("basis", c.basis), c.date && dated(c.date)].filter(Boolean).join(", "),
				),
			);
	}
	// An agreement that counts something else than pupils need not show an empty table of pupils.
	return found.length > 1 ? found.filter((t) => t.field.name !== "groups" || app.documents.valueAt(t.pointer)?.length) : found;
}

/** A row like the first one, without what belongs to its place. */
export function likeFirst(rows, { home, count, field }) {
	const { label, ...like } = rows[0] ?? {};
	for (const f of field.fields) if (f === home || f === count || (f.kind === "integer" && !f.required)) delete like[f.name];
	return like;
}

/** Whether nothing is filled in yet in a row: no municipality, no number, and no ends of a range. */
export const isNew = (row, { home, count }) => row[home.name] === undefined && row[count.name] === undefined && row.most === undefined;

/**
 * The documents without the rows at the end of a table in which nothing is filled in yet.
 * @param {App} app
 */
export function withoutEmptyRows(app, input) {
	for (const table of tables(app)) {
		const rows = get(input, table.pointer) ?? [];
		while (rows.length && isNew(rows.at(-1), table)) rows.pop();
	}
	return input;
}
