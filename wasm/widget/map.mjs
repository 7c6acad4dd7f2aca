// Makes the map of the municipalities for the browser, map.txt, from the borders that CBS publishes (wijk- en buurtkaart,
// land, generalised, WGS 84, CC BY 4.0). Every point is put on a grid, so that neighbours keep one border.
//
//   node map.mjs BORDERS.geojson
//
// The first line of map.txt names the year, the size of the grid and the source; each other line is a municipality: its code,
// a tab, and its rings with spaces between. A ring is "x,y:" and then two characters for each next point, its distance in x
// and in y: the code of the character less 79, from -44 to 44.

import { readFileSync, writeFileSync } from "node:fs";

const CELL = 430; // metres
const WEST = 3.3;
const NORTH = 53.6;
const METRES = 111_320; // of a degree of latitude
const NARROW = Math.cos((52.15 * Math.PI) / 180);
const MOST = 44;

const [file] = process.argv.slice(2);
if (!file) {
	console.error("usage: node map.mjs BORDERS.geojson");
	process.exit(2);
}
const grid = ([lon, lat]) => [Math.round(((lon - WEST) * NARROW * METRES) / CELL), Math.round(((NORTH - lat) * METRES) / CELL)];
const letter = (n) => String.fromCharCode(79 + n);

/** The points of a ring on the grid, without those that repeat or lie on a straight line; null when nothing is left. */
function ringOf(points) {
	const kept = [];
	for (const p of points.map(grid)) {
		const last = kept.at(-1);
		if (!last || last[0] !== p[0] || last[1] !== p[1]) kept.push(p);
	}
	if (kept.length > 1 && String(kept[0]) === String(kept.at(-1))) kept.pop();
	for (let i = 1; i < kept.length - 1;) {
		const [[ax, ay], [bx, by], [cx, cy]] = kept.slice(i - 1, i + 2);
		if ((bx - ax) * (cy - ay) === (by - ay) * (cx - ax)) kept.splice(i, 1);
		else i++;
	}
	return kept.length > 2 ? kept : null;
}

function written(ring) {
	let [x, y] = ring[0];
	let text = `${x},${y}:`;
	for (const [toX, toY] of ring.slice(1))
		while (x !== toX || y !== toY) {
			// A long way is gone in steps along the line.
			const steps = Math.max(1, Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / MOST));
			const [dx, dy] = [Math.round((toX - x) / steps), Math.round((toY - y) / steps)];
			text += letter(dx) + letter(dy);
			[x, y] = [x + dx, y + dy];
		}
	return text;
}

const { features } = JSON.parse(readFileSync(file, "utf8"));
let [width, height] = [0, 0];
const lines = features.map(({ properties, geometry }) => {
	const polygons = geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
	const rings = polygons.flat().map(ringOf).filter(Boolean);
	for (const [x, y] of rings.flat()) [width, height] = [Math.max(width, x), Math.max(height, y)];
	return properties.gemeentecode.replace(/^GM/, "") + "\t" + rings.map(written).join(" ");
});
const head = ["2024", width + 1, height + 1, "CBS en Kadaster, wijk- en buurtkaart 2024, CC BY 4.0"].join("\t");
writeFileSync(new URL("map.txt", import.meta.url), [head, ...lines.sort()].join("\n") + "\n");
