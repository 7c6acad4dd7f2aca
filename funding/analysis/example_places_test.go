package analysis_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// poolOf is an agreement in which a pupil costs 13,200.00 (5.5 hours, 40 weeks, 60.00), which its parties bear by their pupils. The seat of
// the school collects. It is made up, as are the numbers of pupils below.
func poolOf(cashier string, municipalities ...funding.Party) *funding.Agreement {
	return &funding.Agreement{
		ID: "pool", Title: "A pool",
		Period:  zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: append(municipalities, funding.Party{ID: "care", Kind: funding.PartyProvider, Name: "Care"}),
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost: &funding.FixedHours{NormMinutes: 330, Weeks: 40, Rate: money.MustParseEuro("60.00"), Rounding: money.HalfUp},
			Key:  &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.LeaveAsGap},
			Flow: &funding.CashierFlow{Cashier: cashier, CollectedAs: funding.Contribution,
				Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
}

var (
	nijmegen = funding.Party{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true}
	wijchen  = funding.Party{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true}
)

// pupilsOn are pupils of two sites of Nijmegen: 8 of Nijmegen on the first, 4 of Nijmegen and 4 of Wijchen on the second.
func pupilsOn() *zio.Population {
	first, second := zio.MustParseSiteCode("99AB00"), zio.MustParseSiteCode("99AB01")
	home := zio.MustParseMunicipalityCode
	return &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"),
		Sites: []zio.Site{{Code: first, Name: "North", Municipality: home("0268")}, {Code: second, Name: "South", Municipality: home("0268")}},
		Groups: []zio.Group{
			{Site: first, Home: home("0268"), Route: zio.ClaimJeugdwet, Pupils: 8},
			{Site: second, Home: home("0268"), Route: zio.ClaimJeugdwet, Pupils: 4},
			{Site: second, Home: home("0296"), Route: zio.ClaimJeugdwet, Pupils: 4},
		}}
}

// Each site has 8 pupils of 13,200.00.
func ExamplePlaces() {
	agreement, population := poolOf("0268", nijmegen, wijchen), pupilsOn()
	result, problems := funding.Calculate(agreement, population)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	places, problems := analysis.Places(agreement, population, result)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, site := range places.Sites {
		fmt.Println(site.Name, site.Pupils, site.Amount, site.PerPupil)
	}
	for _, m := range places.Municipalities {
		fmt.Println(m.Name, m.Pupils, m.Amount, m.PerPupil)
	}
	// Output:
	// North 8 105600.00 13200.00
	// South 8 105600.00 13200.00
	// Nijmegen 12 158400.00 13200.00
	// Wijchen 4 52800.00 13200.00
}

// A template has no municipalities: the homes of the pupils become its parties, and analysis.Seat the municipality of the sites.
func ExampleFill() {
	template, population := poolOf(analysis.Seat), pupilsOn()
	fmt.Println(analysis.IsTemplate(template), analysis.CheckTemplate(template).Err())
	agreement, problems := analysis.Fill(template, population, zio.Netherlands())
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, party := range agreement.Parties {
		fmt.Println(party.ID, party.Name)
	}
	fmt.Println("cashier", agreement.Components[0].Flow.(*funding.CashierFlow).Cashier)
	// Output:
	// true <nil>
	// care Care
	// 0268 Nijmegen
	// 0296 Wijchen
	// cashier 0268
}

// A published number can be a range: "<5" of Wijchen is 1 to 4 pupils, of 13,200.00 each. Nijmegen pays for its own twelve, however many
// Wijchen has.
func ExampleRange() {
	agreement, population := poolOf("0268", nijmegen, wijchen), pupilsOn()
	hidden := &population.Groups[2]
	hidden.Pupils, hidden.Fewest, hidden.Most = 0, 1, 4
	ranges, problems := analysis.Range(agreement, population)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, party := range ranges.Parties {
		fmt.Println(party.Name, party.Low, party.High)
	}
	// Output:
	// Nijmegen 158400.00 158400.00
	// Wijchen 13200.00 52800.00
}

// 12 of 16 pupils live in Nijmegen: three quarters. With 4 of Wijchen that is as scattered as 256 / (144 + 16) = 8/5 equally large ones.
func ExampleSpreadOf() {
	spread, err := analysis.SpreadOf(pupilsOn(), nil, zio.Netherlands(), zio.MustParseDate("2026-01-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(spread.Municipalities, spread.Largest, spread.LargestShare, spread.Effective)
	for _, region := range spread.Regions {
		fmt.Println(region.Name, region.Pupils)
	}
	fmt.Println(spread.Advice == analysis.AdviceOneRegion, spread.Advice)
	// Output:
	// 2 0268 3/4 8/5
	// Rijk van Nijmegen 16
	// true keep-in-region
}
