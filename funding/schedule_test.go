package funding_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

func TestInstalmentsAndBudgetYears(t *testing.T) {
	text := func(list []funding.Instalment, err error) string {
		require.NoError(t, err)
		var out []string
		for _, i := range list {
			out = append(out, strings.TrimSpace(i.Period.From.String()+" "+i.Amount.String()+" "+i.Year))
		}
		return strings.Join(out, ", ")
	}
	school := days("2025-08-01", "2026-07-31")
	// 100.00 / 4 quarters; 100.01 has a cent for the first
	require.Equal(t, "2025-08-01 25.01, 2025-11-01 25.00, 2026-02-01 25.00, 2026-05-01 25.00", text(funding.Instalments(euro("100.01"), school, funding.Quarterly)))
	// 365.00 over 153 days of 2025 and 212 of 2026; over 5 and 7 months 152.083.. and 212.916..
	require.Equal(t, "2025-08-01 153.00 2025, 2026-01-01 212.00 2026", text(funding.BudgetYears(euro("365.00"), school, funding.BudgetYearCalendar, funding.ByDays)))
	require.Equal(t, "2025-08-01 152.08 2025, 2026-01-01 212.92 2026", text(funding.BudgetYears(euro("365.00"), school, funding.BudgetYearCalendar, funding.ByMonths)))
	require.Equal(t, "2025-08-01 365.00 2025-2026", text(funding.BudgetYears(euro("365.00"), school, funding.BudgetYearSchool, funding.ByMonths)))
	// a calendar year is seven months of one school year and five of the next: 100,000 x 7/12 and 5/12
	require.Equal(t, "2026-01-01 58333.33 2025-2026, 2026-08-01 41666.67 2026-2027", text(funding.BudgetYears(euro("100000.00"), days("2026-01-01", "2026-12-31"), funding.BudgetYearSchool, funding.ByMonths)))
	// the last day that there is
	require.Equal(t, "2199-11-01 0.51, 2199-12-01 0.50", text(funding.Instalments(euro("1.01"), days("2199-11-01", "2199-12-31"), funding.Monthly)))
	require.Equal(t, "2199-11-01 1.01 2199", text(funding.BudgetYears(euro("1.01"), days("2199-11-01", "2199-12-31"), funding.BudgetYearCalendar, funding.ByDays)))
	for _, wrong := range []func() ([]funding.Instalment, error){
		func() ([]funding.Instalment, error) {
			return funding.Instalments(euro("1.00"), days("2025-08-02", "2026-07-31"), funding.Monthly)
		},
		func() ([]funding.Instalment, error) {
			return funding.Instalments(euro("1.00"), zio.Period{From: school.From}, funding.Monthly)
		},
		func() ([]funding.Instalment, error) { return funding.Instalments(euro("1.00"), school, "weekly") },
		func() ([]funding.Instalment, error) {
			return funding.BudgetYears(euro("1.00"), school, "moon", funding.ByDays)
		},
		func() ([]funding.Instalment, error) {
			return funding.BudgetYears(euro("1.00"), school, funding.BudgetYearSchool, "weeks")
		},
	} {
		_, err := wrong()
		require.ErrorContains(t, err, "schedule.period")
	}
}

// The payments of an agreement with a schedule are dated and divided over budget years: 100,000 of 2026-08..2027-07 is five of
// twelve months of 2026, 41,666.67, and seven of 2027, 58,333.33.
func TestScheduleOfAResult(t *testing.T) {
	a, p := made()
	a.Period = days("2026-08-01", "2027-07-31")
	a.Components[0].Cost = &funding.Budget{Amount: euro("100000.00")}
	a.Schedule = &funding.Schedule{Frequency: funding.HalfYearly, DueDay: 15, BudgetYear: funding.BudgetYearCalendar, By: funding.ByMonths}
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	require.Equal(t, []funding.Due{
		{Component: "pool", From: "0268", To: "care", Day: zio.MustParseDate("2026-08-15"), Period: days("2026-08-01", "2027-01-31"), Amount: euro("50000.00")},
		{Component: "pool", From: "0268", To: "care", Day: zio.MustParseDate("2027-02-15"), Period: days("2027-02-01", "2027-07-31"), Amount: euro("50000.00")},
	}, x.Schedule)
	require.Equal(t, []funding.YearPart{
		{Component: "pool", From: "0268", To: "care", Year: "2026", Amount: euro("41666.67")},
		{Component: "pool", From: "0268", To: "care", Year: "2027", Amount: euro("58333.33")},
	}, x.BudgetYears)
	again, problems := funding.ReadResult(x.AppendDocument(nil))
	require.Empty(t, problems)
	require.Empty(t, again.Verify(a, p))
	a.Schedule = nil
	x, _ = funding.Calculate(a, p)
	require.Empty(t, x.Schedule)
}
