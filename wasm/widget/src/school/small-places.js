// Which numbers of a population are of so few pupils that they can point at a child.

export const FEWEST = 5; // the smallest number of pupils that may be told

/** Series that count no handful of children: inhabitants, money and places. The rule is that of countsFew in schema/meaning.go. */
const NO_FEW = /^(inhabitants|inwoners|youth-under-|gemeentefonds|sites)/;

export const small = (n) => n > 0 && n < FEWEST;

/** The ends of a number of pupils, which are one where it is exact. */
const endsOf = ({ pupils, fewest = 0, most = 0 }) => (most > 0 ? [fewest, most] : [pupils ?? 0, pupils ?? 0]);

/**
 * The ends of the groups of a population as the totals of the sites leave them: who takes the others from a total finds no less.
 * The rule is that of zio.Narrow.
 */
function narrowed({ groups = [], sites = [], pupils = [] }) {
	const ends = groups.map(endsOf);
	const left = [...ends];
	for (const { code, pupils: total } of sites) {
		const at = groups.flatMap((g, i) => (g.site === code ? [i] : []));
		const single = pupils.filter((q) => q.site === code).length;
		const sum = (end) => at.reduce((n, i) => n + ends[i][end], single);
		const [least, most] = [sum(0), sum(1)];
		if (!(total > 0) || total < least || total > most) continue;
		for (const i of at) left[i] = [Math.max(ends[i][0], total - (most - ends[i][1])), Math.min(ends[i][1], total - (least - ends[i][0]))];
	}
	return left;
}

/**
 * The places of a population that tell a number of 1 to 4 pupils, or can be of one pupil: every number of a result is a sum of
 * these. The rule is that of schema.Meaning; schema/testdata/small.json holds both to it.
 */
export function smallPlaces(population) {
	const { groups = [], decisions = [], pupils = [], sites = [], counts = [] } = population ?? {};
	const found = [];
	const few = (at, n) => small(n) && found.push(at);
	sites.forEach((s, i) => few(`/sites/${i}/pupils`, s.pupils));
	narrowed(population ?? {}).forEach(([least, most], i) => {
		if (least === most) few(`/groups/${i}/pupils`, least);
		// Minutes of nobody are those of a pupil who is counted elsewhere.
		if (groups[i].minutesPerWeek > 0 && (least === most ? least === 0 : least < FEWEST)) found.push(`/groups/${i}/minutesPerWeek`);
	});
	pupils.forEach((_, i) => found.push(`/pupils/${i}`));
	counts.forEach(({ basis, decimals, values = [] }, i) => {
		if (!NO_FEW.test(basis)) values.forEach((v, j) => few(`/counts/${i}/values/${j}/count`, Math.ceil(v.count / 10 ** (decimals ?? 0))));
	});
	decisions.forEach((d, i) => few(`/decisions/${i}/pupils`, Math.max(d.pupils ?? 0, 1)));
	return found;
}
