package funding_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// A draft of documents that were read is refused for what no single member shows, of the agreement and of the population alike, and
// is the calculation otherwise.
func TestDraftOfWhatWasRead(t *testing.T) {
	a, p := made()
	x, problems := funding.DraftRead(a, p)
	require.Empty(t, problems)
	require.Equal(t, "158400.00", x.Shares[0].Amount.String()) // 12 pupils x 5.5 hours x 40 weeks x 60.00
	a.Components = append(a.Components, a.Components[0])
	_, problems = funding.DraftRead(a, p)
	require.NotEmpty(t, problems, "a component twice")
	a, p = made()
	p.Groups = append(p.Groups, p.Groups[0])
	_, problems = funding.DraftRead(a, p)
	require.Len(t, problems, 1)
	require.Equal(t, "population.group-twice /groups/1", problems[0].Code()+" "+problems[0].Pointer)
}

// A norm may be at the ends of its range, and at the threshold.
func TestNormAtItsEnds(t *testing.T) {
	for _, c := range []struct {
		norm, low, high, threshold int64
		want                       string
	}{
		{330, 330, 330, 330, ""}, {330, 331, 340, 720, "fixed-hours.range"}, {330, 320, 329, 720, "fixed-hours.range"}, {330, 300, 360, 329, "fixed-hours.norm-above-threshold"},
	} {
		a, p := made()
		cost := a.Components[0].Cost.(*funding.FixedHours)
		cost.NormMinutes, cost.NormRange = c.norm, &funding.NormRange{Min: c.low, Max: c.high}
		a.Routing.Threshold.MinutesPerWeek = c.threshold
		p.Groups[0].Band.Max = c.threshold - 1
		_, problems := funding.Calculate(a, p)
		var codes []string
		for _, x := range problems {
			codes = append(codes, x.Code())
		}
		require.Equal(t, c.want, strings.Join(codes, " "), c)
	}
}

// The steps of a list of prices are numbered from 1, and nothing is counted of municipalities that do not take part where there are none.
func TestStepsOfPrices(t *testing.T) {
	ids := func(a *funding.Agreement, p *zio.Population) string {
		x, problems := funding.Calculate(a, p)
		require.Empty(t, problems)
		var list []string
		for _, s := range x.Trace.Steps {
			list = append(list, s.Name+"@"+s.Party)
		}
		return strings.Join(list, " ")
	}
	a, p := made()
	a.Components[0].Cost = &funding.PriceList{Basis: funding.BasisEligible, Rounding: money.HalfUp, Prices: []funding.CategoryPrice{{Category: "licht", Price: money.MustParseEuro("1.00")}, {Category: "zwaar", Price: money.MustParseEuro("2.00")}}}
	p.Groups[0].Category = "licht"
	steps := ids(a, p)
	require.Contains(t, steps, "pupils-1@0268")
	require.Contains(t, steps, "cost-1@")
	require.Contains(t, steps, "cost-2@")
	require.NotContains(t, steps, "-0@")
	require.NotContains(t, steps, "~gap")
}
