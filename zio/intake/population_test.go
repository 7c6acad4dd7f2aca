package intake

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/internal/duogen"
	"github.com/zio-collectief/zio/zio"
)

const poHeader = "PEILDATUM;GEMEENTENUMMER;GEMEENTENAAM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM_VESTIGING;POSTCODE_VESTIGING;PLAATSNAAM;PROVINCIE;SOORT_PO;DENOMINATIE_VESTIGING;BEVOEGD_GEZAG_NUMMER;3-;4;17;18;25+;TOTAAL\r\n"

// poRow is a row of the DUO file: home, type of school, five ages and the total, at one site.
func poRow(postcode, home, kind, ages, total string) string {
	return "20191001;0268;NIJMEGEN;" + postcode + ";" + home + ";99AB;01;De Ark;6500 ZZ;NIJMEGEN;Gelderland;" + kind + ";Openbaar;10249;" + ages + ";" + total + "\r\n"
}

// build makes a population of files.
func build(t *testing.T, o PopulationOptions, files ...string) (*zio.Population, []*Report, zio.Problems) {
	t.Helper()
	b, err := NewBuilder(o)
	require.NoError(t, err)
	var reports []*Report
	for i, file := range files {
		table, err := OpenTable(strings.NewReader(file), TableOptions{Hash: true})
		require.NoError(t, err)
		report, err := b.Add(table, Source{File: "file" + string(rune('1'+i)) + ".csv"})
		require.NoError(t, err)
		require.Equal(t, report.Rows, report.Placed+report.Listed+report.Outside)
		reports = append(reports, report)
	}
	p, problems := b.Population()
	if len(problems) == 0 {
		_, err := b.Add(tableOf(t, poHeader), Source{})
		require.Equal(t, "intake.population-made", err.(zio.Problem).Code())
	}
	if p != nil && len(problems) == 0 {
		again, problems := zio.ReadPopulation(p.AppendDocument(nil))
		require.Empty(t, problems, "what is written can be read")
		require.Equal(t, p.AppendDocument(nil), again.AppendDocument(nil))
		var pieces bytes.Buffer
		require.NoError(t, p.WriteDocument(&pieces))
		require.Equal(t, string(p.AppendDocument(nil)), pieces.String())
	}
	return p, reports, problems
}

// groupsOf shows the groups of a population, one per line.
func groupsOf(p *zio.Population) []string {
	var list []string
	for _, g := range p.Groups {
		s := g.Site.String() + " " + g.Home.String()
		if g.Label != "" {
			s += " " + g.Label
		}
		if g.Adult {
			s += " 18+"
		}
		list = append(list, s+" "+Exact(g.Pupils).String())
	}
	return list
}

func TestPopulationChoicesAboutSuppressedCounts(t *testing.T) {
	// 4 rows: 12 known in Nijmegen, fewer than 5 there from another postcode, fewer than 5 in Cuijk, 6 in Cuijk.
	file := poHeader +
		poRow("6511", "NIJMEGEN", "So", "0;7;5;0;0", "12") +
		poRow("6512", "NIJMEGEN", "So", "0;<5;0;0;0", "<5") +
		poRow("5431", "CUIJK", "So", "0;0;<5;0;0", "<5") +
		poRow("5432", "CUIJK", "So", "0;0;6;0;0", "6")
	for _, test := range []struct {
		choice          Suppressed
		groups          []string
		placed, decided int64
	}{
		{SuppressedZero, []string{"99AB01 0268 12", "99AB01 1684 6"}, 4, 2},
		{SuppressedMidpoint, []string{"99AB01 0268 15", "99AB01 1684 9"}, 4, 2}, // 1..4, the middle 2.5 half up: 3
		{SuppressedExclude, []string{"99AB01 0268 12", "99AB01 1684 6"}, 2, 0},
	} {
		p, reports, problems := build(t, PopulationOptions{Suppressed: test.choice}, file)
		require.Empty(t, problems)
		require.Equal(t, test.groups, groupsOf(p))
		require.Equal(t, test.placed, reports[0].Placed)
		require.Equal(t, 4-test.placed, reports[0].Listed)
		require.Equal(t, test.decided, reports[0].Decided)
		require.Equal(t, 4-test.placed, reports[0].Count("intake.count-suppressed"))
		require.Contains(t, p.Provenance[0].Options, "suppressed="+test.choice.String())
	}

	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedAsk}, file)
	require.Nil(t, p)
	require.Equal(t, "intake.decision-needed", problems[0].Code())
	require.Equal(t, "2", problems[0].Param("suppressed"))
	require.Equal(t, int64(2), reports[0].Listed)
	listed := reports[0].First[0]
	require.Equal(t, int64(3), listed.Problem.Line)
	require.Equal(t, "/TOTAAL", listed.Problem.Pointer)
	require.Equal(t, "Het aantal in TOTAAL is afgeschermd (<5): het zijn 1 tot en met 4 leerlingen. Kies wat ermee gebeurt: zero (telt als 0), midpoint (telt als 3) of exclude (telt niet mee).", listed.Problem.Text(zio.Dutch))
	require.Equal(t, "6512", listed.Fields[3])

	_, err := NewBuilder(PopulationOptions{})
	require.Equal(t, "intake.suppressed-unset", err.(zio.Problem).Code())
	_, err = ParseSuppressed("guess")
	require.Equal(t, "intake.suppressed-unknown", err.(zio.Problem).Code())
	for _, name := range suppressedNames[1:] {
		s, err := ParseSuppressed(name)
		require.NoError(t, err)
		require.Equal(t, name, s.String())
	}
}

