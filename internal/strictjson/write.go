package strictjson

import (
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/zio-collectief/zio/internal/figures"
)

// Writer writes JSON in one canonical form: members in the order of the calls, two spaces of indent or
// none at all, no trailing blanks. The zero value writes compact JSON.
type Writer struct {
	buf    []byte
	indent bool
	comma  bool // a value was written, and a comma stands before the next one
	named  bool // with indent: the last thing written was a member name
	depth  int
	deep   bool      // rules stand in each other without an end: the others are written without what is in them
	to     io.Writer // with indent: takes what was written, in pieces; nil: buf keeps all
	err    error     // the first one of to
}

// pieceSize is how many bytes a writer with a destination gathers before it hands them over: few enough for a digest in a
// page, many enough for a file.
const pieceSize = 16 << 10

// NewWriter returns a writer; with indent every member and item stands on a line of its own.
func NewWriter(indent bool) *Writer { return &Writer{indent: indent} }

// handOn gives what was written to the destination.
func (w *Writer) handOn() {
	if w.err == nil {
		_, w.err = w.to.Write(w.buf)
	}
	w.buf = w.buf[:0]
}

// indents reports whether members stand on lines of their own; those of the figures do not.
func (w *Writer) indents() bool { return !figures.Only && w.indent }

// Bytes is what was written; indented documents end in a newline.
func (w *Writer) Bytes() []byte {
	if w.indents() && len(w.buf) > 0 && w.buf[len(w.buf)-1] != '\n' {
		w.buf = append(w.buf, '\n')
	}
	return w.buf
}

// lineOf is a line break with the indent of the depths that documents have.
const lineOf = "\n                                "

func (w *Writer) line() {
	n := 1 + 2*w.depth
	w.buf = append(w.buf, lineOf[:min(n, len(lineOf))]...)
	for i := len(lineOf); i < n; i++ {
		w.buf = append(w.buf, ' ')
	}
}

// before puts what stands before a value: the comma, and with indent the line break.
func (w *Writer) before() {
	if w.indents() {
		w.layout()
	} else if w.comma {
		w.put(',')
	}
	w.comma = true
}

// layout is what stands before a value or a name with indent.
func (w *Writer) layout() {
	if w.named {
		w.named = false
		return
	}
	if w.to != nil && len(w.buf) >= pieceSize {
		w.handOn()
	}
	if w.comma {
		w.put(',')
	}
	if w.depth > 0 {
		w.line()
	}
}

// begin opens an object or an array: before and put, with room for both bytes at once.
func (w *Writer) begin(c byte) {
	if w.indents() {
		w.layout()
		w.comma = false
	}
	w.grow(2)
	at := len(w.buf)
	w.buf = w.buf[:at+2]
	if w.comma {
		w.buf[at] = ','
		at++
	}
	w.buf[at] = c
	w.buf = w.buf[:at+1]
	w.depth++
	w.comma = false
}

func (w *Writer) end(c byte) {
	w.depth--
	if w.indents() && w.comma {
		w.line()
	}
	w.put(c)
	w.comma = true
}

// BeginObject, EndObject, BeginArray and EndArray open and close what they name.
func (w *Writer) BeginObject() { w.begin('{') }
func (w *Writer) EndObject()   { w.end('}') }
func (w *Writer) BeginArray()  { w.begin('[') }
func (w *Writer) EndArray()    { w.end(']') }

// Name writes a member name.
func (w *Writer) Name(name string) {
	w.before()
	w.buf = append(AppendString(w.buf, name), ':')
	if w.indents() {
		w.buf = append(w.buf, ' ')
	}
	w.comma, w.named = false, true
}

// member writes a member name that needs no escapes, one of a Spec, and makes room for n bytes of its value.
func (w *Writer) member(name string, n int) {
	if w.indents() {
		w.layout()
		w.comma, w.named = false, true
	}
	w.grow(len(name) + n + 5)
	b := w.buf[len(w.buf):cap(w.buf)]
	i := 0
	if w.comma {
		b[0] = ','
		i = 1
		w.comma = false
	}
	b[i] = '"'
	i++
	for j := 0; j < len(name); j++ {
		b[i+j] = name[j]
	}
	i += len(name)
	b[i], b[i+1] = '"', ':'
	i += 2
	if w.indents() {
		b[i] = ' '
		i++
	}
	w.buf = w.buf[:len(w.buf)+i]
}

