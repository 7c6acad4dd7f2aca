package money

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// weigh gives the parties A, B, C ... the weights, which are decimals.
func weigh(values ...string) []Weight {
	var out []Weight
	for i, v := range values {
		out = append(out, Weight{string(rune('A' + i)), MustParseFactor(v).Exact()})
	}
	return out
}

// amounts are the amounts of a division in the order of the weights, and the rest behind a bar.
func amounts(t *testing.T, total string, weights []Weight, d Division) string {
	t.Helper()
	a, err := Allocate(MustParseEuro(total), weights, d)
	require.NoError(t, err)
	requireWhole(t, a)
	var out []string
	for _, s := range a.Shares {
		out = append(out, s.Amount.String())
	}
	return strings.Join(out, " ") + " | " + a.Rest.String()
}

// requireWhole is the law of every division: the shares and the rest are the total.
func requireWhole(t *testing.T, a Allocation) {
	t.Helper()
	sum := a.Rest
	for _, s := range a.Shares {
		var err error
		sum, err = sum.Add(s.Amount)
		require.NoError(t, err)
	}
	require.Equal(t, a.Total, sum)
}

// Domain 3.3 V1, V2 and V3 by every method. Exact shares in cents:
//
//	V1  10,000 / 3 = 3333.333.. each; toward zero 3333 each, 1 cent left.
//	V2  100,000,000 x 7/15 = 46,666,666.666..; x 5/15 = 33,333,333.333..; x 3/15 = 20,000,000;
//	    toward zero they sum to 99,999,999, 1 cent left.
//	V3  12,345,678 x 40 % = 4,938,271.20; 25 % = 3,086,419.50; 23 % = 2,839,505.94;
//	    8 % = 987,654.24; 4 % = 493,827.12; toward zero they sum to 12,345,676, 2 cents left.
func TestAllocateDomainVectors(t *testing.T) {
	v1, v2, v3 := weigh("1", "1", "1"), weigh("7", "5", "3"), weigh("40", "25", "23", "8", "4")
	for _, c := range []struct {
		vector  string
		total   string
		weights []Weight
		d       Division
		want    string
	}{
		{"V1: equal remainders and weights, so the first code", "100.00", v1,
			Division{Method: LargestRemainder}, "33.34 33.33 33.33 | 0.00"},
		{"V1: equal weights, so the first code", "100.00", v1,
			Division{Method: LargestWeight}, "33.34 33.33 33.33 | 0.00"},
		{"V1: 3 x 33.33 = 99.99, +0.01 to the first of the largest", "100.00", v1,
			Division{Method: RestToLargest, Rounding: HalfUp}, "33.34 33.33 33.33 | 0.00"},
		{"V1: up 3 x 33.34 = 100.02, -0.02 to the first of the largest", "100.00", v1,
			Division{Method: RestToLargest, Rounding: Up}, "33.32 33.34 33.34 | 0.00"},
		{"V1: +0.01 to C", "100.00", v1,
			Division{Method: RestToNamed, Rounding: HalfUp, Named: "C"}, "33.33 33.33 33.34 | 0.00"},
		{"V1: 99.99 is borne", "100.00", v1,
			Division{Method: Independent, Rounding: HalfUp}, "33.33 33.33 33.33 | 0.01"},
		{"V1: up 100.02 is borne", "100.00", v1,
			Division{Method: Independent, Rounding: Up}, "33.34 33.34 33.34 | -0.02"},
		{"V1: 1 cent is kept", "100.00", v1,
			Division{Method: Keep}, "33.33 33.33 33.33 | 0.01"},

		{"V2: the cent to remainder 2/3", "1000000.00", v2,
			Division{Method: LargestRemainder}, "466666.67 333333.33 200000.00 | 0.00"},
		{"V2: the cent to weight 7", "1000000.00", v2,
			Division{Method: LargestWeight}, "466666.67 333333.33 200000.00 | 0.00"},
		{"V2: nearest sums to the total", "1000000.00", v2,
			Division{Method: RestToLargest, Rounding: HalfUp}, "466666.67 333333.33 200000.00 | 0.00"},
		{"V2: down 999,999.99, +0.01 to B", "1000000.00", v2,
			Division{Method: RestToNamed, Rounding: Down, Named: "B"}, "466666.66 333333.34 200000.00 | 0.00"},
		{"V2: nearest sums to the total", "1000000.00", v2,
			Division{Method: Independent, Rounding: HalfUp}, "466666.67 333333.33 200000.00 | 0.00"},
		{"V2: 1 cent is kept", "1000000.00", v2,
			Division{Method: Keep}, "466666.66 333333.33 200000.00 | 0.01"},

		{"V3: the cents to remainders .94 and .50", "123456.78", v3,
			Division{Method: LargestRemainder}, "49382.71 30864.20 28395.06 9876.54 4938.27 | 0.00"},
		{"V3: the cents to weights 40 and 25", "123456.78", v3,
			Division{Method: LargestWeight}, "49382.72 30864.20 28395.05 9876.54 4938.27 | 0.00"},
		{"V3: .50 goes up, the sum comes out", "123456.78", v3,
			Division{Method: RestToLargest, Rounding: HalfUp}, "49382.71 30864.20 28395.06 9876.54 4938.27 | 0.00"},
		{"V3: .50 goes down, +0.01 to weight 40", "123456.78", v3,
			Division{Method: RestToLargest, Rounding: HalfDown}, "49382.72 30864.19 28395.06 9876.54 4938.27 | 0.00"},
		{"V3: 3,086,419.50 is a tie and 3,086,420 is even", "123456.78", v3,
			Division{Method: RestToLargest, Rounding: HalfEven}, "49382.71 30864.20 28395.06 9876.54 4938.27 | 0.00"},
		{"V3: .50 goes down, +0.01 to D", "123456.78", v3,
			Division{Method: RestToNamed, Rounding: HalfDown, Named: "D"}, "49382.71 30864.19 28395.06 9876.55 4938.27 | 0.00"},
		{"V3: nearest sums to the total", "123456.78", v3,
			Division{Method: Independent, Rounding: HalfUp}, "49382.71 30864.20 28395.06 9876.54 4938.27 | 0.00"},
		{"V3: five times up is 3 cents over", "123456.78", v3,
			Division{Method: Independent, Rounding: Up}, "49382.72 30864.20 28395.06 9876.55 4938.28 | -0.03"},
		{"V3: 2 cents are kept", "123456.78", v3,
			Division{Method: Keep}, "49382.71 30864.19 28395.05 9876.54 4938.27 | 0.02"},
	} {
		c.d.Unit = Cent
		require.Equal(t, c.want, amounts(t, c.total, c.weights, c.d), "%s, %s %s", c.vector, c.d.Method, c.d.Rounding)
		if c.d.Rounding == RoundingUnset {
			c.d.Rounding = HalfUp
		}
		if c.vector[:2] == "V3" { // percentages: the sum is 100, so a divisor of 100 changes nothing
			c.d.Divisor = ExactFromInt(100)
			require.Equal(t, c.want, amounts(t, c.total, c.weights, c.d), "%s, divisor 100, %s", c.vector, c.d.Method)
		}
	}
}

