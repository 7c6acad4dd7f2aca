package intake

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

func tableOf(t *testing.T, text string) *Table {
	t.Helper()
	table, err := OpenTable(strings.NewReader(text), TableOptions{})
	require.NoError(t, err)
	return table
}

func period(from, until string) zio.Period {
	return zio.Period{From: zio.MustParseDate(from), Until: zio.MustParseDate(until)}
}

func TestRvIGRegister(t *testing.T) {
	text := `"92.10 Gemeentecode","92.11 Omschrijving","92.12 Nieuwe code","99.98 Datum ingang","99.99 Datum einde"
"0000","Onbekend","","",""
"0001","Adorp","0053","","19900101"
"0014","Groningen","","",""
"0009","Ten Boer","0014","","20190101"
"1980","Dijk en Waard","","20220101",""
"0416","Langedijk","1980","","20220101"
"0398","Heerhugowaard","1980","","20220101"
`
	r, report, err := RvIGRegister(tableOf(t, text), period("2019-01-01", "2026-12-31"), Options{})
	require.NoError(t, err)
	require.Equal(t, int64(1), report.Count("municipality.code-none"))
	require.Equal(t, int64(2), report.Outside) // Adorp, and Ten Boer whose last day was the day before the period
	require.Equal(t, []zio.Municipality{
		{Code: zio.MustParseMunicipalityCode("0014"), Name: "Groningen"},
		{Code: zio.MustParseMunicipalityCode("0398"), Name: "Heerhugowaard", Until: zio.MustParseDate("2021-12-31")},
		{Code: zio.MustParseMunicipalityCode("0416"), Name: "Langedijk", Until: zio.MustParseDate("2021-12-31")},
		{Code: zio.MustParseMunicipalityCode("1980"), Name: "Dijk en Waard", From: zio.MustParseDate("2022-01-01")},
	}, r.Municipalities)
	require.Len(t, r.Successions, 2)
	_, problems := zio.ReadRegister(r.AppendDocument(nil))
	require.Empty(t, problems)
	atlas, problems := r.Atlas()
	require.Empty(t, problems)
	require.Len(t, atlas.Municipalities(zio.MustParseDate("2021-12-31")), 3)
	require.Len(t, atlas.Municipalities(zio.MustParseDate("2022-01-01")), 2)
}

func TestAllianceRegister(t *testing.T) {
	r, report, err := AllianceRegister(tableOf(t, "pc4;po_swv;vo_swv\n9712;PO2001;VO2001\n9711;PO-20-01;VO2001\n7811;PO2203;\n7811;VO2203;\n1011;;\n"), period("2024-08-01", "2025-07-31"), Options{})
	require.NoError(t, err)
	require.Equal(t, int64(1), report.Count("intake.alliance-other-sector"))
	require.Equal(t, int64(1), report.Count("intake.cell-empty"))
	require.Equal(t, []string{"PO2001", "PO2203", "VO2001"}, []string{r.Regions[0].Code, r.Regions[1].Code, r.Regions[2].Code})
	require.Equal(t, []zio.Postcode4{zio.MustParsePostcode4("9711"), zio.MustParsePostcode4("9712")}, r.Regions[0].Postcodes)
	require.Equal(t, zio.StatutoryList, r.RegionLists[0].Standing)
	_, problems := zio.ReadRegister(r.AppendDocument(nil))
	require.Empty(t, problems)
}

