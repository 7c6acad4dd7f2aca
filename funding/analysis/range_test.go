package analysis_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

// smallRanges keeps a few groups of a population and gives them small ranges, and some sites a total.
func smallRanges(r *rand.Rand, p *zio.Population) {
	if n := 1 + r.IntN(5); len(p.Groups) > n {
		p.Groups = p.Groups[:n]
	}
	if len(p.Pupils) > 2 {
		p.Pupils = p.Pupils[:2]
	}
	totals := map[zio.SiteCode]int64{}
	for i := range p.Groups {
		g := &p.Groups[i]
		g.Pupils, g.Fewest, g.Most = 0, int64(r.IntN(4)), 0
		g.Most = g.Fewest + int64(r.IntN(4))
		n := g.Fewest
		if g.Most > g.Fewest {
			n += r.Int64N(g.Most - g.Fewest + 1)
		}
		g.MinutesPerWeek = 0
		if g.Most > 0 && g.Band == nil {
			g.MinutesPerWeek = 100
		} else if g.Most > 0 {
			g.MinutesPerWeek = g.Band.Max * max(g.Fewest, 1)
		}
		if g.Most == 0 || r.IntN(5) == 0 {
			g.Pupils, g.Fewest, g.Most = n, 0, 0
			if g.Band != nil {
				g.MinutesPerWeek = n * g.Band.Max
			}
		}
		totals[g.Site] += n
	}
	for i := range p.Pupils {
		totals[p.Pupils[i].Site]++
	}
	for i := range p.Sites {
		p.Sites[i].Pupils = 0
		if r.IntN(2) == 0 {
			p.Sites[i].Pupils = totals[p.Sites[i].Code]
		}
	}
}

// everyCount calls take with every population that a population with ranges can be: all numbers within the ranges are tried,
// and those by which a site does not come to its total are passed over.
func everyCount(p *zio.Population, take func(*zio.Population)) {
	q := *p
	q.Groups = append([]zio.Group(nil), p.Groups...)
	var next func(i int)
	next = func(i int) {
		if i == len(q.Groups) {
			for _, s := range p.Sites {
				n := int64(0)
				for _, g := range q.Groups {
					if g.Site == s.Code {
						n += g.Pupils
					}
				}
				for _, x := range p.Pupils {
					if x.Site == s.Code {
						n++
					}
				}
				if s.Pupils > 0 && n != s.Pupils {
					return
				}
			}
			take(&q)
			return
		}
		g := p.Groups[i]
		if !g.Ranged() {
			next(i + 1)
			return
		}
		for n := g.Fewest; n <= g.Most; n++ {
			q.Groups[i].Pupils, q.Groups[i].Fewest, q.Groups[i].Most = n, 0, 0
			next(i + 1)
		}
	}
	next(0)
}

