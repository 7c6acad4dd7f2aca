package intake

import (
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// date is a cell as a date. Files write 2023-10-01, 20231001, 1-10-2023 and 01/10/2023: the day comes before
// the month wherever the year comes last. A month may be a word in Dutch or English ("1 oktober 2023", "1-okt-2023"), and midnight
// may stand behind the day.
func (x *run) date(column int) (zio.Date, error) {
	b := x.cell(column)
	if d, ok := parseDate(b); ok {
		return d, nil
	}
	if isScientific(b) {
		return zio.Date{}, x.at(countScientific, column)
	}
	return zio.Date{}, x.at(dateMalformed, column)
}

var dateMalformed = &zio.ProblemKind{
	Code: "intake.date-malformed",
	NL:   "In de kolom {column} staat {value}. Dat is geen datum. Schrijf 2023-10-01, 20231001 of 1-10-2023.",
	EN:   "The column {column} says {value}. That is not a date. Write 2023-10-01, 20231001 or 1-10-2023.",
}

func parseDate(b []byte) (zio.Date, bool) {
	text := withoutMidnight(string(b))
	if len(text) == 8 && onlyDigits(b) {
		return dateOf(text[:4], text[4:6], text[6:])
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' })
	for _, between := range [...]string{"-", "/"} {
		if len(parts) == 1 {
			parts = strings.Split(text, between)
		}
	}
	switch {
	case len(parts) != 3:
		return zio.Date{}, false
	case len(parts[0]) == 4:
		return dateOf(parts[0], parts[1], parts[2])
	}
	return dateOf(parts[2], parts[1], parts[0])
}

// dateOf is the day of a year of four digits, a month of one or two or in words, and a day of one or two.
func dateOf(year, month, day string) (zio.Date, bool) {
	y, _ := digits([]byte(year)) // 0, which none of them can be, where they are no digits
	m, isNumber := digits([]byte(month))
	d, _ := digits([]byte(day))
	if !isNumber {
		m = monthOf(month)
	}
	if len(year) != 4 || len(day) > 2 || isNumber && len(month) > 2 {
		return zio.Date{}, false
	}
	date, err := zio.DateFromYMD(int(y), int(m), int(d))
	return date, err == nil
}

// monthOf is the number of a month by its name or the first three letters of that; 0 where it is none.
func monthOf(word string) int64 {
	month := strings.ToLower(strings.TrimSuffix(word, "."))
	for i := int64(1); i <= 12; i++ {
		dutch, english := zio.MonthName(int(i), zio.Dutch), strings.ToLower(zio.MonthName(int(i), zio.English))
		if month == dutch || month == english || month == dutch[:3] || month == english[:3] || month == "mrt" && i == 3 {
			return i
		}
	}
	return 0
}

// withoutMidnight takes away the time that programs write behind a day: "2023-10-01 00:00:00", "2023-10-01T00:00:00".
func withoutMidnight(text string) string {
	for _, time := range [...]string{" 0:00", " 00:00", " 0:00:00", " 00:00:00", " 00:00:00.000", "T00:00", "T00:00:00", "T00:00:00.000", "T00:00:00Z", "T00:00:00.000Z"} {
		if day, is := strings.CutSuffix(text, time); is {
			return day
		}
	}
	return text
}
