package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// pupilsAt is a group of pupils who live in a municipality and have a claim under the Jeugdwet.
func pupilsAt(home string, pupils int64) zio.Group {
	return zio.Group{Home: zio.MustParseMunicipalityCode(home), Route: zio.ClaimJeugdwet, Pupils: pupils}
}

// printDivided divides an amount by a key for the pupils of three municipalities, and prints what each bears and pays. Shares stand in
// order of code: Beuningen (0209) first.
func printDivided(amount string, key funding.Key, groups ...zio.Group) {
	agreement := &funding.Agreement{
		ID: "key", Title: "An amount and a key",
		Period: zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true},
			{ID: "0209", Kind: funding.PartyMunicipality, Name: "Beuningen", Participates: true},
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
		},
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.Budget{Amount: money.MustParseEuro(amount)},
			Key:      key,
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"), Groups: groups}
	result, problems := funding.Calculate(agreement, population)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, share := range result.Shares {
		fmt.Println(share.Name, "bears", share.Amount)
	}
	for _, t := range result.Transfers {
		fmt.Println(t.From, "pays", t.To, t.Amount)
	}
}

// Nijmegen bears all, whoever the pupils are.
func ExampleSinglePayer() {
	printDivided("10000.00", &funding.SinglePayer{Payer: "0268"}, pupilsAt("0268", 5), pupilsAt("0296", 3), pupilsAt("0209", 2))
	// Output:
	// Nijmegen bears 10000.00
	// 0268 pays care 10000.00
}

// 7, 5 and 3 of 15 pupils: 466,666.666..., 333,333.333... and 200,000.00. The cent that is left goes to the largest remainder.
func ExampleProRata() {
	printDivided("1000000.00", &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute},
		pupilsAt("0268", 7), pupilsAt("0296", 5), pupilsAt("0209", 3))
	// Output:
	// Beuningen bears 200000.00
	// Nijmegen bears 466666.67
	// Wijchen bears 333333.33
	// 0209 pays care 200000.00
	// 0268 pays care 466666.67
	// 0296 pays care 333333.33
}

// 50, 30 and 20 per cent of 10,000.00, whoever the pupils are.
func ExampleFixedShares() {
	printDivided("10000.00", &funding.FixedShares{Shares: []funding.FixedShare{
		{Party: "0268", Percent: money.MustParseFactor("50")},
		{Party: "0296", Percent: money.MustParseFactor("30")},
		{Party: "0209", Percent: money.MustParseFactor("20")},
	}}, pupilsAt("0268", 1), pupilsAt("0296", 1), pupilsAt("0209", 1))
	// Output:
	// Beuningen bears 2000.00
	// Nijmegen bears 5000.00
	// Wijchen bears 3000.00
	// 0209 pays care 2000.00
	// 0268 pays care 5000.00
	// 0296 pays care 3000.00
}

// The pupils of Nijmegen need 600 of the 1,000 minutes, those of Wijchen 300 and those of Beuningen 100.
func ExampleOwnUse() {
	nijmegen, wijchen, beuningen := pupilsAt("0268", 2), pupilsAt("0296", 2), pupilsAt("0209", 2)
	nijmegen.MinutesPerWeek, wijchen.MinutesPerWeek, beuningen.MinutesPerWeek = 600, 300, 100
	printDivided("10000.00", &funding.OwnUse{Measure: funding.BasisEligibleMinutes, NonParticipants: funding.Redistribute}, nijmegen, wijchen, beuningen)
	// Output:
	// Beuningen bears 1000.00
	// Nijmegen bears 6000.00
	// Wijchen bears 3000.00
	// 0209 pays care 1000.00
	// 0268 pays care 6000.00
	// 0296 pays care 3000.00
}

// Light, middle and heavy weigh 1, 2 and 3. Nijmegen has 2+1+0 pupils (4), Wijchen 1+1+2 (9) and Beuningen 4+0+1 (7): together 20.
// Of 90,000.00 that is 18,000.00, 40,500.00 and 31,500.00.
func ExampleWeightedPupils() {
	weights := &funding.WeightedPupils{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute, Weights: []funding.CategoryWeight{
		{Category: "light", Weight: money.MustParseFactor("1")},
		{Category: "middle", Weight: money.MustParseFactor("2")},
		{Category: "heavy", Weight: money.MustParseFactor("3")},
	}}
	var groups []zio.Group
	add := func(home string, light, middle, heavy int64) {
		for i, pupils := range []int64{light, middle, heavy} {
			group := pupilsAt(home, pupils)
			group.Category = weights.Weights[i].Category
			groups = append(groups, group)
		}
	}
	add("0268", 2, 1, 0)
	add("0296", 1, 1, 2)
	add("0209", 4, 0, 1)
	printDivided("90000.00", weights, groups...)
	// Output:
	// Beuningen bears 31500.00
	// Nijmegen bears 18000.00
	// Wijchen bears 40500.00
	// 0209 pays care 31500.00
	// 0268 pays care 18000.00
	// 0296 pays care 40500.00
}

// What a decision outside the agreement fixed. The amounts have to add up to the cost. Where they come from stands in every explanation.
func ExampleGiven() {
	printDivided("10000.00", &funding.Given{
		Amounts: []funding.GivenAmount{
			{Party: "0268", Amount: money.MustParseEuro("5500.00")},
			{Party: "0296", Amount: money.MustParseEuro("2500.00")},
			{Party: "0209", Amount: money.MustParseEuro("2000.00")},
		},
		Source: "A decision that is made up",
		Reason: "A transition of one year",
	}, pupilsAt("0268", 1), pupilsAt("0296", 1), pupilsAt("0209", 1))
	// Output:
	// Beuningen bears 2000.00
	// Nijmegen bears 5500.00
	// Wijchen bears 2500.00
	// 0209 pays care 2000.00
	// 0268 pays care 5500.00
	// 0296 pays care 2500.00
}