// Whole euros and thousands. € 1,234,567.89 over 1, 1 and 1 is exactly € 411,522.63 each.
func TestAllocateUnits(t *testing.T) {
	equal := weigh("1", "1", "1")
	for _, c := range []struct {
		d    Division
		want string
	}{
		// 411,522 each is 1,234,566 of 1,234,567 whole euros: one left; 0.89 is below a euro.
		{Division{Method: LargestRemainder, Unit: WholeEuro}, "411523.00 411522.00 411522.00 | 0.89"},
		{Division{Method: LargestWeight, Unit: WholeEuro}, "411523.00 411522.00 411522.00 | 0.89"},
		// 411,523 each is 1,234,569: two too many for the whole euros.
		{Division{Method: RestToLargest, Unit: WholeEuro, Rounding: HalfUp}, "411521.00 411523.00 411523.00 | 0.89"},
		{Division{Method: RestToNamed, Unit: WholeEuro, Rounding: HalfUp, Named: "B"}, "411523.00 411521.00 411523.00 | 0.89"},
		{Division{Method: Independent, Unit: WholeEuro, Rounding: HalfUp}, "411523.00 411523.00 411523.00 | -1.11"},
		{Division{Method: Keep, Unit: WholeEuro}, "411522.00 411522.00 411522.00 | 1.89"},
		// 411 thousands each is 1233 of 1234; 567.89 is below a thousand.
		{Division{Method: LargestRemainder, Unit: Thousand}, "412000.00 411000.00 411000.00 | 567.89"},
		{Division{Method: Independent, Unit: Thousand, Rounding: HalfUp}, "412000.00 412000.00 412000.00 | -1432.11"},
		{Division{Method: Keep, Unit: Thousand}, "411000.00 411000.00 411000.00 | 1567.89"},
	} {
		require.Equal(t, c.want, amounts(t, "1234567.89", equal, c.d), "%s %s", c.d.Method, c.d.Unit)
	}
	// A total below one unit stays where it is.
	require.Equal(t, "0.00 0.00 0.00 | 999.99", amounts(t, "999.99", equal, Division{Method: LargestRemainder, Unit: Thousand}))
	// Each share is rounded from its exact value: € 1,999 is 2 thousands, and € 1 too much.
	require.Equal(t, "2000.00 | -1.00", amounts(t, "1999.00", weigh("1"), Division{Method: Independent, Unit: Thousand, Rounding: HalfUp}))
}

