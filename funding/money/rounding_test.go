package money

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRound(t *testing.T) {
	for _, c := range []struct {
		in                                   string
		halfUp, halfDown, halfEven, up, down int64
	}{
		{"5/2", 3, 2, 2, 3, 2},
		{"7/2", 4, 3, 4, 4, 3},
		{"12/5", 2, 2, 2, 3, 2},
		{"13/5", 3, 3, 3, 3, 2},
		{"2", 2, 2, 2, 2, 2},
		{"0", 0, 0, 0, 0, 0},
		{"1/2", 1, 0, 0, 1, 0},
		{"1/3", 0, 0, 0, 1, 0},
		{"1/" + max128, 0, 0, 0, 1, 0},
		{"170141183460469231731687303715884105727/" + max128, 0, 0, 0, 1, 0}, // just under a half
		{"170141183460469231731687303715884105728/" + max128, 1, 1, 1, 1, 0}, // just over
	} {
		want := map[Rounding]int64{HalfUp: c.halfUp, HalfDown: c.halfDown, HalfEven: c.halfEven, Up: c.up, Down: c.down}
		for _, mode := range Roundings() {
			got, err := MustParseExact(c.in).Round(mode)
			require.NoError(t, err)
			require.Equal(t, want[mode], got, "%s %s", c.in, mode)
			got, err = MustParseExact(c.in).Neg().Round(mode)
			require.NoError(t, err)
			require.Equal(t, -want[mode], got, "-%s %s", c.in, mode)
		}
	}
}

// Domain 3.2 T5: 1.455 gives 1.46 and 1.454 gives 1.45 (iJw IV081, rekenkundig).
func TestRoundT5(t *testing.T) {
	for in, want := range map[string]string{"1.455": "1.46", "1.454": "1.45", "-1.455": "-1.46"} {
		cents, err := MustParseFactor(in).Exact().MulInt(100)
		require.NoError(t, err)
		got, err := cents.Euro(HalfUp)
		require.NoError(t, err)
		require.Equal(t, want, got.String())
	}
}

// Amounts on which binary floating point, or rounding twice, gives a cent too little or too much.
func TestRoundOnce(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"0.03", "72.50", "2.18"}, // 2.175
		{"0.18", "52.25", "9.41"}, // 9.405
		{"75.55", "1.583333", "119.62"},
		{"60.00", "1.033625", "62.02"}, // domain V5: 62.0175
	} {
		product, err := MustParseFactor(c.a).Exact().Mul(MustParseFactor(c.b).Exact())
		require.NoError(t, err)
		product, err = product.MulInt(100)
		require.NoError(t, err)
		got, err := product.Euro(HalfUp)
		require.NoError(t, err)
		require.Equal(t, c.want, got.String(), "%s * %s", c.a, c.b)
	}
}

func TestRoundNeedsMode(t *testing.T) {
	n, err := ExactFromInt(1).Round(RoundingUnset)
	require.Zero(t, n)
	require.Equal(t, "rounding.missing", code(err))
	_, err = ExactFromInt(1).Euro(Rounding(99))
	require.Equal(t, "rounding.missing", code(err))
}

func TestRoundingTexts(t *testing.T) {
	require.Len(t, Roundings(), len(roundingNames))
	for i, mode := range Roundings() {
		require.Equal(t, roundingNames[i], mode.String())
		got, err := ParseRounding(mode.String())
		require.NoError(t, err)
		require.Equal(t, mode, got)
		text, err := mode.MarshalText()
		require.NoError(t, err)
		var read Rounding
		require.NoError(t, read.UnmarshalText(text))
		require.Equal(t, mode, read)
	}
	for _, s := range []string{"", "HALF-UP", "half up", "ceil", "unset"} {
		r, err := ParseRounding(s)
		require.Equal(t, "rounding.unknown", code(err), "%q", s)
		require.Equal(t, RoundingUnset, r)
	}
	_, err := ParseRounding("bankers")
	require.EqualError(t, err, "rounding.unknown: 'bankers' is not a way of rounding. Choose from: half-up, half-down, half-even, up, down.")
	_, err = RoundingUnset.MarshalText()
	require.Equal(t, "rounding.missing", code(err))
	require.Equal(t, "", Rounding(77).String())
	mode := Up
	require.Error(t, mode.UnmarshalText([]byte("x")))
	require.Equal(t, Up, mode)
}
