package workbook

import (
	"io"
	"path"
	"strings"
)

// Parts opens a part of a workbook by its name in the zip file; nil, nil where it has none. The caller bounds what a
// part may unpack to.
type Parts func(name string) (io.Reader, error)

// Sheet is a sheet of a workbook (werkblad).
type Sheet struct {
	Name   string
	Hidden bool
	part   string
}

// Book is an opened workbook.
type Book struct {
	Sheets []Sheet // in the order of the file
	parts  Parts
	isODS  bool

	strings   shared
	formats   []format // of cells, by their style
	since1904 bool
	loaded    bool
}

// Open reads what sheets a workbook has. It is nil, without an error, where the parts are those of no workbook.
func Open(parts Parts) (*Book, error) {
	b := &Book{parts: parts}
	kind, err := b.all("mimetype", 200)
	if err != nil {
		return nil, err
	}
	if strings.Contains(kind, "opendocument.spreadsheet") {
		b.isODS = true
		return b, b.sheetsODS()
	}
	main, err := b.relations("_rels/.rels", "", "/officeDocument")
	if err != nil {
		return nil, err
	}
	for _, name := range append(main.targets, "xl/workbook.xml") {
		if strings.HasSuffix(name, ".bin") {
			return nil, broken("xlsb")
		}
		r, err := parts(name)
		if err != nil {
			return nil, err
		}
		if r != nil {
			return b, b.sheetsXLSX(name, r)
		}
	}
	return nil, nil
}

// all is a small part as text; "" where there is none.
func (b *Book) all(name string, most int64) (string, error) {
	r, err := b.parts(name)
	if r == nil || err != nil {
		return "", err
	}
	data, err := io.ReadAll(io.LimitReader(r, most))
	return string(data), err
}

// relations are the targets of a file of relations, whose type ends as asked.
type relations struct {
	targets []string
	byID    map[string]string
}

func (b *Book) relations(name, folder, kind string) (relations, error) {
	found := relations{byID: map[string]string{}}
	err := b.each(name, func(s *scanner) error {
		if s.name != "Relationship" {
			return nil
		}
		id, _ := s.attr("Id")
		target, _ := s.attr("Target")
		of, _ := s.attr("Type")
		mode, _ := s.attr("TargetMode")
		if !strings.HasSuffix(of, kind) || mode == "External" {
			return nil
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", folder, target)
		}
		if len(found.byID) >= 4*maxSheets {
			return tooMuch("relations", "4000")
		}
		found.byID[id] = strings.TrimPrefix(target, "/")
		found.targets = append(found.targets, strings.TrimPrefix(target, "/"))
		return nil
	})
	return found, err
}

// each hands every element of a part to a function; nothing where there is no such part.
func (b *Book) each(name string, element func(*scanner) error) error {
	r, err := b.parts(name)
	if r == nil || err != nil {
		return err
	}
	return eachOf(r, element)
}

func eachOf(r io.Reader, element func(*scanner) error) error {
	s := newScanner(r)
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		switch t {
		case atEnd:
			return nil
		case opening:
			if err := element(s); err != nil {
				return err
			}
		}
	}
}

// sheetsXLSX reads the list of sheets.
func (b *Book) sheetsXLSX(name string, r io.Reader) error {
	folder := path.Dir(name)
	list, err := b.relations(path.Join(folder, "_rels", path.Base(name)+".rels"), folder, "/worksheet")
	if err != nil {
		return err
	}
	err = eachOf(r, func(s *scanner) error {
		switch s.name {
		case "workbookPr":
			b.since1904 = s.isTrue("date1904")
		case "sheet":
			title, _ := s.attr("name")
			id, ok := "", false
			if id, ok = s.attr("id"); !ok {
				return nil
			}
			state, _ := s.attr("state")
			part, isSheet := list.byID[id]
			if !isSheet { // a chart, a macro
				return nil
			}
			if len(b.Sheets) == maxSheets {
				return tooMuch("sheets", "1000")
			}
			b.Sheets = append(b.Sheets, Sheet{title, state == "hidden" || state == "veryHidden", part})
		}
		return nil
	})
	if err == nil && len(b.Sheets) == 0 {
		err = broken("no sheets")
	}
	b.isODS = false
	return err
}
