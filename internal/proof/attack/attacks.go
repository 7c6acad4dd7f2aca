package main

import (
	"archive/zip"
	"compress/gzip"
	"fmt"
	"io"
	"strconv"
	"strings"
)

const (
	head = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"x","countDate":"2025-10-01",`
	mib  = 1 << 20
)

var (
	validate = []string{"validate", "-"}
	lines    = []string{"validate", "FILE.ndjson", "--kind", "pupil"}
	table    = []string{"import", "csv", "-", "--map", "home=gemeente,pupils=aantal", "--date", "2023-10-01", "--suppressed", "zero"}
)

var attacks = []attack{
	{"none: an ordinary population", "", validate, repeat(head+`"groups":[{"home":"0268","route":"jeugdwet","pupils":25}`, "", `]}`, 0), false, 0, "valid (population)"},
	{"ten million arrays in each other", "64 levels", validate, repeat("", "[", "", 10_000_000), false, 1, "json.too-deep"},
	{"ten million objects in each other", "64 levels", validate, repeat("", `{"a":`, "", 10_000_000), false, 1, "json.too-deep"},
	{"nesting in a line", "64 levels", lines, repeat(`{"ref":"p","needs":`, "[", "\n", 1_000_000), false, 1, "json.too-deep"},
	{"a text of 100 MiB", "64 KiB of one text, 512 KiB of one part", validate, repeat(head+`"sites":[{"name":"`, "x", `"}]}`, 100*mib), false, 1, "file.part-too-large"},
	{"a line of 100 MiB", "1 MiB of one line", lines, repeat(`{"ref":"`, "x", `"}`, 100*mib), false, 1, "file.line-too-long"},
	{"a million members", "256 members", validate, repeat(head+`"sites":[{`, `"aaaaaaaa":1,`, `"b":1}]}`, 1_000_000), false, 1, ""},
	{"a number with an exponent of a million", "no exponents", validate, repeat(head+`"groups":[{"pupils":1e1000001}`, "", `]}`, 0), false, 1, "json.exponent"},
	{"a number of ten million digits", "19 digits", validate, repeat(head+`"groups":[{"pupils":`, "1", `}]}`, 10_000_000), false, 1, ""},
	{"a list of twenty million wrong items", "read in parts; 100 problems are told", validate, repeat(head+`"pupils":[`, "0,", `0]}`, 20_000_000), false, 1, "schema.type"},
	{"100 MiB of NUL", "refused", validate, repeat("", "\x00", "", 100*mib), false, 1, "json."},
	{"100 MiB that is no UTF-8", "refused", validate, repeat(head+`"sites":[{"name":"`, "\xff", `"}]}`, 100*mib), false, 1, ""},
	{"a gzip file of 0.1 MB with 100 MiB", "as the text itself", validate, packed(repeat(head+`"sites":[{"name":"`, "x", `"}]}`, 100*mib), 0), false, 1, "file.part-too-large"},
	{"a gzip file that is cut off", "never valid", lines, packed(repeat("", `{"ref":"p"}`+"\n", "", 1000), 12), false, 1, "file.unreadable"},
	{"500,000 wrong lines", "each is counted by its code, 100 are told", lines, repeat("", "{}\n", "", 500_000), false, 1, "schema.required"},
	{"one pupil a million times", "every reference is compared; 2,097,152 at most", lines, repeat("", `{"ref":"p"}`+"\n", "", 1_000_000), false, 1, "pupil.twice"},
	{"100 MiB of line feeds", "lines without a record", lines, repeat(`{"ref":"p"}`, "\n", "", 100*mib), false, 0, "valid (pupil, 1 line)"},
	{"a reader that gives a byte every 2 ms", "waits, and gives its verdict at the end", validate, repeat(head+`"groups":[{"home":"0268","pupils":25}`, "", `]}`, 0), true, 0, "valid (population)"},
	{"two million rows of CSV", "read as they come", table, repeat("gemeente;aantal\n", "0268;1\n", "", 2_000_000), false, 0, ""},
	{"two million rows of CSV that have no place", "listed as they come", table, repeat("gemeente;aantal\n", "9999;1\n", "", 2_000_000), false, 1, ""},
	{"CSV of one line of 100 MiB", "limit of a row", table, repeat("gemeente;aantal\n", "1", "", 100*mib), false, 1, "intake."},
	{"zip: 100 MiB of line feeds in 0.1 MB", "refused by its ratio", table, whole(zipped("x.csv", repeat("", "\n", "", 100*mib))), false, 1, "zip-bomb"},
	{"workbook: a cell of 100 MiB", "128 KiB of one text", table, book("", `<row><c t="str"><v>`, "x", `</v></c></row>`, 100*mib), false, 1, "workbook."},
	{"workbook: 100 MiB of blanks", "128 KiB of one text", table, book("", "", " ", "", 100*mib), false, 1, ""},
	{"workbook: row 999,999,999", "1,048,576 rows", table, book("", `<row r="999999999"><c><v>1</v></c></row>`, "", "", 0), false, 1, "workbook."},
	{"workbook: two million rows", "1,048,576 rows", table, book("", "", `<row/>`, "", 2_000_000), false, 1, ""},
	{"workbook: 20,000 rows to the last column", "4,096 columns", table, book("", "", `<row><c r="XFD2"><v>1</v></c></row>`, "", 20_000), false, 1, "workbook."},
	{"workbook: two million shared texts", "8 MiB of shared texts", table, whole(book("<si><t>gemeente en aantal %d</t></si>", `<row><c t="s"><v>0</v></c><c><v>1</v></c></row>`, "", "", 2_000_000)), false, 1, "workbook.too-large"},
	{"workbook: an entity that grows", "entities are not read", table, book("", `<!DOCTYPE a [<!ENTITY b "cccccccccc">]><row>`, "&b;", `</row>`, 1000), false, 1, "workbook."},
	{"ODS: one cell 4,294,967,296 times", "8,388,608 repeats", table, ods(`<table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="4096" value-type="float" value="1"/></table-row>`), false, 1, "workbook."},
}

// repeat writes a begin, a piece so many times, and an end.
func repeat(begin, piece, end string, times int) func(io.Writer, int) {
	return func(w io.Writer, part int) {
		io.WriteString(w, begin)
		times := times / part
		many := max(1, min(times, mib/max(1, len(piece))))
		block := strings.Repeat(piece, many)
		for left := times; left > 0; left -= many {
			io.WriteString(w, block[:min(left, many)*len(piece)])
		}
		io.WriteString(w, end)
	}
}

// whole is an attack that does nothing when it is smaller.
func whole(text func(io.Writer, int)) func(io.Writer, int) {
	return func(w io.Writer, _ int) { text(w, 1) }
}

// cut leaves out the end of what is written.
type cut struct {
	w    io.Writer
	held []byte
	n    int
}

func (c *cut) Write(p []byte) (int, error) {
	c.held = append(c.held, p...)
	if more := len(c.held) - c.n; more > 0 {
		if _, err := c.w.Write(c.held[:more]); err != nil {
			return 0, err
		}
		c.held = append([]byte(nil), c.held[more:]...)
	}
	return len(p), nil
}

// packed packs a text as gzip, without its last bytes.
func packed(text func(io.Writer, int), without int) func(io.Writer, int) {
	return func(w io.Writer, part int) {
		z := gzip.NewWriter(&cut{w: w, n: without})
		text(z, part)
		z.Close()
	}
}

func zipped(name string, text func(io.Writer, int)) func(io.Writer, int) {
	return func(w io.Writer, part int) {
		z := zip.NewWriter(w)
		f, _ := z.Create(name)
		text(f, part)
		z.Close()
	}
}

// book is a workbook of one sheet: a begin, a piece so many times, and an end; or of so many shared texts.
func book(shared, begin, piece, end string, times int) func(io.Writer, int) {
	return func(w io.Writer, part int) {
		z := zip.NewWriter(w)
		add := func(name string, text func(io.Writer, int)) {
			f, _ := z.Create(name)
			text(f, part)
		}
		add("_rels/.rels", repeat(`<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`, "", "", 0))
		if shared != "" {
			add("xl/sharedStrings.xml", func(w io.Writer, part int) {
				io.WriteString(w, "<sst>")
				for i := range times / part { // no two are the same, or the file would shrink too far to be read
					io.WriteString(w, fmt.Sprintf(shared, int64(i)*2654435761))
				}
				io.WriteString(w, "</sst>")
			})
		}
		cell := func(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }
		add("xl/s.xml", repeat("<worksheet><sheetData><row>"+cell("gemeente")+cell("aantal")+"</row>"+begin, piece, end+"</sheetData></worksheet>", times))
		add("xl/workbook.xml", repeat(`<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`, "", "", 0))
		add("xl/_rels/workbook.xml.rels", repeat(`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>`, "", "", 0))
		z.Close()
	}
}

func ods(rows string) func(io.Writer, int) {
	return func(w io.Writer, part int) {
		z := zip.NewWriter(w)
		f, _ := z.Create("mimetype")
		io.WriteString(f, "application/vnd.oasis.opendocument.spreadsheet")
		f, _ = z.Create("content.xml")
		fmt.Fprintf(f, `<d><table name="%s">%s</table></d>`, strconv.Itoa(part), rows)
		z.Close()
	}
}
