package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

var problemAddsUp = &zio.ProblemKind{Code: "result.not-added-up", NL: "Voor {party} staat hier € {amount#}. De bedragen waar dit uit volgt, zijn samen € {sum#}.", EN: "Of {party} this says €{amount#}. The amounts that it follows from add up to €{sum#}."}

// sums adds up amounts by a key.
type sums map[[3]string]money.Exact

func (s sums) add(amount money.Euro, key ...string) {
	k := [3]string{}
	copy(k[:], key)
	s[k], _ = s[k].Add(amount.Exact())
}

// addUp finds what a result says of a party that is not the sum of what it follows from: shares of the shares in the components,
// balances of the payments, instalments and budget years of a payment of that payment.
func (x *Result) addUp() zio.Problems {
	var problems zio.Problems
	compare := func(pointer, party string, found, sum money.Exact) {
		if found.Compare(sum) != 0 {
			problems = append(problems, problemAddsUp.At(pointer, "party", party, "amount", exactText(found, UnitEuro), "sum", exactText(sum, UnitEuro)))
		}
	}
	shares, pays, receives, transfers := sums{}, sums{}, sums{}, sums{}
	for i := range x.Components {
		for _, s := range x.Components[i].Shares {
			shares.add(s.Amount, s.Party)
		}
	}
	for _, t := range x.Transfers {
		pays.add(t.Amount, t.From)
		receives.add(t.Amount, t.To)
		transfers.add(t.Amount, t.Component, t.From, t.To)
	}
	for i, s := range x.Shares {
		compare(at("/shares", i)+"/amount", s.Party, s.Amount.Exact(), shares[[3]string{s.Party}])
	}
	for i, b := range x.Balances {
		pointer := at("/balances", i)
		compare(pointer+"/pays", b.Party, b.Pays.Exact(), pays[[3]string{b.Party}])
		compare(pointer+"/receives", b.Party, b.Receives.Exact(), receives[[3]string{b.Party}])
		net, _ := b.Receives.Exact().Sub(b.Pays.Exact())
		compare(pointer+"/net", b.Party, b.Net.Exact(), net)
	}
	parts := func(pointer string, n int, of func(i int) (component, from, to string, amount money.Euro)) {
		sum, last := sums{}, map[[3]string]int{}
		for i := range n {
			component, from, to, amount := of(i)
			sum.add(amount, component, from, to)
			last[[3]string{component, from, to}] = i
		}
		for i := range n { // in the order of the document
			if component, from, to, _ := of(i); last[[3]string{component, from, to}] == i {
				key := [3]string{component, from, to}
				compare(at(pointer, i), from, sum[key], transfers[key])
			}
		}
	}
	parts("/schedule", len(x.Schedule), func(i int) (string, string, string, money.Euro) {
		d := &x.Schedule[i]
		return d.Component, d.From, d.To, d.Amount
	})
	parts("/budgetYears", len(x.BudgetYears), func(i int) (string, string, string, money.Euro) {
		p := &x.BudgetYears[i]
		return p.Component, p.From, p.To, p.Amount
	})
	return problems
}
