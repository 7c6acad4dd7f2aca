package funding_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

// Draft and Traced are Calculate with less in the result: the same amounts, and the same problems.
func TestDraftAndTracedAreCalculate(t *testing.T) {
	settled := 0
	for seed := range int64(400) {
		agreement, population := random.Random(seed)
		a, problems := funding.ReadAgreement(agreement)
		require.Empty(t, problems)
		p, problems := zio.ReadPopulation(population)
		require.Empty(t, problems)
		want, refused := funding.Calculate(a, p)
		traced, problems := funding.Traced(a, p)
		require.Equal(t, refused, problems, "seed %d", seed)
		draft, problems := funding.Draft(a, p)
		require.Equal(t, refused, problems, "seed %d", seed)
		if len(refused) > 0 {
			continue
		}
		settled++
		want.Receipt = funding.Receipt{}
		require.Equal(t, want, traced, "seed %d", seed)
		require.Empty(t, draft.Trace.Steps)
		want.Trace.Steps = nil
		withoutReferences(want)
		require.Equal(t, want, draft, "seed %d", seed)
	}
	require.Greater(t, settled, 100)
}

// withoutReferences takes out what points into the trace.
func withoutReferences(x *funding.Result) {
	for i := range x.Components {
		for j := range x.Components[i].Shares {
			x.Components[i].Shares[j].Ref = ""
		}
	}
	for i := range x.Transfers {
		x.Transfers[i].Ref = ""
	}
}
