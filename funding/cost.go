package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// pooledPupils is the number of pupils on the route of the component.
func (r *record) pooledPupils() value {
	return r.ofHomes("pooled-pupils", "pooled-pupils-total", UnitPupils, r.count(BasisEligible))
}

// ofHomes adds what was counted: a step for each municipality that takes part, one for all others, and one for all.
func (r *record) ofHomes(name, total, unit string, list tallies) value {
	var inputs, others []value
	for i := range list {
		if !r.in.has(list[i].home) {
			others = append(others, list[i].inputs...)
			continue
		}
		code := list[i].home.String()
		inputs = append(inputs, r.sum(step{name: name, party: code, unit: unit}, list[i].inputs...).as(code))
	}
	if len(others) > 0 {
		inputs = append(inputs, r.sum(step{name: name, party: gapParty, unit: unit}, others...).as(gapParty))
	}
	return r.sum(step{name: total, unit: unit}, inputs...)
}

// minutesCost is what the minutes on the route of the component cost at a rate, in the school weeks, rounded once.
func (r *record) minutesCost(name string, rate money.Euro, weeks int64, mode money.Rounding) value {
	list := r.count(BasisEligibleMinutes)
	if r.failed() {
		return noValue()
	}
	total := r.ofHomes("minutes", "minutes-total", UnitMinutes, list)
	return r.productRounded(step{name: name, unit: UnitEuro}, mode, total.as("minutes"), r.constant("hours-per-minute", ratio(1, 60), UnitNumber),
		r.agreed("rate", "/rate", rate.Exact(), UnitPerHour), r.agreed("weeks", "/weeks", money.ExactFromInt(weeks), UnitWeeks))
}

// enrolledPupils is the number of all pupils of the component's sites, or of those with a label.
func (r *record) enrolledPupils(label string) value {
	var inputs []value
	for i := range r.p.Groups {
		if g := &r.p.Groups[i]; r.inSites(g.Site) && (label == "" || g.Label == label) {
			inputs = append(inputs, r.countedPupils("pupils", i, money.ExactFromInt(g.Pupils)))
		}
	}
	for i := range r.p.Pupils {
		if q := &r.p.Pupils[i]; r.inSites(q.Site) && (label == "" || q.Label == label) {
			inputs = append(inputs, r.counted("pupils", r.place("/pupils", i, ""), money.ExactFromInt(1), UnitPupils))
		}
	}
	return r.sum(step{name: "enrolled-pupils", unit: UnitPupils}, inputs...)
}

// unpooled is what a cost rule implements whose money is not pooled, such as individual decisions.
type unpooled interface{ individual() }

func pools(c Cost) bool {
	_, single := c.(unpooled)
	return !single
}

// minuteCost is what a cost rule implements that charges every minute of the route of its component.
type minuteCost interface{ perMinute() }

// sitesOf are the sites that have a line of their own, a group or a pupil in the population.
func sitesOf(p *zio.Population) *set[zio.SiteCode] {
	there := new(set[zio.SiteCode])
	for i := range p.Sites {
		there.add(p.Sites[i].Code)
	}
	for i := range p.Groups {
		there.add(p.Groups[i].Site)
	}
	for i := range p.Pupils {
		there.add(p.Pupils[i].Site)
	}
	return there
}
