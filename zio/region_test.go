package zio_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func TestYouthRegions2026(t *testing.T) {
	a := zio.Netherlands()
	on := day("2026-01-01")
	regions := a.Regions(zio.YouthRegion, on)
	require.Len(t, regions, 42)
	size := map[string]int{}
	total := 0
	for _, r := range regions {
		size[r.Name] = len(r.Municipalities)
		total += len(r.Municipalities)
		for _, m := range r.Municipalities {
			_, err := a.On(on, m)
			require.NoError(t, err)
		}
	}
	require.Equal(t, 342, total)
	// Sizes that the sources of the agreements give.
	for name, n := range map[string]int{"Rijk van Nijmegen": 7, "Groningen": 10, "Midden Kennemerland": 3, "Midden Brabant": 9,
		"Een 10 voor de Jeugd": 11, "Zuid-Oost Brabant, overige gemeenten": 10, "Midden-Limburg": 7, "Zuid-Limburg": 16, "Holland-Rijnland": 12, "Utrecht stad": 1} {
		require.Equal(t, n, size[name], name)
	}
	require.Empty(t, a.Regions(zio.YouthRegion, day("2025-12-31")), "only the regions of 2026 are embedded")
	r, ok := a.Region(zio.YouthRegion, "rijk-van-nijmegen", on)
	require.True(t, ok)
	require.Equal(t, gms("0209 0225 0252 0268 0296 0944 1945"), r.Municipalities)
	r, ok = a.RegionByName(zio.YouthRegion, "gooi en vechtstreek", on)
	require.True(t, ok)
	require.Equal(t, "gooi-en-vechtstreek", r.Code)
	_, ok = a.RegionByName(zio.YouthRegion, "", on)
	require.False(t, ok)
	// What the caller does with a result does not change the atlas.
	r.Municipalities[0] = gm("9998")
	again, _ := a.Region(zio.YouthRegion, "gooi-en-vechtstreek", on)
	require.NotEqual(t, r.Municipalities[0], again.Municipalities[0])
}

// The eleven are those of CVDR746469; Midden-Limburg is the two regions of before together, 4 and 3 municipalities.
func TestYouthRegionsThatWerePutRight(t *testing.T) {
	a := zio.Netherlands()
	on := day("2026-01-01")
	for code, members := range map[string]string{
		"een-10-voor-de-jeugd":                "0743 0762 0794 0820 0847 0848 0861 0866 1652 1659 1771",
		"zuid-oost-brabant-overige-gemeenten": "0753 0770 0772 0823 0858 1658 1667 1706 1724 1728",
		"midden-limburg":                      "0946 0957 0988 1640 1641 1669 1711",
	} {
		r, found := a.Region(zio.YouthRegion, code, on)
		require.True(t, found, code)
		require.Equal(t, gms(members), r.Municipalities, code)
	}
	l, found := a.RegionList(zio.YouthRegion, on)
	require.True(t, found)
	require.Equal(t, zio.CompiledList, l.Standing)
	require.Contains(t, l.Remark(zio.Dutch), "niet de wettelijke indeling")
	require.Contains(t, l.Remark(zio.English), "not the division of the law")
	require.Empty(t, a.Register("Alles").Check(), "the list is one that a document may hold")
	_, found = a.RegionList(zio.YouthRegion, day("2025-12-31"))
	require.False(t, found)
}

func TestNearestRegionDay(t *testing.T) {
	a := zio.Netherlands()
	for on, want := range map[string]string{"2023-10-01": "2026-01-01", "2026-07-01": "2026-07-01", "2027-03-01": "2026-12-31"} {
		near, found := a.NearestRegionDay(zio.YouthRegion, day(on))
		require.True(t, found)
		require.Equal(t, want, near.String(), on)
	}
	_, found := a.NearestRegionDay(zio.RMCRegion, day("2026-01-01"))
	require.False(t, found)
	near, found := a.NearestRegionDay(zio.ProvinceRegion, day("2020-01-01"))
	require.True(t, found)
	require.Equal(t, "2020-01-01", near.String())
}

