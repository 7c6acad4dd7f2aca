package analysis_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// saved is "saving break-even per-decision missing", with - for what is not known.
func saved(x *analysis.Savings) string {
	var list []string
	for _, e := range []*money.Euro{x.Saving, x.BreakEven, x.PerDecision} {
		if e == nil {
			list = append(list, "-")
			continue
		}
		list = append(list, e.String())
	}
	return strings.Join(append(list, x.Missing...), " ")
}

// input is 100.00 of individual care, 104.00 together, 3.00 of coordination, and decisions of 1.00, 0.50 and 0.25.
func input(decisions int64) analysis.SavingsInput {
	return analysis.SavingsInput{Individual: euro("100.00"), Collective: euro("104.00"), Coordination: euroAt("3.00"), Decisions: decisions,
		PerMunicipality: euroAt("1.00"), PerSchool: euroAt("0.50"), PerParent: euroAt("0.25")}
}

func TestSavings(t *testing.T) {
	with := func(decisions int64, change func(*analysis.SavingsInput)) analysis.SavingsInput {
		in := input(decisions)
		change(&in)
		return in
	}
	for _, c := range []struct {
		in   analysis.SavingsInput
		want string
	}{
		{input(10), "10.50 0.70 1.75"}, // 104 + 3 - 100 = 7 more; 10 x 1.75 = 17.50 less
		{input(4), "0.00 1.75 1.75"},   // 7 / 4 is what a decision costs: nothing is saved or lost
		{input(3), "-1.75 2.34 1.75"},  // 7 / 3 = 2.3333... up; 5.25 - 7
		{input(1), "-5.25 7.00 1.75"},
		{input(0), "-7.00 - 1.75"}, // no decisions: nothing to divide by
		// Together it is cheaper by itself: 90 + 3 - 100 = -7; over 3 that is -2.3333..., and up is -2.33.
		{with(3, func(in *analysis.SavingsInput) { in.Collective = euro("90.00") }), "12.25 -2.33 1.75"},
		// Neither: 97 + 3 - 100.
		{with(3, func(in *analysis.SavingsInput) { in.Collective = euro("97.00") }), "5.25 0.00 1.75"},
		// What a decision costs can be 0.00, which is not the same as not known.
		{with(3, func(in *analysis.SavingsInput) { in.PerParent = euroAt("0.00") }), "-2.50 2.34 1.50"},
		{with(3, func(in *analysis.SavingsInput) { in.PerMunicipality = nil }), "- 2.34 - perMunicipality"},
		{with(3, func(in *analysis.SavingsInput) { in.PerSchool = nil }), "- 2.34 - perSchool"},
		{with(3, func(in *analysis.SavingsInput) { in.PerSchool, in.PerParent = nil, nil }), "- 2.34 - perSchool perParent"},
		{with(3, func(in *analysis.SavingsInput) { in.Coordination = nil }), "- - 1.75 coordination"},
		{with(3, func(in *analysis.SavingsInput) { in.Coordination, in.PerParent = nil, nil }), "- - - perParent coordination"},
		{with(3, func(in *analysis.SavingsInput) { in.Coordination = euroAt("0.00") }), "1.25 1.34 1.75"}, // 4 / 3 = 1.3333...; 5.25 - 4
	} {
		x, err := analysis.SavingsOf(c.in)
		require.NoError(t, err)
		require.Equal(t, c.want, saved(x))
	}
}

func TestSavingsRefuse(t *testing.T) {
	_, err := analysis.SavingsOf(input(-1))
	require.ErrorContains(t, err, "savings.decisions-negative")
	most := money.EuroFromCents(math.MaxInt64)
	least := money.EuroFromCents(math.MinInt64 + 1)
	for name, change := range map[string]func(*analysis.SavingsInput){
		"costs of a decision": func(in *analysis.SavingsInput) { in.PerMunicipality = &most },
		"coordination":        func(in *analysis.SavingsInput) { in.Collective = most },
		"individual":          func(in *analysis.SavingsInput) { in.Individual = least },
		"decisions":           func(in *analysis.SavingsInput) { in.Decisions = math.MaxInt64 },
		"saving": func(in *analysis.SavingsInput) { // 107 - the greatest is about the least, which can not be taken from 8.75
			in.Individual = most
			in.PerMunicipality = &most
			in.PerSchool, in.PerParent, in.Decisions = euroAt("0.00"), euroAt("0.00"), 1
		},
	} {
		in := input(5)
		change(&in)
		x, err := analysis.SavingsOf(in)
		require.Nil(t, x, name)
		require.Error(t, err, name)
		require.NotContains(t, zio.ProblemsOfError(err)[0].Text(zio.Dutch), "{")
	}
}

func TestSavingsAsDocument(t *testing.T) {
	x, err := analysis.SavingsOf(input(3))
	require.NoError(t, err)
	require.JSONEq(t, `{"saving":"-1.75","breakEven":"2.34","perDecision":"1.75"}`, string(x.AppendDocument(nil)))
	in := input(3)
	in.Coordination = nil
	x, err = analysis.SavingsOf(in)
	require.NoError(t, err)
	require.JSONEq(t, `{"perDecision":"1.75","missing":["coordination"]}`, string(x.AppendDocument(nil)))
}
