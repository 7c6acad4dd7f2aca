package analysis_test

import (
	"math/rand/v2"
	"strings"
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
		rounds, most = 20, 400
	}
	for _, cost := range random.Costs {
		for _, key := range random.Keys {
			if !random.Together(cost, key) {
				continue
			}
			for n := range rounds {
				flow := random.Flows[n%len(random.Flows)]
				route := "jeugdwet-collective"
				if cost == "education-minutes/1" || cost == "admission/1" {
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

// Of 30 municipalities with 1 to 4 pupils each the total is 119, one less than the most: one of them has 3 and the others have 4,
// so that there are 30 ways, which are found without trying those that miss the total. By a total in the middle there are too
// many ways, which is found as fast.
func TestRangeTriesOnlyWhatFits(t *testing.T) {
	a, problems := analysis.ReadTemplate([]byte(strings.Replace(sjabloon, `"division"`, `"limits":{"cap":"90.00","cutOff":"redistribute"},"division"`, 1)))
	require.Empty(t, problems)
	range30 := func(total string) *analysis.Ranges {
		var groups []string
		for _, home := range []string{"0014", "0034", "0050", "0059", "0060", "0072", "0074", "0080", "0085", "0086", "0088", "0090", "0093", "0096", "0098",
			"0106", "0109", "0114", "0118", "0119", "0141", "0147", "0148", "0150", "0153", "0158", "0160", "0163", "0164", "0166"} {
			groups = append(groups, `{"site":"00OS00","home":"`+home+`","route":"jeugdwet","fewest":1,"most":4}`)
		}
		p := pupilsOf(t, `{"code":"00OS00","municipality":"1945","pupils":`+total+`}`, strings.Join(groups, ","))
		b, problems := analysis.Fill(a, p, zio.Netherlands())
		require.Empty(t, problems)
		x, problems := analysis.Range(b, p)
		require.Empty(t, problems)
		require.Equal(t, []string{"pot"}, x.NotMonotone)
		return x
	}
	x := range30("119")
	require.Equal(t, int64(30), x.Counts)
	require.Equal(t, "2.52", x.Parties[0].Low.String(), "3 of 119 of 100.00 is 2.521")
	require.Equal(t, "3.37", x.Parties[0].High.String(), "4 of 119 is 3.361; 29 x 0.361 + 0.521 leaves 11 cents for the largest remainders")
	x = range30("75")
	require.Zero(t, x.Counts)
	require.Nil(t, x.Parties)
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
