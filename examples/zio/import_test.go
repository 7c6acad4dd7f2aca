package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/duogen"
	"github.com/zio-collectief/zio/zio"
)

// generated writes a made-up DUO file into a folder of the test.
func generated(t *testing.T, c duogen.Config) (string, duogen.Tally) {
	t.Helper()
	name := filepath.Join(tempDir(t), "03. leerlingen po.csv")
	f, err := os.Create(name)
	require.NoError(t, err)
	tally, err := duogen.WriteDuoPO(f, c)
	require.NoError(t, err)
	require.NoError(t, f.Close())
	return name, tally
}

// area is an agreement in which municipalities bear a made-up budget of 1,000,000.00 by enrolled pupils.
func area(t *testing.T, year string, municipalities ...string) string {
	t.Helper()
	var parties []string
	for _, code := range municipalities {
		parties = append(parties, `{"id":"`+code+`","kind":"municipality","name":"`+zio.Netherlands().Name(zio.MustParseMunicipalityCode(code))+`","participates":true}`)
	}
	name := filepath.Join(tempDir(t), "agreement.json")
	require.NoError(t, os.WriteFile(name, []byte(`{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/agreement.schema.json","id":"area","title":"Nijmegen en Cuijk",
"period":{"from":"`+year+`-01-01","until":"`+year+`-12-31"},"parties":[`+strings.Join(parties, ",")+`,{"id":"care","kind":"provider","name":"Aanbieder"}],"routing":{},
"components":[{"id":"budget","title":"Budget","route":"jeugdwet-collective","cost":{"rule":"budget/1","amount":"1000000.00"},
"key":{"rule":"pro-rata/1","basis":"enrolled-pupils","nonParticipants":"leave-as-gap"},"flow":{"rule":"direct/1","payees":[{"party":"care","weight":"1","instrument":"purchase"}]},
"division":{"method":"largest-remainder","unit":"cent"}}],"synthetic":[{"pointer":"/components/0/cost/amount","reason":"Verzonnen budget."}]}`), 0o644))
	return name
}

// shares are what the parties bear by the CSV of a settlement, in cents.
func shares(t *testing.T, csv string) map[string]int64 {
	t.Helper()
	m := map[string]int64{}
	lines := strings.Split(strings.TrimSpace(csv), "\n")
	amount := -1
	for i, name := range strings.Split(lines[0], ",") {
		if name == "bears" {
			amount = i
		}
	}
	require.GreaterOrEqual(t, amount, 0, lines[0])
	for _, line := range lines[1:] {
		cells := strings.Split(line, ",")
		e, err := money.ParseEuro(cells[amount])
		require.NoError(t, err)
		if _, err := zio.ParseMunicipalityCode(cells[0]); err == nil {
			m[cells[0]] += e.Cents()
		}
	}
	return m
}

var (
	nijmegen   = []string{"0268", "1945", "0209", "0225", "0252", "0944", "0296"}
	cuijk2019  = []string{"0756", "1684", "0786", "0815", "1702"}
	cuijk2026  = "1982"
	twelve2019 = append(append([]string{}, nijmegen...), cuijk2019...)
)

// Ten thousand rows with suppressed counts, pupils abroad and five municipalities that merged go through import
// and settle; every row is placed or listed, and nobody is dropped.
func TestImportAndSettleInOnePipe(t *testing.T) {
	file, tally := generated(t, duogen.Config{Rows: 10_000, Seed: 3, Suppress: true, Abroad: 40, SplitTypes: true})
	out, errs, code := zioRun("", "import", "duo", file)
	require.Zero(t, code, errs)
	listed := strings.Count(errs, file+":") - 1 // every listed row, and the summary
	require.Equal(t, tally.Suppressed+tally.NoHome+tally.Both, int64(listed))
	require.Contains(t, errs, "10,000 rows, of which "+comma(tally.Rows-int64(listed))+" placed, "+comma(int64(listed))+" listed and 0 outside the selection.")
	require.Contains(t, errs, comma(tally.Suppressed)+" rows with a suppressed count do not count")
	p, problems := zio.ReadPopulation([]byte(out))
	require.Empty(t, problems)
	require.Equal(t, tally.Known, pupils(p))

	settled, errs, code := zioRun(out, "settle", area(t, "2019", twelve2019...), "-", "--format", "csv", "--part", "shares")
	require.Zero(t, code, errs)
	byParty := shares(t, settled)
	require.Len(t, byParty, 12)
	sum := int64(0)
	for _, cents := range byParty {
		sum += cents
	}
	require.Equal(t, int64(100_000_000), sum)
}

