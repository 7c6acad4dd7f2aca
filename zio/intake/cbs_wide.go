package intake

import (
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

const (
	wideCode = iota
	wideName
)

// cbsWideColumns are the columns of "Gebieden in Nederland" as StatLine exports it. Its divisions are found by the
// titles of their columns; which of them a file has is the choice of who exported it.
var cbsWideColumns = []column{
	{names: []string{"CODES EN NAMEN VAN GEMEENTEN/CODE (CODE)", "CODES EN NAMEN VAN GEMEENTEN/CODE"}},
	{names: []string{"CODES EN NAMEN VAN GEMEENTEN/NAAM (NAAM)", "CODES EN NAMEN VAN GEMEENTEN/NAAM"}},
}

var cbsAlphabetColumns = []column{
	{names: []string{"GEMEENTECODEGM", "GEMEENTECODE"}},
	{names: []string{"GEMEENTENAAM"}},
	{names: []string{"PROVINCIENAAM", "PROVINCIE"}},
}

// CBSWideRow is one row of a table of CBS with a row per municipality (gemeente): its code, its name, and the regions
// in which it lies.
type CBSWideRow struct {
	Line         int64
	Municipality zio.MunicipalityCode
	Name         string
	Regions      []CBSRegion // of the divisions that are regions here, in the order of their kinds
}

// CBSRegion is the region of one division in which a municipality lies.
type CBSRegion struct {
	Kind       zio.RegionKind
	Code, Name string
}

// wideDivision is a division of a table with the places of its columns; -1 where it has none.
type wideDivision struct {
	kind       zio.RegionKind
	code, name int
}

// ReadCBSWide reads a table of CBS with a row per municipality, "Gebieden in Nederland" as StatLine exports it or
// "gemeenten alfabetisch", and hands each row to place. The row is valid during the call. Error and report are
// those of [ReadDuoPO].
func ReadCBSWide(t *Table, o Options, place func(*CBSWideRow) error) (*Report, error) {
	layout := LayoutCBSAlphabet
	if slices.ContainsFunc(t.header, func(title string) bool { return strings.Contains(title, "/") }) { // group/column
		layout = LayoutCBSWide
	}
	x, err := begin(t, layout, o)
	if err != nil {
		return &x.report, err
	}
	divisions := wideDivisions(t)
	for _, d := range divisions {
		x.need(d.code)
		x.need(d.name)
	}
	var row CBSWideRow
	err = x.rows(func() (err error) {
		row = CBSWideRow{Line: t.Line(), Regions: row.Regions[:0]}
		if row.Municipality, err = x.municipality(wideCode); err != nil {
			return err
		}
		if row.Name, err = x.filled(wideName); err != nil {
			return err
		}
		row.Name = strings.TrimSuffix(row.Name, " (gemeente)")
		for _, d := range divisions {
			code, _ := t.Text(d.code)
			name := code
			if d.name >= 0 {
				name, _ = t.Text(d.name)
			}
			if code != "" {
				row.Regions = append(row.Regions, CBSRegion{d.kind, code, name})
			}
		}
		return place(&row)
	})
	return &x.report, err
}

// wideDivisions finds the divisions in the header, by the name of the group in the title of a column: that of
// "Lokaliseringen van gemeenten/Jeugdregio's/Code (code)" is the youth regions.
func wideDivisions(t *Table) []wideDivision {
	var found []wideDivision
	for i, title := range t.header {
		parts := strings.Split(FoldHeader(title), "/")
		if len(parts) != 3 {
			continue
		}
		isCode, isName := strings.HasPrefix(parts[2], "CODE"), strings.HasPrefix(parts[2], "NAAM")
		at := slices.IndexFunc(cbsKinds[:], func(k cbsKind) bool { return strings.Contains(parts[1], k.word) })
		if at < 0 || !isCode && !isName {
			continue
		}
		kind := cbsKinds[at].kind
		k := slices.IndexFunc(found, func(d wideDivision) bool { return d.kind == kind })
		if k < 0 {
			k = len(found)
			found = append(found, wideDivision{kind, -1, -1})
		}
		if isCode {
			found[k].code = i
		} else {
			found[k].name = i
		}
	}
	slices.SortFunc(found, func(x, y wideDivision) int { return x.kind.Compare(y.kind) })
	return slices.DeleteFunc(found, func(d wideDivision) bool { return d.code < 0 })
}

// CBSWideRegister makes a register of a table of CBS with a row per municipality, for the period.
func CBSWideRegister(t *Table, period zio.Period, o Options) (*zio.Register, *Report, error) {
	r := &zio.Register{Title: "CBS Gebieden in Nederland " + yearOf(period), Period: period,
		Sources: []zio.Source{{Title: "CBS, Gebieden in Nederland (CC BY 4.0)"}}}
	report, err := ReadCBSWide(t, o, func(row *CBSWideRow) error {
		r.Municipalities = append(r.Municipalities, zio.Municipality{Code: row.Municipality, Name: row.Name})
		for _, x := range row.Regions {
			addRegion(r, x, row.Municipality)
		}
		return nil
	})
	slices.SortFunc(r.Municipalities, zio.Municipality.Compare)
	finishRegions(r)
	return r, report, err
}
