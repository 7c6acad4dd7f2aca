package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// NoSettlement lets one party pay all and sends no invoices (zonder verrekening), formula F09: the parties assume that
// it balances out. What the key would have settled shows as shadow amounts; those above the tolerance are marked.
type NoSettlement struct {
	Payer     string      `json:"payer"`
	Tolerance money.Euro  `json:"tolerance"`           // a shadow amount above it, either way, is marked
	Elsewhere *money.Euro `json:"elsewhere,omitempty"` // what care of the payer's own pupils costs elsewhere, when known
	Payees    []Payee     `json:"payees"`
}

var noSettlementRule = strictjson.Variant[Flow]{
	Rule: "no-settlement/1", New: func() Flow { return new(NoSettlement) }, Formulas: "F09",
	NL: "Zonder verrekening", EN: "No settlement",
	HintNL: "Er gaan geen facturen over en weer; de schaduwbedragen blijven zichtbaar.", HintEN: "No invoices go back and forth; the shadow amounts stay visible.",
}

// Rule is "no-settlement/1".
func (w *NoSettlement) Rule() string { return noSettlementRule.Rule }

func (w *NoSettlement) bind(f *strictjson.Fields) {
	f.Text(&w.Payer, strictjson.Spec{Name: "payer", Max: 60, Format: "party", NL: "Betaler", EN: "Payer"})
	f.Code(&w.Tolerance, strictjson.Spec{Name: "tolerance", Format: "euro", NL: "Tot welk bedrag is het in balans?", EN: "Up to which amount is it in balance?"})
	strictjson.OptionalCode(f, &w.Elsewhere, strictjson.Spec{Name: "elsewhere", Format: "euro", NL: "Kosten van eigen leerlingen elders", EN: "Cost of own pupils elsewhere"})
	bindPayees(f, &w.Payees)
}

func (w *NoSettlement) check(c *checker) {
	c.party("/payer", w.Payer)
	c.notNegative("/tolerance", w.Tolerance)
	if w.Elsewhere != nil {
		c.notNegative("/elsewhere", *w.Elsewhere)
	}
	c.payees(w.Payees)
	for i := range w.Payees {
		if w.Payees[i].Party == w.Payer {
			c.add(problemSelfPay, at("/payees", i)+"/party", "id", w.Payer)
		}
	}
}

func (w *NoSettlement) flow(r *record, b borne) settled {
	s := settled{borne: b}
	all := make([]value, len(s.shares))
	others := []value{}
	for i, one := range s.shares {
		all[i] = one.value(one.party)
		if one.party != w.Payer {
			v := r.sum(step{name: "shadow", party: one.party, unit: UnitEuro}, one.value("share"))
			others = append(others, v.as(one.party))
			s.shadow = append(s.shadow, Shadow{Party: one.party, Amount: r.euro(v)})
		}
	}
	pays := r.sum(step{name: "payer-pays", party: w.Payer, unit: UnitEuro}, all...)
	elsewhere := r.constant("elsewhere", money.Exact{}, UnitEuro)
	if w.Elsewhere != nil {
		elsewhere = r.agreed("elsewhere", "/elsewhere", w.Elsewhere.Exact(), UnitEuro)
	}
	net := r.difference(step{name: "payer-shadow", party: w.Payer, unit: UnitEuro}, append([]value{elsewhere}, others...)...)
	s.shadow = append(s.shadow, Shadow{Party: w.Payer, Amount: r.euro(net)})
	for i := range s.shadow {
		size := s.shadow[i].Amount
		if size.Sign() < 0 {
			size = size.Neg()
		}
		s.shadow[i].Over = size.Compare(w.Tolerance) > 0
	}
	s.shares = []share{{party: w.Payer, amount: r.euro(pays), ref: pays.ref}}
	r.pay(&s, w.Payer, pays.as("total"), w.Payees)
	return s
}

func (w *NoSettlement) words() []stepWords {
	return append([]stepWords{
		{"shadow", "{party} krijgt geen factuur. Met verrekening was het € {value#} geweest.", "{party} receives no invoice. With settlement it would have been €{value#}."},
		{"payer-pays", "{party} betaalt alles: € {value#}.", "{party} pays everything: €{value#}."},
		{"payer-shadow", "Het saldo dat {party} niet verrekent is € {value#}.", "The balance that {party} does not settle is €{value#}."},
	}, payWords...)
}
