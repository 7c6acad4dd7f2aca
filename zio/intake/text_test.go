package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

// Texts of cells stand on one line and have 200 characters at most, however many bytes those are.
func TestTextsOfCells(t *testing.T) {
	for cell, want := range map[string]string{
		"a\nb": "a b", "a\t \r\n b": "a b", strings.Repeat("é", 200): strings.Repeat("é", 200), strings.Repeat("é", 201): "!intake.text-too-long", strings.Repeat("x", 201): "!intake.text-too-long",
		"a\x7Fb": "!table.text-broken", "a\x01b": "!table.text-broken", "a\uFFFDb": "!table.text-broken", "a b": "a b", "\u00A0a\u00A0": "a",
	} {
		x := &run{t: tableOf(t, "kop\n\""+cell+"\"\n"), columns: []int{0}}
		require.True(t, x.t.Next())
		got, err := x.text(0)
		if p, bad := err.(zio.Problem); bad {
			got = "!" + p.Code()
		}
		require.Equal(t, want, got, "%q", cell)
	}
	require.Equal(t, "ab", clean("a\x7F\x01b", "-"))
	for text, want := range map[string]string{strings.Repeat("x", 60): strings.Repeat("x", 60), strings.Repeat("x", 61): strings.Repeat("x", 60) + "...", strings.Repeat("x", 59) + "ééé": strings.Repeat("x", 59) + "...",
		strings.Repeat("x", 58) + "ééé": strings.Repeat("x", 58) + "é...", strings.Repeat("\x80", 70): "..."} {
		require.Equal(t, want, short(text))
	}
	require.Equal(t, "/a~1b~0c", pointerTo("a/b~c"))
}

