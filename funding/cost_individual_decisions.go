package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// IndividualDecisions is what individual decisions cost (individuele beschikkingen), formulas F23 to F25: for comparison,
// and for what can not be pooled. The decisions are those of the population, the tariffs stand here. Each decision is
// rounded once to the cent, half-up, as iJw declares (IV081).
//
// The volume of a whole decision is its volume per week or month times the weeks or months in its days inside the
// agreement, or its total. Weeks of an effort-based tariff are the calendar weeks, also the broken ones (IV077); those
// of an output-based tariff are the Sundays, and one more when the last day is no Sunday (IV076). Minutes at a tariff
// per hour are divided by 60 before the rounding; a rounded tariff per minute is never used.
type IndividualDecisions struct {
	Tariffs []Tariff `json:"tariffs"`
}

// Tariff is the price of one product (tarief).
type Tariff struct {
	Product string           `json:"product"` // product code of the decisions
	Per     zio.DecisionUnit `json:"per"`     // an hour, day, daypart, piece or euro
	Amount  money.Euro       `json:"amount"`  // per unit; 1.00 per euro
	Variant Variant          `json:"variant"` // how weeks are counted
}

// Variant is for what a tariff pays (uitvoeringsvariant of iJw), which says how the weeks of a decision are counted.
type Variant string

// The variants.
const (
	Effort Variant = "effort" // calendar weeks, also the broken ones (IV077)
	Output Variant = "output" // Sundays, and one more when the last day is no Sunday (IV076)
)

var individualDecisionsRule = strictjson.Variant[Cost]{
	Rule: "individual-decisions/1", New: func() Cost { return new(IndividualDecisions) }, Formulas: "F23 F24 F25",
	NL: "Individuele beschikkingen", EN: "Individual decisions",
	HintNL: "Wat de beschikkingen van de leerlingen kosten, buiten de pot.", HintEN: "What the decisions of the pupils cost, outside the pool.",
}

var (
	tariffUnits = []strictjson.Choice{
		{Value: string(zio.UnitHour), NL: "per uur", EN: "per hour"}, {Value: string(zio.UnitDay), NL: "per etmaal", EN: "per day"}, {Value: string(zio.UnitDaypart), NL: "per dagdeel", EN: "per daypart"},
		{Value: string(zio.UnitPiece), NL: "per stuk", EN: "per piece"}, {Value: string(zio.UnitEuro), NL: "bedrag in euro's", EN: "amount in euros"}}
	tariffVariants = []strictjson.Choice{{Value: string(Effort), NL: "inspanningsgericht", EN: "effort-based"}, {Value: string(Output), NL: "outputgericht", EN: "output-based"}}
)

// Rule is "individual-decisions/1".
func (d *IndividualDecisions) Rule() string { return individualDecisionsRule.Rule }

// individual marks that the money is not pooled.
func (d *IndividualDecisions) individual() {}

func (d *IndividualDecisions) bind(f *strictjson.Fields) {
	strictjson.List(f, &d.Tariffs, strictjson.Spec{Name: "tariffs", Min: 1, Max: 1000, NL: "Tarieven", EN: "Tariffs"}, (*Tariff).bind)
}