// Expect makes room for n bytes more, which saves copies when about so many are written.
func (w *Writer) Expect(n int) { w.grow(n) }

// grow makes room for n bytes behind what was written. An append of every piece by itself takes a third of the time of
// writing in the browser.
func (w *Writer) grow(n int) {
	if cap(w.buf)-len(w.buf) < n {
		w.buf = append(make([]byte, 0, max(2*cap(w.buf), len(w.buf)+max(n, 1<<10))), w.buf...)
	}
}

// put writes one byte.
func (w *Writer) put(c byte) {
	w.grow(1)
	w.buf = w.buf[:len(w.buf)+1]
	w.buf[len(w.buf)-1] = c
}

// String writes a string value.
func (w *Writer) String(s string) {
	w.before()
	w.grow(len(s) + 2)
	w.text(s)
}

// text writes a string into the room for it.
func (w *Writer) text(s string) {
	b := w.buf[len(w.buf):cap(w.buf)]
	b[0] = '"'
	for i := 0; i < len(s); i++ {
		if !isPlain(s[i]) {
			w.buf = AppendString(w.buf, s)
			return
		}
		b[i+1] = s[i]
	}
	b[len(s)+1] = '"'
	w.buf = w.buf[:len(w.buf)+len(s)+2]
}

// code writes the text of a value, mostly one that needs no escapes, without a copy of it.
func (w *Writer) code(v TextValue) {
	w.put('"')
	start := len(w.buf)
	w.buf, _ = v.AppendText(w.buf)
	if plainUntil(w.buf, start) < len(w.buf) {
		w.buf = AppendString(w.buf[:start-1], string(w.buf[start:]))
		return
	}
	w.put('"')
}

// memberText, memberCode and memberInt write a member.
func (w *Writer) memberText(name, s string) {
	w.member(name, len(s)+2)
	w.comma, w.named = true, false
	w.text(s)
}

func (w *Writer) memberCode(name string, v TextValue) {
	w.member(name, 32)
	w.comma, w.named = true, false
	w.code(v)
}

func (w *Writer) memberInt(name string, n int64) {
	w.member(name, maxDecimal)
	w.comma, w.named = true, false
	w.buf = AppendInt(w.buf, n)
}

// Int writes a whole number.
func (w *Writer) Int(n int64) {
	w.before()
	w.buf = AppendInt(w.buf, n)
}

// Bool writes true or false.
func (w *Writer) Bool(b bool) {
	w.before()
	w.buf = strconv.AppendBool(w.buf, b)
}

// Null writes null.
func (w *Writer) Null() {
	w.before()
	w.buf = append(w.buf, "null"...)
}

// Raw writes a value that is JSON already.
func (w *Writer) Raw(b []byte) {
	w.before()
	w.buf = append(w.buf, b...)
}

// Value writes a parsed value.
func (w *Writer) Value(v *Value) {
	switch v.Kind {
	case Object:
		w.BeginObject()
		for i := range v.Members {
			w.Name(v.Members[i].Name)
			w.Value(&v.Members[i].Value)
		}
		w.EndObject()
	case Array:
		w.BeginArray()
		for i := range v.Members {
			w.Value(v.Item(i))
		}
		w.EndArray()
	case String:
		w.String(v.Text)
	case Null:
		w.Null()
	default:
		w.before()
		w.buf = append(w.buf, v.Text...)
	}
}

const hexDigits = "0123456789abcdef"

// AppendString appends a JSON string. Bytes that are no UTF-8 become U+FFFD.
func AppendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				b = append(b, s[start:i]...)
				b = append(b, "\uFFFD"...)
				start = i + 1
			}
			i += size
			continue
		}
		if c >= 0x20 && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
		i++
		start = i
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}
