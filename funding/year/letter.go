package year

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Name is what a party of the settlement is called; its id when it is not in it.
func (s *Settlement) Name(party string) string {
	for i := range s.Parties {
		if s.Parties[i].Party == party {
			return s.Parties[i].Name
		}
	}
	return party
}

// text is a sentence in two languages.
type text struct{ nl, en string }

func (t text) fill(l zio.Lang, params ...string) string {
	list := make([]zio.Param, 0, len(params)/2)
	for i := 0; i+1 < len(params); i += 2 {
		list = append(list, zio.Param{Name: params[i], Value: params[i+1]})
	}
	return zio.Fill(zio.InLang(l, t.nl, t.en), l, list)
}

var (
	letterHead       = text{"{title}: {name}", "{title}: {name}"}
	letterIntro      = text{"Deze afrekening is van {day} en gaat over de periode van {from} tot en met {until}.", "This settlement is of {day} and covers the period from {from} to {until}."}
	letterPays       = text{"{component}. Uw definitieve bijdrage aan {other} is € {definitive#}. In rekening gebracht was € {charged#}; betaald is € {paid#}.", "{component}. Your definitive contribution to {other} is €{definitive#}. Charged was €{charged#}; paid is €{paid#}."}
	letterReceives   = text{"{component}. Van {other} ontvangt u definitief € {definitive#}. In rekening gebracht was € {charged#}; ontvangen is € {paid#}.", "{component}. From {other} you definitively receive €{definitive#}. Charged was €{charged#}; received is €{paid#}."}
	letterDifference = text{"Het verschil is € {difference#}.", "The difference is €{difference#}."}
	letterWithin     = text{"Daarvan ligt € {within#} binnen de bandbreedte van {corridor#} procent; dat wordt niet afgerekend.", "Of this €{within#} lies within the band of {corridor#} per cent, which is not settled."}
	letterInvoice    = text{"Hiervoor volgt een factuur van € {settle#}.", "An invoice of €{settle#} follows."}
	letterCredit     = text{"Hiervoor volgt een creditnota van € {settle#}.", "A credit note of €{settle#} follows."}
	letterNothing    = text{"Er wordt niets afgerekend.", "Nothing is settled."}
	letterOpen       = text{"Van wat eerder in rekening is gebracht, staat nog € {open#} open.", "Of what was charged before, €{open#} is still open."}
	letterTooMuch    = text{"Er is € {open#} meer betaald dan in rekening was gebracht.", "€{open#} more was paid than was charged."}
	letterYear       = text{"In begrotingsjaar {year}: € {amount#}.", "In budget year {year}: €{amount#}."}
	letterPay        = text{"Samen betaalt u nog € {amount#}: € {settle#} uit deze afrekening en € {open#} dat nog openstond.", "Together you still pay €{amount#}: €{settle#} of this settlement and €{open#} that was still open."}
	letterGet        = text{"Samen krijgt u nog € {amount#}: € {settle#} uit deze afrekening en € {open#} dat nog openstond.", "Together you still receive €{amount#}: €{settle#} of this settlement and €{open#} that was still open."}
	letterEven       = text{"Per saldo hoeft u niets te betalen en krijgt u niets terug.", "On balance you have nothing to pay and nothing to receive."}
)

// Letter is the statement of one party (afrekenbrief), a paragraph an item: what is definitive, what was charged and paid, and what
// is still to be paid or received, per component and in total. Nothing for a party that is not in the settlement.
func (s *Settlement) Letter(party string, a *funding.Agreement, l zio.Lang) []string {
	var total *PartySettled
	for i := range s.Parties {
		if s.Parties[i].Party == party {
			total = &s.Parties[i]
		}
	}
	if total == nil {
		return nil
	}
	out := []string{
		letterHead.fill(l, "title", s.Title, "name", total.Name),
		letterIntro.fill(l, "day", s.Day.Words(l), "from", s.Agreement.Period.From.Words(l), "until", s.Agreement.Period.Until.Words(l)),
	}
	for i := range s.Lines {
		if line := &s.Lines[i]; line.From == party || line.To == party {
			out = append(out, s.letterLine(line, line.From == party, a, l))
		}
	}
	amount, err := total.Settle.Add(total.Open)
	if err != nil {
		return out
	}
	switch amount.Sign() {
	case 1:
		out = append(out, letterPay.fill(l, "amount", amount.String(), "settle", total.Settle.String(), "open", total.Open.String()))
	case -1:
		out = append(out, letterGet.fill(l, "amount", amount.Neg().String(), "settle", total.Settle.Neg().String(), "open", total.Open.Neg().String()))
	default:
		out = append(out, letterEven.fill(l))
	}
	return out
}

// letterLine tells one line to the party that pays or receives.
func (s *Settlement) letterLine(x *Line, pays bool, a *funding.Agreement, l zio.Lang) string {
	title, other, t := x.Component, x.From, letterReceives
	if c := componentOf(a, x.Component); c != nil {
		title = c.Title
	}
	if pays {
		other, t = x.To, letterPays
	}
	out := t.fill(l, "component", title, "other", s.Name(other), "definitive", x.Definitive.String(), "charged", x.Charged.String(), "paid", x.Paid.String())
	more := func(t text, params ...string) { out += " " + t.fill(l, params...) }
	if !x.Difference.IsZero() {
		more(letterDifference, "difference", positive(x.Difference).String())
	}
	if !x.Within.IsZero() && a != nil && a.Settlement != nil && a.Settlement.Corridor != nil {
		more(letterWithin, "within", positive(x.Within).String(), "corridor", a.Settlement.Corridor.String())
	}
	switch x.Document {
	case Invoice:
		more(letterInvoice, "settle", x.Settle.String())
	case CreditNote:
		more(letterCredit, "settle", positive(x.Settle).String())
	default:
		more(letterNothing)
	}
	years := 0
	for i := range s.BudgetYears {
		if y := &s.BudgetYears[i]; y.Component == x.Component && y.From == x.From && y.To == x.To && !y.Amount.IsZero() {
			years++
		}
	}
	for i := range s.BudgetYears {
		if y := &s.BudgetYears[i]; years > 1 && y.Component == x.Component && y.From == x.From && y.To == x.To {
			more(letterYear, "year", y.Year, "amount", y.Amount.String())
		}
	}
	switch x.Open.Sign() {
	case 1:
		more(letterOpen, "open", x.Open.String())
	case -1:
		more(letterTooMuch, "open", positive(x.Open).String())
	}
	return out
}

func positive(e money.Euro) money.Euro {
	if e.Sign() < 0 {
		return e.Neg()
	}
	return e
}
