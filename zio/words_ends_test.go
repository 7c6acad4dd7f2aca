package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// What lies at an end of a range, or has no value, of things that others use all the time.
func TestEndsOfWords(t *testing.T) {
	for month, names := range map[int][2]string{0: {"", ""}, -1: {"", ""}, 1: {"januari", "January"}, 3: {"maart", "March"}, 12: {"december", "December"}, 13: {"", ""}} {
		require.Equal(t, names, [2]string{zio.MonthName(month, zio.Dutch), zio.MonthName(month, zio.English)})
	}
	for in, out := range map[string][2]string{
		"1999": {"1.999", "1,999"}, "-9999999": {"-9.999.999", "-9,999,999"}, "100000.09": {"100.000,09", "100,000.09"}, "999": {"999", "999"}, "x": {"x", "x"}, "": {"", ""},
	} {
		require.Equal(t, out, [2]string{zio.FormatNumber(in, zio.Dutch), zio.FormatNumber(in, zio.English)}, in)
	}
	year, month, day := zio.Date{}.YMD()
	require.Equal(t, [3]int{}, [3]int{year, month, day}, "no date")
	require.Equal(t, "", zio.SchoolType(0).String())
	require.Equal(t, "", zio.SchoolType(200).String())

	seen := map[string]bool{}
	for _, c := range zio.IndicatorCodes() {
		require.Equal(t, c.NL, zio.IndicatorWords(c.Code, zio.Dutch))
		require.Equal(t, c.EN, zio.IndicatorWords(c.Code, zio.English))
		seen[c.NL] = true
	}
	require.Len(t, seen, len(zio.IndicatorCodes()))
	require.Equal(t, "own-count", zio.IndicatorWords("own-count", zio.Dutch))

	require.Equal(t, "€ x", zio.Fill("€ {v#}", zio.Dutch, []zio.Param{{Name: "v", Value: "x"}}), "what is no number stays as it is")
}

// A target is reached at it or beyond it in the direction that is good; of a code without one, at it.
func TestTargetReached(t *testing.T) {
	for _, c := range []struct {
		code         string
		last, target int64
		want         bool
	}{
		{zio.IndicatorWaiting, 7, 8, true}, {zio.IndicatorWaiting, 8, 8, true}, {zio.IndicatorWaiting, 9, 8, false},
		{"pass-rate", 950, 900, true}, {"pass-rate", 900, 900, true}, {"pass-rate", 899, 900, false},
		{"outflow", 7, 8, false}, {"outflow", 8, 8, true}, {"outflow", 9, 8, false},
	} {
		s := zio.IndicatorSeries{Code: c.code, Values: []zio.Indicator{{Value: c.last}}, Target: &zio.IndicatorTarget{Code: c.code, Value: c.target}}
		require.Equal(t, c.want, s.Reached(), c)
	}
	s := zio.IndicatorSeries{Code: zio.IndicatorWaiting, Values: []zio.Indicator{{Value: zio.MaxCount}, {Value: 0, Pupils: 1}}}
	weeks, known := s.WeeksSaved()
	require.True(t, known, "as many weeks as a count can be")
	require.Equal(t, int64(zio.MaxCount), weeks)
}

// Periods are ordered by their first day before anything else; of two that begin together the one without an end comes last.
func TestPeriodsInOrder(t *testing.T) {
	day := zio.MustParseDate
	ordered := []zio.Period{
		{From: day("2024-01-01")}, // no end, and yet before what begins later
		{From: day("2025-01-01"), Until: day("2025-06-30")},
		{From: day("2025-01-01"), Until: day("2025-12-31")},
		{From: day("2025-01-01")},
		{From: day("2025-01-02"), Until: day("2025-01-02")},
	}
	for i := range ordered {
		for j := range ordered {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			require.Equal(t, want, ordered[i].Compare(ordered[j]), "%d %d", i, j)
		}
	}
}

// What could be a citizen service number is not repeated, whatever the problem calls it. 111222333 passes the test of eleven.
func TestProblemsHideWhatWasFound(t *testing.T) {
	_, problems := zio.ReadPopulation([]byte(`{"$schema":"111222333","title":"x"}`))
	require.NotEmpty(t, problems)
	for _, p := range problems {
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			require.NotContains(t, p.Text(l), "111222333")
		}
	}
	_, problems = zio.ReadPopulation([]byte(`{"$schema":"other","title":"x"}`))
	require.Contains(t, problems[len(problems)-1].Text(zio.English), "other", "anything else is told")
}

// A kind of care or claim that was not read keeps its value.
func TestWhatIsNotReadKeepsItsValue(t *testing.T) {
	k, c := zio.CareNursing, zio.ClaimWlz
	require.Error(t, k.UnmarshalText([]byte("x")))
	require.Error(t, c.UnmarshalText([]byte("x")))
	require.Equal(t, zio.CareNursing, k)
	require.Equal(t, zio.ClaimWlz, c)
}

// A municipality that merged lies in the region of its heir; one that nobody knows lies in none.
func TestHeirRegionOfNobody(t *testing.T) {
	on := zio.MustParseDate("2026-01-01")
	region, whole := zio.Netherlands().HeirRegion(zio.YouthRegion, zio.MustParseMunicipalityCode("0268"), on)
	require.True(t, whole)
	require.NotEmpty(t, region.Code)
	// Land van Cuijk is of 2022: before, what it holds were five municipalities of Noord-Brabant (code 30).
	region, whole = zio.Netherlands().HeirRegion(zio.ProvinceRegion, zio.MustParseMunicipalityCode("1982"), zio.MustParseDate("2021-12-31"))
	require.True(t, whole)
	require.Equal(t, "PV30", region.Code)
	_, whole = zio.Netherlands().HeirRegion(zio.YouthRegion, zio.MustParseMunicipalityCode("9999"), on)
	require.False(t, whole)
}

// A decision for one day is a decision.
func TestDecisionOfOneDay(t *testing.T) {
	day := zio.MustParseDate("2025-10-01")
	p := &zio.Population{Title: "x", CountDate: day, Decisions: []zio.Decision{{Home: zio.MustParseMunicipalityCode("0268"), Product: "45A04",
		Volume: 1, Unit: "hour", Frequency: "week", From: day, Until: day}}}
	require.Empty(t, p.Check())
	p.Decisions[0].Until = day.AddDays(-1)
	require.NotEmpty(t, p.Check())
}
