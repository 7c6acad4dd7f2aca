package intake

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// Counts at the ends of what is read, by hand: "" is no problem.
func TestEndsOfCounts(t *testing.T) {
	most := strconv.Itoa(zio.MaxCount)
	for text, want := range map[string]struct {
		count Count
		code  string
	}{
		"0":               {Exact(0), ""},
		"9":               {Exact(9), ""},
		most:              {Exact(zio.MaxCount), ""},
		most + "0":        {Count{}, "intake.count-too-large"},
		"\xd0":            {Count{}, "intake.count-malformed"},
		":":               {Count{}, "intake.count-malformed"},
		"/":               {Count{}, "intake.count-malformed"},
		"<":               {Count{}, "intake.count-malformed"},
		"<=":              {Count{}, "intake.count-malformed"},
		"<2":              {Count{}, "intake.count-malformed"}, // it would be one: nothing is kept back
		"<3":              {Count{1, 2}, ""},
		"<=2":             {Count{1, 2}, ""},
		"<=1":             {Count{}, "intake.count-malformed"},
		"<100":            {Count{1, 99}, ""},
		"<101":            {Count{}, "intake.count-malformed"},
		"\u2264100":       {Count{1, 100}, ""},
		"minder dan 2":    {Count{}, "intake.count-malformed"},
		"minder dan 3":    {Count{1, 2}, ""},
		"fewer than 100":  {Count{1, 99}, ""},
		"less than 101":   {Count{}, "intake.count-malformed"},
		"1 of minder":     {Count{}, "intake.count-malformed"},
		"2 of minder":     {Count{1, 2}, ""},
		"100 or fewer":    {Count{1, 100}, ""},
		"101 or fewer":    {Count{}, "intake.count-malformed"},
		"1-4":             {Count{1, 4}, ""},
		"-1":              {Count{1, 4}, ""},
		"-2":              {Count{}, "intake.count-negative"},
		"":                {Count{}, "intake.count-missing"},
		"12345678901x":    {Count{}, "intake.count-malformed"},
		"123456789012345": {Count{}, "intake.count-too-large"},
	} {
		got, kind := parseCount([]byte(text))
		code := ""
		if kind != nil {
			code = kind.Code
		}
		require.Equal(t, want.code, code, "%q", text)
		if code == "" {
			require.Equal(t, want.count, got, "%q", text)
		}
	}
}

// Days in words at the ends of their length.
func TestEndsOfDays(t *testing.T) {
	for text, want := range map[string]string{
		"1 mei 2024":   "2024-05-01",
		"1 okt. 2024":  "2024-10-01",
		"31-dec-2024":  "2024-12-31",
		"001 mei 2024": "",
		"0:00":         "",
		"1 oktober 2024" + strings.Repeat(" ", 16): "2024-10-01",
		"1  oktober  2024":                         "2024-10-01",
		"1/oktober/2024":                           "2024-10-01",
		"1 10 2024":                                "2024-10-01",
		"1 mei 2024 0:00":                          "2024-05-01",
		"1 oktob 2024":                             "",
		"1-oktober 2024":                           "",
		"x1 mei 2024":                              "",
		"mei 1 2024":                               "",
		"1 mei 24":                                 "",
		"100 mei 2024":                             "",
	} {
		d, ok := parseDate([]byte(text))
		require.Equal(t, want != "", ok, "%q", text)
		require.Equal(t, want, d.String(), "%q", text)
	}
}

