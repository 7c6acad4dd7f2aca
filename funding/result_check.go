package funding

import (
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

var (
	problemDigest      = &zio.ProblemKind{Code: "result.changed", NL: "De uitkomst is veranderd nadat zij was berekend: het controlegetal klopt niet.", EN: "The result was changed after it was calculated: its digest does not fit."}
	problemSum         = &zio.ProblemKind{Code: "result.sum", NL: "Geldstroom {id}: de aandelen, het tekort en de rest zijn samen € {sum#}, maar de kosten zijn € {cost#}.", EN: "Component {id}: the shares, the gap and the rest add up to €{sum#}, but the cost is €{cost#}."}
	problemCheckFailed = &zio.ProblemKind{Code: "result.check-failed", NL: "De controle {code} klopt niet: {left} en {right} zijn niet gelijk.", EN: "The check {code} does not hold: {left} and {right} are not equal."}
	problemStep        = &zio.ProblemKind{Code: "result.step-missing", NL: "De stap {ref} staat niet in de herleiding.", EN: "The step {ref} is not in the trace."}
	problemNothing     = (*zio.ProblemKind)(strictjson.FaultNothing)
	problemLedger      = &zio.ProblemKind{Code: "result.ledger", NL: "Wat partijen betalen en ontvangen is samen geen 0,00, maar {net#}.", EN: "What parties pay and receive does not add up to 0.00 but to {net#}."}
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
	problems = append(problems, x.addUp()...)
	for i := range x.Checks {
		if c := &x.Checks[i]; !c.OK {
			problems = append(problems, problemCheckFailed.At(at("/checks", i), "code", c.Code, "left", c.Left, "right", c.Right))
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
