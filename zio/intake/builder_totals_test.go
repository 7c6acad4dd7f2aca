package intake

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// Nijmegen has 5 + 1 to 4, Beuningen 1 to 4, so the site 7 to 13. With a total of 8, 1 is left above the lowest: Nijmegen has at most 7,
// Beuningen at most 2.
func TestTotalsNarrow(t *testing.T) {
	file := today("6511 Nijmegen So 0 5 <5 0 0 0", "6641 Beuningen So 0 <5 0 0 0 0")
	site := zio.MustParseSiteCode("99AB00")
	o := PopulationOptions{Suppressed: SuppressedRange, Totals: map[zio.SiteCode]int64{site: 8}}
	p, _ := built(t, file, o)
	require.Equal(t, int64(8), p.Sites[0].Pupils)
	require.Contains(t, p.Provenance[0].Options, "totals=1")
	ends := map[string][2]int64{}
	for _, g := range p.Estimated().Groups {
		ends[g.Home.String()] = [2]int64{g.Fewest, g.Most}
	}
	require.Equal(t, map[string][2]int64{"0268": {6, 7}, "0209": {1, 2}}, ends)

	o.TotalsDate = zio.MustParseDate("2024-10-01") // the date of the file
	p, _ = built(t, file, o)
	require.Equal(t, int64(8), p.Sites[0].Pupils)
}

// A total is not used outside the sums of the ranges, of another date, where there are no ranges, or where pupils of the site are missing.
func TestTotalsThatDoNotHold(t *testing.T) {
	ranged := today("6511 Nijmegen So 0 5 <5 0 0 0", "6641 Beuningen So 0 <5 0 0 0 0")
	site := zio.MustParseSiteCode("99AB00")
	unlisted := today("6511 Nijmegen So 0 5 <5 0 0 0", "9999 Nergenshuizen So 0 <5 0 0 0 0")
	for name, c := range map[string]struct {
		file   string
		total  int64
		date   string
		listed int64
		unfit  string
	}{
		"below":                {ranged, 6, "", 0, "totals-not-used=1"},
		"above":                {ranged, 14, "", 0, "totals-not-used=1"},
		"another date":         {ranged, 8, "2023-10-01", 0, ""},
		"no ranges":            {today("6511 Nijmegen So 0 5 6 0 0 0"), 11, "", 0, ""},
		"a row is listed":      {unlisted, 8, "", 1, ""},
		"a count is no number": {today("6511 Nijmegen So 0 5 <5 0 0 0", "6641 Beuningen So 0 q 0 0 0 0"), 8, "", 1, ""},
	} {
		o := PopulationOptions{Suppressed: SuppressedRange, Totals: map[zio.SiteCode]int64{site: c.total}}
		if c.date != "" {
			o.TotalsDate = zio.MustParseDate(c.date)
		}
		p, report := built(t, c.file, o)
		require.Zero(t, p.Sites[0].Pupils, name)
		require.Equal(t, c.listed, report.Listed, name)
		if c.unfit != "" {
			require.Contains(t, p.Provenance[0].Options, c.unfit, name)
		} else {
			require.NotContains(t, strings.Join(p.Provenance[0].Options, " "), "totals", name)
		}
	}
}
