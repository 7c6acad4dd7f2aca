package funding

import "github.com/zio-collectief/zio/funding/money"

// costOutcome is what a cost rule says: the total, and the total at both ends of a range if there is one. It is also what
// a key divides.
type costOutcome struct {
	total     value
	low, high value    // no value when there is no range
	own       []weight // what each home municipality costs, in order of code; nil when the rule does not say
}

// pooledPupils is the number of pupils in the pool, with a step per home municipality and one for all.
func (r *record) pooledPupils() value {
	list := r.count(BasisEligible)
	inputs := make([]value, len(list))
	for i := range list {
		code := list[i].home.String()
		inputs[i] = r.sum(step{name: "pooled-pupils", party: code, unit: UnitPupils}, list[i].inputs...).as(code)
	}
	return r.sum(step{name: "pooled-pupils-total", unit: UnitPupils}, inputs...)
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
