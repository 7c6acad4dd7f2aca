package year

import (
	"cmp"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/order"
	"github.com/zio-collectief/zio/zio"
)

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
		c.Flow = &funding.CashierFlow{Cashier: cashier.Cashier, CollectedAs: cashier.CollectedAs, Payees: cashier.Payees} // fee and reserve are in the budget
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