// Percentages with a fixed divisor, also the ones that do not sum to 100 (domain 7.7).
func TestAllocateFixedDivisor(t *testing.T) {
	fixed := func(m Method, r Rounding) Division {
		return Division{Method: m, Unit: Cent, Divisor: ExactFromInt(100), Rounding: r}
	}
	for _, c := range []struct {
		why     string
		total   string
		weights []Weight
		d       Division
		want    string
	}{
		{"99.9 %: exact 333 cents each, 999 together", "10.00", weigh("33.3", "33.3", "33.3"), fixed(LargestRemainder, HalfUp), "3.33 3.33 3.33 | 0.01"},
		{"99.99 %: exact 333.3 cents each, 999.9 together is 1000", "10.00", weigh("33.33", "33.33", "33.33"), fixed(LargestRemainder, HalfUp), "3.34 3.33 3.33 | 0.00"},
		{"the same rounded down: 999 together", "10.00", weigh("33.33", "33.33", "33.33"), fixed(LargestRemainder, Down), "3.33 3.33 3.33 | 0.01"},
		{"the same by largest weight", "10.00", weigh("33.33", "33.34", "33.32"), fixed(LargestWeight, HalfUp), "3.33 3.34 3.33 | 0.00"},
		{"the same, the difference to the largest", "10.00", weigh("33.33", "33.34", "33.32"), fixed(RestToLargest, HalfUp), "3.33 3.34 3.33 | 0.00"},
		{"the same, each by itself", "10.00", weigh("33.33", "33.33", "33.33"), fixed(Independent, HalfUp), "3.33 3.33 3.33 | 0.01"},
		{"half of the total is borne", "10.01", weigh("25", "25"), fixed(Keep, RoundingUnset), "2.50 2.50 | 5.01"},
		{"half of 1001 cents is 500.5, together 501", "10.01", weigh("25", "25"), fixed(LargestRemainder, HalfUp), "2.51 2.50 | 5.00"},
		{"half of 1001 cents is 500.5, together 500", "10.01", weigh("25", "25"), fixed(LargestRemainder, HalfDown), "2.50 2.50 | 5.01"},
		{"half of 1001 cents is 500.5, and 500 is even", "10.01", weigh("25", "25"), fixed(LargestRemainder, HalfEven), "2.50 2.50 | 5.01"},
		{"half of 1003 cents is 501.5, and 502 is even", "10.03", weigh("25", "25"), fixed(LargestRemainder, HalfEven), "2.51 2.51 | 5.01"},
		{"50 + 50 + 22 is 122 %", "100.00", weigh("50", "50", "22"), fixed(LargestRemainder, HalfUp), "50.00 50.00 22.00 | -22.00"},
		{"a weight above the divisor", "0.03", weigh("250"), fixed(LargestRemainder, HalfUp), "0.08 | -0.05"}, // 7.5 cents
		{"a weight above the divisor, down", "0.03", weigh("250"), fixed(Keep, RoundingUnset), "0.07 | -0.04"},
		{"a sum under the divisor never takes more than the total", "0.01", weigh("99.9"), fixed(LargestRemainder, Up), "0.01 | 0.00"},
	} {
		require.Equal(t, c.want, amounts(t, c.total, c.weights, c.d), c.why)
	}
	// In thousands: € 1,900 over 50 and 50 of 100 bears € 1,900 together, of which one thousand
	// is whole; no more is divided, whatever the rounding.
	d := Division{Method: LargestRemainder, Unit: Thousand, Divisor: ExactFromInt(100), Rounding: Up}
	require.Equal(t, "1000.00 0.00 | 900.00", amounts(t, "1900.00", weigh("50", "50"), d))
	// A divisor with decimals: 1 of 2.5 is 40 %.
	d = Division{Method: Keep, Unit: Cent, Divisor: MustParseFactor("2.5").Exact()}
	require.Equal(t, "40.00 | 60.00", amounts(t, "100.00", weigh("1"), d))
	// Weight and divisor with different denominators: 2/5 of 5/2 is 16 %.
	require.Equal(t, "16.00 | 84.00", amounts(t, "100.00", weigh("0.4"), d))
}

