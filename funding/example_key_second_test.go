package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// byPupils divides by the pupils in the pool: 5, 3 and 2 of 10.
var byPupils = &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute}

// printNested divides 10,000.00 by a key that holds another one, for three municipalities with 5, 3 and 2 pupils, and prints what each bears and pays. Shares stand in
// order of code: Beuningen (0209) first.
func printNested(key funding.Key, counts ...zio.Count) {
	agreement := &funding.Agreement{
		ID: "key", Title: "Keys in keys",
		Period: zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true},
			{ID: "0209", Kind: funding.PartyMunicipality, Name: "Beuningen", Participates: true},
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
		},
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.Budget{Amount: money.MustParseEuro("10000.00")},
			Key:      key,
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"), Counts: counts, Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Pupils: 5, MinutesPerWeek: 600},
		{Home: zio.MustParseMunicipalityCode("0296"), Route: zio.ClaimJeugdwet, Pupils: 3, MinutesPerWeek: 300},
		{Home: zio.MustParseMunicipalityCode("0209"), Route: zio.ClaimJeugdwet, Pupils: 2, MinutesPerWeek: 100},
	}}
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

// 60 per cent, 6,000.00, is borne by pupils: 3,000.00, 1,800.00 and 1,200.00. The other 4,000.00 by the minutes that each one uses,
// 600, 300 and 100 of 1,000: 2,400.00, 1,200.00 and 400.00.
func ExampleHybrid() {
	printNested(&funding.Hybrid{
		Solidarity: money.MustParseFactor("60"),
		Common:     byPupils,
		Own:        &funding.OwnUse{Measure: funding.BasisEligibleMinutes, NonParticipants: funding.Redistribute},
	})
	// Output:
	// Beuningen bears 1600.00
	// Nijmegen bears 5400.00
	// Wijchen bears 3000.00
	// 0209 pays care 1600.00
	// 0268 pays care 5400.00
	// 0296 pays care 3000.00
}

// Three quarters, 7,500.00, by pupils: 3,750.00, 2,250.00 and 1,500.00. One quarter by inhabitants under 18, of which the counts are
// made up, 4,000, 4,000 and 2,000: 1,000.00, 1,000.00 and 500.00.
func ExampleMixed() {
	printNested(&funding.Mixed{Parts: []funding.MixedPart{
		{Weight: money.MustParseFactor("3"), Key: byPupils},
		{Weight: money.MustParseFactor("1"), Key: &funding.ProRata{Basis: "youth-under-18", NonParticipants: funding.Redistribute}},
	}}, zio.Count{Basis: "youth-under-18", Date: zio.MustParseDate("2025-01-01"), Values: []zio.CountValue{
		{Municipality: zio.MustParseMunicipalityCode("0268"), Count: 4000},
		{Municipality: zio.MustParseMunicipalityCode("0296"), Count: 4000},
		{Municipality: zio.MustParseMunicipalityCode("0209"), Count: 2000},
	}})
	// Output:
	// Beuningen bears 2000.00
	// Nijmegen bears 4750.00
	// Wijchen bears 3250.00
	// 0209 pays care 2000.00
	// 0268 pays care 4750.00
	// 0296 pays care 3250.00
}

// Nijmegen and Wijchen bring in 6,000.00 and 2,500.00. The 1,500.00 that is left goes by pupils: 750.00, 450.00 and 300.00.
func ExampleFixedAmounts() {
	printNested(&funding.FixedAmounts{
		Amounts: []funding.GivenAmount{
			{Party: "0268", Amount: money.MustParseEuro("6000.00")},
			{Party: "0296", Amount: money.MustParseEuro("2500.00")},
		},
		Others: byPupils,
	})
	// Output:
	// Beuningen bears 300.00
	// Nijmegen bears 6750.00
	// Wijchen bears 2950.00
	// 0209 pays care 300.00
	// 0268 pays care 6750.00
	// 0296 pays care 2950.00
}

// Beuningen has fewer than three pupils and pays 1,200.00 for each of its two. The other 7,600.00 goes by 5 and 3 pupils.
func ExampleSmallNumbers() {
	printNested(&funding.SmallNumbers{Basis: funding.BasisEligible, Fewer: 3, Price: money.MustParseEuro("1200.00"), Others: byPupils})
	// Output:
	// Beuningen bears 2400.00
	// Nijmegen bears 4750.00
	// Wijchen bears 2850.00
	// 0209 pays care 2400.00
	// 0268 pays care 4750.00
	// 0296 pays care 2850.00
}