// The same file settles on the municipalities of 2019 and on those of 2026: the five that merged bear together
// what Land van Cuijk bears, but for rounding, and the import says which pupils moved.
func TestOneFileSettlesIn2019AndIn2026(t *testing.T) {
	file, _ := generated(t, duogen.Config{Rows: 3_000, Seed: 5, Suppress: true})
	then, errs, code := zioRun("", "import", "duo", file, "--suppressed", "midpoint", "--listed", filepath.Join(tempDir(t), "listed.csv"))
	require.Zero(t, code, errs)
	now, errs, code := zioRun("", "import", "duo", file, "--suppressed", "midpoint", "--to", "2026-01-01")
	require.Zero(t, code, errs)
	for _, name := range []string{"Boxmeer (0756)", "Cuijk (1684)", "Grave (0786)", "Mill en Sint Hubert (0815)", "Sint Anthonis (1702)"} {
		require.Contains(t, errs, " pupils of "+name+" belong to Land van Cuijk (1982) from 2022-01-01 on")
	}
	first, problems := zio.ReadPopulation([]byte(then))
	require.Empty(t, problems)
	second, problems := zio.ReadPopulation([]byte(now))
	require.Empty(t, problems)
	require.Equal(t, pupils(first), pupils(second))
	require.Contains(t, second.Provenance[0].Options, "municipalities=2026-01-01")
	require.Equal(t, first.Provenance[0].Digest, second.Provenance[0].Digest)

	out, errs, code := zioRun(then, "settle", area(t, "2019", twelve2019...), "-", "--format", "csv", "--part", "shares")
	require.Zero(t, code, errs)
	before := shares(t, out)
	out, errs, code = zioRun(now, "settle", area(t, "2026", append(nijmegen, cuijk2026)...), "-", "--format", "csv", "--part", "shares")
	require.Zero(t, code, errs)
	after := shares(t, out)
	together := int64(0)
	for _, party := range cuijk2019 {
		together += before[party]
	}
	require.InDelta(t, together, after[cuijk2026], 5, "five roundings became one")
	for _, party := range nijmegen {
		require.InDelta(t, before[party], after[party], 1)
	}
}

func TestImportChoices(t *testing.T) {
	file, tally := generated(t, duogen.Config{Rows: 500, Seed: 9, Suppress: true, Abroad: 25})
	for _, test := range []struct {
		args   []string
		pupils int64
	}{
		{[]string{"--suppressed", "zero"}, tally.Known},
		{[]string{"--suppressed", "exclude"}, tally.Known},
		{[]string{"--suppressed", "midpoint"}, tally.Known + 3*tally.Suppressed},
	} {
		out, errs, code := zioRun("", append([]string{"import", "duo", file}, test.args...)...)
		require.Zero(t, code, errs)
		p, problems := zio.ReadPopulation([]byte(out))
		require.Empty(t, problems)
		require.Equal(t, test.pupils, pupils(p), test.args)
		v := p.Provenance[0]
		require.Equal(t, "03. leerlingen po.csv", v.File)
		require.Equal(t, tally.Rows, v.Rows)
		require.Equal(t, v.Rows, v.Placed+v.Listed)
	}
	out, errs, code := inLanguage("nl", "", "import", "duo", file, "--suppressed", "ask")
	require.Equal(t, 1, code)
	require.Empty(t, out)
	require.Contains(t, errs, "intake.decision-needed "+strconv.FormatInt(tally.Suppressed, 10)+" regels met een afgeschermd aantal")

	listed := filepath.Join(tempDir(t), "listed.csv")
	document := filepath.Join(tempDir(t), "population.json")
	out, errs, code = zioRun("", "import", "duo", file, "--listed", listed, "--out", document, "--types", "so,vso", "--keep-unplaced", "--route", "jeugdwet")
	require.Zero(t, code, errs)
	require.Empty(t, out)
	table, err := os.ReadFile(listed)
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(string(table), "file,line,column,code,text,row\n"))
	data, err := os.ReadFile(document)
	require.NoError(t, err)
	p, problems := zio.ReadPopulation(data)
	require.Empty(t, problems)
	require.NotZero(t, p.Provenance[0].Outside)
	require.Equal(t, int64(strings.Count(string(table), "\n")-1), p.Provenance[0].Listed)
	require.Equal(t, zio.ClaimJeugdwet, p.Groups[0].Route)
	require.Equal(t, []string{"suppressed=exclude", "encoding=windows-1252", "delimiter=semicolon", "types=so,vso", "keep-unplaced", "route=jeugdwet"}, p.Provenance[0].Options)
}

