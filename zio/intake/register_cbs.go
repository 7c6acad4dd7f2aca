package intake

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// CBSTables are the files of the CBS table "Gebieden in Nederland" that are read. Measures and Groups may be
// nil: then the kind of a measure follows from its own code.
type CBSTables struct {
	Areas    *Table // RegioSCodes.csv
	Values   *Table // Observations.csv
	Measures *Table // MeasureCodes.csv
	Groups   *Table // MeasureGroups.csv
}

// measure says what a measure of the table tells of a municipality.
type measure struct {
	kind   zio.RegionKind
	isName bool // its name; otherwise its code
}

// cbsKind is a division of CBS.
type cbsKind struct {
	prefix, word string
	kind         zio.RegionKind
}

// cbsKinds are the divisions of CBS that are regions here: the prefix that their codes and measures have, and a
// word of the title of their group of measures.
var cbsKinds = [...]cbsKind{
	{"JZ", "JEUGD", zio.YouthRegion},
	{"ZK", "ZORGKANTOOR", zio.CareOfficeRegion},
	{"RM", "RMC", zio.RMCRegion},
	{"AM", "ARBEIDSMARKT", zio.LabourMarketRegion},
}

// CBSRegister makes a register of the CBS table "Gebieden in Nederland" of one year: its municipalities and
// the regions of the kinds that are known here. Provinces follow from the municipalities and are left out.
// The reports are those of the areas and of the values, of which other divisions are outside.
func CBSRegister(tables CBSTables, period zio.Period, o Options) (*zio.Register, []*Report, error) {
	r := &zio.Register{Title: "CBS Gebieden in Nederland " + yearOf(period), Period: period,
		Sources: []zio.Source{{Title: "CBS, Gebieden in Nederland (CC BY 4.0)"}}}
	var reports []*Report
	report, err := ReadCBSAreas(tables.Areas, o, func(row *CBSAreaRow) error {
		if row.Municipality.IsZero() {
			return Outside
		}
		r.Municipalities = append(r.Municipalities, zio.Municipality{Code: row.Municipality, Name: strings.TrimSuffix(row.Title, " (gemeente)")})
		return nil
	})
	reports = append(reports, report)
	if err != nil {
		return r, reports, err
	}
	slices.SortFunc(r.Municipalities, zio.Municipality.Compare)
	titled, err := readMeasures(tables)
	if err != nil {
		return r, reports, err
	}
	type cell struct {
		kind         zio.RegionKind
		municipality zio.MunicipalityCode
	}
	type value struct {
		cell
		code, name string
	}
	var values []value
	places := map[cell]int{}
	report, err = ReadCBSValues(tables.Values, o, func(row *CBSValueRow) error {
		m, known := titled[row.Measure]
		if !known {
			m, known = measureOf(row.Measure)
		}
		if !known || row.Municipality.IsZero() || row.Value == "" {
			return Outside
		}
		c := cell{m.kind, row.Municipality}
		at, seen := places[c]
		if !seen {
			at = len(values)
			places[c] = at
			values = append(values, value{cell: c})
		}
		if m.isName {
			values[at].name = row.Value
		} else {
			values[at].code = row.Value
		}
		return nil
	})
	reports = append(reports, report)
	if err != nil {
		return r, reports, err
	}
	for _, v := range values {
		if v.code == "" {
			continue
		}
		addRegion(r, CBSRegion{v.kind, v.code, v.name}, v.municipality)
	}
	finishRegions(r)
	return r, reports, nil
}

// yearOf is the year in which a period begins, for a title.
func yearOf(p zio.Period) string {
	s := p.From.String()
	return s[:min(4, len(s))]
}

// addRegion puts a municipality into a region of a register.
func addRegion(r *zio.Register, region CBSRegion, m zio.MunicipalityCode) {
	at := slices.IndexFunc(r.Regions, func(x zio.Region) bool { return x.Kind == region.Kind && x.Code == region.Code })
	if at < 0 {
		at = len(r.Regions)
		r.Regions = append(r.Regions, zio.Region{Kind: region.Kind, Code: region.Code, Name: cmp.Or(region.Name, region.Code), From: r.Period.From, Until: r.Period.Until})
	}
	r.Regions[at].Municipalities = append(r.Regions[at].Municipalities, m)
}

// finishRegions puts the municipalities of regions and the regions in order, and says what their lists are.
func finishRegions(r *zio.Register) {
	for i := range r.Regions {
		slices.SortFunc(r.Regions[i].Municipalities, zio.MunicipalityCode.Compare)
	}
	sortRegions(r.Regions)
	for i, g := range r.Regions {
		if i == 0 || g.Kind != r.Regions[i-1].Kind {
			r.RegionLists = append(r.RegionLists, zio.RegionList{Kind: g.Kind, Name: r.Title, Standing: zio.StatisticalList, From: r.Period.From, Until: r.Period.Until, Sources: r.Sources})
		}
	}
}

// sortRegions puts regions in the order of kind, code and first day.
func sortRegions(regions []zio.Region) {
	slices.SortFunc(regions, func(x, y zio.Region) int {
		return cmp.Or(x.Kind.Compare(y.Kind), cmp.Compare(x.Code, y.Code), x.From.Compare(y.From))
	})
}

// measureOf reads the code of a measure such as "JZ0001" (code) or "JZ0002" (name).
func measureOf(code string) (measure, bool) {
	if len(code) < 6 {
		return measure{}, false
	}
	for _, k := range cbsKinds {
		if code[:2] == k.prefix && (code[2:6] == "0001" || code[2:6] == "0002") {
			return measure{k.kind, code[5] == '2'}, true
		}
	}
	return measure{}, false
}

// readMeasures reads what each measure is by the titles of measures and of their groups.
func readMeasures(tables CBSTables) (map[string]measure, error) {
	if tables.Measures == nil || tables.Groups == nil {
		return nil, nil
	}
	kinds := map[string]zio.RegionKind{}
	id, title := indexOf(tables.Groups, "ID", "IDENTIFIER"), indexOf(tables.Groups, "TITLE")
	for id >= 0 && tables.Groups.Next() {
		name, _ := tables.Groups.Text(title)
		for _, k := range cbsKinds {
			if strings.Contains(strings.ToUpper(name), k.word) {
				key, _ := tables.Groups.Text(id)
				kinds[key] = k.kind
			}
		}
	}
	if err := tables.Groups.Err(); err != nil {
		return nil, err
	}
	titled := map[string]measure{}
	id, title = indexOf(tables.Measures, "IDENTIFIER", "ID"), indexOf(tables.Measures, "TITLE")
	group := indexOf(tables.Measures, "MEASUREGROUPID", "MEASUREGROUP")
	for group >= 0 && tables.Measures.Next() {
		key, _ := tables.Measures.Text(group)
		name, _ := tables.Measures.Text(title)
		if kind, known := kinds[key]; known {
			code, _ := tables.Measures.Text(id)
			switch strings.ToUpper(name) {
			case "CODE":
				titled[code] = measure{kind, false}
			case "NAAM":
				titled[code] = measure{kind, true}
			}
		}
	}
	return titled, tables.Measures.Err()
}

// indexOf is the place of a column by one of its names, or -1.
func indexOf(t *Table, names ...string) int {
	for i, h := range t.header {
		if slices.Contains(names, FoldHeader(h)) {
			return i
		}
	}
	return -1
}
