//go:build !tinygo && !wasm

package money

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/internal/proof/oracle"
)

func TestEuroFromDecimal(t *testing.T) {
	for _, c := range []struct {
		in   string
		mode Rounding
		want string
	}{
		{"1234.5", HalfUp, "1234.50"},
		{"1.455", HalfUp, "1.46"},
		{"1.455", HalfDown, "1.45"},
		{"1.445", HalfEven, "1.44"},
		{"-1.455", HalfUp, "-1.46"},
		{"1.4500000001", Up, "1.46"},
		{"-1.459", Down, "-1.45"},
		{"0", Down, "0.00"},
		{"92233720368547758.07", HalfUp, "92233720368547758.07"},
	} {
		got, err := EuroFromDecimal(decimal.RequireFromString(c.in), c.mode)
		require.NoError(t, err, c.in)
		require.Equal(t, c.want, got.String(), c.in)
		require.Equal(t, c.want, got.Decimal().StringFixed(2))
	}
	got, err := EuroFromDecimal(decimal.New(12, 2), Down) // 12 x 10^2
	require.NoError(t, err)
	require.Equal(t, "1200.00", got.String())
	got, err = EuroFromDecimal(decimal.Decimal{}, Down)
	require.NoError(t, err)
	require.True(t, got.IsZero())
	got, err = EuroFromDecimal(decimal.New(0, math.MaxInt32), Down)
	require.NoError(t, err)
	require.True(t, got.IsZero())
}

// Decimals that would take minutes or gigabytes to scale are refused at once.
func TestFromDecimalGuards(t *testing.T) {
	long := new(big.Int).Exp(big.NewInt(10), big.NewInt(100_000), nil)
	for name, c := range map[string]struct {
		d    decimal.Decimal
		code string
	}{
		"exponent above":        {decimal.New(1, 39), "exact.decimal-range"},
		"exponent far above":    {decimal.New(1, math.MaxInt32), "exact.decimal-range"},
		"exponent below":        {decimal.New(1, -39), "exact.decimal-range"},
		"exponent far below":    {decimal.New(1, math.MinInt32), "exact.decimal-range"},
		"digits":                {decimal.NewFromBigInt(long, -99_999), "exact.decimal-range"},
		"digits, small power":   {decimal.NewFromBigInt(long, 0), "exact.decimal-range"},
		"too large an amount":   {decimal.New(1, 17), "euro.overflow"},
		"too large for a ratio": {decimal.New(math.MaxInt64, 38), "euro.overflow"},
		"one cent over":         {decimal.New(math.MinInt64, -2), "euro.overflow"},
	} {
		require.Less(t, testing.AllocsPerRun(5, func() { _, _ = EuroFromDecimal(c.d, HalfUp) }), 30.0)
		got, err := EuroFromDecimal(c.d, HalfUp)
		require.Equal(t, c.code, code(err), name)
		require.Equal(t, Euro{}, got)
	}
	_, err := ExactFromDecimal(decimal.New(math.MaxInt64, 38))
	require.Equal(t, "exact.overflow", code(err))
	for _, mode := range []Rounding{RoundingUnset, 9} {
		_, err := EuroFromDecimal(decimal.New(1, 0), mode)
		require.Equal(t, "rounding.missing", code(err))
	}
	smallest, err := ExactFromDecimal(decimal.New(1, -38))
	require.NoError(t, err)
	require.Equal(t, "1/1"+strings.Repeat("0", 38), smallest.String())
}

func TestFactorAndFteFromDecimal(t *testing.T) {
	f, err := FactorFromDecimal(decimal.RequireFromString("1.0336255"), HalfUp)
	require.NoError(t, err)
	require.Equal(t, "1.033626", f.String())
	require.Equal(t, "1.033626", f.Decimal().String())
	n, err := FteFromDecimal(decimal.RequireFromString("0.9"), HalfUp)
	require.NoError(t, err)
	require.Equal(t, "0.9", n.String())
	require.Equal(t, "0.900", n.Decimal().StringFixed(3))
	_, err = FactorFromDecimal(decimal.New(1, 13), HalfUp)
	require.Equal(t, "exact.overflow", code(err))
	_, err = FteFromDecimal(decimal.New(1, 39), HalfUp)
	require.Equal(t, "exact.decimal-range", code(err))
	_, err = FteFromDecimal(decimal.New(1, 0), RoundingUnset)
	require.Equal(t, "rounding.missing", code(err))
}

// What shopspring's globals do to its own texts does nothing to ours.
func TestTextsAreFreeOfShopspringGlobals(t *testing.T) {
	precision, quotes, trim := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros
	t.Cleanup(func() {
		decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros = precision, quotes, trim
	})
	decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros = 1, true, true
	e, err := EuroFromDecimal(decimal.RequireFromString("1200.505"), HalfUp)
	require.NoError(t, err)
	text, err := e.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "1200.51", string(text))
	require.Equal(t, "33.34 33.33 33.33 | 0.00", amounts(t, "100.00", weigh("1", "1", "1"), Division{Method: LargestRemainder, Unit: Cent}))
}

// Dividing with rounded digits would give a cent.
func TestRoundOnceFromDecimal(t *testing.T) {
	// 0.00499999999999999999 is under half a cent, however many digits are looked at.
	x, err := ExactFromDecimal(decimal.RequireFromString("0.00499999999999999999"))
	require.NoError(t, err)
	x, err = x.MulInt(100)
	require.NoError(t, err)
	got, err := x.Euro(HalfUp)
	require.NoError(t, err)
	require.Equal(t, "0.00", got.String())
}

// Four of the modes stand in shopspring/decimal as well; they agree on 20,000 values.
func TestRoundAgainstShopspring(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		d := decimal.New(random.Int64N(2_000_001)-1_000_000, -int32(random.IntN(6)))
		for mode, want := range map[Rounding]decimal.Decimal{
			HalfUp: d.Round(2), HalfEven: d.RoundBank(2), Up: d.RoundUp(2), Down: d.RoundDown(2),
		} {
			got, err := EuroFromDecimal(d, mode)
			require.NoError(t, err)
			require.Equal(t, want.StringFixed(2), got.Decimal().StringFixed(2), "%s %s", d, mode)
		}
	}
}

func FuzzEuroFromDecimal(f *testing.F) {
	f.Add(int64(1455), int32(-3))
	f.Add(int64(math.MinInt64), int32(-2))
	f.Add(int64(1), int32(40))
	f.Fuzz(func(t *testing.T, coefficient int64, exponent int32) {
		d := decimal.New(coefficient, exponent)
		for _, mode := range Roundings() {
			got, err := EuroFromDecimal(d, mode)
			if coefficient != 0 && (exponent < -38 || exponent > 38) {
				require.Equal(t, "exact.decimal-range", code(err))
				continue
			}
			cents := new(big.Rat)
			if coefficient != 0 {
				power := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(int64(exponent), -int64(exponent))), nil)
				cents.SetInt64(coefficient)
				cents.Mul(cents, big.NewRat(100, 1))
				if exponent < 0 {
					cents.Quo(cents, new(big.Rat).SetInt(power))
				} else {
					cents.Mul(cents, new(big.Rat).SetInt(power))
				}
			}
			want := oracle.Round(cents, mode.String())
			if want.CmpAbs(big.NewInt(math.MaxInt64)) > 0 {
				require.Equal(t, "euro.overflow", code(err))
				continue
			}
			require.NoError(t, err)
			require.Equal(t, want.Int64(), got.Cents())
		}
	})
}
