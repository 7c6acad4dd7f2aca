package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// FixedHours is a fixed amount per pupil in the pool (vast aantal uren per leerling), formula F02: the norm hours
// per school week, at a rate, for the school weeks of the period. The amount per pupil is rounded once to the
// cent; what all pupils cost together is a multiple of it. So every municipality can check its own invoice.
type FixedHours struct {
	NormMinutes int64          `json:"normMinutes"`         // per pupil and school week, 1 to 3,000
	NormRange   *NormRange     `json:"normRange,omitempty"` // shows what the cost would be at both ends
	Rate        money.Euro     `json:"rate"`                // per hour
	Weeks       int64          `json:"weeks"`               // school weeks in the period, 1 to 520: the sources give none, so it is asked
	Rounding    money.Rounding `json:"rounding"`            // of the amount per pupil
}

// NormRange is the range in which the parties saw the norm hours (bandbreedte), in minutes per pupil and week.
type NormRange struct {
	Min int64 `json:"min"`
	Max int64 `json:"max"`
}

var fixedHoursRule = strictjson.Variant[Cost]{
	Rule: "fixed-hours/1", New: func() Cost { return new(FixedHours) }, Formulas: "F02 F17",
	NL: "Vast aantal uren per leerling", EN: "Fixed hours per pupil",
	HintNL: "Voor elke leerling in de pot geldt hetzelfde aantal zorguren.", HintEN: "The same hours of care hold for every pupil in the pool.",
}

// Rule is "fixed-hours/1".
func (h *FixedHours) Rule() string { return fixedHoursRule.Rule }

func (h *FixedHours) bind(f *strictjson.Fields) {
	f.Int(&h.NormMinutes, strictjson.Spec{Name: "normMinutes", Min: 1, Max: zio.MaxWeek, Format: "minutes-per-week", NL: "Zorgminuten per leerling per week", EN: "Minutes of care per pupil per week",
		HintNL: "5,5 uur is 330 minuten.", HintEN: "5.5 hours is 330 minutes."})
	strictjson.OptionalStruct(f, &h.NormRange, strictjson.Spec{Name: "normRange", NL: "Bandbreedte", EN: "Range"}, (*NormRange).bind)
	f.Code(&h.Rate, strictjson.Spec{Name: "rate", Format: "euro", NL: "Uurtarief", EN: "Rate per hour"})
	f.Int(&h.Weeks, strictjson.Spec{Name: "weeks", Min: 1, Max: 520, NL: "Aantal schoolweken", EN: "Number of school weeks",
		HintNL: "In de hele looptijd. Hiervoor bestaat geen vast getal: vul in wat u afsprak.", HintEN: "In the whole period. There is no fixed number: fill in what you agreed."})
	f.Code(&h.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding van het bedrag per leerling", EN: "Rounding of the amount per pupil"})
}

func (n *NormRange) bind(f *strictjson.Fields) {
	f.Int(&n.Min, strictjson.Spec{Name: "min", Min: 1, Max: zio.MaxWeek, Format: "minutes-per-week", NL: "Laagste", EN: "Lowest"})
	f.Int(&n.Max, strictjson.Spec{Name: "max", Min: 1, Max: zio.MaxWeek, Format: "minutes-per-week", NL: "Hoogste", EN: "Highest"})
}

var (
	problemRange = &zio.ProblemKind{Code: "fixed-hours.range", NL: "De norm van {norm} minuten ligt buiten de bandbreedte van {min} tot en met {max}.", EN: "The norm of {norm} minutes is outside the range from {min} to {max}."}
	problemNorm  = &zio.ProblemKind{Code: "fixed-hours.norm-above-threshold", NL: "De norm van {norm} minuten per week is hoger dan de drempel van {threshold}. Controleer of het minuten per week zijn.", EN: "The norm of {norm} minutes per week is above the threshold of {threshold}. Check that these are minutes per week."}
)

func (h *FixedHours) check(c *checker) {
	if n := h.NormRange; n != nil && (h.NormMinutes < n.Min || h.NormMinutes > n.Max) {
		c.add(problemRange, "/normMinutes", "norm", itoa(h.NormMinutes), "min", itoa(n.Min), "max", itoa(n.Max))
	}
	if t := c.a.Routing.Threshold; t != nil && h.NormMinutes > t.MinutesPerWeek {
		c.add(problemNorm, "/normMinutes", "norm", itoa(h.NormMinutes), "threshold", itoa(t.MinutesPerWeek))
	}
	c.notNegative("/rate", h.Rate)
}

func (h *FixedHours) cost(r *record) costOutcome {
	pupils := r.pooledPupils()
	hour := r.constant("hours-per-minute", ratio(1, 60), UnitNumber)
	rate := r.agreed("rate", "/rate", h.Rate.Exact(), UnitPerHour)
	weeks := r.agreed("weeks", "/weeks", money.ExactFromInt(h.Weeks), UnitWeeks)
	total := func(suffix, pointer string, minutes int64) value {
		norm := r.agreed("normMinutes", pointer, money.ExactFromInt(minutes), UnitMinutes)
		each := r.productRounded(step{name: "amount-per-pupil" + suffix, unit: UnitEuro}, h.Rounding, norm, hour, rate, weeks)
		return r.productRounded(step{name: "cost" + suffix, unit: UnitEuro}, h.Rounding, each.as("each"), pupils.as("pupils"))
	}
	out := costOutcome{total: total("", "/normMinutes", h.NormMinutes)}
	if n := h.NormRange; n != nil {
		out.low, out.high = total("-low", "/normRange/min", n.Min), total("-high", "/normRange/max", n.Max)
	}
	return out
}

func (h *FixedHours) words() []stepWords {
	return []stepWords{
		{"pooled-pupils", "{party} heeft {value#} {value|leerling|leerlingen} in de pot.", "{party} has {value#} {value|pupil|pupils} in the pool."},
		{"pooled-pupils-gap", "Andere gemeenten hebben {value#} {value|leerling|leerlingen} in de pot.", "Other municipalities have {value#} {value|pupil|pupils} in the pool."},
		{"pooled-pupils-total", "Alle gemeenten samen hebben {value#} {value|leerling|leerlingen} in de pot.", "All municipalities together have {value#} {value|pupil|pupils} in the pool."},
		{"amount-per-pupil", "Per leerling rekenen we {normMinutes~} zorg per week, {weeks} {weeks|schoolweek|schoolweken} en € {rate#} per uur. Dat is € {value#} per leerling.", "Per pupil we count {normMinutes~} of care a week, {weeks} school {weeks|week|weeks} and €{rate#} an hour. That is €{value#} per pupil."},
		{"cost", "{pupils#} {pupils|leerling|leerlingen} maal € {each#} is € {value#}.", "{pupils#} {pupils|pupil|pupils} times €{each#} is €{value#}."},
		{"amount-per-pupil-low", "Aan de onderkant van de bandbreedte ({normMinutes~}) is het € {value#} per leerling.", "At the low end of the range ({normMinutes~}) it is €{value#} per pupil."},
		{"cost-low", "Samen is dat € {value#}.", "Together that is €{value#}."},
		{"amount-per-pupil-high", "Aan de bovenkant van de bandbreedte ({normMinutes~}) is het € {value#} per leerling.", "At the high end of the range ({normMinutes~}) it is €{value#} per pupil."},
		{"cost-high", "Samen is dat € {value#}.", "Together that is €{value#}."},
	}
}
