// The parts of the calculator that are loaded when they are needed. An unbuilt page imports them as they are; in the
// package a part is first run by a script element that checks its hash (a module cannot be imported with one), so
// that nothing runs that the integrity of the script tag does not cover.

const parts = {
	details: () => import("./details/details.js"),
	school: () => import("./school/school.js"),
	more: () => import("./more/more.js"),
	en: () => import("./en.js"),
};

/** Loads a part; folder is where the files are, when they are not beside this script. */
export const loadPart = (name, folder) => parts[name](folder);
