package analysis_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// twoMunicipalities is an agreement of Nijmegen, with 12 pupils, and Wijchen, with 4: 5.5 hours of care per pupil and
// week, 40 weeks, 60.00 an hour. So a pupil costs 13,200.00. The numbers are made up.
func twoMunicipalities() (*funding.Agreement, *zio.Population) {
	a := &funding.Agreement{ID: "made", Title: "Made", Period: zio.Period{From: zio.MustParseDate("2025-08-01"), Until: zio.MustParseDate("2026-07-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true},
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
		},
		Components: []funding.Component{{ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.FixedHours{NormMinutes: 330, Rate: money.MustParseEuro("60.00"), Weeks: 40, Rounding: money.HalfUp},
			Key:      &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.LeaveAsGap},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent}}}}
	group := func(home string, pupils int64) zio.Group {
		return zio.Group{Home: zio.MustParseMunicipalityCode(home), Route: zio.ClaimJeugdwet, Pupils: pupils}
	}
	p := &zio.Population{Title: "Made", CountDate: zio.MustParseDate("2025-10-01"), Groups: []zio.Group{group("0268", 12), group("0296", 4)}}
	return a, p
}

func ExampleCompare() {
	agreement, population := twoMunicipalities()
	now, problems := funding.Calculate(agreement, population)
	agreement.Components[0].Cost.(*funding.FixedHours).Rate = money.MustParseEuro("66.00") // a tenth more
	then, others := funding.Calculate(agreement, population)
	if err := append(problems, others...).Err(); err != nil {
		fmt.Println(err)
		return
	}
	comparison, err := analysis.Compare(now, then)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range comparison.Parties {
		fmt.Println(d.Name, d.A, d.B, d.Difference)
	}
	// Output:
	// Nijmegen 158400.00 174240.00 15840.00
	// Wijchen 52800.00 58080.00 5280.00
}

// What does the rate do to the cost? Sixteen pupils, 220 hours each.
func ExampleSweepParameter() {
	agreement, population := twoMunicipalities()
	sweep, problems := analysis.SweepParameter(agreement, population, "/components/0/cost/rate", "60.00", "66.00", "3.00")
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, point := range sweep.Points {
		fmt.Println(point.X, point.Cost)
	}
	// Output:
	// 60.00 211200.00
	// 63.00 221760.00
	// 66.00 232320.00
}

// Which rate brings the cost to 200,640.00? That over 16 pupils of 220 hours is 57.00.
func ExampleSolve() {
	agreement, population := twoMunicipalities()
	goal := analysis.Goal{Of: analysis.OfCost, Target: money.MustParseEuro("200640.00")}
	solution, problems := analysis.Solve(agreement, population, "/components/0/cost/rate", "50.00", "70.00", goal)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(solution.Answer, solution.From)
	// Output:
	// one 57.00
}

// One change after the other: Wijchen leaves, and Nijmegen has fifteen pupils where it had twelve. 15 times 13,200.00 is 198,000.00.
func ExampleChanged() {
	agreement, population := twoMunicipalities()
	leaves, err := analysis.Leaves(agreement, "0296")
	if err != nil {
		fmt.Println(err)
		return
	}
	then, counted, problems := analysis.Changed(agreement, population, leaves, analysis.Change{Pointer: "population:/groups/0/pupils", Value: "15"})
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	result, problems := funding.Calculate(then, counted)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, share := range result.Shares {
		fmt.Println(share.Name, share.Amount)
	}
	// Output:
	// Nijmegen 198000.00
}