func TestCBSRegister(t *testing.T) {
	const areas = "\uFEFF\"Identifier\";\"Index\";\"Title\"\n\"NL01\";1;\"Nederland\"\n\"GM0014\";2;\"Groningen (gemeente)\"\n\"GM0037\";3;\"Stadskanaal\"\n\"GM0034\";4;\"Almere\"\n"
	const values = "Id;Measure;ValueAttribute;Value;StringValue;RegioS\n" +
		"1;JZ0001;None;;JZ01  ;GM0014\n2;JZ0002;None;;Groningen   ;GM0014\n3;JZ0001;None;;JZ01  ;GM0037\n4;JZ0002;None;;Groningen;GM0037\n" +
		"5;JZ0001;None;;JZ02  ;GM0034\n6;AM0001;None;;AM05;GM0034\n7;XX0001;None;;XX05;GM0034\n8;T001036;None;234567;;GM0014\n"
	r, reports, err := CBSRegister(CBSTables{Areas: tableOf(t, areas), Values: tableOf(t, values)}, period("2026-01-01", "2026-12-31"), Options{})
	require.NoError(t, err)
	require.Equal(t, int64(1), reports[0].Outside)
	require.Equal(t, int64(2), reports[1].Outside)
	require.Equal(t, "Groningen", r.Municipalities[0].Name)
	require.Len(t, r.Regions, 3)
	require.Equal(t, zio.Region{Kind: zio.YouthRegion, Code: "JZ01", Name: "Groningen", From: r.Period.From, Until: r.Period.Until,
		Municipalities: []zio.MunicipalityCode{zio.MustParseMunicipalityCode("0014"), zio.MustParseMunicipalityCode("0037")}}, r.Regions[0])
	require.Equal(t, "JZ02", r.Regions[1].Name, "a region without a name has its code")
	require.Len(t, r.RegionLists, 2, "youth regions and labour-market regions")
	require.Equal(t, "CBS Gebieden in Nederland 2026 statistical", r.RegionLists[0].Name+" "+string(r.RegionLists[0].Standing))
	_, problems := zio.ReadRegister(r.AppendDocument(nil))
	require.Empty(t, problems)

	// the numbers of columns shift per year: the titles say which is which
	const measures = "Identifier;Index;Title;MeasureGroupId\nM1;1;Code;7\nM2;2;Naam;7\nM3;3;Code;8\n"
	const groups = "Id;Index;Title\n7;1;Jeugdregio's\n8;2;Politieregio's\n"
	shifted := strings.NewReplacer("JZ0001", "M1", "JZ0002", "M2", "AM0001", "M3").Replace(values)
	r, _, err = CBSRegister(CBSTables{Areas: tableOf(t, areas), Values: tableOf(t, shifted), Measures: tableOf(t, measures), Groups: tableOf(t, groups)}, period("2026-01-01", "2026-12-31"), Options{})
	require.NoError(t, err)
	require.Len(t, r.Regions, 2)
	require.Equal(t, "JZ01 Groningen", r.Regions[0].Code+" "+r.Regions[0].Name)
}

// Table 33 as it can be downloaded: UTF-16, everything quoted, one empty field too many, dates before 1900, and the
// placeholders for people outside the municipalities. The register of 2012 to 2026 has the municipalities of the
// embedded one, with their first and last days.
func TestTable33AsDownloaded(t *testing.T) {
	whole, atlas := period("2012-01-01", "2026-12-31"), zio.Netherlands()
	var b strings.Builder
	line := func(cells ...string) { b.WriteString(`"` + strings.Join(cells, `","`) + "\"\r\n") }
	line("92.10 Gemeentecode", "92.11 Omschrijving", "92.12 Nieuwe code", "99.98 Datum ingang", "99.99 Datum einde")
	line("0000", "Onbekend", "", "", "", "")
	compact := func(d zio.Date) string { return strings.ReplaceAll(d.String(), "-", "") }
	want := map[string]zio.Municipality{}
	for n := int64(1); n < 2100; n++ {
		m, known := atlas.Lookup(zio.MunicipalityCodeFromNumber(n))
		if !known {
			continue
		}
		next, from, end := "", compact(m.From), ""
		if m.From.IsZero() && n%2 == 0 {
			from = "18570101"
		}
		if !m.Until.IsZero() {
			end = compact(m.Until.AddDays(1))
			heirs, _ := atlas.Successors(m.Code, m.Until.AddDays(1))
			if len(heirs) > 0 {
				next = heirs[0].String()
			}
		}
		line(m.Code.String(), m.Name, next, from, end, "")
		if m.Until.IsZero() || !m.Until.Before(whole.From) {
			want[m.Code.String()] = m
		}
	}
	line("1403", "Zuidwijk", "0499", "", "18460101", "")
	line("0997", "Centraal Persoonsregister (Niet GBA)", "", "", "19901001", "")
	line("1999", "Registratie Niet Ingezetenen (RNI)", "", "20140106", "", "")

	r, report, err := RvIGRegister(tableOf(t, utf16(b.String(), false, true)), whole, Options{})
	require.NoError(t, err)
	require.Equal(t, int64(2), report.Count("intake.not-a-municipality"))
	require.Equal(t, int64(1), report.Count("municipality.code-none"))
	require.Equal(t, int64(3), report.Listed)
	require.Len(t, r.Municipalities, 441)
	require.Len(t, want, 441)
	for _, m := range r.Municipalities {
		is := want[m.Code.String()]
		require.Equal(t, is.Name, m.Name)
		require.Equal(t, is.Until, m.Until, m.Code.String())
		if is.From.After(whole.From) {
			require.Equal(t, is.From, m.From, m.Code.String())
		} else {
			require.True(t, m.From.IsZero(), m.Code.String())
		}
	}
	require.Empty(t, r.Check())
	for text, early := range map[string]bool{"18570101": true, "18570230": false, "18571301": false, "1857": false, "09990101": false} {
		table := tableOf(t, "a,b,c,d,e\n0393,x,,"+text+",\n")
		x := &run{t: table, columns: []int{0, 1, 2, 3, 4}, report: Report{Layout: LayoutRvIG33}}
		require.True(t, table.Next())
		_, found, err := x.dateSince1900(rvigFrom)
		require.Equal(t, early, found, text)
		require.Equal(t, early, err == nil, text)
	}
}

