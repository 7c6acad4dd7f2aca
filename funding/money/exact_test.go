package money

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/internal/proof/oracle"
)

func (x Exact) rat() *big.Rat {
	r := new(big.Rat).SetFrac(x.num.big(), x.den().big())
	if x.negative {
		r.Neg(r)
	}
	return r
}

// exactFrom makes a fraction of any parts, for tests; 0 in the denominator stands for 1.
func exactFrom(negative bool, num, den u128) Exact {
	if den.isZero() {
		den = wide(1)
	}
	return makeExact(negative, num, den)
}

func TestExactBasics(t *testing.T) {
	third, err := ExactRatio(-2, -6)
	require.NoError(t, err)
	require.Equal(t, "1/3", third.String())
	require.True(t, third == MustParseExact("2/6"), "equal numbers are equal with ==")
	_, err = ExactRatio(1, 0)
	require.Equal(t, "exact.division-by-zero", code(err))
	_, err = ExactRatio(0, 0)
	require.Equal(t, "exact.division-by-zero", code(err))
	smallest, err := ExactRatio(math.MinInt64, math.MinInt64)
	require.NoError(t, err)
	require.Equal(t, ExactFromInt(1), smallest)

	require.Equal(t, "0", Exact{}.String())
	require.True(t, Exact{}.IsZero())
	require.True(t, Exact{}.IsInt())
	require.Equal(t, Exact{}, Exact{}.Neg(), "zero has no sign")
	require.Equal(t, Exact{}, ExactFromInt(0))
	require.Equal(t, "-9223372036854775808", ExactFromInt(math.MinInt64).String())
	require.False(t, third.IsInt())

	whole, err := third.MulInt(-3)
	require.NoError(t, err)
	require.Equal(t, ExactFromInt(-1), whole)
	half, err := whole.QuoInt(-2)
	require.NoError(t, err)
	require.Equal(t, "1/2", half.String())
	_, err = half.QuoInt(0)
	require.Equal(t, "exact.division-by-zero", code(err))
	_, err = half.Quo(Exact{})
	require.Equal(t, "exact.division-by-zero", code(err))
	require.Equal(t, "1/2", half.Neg().Abs().String())
}

// The classic trap of decimals: one third times three is one.
func TestExactThirds(t *testing.T) {
	third := MustParseExact("1/3")
	sum := Exact{}
	for range 3 {
		var err error
		sum, err = sum.Add(third)
		require.NoError(t, err)
	}
	require.Equal(t, ExactFromInt(1), sum)
}

const max128 = "340282366920938463463374607431768211455"

func TestParseExact(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "0/5": "0", "7": "7", "-7/14": "-1/2", "1/3": "1/3", "4/2": "2",
		max128: max128, "1/" + max128: "1/" + max128, max128 + "/" + max128: "1",
	} {
		x, err := ParseExact(in)
		require.NoError(t, err, in)
		require.Equal(t, want, x.String(), in)
		text, err := x.MarshalText()
		require.NoError(t, err)
		require.Equal(t, want, string(text))
	}
	for in, want := range map[string]string{
		"": "exact.invalid", "-": "exact.invalid", "1/": "exact.invalid", "/2": "exact.invalid",
		"1/2/3": "exact.invalid", "01": "exact.invalid", "1/02": "exact.invalid", "-0": "exact.invalid",
		"-0/3": "exact.invalid", "1/-2": "exact.invalid", "+1": "exact.invalid", "1.5": "exact.invalid",
		"1e3": "exact.invalid", " 1": "exact.invalid", "1 /2": "exact.invalid",
		"1/0": "exact.division-by-zero", "0/0": "exact.division-by-zero",
		"340282366920938463463374607431768211456":   "exact.overflow",
		"1/340282366920938463463374607431768211456": "exact.overflow",
	} {
		_, err := ParseExact(in)
		require.Equal(t, want, code(err), "%q", in)
	}
	x := ExactFromInt(5)
	require.Error(t, x.UnmarshalText([]byte("a")))
	require.Equal(t, ExactFromInt(5), x)
	require.NoError(t, x.UnmarshalText([]byte("-1/2")))
	require.Equal(t, "-1/2", x.String())
	require.Panics(t, func() { MustParseExact("x") })
}

