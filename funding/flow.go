package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Payee is who receives money, and which part (ontvanger).
type Payee struct {
	Party      string       `json:"party"`
	Weight     money.Factor `json:"weight"`               // above 0; the parts are in proportion to it
	Instrument Instrument   `json:"instrument,omitempty"` // what the payment is
}

func bindPayees(f *strictjson.Fields, v *[]Payee) {
	strictjson.List(f, v, strictjson.Spec{Name: "payees", Min: 1, Max: 200, NL: "Ontvangers", EN: "Payees"}, (*Payee).bind)
}

func (p *Payee) bind(f *strictjson.Fields) {
	f.Text(&p.Party, strictjson.Spec{Name: "party", Max: 60, Format: "party", NL: "Partij", EN: "Party"})
	f.Code(&p.Weight, strictjson.Spec{Name: "weight", Format: "factor", NL: "Gewicht", EN: "Weight", HintNL: "De ontvangers krijgen naar verhouding van hun gewicht.", HintEN: "The payees receive in proportion to their weights."})
	p.Instrument.bind(f, paidAs)
}

var (
	problemPayeeTwice  = &zio.ProblemKind{Code: "flow.payee-twice", NL: "Ontvanger {id} staat er twee keer.", EN: "Payee {id} stands twice."}
	problemHomeTwice   = &zio.ProblemKind{Code: "host.home-twice", NL: "Gemeente {id} staat er twee keer. Tel de bedragen op.", EN: "Municipality {id} stands twice. Add the amounts."}
	problemPayeeWeight = &zio.ProblemKind{Code: "flow.payee-weight", NL: "Het gewicht van een ontvanger moet hoger zijn dan 0.", EN: "The weight of a payee must be above 0."}
	problemSelfPay     = &zio.ProblemKind{Code: "flow.self-payment", NL: "{id} kan niet aan zichzelf betalen.", EN: "{id} can not pay itself."}
)

func (c *checker) payees(list []Payee) { c.payeesAt("/payees", list) }

func (c *checker) payeesAt(pointer string, list []Payee) {
	for i := range list {
		c.party(at(pointer, i)+"/party", list[i].Party)
		for j := range list[:i] {
			if list[j].Party == list[i].Party {
				c.add(problemPayeeTwice, at(pointer, i)+"/party", "id", list[i].Party)
				break
			}
		}
		if list[i].Weight.Sign() <= 0 {
			c.add(problemPayeeWeight, at(pointer, i)+"/weight")
		}
	}
}

// wholeCents is how payments are divided over payees: nothing is left over.
var wholeCents = money.Division{Method: money.LargestRemainder, Unit: money.Cent}

// pay divides an amount over payees and adds the transfers.
func (r *record) pay(s *settled, from string, amount value, payees []Payee) {
	r.payAt(s, "/payees", from, amount, payees)
}

func (r *record) payAt(s *settled, pointer, from string, amount value, payees []Payee) {
	if amount.x.IsZero() || r.failed() {
		return
	}
	if len(payees) == 1 {
		st := step{name: "payment-to-" + payees[0].Party, party: from, unit: UnitEuro}
		r.transfer(s, PaymentToPayee, payees[0].Instrument, from, payees[0].Party, r.sum(st, amount))
		return
	}
	weights := make([]weight, len(payees))
	for i := range payees {
		weights[i] = weight{payees[i].Party, r.agreed("weight", r.place(pointer, i, "/weight"), payees[i].Weight.Exact(), UnitNumber)}
	}
	parts, _ := r.allocate(step{name: "payment-parts", party: from, unit: UnitEuro}, amount, weights, wholeCents)
	for i, p := range parts {
		r.transfer(s, PaymentToPayee, payees[i].Instrument, from, p.party, p.value("part"))
	}
}

// transfer adds a payment. A negative amount goes the other way; nothing is paid to oneself, and no transfer is 0.
func (r *record) transfer(s *settled, kind TransferKind, as Instrument, from, to string, amount value) {
	e, err := amount.x.Euro(money.HalfUp) // whole cents already
	r.fail(err)
	if e.Sign() < 0 {
		from, to, e = to, from, e.Neg()
	}
	if from == to || e.IsZero() {
		return
	}
	s.transfers = append(s.transfers, Transfer{Component: r.component.ID, Kind: kind, Instrument: as, From: from, To: to, Amount: e, Ref: amount.ref})
}

// collect has every share paid to one party, never to itself, and gives what is there together.
func (r *record) collect(s *settled, as Instrument, to string) value {
	shares := make([]value, len(s.shares))
	if s.transfers == nil {
		s.transfers = make([]Transfer, 0, len(s.shares)+1)
	}
	for i, from := range s.shares {
		shares[i] = from.value(from.party)
		if from.party != to {
			share := shares[i]
			if r.tracing() {
				share = from.value("share")
			}
			r.transfer(s, PaymentOfShare, as, from.party, to, r.sum(step{name: "share", party: from.party, unit: UnitEuro}, share))
		}
	}
	return r.sum(step{name: "collected", unit: UnitEuro}, shares...)
}

// A payment in words, of the transfer that a step makes; see Result.paid.
const (
	paymentNL = "{from} betaalt € {paid#} {as} aan {to}."
	paymentEN = "{from} pays €{paid#} {as} to {to}."
)

var collectWords = []stepWords{
	{"share", paymentNL, paymentEN},
	{"collected", "Alle delen samen zijn € {value#}.", "All shares together are €{value#}."},
}

var payWords = []stepWords{
	{"payment-to-", paymentNL, paymentEN},
	{"payment-parts", "{party} verdeelt € {total#} over de ontvangers: {shares}.", "{party} divides €{total#} over the payees: {shares}."},
}
