package intake

import "bytes"

// quotedEnd is how reading a row with quotes ended.
type quotedEnd uint8

const (
	quotedWhole  quotedEnd = iota // the row is whole
	quotedMore                    // the row goes on beyond the buffer
	quotedOpen                    // a quote is never closed
	quotedBroken                  // text behind a closed quote
)

// quoted reads a row in which a quote stands. A quote that does not open a field is a character like any
// other. Where the quotes make no row, only the first line is given up: reading goes on at the second, so
// that one stray quote does not swallow the rows after it.
func (t *Table) quoted() {
	for {
		used, lines, end := t.splitQuoted(t.buf[t.pos:], t.eof || t.err != nil)
		if end == quotedMore && len(t.buf)-t.pos <= maxQuoted {
			t.fill()
			continue
		}
		if lines > 1 && end == quotedWhole && (t.width > 0 && len(t.ends) != t.width || used > maxQuoted) {
			end = quotedOpen
		}
		switch end {
		case quotedWhole:
			t.pos += used
			t.next += lines
			t.rec = t.text
		default:
			line, _ := t.physical()
			t.advance(len(line))
			t.whole(line)
			t.fault = tableQuoteOpen.At("")
			if end == quotedBroken {
				t.fault = tableQuoteBroken.At("")
			}
		}
		return
	}
}

// splitQuoted copies the fields of the row at the start of b into text, without the quotes around them.
// It gives the bytes and the lines that the row takes; whole says that nothing follows b.
func (t *Table) splitQuoted(b []byte, whole bool) (used int, lines int64, end quotedEnd) {
	text, ends := t.text[:0], t.ends[:0]
	lines = 1
	for i := 0; ; {
		if i < len(b) && b[i] == '"' {
			i++
			for {
				j := bytes.IndexByte(b[i:], '"')
				if j < 0 && !whole {
					return used, lines, quotedMore
				}
				if j >= 0 {
					lines += int64(bytes.Count(b[i:i+j], []byte{t.eol}))
				}
				if j < 0 || lines > maxQuotedLines {
					return used, lines, quotedOpen
				}
				text = append(text, b[i:i+j]...)
				i += j + 1
				if i < len(b) && b[i] == '"' {
					text = append(text, '"')
					i++
					continue
				}
				break
			}
			for i < len(b) && (b[i] == ' ' || b[i] == '\t' && t.delim != '\t' || b[i] == '\r' && t.eol != '\r') {
				i++
			}
		} else {
			start := i
			for i < len(b) && b[i] != t.delim && b[i] != t.eol {
				i++
			}
			text = append(text, b[start:i]...)
		}
		switch {
		case i == len(b) && !whole:
			return used, lines, quotedMore
		case i == len(b):
			t.text, t.ends = text, append(ends, int32(len(text)))
			return i, lines, quotedWhole
		case b[i] == t.eol:
			t.text, t.ends = text, append(ends, int32(len(text)))
			return i + 1, lines, quotedWhole
		case b[i] != t.delim:
			return used, lines, quotedBroken
		}
		ends = append(ends, int32(len(text)))
		text = append(text, t.delim)
		i++
	}
}
