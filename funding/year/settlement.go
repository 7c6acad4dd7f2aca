package year

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Settlement sets what was realised against what was charged and paid before (afrekening).
type Settlement struct {
	Title       string               `json:"title"`
	Day         zio.Date             `json:"day"` // of the settlement: payments until this day count
	Agreement   funding.AgreementRef `json:"agreement"`
	Parties     []PartySettled       `json:"parties"` // every party that pays or receives, in order of party
	Lines       []Line               `json:"lines"`   // per component and pair of parties, in this order
	BudgetYears []funding.YearPart   `json:"budgetYears,omitempty"`
	Receipt     Receipt              `json:"receipt"`
}

// Line is what one party owes another for one component (regel van een afrekening). An amount below zero is owed the other way.
type Line struct {
	Component  string     `json:"component"`
	From       string     `json:"from"`
	To         string     `json:"to"`
	Charged    money.Euro `json:"charged"`    // asked for until now: advances, or by earlier settlements
	Paid       money.Euro `json:"paid"`       // paid until the day of the settlement
	Definitive money.Euro `json:"definitive"` // what the realised year comes to
	Difference money.Euro `json:"difference"` // definitive less charged
	Within     money.Euro `json:"within"`     // the part of the difference that lies in the corridor and is not settled
	Settle     money.Euro `json:"settle"`     // difference less within: above 0.00 an invoice, below it a credit note
	Open       money.Euro `json:"open"`       // charged less paid: what was asked for and has not been paid, or was paid too much
	Document   Document   `json:"document"`
}

// PartySettled is what the settlement comes to for one party (per partij). Amounts are what it pays less what it receives.
type PartySettled struct {
	Party      string     `json:"party"`
	Name       string     `json:"name"`
	Charged    money.Euro `json:"charged"`
	Paid       money.Euro `json:"paid"`
	Definitive money.Euro `json:"definitive"`
	Settle     money.Euro `json:"settle"` // above 0.00 it has to pay, below it gets back
	Open       money.Euro `json:"open"`
}

// Receipt says of which documents the settlement was made, by their digests (bewijs).
type Receipt struct {
	Library    string `json:"library"`
	Budget     string `json:"budget,omitempty"`   // digest of the budgeted result, of a first settlement
	Previous   string `json:"previous,omitempty"` // digest of the settlement that this one corrects
	Payments   string `json:"payments"`
	Realised   string `json:"realised"` // digest of the realised result
	Settlement string `json:"settlement,omitempty"`
}

// Document is what a line asks for (factuur, creditnota).
type Document string

// The documents of a line.
const (
	Invoice    Document = "invoice"
	CreditNote Document = "credit-note"
	NoDocument Document = "none"
)

