package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// PopulationFunding is money by the need of a population (populatiebekostiging), formula F13: all pupils, the part of
// them that needs care, and the mean cost of who does. The sources publish no parameters: all are inputs.
type PopulationFunding struct {
	NeedRate    money.Factor   `json:"needRate"`    // per cent of the pupils that needs care, 0 to 100
	AverageCost money.Euro     `json:"averageCost"` // per pupil that needs care, for the whole period
	Evidence    string         `json:"evidence"`    // what the rate and the cost rest on
	Rounding    money.Rounding `json:"rounding"`
}

var populationRule = strictjson.Variant[Cost]{
	Rule: "population/1", New: func() Cost { return new(PopulationFunding) }, Formulas: "F13",
	NL: "Populatiebekostiging", EN: "Population funding",
	HintNL: "Het budget volgt uit de zorgbehoefte van alle leerlingen samen.", HintEN: "The budget follows from the need of all pupils together.",
}

// Rule is "population/1".
func (p *PopulationFunding) Rule() string { return populationRule.Rule }

func (p *PopulationFunding) bind(f *strictjson.Fields) {
	f.Code(&p.NeedRate, strictjson.Spec{Name: "needRate", Format: "factor", NL: "Deel van de leerlingen met zorg (procent)", EN: "Part of the pupils with care (per cent)"})
	f.Code(&p.AverageCost, strictjson.Spec{Name: "averageCost", Format: "euro", NL: "Gemiddelde kosten per leerling met zorg", EN: "Mean cost per pupil with care"})
	f.Text(&p.Evidence, strictjson.Spec{Name: "evidence", Max: 500, NL: "Waarop rusten deze getallen?", EN: "What do these figures rest on?"})
	f.Code(&p.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding", EN: "Rounding"})
}

func (p *PopulationFunding) check(c *checker) {
	c.percentage("/needRate", p.NeedRate)
	c.notNegative("/averageCost", p.AverageCost)
}

func (p *PopulationFunding) cost(r *record) costOutcome {
	pupils := r.enrolledPupils("")
	return costOutcome{total: r.productRounded(step{name: "cost", unit: UnitEuro}, p.Rounding, pupils.as("pupils"),
		r.agreed("needRate", "/needRate", p.NeedRate.Exact(), UnitNumber), r.constant("per-cent", ratio(1, 100), UnitNumber),
		r.agreed("averageCost", "/averageCost", p.AverageCost.Exact(), UnitEuro))}
}

func (p *PopulationFunding) words() []stepWords {
	return []stepWords{
		{"enrolled-pupils", "De scholen hebben {value#} {value|leerling|leerlingen}.", "The schools have {value#} {value|pupil|pupils}."},
		{"cost", "{pupils#} {pupils|leerling|leerlingen}, {needRate#} procent met zorg, gemiddeld € {averageCost#}: € {value#}.", "{pupils#} {pupils|pupil|pupils}, {needRate#} per cent with care, €{averageCost#} on average: €{value#}."},
	}
}