// A list comes in the place of what the atlas has of its kind in its period, and of nothing else.
func TestAListReplaces(t *testing.T) {
	r := &zio.Register{Title: "Eigen lijst (verzonnen)", Period: period("2026-01-01", "2026-12-31"),
		Regions: []zio.Region{{Kind: zio.YouthRegion, Code: "twente", Name: "Twente", From: day("2026-07-01"), Municipalities: gms("0153")}},
		RegionLists: []zio.RegionList{{Kind: zio.YouthRegion, Name: "Eigen lijst", Standing: zio.AgreedList, From: day("2026-07-01"), Until: day("2026-09-30"),
			Sources: []zio.Source{{Title: "Verzonnen"}}}}}
	a, problems := zio.Netherlands().With(r)
	require.Len(t, problems, 1, "the region goes on where the list has ended")
	require.Equal(t, "region.twice", problems[0].Code())
	r.Regions[0].Until = day("2026-09-30")
	a, problems = zio.Netherlands().With(r)
	require.Empty(t, problems)
	size := func(on string) int { return len(a.Regions(zio.YouthRegion, day(on))) }
	require.Equal(t, []int{42, 1, 1, 42}, []int{size("2026-06-30"), size("2026-07-01"), size("2026-09-30"), size("2026-10-01")})
	names := ""
	for _, l := range a.RegionLists() {
		names += l.Name + " " + l.Period().String() + "\n"
	}
	require.Equal(t, "Jeugdhulpregio's 2026 van het CBS, verbeterd 2026-01-01/2026-06-30\nEigen lijst 2026-07-01/2026-09-30\nJeugdhulpregio's 2026 van het CBS, verbeterd 2026-10-01/2026-12-31\n", names)
	require.Len(t, zio.Netherlands().RegionLists(), 1, "the embedded atlas is not changed")

	r.RegionLists = append(r.RegionLists, r.RegionLists[0])
	r.RegionLists[1].From, r.RegionLists[1].Until = day("2026-09-30"), zio.Date{}
	r.RegionLists = append(r.RegionLists, zio.RegionList{Kind: zio.ProvinceRegion, Name: "x", Standing: zio.AgreedList, From: day("2026-01-01")})
	require.Equal(t, []string{"region-list.twice /regionLists/1/from", "region.province-given /regionLists/2/kind", "region-list.empty /regionLists/2/from"}, codesOf(r.Check()))
}

func codesOf(ps zio.Problems) (list []string) {
	for _, p := range ps {
		list = append(list, p.Code()+" "+p.Pointer)
	}
	return list
}

func TestProvinces(t *testing.T) {
	a := zio.Netherlands()
	size := map[string]int{}
	for _, r := range a.Regions(zio.ProvinceRegion, day("2026-01-01")) {
		size[r.Code+" "+r.Name] = len(r.Municipalities)
	}
	require.Equal(t, map[string]int{"PV20 Groningen": 10, "PV21 Fryslân": 18, "PV22 Drenthe": 12, "PV23 Overijssel": 25, "PV24 Flevoland": 6,
		"PV25 Gelderland": 51, "PV26 Utrecht": 26, "PV27 Noord-Holland": 44, "PV28 Zuid-Holland": 50, "PV29 Zeeland": 13, "PV30 Noord-Brabant": 56, "PV31 Limburg": 31}, size)
	for _, p := range zio.Provinces() {
		require.Equal(t, p.String(), parsed(t, zio.ParseProvince, p.String()))
	}
	require.Equal(t, "province.unknown", parsed(t, zio.ParseProvince, "Noord-Holland"))
	for _, k := range zio.RegionKinds() {
		require.Equal(t, k.String(), parsed(t, zio.ParseRegionKind, k.String()))
		require.NotEmpty(t, k.Name(zio.Dutch))
	}
	require.Equal(t, "region.kind-unknown", parsed(t, zio.ParseRegionKind, "ggd"))
}

