package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// own is a mapping of columns that are called after what they hold.
func own(t *testing.T, parts ...string) Mapping {
	t.Helper()
	var m Mapping
	for _, part := range parts {
		require.NoError(t, m.Set(part, part))
	}
	return m
}

// A row of a table of the user is read to its end, also behind a day.
func TestPlainRowsAreReadWhole(t *testing.T) {
	m := own(t, "date", "site", "type", "home", "pupils", "minutes", "label", "status", "route")
	table, err := OpenTable(strings.NewReader("date;site;type;home;pupils;minutes;label;status;route\n2024-10-01;99AB01;So;0268;3;90;x;;wlz\n"), TableOptions{Columns: m.Columns()})
	require.NoError(t, err)
	var rows []PlainRow
	report, err := ReadPlain(table, m, zio.Date{}, Options{}, func(r *PlainRow) error { rows = append(rows, *r); return nil })
	require.NoError(t, err)
	require.Empty(t, report.First)
	require.Len(t, rows, 1)
	r := rows[0]
	require.Equal(t, []any{"2024-10-01", "99AB01", zio.MustParseSchoolType("so"), "0268", Exact(3), int64(90), "x", zio.ClaimWlz},
		[]any{r.Date.String(), r.Site.String(), r.Type, r.Home.Municipality.String(), r.Pupils, r.Minutes, r.Label, r.Route})
}

// Minutes that are known of some pupils of a group only are not known of the group: 3 pupils with 90 minutes and 2 with none given.
// Pupils that are none have no minutes that could be unknown.
func TestMinutesOfAGroup(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2024-10-01"), Mapping: own(t, "home", "pupils", "minutes")}
	for file, want := range map[string][2]int64{
		"0268;3;90\n0268;2;60\n":          {5, 150},
		"0268;3;90\n0268;2;\n":            {5, 0},
		"0268;2;\n0268;3;90\n":            {5, 0},
		"0268;3;90\n0268;0;\n":            {3, 90},
		"0268;0;\n0268;3;90\n":            {3, 90},
		"0268;3;90\n0268;2;\n0268;1;60\n": {6, 0},
		"0268;3;90\n0268;1;60\n0315;2;\n": {4, 150},
	} {
		p, _, problems := build(t, o, "home;pupils;minutes\n"+file)
		require.Empty(t, problems)
		require.Equal(t, want, [2]int64{p.Groups[0].Pupils, p.Groups[0].MinutesPerWeek}, file)
	}
}

// What was decided is told of each file for itself, in its report and in what the population says of where it comes from.
func TestDecidedPerFile(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedMidpoint, Date: zio.MustParseDate("2024-10-01"), Mapping: own(t, "site", "home", "pupils")}
	p, reports, problems := build(t, o, "site;home;pupils\n99AB01;0268;<5\n99AB01;0252;-1\n", "site;home;pupils\n99AB02;0209;<5\n", "site;home;pupils\n99AB03;0225;4\n")
	require.Empty(t, problems)
	for i, want := range []int64{2, 1, 0} {
		require.Equal(t, want, reports[i].Decided, i)
	}
	require.Contains(t, p.Provenance[0].Options, "decided=2")
	require.Contains(t, p.Provenance[1].Options, "decided=1")
	require.NotContains(t, strings.Join(p.Provenance[2].Options, " "), "decided")
}

// Who wants to be asked is asked only where there is something to ask.
func TestNothingToAsk(t *testing.T) {
	p, _, problems := build(t, PopulationOptions{Suppressed: SuppressedAsk, Date: zio.MustParseDate("2024-10-01"), Mapping: own(t, "home", "pupils")}, "home;pupils\n0268;7\n")
	require.Empty(t, problems)
	require.Len(t, p.Groups, 1)
	for text, want := range map[string]Suppressed{"": 0, "ask": SuppressedAsk, "range": SuppressedRange, "ranges": 0} {
		s, err := ParseSuppressed(text)
		require.Equal(t, want, s, text)
		require.Equal(t, want == 0, err != nil, text)
	}
}

// The sheets of a workbook are one file, in which a school may go on; two files of one name are two.
func TestSheetsAreOneFile(t *testing.T) {
	for _, c := range []struct {
		first, second Source
		want          string
	}{
		{Source{File: "a.xlsx", Part: "1"}, Source{File: "a.xlsx", Part: "2"}, ""},
		{Source{File: "a.xlsx", Part: "1"}, Source{File: "b.xlsx", Part: "2"}, "intake.site-in-two-files"},
		{Source{File: "a.xlsx", Part: "1"}, Source{File: "a.xlsx", Part: "1"}, "intake.site-in-two-files"},
		{Source{File: "a.xlsx"}, Source{File: "a.xlsx"}, "intake.site-in-two-files"},
		{Source{File: "a.xlsx", Part: "1"}, Source{File: "a.xlsx"}, "intake.site-in-two-files"},
	} {
		b, err := NewBuilder(PopulationOptions{Suppressed: SuppressedZero})
		require.NoError(t, err)
		_, err = b.Add(tableOf(t, poHeader+poRow("6511", "NIJMEGEN", "So", "0;7;5;0;0", "12")), c.first)
		require.NoError(t, err)
		report, err := b.Add(tableOf(t, poHeader+poRow("6512", "NIJMEGEN", "So", "0;7;0;0;0", "7")), c.second)
		got := ""
		if p, ok := err.(zio.Problem); ok {
			got = p.Code()
		} else if len(report.First) > 0 {
			got = report.First[0].Problem.Code()
		}
		require.Equal(t, c.want, got, c)
	}
}

