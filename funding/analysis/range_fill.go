package analysis

import (
	"slices"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
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

// bounds gives a party its ends: the sums over the streams of what is the least and the most in the corners of each.
func (f *filling) bounds(x *PartyRange) zio.Problems {
	x.Low, x.High = money.Euro{}, money.Euro{}
	home, _ := zio.ParseMunicipalityCode(x.Party) // zero: a party without pupils
	for i := range f.a.Components {
		low, high, problems := f.stream(i, x.Party, home)
		if len(problems) > 0 {
			return problems
		}
		var err, other error
		x.Low, err = x.Low.Add(low)
		x.High, other = x.High.Add(high)
		if err != nil || other != nil {
			return problemsOf(first(err, other))
		}
	}
	x.Low, x.High = lower(x.Low, x.Estimate), higher(x.High, x.Estimate)
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// stream is the least and the most that a party bears of one stream.
func (f *filling) stream(i int, party string, home zio.MunicipalityCode) (low, high money.Euro, problems zio.Problems) {
	c := &f.a.Components[i]
	on, redistributes := keyDependence(c.Key)
	corners := []corner{{home, true, false}, {home, false, true}, {home, true, true}, {home, false, false}}
	switch {
	case on == constant: // the cost alone rises, with all pupils alike
		on, redistributes = costDependence(c.Cost), false
		corners = corners[2:]
	case costDependence(c.Cost) == constant: // the others take from it what the own pupils add
		corners = corners[:2]
	}
	found := false
	seen := map[string]bool{}
	for _, at := range corners {
		if found && on == constant {
			break
		}
		q := f.at(c, on, redistributes, at)
		key := filled(q)
		if seen[key] {
			continue
		}
		seen[key] = true
		share, refused := exactShare(f.a, q, i, party)
		if len(refused) > 0 {
			problems = refused
			continue // no agreement for these counts, such as one that divides by nobody
		}
		down, up, err := outward(share, c.Division, party)
		if err != nil {
			return low, high, problemsOf(err)
		}
		if !found {
			low, high, found = down, up, true
		}
		low, high = lower(low, down), higher(high, up)
	}
	if found {
		problems = nil
	}
	return low, high, problems
}

// filled is a text that two populations share when their counts are the same.
func filled(q *zio.Population) string {
	b := make([]byte, 0, 4*len(q.Groups))
	for i := range q.Groups {
		n := q.Groups[i].Pupils
		b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	return string(b)
}

// portion is the exact share of a party in eurocents, and how many parties there are.
type portion struct {
	exact   money.Exact
	parties int64
}

// exactShare is what a party bears of one stream, before it is rounded.
func exactShare(a *funding.Agreement, q *zio.Population, stream int, party string) (portion, zio.Problems) {
	x, problems := funding.PortionsChecked(a, q, stream)
	if len(problems) > 0 {
		return portion{}, problems
	}
	own, sum := money.Exact{}, money.Exact{}
	var err error
	for _, w := range x.Weights {
		if sum, err = sum.Add(w.Value); err != nil {
			return portion{}, problemsOf(err)
		}
		if w.Party == party {
			own = w.Value
		}
	}
	if sum.IsZero() {
		return portion{}, nil // nothing is divided
	}
	share, err := x.Cost.Mul(own)
	if err == nil {
		share, err = share.Quo(sum)
	}
	if err != nil {
		return portion{}, problemsOf(err)
	}
	return portion{share, int64(len(x.Weights))}, nil
}

// outward rounds an exact share down and up to the unit of the division, and further for who gets the rest of it.
func outward(p portion, d money.Division, party string) (down, up money.Euro, err error) {
	unit := d.Unit.Cents()
	units, err := p.exact.QuoInt(unit)
	if err != nil {
		return down, up, err
	}
	low, err := units.Round(money.Down)
	if err != nil {
		return down, up, err
	}
	high := low
	switch whole := money.ExactFromInt(low); {
	case units.Compare(whole) > 0:
		high++
	case units.Compare(whole) < 0:
		low--
	}
	switch d.Method {
	case money.LargestWeight:
		low, high = low-1, high+1
	case money.RestToLargest:
		low, high = low-p.parties, high+p.parties
	case money.RestToNamed:
		if party == d.Named {
			low, high = low-p.parties, high+p.parties
		}
	}
	return money.EuroFromCents(low * unit), money.EuroFromCents(high * unit), nil
}