// A report keeps the first hundred rows or as many as was asked, counts all of them, and gives every one to who listens. The reasons stand
// by their codes. An error of the caller that is no problem is told as it is.
func TestListedRows(t *testing.T) {
	text := "home;pupils\n" + strings.Repeat("0268;q\n", 100) + "onbekend;1\n0268;-7\n"
	for most, want := range map[int]int{0: 100, 1: 1, 101: 101, 200: 103} {
		told := 0
		o := PopulationOptions{Suppressed: SuppressedZero, Date: counted, Mapping: own(t, "home", "pupils"), Options: Options{MostListed: most, OnListed: func(Listed) { told++ }}}
		_, report, err := addOne(t, o, text+"0268;q\n")
		require.NoError(t, err)
		require.Equal(t, []int{want, 103}, []int{len(report.First), told})
		var reasons []string
		for _, r := range report.Reasons {
			reasons = append(reasons, r.Kind.Code+" "+strconv.FormatInt(r.Rows, 10)+" "+strconv.FormatInt(r.First, 10))
		}
		require.Equal(t, []string{"intake.count-malformed 101 2", "intake.count-negative 1 103", "intake.place-missing 1 102"}, reasons)
	}
	table := tableOf(t, "home;pupils\n0268;1\n0268;2\n")
	report, err := ReadPlain(table, own(t, "home"), counted, Options{}, func(r *PlainRow) error {
		if r.Line == 3 {
			return errors.New("full")
		}
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, []int64{1, 1, 1}, []int64{report.Placed, report.Listed, report.Count("intake.row-refused")})
	require.Contains(t, report.First[0].Problem.Text(zio.Dutch), "full")
	require.Empty(t, report.First[0].Fields[1:], "only what was mapped")
}

// What may be about a person is not repeated: a reference that is a name, a label, and what could be a BSN in any column.
func TestPersonsAreNotRepeated(t *testing.T) {
	m := own(t, "home", "ref", "kind", "label")
	for row, shown := range map[string]string{"0268;Jan de Vries;guidance;x": "", "0268;l1;111222333;x": "", "0268;l1;guidance;" + strings.Repeat("naam ", 20): "", "0268;l1;zorgje;x": "zorgje"} {
		_, report := plainOf(t, "home;ref;kind;label\n"+row+"\n", m, Options{})
		require.Len(t, report.First, 1, row)
		for _, told := range []string{report.First[0].Problem.Text(zio.Dutch), report.First[0].Problem.Text(zio.English), fmt.Sprint(report.First[0].Problem.Params, shown)} {
			require.NotContains(t, told, "Jan")
			require.NotContains(t, told, "111222333")
			require.NotContains(t, told, "naam")
			require.Contains(t, told, shown)
		}
	}
	// a row that ends before a column that may be empty has nothing there
	_, report := plainOf(t, "home;pupils;kind;label\n0268;q\n", own(t, "home", "pupils", "kind", "label"), Options{})
	require.Equal(t, []string{"0268", "q", "", ""}, report.First[0].Fields)
}

// Rows with line ends inside quotes go on where one read ends and the next begins.
func TestQuotedRowsAcrossReads(t *testing.T) {
	text := "a;b\n" + strings.Repeat("\"x\ny\";\"z\"\n", 60_000)
	_, rows := readAll(t, iotest.HalfReader(strings.NewReader(text)), TableOptions{})
	require.Len(t, rows, 60_000)
	for _, row := range rows {
		require.Equal(t, []string{"x\ny", "z"}, row)
	}
}

// Quotes in other places: in a header over two lines, in a file with carriage returns only, with a tab behind, and in a row with a field
// too many, of which the fields are counted.
func TestQuotesInOtherPlaces(t *testing.T) {
	table, rows := readAll(t, strings.NewReader("\"a\nb\";c\n1;2\n"), TableOptions{})
	require.Equal(t, []string{"a\nb", "c"}, table.Header())
	require.Equal(t, [][]string{{"1", "2"}}, rows)
	for text, want := range map[string][][]string{
		"a;b\r\"x\";\"y\"\r1;2\r": {{"x", "y"}, {"1", "2"}}, "a;b\n\"x\"\t;\"y\" \n": {{"x", "y"}}, "a\tb\n\"x\"\t\"y\"\n": {{"x", "y"}}, "a,b\n\"x\",y,z\n": {{"!table.field-count", "x", "y", "z"}},
		"a\n\"x\ny\";z\nq\n": {{"!table.quote-open", "\"x"}, {"!table.field-count", "y\"", "z"}, {"q"}}, "a;b\r\nx;\"y\"\r\n\"x\";y\r\n": {{"x", "y"}, {"x", "y"}},
	} {
		_, rows := readAll(t, strings.NewReader(text), TableOptions{})
		require.Equal(t, want, rows, "%q", text)
	}
}

// The digest is that of the bytes of the file, with its mark.
func TestDigests(t *testing.T) {
	text := "\uFEFFa;b\n1;é\n" + strings.Repeat("3;4\n", 100_000)
	sum := sha256.Sum256([]byte(text))
	table, _ := readAll(t, iotest.HalfReader(strings.NewReader(text)), TableOptions{Hash: true})
	require.Equal(t, "sha256:"+hex.EncodeToString(sum[:]), table.Digest())
}

// An encoding that was told goes before what is found, and a mark is no text where it belongs to that encoding.
func TestToldEncodings(t *testing.T) {
	for _, c := range []struct {
		text   string
		told   Encoding
		want   Encoding
		header string
	}{{"\uFEFFa;b\n1;2\n", UTF8, UTF8BOM, "a"}, {"a;b\n1;2\n", UTF8, UTF8, "a"}, {"\uFEFFa;b\n1;2\n", Windows1252, Windows1252, "ï»¿a"}, {"\uFEFFa;b\n1;2\n", UTF8BOM, UTF8BOM, "a"},
		{utf16("a;b\n1;2\n", false, false), UTF16LE, UTF16LE, "a"}, {utf16("é;b\n1;2\n", true, true), UTF16BE, UTF16BE, "é"}} {
		table, rows := readAll(t, strings.NewReader(c.text), TableOptions{Encoding: c.told})
		require.Equal(t, []string{c.want.String(), c.header, "1"}, []string{table.Encoding().String(), table.Header()[0], rows[0][0]})
	}
}

// Headers: which columns there are, at their limits.
func TestEndsOfHeaders(t *testing.T) {
	wide := func(n int) string { return strings.TrimSuffix(strings.Repeat("k;", n), ";") }
	require.Equal(t, strings.Repeat("k, ", 49)+"k", tableOf(t, wide(50)+"\n").found())
	require.Equal(t, strings.Repeat("k, ", 49)+"k, ...", tableOf(t, wide(51)+"\n").found())
	require.Equal(t, strings.Repeat("x", maxEcho), tableOf(t, strings.Repeat("x", maxEcho)+"\n").found())
	require.Len(t, tableOf(t, wide(maxColumns)+"\n").Header(), maxColumns)
	_, err := OpenTable(strings.NewReader(wide(maxColumns+1)+"\n"), TableOptions{})
	require.Equal(t, "table.too-many-columns", codeOf(err.(zio.Problem)))
	for text, want := range map[string]string{"à": "à", "a\xC2": "A\xC2", "a_b": "A B", "_": "", "z-a": "Z A", "\u00A0a\u00A0b": "A B", "`{": "`{"} {
		require.Equal(t, want, FoldHeader(text), "%q", text)
	}
	for delimiter, want := range map[byte][2]string{0: {"", ""}, ';': {"semicolon", ";"}, '\t': {"tab", "tab"}, '~': {"~", "~"}, 1: {"\x01", "\x01"}} {
		require.Equal(t, want, [2]string{DelimiterName(delimiter), delimiterMark(delimiter)})
	}
	for _, name := range []string{"", "duo"} {
		_, known := ParseLayout(name)
		require.False(t, known)
	}
	require.Empty(t, Suppressed(len(suppressedNames)).String())
	require.Empty(t, Suppressed(200).String())
}

// Which layout a table has, or lacks a column of.
func TestLayoutsByTheirColumns(t *testing.T) {
	for header, want := range map[string]string{
		"pc4;gemeentecode;po_swv": "postcodes", "pc4;gemeentecode;vo_swv": "postcodes", "gemeentecode;gemeentenaam;provincienaam;po_swv": "!table.layout-unknown", "Identifier;Title;PO": "!table.layout-unknown",
		"gemeentecode;gemeentenaam": "!table.layout-unknown", "TOTAAL;PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO": "duo-po",
		"LEEFTIJD_4;LEEFTIJD_5;PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO": "duo-po",
		"LEEFTIJD_4;PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO":            "duo-po", "PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO": "!table.columns-missing TOTAAL",
		"INSTELLINGSCODE;VESTIGINGSCODE;PEILDATUM;SOORT_PO;TYPE_PO;PEILJAAR": "!table.columns-missing POSTCODE LEERLING, GEMEENTENAAM LEERLING", // as many of both
		"pc4;pc4;po_swv;vo_swv": "!table.column-twice",
	} {
		layout, err := tableOf(t, header+"\n").Layout()
		got := layout.String()
		if p, bad := err.(zio.Problem); bad {
			got = strings.TrimSuffix("!"+p.Code()+" "+p.Param("missing"), " ")
		}
		require.Equal(t, want, got, header)
	}
	// of two columns by which a part is known the official name goes first, wherever it stands
	for _, header := range []string{"POSTCODE;PC4", "PC4;POSTCODE"} {
		rows, _, err := readSample(t, LayoutAlliances, header+";PO_SWV;VO_SWV\n"+map[bool]string{true: "9711;9712", false: "9712;9711"}[header[0] == 'P' && header[1] == 'O']+";PO2001;VO2001\n", Options{})
		require.NoError(t, err)
		require.Equal(t, []string{"9711|PO2001|VO2001|"}, rows)
	}
	_, err := ReadDuoPO(tableOf(t, "PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO\n"), Options{}, nil)
	require.Equal(t, "TOTAAL", err.(zio.Problem).Param("missing"))
}

// Fields of a long row are shown up to 4 KiB together.
func TestLongRowsAreCut(t *testing.T) {
	table := tableOf(t, "a;b;c\n"+strings.Repeat("x", 4000)+";"+strings.Repeat("y", 200)+";z\n")
	require.True(t, table.Next())
	require.Equal(t, []string{strings.Repeat("x", 4000), strings.Repeat("y", 95)}, table.Record()) // 4096 = 4000 + ; + 95
	table = tableOf(t, "a;b;c\n"+strings.Repeat("x", 4000)+";"+strings.Repeat("y", 92)+";z\n")     // 4095
	require.True(t, table.Next())
	require.Equal(t, "z", table.Record()[2])
	table = tableOf(t, "a;b;c\n"+strings.Repeat("x", 4000)+";"+strings.Repeat("y", 94)+";z\n") // nothing is left for the third
	require.True(t, table.Next())
	require.Len(t, table.Record(), 2)
	table = tableOf(t, "a;b;c\n"+strings.Repeat("x", 4000)+";"+strings.Repeat("y", 93)+";zzzzz\n") // one byte is
	require.True(t, table.Next())
	require.Equal(t, "z", table.Record()[2])
}

// A column of ages may be the first, and ages of more digits are added up too: 3 + 12 + one to four.
func TestAgesAnywhere(t *testing.T) {
	rows, report, err := readSample(t, LayoutDuoPO, "LEEFTIJD_4;PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO;LEEFTIJD_5;LEEFTIJD_18\n3;20241001;6511;Nijmegen;99AB;00;So;12;<5\n", Options{})
	require.NoError(t, err)
	require.Empty(t, report.First)
	require.Equal(t, []string{"2024-10-01|99AB00||||so|6511|0268|16-19|<5"}, rows)
	rows, _, err = readSample(t, LayoutDuoPO, "TOTAAL;PEILDATUM;POSTCODE_LEERLING;GEMEENTENAAM_LEERLING;BRIN_NUMMER;VESTIGINGSNUMMER;SOORT_PO\n9;20241001;6511;Nijmegen;99AB;00;So\n", Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"2024-10-01|99AB00||||so|6511|0268|9|0"}, rows)
	_, report, err = readSample(t, LayoutDuoPO, poHeader+poRow("6511", "NIJMEGEN", "So", "0;12;11;0;<5", "40"), Options{})
	require.NoError(t, err)
	p := report.First[0].Problem
	require.Equal(t, []string{"40", "24", "27"}, []string{p.Param("total"), p.Param("low"), p.Param("high")})
}

