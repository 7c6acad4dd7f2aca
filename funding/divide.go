package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// divide divides the cost over the weights of the key, within the limits of the component. What falls to the gap is kept
// apart. Here the shares are rounded, once, as the component's [money.Division] says.
func (r *record) divide(cost costOutcome, weights []weight) borne {
	zero := r.constant("zero", money.Exact{}, UnitEuro).as("")
	out := borne{cost: cost, gap: zero, rest: zero}
	if l := r.component.Limits; l != nil && !weightless(weights) {
		if weights = r.under("limits/1", "/limits", "limits/").limit(l, cost.total, weights); r.failed() {
			return out
		}
	}
	if weightless(weights) {
		if !cost.total.x.IsZero() {
			r.refuse(problemZeroWeights, "/key", "total", cost.total.text())
			return out
		}
		for _, w := range weights {
			if w.party != gapParty {
				out.shares = append(out.shares, share{party: w.party, ref: cost.total.ref})
			}
		}
		return out
	}
	here := r.under("division/1", "/division", "")
	if r.tracing() && weights[0].v.unit == UnitPupils && r.component.Cost.Rule() != fixedHoursRule.Rule { // whose cost is per pupil already
		steps, problems := len(r.trace.Steps), len(r.problems)
		all := make([]value, len(weights))
		for i, w := range weights {
			all[i] = w.v.as(w.party)
		}
		here.quotient(step{name: "mean", unit: UnitEuro}, cost.total.as("total"), here.addWeights("weights", all).as("weights"))
		here.told(steps, problems)
	}
	shares, rest := here.allocate(step{name: "shares", unit: UnitEuro}, cost.total, weights, r.component.Division)
	out.rest, out.shares = rest, make([]share, 0, len(shares))
	for _, one := range shares {
		if one.amount.Sign()*cost.total.x.Sign() < 0 {
			r.tooCoarse(one, cost.total)
			return out
		}
		if one.party == gapParty {
			out.gap = one.value("gap")
		} else {
			out.shares = append(out.shares, one)
		}
	}
	return out
}

// tooCoarse refuses a division in which the difference by rounding is more than the share of who is to bear it: nobody agreed
// to be paid for that.
func (r *record) tooCoarse(one share, total value) {
	if one.party == gapParty {
		r.refuse(problemGapAgainst, "/division/method", "amount", one.amount.String(), "total", total.text())
		return
	}
	r.refuse(problemShareAgainst, "/division/method", "party", one.party, "amount", one.amount.String(), "total", total.text())
}

var (
	problemShareAgainst = &zio.ProblemKind{Code: "division.share-negative", NL: "Het verschil door afronden is groter dan het deel van {party}: die zou € {amount#} dragen van € {total#}. Kies een kleinere eenheid of een andere manier om het restant te verdelen.", EN: "The difference by rounding is more than the share of {party}, who would bear €{amount#} of €{total#}. Choose a smaller unit or another method for the remainder."}
	problemGapAgainst   = &zio.ProblemKind{Code: "division.gap-negative", NL: "Het verschil door afronden is groter dan het tekort: dat zou € {amount#} zijn van € {total#}. Kies een kleinere eenheid of een andere manier om het restant te verdelen.", EN: "The difference by rounding is more than the gap, which would be €{amount#} of €{total#}. Choose a smaller unit or another method for the remainder."}
)
