package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// settleDecisions settles what individual decisions of five municipalities cost in 2025, and prints what each bears and pays. The
// inhabitants under 18, in thousands, are made up.
func settleDecisions(tariff funding.Tariff, key funding.Key, decisions ...zio.Decision) {
	agreement := &funding.Agreement{
		ID: "decisions", Title: "Individual decisions",
		Period:  zio.Period{From: zio.MustParseDate("2025-01-01"), Until: zio.MustParseDate("2025-12-31")},
		Parties: []funding.Party{{ID: "care", Kind: funding.PartyProvider, Name: "Care"}},
		Components: []funding.Component{{
			ID: "own", Title: "Decisions", Route: funding.RouteIndividual,
			Cost:     &funding.IndividualDecisions{Tariffs: []funding.Tariff{tariff}},
			Key:      key,
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	youth := zio.Count{Basis: "youth-under-18", Date: zio.MustParseDate("2025-01-01")}
	for _, m := range []struct {
		code, name string
		youth      int64
	}{{"0307", "Amersfoort", 30}, {"0310", "De Bilt", 9}, {"0344", "Utrecht", 70}, {"0355", "Zeist", 14}, {"0356", "Nieuwegein", 12}} {
		agreement.Parties = append(agreement.Parties, funding.Party{ID: m.code, Kind: funding.PartyMunicipality, Name: m.name, Participates: true})
		youth.Values = append(youth.Values, zio.CountValue{Municipality: zio.MustParseMunicipalityCode(m.code), Count: m.youth})
	}
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2024-10-01"), Counts: []zio.Count{youth}, Decisions: decisions}
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

// Each bears its own decisions, at 75.55 an hour. Once 95 minutes is 119.62 (119.6208...). Three hours in each of the thirteen calendar
// weeks from 7 October to 30 December is 39 hours, 2,946.45.
func ExampleIndividualDecisions() {
	tariff := funding.Tariff{Product: "45A04", Per: zio.UnitHour, Amount: money.MustParseEuro("75.55"), Variant: funding.Effort}
	settleDecisions(tariff, &funding.OwnUse{Measure: funding.BasisOwnCost, NonParticipants: funding.LeaveAsGap},
		zio.Decision{Home: zio.MustParseMunicipalityCode("0307"), Product: "45A04", Volume: 95, Unit: zio.UnitMinute, Frequency: zio.InTotal,
			From: zio.MustParseDate("2025-03-01"), Until: zio.MustParseDate("2025-03-31")},
		zio.Decision{Home: zio.MustParseMunicipalityCode("0344"), Product: "45A04", Volume: 3, Unit: zio.UnitHour, Frequency: zio.EachWeek,
			From: zio.MustParseDate("2025-10-07"), Until: zio.MustParseDate("2025-12-30")})
	// Output:
	// Amersfoort bears 119.62
	// Utrecht bears 2946.45
	// 0307 pays care 119.62
	// 0344 pays care 2946.45
}

// A case of 30,000.00 of Amersfoort is 10,000.00 above the threshold. That goes by 30, 9, 70, 14 and 12 of 135: 2,222.22, 666.67,
// 5,185.18 (5,185.185..., and the cent is of a larger remainder), 1,037.04 and 888.89. Amersfoort bears its own 20,000.00 as well.
func ExampleExcess() {
	inEuros := funding.Tariff{Product: "45A04", Per: zio.UnitEuro, Amount: money.MustParseEuro("1.00"), Variant: funding.Effort}
	settleDecisions(inEuros, &funding.Excess{
		Threshold: money.MustParseEuro("20000.00"),
		Common:    &funding.ProRata{Basis: "youth-under-18", NonParticipants: funding.Redistribute},
	}, zio.Decision{Home: zio.MustParseMunicipalityCode("0307"), Product: "45A04", Volume: 30000, Unit: zio.UnitEuro, Frequency: zio.InTotal,
		From: zio.MustParseDate("2025-01-01"), Until: zio.MustParseDate("2025-12-31")})
	// Output:
	// Amersfoort bears 22222.22
	// De Bilt bears 666.67
	// Utrecht bears 5185.18
	// Zeist bears 1037.04
	// Nieuwegein bears 888.89
	// 0307 pays care 22222.22
	// 0310 pays care 666.67
	// 0344 pays care 5185.18
	// 0355 pays care 1037.04
	// 0356 pays care 888.89
}
