package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// EstimatedHours is one lump sum from the estimated hours of each pupil in the pool (lumpsum op geschatte uren),
// formula F06. Pupils with a running decision and pupils whose parents decline are kept out by the routing.
// The sum is rounded once; a reserve for pupils who enter late with a heavy need may be added.
type EstimatedHours struct {
	Rate     money.Euro     `json:"rate"`              // per hour
	Weeks    int64          `json:"weeks"`             // school weeks in the period, 1 to 520
	Rounding money.Rounding `json:"rounding"`          // of the whole sum
	Reserve  *money.Euro    `json:"reserve,omitempty"` // for late entrants
	Evidence []string       `json:"evidence"`          // what the estimates rest on, such as the parents, the previous setting, observation
}

var estimatedHoursRule = strictjson.Variant[Cost]{
	Rule: "estimated-hours/1", New: func() Cost { return new(EstimatedHours) }, Formulas: "F06",
	NL: "Lumpsum op geschatte uren", EN: "Lump sum from estimated hours",
	HintNL: "De school schat per leerling de uren; samen is dat één bedrag.", HintEN: "The school estimates the hours per pupil; together that is one amount.",
}

// Rule is "estimated-hours/1".
func (e *EstimatedHours) Rule() string { return estimatedHoursRule.Rule }

func (e *EstimatedHours) bind(f *strictjson.Fields) {
	f.Code(&e.Rate, strictjson.Spec{Name: "rate", Format: "euro", NL: "Uurtarief", EN: "Rate per hour"})
	f.Int(&e.Weeks, strictjson.Spec{Name: "weeks", Min: 1, Max: 520, NL: "Aantal schoolweken", EN: "Number of school weeks"})
	f.Code(&e.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding van het bedrag", EN: "Rounding of the sum"})
	strictjson.OptionalCode(f, &e.Reserve, strictjson.Spec{Name: "reserve", Format: "euro", NL: "Reserve voor late instroom", EN: "Reserve for late entrants"})
	f.Texts(&e.Evidence, strictjson.Spec{Name: "evidence", Min: 1, Max: 20, NL: "Waarop rusten de schattingen?", EN: "What do the estimates rest on?"})
}

// perMinute marks that every minute of the route is charged.
func (e *EstimatedHours) perMinute() {}

func (e *EstimatedHours) check(c *checker) {
	c.notNegative("/rate", e.Rate)
	if e.Reserve != nil {
		c.notNegative("/reserve", *e.Reserve)
	}
}

func (e *EstimatedHours) cost(r *record) costOutcome {
	sum := r.minutesCost("sum", e.Rate, e.Weeks, e.Rounding)
	if e.Reserve == nil {
		return costOutcome{total: sum}
	}
	return costOutcome{total: r.sum(step{name: "cost", unit: UnitEuro}, sum.as("sum"), r.agreed("reserve", "/reserve", e.Reserve.Exact(), UnitEuro))}
}

func (e *EstimatedHours) words() []stepWords {
	return []stepWords{
		{"minutes", "De leerlingen uit {party} hebben samen {value~} per week nodig.", "The pupils of {party} together need {value~} a week."},
		{"minutes-gap", "De leerlingen uit andere gemeenten hebben samen {value~} per week nodig.", "The pupils of other municipalities together need {value~} a week."},
		{"minutes-total", "Alle leerlingen samen: {value~} per week.", "All pupils together: {value~} a week."},
		{"sum", "{minutes~} per week, {weeks} {weeks|schoolweek|schoolweken}, € {rate#} per uur: € {value#}.", "{minutes~} a week, {weeks} school {weeks|week|weeks}, €{rate#} an hour: €{value#}."},
		{"cost", "Met de reserve van € {reserve#} voor late instroom is het € {value#}.", "With the reserve of €{reserve#} for late entrants it is €{value#}."},
	}
}
