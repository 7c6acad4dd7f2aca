package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Absence is what goes on to cost when a pupil with Wlz care is absent (doorlopende kosten bij afwezigheid), formula F19:
// agreed minutes less declared minutes, never below zero, at a rate. The readable part of the source gives no ceiling:
// it is an input. Wlz money is not pooled; the care office pays.
type Absence struct {
	Rate     money.Euro     `json:"rate"`          // per hour
	Cap      *money.Factor  `json:"cap,omitempty"` // most that is paid, per cent of the agreed minutes, 0 to 100
	Rounding money.Rounding `json:"rounding"`      // per line
	Lines    []AbsenceLine  `json:"lines"`
}

// AbsenceLine is what was agreed for one pupil or group over the period, and what was declared (regel).
type AbsenceLine struct {
	Label    string `json:"label"`
	Agreed   int64  `json:"agreed"`   // minutes
	Declared int64  `json:"declared"` // minutes
}

var absenceRule = strictjson.Variant[Cost]{
	Rule: "absence/1", New: func() Cost { return new(Absence) }, Formulas: "F19",
	NL: "Doorlopende kosten bij afwezigheid", EN: "Absence component",
	HintNL: "Uren die zijn afgesproken maar door afwezigheid niet zijn geleverd.", HintEN: "Hours that were agreed but not delivered because of absence.",
}

// Rule is "absence/1".
func (b *Absence) Rule() string { return absenceRule.Rule }

// individual marks that the money is not pooled.
func (b *Absence) individual() {}

func (b *Absence) bind(f *strictjson.Fields) {
	f.Code(&b.Rate, strictjson.Spec{Name: "rate", Format: "euro", NL: "Uurtarief", EN: "Rate per hour"})
	strictjson.OptionalCode(f, &b.Cap, strictjson.Spec{Name: "cap", Format: "factor", NL: "Hoogste deel dat wordt betaald (procent van de afspraak)", EN: "Most that is paid (per cent of what was agreed)"})
	f.Code(&b.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding per regel", EN: "Rounding per line"})
	strictjson.List(f, &b.Lines, strictjson.Spec{Name: "lines", Min: 1, NL: "Regels", EN: "Lines"}, (*AbsenceLine).bind)
}

func (l *AbsenceLine) bind(f *strictjson.Fields) {
	f.Text(&l.Label, strictjson.Spec{Name: "label", Max: 100, NL: "Omschrijving", EN: "Label"})
	f.Int(&l.Agreed, strictjson.Spec{Name: "agreed", Max: zio.MaxCount, Format: "minutes", NL: "Afgesproken minuten", EN: "Minutes agreed"})
	f.Int(&l.Declared, strictjson.Spec{Name: "declared", Max: zio.MaxCount, Format: "minutes", NL: "Gedeclareerde minuten", EN: "Minutes declared"})
}

func (b *Absence) check(c *checker) {
	c.notNegative("/rate", b.Rate)
	if b.Cap != nil {
		c.percentage("/cap", *b.Cap)
	}
}

func (b *Absence) cost(r *record) costOutcome {
	zero := r.constant("zero", money.Exact{}, UnitMinutes)
	hour := r.constant("hours-per-minute", ratio(1, 60), UnitNumber)
	rate := r.agreed("rate", "/rate", b.Rate.Exact(), UnitPerHour)
	amounts := make([]value, len(b.Lines))
	for i := range b.Lines {
		l, pointer, key := &b.Lines[i], at("/lines", i), itoa(int64(i+1))
		agreed := r.agreed("agreed", pointer+"/agreed", money.ExactFromInt(l.Agreed), UnitMinutes)
		missed := r.difference(step{name: "missed-" + key, unit: UnitMinutes}, agreed, r.agreed("declared", pointer+"/declared", money.ExactFromInt(l.Declared), UnitMinutes))
		paid := r.most(step{name: "absent-" + key, unit: UnitMinutes}, missed.as("missed"), zero)
		if b.Cap != nil {
			ceiling := r.product(step{name: "ceiling-" + key, unit: UnitMinutes}, agreed, r.agreed("cap", "/cap", b.Cap.Exact(), UnitNumber), r.constant("per-cent", ratio(1, 100), UnitNumber))
			paid = r.least(step{name: "paid-" + key, unit: UnitMinutes}, paid.as("absent"), ceiling.as("ceiling"))
		}
		amounts[i] = r.productRounded(step{name: "line-" + key, label: l.Label, unit: UnitEuro}, b.Rounding, paid.as("minutes"), hour, rate)
	}
	return costOutcome{total: r.sum(step{name: "cost", unit: UnitEuro}, amounts...)}
}

func (b *Absence) words() []stepWords {
	return []stepWords{
		{"line-", "{label}: {minutes~} afwezigheid, € {rate#} per uur: € {value#}.", "{label}: {minutes~} of absence, €{rate#} an hour: €{value#}."},
		{"cost", "Samen is de afwezigheid € {value#}.", "Together the absence comes to €{value#}."},
	}
}
