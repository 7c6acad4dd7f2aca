package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// InKindPair is training by a pair (koppel in natura), formula F10: one professional whom the parties pay and one
// trained teacher whom the school brings in. Before, two professionals were paid.
type InKindPair struct {
	Groups      int64          `json:"groups"`                // groups of pupils that are trained
	Minutes     int64          `json:"minutes"`               // per group; ten weeks of one hour is 600
	Rate        money.Euro     `json:"rate"`                  // of the professional, per hour
	TeacherRate *money.Euro    `json:"teacherRate,omitempty"` // shadow price of the teacher's hour, shown but not paid
	Rounding    money.Rounding `json:"rounding"`
}

var inKindPairRule = strictjson.Variant[Cost]{
	Rule: "in-kind-pair/1", New: func() Cost { return new(InKindPair) }, Formulas: "F10",
	NL: "Koppel van trainer en leerkracht", EN: "Pair of trainer and teacher",
	HintNL: "De partijen betalen één trainer; de school zet een leerkracht in.", HintEN: "The parties pay one trainer; the school brings in a teacher.",
}

// Rule is "in-kind-pair/1".
func (p *InKindPair) Rule() string { return inKindPairRule.Rule }

func (p *InKindPair) bind(f *strictjson.Fields) {
	f.Int(&p.Groups, strictjson.Spec{Name: "groups", Min: 1, Max: 100_000, NL: "Aantal groepen", EN: "Number of groups"})
	f.Int(&p.Minutes, strictjson.Spec{Name: "minutes", Min: 1, Max: 100_000, Format: "minutes", NL: "Minuten training per groep", EN: "Minutes of training per group"})
	f.Code(&p.Rate, strictjson.Spec{Name: "rate", Format: "euro", NL: "Uurtarief van de trainer", EN: "Rate of the trainer per hour"})
	strictjson.OptionalCode(f, &p.TeacherRate, strictjson.Spec{Name: "teacherRate", Format: "euro", NL: "Waarde van een uur van de leerkracht", EN: "Value of an hour of the teacher"})
	f.Code(&p.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding", EN: "Rounding"})
}

func (p *InKindPair) check(c *checker) {
	c.notNegative("/rate", p.Rate)
	if p.TeacherRate != nil {
		c.notNegative("/teacherRate", *p.TeacherRate)
	}
}

func (p *InKindPair) cost(r *record) costOutcome {
	groups := r.agreed("groups", "/groups", money.ExactFromInt(p.Groups), UnitNumber)
	minutes := r.agreed("minutes", "/minutes", money.ExactFromInt(p.Minutes), UnitMinutes)
	hour := r.constant("hours-per-minute", ratio(1, 60), UnitNumber)
	rate := r.agreed("rate", "/rate", p.Rate.Exact(), UnitPerHour)
	cost := r.productRounded(step{name: "cost", unit: UnitEuro}, p.Rounding, groups, minutes, hour, rate)
	before := r.productRounded(step{name: "before", unit: UnitEuro}, p.Rounding, r.constant("trainers", money.ExactFromInt(2), UnitNumber), groups, minutes, hour, rate)
	r.difference(step{name: "saving", unit: UnitEuro}, before.as("before"), cost.as("cost"))
	if p.TeacherRate != nil {
		r.productRounded(step{name: "in-kind", unit: UnitEuro}, p.Rounding, groups, minutes, hour, r.agreed("teacherRate", "/teacherRate", p.TeacherRate.Exact(), UnitPerHour))
	}
	return costOutcome{total: cost}
}

func (p *InKindPair) words() []stepWords {
	return []stepWords{
		{"cost", "{groups#} {groups|groep|groepen}, {minutes~} per groep, € {rate#} per uur voor één trainer: € {value#}.", "{groups#} {groups|group|groups}, {minutes~} per group, €{rate#} an hour for one trainer: €{value#}."},
		{"before", "Met twee trainers was het € {value#}.", "With two trainers it was €{value#}."},
		{"saving", "Dat scheelt € {value#}.", "That saves €{value#}."},
		{"in-kind", "De school brengt tijd van leerkrachten in met een waarde van € {value#}.", "The school brings in teachers' time worth €{value#}."},
	}
}
