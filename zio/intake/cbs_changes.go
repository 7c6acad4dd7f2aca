package intake

import (
	"github.com/zio-collectief/zio/zio"
)

const (
	changeUntil = iota
	changeOld
	changeNew
	changeNow
	changeName
)

var cbsChangeColumns = []column{
	{names: []string{"BESTAAN TOT"}},
	{names: []string{"OUDE"}},
	{names: []string{"NIEUWE"}},
	{names: []string{"HUIDIGE CODE"}},
	{names: []string{"HUIDIGE NAAM"}},
}

// CBSChangeRow is one row of the CBS list of municipal changes (gemeentelijke herindelingen): a
// municipality that ended and the one that went on in its place.
type CBSChangeRow struct {
	Line    int64
	On      zio.Date // first day on which the old municipality was no more
	Old     zio.MunicipalityCode
	New     zio.MunicipalityCode
	Now     zio.MunicipalityCode // the municipality that holds it in the year of the file
	NowName string
}

// ReadCBSChanges reads the CBS list of municipal changes and hands each row to place. Error and report are
// those of [ReadDuoPO].
func ReadCBSChanges(t *Table, o Options, place func(*CBSChangeRow) error) (*Report, error) {
	x, err := begin(t, LayoutCBSChanges, o)
	if err != nil {
		return &x.report, err
	}
	var row CBSChangeRow
	err = x.rows(func() (err error) {
		row = CBSChangeRow{Line: t.Line()}
		if row.On, err = x.date(changeUntil); err != nil {
			return err
		}
		if row.Old, err = x.municipality(changeOld); err != nil {
			return err
		}
		if row.New, err = x.municipality(changeNew); err != nil {
			return err
		}
		if row.Now, err = x.municipality(changeNow); err != nil {
			return err
		}
		if row.NowName, err = x.text(changeName); err != nil {
			return err
		}
		return place(&row)
	})
	return &x.report, err
}
