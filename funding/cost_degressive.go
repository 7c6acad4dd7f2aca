package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Degressive is a price per pupil that changes with their number (staffelprijs): the first pupils at one price, those above a number
// at the next. Each step is rounded once to the cent.
type Degressive struct {
	Basis    string         `json:"basis"` // "enrolled-pupils" or "eligible-pupils"
	Steps    []PriceStep    `json:"steps"` // in order of from, the first from 0
	Rounding money.Rounding `json:"rounding"`
}

// PriceStep is the price of the pupils above a number (trede), for the whole period.
type PriceStep struct {
	From  int64      `json:"from"`
	Price money.Euro `json:"price"` // per pupil, 0.00 or more
}

var degressiveRule = strictjson.Variant[Cost]{
	Rule: "degressive/1", New: func() Cost { return new(Degressive) },
	NL: "Staffelprijs", EN: "Price in steps",
	HintNL: "De eerste leerlingen kosten de eerste prijs, wie daarboven komt de volgende.", HintEN: "The first pupils cost the first price, those above that number the next.",
}

// Rule is "degressive/1".
func (d *Degressive) Rule() string { return degressiveRule.Rule }

func (d *Degressive) bind(f *strictjson.Fields) {
	f.Choice(&d.Basis, strictjson.Spec{Name: "basis", Choices: pupilBases, NL: "Welke leerlingen tellen?", EN: "Which pupils count?"})
	strictjson.List(f, &d.Steps, strictjson.Spec{Name: "steps", Min: 1, Max: 50, NL: "Treden", EN: "Steps"}, (*PriceStep).bind)
	f.Code(&d.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding per trede", EN: "Rounding per step"})
}

func (s *PriceStep) bind(f *strictjson.Fields) {
	f.Int(&s.From, strictjson.Spec{Name: "from", Max: zio.MaxCount, NL: "Boven dit aantal leerlingen", EN: "Above this number of pupils", HintNL: "De eerste trede begint bij 0.", HintEN: "The first step begins at 0."})
	f.Code(&s.Price, strictjson.Spec{Name: "price", Format: "euro", NL: "Prijs per leerling", EN: "Price per pupil"})
}

var problemPriceSteps = &zio.ProblemKind{Code: "degressive.steps-order", NL: "De treden lopen op en beginnen bij 0. Hier staat {from#}.", EN: "The steps go up and begin at 0. Here it is {from#}."}

func (d *Degressive) check(c *checker) {
	for i := range d.Steps {
		if n := d.Steps[i].From; i == 0 && n != 0 || i > 0 && n <= d.Steps[i-1].From {
			c.add(problemPriceSteps, at("/steps", i)+"/from", "from", itoa(n))
		}
		c.notNegative(at("/steps", i)+"/price", d.Steps[i].Price)
	}
}

func (d *Degressive) cost(r *record) costOutcome {
	pupils := r.ofHomes("pupils", "pupils-total", UnitPupils, r.count(d.Basis))
	inputs := make([]value, 0, len(d.Steps))
	at := func(i int) value {
		return r.agreed("from", r.place("/steps", i, "/from"), money.ExactFromInt(d.Steps[i].From), UnitPupils)
	}
	for i := range d.Steps {
		if pupils.x.Compare(money.ExactFromInt(d.Steps[i].From)) <= 0 {
			break
		}
		suffix := "-" + itoa(int64(i+1))
		top := pupils.as("pupils")
		if i+1 < len(d.Steps) && at(i+1).x.Compare(pupils.x) < 0 {
			top = at(i + 1)
		}
		inside := r.difference(step{name: "pupils-in" + suffix, unit: UnitPupils}, top.as("top"), at(i))
		inputs = append(inputs, r.productRounded(step{name: "cost" + suffix, unit: UnitEuro}, d.Rounding, inside.as("pupils"),
			r.agreed("price", r.place("/steps", i, "/price"), d.Steps[i].Price.Exact(), UnitEuro)).as("cost"+suffix))
	}
	return costOutcome{total: r.sum(step{name: "cost", unit: UnitEuro}, inputs...)}
}

func (d *Degressive) words() []stepWords {
	return []stepWords{
		{"pupils-total", "Samen zijn er {value#} {value|leerling|leerlingen}.", "Together there are {value#} {value|pupil|pupils}."},
		{"cost-", "Trede {which}: {pupils#} {pupils|leerling|leerlingen} maal € {price#} is € {value#}.", "Step {which}: {pupils#} {pupils|pupil|pupils} times €{price#} is €{value#}."},
		{"cost", "Alle treden samen kosten € {value#}.", "All steps together cost €{value#}."},
	}
}
