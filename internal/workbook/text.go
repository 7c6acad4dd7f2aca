package workbook

import (
	"io"
	"strconv"
	"strings"
)

// Options say what to read of a sheet.
type Options struct {
	Hidden bool // also rows that are hidden
}

// row is one row of a sheet.
type row struct {
	blank  int // rows without a value before it
	repeat int // how many rows are like it
	hidden bool
	cells  []string // empty where a cell has no value
	values int      // cells with a value
}

func (r *row) clear() {
	clear(r.cells)
	r.cells, r.values, r.blank, r.repeat, r.hidden = r.cells[:0], 0, 0, 1, false
}

// put sets the text of a column, from 1.
func (r *row) put(column int, text string) error {
	if text == "" {
		return nil
	}
	if column > maxColumns {
		return tooMuch("columns", strconv.Itoa(maxColumns))
	}
	for len(r.cells) < column {
		r.cells = append(r.cells, "")
	}
	r.cells[column-1] = text
	r.values++
	return nil
}

// rows gives the rows of a sheet one by one.
type rows interface{ next(*row) (bool, error) }

// Text is a sheet as lines of text: row n on line n, semicolons between the cells, quotes where a cell needs them.
type Text struct {
	HiddenRows int // rows with a value that were left out because they are hidden

	rows rows
	o    Options
	row  row
	line []byte // not given out yet
	done int    // lines that were written
	err  error
}

// Text begins to read a sheet, by its place in Sheets.
func (b *Book) Text(sheet int, o Options) (*Text, error) {
	if err := b.load(); err != nil {
		return nil, err
	}
	name := b.Sheets[sheet].part
	if b.isODS {
		name = contentODS
	}
	r, err := b.parts(name)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, broken(name)
	}
	if b.isODS {
		rows, err := newRowsODS(b, r, sheet)
		return &Text{rows: rows, o: o}, err
	}
	return &Text{rows: &rowsXLSX{b: b, s: newScanner(r)}, o: o}, nil
}

// Read gives the text of the rows.
func (t *Text) Read(p []byte) (int, error) {
	for len(t.line) == 0 {
		if t.err != nil {
			return 0, t.err
		}
		t.line = t.line[:0]
		t.advance()
	}
	n := copy(p, t.line)
	t.line = t.line[n:]
	return n, nil
}

// advance writes the next row, and the lines of those without a value before it.
func (t *Text) advance() {
	if t.row.repeat > 1 {
		t.row.repeat--
		t.write()
		return
	}
	t.row.clear()
	more, err := t.rows.next(&t.row)
	if err != nil || !more {
		if t.err = err; err == nil {
			t.err = io.EOF
		}
		return
	}
	if t.done+t.row.blank+t.row.repeat > maxRows {
		t.err = tooMuch("rows", strconv.Itoa(maxRows))
		return
	}
	for range t.row.blank {
		t.line = append(t.line, '\n')
	}
	t.done += t.row.blank
	t.write()
}

// write writes the row at hand once.
func (t *Text) write() {
	t.done++
	if t.row.hidden && !t.o.Hidden {
		if t.row.values > 0 {
			t.HiddenRows++
		}
		t.line = append(t.line, '\n')
		return
	}
	for i, cell := range t.row.cells {
		if i > 0 {
			t.line = append(t.line, ';')
		}
		t.line = appendField(t.line, cell)
	}
	t.line = append(t.line, '\n')
}

// appendField writes a cell on one line, in quotes where it needs them.
func appendField(b []byte, cell string) []byte {
	if strings.ContainsAny(cell, "\r\n") {
		cell = strings.Join(strings.Fields(cell), " ")
	}
	if !strings.ContainsAny(cell, ";\"") {
		return append(b, cell...)
	}
	return append(append(append(b, '"'), strings.ReplaceAll(cell, `"`, `""`)...), '"')
}
