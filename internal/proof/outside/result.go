package outside

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
)

// result is a result document as somebody else reads it.
type result struct {
	Shares []struct {
		Party, Name, Amount string
	}
	Balances   []struct{ Party, Pays, Receives, Net string }
	Components []struct {
		ID, Cost, Gap, Rest string
		Rules               []string
		Shares              []struct{ Party, Amount string }
	}
	Transfers []struct{ Component, From, To, Amount string }
	Routing   struct {
		Pupils, Pooled int64
		Homes          []struct{ Pupils, Pooled int64 }
	}
}

// agreed is what of an agreement bounds the rounding.
type agreed struct {
	Parties    []struct{ ID string }
	Components []struct {
		ID       string
		Division struct{ Unit string }
	}
}

func decimal(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("no number: " + s)
	}
	return r
}

var sizes = map[string]*big.Rat{"cent": cent, "euro": big.NewRat(1, 1), "thousand": big.NewRat(1000, 1)}

// faults are what does not hold of a result by itself and by its agreement. No rule and no party is left out.
func faults(agreement, document []byte) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	var x result
	var a agreed
	if err := json.Unmarshal(document, &x); err != nil {
		return []string{err.Error()}
	}
	if err := json.Unmarshal(agreement, &a); err != nil {
		return []string{err.Error()}
	}
	bears := map[string]*big.Rat{}
	for i, c := range x.Components {
		cost, sum := decimal(c.Cost), new(big.Rat)
		for _, s := range c.Shares {
			amount := decimal(s.Amount)
			sum.Add(sum, amount)
			if bears[s.Party] == nil {
				bears[s.Party] = new(big.Rat)
			}
			bears[s.Party].Add(bears[s.Party], amount)
			if amount.Sign()*cost.Sign() < 0 {
				say("%s: %s bears %s of %s", c.ID, s.Party, s.Amount, c.Cost)
			}
			if cost.Sign() == 0 && amount.Sign() != 0 {
				say("%s: %s bears %s of nothing", c.ID, s.Party, s.Amount)
			}
		}
		gap, rest := decimal(c.Gap), decimal(c.Rest)
		if sum.Add(sum, gap).Add(sum, rest).Cmp(cost) != 0 {
			say("%s: shares, gap and rest are %s of %s", c.ID, sum.FloatString(2), c.Cost)
		}
		if gap.Sign()*cost.Sign() < 0 {
			say("%s: a gap of %s of %s", c.ID, c.Gap, c.Cost)
		}
		if a.Components[i].ID != c.ID {
			say("%s is in the place of %s", c.ID, a.Components[i].ID)
		}
		unit := sizes[a.Components[i].Division.Unit]
		if most := mul(unit, big.NewRat(int64(len(a.Parties))+2, 1)); new(big.Rat).Abs(rest).Cmp(most) > 0 {
			say("%s: a rest of %s by rounding to %s", c.ID, c.Rest, unit.FloatString(2))
		}
	}
	for _, s := range x.Shares {
		if of := bears[s.Party]; of == nil && decimal(s.Amount).Sign() != 0 || of != nil && of.Cmp(decimal(s.Amount)) != 0 {
			say("%s bears %s, and not the sum of its parts", s.Party, s.Amount)
		}
	}
	pays, receives := map[string]*big.Rat{}, map[string]*big.Rat{}
	add := func(to map[string]*big.Rat, party, amount string) {
		if to[party] == nil {
			to[party] = new(big.Rat)
		}
		to[party].Add(to[party], decimal(amount))
	}
	for _, t := range x.Transfers {
		if t.From == t.To || decimal(t.Amount).Sign() <= 0 {
			say("%s pays %s to %s", t.From, t.Amount, t.To)
		}
		add(pays, t.From, t.Amount)
		add(receives, t.To, t.Amount)
	}
	net := new(big.Rat)
	for _, b := range x.Balances {
		for _, one := range []struct {
			of   map[string]*big.Rat
			told string
		}{{pays, b.Pays}, {receives, b.Receives}} {
			if sum := one.of[b.Party]; sum == nil && decimal(one.told).Sign() != 0 || sum != nil && sum.Cmp(decimal(one.told)) != 0 {
				say("the payments of %s are not %s", b.Party, one.told)
			}
			delete(one.of, b.Party)
		}
		net.Add(net, decimal(b.Net))
	}
	if len(pays)+len(receives) > 0 || net.Sign() != 0 {
		say("payments outside the balances: %d %d, %s", len(pays), len(receives), net.FloatString(2))
	}
	var pupils, pooled int64
	for _, h := range x.Routing.Homes {
		pupils, pooled = pupils+h.Pupils, pooled+h.Pooled
	}
	if pupils != x.Routing.Pupils || pooled != x.Routing.Pooled {
		say("%d and %d pupils of %d and %d", pupils, pooled, x.Routing.Pupils, x.Routing.Pooled)
	}
	return wrong
}

// untold are the faults of the sentences of a result: what a number in one is not what the words make of it, and what each party bears
// in total. It returns how many sentences it could calculate.
func untold(document []byte, sentences []string) (read int, wrong []string) {
	var x result
	if err := json.Unmarshal(document, &x); err != nil {
		return 0, []string{err.Error()}
	}
	bears := map[string][]string{} // by name, which two parties may have
	for _, s := range x.Shares {
		bears[s.Name] = append(bears[s.Name], s.Amount)
	}
	for _, text := range sentences {
		known, fault := judge(text, len(x.Balances)+len(x.Shares))
		if m := inTotal.FindStringSubmatch(text); m != nil {
			known, fault = true, "not what it bears"
			for _, amount := range bears[m[1]] {
				if decimal(amount).Cmp(number(m[2])) == 0 {
					fault = ""
				}
			}
		}
		if known {
			read++
		}
		if fault != "" {
			wrong = append(wrong, text+" "+fault)
		}
		if strings.ContainsAny(text, "{}") {
			wrong = append(wrong, text)
		}
	}
	return read, wrong
}
