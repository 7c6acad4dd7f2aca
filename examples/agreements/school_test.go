package agreements

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// The school of three pupils on one page: p1 guidance 300 and the school 120, p2 Wlz 600, p3 nursing 200 and guidance 100; 40 weeks:
// (300 + 100) / 60 x 60.00 x 40 = 16,000.00; 600 / 60 x 62.00 x 40 = 24,800.00; 200 / 60 x 70.00 x 40 = 9,333.33;
// 120 / 60 x 45.00 x 40 = 3,600.00; together 53,733.33. Every pupil counts at each law that pays, and once in all.
func TestSchoolOnOnePage(t *testing.T) {
	a, p, x := calculate(t, "hele-school", "agreement.json")
	page, problems := analysis.School(a, p, x)
	require.Empty(t, problems)
	var list []string
	for _, law := range page.Laws {
		for _, l := range law.Lines {
			list = append(list, law.Law+" "+l.Payer+" > "+l.Payees[0]+" "+strconv.FormatInt(l.Pupils, 10)+" "+strconv.FormatInt(l.Minutes, 10)+" "+l.Amount.String()+" = "+law.Amount.String())
		}
	}
	require.Equal(t, []string{"jeugdwet 0307 > aanbieder 2 400 16000.00 = 16000.00", "wlz zorgkantoor > aanbieder 1 600 24800.00 = 24800.00",
		"zvw verzekeraar > aanbieder 1 200 9333.33 = 9333.33", "education swv > school 1 120 3600.00 = 3600.00"}, list)
	require.Equal(t, []any{int64(3), int64(1320), "53733.33"}, []any{page.Pupils, page.Minutes, page.Amount.String()})
}

// Five municipalities pay a joint body, which pays the provider: each has its own pupils of the 100, and the provider receives it in the end.
// Amsterdam pays two providers itself, 6 and 15 of 21 parts of 2,125,200.00. What nobody bears has no payer.
func TestLinesOfTheSchool(t *testing.T) {
	text := func(id, name string) []string {
		a, p, x := calculate(t, id, name)
		page, problems := analysis.School(a, p, x)
		require.Empty(t, problems)
		var list []string
		for _, l := range page.Laws[0].Lines {
			list = append(list, l.Payer+" > "+strings.Join(l.Payees, ",")+" "+strconv.FormatInt(l.Pupils, 10)+" "+l.Amount.String())
		}
		return list
	}
	require.Equal(t, []string{"0307 > aanbieder 10 10000.00", "0310 > aanbieder 20 20000.00", "0344 > aanbieder 40 40000.00", "0355 > aanbieder 20 20000.00", "0356 > aanbieder 10 10000.00"}, text("vijf-gemeenten", "agreement.json"))
	require.Equal(t, []string{"0363 > aanbieder-01 6000 607200.00", "0363 > aanbieder-02 0 1518000.00"}, text("sjso-amsterdam", "agreement.json"))

	a, p, _ := calculate(t, "vijf-gemeenten", "agreement.json")
	a.Party("0344").Participates = false // its 40 of 100 pupils are nobody's
	a.Components[0].Key = &funding.ProRata{Basis: funding.BasisEnrolled, NonParticipants: funding.LeaveAsGap}
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	page, problems := analysis.School(a, p, x)
	require.Empty(t, problems)
	last := page.Laws[0].Lines[4]
	require.Equal(t, []any{"", 0, "40000.00", "100000.00"}, []any{last.Payer, len(last.Payees), last.Amount.String(), page.Amount.String()})
}

// Of every system the page is the cost and the minutes of the result, with each route in one law.
func TestSchoolIsTheResult(t *testing.T) {
	for _, s := range List() {
		for _, name := range s.Agreements() {
			a, p, x := calculate(t, s.ID, name)
			page, problems := analysis.School(a, p, x)
			require.Empty(t, problems)
			cost, minutes := money.Euro{}, int64(0)
			for _, c := range x.Components {
				sum, err := cost.Add(c.Cost)
				require.NoError(t, err)
				cost = sum
			}
			uncharged := int64(0)
			for _, r := range x.Routing.Routes {
				minutes += r.MinutesPerWeek
				uncharged += r.UnchargedPerWeek
			}
			require.Equal(t, []any{cost, minutes}, []any{page.Amount, page.Minutes}, s.ID+name)
			seen := map[string]bool{}
			for _, law := range page.Laws {
				require.False(t, seen[law.Law])
				seen[law.Law] = true
				for _, l := range law.Lines {
					if l.Component == "" {
						uncharged -= l.Minutes
					}
				}
			}
			require.Zero(t, uncharged, s.ID+name)
		}
	}
}

// A pupil who turns 18 in February is on two routes, with all minutes on each; who joins in March is on one. A municipality that does
// not take part pays by decision.
func TestPlaces(t *testing.T) {
	need := []zio.Need{{Kind: zio.CareGuidance, MinutesPerWeek: 300}}
	home, other := zio.MustParseMunicipalityCode("0307"), zio.MustParseMunicipalityCode("0268")
	p := &zio.Population{Pupils: []zio.Pupil{
		{Home: home, Turns18: zio.MustParseDate("2026-02-01"), Needs: need},
		{Home: home, From: zio.MustParseDate("2026-03-01"), Needs: need},
		{Home: other, Needs: need},
	}}
	a := &funding.Agreement{Parties: []funding.Party{{ID: "0307", Kind: funding.PartyMunicipality, Participates: true}},
		Period:  zio.Period{From: zio.MustParseDate("2025-08-01"), Until: zio.MustParseDate("2026-07-31")},
		Routing: funding.Routing{AdultRoute: "wmo", Within: &funding.Within{Adult: "by-days", JoinLeave: "by-days"}}}
	var list []string
	for _, place := range a.Places(p) {
		list = append(list, strconv.Itoa(place.Pupil)+" "+place.Route.String()+" "+strconv.FormatInt(place.Pupils, 10)+" "+strconv.FormatInt(place.Minutes, 10))
	}
	require.Equal(t, []string{"0 jeugdwet-collective 1 300", "0 wmo 1 300", "1 jeugdwet-collective 1 300", "2 jeugdwet-individual 1 300"}, list)
}