// The table of areas as StatLine exports it, a row per municipality.
func TestCBSWideRegister(t *testing.T) {
	text := "\uFEFF\"Regio's\";\"Codes en namen van gemeenten/Code (code)\";\"Codes en namen van gemeenten/Naam (naam)\";\"Lokaliseringen van gemeenten/Jeugdregio's/Code (code)\";\"Lokaliseringen van gemeenten/Jeugdregio's/Naam (naam)\"\n" +
		"\"Nijmegen\";\"GM0268    \";\"Nijmegen        \";\"JZ12      \";\"Rijk van Nijmegen   \"\n\"Beuningen\";\"GM0209\";\"Beuningen\";\"JZ12\";\"Rijk van Nijmegen\"\n\"Tilburg\";\"GM0855\";\"Tilburg\";\"\";\"\"\n"
	r, report, err := CBSWideRegister(tableOf(t, text), period("2023-01-01", "2023-12-31"), Options{})
	require.NoError(t, err)
	require.Equal(t, int64(3), report.Placed)
	require.Equal(t, []string{"0209", "0268", "0855"}, []string{r.Municipalities[0].Code.String(), r.Municipalities[1].Code.String(), r.Municipalities[2].Code.String()})
	require.Len(t, r.Regions, 1)
	require.Equal(t, "Rijk van Nijmegen", r.Regions[0].Name)
	require.Equal(t, []zio.MunicipalityCode{zio.MustParseMunicipalityCode("0209"), zio.MustParseMunicipalityCode("0268")}, r.Regions[0].Municipalities)
	_, problems := zio.ReadRegister(r.AppendDocument(nil))
	require.Empty(t, problems)
}

// A register has the municipalities that were there on a day of its period, by hand at both its ends.
func TestRvIGRegisterAtItsEnds(t *testing.T) {
	const head = "92.10 Gemeentecode,92.11 Omschrijving,92.12 Nieuwe code,99.98 Datum ingang,99.99 Datum einde\n"
	for row, want := range map[string]string{ // From, until and the succession; "" for outside
		"0268,x,0209,,20190101": "", "0268,x,0209,,20190102": " 2019-01-01 2019-01-02", "0268,x,,,20190102": " 2019-01-01", "0268,x,0209,,20261231": " 2026-12-30 2026-12-31", "0268,x,0209,,20270101": " ",
		"0268,x,,20190101,": " ", "0268,x,,20190102,": "2019-01-02 ", "0268,x,,20261231,": "2026-12-31 ", "0268,x,,20270101,": "", "0268,x,0209,,18460101": "", "0268,x,,18460101,": " ",
	} {
		r, report, err := RvIGRegister(tableOf(t, head+row+"\n"), period("2019-01-01", "2026-12-31"), Options{})
		require.NoError(t, err)
		require.Zero(t, report.Listed, row)
		if want == "" {
			require.Equal(t, int64(1), report.Outside, row)
			require.Empty(t, r.Municipalities, row)
			continue
		}
		m := r.Municipalities[0]
		got := m.From.String() + " " + m.Until.String()
		for _, s := range r.Successions {
			got += " " + s.On.String()
		}
		require.Equal(t, want, got, row)
	}
	r, _, err := RvIGRegister(tableOf(t, head+"0268,x,0209,,20220101\n0225,y,0209,,20210101\n0209,z,,,\n"), period("2019-01-01", "2026-12-31"), Options{})
	require.NoError(t, err)
	require.Equal(t, "0209 0225 0268", r.Municipalities[0].Code.String()+" "+r.Municipalities[1].Code.String()+" "+r.Municipalities[2].Code.String())
	require.Equal(t, "2021-01-01", r.Successions[0].On.String())
}

