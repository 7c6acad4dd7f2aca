package money_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// show prints a division of € 100.00 over the parties A, B and C.
func show(d money.Division, a, b, c int64) {
	allocation, err := money.Allocate(money.MustParseEuro("100.00"), []money.Weight{
		{Party: "A", Value: money.ExactFromInt(a)},
		{Party: "B", Value: money.ExactFromInt(b)},
		{Party: "C", Value: money.ExactFromInt(c)},
	}, d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, share := range allocation.Shares {
		fmt.Println(share.Party, share.Amount)
	}
	fmt.Println("rest", allocation.Rest)
}

// Each share is € 33.333..; the cent that is left goes to A, as remainders and weights are equal.
func ExampleMethod_largestRemainder() {
	show(money.Division{Method: money.LargestRemainder, Unit: money.Cent}, 1, 1, 1)
	// Output:
	// A 33.34
	// B 33.33
	// C 33.33
	// rest 0.00
}

// The exact shares are € 14.285.., € 28.571.. and € 57.142..; the cent that is left goes to C.
func ExampleMethod_largestWeight() {
	show(money.Division{Method: money.LargestWeight, Unit: money.Cent}, 1, 2, 4)
	// Output:
	// A 14.28
	// B 28.57
	// C 57.15
	// rest 0.00
}

// The exact shares are € 16.666.., € 16.666.. and € 66.666..; rounded they are a cent too much,
// and C, the largest, pays a cent less.
func ExampleMethod_restToLargest() {
	show(money.Division{Method: money.RestToLargest, Unit: money.Cent, Rounding: money.HalfUp}, 1, 1, 4)
	// Output:
	// A 16.67
	// B 16.67
	// C 66.66
	// rest 0.00
}

// The same division with the difference for A.
func ExampleMethod_restToNamed() {
	show(money.Division{Method: money.RestToNamed, Unit: money.Cent, Rounding: money.HalfUp, Named: "A"}, 1, 1, 4)
	// Output:
	// A 16.66
	// B 16.67
	// C 66.67
	// rest 0.00
}

// The same division with nobody for the difference: a cent too much is paid.
func ExampleMethod_independent() {
	show(money.Division{Method: money.Independent, Unit: money.Cent, Rounding: money.HalfUp}, 1, 1, 4)
	// Output:
	// A 16.67
	// B 16.67
	// C 66.67
	// rest -0.01
}

// Nobody pays more than the exact share; the cent that is left stays in the rest.
func ExampleMethod_keep() {
	show(money.Division{Method: money.Keep, Unit: money.Cent}, 1, 1, 1)
	// Output:
	// A 33.33
	// B 33.33
	// C 33.33
	// rest 0.01
}

// Percentages that sum to 99: the parties bear 99 % together, and the rest is a percent.
func ExampleDivision_fixedDivisor() {
	show(money.Division{
		Method: money.LargestRemainder, Unit: money.WholeEuro,
		Divisor: money.ExactFromInt(100), Rounding: money.HalfUp,
	}, 33, 33, 33)
	// Output:
	// A 33.00
	// B 33.00
	// C 33.00
	// rest 1.00
}

func ExampleAllocate() {
	budget := money.MustParseEuro("1000000.00")
	pupils := []money.Weight{
		{Party: "0268", Value: money.ExactFromInt(7)},
		{Party: "0293", Value: money.ExactFromInt(5)},
		{Party: "0209", Value: money.ExactFromInt(3)},
	}
	shares, err := money.Allocate(budget, pupils, money.Division{Method: money.LargestRemainder, Unit: money.Cent})
	if err != nil {
		panic(err)
	}
	for _, s := range shares.Shares {
		fmt.Println(s.Party, s.Weight, s.Amount.Format(zio.English), "of exactly", s.Exact, "cents")
	}
	// Output:
	// 0268 7 €466,666.67 of exactly 140000000/3 cents
	// 0293 5 €333,333.33 of exactly 100000000/3 cents
	// 0209 3 €200,000.00 of exactly 20000000 cents
}

func ExampleAllocateCents() {
	var scratch money.Scratch
	out := make([]int64, 3)
	if err := money.AllocateCents(out, 10_000, []int64{1, 1, 1}, &scratch); err != nil {
		panic(err)
	}
	fmt.Println(out)
	// Output: [3334 3333 3333]
}

func ExampleParseEuro() {
	amount, err := money.ParseEuro("1234.5")
	fmt.Println(amount, err)
	_, err = money.ParseEuro("1.234,50")
	fmt.Println(err)
	// Output:
	// 1234.50 <nil>
	// euro.thousands: There are separators between the thousands in '1.234,50'. Leave them out: 1234.50.
}

func ExampleEuro_Format() {
	amount := money.MustParseEuro("-1234.50")
	fmt.Printf("%q %q\n", amount.Format(zio.Dutch), amount.Format(zio.English))
	// Output: "€\u00a0-1.234,50" "-€1,234.50"
}

// Three terms of a third of a cent are a cent: nothing is rounded on the way.
func ExampleExact() {
	third := money.MustParseExact("1/3")
	sum := money.Exact{}
	for range 3 {
		sum, _ = sum.Add(third)
	}
	cents, err := sum.Euro(money.HalfUp)
	fmt.Println(sum, cents, err)
	// Output: 1 0.01 <nil>
}
