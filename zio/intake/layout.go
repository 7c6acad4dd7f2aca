package intake

import (
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

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
	name    string
	nl, en  string
	columns []column
}{
	{},
	{"duo-po", "DUO 03. leerlingen po totaaloverzicht", "DUO 03. pupils in primary and special education, overview", duoPOColumns},
	{"duo-postcode", "DUO leerlingen po per postcode", "DUO pupils per four-digit postcode", duoPostcodeColumns},
	{"duo-vo", "DUO 02. leerlingen vo per vestiging naar postcode en leerjaar", "DUO 02. pupils in secondary education per site and postcode", duoVOColumns},
	{"duo-addresses", "DUO adressen van schoolvestigingen", "DUO addresses of school sites", duoAddressColumns},
	{"cbs-areas", "CBS Gebieden in Nederland, RegioSCodes.csv", "CBS Gebieden in Nederland, RegioSCodes.csv", cbsAreaColumns},
	{"cbs-values", "CBS Gebieden in Nederland, Observations.csv", "CBS Gebieden in Nederland, Observations.csv", cbsValueColumns},
	{"cbs-changes", "CBS gemeentelijke herindelingen", "CBS municipal changes", cbsChangeColumns},
	{"rvig-33", "RvIG tabel 33 (gemeenten)", "RvIG table 33 (municipalities)", rvigColumns},
	{"swv", "Regio-indeling samenwerkingsverbanden per postcode", "School alliances per postcode", allianceColumns},
	{"postcodes", "tabel van postcodes en gemeenten", "table of postcodes and municipalities", postcodeColumns},
	{"cbs-wide", "CBS Gebieden in Nederland, StatLine", "CBS Gebieden in Nederland, StatLine", cbsWideColumns},
	{"cbs-alphabet", "CBS gemeenten alfabetisch", "CBS municipalities in alphabetical order", cbsAlphabetColumns},
	{"plain", "eigen tabel", "table of the user", nil},
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
	all := make([]Layout, 0, len(layouts)-1)
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

// Layout finds the layout of the table by the names of its columns. The problem of a table that has none
// names the columns that were found.
func (t *Table) Layout() (Layout, error) {
	for i := 1; i < len(layouts); i++ {
		if layouts[i].columns != nil && t.fits(layouts[i].columns) && t.isOnly(Layout(i)) && (Layout(i) != LayoutDuoPO || t.hasCounts()) {
			return Layout(i), nil
		}
	}
	if near := t.nearest(); near != LayoutUnknown {
		if _, err := t.columns(near, layouts[near].columns); err != nil {
			return LayoutUnknown, err
		}
		return LayoutUnknown, t.lacks(near, []string{"TOTAAL"}) // the only layout of which columns depend on each other
	}
	var names []string
	for i := 1; i < len(layouts); i++ {
		if layouts[i].columns != nil {
			names = append(names, layouts[i].name)
		}
	}
	return LayoutUnknown, tableLayoutUnknown.At("", "encoding", t.encoding.String(), "delimiter", delimiterMark(t.delim),
		"found", t.found(), "layouts", strings.Join(names, ", "))
}

// beside are the columns that a table may have beside those of a layout with few columns of its own. Many tables
// have a postcode and the number of a municipality, and are no table of postcodes.
var beside = map[Layout][]string{
	LayoutPostcodes: {"GEMEENTE", "GEMEENTENAAM", "PROVINCIE", "PROVINCIECODE", "PROVINCIENAAM", "WOONPLAATS", "WOONPLAATSNAAM", "PLAATS", "PLAATSNAAM",
		"BUURT", "BUURTCODE", "WIJK", "WIJKCODE", "ID", "NR"},
	LayoutCBSAlphabet: {"GEMEENTECODE", "PROVINCIECODE", "PROVINCIECODEPV"},
	LayoutCBSAreas:    {"INDEX", "DESCRIPTION", "DIMENSIONGROUPID", "MEASUREGROUPID", "DATATYPE", "UNIT", "FORMAT", "DECIMALS", "PRESENTATIONTYPE"},
}

// isOnly reports whether the table has no other columns than a layout with few columns may have.
func (t *Table) isOnly(layout Layout) bool {
	extra, few := beside[layout]
	if !few {
		return true
	}
	for _, name := range t.header {
		name = FoldHeader(name)
		known := name == "" || slices.Contains(extra, name)
		for _, c := range layouts[layout].columns {
			known = known || slices.Contains(c.names, name)
		}
		if layout == LayoutPostcodes {
			known = known || slices.Contains(allianceColumns[swvPrimary].names, name) || slices.Contains(allianceColumns[swvSecondary].names, name)
		}
		if !known {
			return false
		}
	}
	return true
}

// nearest is the layout of which the table has the most columns, when those are more than half; so that a
// table that lacks a column or two is told which.
func (t *Table) nearest() (best Layout) {
	most := 0
	for i := 1; i < len(layouts); i++ {
		if _, few := beside[Layout(i)]; few || layouts[i].columns == nil {
			continue
		}
		needed, has := 0, 0
		for _, c := range layouts[i].columns {
			if c.optional {
				continue
			}
			needed++
			if _, err := t.columns(Layout(i), []column{c}); err == nil {
				has++
			}
		}
		if 2*has > needed && has > most {
			best, most = Layout(i), has
		}
	}
	return best
}
