package zio

import "cmp"

var (
	dateMalformed = ProblemKind{
		Code: "date.malformed",
		NL:   "\"{value}\" is geen datum. Schrijf jaar, maand en dag als \"2024-08-01\".",
		EN:   "\"{value}\" is not a date. Write year, month and day like \"2024-08-01\".",
	}
	dateNotOnCalendar = ProblemKind{
		Code: "date.not-on-calendar",
		NL:   "De datum \"{value}\" bestaat niet. Kijk de maand en de dag na.",
		EN:   "The date \"{value}\" does not exist. Check the month and the day.",
	}
	dateOutOfRange = ProblemKind{
		Code: "date.out-of-range",
		NL:   "De datum \"{value}\" ligt te ver weg. Gebruik een datum van 1900-01-01 tot en met 2199-12-31.",
		EN:   "The date \"{value}\" is too far away. Use a date from 1900-01-01 to 2199-12-31.",
	}
)

// The ends of the calendar: the first and the last year that a [Date] can be in.
const (
	FirstYear = 1900
	LastYear  = 2199
)

// Date is a day on the calendar (datum) from 1900-01-01 to 2199-12-31, without time and
// time zone. Dates are compared with == and [Date.Compare]. The zero value is no date.
type Date struct{ n int32 } // 1 is 1900-01-01; 0 is no date

// lastDay is the day number of 2199-12-31.
var lastDay = daysBefore(LastYear + 1)

// DateFromYMD makes a date of a year, a month 1..12 and a day of the month 1..31.
func DateFromYMD(year, month, day int) (Date, error) {
	value := func() string {
		if year < 0 || year > 9999 || month < 0 || month > 99 || day < 0 || day > 99 {
			return ""
		}
		return padded(uint32(year), 4) + "-" + padded(uint32(month), 2) + "-" + padded(uint32(day), 2)
	}
	switch {
	case day < 1 || day > DaysInMonth(year, month): // a month that is none has no days
		return Date{}, dateNotOnCalendar.At("", "value", value())
	case year < FirstYear || year > LastYear:
		return Date{}, dateOutOfRange.At("", "value", value())
	}
	return Date{daysBefore(year) + daysBeforeMonth(year, month) + int32(day)}, nil
}

// ParseDate reads an ISO 8601 date, "2024-08-01": exactly ten characters.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !allDigits(s[:4]) || !allDigits(s[5:7]) || !allDigits(s[8:]) {
		return Date{}, dateMalformed.At("", "value", echo(s))
	}
	return DateFromYMD(int(number(s[:4])), int(number(s[5:7])), int(number(s[8:])))
}

// MustParseDate is [ParseDate] for constants; it panics on a problem.
func MustParseDate(s string) Date { return must(ParseDate(s)) }

// DateFromDayNumber is the date with a [Date.DayNumber]; no date outside the range.
func DateFromDayNumber(n int64) Date {
	if n < 1 || n > int64(lastDay) {
		return Date{}
	}
	return Date{int32(n)}
}

// DayNumber counts days: 1900-01-01 is 1, 2199-12-31 is 109573; no date is 0.
func (d Date) DayNumber() int64 { return int64(d.n) }

// AddDays is the date n days later, or earlier where n is negative; no date where the
// result lies outside the range or d is no date.
func (d Date) AddDays(n int64) Date {
	if d.n == 0 || n > int64(lastDay) || n < -int64(lastDay) {
		return Date{}
	}
	return DateFromDayNumber(int64(d.n) + n)
}

// AddMonths is the same day n months later; where that month is shorter its last day
// (2024-01-31 and one month is 2024-02-29). No date where the result lies outside the
// range or d is no date.
func (d Date) AddMonths(n int64) Date {
	const months = 12 * (LastYear - FirstYear + 1)
	if d.n == 0 || n > months || n < -months {
		return Date{}
	}
	year, month, day := d.YMD()
	m := int64(year-FirstYear)*12 + int64(month-1) + n
	if m < 0 || m >= months {
		return Date{}
	}
	year, month = FirstYear+int(m/12), int(m%12)+1
	return Date{daysBefore(year) + daysBeforeMonth(year, month) + int32(min(day, DaysInMonth(year, month)))}
}

// DaysUntil is the number of days from d to e, negative where e is earlier: from today
// until tomorrow is 1. For a count in which both ends count use [Period.Days].
func (d Date) DaysUntil(e Date) int64 { return int64(e.n) - int64(d.n) }

