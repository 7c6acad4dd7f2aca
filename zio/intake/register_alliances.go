package intake

import (
	"slices"

	"github.com/zio-collectief/zio/zio"
)

// AllianceRegister makes a register of the table of school alliances (samenwerkingsverbanden): one region per
// alliance with its four-digit postcodes, for the period.
func AllianceRegister(t *Table, period zio.Period, o Options) (*zio.Register, *Report, error) {
	r := &zio.Register{Title: "Samenwerkingsverbanden passend onderwijs", Period: period,
		Sources: []zio.Source{{Title: "Regeling regio-indeling samenwerkingsverbanden passend onderwijs PO en VO"}}}
	places := map[zio.AllianceCode]int{}
	add := func(code zio.AllianceCode, postcode zio.Postcode4) {
		if code.IsZero() {
			return
		}
		at, known := places[code]
		if !known {
			at = len(r.Regions)
			places[code] = at
			r.Regions = append(r.Regions, zio.Region{Kind: zio.SchoolAlliance, Code: code.String(), Name: code.String(), From: period.From, Until: period.Until})
		}
		region := &r.Regions[at]
		if i, found := slices.BinarySearchFunc(region.Postcodes, postcode, zio.Postcode4.Compare); !found {
			region.Postcodes = slices.Insert(region.Postcodes, i, postcode)
		}
	}
	report, err := ReadAlliances(t, o, func(row *AllianceRow) error {
		add(row.Primary, row.Postcode)
		add(row.Secondary, row.Postcode)
		return nil
	})
	sortRegions(r.Regions)
	if len(r.Regions) > 0 {
		r.RegionLists = []zio.RegionList{{Kind: zio.SchoolAlliance, Name: r.Title, Standing: zio.StatutoryList, From: period.From, Until: period.Until, Sources: r.Sources}}
	}
	return r, report, err
}
