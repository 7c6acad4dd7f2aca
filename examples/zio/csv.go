package main

import (
	"io"
	"strings"
	"unicode"
)

// formulas are the characters with which a spreadsheet takes a cell for a formula or a command.
const formulas = "=+-@|＝＋－＠﹢﹣﹦﹫−"

// spreadsheet is a cell of a CSV file that no spreadsheet takes for a formula: an apostrophe stands before what would be one, also
// behind a semicolon, a tab or an end of line, where one that divides cells there lets a cell begin.
func spreadsheet(s string) string {
	if isAmount(s) {
		return s
	}
	var b strings.Builder
	begin := true // of a cell, but for spaces and quotation marks
	for _, r := range s {
		if begin && (strings.ContainsRune(formulas, r) || b.Len() == 0 && strings.ContainsRune("\t\r\n", r)) {
			b.WriteByte('\'')
		}
		begin = strings.ContainsRune(";\t\r\n", r) || begin && (r == '"' || unicode.IsSpace(r))
		b.WriteRune(r)
	}
	return b.String()
}

// csvWriter writes rows of a CSV file with commas, also for readers that divide at semicolons: a cell with either stands in quotation
// marks. The first fault stays.
type csvWriter struct {
	to  io.Writer
	err error
}

func (w *csvWriter) write(cells ...string) {
	var b strings.Builder
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		if cell == `\.` || strings.ContainsAny(cell, ";,\"\t\r\n") || strings.TrimSpace(cell) != cell {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		b.WriteString(cell)
	}
	b.WriteByte('\n')
	if w.err == nil {
		_, w.err = io.WriteString(w.to, b.String())
	}
}