func TestPopulationPlacesWithoutMunicipality(t *testing.T) {
	file := poHeader +
		poRow("6511", "NIJMEGEN", "So", "0;7;5;0;0", "12") +
		poRow("BUITENLAND", "BUITENLAND", "So", "0;5;0;0;0", "5") +
		poRow("ANDERS", "ANDERS", "So", "0;0;6;0;0", "6") +
		poRow("0000", "", "So", "0;0;7;0;0", "7") +
		poRow("6511", "NIJMEGUM", "So", "0;0;8;0;0", "8") +
		poRow("5831", "LAND VAN CUIJK", "So", "0;0;9;0;0", "9") + // from 2022 on
		poRow("1861", "BERGEN", "So", "0;0;9;0;0", "9") +
		poRow("1861", "BERGEN NH", "So", "0;0;1;0;0", "1") +
		poRow("8601", "SÃºdwest-FryslÃ¢n", "So", "0;0;5;0;0", "5")
	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedZero}, file)
	require.Empty(t, problems)
	require.Equal(t, []string{"99AB01 0268 12", "99AB01 0373 1"}, groupsOf(p))
	r := reports[0]
	require.Equal(t, int64(7), r.Listed)
	for code, rows := range map[string]int64{"intake.place-abroad": 1, "intake.place-missing": 2, "municipality.name-unknown": 1,
		"municipality.name-ended": 1, "municipality.name-ambiguous": 1, "intake.place-name-garbled": 1} {
		require.Equal(t, rows, r.Count(code), code)
	}
	require.Equal(t, zio.Provenance{File: "file1.csv", Layout: "duo-po", Digest: p.Provenance[0].Digest, Rows: 9, Placed: 2, Listed: 7,
		Options: []string{"suppressed=zero", "encoding=utf-8", "delimiter=semicolon"}}, p.Provenance[0])

	p, reports, problems = build(t, PopulationOptions{Suppressed: SuppressedZero, KeepUnplaced: true}, file)
	require.Empty(t, problems)
	require.Equal(t, []string{"99AB01  49", "99AB01 0268 12", "99AB01 0373 1"}, groupsOf(p)) // 5+6+7+8+9+9+5
	require.Zero(t, reports[0].Listed)

	_, _, problems = build(t, PopulationOptions{Suppressed: SuppressedAsk, KeepUnplaced: true}, file)
	require.Equal(t, "7", problems[0].Param("places"))

	// a table of postcodes places what the names do not
	var postcodes Postcodes
	postcodes.Add(zio.MustParsePostcode4("6511"), zio.MustParseMunicipalityCode("0268"))
	postcodes.Add(zio.MustParsePostcode4("1861"), zio.MustParseMunicipalityCode("0373"))
	postcodes.Add(zio.MustParsePostcode4("1861"), zio.MustParseMunicipalityCode("0361"))
	p, reports, _ = build(t, PopulationOptions{Suppressed: SuppressedZero, Options: Options{Places: PlacesOf(zio.Netherlands(), &postcodes)}}, file)
	require.Equal(t, []string{"99AB01 0268 20", "99AB01 0373 1"}, groupsOf(p))
	require.Equal(t, int64(6), reports[0].Listed)
	require.Equal(t, int64(1), reports[0].Count("municipality.name-ambiguous"))
}

