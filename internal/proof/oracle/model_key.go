package oracle

import (
	"math/big"
	"slices"
	"time"
)

// keyDocument holds the members of every key rule.
type keyDocument struct {
	Rule, Payer, Basis, Date, NonParticipants, Measure, Solidarity string
	Years                                                          int64
	Shares                                                         []struct{ Party, Percent string }
	Parts                                                          []struct {
		Weight string
		Key    keyDocument
	}
	Common, Own, Others *keyDocument
	Weights             []struct{ Party, Category, Weight string }
	Amounts             []struct{ Party, Amount string }
	Threshold, Price    string
	Fewer               int64
	Leaving             []struct{ Party, Contribution, Left string }
	Percents            []string
}

// nobody stands for what no party bears.
const nobody = "~gap"

// weigh is what every party weighs by a key, where amount is what has to be divided.
func (m *Model) weigh(c *componentDocument, k *keyDocument, of costs, amount *big.Rat) amountsOf {
	switch k.Rule {
	case "single-payer/1":
		return amountsOf{k.Payer: rat(1)}
	case "fixed-shares/1":
		out := amountsOf{}
		for _, s := range k.Shares {
			out.add(s.Party, num(s.Percent))
		}
		return out
	case "given/1":
		out := amountsOf{}
		for _, w := range k.Weights {
			out.add(w.Party, num(w.Weight))
		}
		for _, w := range k.Amounts {
			out.add(w.Party, num(w.Amount))
		}
		if k.Amounts != nil && out.total().Cmp(amount) != 0 {
			refuse("given.sum-not-cost")
		}
		return out
	case "pro-rata/1":
		if k.Basis == "enrolled-pupils" || k.Basis == "eligible-pupils" || k.Basis == "eligible-minutes" {
			return m.ofHomes(m.counts(c, k.Basis), k.NonParticipants)
		}
		return m.ofHomes(m.series(k), k.NonParticipants)
	case "own-use/1":
		if k.Measure != "own-cost" {
			return m.ofHomes(m.counts(c, k.Measure), k.NonParticipants)
		}
		if of.own == nil {
			refuse("own-use.cost-not-by-home")
		}
		return of.own
	case "hybrid/1": // F22
		solidarity := num(k.Solidarity)
		return m.mix(c, of, amount, []*big.Rat{solidarity, less(rat(100), solidarity)}, []*keyDocument{k.Common, k.Own})
	case "mixed/1":
		var sizes []*big.Rat
		var keys []*keyDocument
		for i := range k.Parts {
			sizes = append(sizes, num(k.Parts[i].Weight))
			keys = append(keys, &k.Parts[i].Key)
		}
		return m.mix(c, of, amount, sizes, keys)
	}
	if out, found := m.weighRisk(c, k, of, amount); found {
		return out
	}
	noRule("key", k.Rule)
	return nil
}

// mix adds the fractions of several keys, times their sizes.
func (m *Model) mix(c *componentDocument, of costs, amount *big.Rat, sizes []*big.Rat, keys []*keyDocument) amountsOf {
	out := amountsOf{}
	for i, key := range keys {
		if sizes[i].Sign() == 0 {
			continue
		}
		for party, part := range fractions(m.weigh(c, key, of, amount), amount) {
			out.add(party, mul(part, sizes[i]))
		}
	}
	return out
}

// fractions is what each party bears of one by its weight; an amount that nobody weighs for is refused.
func fractions(weights amountsOf, amount *big.Rat) amountsOf {
	out := amountsOf{}
	total := weights.total()
	if total.Sign() == 0 && amount.Sign() != 0 {
		refuse("key.weights-zero")
	}
	for party, w := range weights {
		if total.Sign() == 0 {
			out.add(party, new(big.Rat))
		} else {
			out.add(party, over(w, total))
		}
	}
	return out
}

// ofHomes makes weights of counts per home municipality.
func (m *Model) ofHomes(counts amountsOf, nonParticipants string) amountsOf {
	out := amountsOf{}
	for party := range m.participants {
		out.add(party, new(big.Rat))
	}
	for home, n := range counts {
		switch {
		case m.participants[home]:
			out.add(home, n)
		case nonParticipants == "leave-as-gap":
			out.add(nobody, n)
		}
	}
	return out
}

