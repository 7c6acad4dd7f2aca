package funding

import (
	"github.com/zio-collectief/zio/funding/money"
)

// limit turns weights into the exact amounts that the parties bear within the limits, as new weights that sum to the
// total; what nobody bears is the weight of the gap.
func (r *record) limit(l *Limits, total value, weights []weight) []weight {
	list := make([]bounded, 0, len(weights))
	var gap []value // weight of the gap that the key left
	all := make([]value, len(weights))
	for i, w := range weights {
		all[i] = w.v.as(w.party)
		if w.party == gapParty {
			gap = append(gap, w.v)
			continue
		}
		b := bounded{party: w.party, weight: w.v}
		l.bounds(r, &b)
		list = append(list, b)
	}
	sum := r.addWeights("weights", all)
	scale := r.quotient(step{name: "amount-per-weight", unit: perWeight(sum)}, total.as("total"), sum.as("weights"))
	if r.failed() {
		return nil
	}
	for i := range list {
		list[i].byKey = r.product(step{name: "by-key", party: list[i].party, unit: UnitEuro}, list[i].weight.as("weight"), scale.as("each"))
	}
	pot := total
	if len(gap) > 0 {
		left := r.product(step{name: "gap-of-key", unit: UnitEuro}, gap[0].as("weight"), scale.as("each"))
		pot = r.difference(step{name: "to-bear", unit: UnitEuro}, total.as("total"), left.as("gap"))
	}
	if l.CutOff == LeaveAsGap {
		for i := range list {
			list[i].fix(list[i].byKey)
		}
	} else {
		r.redistribute(list, pot)
	}
	if r.failed() {
		return nil
	}
	out := make([]weight, 0, len(list)+1)
	parts := []value{total.as("total")}
	for i := range list {
		out = append(out, weight{list[i].party, *list[i].fixed})
		parts = append(parts, list[i].fixed.as(list[i].party))
	}
	borne := money.Exact{}
	for _, w := range out {
		borne = r.ok(borne.Add(w.v.x))
	}
	switch borne.Compare(total.x) {
	case 1:
		r.refuse(problemSurplus, "", "total", total.text())
	case -1:
		out = append(out, weight{gapParty, r.difference(step{name: "not-borne", unit: UnitEuro}, parts...)})
	}
	r.tell(list, l.CutOff == Redistribute, borne.Compare(pot.x) < 0)
	return out
}

// bounds finds the least and the most that a party bears.
func (l *Limits) bounds(r *record, b *bounded) {
	var lows, highs []value
	if l.Floor != nil {
		lows = append(lows, r.agreed("floor", "/floor", l.Floor.Exact(), UnitEuro))
	}
	if l.Cap != nil {
		highs = append(highs, r.agreed("cap", "/cap", l.Cap.Exact(), UnitEuro))
	}
	if l.Change != nil {
		k := -1
		for i := range l.LastYear {
			if l.LastYear[i].Party == b.party {
				k = i
			}
		}
		if k < 0 {
			r.refuse(problemLimitsYear, "/lastYear", "party", b.party)
			return
		}
		last := r.agreed("last-year", r.place("/lastYear", k, "/amount"), l.LastYear[k].Amount.Exact(), UnitEuro)
		change := r.product(step{name: "change", party: b.party, unit: UnitEuro}, last, r.agreed("change", "/change", l.Change.Exact(), UnitPercent), r.constant("per-cent", ratio(1, 100), UnitNumber))
		lows = append(lows, r.difference(step{name: "least-by-change", party: b.party, unit: UnitEuro}, last, change.as("change")))
		highs = append(highs, r.sum(step{name: "most-by-change", party: b.party, unit: UnitEuro}, last, change.as("change")))
	}
	if len(lows) > 0 {
		b.low = r.most(step{name: "low", party: b.party, unit: UnitEuro}, lows...)
	}
	if len(highs) > 0 {
		b.high = r.least(step{name: "high", party: b.party, unit: UnitEuro}, highs...)
	}
	if b.low.is() && b.high.is() && b.low.x.Compare(b.high.x) > 0 {
		r.refuse(problemLimitsOrder, "", "party", b.party, "low", b.low.text(), "high", b.high.text())
	}
}

// fix lets a party bear an amount, moved inside its bounds.
func (b *bounded) fix(v value) {
	switch b.within(v.x).Compare(v.x) {
	case -1:
		v = b.high
	case 1:
		v = b.low
	}
	b.fixed = &v
}

// redistribute divides the pot by weight over the parties that are not at a bound, until no share passes its bound. In
// each round those are fixed that pass on the side where together most is cut off, so that the outcome is the one
// division with a common amount per weight in which every share is within its bounds.
func (r *record) redistribute(list []bounded, pot value) {
	low := money.Exact{}
	for i := range list {
		if list[i].low.is() {
			low = r.ok(low.Add(list[i].low.x))
		}
	}
	if low.Compare(pot.x) > 0 {
		r.refuse(problemFloors, "", "low", exactText(low, UnitEuro), "total", pot.text())
		return
	}
	for round := int64(1); !r.failed(); round++ {
		scale, free := r.scale(list, pot, round)
		if free == 0 || r.failed() {
			return
		}
		cut := money.Exact{} // what bounds add, less what they take away
		for i := range list {
			if b := &list[i]; b.fixed == nil {
				x := r.ok(b.weight.x.Mul(scale.x))
				cut = r.ok(cut.Add(r.ok(b.within(x).Sub(x))))
			}
		}
		done := true
		for i := range list {
			b := &list[i]
			if b.fixed != nil {
				continue
			}
			x := r.ok(b.weight.x.Mul(scale.x))
			side := b.within(x).Compare(x)
			if side != 0 && (cut.Sign() == 0 || side == cut.Sign()) {
				v := b.low
				if side < 0 {
					v = b.high
				}
				b.fixed = &v
				done = false
			}
		}
		if done || cut.Sign() == 0 {
			for i := range list {
				if b := &list[i]; b.fixed == nil {
					b.fix(r.product(step{name: "share", party: b.party, unit: UnitEuro}, b.weight.as("weight"), scale.as("each")))
				}
			}
			return
		}
	}
}

// within is an amount moved inside the bounds of a party.
func (b *bounded) within(x money.Exact) money.Exact {
	if b.high.is() && x.Compare(b.high.x) > 0 {
		x = b.high.x
	}
	if b.low.is() && x.Compare(b.low.x) < 0 {
		x = b.low.x
	}
	return x
}

// scale is the amount per weight for the parties that are not fixed yet, and how many these are. A party without
// weight bears its lower bound or nothing.
func (r *record) scale(list []bounded, pot value, round int64) (value, int) {
	fixed := []value{pot.as("to-bear")}
	var weights []value
	for i := range list {
		b := &list[i]
		if b.fixed == nil && b.weight.x.IsZero() {
			v := r.constant("nothing", money.Exact{}, UnitEuro)
			if b.low.is() {
				v = b.low
			}
			b.fixed = &v
		}
		if b.fixed != nil {
			fixed = append(fixed, b.fixed.as(b.party))
		} else {
			weights = append(weights, b.weight.as(b.party))
		}
	}
	if len(weights) == 0 {
		return noValue(), 0
	}
	suffix := "-" + itoa(round)
	left := r.difference(step{name: "left" + suffix, unit: UnitEuro}, fixed...)
	sum := r.addWeights("weights"+suffix, weights)
	return r.quotient(step{name: "each" + suffix, unit: perWeight(sum)}, left.as("left"), sum.as("weights")), len(weights)
}