// A fixed divisor that is the sum of the weights gives what no divisor gives.
func TestAllocateDivisorIsSum(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		weights := randomWeights(random, 1+random.IntN(8))
		sum := Exact{}
		for _, w := range weights {
			sum, _ = sum.Add(w.Value)
		}
		total := EuroFromCents(random.Int64N(200_000_000) - 100_000_000)
		for _, m := range Methods() {
			for _, u := range Units() {
				for _, r := range Roundings() {
					d := Division{Method: m, Unit: u, Rounding: r}
					if m == RestToNamed {
						d.Named = weights[0].Party
					}
					free, err := Allocate(total, weights, d)
					require.NoError(t, err)
					d.Divisor = sum
					fixed, err := Allocate(total, weights, d)
					require.NoError(t, err)
					require.Equal(t, free, fixed, "%+v", d)
				}
			}
		}
	}
}

func TestAllocateTies(t *testing.T) {
	cents := func(m Method) Division { return Division{Method: m, Unit: Cent} }
	// Two cents over 2, 1 and 1: exact 1.0, 0.5, 0.5.
	require.Equal(t, "0.01 0.01 0.00 | 0.00", amounts(t, "0.02", weigh("2", "1", "1"), cents(LargestRemainder)))
	// Two cents over 1, 1 and 6: exact 0.25, 0.25, 1.5: remainder .5 wins.
	require.Equal(t, "0.00 0.00 0.02 | 0.00", amounts(t, "0.02", weigh("1", "1", "6"), cents(LargestRemainder)))
	// One cent over 1 and 1: the first code, wherever it stands.
	swapped := []Weight{{"B", ExactFromInt(1)}, {"A", ExactFromInt(1)}}
	require.Equal(t, "0.00 0.01 | 0.00", amounts(t, "0.01", swapped, cents(LargestRemainder)))
	// Four cents over 1, 3, 1, 3: exact .5, 1.5, .5, 1.5: two are left, equal remainders go to weight 3.
	require.Equal(t, "0.00 0.02 0.00 0.02 | 0.00", amounts(t, "0.04", weigh("1", "3", "1", "3"), cents(LargestRemainder)))
	// Five cents over 1, 3, 1, 5: exact .5, 1.5, .5, 2.5: two are left, for the weights 5 and 3.
	require.Equal(t, "0.00 0.02 0.00 0.03 | 0.00", amounts(t, "0.05", weigh("1", "3", "1", "5"), cents(LargestRemainder)))
	// Seven cents over 1, 1, 1, 3, 3, 5: exact .5, .5, .5, 1.5, 1.5, 2.5: three are left.
	require.Equal(t, "0.00 0.00 0.00 0.02 0.02 0.03 | 0.00", amounts(t, "0.07", weigh("1", "1", "1", "3", "3", "5"), cents(LargestRemainder)))
	// Six cents over 1, 1 and 2: exact 1.5, 1.5, 3: the remainder goes before the weight.
	require.Equal(t, "0.02 0.01 0.03 | 0.00", amounts(t, "0.06", weigh("1", "1", "2"), cents(LargestRemainder)))
	// The same by largest weight: the larger weight though its share is whole.
	require.Equal(t, "0.01 0.01 0.04 | 0.00", amounts(t, "0.06", weigh("1", "1", "2"), cents(LargestWeight)))
	// Codes are compared by their bytes, not as numbers.
	codes := []Weight{{"9", ExactFromInt(1)}, {"10", ExactFromInt(1)}}
	require.Equal(t, "0.00 0.01 | 0.00", amounts(t, "0.01", codes, cents(LargestRemainder)))
}

