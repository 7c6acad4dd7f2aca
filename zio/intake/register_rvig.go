package intake

import (
	"slices"

	"github.com/zio-collectief/zio/zio"
)

// RvIGRegister makes a register of table 33 of RvIG (gemeententabel): the municipalities that were in force on
// some day of the period, and the successions after its first day. The table names one successor, also where
// a municipality was split: [zio.Register.Check] can not see that; give the parts and weights by hand. Rows of
// municipalities that ended before the period or begin after it are outside.
func RvIGRegister(t *Table, period zio.Period, o Options) (*zio.Register, *Report, error) {
	r := &zio.Register{Title: "RvIG tabel 33", Period: period, Sources: []zio.Source{{Title: "RvIG, Landelijke Tabel 33 Gemeenten"}}}
	report, err := ReadRvIG33(t, o, func(row *RvIGRow) error {
		ended := !row.End.IsZero() && !row.End.After(period.From)
		if ended || row.Past || row.From.After(period.Until) {
			return Outside
		}
		m := zio.Municipality{Code: row.Code, Name: row.Name}
		if row.From.After(period.From) {
			m.From = row.From
		}
		if !row.End.IsZero() && !row.End.After(period.Until) {
			m.Until = row.End.AddDays(-1)
			if !row.Next.IsZero() {
				r.Successions = append(r.Successions, zio.Succession{On: row.End, From: row.Code, To: row.Next})
			}
		}
		r.Municipalities = append(r.Municipalities, m)
		return nil
	})
	slices.SortFunc(r.Municipalities, zio.Municipality.Compare)
	slices.SortFunc(r.Successions, zio.Succession.Compare)
	return r, report, err
}