// YMD is the year, the month 1..12 and the day of the month 1..31; zeros for no date.
func (d Date) YMD() (year, month, day int) {
	if d.n == 0 {
		return 0, 0, 0
	}
	year = FirstYear + int(d.n-1)/366
	for year < LastYear && daysBefore(year+1) < d.n {
		year++
	}
	rest := d.n - daysBefore(year)
	month = int(rest-1)/31 + 1
	if month < 12 && daysBeforeMonth(year, month+1) < rest {
		month++
	}
	return year, month, int(rest - daysBeforeMonth(year, month))
}

// Year is the calendar year; 0 for no date.
func (d Date) Year() int { year, _, _ := d.YMD(); return year }

// Month is the month 1..12; 0 for no date.
func (d Date) Month() int { _, month, _ := d.YMD(); return month }

// Day is the day of the month 1..31; 0 for no date.
func (d Date) Day() int { _, _, day := d.YMD(); return day }

// FirstOfMonth is the first day of the month of d.
func (d Date) FirstOfMonth() Date {
	if d.n == 0 {
		return d
	}
	return Date{d.n - int32(d.Day()) + 1}
}

// LastOfMonth is the last day of the month of d.
func (d Date) LastOfMonth() Date {
	if d.n == 0 {
		return d
	}
	year, month, day := d.YMD()
	return Date{d.n + int32(DaysInMonth(year, month)-day)}
}

// Weekday is the day of the week by ISO 8601, 1 is Monday and 7 is Sunday; 0 for no date.
func (d Date) Weekday() int {
	if d.n == 0 {
		return 0
	}
	return int(d.n-1)%7 + 1 // 1900-01-01 is a Monday
}

// ISOWeek is the year and week by ISO 8601, in which week 1 holds the first Thursday of
// the year: the first days of January can be in the last week of the year before.
func (d Date) ISOWeek() (year, week int) {
	if d.n == 0 {
		return 0, 0
	}
	thursday := d.n + 4 - int32(d.Weekday())
	year = d.Year()
	switch {
	case thursday <= daysBefore(year):
		year--
	case thursday > daysBefore(year+1):
		year++
	}
	return year, int(thursday-daysBefore(year)-1)/7 + 1
}

// IsValid reports whether this is a date; the zero value is not.
func (d Date) IsValid() bool { return d.n != 0 }

// IsZero reports whether this is no date.
func (d Date) IsZero() bool { return d.n == 0 }

// Compare orders by time; no date comes first.
func (d Date) Compare(e Date) int { return cmp.Compare(d.n, e.n) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.n > e.n }

// String is "2024-08-01"; "" for no date.
func (d Date) String() string {
	if d.n == 0 {
		return ""
	}
	return string(d.append(make([]byte, 0, 10)))
}

func (d Date) append(b []byte) []byte {
	year, month, day := d.YMD()
	b = append(appendPadded(b, uint32(year), 4), '-')
	b = append(appendPadded(b, uint32(month), 2), '-')
	return appendPadded(b, uint32(day), 2)
}

// AppendText appends what MarshalText gives.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d.n == 0 {
		return b, unsetValue.At("")
	}
	return d.append(b), nil
}

// MarshalText gives "2024-08-01"; no date is a problem.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads as [ParseDate] does.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}

// IsLeapYear reports whether the year has a 29 February (schrikkeljaar).
func IsLeapYear(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysInYear is 365 or 366.
func DaysInYear(year int) int {
	if IsLeapYear(year) {
		return 366
	}
	return 365
}

// DaysInMonth is the number of days of a month 1..12; 0 for any other month.
func DaysInMonth(year, month int) int {
	switch month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		return DaysInYear(year) - 337
	}
	return 0
}

// daysBefore is the number of days from 1900-01-01 to 1 January of the year, which is
// 1900..2201.
func daysBefore(year int) int32 {
	leaps := func(y int) int { return y/4 - y/100 + y/400 }
	return int32((year-FirstYear)*365 + leaps(year-1) - leaps(FirstYear-1))
}

// daysBeforeMonth is the number of days of the year before the first of the month 1..12.
func daysBeforeMonth(year, month int) int32 {
	n := 0
	for m := 1; m < month; m++ {
		n += DaysInMonth(year, m)
	}
	return int32(n)
}