// A sheet leaves out the cells at the end of a row that are empty: nobody is 25 or older, and the others are 7.
func TestSheetsOfAges(t *testing.T) {
	text := strings.Replace(poHeader, ";TOTAAL", "", 1) + strings.TrimSuffix(poRow("6511", "NIJMEGEN", "So", "0;7;0;0", ""), ";\r\n") + "\r\n"
	table, err := OpenTable(strings.NewReader(text), TableOptions{Sheet: true})
	require.NoError(t, err)
	rows, report, err := render(LayoutDuoPO, table, Options{})
	require.NoError(t, err)
	require.Empty(t, report.First)
	require.Contains(t, rows[0], "|0268|7|0")
}

// Lines that are skipped beyond the end leave no table, and rows of blanks only are no rows in any encoding.
func TestSkippedAndBlank(t *testing.T) {
	for skip, want := range map[int64]string{0: "a", 1: "1", 2: "table.empty", 9: "table.empty"} {
		table, err := OpenTable(strings.NewReader("a;b\n1;2\n"), TableOptions{Skip: skip})
		if p, bad := err.(zio.Problem); bad {
			require.Equal(t, want, p.Code())
		} else {
			require.Equal(t, want, table.Header()[0])
		}
	}
	for text, want := range map[string][]string{"a;b\n\xA0;\xA0\n\xA0x\xA0;\xE9\n": {"x", "é"}, "a;b\n\u00A0;\u00A0\n\u00A0x\u00A0;é\n": {"x", "é"}, "a;b\n;;\n\xE9;\xC2\xA0y\n\xE8;z\n": {"é", "Â\u00A0y"}} {
		_, rows := readAll(t, strings.NewReader(text), TableOptions{})
		require.Equal(t, want, rows[0], "%q", text)
	}
}

