package intake

import (
	"slices"

	"github.com/zio-collectief/zio/zio"
)

// Postcodes says in which municipality a four-digit postcode lies (postcodetabel). It is filled from a table
// that the user supplies, such as that of the school alliances: no table is embedded, because postcodes move
// between municipalities every year. The zero value knows none.
type Postcodes struct {
	codes []uint16 // by postcode, 1000 to 9999: the number of the municipality
	twice []uint16 // postcodes that lie in more than one municipality, sorted
}

var (
	postcodeUnknown = &zio.ProblemKind{
		Code: "intake.postcode-not-in-table",
		NL:   "Postcode {postcode} staat niet in de tabel van postcodes en gemeenten.",
		EN:   "Postcode {postcode} is not in the table of postcodes and municipalities.",
	}
	postcodeTwice = &zio.ProblemKind{
		Code: "intake.postcode-in-two-municipalities",
		NL:   "Postcode {postcode} ligt volgens de tabel in meer dan een gemeente. Zoek deze leerlingen op bij de school.",
		EN:   "Postcode {postcode} lies in more than one municipality according to the table. Look these pupils up at the school.",
	}
)

// Add says that a postcode lies, also, in a municipality.
func (p *Postcodes) Add(postcode zio.Postcode4, code zio.MunicipalityCode) {
	if postcode.IsZero() || code.IsZero() {
		return
	}
	if p.codes == nil {
		p.codes = make([]uint16, 9000)
	}
	n := postcode.Number()
	at := &p.codes[n-1000]
	if *at == 0 {
		*at = code.Number()
		return
	}
	if i, found := slices.BinarySearch(p.twice, n); *at != code.Number() && !found {
		p.twice = slices.Insert(p.twice, i, n)
	}
}

// Municipality is the municipality of a postcode; a problem where the table has none or more than one.
func (p *Postcodes) Municipality(postcode zio.Postcode4) (zio.MunicipalityCode, error) {
	n := postcode.Number()
	if p.codes == nil || postcode.IsZero() || p.codes[n-1000] == 0 {
		return zio.MunicipalityCode{}, postcodeUnknown.At("", "postcode", postcode.String())
	}
	if _, found := slices.BinarySearch(p.twice, n); found {
		return zio.MunicipalityCode{}, postcodeTwice.At("", "postcode", postcode.String())
	}
	return zio.MunicipalityCodeFromNumber(int64(p.codes[n-1000])), nil
}

// postcodeColumns are the columns of a table of postcodes; a table of school alliances may have them too.
var postcodeColumns = []column{
	{names: allianceColumns[swvPostcode].names},
	{names: allianceColumns[swvMunicipality].names},
}

// PostcodeRow is one row of a table of postcodes: a municipality in which a postcode lies.
type PostcodeRow struct {
	Line         int64
	Postcode     zio.Postcode4
	Municipality zio.MunicipalityCode
}

// ReadPostcodes reads a table with a column of four-digit postcodes (pc4, postcode) and a column of codes of
// municipalities (gemeentecode), all together. Error and report are those of [ReadDuoPO].
func ReadPostcodes(t *Table, o Options) (*Postcodes, *Report, error) {
	p := &Postcodes{}
	report, err := ReadPostcodeRows(t, o, func(r *PostcodeRow) error {
		p.Add(r.Postcode, r.Municipality)
		return nil
	})
	return p, report, err
}

// ReadPostcodeRows reads such a table and hands each row to place.
func ReadPostcodeRows(t *Table, o Options, place func(*PostcodeRow) error) (*Report, error) {
	x, err := begin(t, LayoutPostcodes, o)
	if err != nil {
		return &x.report, err
	}
	var row PostcodeRow
	err = x.rows(func() (err error) {
		row = PostcodeRow{Line: t.Line()}
		if row.Postcode, err = x.postcode(0); err != nil {
			return err
		}
		if row.Postcode.IsZero() {
			return x.at(placeMissing, 0)
		}
		if row.Municipality, err = x.municipality(1); err != nil {
			return err
		}
		return place(&row)
	})
	return &x.report, err
}