// The pupils of Nijmegen need 2,400 of the 4,000 minutes: of 211,200.00 that is 126,720.00, where 12 of 16 pupils are 158,400.00. By halves
// it is 105,600.00. What the population has no count for is left out.
func ExampleCompareKeys() {
	agreement, population := twoMunicipalities()
	population.Groups[0].MinutesPerWeek, population.Groups[1].MinutesPerWeek = 2400, 1600
	half := money.MustParseFactor("50")
	halves := &funding.FixedShares{Shares: []funding.FixedShare{{Party: "0268", Percent: half}, {Party: "0296", Percent: half}}}
	table, problems := analysis.CompareKeys(agreement, population, "pool", halves)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	for _, key := range table.Keys {
		fmt.Printf("%s %q\n", key.Rule, key.Basis)
		for _, share := range key.Shares {
			fmt.Println(" ", share.Name, share.Amount, share.Difference)
		}
	}
	// Output:
	// pro-rata/1 "eligible-pupils"
	//   Nijmegen 158400.00 0.00
	//   Wijchen 52800.00 0.00
	// fixed-shares/1 ""
	//   Nijmegen 105600.00 -52800.00
	//   Wijchen 105600.00 52800.00
	// pro-rata/1 "enrolled-pupils"
	//   Nijmegen 158400.00 0.00
	//   Wijchen 52800.00 0.00
	// own-use/1 "eligible-minutes"
	//   Nijmegen 126720.00 -31680.00
	//   Wijchen 84480.00 31680.00
}

// Three pupils used 300, 360 and 420 minutes: 360 on average, 30 above the norm and so beyond the tolerance. Six hours are 14,400.00 a
// pupil, where 5.5 hours were 13,200.00: 1,200.00 more for each of 12 and 4.
func ExampleRecalibrate() {
	agreement, population := twoMunicipalities()
	review, problems := analysis.Recalibrate(agreement, population, analysis.RecalibrateInput{
		Component: "pool",
		Realised:  []analysis.Realised{{Pupils: 1, MinutesPerWeek: 300}, {Pupils: 1, MinutesPerWeek: 360}, {Pupils: 1, MinutesPerWeek: 420}},
		Tolerance: 15,
		Rounding:  money.HalfUp,
	})
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(review.OldNorm, review.NewNorm, review.Beyond)
	for _, d := range review.Effect.Parties {
		fmt.Println(d.Name, d.A, d.B, d.Difference)
	}
	// Output:
	// 330 360 true
	// Nijmegen 158400.00 172800.00 14400.00
	// Wijchen 52800.00 57600.00 4800.00
}

// Fifty decisions that cost all parties 300.00 each fall away: 100,000.00 + 15,000.00 less 105,000.00 and 2,000.00 is 8,000.00. At 140.00
// a decision (7,000.00 / 50) nothing would be saved or lost. The amounts are made up.
func ExampleSavingsOf() {
	coordination := money.MustParseEuro("2000.00")
	municipality, school, parents := money.MustParseEuro("200.00"), money.MustParseEuro("75.00"), money.MustParseEuro("25.00")
	savings, err := analysis.SavingsOf(analysis.SavingsInput{
		Individual: money.MustParseEuro("100000.00"), Collective: money.MustParseEuro("105000.00"), Coordination: &coordination,
		Decisions: 50, PerMunicipality: &municipality, PerSchool: &school, PerParent: &parents,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(savings.Saving, savings.BreakEven, savings.PerDecision)

	// A cost that is not known is nil, not 0.00: then there is no saving to tell, and the outcome says what is missing.
	savings, err = analysis.SavingsOf(analysis.SavingsInput{
		Individual: money.MustParseEuro("100000.00"), Collective: money.MustParseEuro("105000.00"), Coordination: &coordination, Decisions: 50,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(savings.Saving == nil, savings.BreakEven, savings.Missing)
	// Output:
	// 8000.00 140.00 300.00
	// true 140.00 [perMunicipality perSchool perParent]
}

// Wages, 85 per cent of the price: 3.1 + (4.25 - 3.8) = 3.55. The rest: 2.0 + (2.5 - 2.2) = 2.3. Together 3.3625 per cent: 62.0175.
func ExampleIndex() {
	percent := money.MustParseFactor
	indexed, err := analysis.Index(money.MustParseEuro("60.00"), percent("85"),
		analysis.IndexFigures{ForecastNext: percent("3.1"), Definitive: percent("4.25"), ForecastThis: percent("3.8")},
		analysis.IndexFigures{ForecastNext: percent("2"), Definitive: percent("2.5"), ForecastThis: percent("2.2")},
		money.HalfUp)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(indexed.Price)
	// Output:
	// 62.02
}