// TestRangeHoldsForEveryCount is the proof by trying: every cost with every key, in agreements at random, with populations of
// which every count is calculated. No amount lies outside its range, and the ends are reached but for the rounding.
func TestRangeHoldsForEveryCount(t *testing.T) {
	cases, monotone := 0, map[string]int{}
	rounds, most := 52, 2000
	if testing.Short() {
		rounds, most = 12, 400
	}
	for _, cost := range random.Costs {
		for _, key := range random.Keys {
			for n := range rounds {
				flow := random.Flows[n%len(random.Flows)]
				route := "jeugdwet-collective"
				if cost == "education-minutes/1" {
					route = "education"
				}
				seed := int64(1000*len(cost) + 100*len(key) + n)
				agreement, population := random.Combined(seed, cost, key, flow, route)
				a, problems := funding.ReadAgreement(agreement)
				require.Empty(t, problems)
				p, problems := zio.ReadPopulation(population)
				if len(problems) > 0 {
					continue
				}
				r := rand.New(rand.NewPCG(uint64(seed), 5))
				if n%3 > 0 { // limits, cover and a divisor are never monotone
					c := &a.Components[0]
					c.Limits, c.Cover = nil, nil
					if !c.Division.Divisor.IsZero() {
						c.Division = money.Division{Method: money.LargestRemainder, Unit: c.Division.Unit}
					}
				}
				smallRanges(r, p)
				x, problems := analysis.Range(a, p)
				if len(problems) > 0 {
					continue
				}
				cases++
				checkRange(t, seed, a, p, x)
				if len(x.NotMonotone) == 0 && p.IsRanged() {
					monotone[cost+" "+key]++
				}
				if t.Failed() {
					t.Fatalf("%s %s %s seed %d\n%s\n%s", cost, key, flow, seed, a.AppendDocument(nil), p.AppendDocument(nil))
				}
			}
		}
	}
	require.Greater(t, cases, most)
	for _, combination := range []string{"budget/1 pro-rata/1", "fixed-hours/1 pro-rata/1", "fixed-hours/1 own-use/1", "population/1 single-payer/1", "population/1 pro-rata/1",
		"education-minutes/1 fixed-shares/1", "staffing/1 mixed/1", "budget/1 hybrid/1", "estimated-hours/1 pro-rata/1", "fixed-hours/1 mixed/1"} {
		require.Positive(t, monotone[combination], combination)
	}
}

func checkRange(t *testing.T, seed int64, a *funding.Agreement, p *zio.Population, x *analysis.Ranges) {
	t.Helper()
	low, high, some := map[string]money.Euro{}, map[string]money.Euro{}, 0
	everyCount(p, func(q *zio.Population) {
		y, problems := funding.DraftChecked(a, q)
		if len(problems) > 0 {
			return
		}
		some++
		amounts := map[string]money.Euro{}
		for _, s := range y.Shares {
			amounts[s.Party] = s.Amount
		}
		for party := range amounts {
			if _, seen := low[party]; !seen && some > 1 { // without a share until now: it bore nothing
				low[party], high[party] = money.Euro{}, money.Euro{}
			} else if !seen {
				low[party], high[party] = amounts[party], amounts[party]
			}
		}
		for party := range low { // who has no share bears nothing
			if amounts[party].Compare(low[party]) < 0 {
				low[party] = amounts[party]
			}
			if amounts[party].Compare(high[party]) > 0 {
				high[party] = amounts[party]
			}
		}
	})
	require.Positive(t, some, "the estimate is one of the counts; seed %d", seed)
	if x.Parties == nil && len(x.NotMonotone) > 0 {
		return
	}
	d := a.Components[0].Division
	slack := 2 * d.Unit.Cents()
	if d.Method == money.RestToLargest || d.Method == money.RestToNamed {
		slack *= int64(2 * len(a.Parties))
	}
	for _, r := range x.Parties {
		l, seen := low[r.Party]
		if !seen {
			continue
		}
		h := high[r.Party]
		if r.Low.Compare(l) > 0 || r.High.Compare(h) < 0 {
			t.Errorf("seed %d, %s: from %s to %s, and the range is %s to %s", seed, r.Party, l, h, r.Low, r.High)
		}
		if r.Estimate.Compare(r.Low) < 0 || r.Estimate.Compare(r.High) > 0 {
			t.Errorf("seed %d, %s: the estimate %s is outside %s to %s", seed, r.Party, r.Estimate, r.Low, r.High)
		}
		if r.Low.Cents() < l.Cents()-slack || r.High.Cents() > h.Cents()+slack {
			t.Errorf("seed %d, %s: from %s to %s, and the range is wider: %s to %s", seed, r.Party, l, h, r.Low, r.High)
		}
	}
	for party := range low {
		found := false
		for _, r := range x.Parties {
			found = found || r.Party == party
		}
		if !found && !high[party].IsZero() {
			t.Errorf("seed %d: %s bears with some counts and has no range", seed, party)
		}
	}
}
