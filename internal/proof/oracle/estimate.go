package oracle

import (
	"math/big"
	"sort"
)

// estimate puts a number in the place of each range of pupils: the lowest, and with a total of the site a part of what the
// total leaves, in proportion to the width of the range; who is nearest to one more pupil gets the last ones.
func (m *Model) estimate() {
	for i := range m.p.Groups {
		if g := &m.p.Groups[i]; g.Most > 0 {
			g.Pupils = g.Fewest
		}
	}
	for _, site := range m.p.Sites {
		if site.Pupils == 0 {
			continue
		}
		left, widths := site.Pupils, int64(0)
		for _, q := range m.p.Pupils {
			if q.Site == site.Code {
				left--
			}
		}
		var places []int
		for i, g := range m.p.Groups {
			if g.Site != site.Code {
				continue
			}
			left -= g.Pupils
			if g.Most > g.Fewest {
				places, widths = append(places, i), widths+g.Most-g.Fewest
			}
		}
		if left < 0 || left > widths { // such a population is refused
			continue
		}
		behind := map[int]*big.Rat{} // how far each stays behind its exact part
		given := int64(0)
		for _, i := range places {
			g := &m.p.Groups[i]
			exact := big.NewRat(left*(g.Most-g.Fewest), widths)
			whole := new(big.Int).Quo(exact.Num(), exact.Denom())
			g.Pupils += whole.Int64()
			given += whole.Int64()
			behind[i] = exact.Sub(exact, new(big.Rat).SetInt(whole))
		}
		sort.SliceStable(places, func(a, b int) bool {
			if c := behind[places[a]].Cmp(behind[places[b]]); c != 0 {
				return c > 0
			}
			g, h := m.p.Groups[places[a]], m.p.Groups[places[b]]
			return g.Most-g.Fewest > h.Most-h.Fewest
		})
		for k := int64(0); k < left-given; k++ {
			m.p.Groups[places[k]].Pupils++
		}
	}
}
