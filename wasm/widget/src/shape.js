// Whether something that comes from outside has the shape of a document: lists where there are lists, objects where
// there are objects, single values elsewhere. Everything finer is judged by the engine.

/**
 * @param {{rules: (part: string) => any[]}} conversation what knows the rules
 * @param {object[]} fields what the engine says of the members
 * @param {unknown} value
 */
export const fits = (conversation, fields, value) =>
	object(value) && (fields ?? []).every((f) => value[f.name] === undefined || member(conversation, f, value[f.name]));

const object = (x) => typeof x === "object" && x !== null && !Array.isArray(x);

function member(conversation, field, value) {
	switch (field.kind) {
		case "object":
			return fits(conversation, field.fields, value);
		case "union":
			return object(value) && fits(conversation, conversation.rules(field.union).find((r) => r.rule === value.rule)?.fields, value);
		case "list":
			return Array.isArray(value) && value.every((x) => (field.fields ? fits(conversation, field.fields, x) : typeof x !== "object"));
		case "codes":
		case "texts":
			return Array.isArray(value) && value.every((x) => typeof x !== "object");
	}
	return typeof value !== "object";
}