func TestImportRefusals(t *testing.T) {
	folder := tempDir(t)
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		return path
	}
	file, _ := generated(t, duogen.Config{Rows: 10})
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, test := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"duo", write("empty.csv", "")}, 1, "table.empty"},
		{[]string{"duo", write("other.csv", "naam;aantal\na;1\n")}, 1, "naam, aantal"},
		{[]string{"duo", write("column.csv", strings.Replace(string(data), ";SOORT_PO", ";SOORT", 1))}, 1, "table.columns-missing"},
		{[]string{"duo", write("delimiter.csv", strings.ReplaceAll(strings.Replace(string(data), ";", "\x00", 37), "\x00", ","))}, 1, "intake.nothing-placed"},
		{[]string{"duo", write("broken.xlsx", "PK\x03\x04 no workbook")}, 1, "import.file-broken"},
		{[]string{"duo", write("old.xls", "\xD0\xCF\x11\xE0")}, 1, "table.not-text"},
		{[]string{"duo", filepath.Join(folder, "missing.csv")}, 2, "does not exist"},
		{[]string{"duo", file, "--suppressed", "guess"}, 2, "--suppressed is one of ask, zero, midpoint, exclude, range"},
		{[]string{"duo", file, "--date", "yesterday"}, 2, "--date"},
		{[]string{"duo", file, "--date", "2020-10-01"}, 1, "intake.nothing-placed"},
		{[]string{"duo", file, "--sites", "12"}, 2, "--sites"},
		{[]string{"duo", file, "--types", "mavo"}, 2, "--types"},
		{[]string{"duo", file, "--route", "tax"}, 2, "--route"},
		{[]string{"duo", file, "--encoding", "ebcdic"}, 2, "--encoding"},
		{[]string{"duo", file, "--delimiter", "x"}, 2, "--delimiter"},
		{[]string{"duo", file, "--splits", "guess"}, 2, "--splits"},
		{[]string{"duo", file, "--to", "1900-01-01"}, 1, "register."},
		{[]string{"duo"}, 2, "arg"},
		{[]string{"duo", "-", "-"}, 2, "only once"},
		{[]string{"csv", file}, 2, "--map"},
		{[]string{"csv", file, "--map", "home"}, 2, "part=column"},
		{[]string{"csv", file, "--map", "colour=x"}, 2, "intake.mapping-unknown"},
		{[]string{"register", file, "--from", "2020-01-01", "--until", "2019-01-01"}, 2, "--until"},
		{[]string{"register", file, "--from", "2020-01-01", "--until", "2020-12-31"}, 1, "import.layout-without-register"},
		{[]string{"rows", write("rows.csv", "a;b\n")}, 1, "table.layout-unknown"},
	} {
		out, errs, code := zioRun(string(data), append([]string{"import"}, test.args...)...)
		require.Equal(t, test.code, code, "%v: %s", test.args, errs)
		require.Contains(t, errs, test.says, "%v", test.args)
		require.Empty(t, out, "%v", test.args)
	}
}

// The same table comes in as CSV, as a workbook, in a zip file and over standard input.
func TestImportForms(t *testing.T) {
	folder := tempDir(t)
	file, _ := generated(t, duogen.Config{Rows: 200, UTF8: true})
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	want, errs, code := zioRun("", "import", "duo", file)
	require.Zero(t, code, errs)
	groups := func(document string) string {
		_, after, _ := strings.Cut(document, `"groups"`)
		before, _, _ := strings.Cut(after, `"provenance"`)
		return before
	}
	out, errs, code := zioRun(string(data), "import", "duo", "-")
	require.Zero(t, code, errs)
	require.Equal(t, groups(want), groups(out))

	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("map/leerlingen.csv")
	require.NoError(t, err)
	_, err = w.Write(data)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	out, errs, code = zioRun(packed.String(), "import", "duo", "-")
	require.Zero(t, code, errs)
	require.Equal(t, groups(want), groups(out))

	book := excelize.NewFile()
	require.NoError(t, book.SetSheetName("Sheet1", "Leerlingen"))
	for i, line := range strings.Split(strings.TrimSpace(strings.ReplaceAll(string(data), "\r", "")), "\n") {
		for j, cell := range strings.Split(line, ";") {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			if n, err := strconv.Atoi(cell); err == nil && len(cell) < 3 && j > 13 {
				require.NoError(t, book.SetCellInt("Leerlingen", at, int64(n)))
			} else {
				require.NoError(t, book.SetCellStr("Leerlingen", at, cell))
			}
		}
	}
	name := filepath.Join(folder, "leerlingen.xlsx")
	require.NoError(t, book.SaveAs(name))
	out, errs, code = zioRun("", "import", "duo", name)
	require.Zero(t, code, errs)
	require.Equal(t, groups(want), groups(out))
	require.Contains(t, errs, "[Leerlingen]")
	_, errs, code = zioRun("", "import", "duo", name, "--sheet", "Blad9")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "import.sheet-missing")
	require.Contains(t, errs, "Leerlingen")
}

