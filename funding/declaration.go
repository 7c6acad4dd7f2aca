package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// EffortWeeks is the number of calendar weeks that a period touches, also the broken ones (kalenderweken), as an
// effort-based volume per week is counted: formula F25, iJw IV077.
func EffortWeeks(p zio.Period) int64 {
	if p.Days() == 0 {
		return 0
	}
	return week(p.Until) - week(p.From) + 1
}

// EffortWeeksInMonth is the number of calendar weeks that the part of a period in one month touches. A week on both
// sides of a turn of the month counts in both, so that the months together can be more than the period; the period
// is what bounds the total.
func EffortWeeksInMonth(p, month zio.Period) int64 {
	part, inside := p.Overlap(month)
	if !inside {
		return 0
	}
	return EffortWeeks(part)
}

// OutputWeeks is the number of Sundays in a period, and one more when it does not end on a Sunday (zondagen), as an
// output-based volume per week is counted: formula F25, iJw IV076.
func OutputWeeks(p zio.Period) int64 { return EffortWeeks(p) } // every touched week has a Sunday or is the last

// OutputWeeksInMonth is the number of weeks that are declared in one month: its Sundays inside the period, and in
// the month of the last Sunday one more when the period does not end on a Sunday. A period without a Sunday has its
// only week in its last month.
func OutputWeeksInMonth(p, month zio.Period) int64 {
	part, inside := p.Overlap(month)
	if !inside {
		return 0
	}
	n := sundays(part)
	if sunday(p.Until) {
		return n
	}
	last := zio.DateFromDayNumber(p.Until.DayNumber() - (p.Until.DayNumber()-mondayZero)%7 - 1)
	if last.Before(p.From) {
		last = p.Until
	}
	if month.Contains(last) {
		n++
	}
	return n
}

// DeclaredHours turns minutes of a whole declaration period into hours (declaratie in uren): formula F24, iJw IV079.
// The sum is rounded half-up at 30 minutes and is at least one hour; no minutes are no hours.
func DeclaredHours(minutes []int64) int64 {
	sum := int64(0)
	for _, m := range minutes {
		sum += m
	}
	if sum <= 0 {
		return 0
	}
	return max(1, (sum+30)/60)
}

// DeclaredAmount is minutes at a tariff per hour, rounded once to the cent, half-up: formula F23, iJw TR346 and IV081.
// A rounded tariff per minute is informative only and never used.
func DeclaredAmount(tariff money.Euro, minutes int64) (money.Euro, error) {
	x, err := tariff.Exact().MulInt(minutes)
	if err == nil {
		x, err = x.QuoInt(60)
	}
	if err != nil {
		return money.Euro{}, err
	}
	return x.Euro(money.HalfUp)
}

// MinuteTariff rounds a tariff per hour to the nearest amount that 60 divides, half-up, so that a minute costs whole
// cents: formula F26, as Zuid-Drenthe did for 2020.
func MinuteTariff(tariff money.Euro) (money.Euro, error) {
	x, err := tariff.Exact().QuoInt(60)
	if err != nil {
		return money.Euro{}, err
	}
	perMinute, err := x.Round(money.HalfUp)
	if err != nil {
		return money.Euro{}, err
	}
	return money.EuroFromCents(perMinute).MulInt(60)
}

// mondayZero is the day number of a Monday; DayNumber counts days, so that a week starts on each multiple of 7 from it.
var mondayZero = zio.MustParseDate("2024-01-01").DayNumber() - 7*10_000

func week(d zio.Date) int64 { return (d.DayNumber() - mondayZero) / 7 }

func sunday(d zio.Date) bool { return (d.DayNumber()-mondayZero)%7 == 6 }

// sundays counts the Sundays in a period.
func sundays(p zio.Period) int64 {
	n := week(p.Until) - week(p.From)
	if sunday(p.Until) {
		n++
	}
	return n
}
