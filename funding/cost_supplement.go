package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Supplement is a fixed pot over eligible pupils with a ceiling per pupil (aanvullende bekostiging, zoals EMB), formula
// F20: the smaller of the ceiling and the pot over the pupils. The amount per pupil is rounded down to the cent, so
// that the pot is never exceeded.
type Supplement struct {
	Pot   money.Euro `json:"pot"`             // for the period
	Cap   money.Euro `json:"cap"`             // most per pupil
	Label string     `json:"label,omitempty"` // label of the eligible pupils in the population; "": all pupils
}

var supplementRule = strictjson.Variant[Cost]{
	Rule: "supplement/1", New: func() Cost { return new(Supplement) }, Formulas: "F20",
	NL: "Toeslag per leerling uit een vaste pot", EN: "Supplement per pupil from a fixed pot",
	HintNL: "De pot wordt verdeeld over de leerlingen, tot een maximum per leerling.", HintEN: "The pot is divided over the pupils, up to a ceiling per pupil.",
}

// Rule is "supplement/1".
func (s *Supplement) Rule() string { return supplementRule.Rule }

func (s *Supplement) bind(f *strictjson.Fields) {
	f.Code(&s.Pot, strictjson.Spec{Name: "pot", Format: "euro", NL: "Pot", EN: "Pot"})
	f.Code(&s.Cap, strictjson.Spec{Name: "cap", Format: "euro", NL: "Hoogste bedrag per leerling", EN: "Most per pupil"})
	f.Text(&s.Label, strictjson.Spec{Name: "label", Optional: true, Max: 60, NL: "Aanduiding van de leerlingen", EN: "Label of the pupils"})
}

var (
	problemNoPupils = &zio.ProblemKind{Code: "supplement.no-pupils", NL: "Er zijn geen leerlingen met de aanduiding {label}. De pot is niet te verdelen.", EN: "There are no pupils with the label {label}. The pot can not be divided."}
	problemCapZero  = &zio.ProblemKind{Code: "supplement.cap-zero", NL: "Het hoogste bedrag per leerling moet meer dan 0 zijn.", EN: "The most per pupil must be above 0."}
)

func (s *Supplement) check(c *checker) {
	c.notNegative("/pot", s.Pot)
	if s.Cap.Sign() <= 0 {
		c.add(problemCapZero, "/cap")
	}
}

func (s *Supplement) cost(r *record) costOutcome {
	pupils := r.enrolledPupils(s.Label)
	if pupils.x.IsZero() {
		r.refuse(problemNoPupils, "/label", "label", s.Label)
		return costOutcome{}
	}
	pot := r.agreed("pot", "/pot", s.Pot.Exact(), UnitEuro)
	most := r.agreed("cap", "/cap", s.Cap.Exact(), UnitEuro)
	r.quotient(step{name: "pupils-at-cap", unit: UnitPupils}, pot, most)
	part := r.quotient(step{name: "part", unit: UnitEuro}, pot, pupils.as("pupils"))
	least := r.least(step{name: "least", unit: UnitEuro}, most, part.as("part"))
	each := r.productRounded(step{name: "each", unit: UnitEuro}, money.Down, least.as("least"))
	return costOutcome{total: r.product(step{name: "cost", unit: UnitEuro}, pupils.as("pupils"), each.as("each"))}
}

func (s *Supplement) words() []stepWords {
	return []stepWords{
		{"enrolled-pupils", "{value#} {value|leerling|leerlingen} {value|komt|komen} in aanmerking.", "{value#} {value|pupil|pupils} {value|is|are} eligible."},
		{"pupils-at-cap", "Tot en met {value#} {value|leerling|leerlingen} is de pot genoeg voor het hoogste bedrag.", "Up to {value#} {value|pupil|pupils} the pot is enough for the most per pupil."},
		{"each", "Per leerling is er € {value#}.", "Per pupil there is €{value#}."},
		{"cost", "{pupils#} {pupils|leerling|leerlingen} maal € {each#} is € {value#}.", "{pupils#} {pupils|pupil|pupils} times €{each#} is €{value#}."},
	}
}
