package zio

import "cmp"

var (
	schoolYearMalformed = ProblemKind{
		Code: "school-year.malformed",
		NL:   "\"{value}\" is geen schooljaar. Schrijf twee jaren na elkaar, zoals \"2023-2024\".",
		EN:   "\"{value}\" is not a school year. Write two years in a row, like \"2023-2024\".",
	}
	schoolYearOutOfRange = ProblemKind{
		Code: "school-year.out-of-range",
		NL:   "Het schooljaar \"{value}\" ligt te ver weg. Gebruik 1900-1901 tot en met 2198-2199.",
		EN:   "The school year \"{value}\" is too far away. Use 1900-1901 to 2198-2199.",
	}
)

// SchoolYear is a school year (schooljaar), which runs from 1 August until 31 July of the
// next year, both counted. The zero value is no school year.
type SchoolYear struct{ start int16 } // the year of 1 August; 0 is no school year

// ParseSchoolYear reads "2023-2024" or "2023/2024".
func ParseSchoolYear(s string) (SchoolYear, error) {
	if len(s) != 9 || s[4] != '-' && s[4] != '/' || !allDigits(s[:4]) || !allDigits(s[5:]) || number(s[5:]) != number(s[:4])+1 {
		return SchoolYear{}, schoolYearMalformed.At("", "value", echo(s))
	}
	return SchoolYearFromStart(int(number(s[:4])))
}

// MustParseSchoolYear is [ParseSchoolYear] for constants; it panics on a problem.
func MustParseSchoolYear(s string) SchoolYear { return must(ParseSchoolYear(s)) }

// SchoolYearFromStart is the school year that begins on 1 August of the year.
func SchoolYearFromStart(year int) (SchoolYear, error) {
	if year < FirstYear || year >= LastYear {
		value := ""
		if year >= 0 && year < 9999 {
			value = padded(uint32(year), 4) + "-" + padded(uint32(year+1), 4)
		}
		return SchoolYear{}, schoolYearOutOfRange.At("", "value", value)
	}
	return SchoolYear{int16(year)}, nil
}

// SchoolYearOf is the school year that contains the date; no school year for no date and
// for the dates before 1 August 1900 and after 31 July 2199.
func SchoolYearOf(d Date) SchoolYear {
	year, month, _ := d.YMD()
	if month < 8 {
		year--
	}
	y, err := SchoolYearFromStart(year)
	if err != nil {
		return SchoolYear{}
	}
	return y
}

// Start is the calendar year in which the school year begins; 0 for no school year.
func (y SchoolYear) Start() int { return int(y.start) }

// Period is 1 August until 31 July; no period for no school year.
func (y SchoolYear) Period() Period {
	if y.start == 0 {
		return Period{}
	}
	from := Date{daysBefore(int(y.start)) + daysBeforeMonth(int(y.start), 8) + 1}
	return Period{from, from.AddMonths(12).AddDays(-1)}
}

// Contains reports whether the date is in the school year.
func (y SchoolYear) Contains(d Date) bool { return y.Period().Contains(d) }

// Next is the school year after this one; no school year after the last.
func (y SchoolYear) Next() SchoolYear {
	if y.start == 0 || y.start+1 >= LastYear {
		return SchoolYear{}
	}
	return SchoolYear{y.start + 1}
}

// Previous is the school year before this one; no school year before the first.
func (y SchoolYear) Previous() SchoolYear {
	if y.start <= FirstYear {
		return SchoolYear{}
	}
	return SchoolYear{y.start - 1}
}

// IsValid reports whether this is a school year; the zero value is not.
func (y SchoolYear) IsValid() bool { return y.start != 0 }

// IsZero reports whether this is no school year.
func (y SchoolYear) IsZero() bool { return y.start == 0 }

// Compare orders by time; no school year comes first.
func (y SchoolYear) Compare(z SchoolYear) int { return cmp.Compare(y.start, z.start) }

// String is "2023-2024"; "" for no school year.
func (y SchoolYear) String() string {
	if y.start == 0 {
		return ""
	}
	return padded(uint32(y.start), 4) + "-" + padded(uint32(y.start)+1, 4)
}

// AppendText appends what MarshalText gives.
func (y SchoolYear) AppendText(b []byte) ([]byte, error) {
	if y.start == 0 {
		return b, unsetValue.At("")
	}
	return append(b, y.String()...), nil
}

// MarshalText gives "2023-2024"; no school year is a problem.
func (y SchoolYear) MarshalText() ([]byte, error) { return y.AppendText(nil) }

// UnmarshalText reads as [ParseSchoolYear] does.
func (y *SchoolYear) UnmarshalText(text []byte) (err error) {
	*y, err = ParseSchoolYear(string(text))
	return err
}