// A row of which the last cell of its site is longer than that of the row before is another site, and none when it is malformed.
func TestSiteLikeTheRowBefore(t *testing.T) {
	const head = "PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;BEVOEGD_GEZAG_NUMMER;TOTAAL\n"
	row := func(number, board string) string {
		return "20231001;0268;NIJMEGEN;6511;NIJMEGEN;99AB;" + number + ";So;" + board + ";12\n"
	}
	table, err := OpenTable(strings.NewReader(head+row("01", "41234")+row("01", "412345")+row("01", "41234")+row("02", "41234")+row("02", "41235")), TableOptions{})
	require.NoError(t, err)
	var sites []string
	report, err := ReadDuoPO(table, Options{}, func(r *DuoPORow) error {
		sites = append(sites, r.Site.Code.String()+" "+r.Site.Board.String())
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, []string{"99AB01 41234", "99AB01 41234", "99AB02 41234", "99AB02 41235"}, sites)
	require.Equal(t, int64(1), report.Listed)
}

// plainOf reads lines with semicolons as a table with these columns, of 1 October 2024; per row that was placed its home and postcode.
func plainOf(t *testing.T, text string, m Mapping, o Options) ([]string, *Report) {
	t.Helper()
	table, err := OpenTable(strings.NewReader(text), TableOptions{Columns: m.Columns()})
	require.NoError(t, err)
	require.Empty(t, table.Digest(), "nobody asked for a digest")
	var rows []string
	report, err := ReadPlain(table, m, zio.MustParseDate("2024-10-01"), o, func(r *PlainRow) error {
		rows = append(rows, r.Home.Municipality.String()+" "+r.Home.Postcode.String())
		return nil
	})
	require.NoError(t, err)
	return rows, report
}

// Tables of the user with few columns: a postcode alone, from 1000 on; what comes behind the counts may be lacking at the end of a
// row; and of what is no person the value is told.
func TestEndsOfPlainTables(t *testing.T) {
	postcodes := &Postcodes{}
	postcodes.Add(zio.MustParsePostcode4("1000"), zio.MustParseMunicipalityCode("0363"))
	rows, report := plainOf(t, "pc\n1000\n0999\n6511\n", Mapping{Postcode: "pc"}, Options{Places: PlacesOf(zio.Netherlands(), postcodes)})
	require.Equal(t, []string{"0363 1000", " 6511"}, rows)
	require.Equal(t, int64(1), report.Listed, "0999 is no postcode")

	rows, report = plainOf(t, "home;pupils;kind\n0268;3\n0268\n0268;3;\n", Mapping{Home: "home", Pupils: "pupils", Kind: "kind"}, Options{})
	require.Equal(t, []string{"0268 ", "0268 "}, rows)
	require.Equal(t, int64(1), report.Count("table.field-count"), "a count may not be lacking")

	_, report = plainOf(t, "home;pupils;label\n0268;q7;x\n", Mapping{Home: "home", Pupils: "pupils", Label: "label"}, Options{})
	require.Len(t, report.First, 1)
	require.Contains(t, report.First[0].Problem.Text(zio.English), "q7")

	require.Equal(t, "home=a,pupils=b", (&Mapping{Home: "a", Pupils: "b"}).String())
	require.Equal(t, "home=a", (&Mapping{Home: "a"}).String())
}

// Lines that are passed over are lines of the file, and a sheet lacks fields at the end of a row only.
func TestEndsOfTables(t *testing.T) {
	table, err := OpenTable(strings.NewReader("x\ny\na;b\n1;2\n"), TableOptions{Skip: 2})
	require.NoError(t, err)
	require.True(t, table.Next())
	require.Equal(t, int64(4), table.Line())

	table, err = OpenTable(strings.NewReader("a;b;c\n1;2\n1;2;3;4\n"), TableOptions{Sheet: true, Delimiter: ';'})
	require.NoError(t, err)
	for _, want := range []bool{false, true} {
		require.True(t, table.Next())
		_, bad := table.Fault()
		require.Equal(t, want, bad, "%q", table.Record())
	}

	require.Equal(t, "", Layout(len(layouts)).Name(zio.Dutch))
	require.Equal(t, "", Layout(200).Name(zio.English))
	require.Equal(t, "", Layout(len(layouts)).String())
	require.Equal(t, "", Layout(200).String())
	for name, ok := range map[string]bool{"": false, "utf8": true, "utf-8": true, "cp1252": true} {
		_, known := ParseEncoding(name)
		require.Equal(t, ok, known, name)
	}
	require.Equal(t, longestText, len(clean(strings.Repeat("x", longestText+7), "-")))
	require.Equal(t, "-", clean(" \t\x01", "-"))

	b, err := NewBuilder(PopulationOptions{Suppressed: SuppressedExclude, Date: zio.MustParseDate("2024-10-01"), Route: zio.ClaimJeugdwet, Mapping: Mapping{Home: "home"}})
	require.NoError(t, err)
	table, err = OpenTable(strings.NewReader("home\n0268\n"), TableOptions{Columns: []string{"home"}, Hash: true})
	require.NoError(t, err)
	_, err = b.Add(table, Source{File: "x.csv"})
	require.NoError(t, err)
	p, problems := b.Population()
	require.Empty(t, problems)
	require.Contains(t, p.Provenance[0].Options, "route=jeugdwet")
}
