package year_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/zio"
)

func TestForecast(t *testing.T) {
	a := budget("100000.00")
	a.PartyTime = funding.PartyTimeByMonths
	factor := money.MustParseFactor
	in := year.Assumptions{Years: 4, Rounding: money.HalfUp,
		// 80 % wages that rise 4 %, and 20 % that rises 2 %: 3.2 + 0.4 = 3.6 % a year
		Prices: []year.PriceIndex{{Pointer: "/components/0/cost/amount", WagePart: factor("80"), Wage: factor("4"), Material: factor("2")}},
		// Utrecht, 40 pupils: 44, 48.4 and 53.24
		Growth: []year.Growth{{Home: zio.MustParseMunicipalityCode("0344"), Percent: factor("10")}}}
	years, problems := year.Forecast(a, counted(10, 20, 40, 20, 10), in)
	require.Empty(t, problems)
	var costs, utrecht, first []string
	for _, y := range years {
		cost, err := y.Result.Cost()
		require.NoError(t, err)
		share, _ := y.Result.Share("0344")
		costs, utrecht, first = append(costs, cost.String()), append(utrecht, share.String()), append(first, y.Agreement.Period.From.String())
		require.Empty(t, y.Result.Verify(y.Agreement, y.Population))
	}
	require.Equal(t, "2026-01-01 2027-01-01 2028-01-01 2029-01-01", strings.Join(first, " "))
	// 100,000 x 1.036 = 103,600; x 1.036 = 107,329.60; x 1.036 = 111,193.4656
	require.Equal(t, "100000.00 103600.00 107329.60 111193.47", strings.Join(costs, " "))
	// 40 of 100; 44 of 104: 43,830.7692; 48 of 108: 47,702.0444; 53 of 113: 52,152.6894
	require.Equal(t, "40000.00 43830.77 47702.04 52152.69", strings.Join(utrecht, " "))
}

// A party whose time ends takes part no more, and one that joins later does so from then on.
func TestForecastOfWhoComesAndGoes(t *testing.T) {
	a := budget("100000.00")
	a.PartyTime = funding.PartyTimeByMonths
	a.Parties[0].From = zio.MustParseDate("2026-05-01")
	p := counted(10, 20, 40, 20, 10)
	years, problems := year.Forecast(a, p, year.Assumptions{Years: 2, Rounding: money.HalfUp})
	require.Empty(t, problems)
	share, _ := years[0].Result.Share("0307")
	require.Equal(t, "6896.55", share.String()) // 80 of 1160 pupil months
	share, _ = years[1].Result.Share("0307")
	require.Equal(t, "10000.00", share.String()) // the whole year

	a.Parties[0].From, a.Parties[0].Until = zio.Date{}, zio.MustParseDate("2026-06-30")
	years, problems = year.Forecast(a, p, year.Assumptions{Years: 2, Rounding: money.HalfUp})
	require.Empty(t, problems)
	share, _ = years[0].Result.Share("0307")
	require.Equal(t, "5263.16", share.String()) // 60 of 1140 pupil months: 5,263.1579
	_, bears := years[1].Result.Share("0307")
	require.False(t, bears)
	gap, err := years[1].Result.Gap()
	require.NoError(t, err)
	require.Equal(t, "10000.00", gap.String()) // its ten pupils of a hundred, as the key of this agreement leaves a gap
}

func TestForecastProblems(t *testing.T) {
	for want, spoil := range map[string]func(*funding.Agreement, *zio.Population, *year.Assumptions){
		"forecast.years ": func(_ *funding.Agreement, _ *zio.Population, in *year.Assumptions) { in.Years = 11 },
		"forecast.period /period": func(a *funding.Agreement, _ *zio.Population, _ *year.Assumptions) {
			a.Period.Until = zio.MustParseDate("2027-12-31")
		},
		"forecast.wage-part ": func(_ *funding.Agreement, _ *zio.Population, in *year.Assumptions) {
			in.Prices[0].WagePart = money.MustParseFactor("101")
		},
		"parameter.pointer-unknown ": func(_ *funding.Agreement, _ *zio.Population, in *year.Assumptions) {
			in.Prices[0].Pointer = "/components/1/cost/amount"
		},
		"forecast.pupil-lines /pupils": func(_ *funding.Agreement, p *zio.Population, _ *year.Assumptions) { p.Pupils = make([]zio.Pupil, 1) },
	} {
		a, p := budget("100000.00"), counted(10, 20, 40, 20, 10)
		in := year.Assumptions{Years: 2, Rounding: money.HalfUp, Prices: []year.PriceIndex{{Pointer: "/components/0/cost/amount"}}, Growth: []year.Growth{{Home: zio.MustParseMunicipalityCode("0344")}}}
		spoil(a, p, &in)
		_, problems := year.Forecast(a, p, in)
		require.NotEmpty(t, problems, want)
		require.Equal(t, want, problems[0].Code()+" "+problems[0].Pointer)
	}
}