// A postcode that stands twice is one of its alliance; one alliance is a list, and none is no list.
func TestAlliancesAtTheirEnds(t *testing.T) {
	for rows, want := range map[string][]int{"": {0, 0, 0}, "9711;PO2001;\n9711;PO2001;\n9712;PO2001;\n": {1, 1, 2}} {
		r, _, err := AllianceRegister(tableOf(t, "pc4;po_swv;vo_swv\n"+rows), period("2024-08-01", "2025-07-31"), Options{})
		require.NoError(t, err)
		postcodes := 0
		for _, region := range r.Regions {
			postcodes += len(region.Postcodes)
		}
		require.Equal(t, want, []int{len(r.Regions), len(r.RegionLists), postcodes})
	}
}

// Regions and municipalities stand in the order of their codes whatever the order of the files; a name without a code is no region, and
// what is said of a province or says nothing is outside.
func TestCBSRegisterInOrder(t *testing.T) {
	const areas = "Identifier;Title\nGM0037;Stadskanaal\nPV20;Groningen\nGM0014;Groningen\n"
	const values = "Measure;Value;StringValue;RegioS\nJZ0001;;JZ02;GM0037\nAM0001;;AM05;GM0014\nJZ0001;;JZ01;GM0014\nAM0001;;AM05;GM0037\nZK0002;;Menzis;GM0014\nJZ0001;;JZ01;PV20\nJZ0002;;;GM0014\n"
	check := func(tables CBSTables) {
		t.Helper()
		tables.Areas, tables.Values = tableOf(t, areas), tableOf(t, values)
		r, reports, err := CBSRegister(tables, period("2026-01-01", "2026-12-31"), Options{})
		require.NoError(t, err)
		require.Equal(t, []string{"0014", "0037"}, []string{r.Municipalities[0].Code.String(), r.Municipalities[1].Code.String()})
		var regions []string
		for _, region := range r.Regions {
			regions = append(regions, region.Code)
			for i, m := range region.Municipalities {
				require.True(t, i == 0 || region.Municipalities[i-1].Compare(m) < 0)
			}
		}
		require.Equal(t, []string{"JZ01", "JZ02", "AM05"}, regions)
		require.Len(t, r.RegionLists, 2)
		require.Equal(t, int64(2), reports[1].Outside)
	}
	check(CBSTables{})
	check(CBSTables{Groups: tableOf(t, "Id;Title\n7;Jeugdregio's\n")})                    // without the measures a group says nothing
	check(CBSTables{Measures: tableOf(t, "Identifier;Title;MeasureGroupId\nx;Code;7\n")}) // and the other way around
	for _, tables := range [][2]string{{"Id\n7\n", "Identifier;Title;MeasureGroupId\n"}, {"Title\nx\n", "Identifier;Title;MeasureGroupId\n"}, {"Id;Title\n", "Title;MeasureGroupId\nx;7\n"}, {"Id;Title\n", "Identifier;MeasureGroupId\nx;7\n"}, {"Id;Title\n", "Identifier;Title\nx;y\n"}} {
		check(CBSTables{Groups: tableOf(t, tables[0]), Measures: tableOf(t, tables[1])}) // a column that is not there
	}
	for _, tables := range [][2]string{{"Title\nJeugdregio's\n", "Identifier;Title;MeasureGroupId\nAM0001;Code;\n"}, {"Id;Title\n;Jeugdregio's\n", "Identifier;Title\nAM0001;Code\n"}, {"Title\nJeugdregio's\n", "Identifier;Title;MeasureGroupId\nAM0001;Code;Jeugdregio's\n"}} {
		check(CBSTables{Groups: tableOf(t, tables[0]), Measures: tableOf(t, tables[1])}) // an empty cell is not what is missing elsewhere
	}
	shifted := strings.NewReplacer("JZ0001", "M1", "JZ0002", "M2", "AM0001", "M3").Replace(values)
	for _, order := range [][2]string{{"Id;Title\n7;Jeugdregio's\n8;Arbeidsmarktregio's\n", "Identifier;Title;MeasureGroupId\nM1;Code;7\nM2;Naam;7\nM3;Code;8\n"}, {"Title;Id\nJeugdregio's;7\nArbeidsmarktregio's;8\n", "Title;MeasureGroupId;Identifier\nCode;7;M1\nNaam;7;M2\nCode;8;M3\n"},
		{"Id;Title\n7;Jeugdregio's\n8;Arbeidsmarktregio's\n", "MeasureGroupId;Identifier;Title\n7;M1;Code\n7;M2;Naam\n8;M3;Code\n"}} { // the columns in any order
		r, _, err := CBSRegister(CBSTables{Areas: tableOf(t, areas), Values: tableOf(t, shifted), Groups: tableOf(t, order[0]), Measures: tableOf(t, order[1])}, period("2026-01-01", "2026-12-31"), Options{})
		require.NoError(t, err)
		require.Len(t, r.Regions, 3)
	}
	// a file that is another, and one that can not be read to its end
	for _, tables := range []CBSTables{{Areas: tableOf(t, "a;b\n"), Values: tableOf(t, values)}, {Areas: tableOf(t, areas), Values: tableOf(t, "a;b\n")}} {
		_, _, err := CBSRegister(tables, period("2026-01-01", "2026-12-31"), Options{})
		require.Error(t, err)
	}
	gone := func() *Table {
		records := [][]string{}
		for range 100_000 { // more than is read to find the columns
			records = append(records, []string{"7", "Jeugdregio's", "7"})
		}
		table, err := OpenRecords([]string{"Identifier", "Title", "MeasureGroupId"}, queried(records, errors.New("gone")), TableOptions{})
		require.NoError(t, err)
		return table
	}
	for _, tables := range []CBSTables{{Groups: gone(), Measures: tableOf(t, "Identifier;Title;MeasureGroupId\n")}, {Groups: tableOf(t, "Id;Title\n7;Jeugdregio's\n"), Measures: gone()}} {
		tables.Areas, tables.Values = tableOf(t, areas), tableOf(t, values)
		_, _, err := CBSRegister(tables, period("2026-01-01", "2026-12-31"), Options{})
		require.Error(t, err)
	}
}

// A row of a wide table reaches to the code of a region also where its name stands before it.
func TestWideRowsReachTheCodes(t *testing.T) {
	s := samples[LayoutCBSWide]
	header := []string{s.header[1], s.header[2], s.header[4], s.header[3]}
	for row, placed := range map[string]int64{"GM0014;Groningen (gemeente);Groningen;JZ01": 1, "GM0014;Groningen;Groningen": 0} {
		rows, report, err := readSample(t, LayoutCBSWide, strings.Join(header, ";")+"\n"+row+"\n", Options{})
		require.NoError(t, err)
		require.Equal(t, placed, report.Placed, row)
		require.True(t, placed == 0 || strings.HasPrefix(rows[0], "0014|Groningen|youth-region|JZ01"))
	}
	rows, _, err := readSample(t, LayoutCBSWide, strings.Join([]string{s.header[4], s.header[3], s.header[1], s.header[2]}, ";")+"\nNoord;JZ01;GM0014;Groningen\n", Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"0014|Groningen|youth-region|JZ01|Noord"}, rows)
}
