package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Given is a division that was given from elsewhere (opgegeven verdeling): weights, or amounts that add up to the cost, for what no
// other key says. Where they come from and why stands in every explanation, so that nobody takes them for a calculation.
type Given struct {
	Weights []GivenWeight `json:"weights,omitempty"` // or
	Amounts []GivenAmount `json:"amounts,omitempty"`
	Source  string        `json:"source"` // where they stand, such as a decision with its date
	Reason  string        `json:"reason"` // why no other key is used
}

// GivenWeight is the weight of one party (opgegeven gewicht), 0 or more.
type GivenWeight struct {
	Party  string       `json:"party"`
	Weight money.Factor `json:"weight"`
}

// GivenAmount is what one party bears (opgegeven bedrag), 0.00 or more.
type GivenAmount struct {
	Party  string     `json:"party"`
	Amount money.Euro `json:"amount"`
}

var givenRule = strictjson.Variant[Key]{
	Rule: "given/1", New: func() Key { return new(Given) },
	NL: "Opgegeven verdeling", EN: "Given division",
	HintNL: "Gewichten of bedragen die elders zijn vastgesteld. Kies dit alleen als geen andere sleutel past.", HintEN: "Weights or amounts that were fixed elsewhere. Choose this only when no other key fits.",
}

// Rule is "given/1".
func (k *Given) Rule() string { return givenRule.Rule }

func (k *Given) bind(f *strictjson.Fields) {
	strictjson.List(f, &k.Weights, strictjson.Spec{Name: "weights", Optional: true, Min: 1, Max: MaxParties, NL: "Gewichten", EN: "Weights"}, (*GivenWeight).bind)
	strictjson.List(f, &k.Amounts, strictjson.Spec{Name: "amounts", Optional: true, Min: 1, Max: MaxParties, NL: "Of bedragen", EN: "Or amounts"}, (*GivenAmount).bind)
	f.Text(&k.Source, strictjson.Spec{Name: "source", Max: 200, NL: "Waar staat dit?", EN: "Where does this stand?"})
	f.Text(&k.Reason, strictjson.Spec{Name: "reason", Max: 250, NL: "Waarom geen andere sleutel?", EN: "Why no other key?"})
}

func (w *GivenWeight) bind(f *strictjson.Fields) {
	f.Text(&w.Party, strictjson.Spec{Name: "party", Max: 60, Format: "party", NL: "Partij", EN: "Party"})
	f.Code(&w.Weight, strictjson.Spec{Name: "weight", Format: "factor", NL: "Gewicht", EN: "Weight"})
}

func (w *GivenAmount) bind(f *strictjson.Fields) {
	f.Text(&w.Party, strictjson.Spec{Name: "party", Max: 60, Format: "party", NL: "Partij", EN: "Party"})
	f.Code(&w.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
}

var (
	problemGivenOne    = &zio.ProblemKind{Code: "given.one-of", NL: "Geef gewichten of bedragen: één van beide.", EN: "Give weights or amounts: one of the two."}
	problemGivenInside = &zio.ProblemKind{Code: "given.amounts-inside", NL: "Binnen een andere sleutel kunnen alleen gewichten staan.", EN: "Inside another key only weights can stand."}
	problemGivenWeight = &zio.ProblemKind{Code: "given.weight-negative", NL: "Het gewicht {value#} is negatief. Vul 0 of meer in.", EN: "The weight {value#} is negative. Fill in 0 or more."}
	problemGivenTwice  = &zio.ProblemKind{Code: "given.party-twice", NL: "Partij {id} staat er twee keer.", EN: "Party {id} stands twice."}
	problemGivenSum    = &zio.ProblemKind{Code: "given.sum-not-cost", NL: "De bedragen zijn samen € {sum#}, en de kosten zijn € {total#}. Dat moet gelijk zijn.", EN: "The amounts add up to €{sum#}, and the cost is €{total#}. These must be equal."}
)

func (k *Given) check(c *checker) {
	if (len(k.Weights) == 0) == (len(k.Amounts) == 0) {
		c.add(problemGivenOne, "")
	}
	if c.depth > 0 && len(k.Amounts) > 0 {
		c.add(problemGivenInside, "/amounts")
	}
	var seen []string
	party := func(pointer, id string) {
		if p := c.party(pointer, id); p != nil && p.Kind == PartyMunicipality && !p.Participates {
			c.add(problemNotTakingPart, pointer, "id", id)
		}
		if slices.Contains(seen, id) {
			c.add(problemGivenTwice, pointer, "id", id)
		}
		seen = append(seen, id)
	}
	for i := range k.Weights {
		party(at("/weights", i)+"/party", k.Weights[i].Party)
		if k.Weights[i].Weight.Sign() < 0 {
			c.add(problemGivenWeight, at("/weights", i)+"/weight", "value", k.Weights[i].Weight.String())
		}
	}
	for i := range k.Amounts {
		party(at("/amounts", i)+"/party", k.Amounts[i].Party)
		c.notNegative(at("/amounts", i)+"/amount", k.Amounts[i].Amount)
	}
}

func (k *Given) weigh(r *record, of costOutcome) []weight {
	out := make([]weight, 0, len(k.Weights)+len(k.Amounts))
	sum := money.Exact{}
	add := func(party, name, unit string, v value) {
		sum = r.ok(sum.Add(v.x))
		out = append(out, weight{party, r.sum(step{name: name, party: party, unit: unit, basis: k.Source + ": " + k.Reason}, v)})
	}
	for i := range k.Weights {
		add(k.Weights[i].Party, "weight", UnitNumber, r.agreed("weight", r.place("/weights", i, "/weight"), k.Weights[i].Weight.Exact(), UnitNumber))
	}
	for i := range k.Amounts {
		add(k.Amounts[i].Party, "amount", UnitEuro, r.agreed("amount", r.place("/amounts", i, "/amount"), k.Amounts[i].Amount.Exact(), UnitEuro))
	}
	if len(k.Amounts) > 0 && sum.Compare(of.total.x) != 0 {
		r.refuse(problemGivenSum, "/amounts", "sum", exactText(sum, UnitEuro), "total", of.total.text())
	}
	sortWeights(out)
	return out
}

func (k *Given) words() []stepWords {
	return []stepWords{
		{"weight", "Het gewicht van {party} is opgegeven, niet berekend: {value#}.", "The weight of {party} was given, not calculated: {value#}."},
		{"amount", "Het bedrag van {party} is opgegeven, niet berekend: € {value#}.", "The amount of {party} was given, not calculated: €{value#}."},
	}
}
