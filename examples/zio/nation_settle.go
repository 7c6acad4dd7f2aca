package main

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// siteOutcome is one school, settled by itself.
type siteOutcome struct {
	school   *schools.School
	ranges   []zio.Range // of its homes
	spread   *analysis.Spread
	result   *funding.Result
	bounds   []analysis.PartyRange // what each party bears at least and at most; nil: that can not be said
	problems zio.Problems
}

// nation is what all schools come to.
type nation struct {
	sites          []siteOutcome // by code
	municipalities []nationRow   // by code
	problems       zio.Problems  // of the first school that can not be settled
	cost           money.Euro
}

// nationRow is what one municipality, or one region, has to do with.
type nationRow struct {
	code, name            string
	pupils                zio.Range
	sites                 int64
	bears, pays, receives money.Euro
	lowest, highest       money.Euro // that it bears over all counts within the ranges
	unbounded             bool       // that can not be said for some site
}

// regionsDay is a day of which the youth regions are known.
var regionsDay = zio.MustParseDate("2026-01-01")

// settleNation settles a template for schools, several at the same time. What comes out does not depend on how many; step is
// told after each.
func settleNation(x *funding.Agreement, list []schools.School, claim zio.Claim, workers int, step func(done, all int)) *nation {
	n := &nation{sites: make([]siteOutcome, len(list))}
	var next, done atomic.Int64
	var group sync.WaitGroup
	var told sync.Mutex
	for range max(1, min(workers, len(list))) {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := int(next.Add(1)) - 1; i < len(list); i = int(next.Add(1)) - 1 {
				n.sites[i] = settleSite(x, &list[i], claim)
				told.Lock()
				step(int(done.Add(1)), len(list))
				told.Unlock()
			}
		}()
	}
	group.Wait()
	n.add()
	return n
}

func settleSite(x *funding.Agreement, s *schools.School, claim zio.Claim) siteOutcome {
	out := siteOutcome{school: s, ranges: s.Ranges()}
	p := s.Population(claim)
	a, problems := analysis.Fill(x, p, zio.Netherlands())
	if len(problems) == 0 {
		out.result, problems = funding.Draft(a, p)
	}
	if out.problems = problems; len(problems) > 0 {
		return out
	}
	ranges, problems := analysis.Range(a, p)
	if out.problems = problems; len(problems) > 0 {
		return out
	}
	out.bounds = ranges.Parties
	spread, err := analysis.SpreadOf(p, nil, zio.Netherlands(), regionsDay)
	out.spread, out.problems = spread, zio.ProblemsOfError(err)
	return out
}

// add adds the schools up per municipality, in the order of the schools.
func (n *nation) add() {
	rows := map[string]*nationRow{}
	row := func(code string) *nationRow {
		r := rows[code]
		if r == nil {
			m, err := zio.ParseMunicipalityCode(code)
			r = &nationRow{code: code, name: code}
			if err == nil {
				r.name = zio.Netherlands().Name(m)
			}
			rows[code] = r
		}
		return r
	}
	for i := range n.sites {
		s := &n.sites[i]
		if len(s.problems) > 0 {
			n.problems = s.problems
			return
		}
		for _, c := range s.result.Components {
			n.cost = plus(n.cost, c.Cost)
		}
		for k := range s.school.Homes {
			if h := &s.school.Homes[k]; h.Elsewhere == 0 {
				r := row(h.Municipality.String())
				r.sites++
				r.pupils.Fewest += s.ranges[k].Fewest
				r.pupils.Most += s.ranges[k].Most
				r.pupils.Estimate += s.ranges[k].Estimate
			}
		}
		for _, x := range s.result.Shares {
			if isMunicipality(x.Party) {
				r := row(x.Party)
				r.bears = plus(r.bears, x.Amount)
				r.unbounded = r.unbounded || s.bounds == nil
			}
		}
		for _, x := range s.bounds {
			if isMunicipality(x.Party) {
				r := row(x.Party)
				r.lowest, r.highest = plus(r.lowest, x.Low), plus(r.highest, x.High)
			}
		}
		for _, b := range s.result.Balances {
			if isMunicipality(b.Party) {
				r := row(b.Party)
				r.pays, r.receives = plus(r.pays, b.Pays), plus(r.receives, b.Receives)
			}
		}
	}
	for _, r := range rows {
		n.municipalities = append(n.municipalities, *r)
	}
	slices.SortFunc(n.municipalities, func(a, b nationRow) int { return strings.Compare(a.code, b.code) })
}

func isMunicipality(party string) bool {
	_, err := zio.ParseMunicipalityCode(party)
	return err == nil && len(party) == 4
}

// regions adds the municipalities up per youth region; of the sites of a region each counts once. The total of a site narrows
// what its pupils of the region can be together; the ends of the amounts are those of the municipalities, which need not be
// reached at once.
func (n *nation) regions() []nationRow {
	var codes []zio.MunicipalityCode
	at := map[string]int{}
	for i := range n.municipalities {
		if code, err := zio.ParseMunicipalityCode(n.municipalities[i].code); err == nil {
			codes = append(codes, code)
			at[n.municipalities[i].code] = i
		}
	}
	var list []nationRow
	for _, part := range zio.Netherlands().Spread(zio.YouthRegion, codes, regionsDay).Parts {
		r := nationRow{code: part.Region.Code, name: part.Region.Name}
		inside := map[zio.MunicipalityCode]bool{}
		for _, code := range part.Municipalities {
			inside[code] = true
			m := &n.municipalities[at[code.String()]]
			r.bears, r.pays, r.receives = plus(r.bears, m.bears), plus(r.pays, m.pays), plus(r.receives, m.receives)
			r.lowest, r.highest, r.unbounded = plus(r.lowest, m.lowest), plus(r.highest, m.highest), r.unbounded || m.unbounded
		}
		for i := range n.sites {
			if pupils, some := n.sites[i].of(inside); some {
				r.sites++
				r.pupils.Fewest += pupils.Fewest
				r.pupils.Most += pupils.Most
				r.pupils.Estimate += pupils.Estimate
			}
		}
		list = append(list, r)
	}
	return list
}

// of is the pupils of a school that live in some municipalities, and whether there are any. Where the total of the site is used,
// they are at least what the others at most leave of it, and at most what the others at least leave.
func (s *siteOutcome) of(inside map[zio.MunicipalityCode]bool) (in zio.Range, some bool) {
	others := zio.Range{}
	for k, r := range s.ranges {
		sum := &others
		if inside[s.school.Homes[k].Municipality] {
			sum, some = &in, true
		}
		sum.Fewest += r.Fewest
		sum.Most += r.Most
		sum.Estimate += r.Estimate
	}
	if some && s.school.TotalFits() {
		in.Fewest = max(in.Fewest, s.school.Total-others.Most)
		in.Most = min(in.Most, s.school.Total-others.Fewest)
	}
	return in, some
}

// pupils is how many pupils a school has at least and at most: its total, where that is used.
func (s *siteOutcome) pupils() zio.Range {
	if s.school.TotalFits() {
		return zio.Range{Fewest: s.school.Total, Most: s.school.Total, Estimate: s.school.Total}
	}
	sum := zio.Range{}
	for _, r := range s.ranges {
		sum.Fewest, sum.Most, sum.Estimate = sum.Fewest+r.Fewest, sum.Most+r.Most, sum.Estimate+r.Estimate
	}
	return sum
}
