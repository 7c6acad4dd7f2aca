package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// SmallNumbers lets a municipality with few pupils pay an amount per pupil, as by individual decisions (kleine aantallen), and divides
// what is left over the others by a second key.
type SmallNumbers struct {
	Basis  string     `json:"basis"`  // "enrolled-pupils" or "eligible-pupils"
	Fewer  int64      `json:"fewer"`  // with fewer pupils than this a municipality is small
	Price  money.Euro `json:"price"`  // per pupil of a small municipality, for the whole period
	Others Key        `json:"others"` // divides the rest over the others
}

var smallNumbersRule = strictjson.Variant[Key]{
	Rule: "small-numbers/1", New: func() Key { return new(SmallNumbers) },
	NL: "Kleine aantallen apart", EN: "Small numbers apart",
	HintNL: "Een gemeente met weinig leerlingen betaalt een bedrag per leerling. De anderen delen de rest.", HintEN: "A municipality with few pupils pays an amount per pupil. The others share the rest.",
}

// Rule is "small-numbers/1".
func (k *SmallNumbers) Rule() string { return smallNumbersRule.Rule }

func (k *SmallNumbers) bind(f *strictjson.Fields) {
	f.Choice(&k.Basis, strictjson.Spec{Name: "basis", Choices: pupilBases, NL: "Welke leerlingen tellen?", EN: "Which pupils count?"})
	f.Int(&k.Fewer, strictjson.Spec{Name: "fewer", Min: 1, Max: zio.MaxCount, NL: "Klein is minder dan", EN: "Small is fewer than"})
	f.Code(&k.Price, strictjson.Spec{Name: "price", Format: "euro", NL: "Bedrag per leerling van een kleine gemeente", EN: "Amount per pupil of a small municipality"})
	bindKey(f, &k.Others, strictjson.Spec{Name: "others", NL: "Sleutel van de andere gemeenten", EN: "Key of the other municipalities"})
}

var problemSmallAbove = &zio.ProblemKind{Code: "small-numbers.above-cost", NL: "De gemeenten met weinig leerlingen betalen samen meer dan de kosten van € {total#}. Verlaag het bedrag per leerling.", EN: "The municipalities with few pupils together pay more than the cost of €{total#}. Lower the amount per pupil."}

func (k *SmallNumbers) check(c *checker) {
	c.amounts(k)
	c.notNegative("/price", k.Price)
	c.nested("/others", k.Others)
}

func (k *SmallNumbers) weigh(r *record, of costOutcome) []weight {
	price := r.agreed("price", "/price", k.Price.Exact(), UnitEuro)
	fewer := money.ExactFromInt(k.Fewer)
	var small []weight
	var names []string
	for _, w := range r.under(r.rule, "", "count/").weights(r.count(k.Basis), UnitPupils, Redistribute) {
		if w.v.x.Compare(fewer) < 0 {
			small = append(small, weight{w.party, r.product(step{name: "apart", party: w.party, unit: UnitEuro}, w.v.as("pupils"), price)})
			names = append(names, w.party)
		}
	}
	slices.Sort(names)
	left := r.left(of, small, problemSmallAbove)
	if r.failed() {
		return nil
	}
	return r.together(small, r.second(k.Others, "/others", "others/", left, of, names...))
}

func (k *SmallNumbers) words() []stepWords {
	return append([]stepWords{
		{"weight", "{party} heeft {value#}{unit}.", "{party} has {value#}{unit}."},
		{"apart", "{party} heeft weinig leerlingen en betaalt € {price#} per leerling: € {value#}.", "{party} has few pupils and pays €{price#} per pupil: €{value#}."},
	}, secondWords...)
}
