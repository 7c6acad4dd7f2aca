package funding_test

import (
	"math/big"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/funding"
)

// Every result says which checks it passed: one for each component, those of the whole, and with a schedule the two of the
// instalments. Their two sides are what is added up here anew.
func TestChecksOfResults(t *testing.T) {
	stepID := regexp.MustCompile(`^\w+([-.]\w+)*(/~?\w+([-.]\w+)*)*$`)
	results := examples(t)
	for _, part := range []string{"1-budget", "3-realised"} {
		agreement, err := os.ReadFile("../examples/year/" + part + ".agreement.json")
		require.NoError(t, err)
		population, err := os.ReadFile("../examples/year/1-budget.population.json")
		require.NoError(t, err)
		results[part] = outcome(t, agreement, population)
	}
	scheduled := 0
	for name, x := range results {
		euros := func(sum *big.Rat) string { return sum.FloatString(2) }
		add := func(sum *big.Rat, text string) {
			value, ok := new(big.Rat).SetString(text)
			require.True(t, ok, text)
			sum.Add(sum, value)
		}
		var want []funding.CheckResult
		check := func(code, component, both string) {
			want = append(want, funding.CheckResult{Code: code, Component: component, Left: both, Right: both, OK: true})
		}
		for _, c := range x.Components {
			sum := new(big.Rat)
			add(sum, c.Gap.String())
			add(sum, c.Rest.String())
			for _, s := range c.Shares {
				add(sum, s.Amount.String())
			}
			check("shares-gap-rest-equal-cost", c.ID, euros(sum))
		}
		paid := new(big.Rat)
		for _, p := range x.Transfers {
			add(paid, p.Amount.String())
			require.NotEqual(t, p.From, p.To, name)
		}
		if len(x.Schedule) > 0 {
			scheduled++
			check("instalments-equal-payments", "", euros(paid))
			check("budget-years-equal-payments", "", euros(paid))
		}
		check("ledger-sums-to-zero", "", "0.00")
		check("no-payment-to-oneself", "", "0")
		require.Len(t, x.Checks, len(want)+1, name)
		require.Equal(t, want, x.Checks[:len(want)], name)
		last := x.Checks[len(want)]
		require.Equal(t, "every-pupil-once", last.Code, name)
		require.Equal(t, last.Left, last.Right, name)
		for _, s := range x.Trace.Steps {
			require.Regexp(t, stepID, s.ID, name)
		}
	}
	require.Greater(t, scheduled, 2)
}