// Days have two digits at most for the day and the month, on either side of the year.
func TestWidthOfDays(t *testing.T) {
	for text, want := range map[string]string{
		"2023-10-01": "2023-10-01", "2023-1-2": "2023-01-02", "2/1/2023": "2023-01-02", "2023-10-001": "", "2023-010-01": "", "001-10-2023": "", "01-010-2023": "",
	} {
		d, ok := parseDate([]byte(text))
		require.Equal(t, want, d.String(), text)
		require.Equal(t, want != "", ok, text)
	}
}

// A count is hidden when nothing is known of it; the largest of all is known.
func TestHiddenCounts(t *testing.T) {
	require.True(t, hidden.isHidden())
	require.False(t, Exact(zio.MaxCount).isHidden())
	require.False(t, Count{1, zio.MaxCount}.isHidden())
}

// Columns that are told are cut where they would fill a page.
func TestColumnsThatAreTold(t *testing.T) {
	table := tableOf(t, strings.Repeat("kolom", 900)+";b\n1;2\n")
	require.LessOrEqual(t, len(table.found()), maxEcho+3)
	require.True(t, strings.HasSuffix(table.found(), "kolomk..."), table.found()[maxEcho-10:])
	require.Equal(t, "a, b", tableOf(t, "a;b\n1;2\n").found())
}

// A row of a list of municipalities by region reaches to the name of the last region, or is told.
func TestWideRowsReachTheNames(t *testing.T) {
	s := samples[LayoutCBSWide]
	for fields, placed := range map[int]int64{5: 1, 4: 0} { // the fifth is the name of the youth region
		text := strings.Join(s.header[:5], ";") + "\n" + strings.Join(s.row[:fields], ";") + "\n"
		_, report, err := readSample(t, LayoutCBSWide, text, Options{})
		require.NoError(t, err)
		require.Equal(t, placed, report.Placed, fields)
	}
}

// The problem of a cell with a code and a name says in which column it stands, and so does a name that can not be read.
func TestColumnsOfProblems(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2023-10-01"), Mapping: Mapping{Home: "woon/plaats", Pupils: "aantal"}}
	_, report := built(t, "woon/plaats;aantal\n0268;1\n0268 Nergens;1\n0268 Beuningen;1\n9999 Nergens;1\n", o)
	require.Len(t, report.First, 3)
	for _, listed := range report.First {
		require.Equal(t, "/woon~1plaats", listed.Problem.Pointer, listed.Problem.Code())
	}
}

// What a listed row repeats are the cells that were read of it; a reference and a label may be about a person, and are not repeated.
func TestCellsThatAreNotRepeated(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2023-10-01"), Mapping: own(t, "home", "ref", "label", "site", "minutes")}
	var listed []Listed
	o.OnListed = func(l Listed) { listed = append(listed, l) }
	build(t, o, "home;unread;ref;label;site;minutes\n0268;x;leerling1;Jan;99AB01;\n9999;x;leerling2;Piet;99AB01;123456782\n")
	require.Len(t, listed, 1)
	fields := strings.Join(listed[0].Fields, "|")
	require.Equal(t, []string{"***", "***", "***", "9999", "99AB01"}, slices.Sorted(slices.Values(strings.Split(fields, "|"))), fields)
}

// A row within quotes has 100 lines and 64 KiB at most, its line end included; beyond, its first line is given up.
func TestQuotedRowsAtTheirEnds(t *testing.T) {
	row := func(lines, size int) string { // so many bytes with the line end
		inner := strings.Repeat("\n", lines-1)
		return `"` + inner + strings.Repeat("x", size-lines+1-len(`""`)-len(";b\n")) + `";b` + "\n"
	}
	for _, c := range []struct {
		lines, size int
		whole       bool
	}{{100, 1000, true}, {101, 1000, false}, {2, 64 << 10, true}, {2, 64<<10 + 1, false}} {
		text := row(c.lines, c.size)
		require.Len(t, text, c.size)
		table, err := OpenTable(strings.NewReader("a;b\n"+text+"c;d\n"), TableOptions{})
		require.NoError(t, err)
		require.True(t, table.Next())
		_, bad := table.Fault()
		require.Equal(t, c.whole, !bad, c)
	}
}

// Groups without a band come before those with one, and lower bands before higher.
func TestOrderOfBands(t *testing.T) {
	bands := []*zio.Band{nil, {Min: 0, Max: 0}, {Min: 0, Max: 60}, {Min: 60, Max: 60}}
	require.Zero(t, compareGroups(zio.Group{Adult: true}, zio.Group{Adult: true}))
	require.Negative(t, compareGroups(zio.Group{}, zio.Group{Adult: true}))
	require.Positive(t, compareGroups(zio.Group{Adult: true}, zio.Group{}))
	for i := range bands {
		for j := range bands {
			require.Equal(t, cmp.Compare(i, j), compareGroups(zio.Group{Band: bands[i]}, zio.Group{Band: bands[j]}), "%d %d", i, j)
		}
	}
}

