package intake

import (
	"bytes"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

var schoolTypeUnknown = &zio.ProblemKind{
	Code: "intake.school-type-unknown",
	NL:   "In de kolom {column} staat {value}. Dat is geen schoolsoort die DUO gebruikt: Bo, Sbo, So, Vso, Pro of Vo.",
	EN:   "The column {column} says {value}. That is not a type of school that DUO uses: Bo, Sbo, So, Vso, Pro or Vo.",
}

// schoolTypes are the types of school as files write them, in any mix of capitals.
var schoolTypes = [...]struct {
	text string
	kind zio.SchoolType
}{
	{"SO", zio.SpecialPrimary}, {"VSO", zio.SpecialSecondary}, {"SOVSO", zio.SpecialBoth}, {"SO/VSO", zio.SpecialBoth}, {"SO-VSO", zio.SpecialBoth},
	{"(V)SO", zio.SpecialBoth}, {"SBO", zio.SpecialBasic}, {"SBAO", zio.SpecialBasic}, {"BO", zio.Primary}, {"BAO", zio.Primary}, {"PRO", zio.Practical}, {"VO", zio.Secondary},
}

// schoolType is a cell as a type of school.
func (x *run) schoolType(column int) (zio.SchoolType, error) {
	text := string(x.cell(column))
	for _, t := range schoolTypes {
		if strings.EqualFold(text, t.text) {
			return t.kind, nil
		}
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
	b, n := bytes.ToUpper(x.cell(brin)), bytes.ToUpper(x.cell(number))
	if isScientific(n) {
		return zio.SiteCode{}, x.at(countScientific, number)
	}
	var code zio.SiteCode
	var err error
	if brin == number || len(n) == 6 && bytes.Equal(n[:4], b) {
		code, err = zio.ParseSiteCode(string(n))
	} else {
		code, err = zio.SiteCodeFromParts(string(b), string(n))
	}
	return code, x.of(err, brin)
}

// municipality is a cell as a code. Whether a municipality has it is not looked up here.
func (x *run) municipality(column int) (zio.MunicipalityCode, error) {
	b := x.cell(column)
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