func TestTotalsMustFitTheAges(t *testing.T) {
	for _, test := range []struct{ ages, total, code string }{
		{"0;7;5;0;0", "12", ""},
		{"0;7;5;0;0", "13", "intake.total-differs"},
		{"0;7;5;0;0", "0", "intake.total-differs"},
		{"0;<5;6;0;0", "7", ""},
		{"0;<5;6;0;0", "10", ""},
		{"0;<5;6;0;0", "6", "intake.total-differs"},
		{"0;<5;6;0;0", "11", "intake.total-differs"},
		{"0;<5;<5;0;0", "<5", ""},
		{"<5;<5;<5;<5;<5", "<5", "intake.total-differs"}, // five times at least one
		{"0;0;0;0;0", "<5", "intake.total-differs"},
		{"0;-1;0;0;0", "<5", ""},
		{";;5;;", "5", ""}, // an empty age is nobody
		{"0;1,23E+05;0;0;0", "5", "intake.scientific"},
		{"0;1.000;0;0;0", "1000", "intake.count-malformed"},
		{"0;5;0;0;0", "5,0", "intake.count-malformed"},
		{"0;5;0;0;0", "vijf", "intake.count-malformed"},
		{"0;5;0;0;0", "", "intake.count-missing"},
		{"0;5;0;0;0", "-3", "intake.count-negative"},
		{"0;5;0;0;0", "999999999", "intake.count-too-large"},
		{"0;5;0;0;0", "100000000", "intake.count-too-large"},
		{"0;99999999;0;0;0", "99999999", ""},
		{"0;5;0;0;0", "1.2.3E5", "intake.count-malformed"},
		{"0;5;0;0;0", "1.2E", "intake.count-malformed"},
		{"0;5;0;0;0", "99999999999999999999", "intake.count-too-large"},
		{"0;5;0;0;0", "< 6", ""},
		{"0;5;0;0;0", "<1", "intake.count-malformed"},
	} {
		_, reports, _ := build(t, PopulationOptions{Suppressed: SuppressedZero}, poHeader+poRow("6511", "NIJMEGEN", "So", test.ages, test.total))
		got := ""
		if reports[0].Listed > 0 {
			got = reports[0].First[0].Problem.Code()
		}
		require.Equal(t, test.code, got, "%s = %s", test.ages, test.total)
	}
}

func TestPopulationSelects(t *testing.T) {
	other := strings.Replace(poRow("6511", "NIJMEGEN", "Bo", "0;7;0;0;0", "7"), "99AB;01", "99AC;0", 1)
	file := poHeader +
		poRow("6511", "NIJMEGEN", "So", "0;7;0;0;0", "7") +
		poRow("6511", "NIJMEGEN", "Vso", "0;0;8;0;0", "8") +
		other +
		strings.Replace(poRow("6511", "NIJMEGEN", "So", "0;9;0;0;0", "9"), "20191001", "1-10-2020", 1)

	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedZero}, file)
	require.Empty(t, problems)
	require.Equal(t, []string{"99AB01 0268 so 7", "99AB01 0268 vso 8", "99AC00 0268 7"}, groupsOf(p))
	require.Equal(t, int64(1), reports[0].Count("intake.date-other"))
	require.Equal(t, "2019-10-01", p.CountDate.String())
	require.Equal(t, "2019-2020", p.SchoolYear.String())
	require.Equal(t, []zio.Site{
		{Code: zio.MustParseSiteCode("99AB01"), Name: "De Ark", Type: zio.SpecialBoth, Board: zio.MustParseBoardNumber("10249"), Municipality: zio.MustParseMunicipalityCode("0268")},
		{Code: zio.MustParseSiteCode("99AC00"), Name: "De Ark", Type: zio.Primary, Board: zio.MustParseBoardNumber("10249"), Municipality: zio.MustParseMunicipalityCode("0268")},
	}, p.Sites)

	p, reports, problems = build(t, PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2020-10-01"), Types: []zio.SchoolType{zio.SpecialPrimary}, Sites: []zio.SiteCode{zio.MustParseSiteCode("99AB01")}}, file)
	require.Empty(t, problems)
	require.Equal(t, []string{"99AB01 0268 9"}, groupsOf(p))
	require.Equal(t, int64(3), reports[0].Outside)
	require.Equal(t, []string{"suppressed=zero", "encoding=us-ascii", "delimiter=semicolon", "date=2020-10-01", "types=so", "sites=99AB01"}, p.Provenance[0].Options)

	p, reports, problems = build(t, PopulationOptions{Suppressed: SuppressedZero, Schools: []string{"99AC"}}, file)
	require.Empty(t, problems)
	require.Equal(t, []string{"99AC00 0268 7"}, groupsOf(p))
	require.Equal(t, int64(3), reports[0].Outside)
	require.Equal(t, "sites=99AC", p.Provenance[0].Options[3])

	_, _, problems = build(t, PopulationOptions{Suppressed: SuppressedZero, Sites: []zio.SiteCode{zio.MustParseSiteCode("98ZZ00")}}, file)
	require.Equal(t, "intake.nothing-placed", problems[0].Code())
}

