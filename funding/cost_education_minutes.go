package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// EducationMinutes is the support that belongs to the budget of the school (ondersteuning uit het onderwijsbudget),
// formula F03: minutes per pupil and week for all pupils. At the St. Maartenschool it is 185 minutes, which LECSO
// underpinned as a mean; it is no claim per pupil. With a rate of 0.00 only the minutes show.
type EducationMinutes struct {
	MinutesPerWeek int64          `json:"minutesPerWeek"` // per pupil and school week, 1 to 3,000
	Weeks          int64          `json:"weeks"`          // school weeks in the period, 1 to 520: the sources give none
	Rate           money.Euro     `json:"rate"`           // per hour
	Rounding       money.Rounding `json:"rounding"`
}

var educationMinutesRule = strictjson.Variant[Cost]{
	Rule: "education-minutes/1", New: func() Cost { return new(EducationMinutes) }, Formulas: "F03",
	NL: "Ondersteuning door de school", EN: "Support by the school",
	HintNL: "Minuten ondersteuning per leerling die de school zelf betaalt.", HintEN: "Minutes of support per pupil that the school itself pays.",
}

// Rule is "education-minutes/1".
func (e *EducationMinutes) Rule() string { return educationMinutesRule.Rule }

func (e *EducationMinutes) bind(f *strictjson.Fields) {
	f.Int(&e.MinutesPerWeek, strictjson.Spec{Name: "minutesPerWeek", Min: 1, Max: zio.MaxWeek, Format: "minutes-per-week", NL: "Minuten per leerling per week", EN: "Minutes per pupil per week"})
	f.Int(&e.Weeks, strictjson.Spec{Name: "weeks", Min: 1, Max: 520, NL: "Aantal schoolweken", EN: "Number of school weeks"})
	f.Code(&e.Rate, strictjson.Spec{Name: "rate", Format: "euro", NL: "Uurtarief", EN: "Rate per hour"})
	f.Code(&e.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding", EN: "Rounding"})
}

var problemEducationRoute = &zio.ProblemKind{Code: "education-minutes.route", NL: "De minuten van de school horen bij de route education of alliance, niet bij {route}.", EN: "The minutes of the school belong to the route education or alliance, not to {route}."}

func (e *EducationMinutes) check(c *checker) {
	c.notNegative("/rate", e.Rate)
	if c.c.Route != RouteEducation && c.c.Route != RouteAlliance {
		c.add(problemEducationRoute, "", "route", c.c.Route.String())
	}
}

func (e *EducationMinutes) cost(r *record) costOutcome {
	pupils := r.enrolledPupils("")
	minutes := r.product(step{name: "minutes", unit: UnitMinutes, basis: educationSource(e.MinutesPerWeek)}, pupils.as("pupils"),
		r.agreed("minutesPerWeek", "/minutesPerWeek", money.ExactFromInt(e.MinutesPerWeek), UnitMinutes), r.agreed("weeks", "/weeks", money.ExactFromInt(e.Weeks), UnitWeeks))
	return costOutcome{total: r.productRounded(step{name: "cost", unit: UnitEuro}, e.Rounding, minutes.as("minutes"), r.constant("hours-per-minute", ratio(1, 60), UnitNumber),
		r.agreed("rate", "/rate", e.Rate.Exact(), UnitPerHour))}
}

func (e *EducationMinutes) words() []stepWords {
	return []stepWords{
		{"enrolled-pupils", "De school heeft {value#} {value|leerling|leerlingen}.", "The school has {value#} {value|pupil|pupils}."},
		{"minutes", "{pupils#} {pupils|leerling|leerlingen}, {minutesPerWeek~} per week, {weeks} {weeks|schoolweek|schoolweken}: {value~} ondersteuning.", "{pupils#} {pupils|pupil|pupils}, {minutesPerWeek~} a week, {weeks} school {weeks|week|weeks}: {value~} of support."},
		{"cost", "Tegen € {rate#} per uur is dat € {value#}.", "At €{rate#} an hour that is €{value#}."},
	}
}
