package money

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/internal/proof/oracle"
)

// randomWeights are distinct parties in any order with whole, decimal and odd weights.
func randomWeights(random *rand.Rand, n int) []Weight {
	out := make([]Weight, n)
	sort := random.IntN(4)
	for i := range out {
		var v Exact
		switch sort {
		case 0:
			v = ExactFromInt(random.Int64N(4))
		case 1:
			v = FactorFromMicros(random.Int64N(100_000_000)).Exact()
		case 2:
			v = ExactFromInt(random.Int64N(1_000_000))
		default:
			v, _ = ExactRatio(random.Int64N(1_000_000), 1+random.Int64N(40)) // a mean of some years, a part of a class
		}
		out[i] = Weight{strconv.Itoa(10 * i), v}
	}
	out[0].Value, _ = out[0].Value.Add(ExactFromInt(1))
	return out
}

// compareToOracle holds a result against the slow implementation.
func compareToOracle(t *testing.T, a Allocation, weights []Weight, d Division) {
	t.Helper()
	parties := make([]oracle.Party, len(weights))
	for i, w := range weights {
		parties[i] = oracle.Party{Name: w.Party, Weight: w.Value.String()}
	}
	divisor := ""
	if !d.Divisor.IsZero() {
		divisor = d.Divisor.String()
	}
	want, err := oracle.Allocate(big.NewInt(a.Total.Cents()), parties,
		oracle.Division{Method: d.Method.String(), Unit: d.Unit.String(), Divisor: divisor, Rounding: d.Rounding.String(), Named: d.Named})
	require.NoError(t, err)
	for i, s := range a.Shares {
		require.Equal(t, weights[i].Party, s.Party)
		require.Equal(t, weights[i].Value, s.Weight)
		require.Equal(t, want.Exact[i].RatString(), s.Exact.String())
		require.Equal(t, want.Amounts[i].String(), strconv.FormatInt(s.Amount.Cents(), 10), "share %d of %v by %+v", i, a, d)
	}
	require.Equal(t, want.Rest.String(), strconv.FormatInt(a.Rest.Cents(), 10))
}

// FuzzAllocate holds every method, unit, divisor and rounding against the oracle, and against the
// laws: shares and rest are the total, zero weight gets nothing, the order of the weights and
// the sign of the total do not matter, and by largest remainder and keep no share is a unit
// or more from its exact value.
func FuzzAllocate(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(int64(seed)*98_765_431-1_000_000_000, seed, uint8(1+seed%17), uint8(seed), uint64(seed%5)*50_000_000)
	}
	f.Add(int64(math.MaxInt64), uint64(7), uint8(5), uint8(0), uint64(0))
	f.Add(int64(math.MinInt64), uint64(9), uint8(5), uint8(3), uint64(100_000_000))
	f.Fuzz(func(t *testing.T, cents int64, seed uint64, n uint8, choice uint8, divisor uint64) {
		random := rand.New(rand.NewPCG(seed, 5))
		weights := randomWeights(random, 1+int(n)%40)
		total := EuroFromCents(cents)
		d := Division{
			Method:   Methods()[int(choice)%6],
			Unit:     Units()[int(choice/6)%3],
			Rounding: Roundings()[random.IntN(5)],
			Divisor:  exactOver(int64(divisor>>1), 1_000_000),
		}
		if d.Method == RestToNamed {
			d.Named = "0"
		}
		a, err := Allocate(total, weights, d)
		if err != nil {
			require.Equal(t, "allocate.overflow", code(err))
			require.True(t, magnitude(cents) > 1<<62 || !d.Divisor.IsZero() || hasOddWeight(weights), "%v %+v", weights, d)
			return
		}
		require.Equal(t, total, a.Total)
		requireWhole(t, a)
		compareToOracle(t, a, weights, d)

		unit := ExactFromInt(d.Unit.Cents())
		for i, s := range a.Shares {
			if weights[i].Value.IsZero() {
				require.True(t, s.Amount.IsZero(), "zero weight gets nothing")
			}
			require.Zero(t, s.Amount.Cents()%d.Unit.Cents(), "whole units")
			if d.Method == LargestRemainder || d.Method == Keep {
				gap, err := s.Amount.Exact().Sub(s.Exact)
				require.NoError(t, err)
				require.Negative(t, gap.Abs().Compare(unit), "within one unit: %v %+v", s, d)
			}
		}

		mixed := make([]Weight, len(weights))
		for to, from := range random.Perm(len(weights)) {
			mixed[to] = weights[from]
		}
		b, err := Allocate(total, mixed, d)
		require.NoError(t, err)
		require.Equal(t, a.Rest, b.Rest)
		for i, s := range b.Shares {
			require.Equal(t, mixed[i].Party, s.Party, "in the order of the weights")
			at, _ := strconv.Atoi(s.Party)
			require.Equal(t, a.Shares[at/10], s, "the order does not matter")
		}

		c, err := Allocate(total.Neg(), weights, d)
		require.NoError(t, err)
		require.Equal(t, a.Rest.Neg(), c.Rest)
		for i, s := range c.Shares {
			require.Equal(t, a.Shares[i].Amount.Neg(), s.Amount, "the opposite total gives the opposite shares")
			require.Equal(t, a.Shares[i].Exact.Neg(), s.Exact)
		}
	})
}

// hasOddWeight reports whether a weight is no plain decimal, so that fractions may outgrow 128 bits.
func hasOddWeight(weights []Weight) bool {
	for _, w := range weights {
		if million, err := w.Value.MulInt(1_000_000); err != nil || !million.IsInt() {
			return true
		}
	}
	return false
}
