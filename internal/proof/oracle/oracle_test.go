package oracle

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRound(t *testing.T) {
	modes := []string{"half-up", "half-down", "half-even", "up", "down"}
	for in, want := range map[string][]int64{
		"5/2":   {3, 2, 2, 3, 2},
		"7/2":   {4, 3, 4, 4, 3},
		"12/5":  {2, 2, 2, 3, 2},
		"13/5":  {3, 3, 3, 3, 2},
		"-5/2":  {-3, -2, -2, -3, -2},
		"-13/5": {-3, -3, -3, -3, -2},
		"-1/3":  {0, 0, 0, -1, 0},
		"4":     {4, 4, 4, 4, 4},
	} {
		x, _ := new(big.Rat).SetString(in)
		for i, mode := range modes {
			require.Equal(t, want[i], Round(x, mode).Int64(), "%s %s", in, mode)
		}
	}
	require.Panics(t, func() { Round(big.NewRat(1, 2), "nearest") })
}

// Domain 3.3 V3: 12,345,678 cents over 40, 25, 23, 8 and 4; the exact shares end in .20, .50, .94,
// .24 and .12.
func TestAllocate(t *testing.T) {
	parties := []Party{{"A", "40"}, {"B", "25"}, {"C", "23"}, {"D", "8"}, {"E", "4"}}
	for _, c := range []struct {
		d    Division
		want []int64 // the rest last
	}{
		{Division{Method: "largest-remainder"}, []int64{4938271, 3086420, 2839506, 987654, 493827, 0}},
		{Division{Method: "largest-weight"}, []int64{4938272, 3086420, 2839505, 987654, 493827, 0}},
		{Division{Method: "rest-to-largest", Rounding: "half-down"}, []int64{4938272, 3086419, 2839506, 987654, 493827, 0}},
		{Division{Method: "rest-to-named", Rounding: "half-down", Named: "D"}, []int64{4938271, 3086419, 2839506, 987655, 493827, 0}},
		{Division{Method: "independent", Rounding: "up"}, []int64{4938272, 3086420, 2839506, 987655, 493828, -3}},
		{Division{Method: "keep"}, []int64{4938271, 3086419, 2839505, 987654, 493827, 2}},
		{Division{Method: "keep", Divisor: "200"}, []int64{2469135, 1543209, 1419752, 493827, 246913, 6172842}},
	} {
		c.d.Unit = "cent"
		for _, sign := range []int64{1, -1} {
			a, err := Allocate(big.NewInt(sign*12_345_678), parties, c.d)
			require.NoError(t, err)
			for i, amount := range append(a.Amounts, a.Rest) {
				require.Equal(t, sign*c.want[i], amount.Int64(), "%+v, %d", c.d, i)
			}
		}
	}
	for _, d := range []Division{{Method: "x", Unit: "cent"}, {Method: "keep", Unit: "x"}, {Method: "keep", Unit: "cent", Divisor: "x"}} {
		_, err := Allocate(big.NewInt(1), parties, d)
		require.Error(t, err)
	}
	_, err := Allocate(big.NewInt(1), []Party{{"A", "x"}}, Division{Method: "keep", Unit: "cent"})
	require.Error(t, err)
}

func TestFits128(t *testing.T) {
	limit := new(big.Int).Lsh(big.NewInt(1), 128)
	require.False(t, Fits128(new(big.Rat).SetInt(limit)))
	require.False(t, Fits128(new(big.Rat).SetFrac(big.NewInt(1), limit)))
	require.True(t, Fits128(new(big.Rat).SetInt(limit.Sub(limit, big.NewInt(1)))))
}
