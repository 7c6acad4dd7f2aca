package intake

import (
	"bytes"
	"unicode/utf8"

	"github.com/zio-collectief/zio/zio"
)

// Line is the line on which the row starts, counted from 1.
func (t *Table) Line() int64 { return t.line }

// Fault says what is wrong with the row itself; a row with a fault has no fields that can be trusted.
func (t *Table) Fault() (zio.Problem, bool) { return t.fault, t.fault.Kind != nil }

// lacksAtEnd reports whether all that is wrong with the row is that fields at its end are missing, as files have it
// that leave out what is empty there.
func (t *Table) lacksAtEnd() bool { return t.fault.Kind == tableFieldCount && len(t.ends) < t.width }

// Fields is the number of fields of the row.
func (t *Table) Fields() int { return len(t.ends) }

// Bytes is a field without spaces around it, in the bytes of the file (UTF-8 where that is UTF-16); empty
// for a field that is not there. Digits, codes and delimiters are the same in every encoding.
func (t *Table) Bytes(i int) []byte {
	if uint(i) >= uint(len(t.ends)) {
		return nil
	}
	start := int32(0)
	if i > 0 {
		start = t.ends[i-1] + 1
	}
	return t.trim(t.rec[start:t.ends[i]])
}

// digit is a field of exactly one digit, as nearly every cell of a table of ages is.
func (t *Table) digit(i int) (int64, bool) {
	if i == 0 || i >= len(t.ends) {
		return 0, false
	}
	at := t.ends[i-1] + 1
	if t.ends[i] != at+1 || t.rec[at]-'0' > 9 {
		return 0, false
	}
	return int64(t.rec[at] - '0'), true
}

// trim takes away spaces, tabs, no-break spaces and other controls at both ends.
func (t *Table) trim(b []byte) []byte {
	for len(b) > 0 {
		last := len(b) - 1
		switch {
		case b[0] <= ' ':
			b = b[1:]
		case b[last] <= ' ':
			b = b[:last]
		case t.encoding == Windows1252 && b[0] == 0xA0:
			b = b[1:]
		case t.encoding == Windows1252 && b[last] == 0xA0:
			b = b[:last]
		case t.encoding != Windows1252 && len(b) > 1 && b[0] == 0xC2 && b[1] == 0xA0:
			b = b[2:]
		case t.encoding != Windows1252 && len(b) > 1 && b[last-1] == 0xC2 && b[last] == 0xA0:
			b = b[:last-1]
		default:
			return b
		}
	}
	return b
}

// Text is a field as UTF-8 without spaces around it; false where its bytes are no text in the encoding
// of the table.
func (t *Table) Text(i int) (string, bool) { return t.string(t.Bytes(i)) }

func (t *Table) string(b []byte) (string, bool) {
	switch {
	case isASCII(b):
		return string(b), bytes.IndexByte(b, 0) < 0
	case t.encoding == Windows1252:
		text, whole := appendWindows1252(make([]byte, 0, len(b)+8), b)
		return string(text), whole
	}
	s := string(b)
	if !utf8.ValidString(s) {
		s = string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
		return s, false
	}
	return s, !bytes.Contains(b, []byte("\uFFFD"))
}

// Record is all fields of the row as text, for a list of rows; of a very long row only the start.
func (t *Table) Record() []string {
	fields := make([]string, 0, min(len(t.ends), maxColumns))
	if len(t.rec) <= maxEcho && isASCII(t.rec) { // one text of which the fields are parts
		all := string(t.rec)
		for i := range t.ends {
			start, end := t.bounds(i)
			fields = append(fields, all[start:end])
		}
		return fields
	}
	left := maxEcho
	for i := range t.ends {
		b := t.Bytes(i)
		if len(b) > left {
			b = b[:left]
		}
		left -= len(b) + 1
		s, _ := t.string(b)
		fields = append(fields, s)
		if left <= 0 {
			break
		}
	}
	return fields
}

// bounds are the ends of a field in an ASCII row, without spaces around it.
func (t *Table) bounds(i int) (start, end int) {
	if i > 0 {
		start = int(t.ends[i-1]) + 1
	}
	end = int(t.ends[i])
	for start < end && t.rec[start] <= ' ' {
		start++
	}
	for start < end && t.rec[end-1] <= ' ' {
		end--
	}
	return start, end
}
