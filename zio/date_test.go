package zio_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// Package time is the oracle here: every day of the calendar is compared with it.
func TestDateAgainstTime(t *testing.T) {
	day := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	n := int64(0)
	for ; day.Year() < 2200; day = day.AddDate(0, 0, 1) {
		n++
		d := zio.DateFromDayNumber(n)
		year, month, dom := d.YMD()
		if year != day.Year() || month != int(day.Month()) || dom != day.Day() {
			t.Fatalf("day %d is %v, want %v", n, d, day)
		}
		if d.Weekday()%7 != int(day.Weekday()) {
			t.Fatalf("%v is weekday %d, want %v", d, d.Weekday(), day.Weekday())
		}
		isoYear, isoWeek := d.ISOWeek()
		wantYear, wantWeek := day.ISOWeek()
		if isoYear != wantYear || isoWeek != wantWeek {
			t.Fatalf("%v is in week %d of %d, want %d of %d", d, isoWeek, isoYear, wantWeek, wantYear)
		}
		back, err := zio.ParseDate(day.Format("2006-01-02"))
		if err != nil || back != d || d.String() != day.Format("2006-01-02") || d.DayNumber() != n {
			t.Fatalf("%v reads back as %v, %v", d, back, err)
		}
		if first := d.FirstOfMonth(); first.Day() != 1 || first.Month() != month || first.Year() != year {
			t.Fatalf("first of the month of %v is %v", d, first)
		}
		if last := d.LastOfMonth(); last.Month() != month || last.Year() != year || last.Day() != zio.DaysInMonth(year, month) {
			t.Fatalf("last of the month of %v is %v", d, last)
		}
	}
	require.Equal(t, int64(109573), n)
	require.True(t, zio.DateFromDayNumber(n+1).IsZero())
	require.True(t, zio.DateFromDayNumber(0).IsZero())
}

func TestParseDateRefuses(t *testing.T) {
	for _, c := range []struct{ in, code string }{
		{"", "date.malformed"},
		{"2024-8-1", "date.malformed"},
		{"01-08-2024", "date.malformed"},
		{"2024/08/01", "date.malformed"},
		{"20240801", "date.malformed"},
		{"2024-08-01T00:00:00Z", "date.malformed"},
		{" 2024-08-01", "date.malformed"},
		{"2024-08-0１", "date.malformed"},
		{"45505", "date.malformed"},
		{"2023-02-29", "date.not-on-calendar"},
		{"1900-02-29", "date.not-on-calendar"},
		{"2024-13-01", "date.not-on-calendar"},
		{"2024-00-10", "date.not-on-calendar"},
		{"2024-04-31", "date.not-on-calendar"},
		{"2024-04-00", "date.not-on-calendar"},
		{"1899-12-31", "date.out-of-range"},
		{"2200-01-01", "date.out-of-range"},
		{"0000-01-01", "date.out-of-range"},
		{"9999-12-31", "date.out-of-range"},
	} {
		d, err := zio.ParseDate(c.in)
		require.Error(t, err, c.in)
		require.True(t, d.IsZero(), c.in)
		require.Equal(t, c.code, err.(zio.Problem).Code(), c.in)
	}
	require.NoError(t, second(zio.ParseDate("2000-02-29")))
}

func second[T any](_ T, err error) error { return err }

func TestDateArithmetic(t *testing.T) {
	d := zio.MustParseDate
	require.Equal(t, d("2022-03-24"), d("2022-03-23").AddDays(1))
	require.Equal(t, d("2024-02-28"), d("2024-03-01").AddDays(-2))
	require.True(t, d("2199-12-31").AddDays(1).IsZero())
	require.True(t, d("1900-01-01").AddDays(-1).IsZero())
	require.True(t, d("1950-01-01").AddDays(1<<62).IsZero())
	require.True(t, d("1950-01-01").AddDays(-1<<63).IsZero())
	require.True(t, zio.Date{}.AddDays(1).IsZero())
	require.Equal(t, int64(366), d("2023-08-01").DaysUntil(d("2024-08-01")))
	require.Equal(t, d("2024-02-29"), d("2024-01-31").AddMonths(1))
	require.Equal(t, d("2023-02-28"), d("2024-02-29").AddMonths(-12))
	require.Equal(t, d("2023-12-31"), d("2024-01-31").AddMonths(-1))
	require.Equal(t, d("2199-12-01"), d("1900-01-01").AddMonths(12*300-1))
	require.True(t, d("1900-01-01").AddMonths(12*300).IsZero())
	require.True(t, d("1900-01-31").AddMonths(-1).IsZero())
	require.True(t, d("1950-01-01").AddMonths(-1<<63).IsZero())
	require.True(t, d("2024-01-01").Before(d("2024-01-02")))
	require.True(t, d("2024-01-02").After(d("2024-01-01")))
	require.Equal(t, -1, d("2024-01-01").Compare(d("2024-01-02")))
	require.Equal(t, "", zio.Date{}.String())
	require.Equal(t, 0, zio.Date{}.Weekday())
}

func TestAge(t *testing.T) {
	for _, c := range []struct {
		birth, on string
		age       int
		ok        bool
	}{
		{"2006-09-15", "2024-09-14", 17, true},
		{"2006-09-15", "2024-09-15", 18, true},
		{"2006-09-15", "2006-09-15", 0, true},
		{"2006-09-15", "2006-09-14", 0, false},
		{"2006-12-31", "2007-01-01", 0, true},
		{"2008-02-29", "2026-02-28", 17, true}, // 2026 has no 29 February
		{"2008-02-29", "2026-03-01", 18, true},
		{"2008-02-29", "2028-02-28", 19, true},
		{"2008-02-29", "2028-02-29", 20, true},
	} {
		age, ok := zio.AgeOn(zio.MustParseDate(c.birth), zio.MustParseDate(c.on))
		require.Equal(t, c.ok, ok, c)
		require.Equal(t, c.age, age, c)
	}
	_, ok := zio.AgeOn(zio.Date{}, zio.MustParseDate("2024-01-01"))
	require.False(t, ok)
	require.Equal(t, "2026-03-01", zio.EighteenthBirthday(zio.MustParseDate("2008-02-29")).String())
	require.Equal(t, "2026-10-05", zio.EighteenthBirthday(zio.MustParseDate("2008-10-05")).String())
	require.True(t, zio.EighteenthBirthday(zio.MustParseDate("2182-01-01")).IsZero())
	require.True(t, zio.EighteenthBirthday(zio.Date{}).IsZero())
}

func FuzzParseDate(f *testing.F) {
	f.Add("2024-02-29")
	f.Add("2023-02-29")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := zio.ParseDate(s)
		want, wantErr := time.Parse("2006-01-02", s)
		inRange := wantErr == nil && want.Year() >= 1900 && want.Year() <= 2199
		if (err == nil) != inRange {
			t.Fatalf("%q: %v, package time says %v", s, err, wantErr)
		}
		if err == nil && d.String() != s {
			t.Fatalf("%q is written as %q", s, d)
		}
	})
}
