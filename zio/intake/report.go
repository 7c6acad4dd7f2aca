package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zio-collectief/zio/zio"
)

// Listed is a row that was not placed (gemelde regel): why, and what it says.
type Listed struct {
	Problem zio.Problem // its Line is the line in the file, its Pointer the column
	Fields  []string    // the row as it stands in the file, as text; the start of a very long one. Of a table of the user only the columns that were mapped
}

// Reason counts the rows that were listed for one kind of problem.
type Reason struct {
	Kind  *zio.ProblemKind
	Rows  int64
	First int64 // line of the first of them
}

// Report says what became of every row of a file (verslag). Rows is always Placed plus Listed plus Outside.
type Report struct {
	Layout    Layout
	Encoding  Encoding
	Delimiter byte
	Header    []string

	Bytes   int64 // bytes that were read
	Rows    int64 // rows with a value, without the header
	Placed  int64 // rows that the caller took
	Listed  int64 // rows that were not taken, each with a reason
	Outside int64 // rows outside the selection
	Blank   int64 // lines without any value; they are no rows
	Above   int64 // lines above the header that were passed over

	Decided int64 // placed rows of which a suppressed count was decided by the option
	Padded  int64 // placed rows of which a code got its zeros back

	Reasons []Reason // of the listed rows, in the order of their codes
	First   []Listed // the first listed rows, in the order of the file
}

// Count is the number of rows that were listed for a code.
func (r *Report) Count(code string) int64 {
	n := int64(0)
	for i := range r.Reasons {
		if r.Reasons[i].Kind.Code == code {
			n += r.Reasons[i].Rows
		}
	}
	return n
}

// NothingPlaced is the problem of an import of which no row was placed.
func (r *Report) NothingPlaced() zio.Problem {
	n := func(v int64) string { return strconv.FormatInt(v, 10) }
	return nothingPlaced.At("", "rows", n(r.Rows), "listed", n(r.Listed), "outside", n(r.Outside))
}

var reportSummary = &zio.ProblemKind{
	Code: "intake.summary",
	NL:   "{layout} ({encoding}, scheidingsteken \"{delimiter}\"): {rows#} {rows|regel|regels}, waarvan {placed#} geplaatst, {listed#} gemeld en {outside#} buiten de selectie.",
	EN:   "{layout} ({encoding}, delimiter \"{delimiter}\"): {rows#} {rows|row|rows}, of which {placed#} placed, {listed#} listed and {outside#} outside the selection.",
}

// Summary is the report in one sentence.
func (r *Report) Summary(l zio.Lang) string {
	n := func(v int64) string { return strconv.FormatInt(v, 10) }
	return reportSummary.At("", "layout", r.Layout.Name(l), "encoding", r.Encoding.String(), "delimiter", delimiterMark(r.Delimiter),
		"rows", n(r.Rows), "placed", n(r.Placed), "listed", n(r.Listed), "outside", n(r.Outside)).Text(l)
}

// Outside is what a callback returns for a row that is outside the selection of the user.
var Outside error = outside{}

type outside struct{}

func (outside) Error() string { return "outside the selection" }

// run is one import under way.
type run struct {
	t       *Table
	o       Options
	report  Report
	columns []int
	needed  int  // fields that a row must have
	private bool // rows may hold what must not be repeated
	padded  bool // a code of this row got its zeros back
}

// begin opens a file of a layout and finds its columns.
func begin(t *Table, layout Layout, o Options) (*run, error) {
	return beginWith(t, layout, layoutColumns[layout], o)
}

// beginWith is begin for columns that are not those of the layout.
func beginWith(t *Table, layout Layout, wanted []column, o Options) (*run, error) {
	x := &run{t: t, o: o}
	if t == nil {
		return x, nothing.At("")
	}
	x.report = Report{Layout: layout, Header: t.Header(), Encoding: t.encoding, Delimiter: t.delim, Bytes: t.bytes, Above: t.above}
	places, err := t.columns(layout, wanted)
	x.columns = places
	for i, at := range places {
		if !wanted[i].optional {
			x.need(at)
		}
	}
	return x, err
}

// need says that rows must reach to a place.
func (x *run) need(place int) { x.needed = max(x.needed, place+1) }

// rows hands every row without a fault to place and counts what became of it. A zio.Problem that place
// returns lists the row.
func (x *run) rows(place func() error) error {
	for x.t.Next() {
		x.report.Rows++
		x.padded = false
		if fault, bad := x.t.Fault(); bad && !(x.t.lacksAtEnd() && x.t.Fields() >= x.needed) {
			x.list(fault)
			continue
		}
		switch err := place().(type) {
		case nil:
			x.report.Placed++
			if x.padded {
				x.report.Padded++
			}
		case outside:
			x.report.Outside++
		default:
			if problems := zio.ProblemsOfError(err); problems != nil {
				x.list(problems[0])
				continue
			}
			x.list(rowRefused.At("", "cause", err.Error()))
		}
	}
	x.report.Encoding, x.report.Bytes, x.report.Blank = x.t.encoding, x.t.bytes, x.t.blank
	slices.SortStableFunc(x.report.Reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(a.Kind.Code, b.Kind.Code), cmp.Compare(a.First, b.First))
	})
	return x.t.Err()
}

var rowRefused = &zio.ProblemKind{
	Code: "intake.row-refused",
	NL:   "Deze regel is geweigerd: {cause}",
	EN:   "This row was refused: {cause}",
}

