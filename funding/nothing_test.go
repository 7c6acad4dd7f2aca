package funding_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// What a program forgets to give is a problem; it stops no program.
func TestNothingIsAProblem(t *testing.T) {
	a, p := made()
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	of := func(_ any, err error) string {
		if p, ok := err.(zio.Problem); ok {
			return p.Code()
		}
		return ""
	}
	first := func(_ any, problems zio.Problems) string { return problems[0].Code() }
	for name, code := range map[string]string{
		"calculate":          first(funding.Calculate(nil, p)),
		"calculate, nobody":  first(funding.Calculate(a, nil)),
		"draft":              first(funding.Draft(nil, nil)),
		"traced":             first(funding.Traced(nil, nil)),
		"verify":             first(nil, x.Verify(nil, p)),
		"verify, nobody":     first(nil, x.Verify(a, nil)),
		"verify nothing":     first(nil, (*funding.Result)(nil).Verify(a, p)),
		"check nothing":      first(nil, (*funding.Result)(nil).Check()),
		"compare":            of(analysis.Compare(nil, nil)),
		"compare with none":  of(analysis.Compare(x, nil)),
		"solve":              first(analysis.Solve(nil, p, "/components/0/cost/rate", "1", "2", analysis.Goal{})),
		"sweep":              first(analysis.SweepParameter(nil, p, "/components/0/cost/rate", "1", "2", "1")),
		"keys":               first(analysis.CompareKeys(nil, p, "pool")),
		"recalibrate":        first(analysis.Recalibrate(nil, p, analysis.RecalibrateInput{})),
		"spread":             of(analysis.SpreadOf(nil, nil, nil, zio.Date{})),
		"check an agreement": first(nil, (*funding.Agreement)(nil).Check()),
		"check a population": first(nil, (*zio.Population)(nil).Check()),
	} {
		require.Equal(t, "document.nothing", code, name)
	}
	require.Nil(t, (*funding.Result)(nil).Explain("", zio.Dutch))
}

// A rule that is a nil pointer is refused, whichever rule it is.
func TestRulesThatAreNothing(t *testing.T) {
	spoiled := func(spoil func(*funding.Component)) string {
		a, p := made()
		spoil(&a.Components[0])
		_, problems := funding.Calculate(a, p)
		require.NotEmpty(t, problems)
		require.NotEmpty(t, a.AppendDocument(nil))
		return problems[0].Code() + " " + problems[0].Pointer
	}
	for _, cost := range []funding.Cost{(*funding.FixedHours)(nil), (*funding.Budget)(nil), (*funding.Staffing)(nil)} {
		require.Equal(t, "document.nothing /components/0/cost", spoiled(func(c *funding.Component) { c.Cost = cost }))
	}
	for _, key := range []funding.Key{(*funding.ProRata)(nil), (*funding.Mixed)(nil)} {
		require.Equal(t, "document.nothing /components/0/key", spoiled(func(c *funding.Component) { c.Key = key }))
	}
	require.Equal(t, "document.nothing /components/0/flow", spoiled(func(c *funding.Component) { c.Flow = (*funding.Direct)(nil) }))
	require.Equal(t, "document.nothing /components/0/key/common", spoiled(func(c *funding.Component) {
		c.Key = &funding.Hybrid{Common: (*funding.ProRata)(nil), Own: &funding.OwnUse{}}
	}))
}

// A key that holds itself is refused, and so is one that does so several times in each layer.
func TestKeysThatHoldThemselves(t *testing.T) {
	one := money.MustParseFactor("1")
	mixed := &funding.Mixed{}
	mixed.Parts = []funding.MixedPart{{Weight: one, Key: mixed}, {Weight: one, Key: mixed}, {Weight: one, Key: mixed}}
	hybrid := &funding.Hybrid{}
	hybrid.Common, hybrid.Own = hybrid, hybrid
	for _, key := range []funding.Key{mixed, hybrid} {
		a, p := made()
		a.Components[0].Key = key
		_, problems := funding.Calculate(a, p)
		require.Len(t, problems, 1)
		require.Equal(t, "json.too-deep", problems[0].Code())
		require.True(t, strings.HasPrefix(problems[0].Pointer, "/components/0/key/"))
		require.Less(t, len(a.AppendDocument(nil)), 1<<20)
	}
}

// A result of somebody else may hold a step of which inputs are missing: it is explained without that step.
func TestStepsThatDoNotHoldTogether(t *testing.T) {
	a, p := made()
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	whole := len(x.Explain("", zio.Dutch))
	for i := range x.Trace.Steps {
		step := &x.Trace.Steps[i]
		if step.Op != funding.OpAllocate {
			continue
		}
		inputs := step.Inputs
		for n := range inputs {
			step.Inputs = inputs[:n]
			read, problems := funding.ReadResult(x.AppendDocument(nil))
			require.Empty(t, problems)
			for _, party := range []string{"", "0268", "care", "nobody"} {
				for _, l := range []zio.Lang{zio.Dutch, zio.English} {
					require.Less(t, len(read.Explain(party, l)), whole)
				}
			}
			require.NotEmpty(t, read.Check())
		}
		step.Inputs = inputs
	}
	require.Len(t, x.Explain("", zio.Dutch), whole)
}

// Results are set side by side whatever the order of their shares.
func TestCompareInAnyOrder(t *testing.T) {
	x := outcome(t, []byte(base), []byte(people))
	y := *x
	y.Shares = []funding.PartyAmount{x.Shares[1], x.Shares[0]}
	for _, pair := range [][2]*funding.Result{{x, &y}, {&y, x}, {&y, &y}} {
		c, err := analysis.Compare(pair[0], pair[1])
		require.NoError(t, err)
		require.Len(t, c.Parties, 2)
		require.Equal(t, "0209", c.Parties[0].Party)
		for _, d := range c.Parties {
			require.True(t, d.Difference.IsZero())
			require.False(t, d.A.IsZero())
		}
	}
	y.Shares = append(y.Shares, x.Shares[0])
	_, err := analysis.Compare(x, &y)
	require.ErrorContains(t, err, "result.share-twice")
}
