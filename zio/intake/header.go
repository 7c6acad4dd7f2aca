package intake

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio"
)

var (
	tableTooManyColumns = &zio.ProblemKind{
		Code: "table.too-many-columns",
		NL:   "De kop heeft {found#} {found|kolom|kolommen}; hoogstens {limit#} kan. Controleer of dit het goede bestand is.",
		EN:   "The header has {found#} {found|column|columns}; at most {limit#} are possible. Check that this is the right file.",
	}
	tableColumnsMissing = &zio.ProblemKind{
		Code: "table.columns-missing",
		NL:   "Dit is niet de indeling {layout}: de kolommen {missing} ontbreken. Gevonden ({encoding}, scheidingsteken \"{delimiter}\"): {found}.",
		EN:   "This is not the layout {layout}: the columns {missing} are missing. Found ({encoding}, delimiter \"{delimiter}\"): {found}.",
	}
	tableColumnTwice = &zio.ProblemKind{
		Code: "table.column-twice",
		NL:   "De kolom {column} staat twee keer in de kop. Haal er een weg.",
		EN:   "The column {column} stands twice in the header. Remove one.",
	}
	tableLayoutUnknown = &zio.ProblemKind{
		Code: "table.layout-unknown",
		NL:   "Deze indeling is niet bekend. Gevonden kolommen ({encoding}, scheidingsteken \"{delimiter}\"): {found}. Bekende indelingen: {layouts}. Voor een eigen tabel wijst u zelf de kolommen aan.",
		EN:   "This layout is not known. Columns found ({encoding}, delimiter \"{delimiter}\"): {found}. Known layouts: {layouts}. For a table of your own name the columns yourself.",
	}
)

// delimiters are what fields may be separated by, in the order in which a tie is decided.
var delimiters = [...]struct {
	char byte
	name string
}{{';', "semicolon"}, {'\t', "tab"}, {',', "comma"}, {'|', "bar"}}

// DelimiterName is the name of a delimiter: "semicolon", "comma", "tab", "bar"; another one as it is.
func DelimiterName(d byte) string {
	for _, known := range delimiters {
		if known.char == d {
			return known.name
		}
	}
	if d == 0 {
		return ""
	}
	return string([]byte{d})
}

// delimiterMark is a delimiter as a sentence in any language shows it: the character itself, and "tab", which nobody sees.
func delimiterMark(d byte) string {
	switch d {
	case 0:
		return ""
	case '\t':
		return "tab"
	}
	return string([]byte{d})
}

// readHeader reads the first line with a value as the names of the columns; false when there is none.
func (t *Table) readHeader() bool {
	for {
		line, ok := t.physical()
		if !ok || t.err != nil {
			return false
		}
		bare := bytes.TrimSpace(line)
		if len(bare) == 5 && strings.EqualFold(string(bare[:4]), "sep=") { // what spreadsheets write above the header
			t.delim = bare[4]
			t.advance(len(line))
			continue
		}
		if t.delim == 0 && len(bare) > 0 {
			t.delim = mostUsed(bare)
		}
		t.line = t.next
		if t.quoted(); !t.isBlank() {
			break
		}
	}
	if len(t.ends) > maxColumns {
		t.err = tableTooManyColumns.At("", "found", strconv.Itoa(len(t.ends)), "limit", strconv.Itoa(maxColumns))
		return false
	}
	t.width = len(t.ends)
	t.header = make([]string, t.width)
	for i := range t.header {
		name, _ := t.Text(i)
		t.header[i] = strings.Trim(name, "\uFEFF \u00A0") // a byte-order mark that stands twice
	}
	return true
}

// mostUsed is the delimiter that stands most in a line, not counting what is inside quotes; the
// semicolon when there is none.
func mostUsed(line []byte) byte {
	var counts [len(delimiters)]int
	inside := false
	for _, c := range line {
		if c == '"' {
			inside = !inside
		}
		for i := range delimiters {
			if !inside && c == delimiters[i].char {
				counts[i]++
			}
		}
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	return delimiters[best].char
}

// FoldHeader is the form in which names of columns are compared: capitals, with one space for every run of
// spaces, no-break spaces, underscores, hyphens and points, and none at the ends.
func FoldHeader(name string) string {
	b := make([]byte, 0, len(name))
	space := false
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c == 0xC2 && i+1 < len(name) && name[i+1] == 0xA0:
			i++
			space = true
			continue
		case c <= ' ' || c == '_' || c == '-' || c == '.':
			space = true
			continue
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		}
		if space && len(b) > 0 {
			b = append(b, ' ')
		}
		space = false
		b = append(b, c)
	}
	return string(b)
}

// column is one column of a layout.
type column struct {
	names    []string // folded; the first is the official one
	optional bool
}

// columns finds the columns of a layout: the place of each in the table, or -1 for one that is not there
// and need not be.
func (t *Table) columns(layout Layout, wanted []column) ([]int, error) {
	folded := make([]string, len(t.header))
	for i, name := range t.header {
		folded[i] = FoldHeader(name)
	}
	places := make([]int, len(wanted))
	var missing []string
	for i, c := range wanted {
		places[i] = -1
		for _, name := range c.names {
			for j := range folded {
				if folded[j] != name || name == "" {
					continue
				}
				if places[i] >= 0 && folded[places[i]] == name {
					return nil, tableColumnTwice.At("", "column", secret(t.header[j : j+1])[0])
				}
				if places[i] < 0 {
					places[i] = j
				}
			}
		}
		if places[i] < 0 && !c.optional {
			missing = append(missing, c.names[0])
		}
	}
	if len(missing) > 0 {
		return nil, t.lacks(layout, missing)
	}
	return places, nil
}

// lacks is the problem of a table without columns that a layout needs.
func (t *Table) lacks(layout Layout, missing []string) zio.Problem {
	return tableColumnsMissing.At("", "layout", layout.String(), "missing", strings.Join(secret(missing), ", "),
		"encoding", t.encoding.String(), "delimiter", delimiterMark(t.delim), "found", t.found())
}

// fits reports whether the table has every column that a layout needs.
func (t *Table) fits(wanted []column) bool {
	_, err := t.columns(LayoutUnknown, wanted)
	return err == nil
}

// secret is names of columns without what could be a BSN: of a file without a header they are the cells of its first row.
func secret(names []string) []string {
	shown := slices.Clone(names)
	for i := range shown {
		if zio.LooksLikeBSN(shown[i]) {
			shown[i] = "***"
		}
	}
	return shown
}

// found is the columns of the table for a text, of a wide table the first.
func (t *Table) found() string {
	const most = 50
	names := t.header
	rest := ""
	if len(names) > most {
		names, rest = names[:most], ", ..."
	}
	s := strings.Join(secret(names), ", ")
	if len(s) > maxEcho {
		s = strings.ToValidUTF8(s[:maxEcho], "") + "..."
	}
	return s + rest
}