func TestPopulationSetsAdultsApart(t *testing.T) {
	file := poHeader +
		poRow("6511", "NIJMEGEN", "Vso", "0;0;7;5;6", "18") +
		poRow("6512", "NIJMEGEN", "Vso", "0;0;7;<5;0", "9")
	p, _, _ := build(t, PopulationOptions{Suppressed: SuppressedZero}, file)
	require.Equal(t, []string{"99AB01 0268 27"}, groupsOf(p))

	p, _, _ = build(t, PopulationOptions{Suppressed: SuppressedZero, SplitAdults: true}, file)
	require.Equal(t, []string{"99AB01 0268 16", "99AB01 0268 18+ 11"}, groupsOf(p)) // 7 + 9 and 5 + 6
	p, _, _ = build(t, PopulationOptions{Suppressed: SuppressedMidpoint, SplitAdults: true}, file)
	require.Equal(t, []string{"99AB01 0268 13", "99AB01 0268 18+ 14"}, groupsOf(p)) // 7 + 6 and 11 + 3
	p, reports, _ := build(t, PopulationOptions{Suppressed: SuppressedExclude, SplitAdults: true}, file)
	require.Equal(t, []string{"99AB01 0268 7", "99AB01 0268 18+ 11"}, groupsOf(p))
	require.Equal(t, int64(1), reports[0].Count("intake.age-suppressed"))
}

// What adults there are never exceeds the row, and the builder tells how many there are at least.
func TestPopulationCountsAdults(t *testing.T) {
	file := poHeader + poRow("6511", "NIJMEGEN", "Vso", "0;0;0;<5;<5", "<5")
	b, _, err := addOne(t, PopulationOptions{Suppressed: SuppressedMidpoint, SplitAdults: true}, file)
	require.NoError(t, err)
	require.Equal(t, int64(2), b.Adults())
	p, _ := b.Population()
	require.Equal(t, []string{"99AB01 0268 18+ 3"}, groupsOf(p))
}

// A row of which the only count is taken as 0 is placed, and makes no group.
func TestPopulationHasNoEmptyGroups(t *testing.T) {
	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedZero}, poHeader+poRow("6511", "NIJMEGEN", "Vso", "0;0;<5;0;0", "<5"))
	require.Empty(t, problems)
	require.Empty(t, p.Groups)
	require.Len(t, p.Sites, 1)
	require.Equal(t, int64(1), reports[0].Placed)
}

func TestPaddedRowsAreCounted(t *testing.T) {
	row := strings.Replace(poRow("6511", "NIJMEGEN", "Vso", "0;0;7;0;0", "7"), "0268", "268", 1)
	o := PopulationOptions{Suppressed: SuppressedZero, Options: Options{PadCodes: true}}
	p, reports, problems := build(t, o, poHeader+row+row)
	require.Empty(t, problems)
	require.Equal(t, int64(2), reports[0].Padded)
	require.Contains(t, p.Provenance[0].Options, "pad-codes=2")
	_, reports, _ = build(t, PopulationOptions{Suppressed: SuppressedZero}, poHeader+row+row)
	require.Equal(t, int64(2), reports[0].Count("municipality.code-short"))
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"2023-10-01": "2023-10-01", "20231001": "2023-10-01", "1-10-2023": "2023-10-01", "01/10/2023": "2023-10-01", "2023/10/1": "2023-10-01",
		"31-12-1905": "1905-12-31", "": "", "2023": "", "10-2023": "", "1-10-23": "", "2023-13-01": "", "30-2-2023": "", "1.10.2023": "", "1-10-2023 ": "", "1-10-2023-1": "", "1-10-": "", "-1-10": "", "1850-01-01": "",
	} {
		d, ok := parseDate([]byte(text))
		require.Equal(t, want, d.String(), text)
		require.Equal(t, want != "", ok, text)
	}
}

