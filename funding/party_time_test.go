package funding_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// fiveMunicipalities share 100,000.00 of 2026 by 10, 20, 40, 20 and 10 pupils.
func fiveMunicipalities() (*funding.Agreement, *zio.Population) {
	a, p := made()
	a.Period = days("2026-01-01", "2026-12-31")
	a.Parties, p.Groups = a.Parties[1:], nil
	for _, m := range []struct {
		code, name string
		pupils     int64
	}{{"0307", "Amersfoort", 10}, {"0310", "De Bilt", 20}, {"0344", "Utrecht", 40}, {"0355", "Zeist", 20}, {"0356", "Nieuwegein", 10}} {
		a.Parties = append(a.Parties, funding.Party{ID: m.code, Kind: funding.PartyMunicipality, Name: m.name, Participates: true})
		p.Groups = append(p.Groups, zio.Group{Home: zio.MustParseMunicipalityCode(m.code), Route: zio.ClaimJeugdwet, Pupils: m.pupils})
	}
	a.Components[0].Cost = &funding.Budget{Amount: euro("100000.00")}
	a.Components[0].Key = &funding.ProRata{Basis: funding.BasisEnrolled, NonParticipants: funding.LeaveAsGap}
	return a, p
}

func TestPartyThatJoinsWithinThePeriod(t *testing.T) {
	a, p := fiveMunicipalities()
	a.Parties[1].From = zio.MustParseDate("2026-05-01") // Amersfoort: eight of twelve months
	a.PartyTime = funding.PartyTimeByMonths
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	// 80 + 240 + 480 + 240 + 120 = 1160 pupil months: 100,000 x 80 / 1160 = 6,896.5517, x 240 = 20,689.6552, x 480 = 41,379.3103,
	// x 120 = 10,344.8276. Rounded down they miss 2 cents, for the largest remainders: 0.8276 of Nieuwegein would be first, then
	// 0.6552 of De Bilt (of Zeist as well, whose code is later), then 0.5517. 6,896.55 + 20,689.65 + 41,379.31 + 20,689.65 + 10,344.82 =
	// 99,999.98.
	require.Equal(t, "0307 6896.55, 0310 20689.66, 0344 41379.31, 0355 20689.65, 0356 10344.83, gap 0.00", shares(x))
	require.Equal(t, "80", x.Components[0].Shares[0].Weight)
	require.Equal(t, funding.UnitPupilMonths, x.Components[0].Shares[0].Unit)
	text := ""
	for _, s := range x.Explain("0307", zio.Dutch) {
		text += s.Text + " "
	}
	require.Contains(t, text, "Amersfoort doet 8 maanden mee en telt zo voor 80 leerlingmaanden.")

	a.PartyTime = funding.PartyTimeByDays // 245 of 365 days: 2450 of 2450 + 90 x 365 = 35,300 pupil days
	x, problems = funding.Calculate(a, p)
	require.Empty(t, problems)
	require.Equal(t, "6940.51", x.Components[0].Shares[0].Amount.String()) // 100,000 x 2450 / 35,300 = 6,940.5099
}

func TestPartyTimeIsRefused(t *testing.T) {
	for want, spoil := range map[string]func(*funding.Agreement){
		"agreement.party-time-missing /parties/1/from":         func(a *funding.Agreement) { a.PartyTime = "" },
		"agreement.party-period /parties/1/from":               func(a *funding.Agreement) { a.Parties[1].From = zio.MustParseDate("2025-12-31") },
		"agreement.party-time-not-taking-part /parties/1/from": func(a *funding.Agreement) { a.Parties[1].Participates = false },
		"agreement.party-time-divisor /components/0/division/divisor": func(a *funding.Agreement) {
			a.Components[0].Key = &funding.FixedShares{Shares: []funding.FixedShare{{Party: "0307", Percent: money.MustParseFactor("40")}, {Party: "0310", Percent: money.MustParseFactor("60")}}}
			a.Components[0].Division.Divisor, a.Components[0].Division.Rounding = money.ExactFromInt(100), money.HalfUp
		},
	} {
		a, p := fiveMunicipalities()
		a.Parties[1].From, a.PartyTime = zio.MustParseDate("2026-05-01"), funding.PartyTimeByMonths
		spoil(a)
		_, problems := funding.Calculate(a, p)
		require.NotEmpty(t, problems, want)
		require.Equal(t, want, problems[0].Code()+" "+problems[0].Pointer)
	}
}

// A joint body collects the shares and pays them on, and bears nothing.
func TestJointBodyAsCashier(t *testing.T) {
	a, p := fiveMunicipalities()
	a.Parties = append(a.Parties, funding.Party{ID: "regio", Kind: funding.PartyJointBody, Name: "Regio"})
	a.Components[0].Flow = &funding.CashierFlow{Cashier: "regio", CollectedAs: funding.Contribution, Payees: []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}}
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	require.Equal(t, "0307 10000.00, 0310 20000.00, 0344 40000.00, 0355 20000.00, 0356 10000.00, gap 0.00", shares(x))
	require.Equal(t, "0307>regio 10000.00, 0310>regio 20000.00, 0344>regio 40000.00, 0355>regio 20000.00, 0356>regio 10000.00, regio>care 100000.00", transfers(x))
	for _, b := range x.Balances {
		if b.Party == "regio" {
			require.True(t, b.Net.IsZero())
		}
	}
	// A board, an alliance and a municipality without pupils collect, pass on and are host as well; the ledger is zero.
	a.Parties = append(a.Parties, funding.Party{ID: "bestuur", Kind: funding.PartySchoolBoard, Name: "Bestuur"}, funding.Party{ID: "swv", Kind: funding.PartySchoolAlliance, Name: "SWV"},
		funding.Party{ID: "0321", Kind: funding.PartyMunicipality, Name: "Houten"})
	payees := []funding.Payee{{Party: "care", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}
	siteKey := &funding.FixedShares{Shares: []funding.FixedShare{{Party: "0344", Percent: money.MustParseFactor("100")}}}
	for _, who := range []string{"regio", "bestuur", "swv", "0321"} {
		for _, flow := range []funding.Flow{&funding.CashierFlow{Cashier: who, Payees: payees}, &funding.HostFlow{Host: who, Payees: payees},
			&funding.PassThrough{Cashier: who, SiteKey: siteKey, Doers: []funding.Doer{{Municipality: "0344", Party: "care"}}}} {
			a.Components[0].Flow = flow
			x, problems := funding.Calculate(a, p)
			require.Empty(t, problems, "%s %s", flow.Rule(), who)
			require.Contains(t, transfers(x), "0307>"+who+" 10000.00, 0310>"+who+" 20000.00, 0344>"+who+" 40000.00, 0355>"+who+" 20000.00, 0356>"+who+" 10000.00, "+who+">", flow.Rule())
			sum, bears := money.Euro{}, money.Euro{}
			for _, b := range x.Balances {
				var err error
				sum, err = sum.Add(b.Net)
				require.NoError(t, err)
				if b.Party == who {
					require.True(t, b.Net.IsZero())
				}
			}
			for _, s := range x.Shares {
				if s.Party == who {
					bears = s.Amount
				}
			}
			require.True(t, sum.IsZero() && bears.IsZero(), "%s %s", flow.Rule(), who)
		}
	}
	a.Components[0].Flow = &funding.CashierFlow{Cashier: "care", CollectedAs: funding.Contribution, Payees: []funding.Payee{{Party: "regio", Weight: money.MustParseFactor("1"), Instrument: funding.Purchase}}}
	_, problems = funding.Calculate(a, p)
	require.Equal(t, "agreement.party-not-collecting", problems[0].Code())
}
