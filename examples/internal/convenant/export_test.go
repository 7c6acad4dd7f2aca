package convenant

import (
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// Declared is a component in the clauses that a rule without its own has.
func Declared(a *funding.Agreement, c *funding.Component, l zio.Lang) string {
	w, text := &writer{a, l}, ""
	for _, list := range [][]Clause{
		w.declared("", c.Cost.Rule(), funding.CostRules(), c.Cost),
		w.declared("", c.Key.Rule(), funding.KeyRules(), c.Key),
		w.declared("", c.Flow.Rule(), funding.FlowRules(), c.Flow),
	} {
		for _, one := range list {
			text += one.Text + "\n" + strings.Join(one.Items, "\n") + "\n"
		}
	}
	return text
}
