package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// RouteMinutes is what the minutes on a route cost (minuten van een route): all minutes that the routing places on the route of
// the component, at a rate, in the school weeks of the period, rounded once. So the care of the Wlz, the Zvw and the school has an
// amount too. Money of a route that the law does not let pool has one payer, such as a care office or an insurer.
type RouteMinutes struct {
	Rate     money.Euro     `json:"rate"`     // per hour
	Weeks    int64          `json:"weeks"`    // school weeks in the period, 1 to 520: the sources give none
	Rounding money.Rounding `json:"rounding"` // of the whole sum
}

var routeMinutesRule = strictjson.Variant[Cost]{
	Rule: "route-minutes/1", New: func() Cost { return new(RouteMinutes) },
	NL: "Minuten van een route", EN: "Minutes of a route",
	HintNL: "Alle minuten die bij deze geldstroom horen, tegen een tarief. Ook voor Wlz, Zvw en onderwijs.", HintEN: "All minutes that belong to this stream, at a rate. Also for Wlz, Zvw and education.",
}

// Rule is "route-minutes/1".
func (m *RouteMinutes) Rule() string { return routeMinutesRule.Rule }

// individual marks that the rule itself pools nothing.
func (m *RouteMinutes) individual() {}

// perMinute marks that every minute of the route is charged.
func (m *RouteMinutes) perMinute() {}

func (m *RouteMinutes) bind(f *strictjson.Fields) {
	f.Code(&m.Rate, strictjson.Spec{Name: "rate", Format: "euro", NL: "Uurtarief", EN: "Rate per hour"})
	f.Int(&m.Weeks, strictjson.Spec{Name: "weeks", Min: 1, Max: 520, NL: "Aantal schoolweken", EN: "Number of school weeks"})
	f.Code(&m.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding van het bedrag", EN: "Rounding of the sum"})
}

var problemRouteShared = &zio.ProblemKind{Code: "route-minutes.shared", NL: "Geld van de route {route} mag niet worden gedeeld. Kies de sleutel met één betaler, zoals het zorgkantoor of de zorgverzekeraar.", EN: "Money of route {route} may not be shared. Choose the key with a single payer, such as the care office or the insurer."}

func (m *RouteMinutes) check(c *checker) {
	c.notNegative("/rate", m.Rate)
	if _, single := c.c.Key.(*SinglePayer); !single && !c.c.Route.Poolable() {
		c.add(problemRouteShared, "", "route", c.c.Route.String())
	}
}

func (m *RouteMinutes) cost(r *record) costOutcome {
	return costOutcome{total: r.minutesCost("cost", m.Rate, m.Weeks, m.Rounding)}
}

func (m *RouteMinutes) words() []stepWords {
	return []stepWords{
		{"minutes", "De leerlingen uit {party} hebben samen {value~} per week nodig.", "The pupils of {party} together need {value~} a week."},
		{"minutes-gap", "De leerlingen uit andere gemeenten hebben samen {value~} per week nodig.", "The pupils of other municipalities together need {value~} a week."},
		{"minutes-total", "Alle leerlingen samen: {value~} per week.", "All pupils together: {value~} a week."},
		{"cost", "{minutes~} per week, {weeks} {weeks|schoolweek|schoolweken}, € {rate#} per uur: € {value#}.", "{minutes~} a week, {weeks} school {weeks|week|weeks}, €{rate#} an hour: €{value#}."},
	}
}
