package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func packedFile(t *testing.T, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		require.NoError(t, err)
		_, err = io.WriteString(w, parts[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

// bookOf is a workbook with sheets of rows, by name; a name that begins with - is hidden.
func bookOf(t *testing.T, sheets ...string) string {
	t.Helper()
	parts := []string{"_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0,"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="14"/></cellXfs></styleSheet>`}
	list, rels := "", ""
	for i := 0; i < len(sheets); i += 2 {
		id := "r" + strconv.Itoa(i)
		name, hidden := strings.CutPrefix(sheets[i], "-")
		state := ""
		if hidden {
			state = ` state="hidden"`
		}
		list += `<sheet name="` + name + `"` + state + ` r:id="` + id + `"/>`
		rels += `<Relationship Id="` + id + `" Type="x/worksheet" Target="` + id + `.xml"/>`
		parts = append(parts, "xl/"+id+".xml", "<worksheet><sheetData>"+sheets[i+1]+"</sheetData></worksheet>")
	}
	parts = append(parts, "xl/workbook.xml", "<workbook><sheets>"+list+"</sheets></workbook>", "xl/_rels/workbook.xml.rels", "<Relationships>"+rels+"</Relationships>")
	return packedFile(t, parts...)
}

func cellOf(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }

func homesOf(t *testing.T, document string) map[string]int64 {
	t.Helper()
	p, problems := zio.ReadPopulation([]byte(document))
	require.Empty(t, problems)
	m := map[string]int64{}
	for _, g := range p.Groups {
		m[g.Home.String()] += g.Pupils
	}
	return m
}

var ownTable = []string{"import", "csv", "-", "--map", "home=gemeente,pupils=aantal", "--date", "2023-10-01", "--suppressed", "zero"}

func TestWorkbooksByValue(t *testing.T) {
	head := `<row>` + cellOf("Leerlingen per gemeente") + `</row><row/><row>` + cellOf("gemeente") + cellOf("aantal") + cellOf("opmerking") + `</row>`
	book := bookOf(t, "-Oud", head+`<row>`+cellOf("0268")+`<c><v>99</v></c></row>`, "Blad1", head+
		`<row>`+cellOf("0268")+`<c s="1"><v>1234</v></c></row><row hidden="1">`+cellOf("0209")+`<c><v>5</v></c></row><row>`+cellOf("0225")+`<c><v>12.5</v></c></row><row>`+cellOf("0252")+`<c><v>-7</v></c></row>`,
		"Blad2", head+`<row>`+cellOf("0296")+`<c><v>8</v></c></row>`)
	out, errs, code := zioRun(book, ownTable...)
	require.Zero(t, code, errs)
	require.Equal(t, map[string]int64{"0268": 1234}, homesOf(t, out), "12.5 and -7 are no counts")
	require.Contains(t, errs, "1 intake.count-malformed")
	require.Contains(t, errs, "1 intake.count-negative")
	require.Contains(t, errs, "-:6:/aantal")
	require.Contains(t, errs, "1 hidden rows were not read")
	require.Contains(t, errs, "these sheets were not read; choose with --sheet: Oud, Blad2")
	require.Contains(t, errs, "2 lines above the header passed over")
	require.Contains(t, out, `"sheet=Blad1"`)

	out, errs, code = zioRun(book, append(ownTable, "--hidden", "--sheet", "Blad1", "--sheet", "Blad2")...)
	require.Zero(t, code, errs)
	require.Equal(t, map[string]int64{"0268": 1234, "0209": 5, "0296": 8}, homesOf(t, out))
	out, errs, code = zioRun(book, append(ownTable, "--sheet", "Oud")...)
	require.Zero(t, code, errs)
	require.Equal(t, map[string]int64{"0268": 99}, homesOf(t, out), "who names a hidden sheet wants it")
	_, errs, code = zioRun(bookOf(t, "-Oud", head), ownTable...)
	require.Equal(t, 1, code)
	require.Contains(t, errs, "import.sheet-missing")

	content := `<d><table name="a"><table-row><table-cell value-type="string"><p>gemeente</p></table-cell><table-cell value-type="string"><p>aantal</p></table-cell></table-row>
<table-row><table-cell value-type="float" value="14"><p>0014</p></table-cell><table-cell value-type="float" value="1234"><p>1</p></table-cell></table-row></table></d>`
	out, errs, code = zioRun(packedFile(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content), ownTable...)
	require.Zero(t, code, errs)
	require.Equal(t, map[string]int64{"0014": 1234}, homesOf(t, out))
}

// Files that unpack to far more than they are, or have more rows, columns or text than a sheet can have, end in a second
// and take no more than 64 MiB.
func TestAttacksByWorkbook(t *testing.T) {
	row := `<row>` + cellOf("gemeente") + cellOf("aantal") + `</row>`
	sheet := func(rows string) string { return bookOf(t, "a", row+rows) }
	for name, file := range map[string]string{
		"row number":  sheet(`<row r="999999999"><c><v>1</v></c></row>`),
		"wide":        sheet(strings.Repeat(`<row><c r="XFD2"><v>1</v></c></row>`, 20_000)),
		"huge cell":   sheet(`<row><c t="str"><v>` + strings.Repeat("x", 100<<20) + `</v></c></row>`),
		"huge blank":  sheet(strings.Repeat(" ", 100<<20)),
		"huge rows":   sheet(strings.Repeat(`<row/>`, 2_000_000) + `<row>` + cellOf("0268") + `<c><v>1</v></c></row>`),
		"line feeds":  packedFile(t, "x.csv", strings.Repeat("\n", 100<<20)),
		"ods repeats": packedFile(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", `<d><table name="a"><table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="4096" value-type="float" value="1"/></table-row></table></d>`),
		"xml bomb":    sheet(`<!DOCTYPE a [<!ENTITY b "` + strings.Repeat("c", 1000) + `">]><row>` + strings.Repeat("&b;", 1000) + `</row>`),
	} {
		file := []byte(file)
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		var o, e bytes.Buffer
		code := run(ownTable, bytes.NewReader(file), &o, &e, func(string) string { return "" })
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		require.Equal(t, 1, code, "%s: %s", name, e.String())
		require.Regexp(t, `workbook\.|import\.zip-bomb`, e.String(), name)
		require.Less(t, took, 10*time.Second, name) // a second on a machine that does nothing else
		require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(64<<20+2*len(file)), "%s: all that was ever asked for", name)
	}
}

// No cell of CSV begins like a formula; numbers stay numbers.
func TestNoFormulasInCSV(t *testing.T) {
	for cell, want := range map[string]string{"=1+1": "'=1+1", "+1+1": "'+1+1", "@SUM(1)": "'@SUM(1)", "-2+3|cmd": "'-2+3|cmd", "\t=1": "'\t'=1", "＝1": "'＝1", "-12.50": "-12.50", "+3": "'+3", "Cuijk": "Cuijk", "": "", "-": "'-"} {
		require.Equal(t, want, spreadsheet(cell))
	}
	out, errs, code := zioRun("party,weight\n=HYPERLINK(1),1\n", "allocate", "--total", "9.00", "--method", "largest-remainder", "--format", "csv", "-")
	require.Zero(t, code, errs)
	require.Contains(t, out, "\n'=HYPERLINK(1),9.00")
	out, errs, code = zioRun("Identifier;Title\nGM0268;=1+1\n", "import", "rows", "-")
	require.Zero(t, code, errs)
	require.Contains(t, out, "GM0268,'=1+1,0268")
}

// Allocate reads tables as import does.
func TestAllocateReadsTables(t *testing.T) {
	for name, table := range map[string]string{
		"windows-1252": "party;weight\nB\xE9;1\nB\xE8;2\n", "utf-8": "party,weight\nBé,1\nBè,2\n", "mark": "\uFEFFparty\tweight\nBé\t1\nBè\t2\n",
		"sep": "sep=|\nparty|weight\nBé|1\nBè|2\n", "title": "Verdeling 2025\n\nWeight;Party\n1;Bé\n2;Bè\n", "workbook": bookOf(t, "a", `<row>`+cellOf("party")+cellOf("weight")+`</row><row>`+cellOf("Bé")+`<c><v>1</v></c></row><row>`+cellOf("Bè")+`<c><v>2</v></c></row>`),
	} {
		out, errs, code := zioRun(table, "allocate", "--total", "9.00", "--method", "largest-remainder", "--format", "csv", "-")
		require.Zero(t, code, "%s: %s", name, errs)
		require.Equal(t, "party,amount\nBé,3.00\nBè,6.00\n", out, name)
	}
}

// An output is never one of the inputs, and is whole or as it was.
func TestOutputsAreSafe(t *testing.T) {
	folder := tempDir(t)
	in := filepath.Join(folder, "in.csv")
	table := "gemeente;aantal\n0268;3\n0209;drie\n"
	require.NoError(t, os.WriteFile(in, []byte(table), 0o600))
	require.NoError(t, os.Symlink(in, filepath.Join(folder, "link.csv")))
	args := append([]string{"import", "csv", in}, ownTable[3:]...)
	for _, flags := range [][]string{{"--listed", in}, {"-o", in}, {"-o", filepath.Join(folder, "link.csv")}, {"-o", filepath.Join(folder, "x"), "--listed", filepath.Join(folder, "x")}} {
		_, errs, code := zioRun("", append(args, flags...)...)
		require.Equal(t, 2, code, errs)
		data, err := os.ReadFile(in)
		require.NoError(t, err)
		require.Equal(t, table, string(data))
	}
	out := filepath.Join(folder, "out.json")
	require.NoError(t, os.WriteFile(out, []byte("old"), 0o640))
	_, errs, code := zioRun("", append(args, "-o", out, "--listed", filepath.Join(folder, "listed.csv"))...)
	require.Zero(t, code, errs)
	data, err := os.ReadFile(out)
	require.NoError(t, err)
	require.Equal(t, map[string]int64{"0268": 3}, homesOf(t, string(data)))
	info, err := os.Stat(out)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o640), info.Mode().Perm())
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, entries, 4, "nothing is left behind: %v", entries)

	_, errs, code = zioRun("", append(args, "-o", filepath.Join(folder, "none", "x"))...)
	require.Equal(t, 3, code, errs)
	_, errs, code = zioRun("", append(args, "--strict")...)
	require.Equal(t, 1, code)
	require.Contains(t, errs, "import.rows-listed")
	if _, err := os.Stat("/dev/full"); err == nil {
		_, errs, code = zioRun("", append(args, "-o", "/dev/full")...)
		require.Equal(t, 3, code, errs)
	}
	var o bytes.Buffer
	require.Equal(t, 3, run(args, strings.NewReader(""), &o, failing{}, func(string) string { return "" }), "the list of rows is lost")
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

// What nobody mapped, references and labels are not repeated of a row that is refused.
func TestListedRowsKeepSecrets(t *testing.T) {
	table := "naam;bsn;geboren;gemeente;aantal;ref;groep\nJan de Vries;111222333;2012-03-04;9999;1;leerling-1;Piet\nKees Smit;x;2012-03-05;0268;1;Jan Jansen;Piet\nEls;x;2012-03-06;0268;1;l2;111222333\nAn;x;2012-03-07;0268;1;l3;a;te veel\n"
	listed := filepath.Join(tempDir(t), "l.csv")
	args := []string{"import", "csv", "-", "--map", "home=gemeente,pupils=aantal,ref=ref,label=groep", "--date", "2023-10-01", "--suppressed", "zero"}
	_, errs, _ := zioRun(table, args...)
	_, _, _ = zioRun(table, append(args, "--listed", listed)...)
	data, err := os.ReadFile(listed)
	require.NoError(t, err)
	for _, text := range []string{errs, string(data)} {
		require.Contains(t, text, "9999")
		for _, secret := range []string{"Jan", "Kees", "Els", "111222333", "2012-", "Piet", "te veel", "leerling-1"} {
			require.NotContains(t, text, secret)
		}
	}
}

// Minutes that are known of some pupils of a group only are not known of the group; what is imported passes the checks.
func TestUnknownMinutesStayUnknown(t *testing.T) {
	args := []string{"import", "csv", "-", "--map", "home=home,pupils=pupils,minutes=minutes,route=route", "--date", "2023-10-01", "--suppressed", "zero"}
	for _, rows := range []string{"0268;8;;jeugdwet\n0268;1;433;jeugdwet\n", "0268;1;433;jeugdwet\n0268;8;;jeugdwet\n"} {
		out, errs, code := zioRun("home;pupils;minutes;route\n"+rows, args...)
		require.Zero(t, code, errs)
		p, problems := zio.ReadPopulation([]byte(out))
		require.Empty(t, problems)
		require.Equal(t, []int64{1, 9, 0}, []int64{int64(len(p.Groups)), p.Groups[0].Pupils, p.Groups[0].MinutesPerWeek})
	}
	out, errs, code := zioRun("home;pupils;minutes;route\n0268;8;100;jeugdwet\n0268;<5;50;jeugdwet\n0268;1;33;jeugdwet\n", args...)
	require.Zero(t, code, errs)
	p, _ := zio.ReadPopulation([]byte(out))
	require.Equal(t, int64(133), p.Groups[0].MinutesPerWeek, "the minutes of pupils that count as none are nobody's")

	// Haaren was split and Cuijk merged: what import converts, validate accepts
	for _, table := range []string{"home;pupils;minutes;low;high;route\n0788;7;705;90;110;jeugdwet\n0788;3;300;100;100;jeugdwet\n", "home;pupils;minutes;low;high;route\n1684;7;705;90;110;jeugdwet\n"} {
		out, errs, code := zioRun(table, "import", "csv", "-", "--map", "home=home,pupils=pupils,minutes=minutes,route=route,band-min=low,band-max=high", "--date", "2020-10-01", "--suppressed", "zero", "--to", "2022-01-01", "--splits", "by-weight")
		require.Zero(t, code, errs)
		_, errs, code = zioRun(out, "validate", "-")
		require.Zero(t, code, errs)
	}
}
