package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// DrawingRight is fte that schools may use for youth care and mental health care (trekkingsrecht), formula F05.
// Use may shift between schools of one board with its consent, never between boards, and the use of a board is
// never above the rights of that board.
type DrawingRight struct {
	RatePerFte    money.Euro     `json:"ratePerFte"`           // for one fte during the period
	Charge        Charge         `json:"charge"`               // which of the two is paid
	KindsTogether YesNo          `json:"kindsTogether"`        // whether the two kinds of care may stand in for each other
	Uplift        *money.Factor  `json:"uplift,omitempty"`     // percentage that all rights are raised by, at most 100
	UpliftUntil   zio.Date       `json:"upliftUntil,omitzero"` // last day on which an agreement may begin with the uplift
	Rounding      money.Rounding `json:"rounding"`             // of the cost per line
	Rights        []RightLine    `json:"rights"`
}

// RightLine is the right of one school for one kind of care (recht), and what it uses of it.
type RightLine struct {
	School  string    `json:"school"`
	Board   string    `json:"board"`
	Kind    RightKind `json:"kind"`
	Fte     money.Fte `json:"fte"` // the right, before uplift
	Use     money.Fte `json:"use"`
	Consent bool      `json:"consent,omitempty"` // the board agrees that the school uses more than its own right
}

// Charge is what of a drawing right is paid (wat wordt betaald).
type Charge string

// The right, or what was used of it.
const (
	ChargeRight Charge = "right"
	ChargeUse   Charge = "use"
)

// RightKind is a kind of care of a drawing right (soort zorg).
type RightKind string

// The kinds of care.
const (
	YouthCare    RightKind = "youth-care"
	MentalHealth RightKind = "mental-health"
)

var drawingRightRule = strictjson.Variant[Cost]{
	Rule: "drawing-right/1", New: func() Cost { return new(DrawingRight) }, Formulas: "F05",
	NL: "Trekkingsrecht", EN: "Drawing right",
	HintNL: "Elke school mag een aantal fte inzetten.", HintEN: "Every school may use a number of fte.",
}

var (
	chargeChoices = []strictjson.Choice{{Value: string(ChargeRight), NL: "het recht", EN: "the right"}, {Value: string(ChargeUse), NL: "het gebruik", EN: "the use"}}
	rightKinds    = []strictjson.Choice{{Value: string(YouthCare), NL: "jeugdzorg", EN: "youth care"}, {Value: string(MentalHealth), NL: "ggz", EN: "mental health care"}}
)

// Rule is "drawing-right/1".
func (d *DrawingRight) Rule() string { return drawingRightRule.Rule }