func (t *Tariff) bind(f *strictjson.Fields) {
	f.Text(&t.Product, strictjson.Spec{Name: "product", Max: 5, NL: "Productcode", EN: "Product code"})
	f.Choice((*string)(&t.Per), strictjson.Spec{Name: "per", Choices: tariffUnits, NL: "Eenheid", EN: "Unit"})
	f.Code(&t.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Tarief", EN: "Tariff"})
	f.Choice((*string)(&t.Variant), strictjson.Spec{Name: "variant", Choices: tariffVariants, NL: "Uitvoeringsvariant", EN: "Variant"})
}

var (
	problemTariffTwice   = &zio.ProblemKind{Code: "individual-decisions.tariff-twice", NL: "Product {product} heeft twee tarieven.", EN: "Product {product} has two tariffs."}
	problemTariffMissing = &zio.ProblemKind{Code: "individual-decisions.tariff-missing", NL: "Product {product} heeft geen tarief.", EN: "Product {product} has no tariff."}
	problemTariffUnit    = &zio.ProblemKind{Code: "individual-decisions.unit-differs", NL: "Product {product} is toegewezen per {unit}, maar het tarief is per {per}.", EN: "Product {product} is allocated per {unit}, but the tariff is per {per}."}
	problemDecisionHome  = &zio.ProblemKind{Code: "individual-decisions.home-unknown", NL: "Woongemeente {home} staat niet bij de partijen. Zij betaalt haar eigen beschikkingen: voeg haar toe, zonder deelname.", EN: "Home municipality {home} is not among the parties. It pays its own decisions: add it, not taking part."}
	problemDecisionRoute = &zio.ProblemKind{Code: "individual-decisions.route", NL: "Beschikkingen van een gemeente horen bij de Jeugdwet of de Wmo, niet bij de route {route}. Reken daar met de minuten van die route (route-minutes/1).", EN: "Decisions of a municipality belong to the Jeugdwet or the Wmo, not to route {route}. Use the minutes of that route there (route-minutes/1)."}
	problemDecisionEuro  = &zio.ProblemKind{Code: "individual-decisions.euro-tariff", NL: "Een bedrag in euro's heeft het tarief 1.00.", EN: "An amount in euros has the tariff 1.00."}
)

func (d *IndividualDecisions) check(c *checker) {
	if r := c.c.Route; r != RouteIndividual && r != RouteCollective && r != RouteWmo {
		c.add(problemDecisionRoute, "", "route", r.String())
	}
	for i := range d.Tariffs {
		t := &d.Tariffs[i]
		pointer := at("/tariffs", i)
		for j := range d.Tariffs[:i] {
			if d.Tariffs[j].Product == t.Product {
				c.add(problemTariffTwice, pointer+"/product", "product", t.Product)
				break
			}
		}
		c.notNegative(pointer+"/amount", t.Amount)
		if t.Per == zio.UnitEuro && t.Amount.Cents() != 100 {
			c.add(problemDecisionEuro, pointer+"/amount")
		}
	}
}

func (d *IndividualDecisions) cost(r *record) costOutcome {
	var homes tallies
	out := costOutcome{}
	for i := range r.p.Decisions {
		e := &r.p.Decisions[i]
		days, inside := zio.Period{From: e.From, Until: e.Until}.Overlap(r.a.Period)
		if !inside || !r.inSites(e.Site) {
			continue
		}
		amount, pupils := d.decision(r, e, i, days)
		if r.failed() {
			return costOutcome{}
		}
		homes.add(e.Home, amount)
		if !figures.Only {
			out.cases = append(out.cases, oneCase{key: itoa(int64(i + 1)), home: e.Home, amount: amount, pupils: pupils})
		}
	}
	amounts := make([]value, len(homes))
	out.own = make([]weight, 0, len(homes))
	for i := range homes {
		code := homes[i].home.String()
		if r.a.Party(code) == nil {
			r.refuse(problemDecisionHome, "", "home", code)
			return out
		}
		amounts[i] = r.sum(step{name: "own", party: code, unit: UnitEuro}, homes[i].inputs...).as(code)
		out.own = append(out.own, weight{code, amounts[i]})
	}
	out.total = r.sum(step{name: "cost", unit: UnitEuro}, amounts...)
	return out
}

// decision is what one decision costs in its days inside the agreement, and for how many pupils.
func (d *IndividualDecisions) decision(r *record, e *zio.Decision, i int, days zio.Period) (amount, ofPupils value) {
	pointer, key := at("/decisions", i), itoa(int64(i+1))
	for j := range d.Tariffs {
		t := &d.Tariffs[j]
		if t.Product != e.Product {
			continue
		}
		if t.Per != e.Unit && !(t.Per == zio.UnitHour && e.Unit == zio.UnitMinute) {
			r.refuse(problemTariffUnit, at("/tariffs", j)+"/per", "product", e.Product, "unit", string(e.Unit), "per", string(t.Per))
			return noValue(), noValue()
		}
		times := int64(1)
		switch {
		case e.Frequency == zio.EachWeek && t.Variant == Output:
			times = OutputWeeks(days)
		case e.Frequency == zio.EachWeek:
			times = EffortWeeks(days)
		case e.Frequency == zio.EachMonth:
			times = days.MonthsTouched()
		}
		inputs := []value{
			r.counted("volume", pointer+"/volume", money.ExactFromInt(e.Volume), UnitNumber),
			r.constant("times", money.ExactFromInt(times), UnitNumber),
			r.counted("pupils", pointer+"/pupils", money.ExactFromInt(max(e.Pupils, 1)), UnitPupils),
			r.agreed("tariff", r.place("/tariffs", j, "/amount"), t.Amount.Exact(), UnitEuro),
		}
		if e.Pupils == 0 {
			inputs[2] = r.constant("pupils", money.ExactFromInt(1), UnitPupils)
		}
		if e.Unit == zio.UnitMinute {
			inputs = append(inputs, r.constant("hours-per-minute", ratio(1, 60), UnitNumber))
		}
		basis := "iJw 3.2 TR346, IV081"
		if r.component.Route == RouteWmo { // which has messages of its own
			basis = ""
		}
		return r.productRounded(step{name: "decision-" + string(e.Unit) + "-" + key, party: e.Home.String(), unit: UnitEuro, basis: basis}, money.HalfUp, inputs...), inputs[2]
	}
	r.refuse(problemTariffMissing, "/tariffs", "product", e.Product)
	return noValue(), noValue()
}

func (d *IndividualDecisions) words() []stepWords {
	return []stepWords{
		{"decision-minute-", "Een beschikking van {volume#} {volume|minuut|minuten}, {times} keer, voor {pupils#} {pupils|leerling|leerlingen}, tegen € {tariff#} per uur: € {value#}.", "A decision of {volume#} {volume|minute|minutes}, {times} {times|time|times}, for {pupils#} {pupils|pupil|pupils}, at €{tariff#} an hour: €{value#}."},
		{"decision-hour-", "Een beschikking van {volume#} uur, {times} keer, voor {pupils#} {pupils|leerling|leerlingen}, tegen € {tariff#} per uur: € {value#}.", "A decision of {volume#} {volume|hour|hours}, {times} {times|time|times}, for {pupils#} {pupils|pupil|pupils}, at €{tariff#} an hour: €{value#}."},
		{"decision-day-", "Een beschikking van {volume#} {volume|etmaal|etmalen}, {times} keer, voor {pupils#} {pupils|leerling|leerlingen}, tegen € {tariff#} per etmaal: € {value#}.", "A decision of {volume#} {volume|day|days}, {times} {times|time|times}, for {pupils#} {pupils|pupil|pupils}, at €{tariff#} a day: €{value#}."},
		{"decision-daypart-", "Een beschikking van {volume#} {volume|dagdeel|dagdelen}, {times} keer, voor {pupils#} {pupils|leerling|leerlingen}, tegen € {tariff#} per dagdeel: € {value#}.", "A decision of {volume#} {volume|daypart|dayparts}, {times} {times|time|times}, for {pupils#} {pupils|pupil|pupils}, at €{tariff#} a daypart: €{value#}."},
		{"decision-piece-", "Een beschikking van {volume#} {volume|stuk|stuks}, {times} keer, voor {pupils#} {pupils|leerling|leerlingen}, tegen € {tariff#} per stuk: € {value#}.", "A decision of {volume#} {volume|piece|pieces}, {times} {times|time|times}, for {pupils#} {pupils|pupil|pupils}, at €{tariff#} a piece: €{value#}."},
		{"decision-euro-", "Een beschikking van € {volume#}, {times} keer, voor {pupils#} {pupils|leerling|leerlingen}: € {value#}.", "A decision of €{volume#}, {times} {times|time|times}, for {pupils#} {pupils|pupil|pupils}: €{value#}."},
		{"own", "De beschikkingen van {party} kosten samen € {value#}.", "The decisions of {party} together cost €{value#}."},
		{"cost", "Alle beschikkingen samen kosten € {value#}.", "All decisions together cost €{value#}."},
	}
}
