package funding

import "github.com/zio-collectief/zio/funding/money"

// totals adds over the components, in order of party: what each party bears, what those receive that pay and bear nothing,
// and what everybody pays and receives.
func (r *run) totals(components []ComponentResult, transfers []Transfer) (shares, payees []PartyAmount, balances []Balance) {
	here := &record{run: r, rule: "total/1", prefix: "total/"}
	type total struct {
		shares, transfers int // in which the party stands
		bears             money.Euro
		parts             []value // of what it bears, with a trace
		balance           Balance
	}
	order := r.a.partyOrder()
	totals := make([]total, len(order.parties))
	of := func(id string) *total {
		i, _ := order.find(id) // every party of a result is one of the agreement
		return &totals[i]
	}
	add := func(sum *money.Euro, e money.Euro) {
		*sum = here.amount(sum.Add(e))
	}
	for i := range components {
		k := 0
		for _, s := range components[i].Shares { // in order of party, too
			for order.parties[k].ID != s.Party {
				k++
			}
			t := &totals[k]
			t.shares++
			add(&t.bears, s.Amount)
			if r.tracing() {
				t.parts = append(t.parts, share{amount: s.Amount, ref: s.Ref}.value(components[i].ID))
			}
		}
	}
	for _, one := range transfers {
		from, to := of(one.From), of(one.To)
		from.transfers++
		add(&from.balance.Pays, one.Amount)
		to.transfers++
		add(&to.balance.Receives, one.Amount)
	}
	shares, payees, balances = make([]PartyAmount, 0, len(order.parties)), []PartyAmount{}, make([]Balance, 0, len(order.parties))
	for i, p := range order.parties {
		t := &totals[i]
		if t.shares+t.transfers == 0 {
			continue
		}
		net := here.amount(t.balance.Receives.Sub(t.balance.Pays))
		balances = append(balances, Balance{Party: p.ID, Pays: t.balance.Pays, Receives: t.balance.Receives, Net: net})
		if t.shares > 0 {
			if r.tracing() {
				here.sum(step{name: "bears", party: p.ID, unit: UnitEuro}, t.parts...)
			}
			shares = append(shares, PartyAmount{Party: p.ID, Name: p.Name, Amount: t.bears})
		} else if t.balance.Pays.IsZero() {
			payees = append(payees, PartyAmount{Party: p.ID, Name: p.Name, Amount: t.balance.Receives})
		}
	}
	return shares, payees, balances
}
