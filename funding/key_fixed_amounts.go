package funding

import (
	"slices"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// FixedAmounts lets parties bear amounts that they agreed on (vaste bedragen): together one budget. What the cost is more is divided
// by a second key, or stays visible as a gap.
type FixedAmounts struct {
	Amounts []GivenAmount `json:"amounts"`
	Others  Key           `json:"others,omitempty"` // divides what is left; nil: it is a gap
}

var fixedAmountsRule = strictjson.Variant[Key]{
	Rule: "fixed-amounts/1", New: func() Key { return new(FixedAmounts) },
	NL: "Vaste bedragen", EN: "Fixed amounts",
	HintNL: "Elke partij brengt een vast bedrag in. De rest verdeelt een tweede sleutel, of blijft zichtbaar als tekort.", HintEN: "Every party brings in a fixed amount. A second key divides the rest, or it stays visible as a gap.",
}

// Rule is "fixed-amounts/1".
func (k *FixedAmounts) Rule() string { return fixedAmountsRule.Rule }

func (k *FixedAmounts) bind(f *strictjson.Fields) {
	strictjson.List(f, &k.Amounts, strictjson.Spec{Name: "amounts", Min: 1, Max: MaxParties, NL: "Bedragen", EN: "Amounts"}, (*GivenAmount).bind)
	bindKey(f, &k.Others, strictjson.Spec{Name: "others", Optional: true, NL: "Sleutel van de rest (leeg: tekort)", EN: "Key of the rest (absent: a gap)"})
}

var (
	problemFixedTwice = &zio.ProblemKind{Code: "fixed-amounts.party-twice", NL: "Partij {id} staat er twee keer.", EN: "Party {id} stands twice."}
	problemFixedAbove = &zio.ProblemKind{Code: "fixed-amounts.above-cost", NL: "De vaste bedragen zijn samen meer dan de kosten van € {total#}. Verlaag ze, of maak de kosten het hele budget.", EN: "The fixed amounts together are more than the cost of €{total#}. Lower them, or make the cost the whole budget."}
)

func (k *FixedAmounts) check(c *checker) {
	c.amounts(k)
	for i := range k.Amounts {
		a := &k.Amounts[i]
		if p := c.party(at("/amounts", i)+"/party", a.Party); p != nil && p.Kind == PartyMunicipality && !p.Participates {
			c.add(problemNotTakingPart, at("/amounts", i)+"/party", "id", a.Party)
		}
		if slices.ContainsFunc(k.Amounts[:i], func(b GivenAmount) bool { return b.Party == a.Party }) {
			c.add(problemFixedTwice, at("/amounts", i)+"/party", "id", a.Party)
		}
		c.notNegative(at("/amounts", i)+"/amount", a.Amount)
	}
	if k.Others != nil {
		c.nested("/others", k.Others)
	}
}

func (k *FixedAmounts) weigh(r *record, of costOutcome) []weight {
	list := make([]weight, len(k.Amounts))
	for i := range k.Amounts {
		list[i] = weight{k.Amounts[i].Party, r.sum(step{name: "amount", party: k.Amounts[i].Party, unit: UnitEuro},
			r.agreed("amount", r.place("/amounts", i, "/amount"), k.Amounts[i].Amount.Exact(), UnitEuro))}
	}
	sortWeights(list)
	left := r.left(of, list, problemFixedAbove)
	switch {
	case r.failed():
		return nil
	case k.Others != nil:
		return r.together(list, r.second(k.Others, "/others", "others/", left, of))
	case !left.x.IsZero():
		return r.together(list, []weight{{gapParty, left}})
	}
	return r.together(list)
}

func (k *FixedAmounts) words() []stepWords {
	return append([]stepWords{
		{"amount", "{party} brengt een vast bedrag in: € {value#}.", "{party} brings in a fixed amount: €{value#}."},
	}, secondWords...)
}
