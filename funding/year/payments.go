package year

import (
	"strconv"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Payments are the payments that were made under an agreement (betalingen), from a bank or a ledger.
type Payments struct {
	Title     string          `json:"title"`
	Agreement string          `json:"agreement"` // id of the agreement
	Payments  []Payment       `json:"payments"`
	Sources   []zio.Source    `json:"sources,omitempty"`
	Synthetic []zio.Synthetic `json:"synthetic,omitempty"`
}

// Payment is one payment that was made (betaling).
type Payment struct {
	Component string     `json:"component"` // id of the component of the agreement that it pays for
	From      string     `json:"from"`      // id of the party that paid
	To        string     `json:"to"`        // id of the party that received
	Day       zio.Date   `json:"day"`
	Amount    money.Euro `json:"amount"` // above 0.00; money that was paid back is a payment the other way
	Note      string     `json:"note,omitempty"`
}

// MaxPayments bounds a document: every month of every party of the largest agreement, for eight components.
const MaxPayments = 100_000

// Bind binds the members of the document; it is for the packages of this module.
func (p *Payments) Bind(f *strictjson.Fields) {
	f.Const(zio.SchemaID("payments"), strictjson.Spec{Name: "$schema", NL: "Soort document", EN: "Kind of document"})
	f.Text(&p.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Text(&p.Agreement, strictjson.Spec{Name: "agreement", Max: 60, Format: "name", NL: "Overeenkomst", EN: "Agreement"})
	strictjson.List(f, &p.Payments, strictjson.Spec{Name: "payments", Max: MaxPayments, NL: "Betalingen", EN: "Payments"}, (*Payment).bind)
	strictjson.List(f, &p.Sources, strictjson.Spec{Name: "sources", Optional: true, Max: 100, NL: "Bronnen", EN: "Sources"}, (*zio.Source).Bind)
	strictjson.List(f, &p.Synthetic, strictjson.Spec{Name: "synthetic", Optional: true, Max: 200, NL: "Verzonnen gegevens", EN: "Made-up data"}, (*zio.Synthetic).Bind)
}

func (p *Payment) bind(f *strictjson.Fields) {
	f.Text(&p.Component, strictjson.Spec{Name: "component", Max: 60, Format: "name", NL: "Geldstroom", EN: "Component"})
	f.Text(&p.From, strictjson.Spec{Name: "from", Max: 60, Format: "party", NL: "Van", EN: "From"})
	f.Text(&p.To, strictjson.Spec{Name: "to", Max: 60, Format: "party", NL: "Aan", EN: "To"})
	f.Code(&p.Day, strictjson.Spec{Name: "day", Format: "date", NL: "Datum", EN: "Day"})
	f.Code(&p.Amount, strictjson.Spec{Name: "amount", Format: "euro", NL: "Bedrag", EN: "Amount"})
	f.Text(&p.Note, strictjson.Spec{Name: "note", Optional: true, Max: 500, NL: "Opmerking", EN: "Note"})
}

var (
	problemPaymentAmount = &zio.ProblemKind{Code: "payments.amount", NL: "Een betaling is hoger dan € 0,00, niet € {amount#}. Geld dat terugbetaald is, is een betaling de andere kant op.", EN: "A payment is above €0.00, not €{amount#}. Money that was paid back is a payment the other way."}
	problemPaymentName   = &zio.ProblemKind{Code: "payments.name-invalid", NL: "Gebruik in {value} alleen kleine letters, cijfers en streepjes.", EN: "Use only lower-case letters, digits and hyphens in {value}."}
	problemPaymentSelf   = &zio.ProblemKind{Code: "payments.to-oneself", NL: "Partij {id} kan niet aan zichzelf betalen.", EN: "Party {id} cannot pay itself."}
)

// Check finds what no single member shows, in the order of the document.
func (p *Payments) Check() zio.Problems {
	if p == nil {
		return zio.Problems{problemNothing.At("")}
	}
	if faults := strictjson.Check(p, (*Payments).Bind); len(faults) > 0 {
		return zio.ProblemsOf(faults)
	}
	var problems zio.Problems
	name := func(pointer, value string) {
		if !funding.IsName(value) {
			problems = append(problems, problemPaymentName.At(pointer, "value", strictjson.ShownCode(value)))
		}
	}
	name("/agreement", p.Agreement)
	for i := range p.Payments {
		x, at := &p.Payments[i], "/payments/"+strconv.Itoa(i)
		name(at+"/component", x.Component)
		name(at+"/from", x.From)
		name(at+"/to", x.To)
		if x.Amount.Sign() <= 0 {
			problems = append(problems, problemPaymentAmount.At(at+"/amount", "amount", x.Amount.String()))
		}
		if x.From == x.To {
			problems = append(problems, problemPaymentSelf.At(at+"/to", "id", x.To))
		}
	}
	return problems
}

// ReadPayments reads a payments document and checks it. With problems the value holds what could be read.
func ReadPayments(data []byte) (*Payments, zio.Problems) {
	p := &Payments{}
	problems := zio.ProblemsOf(strictjson.Read(data, p, (*Payments).Bind, strictjson.Limits{}))
	if len(problems) == 0 {
		problems = p.Check()
	}
	return p, problems
}

// AppendDocument appends the canonical, indented document.
func (p *Payments) AppendDocument(b []byte) []byte { return strictjson.Append(b, p, (*Payments).Bind) }
