package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// pupilsOf is a group of pupils who live in a municipality and have a claim under the Jeugdwet.
func pupilsOf(home string, pupils int64) zio.Group {
	return zio.Group{Home: zio.MustParseMunicipalityCode(home), Route: zio.ClaimJeugdwet, Pupils: pupils}
}

// settlePupils settles the year 2026 of a cost that follows the pupils. Nijmegen (0268) and Wijchen (0296) bear it by their pupils,
// and pay the provider of the care themselves.
func settlePupils(cost funding.Cost, groups ...zio.Group) {
	agreement := &funding.Agreement{
		ID: "pupils", Title: "A cost that follows the pupils",
		Period: zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true},
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
		},
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     cost,
			Key:      &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.LeaveAsGap},
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
	fmt.Println("cost", result.Components[0].Cost)
	for _, share := range result.Shares {
		fmt.Println(share.Name, "bears", share.Amount)
	}
	for _, t := range result.Transfers {
		fmt.Println(t.From, "pays", t.To, t.Amount)
	}
}

// 5.5 hours a week, 40 weeks, 60.00 an hour: 13,200.00 a pupil. 44 and 34 pupils cost 580,800.00 and 448,800.00.
func ExampleFixedHours() {
	norm := &funding.FixedHours{NormMinutes: 330, Weeks: 40, Rate: money.MustParseEuro("60.00"), Rounding: money.HalfUp}
	settlePupils(norm, pupilsOf("0268", 44), pupilsOf("0296", 34))
	// Output:
	// cost 1029600.00
	// Nijmegen bears 580800.00
	// Wijchen bears 448800.00
	// 0268 pays care 580800.00
	// 0296 pays care 448800.00
}

// The pupils are estimated at 30 and 15 hours a week together: 45 hours, 40 weeks, 60.00 an hour is 108,000.00. With a reserve of
// 9,000.00 that is 117,000.00, of which 6 of the 9 pupils are 78,000.00.
func ExampleEstimatedHours() {
	reserve := money.MustParseEuro("9000.00")
	estimate := &funding.EstimatedHours{Rate: money.MustParseEuro("60.00"), Weeks: 40, Rounding: money.HalfUp, Reserve: &reserve,
		Evidence: []string{"what the parents say", "the previous setting"}}
	nijmegen, wijchen := pupilsOf("0268", 6), pupilsOf("0296", 3)
	nijmegen.MinutesPerWeek, wijchen.MinutesPerWeek = 1800, 900
	settlePupils(estimate, nijmegen, wijchen)
	// Output:
	// cost 117000.00
	// Nijmegen bears 78000.00
	// Wijchen bears 39000.00
	// 0268 pays care 78000.00
	// 0296 pays care 39000.00
}

// 15 per cent of 300 pupils is 45, who cost 4,000.00 each on average: 180,000.00. Of that 200 of the 300 pupils are 120,000.00.
func ExamplePopulationFunding() {
	need := &funding.PopulationFunding{NeedRate: money.MustParseFactor("15"), AverageCost: money.MustParseEuro("4000.00"),
		Evidence: "made up", Rounding: money.HalfUp}
	settlePupils(need, pupilsOf("0268", 200), pupilsOf("0296", 100))
	// Output:
	// cost 180000.00
	// Nijmegen bears 120000.00
	// Wijchen bears 60000.00
	// 0268 pays care 120000.00
	// 0296 pays care 60000.00
}

// A light arrangement costs 1,000.00 and a heavy one 4,000.00. 6 light ones and 3 heavy ones are 6,000.00 and 12,000.00. The key
// of this component divides that by the pupils, 5 and 4 of 9: a heavy arrangement counts for one too. WeightedPupils would differ.
func ExamplePriceList() {
	prices := &funding.PriceList{Basis: funding.BasisEligible, Rounding: money.HalfUp, Prices: []funding.CategoryPrice{
		{Category: "light", Price: money.MustParseEuro("1000.00")},
		{Category: "heavy", Price: money.MustParseEuro("4000.00")},
	}}
	arranged := func(home, category string, pupils int64) zio.Group {
		group := pupilsOf(home, pupils)
		group.Category = category
		return group
	}
	settlePupils(prices, arranged("0268", "light", 4), arranged("0268", "heavy", 1), arranged("0296", "light", 2), arranged("0296", "heavy", 2))
	// Output:
	// cost 18000.00
	// Nijmegen bears 10000.00
	// Wijchen bears 8000.00
	// 0268 pays care 10000.00
	// 0296 pays care 8000.00
}

// The first five pupils cost 1,000.00 each and the other four 700.00: 5,000.00 and 2,800.00. Of 7,800.00 each of the nine
// pupils is 866.67 with rounding: six are 5,200.00 and three 2,600.00.
func ExampleDegressive() {
	steps := &funding.Degressive{Basis: funding.BasisEligible, Rounding: money.HalfUp, Steps: []funding.PriceStep{
		{From: 0, Price: money.MustParseEuro("1000.00")},
		{From: 5, Price: money.MustParseEuro("700.00")},
	}}
	settlePupils(steps, pupilsOf("0268", 6), pupilsOf("0296", 3))
	// Output:
	// cost 7800.00
	// Nijmegen bears 5200.00
	// Wijchen bears 2600.00
	// 0268 pays care 5200.00
	// 0296 pays care 2600.00
}
