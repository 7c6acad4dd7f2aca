package intake

import "github.com/zio-collectief/zio/zio"

// Layout is the layout of an official file (bestandsindeling), a closed set. The zero value is no layout.
type Layout uint8

const (
	LayoutUnknown      Layout = iota
	LayoutDuoPO               // duo-po: pupils of primary and special education per site and home postcode
	LayoutDuoPostcode         // duo-postcode: pupils of primary and special education per four-digit postcode
	LayoutDuoVO               // duo-vo: pupils of secondary education per site and home postcode
	LayoutDuoAddresses        // duo-addresses: addresses of school sites and their boards
	LayoutCBSAreas            // cbs-areas: the codes of "Gebieden in Nederland"
	LayoutCBSValues           // cbs-values: the observations of "Gebieden in Nederland"
	LayoutCBSChanges          // cbs-changes: municipalities that ended
	LayoutRvIG33              // rvig-33: table 33, municipalities over time
	LayoutAlliances           // swv: school alliances per four-digit postcode
	LayoutPostcodes           // postcodes: municipalities of four-digit postcodes
	LayoutCBSWide             // cbs-wide: "Gebieden in Nederland" as StatLine exports it, a row per municipality
	LayoutCBSAlphabet         // cbs-alphabet: "gemeenten alfabetisch", the municipalities of a year
	LayoutPlain               // plain: a table of which the user names the columns
)

var layouts = [...]struct {
	name   string
	nl, en string
}{
	{},
	{"duo-po", "DUO 03. leerlingen po totaaloverzicht", "DUO 03. pupils in primary and special education, overview"},
	{"duo-postcode", "DUO leerlingen po per postcode", "DUO pupils per four-digit postcode"},
	{"duo-vo", "DUO 02. leerlingen vo per vestiging naar postcode en leerjaar", "DUO 02. pupils in secondary education per site and postcode"},
	{"duo-addresses", "DUO adressen van schoolvestigingen", "DUO addresses of school sites"},
	{"cbs-areas", "CBS Gebieden in Nederland, RegioSCodes.csv", "CBS Gebieden in Nederland, RegioSCodes.csv"},
	{"cbs-values", "CBS Gebieden in Nederland, Observations.csv", "CBS Gebieden in Nederland, Observations.csv"},
	{"cbs-changes", "CBS gemeentelijke herindelingen", "CBS municipal changes"},
	{"rvig-33", "RvIG tabel 33 (gemeenten)", "RvIG table 33 (municipalities)"},
	{"swv", "Regio-indeling samenwerkingsverbanden per postcode", "School alliances per postcode"},
	{"postcodes", "tabel van postcodes en gemeenten", "table of postcodes and municipalities"},
	{"cbs-wide", "CBS Gebieden in Nederland, StatLine", "CBS Gebieden in Nederland, StatLine"},
	{"cbs-alphabet", "CBS gemeenten alfabetisch", "CBS municipalities in alphabetical order"},
	{"plain", "eigen tabel", "table of the user"},
}

// String is the text form, "duo-po"; "" for no layout.
func (l Layout) String() string {
	if int(l) < len(layouts) {
		return layouts[l].name
	}
	return ""
}

// ParseLayout reads the text form.
func ParseLayout(s string) (Layout, bool) {
	for i := 1; i < len(layouts); i++ {
		if layouts[i].name == s {
			return Layout(i), true
		}
	}
	return LayoutUnknown, false
}

// Layouts are all layouts in their own order.
func Layouts() []Layout {
	var all []Layout
	for i := 1; i < len(layouts); i++ {
		all = append(all, Layout(i))
	}
	return all
}

// Name is what the file is called.
func (l Layout) Name(lang zio.Lang) string {
	switch {
	case int(l) >= len(layouts):
		return ""
	case lang == zio.Dutch:
		return layouts[l].nl
	}
	return layouts[l].en
}
