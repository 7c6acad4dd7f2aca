package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Excess lets every municipality bear its own cases up to a threshold (drempel per casus), and divides what a case costs above it
// by a second key. The cases are the individual decisions of the population; a decision for several pupils is a case of each. A
// municipality that does not take part bears its cases whole.
type Excess struct {
	Threshold money.Euro `json:"threshold"` // per case, for the whole period
	Common    Key        `json:"common"`    // divides what is above
}

var excessRule = strictjson.Variant[Key]{
	Rule: "excess/1", New: func() Key { return new(Excess) },
	NL: "Dure casussen samen, de rest eigen kosten", EN: "Costly cases together, the rest own cost",
	HintNL: "Elke gemeente betaalt haar eigen casussen tot een drempel. Wat een casus meer kost, dragen de gemeenten samen.", HintEN: "Every municipality pays its own cases up to a threshold. What a case costs above it is borne together.",
}

// Rule is "excess/1".
func (k *Excess) Rule() string { return excessRule.Rule }

func (k *Excess) bind(f *strictjson.Fields) {
	f.Code(&k.Threshold, strictjson.Spec{Name: "threshold", Format: "euro", NL: "Drempel per casus", EN: "Threshold per case"})
	bindKey(f, &k.Common, strictjson.Spec{Name: "common", NL: "Sleutel van wat erboven komt", EN: "Key of what is above"})
}

var problemExcessCost = &zio.ProblemKind{Code: "excess.cost-without-cases", NL: "De regel {rule} kent geen casussen. Kies als kosten de individuele beschikkingen (individual-decisions/1).", EN: "The rule {rule} has no cases. Choose the individual decisions as the cost (individual-decisions/1)."}

func (k *Excess) check(c *checker) {
	if _, cases := c.c.Cost.(*IndividualDecisions); !cases {
		c.add(problemExcessCost, "", "rule", c.c.Cost.Rule())
	}
	c.amounts(k)
	c.notNegative("/threshold", k.Threshold)
	c.nested("/common", k.Common)
}

func (k *Excess) weigh(r *record, of costOutcome) []weight {
	threshold := r.agreed("threshold", "/threshold", k.Threshold.Exact(), UnitEuro)
	kept := make([]weight, len(of.own))
	var above []value
	for i, w := range of.own {
		inputs := []value{w.v.as("own")}
		for _, one := range of.cases {
			if one.home.String() != w.party || !r.in.has(one.home) {
				continue
			}
			limit := threshold
			if one.pupils.x.Compare(money.ExactFromInt(1)) != 0 {
				limit = r.product(step{name: "thresholds-" + one.key, party: w.party, unit: UnitEuro}, threshold, one.pupils.as("pupils"))
			}
			if one.amount.x.Compare(limit.x) > 0 {
				v := r.difference(step{name: "above-" + one.key, party: w.party, unit: UnitEuro}, one.amount.as("case"), limit.as("threshold"))
				inputs, above = append(inputs, v.as("above-"+one.key)), append(above, v)
			}
		}
		kept[i] = weight{w.party, r.difference(step{name: "kept", party: w.party, unit: UnitEuro}, inputs...)}
	}
	excess := r.sum(step{name: "excess", unit: UnitEuro}, above...)
	return r.together(kept, r.second(k.Common, "/common", "common/", excess, of))
}

func (k *Excess) words() []stepWords {
	return append([]stepWords{
		{"above-", "Een casus van € {case#} komt € {value#} boven de drempel van € {threshold#}.", "A case of €{case#} is €{value#} above the threshold of €{threshold#}."},
		{"kept", "Van de eigen casussen draagt {party} zelf € {value#}.", "Of its own cases {party} bears €{value#} itself."},
		{"excess", "Boven de drempel komt samen € {value#}. Dat dragen de gemeenten samen.", "Together €{value#} is above the threshold. The municipalities bear that together."},
	}, secondWords...)
}
