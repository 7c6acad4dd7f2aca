package intake

import (
	"bytes"
	"io"
	"strconv"

	"github.com/zio-collectief/zio/internal/sha256"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Sizes that keep the memory of a reader bounded, whatever the input is.
const (
	firstBuffer = 256 << 10 // bytes read at a time
	maxLine     = 1 << 20   // bytes of one line; a longer one is no row
	maxQuoted   = 64 << 10  // bytes of a row with line ends inside quotes

	maxQuotedLines = 100 // lines of such a row
	maxColumns     = 4096
	maxEcho        = 4 << 10 // bytes of a row that a listed row repeats
)

var (
	tableFieldCount = &zio.ProblemKind{
		Code: "table.field-count",
		NL:   "Deze regel heeft {found} {found|veld|velden} en de kop heeft er {expected}. Kijk of er een scheidingsteken te veel of te weinig staat, of een ander scheidingsteken dan \"{delimiter}\".",
		EN:   "This row has {found} {found|field|fields} and the header has {expected}. Check for a delimiter too many or too few, or for another delimiter than \"{delimiter}\".",
	}
	tableQuoteOpen = &zio.ProblemKind{
		Code: "table.quote-open",
		NL:   "In deze regel begint een veld met een aanhalingsteken dat nergens goed wordt gesloten. Sluit het veld of haal het teken weg.",
		EN:   "In this row a field starts with a quote that is closed nowhere. Close the field or remove the quote.",
	}
	tableQuoteBroken = &zio.ProblemKind{
		Code: "table.quote-broken",
		NL:   "In deze regel staat tekst achter een gesloten aanhalingsteken. Schrijf een aanhalingsteken in een veld dubbel (\"\").",
		EN:   "In this row text follows a closed quote. Write a quote inside a field twice (\"\").",
	}
	tableLineTooLong = &zio.ProblemKind{
		Code: "table.line-too-long",
		NL:   "Deze regel is langer dan {limit#} tekens. Controleer of dit het goede bestand is.",
		EN:   "This line is longer than {limit#} characters. Check that this is the right file.",
	}
	tableTextBroken = &zio.ProblemKind{
		Code: "table.text-broken",
		NL:   "In de kolom {column} staan tekens die niet bij {encoding} horen. Sla het bestand op als UTF-8.",
		EN:   "The column {column} has characters that do not belong to {encoding}. Save the file as UTF-8.",
	}
	tableReadFailed = &zio.ProblemKind{
		Code: "table.read-failed",
		NL:   "Het bestand kon niet verder worden gelezen: {cause}",
		EN:   "The file could not be read any further: {cause}",
	}
)

// TableOptions say what is known of a table before it is looked at. The zero value finds everything out.
type TableOptions struct {
	Encoding  Encoding // EncodingUnknown: find out
	Delimiter byte     // 0: find out
	Skip      int64    // lines above the header that are no part of the table
	Columns   []string // names of columns that the header has; without them a header is known by its layout
	Sheet     bool     // of a workbook, where every cell has its place: fields that a row lacks at its end are empty
	Hash      bool     // make the digest of the bytes while they are read

	// Context ends the reading with table.read-failed when it has an error, as a [context.Context] that is done; nil: nothing does.
	Context interface{ Err() error }
}

// Table reads a text with delimited fields row by row (tabel). It holds one row at a time; what its
// methods give out is valid until the next call of [Table.Next].
type Table struct {
	r        io.Reader
	ctx      interface{ Err() error }
	raw      []byte // UTF-16 that is not decoded yet
	buf      []byte // text in which every delimiter, quote and line end is one ASCII byte
	pos      int    // start of what is not read yet
	checked  int    // up to where buf is known to be ASCII, while encoding is ASCII
	eof      bool
	err      error
	bytes    int64
	hash     *sha256.Digest // nil: no digest is made
	encoding Encoding
	delim    byte
	eol      byte

	header []string
	width  int   // fields of the header
	sheet  bool  // see TableOptions
	above  int64 // lines above the header that nobody asked to skip

	rec   []byte  // the row: a part of buf, or text
	ends  []int32 // where each field of rec ends; one byte of delimiter lies between
	text  []byte  // fields of a row with quotes, without those
	line  int64   // line on which the row starts, from 1
	next  int64   // line after the row
	rows  int64
	blank int64
	fault zio.Problem
}

// OpenTable reads the start of a table: its encoding, delimiter and header. The problem says why it is
// no table; then there is no Table.
func OpenTable(r io.Reader, o TableOptions) (*Table, error) {
	if r == nil {
		return nil, nothing.At("")
	}
	t := &Table{r: r, ctx: o.Context, encoding: o.Encoding, delim: o.Delimiter, sheet: o.Sheet, next: 1}
	if o.Hash {
		t.hash = sha256.New()
	}
	if err := t.start(); err != nil {
		return nil, err
	}
	for range o.Skip {
		line, ok := t.physical()
		if !ok {
			break
		}
		t.advance(len(line))
	}
	t.above = t.linesAbove(o.Columns)
	for range t.above {
		line, _ := t.physical()
		t.advance(len(line))
	}
	if !t.readHeader() {
		if t.err != nil {
			return nil, t.err
		}
		return nil, tableEmpty.At("")
	}
	return t, nil
}

// start fills the buffer and finds the encoding and the line end.
func (t *Table) start() error {
	head := make([]byte, 0, 4096)
	for len(head) < cap(head) && t.err == nil && !t.eof {
		n, err := t.read(head[len(head):cap(head)])
		head = head[:len(head)+n]
		t.note(head[len(head)-n:], err)
	}
	if t.err != nil {
		return t.err
	}
	found, mark, notText := sniff(head)
	if notText != "" {
		return tableNotText.At("", "found", notText)
	}
	if t.encoding == EncodingUnknown || t.encoding == UTF8 && found == UTF8BOM {
		t.encoding = found
	} else if found != t.encoding {
		mark = 0
	}
	if t.encoding == EncodingUnknown {
		t.encoding = ASCII
	}
	t.buf = make([]byte, 0, firstBuffer)
	if t.wide() {
		t.raw = append(make([]byte, 0, firstBuffer), head[mark:]...)
		t.decodeRaw()
	} else {
		t.buf = append(t.buf, head[mark:]...)
		t.look()
	}
	for !t.eof && t.err == nil && len(t.buf) < firstBuffer && bytes.IndexByte(t.buf, '\n') < 0 {
		t.fill()
	}
	t.eol = '\n'
	if bytes.IndexByte(t.buf, '\n') < 0 && bytes.IndexByte(t.buf, '\r') >= 0 {
		t.eol = '\r'
	}
	return t.err
}

func (t *Table) wide() bool { return t.encoding == UTF16LE || t.encoding == UTF16BE }

// note takes in what was read and how reading ended.
func (t *Table) note(read []byte, err error) {
	t.bytes += int64(len(read))
	if t.hash != nil {
		t.hash.Write(read)
	}
	switch {
	case err == nil:
	case err == io.EOF:
		t.eof = true
	default:
		t.err = tableReadFailed.At("", "cause", err.Error()).Because(err)
	}
}

// read reads at least one byte or gives an error.
func (t *Table) read(b []byte) (int, error) {
	if t.ctx != nil && t.ctx.Err() != nil {
		return 0, t.ctx.Err()
	}
	for range 100 {
		if n, err := t.r.Read(b); n > 0 || err != nil {
			return n, err
		}
	}
	return 0, io.ErrNoProgress
}

// fill reads more text behind what is in the buffer. What was read before pos is given up.
func (t *Table) fill() {
	if t.pos > 0 {
		n := copy(t.buf, t.buf[t.pos:])
		t.buf = t.buf[:n]
		t.checked = max(0, t.checked-t.pos)
		t.pos = 0
	}
	if t.wide() {
		n, err := t.read(t.raw[len(t.raw):cap(t.raw)])
		t.raw = t.raw[:len(t.raw)+n]
		t.note(t.raw[len(t.raw)-n:], err)
		t.decodeRaw()
		return
	}
	if len(t.buf) == cap(t.buf) {
		t.buf = append(make([]byte, 0, 2*cap(t.buf)), t.buf...)
	}
	n, err := t.read(t.buf[len(t.buf):cap(t.buf)])
	t.buf = t.buf[:len(t.buf)+n]
	t.note(t.buf[len(t.buf)-n:], err)
	t.look()
}

func (t *Table) decodeRaw() {
	var used int
	t.buf, used = appendUTF16(t.buf, t.raw, t.encoding == UTF16BE, t.eof)
	t.raw = t.raw[:copy(t.raw, t.raw[used:])]
}

// look decides on the encoding as soon as there is something to decide on.
func (t *Table) look() {
	if t.encoding != ASCII {
		return
	}
	if isASCII(t.buf[t.checked:]) {
		t.checked = len(t.buf)
		return
	}
	t.encoding, t.checked = decide(t.buf, t.checked, t.eof)
}

// physical is the next line without its line end, still unread; false at the end of the file. A line that
// is too long for the buffer is cut off there.
func (t *Table) physical() ([]byte, bool) {
	seen := 0
	for {
		if i := bytes.IndexByte(t.buf[t.pos+seen:], t.eol); i >= 0 {
			return t.buf[t.pos : t.pos+seen+i], true
		}
		seen = len(t.buf) - t.pos
		if t.eof || t.err != nil || seen > maxLine {
			return t.buf[t.pos:], seen > 0
		}
		t.fill()
	}
}

// Next reads the next row; false at the end of the table. A row with a fault is a row too.
func (t *Table) Next() bool {
	for {
		line, ok := t.physical()
		if !ok || t.err != nil {
			return false
		}
		t.line, t.fault = t.next, zio.Problem{}
		switch {
		case len(line) > maxLine:
			t.skipLong()
		case bytes.IndexByte(line, '"') >= 0:
			t.quoted()
		default:
			t.advance(len(line))
			t.plain(line)
		}
		if t.isBlank() {
			t.blank++
			continue
		}
		t.rows++
		for len(t.ends) > t.width && len(t.Bytes(len(t.ends)-1)) == 0 {
			t.ends = t.ends[:len(t.ends)-1] // an empty field too many is no value
		}
		if len(t.ends) != t.width && t.fault.Kind == nil && !(t.sheet && len(t.ends) < t.width) {
			t.fault = tableFieldCount.At("", "found", strconv.Itoa(len(t.ends)), "expected", strconv.Itoa(t.width), "delimiter", delimiterMark(t.delim))
		}
		if t.fault.Kind != nil {
			t.fault.Line = t.line
		}
		return true
	}
}

// advance goes past a line of n bytes and its line end.
func (t *Table) advance(n int) {
	t.pos = min(t.pos+n+1, len(t.buf))
	t.next++
}

// plain splits a line without quotes, eight bytes at a time: the high bit of a byte of hits is set
// where the byte equals the delimiter. A carriage return at the end is a space around the last field.
func (t *Table) plain(line []byte) {
	const low, high = 0x7F7F7F7F7F7F7F7F, 0x8080808080808080
	pattern := uint64(t.delim) * 0x0101010101010101
	ends := t.ends[:0]
	i := 0
	for ; i+8 <= len(line); i += 8 {
		x := word(line[i:]) ^ pattern
		hits := ^((x&low + low) | x) & high
		for ; hits != 0; hits &= hits - 1 {
			ends = append(ends, int32(i+trailing(hits)))
		}
	}
	for ; i < len(line); i++ {
		if line[i] == t.delim {
			ends = append(ends, int32(i))
		}
	}
	t.rec, t.ends = line, append(ends, int32(len(line)))
}

// skipLong goes past a line that is too long, in pieces, and keeps its start.
func (t *Table) skipLong() {
	t.whole(t.buf[t.pos : t.pos+maxEcho])
	t.fault = tableLineTooLong.At("", "limit", strconv.Itoa(maxLine))
	t.rec = append([]byte(nil), t.rec...)
	for {
		if i := bytes.IndexByte(t.buf[t.pos:], t.eol); i >= 0 {
			t.advance(i)
			return
		}
		t.pos = len(t.buf)
		if t.eof || t.err != nil {
			t.next++
			return
		}
		t.fill()
	}
}

// whole makes the row of a line that can not be split: one field.
func (t *Table) whole(line []byte) {
	t.rec, t.ends = line, append(t.ends[:0], int32(len(line)))
}

// isBlank reports whether no field of the row has a value.
func (t *Table) isBlank() bool {
	for i := range t.ends {
		if len(t.Bytes(i)) > 0 {
			return false
		}
	}
	return true
}

// Err is the problem that ended the table before its end, or nil.
func (t *Table) Err() error {
	return t.err
}

// Header is the names of the columns as they stand in the file, without spaces around them.
func (t *Table) Header() []string { return t.header }

// Digest is the digest of all bytes that were read, as "sha256:" and 64 hexadecimal digits; "" when none was
// asked for. After the last row that is the digest of the file.
func (t *Table) Digest() string {
	if t.hash == nil {
		return ""
	}
	const hex = "0123456789abcdef"
	text := []byte("sha256:")
	for _, c := range t.hash.Sum() {
		text = append(text, hex[c>>4], hex[c&15])
	}
	return string(text)
}

// Encoding is the encoding that was found; [ASCII] until something else is seen.
func (t *Table) Encoding() Encoding { return t.encoding }

// Delimiter is the byte between fields.
func (t *Table) Delimiter() byte { return t.delim }

// nothing is the problem of a table or a reader that is not there.
var nothing = (*zio.ProblemKind)(strictjson.FaultNothing)
