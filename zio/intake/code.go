package intake

import (
	"bytes"
	"slices"

	"github.com/zio-collectief/zio/zio"
)

var schoolTypeUnknown = &zio.ProblemKind{
	Code: "intake.school-type-unknown",
	NL:   "In de kolom {column} staat {value}. Dat is geen schoolsoort die DUO gebruikt: Bo, Sbo, So, Vso, Pro of Vo.",
	EN:   "The column {column} says {value}. That is not a type of school that DUO uses: Bo, Sbo, So, Vso, Pro or Vo.",
}

// schoolType reads a type of school as DUO writes it, in any mix of capitals.
func schoolType(b []byte) zio.SchoolType {
	var upper [8]byte
	if len(b) == 0 || len(b) > len(upper) {
		return 0
	}
	for i, c := range b {
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		upper[i] = c
	}
	switch string(upper[:len(b)]) {
	case "BO", "BAO":
		return zio.Primary
	case "SBO", "SBAO":
		return zio.SpecialBasic
	case "SO":
		return zio.SpecialPrimary
	case "VSO":
		return zio.SpecialSecondary
	case "SOVSO", "SO/VSO", "SO-VSO", "(V)SO":
		return zio.SpecialBoth
	case "PRO":
		return zio.Practical
	case "VO":
		return zio.Secondary
	}
	return 0
}

// schoolType is a cell as a type of school.
func (x *run) schoolType(column int) (zio.SchoolType, error) {
	if t := schoolType(x.cell(column)); t != 0 {
		return t, nil
	}
	return 0, x.at(schoolTypeUnknown, column)
}

// chosenType is schoolType for rows of which only some types are wanted.
func (x *run) chosenType(column int) (zio.SchoolType, error) {
	t, err := x.schoolType(column)
	if err == nil && x.o.types != nil && !slices.Contains(x.o.types, t) {
		return t, Outside
	}
	return t, err
}

// chosenSite says that a row is outside when its site is not wanted.
func (x *run) chosenSite(site zio.SiteCode) error {
	if x.o.site != nil && !x.o.site(site) {
		return Outside
	}
	return nil
}

// site joins the code of a school and the number of its site. The number may also be the whole code, and
// a single digit where a file writes it without a zero.
func (x *run) site(brin, number int) (zio.SiteCode, error) {
	b, n := x.cell(brin), x.cell(number)
	if isScientific(n) && len(n) > 2 {
		return zio.SiteCode{}, x.at(countScientific, number)
	}
	var code zio.SiteCode
	var err error
	if len(n) == 6 && bytes.HasPrefix(n, b) {
		code, err = zio.ParseSiteCode(string(n))
	} else {
		code, err = zio.SiteCodeFromParts(string(b), string(n))
	}
	return code, x.of(err, brin)
}

// municipality is a cell as a code. Whether a municipality has it is not looked up here.
func (x *run) municipality(column int) (zio.MunicipalityCode, error) {
	b := x.cell(column)
	if n, ok := digits(b); ok && len(b) == 4 && n > 0 {
		return zio.MunicipalityCodeFromNumber(n), nil
	}
	if isScientific(b) {
		return zio.MunicipalityCode{}, x.at(countScientific, column)
	}
	text, err := x.text(column)
	if err != nil {
		return zio.MunicipalityCode{}, err
	}
	code, err := zio.ParseMunicipalityCode(text)
	if p, ok := err.(zio.Problem); ok && x.o.PadCodes && p.Code() == "municipality.code-short" {
		x.padded = true
		return zio.ParseMunicipalityCode(p.Param("proposal"))
	}
	return code, x.of(err, column)
}

// board is a cell as the number of a school board; an empty cell is none.
func (x *run) board(column int) (zio.BoardNumber, error) {
	b := x.cell(column)
	if len(b) == 0 {
		return zio.BoardNumber{}, nil
	}
	if isScientific(b) {
		return zio.BoardNumber{}, x.at(countScientific, column)
	}
	text := string(b)
	if x.o.PadCodes && len(text) < 5 && onlyDigits(b) {
		x.padded = true
		text = "00000"[:5-len(text)] + text
	}
	n, err := zio.ParseBoardNumber(text)
	return n, x.of(err, column)
}

// date is a cell as a date. Files write 2023-10-01, 20231001, 1-10-2023 and 01/10/2023: the day comes before
// the month wherever the year comes last.
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