// What rounding each share by itself does to sums, in the words of controllers.
func TestAllocateNaiveTraps(t *testing.T) {
	each := Division{Method: Independent, Unit: Cent, Rounding: HalfUp}
	require.Equal(t, "33.33 33.33 33.33 | 0.01", amounts(t, "100.00", weigh("1", "1", "1"), each))
	require.Equal(t, "0.03 0.03 | -0.01", amounts(t, "0.05", weigh("1", "1"), each))
	require.Equal(t, "1.67 1.67 1.67 1.67 1.67 1.67 | -0.02", amounts(t, "10.00", weigh("1", "1", "1", "1", "1", "1"), each))
	require.Equal(t, "0.00 0.00 0.00 | 0.01", amounts(t, "0.01", weigh("1", "1", "1"), each))
	exact := Division{Method: LargestRemainder, Unit: Cent}
	// go-money bills the first party although its weight is zero.
	require.Equal(t, "0.00 0.34 0.33 0.33 | 0.00", amounts(t, "1.00", weigh("0", "1", "1", "1"), exact))
	// € 40 bn over inhabitants: 4,074,217,517,697 x 127,293 / 17,969,237 = 28,861,513,178.339.. cents.
	big := []Weight{{"A", ExactFromInt(127_293)}, {"B", ExactFromInt(17_969_237 - 127_293)}}
	require.Equal(t, "288615131.78 40453560045.19 | 0.00", amounts(t, "40742175176.97", big, exact))
	// Negative totals are the mirror image: credit notes.
	require.Equal(t, "-33.34 -33.33 -33.33 | 0.00", amounts(t, "-100.00", weigh("1", "1", "1"), exact))
	require.Equal(t, "-33.33 -33.33 -33.33 | -0.01", amounts(t, "-100.00", weigh("1", "1", "1"), each))
	require.Equal(t, "0.00 0.00 | 0.00", amounts(t, "0.00", weigh("1", "1"), exact))
	// The whole difference may exceed the share of the party that takes it: 342 x 0.01 for € 2.00.
	many := make([]Weight, 342)
	for i := range many {
		many[i] = Weight{fmt.Sprintf("%04d", i), ExactFromInt(1)}
	}
	a, err := Allocate(MustParseEuro("2.00"), many, Division{Method: RestToLargest, Unit: Cent, Rounding: HalfUp})
	require.NoError(t, err)
	require.Equal(t, "-1.41", a.Shares[0].Amount.String())
	requireWhole(t, a)
}

func TestAllocateProblems(t *testing.T) {
	one := ExactFromInt(1)
	good := Division{Method: LargestRemainder, Unit: Cent}
	huge := MustParseExact(max128)
	for _, c := range []struct {
		name          string
		total         int64
		weights       []Weight
		d             Division
		code, pointer string
	}{
		{"no parties", 100, nil, good, "allocate.empty", "/weights"},
		{"no method", 100, weigh("1"), Division{Unit: Cent}, "allocate.method-missing", "/division/method"},
		{"no unit", 100, weigh("1"), Division{Method: Keep}, "allocate.unit-missing", "/division/unit"},
		{"negative divisor", 100, weigh("1"), Division{Method: Keep, Unit: Cent, Divisor: one.Neg()}, "allocate.divisor-invalid", "/division/divisor"},
		{"no rounding", 100, weigh("1"), Division{Method: Independent, Unit: Cent}, "allocate.rounding-missing", "/division/rounding"},
		{"party without code", 100, []Weight{{"A", one}, {"", one}}, good, "allocate.party-empty", "/weights/1/party"},
		{"party twice", 100, []Weight{{"B", one}, {"A", one}, {"B", one}}, good, "allocate.party-duplicate", "/weights/2/party"},
		{"party twice, in order", 100, []Weight{{"A", one}, {"A", one}}, good, "allocate.party-duplicate", "/weights/1/party"},
		{"negative weight", 100, weigh("1", "-0.5"), good, "allocate.weight-negative", "/weights/1/value"},
		{"all weights zero", 100, weigh("0", "0"), good, "allocate.weights-zero", "/weights"},
		{"all weights zero, fixed divisor", 100, weigh("0"), Division{Method: Keep, Unit: Cent, Divisor: one}, "allocate.weights-zero", "/weights"},
		{"named party not there", 100, weigh("1"), Division{Method: RestToNamed, Unit: Cent, Rounding: HalfUp, Named: "Z"}, "allocate.named-unknown", "/division/named"},
		{"named party without weight", 100, weigh("1", "0"), Division{Method: RestToNamed, Unit: Cent, Rounding: HalfUp, Named: "B"}, "allocate.named-unknown", "/division/named"},
		{"weights too large to add", 100, []Weight{{"A", huge}, {"B", huge}}, good, "allocate.overflow", "/weights/1/value"},
		{"exact share too large", math.MaxInt64, []Weight{{"A", huge}}, Division{Method: Keep, Unit: Cent, Divisor: MustParseExact("340282366920938463463374607431768211453")}, "allocate.overflow", "/weights/0/value"},
		{"share too large", math.MaxInt64, weigh("3"), Division{Method: Keep, Unit: Cent, Divisor: one}, "allocate.overflow", ""},
		{"rest too large", math.MaxInt64, weigh("1", "1", "1"), Division{Method: Keep, Unit: Cent, Divisor: one}, "allocate.overflow", ""},
		{"one unit up is too large", math.MaxInt64, weigh("1"), Division{Method: Independent, Unit: Thousand, Rounding: Up}, "allocate.overflow", ""},
	} {
		a, err := Allocate(EuroFromCents(c.total), c.weights, c.d)
		require.Equal(t, c.code, code(err), c.name)
		require.Equal(t, c.pointer, err.(zio.Problem).Pointer, c.name)
		require.Equal(t, Allocation{}, a, c.name)
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			require.NotContains(t, err.(zio.Problem).Text(l), "{", c.name)
		}
	}
}

