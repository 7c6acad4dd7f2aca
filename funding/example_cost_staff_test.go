package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// settleStaff settles the year 2026 of a cost that does not follow the pupils. Nijmegen with 6 pupils and Wijchen with 3 bear two
// thirds and one third of it, and pay the provider of the care themselves.
func settleStaff(cost funding.Cost) {
	agreement := &funding.Agreement{
		ID: "staff", Title: "A cost that was agreed",
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
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"), Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Pupils: 6},
		{Home: zio.MustParseMunicipalityCode("0296"), Route: zio.ClaimJeugdwet, Pupils: 3},
	}}
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

// 90,000.00 by 6 and 3 pupils.
func ExampleBudget() {
	settleStaff(&funding.Budget{Amount: money.MustParseEuro("90000.00")})
	// Output:
	// cost 90000.00
	// Nijmegen bears 60000.00
	// Wijchen bears 30000.00
	// 0268 pays care 60000.00
	// 0296 pays care 30000.00
}

// One fte is 60,000.00 a year. 0.9 fte for seven months is 31,500.00 (54,000 x 7/12), and 1.5 fte for the other five is 37,500.00
// (90,000 x 5/12): 69,000.00.
func ExampleStaffing() {
	settleStaff(&funding.Staffing{RatePerFte: money.MustParseEuro("60000.00"), Rounding: money.HalfUp, Posts: []funding.Post{
		{Label: "Carers in the class", Steps: []funding.PostStep{
			{From: zio.MustParseDate("2026-01-01"), Fte: money.MustParseFte("0.9")},
			{From: zio.MustParseDate("2026-08-01"), Fte: money.MustParseFte("1.5")},
		}},
	}})
	// Output:
	// cost 69000.00
	// Nijmegen bears 46000.00
	// Wijchen bears 23000.00
	// 0268 pays care 46000.00
	// 0296 pays care 23000.00
}

// What the two schools of a board use is paid. The second one uses half an fte of the first, to which the board consents: 1.0 and
// 1.0 fte at 90,000.00. Without the consent, or above 2.0 fte together, Calculate gives a problem.
func ExampleDrawingRight() {
	settleStaff(&funding.DrawingRight{RatePerFte: money.MustParseEuro("90000.00"), Charge: funding.ChargeUse, KindsTogether: funding.No, Rounding: money.HalfUp,
		Rights: []funding.RightLine{
			{School: "First school", Board: "A board", Kind: funding.YouthCare, Fte: money.MustParseFte("1.5"), Use: money.MustParseFte("1")},
			{School: "Second school", Board: "A board", Kind: funding.YouthCare, Fte: money.MustParseFte("0.5"), Use: money.MustParseFte("1"), Consent: true},
		}})
	// Output:
	// cost 180000.00
	// Nijmegen bears 120000.00
	// Wijchen bears 60000.00
	// 0268 pays care 120000.00
	// 0296 pays care 60000.00
}

// One class, for at most ten pupils, of 75,000.00. The nine pupils fit; with eleven Calculate would give a problem.
func ExampleClassProduct() {
	settleStaff(&funding.ClassProduct{Classes: 1, Capacity: 10, Price: money.MustParseEuro("75000.00"), Rounding: money.HalfUp})
	// Output:
	// cost 75000.00
	// Nijmegen bears 50000.00
	// Wijchen bears 25000.00
	// 0268 pays care 50000.00
	// 0296 pays care 25000.00
}

// Twelve groups have ten hours each of one professional at 75.00: 120 hours are 9,000.00. The teacher beside the professional is
// not paid.
func ExampleInKindPair() {
	settleStaff(&funding.InKindPair{Groups: 12, Minutes: 600, Rate: money.MustParseEuro("75.00"), Rounding: money.HalfUp})
	// Output:
	// cost 9000.00
	// Nijmegen bears 6000.00
	// Wijchen bears 3000.00
	// 0268 pays care 6000.00
	// 0296 pays care 3000.00
}
