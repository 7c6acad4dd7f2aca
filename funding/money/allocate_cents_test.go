package money

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/internal/proof/oracle"
	"github.com/zio-collectief/zio/zio"
)

func TestAllocateCents(t *testing.T) {
	var s Scratch
	for _, c := range []struct {
		total   int64
		weights []int64
		want    []int64
	}{
		{10_000, []int64{1, 1, 1}, []int64{3334, 3333, 3333}},
		{12_345_678, []int64{40, 25, 23, 8, 4}, []int64{4938271, 3086420, 2839506, 987654, 493827}},
		{-10_000, []int64{1, 1, 1}, []int64{-3334, -3333, -3333}},
		{0, []int64{5, 0}, []int64{0, 0}},
		{100, []int64{0, 1, 1, 1}, []int64{0, 34, 33, 33}},
		{4, []int64{1, 3, 1, 3}, []int64{0, 2, 0, 2}},
		// With m the largest int64: m x m/(2m+1) is (m-1)/2 and a quarter, 1 x m/(2m+1) nearly a half.
		{math.MaxInt64, []int64{math.MaxInt64, math.MaxInt64, 1}, []int64{4611686018427387903, 4611686018427387903, 1}},
		{math.MinInt64, []int64{1}, []int64{math.MinInt64}},
		{math.MinInt64, []int64{1, 1}, []int64{-1 << 62, -1 << 62}},
	} {
		out := make([]int64, len(c.weights))
		require.NoError(t, AllocateCents(out, c.total, c.weights, &s))
		require.Equal(t, c.want, out, "%d over %v", c.total, c.weights)
	}
}

// Divisions at the edges of the method by reciprocal, where the quotient is corrected upward, which
// random numbers hardly find.
func TestFloorShares(t *testing.T) {
	for _, c := range []struct{ total, weight, divisor uint64 }{
		{math.MaxInt64 - 3, 17, 17},
		{math.MaxInt64 - 1, 257, 257},
		{math.MaxInt64 - 1, 1<<32 + 1, 1<<32 + 1},
		{math.MaxInt64 - 3, 1<<53 + 1, 1<<53 + 1},
		{math.MaxInt64 - 3, 1<<60 + 1, 1<<60 + 2},
		{math.MaxInt64, 1, 1},
		{math.MaxInt64, math.MaxInt64, math.MaxUint64},
		{math.MaxInt64, math.MaxInt64, 1 << 63},
		{1 << 63, math.MaxInt64, math.MaxInt64},
		{0, 5, 7},
		{7, 0, 3},
	} {
		out, remainders := make([]int64, 1), make([]uint64, 1)
		sum := floorShares(out, remainders, c.total, []int64{int64(c.weight)}, c.divisor)
		product := new(big.Int).Mul(new(big.Int).SetUint64(c.total), new(big.Int).SetUint64(c.weight))
		q, r := product.QuoRem(product, new(big.Int).SetUint64(c.divisor), new(big.Int))
		require.Equal(t, q.Uint64(), uint64(out[0]), "%+v", c)
		require.Equal(t, r.Uint64(), remainders[0], "%+v", c)
		require.Equal(t, sum, uint64(out[0]))
	}
}

func TestAllocateCentsProblems(t *testing.T) {
	for _, c := range []struct {
		out, weights  []int64
		code, pointer string
	}{
		{nil, nil, "allocate.empty", "/weights"},
		{[]int64{7}, []int64{1, 2}, "allocate.lengths-differ", "/weights"},
		{[]int64{7, 7}, []int64{1, -2}, "allocate.weight-negative", "/weights/1"},
		{[]int64{7, 7}, []int64{0, 0}, "allocate.weights-zero", "/weights"},
		{[]int64{7, 7, 7}, []int64{math.MaxInt64, math.MaxInt64, math.MaxInt64}, "allocate.overflow", "/weights"},
	} {
		before := slices.Clone(c.out)
		err := AllocateCents(c.out, 100, c.weights, new(Scratch))
		require.Equal(t, c.code, code(err))
		require.Equal(t, c.pointer, err.(zio.Problem).Pointer)
		require.NotContains(t, err.(zio.Problem).Text(zio.Dutch), "{")
		require.Equal(t, before, c.out)
	}
}

// The kernel allocates nothing once its scratch has grown, whatever the weights.
func TestAllocateCentsAllocatesNothing(t *testing.T) {
	var s Scratch
	out := make([]int64, 342)
	for _, weights := range [][]int64{inhabitants(342), make([]int64, 342)} {
		weights[0]++ // of zeros as well
		require.NoError(t, AllocateCents(out, 1, weights, &s))
		total := int64(123_456_789)
		require.Zero(t, testing.AllocsPerRun(100, func() {
			total++
			if AllocateCents(out, total, weights, &s) != nil {
				panic("a problem")
			}
		}))
	}
}

