package analysis_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// twoMunicipalities is an agreement of Nijmegen, with 12 pupils, and Wijchen, with 4: 5.5 hours of care per pupil and
// week, 40 weeks, 60.00 an hour. So a pupil costs 13,200.00.
func twoMunicipalities() (*funding.Agreement, *zio.Population) {
	a := &funding.Agreement{ID: "made", Title: "Made", Period: days("2025-08-01", "2026-07-31"),
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
	now, _ := funding.Calculate(agreement, population)
	agreement.Components[0].Cost.(*funding.FixedHours).Rate = money.MustParseEuro("66.00") // a tenth more
	then, _ := funding.Calculate(agreement, population)
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
	if len(problems) > 0 {
		fmt.Println(problems)
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
	goal := analysis.Goal{Of: "cost", Target: money.MustParseEuro("200640.00")}
	solution, problems := analysis.Solve(agreement, population, "/components/0/cost/rate", "50.00", "70.00", goal)
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	fmt.Println(solution.Answer, solution.From)
	// Output:
	// one 57.00
}
