package intake

import (
	"bytes"
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
	b = withoutMidnight(b)
	if d, ok := dateInWords(b); ok {
		return d, true
	}
	var part [3]int64
	var width [3]int
	n := 0
	if len(b) == 8 && onlyDigits(b) {
		part[0], _ = digits(b[:4])
		part[1], _ = digits(b[4:6])
		part[2], _ = digits(b[6:])
		return dateOf(part[0], part[1], part[2])
	}
	for len(b) > 0 {
		i := 0
		for i < len(b) && b[i]-'0' <= 9 {
			i++
		}
		v, ok := digits(b[:i])
		if !ok || n == 3 {
			return zio.Date{}, false
		}
		part[n], width[n] = v, i
		n++
		if i == len(b) {
			break
		}
		if b[i] != '-' && b[i] != '/' || i+1 == len(b) {
			return zio.Date{}, false
		}
		b = b[i+1:]
	}
	switch {
	case n == 3 && width[0] == 4 && width[1] <= 2 && width[2] <= 2:
		return dateOf(part[0], part[1], part[2])
	case n == 3 && width[2] == 4 && width[1] <= 2 && width[0] <= 2:
		return dateOf(part[2], part[1], part[0])
	}
	return zio.Date{}, false
}

func dateOf(year, month, day int64) (zio.Date, bool) {
	d, err := zio.DateFromYMD(int(year), int(month), int(day))
	return d, err == nil
}

// withoutMidnight takes away the time that programs write behind a day: "2023-10-01 00:00:00", "2023-10-01T00:00:00".
func withoutMidnight(b []byte) []byte {
	if i := bytes.IndexAny(b, " T"); i >= 6 {
		switch string(b[i+1:]) {
		case "0:00", "00:00", "0:00:00", "00:00:00", "00:00:00.000", "00:00:00Z", "00:00:00.000Z":
			return b[:i]
		}
	}
	return b
}

// dateInWords reads a day, the name of a month or its first three letters, and a year of four digits.
func dateInWords(b []byte) (zio.Date, bool) {
	if len(b) < 8 || b[0]-'0' > 9 || len(b) > 30 {
		return zio.Date{}, false
	}
	words := bytes.FieldsFunc(b, func(r rune) bool { return r == ' ' || r == '-' })
	if len(words) != 3 || len(words[0]) > 2 || len(words[2]) != 4 {
		return zio.Date{}, false
	}
	day, ok := digits(words[0])
	year, whole := digits(words[2])
	month := strings.ToLower(string(bytes.TrimSuffix(words[1], []byte("."))))
	for i := int64(1); ok && whole && i <= 12; i++ {
		dutch, english := zio.MonthName(int(i), zio.Dutch), strings.ToLower(zio.MonthName(int(i), zio.English))
		if month == dutch || month == english || month == dutch[:3] || month == english[:3] || month == "mrt" && i == 3 {
			return dateOf(year, i, day)
		}
	}
	return zio.Date{}, false
}
