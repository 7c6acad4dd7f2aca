package funding

import (
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// What keys share that let parties bear amounts: what is left is divided by a second key (tweede sleutel).

var problemAmountsKey = &zio.ProblemKind{Code: "key.amounts-of-the-whole", NL: "De sleutel {rule} zegt wie welke bedragen draagt. Hij kan niet in een andere sleutel staan, niet bij een afrekening en niet in een overeenkomst waarin een partij later komt of eerder gaat.", EN: "The key {rule} says who bears which amounts. It cannot stand inside another key, nor in a settlement, nor in an agreement in which a party joins later or leaves earlier."}

// amounts checks that a key of amounts divides the whole cost of a component.
func (c *checker) amounts(k Key) {
	if c.depth > 0 || strings.HasPrefix(c.at, "/settlement") || c.a.timed() {
		c.add(problemAmountsKey, "", "rule", k.Rule())
	}
}

// second divides an amount by a second key, in which some parties do not count: what each bears of it.
func (r *record) second(k Key, pointer, prefix string, amount value, of costOutcome, without ...string) []weight {
	all := k.weigh(r.under(k.Rule(), pointer, prefix), of)
	if r.failed() {
		return nil
	}
	weights := make([]weight, 0, len(all))
	inputs := make([]value, 0, len(all))
	for _, w := range all {
		if !slices.Contains(without, w.party) {
			weights = append(weights, w)
			inputs = append(inputs, w.v.as(w.party))
		}
	}
	here := r.under(r.rule, pointer, prefix)
	total := here.addWeights("weights", inputs)
	nothing := total.x.IsZero()
	if nothing && !amount.x.IsZero() {
		here.refuse(problemZeroWeights, "", "total", amount.text())
		return nil
	}
	for i, w := range weights {
		if nothing { // there is nothing to divide either
			weights[i].v = here.product(step{name: "part", party: w.party, unit: UnitEuro}, amount.as("amount"), w.v.as("weight"))
			continue
		}
		fraction := here.quotient(step{name: "fraction", party: w.party, unit: UnitFraction}, w.v.as("weight"), total.as("weights"))
		weights[i].v = here.product(step{name: "part", party: w.party, unit: UnitEuro}, amount.as("amount"), fraction.as("fraction"))
	}
	return weights
}

// together adds what parties bear in several ways.
func (r *record) together(lists ...[]weight) []weight {
	var out []mixed // in order of party
	for _, list := range lists {
		for _, w := range list {
			i, found := slices.BinarySearchFunc(out, w.party, mixed.compare)
			if !found {
				out = slices.Insert(out, i, mixed{party: w.party})
			}
			out[i].sizes = append(out[i].sizes, w.v)
		}
	}
	sum := make([]weight, len(out))
	for i, m := range out {
		sum[i] = weight{m.party, r.sum(step{name: "bears", party: m.party, unit: UnitEuro}, m.sizes...)}
	}
	return sum
}

// left is what is left of the cost when some parties bear an amount; less than nothing is a problem.
func (r *record) left(of costOutcome, list []weight, above *zio.ProblemKind) value {
	inputs := []value{of.total.as("total")}
	for _, w := range list {
		inputs = append(inputs, w.v.as(w.party))
	}
	v := r.difference(step{name: "left", unit: UnitEuro}, inputs...)
	if v.x.Sign() < 0 {
		r.refuse(above, "", "total", of.total.text())
	}
	return v
}

var secondWords = []stepWords{
	{"left", "Daarna is nog € {value#} te verdelen.", "After that €{value#} is left to divide."},
	{"fraction", "{party} heeft {weight#} van de {weights#}{unit}.", "{party} has {weight#} of the {weights#}{unit}."},
	{"part", "Van de € {amount#} die samen wordt gedragen, draagt {party} € {value#}.", "Of the €{amount#} that is borne together, {party} bears €{value#}."},
	{"bears", "Samen is dat voor {party} € {value#}.", "Together that is €{value#} for {party}."},
	{"bears-gap", "Niemand draagt € {value#}.", "Nobody bears €{value#}."},
}
