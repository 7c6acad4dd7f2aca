package intake

import "slices"

// Where a header is looked for: people write titles, dates and remarks above a table.
const (
	mostAbove = 25       // lines with a value
	headBytes = 64 << 10 // bytes
)

// linesAbove is the number of lines above the header: up to the first of the lines at the begin that has the columns
// that are asked for, or those of a layout where none are. It is 0 where no line has them, so that the problem of the
// table is told of its first line.
func (t *Table) linesAbove(columns []string) int64 {
	for len(t.buf)-t.pos < headBytes && !t.eof && t.err == nil {
		t.fill()
	}
	head := &Table{buf: t.buf[t.pos:min(len(t.buf), t.pos+headBytes)], encoding: t.encoding, eol: t.eol, eof: true, next: 1}
	for range mostAbove {
		head.delim = t.delim
		if !head.readHeader() {
			break
		}
		if head.hasColumns(columns) {
			t.delim = head.delim // of a line "sep=" that is passed over too
			return head.line - 1
		}
	}
	return 0
}

// hasColumns reports whether the header has the columns, or those of a layout where none are given.
func (t *Table) hasColumns(columns []string) bool {
	if len(columns) == 0 {
		_, err := t.Layout()
		return err == nil
	}
	for _, name := range columns {
		if !slices.ContainsFunc(t.header, func(h string) bool { return FoldHeader(h) == FoldHeader(name) }) {
			return false
		}
	}
	return true
}
