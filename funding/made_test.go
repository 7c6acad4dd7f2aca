package funding_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// made is an agreement and a population as a program makes them, without documents.
func made() (*funding.Agreement, *zio.Population) {
	home := zio.MustParseMunicipalityCode("0268")
	a := &funding.Agreement{ID: "made", Title: "Made", Period: zio.Period{From: zio.MustParseDate("2025-08-01"), Until: zio.MustParseDate("2026-07-31")},
		Parties: []funding.Party{
			{ID: "0268", Kind: funding.PartyMunicipality, Name: "Nijmegen", Participates: true},
			{ID: "care", Kind: funding.PartyProvider, Name: "Care"},
		},
		Routing: funding.Routing{Threshold: &funding.Threshold{MinutesPerWeek: 720, Boundary: "below"}},
		Components: []funding.Component{{ID: "pool", Title: "Pool", Route: funding.RouteCollective,
			Cost:     &funding.FixedHours{NormMinutes: 330, Rate: money.MustParseEuro("60.00"), Weeks: 40, Rounding: money.HalfUp},
			Key:      &funding.ProRata{Basis: funding.BasisEligible, NonParticipants: funding.LeaveAsGap},
			Flow:     &funding.Direct{Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}},
			Division: money.Division{Method: money.LargestRemainder, Unit: money.Cent}}}}
	p := &zio.Population{Title: "Made", CountDate: zio.MustParseDate("2025-10-01"), Groups: []zio.Group{
		{Home: home, Route: zio.ClaimJeugdwet, Band: &zio.Band{Min: 0, Max: 330}, Pupils: 12}}}
	return a, p
}

// What a program leaves out is never filled in by the library, as it is not in documents either.
func TestWhatAProgramLeavesOut(t *testing.T) {
	a, p := made()
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	require.Equal(t, "158400.00", x.Shares[0].Amount.String()) // 12 pupils x 5.5 hours x 40 weeks x 60.00

	for want, spoil := range map[string]func(*funding.Agreement, *zio.Population){
		"document.text-length /title":                         func(a *funding.Agreement, _ *zio.Population) { a.Title = "" },
		"document.member-missing /routing/threshold/boundary": func(a *funding.Agreement, _ *zio.Population) { a.Routing.Threshold.Boundary = "" },
		"document.choice-unknown /routing/threshold/boundary": func(a *funding.Agreement, _ *zio.Population) { a.Routing.Threshold.Boundary = "under" },
		"document.member-missing /components/0/key/nonParticipants": func(a *funding.Agreement, _ *zio.Population) {
			a.Components[0].Key.(*funding.ProRata).NonParticipants = ""
		},
		"document.number-out-of-range /components/0/cost/weeks": func(a *funding.Agreement, _ *zio.Population) { a.Components[0].Cost.(*funding.FixedHours).Weeks = 0 },
		"document.number-out-of-range /components/0/cost/normRange/min": func(a *funding.Agreement, _ *zio.Population) {
			a.Components[0].Cost.(*funding.FixedHours).NormRange = &funding.NormRange{Max: 330}
		},
		"rounding.missing /components/0/cost/rounding":    func(a *funding.Agreement, _ *zio.Population) { a.Components[0].Cost.(*funding.FixedHours).Rounding = 0 },
		"document.member-missing /components/0/flow":      func(a *funding.Agreement, _ *zio.Population) { a.Components[0].Flow = nil },
		"document.list-length /components/0/flow/payees":  func(a *funding.Agreement, _ *zio.Population) { a.Components[0].Flow = &funding.Direct{} },
		"agreement.parties-missing /parties":              func(a *funding.Agreement, _ *zio.Population) { a.Parties = nil },
		"value.not-set /period/until":                     func(a *funding.Agreement, _ *zio.Population) { a.Period.Until = zio.Date{} },
		"value.not-set /countDate":                        func(_ *funding.Agreement, p *zio.Population) { p.CountDate = zio.Date{} },
		"document.number-out-of-range /groups/0/pupils":   func(_ *funding.Agreement, p *zio.Population) { p.Groups[0].Pupils = -12 },
		"document.number-out-of-range /groups/0/band/max": func(_ *funding.Agreement, p *zio.Population) { p.Groups[0].Band.Max = 1 << 62 },
		"document.text-control /groups/0/label":           func(_ *funding.Agreement, p *zio.Population) { p.Groups[0].Label = "a\x00" },
	} {
		a, p := made()
		spoil(a, p)
		x, problems := funding.Calculate(a, p)
		require.Nil(t, x, want)
		require.NotEmpty(t, problems, want)
		require.Equal(t, want, problems[0].Code()+" "+problems[0].Pointer)
		require.NotContains(t, problems[0].Text(zio.Dutch), "{")

		// Read from the document that it would be, the value is refused at the same place.
		_, problems = funding.ReadAgreement(a.AppendDocument(nil))
		_, others := zio.ReadPopulation(p.AppendDocument(nil))
		problems = append(problems, others...)
		require.NotEmpty(t, problems, want)
		_, pointer, _ := strings.Cut(want, " ")
		require.True(t, strings.HasPrefix(problems[0].Pointer, pointer), problems[0].Pointer)
	}
}
