package agreements

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
)

// Every way in which regions share a risk has a candidate; the arithmetic stands in the README of the folder.
func TestFiveMunicipalities(t *testing.T) {
	codes := []string{"0307", "0310", "0344", "0355", "0356"}
	plain := []string{"10000.00", "20000.00", "40000.00", "20000.00", "10000.00"} // 100,000 by 10/20/40/20/10 of 100
	for name, want := range map[string][]string{
		"agreement.json":               plain,
		"agreement.corridor.json":      plain,
		"agreement.clients.json":       plain,
		"agreement.grant.json":         plain,
		"agreement.excess.json":        {"22222.22", "12666.67", "23185.18", "21037.04", "888.89"},
		"agreement.fixed-amounts.json": {"10500.00", "21000.00", "37000.00", "21000.00", "10500.00"},
		// 10 x 1,500; 70,000 by 20/40/20 of 80; 10 x 1,500
		"agreement.small-numbers.json": {"15000.00", "17500.00", "35000.00", "17500.00", "15000.00"},
		"agreement.degressive.json":    {"10400.00", "20800.00", "41600.00", "20800.00", "10400.00"},
		// 6+6+3, 10+12+12, 20+24+24, 12+12+6 and 5+6+6 of 164, which is the price list in thousands
		"agreement.weighted-pupils.json": {"15000.00", "34000.00", "68000.00", "30000.00", "17000.00"},
		// 92,500 by 10/20/40/20 of 90; De Bilt and Zeist have the same remainder, the lower code gets the cent
		"agreement.exit.json": {"10277.78", "20555.56", "41111.11", "20555.55", "7500.00"},
	} {
		_, _, x := calculate(t, "vijf-gemeenten", name)
		for i, code := range codes {
			require.Equal(t, want[i], bears(x, code), "%s %s", name, code)
		}
	}
	_, _, x := calculate(t, "vijf-gemeenten", "agreement.admission.json")
	require.Equal(t, "1300000.00", bears(x, "rijk")) // 100 x 13,000
	require.Equal(t, "773000.00", bears(x, "swv"))   // 53 x 5,000 + 30 x 9,000 + 17 x 14,000

	_, _, x = calculate(t, "vijf-gemeenten", "agreement.school-support.json")
	require.Equal(t, "180000.00", bears(x, "swv")) // 100 x 60 / 60 x 40 x 45.00

	a, _, x := calculate(t, "vijf-gemeenten", "agreement.json")
	require.Equal(t, funding.Quarterly, a.Schedule.Frequency)
	require.Equal(t, "2500.00", x.Schedule[0].Amount.String()) // a quarter of 10,000
}

// 3,000,000 x 40/150, 6,000,000 x 960/3,000 and 10,000,000 x 320/1,000: three streams, each by its own key.
func TestNoordoostBrabant(t *testing.T) {
	a, _, x := calculate(t, "noordoost-brabant", "agreement.json")
	require.Len(t, a.Components, 3)
	for i, want := range []string{"800000.00", "1920000.00", "3200000.00"} {
		for _, s := range x.Components[i].Shares {
			if s.Party == "0796" {
				require.Equal(t, want, s.Amount.String())
			}
		}
	}
	require.Equal(t, "5920000.00", bears(x, "0796"))
}

// The pilot of 2020: three municipalities, seven schools, about 1,000 pupils and 1 million euros; 250, 400 and 300 of the 950
// pupils of those who paid.
func TestTwente(t *testing.T) {
	a, p, x := calculate(t, "twente-2020", "agreement.json")
	require.EqualValues(t, 1000, pupils(p, all))
	schools := map[string]bool{}
	pupils(p, func(_, label string) bool {
		schools[label] = true
		return false
	})
	require.Len(t, schools, 7)
	n := 0
	for _, party := range a.Parties {
		if party.Participates {
			n++
		}
	}
	require.Equal(t, 3, n)
	require.Equal(t, "1000000.00", x.Components[0].Cost.String())
	require.Equal(t, []string{"263157.90", "421052.63", "315789.47"}, []string{bears(x, "0141"), bears(x, "0153"), bears(x, "0164")})
}
