package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Direct lets every payer pay the payees itself (rechtstreeks). What a payer bears is divided over the payees
// by their weights, in whole cents by largest remainders, so that nothing is left over.
type Direct struct {
	Payees []Payee `json:"payees"`
}

var directRule = strictjson.Variant[Flow]{
	Rule: "direct/1", New: func() Flow { return new(Direct) },
	NL: "Rechtstreeks", EN: "Direct",
	HintNL: "Elke betaler betaalt zelf aan de ontvangers.", HintEN: "Every payer pays the payees itself.",
}

// Rule is "direct/1".
func (w *Direct) Rule() string { return directRule.Rule }

func (w *Direct) bind(f *strictjson.Fields) { bindPayees(f, &w.Payees) }

func (w *Direct) check(c *checker) { c.payees(w.Payees) }

func (w *Direct) flow(r *record, b borne) settled {
	s := settled{borne: b}
	for _, from := range s.shares {
		r.pay(&s, from.party, from.value("share"), w.Payees)
	}
	return s
}

func (w *Direct) words() []stepWords { return payWords }