// A workbook in which a spreadsheet ate the zeros and shortened numbers.
func TestImportWorkbookTraps(t *testing.T) {
	book := excelize.NewFile()
	for at, value := range map[string]any{"A1": "Gemeente", "B1": "Aantal", "A2": 14, "B2": 3, "A3": "0014", "B3": 5, "A4": "0363", "B4": int64(123456789012), "A6": "Nijmegen", "B6": "<5", "A7": "0363"} {
		require.NoError(t, book.SetCellValue("Sheet1", at, value))
	}
	name := filepath.Join(tempDir(t), "eigen.xlsx")
	require.NoError(t, book.SaveAs(name))
	args := []string{"import", "csv", name, "--map", "home=gemeente,pupils=aantal", "--date", "2023-10-01", "--suppressed", "midpoint"}
	out, errs, code := zioRun("", args...)
	require.Zero(t, code, errs)
	p, problems := zio.ReadPopulation([]byte(out))
	require.Empty(t, problems)
	require.Equal(t, int64(8), pupils(p)) // 5 and the middle of 1 to 4
	require.Contains(t, errs, name+":2:/Gemeente municipality.code-short")
	require.Contains(t, errs, name+":4:/Aantal intake.")
	require.Contains(t, errs, name+":7:/Aantal intake.count-missing")
	out, errs, code = zioRun("", append(args, "--pad-codes")...)
	require.Zero(t, code, errs)
	p, problems = zio.ReadPopulation([]byte(out))
	require.Empty(t, problems)
	require.Equal(t, int64(11), pupils(p))
	require.Contains(t, errs, "1 rows with padded codes")
}

func TestImportPostcodesAndAddresses(t *testing.T) {
	folder := tempDir(t)
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		return path
	}
	counts := write("brin6_pc4.csv", "INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,POSTCODE4_DEELNEMER,AANTAL_LEERLINGEN\n99AB,01,SO,2022,6511,12\n99AB,01,SO,2022,9711,-1\n99AB,01,SO,2022,1234,5\n")
	postcodes := write("pc4.csv", "pc4;gemeentecode\n6511;0268\n9711;0014\n")
	addresses := write("adressen.csv", "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM ;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM\nGelderland;10249;99AB;99AB01;De Ark;6511 AA;NIJMEGEN;0268;NIJMEGEN\nGelderland;10249;99AC;99AC01;De Boot;6511 AA;NIJMEGEN;0268;NIJMEGEN\n")
	out, errs, code := zioRun("", "import", "duo", counts, "--postcodes", postcodes, "--addresses", addresses, "--suppressed", "midpoint")
	require.Zero(t, code, errs)
	p, problems := zio.ReadPopulation([]byte(out))
	require.Empty(t, problems)
	require.Equal(t, int64(15), pupils(p))
	require.Equal(t, "De Ark", p.Sites[0].Name)
	require.Equal(t, "10249", p.Sites[0].Board.String())
	require.Contains(t, errs, "intake.postcode-not-in-table")
	require.Contains(t, errs, "2 rows, of which 1 placed, 0 listed and 1 outside")

	out, errs, code = zioRun("", "import", "rows", addresses)
	require.Zero(t, code, errs)
	require.Equal(t, "site,name,type,board,municipality,postcode,town,province\n99AB01,De Ark,,10249,0268,6511,NIJMEGEN,Gelderland\n99AC01,De Boot,,10249,0268,6511,NIJMEGEN,Gelderland\n", out)

	text, err := os.ReadFile(addresses)
	require.NoError(t, err)
	named := filepath.Join(tempDir(t), "addresses.csv")
	require.NoError(t, os.WriteFile(named, []byte(strings.Replace(string(text), "De Boot", "De Boot 111222333", 1)), 0o600))
	out, errs, _ = zioRun("", "import", "rows", named)
	require.NotContains(t, out+errs, "111222333")
	require.Contains(t, out, "99AC01,De Boot ***,")
}

