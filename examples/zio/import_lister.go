package main

import (
	"bufio"
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
	table *csvWriter
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
	l.to, l.table = f, &csvWriter{to: bufio.NewWriter(f)}
	l.table.write("file", "line", "column", "code", "text", "row")
	return l, l.table.err
}

func (l *lister) list(row intake.Listed) {
	l.n++
	p, fields, file := row.Problem, visible(strings.Join(row.Fields, ";")), visible(masked(l.file))
	pointer, text := visible(p.Pointer), visible(p.Text(l.a.lang))
	if l.table != nil {
		l.table.write(spreadsheet(file), strconv.FormatInt(p.Line, 10), spreadsheet(strings.TrimPrefix(pointer, "/")), p.Code(), spreadsheet(text), spreadsheet(fields))
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
	to, err := l.to, l.table.err
	if err == nil {
		err = l.table.to.(*bufio.Writer).Flush()
	}
	l.to = nil
	return to.finish(err)
}