// Allocate makes no allocation per party: the same few slices for 25 parties and for 342, with
// whole weights and with decimals.
func TestAllocateAllocations(t *testing.T) {
	d := Division{Method: LargestRemainder, Unit: Cent}
	count := func(n int, whole bool) float64 {
		weights := make([]Weight, n)
		for i, v := range inhabitants(n) {
			weights[n-1-i] = Weight{"GM" + strconv.Itoa(1000+i), ExactFromInt(v)}
			if !whole {
				weights[n-1-i].Value = FactorFromMicros(v).Exact()
			}
		}
		return testing.AllocsPerRun(20, func() {
			if _, err := Allocate(EuroFromCents(123_456_789), weights, d); err != nil {
				panic(err)
			}
		})
	}
	for _, whole := range []bool{true, false} {
		require.Equal(t, count(25, whole), count(342, whole))
		require.LessOrEqual(t, count(342, whole), 8.0)
	}
}

// inhabitants are synthetic weights, the same on every run, of the sizes of municipalities.
func inhabitants(n int) []int64 {
	random := rand.New(rand.NewPCG(342, 2026))
	out := make([]int64, n)
	for i := range out {
		out[i] = 900 + random.Int64N(60_000)
		if i%40 == 7 {
			out[i] += 200_000 + random.Int64N(600_000)
		}
	}
	return out
}

func FuzzAllocateCents(f *testing.F) {
	for seed := range uint64(30) {
		f.Add(int64(seed)*9_876_543_217-5, seed, uint16(1+seed*13), uint8(seed*7))
	}
	f.Add(int64(math.MaxInt64), uint64(1), uint16(3), uint8(62))
	f.Add(int64(math.MinInt64), uint64(2), uint16(9), uint8(50))
	f.Fuzz(func(t *testing.T, total int64, seed uint64, n uint16, size uint8) {
		random := rand.New(rand.NewPCG(seed, 6))
		weights := make([]int64, 1+n%60)
		parties := make([]oracle.Party, len(weights))
		var sum big.Int
		for i := range weights {
			weights[i] = int64(random.Uint64() & (1<<(size%64) - 1))
			parties[i] = oracle.Party{Name: string(rune('A' + i)), Weight: strconv.FormatInt(weights[i], 10)}
			sum.Add(&sum, big.NewInt(weights[i]))
		}
		out := make([]int64, len(weights))
		err := AllocateCents(out, total, weights, new(Scratch))
		switch {
		case sum.Sign() == 0:
			require.Equal(t, "allocate.weights-zero", code(err))
			return
		case !sum.IsUint64():
			require.Equal(t, "allocate.overflow", code(err))
			return
		}
		require.NoError(t, err)
		want, err := oracle.Allocate(big.NewInt(total), parties, oracle.Division{Method: "largest-remainder", Unit: "cent"})
		require.NoError(t, err)
		for i := range out {
			require.Equal(t, want.Amounts[i].String(), strconv.FormatInt(out[i], 10), "share %d of %d over %v", i, total, weights)
		}
	})
}

func FuzzKthLargest(f *testing.F) {
	f.Add(uint64(1), uint16(10), uint16(3), uint8(64))
	f.Add(uint64(2), uint16(300), uint16(299), uint8(1))
	f.Add(uint64(3), uint16(1), uint16(0), uint8(9))
	f.Fuzz(func(t *testing.T, seed uint64, n, k uint16, size uint8) {
		random := rand.New(rand.NewPCG(seed, 7))
		values := make([]uint64, 1+n%500)
		for i := range values {
			values[i] = random.Uint64() >> (63 - size%64)
		}
		at := 1 + int(k)%len(values)
		sorted := slices.Clone(values)
		slices.Sort(sorted)
		slices.Reverse(sorted)
		equal := 0
		for _, v := range sorted[:at] {
			if v == sorted[at-1] {
				equal++
			}
		}
		before := slices.Clone(values)
		v, e := kthLargest(values, at, make([]uint64, len(values)))
		require.Equal(t, sorted[at-1], v)
		require.Equal(t, equal, e)
		require.Equal(t, before, values, "the values stay")
		v, e = kthLargest(values, at, values)
		require.Equal(t, sorted[at-1], v, "also in their own space")
		require.Equal(t, equal, e)
	})
}