func TestImportRegisters(t *testing.T) {
	folder := tempDir(t)
	name := filepath.Join(folder, "cbs.zip")
	f, err := os.Create(name)
	require.NoError(t, err)
	z := zip.NewWriter(f)
	for part, text := range map[string]string{
		"RegioSCodes.csv":  "\uFEFFIdentifier;Index;Title\nGM0014;1;Groningen (gemeente)\nGM0037;2;Stadskanaal\n",
		"Observations.csv": "\uFEFFId;Measure;ValueAttribute;Value;StringValue;RegioS\n1;JZ0001;None;;JZ01;GM0014\n2;JZ0001;None;;JZ01;GM0037\n",
	} {
		w, err := z.Create(part)
		require.NoError(t, err)
		_, err = w.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())
	out, errs, code := zioRun("", "import", "register", name, "--from", "2026-01-01", "--until", "2026-12-31")
	require.Zero(t, code, errs)
	r, problems := zio.ReadRegister([]byte(out))
	require.Empty(t, problems)
	require.Len(t, r.Municipalities, 2)
	require.Len(t, r.Regions, 1)

	out, errs, code = zioRun("pc4;po_swv;vo_swv\n9711;PO2001;VO2001\n", "import", "register", "-", "--from", "2024-08-01", "--until", "2025-07-31")
	require.Zero(t, code, errs)
	r, problems = zio.ReadRegister([]byte(out))
	require.Empty(t, problems)
	require.Len(t, r.Regions, 2)
}

func pupils(p *zio.Population) int64 {
	sum := int64(0)
	for _, g := range p.Groups {
		sum += g.Pupils
	}
	return sum
}

func comma(n int64) string { return zio.FormatNumber(strconv.FormatInt(n, 10), zio.English) }

func TestImportSample(t *testing.T) {
	out, errs, code := zioRun("", "import", "sample", "--rows", "300", "--suppress", "--seed", "4")
	require.Zero(t, code, errs)
	again, _, _ := zioRun("", "import", "sample", "--rows", "300", "--suppress", "--seed", "4")
	require.Equal(t, out, again)
	document, errs, code := zioRun(out, "import", "duo", "-", "--suppressed", "midpoint", "--sites", "99AA")
	require.Zero(t, code, errs)
	p, problems := zio.ReadPopulation([]byte(document))
	require.Empty(t, problems)
	require.Len(t, p.Sites, 1)
	_, errs, code = zioRun("", "import", "sample", "--rows", "0")
	require.Equal(t, 2, code)
	require.Contains(t, errs, "--rows")
}

// Per site and home the import comes to the sums that another program in another language makes of the same file:
//
//	go run ./examples/zio import sample --rows 2000 --seed 14 --suppress --today | node zio/schools/gen/sums.mjs - > examples/zio/testdata/duo-sums.csv
func TestImportAgreesWithAnotherProgram(t *testing.T) {
	file, errs, code := zioRun("", "import", "sample", "--rows", "2000", "--seed", "14", "--suppress", "--today")
	require.Zero(t, code, errs)
	document, errs, code := zioRun(file, "import", "duo", "-", "--keep-unplaced")
	require.Zero(t, code, errs)
	require.Contains(t, errs, "2,000 rows, of which 2,000 placed, 0 listed and 0 outside the selection")
	p, problems := zio.ReadPopulation([]byte(document))
	require.Empty(t, problems)
	have := map[string][2]int64{}
	for _, g := range p.Groups {
		key := g.Site.String() + ";" + strings.ToUpper(zio.Netherlands().Name(g.Home))
		sum := have[key]
		have[key] = [2]int64{sum[0] + g.Pupils + g.Fewest, sum[1] + g.Pupils + g.Most}
	}
	want := map[string][2]int64{}
	data, err := os.ReadFile(filepath.Join("testdata", "duo-sums.csv"))
	require.NoError(t, err)
	for line := range strings.Lines(string(data)) {
		c := strings.Split(strings.TrimSpace(line), ";")
		switch c[1] { // without a home in the population
		case "Belgie", "Duitsland", "ander land", "Onbekend":
			c[1] = ""
		}
		fewest, err := strconv.ParseInt(c[2], 10, 64)
		require.NoError(t, err)
		most, err := strconv.ParseInt(c[3], 10, 64)
		require.NoError(t, err)
		sum := want[c[0]+";"+c[1]]
		want[c[0]+";"+c[1]] = [2]int64{sum[0] + fewest, sum[1] + most}
	}
	require.Len(t, want, 10*13)
	require.Equal(t, want, have)
}
