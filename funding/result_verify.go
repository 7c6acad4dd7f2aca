package funding

import "github.com/zio-collectief/zio/zio"

var (
	problemOtherSource  = &zio.ProblemKind{Code: "result.other-document", NL: "Deze uitkomst is niet met dit document berekend ({kind}): het controlegetal is {digest}.", EN: "This result was not calculated with this document ({kind}): its digest is {digest}."}
	problemOtherResult  = &zio.ProblemKind{Code: "result.not-reproduced", NL: "Opnieuw berekenen met deze documenten geeft een andere uitkomst.", EN: "Calculating again with these documents gives another result."}
	problemOtherVersion = &zio.ProblemKind{Code: "result.other-amounts", NL: "Deze uitkomst is berekend met versie {then} van de bibliotheek. Versie {now} geeft met deze documenten andere bedragen.", EN: "This result was calculated with version {then} of the library. Version {now} gives other amounts with these documents."}
	problemOtherContent = &zio.ProblemKind{Code: "result.other-content", NL: "Deze uitkomst is berekend met versie {then} van de bibliotheek. Versie {now} geeft met deze documenten dezelfde bedragen, maar dit onderdeel is anders.", EN: "This result was calculated with version {then} of the library. Version {now} gives the same amounts with these documents, but this part is different."}

	problemNotVerified = &zio.ProblemKind{Code: "result.steps-not-verified", NL: "Deze uitkomst is berekend met versie {then} van de bibliotheek. De bedragen, namen, dagen en aantallen kloppen met deze documenten. De stappen, de grondslagen en de controles zijn anders dan versie {now} ze geeft, en zijn niet gecontroleerd.", EN: "This result was calculated with version {then} of the library. The amounts, names, days and numbers are right with these documents. The steps, legal bases and checks are not those that version {now} gives, and were not verified."}
)

// NotVerified is the code of the problem of a result of another version of which everything is right that does not depend on the
// version, and of which the steps, legal bases and checks were not verified (niet gecontroleerd).
const NotVerified = "result.steps-not-verified"

// Verify finds whether the result is what an agreement and a population come to (controleren): first by the digests of
// its receipt, then by calculating it again. A result of another version of the library, which its receipt names, may be
// explained in other steps: of that everything else must be the same, and when its steps, legal bases and checks are not, the
// problem [NotVerified] says so.
func (x *Result) Verify(a *Agreement, p *zio.Population) zio.Problems {
	if x == nil {
		return zio.Problems{problemNothing.At("")}
	}
	problems := append(a.Check(), p.Check()...)
	if len(problems) > 0 {
		return problems
	}
	if d := Digest(a, (*Agreement).Bind); d != x.Receipt.Agreement {
		problems = append(problems, problemOtherSource.At("/receipt/agreement", "kind", "agreement", "digest", d))
	}
	if d := Digest(p, (*zio.Population).Bind); d != x.Receipt.Population {
		problems = append(problems, problemOtherSource.At("/receipt/population", "kind", "population", "digest", d))
	}
	if len(problems) > 0 {
		return problems
	}
	again, problems := Calculate(a, p)
	if len(problems) > 0 {
		return problems
	}
	switch {
	case x.Receipt.Library != again.Receipt.Library:
		return x.verifyOther(again)
	case string(again.AppendDocument(nil)) != string(x.AppendDocument(nil)):
		return zio.Problems{problemOtherResult.At("")}
	}
	return nil
}

// verifyOther compares a result of another version.
func (x *Result) verifyOther(again *Result) zio.Problems {
	versions := []string{"then", x.Receipt.Library, "now", again.Receipt.Library}
	if x.Receipt.Result != x.digest() {
		return zio.Problems{problemDigest.At("/receipt/result")}
	}
	if string(amountsOf(x)) != string(amountsOf(again)) {
		return zio.Problems{problemOtherVersion.At("", versions...)}
	}
	var problems zio.Problems
	then, now := x.withoutSteps(), again.withoutSteps()
	for _, part := range [...]struct {
		pointer string
		keep    func(from, to *Result)
	}{
		{"/agreement", func(from, to *Result) { to.Agreement = from.Agreement }},
		{"/population", func(from, to *Result) { to.Population = from.Population }},
		{"/parties", func(from, to *Result) { to.Parties = from.Parties }},
		{"/shares", func(from, to *Result) { to.Shares = from.Shares }},
		{"/payees", func(from, to *Result) { to.Payees = from.Payees }},
		{"/balances", func(from, to *Result) { to.Balances = from.Balances }},
		{"/components", func(from, to *Result) { to.Components = from.Components }},
		{"/transfers", func(from, to *Result) { to.Transfers = from.Transfers }},
		{"/schedule", func(from, to *Result) { to.Schedule = from.Schedule }},
		{"/budgetYears", func(from, to *Result) { to.BudgetYears = from.BudgetYears }},
		{"/routing", func(from, to *Result) { to.Routing = from.Routing }},
		{"/receipt/rules", func(from, to *Result) { to.Receipt.Rules = from.Receipt.Rules }},
	} {
		a, b := &Result{}, &Result{}
		part.keep(then, a)
		part.keep(now, b)
		if string(a.AppendDocument(nil)) != string(b.AppendDocument(nil)) {
			problems = append(problems, problemOtherContent.At(part.pointer, versions...))
		}
	}
	if len(problems) > 0 {
		return problems
	}
	y := *x
	y.Receipt = again.Receipt
	if string(y.AppendDocument(nil)) != string(again.AppendDocument(nil)) {
		return zio.Problems{problemNotVerified.At("/trace", versions...)}
	}
	return nil
}

// withoutSteps is a result without what depends on the version: steps, references to them, legal bases and checks.
func (x *Result) withoutSteps() *Result {
	y := *x
	y.Components = append([]ComponentResult(nil), x.Components...)
	for i := range y.Components {
		c := &y.Components[i]
		c.Shares = append([]ShareResult(nil), c.Shares...)
		for j := range c.Shares {
			c.Shares[j].Ref = ""
		}
	}
	y.Transfers = append([]Transfer(nil), x.Transfers...)
	for i := range y.Transfers {
		y.Transfers[i].Ref = ""
	}
	y.Routing.Exclusions = append([]RoutedGroup(nil), x.Routing.Exclusions...)
	for i := range y.Routing.Exclusions {
		y.Routing.Exclusions[i].Basis = ""
	}
	return &y
}

// amountsOf is what a result says of money, and of whom.
func amountsOf(x *Result) (b []byte) {
	row := func(texts ...string) {
		for _, s := range texts {
			b = append(append(b, s...), 0)
		}
		b = append(b, '\n')
	}
	for _, list := range [...][]PartyAmount{x.Shares, x.Payees} {
		for i := range list {
			row(list[i].Party, list[i].Amount.String())
		}
		row()
	}
	for i := range x.Balances {
		row(x.Balances[i].Party, x.Balances[i].Net.String())
	}
	for i := range x.Components {
		c := &x.Components[i]
		row(c.ID, c.Route.String(), c.Cost.String(), c.Gap.String(), c.Rest.String())
		for j := range c.Shares {
			row(c.Shares[j].Party, c.Shares[j].Amount.String())
		}
	}
	for i := range x.Transfers {
		t := &x.Transfers[i]
		row(t.Component, t.From, t.To, t.Amount.String())
	}
	return b
}
