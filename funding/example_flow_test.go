package funding_test

import (
	"fmt"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// wholeShare is the weight of a payee that receives everything.
var wholeShare = money.MustParseFactor("1")

// printPaid settles 10,000.00 for 2026, and prints what each party bears and what goes from whom to whom. Nijmegen (0268), Wijchen
// (0296) and Beuningen (0209) have 5, 3 and 2 pupils.
func printPaid(key funding.Key, flow funding.Flow) {
	agreement := &funding.Agreement{
		ID: "flow", Title: "An amount and a flow",
		Period: zio.Period{From: zio.MustParseDate("2026-01-01"), Until: zio.MustParseDate("2026-12-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "0296", Kind: funding.PartyMunicipality, Name: "Wijchen", Participates: true},
			{ID: "0209", Kind: funding.PartyMunicipality, Name: "Beuningen", Participates: true},
			{ID: "body", Kind: funding.PartyJointBody, Name: "The joint body"},
			{ID: "school", Kind: funding.PartySchool, Name: "The school"},
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
			{ID: "help", Kind: funding.PartyProvider, Name: "Help"},
		},
		Components: []funding.Component{{
			ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.Budget{Amount: money.MustParseEuro("10000.00")},
			Key:      key,
			Flow:     flow,
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent},
		}},
	}
	population := &zio.Population{Title: "Made up", CountDate: zio.MustParseDate("2025-10-01"), Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Pupils: 5},
		{Home: zio.MustParseMunicipalityCode("0296"), Route: zio.ClaimJeugdwet, Pupils: 3},
		{Home: zio.MustParseMunicipalityCode("0209"), Route: zio.ClaimJeugdwet, Pupils: 2},
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
		fmt.Println(t.From, "pays", t.To, t.Amount, t.Instrument)
	}
	for _, s := range result.Components[0].Shadow {
		fmt.Println("shadow of", s.Party, s.Amount, s.Over)
	}
}

// Each pays two providers itself, three quarters and one quarter of what it bears.
func ExampleDirect() {
	byPupils := &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute}
	printPaid(byPupils, &funding.Direct{Payees: []funding.Payee{
		{Party: "care", Weight: money.MustParseFactor("3"), Instrument: funding.Purchase},
		{Party: "help", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase},
	}})
	// Output:
	// Beuningen bears 2000.00
	// Nijmegen bears 5000.00
	// Wijchen bears 3000.00
	// 0209 pays care 1500.00 purchase
	// 0209 pays help 500.00 purchase
	// 0268 pays care 3750.00 purchase
	// 0268 pays help 1250.00 purchase
	// 0296 pays care 2250.00 purchase
	// 0296 pays help 750.00 purchase
}

// A joint body collects the 10,000.00, keeps a fee of 400.00 and a reserve of 600.00, and pays the other 9,000.00 on. It bears nothing.
func ExampleCashierFlow() {
	byPupils := &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute}
	fee, reserve := money.MustParseEuro("400.00"), money.MustParseEuro("600.00")
	printPaid(byPupils, &funding.CashierFlow{Cashier: "body", CollectedAs: funding.Contribution, Fee: &fee, Reserve: &reserve,
		Payees: []funding.Payee{{Party: "care", Weight: wholeShare, Instrument: funding.Purchase}}})
	// Output:
	// Beuningen bears 2000.00
	// Nijmegen bears 5000.00
	// Wijchen bears 3000.00
	// 0209 pays body 2000.00 contribution
	// 0268 pays body 5000.00 contribution
	// 0296 pays body 3000.00 contribution
	// body pays care 9000.00 purchase
}

// Nijmegen collects 2,000.00 and 3,000.00. Of the 10,000.00 six tenths belong to its own site, for which it pays Care, and four tenths
// to the site of Wijchen, which receives 4,000.00 and pays Help. Nobody pays itself.
func ExamplePassThrough() {
	byPupils := &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute}
	printPaid(byPupils, &funding.PassThrough{Cashier: "0268", CollectedAs: funding.Contribution, PassedOnAs: funding.Contribution,
		SiteKey: &funding.FixedShares{Shares: []funding.FixedShare{
			{Party: "0268", Percent: money.MustParseFactor("60")},
			{Party: "0296", Percent: money.MustParseFactor("40")},
		}},
		Doers: []funding.Doer{
			{Municipality: "0268", Party: "care", Instrument: funding.Purchase},
			{Municipality: "0296", Party: "help", Instrument: funding.Purchase},
		}})
	// Output:
	// Beuningen bears 2000.00
	// Nijmegen bears 5000.00
	// Wijchen bears 3000.00
	// 0209 pays 0268 2000.00 contribution
	// 0296 pays 0268 3000.00 contribution
	// 0268 pays care 6000.00 purchase
	// 0268 pays 0296 4000.00 contribution
	// 0296 pays help 4000.00 purchase
}

// Nijmegen, where the school is, pays all. Wijchen and Beuningen pay it the amounts of their own decisions, 2,500.00 and 1,500.00,
// so that Nijmegen itself bears 6,000.00.
func ExampleHostFlow() {
	printPaid(&funding.SinglePayer{Payer: "0268"}, &funding.HostFlow{Host: "0268", CollectedAs: funding.Contribution,
		Payees: []funding.Payee{{Party: "care", Weight: wholeShare, Instrument: funding.Purchase}},
		Decisions: []funding.HostDecision{
			{Home: "0296", Pupils: 3, Amount: money.MustParseEuro("2500.00")},
			{Home: "0209", Pupils: 2, Amount: money.MustParseEuro("1500.00")},
		}})
	// Output:
	// Beuningen bears 1500.00
	// Nijmegen bears 6000.00
	// Wijchen bears 2500.00
	// 0268 pays care 10000.00 purchase
	// 0296 pays 0268 2500.00 contribution
	// 0209 pays 0268 1500.00 contribution
}

// Nijmegen pays all and sends no invoices. By pupils the others would have paid 2,000.00 and 3,000.00, of which the second is above
// the tolerance, and so is the 5,000.00 that Nijmegen would have received.
func ExampleNoSettlement() {
	byPupils := &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute}
	printPaid(byPupils, &funding.NoSettlement{Payer: "0268", Tolerance: money.MustParseEuro("2500.00"),
		Payees: []funding.Payee{{Party: "care", Weight: wholeShare, Instrument: funding.Purchase}}})
	// Output:
	// Nijmegen bears 10000.00
	// 0268 pays care 10000.00 purchase
	// shadow of 0209 2000.00 false
	// shadow of 0296 3000.00 true
	// shadow of 0268 -5000.00 true
}

// Nijmegen collects the shares and gives the school one subsidy, with which the school buys the care.
func ExampleGrant() {
	byPupils := &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.Redistribute}
	printPaid(byPupils, &funding.Grant{Grantor: "0268", CollectedAs: funding.Contribution, Recipient: "school", Instrument: funding.Subsidy,
		Onward: []funding.Payee{{Party: "care", Weight: wholeShare, Instrument: funding.Purchase}}})
	// Output:
	// Beuningen bears 2000.00
	// Nijmegen bears 5000.00
	// Wijchen bears 3000.00
	// 0209 pays 0268 2000.00 contribution
	// 0296 pays 0268 3000.00 contribution
	// 0268 pays school 10000.00 subsidy
	// school pays care 10000.00 purchase
}