// list counts a row that is not placed and shows it.
func (x *run) list(p zio.Problem) {
	p.Line = x.t.Line()
	x.report.Listed++
	if x.private {
		x.mask(&p)
	}
	known := false
	for i := range x.report.Reasons {
		if x.report.Reasons[i].Kind == p.Kind {
			x.report.Reasons[i].Rows++
			known = true
			break
		}
	}
	if !known {
		x.report.Reasons = append(x.report.Reasons, Reason{p.Kind, 1, p.Line})
	}
	most := x.o.MostListed
	if most == 0 {
		most = 100
	}
	keep := len(x.report.First) < most
	if !keep && x.o.OnListed == nil {
		return
	}
	row := Listed{Problem: p}
	if x.private {
		row.Fields = x.mapped()
	} else {
		row.Fields = x.t.Record()
		for i, field := range row.Fields {
			if zio.LooksLikeBSN(field) {
				row.Fields[i] = "***"
			}
		}
	}
	if keep {
		x.report.First = append(x.report.First, row)
	}
	if x.o.OnListed != nil {
		x.o.OnListed(row)
	}
}

// mask takes out of a problem what looks like a citizen service number, and what stands in a column of references or
// labels, which may be a name.
func (x *run) mask(p *zio.Problem) {
	personal := x.isPersonal(p.Pointer)
	for i := range p.Params {
		v := &p.Params[i]
		if zio.LooksLikeBSN(v.Value) || personal && v.Name == "value" {
			v.Value = "***"
		}
	}
}

// isPersonal reports whether a pointer is to a column of references or labels.
func (x *run) isPersonal(pointer string) bool {
	for _, column := range [...]int{plainRef, plainLabel} {
		if x.columns[column] >= 0 && pointer == pointerTo(x.name(column)) {
			return true
		}
	}
	return false
}

// mapped is the row of a table of the user as a list may show it: only what the user said that it holds, without
// references and labels. Of a row with a fault of its own nobody knows what stands where; then there is nothing.
func (x *run) mapped() []string {
	if _, bad := x.t.Fault(); bad && !x.t.lacksAtEnd() {
		return nil
	}
	all := x.t.Record()
	var fields []string
	for column, at := range x.columns {
		switch {
		case at < 0:
		case at >= len(all):
			fields = append(fields, "")
		case column == plainRef, column == plainLabel, zio.LooksLikeBSN(all[at]):
			fields = append(fields, "***")
		default:
			fields = append(fields, all[at])
		}
	}
	return fields
}

// cell is the bytes of a column of the layout in this row; empty for a column that the file lacks.
func (x *run) cell(column int) []byte {
	return x.t.Bytes(x.columns[column])
}

// name is the name of a column of the layout as the file writes it; of one that the file has.
func (x *run) name(column int) string { return x.t.header[x.columns[column]] }

// at makes a problem of a cell: it has the column and what stands there.
func (x *run) at(kind *zio.ProblemKind, column int, params ...string) zio.Problem {
	name := x.name(column)
	value, _ := x.t.string(x.cell(column))
	p := kind.At(pointerTo(name), "column", name, "value", short(value))
	for i := 0; i+1 < len(params); i += 2 {
		p.Params = append(p.Params, zio.Param{Name: params[i], Value: params[i+1]})
	}
	return p
}

// of puts the place of a cell in the problem of a code.
func (x *run) of(err error, column int) error {
	if p, ok := err.(zio.Problem); ok {
		p.Pointer = pointerTo(x.name(column))
		return p
	}
	return err
}

// text is a cell as UTF-8 on one line, at most 200 characters as documents have them. A cell that is no text in
// the encoding of the file, or has control characters in it, is a problem.
func (x *run) text(column int) (string, error) {
	s, whole := x.t.string(x.cell(column))
	if whole && !isPrintable(s) {
		s = oneLine(s)
		whole = isPrintable(s)
	}
	switch {
	case !whole:
		return s, x.at(tableTextBroken, column, "encoding", x.t.encoding.String())
	case len(s) > longestText && utf8.RuneCountInString(s) > longestText:
		return s, x.at(textTooLong, column, "limit", strconv.Itoa(longestText))
	}
	return s, nil
}

// longestText is the characters that a text of a document may have.
const longestText = 200

var textTooLong = &zio.ProblemKind{
	Code: "intake.text-too-long",
	NL:   "De tekst in {column} is langer dan {limit} tekens: {value}. Kijk of er een kolom verschoven is.",
	EN:   "The text in {column} is longer than {limit} characters: {value}. Check whether a column has shifted.",
}

// isPrintable reports whether a text has no control characters.
func isPrintable(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] == 0x7F {
			return false
		}
	}
	return true
}

// oneLine puts one space for every run of spaces, tabs and line ends.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }), " ")
}

// clean makes a text that a document can hold of one that a caller gave.
func clean(s, otherwise string) string {
	var b strings.Builder
	for i, r := range []rune(oneLine(strings.ToValidUTF8(s, "\uFFFD"))) {
		if i == longestText {
			break
		}
		if r >= ' ' && r != 0x7F {
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return otherwise
	}
	return b.String()
}

// count is a cell as a count.
func (x *run) count(column int) (Count, error) {
	c, kind := parseCount(x.cell(column))
	if kind != nil {
		return c, x.at(kind, column, "limit", strconv.Itoa(zio.MaxCount))
	}
	return c, nil
}

// pointerTo is the JSON Pointer of a column.
func pointerTo(name string) string {
	return "/" + strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// short is the start of a value for a text, without what could be a BSN.
func short(s string) string {
	if zio.LooksLikeBSN(s) {
		return "***"
	}
	if len(s) <= 60 {
		return s
	}
	end := 60
	for end > 0 && s[end]&0xC0 == 0x80 {
		end--
	}
	return s[:end] + "..."
}
