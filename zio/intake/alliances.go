package intake

import (
	"github.com/zio-collectief/zio/zio"
)

const (
	swvPostcode = iota
	swvPrimary
	swvSecondary
	swvMunicipality
)

var allianceColumns = []column{
	{names: []string{"POSTCODE", "PC4", "POSTCODE4", "POSTCODECIJFERS", "POSTCODEGEBIED"}},
	{names: []string{"PO SWV", "SWV PO", "PO", "SAMENWERKINGSVERBAND PO", "PO SAMENWERKINGSVERBAND"}},
	{names: []string{"VO SWV", "SWV VO", "VO", "SAMENWERKINGSVERBAND VO", "VO SAMENWERKINGSVERBAND"}},
	{names: []string{"GEMEENTECODE", "GEMEENTENUMMER", "GEMEENTE CODE", "GEMEENTECODE 2026", "GEMEENTECODE 2015"}, optional: true},
}

// AllianceRow is one row of the table of school alliances (regio-indeling samenwerkingsverbanden): the
// alliances of a four-digit postcode. An alliance follows the postcode, not the municipality.
type AllianceRow struct {
	Line         int64
	Postcode     zio.Postcode4
	Primary      zio.AllianceCode     // PO; zero where the cell is empty
	Secondary    zio.AllianceCode     // VO; zero where the cell is empty
	Municipality zio.MunicipalityCode // zero where the file does not say
}

// ReadAlliances reads a table of school alliances per postcode and hands each row to place. Error and
// report are those of [ReadDuoPO].
func ReadAlliances(t *Table, o Options, place func(*AllianceRow) error) (*Report, error) {
	x, err := begin(t, LayoutAlliances, o)
	if err != nil {
		return &x.report, err
	}
	var row AllianceRow
	err = x.rows(func() (err error) {
		row = AllianceRow{Line: t.Line()}
		if row.Postcode, err = x.postcode(swvPostcode); err != nil {
			return err
		}
		if row.Postcode.IsZero() {
			return x.at(placeMissing, swvPostcode)
		}
		if row.Primary, err = x.alliance(swvPrimary, true); err != nil {
			return err
		}
		if row.Secondary, err = x.alliance(swvSecondary, false); err != nil {
			return err
		}
		if row.Primary.IsZero() && row.Secondary.IsZero() {
			return x.at(cellEmpty, swvPrimary)
		}
		if len(x.cell(swvMunicipality)) > 0 {
			if row.Municipality, err = x.municipality(swvMunicipality); err != nil {
				return err
			}
		}
		return place(&row)
	})
	return &x.report, err
}

var allianceOtherSector = &zio.ProblemKind{
	Code: "intake.alliance-other-sector",
	NL:   "In de kolom {column} staat {value}. Daar hoort een samenwerkingsverband van {sector} te staan. Kijk of er een kolom verschoven is.",
	EN:   "The column {column} says {value}. It should hold an alliance of {sector}. Check whether a column has shifted.",
}

// alliance is a cell as a code of an alliance of one sector; an empty cell is none.
func (x *run) alliance(column int, primary bool) (zio.AllianceCode, error) {
	b := x.cell(column)
	if len(b) == 0 {
		return zio.AllianceCode{}, nil
	}
	code, err := zio.ParseAllianceCode(string(b))
	if err != nil {
		return code, x.of(err, column)
	}
	if code.IsPrimary() != primary {
		sector := "VO"
		if primary {
			sector = "PO"
		}
		return code, x.at(allianceOtherSector, column, "sector", sector)
	}
	return code, nil
}
