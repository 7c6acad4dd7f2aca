package agreements

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
)

// Every payment of every example says what it is: by its source, or by what was chosen.
func TestEveryPaymentSaysWhatItIs(t *testing.T) {
	payments := 0
	for _, s := range List() {
		for _, name := range s.Agreements() {
			x, problems := funding.Calculate(agreementOf(t, s, name), populationOf(t, s))
			require.Empty(t, problems, s.ID)
			for _, transfer := range x.Transfers {
				payments++
				require.NotEmpty(t, transfer.Instrument, "%s, %s: %s to %s", s.ID, name, transfer.From, transfer.To)
			}
		}
	}
	require.Greater(t, payments, 200)
}