func TestPopulationMergesFiles(t *testing.T) {
	primary := poHeader + poRow("6511", "NIJMEGEN", "So", "0;7;0;0;0", "7")
	secondary := strings.Join(samples[LayoutDuoVO].header, ";") + "\n99VO;2;6511;NIJMEGEN;NIJMEGEN;0268;5;6;0;0;0;0\n99VO;2;5831;BOXMEER;BOXMEER;0756;5;<5;0;0;0;0\n99VO;2;;;;9999;5;6;0;0;0;0\n"
	postcode := strings.Join(samples[LayoutDuoPostcode].header, ",") + "\n99AB,01,SO,2019,6511,9\n99SB,00,SBO,2019,6511,-1\n99SB,00,SBO,2019,0000,8\n99SB,00,SBO,2019,6599,8\n"
	var postcodes Postcodes
	postcodes.Add(zio.MustParsePostcode4("6511"), zio.MustParseMunicipalityCode("0268"))
	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedMidpoint, Options: Options{Places: PlacesOf(zio.Netherlands(), &postcodes)}, Route: zio.ClaimJeugdwet}, primary, secondary, postcode)
	require.Empty(t, problems)
	require.Equal(t, []string{"99AB01 0268 7", "99SB00 0268 3", "99VO02 0268 11", "99VO02 0756 8"}, groupsOf(p))
	require.Equal(t, zio.ClaimJeugdwet, p.Groups[0].Route)
	require.Equal(t, int64(1), reports[1].Count("intake.place-code-unknown"))
	require.Equal(t, int64(1), reports[2].Count("intake.site-in-two-files"))
	require.Equal(t, int64(1), reports[2].Count("intake.place-missing"))
	require.Equal(t, int64(1), reports[2].Count("intake.postcode-not-in-table"))
	require.Len(t, p.Provenance, 3)

	_, _, err := addOne(t, PopulationOptions{Suppressed: SuppressedZero}, secondary)
	require.Equal(t, "intake.date-missing", err.(zio.Problem).Code())
	_, _, err = addOne(t, PopulationOptions{Suppressed: SuppressedZero}, samples[LayoutRvIG33].file(nil))
	require.Equal(t, "intake.layout-without-pupils", err.(zio.Problem).Code())
	_, _, err = addOne(t, PopulationOptions{Suppressed: SuppressedZero}, "a;b\n1;2\n")
	require.Equal(t, "table.layout-unknown", err.(zio.Problem).Code())
	_, reports, _ = build(t, PopulationOptions{Suppressed: SuppressedZero, SplitAdults: true}, postcode)
	require.Equal(t, int64(1), reports[0].Count("intake.place-missing"))
}

func addOne(t *testing.T, o PopulationOptions, file string) (*Builder, *Report, error) {
	t.Helper()
	b, err := NewBuilder(o)
	require.NoError(t, err)
	table, err := OpenTable(strings.NewReader(file), TableOptions{Hash: true})
	require.NoError(t, err)
	report, err := b.Add(table, Source{File: "x.csv"})
	return b, report, err
}

