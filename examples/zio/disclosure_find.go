package main

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// finder collects the places that tell a number of 1 to 4 pupils.
type finder struct{ small zio.Problems }

// tell finds a number, or a difference of two, of 1 to 4 pupils.
func (f *finder) tell(n int64, at ...string) {
	if n = max(n, -n); n > 0 && n < 5 {
		f.small = append(f.small, zio.Problem{Pointer: "/" + strings.Join(at, "/")})
	}
}

// fewInSpread finds the numbers of 1 to 4 pupils that a spread tells. The share of the largest municipality tells how many pupils do not
// live there; with how many municipalities there are, and how many of equal size, the number of each can be worked out.
func fewInSpread(s *analysis.Spread, p *zio.Population) zio.Problems {
	var f finder
	homes := map[zio.MunicipalityCode][2]int64{} // the lowest and the highest number
	add := func(home zio.MunicipalityCode, fewest, most int64) {
		homes[home] = [2]int64{homes[home][0] + fewest, homes[home][1] + most}
	}
	counted := p.Estimated()
	for i := range counted.Groups {
		if g := &counted.Groups[i]; g.Ranged() {
			add(g.Home, g.Fewest, g.Most)
		} else {
			add(g.Home, g.Pupils, g.Pupils)
		}
	}
	for i := range counted.Pupils {
		add(counted.Pupils[i].Home, 1, 1)
	}
	for _, home := range slices.SortedFunc(maps.Keys(homes), zio.MunicipalityCode.Compare) {
		if n := homes[home]; n[0] == n[1] {
			f.tell(n[0], "homes", home.String())
		}
	}
	f.tell(s.Pupils, "pupils")
	f.tell(s.Unknown, "unknown")
	f.tell(s.NoRegion, "noRegion")
	for i := range s.Regions {
		f.tell(s.Regions[i].Pupils, "regions", strconv.Itoa(i), "pupils")
	}
	if largest, err := s.LargestShare.MulInt(s.Pupils); err == nil && s.Pupils > 0 {
		if n, err := largest.Round(money.HalfUp); err == nil { // of a whole number
			f.tell(n, "largestShare")
			f.tell(s.Pupils-n, "largestShare")
		}
	}
	return f.small
}

// fewInComparison finds a pool of 1 to 4 pupils, and pools that differ by as many.
func fewInComparison(c *analysis.Comparison) zio.Problems {
	var f finder
	for i, t := range c.Totals {
		if t.Name != "pooled" {
			continue
		}
		for _, one := range [...]struct{ name, value string }{{"a", t.A}, {"b", t.B}, {"difference", t.Difference}} {
			if n, err := strconv.ParseInt(one.value, 10, 64); err == nil {
				f.tell(n, "totals", strconv.Itoa(i), one.name)
			}
		}
	}
	return f.small
}

// fewInSweep is fewInComparison of every two points. Where the parameter is a number of pupils itself, its steps tell nothing.
func fewInSweep(x *analysis.Sweep) zio.Problems {
	var f finder
	steps := !strings.HasSuffix(x.Pointer, "/pupils")
	for i := range x.Points {
		found := len(f.small)
		at := []string{"points", strconv.Itoa(i), "pooled"}
		f.tell(x.Points[i].Pooled, at...)
		for j := 0; j < i && steps && len(f.small) == found; j++ {
			f.tell(x.Points[i].Pooled-x.Points[j].Pooled, at...)
		}
	}
	return f.small
}

// fewInSolution finds 1 to 4 pupils that reach an amount: with the amount of the settlement that is the number that is there.
func fewInSolution(x *analysis.Solution) zio.Problems {
	var f finder
	if strings.HasSuffix(x.Pointer, "/pupils") {
		for _, end := range [...]struct{ name, value string }{{"from", x.From}, {"until", x.Until}, {"below", x.Below}, {"above", x.Above}} {
			if n, err := strconv.ParseInt(end.value, 10, 64); err == nil {
				f.tell(n, end.name)
			}
		}
	}
	return f.small
}

// fewInPlaces finds the numbers of 1 to 4 pupils per site, board and municipality: a key that counts no pupils leaves these out of the
// result.
func fewInPlaces(t *analysis.PlaceTable) zio.Problems {
	var f finder
	for i := range t.Sites {
		f.tell(t.Sites[i].Pupils, "sites", strconv.Itoa(i), "pupils")
	}
	for i := range t.Boards {
		f.tell(t.Boards[i].Pupils, "boards", strconv.Itoa(i), "pupils")
	}
	for i := range t.Municipalities {
		f.tell(t.Municipalities[i].Pupils, "municipalities", strconv.Itoa(i), "pupils")
	}
	for i := range t.SiteShares {
		f.tell(t.SiteShares[i].Pupils, "siteShares", strconv.Itoa(i), "pupils")
	}
	return f.small
}

// fewInSettlement finds the numbers of 1 to 4 pupils in the result, and in the tables per place.
func (a *app) fewInSettlement(s *settlement) zio.Problems {
	small := s.small()
	if s.school != nil {
		return small
	}
	if t, problems := analysis.Places(s.agreement, s.population, s.result); len(problems) == 0 {
		small = append(small, fewInPlaces(t)...)
	}
	return small
}
