package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Portions are what the parties bear of one stream of money before it is divided in whole units: the cost, divided over
// the weights. Limits and the time that parties take part are not looked at.
type Portions struct {
	Cost    money.Exact    // in eurocents
	Weights []money.Weight // in order of party; the gap is one of them
}

// PortionsChecked works out cost and weights of component i for documents that were checked, see [DraftChecked]. It is for the
// packages of this module.
func PortionsChecked(a *Agreement, p *zio.Population, i int) (Portions, zio.Problems) {
	if problems := a.Needs(p); len(problems) > 0 {
		return Portions{}, problems
	}
	run := newRun(a, p, false)
	run.given = p
	r := run.of(i)
	cost := r.component.Cost.cost(r.under(r.component.Cost.Rule(), "/cost", "cost/"))
	if r.failed() {
		return Portions{}, r.problems
	}
	weights := r.component.Key.weigh(r.under(r.component.Key.Rule(), "/key", "key/"), cost)
	if weightless(weights) && !cost.total.x.IsZero() {
		r.refuse(problemZeroWeights, "/key", "total", cost.total.text())
	}
	if r.failed() {
		return Portions{}, r.problems
	}
	out := Portions{Cost: cost.total.x, Weights: make([]money.Weight, len(weights))}
	for k, w := range weights {
		out.Weights[k] = money.Weight{Party: w.party, Value: w.v.x}
	}
	return out, nil
}