// series adds yearly counts.
func (m *Model) series(k *keyDocument) amountsOf {
	var dates []string
	if k.Date == "" {
		for _, c := range m.p.Counts {
			if c.Basis == k.Basis {
				dates = append(dates, c.Date)
			}
		}
		if len(dates) > 1 {
			refuse("pro-rata.series-ambiguous")
		}
		if len(dates) == 0 {
			refuse("pro-rata.basis-missing")
		}
	} else {
		last, _ := time.Parse(time.DateOnly, k.Date)
		for n := max(k.Years, 1) - 1; n >= 0; n-- {
			at := last.AddDate(-int(n), 0, 0)
			if at.Day() != last.Day() { // 29 February
				at = at.AddDate(0, 0, -1)
			}
			dates = append(dates, at.Format(time.DateOnly))
		}
	}
	out := amountsOf{}
	for _, date := range dates {
		found := false
		for _, c := range m.p.Counts {
			if c.Basis != k.Basis || c.Date != date {
				continue
			}
			found = true
			var counted []string
			for _, v := range c.Values {
				n := rat(v.Count)
				for range c.Decimals {
					n = over(n, rat(10))
				}
				out.add(v.Municipality, n)
				counted = append(counted, v.Municipality)
			}
			for party := range m.participants {
				if !slices.Contains(counted, party) {
					refuse("pro-rata.party-not-counted")
				}
			}
		}
		if !found {
			refuse("pro-rata.series-missing")
		}
	}
	return out
}

// limit puts every party between its least and its most. What is redistributed goes by one amount per weight for all:
// the amounts that parties bear together rise with it in straight pieces, and the piece that holds the total gives it.
func (m *Model) limit(l *limitsDocument, total *big.Rat, weights amountsOf) amountsOf {
	type bounds struct{ low, high *big.Rat } // nil: none
	of := map[string]bounds{}
	pot := total
	sum := weights.total()
	names := slices.DeleteFunc(weights.names(), func(s string) bool { return s == nobody })
	if gap := weights[nobody]; gap != nil {
		pot = less(total, over(mul(total, gap), sum))
	}
	for _, party := range names {
		b := bounds{}
		if l.Floor != "" {
			b.low = num(l.Floor)
		}
		if l.Cap != "" {
			b.high = num(l.Cap)
		}
		if l.Change != "" {
			i := slices.IndexFunc(l.LastYear, func(y struct{ Party, Amount string }) bool { return y.Party == party })
			if i < 0 {
				refuse("limits.last-year-missing")
			}
			last := num(l.LastYear[i].Amount)
			part := over(mul(last, num(l.Change)), rat(100))
			if low := less(last, part); b.low == nil || low.Cmp(b.low) > 0 {
				b.low = low
			}
			if high := plus(last, part); b.high == nil || high.Cmp(b.high) < 0 {
				b.high = high
			}
		}
		if b.low != nil && b.high != nil && b.low.Cmp(b.high) > 0 {
			refuse("limits.bounds-cross")
		}
		of[party] = b
	}
	bear := func(party string, each *big.Rat) *big.Rat {
		x := mul(weights[party], each)
		if b := of[party]; b.low != nil && x.Cmp(b.low) < 0 {
			x = b.low
		} else if b.high != nil && x.Cmp(b.high) > 0 {
			x = b.high
		}
		return x
	}
	together := func(each *big.Rat) *big.Rat {
		x := new(big.Rat)
		for _, party := range names {
			x.Add(x, bear(party, each))
		}
		return x
	}
	each := over(total, sum)
	if l.CutOff == "redistribute" {
		if together(new(big.Rat)).Cmp(pot) > 0 {
			refuse("limits.floors-above-cost")
		}
		breaks := []*big.Rat{new(big.Rat)}
		for _, party := range names {
			if weights[party].Sign() > 0 {
				for _, bound := range []*big.Rat{of[party].low, of[party].high} {
					if bound != nil {
						breaks = append(breaks, over(bound, weights[party]))
					}
				}
			}
		}
		slices.SortFunc(breaks, (*big.Rat).Cmp)
		at := breaks[0] // the last break at which the parties do not bear more than the pot
		for _, b := range breaks {
			if together(b).Cmp(pot) <= 0 {
				at = b
			}
		}
		next := plus(at, rat(1)) // somewhere on the same piece
		for _, b := range breaks {
			if b.Cmp(at) > 0 && b.Cmp(next) < 0 {
				next = b
			}
		}
		each = at
		if slope := over(less(together(next), together(at)), less(next, at)); slope.Sign() > 0 {
			each = plus(at, over(less(pot, together(at)), slope))
		}
	}
	out := amountsOf{}
	for _, party := range names {
		out.add(party, bear(party, each))
	}
	switch rest := less(total, out.total()); rest.Sign() {
	case -1:
		refuse("limits.surplus")
	case 1:
		out.add(nobody, rest)
	}
	return out
}
