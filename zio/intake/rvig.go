package intake

import (
	"github.com/zio-collectief/zio/zio"
)

const (
	rvigCode = iota
	rvigName
	rvigNext
	rvigFrom
	rvigUntil
)

var rvigColumns = []column{
	{names: []string{"92 10 GEMEENTECODE"}},
	{names: []string{"92 11 OMSCHRIJVING"}},
	{names: []string{"92 12 NIEUWE CODE"}},
	{names: []string{"99 98 DATUM INGANG"}},
	{names: []string{"99 99 DATUM EINDE"}},
}

// RvIGRow is one row of table 33 of RvIG (gemeententabel): one municipality, from and until when.
type RvIGRow struct {
	Line int64
	Code zio.MunicipalityCode
	Name string
	Next zio.MunicipalityCode // the one that went on in its place; zero where it goes on itself
	From zio.Date             // first day; no date where the table does not say, and before 1900
	End  zio.Date             // first day on which it was no more; no date where it goes on, and before 1900
	Past bool                 // it was no more before 1900 already
}

var notMunicipality = &zio.ProblemKind{
	Code: "intake.not-a-municipality",
	NL:   "{value} is in de tabel van RvIG geen gemeente maar een plaatsvervanger: er woont niemand.",
	EN:   "In the table of RvIG {value} is not a municipality but a placeholder: nobody lives there.",
}

// isPlaceholder reports whether a code of table 33 stands for people outside the municipalities: those of the
// registration of non-residents and what came before it.
func isPlaceholder(code zio.MunicipalityCode) bool {
	n := code.Number()
	return n >= 997 && n <= 999 || n == 1999
}

// dateSince1900 is a cell as a date; early says that it is one before 1900, which no document has. Only zeros are no date.
func (x *run) dateSince1900(column int) (d zio.Date, early bool, err error) {
	if d, err = x.date(column); err != nil {
		b := x.cell(column)
		if string(b) == "00000000" { // how registers write a date that is not known
			return zio.Date{}, false, nil
		}
		n, ok := digits(b)
		year, month, day := int(n/10_000), int(n/100%100), int(n%100)
		if ok && len(b) == 8 && year > 1000 && year < zio.FirstYear && month >= 1 && month <= 12 && day >= 1 && day <= zio.DaysInMonth(year, month) {
			return zio.Date{}, true, nil
		}
	}
	return d, false, err
}

// ReadRvIG33 reads table 33 of RvIG and hands each row to place. The code 0000 (unknown) is no
// municipality, and neither is one of those for non-residents: their rows are listed. Error and report are those of
// [ReadDuoPO].
func ReadRvIG33(t *Table, o Options, place func(*RvIGRow) error) (*Report, error) {
	x, err := begin(t, LayoutRvIG33, o)
	if err != nil {
		return &x.report, err
	}
	var row RvIGRow
	err = x.rows(func() (err error) {
		row = RvIGRow{Line: t.Line()}
		if row.Code, err = x.municipality(rvigCode); err != nil {
			return err
		}
		if isPlaceholder(row.Code) {
			return x.at(notMunicipality, rvigCode)
		}
		if row.Name, err = x.filled(rvigName); err != nil {
			return err
		}
		if len(x.cell(rvigNext)) > 0 {
			if row.Next, err = x.municipality(rvigNext); err != nil {
				return err
			}
		}
		if len(x.cell(rvigFrom)) > 0 {
			if row.From, _, err = x.dateSince1900(rvigFrom); err != nil {
				return err
			}
		}
		if len(x.cell(rvigUntil)) > 0 {
			if row.End, row.Past, err = x.dateSince1900(rvigUntil); err != nil {
				return err
			}
		}
		return place(&row)
	})
	return &x.report, err
}
