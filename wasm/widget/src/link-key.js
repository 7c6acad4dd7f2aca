// Where in an address a scenario stands.

/** The name of the link of an element: two calculators on one page that have an id keep their links apart. */
export const keyOf = (id) => "zio" + (id && "-" + encodeURIComponent(id)) + "=";

/** The name under which an element keeps what is filled in on this device. */
export const keptUnder = (id) => "zio-calculator" + (id && "-" + id);

/** Whether the address holds a scenario for the element of this id. */
export const hasLink = (id) =>
	location.hash
		.slice(1)
		.split("&")
		.some((p) => p.startsWith(keyOf(id)));
