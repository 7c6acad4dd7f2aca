package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// CashierFlow lets one municipality or joint body collect the shares and pay on (kassier), formula F07: the others pay it their shares, and it
// never pays itself, keeps what is agreed as fee and reserve, and pays the rest to the payees.
// What is collected is what is paid on, plus the fee, plus the reserve.
type CashierFlow struct {
	Cashier     string      `json:"cashier"`               // id of a municipality, a joint body, a board or an alliance; it bears what the key says, if anything
	CollectedAs Instrument  `json:"collectedAs,omitempty"` // what the parties pay to the cashier is
	Fee         *money.Euro `json:"fee,omitempty"`         // for the work of the cashier, out of what is collected
	Reserve     *money.Euro `json:"reserve,omitempty"`     // kept by the cashier for the parties, such as for late entrants
	Payees      []Payee     `json:"payees"`
}

var cashierRule = strictjson.Variant[Flow]{
	Rule: "cashier/1", New: func() Flow { return new(CashierFlow) }, Formulas: "F07",
	NL: "Kassier", EN: "Cashier",
	HintNL: "Eén gemeente int de aandelen en betaalt door.", HintEN: "One municipality collects the shares and pays on.",
}

// Rule is "cashier/1".
func (w *CashierFlow) Rule() string { return cashierRule.Rule }

func (w *CashierFlow) bind(f *strictjson.Fields) {
	f.Text(&w.Cashier, strictjson.Spec{Name: "cashier", Max: 60, Format: "party", NL: "Kassier", EN: "Cashier"})
	w.CollectedAs.bind(f, collectedAs)
	strictjson.OptionalCode(f, &w.Fee, strictjson.Spec{Name: "fee", Format: "euro", NL: "Vergoeding voor de kassier", EN: "Fee of the cashier"})
	strictjson.OptionalCode(f, &w.Reserve, strictjson.Spec{Name: "reserve", Format: "euro", NL: "Reserve", EN: "Reserve"})
	bindPayees(f, &w.Payees)
}

var problemKept = &zio.ProblemKind{Code: "cashier.keeps-too-much", NL: "De kassier houdt € {kept#} achter, maar int maar € {collected#}.", EN: "The cashier keeps €{kept#} but collects only €{collected#}."}

func (w *CashierFlow) check(c *checker) {
	c.collector("/cashier", w.Cashier)
	if w.Fee != nil {
		c.notNegative("/fee", *w.Fee)
	}
	if w.Reserve != nil {
		c.notNegative("/reserve", *w.Reserve)
	}
	c.payees(w.Payees)
	for i := range w.Payees {
		if w.Payees[i].Party == w.Cashier {
			c.add(problemSelfPay, at("/payees", i)+"/party", "id", w.Cashier)
		}
	}
}

func (w *CashierFlow) flow(r *record, b borne) settled {
	s := settled{borne: b}
	collected := r.collect(&s, w.CollectedAs, w.Cashier)
	pot, kept := collected, money.Exact{}
	if w.Fee != nil || w.Reserve != nil {
		parts := []value{collected.as("collected")}
		if w.Fee != nil {
			parts = append(parts, r.agreed("fee", "/fee", w.Fee.Exact(), UnitEuro))
			kept = r.ok(kept.Add(w.Fee.Exact()))
		}
		if w.Reserve != nil {
			parts = append(parts, r.agreed("reserve", "/reserve", w.Reserve.Exact(), UnitEuro))
			kept = r.ok(kept.Add(w.Reserve.Exact()))
		}
		if collected.x.Sign() >= 0 && kept.Compare(collected.x) > 0 {
			r.refuse(problemKept, "/fee", "kept", exactText(kept, UnitEuro), "collected", collected.text())
			return s
		}
		pot = r.difference(step{name: "paid-on", unit: UnitEuro}, parts...)
	}
	r.pay(&s, w.Cashier, pot.as("total"), w.Payees)
	return s
}

func (w *CashierFlow) words() []stepWords {
	return append([]stepWords{
		{"paid-on", "Na vergoeding en reserve blijft € {value#} over om door te betalen.", "After fee and reserve €{value#} is left to pay on."},
	}, append(collectWords, payWords...)...)
}
