package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// HostFlow lets the municipality of the school pay, while the home municipalities of other pupils pay it the amounts
// of their individual decisions (gastgemeente), formula F08. A home that refuses its decision leaves the cost with the host.
type HostFlow struct {
	Host        string         `json:"host"`                  // id of a party that may collect; it bears what the key says, if anything, and what a home refuses to pay
	CollectedAs Instrument     `json:"collectedAs,omitempty"` // what other municipalities pay to the host is
	Payees      []Payee        `json:"payees"`
	Decisions   []HostDecision `json:"decisions,omitempty"`
}

// HostDecision is what one home municipality pays the host (beschikkingsbedrag).
type HostDecision struct {
	Home   string     `json:"home"`   // id of the home municipality
	Pupils int64      `json:"pupils"` // 1 or more
	Amount money.Euro `json:"amount"` // for all these pupils and the whole period
}

var hostRule = strictjson.Variant[Flow]{
	Rule: "host/1", New: func() Flow { return new(HostFlow) }, Formulas: "F08",
	NL: "Gastgemeente", EN: "Host",
	HintNL: "De gemeente van de school betaalt; andere gemeenten betalen haar voor hun eigen leerlingen.", HintEN: "The municipality of the school pays; others pay it for their own pupils.",
}

// Rule is "host/1".
func (w *HostFlow) Rule() string { return hostRule.Rule }

func (w *HostFlow) bind(f *strictjson.Fields) {
	f.Text(&w.Host, strictjson.Spec{Name: "host", Max: 60, Format: "party", NL: "Gastgemeente", EN: "Host"})
	w.CollectedAs.bind(f, collectedAs)
	bindPayees(f, &w.Payees)
	strictjson.List(f, &w.Decisions, strictjson.Spec{Name: "decisions", Optional: true, NL: "Leerlingen uit andere gemeenten", EN: "Pupils of other municipalities"}, (*HostDecision).bind)
}

func (d *HostDecision) bind(f *strictjson.Fields) {
	f.Text(&d.Home, strictjson.Spec{Name: "home", Max: 60, Format: "party", NL: "Woongemeente", EN: "Home municipality"})
	f.Int(&d.Pupils, strictjson.Spec{Name: "pupils", Min: 1, Max: zio.MaxCount, NL: "Aantal leerlingen", EN: "Number of pupils"})
	f.Code(&d.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag van de beschikkingen samen", EN: "Amount of the decisions together"})
}

var problemHostGains = &zio.ProblemKind{Code: "host.decisions-above-share", NL: "De beschikkingen zijn samen € {gain#} meer dan het deel van gastgemeente {host}, dat € {share#} is. Zij zou dan aan de leerlingen verdienen. Verlaag de bedragen, of laat iedereen meebetalen met een verdeelsleutel.", EN: "The decisions together are €{gain#} more than the share of host {host}, which is €{share#}. It would then earn on the pupils. Lower the amounts, or let everyone pay by a key."}

func (w *HostFlow) check(c *checker) {
	c.collector("/host", w.Host)
	c.payees(w.Payees)
	for i := range w.Payees {
		if w.Payees[i].Party == w.Host {
			c.add(problemSelfPay, at("/payees", i)+"/party", "id", w.Host)
		}
	}
	for i := range w.Decisions {
		d := &w.Decisions[i]
		pointer := at("/decisions", i)
		if p := c.party(pointer+"/home", d.Home); p != nil && p.Kind != PartyMunicipality {
			c.add(problemPartyKind, pointer+"/home", "id", d.Home)
		}
		if d.Home == w.Host {
			c.add(problemSelfPay, pointer+"/home", "id", d.Home)
		}
		for j := range w.Decisions[:i] {
			if w.Decisions[j].Home == d.Home {
				c.add(problemHomeTwice, pointer+"/home", "id", d.Home)
				break
			}
		}
		c.notNegative(pointer+"/amount", d.Amount)
	}
}

func (w *HostFlow) flow(r *record, b borne) settled {
	s := settled{borne: b}
	own := r.constant("zero", money.Exact{}, UnitEuro).as("share")
	all := make([]value, len(s.shares))
	for i, from := range s.shares {
		all[i] = from.value(from.party)
		if from.party == w.Host {
			own = from.value("share")
			continue
		}
		r.transfer(&s, PaymentOfShare, w.CollectedAs, from.party, w.Host, r.sum(step{name: "share", party: from.party, unit: UnitEuro}, from.value("share")))
	}
	cost := r.sum(step{name: "host-pays", party: w.Host, unit: UnitEuro}, all...)
	r.pay(&s, w.Host, cost.as("total"), w.Payees)
	parts := []value{own}
	for i := range w.Decisions {
		d := &w.Decisions[i]
		amount := r.sum(step{name: "decision", party: d.Home, unit: UnitEuro}, r.agreed("amount", r.place("/decisions", i, "/amount"), d.Amount.Exact(), UnitEuro))
		r.transfer(&s, PaymentOfDecision, w.CollectedAs, d.Home, w.Host, amount)
		parts = append(parts, amount.as(d.Home))
		s.shares = r.bear(s.shares, d.Home, amount)
	}
	net := r.difference(step{name: "host-bears", party: w.Host, unit: UnitEuro}, parts...)
	if net.x.Sign() < 0 && own.x.Sign() >= 0 {
		r.refuse(problemHostGains, "/decisions", "host", w.Host, "share", own.text(), "gain", exactText(net.x.Neg(), UnitEuro))
		return s
	}
	host := share{party: w.Host, amount: r.euro(net), ref: net.ref}
	if i, found := slices.BinarySearchFunc(s.shares, w.Host, share.compare); found {
		s.shares[i] = host
	} else {
		s.shares = slices.Insert(s.shares, i, host)
	}
	return s
}

func (w *HostFlow) words() []stepWords {
	return append([]stepWords{
		{"share", paymentNL, paymentEN},
		{"host-pays", "{party} betaalt eerst het hele bedrag: € {value#}.", "{party} first pays the whole amount: €{value#}."},
		{"decision", "{from} betaalt € {paid#} {as} voor haar eigen leerlingen aan gastgemeente {to}.", "{from} pays €{paid#} {as} for its own pupils to host {to}."},
		{"bears", "Samen draagt {party} € {value#}.", "Together {party} bears €{value#}."},
		{"host-bears", "Anderen betalen daarvan een deel terug. Zelf draagt {party} € {value#}.", "Others pay back a part of that. {party} itself bears €{value#}."},
	}, payWords...)
}