// Pupils of two categories of one home are two groups; a category that is not in the list is refused with its line, in both languages.
func TestCategories(t *testing.T) {
	file := "Gemeente,Aantal,Zwaarte\n0268,2,licht\n0268,1,zwaar\n0268,3,licht\n0252,4,ligt\n0252,1,\n"
	o := PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2026-10-01"), Mapping: Mapping{Home: "Gemeente", Pupils: "Aantal", Category: "Zwaarte"}}
	o.Categories = []string{"licht", "midden", "zwaar"}
	var listed []Listed
	o.OnListed = func(l Listed) { listed = append(listed, l) }
	p, reports, problems := build(t, o, file)
	require.Empty(t, problems)
	home := zio.MustParseMunicipalityCode("0268")
	require.Equal(t, []zio.Group{{Home: home, Category: "licht", Pupils: 5}, {Home: home, Category: "zwaar", Pupils: 1}}, p.Groups)
	require.Equal(t, int64(2), reports[0].Count("intake.category-unknown"))
	require.Equal(t, []int64{5, 6}, []int64{listed[0].Problem.Line, listed[1].Problem.Line})
	require.Equal(t, "De categorie ligt in de kolom Zwaarte is niet bekend. Kies uit: licht, midden, zwaar.", listed[0].Problem.Text(zio.Dutch))
	require.Equal(t, "The category ligt in the column Zwaarte is not known. Choose one of: licht, midden, zwaar.", listed[0].Problem.Text(zio.English))
	require.Contains(t, p.Provenance[0].Options, "categories=licht,midden,zwaar")

	o.Categories = nil // any, up to 60 characters; none is none
	p, reports, problems = build(t, o, file+"0252,1,"+strings.Repeat("x", 61)+"\n")
	require.Empty(t, problems)
	require.Len(t, p.Groups, 4)
	require.Equal(t, int64(1), reports[0].Count("intake.label-wrong"))
	ref, _, problems := build(t, PopulationOptions{Suppressed: SuppressedZero, Date: o.Date, Mapping: Mapping{Home: "Gemeente", Ref: "Wie", Category: "Zwaarte"}}, "Gemeente,Wie,Zwaarte\n0268,p1,midden\n")
	require.Empty(t, problems)
	require.Equal(t, "midden", ref.Pupils[0].Category)
}

func TestPlainTables(t *testing.T) {
	file := "Woonplaats,School,Aantal,Minuten,Van,Tot,Wet,Soort\n" +
		"Nijmegen,99AB01,3,600,0,240,jeugdwet,So\n" +
		"GM1684,99AB01,2,,,,,So\n" +
		"\"Bergen (NH.)\",99AB01,1,,,,wlz,So\n" +
		"0014,99AB01,1,60,0,120,jeugdwet,So\n" +
		"14,99AB01,1,60,0,120,jeugdwet,So\n" +
		"Nijmegen,99AB01,<5,,,,,So\n" +
		"Nijmegen,99AB01,1,2½,,,,So\n" +
		"Nijmegen,99AB01,1,2,240,0,,So\n" +
		"Nijmegen,99AB01,1,2,,,,lager\n" +
		"Nijmegen,99AB01,1,2,,,belasting,So\n"
	var m Mapping
	for part, name := range map[string]string{"home": "woonplaats", "site": "School", "pupils": "AANTAL", "minutes": "minuten", "band-min": "van", "band-max": "tot", "route": "wet", "type": "soort"} {
		require.NoError(t, m.Set(part, name))
	}
	require.Equal(t, "intake.mapping-unknown", m.Set("colour", "x").(zio.Problem).Code())
	o := PopulationOptions{Suppressed: SuppressedMidpoint, Mapping: m, Date: zio.MustParseDate("2019-10-01")}
	p, reports, problems := build(t, o, file)
	require.Empty(t, problems)
	require.Equal(t, []zio.Group{
		{Site: zio.MustParseSiteCode("99AB01"), Home: zio.MustParseMunicipalityCode("0014"), Route: zio.ClaimJeugdwet, Band: &zio.Band{Max: 120}, Pupils: 1, MinutesPerWeek: 60},
		{Site: zio.MustParseSiteCode("99AB01"), Home: zio.MustParseMunicipalityCode("0268"), Pupils: 3},
		{Site: zio.MustParseSiteCode("99AB01"), Home: zio.MustParseMunicipalityCode("0268"), Route: zio.ClaimJeugdwet, Band: &zio.Band{Max: 240}, Pupils: 3, MinutesPerWeek: 600},
		{Site: zio.MustParseSiteCode("99AB01"), Home: zio.MustParseMunicipalityCode("0373"), Route: zio.ClaimWlz, Pupils: 1},
		{Site: zio.MustParseSiteCode("99AB01"), Home: zio.MustParseMunicipalityCode("1684"), Pupils: 2},
	}, p.Groups)
	for code, rows := range map[string]int64{"municipality.code-short": 1, "intake.minutes-malformed": 1, "intake.band-reversed": 1, "intake.school-type-unknown": 1, "population.route-unknown": 1} {
		require.Equal(t, rows, reports[0].Count(code), code)
	}
	require.Equal(t, "map=site=School,type=soort,home=woonplaats,pupils=AANTAL,minutes=minuten,band-min=van,band-max=tot,route=wet", p.Provenance[0].Options[4])

	_, _, err := addOne(t, PopulationOptions{Suppressed: SuppressedZero, Mapping: Mapping{Pupils: "Aantal"}}, file)
	require.Equal(t, "intake.mapping-without-home", err.(zio.Problem).Code())
	_, _, err = addOne(t, PopulationOptions{Suppressed: SuppressedZero, Mapping: Mapping{Home: "Gemeente"}}, file)
	require.Equal(t, "table.columns-missing", err.(zio.Problem).Code())
	require.Contains(t, err.(zio.Problem).Text(zio.Dutch), "Woonplaats, School, Aantal")
	_, report, err := addOne(t, PopulationOptions{Suppressed: SuppressedZero, Mapping: Mapping{Home: "Woonplaats"}}, "Woonplaats;x\n0363;1\n")
	require.NoError(t, err)
	require.Equal(t, int64(1), report.Count("intake.date-missing"))
}

