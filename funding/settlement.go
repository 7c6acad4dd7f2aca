package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Settlement says how the year is settled when what was realised differs from the budget (afrekening). The contributions that
// were charged are the starting point; package year makes the settlement.
type Settlement struct {
	// Corridor is the band around what was charged, in per cent of it, within which nothing is settled (bandbreedte). Of a
	// difference beyond it the part outside the band is settled. nil: every cent.
	Corridor *money.Factor `json:"corridor,omitempty"`
	// Surplus and Deficit divide what a component cost less or more than was budgeted (overschot en tekort), in place of the
	// key of the component. nil: its own key.
	Surplus Key `json:"surplus,omitempty"`
	Deficit Key `json:"deficit,omitempty"`
}

func (s *Settlement) bind(f *strictjson.Fields) {
	strictjson.OptionalCode(f, &s.Corridor, strictjson.Spec{Name: "corridor", Format: "factor", NL: "Bandbreedte waarbinnen niet wordt afgerekend (procent)", EN: "Band within which nothing is settled (per cent)",
		HintNL: "Van een verschil daarbuiten wordt alleen het deel buiten de band afgerekend.", HintEN: "Of a difference beyond it only the part outside the band is settled."})
	bindKey(f, &s.Surplus, strictjson.Spec{Name: "surplus", Optional: true, NL: "Wie krijgt een overschot terug?", EN: "Who gets a surplus back?"})
	bindKey(f, &s.Deficit, strictjson.Spec{Name: "deficit", Optional: true, NL: "Wie draagt een tekort?", EN: "Who bears a deficit?"})
}

var problemCorridor = &zio.ProblemKind{Code: "settlement.corridor", NL: "De bandbreedte is een percentage van 0 tot en met 100, niet {value#}.", EN: "The band is a percentage from 0 to 100, not {value#}."}

func (s *Settlement) check(c *checker) {
	if s.Corridor != nil && (s.Corridor.Sign() < 0 || s.Corridor.Micros() > 100_000_000) {
		c.add(problemCorridor, "/settlement/corridor", "value", s.Corridor.String())
	}
	for i := range c.a.Components { // a key is checked beside the cost that it divides
		c.c = &c.a.Components[i]
		if c.at = "/settlement/surplus"; s.Surplus != nil {
			s.Surplus.check(c)
		}
		if c.at = "/settlement/deficit"; s.Deficit != nil {
			s.Deficit.check(c)
		}
		break
	}
}
