package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// settlePayer settles the year 2026 of money that municipalities do not share: one party bears it and pays another.
func settlePayer(route funding.Route, payer, payee funding.Party, cost funding.Cost, population zio.Population) {
	agreement := &funding.Agreement{
		ID: "one-payer", Title: "Money of one payer",
		Period:  zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{payer, payee},
		Components: []funding.Component{{
			ID: "stream", Title: "Stream", Route: route,
			Cost:     cost,
			Key:      &funding.SinglePayer{Payer: payer.ID},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: payee.ID, Weight: money.MustParseFactor("1")}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	population.Title, population.CountDate = "Made up", zio.MustParseDate("2025-10-01")
	result, problems := funding.Calculate(agreement, &population)
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

// 185 minutes a week for each of 12 pupils, 40 weeks: 88,800 minutes, or 1,480 hours. At 45.00 an hour that is 66,600.00.
func ExampleEducationMinutes() {
	support := &funding.EducationMinutes{MinutesPerWeek: 185, Weeks: 40, Rate: money.MustParseEuro("45.00"), Rounding: money.HalfUp}
	alliance := funding.Party{ID: "alliance", Kind: funding.PartySchoolAlliance, Name: "The school alliance"}
	school := funding.Party{ID: "school", Kind: funding.PartySchool, Name: "The school"}
	settlePayer(funding.RouteAlliance, alliance, school, support, zio.Population{Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Pupils: 12}}})
	// Output:
	// The school alliance bears 66600.00
	// alliance pays school 66600.00
}

// The alliance pays 5,000.00 for each of 6 pupils of the low category and 12,000.00 for each of 2 of the high one: 30,000.00 and
// 24,000.00. What the state pays is another component, with AdmissionState as its Part.
func ExampleAdmission() {
	statements := &funding.Admission{Part: funding.AdmissionAlliance, Rounding: money.HalfUp, Categories: []funding.AdmissionCategory{
		{Category: "low", State: money.MustParseEuro("9000.00"), Alliance: money.MustParseEuro("5000.00")},
		{Category: "high", State: money.MustParseEuro("9000.00"), Alliance: money.MustParseEuro("12000.00")},
	}}
	alliance := funding.Party{ID: "alliance", Kind: funding.PartySchoolAlliance, Name: "The school alliance"}
	school := funding.Party{ID: "school", Kind: funding.PartySchool, Name: "The school"}
	settlePayer(funding.RouteAlliance, alliance, school, statements, zio.Population{Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Category: "low", Pupils: 6},
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Category: "high", Pupils: 2}}})
	// Output:
	// The school alliance bears 54000.00
	// alliance pays school 54000.00
}

// A pupil with a right to Wlz care needs 600 minutes a week: ten hours, 40 weeks, 62.00 an hour. The pupil of the Jeugdwet is not on
// this route and costs nothing here.
func ExampleRouteMinutes() {
	minutes := &funding.RouteMinutes{Rate: money.MustParseEuro("62.00"), Weeks: 40, Rounding: money.HalfUp}
	office := funding.Party{ID: "office", Kind: funding.PartyCareOffice, Name: "The care office"}
	care := funding.Party{ID: "care", Kind: funding.PartyProvider, Name: "The provider"}
	settlePayer(funding.RouteWlz, office, care, minutes, zio.Population{Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Pupils: 1, MinutesPerWeek: 300},
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimWlz, Pupils: 1, MinutesPerWeek: 600}}})
	// Output:
	// The care office bears 24800.00
	// office pays care 24800.00
}

// Of 600 agreed minutes 480 were declared: two hours of absence at 62.00 are 124.00. Who got more than was agreed was not absent.
func ExampleAbsence() {
	absence := &funding.Absence{Rate: money.MustParseEuro("62.00"), Rounding: money.HalfUp, Lines: []funding.AbsenceLine{
		{Label: "First pupil", Agreed: 600, Declared: 480},
		{Label: "Second pupil", Agreed: 300, Declared: 360},
	}}
	office := funding.Party{ID: "office", Kind: funding.PartyCareOffice, Name: "The care office"}
	care := funding.Party{ID: "care", Kind: funding.PartyProvider, Name: "The provider"}
	settlePayer(funding.RouteWlz, office, care, absence, zio.Population{})
	// Output:
	// The care office bears 124.00
	// office pays care 124.00
}

// The pot of 10,000,000.00 over 2,000 pupils is 5,000.00 each, less than the 8,000.00 that a pupil may get. With 1,000 pupils it would
// be 8,000.00 each, and 2,000,000.00 of the pot would not be used.
func ExampleSupplement() {
	supplement := &funding.Supplement{Pot: money.MustParseEuro("10000000.00"), Cap: money.MustParseEuro("8000.00")}
	state := funding.Party{ID: "state", Kind: funding.PartyState, Name: "The state"}
	school := funding.Party{ID: "school", Kind: funding.PartySchool, Name: "The school"}
	settlePayer(funding.RouteEducation, state, school, supplement, zio.Population{Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimWlz, Pupils: 2000}}})
	// Output:
	// The state bears 10000000.00
	// state pays school 10000000.00
}