// Bind binds the members of the document; it is for the packages of this module.
func (s *Settlement) Bind(f *strictjson.Fields) {
	f.Const(zio.SchemaID("settlement"), strictjson.Spec{Name: "$schema", NL: "Soort document", EN: "Kind of document"})
	f.Text(&s.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Code(&s.Day, strictjson.Spec{Name: "day", Format: "date", NL: "Datum van de afrekening", EN: "Day of the settlement"})
	strictjson.Struct(f, &s.Agreement, strictjson.Spec{Name: "agreement", NL: "Overeenkomst", EN: "Agreement"}, (*funding.AgreementRef).Bind)
	strictjson.List(f, &s.Parties, strictjson.Spec{Name: "parties", Max: funding.MaxParties, NL: "Per partij", EN: "Per party"}, (*PartySettled).bind)
	strictjson.List(f, &s.Lines, strictjson.Spec{Name: "lines", Max: MaxPayments, NL: "Regels", EN: "Lines"}, (*Line).bind)
	strictjson.List(f, &s.BudgetYears, strictjson.Spec{Name: "budgetYears", Optional: true, Max: 1_200_000, NL: "Af te rekenen per begrotingsjaar", EN: "To settle per budget year"}, (*funding.YearPart).Bind)
	strictjson.Struct(f, &s.Receipt, strictjson.Spec{Name: "receipt", NL: "Bewijs", EN: "Receipt"}, (*Receipt).bind)
}

func (l *Line) bind(f *strictjson.Fields) {
	f.Text(&l.Component, strictjson.Spec{Name: "component", Max: 60, Format: "code", NL: "Geldstroom", EN: "Component"})
	f.Text(&l.From, strictjson.Spec{Name: "from", Max: 60, Format: "code", NL: "Van", EN: "From"})
	f.Text(&l.To, strictjson.Spec{Name: "to", Max: 60, Format: "code", NL: "Aan", EN: "To"})
	f.Code(&l.Charged, strictjson.Spec{Name: "charged", Format: "euro", NL: "In rekening gebracht", EN: "Charged"})
	f.Code(&l.Paid, strictjson.Spec{Name: "paid", Format: "euro", NL: "Betaald", EN: "Paid"})
	f.Code(&l.Definitive, strictjson.Spec{Name: "definitive", Format: "euro", NL: "Definitief", EN: "Definitive"})
	f.Code(&l.Difference, strictjson.Spec{Name: "difference", Format: "euro", NL: "Verschil", EN: "Difference"})
	f.Code(&l.Within, strictjson.Spec{Name: "within", Format: "euro", NL: "Binnen de bandbreedte", EN: "Within the band"})
	f.Code(&l.Settle, strictjson.Spec{Name: "settle", Format: "euro", NL: "Af te rekenen", EN: "To settle"})
	f.Code(&l.Open, strictjson.Spec{Name: "open", Format: "euro", NL: "Nog open", EN: "Still open"})
	f.Choice((*string)(&l.Document), strictjson.Spec{Name: "document", Choices: []strictjson.Choice{
		{Value: string(Invoice), NL: "factuur", EN: "invoice"}, {Value: string(CreditNote), NL: "creditnota", EN: "credit note"}, {Value: string(NoDocument), NL: "geen", EN: "none"},
	}, NL: "Stuk", EN: "Document"})
}

func (p *PartySettled) bind(f *strictjson.Fields) {
	f.Text(&p.Party, strictjson.Spec{Name: "party", Max: 60, Format: "code", NL: "Partij", EN: "Party"})
	f.Text(&p.Name, strictjson.Spec{Name: "name", NL: "Naam", EN: "Name"})
	f.Code(&p.Charged, strictjson.Spec{Name: "charged", Format: "euro", NL: "In rekening gebracht", EN: "Charged"})
	f.Code(&p.Paid, strictjson.Spec{Name: "paid", Format: "euro", NL: "Betaald", EN: "Paid"})
	f.Code(&p.Definitive, strictjson.Spec{Name: "definitive", Format: "euro", NL: "Definitief", EN: "Definitive"})
	f.Code(&p.Settle, strictjson.Spec{Name: "settle", Format: "euro", NL: "Af te rekenen", EN: "To settle"})
	f.Code(&p.Open, strictjson.Spec{Name: "open", Format: "euro", NL: "Nog open", EN: "Still open"})
}

func (r *Receipt) bind(f *strictjson.Fields) {
	f.Text(&r.Library, strictjson.Spec{Name: "library", Max: 30, NL: "Versie van de software", EN: "Version of the library"})
	f.Text(&r.Budget, strictjson.Spec{Name: "budget", Optional: true, Format: "code", Max: 71, NL: "Kenmerk van de begroting", EN: "Digest of the budgeted result"})
	f.Text(&r.Previous, strictjson.Spec{Name: "previous", Optional: true, Format: "code", Max: 71, NL: "Kenmerk van de vorige afrekening", EN: "Digest of the settlement before"})
	f.Text(&r.Payments, strictjson.Spec{Name: "payments", Format: "code", Max: 71, NL: "Kenmerk van de betalingen", EN: "Digest of the payments"})
	f.Text(&r.Realised, strictjson.Spec{Name: "realised", Format: "code", Max: 71, NL: "Kenmerk van de realisatie", EN: "Digest of the realised result"})
	f.Text(&r.Settlement, strictjson.Spec{Name: "settlement", Optional: true, Format: "code", Max: 71, NL: "Kenmerk van de afrekening", EN: "Digest of the settlement"})
}

var (
	problemLine   = &zio.ProblemKind{Code: "settlement.line", NL: "De bedragen van deze regel kloppen niet met elkaar: {member} zou € {value#} zijn.", EN: "The amounts of this line do not agree: {member} would be €{value#}."}
	problemDigest = &zio.ProblemKind{Code: "settlement.digest", NL: "Het kenmerk van de afrekening past niet bij de inhoud.", EN: "The digest of the settlement does not fit its content."}
)

// Check finds what is wrong with a settlement by itself: lines whose amounts do not agree, and a digest that does not fit.
func (s *Settlement) Check() zio.Problems {
	if s == nil {
		return zio.Problems{problemNothing.At("")}
	}
	if faults := strictjson.Check(s, (*Settlement).Bind); len(faults) > 0 {
		return zio.ProblemsOf(faults)
	}
	var problems zio.Problems
	for i := range s.Lines {
		l := &s.Lines[i]
		for _, sum := range [...]struct {
			member            string
			left, right, want money.Euro
		}{
			{"difference", l.Definitive, l.Charged, l.Difference},
			{"settle", l.Difference, l.Within, l.Settle},
			{"open", l.Charged, l.Paid, l.Open},
		} {
			if got, err := sum.left.Sub(sum.right); err != nil || got != sum.want {
				problems = append(problems, problemLine.At(at("/lines", i)+"/"+sum.member, "member", sum.member, "value", got.String()))
			}
		}
		if want := documentOf(l.Settle); l.Document != want {
			problems = append(problems, problemLine.At(at("/lines", i)+"/document", "member", "document", "value", l.Settle.String()))
		}
	}
	if s.Receipt.Settlement != s.digest() {
		problems = append(problems, problemDigest.At("/receipt/settlement"))
	}
	return problems
}

func documentOf(settle money.Euro) Document {
	switch settle.Sign() {
	case 1:
		return Invoice
	case -1:
		return CreditNote
	}
	return NoDocument
}

// digest is the digest of the settlement with an empty digest of its own.
func (s *Settlement) digest() string {
	t := *s
	t.Receipt.Settlement = ""
	return funding.Digest(&t, (*Settlement).Bind)
}

// ReadSettlement reads a settlement document and checks it. With problems the value holds what could be read.
func ReadSettlement(data []byte) (*Settlement, zio.Problems) {
	s := &Settlement{}
	problems := zio.ProblemsOf(strictjson.Read(data, s, (*Settlement).Bind, strictjson.Limits{}))
	if len(problems) == 0 {
		problems = s.Check()
	}
	return s, problems
}

// AppendDocument appends the canonical, indented document.
func (s *Settlement) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, s, (*Settlement).Bind)
}
