package intake

import (
	"slices"
	"strings"
)

// layoutColumns are the columns by which a layout is known; one of the user's own has none.
var layoutColumns = [...][]column{
	LayoutDuoPO:        duoPOColumns,
	LayoutDuoPostcode:  duoPostcodeColumns,
	LayoutDuoVO:        duoVOColumns,
	LayoutDuoAddresses: duoAddressColumns,
	LayoutCBSAreas:     cbsAreaColumns,
	LayoutCBSValues:    cbsValueColumns,
	LayoutCBSChanges:   cbsChangeColumns,
	LayoutRvIG33:       rvigColumns,
	LayoutAlliances:    allianceColumns,
	LayoutPostcodes:    postcodeColumns,
	LayoutCBSWide:      cbsWideColumns,
	LayoutCBSAlphabet:  cbsAlphabetColumns,
	LayoutPlain:        nil,
}

// Layout finds the layout of the table by the names of its columns. The problem of a table that has none
// names the columns that were found.
func (t *Table) Layout() (Layout, error) {
	for i := range layoutColumns {
		if layoutColumns[i] != nil && t.fits(layoutColumns[i]) && t.isOnly(Layout(i)) && (Layout(i) != LayoutDuoPO || t.hasCounts()) {
			return Layout(i), nil
		}
	}
	if near := t.nearest(); near != LayoutUnknown {
		if _, err := t.columns(near, layoutColumns[near]); err != nil {
			return LayoutUnknown, err
		}
		return LayoutUnknown, t.lacks(near, []string{"TOTAAL"}) // the only layout of which columns depend on each other
	}
	var names []string
	for i := range layoutColumns {
		if layoutColumns[i] != nil {
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
		for _, c := range layoutColumns[layout] {
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
	var most int
	for i := range layoutColumns {
		if _, few := beside[Layout(i)]; few {
			continue
		}
		var needed, has int
		for _, c := range layoutColumns[i] {
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
