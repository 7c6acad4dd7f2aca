package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// PriceList is a price per pupil for each category (prijslijst): light, middle and heavy, or an arrangement.
type PriceList struct {
	Basis    string          `json:"basis"`  // "enrolled-pupils" or "eligible-pupils"
	Prices   []CategoryPrice `json:"prices"` // of every category that occurs
	Rounding money.Rounding  `json:"rounding"`
}

// CategoryPrice is the price of a pupil of one category (prijs van een categorie), for the whole period.
type CategoryPrice struct {
	Category string     `json:"category"`
	Price    money.Euro `json:"price"` // 0.00 or more
}

var priceListRule = strictjson.Variant[Cost]{
	Rule: "price-list/1", New: func() Cost { return new(PriceList) },
	NL: "Prijs per categorie", EN: "Price per category",
	HintNL: "Elke leerling kost de prijs van zijn categorie.", HintEN: "Every pupil costs the price of its category.",
}

// Rule is "price-list/1".
func (p *PriceList) Rule() string { return priceListRule.Rule }

func (p *PriceList) bind(f *strictjson.Fields) {
	f.Choice(&p.Basis, strictjson.Spec{Name: "basis", Choices: pupilBases, NL: "Welke leerlingen tellen?", EN: "Which pupils count?"})
	strictjson.List(f, &p.Prices, strictjson.Spec{Name: "prices", Min: 1, Max: 100, NL: "Prijzen", EN: "Prices"}, (*CategoryPrice).bind)
	f.Code(&p.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding per categorie", EN: "Rounding per category"})
}

func (p *CategoryPrice) bind(f *strictjson.Fields) {
	f.Text(&p.Category, categorySpec)
	f.Code(&p.Price, strictjson.Spec{Name: "price", Format: "euro", NL: "Prijs per leerling", EN: "Price per pupil"})
}

func (p *PriceList) names() []string {
	list := make([]string, len(p.Prices))
	for i := range p.Prices {
		list[i] = p.Prices[i].Category
	}
	return list
}

func (p *PriceList) check(c *checker) {
	names := p.names()
	for i := range p.Prices {
		c.category(at("/prices", i), names[i], names[:i])
		c.notNegative(at("/prices", i)+"/price", p.Prices[i].Price)
	}
}

func (p *PriceList) cost(r *record) costOutcome {
	counted := r.categories(p.Basis, p.names())
	inputs := make([]value, len(counted))
	for i := range counted {
		if r.failed() {
			return costOutcome{}
		}
		suffix := "-" + itoa(int64(i+1))
		pupils := r.ofHomes("pupils"+suffix, "pupils-total"+suffix, UnitPupils, counted[i])
		inputs[i] = r.productRounded(step{name: "cost" + suffix, label: p.Prices[i].Category, unit: UnitEuro}, p.Rounding, pupils.as("pupils"),
			r.agreed("price", r.place("/prices", i, "/price"), p.Prices[i].Price.Exact(), UnitEuro)).as("cost" + suffix)
	}
	return costOutcome{total: r.sum(step{name: "cost", unit: UnitEuro}, inputs...)}
}

func (p *PriceList) words() []stepWords {
	return []stepWords{
		{"cost-", "{label}: {pupils#} {pupils|leerling|leerlingen} maal € {price#} is € {value#}.", "{label}: {pupils#} {pupils|pupil|pupils} times €{price#} is €{value#}."},
		{"cost", "Alle categorieën samen kosten € {value#}.", "All categories together cost €{value#}."},
	}
}
