package analysis

import (
	"slices"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// filling is an agreement with a population whose ranges are filled in with counts.
type filling struct {
	a        *funding.Agreement
	p        *zio.Population // with the ranges that the totals leave
	pooled   []bool          // of each group
	takePart map[zio.MunicipalityCode]bool
	sites    []siteFilling
}

// siteFilling is the groups of one site that have a range, with what is left of the total for them; the site without a code
// holds all groups whose site has no total.
type siteFilling struct {
	groups []int
	total  bool
	left   int64 // above the fewest of all groups
}

// corner says which counts are as high as can be.
type corner struct {
	own               zio.MunicipalityCode
	ownMost, restMost bool
}

func newFilling(a *funding.Agreement, p *zio.Population) *filling {
	f := &filling{a: a, p: p.Estimated(), pooled: funding.Pooled(a, p), takePart: map[zio.MunicipalityCode]bool{}}
	for i := range a.Parties {
		if code, err := zio.ParseMunicipalityCode(a.Parties[i].ID); err == nil && a.Parties[i].Participates {
			f.takePart[code] = true
		}
	}
	place := map[zio.SiteCode]int{}
	for i := range p.Sites {
		s := &p.Sites[i]
		if _, twice := place[s.Code]; s.Pupils > 0 && !twice {
			place[s.Code] = len(f.sites)
			f.sites = append(f.sites, siteFilling{total: true, left: s.Pupils})
		}
	}
	free := len(f.sites)
	f.sites = append(f.sites, siteFilling{})
	for i := range p.Groups {
		g := &p.Groups[i]
		at, total := place[g.Site]
		if !total {
			at = free
		} else if g.Ranged() {
			f.sites[at].left -= f.p.Groups[i].Fewest
		} else {
			f.sites[at].left -= g.Pupils
		}
		if g.Ranged() {
			f.sites[at].groups = append(f.sites[at].groups, i)
		}
	}
	for i := range p.Pupils {
		if at, total := place[p.Pupils[i].Site]; total {
			f.sites[at].left--
		}
	}
	return f
}

// bare is the population with every range at its fewest, and no ranges any more.
func (f *filling) bare() *zio.Population {
	q := *f.p
	q.Groups = slices.Clone(f.p.Groups)
	for i := range q.Groups {
		if g := &q.Groups[i]; g.Ranged() {
			g.Pupils, g.Fewest, g.Most = g.Fewest, 0, 0
		}
	}
	return &q
}

// ways counts the ways to fill the ranges; more than limit is limit+1.
func (f *filling) ways(limit int64) int64 {
	n := int64(1)
	for i := range f.sites {
		m := int64(0)
		f.fill(i, 0, f.sites[i].left, nil, func() bool { m++; return m <= limit })
		if n *= m; n > limit {
			return limit + 1
		}
	}
	return n
}

// each calls take with every way to fill the ranges; the population is good until take returns.
func (f *filling) each(take func(*zio.Population)) {
	q := f.bare()
	var site func(i int)
	site = func(i int) {
		if i == len(f.sites) {
			take(q)
			return
		}
		f.fill(i, 0, f.sites[i].left, q, func() bool { site(i + 1); return true })
	}
	site(0)
}

// fill fills in the ranges of a site from group k on, so that left is used up, and calls done for each way; false when
// done wants no more. No number is tried that leaves more than the groups behind it can hold, so that every try ends in a way.
func (f *filling) fill(i, k int, left int64, q *zio.Population, done func() bool) bool {
	s := &f.sites[i]
	if k == len(s.groups) {
		return s.total && left != 0 || done()
	}
	g := &f.p.Groups[s.groups[k]]
	fewest := int64(0)
	if s.total {
		room := int64(0)
		for _, behind := range s.groups[k+1:] {
			room += f.p.Groups[behind].Most - f.p.Groups[behind].Fewest
		}
		fewest = max(0, left-room)
	}
	for n := fewest; n <= g.Most-g.Fewest && (!s.total || n <= left); n++ {
		if q != nil {
			q.Groups[s.groups[k]].Pupils = g.Fewest + n
		}
		if !f.fill(i, k+1, left-n, q, done) {
			return false
		}
	}
	return true
}

// counts reports whether a group counts for what a stream depends on.
func (f *filling) counts(c *funding.Component, i int, on dependence, redistributes bool) bool {
	g := &f.p.Groups[i]
	if len(c.Sites) > 0 && !slices.Contains(c.Sites, g.Site) {
		return false
	}
	if on == eligible {
		return f.pooled[i]
	}
	return on == enrolled && (!redistributes || f.takePart[g.Home])
}

// allBear reports whether every group of a stream is of a home that takes part.
func (f *filling) allBear(c *funding.Component) bool {
	for i := range f.p.Groups {
		if f.counts(c, i, enrolled, false) && !f.takePart[f.p.Groups[i].Home] {
			return false
		}
	}
	for i := range f.p.Pupils {
		q := &f.p.Pupils[i]
		if (len(c.Sites) == 0 || slices.Contains(c.Sites, q.Site)) && !f.takePart[q.Home] {
			return false
		}
	}
	return true
}

// at is the population in a corner for a stream: first the pupils of one home are as many or as few as can be, then those of the
// others that count; groups that do not count take what the total leaves.
func (f *filling) at(c *funding.Component, on dependence, redistributes bool, at corner) *zio.Population {
	q := f.bare()
	for i := range f.sites {
		s := &f.sites[i]
		left := s.left
		var own, rest, idle []int
		for _, k := range s.groups {
			switch {
			case !f.counts(c, k, on, redistributes):
				idle = append(idle, k)
			case f.p.Groups[k].Home == at.own:
				own = append(own, k)
			default:
				rest = append(rest, k)
			}
		}
		raise := func(list []int) {
			for _, k := range list {
				n := f.p.Groups[k].Most - f.p.Groups[k].Fewest
				if s.total {
					n = min(n, left)
				}
				q.Groups[k].Pupils += n
				left -= n
			}
		}
		if !s.total { // nothing has to be used up
			if at.ownMost {
				raise(own)
			}
			if at.restMost {
				raise(rest)
			}
			continue
		}
		if at.ownMost {
			raise(own)
		}
		if at.restMost {
			raise(rest)
		}
		raise(idle)
		raise(rest)
		if !at.ownMost {
			raise(own)
		}
	}
	return q
}