// The start of a file is read as far as is needed: to the first line end, where a carriage return alone could be one, and to the header
// below long titles; a line that tells the delimiter goes for the lines behind it.
func TestStartsOfFiles(t *testing.T) {
	_, err := OpenTable(nil, TableOptions{})
	require.Error(t, err)
	header := strings.Repeat("k;", 2047) + "k\r"
	require.Len(t, header, 4096) // what is read first
	_, rows := readAll(t, strings.NewReader(header+"\n1;2\n3;4\n"), TableOptions{})
	require.Len(t, rows, 2)
	titles := strings.Repeat(strings.Repeat("titel ", 160)+"\n", 20)
	table, err := OpenTable(iotest.HalfReader(strings.NewReader(titles+"home;pupils\n0268;1\n")), TableOptions{Columns: []string{"home", "pupils"}})
	require.NoError(t, err)
	require.Equal(t, []string{"home", "pupils"}, table.Header())
	table, err = OpenTable(strings.NewReader("Titel\nsep=|\nhome|pupils|a;b;c;d\n0268|1|x\n"), TableOptions{Columns: []string{"home", "pupils"}})
	require.NoError(t, err)
	require.Equal(t, []string{"home", "pupils", "a;b;c;d"}, table.Header())
}

// A first line of 300,000 letters ends where it ends, a line that is too long also where a read begins with its end, and half of a
// character of UTF-16 holds up nothing.
func TestFilesInPieces(t *testing.T) {
	_, rows := readAll(t, strings.NewReader(strings.Repeat("x", 300_000)+";b\n1;2\n"), TableOptions{})
	require.Equal(t, [][]string{{"1", "2"}}, rows)
	_, rows = readAll(t, io.MultiReader(strings.NewReader("a;b\n"+strings.Repeat("x", 2<<20)), strings.NewReader("\n1;2\n")), TableOptions{})
	require.Len(t, rows, 2)
	require.Equal(t, []string{"1", "2"}, rows[1])
	_, rows = readAll(t, strings.NewReader(utf16("a;b\n", false, true)+"\x00\xDC"+utf16(strings.Repeat("1;2\n", 100_000), false, false)), TableOptions{})
	require.Len(t, rows, 100_000)
	require.Equal(t, []string{"\uFFFD1", "2"}, rows[0])
	for text, want := range map[string]int{"\na;b\r\n1;2\n3;4\n": 2, "\ra;b\r1;2\r3;4\r": 2} { // which line end it has, below a blank line
		_, rows = readAll(t, strings.NewReader(text), TableOptions{})
		require.Len(t, rows, want, "%q", text)
	}
	for _, half := range []string{"\xC2", "\xA0"} { // half of a no-break space
		_, rows = readAll(t, strings.NewReader("a;b\né;è\n"+half+";y\n"), TableOptions{})
		require.Equal(t, []string{"\uFFFD", "y"}, rows[1])
	}
}
