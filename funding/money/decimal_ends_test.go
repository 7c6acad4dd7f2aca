//go:build !tinygo && !wasm

package money

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// Decimals at the ends of what is taken: 38 digits, and an exponent of 38 either way.
func TestDecimalsAtTheirEnds(t *testing.T) {
	nines, _ := new(big.Int).SetString("99999999999999999999999999999999999999", 10)
	for _, c := range []struct {
		of   decimal.Decimal
		want string
	}{
		{decimal.NewFromBigInt(nines, 0), nines.String()}, {decimal.NewFromBigInt(nines, -38), nines.String() + "/100000000000000000000000000000000000000"},
		{decimal.New(1, 38), "100000000000000000000000000000000000000"}, {decimal.New(1, -38), "1/100000000000000000000000000000000000000"},
		{decimal.New(1, 39), ""}, {decimal.New(1, -39), ""}, {decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 127), 0), ""}, {decimal.New(-15, -1), "-3/2"}, {decimal.New(0, 90), "0"},
		{decimal.NewFromBigInt(new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1)), 0), "170141183460469231731687303715884105727"},
	} {
		x, err := ExactFromDecimal(c.of)
		if c.want == "" {
			require.Error(t, err)
			require.Equal(t, Exact{}, x)
			continue
		}
		require.NoError(t, err)
		require.Equal(t, c.want, x.String())
	}
	e, err := EuroFromDecimal(decimal.New(1, 0), 0)
	require.Error(t, err)
	require.Equal(t, Euro{}, e)
	for _, far := range []decimal.Decimal{decimal.New(1, 39), decimal.New(1, 38)} {
		e, err = EuroFromDecimal(far, HalfUp)
		require.Error(t, err)
		require.Equal(t, Euro{}, e)
	}
}
