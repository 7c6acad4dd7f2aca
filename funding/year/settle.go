package year

import (
	"cmp"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Input is what a settlement is made of.
type Input struct {
	Title      string
	Day        zio.Date        // payments until this day count; with a schedule, so do the advances that are due
	Budget     *funding.Result // the budgeted result, of a first settlement
	Previous   *Settlement     // the settlement that is corrected; then Budget is only needed for a surplus or deficit key
	Payments   *Payments       // all payments until now
	Agreement  *funding.Agreement
	Population *zio.Population // with which the realised agreement is calculated
}

var (
	// problemNothing is the problem of a nil document.
	problemNothing = (*zio.ProblemKind)(strictjson.FaultNothing)

	problemBudgetMissing  = &zio.ProblemKind{Code: "settlement.budget-missing", NL: "Geef de uitkomst van de begroting of de afrekening die wordt gecorrigeerd.", EN: "Give the budgeted result or the settlement that is corrected."}
	problemOtherAgreement = &zio.ProblemKind{Code: "settlement.other-agreement", NL: "Dit document hoort bij overeenkomst {found}, de afrekening bij {id}.", EN: "This document is of agreement {found}, the settlement of {id}."}
	problemOtherPeriod    = &zio.ProblemKind{Code: "settlement.other-period", NL: "De begroting loopt van {from} tot en met {until}. De realisatie is van een andere periode.", EN: "The budget is of {from} to {until}. The realised year is of another period."}
	problemPaymentUnknown = &zio.ProblemKind{Code: "payments.unknown", NL: "{value} staat niet in de overeenkomst. Verbeter het kenmerk.", EN: "{value} is not in the agreement. Mend the id."}
	problemPaymentLater   = &zio.ProblemKind{Code: "payments.after-settlement", NL: "Deze betaling is van {day}, na de dag van de afrekening ({until}). Kies een latere dag of laat de betaling weg.", EN: "This payment is of {day}, after the day of the settlement ({until}). Choose a later day or leave the payment out."}
)

// Settle sets the realised year against what was charged and paid (afrekenen). The realised agreement is the agreement with
// what the care did cost, and the population what was counted; both are calculated here.
//
// Per component and pair of parties: the difference between what is definitive and what was charged is settled, except for
// the part within the corridor of the agreement; what was charged and not paid stays open. With a key for a surplus or a
// deficit, the charged amounts stand and that key divides what the component cost less or more. Over budget years a line is divided as the
// difference of what is charged after and before it, so that advances and settlements of a year add up to its definitive part.
//
// Problems: those of the documents, of the calculation, and the kinds above.
func Settle(in Input) (*Settlement, zio.Problems) {
	if problems := in.check(); len(problems) > 0 {
		return nil, problems
	}
	realised, problems := funding.Calculate(in.Agreement, in.Population)
	if len(problems) > 0 {
		return nil, problems
	}
	b := &book{agreement: in.Agreement, found: map[[3]string]*Line{}}
	b.charge(in)
	for i := range in.Payments.Payments {
		p := &in.Payments.Payments[i]
		b.add(&b.line(p.Component, p.From, p.To).Paid, p.Amount)
	}
	if problems := b.define(in, realised); len(problems) > 0 {
		return nil, problems
	}
	s := &Settlement{Title: in.Title, Day: in.Day, Agreement: realised.Agreement, Receipt: Receipt{Library: funding.Version,
		Payments: funding.Digest(in.Payments, (*Payments).Bind), Realised: realised.Receipt.Result}}
	if in.Previous != nil {
		s.Receipt.Previous = in.Previous.Receipt.Settlement
	} else {
		s.Receipt.Budget = in.Budget.Receipt.Result
	}
	s.Lines = b.close()
	b.years(s)
	b.parties(s)
	if b.err != nil {
		return nil, problemsOf(b.err)
	}
	s.Receipt.Settlement = s.digest()
	return s, nil
}

// check finds what is missing and what does not belong together.
func (in *Input) check() zio.Problems {
	if in.Payments == nil || in.Agreement == nil || in.Population == nil {
		return zio.Problems{problemNothing.At("")}
	}
	if in.Budget == nil && in.Previous == nil {
		return zio.Problems{problemBudgetMissing.At("")}
	}
	if problems := in.Payments.Check(); len(problems) > 0 {
		return problems
	}
	a := in.Agreement
	if problems := a.Check(); len(problems) > 0 {
		return problems
	}
	of := func(id string) zio.Problems {
		return zio.Problems{problemOtherAgreement.At("/agreement", "found", id, "id", a.ID)}
	}
	if in.Payments.Agreement != a.ID {
		return of(in.Payments.Agreement)
	}
	if b := in.Budget; b != nil {
		if b.Agreement.ID != a.ID {
			return of(b.Agreement.ID)
		}
		if b.Agreement.Period != a.Period {
			return zio.Problems{problemOtherPeriod.At("/agreement/period", "from", b.Agreement.Period.From.String(), "until", b.Agreement.Period.Until.String())}
		}
	}
	if s := in.Previous; s != nil {
		if problems := s.Check(); len(problems) > 0 {
			return problems
		}
		if s.Agreement.ID != a.ID {
			return of(s.Agreement.ID)
		}
	}
	var problems zio.Problems
	for i := range in.Payments.Payments {
		p, at := &in.Payments.Payments[i], at("/payments", i)
		if componentOf(a, p.Component) == nil {
			problems = append(problems, problemPaymentUnknown.At(at+"/component", "value", p.Component))
		}
		for _, party := range [...]struct{ member, id string }{{"/from", p.From}, {"/to", p.To}} {
			if a.Party(party.id) == nil {
				problems = append(problems, problemPaymentUnknown.At(at+party.member, "value", party.id))
			}
		}
		if p.Day.After(in.Day) {
			problems = append(problems, problemPaymentLater.At(at+"/day", "day", p.Day.String(), "until", in.Day.String()))
		}
	}
	return problems
}

func componentOf(a *funding.Agreement, id string) *funding.Component {
	for i := range a.Components {
		if a.Components[i].ID == id {
			return &a.Components[i]
		}
	}
	return nil
}

// book holds the lines while they are filled.
type book struct {
	agreement *funding.Agreement
	lines     []*Line // in the order in which they were made
	found     map[[3]string]*Line
	err       error // the first one
}

// line is the line of a component from one party to another.
func (b *book) line(component, from, to string) *Line {
	key := [3]string{component, from, to}
	l := b.found[key]
	if l == nil {
		l = &Line{Component: component, From: from, To: to}
		b.found[key] = l
		b.lines = append(b.lines, l)
	}
	return l
}

func (b *book) add(sum *money.Euro, amount money.Euro) {
	x, err := sum.Add(amount)
	b.fail(err)
	*sum = x
}

func (b *book) less(x, y money.Euro) money.Euro {
	z, err := x.Sub(y)
	b.fail(err)
	return z
}

func (b *book) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// charge fills in what was asked for until now.
func (b *book) charge(in Input) {
	switch {
	case in.Previous != nil:
		for i := range in.Previous.Lines {
			l := &in.Previous.Lines[i]
			charged := &b.line(l.Component, l.From, l.To).Charged
			b.add(charged, l.Charged)
			b.add(charged, l.Settle)
		}
	case len(in.Budget.Schedule) > 0:
		for i := range in.Budget.Schedule {
			if d := &in.Budget.Schedule[i]; !d.Day.After(in.Day) {
				b.add(&b.line(d.Component, d.From, d.To).Charged, d.Amount)
			}
		}
	default:
		for i := range in.Budget.Transfers {
			t := &in.Budget.Transfers[i]
			b.add(&b.line(t.Component, t.From, t.To).Charged, t.Amount)
		}
	}
}

// define fills in what is definitive.
func (b *book) define(in Input, realised *funding.Result) zio.Problems {
	own := map[string]bool{} // components whose difference has a key of its own
	if terms := in.Agreement.Settlement; terms != nil && in.Budget != nil {
		for i := range realised.Components {
			c := &realised.Components[i]
			problems, done := b.byOwnKey(in, terms, c)
			if len(problems) > 0 {
				return problems
			}
			own[c.ID] = done
		}
	}
	for i := range realised.Transfers {
		if t := &realised.Transfers[i]; !own[t.Component] {
			b.add(&b.line(t.Component, t.From, t.To).Definitive, t.Amount)
		}
	}
	return nil
}

// byOwnKey defines a component by its budget and the key for a surplus or a deficit; false when there is no such key.
func (b *book) byOwnKey(in Input, terms *funding.Settlement, realised *funding.ComponentResult) (zio.Problems, bool) {
	var budgeted *funding.ComponentResult
	for i := range in.Budget.Components {
		if in.Budget.Components[i].ID == realised.ID {
			budgeted = &in.Budget.Components[i]
		}
	}
	if budgeted == nil {
		return nil, false
	}
	difference := b.less(realised.Cost, budgeted.Cost)
	key := terms.Deficit
	if difference.Sign() < 0 {
		key = terms.Surplus
	}
	if key == nil {
		return nil, false
	}
	for i := range in.Budget.Transfers {
		if t := &in.Budget.Transfers[i]; t.Component == realised.ID {
			b.add(&b.line(t.Component, t.From, t.To).Definitive, t.Amount)
		}
	}
	if difference.IsZero() {
		return nil, true
	}
	// the difference is a budget of its own, divided by that key and paid by the flow of the component
	amount := difference
	if difference.Sign() < 0 {
		amount = difference.Neg()
	}
	a := *in.Agreement
	a.Settlement, a.Schedule = nil, nil
	c := *componentOf(in.Agreement, realised.ID)
	c.Cost, c.Key, c.Limits, c.Cover = &funding.Budget{Amount: amount}, key, nil, nil
	if cashier, ok := c.Flow.(*funding.CashierFlow); ok {
		c.Flow = &funding.CashierFlow{Cashier: cashier.Cashier, Payees: cashier.Payees} // fee and reserve are in the budget
	}
	a.Components = []funding.Component{c}
	x, problems := funding.Draft(&a, in.Population)
	if len(problems) > 0 {
		return problems, false
	}
	for i := range x.Transfers {
		t := &x.Transfers[i]
		amount := t.Amount
		if difference.Sign() < 0 {
			amount = amount.Neg()
		}
		b.add(&b.line(t.Component, t.From, t.To).Definitive, amount)
	}
	return nil, true
}

// close works out every line and gives them in order of component of the agreement, payer and payee. What was paid back by
// the payee of a line is less paid on it.
func (b *book) close() []Line {
	place := map[string]int{}
	for i := range b.agreement.Components {
		place[b.agreement.Components[i].ID] = i
	}
	for _, l := range b.lines {
		if !l.Charged.IsZero() || !l.Definitive.IsZero() || l.Paid.IsZero() {
			continue
		}
		if other := b.found[[3]string{l.Component, l.To, l.From}]; other != nil && (!other.Charged.IsZero() || !other.Definitive.IsZero()) {
			other.Paid = b.less(other.Paid, l.Paid)
			l.Paid = money.Euro{}
		}
	}
	out := make([]Line, 0, len(b.lines))
	for _, l := range b.lines {
		if l.Charged.IsZero() && l.Definitive.IsZero() && l.Paid.IsZero() {
			continue
		}
		l.Difference = b.less(l.Definitive, l.Charged)
		l.Within = b.within(l)
		l.Settle = b.less(l.Difference, l.Within)
		l.Open = b.less(l.Charged, l.Paid)
		l.Document = documentOf(l.Settle)
		out = append(out, *l)
	}
	order.By(out, func(x, y Line) int {
		return cmp.Or(place[x.Component]-place[y.Component], strings.Compare(x.From, y.From), strings.Compare(x.To, y.To))
	})
	return out
}

// within is the part of a difference that lies in the corridor.
func (b *book) within(l *Line) money.Euro {
	terms := b.agreement.Settlement
	if terms == nil || terms.Corridor == nil {
		return money.Euro{}
	}
	part, err := l.Charged.Exact().Abs().Mul(terms.Corridor.Exact())
	if err == nil {
		part, err = part.QuoInt(100)
	}
	b.fail(err)
	band, err := part.Euro(money.HalfUp)
	b.fail(err)
	if l.Difference.Exact().Abs().Compare(band.Exact()) <= 0 {
		return l.Difference
	}
	if l.Difference.Sign() < 0 {
		return band.Neg()
	}
	return band
}

// years divides what is settled over the budget years of the agreement.
func (b *book) years(s *Settlement) {
	schedule := b.agreement.Schedule
	if schedule == nil {
		return
	}
	of := func(amount money.Euro, l *Line) []funding.Instalment {
		parts, err := funding.BudgetYears(amount, b.agreement.PaymentPeriod(l.From, l.To), schedule.BudgetYear, schedule.By)
		b.fail(err)
		return parts
	}
	for i := range s.Lines {
		l := &s.Lines[i]
		after := l.Charged
		b.add(&after, l.Settle)
		was, is := of(l.Charged, l), of(after, l)
		if b.err != nil {
			return
		}
		for k := range is {
			s.BudgetYears = append(s.BudgetYears, funding.YearPart{Component: l.Component, From: l.From, To: l.To, Year: is[k].Year, Amount: b.less(is[k].Amount, was[k].Amount)})
		}
	}
}

// parties adds the lines up per party: what it pays less what it receives.
func (b *book) parties(s *Settlement) {
	s.Parties = []PartySettled{}
	of := func(id string) *PartySettled {
		for i := range s.Parties {
			if s.Parties[i].Party == id {
				return &s.Parties[i]
			}
		}
		name := id
		if p := b.agreement.Party(id); p != nil {
			name = p.Name
		}
		s.Parties = append(s.Parties, PartySettled{Party: id, Name: name})
		return &s.Parties[len(s.Parties)-1]
	}
	for i := range s.Lines {
		l := &s.Lines[i]
		p := of(l.From)
		b.add(&p.Charged, l.Charged)
		b.add(&p.Paid, l.Paid)
		b.add(&p.Definitive, l.Definitive)
		b.add(&p.Settle, l.Settle)
		b.add(&p.Open, l.Open)
		q := of(l.To)
		q.Charged, q.Paid, q.Definitive = b.less(q.Charged, l.Charged), b.less(q.Paid, l.Paid), b.less(q.Definitive, l.Definitive)
		q.Settle, q.Open = b.less(q.Settle, l.Settle), b.less(q.Open, l.Open)
	}
	order.By(s.Parties, func(x, y PartySettled) int { return strings.Compare(x.Party, y.Party) })
}

func problemsOf(err error) zio.Problems {
	if p, ok := err.(zio.Problem); ok {
		return zio.Problems{p}
	}
	return zio.Problems{problemFailed.At("", "text", err.Error())}
}

var problemFailed = &zio.ProblemKind{Code: "settlement.failed", NL: "De afrekening lukt niet: {text}", EN: "The settlement fails: {text}"}
