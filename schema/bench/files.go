package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"

	"github.com/zio-collectief/zio/internal/proof/pupillines"
	"github.com/zio-collectief/zio/zio"
)

// files writes the files that are measured; all lines come from one seed.
type files struct {
	dir   string
	bytes map[string]int64
}

func (f *files) path(name string) string { return filepath.Join(f.dir, name) }

func (f *files) write(name string, body func(w *bufio.Writer)) error {
	out, err := os.Create(f.path(name))
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 1<<20)
	body(w)
	if err := w.Flush(); err != nil {
		return err
	}
	info, err := out.Stat()
	if err != nil {
		return err
	}
	f.bytes[name] = info.Size()
	return out.Close()
}

// lines writes n lines; every badEvery-th one is bad, none when it is 0.
func (f *files) lines(name string, n int, style pupillines.Style, badEvery int) error {
	source, wrongs := pupillines.New(2026, style), pupillines.Wrongs()
	return f.write(name, func(w *bufio.Writer) {
		var line []byte
		for i := range n {
			line = source.Append(line[:0])
			if badEvery > 0 && i%badEvery == badEvery/2 {
				line = append(line[:0], wrongs[i/badEvery%len(wrongs)].Text...)
			}
			w.Write(append(line, '\n'))
		}
	})
}

// document writes the same lines as one document.
func (f *files) document(name string, n int) error {
	source := pupillines.New(2026, pupillines.Style{})
	return f.write(name, func(w *bufio.Writer) {
		w.WriteString(`{"$schema":` + strconv.Quote(zio.SchemaID("population")) + `,"title":"Meting","countDate":"2025-10-01","pupils":[`)
		var line []byte
		for i := range n {
			if i > 0 {
				w.WriteByte(',')
			}
			line = source.Append(line[:0])
			w.Write(line)
		}
		w.WriteString("]}\n")
	})
}