func (d *DrawingRight) bind(f *strictjson.Fields) {
	f.Code(&d.RatePerFte, strictjson.Spec{Name: "ratePerFte", Format: "euro", NL: "Bedrag per fte", EN: "Amount per fte", HintNL: "Voor de hele looptijd.", HintEN: "For the whole period."})
	f.Choice((*string)(&d.Charge), strictjson.Spec{Name: "charge", Choices: chargeChoices, NL: "Wat wordt betaald?", EN: "What is paid?"})
	f.Choice((*string)(&d.KindsTogether), strictjson.Spec{Name: "kindsTogether", Choices: yesNo, NL: "Mogen jeugdzorg en ggz elkaar vervangen?", EN: "May the two kinds stand in for each other?"})
	strictjson.OptionalCode(f, &d.Uplift, strictjson.Spec{Name: "uplift", Format: "factor", NL: "Tijdelijke verhoging (procent)", EN: "Temporary uplift (per cent)"})
	f.Code(&d.UpliftUntil, strictjson.Spec{Name: "upliftUntil", Optional: true, Format: "date", NL: "Verhoging tot en met", EN: "Uplift until"})
	f.Code(&d.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding per regel", EN: "Rounding per line"})
	strictjson.List(f, &d.Rights, strictjson.Spec{Name: "rights", Min: 1, NL: "Rechten", EN: "Rights"}, (*RightLine).bind)
}

func (l *RightLine) bind(f *strictjson.Fields) {
	f.Text(&l.School, strictjson.Spec{Name: "school", Max: 100, NL: "School", EN: "School"})
	f.Text(&l.Board, strictjson.Spec{Name: "board", Max: 100, NL: "Schoolbestuur", EN: "School board"})
	f.Choice((*string)(&l.Kind), strictjson.Spec{Name: "kind", Choices: rightKinds, NL: "Soort zorg", EN: "Kind of care"})
	f.Code(&l.Fte, strictjson.Spec{Name: "fte", Format: "fte", NL: "Recht (fte)", EN: "Right (fte)"})
	f.Code(&l.Use, strictjson.Spec{Name: "use", Format: "fte", NL: "Gebruik (fte)", EN: "Use (fte)"})
	f.Bool(&l.Consent, strictjson.Spec{Name: "consent", Optional: true, NL: "Het bestuur stemt in met schuiven", EN: "The board consents to the shift"})
}

var (
	problemShiftConsent = &zio.ProblemKind{Code: "drawing-right.shift-without-consent", NL: "{school} gebruikt {use#} fte, maar heeft recht op {right#}. Het schoolbestuur moet instemmen met schuiven tussen zijn scholen.", EN: "{school} uses {use#} fte but has a right to {right#}. The board must consent to a shift between its schools."}
	problemShiftBoard   = &zio.ProblemKind{Code: "drawing-right.board-exceeded", NL: "De scholen van {board} gebruiken samen {use#} fte, maar hebben recht op {right#}. Fte van een ander bestuur mag niet.", EN: "The schools of {board} together use {use#} fte but have a right to {right#}. Fte of another board is not allowed."}
	problemRightTwice   = &zio.ProblemKind{Code: "drawing-right.line-twice", NL: "{school} staat twee keer met dezelfde soort zorg.", EN: "{school} stands twice with the same kind of care."}
	problemUplift       = &zio.ProblemKind{Code: "drawing-right.uplift", NL: "Een verhoging is een percentage van 0 tot en met 100, met een einddatum.", EN: "An uplift is a percentage from 0 to 100 with an end date."}
)

func (d *DrawingRight) check(c *checker) {
	c.notNegative("/ratePerFte", d.RatePerFte)
	if u := d.Uplift; u != nil && (u.Sign() < 0 || u.Micros() > 100_000_000 || d.UpliftUntil.IsZero()) {
		c.add(problemUplift, "/uplift")
	}
	for i := range d.Rights {
		l := &d.Rights[i]
		pointer := at("/rights", i)
		c.plausible(pointer+"/fte", l.Fte)
		c.plausible(pointer+"/use", l.Use)
		first := true
		var school, board [2]int64 // right in millionths of a thousandth, use
		for j := range d.Rights {
			o := &d.Rights[j]
			if d.KindsTogether == No && o.Kind != l.Kind || o.Board != l.Board {
				continue
			}
			if j < i && (o.School == l.School && o.Kind == l.Kind) {
				c.add(problemRightTwice, pointer, "school", l.School)
				break
			}
			first = first && j >= i
			board[0] += o.Fte.Milli() * d.uplifted(c.a)
			board[1] += o.Use.Milli()
			if o.School == l.School {
				school[0] += o.Fte.Milli() * d.uplifted(c.a)
				school[1] += o.Use.Milli()
			}
		}
		const scale = 100_000_000
		if school[1]*scale > school[0] && !l.Consent {
			c.add(problemShiftConsent, pointer+"/use", "school", l.School, "use", money.FteFromMilli(school[1]).String(), "right", money.FteFromMilli(school[0]/scale).String())
		}
		if first && board[1]*scale > board[0] {
			c.add(problemShiftBoard, pointer+"/use", "board", l.Board, "use", money.FteFromMilli(board[1]).String(), "right", money.FteFromMilli(board[0]/scale).String())
		}
	}
}

// uplifted is one hundred per cent and the uplift that holds, in millionths of a per cent.
func (d *DrawingRight) uplifted(a *Agreement) int64 {
	if d.Uplift == nil || a.Period.From.After(d.UpliftUntil) {
		return 100_000_000
	}
	return 100_000_000 + d.Uplift.Micros()
}

func (d *DrawingRight) cost(r *record) costOutcome {
	rate := r.agreed("ratePerFte", "/ratePerFte", d.RatePerFte.Exact(), UnitPerFte)
	factor, name := r.constant("factor", money.ExactFromInt(1), UnitNumber), "right-"
	if d.Charge == ChargeRight && d.uplifted(r.a) > 100_000_000 {
		percent := r.agreed("uplift", "/uplift", d.Uplift.Exact(), UnitNumber)
		part := r.product(step{name: "uplift", unit: UnitNumber}, percent, r.constant("per-cent", ratio(1, 100), UnitNumber))
		factor, name = r.sum(step{name: "uplift-factor", unit: UnitNumber}, factor, part), "raised-"
	}
	amounts := make([]value, len(d.Rights))
	for i := range d.Rights {
		l := &d.Rights[i]
		pointer, fte := "/fte", l.Fte
		if d.Charge == ChargeUse {
			pointer, fte = "/use", l.Use
		}
		amounts[i] = r.productRounded(step{name: name + string(l.Kind) + "-" + itoa(int64(i+1)), label: l.School, unit: UnitEuro}, d.Rounding,
			r.agreed("fte", r.place("/rights", i, pointer), fte.Exact(), UnitFte), factor.as("factor"), rate)
	}
	return costOutcome{total: r.sum(step{name: "cost", unit: UnitEuro}, amounts...)}
}

func (d *DrawingRight) words() []stepWords {
	return []stepWords{
		{"uplift", "De rechten zijn tijdelijk verhoogd met {uplift#} procent.", "The rights are raised by {uplift#} per cent for some time."},
		{"right-youth-care-", "{label}, jeugdzorg: {fte#} fte maal € {ratePerFte#} is € {value#}.", "{label}, youth care: {fte#} fte times €{ratePerFte#} is €{value#}."},
		{"right-mental-health-", "{label}, ggz: {fte#} fte maal € {ratePerFte#} is € {value#}.", "{label}, mental health care: {fte#} fte times €{ratePerFte#} is €{value#}."},
		{"raised-youth-care-", "{label}, jeugdzorg: {fte#} fte maal {factor#} maal € {ratePerFte#} is € {value#}.", "{label}, youth care: {fte#} fte times {factor#} times €{ratePerFte#} is €{value#}."},
		{"raised-mental-health-", "{label}, ggz: {fte#} fte maal {factor#} maal € {ratePerFte#} is € {value#}.", "{label}, mental health care: {fte#} fte times {factor#} times €{ratePerFte#} is €{value#}."},
		{"cost", "Samen kosten de trekkingsrechten € {value#}.", "Together the drawing rights cost €{value#}."},
	}
}
