package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Grant is one amount to a school or provider (bedrag ineens), as a subsidy or another instrument. With a grantor the others
// pay it their shares first; without one every payer grants its own part. The recipient may pay on, such as a school that hires providers.
type Grant struct {
	Grantor     string     `json:"grantor,omitempty"`     // id of a party that collects and grants; "": everyone grants itself
	CollectedAs Instrument `json:"collectedAs,omitempty"` // what the others pay to the grantor is; with a grantor only
	Recipient   string     `json:"recipient"`
	Instrument  Instrument `json:"instrument,omitempty"` // what the recipient receives
	Onward      []Payee    `json:"onward,omitempty"`     // whom the recipient pays with all of it
}

var grantRule = strictjson.Variant[Flow]{
	Rule: "grant/1", New: func() Flow { return new(Grant) }, Formulas: "F06",
	NL: "Eén bedrag", EN: "Grant",
	HintNL: "Een school of aanbieder krijgt één bedrag, zoals een subsidie.", HintEN: "A school or provider receives one amount, such as a subsidy.",
}

// Rule is "grant/1".
func (w *Grant) Rule() string { return grantRule.Rule }

func (w *Grant) bind(f *strictjson.Fields) {
	f.Text(&w.Grantor, strictjson.Spec{Name: "grantor", Optional: true, Max: 60, Format: "party", NL: "Wie int en betaalt", EN: "Grantor"})
	w.CollectedAs.bind(f, collectedAs)
	f.Text(&w.Recipient, strictjson.Spec{Name: "recipient", Max: 60, Format: "party", NL: "Ontvanger", EN: "Recipient"})
	w.Instrument.bind(f, paidAs)
	strictjson.List(f, &w.Onward, strictjson.Spec{Name: "onward", Optional: true, Max: 200, NL: "Wie de ontvanger betaalt", EN: "Whom the recipient pays"}, (*Payee).bind)
}

var problemCollectedAs = &zio.ProblemKind{Code: "grant.collected-as", NL: "Zonder grantor int niemand. Haal collectedAs weg of noem wie int.", EN: "Without a grantor nobody collects. Remove collectedAs or name who collects."}

func (w *Grant) check(c *checker) {
	if w.Grantor == "" && w.CollectedAs != "" {
		c.add(problemCollectedAs, "/collectedAs")
	}
	if w.Grantor != "" {
		c.party("/grantor", w.Grantor)
	}
	c.party("/recipient", w.Recipient)
	if w.Grantor == w.Recipient {
		c.add(problemSelfPay, "/recipient", "id", w.Recipient)
	}
	for i := range w.Onward {
		if w.Onward[i].Party == w.Recipient {
			c.add(problemSelfPay, at("/onward", i)+"/party", "id", w.Recipient)
		}
	}
	c.payeesAt("/onward", w.Onward)
}

func (w *Grant) flow(r *record, b borne) settled {
	s := settled{borne: b}
	var granted value
	if w.Grantor != "" {
		granted = r.collect(&s, w.CollectedAs, w.Grantor)
		r.transfer(&s, PaymentToPayee, w.Instrument, w.Grantor, w.Recipient, r.sum(step{name: "grant", party: w.Grantor, unit: UnitEuro}, granted.as("collected")))
	} else {
		parts := make([]value, len(s.shares))
		for i, from := range s.shares {
			parts[i] = r.sum(step{name: "grant", party: from.party, unit: UnitEuro}, from.value("share"))
			r.transfer(&s, PaymentToPayee, w.Instrument, from.party, w.Recipient, parts[i])
			parts[i] = parts[i].as(from.party)
		}
		granted = r.sum(step{name: "granted", unit: UnitEuro}, parts...)
	}
	if len(w.Onward) > 0 {
		r.payAt(&s, "/onward", w.Recipient, granted.as("total"), w.Onward)
	}
	return s
}

func (w *Grant) words() []stepWords {
	return append([]stepWords{
		{"granted", "Alle delen samen zijn € {value#}.", "All shares together are €{value#}."},
		{"grant", paymentNL, paymentEN},
	}, append(collectWords, payWords...)...)
}