// A citizen service number is refused, and nothing that is shown repeats it.
func TestPlainTablesShowNoBSN(t *testing.T) {
	const bsn = "123456782" // passes the eleven test: 9+16+21+24+25+24+21+16-2 = 154 = 14 x 11
	require.True(t, zio.LooksLikeBSN(bsn))
	file := "leerling;gemeente;soort;minuten\nL1;0363;guidance;120\n" + bsn + ";0363;guidance;120\nL1;0363;guidance;60\nL2;" + bsn + ";guidance;60\nL3;0363;guidance;" + bsn + "\n"
	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedZero, Date: zio.MustParseDate("2023-10-01"),
		Mapping: Mapping{Ref: "leerling", Home: "gemeente", Kind: "soort", Minutes: "minuten"}}, file)
	require.Empty(t, problems)
	require.Equal(t, []zio.Pupil{{Ref: zio.MustParsePupilRef("L1"), Home: zio.MustParseMunicipalityCode("0363"), Needs: []zio.Need{{Kind: zio.CareGuidance, MinutesPerWeek: 120}}}}, p.Pupils)
	require.Equal(t, int64(1), reports[0].Count("pupil.bsn"))
	require.Equal(t, int64(1), reports[0].Count("intake.pupil-twice"))
	require.Len(t, reports[0].First, 4)
	for _, l := range reports[0].First {
		require.NotContains(t, strings.Join(l.Fields, " ")+l.Problem.Error()+l.Problem.Text(zio.Dutch), bsn)
	}
}

// What goes into the document is text that a document can hold.
func TestPopulationTexts(t *testing.T) {
	row := poRow("6511", "NIJMEGEN", "So", "0;7;0;0;0", "7")
	for _, test := range []struct{ name, want, code string }{
		{"\"De Ark\r\n  locatie Noord\"", "De Ark locatie Noord", ""},
		{"De\tArk", "De Ark", ""},
		{"De\x01Ark", "", "table.text-broken"},
		{strings.Repeat("é", 200), strings.Repeat("é", 200), ""},
		{strings.Repeat("é", 201), "", "intake.text-too-long"},
	} {
		b, report, err := addOne(t, PopulationOptions{Suppressed: SuppressedZero, Title: " a\nb\x01 "}, poHeader+strings.Replace(row, "De Ark", test.name, 1))
		require.NoError(t, err)
		p, _ := b.Population()
		if test.code != "" {
			require.Equal(t, int64(1), report.Count(test.code), "%q", test.name)
			continue
		}
		require.Empty(t, report.First, "%q", test.name)
		require.Equal(t, test.want, p.Sites[0].Name)
		require.Equal(t, "a b", p.Title)
	}
	b, err := NewBuilder(PopulationOptions{Suppressed: SuppressedZero})
	require.NoError(t, err)
	table, err := OpenTable(strings.NewReader(poHeader+row), TableOptions{Hash: true})
	require.NoError(t, err)
	_, err = b.Add(table, Source{File: ""})
	require.NoError(t, err)
	p, _ := b.Population()
	require.Equal(t, "-", p.Provenance[0].File)
	_, problems := zio.ReadPopulation(p.AppendDocument(nil))
	require.Empty(t, problems)
}

