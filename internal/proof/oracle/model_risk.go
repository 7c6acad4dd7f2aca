package oracle

import (
	"math/big"
	"slices"
	"time"
)

// weighRisk is weigh for the keys by which parties share a risk, and for that by category.
func (m *Model) weighRisk(c *componentDocument, k *keyDocument, of costs, amount *big.Rat) (amountsOf, bool) {
	out := amountsOf{}
	left := amount // what the second key divides
	switch k.Rule {
	case "excess/1":
		left = new(big.Rat)
		for _, one := range of.cases {
			kept := one.amount
			if m.participants[one.home] {
				kept = least(kept, mul(num(k.Threshold), rat(one.pupils)))
			}
			out.add(one.home, kept)
			left = plus(left, less(one.amount, kept))
		}
		return m.second(out, c, k.Common, of, left, nil), true
	case "fixed-amounts/1":
		for _, a := range k.Amounts {
			out.add(a.Party, num(a.Amount))
		}
		if left = less(amount, out.total()); left.Sign() < 0 {
			refuse("fixed-amounts.above-cost")
		}
		if k.Others == nil {
			if left.Sign() > 0 {
				out.add(nobody, left)
			}
			return out, true
		}
		return m.second(out, c, k.Others, of, left, nil), true
	case "small-numbers/1":
		var small []string
		for party, n := range m.ofHomes(m.counts(c, k.Basis), "redistribute") {
			if n.Cmp(rat(k.Fewer)) < 0 {
				small = append(small, party)
				out.add(party, mul(n, num(k.Price)))
			}
		}
		if left = less(amount, out.total()); left.Sign() < 0 {
			refuse("small-numbers.above-cost")
		}
		return m.second(out, c, k.Others, of, left, small), true
	case "exit/1":
		for _, l := range k.Leaving {
			day, _ := time.Parse(time.DateOnly, l.Left)
			first, _ := time.Parse(time.DateOnly, m.a.Period.From)
			percent := new(big.Rat)
			for year, text := range k.Percents { // from the day after it left, year after year
				from := day.AddDate(0, 0, 1)
				if !first.Before(yearsLater(from, year)) && first.Before(yearsLater(from, year+1)) {
					percent = num(text)
				}
			}
			out.add(l.Party, over(mul(num(l.Contribution), percent), rat(100)))
		}
		if left = less(amount, out.total()); left.Sign() < 0 {
			refuse("exit.above-cost")
		}
		return m.second(out, c, k.Others, of, left, nil), true
	case "weighted-pupils/1":
		counted := new(big.Rat)
		for _, w := range k.Weights {
			for home, n := range m.ofHomes(m.countsOf(c, k.Basis, &w.Category), k.NonParticipants) {
				out.add(home, mul(n, num(w.Weight)))
			}
			counted = plus(counted, m.countsOf(c, k.Basis, &w.Category).total())
		}
		if counted.Cmp(m.counts(c, k.Basis).total()) != 0 {
			refuse("category.not-in-list")
		}
		return out, true
	}
	return nil, false
}

// yearsLater is the same day some years later, of 29 February the day before it where there is none.
func yearsLater(t time.Time, years int) time.Time {
	at := t.AddDate(years, 0, 0)
	if at.Day() != t.Day() {
		at = at.AddDate(0, 0, -1)
	}
	return at
}

// second adds what parties bear of an amount by a second key, in which some do not count.
func (m *Model) second(out amountsOf, c *componentDocument, k *keyDocument, of costs, amount *big.Rat, without []string) amountsOf {
	weights := amountsOf{}
	for party, w := range m.weigh(c, k, of, amount) {
		if !slices.Contains(without, party) {
			weights.add(party, w)
		}
	}
	for party, part := range fractions(weights, amount) {
		out.add(party, mul(amount, part))
	}
	return out
}

// costByCategory is what pupils cost in steps or by their categories; nil for another rule.
func (m *Model) costByCategory(c *componentDocument, k *costDocument, round func(...*big.Rat) *big.Rat) *big.Rat {
	total, counted := new(big.Rat), new(big.Rat)
	switch k.Rule {
	case "degressive/1":
		pupils := m.counts(c, k.Basis).total()
		for i, s := range k.Steps {
			top := pupils
			if i+1 < len(k.Steps) {
				top = least(pupils, rat(k.Steps[i+1].From))
			}
			if inside := less(top, rat(s.From)); inside.Sign() > 0 {
				total = plus(total, round(inside, num(s.Price)))
			}
		}
		return total
	case "price-list/1":
		for _, p := range k.Prices {
			n := m.countsOf(c, k.Basis, &p.Category).total()
			counted = plus(counted, n)
			total = plus(total, round(n, num(p.Price)))
		}
		if counted.Cmp(m.counts(c, k.Basis).total()) != 0 {
			refuse("category.not-in-list")
		}
		return total
	case "admission/1":
		none := ""
		counted = m.countsOf(c, "enrolled-pupils", &none).total() // without a statement
		for _, a := range k.Categories {
			n := m.countsOf(c, "enrolled-pupils", &a.Category).total()
			counted = plus(counted, n)
			price := new(big.Rat)
			if k.Part != "alliance" {
				price = plus(price, num(a.State))
			}
			if k.Part != "state" {
				price = plus(price, num(a.Alliance))
			}
			total = plus(total, round(n, price))
		}
		if counted.Cmp(m.counts(c, "enrolled-pupils").total()) != 0 {
			refuse("category.not-in-list")
		}
		return total
	}
	return nil
}
