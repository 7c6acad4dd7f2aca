package funding

import (
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

var (
	problemDigest       = &zio.ProblemKind{Code: "result.changed", NL: "De uitkomst is veranderd nadat zij was berekend: het controlegetal klopt niet.", EN: "The result was changed after it was calculated: its digest does not fit."}
	problemOtherSource  = &zio.ProblemKind{Code: "result.other-document", NL: "Deze uitkomst is niet met dit document berekend ({kind}): het controlegetal is {found}.", EN: "This result was not calculated with this document ({kind}): its digest is {found}."}
	problemOtherResult  = &zio.ProblemKind{Code: "result.not-reproduced", NL: "Opnieuw berekenen met deze documenten geeft een andere uitkomst.", EN: "Calculating again with these documents gives another result."}
	problemOtherVersion = &zio.ProblemKind{Code: "result.other-amounts", NL: "Deze uitkomst is berekend met versie {then} van de bibliotheek. Versie {now} geeft met deze documenten andere bedragen.", EN: "This result was calculated with version {then} of the library. Version {now} gives other amounts with these documents."}
	problemSum          = &zio.ProblemKind{Code: "result.sum", NL: "Geldstroom {id}: de aandelen, het tekort en de rest zijn samen € {sum#}, maar de kosten zijn € {cost#}.", EN: "Component {id}: the shares, the gap and the rest add up to €{sum#}, but the cost is €{cost#}."}
	problemStep         = &zio.ProblemKind{Code: "result.step-missing", NL: "De stap {ref} staat niet in de herleiding.", EN: "The step {ref} is not in the trace."}
	problemNothing      = (*zio.ProblemKind)(strictjson.FaultNothing)
	problemLedger       = &zio.ProblemKind{Code: "result.ledger", NL: "Wat partijen betalen en ontvangen is samen geen 0,00, maar {net#}.", EN: "What parties pay and receive does not add up to 0.00 but to {net#}."}
)

// Check finds what is wrong with a result by itself (narekenen): a digest that does not fit, sums that do not add up,
// amounts whose step is missing. Problems come in the order of the document.
func (x *Result) Check() zio.Problems {
	if x == nil {
		return zio.Problems{problemNothing.At("")}
	}
	var problems zio.Problems
	steps := make(map[string]bool, len(x.Trace.Steps))
	for i := range x.Trace.Steps {
		steps[x.Trace.Steps[i].ID] = true
	}
	known := func(pointer, ref string) {
		id, _, _ := strings.Cut(strings.TrimPrefix(ref, "trace:"), "#")
		if strings.HasPrefix(ref, "trace:") && !steps[id] {
			problems = append(problems, problemStep.At(pointer, "ref", ref))
		}
	}
	net := money.Exact{}
	for _, b := range x.Balances {
		net, _ = net.Add(b.Net.Exact())
	}
	if !net.IsZero() {
		problems = append(problems, problemLedger.At("/balances", "net", exactText(net, UnitEuro)))
	}
	for i := range x.Components {
		c := &x.Components[i]
		pointer := at("/components", i)
		sum, _ := c.Gap.Exact().Add(c.Rest.Exact())
		for j := range c.Shares {
			sum, _ = sum.Add(c.Shares[j].Amount.Exact())
			known(at(pointer+"/shares", j)+"/ref", c.Shares[j].Ref)
		}
		if sum.Compare(c.Cost.Exact()) != 0 {
			problems = append(problems, problemSum.At(pointer+"/cost", "id", c.ID, "sum", exactText(sum, UnitEuro), "cost", c.Cost.String()))
		}
	}
	for i := range x.Transfers {
		known(at("/transfers", i)+"/ref", x.Transfers[i].Ref)
	}
	if x.Receipt.Result != x.digest() {
		problems = append(problems, problemDigest.At("/receipt/result"))
	}
	return problems
}

// digest is the digest of the result with an empty digest of its own.
func (x *Result) digest() string {
	y := *x
	y.Receipt.Result = ""
	return Digest(&y, (*Result).Bind)
}

// Verify finds whether the result is what an agreement and a population come to (controleren): first by the digests of
// its receipt, then by calculating it again. A result of another version of the library, which its receipt names, may be
// explained in other words: of that the amounts must be the same.
func (x *Result) Verify(a *Agreement, p *zio.Population) zio.Problems {
	if x == nil {
		return zio.Problems{problemNothing.At("")}
	}
	problems := append(a.Check(), p.Check()...)
	if len(problems) > 0 {
		return problems
	}
	if d := Digest(a, (*Agreement).Bind); d != x.Receipt.Agreement {
		problems = append(problems, problemOtherSource.At("/receipt/agreement", "kind", "agreement", "found", d))
	}
	if d := Digest(p, (*zio.Population).Bind); d != x.Receipt.Population {
		problems = append(problems, problemOtherSource.At("/receipt/population", "kind", "population", "found", d))
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
		if string(amountsOf(x)) != string(amountsOf(again)) {
			return zio.Problems{problemOtherVersion.At("", "then", x.Receipt.Library, "now", again.Receipt.Library)}
		}
	case string(again.AppendDocument(nil)) != string(x.AppendDocument(nil)):
		return zio.Problems{problemOtherResult.At("")}
	}
	return nil
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
