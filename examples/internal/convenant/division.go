package convenant

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
)

// division says in which steps an amount is divided and who has the difference.
func (w *writer) division(d money.Division) []Clause {
	units := map[string][2]string{"cent": {"centen", "cents"}, "euro": {"euro's", "euros"}, "thousand": {"duizenden euro's", "thousands of euros"}}
	unit := word(w, units, d.Unit.String())
	rounding := ""
	if !d.Rounding.IsZero() {
		rounding = w.fill(" Er wordt afgerond: {how}.", " Rounding is: {how}.", "how", word(w, roundings, d.Rounding.String()))
	}
	methods := map[string][2]string{
		"largest-remainder": {"Wat bij het afronden overblijft, gaat met één eenheid tegelijk naar de delen met de grootste restanten.", "What rounding leaves goes, one unit at a time, to the parts with the largest remainders."},
		"largest-weight":    {"Wat bij het afronden overblijft, gaat met één eenheid tegelijk naar de partijen met het grootste gewicht.", "What rounding leaves goes, one unit at a time, to the parties with the largest weights."},
		"rest-to-largest":   {"Het verschil door afronden is voor de partij met het grootste gewicht.", "The difference by rounding is for the party with the largest weight."},
		"rest-to-named":     {"Het verschil door afronden is voor {named}.", "The difference by rounding is for {named}."},
		"independent":       {"Elk deel wordt apart afgerond; het verschil blijft zichtbaar en is voor niemand.", "Each part is rounded by itself; the difference stays visible and is for nobody."},
		"keep":              {"Elk deel wordt naar beneden afgerond; wat overblijft, blijft zichtbaar en is voor niemand.", "Each part is rounded down; what is left stays visible and is for nobody."},
	}
	method := methods[d.Method.String()]
	c := w.clause("De delen zijn hele {unit}. "+method[0]+"{rounding}", "The parts are whole {unit}. "+method[1]+"{rounding}", "unit", unit, "named", w.party(d.Named), "rounding", rounding)
	if d.Divisor.IsZero() {
		return []Clause{c}
	}
	return []Clause{c, w.clause("De gewichten zijn delen van {divisor#}, ook als zij samen een ander getal zijn.", "The weights are parts of {divisor#}, also when together they are another number.", "divisor", d.Divisor.String())}
}

// limits say between which bounds the part of a party stays.
func (w *writer) limits(l *funding.Limits) []Clause {
	var list []Clause
	if l.Floor != nil {
		list = append(list, w.clause("Een partij draagt ten minste € {amount#}.", "A party bears at least €{amount#}.", "amount", l.Floor.String()))
	}
	if l.Cap != nil {
		list = append(list, w.clause("Een partij draagt ten hoogste € {amount#}.", "A party bears at most €{amount#}.", "amount", l.Cap.String()))
	}
	if l.Change != nil {
		list = append(list, w.clause("Het deel van een partij stijgt of daalt ten hoogste {percent#} procent ten opzichte van vorig jaar.", "The part of a party rises or falls by at most {percent#} per cent against last year.", "percent", l.Change.String()))
	}
	if len(l.LastYear) > 0 {
		c := w.clause("Vorig jaar droegen de partijen:", "Last year the parties bore:")
		for _, y := range l.LastYear {
			c.Items = append(c.Items, w.fill("{party}: € {amount#}", "{party}: €{amount#}", "party", w.party(y.Party), "amount", y.Amount.String()))
		}
		list = append(list, c)
	}
	if l.CutOff == funding.LeaveAsGap {
		return append(list, w.clause("Wat een grens afsnijdt, blijft zichtbaar als tekort.", "What a bound cuts off stays visible as a gap."))
	}
	return append(list, w.clause("Wat een grens afsnijdt, dragen de andere partijen naar dezelfde verdeelsleutel.", "What a bound cuts off the other parties bear by the same key."))
}
