package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio/intake"
)

// lister shows the rows that were not placed: on standard error, or in a CSV file.
type lister struct {
	a     *app
	n     int64
	file  string
	to    *aside
	table *csv.Writer
	lines *bufio.Writer
}

func (a *app) lister(name string) (*lister, error) {
	l := &lister{a: a, lines: bufio.NewWriter(a.errs)}
	if name == "" {
		return l, nil
	}
	f, err := createAside(name)
	if err != nil {
		return nil, err
	}
	l.to, l.table = f, csv.NewWriter(f)
	return l, l.table.Write([]string{"file", "line", "column", "code", "text", "row"})
}

func (l *lister) list(row intake.Listed) {
	l.n++
	p, fields, file := row.Problem, visible(strings.Join(row.Fields, ";")), visible(masked(l.file))
	pointer, text := visible(p.Pointer), visible(p.Text(l.a.lang))
	if l.table != nil {
		_ = l.table.Write([]string{spreadsheet(file), strconv.FormatInt(p.Line, 10), spreadsheet(strings.TrimPrefix(pointer, "/")), p.Code(), text, spreadsheet(fields)})
		return
	}
	fmt.Fprintf(l.lines, "%s:%d:%s %s %s [%s]\n", file, p.Line, pointer, p.Code(), text, oneLine(fields))
}

// flush shows what was listed so far.
func (l *lister) flush() { _ = l.lines.Flush() }

// Close ends the CSV file.
func (l *lister) Close() error {
	l.flush()
	if l.to == nil {
		return nil
	}
	l.table.Flush()
	to := l.to
	l.to = nil
	return to.finish(l.table.Error())
}
