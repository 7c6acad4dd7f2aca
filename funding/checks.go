package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

var problemCheck = &zio.ProblemKind{Code: "calculate.check-failed", NL: "De uitkomst klopt niet met zichzelf ({check}: {left} en {right}). Meld dit; gebruik de uitkomst niet.", EN: "The result does not agree with itself ({check}: {left} and {right}). Report this; do not use the result."}

// checks tests a result against itself: the shares, the gap and the rest of a component are its cost, the ledger sums to zero,
// nobody pays itself, every pupil is routed once, and instalments and budget years are what is paid.
func (r *run) checks(x *Result) []CheckResult {
	here := &record{run: r}
	var list []CheckResult
	equal := func(code, component, left, right string) {
		list = append(list, CheckResult{Code: code, Component: component, Left: left, Right: right, OK: left == right})
		if left != right {
			here.refuse(problemCheck, "", "check", code, "left", left, "right", right)
		}
	}
	add := func(e, f money.Euro) money.Euro {
		sum, err := e.Add(f)
		here.fail(err)
		return sum
	}
	for i := range x.Components {
		c := &x.Components[i]
		sum := add(c.Gap, c.Rest)
		for j := range c.Shares {
			sum = add(sum, c.Shares[j].Amount)
		}
		equal("shares-gap-rest-equal-cost", c.ID, sum.String(), c.Cost.String())
	}
	if r.a.Schedule != nil {
		paid, due, years := money.Euro{}, money.Euro{}, money.Euro{}
		for i := range x.Transfers {
			paid = add(paid, x.Transfers[i].Amount)
		}
		for i := range x.Schedule {
			due = add(due, x.Schedule[i].Amount)
		}
		for i := range x.BudgetYears {
			years = add(years, x.BudgetYears[i].Amount)
		}
		equal("instalments-equal-payments", "", due.String(), paid.String())
		equal("budget-years-equal-payments", "", years.String(), paid.String())
	}
	net := money.Euro{}
	for i := range x.Balances {
		net = add(net, x.Balances[i].Net)
	}
	equal("ledger-sums-to-zero", "", net.String(), money.Euro{}.String())
	self := int64(0)
	for i := range x.Transfers {
		if x.Transfers[i].From == x.Transfers[i].To {
			self++
		}
	}
	equal("no-payment-to-oneself", "", itoa(self), "0")
	routed, counted := int64(0), int64(len(r.p.Pupils))
	for i := range r.assigned {
		routed += r.assigned[i].pupils
	}
	for i := range r.p.Groups {
		counted += r.p.Groups[i].Pupils
	}
	equal("every-pupil-once", "", itoa(routed), itoa(counted))
	return list
}