// Limits that do fit.
func TestAllocateLimits(t *testing.T) {
	good := Division{Method: LargestRemainder, Unit: Cent}
	most := EuroFromCents(math.MaxInt64)
	for _, weights := range [][]Weight{
		{{"A", ExactFromInt(math.MaxInt64)}, {"B", ExactFromInt(math.MaxInt64)}, {"C", ExactFromInt(1)}},
		{{"A", MustParseExact("18446744073709551616")}, {"B", MustParseExact("18446744073709551615")}},
		{{"A", MustParseExact("1/3")}, {"B", MustParseExact("1/7")}, {"C", MustParseExact("1/1000003")}},
		{{"A", MustParseExact("1/4294967296")}, {"B", MustParseExact("1/4294967297")}},
	} {
		for _, total := range []Euro{most, most.Neg()} {
			a, err := Allocate(total, weights, good)
			require.NoError(t, err)
			requireWhole(t, a)
			require.True(t, a.Rest.IsZero())
			compareToOracle(t, a, weights, good)
		}
	}
}

// Weights that fit 64 bits until they are brought over one denominator.
func TestAllocateWideAfterScaling(t *testing.T) {
	weights := []Weight{{"A", MustParseExact("36893488147419103233/2")}, {"B", MustParseExact("1/3")}, {"C", MustParseExact("36893488147419103233/2")}}
	for _, m := range Methods() {
		d := Division{Method: m, Unit: Cent, Rounding: HalfUp}
		if m == RestToNamed {
			d.Named = "B"
		}
		a, err := Allocate(MustParseEuro("1234.57"), weights, d)
		require.NoError(t, err)
		requireWhole(t, a)
		compareToOracle(t, a, weights, d)
	}
}

// The 64-bit path and the path by fractions give the same.
func TestAllocatePathsAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 2000 {
		weights := randomWeights(random, 1+random.IntN(12))
		total := uint64(random.Int64N(1 << 40))
		d := Division{Method: Methods()[random.IntN(6)], Unit: Units()[random.IntN(3)], Rounding: Roundings()[random.IntN(5)]}
		if d.Method == RestToNamed {
			d.Named = "0"
		}
		if random.IntN(2) == 0 {
			d.Divisor = ExactFromInt(random.Int64N(1000) + 1)
		}
		order, sum, err := checkWeights(weights, d)
		require.NoError(t, err)
		divisor := sum
		if !d.Divisor.IsZero() {
			divisor = d.Divisor
		}
		n := len(weights)
		fast := parts{units: make([]int64, n), weights: make([]int64, n), remainders: make([]uint64, n)}
		if !fast.fillWhole(total, weights, order, d, sum) {
			continue
		}
		rate, err := ExactFromInt(int64(total)).Quo(divisor)
		require.NoError(t, err)
		shares := make([]Share, n)
		for i, w := range weights {
			x, err := rate.Mul(w.Value)
			require.NoError(t, err)
			shares[i] = Share{Weight: w.Value, Exact: x}
		}
		slow := parts{units: make([]int64, n), weights: make([]int64, n), remainders: make([]uint64, n)}
		require.True(t, slow.fillExact(shares, order, d, rate, sum))
		require.Equal(t, fast.units, slow.units)
		require.Equal(t, fast.joint, slow.joint)
		for i := range n {
			for j := range n {
				require.Equal(t, compareInt64(fast.weights[i], fast.weights[j]), compareInt64(slow.weights[i], slow.weights[j]))
				require.Equal(t, fast.remainders[i] < fast.remainders[j], slow.remainders[i] < slow.remainders[j])
			}
		}
	}
}
