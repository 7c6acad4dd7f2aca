package funding_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

func days(from, until string) zio.Period {
	return zio.Period{From: zio.MustParseDate(from), Until: zio.MustParseDate(until)}
}

func month(first string) zio.Period {
	d := zio.MustParseDate(first)
	return zio.Period{From: d, Until: d.LastOfMonth()}
}

// The examples of iJw IV076 and IV077 (domain 3.2, T1 to T4).
func TestWeeksPerMonth(t *testing.T) {
	for _, c := range []struct {
		name   string
		p      zio.Period
		output bool
		months []string
		want   []int64
		total  int64
	}{
		{"T1 effort, 3 hours a week", days("2025-10-07", "2025-12-30"), false, []string{"2025-10-01", "2025-11-01", "2025-12-01"}, []int64{4, 5, 5}, 13},
		{"T2 output, 300 euro a week", days("2025-10-06", "2025-12-31"), true, []string{"2025-10-01", "2025-11-01", "2025-12-01"}, []int64{3, 5, 5}, 13},
		{"T3 output, nothing in September", days("2025-07-07", "2025-09-05"), true, []string{"2025-07-01", "2025-08-01", "2025-09-01"}, []int64{3, 6, 0}, 9},
		{"T4 output, ends on a Sunday", days("2025-07-07", "2025-09-07"), true, []string{"2025-07-01", "2025-08-01", "2025-09-01"}, []int64{3, 5, 1}, 9},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []int64
			for _, m := range c.months {
				if c.output {
					got = append(got, funding.OutputWeeksInMonth(c.p, month(m)))
				} else {
					got = append(got, funding.EffortWeeksInMonth(c.p, month(m)))
				}
			}
			require.Equal(t, c.want, got)
			if c.output {
				require.Equal(t, c.total, funding.OutputWeeks(c.p))
			} else {
				require.Equal(t, c.total, funding.EffortWeeks(c.p)) // 13 weeks of 3 hours = 39 hours
			}
		})
	}
}

// A month outside the period has no weeks, with either way of counting.
func TestWeeksOfAMonthOutside(t *testing.T) {
	p := days("2025-10-07", "2025-12-30")
	for _, m := range []string{"2025-09-01", "2026-01-01"} {
		require.Zero(t, funding.EffortWeeksInMonth(p, month(m)), m)
		require.Zero(t, funding.OutputWeeksInMonth(p, month(m)), m)
	}
}

func TestDeclaredHours(t *testing.T) {
	for _, c := range []struct {
		minutes []int64
		want    int64
	}{
		{[]int64{95, 95, 95, 95}, 6}, // T6: 380 minutes = 6 h 20
		{[]int64{89}, 1}, {[]int64{90}, 2}, {[]int64{5}, 1}, {nil, 0}, {[]int64{0}, 0},
	} {
		require.Equal(t, c.want, funding.DeclaredHours(c.minutes), "%v", c.minutes)
	}
}

// V6: 75.55 x 95 / 60 = 119.6208...; 1.26 x 95 = 119.70 would be wrong. V7: 75.55 lies between 75.00 and 75.60.
func TestTariffs(t *testing.T) {
	amount, err := funding.DeclaredAmount(money.MustParseEuro("75.55"), 95)
	require.NoError(t, err)
	require.Equal(t, "119.62", amount.String())
	tariff, err := funding.MinuteTariff(money.MustParseEuro("75.55"))
	require.NoError(t, err)
	require.Equal(t, "75.60", tariff.String())
	_, err = funding.DeclaredAmount(money.MustParseEuro("75.55"), math.MaxInt64)
	require.Error(t, err, "more than an amount holds")
}