// Lines without any value are counted, and are no rows.
func TestBlankLines(t *testing.T) {
	o := PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2023-10-01"), Mapping: own(t, "home", "pupils")}
	_, reports, problems := build(t, o, "home;pupils\n\n0268;1\n;\n\n0252;2\n \n")
	require.Empty(t, problems)
	require.Equal(t, []int64{2, 4}, []int64{reports[0].Rows, reports[0].Blank})
}

// A measure is two letters and four digits; of a division that is known the first is the code and the second the name.
func TestMeasures(t *testing.T) {
	for code, want := range map[string]string{
		"JZ0001": "youth-region false true", "JZ0002": "youth-region true true", "JZ0003": " false false", "XX0001": " false false",
		"JZ000": " false false", "JZ000X": " false false", "XX000X": " false false", "JZX001": " false false", "": " false false",
	} {
		m, ok := measureOf(code)
		require.Equal(t, want, fmt.Sprint(m.kind, " ", m.isName, " ", ok), code)
	}
}

// A row whose postcode lies nowhere is told, and not placed.
func TestUnknownHomesAreTold(t *testing.T) {
	file := samples[LayoutDuoPostcode].file(nil) // a postcode, and nobody says where it lies
	_, report, err := addOne(t, PopulationOptions{Suppressed: SuppressedZero}, file)
	require.NoError(t, err)
	require.Equal(t, []int64{1, 0, 1}, []int64{report.Rows, report.Placed, report.Listed})
}

// Codes of areas that are meant for a municipality.
func TestMunicipalAreas(t *testing.T) {
	for code, want := range map[string]bool{"GM0268": true, "GM": true, "0268": true, "268": true, "02680": false, "WK0268": false, "26a8": false} {
		require.Equal(t, want, isMunicipal(code), code)
	}
}

// A division of which a wide table has names only is passed over.
func TestDivisionsWithoutCodes(t *testing.T) {
	table := tableOf(t, "Regio's;a/b/Code (code);a/b/Naam (naam);a/Jeugdregio's/Naam (naam);a/GGD-regio's/Code (code)\n1;2;3;4;5\n")
	var kinds []string
	for _, d := range wideDivisions(table) {
		kinds = append(kinds, d.kind.String())
	}
	require.NotContains(t, kinds, "youth-region")
}

// Spaces and controls around a field are not of it, whatever the text around is written in.
func TestSpacesAroundFields(t *testing.T) {
	for _, other := range []string{"x", "é"} { // plain rows are cut in another way than those with other letters
		table := tableOf(t, "a;b;c;d\n 0268 ;\t3\t; ;"+other+" "+other+"\n")
		require.True(t, table.Next())
		require.Equal(t, []string{"0268", "3", "", other + " " + other}, table.Record())
		require.Equal(t, []string{"0268", "3", ""}, []string{string(table.Bytes(0)), string(table.Bytes(1)), string(table.Bytes(2))})
	}
}

// Lines above the header are passed over until one has the columns that are asked for, as people write them.
func TestLinesAboveTheHeader(t *testing.T) {
	open := func(columns ...string) *Table {
		table, err := OpenTable(strings.NewReader("Opgave;van het jaar\n\nGemeente ;AANTAL;rest\n0268;3;x\n"), TableOptions{Columns: columns})
		require.NoError(t, err)
		return table
	}
	for _, c := range []struct {
		columns []string
		above   int64
		first   string
	}{{[]string{"gemeente", "aantal"}, 1, "Gemeente"}, {[]string{"AANTAL"}, 1, "Gemeente"}, {[]string{"gemeente", "jaar"}, 0, "Opgave"}, {[]string{"opgave"}, 0, "Opgave"}} {
		table := open(c.columns...)
		require.Equal(t, c.first, table.Header()[0], c.columns)
		require.Equal(t, c.above > 0, table.above > 0, c.columns)
	}
}

// Of an official file a listed row is repeated, but no cell in which a BSN can be: 111222333 passes the eleven test.
func TestOfficialRowsShowNoBSN(t *testing.T) {
	for _, cell := range []string{"111222333", "BSN 111.222.333", "111,222,333", "１１１２２２３３３"} {
		table, err := OpenTable(strings.NewReader("pc4;gemeentecode;rest\n6511;"+cell+";x\n6512;0268;"+cell+"\n"), TableOptions{})
		require.NoError(t, err)
		report, err := ReadPostcodeRows(table, Options{}, func(*PostcodeRow) error { return nil })
		require.NoError(t, err)
		require.Equal(t, []int64{2, 1, 1}, []int64{report.Rows, report.Placed, report.Listed})
		require.Equal(t, []string{"6511", "***", "x"}, report.First[0].Fields)
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			require.NotContains(t, report.First[0].Problem.Text(l), "222", cell)
		}
	}
}
