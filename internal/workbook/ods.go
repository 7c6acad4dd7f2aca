package workbook

import (
	"io"
	"strconv"
	"strings"
)

// contentODS is the part of an ODS file with all its sheets.
const contentODS = "content.xml"

// sheetsODS reads the names of the sheets, and which of them are hidden.
func (b *Book) sheetsODS() error {
	hidden := map[string]bool{}
	style := ""
	err := b.each(contentODS, func(s *scanner) error {
		switch s.name {
		case "style":
			style, _ = s.attr("name")
		case "table-properties":
			if shown, there := s.attr("display"); there && shown == "false" && len(hidden) < maxStyles {
				hidden[style] = true
			}
		case "table":
			name, _ := s.attr("name")
			of, _ := s.attr("style-name")
			if len(b.Sheets) == maxSheets {
				return tooMuch("sheets", "1000")
			}
			b.Sheets = append(b.Sheets, Sheet{Name: name, Hidden: hidden[of]})
			return s.skip()
		}
		return nil
	})
	if err == nil && len(b.Sheets) == 0 {
		err = broken("no sheets")
	}
	return err
}

// rowsODS reads the rows of one sheet of an ODS file.
type rowsODS struct {
	s        *scanner
	blank    int // rows without a value since the last one
	repeated int // cells that were made by repeating
	depth    int // elements inside the sheet: groups of rows
}

// newRowsODS goes to the begin of a sheet.
func newRowsODS(_ *Book, r io.Reader, sheet int) (*rowsODS, error) {
	s := newScanner(r)
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return nil, err
		case t == atEnd:
			return nil, broken("sheet " + strconv.Itoa(sheet+1))
		case t == opening && s.name == "table":
			if sheet == 0 {
				return &rowsODS{s: s}, nil
			}
			sheet--
			if err := s.skip(); err != nil {
				return nil, err
			}
		}
	}
}

func (x *rowsODS) next(r *row) (bool, error) {
	for {
		t, err := x.s.next()
		switch {
		case err != nil:
			return false, err
		case t == atEnd:
			return false, broken("cut off")
		case t == closing:
			if x.depth--; x.depth < 0 {
				return false, nil
			}
		case t == opening && x.s.name == "table-row":
			if err := x.cells(r); err != nil {
				return false, err
			}
			if r.values > 0 {
				r.blank, x.blank = x.blank, 0
				return true, nil
			}
			x.blank += r.repeat
			if x.blank > maxRows {
				x.blank = maxRows // what comes behind so many is refused
			}
			r.clear()
		case t == opening && (x.s.name == "shapes" || x.s.name == "forms"):
			if err := x.s.skip(); err != nil {
				return false, err
			}
		case t == opening:
			x.depth++
		}
	}
}

// times is how often a row or a cell stands; a spreadsheet has no more.
func (x *rowsODS) times(name string) (int, error) {
	n, err := x.s.number(name, 1)
	if err != nil || n < 1 {
		return 0, broken(name)
	}
	return n, nil
}

// cells reads the row that was opened.
func (x *rowsODS) cells(r *row) error {
	var err error
	if r.repeat, err = x.times("number-rows-repeated"); err != nil {
		return err
	}
	state, _ := x.s.attr("visibility")
	r.hidden = state == "collapse" || state == "filter"
	column := 0
	for depth := 1; depth > 0; {
		t, err := x.s.next()
		switch {
		case err != nil:
			return err
		case t == atEnd:
			return broken("cut off")
		case t == closing:
			depth--
		case t == opening && (x.s.name == "table-cell" || x.s.name == "covered-table-cell"):
			if column, err = x.cell(r, column); err != nil {
				return err
			}
		case t == opening:
			depth++
		}
	}
	if r.values > 0 && r.repeat > 1 {
		if x.repeated += r.values * min(r.repeat, maxRows+1); x.repeated > maxRepeats {
			return tooMuch("cells", strconv.Itoa(maxRepeats))
		}
	}
	return nil
}

// cell reads the cell that was opened, which stands behind a column; it gives the last column that it fills.
func (x *rowsODS) cell(r *row, column int) (int, error) {
	n, err := x.times("number-columns-repeated")
	if err != nil {
		return 0, err
	}
	kind, _ := x.s.attr("value-type")
	number, _ := x.s.attr("value")
	day, _ := x.s.attr("date-value")
	formula, isFormula := x.s.attr("formula")
	whole, isText := x.s.attr("string-value")
	truth, _ := x.s.attr("boolean-value")
	text, err := x.paragraphs()
	if err != nil {
		return 0, err
	}
	switch kind {
	case "float", "percentage", "currency":
		text = numberODS(number, text)
	case "date":
		text, _ = strings.CutSuffix(day, "T00:00:00")
	case "boolean":
		text = strings.ToUpper(truth)
	case "string":
		if isText {
			text = whole
		}
	}
	if text == "" && isFormula && formula != "" && kind == "" {
		text = unknownFormula
	}
	if text == "" {
		return min(column+n, maxRows), nil
	}
	if column+n > maxColumns {
		return 0, tooMuch("columns", strconv.Itoa(maxColumns))
	}
	for i := range n {
		if err := r.put(column+i+1, text); err != nil {
			return 0, err
		}
	}
	return column + n, nil
}

// numberODS is a number by its value, or as it is shown where that only puts zeros before it: 0014.
func numberODS(value, shown string) string {
	x, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return value
	}
	exact := numeral(x)
	if len(shown) > len(exact) && shown[0] == '0' && strings.TrimLeft(shown, "0") == exact || shown != "" && exact == "0" && strings.Trim(shown, "0") == "" {
		return shown
	}
	return exact
}

// paragraphs is the text of the cell that was opened, without notes.
func (x *rowsODS) paragraphs() (string, error) {
	var text []byte
	inText, some := 0, false
	for depth := 1; depth > 0; {
		t, err := x.s.next()
		if err != nil {
			return "", err
		}
		switch t {
		case atEnd:
			return "", broken("cut off")
		case opening:
			switch x.s.name {
			case "annotation", "frame", "table", "ruby-text":
				if err := x.s.skip(); err != nil {
					return "", err
				}
				continue
			case "p":
				if some {
					text = append(text, ' ')
				}
				some, inText = true, depth
			case "s", "tab", "line-break":
				text = append(text, ' ')
			}
			depth++
		case closing:
			if depth--; depth <= inText {
				inText = 0
			}
		case chars:
			if inText > 0 {
				text = append(text, x.s.text...)
			}
		}
		if len(text) > maxText {
			return "", tooMuch("text", strconv.Itoa(maxText))
		}
	}
	return string(text), nil
}