// Ten thousand generated rows: every one is placed or listed, and the sums are those of the generator.
func TestGeneratedFileIsAccountedFor(t *testing.T) {
	var file bytes.Buffer
	tally, err := duogen.WriteDuoPO(&file, duogen.Config{Rows: 10_000, Seed: 7, Suppress: true, Abroad: 40, SplitTypes: true})
	require.NoError(t, err)
	require.NotZero(t, tally.Suppressed)
	require.NotZero(t, tally.Both)
	p, reports, problems := build(t, PopulationOptions{Suppressed: SuppressedExclude}, file.String())
	require.Empty(t, problems)
	r := reports[0]
	require.Equal(t, int64(10_000), r.Rows)
	require.Equal(t, Windows1252, r.Encoding)
	require.Equal(t, tally.Suppressed, r.Count("intake.count-suppressed"))
	require.Equal(t, tally.NoHome+tally.Both, r.Count("intake.place-abroad")+r.Count("intake.place-missing"))
	require.Equal(t, tally.Rows-tally.Suppressed-tally.NoHome-tally.Both, r.Placed)
	require.Len(t, r.First, 100)
	sum := int64(0)
	for _, g := range p.Groups {
		sum += g.Pupils
	}
	require.Equal(t, tally.Known, sum)

	p, reports, problems = build(t, PopulationOptions{Suppressed: SuppressedMidpoint}, file.String())
	require.Empty(t, problems)
	require.Equal(t, tally.Suppressed, reports[0].Decided)
	sum = 0
	for _, g := range p.Groups {
		sum += g.Pupils
	}
	require.Equal(t, tally.Known+3*tally.Suppressed, sum)

	var again bytes.Buffer
	_, err = duogen.WriteDuoPO(&again, duogen.Config{Rows: 10_000, Seed: 7, Suppress: true, Abroad: 40, SplitTypes: true})
	require.NoError(t, err)
	require.True(t, bytes.Equal(file.Bytes(), again.Bytes()), "the generator is seeded")
}

// Whatever the input is: nothing panics, every row is placed, listed or outside, each listed row was shown, and
// the population that comes out can be read.
func FuzzBuilder(f *testing.F) {
	for _, layout := range Layouts() {
		if s, ok := samples[layout]; ok {
			f.Add([]byte(s.file(nil)), uint8(2))
			f.Add([]byte(latin(s.file(nil))), uint8(9))
		}
	}
	f.Add([]byte(poHeader+poRow("6511", "NIJMEGEN", "So", "0;<5;0;0;0", "<5")), uint8(1))
	f.Add([]byte("home,pupils\n0363,1\nNijmegen,<5\n"), uint8(16+3))
	f.Fuzz(func(t *testing.T, data []byte, flags uint8) {
		shown := int64(0)
		o := PopulationOptions{Suppressed: Suppressed(1 + flags&3), KeepUnplaced: flags&4 != 0, SplitAdults: flags&8 != 0}
		o.OnListed = func(l Listed) {
			shown++
			require.NotEmpty(t, l.Problem.Code())
			require.NotZero(t, l.Problem.Line)
		}
		if flags&16 != 0 {
			o.Mapping = Mapping{Home: "home", Pupils: "pupils", Site: "site"}
			o.Date = zio.MustParseDate("2023-10-01")
		}
		table, err := OpenTable(bytes.NewReader(data), TableOptions{Hash: true})
		if err != nil {
			return
		}
		b, err := NewBuilder(o)
		require.NoError(t, err)
		report, err := b.Add(table, Source{File: "fuzz.csv"})
		require.Equal(t, report.Rows, report.Placed+report.Listed+report.Outside)
		require.Equal(t, report.Listed, shown)
		if err != nil {
			return
		}
		sum := int64(0)
		for _, reason := range report.Reasons {
			sum += reason.Rows
		}
		require.Equal(t, report.Listed, sum)
		if p, problems := b.Population(); len(problems) == 0 {
			_, problems = zio.ReadPopulation(p.AppendDocument(nil))
			require.Empty(t, problems)
		}
	})
}
