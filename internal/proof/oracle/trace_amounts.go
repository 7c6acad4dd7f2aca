package oracle

import (
	"math/big"
	"strings"
)

// amounts compares every amount of the result with the step that gives it.
func (t *tracer) amounts() {
	x := &t.result
	equal := func(where, have string, want *big.Rat) {
		if want != nil && t.rational(where, have).Cmp(want) != 0 {
			t.say("%s: %s and not %s", where, have, want.FloatString(2))
		}
	}
	step := func(where, id string) *big.Rat { return t.earlier(where, id) }
	for _, s := range x.Shares {
		equal("share of "+s.Party, s.Amount, step("share", "total/bears/"+s.Party))
	}
	for i := range x.Components {
		c := &x.Components[i]
		sum := t.rational(c.ID, c.Gap)
		sum.Add(sum, t.rational(c.ID, c.Rest))
		for _, s := range c.Shares {
			where := c.ID + " share of " + s.Party
			equal(where, s.Amount, t.earlier(where, strings.TrimPrefix(s.Ref, "trace:")))
			sum.Add(sum, t.rational(where, s.Amount))
			if s.Weight != "" {
				t.rational(where, s.Weight)
			}
		}
		equal(c.ID+" cost", c.Cost, sum)
		if s := t.steps[c.ID+"/shares"]; s != nil {
			equal(c.ID+" cost", c.Cost, t.rational(c.ID, s.Inputs[0].Value))
			equal(c.ID+" rest", c.Rest, t.rational(c.ID, s.Rest))
			gap := new(big.Rat)
			for _, one := range s.Shares {
				if one.Party == "~gap" {
					gap = t.rational(c.ID, one.Value)
				}
			}
			for k := range x.Trace.Steps { // each source of cover takes its part, in order
				if strings.HasPrefix(x.Trace.Steps[k].ID, c.ID+"/cover/gap-left/") {
					gap = t.rational(c.ID, x.Trace.Steps[k].Value)
				}
			}
			equal(c.ID+" gap", c.Gap, gap)
		} else {
			equal(c.ID+" cost", c.Cost, new(big.Rat)) // nothing to divide
		}
		if c.Low != "" {
			equal(c.ID+" low", c.Low, step(c.ID, c.ID+"/cost/cost-low"))
			equal(c.ID+" high", c.High, step(c.ID, c.ID+"/cost/cost-high"))
		}
		for _, s := range c.Shadow {
			id := c.ID + "/flow/shadow/" + s.Party
			if t.steps[id] == nil {
				id = c.ID + "/flow/payer-shadow/" + s.Party
			}
			equal(c.ID+" shadow of "+s.Party, s.Amount, step(c.ID, id))
		}
	}
	pays, receives := map[string]*big.Rat{}, map[string]*big.Rat{}
	add := func(m map[string]*big.Rat, party string, v *big.Rat) {
		if m[party] == nil {
			m[party] = new(big.Rat)
		}
		m[party].Add(m[party], v)
	}
	for _, p := range x.Transfers {
		where := p.Component + " " + p.Kind + " from " + p.From + " to " + p.To
		amount := t.rational(where, p.Amount)
		if amount.Sign() <= 0 || p.From == p.To {
			t.say("%s: %s", where, p.Amount)
		}
		if v := t.earlier(where, strings.TrimPrefix(p.Ref, "trace:")); v != nil {
			equal(where, p.Amount, new(big.Rat).Abs(v))
		}
		add(pays, p.From, amount)
		add(receives, p.To, amount)
	}
	of := func(m map[string]*big.Rat, party string) *big.Rat {
		if m[party] == nil {
			return new(big.Rat)
		}
		return m[party]
	}
	for _, b := range x.Balances {
		equal("paid by "+b.Party, b.Pays, of(pays, b.Party))
		equal("received by "+b.Party, b.Receives, of(receives, b.Party))
		equal("net of "+b.Party, b.Net, new(big.Rat).Sub(of(receives, b.Party), of(pays, b.Party)))
	}
	for _, p := range x.Payees {
		equal("received by "+p.Party, p.Amount, of(receives, p.Party))
	}
	if x.Routing.EducationMinutesPerWeek != 0 {
		equal("education minutes", rat(x.Routing.EducationMinutesPerWeek).RatString(), step("routing", "routing/education-minutes"))
	}
	for _, c := range x.Checks {
		if !c.OK || c.Left != c.Right {
			t.say("check %s %s does not hold", c.Code, c.Component)
		}
	}
}
