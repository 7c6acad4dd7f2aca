package intake

import (
	"github.com/zio-collectief/zio/zio"
)

const (
	adBRIN = iota
	adNumber
	adName
	adMunicipality
	adMunicipalityName
	adPostcode
	adPlace
	adBoard
	adType
	adProvince
)

var duoAddressColumns = []column{
	{names: []string{"BRIN NUMMER", "BRINNUMMER", "INSTELLINGSCODE"}},
	{names: []string{"VESTIGINGSNUMMER", "VESTIGINGSCODE"}},
	{names: []string{"VESTIGINGSNAAM", "INSTELLINGSNAAM"}},
	{names: []string{"GEMEENTENUMMER"}},
	{names: []string{"GEMEENTENAAM"}},
	{names: []string{"POSTCODE"}},
	{names: []string{"PLAATSNAAM"}},
	{names: []string{"BEVOEGD GEZAG NUMMER"}, optional: true},
	{names: []string{"SOORT PRIMAIR ONDERWIJS", "SOORT PO"}, optional: true},
	{names: []string{"PROVINCIE"}, optional: true},
}

// DuoAddressRow is one row of a DUO file of addresses (adressen van schoolvestigingen): one site of a
// school and its board.
type DuoAddressRow struct {
	Line             int64
	Site             zio.SiteCode
	Name             string
	Type             zio.SchoolType // zero where the file does not say, as in that of mainstream schools
	Board            zio.BoardNumber
	Municipality     zio.MunicipalityCode
	MunicipalityName string // in capitals, as DUO writes it
	Postcode         zio.Postcode4
	Town             string
	Province         string
}

// ReadDuoAddresses reads a DUO file of addresses of school sites and hands each row to place. Error and
// report are those of [ReadDuoPO].
func ReadDuoAddresses(t *Table, o Options, place func(*DuoAddressRow) error) (*Report, error) {
	x, err := begin(t, LayoutDuoAddresses, o)
	if err != nil {
		return &x.report, err
	}
	var row DuoAddressRow
	err = x.rows(func() (err error) {
		row = DuoAddressRow{Line: t.Line()}
		if row.Site, err = x.site(adBRIN, adNumber); err != nil {
			return err
		}
		if row.Municipality, err = x.municipality(adMunicipality); err != nil {
			return err
		}
		if row.Board, err = x.board(adBoard); err != nil {
			return err
		}
		if row.Postcode, err = x.postcode(adPostcode); err != nil {
			return err
		}
		if len(x.cell(adType)) > 0 {
			if row.Type, err = x.schoolType(adType); err != nil {
				return err
			}
		}
		for _, text := range [...]struct {
			to     *string
			column int
		}{{&row.Name, adName}, {&row.MunicipalityName, adMunicipalityName}, {&row.Town, adPlace}, {&row.Province, adProvince}} {
			if *text.to, err = x.text(text.column); err != nil {
				return err
			}
		}
		return place(&row)
	})
	return &x.report, err
}
