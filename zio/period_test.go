package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func period(from, until string) zio.Period {
	p := zio.Period{From: zio.MustParseDate(from)}
	if until != "" {
		p.Until = zio.MustParseDate(until)
	}
	return p
}

func TestPeriodCounts(t *testing.T) {
	for _, c := range []struct {
		from, until          string
		days, whole, touched int64
		wholeMonths          bool
	}{
		{"2023-08-01", "2024-07-31", 366, 12, 12, true},
		{"2024-08-01", "2025-07-31", 365, 12, 12, true},
		{"2024-02-01", "2024-02-29", 29, 1, 1, true},
		{"2024-02-01", "2024-02-28", 28, 0, 1, false},
		{"2024-01-15", "2024-04-14", 91, 2, 4, false},
		{"2024-01-31", "2024-02-01", 2, 0, 2, false},
		{"2024-05-05", "2024-05-05", 1, 0, 1, false},
		{"2024-05-05", "2024-05-04", 0, 0, 0, false},
		{"2024-05-05", "", 0, 0, 0, false},
	} {
		p := period(c.from, c.until)
		require.Equal(t, c.days, p.Days(), p)
		require.Equal(t, c.whole, p.WholeMonths(), p)
		require.Equal(t, c.touched, p.MonthsTouched(), p)
		require.Equal(t, c.wholeMonths, p.IsWholeMonths(), p)
		days := int64(0)
		for _, m := range p.Months() {
			require.Equal(t, int64(1), m.MonthsTouched())
			days += m.Days()
		}
		require.Equal(t, c.days, days, p)
		require.Len(t, p.Months(), int(c.touched))
	}
	require.Zero(t, zio.Period{Until: day("2024-05-05")}.WholeMonths(), "no end is known")
	require.Zero(t, zio.Period{}.WholeMonths())
}

func TestPeriodYears(t *testing.T) {
	require.Equal(t, []zio.Period{
		period("2023-08-01", "2023-12-31"), period("2024-01-01", "2024-07-31"),
	}, zio.MustParseSchoolYear("2023-2024").Period().Years())
	require.Equal(t, []zio.Period{period("2024-02-03", "2024-05-06")}, period("2024-02-03", "2024-05-06").Years())
}

func TestPeriodContainsBothEnds(t *testing.T) {
	p := period("2024-01-10", "2024-01-20")
	d := zio.MustParseDate
	require.False(t, p.Contains(d("2024-01-09")))
	require.True(t, p.Contains(d("2024-01-10")))
	require.True(t, p.Contains(d("2024-01-20")))
	require.False(t, p.Contains(d("2024-01-21")))
	require.False(t, p.Contains(zio.Date{}))
	require.True(t, period("2024-01-10", "").Contains(d("2199-12-31")))
	require.False(t, zio.Period{}.Contains(d("2024-01-10")))
}

func TestPeriodOverlapAndCovers(t *testing.T) {
	for _, c := range []struct {
		p, q   zio.Period
		both   zio.Period
		ok     bool
		covers bool
	}{
		{period("2024-01-01", "2024-06-30"), period("2024-06-30", "2024-12-31"), period("2024-06-30", "2024-06-30"), true, false},
		{period("2024-01-01", "2024-06-29"), period("2024-06-30", "2024-12-31"), zio.Period{}, false, false},
		{period("2024-01-01", "2024-12-31"), period("2024-03-01", "2024-03-31"), period("2024-03-01", "2024-03-31"), true, true},
		{period("2024-01-01", ""), period("2023-03-01", "2024-03-31"), period("2024-01-01", "2024-03-31"), true, false},
		{period("2024-01-01", ""), period("2024-03-01", ""), period("2024-03-01", ""), true, true},
		{period("2024-01-01", "2024-12-31"), period("2024-03-01", ""), period("2024-03-01", "2024-12-31"), true, false},
		{period("2024-01-01", ""), period("2024-05-05", "2024-05-04"), zio.Period{}, false, false},
		{period("2024-01-01", ""), zio.Period{}, zio.Period{}, false, false},
	} {
		both, ok := c.p.Overlap(c.q)
		require.Equal(t, c.ok, ok, "%v %v", c.p, c.q)
		require.Equal(t, c.both, both, "%v %v", c.p, c.q)
		swapped, _ := c.q.Overlap(c.p)
		require.Equal(t, both, swapped)
		require.Equal(t, c.covers, c.p.Covers(c.q), "%v %v", c.p, c.q)
	}
}

func TestPeriodCheck(t *testing.T) {
	codes := func(ps zio.Problems) (all []string) {
		for _, p := range ps {
			all = append(all, p.Code()+" "+p.Pointer)
		}
		return all
	}
	require.Nil(t, period("2024-01-01", "2024-01-01").Check("/period"))
	require.Equal(t, []string{"period.reversed /period/until"}, codes(period("2024-01-02", "2024-01-01").Check("/period")))
	require.Equal(t, []string{"period.until-missing /period/until"}, codes(period("2024-01-02", "").Check("/period")))
	require.Nil(t, period("2024-01-02", "").CheckOpen("/period"))
	require.Equal(t, []string{"period.from-missing /period/from", "period.until-missing /period/until"}, codes(zio.Period{}.Check("/period")))
	require.Equal(t, "2024-01-01/2024-01-31", period("2024-01-01", "2024-01-31").String())
	require.Equal(t, "2024-01-01/..", period("2024-01-01", "").String())
	require.Equal(t, -1, period("2024-01-01", "2024-01-31").Compare(period("2024-01-01", "")))
}

func TestSchoolYear(t *testing.T) {
	y := zio.MustParseSchoolYear("2023-2024")
	require.Equal(t, period("2023-08-01", "2024-07-31"), y.Period())
	require.Equal(t, y, zio.MustParseSchoolYear("2023/2024"))
	require.Equal(t, "2023-2024", y.String())
	require.Equal(t, "2024-2025", y.Next().String())
	require.Equal(t, "2022-2023", y.Previous().String())
	require.Equal(t, y, zio.SchoolYearOf(zio.MustParseDate("2023-08-01")))
	require.Equal(t, y, zio.SchoolYearOf(zio.MustParseDate("2024-07-31")))
	require.Equal(t, y.Next(), zio.SchoolYearOf(zio.MustParseDate("2024-08-01")))
	require.True(t, y.Contains(zio.MustParseDate("2023-10-01")))
	require.True(t, zio.SchoolYearOf(zio.Date{}).IsZero())
	require.True(t, zio.SchoolYearOf(zio.MustParseDate("1900-07-31")).IsZero())
	require.True(t, zio.MustParseSchoolYear("2198-2199").Next().IsZero())
	require.True(t, zio.MustParseSchoolYear("1900-1901").Previous().IsZero())
	require.Equal(t, "2199-07-31", zio.MustParseSchoolYear("2198-2199").Period().Until.String())
	for in, code := range map[string]string{
		"2023": "school-year.malformed", "2023-24": "school-year.malformed", "2023-2025": "school-year.malformed",
		"2024-2023": "school-year.malformed", "2023 2024": "school-year.malformed",
		"1899-1900": "school-year.out-of-range", "2199-2200": "school-year.out-of-range",
	} {
		_, err := zio.ParseSchoolYear(in)
		require.Error(t, err, in)
		require.Equal(t, code, err.(zio.Problem).Code(), in)
	}
}
