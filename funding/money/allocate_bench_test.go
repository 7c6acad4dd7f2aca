package money

import (
	"sort"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// shopspringLargestRemainder is the same division with decimal.Decimal throughout, as a careful
// program would write it: QuoRem, so that nothing depends on DivisionPrecision, multiplied
// before divided, and the leftover cents by remainder, weight and index.
func shopspringLargestRemainder(total decimal.Decimal, weights []decimal.Decimal) []decimal.Decimal {
	sum := decimal.Zero
	for _, w := range weights {
		sum = sum.Add(w)
	}
	shares := make([]decimal.Decimal, len(weights))
	remainders := make([]decimal.Decimal, len(weights))
	order := make([]int, len(weights))
	left := total
	for i, w := range weights {
		shares[i], remainders[i] = total.Mul(w).QuoRem(sum, 2)
		left = left.Sub(shares[i])
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool {
		i, j := order[a], order[b]
		if c := remainders[i].Cmp(remainders[j]); c != 0 {
			return c > 0
		}
		if c := weights[i].Cmp(weights[j]); c != 0 {
			return c > 0
		}
		return i < j
	})
	cent := decimal.New(1, -2)
	for _, i := range order[:left.Div(cent).IntPart()] {
		shares[i] = shares[i].Add(cent)
	}
	return shares
}

func benchmarkInput(n int) (total int64, whole []int64, weights []Weight, decimals []decimal.Decimal) {
	whole = inhabitants(n)
	for i, w := range whole {
		weights = append(weights, Weight{"GM" + strconv.Itoa(1000+i), ExactFromInt(w)})
		decimals = append(decimals, decimal.NewFromInt(w))
	}
	return 123_456_789, whole, weights, decimals
}

// The three implementations of the benchmark give the same shares.
func TestAllocateBenchmarkIsFair(t *testing.T) {
	for _, n := range []int{1, 25, 342} {
		total, whole, weights, decimals := benchmarkInput(n)
		out := make([]int64, n)
		require.NoError(t, AllocateCents(out, total, whole, new(Scratch)))
		a, err := Allocate(EuroFromCents(total), weights, Division{Method: LargestRemainder, Unit: Cent})
		require.NoError(t, err)
		slow := shopspringLargestRemainder(decimal.New(total, -2), decimals)
		for i := range out {
			require.Equal(t, out[i], a.Shares[i].Amount.Cents())
			require.Equal(t, a.Shares[i].Amount.String(), slow[i].StringFixed(2))
		}
	}
}

// BenchmarkAllocate342 divides € 1,234,567.89 over 342 municipalities by largest remainder: the
// kernel, Allocate, and decimals throughout.
func BenchmarkAllocate342(b *testing.B) { benchmarkAllocate(b, 342) }

// BenchmarkAllocate25 is the same for a region of 25 municipalities.
func BenchmarkAllocate25(b *testing.B) { benchmarkAllocate(b, 25) }

func benchmarkAllocate(b *testing.B, n int) {
	total, whole, weights, decimals := benchmarkInput(n)
	b.Run("kernel", func(b *testing.B) {
		b.ReportAllocs()
		var s Scratch
		out := make([]int64, n)
		for b.Loop() {
			if AllocateCents(out, total, whole, &s) != nil {
				b.Fatal("a problem")
			}
		}
	})
	b.Run("allocate", func(b *testing.B) {
		b.ReportAllocs()
		d := Division{Method: LargestRemainder, Unit: Cent}
		for b.Loop() {
			if _, err := Allocate(EuroFromCents(total), weights, d); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("shopspring", func(b *testing.B) {
		b.ReportAllocs()
		amount := decimal.New(total, -2)
		for b.Loop() {
			shopspringLargestRemainder(amount, decimals)
		}
	})
}
