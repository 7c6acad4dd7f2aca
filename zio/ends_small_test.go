package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// Months are counted up to the first and the last that there are.
func TestMonthsAtTheEndsOfTheRange(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int64
		want string
	}{{"1900-02-15", -1, "1900-01-15"}, {"1900-01-15", -1, ""}, {"2199-11-30", 1, "2199-12-30"}, {"2199-12-01", 1, ""}} {
		got := zio.MustParseDate(c.from).AddMonths(c.n)
		if c.want == "" {
			require.True(t, got.IsZero(), c)
			continue
		}
		require.Equal(t, c.want, got.String())
	}
}

// The total of a site is right when its groups can come to it, from the lowest to the highest, also when it is one pupil.
func TestTotalsOfSitesAtTheirEnds(t *testing.T) {
	population := func(total, groups string) zio.Problems {
		_, problems := zio.ReadPopulation([]byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"T","countDate":"2025-10-01",
			"sites":[{"code":"12AB00","name":"De School","municipality":"0268","pupils":` + total + `}],"groups":[` + groups + `]}`))
		return problems
	}
	exact := `{"site":"12AB00","home":"0268","pupils":5}`
	ranged := `{"site":"12AB00","home":"0268","fewest":2,"most":4}`
	for groups, right := range map[string][]string{exact: {"5"}, ranged: {"2", "3", "4"}} {
		for _, total := range []string{"1", "2", "3", "4", "5", "6"} {
			good := false
			for _, r := range right {
				good = good || r == total
			}
			require.Equal(t, good, len(population(total, groups)) == 0, "%s of %s", total, groups)
		}
	}
}

func TestAPeriodWithoutAnEndIsNoMonths(t *testing.T) {
	first := zio.MustParseDate("2025-01-01")
	require.False(t, zio.Period{From: first}.IsWholeMonths())
	require.True(t, zio.Period{From: first, Until: zio.MustParseDate("2025-01-31")}.IsWholeMonths())
}

func TestWhatParentsChoose(t *testing.T) {
	require.Equal(t, zio.StatusNone, new(zio.Pupil).Status())
	require.Equal(t, zio.StatusParentsDecline, (&zio.Pupil{ParentsDecline: true}).Status())
}

// The set that is given stays in its order.
func TestSpreadChangesNothing(t *testing.T) {
	set := []zio.MunicipalityCode{zio.MustParseMunicipalityCode("0363"), zio.MustParseMunicipalityCode("0268"), zio.MustParseMunicipalityCode("0363")}
	given := append([]zio.MunicipalityCode(nil), set...)
	zio.Netherlands().Spread(zio.YouthRegion, set, zio.MustParseDate("2026-01-01"))
	require.Equal(t, given, set)
}