// The agreement of 2026 on the area of Rijk van Nijmegen and Land van Cuijk lies in two youth regions.
func TestSpreadAndOutside(t *testing.T) {
	a := zio.Netherlands()
	on := day("2026-01-01")
	s := a.Spread(zio.YouthRegion, gms("1982 0209 0225 0252 0268 0296 0944 1945 0268"), on)
	require.Len(t, s.Parts, 2)
	require.Equal(t, "rijk-van-nijmegen", s.Parts[0].Region.Code)
	require.Len(t, s.Parts[0].Municipalities, 7)
	require.True(t, s.Parts[0].IsWhole())
	require.Equal(t, "noord-oost-brabant", s.Parts[1].Region.Code)
	require.False(t, s.Parts[1].IsWhole())
	require.Empty(t, s.None)
	outside, none := s.Outside("rijk-van-nijmegen")
	require.Len(t, outside, 1)
	require.Equal(t, gms("1982"), outside[0].Municipalities)
	require.Empty(t, none)
	// A code that is no longer in force lies nowhere, and is not lost.
	s = a.Spread(zio.YouthRegion, gms("0268 1684"), on)
	require.Equal(t, gms("1684"), s.None)
}

func TestOverlaps(t *testing.T) {
	a := zio.Netherlands()
	on := day("2026-01-01")
	var table []string
	for _, row := range a.Overlaps(zio.YouthRegion, zio.ProvinceRegion, gms("0268 0944 1982"), on) {
		codes := make([]string, len(row.Municipalities))
		for i, m := range row.Municipalities {
			codes[i] = m.String()
		}
		table = append(table, row.A.Code+" "+row.B.Code+" "+strings.Join(codes, ","))
	}
	require.Equal(t, []string{"noord-oost-brabant PV30 1982", "rijk-van-nijmegen PV25 0268", "rijk-van-nijmegen PV31 0944"}, table)
	// Over all regions every municipality stands in the table once.
	n := 0
	for _, row := range a.Overlaps(zio.YouthRegion, zio.ProvinceRegion, nil, on) {
		n += len(row.Municipalities)
	}
	require.Equal(t, 342, n)
}

// Alliances follow the postcode. The register here is made up.
func TestAlliancesByPostcode(t *testing.T) {
	r := &zio.Register{Title: "Twee samenwerkingsverbanden (verzonnen)", Period: period("2024-01-01", "2024-12-31"), Regions: []zio.Region{
		{Kind: zio.SchoolAlliance, Code: "PO9901", Name: "Noord", From: day("2024-01-01"), Municipalities: gms("0268 0363"),
			Postcodes: []zio.Postcode4{zio.MustParsePostcode4("6511"), zio.MustParsePostcode4("1011")}},
		{Kind: zio.SchoolAlliance, Code: "PO9902", Name: "Zuid", From: day("2024-01-01"), Municipalities: gms("0268"),
			Postcodes: []zio.Postcode4{zio.MustParsePostcode4("6512")}},
		{Kind: zio.CustomRegion, Code: "proef", Name: "Proef", From: day("2024-01-01"), Until: day("2024-07-31"),
			Postcodes: []zio.Postcode4{zio.MustParsePostcode4("6512"), zio.MustParsePostcode4("6511")}},
	}}
	a, problems := zio.Netherlands().With(r)
	require.Empty(t, problems)
	on := day("2024-02-01")
	require.Len(t, a.RegionsOf(zio.SchoolAlliance, gm("0268"), on), 2)
	require.Equal(t, "PO9902", a.RegionsOfPostcode(zio.SchoolAlliance, zio.MustParsePostcode4("6512"), on)[0].Code)
	require.Empty(t, a.RegionsOfPostcode(zio.CustomRegion, zio.MustParsePostcode4("6512"), day("2024-08-01")))
	s := a.Spread(zio.SchoolAlliance, gms("0268 0363"), on)
	require.Len(t, s.Parts, 2)
	outside, _ := s.Outside("PO9901")
	require.Empty(t, outside, "what also lies inside is not outside")
	outside, _ = s.Outside("PO9902")
	require.Len(t, outside, 1)
	require.Equal(t, gms("0363"), outside[0].Municipalities)
	rows := a.Overlaps(zio.SchoolAlliance, zio.CustomRegion, nil, on)
	require.Len(t, rows, 2)
	require.Equal(t, "6511", rows[0].Postcodes[0].String())
	require.Empty(t, zio.Netherlands().Regions(zio.SchoolAlliance, on), "the embedded atlas is not changed")
}
