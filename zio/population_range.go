package zio

import (
	"slices"

	"github.com/zio-collectief/zio/internal/strictjson"
)

var (
	problemPupilsMissing = &ProblemKind{"population.pupils-missing", "Vul het aantal leerlingen van deze groep in (\"pupils\"), of het laagste en het hoogste aantal (\"fewest\" en \"most\").", "Fill in the number of pupils of this group (pupils), or the lowest and the highest number (fewest and most)."}
	problemPupilsTwice   = &ProblemKind{"population.pupils-and-range", "Deze groep heeft een aantal van {pupils#} en ook een marge. Geef een van beide.", "This group has a number of {pupils#} and a range too. Give one of the two."}
	problemRangeOrder    = &ProblemKind{"population.range-order", "Het laagste aantal ({fewest#}) is hoger dan het hoogste ({most#}).", "The lowest number ({fewest#}) is above the highest ({most#})."}
	problemSiteTotal     = &ProblemKind{"population.site-total", "Vestiging {code} heeft {total#} {total|leerling|leerlingen}, maar haar groepen en leerlingen zijn er samen {fewest#} tot en met {most#}.", "Site {code} has {total#} {total|pupil|pupils}, but its groups and pupils are {fewest#} to {most#} together."}
)

// bindPupils binds the count of the group: a number, or both ends of a range. No schema says that one of the two is needed;
// CheckRead does.
func (g *Group) bindPupils(f *strictjson.Fields) {
	ranged := g.Fewest != 0 || g.Most != 0
	s := strictjson.Spec{Name: "pupils", Optional: true, Max: MaxCount, NL: "Aantal leerlingen", EN: "Number of pupils",
		HintNL: "Of het laagste en het hoogste aantal.", HintEN: "Or the lowest and the highest number."}
	switch {
	case f.Reading():
		g.Pupils = -1 // until one is read
		f.Int(&g.Pupils, s)
	case f.Writing() && (g.Pupils < 0 || g.Pupils == 0 && ranged):
	default:
		s.Optional = !f.Writing() // a number of 0 is written
		f.Int(&g.Pupils, s)
		f.Kept()
	}
	f.Int(&g.Fewest, strictjson.Spec{Name: "fewest", Optional: true, Max: MaxCount, NL: "Laagste aantal leerlingen", EN: "Lowest number of pupils",
		HintNL: "Voor een aantal dat niet precies bekend is.", HintEN: "For a number that is not known exactly."})
	f.Int(&g.Most, strictjson.Spec{Name: "most", Optional: true, Max: MaxCount, NL: "Hoogste aantal leerlingen", EN: "Highest number of pupils"})
	if f.Reading() && g.Pupils < 0 && (g.Fewest != 0 || g.Most != 0) {
		g.Pupils = 0
	}
}

// Ranged reports whether the number of pupils of the group is a range (marge).
func (g *Group) Ranged() bool { return g.Most > 0 }

// ends are the lowest and the highest number of pupils of the group.
func (g *Group) ends() (fewest, most int64) {
	if g.Ranged() {
		return g.Fewest, g.Most
	}
	return g.Pupils, g.Pupils
}

// checkPupils finds what is wrong with the count of group i.
func (g *Group) checkPupils(i int) Problems {
	switch {
	case g.Pupils < 0:
		return Problems{problemPupilsMissing.At(item("/groups", i) + "/pupils")}
	case g.Pupils > 0 && g.Ranged():
		return Problems{problemPupilsTwice.At(item("/groups", i)+"/pupils", "pupils", itoa(g.Pupils))}
	case g.Fewest > g.Most:
		return Problems{problemRangeOrder.At(item("/groups", i)+"/fewest", "fewest", itoa(g.Fewest), "most", itoa(g.Most))}
	}
	return nil
}

// IsRanged reports whether the number of pupils of some group is a range.
func (p *Population) IsRanged() bool {
	for i := range p.Groups {
		if p.Groups[i].Ranged() {
			return true
		}
	}
	return false
}

// siteCount is what the groups and pupils of a site come to.
type siteCount struct {
	fewest, most, lines int64
	groups              []int32 // places
}

// siteCounts are those of the sites that give a total; nil when there are none. A total of a population is given once, so a
// site that stands twice is looked at as one.
func (p *Population) siteCounts() map[SiteCode]*siteCount {
	var counts map[SiteCode]*siteCount
	for i := range p.Sites {
		if p.Sites[i].Pupils > 0 {
			if counts == nil {
				counts = make(map[SiteCode]*siteCount, len(p.Sites))
			}
			counts[p.Sites[i].Code] = new(siteCount)
		}
	}
	for i := range p.Groups {
		if c := counts[p.Groups[i].Site]; c != nil {
			fewest, most := p.Groups[i].ends()
			c.fewest += fewest
			c.most += most
			c.groups = append(c.groups, int32(i))
		}
	}
	for i := range p.Pupils {
		if c := counts[p.Pupils[i].Site]; c != nil {
			c.fewest++
			c.most++
			c.lines++
		}
	}
	return counts
}

// checkTotal finds whether the total of site i can be what its groups and pupils come to. A site without any says nothing.
func (p *Population) checkTotal(i int, counts map[SiteCode]*siteCount) Problems {
	s := &p.Sites[i]
	c := counts[s.Code]
	if s.Pupils == 0 || c == nil || len(c.groups) == 0 && c.lines == 0 || c.fewest <= s.Pupils && s.Pupils <= c.most {
		return nil
	}
	return Problems{problemSiteTotal.At(item("/sites", i)+"/pupils", "code", s.Code.String(), "total", itoa(s.Pupils), "fewest", itoa(c.fewest), "most", itoa(c.most))}
}

// Estimated is the population with numbers in the place of ranges (schatting): of each group with a range Pupils is the
// estimate, and Fewest and Most are what the total of its site leaves of the range; see [Narrow]. Without a total the
// estimate is the lowest number. A population without ranges comes back itself. It is for calculations: what it gives is
// no document any more. The population was checked before.
func (p *Population) Estimated() *Population {
	if !p.IsRanged() {
		return p
	}
	q := *p
	q.Groups = slices.Clone(p.Groups)
	for i := range q.Groups {
		if g := &q.Groups[i]; g.Ranged() {
			g.Pupils = g.Fewest
		}
	}
	counts := p.siteCounts()
	var ranges []Range
	for i := range p.Sites {
		s := &p.Sites[i]
		c := counts[s.Code]
		if s.Pupils == 0 || c == nil {
			continue
		}
		ranges = append(ranges[:0], Range{Fewest: c.lines, Most: c.lines})
		for _, k := range c.groups {
			fewest, most := p.Groups[k].ends()
			ranges = append(ranges, Range{Fewest: fewest, Most: most})
		}
		Narrow(ranges, s.Pupils)
		for j, k := range c.groups {
			if g := &q.Groups[k]; g.Ranged() {
				r := ranges[j+1]
				g.Fewest, g.Most, g.Pupils = r.Fewest, r.Most, r.Estimate
			}
		}
	}
	return &q
}
