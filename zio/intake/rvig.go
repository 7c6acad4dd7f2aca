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
	From zio.Date             // first day; no date where the table does not say
	End  zio.Date             // first day on which it was no more; no date where it goes on
}

// ReadRvIG33 reads table 33 of RvIG and hands each row to place. The code 0000 (unknown) is no
// municipality: its row is listed. Error and report are those of [ReadDuoPO].
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
		if row.Name, err = x.filled(rvigName); err != nil {
			return err
		}
		if len(x.cell(rvigNext)) > 0 {
			if row.Next, err = x.municipality(rvigNext); err != nil {
				return err
			}
		}
		if len(x.cell(rvigFrom)) > 0 {
			if row.From, err = x.date(rvigFrom); err != nil {
				return err
			}
		}
		if len(x.cell(rvigUntil)) > 0 {
			if row.End, err = x.date(rvigUntil); err != nil {
				return err
			}
		}
		return place(&row)
	})
	return &x.report, err
}