func TestExactOverflow(t *testing.T) {
	most := MustParseExact(max128)
	_, err := most.Add(ExactFromInt(1))
	require.Equal(t, "exact.overflow", code(err))
	_, err = most.MulInt(2)
	require.Equal(t, "exact.overflow", code(err))
	_, err = most.Neg().Sub(most)
	require.Equal(t, "exact.overflow", code(err))
	_, err = most.Round(HalfUp)
	require.Equal(t, "exact.overflow", code(err))
	_, err = most.Euro(HalfUp)
	require.Equal(t, "euro.overflow", code(err))
	zero, err := most.Sub(most)
	require.NoError(t, err)
	require.Equal(t, Exact{}, zero)
	back, err := most.Mul(MustParseExact("1/" + max128))
	require.NoError(t, err, "what fits once reduced does not overflow")
	require.Equal(t, ExactFromInt(1), back)
	small := MustParseExact("1/" + max128)
	_, err = small.Add(MustParseExact("1/340282366920938463463374607431768211454"))
	require.Equal(t, "exact.overflow", code(err))
	require.Equal(t, 1, most.Compare(small), "comparing never overflows")

	_, err = ExactFromInt(math.MinInt64).Round(Down)
	require.Equal(t, "exact.overflow", code(err), "results of rounding are symmetric too")
	n, err := ExactFromInt(-math.MaxInt64).Round(Down)
	require.NoError(t, err)
	require.Equal(t, int64(-math.MaxInt64), n)
}

// FuzzExact holds the operations against big.Rat: each result is right, reduced, and refused
// exactly when it does not fit.
func FuzzExact(f *testing.F) {
	edges := []uint64{0, 1, 3, 6, 10, 1<<63 - 1, 1 << 63, 1<<64 - 1}
	for i, a := range edges {
		for j, b := range edges {
			f.Add(i%2 == 0, a, b, uint64(0), edges[(i+j)%8], j%2 == 0, b, a, edges[(i*j)%8], b)
			f.Add(j%2 == 0, uint64(0), b, uint64(0), a, i%2 == 0, uint64(0), a, uint64(0), b)
		}
	}
	f.Fuzz(func(t *testing.T, an bool, a1, a0, a3, a2 uint64, bn bool, b1, b0, b3, b2 uint64) {
		x := exactFrom(an, u128{a1, a0}, u128{a3, a2})
		y := exactFrom(bn, u128{b1, b0}, u128{b3, b2})
		check := func(name string, want *big.Rat, got Exact, err error) {
			t.Helper()
			if !oracle.Fits128(want) {
				require.Equal(t, "exact.overflow", code(err), "%s: %s", name, want)
				require.Equal(t, Exact{}, got)
				return
			}
			require.NoError(t, err, name)
			require.Equal(t, want.RatString(), got.String(), name)
			again, err := ParseExact(got.String())
			require.NoError(t, err)
			require.Equal(t, got, again, "reduced in one way only")
		}
		p, q := x.rat(), y.rat()
		got, err := x.Add(y)
		check("add", new(big.Rat).Add(p, q), got, err)
		got, err = x.Sub(y)
		check("sub", new(big.Rat).Sub(p, q), got, err)
		got, err = x.Mul(y)
		check("mul", new(big.Rat).Mul(p, q), got, err)
		got, err = x.Quo(y)
		if y.IsZero() {
			require.Equal(t, "exact.division-by-zero", code(err))
		} else {
			check("quo", new(big.Rat).Quo(p, q), got, err)
		}
		got, err = x.MulInt(int64(b0))
		check("mul int", new(big.Rat).Mul(p, new(big.Rat).SetInt64(int64(b0))), got, err)
		check("neg", new(big.Rat).Neg(p), x.Neg(), nil)
		check("abs", new(big.Rat).Abs(p), x.Abs(), nil)
		require.Equal(t, p.Cmp(q), x.Compare(y))
		require.Equal(t, p.Cmp(q) == 0, x == y)
		require.Equal(t, p.Sign(), x.Sign())
		require.Equal(t, p.IsInt(), x.IsInt())
		for _, mode := range Roundings() {
			n, err := x.Round(mode)
			want := oracle.Round(p, mode.String())
			if want.CmpAbs(big.NewInt(math.MaxInt64)) > 0 {
				require.Equal(t, "exact.overflow", code(err))
				require.Zero(t, n)
				continue
			}
			require.NoError(t, err)
			require.Equal(t, want.String(), big.NewInt(n).String(), "%s %s", x, mode)
		}
	})
}

func BenchmarkExact(b *testing.B) {
	x, y := MustParseExact("123456789/365"), MustParseExact("4567/12")
	b.Run("add", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = x.Add(y)
		}
	})
	b.Run("mul", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = x.Mul(y)
		}
	})
	b.Run("round", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = x.Euro(HalfUp)
		}
	})
}
