package funding_test

import (
	"fmt"
	"slices"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// twoMunicipalities is an agreement of Nijmegen, with 12 pupils in the pool, and Wijchen, with 4: 5.5 hours of care per pupil and week,
// 40 weeks, 60.00 an hour. So a pupil costs 13,200.00. The agreement and the numbers are made up.
func twoMunicipalities() (*funding.Agreement, *zio.Population) {
	agreement := &funding.Agreement{
		ID: "two", Title: "Nijmegen and Wijchen",
		Period: zio.Period{From: zio.MustParseDate("2025-08-01"), Until: zio.MustParseDate("2026-07-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true},
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
		},
		// Who needs twelve hours a week or more keeps a decision of their own.
		Routing: funding.Routing{Threshold: &funding.Threshold{MinutesPerWeek: 720, Boundary: funding.Below}},
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.FixedHours{NormMinutes: 330, Weeks: 40, Rate: money.MustParseEuro("60.00"), Rounding: money.HalfUp},
			Key:      &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.LeaveAsGap},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	below := &zio.Band{Min: 0, Max: 330} // minutes per pupil and week
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"), Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Band: below, Pupils: 12},
		{Home: zio.MustParseMunicipalityCode("0296"), Route: zio.ClaimJeugdwet, Band: below, Pupils: 4},
	}}
	return agreement, population
}

// An agreement and a population are made in Go, as here, or come from documents, with ReadAgreement and zio.ReadPopulation.
func ExampleCalculate() {
	agreement, population := twoMunicipalities()
	result, problems := funding.Calculate(agreement, population)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, share := range result.Shares { // 12 and 4 times 13,200.00
		fmt.Println(share.Name, share.Amount.Format(zio.Dutch))
	}
	for _, t := range result.Transfers {
		fmt.Println(t.From, "->", t.To, t.Amount)
	}
	// Output:
	// Nijmegen € 158.400,00
	// Wijchen € 52.800,00
	// 0268 -> care 158400.00
	// 0296 -> care 52800.00
}

// What is missing or wrong comes back as problems, each with a stable code, a place and a text in two languages.
func ExampleCalculate_problems() {
	agreement, population := twoMunicipalities()
	agreement.Routing.Threshold.Boundary = ""
	_, problems := funding.Calculate(agreement, population)
	for _, problem := range problems {
		fmt.Println(problem.Code(), problem.Pointer)
		fmt.Println(problem.Text(zio.Dutch))
	}
	// Output:
	// document.member-missing /routing/threshold/boundary
	// Het veld boundary ontbreekt. Vul het in.
}

// Every sentence reads out a step of the trace, in Dutch or in English; "" in the place of the code tells of all parties.
func ExampleResult_Explain() {
	result, problems := funding.Calculate(twoMunicipalities())
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, language := range []zio.Lang{zio.Dutch, zio.English} {
		for _, sentence := range result.Explain("0296", language) {
			fmt.Println(sentence.Text)
		}
	}
	// Output:
	// Wijchen heeft 4 leerlingen in de pot.
	// Alle gemeenten samen hebben 16 leerlingen in de pot.
	// Per leerling rekenen we 5 uur en 30 minuten zorg per week, 40 schoolweken en € 60,00 per uur. Dat is € 13.200,00 per leerling.
	// 16 leerlingen maal € 13.200,00 is € 211.200,00.
	// Wijchen telt mee voor 4 leerlingen.
	// Op Wijchen komen 4 van de 16 leerlingen. Van € 211.200,00 is dat € 52.800,00.
	// Wijchen betaalt € 52.800,00 voor ingekochte zorg aan Care.
	// In totaal draagt Wijchen € 52.800,00.
	// Wijchen has 4 pupils in the pool.
	// All municipalities together have 16 pupils in the pool.
	// Per pupil we count 5 hours and 30 minutes of care a week, 40 school weeks and €60.00 an hour. That is €13,200.00 per pupil.
	// 16 pupils times €13,200.00 is €211,200.00.
	// Wijchen counts for 4 pupils.
	// Wijchen counts for 4 of the 16 pupils. Of €211,200.00 that is €52,800.00.
	// Wijchen pays €52,800.00 for purchased care to Care.
	// In total Wijchen bears €52,800.00.
}

// A page loads a small module first, which leaves an agreement with one of these rules to the module with all of them.
func ExampleRareRules() {
	fmt.Println(slices.Contains(funding.RareRules(), "exit/1"), slices.Contains(funding.RareRules(), "budget/1"))
	// Output: true false
}
