package intake

import (
	"github.com/zio-collectief/zio/zio"
)

const (
	pcBRIN = iota
	pcNumber
	pcType
	pcYear
	pcPostcode
	pcPupils
)

var duoPostcodeColumns = []column{
	{names: []string{"INSTELLINGSCODE", "BRIN NUMMER"}},
	{names: []string{"VESTIGINGSCODE", "VESTIGINGSNUMMER"}},
	{names: []string{"TYPE PO"}},
	{names: []string{"PEILJAAR"}},
	{names: []string{"POSTCODE4 DEELNEMER"}},
	{names: []string{"AANTAL LEERLINGEN"}},
}

// DuoPostcodeRow is one row of the DUO file of pupils per four-digit postcode (leerlingen po per
// postcode): the pupils of one type of school at one site who live in one postcode. It is valid during
// the call that hands it over.
type DuoPostcodeRow struct {
	Line   int64
	Date   zio.Date // 1 October of PEILJAAR, the count date of DUO
	Site   zio.SiteCode
	Type   zio.SchoolType
	Home   Place // by postcode; the file has no names
	Pupils Count
}

// ReadDuoPostcode reads the DUO file of pupils per four-digit postcode and hands each row to place, also
// one of which no municipality is known. Error and report are those of [ReadDuoPO].
func ReadDuoPostcode(t *Table, o Options, place func(*DuoPostcodeRow) error) (*Report, error) {
	x, err := begin(t, LayoutDuoPostcode, o)
	if err != nil {
		return &x.report, err
	}
	by := o.places()
	var row DuoPostcodeRow
	err = x.rows(func() (err error) {
		row = DuoPostcodeRow{Line: t.Line()}
		if row.Date, err = x.year(pcYear); err != nil {
			return err
		}
		if row.Type, err = x.chosenType(pcType); err != nil {
			return err
		}
		if row.Site, err = x.site(pcBRIN, pcNumber); err != nil {
			return err
		}
		if err = x.chosenSite(row.Site); err != nil {
			return err
		}
		if row.Pupils, err = x.count(pcPupils); err != nil {
			return err
		}
		if row.Home.Postcode, err = x.postcode(pcPostcode); err != nil {
			return err
		}
		if kind := noPostcode(x.cell(pcPostcode)); kind != nil {
			row.Home.Problem = x.at(kind, pcPostcode)
		}
		x.byPostcode(&row.Home, by, pcPostcode)
		if !row.Home.known() && row.Home.Problem.Kind == nil {
			row.Home.Problem = x.at(placePostcodeUnknown, pcPostcode)
		}
		return place(&row)
	})
	return &x.report, err
}

var yearMalformed = &zio.ProblemKind{
	Code: "intake.year-malformed",
	NL:   "In de kolom {column} staat {value}. Dat is geen jaar van vier cijfers, zoals 2023.",
	EN:   "The column {column} says {value}. That is not a year of four digits, like 2023.",
}

// year is a cell with a year as the count date of DUO in that year, 1 October.
func (x *run) year(column int) (zio.Date, error) {
	b := x.cell(column)
	if d, ok := dateOf(string(b), "10", "1"); ok {
		return d, nil
	}
	if isScientific(b) {
		return zio.Date{}, x.at(countScientific, column)
	}
	return zio.Date{}, x.at(yearMalformed, column)
}
