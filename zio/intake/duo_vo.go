package intake

import (
	"slices"

	"github.com/zio-collectief/zio/zio"
)

const (
	voBRIN = iota
	voNumber
	voPostcode
	voHome
	voHomeName
	voYear1
)

// voYears is the number of columns of years of learning or stay (leer- of verblijfsjaren).
const voYears = 6

var duoVOColumns = []column{
	{names: []string{"BRIN NUMMER", "INSTELLINGSCODE"}},
	{names: []string{"VESTIGINGSNUMMER", "VESTIGINGSCODE"}},
	{names: []string{"POSTCODE LEERLING"}},
	{names: []string{"GEMEENTENUMMER LEERLING"}},
	{names: []string{"GEMEENTENAAM LEERLING"}},
	{names: []string{"LEER OF VERBLIJFSJAAR 1"}},
	{names: []string{"LEER OF VERBLIJFSJAAR 2"}},
	{names: []string{"LEER OF VERBLIJFSJAAR 3"}},
	{names: []string{"LEER OF VERBLIJFSJAAR 4"}},
	{names: []string{"LEER OF VERBLIJFSJAAR 5"}},
	{names: []string{"LEER OF VERBLIJFSJAAR 6"}},
}

// DuoVORow is one row of the DUO file "02. leerlingen per vestiging naar postcode en leerjaar" of secondary
// education: the pupils of one site who live in one postcode. The file has no date and no type of school.
// It is valid during the call that hands it over.
type DuoVORow struct {
	Line  int64
	Site  zio.SiteCode
	Home  Place          // by the number of the municipality
	Years [voYears]Count // pupils per year of learning or stay, 1 to 6
}

// ReadDuoVO reads the DUO file of pupils in secondary education per site and postcode and hands each row
// to place. Error and report are those of [ReadDuoPO].
func ReadDuoVO(t *Table, o Options, place func(*DuoVORow) error) (*Report, error) {
	x, err := begin(t, LayoutDuoVO, o)
	if err != nil {
		return &x.report, err
	}
	by := o.places()
	var row DuoVORow
	err = x.rows(func() (err error) {
		row = DuoVORow{Line: t.Line()}
		if x.o.types != nil && !slices.Contains(x.o.types, zio.Secondary) {
			return Outside
		}
		if row.Site, err = x.site(voBRIN, voNumber); err != nil {
			return err
		}
		if err = x.chosenSite(row.Site); err != nil {
			return err
		}
		for i := range row.Years {
			if len(x.cell(voYear1+i)) == 0 {
				continue
			}
			if row.Years[i], err = x.count(voYear1 + i); err != nil {
				return err
			}
		}
		if row.Home, err = x.byCode(by, voHome); err != nil {
			return err
		}
		if row.Home.Name, err = x.text(voHomeName); err != nil {
			return err
		}
		if row.Home.Postcode, err = x.postcode(voPostcode); err != nil {
			return err
		}
		x.byPostcode(&row.Home, by, voPostcode)
		return place(&row)
	})
	return &x.report, err
}
