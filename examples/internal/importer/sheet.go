package importer

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheet is a sheet of a workbook as CSV. Cells are read as Excel shows them, dates as 2023-10-01.
func (f *File) sheet() (r io.Reader, err error) {
	defer broken(&err)
	book, err := excelize.OpenReader(bytes.NewReader(f.packed), excelize.Options{
		ShortDatePattern: "yyyy-mm-dd", LongDatePattern: "yyyy-mm-dd", UnzipSizeLimit: 2 << 30, UnzipXMLSizeLimit: 16 << 20})
	if err != nil {
		return nil, problemBroken.At("", "cause", err.Error())
	}
	f.close = append(f.close, book)
	names := book.GetSheetList()
	if f.Sheet = f.o.Sheet; f.Sheet == "" && len(names) > 0 {
		f.Sheet = names[0]
	}
	if !slices.Contains(names, f.Sheet) {
		return nil, problemSheet.At("", "name", f.Sheet, "found", strings.Join(names, ", "))
	}
	rows, err := book.Rows(f.Sheet)
	if err != nil {
		return nil, problemBroken.At("", "cause", err.Error())
	}
	f.close = append(f.close, rows)
	read, write := io.Pipe()
	done := make(chan struct{})
	go func() {
		write.CloseWithError(writeRows(write, rows))
		close(done)
	}()
	f.close = append(f.close, closer(func() error {
		err := read.Close() // ends the writer when nobody reads on
		<-done
		return err
	}))
	return read, nil
}

type closer func() error

func (c closer) Close() error { return c() }

// writeRows writes every row on a line of its own. Cells that are empty at the end of a row are not in a
// workbook; they are put back up to the width of the first row with a value.
func writeRows(to io.Writer, rows *excelize.Rows) (err error) {
	defer broken(&err)
	w := bufio.NewWriter(to)
	width := 0
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return problemBroken.At("", "cause", err.Error())
		}
		if width == 0 {
			width = len(cells)
		}
		for len(cells) > 0 && len(cells) < width {
			cells = append(cells, "")
		}
		for i, cell := range cells {
			if i > 0 {
				_ = w.WriteByte(';')
			}
			_, _ = w.WriteString(quoted(cell))
		}
		if err := w.WriteByte('\n'); err != nil {
			return err
		}
	}
	if err := rows.Error(); err != nil {
		return problemBroken.At("", "cause", err.Error())
	}
	return w.Flush()
}

// broken makes a problem of a panic of the library that reads workbooks: a damaged file must not end the program.
func broken(err *error) {
	if cause := recover(); cause != nil {
		*err = problemBroken.At("", "cause", fmt.Sprint(cause))
	}
}

// quoted is a cell as a field: on one line, in quotes where it needs them.
func quoted(cell string) string {
	if strings.ContainsAny(cell, "\r\n") {
		cell = strings.Join(strings.Fields(cell), " ")
	}
	if strings.ContainsAny(cell, ";\"") {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}
