package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// Beuningen left at the end of 2024. The agreement of 2026 is in the second year after that: 75 per cent of its last contribution of
// 4,000.00 is 3,000.00. The other 7,000.00 goes by the 5 and 3 pupils of who stayed: 4,375.00 and 2,625.00.
func ExampleExit() {
	agreement := &funding.Agreement{
		ID: "exit", Title: "After one has left",
		Period: zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true},
			{ID: "0209", Kind: funding.PartyMunicipality, Name: "Beuningen"}, // takes part no longer
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
		},
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost: &funding.Budget{Amount: money.MustParseEuro("10000.00")},
			Key: &funding.Exit{
				Leaving:  []funding.Leaving{{Party: "0209", Left: zio.MustParseDate("2024-12-31"), Contribution: money.MustParseEuro("4000.00")}},
				Percents: []money.Factor{money.MustParseFactor("100"), money.MustParseFactor("75"), money.MustParseFactor("50"), money.MustParseFactor("25")},
				Others:   &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute},
			},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"), Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Pupils: 5},
		{Home: zio.MustParseMunicipalityCode("0296"), Route: zio.ClaimJeugdwet, Pupils: 3},
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
	// Output:
	// Beuningen bears 3000.00
	// Nijmegen bears 4375.00
	// Wijchen bears 2625.00
	// 0209 pays care 3000.00
	// 0268 pays care 4375.00
	// 0296 pays care 2625.00
}
