package workbook

import (
	"strconv"
	"strings"
)

// blockTexts is how many shared texts a block holds: a large table grows by a block and is never copied.
const blockTexts = 4096

// shared are the texts that cells refer to by number, in blocks.
type shared struct {
	blocks []block
	count  int
	size   int // bytes of all texts
}

// block is a run of texts, one behind the other, with the end of each.
type block struct {
	text string
	ends []uint32
}

func (x *shared) at(i int) (string, bool) {
	if i < 0 || i >= x.count {
		return "", false
	}
	b, n := x.blocks[i/blockTexts], i%blockTexts
	start := uint32(0)
	if n > 0 {
		start = b.ends[n-1]
	}
	return b.text[start:b.ends[n]], true
}

// load reads the shared texts and the formats of an XLSX file, once.
func (b *Book) load() error {
	if b.loaded || b.isODS {
		return nil
	}
	b.loaded = true
	if err := b.readShared(); err != nil {
		return err
	}
	return b.readFormats()
}

func (b *Book) readShared() error {
	var text []byte
	var ends []uint32
	closeBlock := func() {
		b.strings.blocks = append(b.strings.blocks, block{string(text), append([]uint32(nil), ends...)})
		text, ends = text[:0], ends[:0]
	}
	err := b.each("xl/sharedStrings.xml", func(s *scanner) (err error) {
		if s.name != "si" {
			return nil
		}
		before := len(text)
		if text, err = richText(s, text); err != nil {
			return err
		}
		b.strings.count++
		b.strings.size += len(text) - before
		if b.strings.size > maxShared || b.strings.count > maxStrings {
			return tooMuch("shared texts", strconv.Itoa(maxShared))
		}
		if ends = append(ends, uint32(len(text))); len(ends) == blockTexts {
			closeBlock()
		}
		return nil
	})
	closeBlock()
	return err
}

// richText appends the text of the element that was opened, without what says how a word is pronounced.
func richText(s *scanner, text []byte) ([]byte, error) {
	before := len(text)
	inText := false
	for depth := 1; depth > 0; {
		t, err := s.next()
		if err != nil {
			return text, err
		}
		switch t {
		case atEnd:
			return text, broken("cut off")
		case opening:
			if s.name == "rPh" {
				if err := s.skip(); err != nil {
					return text, err
				}
				continue
			}
			depth++
			inText = s.name == "t"
		case closing:
			depth--
			inText = false
		case chars:
			if inText {
				text = append(text, s.text...)
			}
		}
		if len(text)-before > maxText {
			return text, tooMuch("text", strconv.Itoa(maxText))
		}
	}
	return text, nil
}

// readFormats reads which style of a cell is a date, or keeps zeros.
func (b *Book) readFormats() error {
	own := map[int]format{}
	inCells := false
	return b.each("xl/styles.xml", func(s *scanner) error {
		switch s.name {
		case "numFmt":
			id, err := s.number("numFmtId", -1)
			if err != nil {
				return err
			}
			code, _ := s.attr("formatCode")
			if len(own) >= maxStyles {
				return tooMuch("formats", strconv.Itoa(maxStyles))
			}
			own[id] = formatOf(code)
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs", "cellStyleXfs":
			inCells = false
		case "xf":
			if !inCells {
				return nil
			}
			id, err := s.number("numFmtId", 0)
			if err != nil {
				return err
			}
			f, known := own[id]
			if !known {
				f = builtin(id)
			}
			if len(b.formats) >= maxStyles {
				return tooMuch("formats", strconv.Itoa(maxStyles))
			}
			b.formats = append(b.formats, f)
		}
		return nil
	})
}

// rowsXLSX reads the rows of a sheet of an XLSX file.
type rowsXLSX struct {
	b   *Book
	s   *scanner
	row int // number of the row before
}

func (x *rowsXLSX) next(r *row) (bool, error) {
	for {
		t, err := x.s.next()
		if err != nil || t == atEnd {
			return false, err
		}
		if t != opening || x.s.name != "row" {
			continue
		}
		n, err := x.s.number("r", x.row+1)
		if err != nil {
			return false, err
		}
		if n > maxRows {
			return false, tooMuch("rows", strconv.Itoa(maxRows))
		}
		if n <= x.row {
			return false, broken("row " + strconv.Itoa(n))
		}
		r.blank, r.repeat, r.hidden = n-x.row-1, 1, x.s.isTrue("hidden")
		x.row = n
		return true, x.cells(r)
	}
}

// cells reads the cells of the row that was opened.
func (x *rowsXLSX) cells(r *row) error {
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
		case t == opening && x.s.name == "c":
			if column, err = x.cell(r, column+1); err != nil {
				return err
			}
		case t == opening:
			depth++
		}
	}
	return nil
}

// cell reads the cell that was opened; it gives its column, of which the first is 1.
func (x *rowsXLSX) cell(r *row, column int) (int, error) {
	if at, there := x.s.attr("r"); there {
		n, ok := columnOf(at)
		if !ok {
			return 0, broken("cell " + at[:min(len(at), 20)])
		}
		column = n
	}
	kind, _ := x.s.attr("t")
	style, err := x.s.number("s", 0)
	if err != nil {
		return 0, err
	}
	value, text, hasValue, isFormula := "", "", false, false
	for depth := 1; depth > 0; {
		t, err := x.s.next()
		switch {
		case err != nil:
			return 0, err
		case t == atEnd:
			return 0, broken("cut off")
		case t == closing:
			depth--
		case t == opening && x.s.name == "is":
			inline, err := richText(x.s, nil)
			if err != nil {
				return 0, err
			}
			text, hasValue = string(inline), true
		case t == opening:
			depth++
			hasValue = hasValue || x.s.name == "v"
			isFormula = isFormula || x.s.name == "f"
			if x.s.name == "v" {
				value = ""
			}
		case t == chars && depth == 2 && x.s.name == "v":
			value += string(x.s.text)
		}
	}
	if !hasValue && isFormula {
		text, hasValue = unknownFormula, true
	} else if kind != "inlineStr" && hasValue {
		if text, err = x.value(kind, value, style); err != nil {
			return 0, err
		}
	}
	if hasValue {
		return column, r.put(column, text)
	}
	return column, nil
}

// unknownFormula stands for the value of a formula that nobody has worked out.
const unknownFormula = "#FORMULA"

// value is the text of a value by its kind.
func (x *rowsXLSX) value(kind, value string, style int) (string, error) {
	switch kind {
	case "s":
		n, err := strconv.ParseInt(strings.TrimSpace(value), 10, 32)
		if text, ok := x.b.strings.at(int(n)); err == nil && ok {
			return text, nil
		}
		return "", broken("shared text " + value[:min(len(value), 20)])
	case "str", "e":
		return value, nil
	case "b":
		if strings.TrimSpace(value) == "1" {
			return "TRUE", nil
		}
		return "FALSE", nil
	case "d":
		day, _ := strings.CutSuffix(value, "T00:00:00")
		return day, nil
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil {
		return value, nil
	}
	var f format
	if style >= 0 && style < len(x.b.formats) {
		f = x.b.formats[style]
	}
	return f.show(n, x.b.since1904), nil
}

// columnOf is the column of a place such as "AB12", from 1.
func columnOf(at string) (int, bool) {
	n, i := 0, 0
	for i < len(at) && at[i] >= 'A' && at[i] <= 'Z' && i < 4 {
		n = 26*n + int(at[i]-'A') + 1
		i++
	}
	return n, i > 0 && i < 4 && i < len(at) && n <= 16_384
}
