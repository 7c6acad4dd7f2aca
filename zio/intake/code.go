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
		code, err = zio.ParseSiteCode(string(bytes.ToUpper(n)))
	} else {
		code, err = zio.SiteCodeFromParts(string(bytes.ToUpper(b)), string(n))
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

var cellEmpty = &zio.ProblemKind{
	Code: "intake.cell-empty",
	NL:   "De kolom {column} is leeg. Vul hem in of haal de regel weg.",
	EN:   "The column {column} is empty. Fill it in or remove the row.",
}

// filled is a cell as text that must be there.
func (x *run) filled(column int) (string, error) {
	s, err := x.text(column)
	if err == nil && s == "" {
		err = x.at(cellEmpty, column)
	}
	return s, err
}
