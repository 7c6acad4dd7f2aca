package intake

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

// Population is what was added. It ends the builder: no file can be
// added after it. With the choice to ask it is a problem as long as rows wait for a
// decision, and so is a population in which no row was placed.
func (b *Builder) Population() (*zio.Population, zio.Problems) {
	n := func(v int64) string { return strconv.FormatInt(v, 10) }
	if b.o.Suppressed == SuppressedAsk && b.suppressed+b.unplaced > 0 {
		return nil, zio.Problems{decisionNeeded.At("", "suppressed", n(b.suppressed), "places", n(b.unplaced))}
	}
	if b.rows.Placed == 0 {
		return nil, zio.Problems{b.rows.NothingPlaced()}
	}
	p := &zio.Population{Title: clean(b.o.Title, "Leerlingen per vestiging en woongemeente op "+b.date.String()), CountDate: b.date, SchoolYear: zio.SchoolYearOf(b.date), Pupils: b.pupils, Provenance: b.provenance}
	types := b.addSites(p)
	b.places, b.extraAt = nil, nil // what comes is as large as these
	p.Groups = make([]zio.Group, 0, len(b.tallies))
	for i := range b.tallies {
		g := &b.tallies[i]
		if g.pupils.High == 0 {
			continue
		}
		if g.unknown {
			g.minutes = 0
		}
		e := &b.extras[g.extra]
		out := zio.Group{Site: g.site, Home: g.home, Route: g.route, Status: g.status, Adult: g.adult == 1, Label: e.label, Category: e.category, MinutesPerWeek: g.minutes}
		setPupils(&out, g.pupils)
		if e.banded {
			band := e.band
			out.Band = &band
		}
		if out.Label == "" && types[g.site] > 1 {
			out.Label = g.kind.String()
		}
		p.Groups = append(p.Groups, out)
	}
	slices.SortFunc(p.Groups, compareGroups)
	p.Groups = mergeEqual(p.Groups)
	b.setTotals(p)
	if len(b.extras) == 1 { // groups without bands, each once: there is nothing in them to check
		bare := *p
		bare.Groups = nil
		return p, bare.Check()
	}
	return p, p.Check()
}

// addSites lists the sites of the population by code, and gives the number of types of school of each.
func (b *Builder) addSites(p *zio.Population) map[zio.SiteCode]int {
	types := make(map[zio.SiteCode]int, len(b.owners))
	all := slices.Clone(b.owners)
	slices.SortFunc(all, func(x, y owned) int { return cmp.Or(x.site.Compare(y.site), x.kind.Compare(y.kind)) })
	for _, s := range all {
		if s.site.IsZero() {
			continue
		}
		types[s.site]++
		if last := len(p.Sites) - 1; last >= 0 && p.Sites[last].Code == s.site {
			p.Sites[last].Type = both(p.Sites[last].Type, s.kind)
			continue
		}
		site := zio.Site{Code: s.site, Type: s.kind}
		if d := b.sites[s.site]; d != nil {
			site.Name, site.Board, site.Municipality = d.Name, d.Board, d.Municipality
		}
		p.Sites = append(p.Sites, site)
	}
	return types
}

// both is the type of a site that has two: so and vso have a name together, others have none.
func both(a, b zio.SchoolType) zio.SchoolType {
	if a == zio.SpecialPrimary && b == zio.SpecialSecondary {
		return zio.SpecialBoth
	}
	return 0
}

// compareGroups orders groups by site, home, label, category, adults, route, status and band.
func compareGroups(x, y zio.Group) int {
	adult := func(g *zio.Group) int {
		if g.Adult {
			return 1
		}
		return 0
	}
	band := func(g *zio.Group) zio.Band {
		if g.Band == nil {
			return zio.Band{Min: -1}
		}
		return *g.Band
	}
	xBand, yBand := band(&x), band(&y)
	return cmp.Or(x.Site.Compare(y.Site), x.Home.Compare(y.Home), cmp.Compare(x.Label, y.Label), cmp.Compare(x.Category, y.Category), adult(&x)-adult(&y),
		cmp.Compare(x.Route, y.Route), cmp.Compare(x.Status, y.Status), cmp.Compare(xBand.Min, yBand.Min), cmp.Compare(xBand.Max, yBand.Max))
}

// pupilsOf and setPupils read and write the number of pupils of a group, or its range.
func pupilsOf(g *zio.Group) Count {
	if g.Ranged() {
		return Count{g.Fewest, g.Most}
	}
	return Exact(g.Pupils)
}

func setPupils(g *zio.Group, c Count) {
	g.Pupils, g.Fewest, g.Most = c.Low, 0, 0
	if c.IsSuppressed() {
		g.Pupils, g.Fewest, g.Most = 0, c.Low, c.High
	}
}

// mergeEqual adds up sorted groups that are alike: those of one site that differ in type of school only,
// where the table of a user has its own labels.
func mergeEqual(groups []zio.Group) []zio.Group {
	out := groups[:0]
	for _, g := range groups {
		if last := len(out) - 1; last >= 0 && compareGroups(out[last], g) == 0 {
			setPupils(&out[last], pupilsOf(&out[last]).plus(pupilsOf(&g)))
			if out[last].MinutesPerWeek == 0 || g.MinutesPerWeek == 0 { // those of some are not known
				out[last].MinutesPerWeek = 0
			} else {
				out[last].MinutesPerWeek += g.MinutesPerWeek
			}
			continue
		}
		out = append(out, g)
	}
	return out
}
