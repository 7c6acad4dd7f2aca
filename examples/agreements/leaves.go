package agreements

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Mark is where a value of an example comes from.
type Mark string

// The marks of a value. A value that has none is a fault of the example.
const (
	Given    Mark = "given"   // a source says so
	Chosen   Mark = "chosen"  // the source leaves it open, and the document says what was chosen
	MadeUp   Mark = "made up" // no source gives it
	Unmarked Mark = ""
)

// Leaf is one value of a document of a system, with its mark and what was said of it.
type Leaf struct {
	Document string // "agreement.json"
	Pointer  string // JSON Pointer to the value
	Value    string // as it stands in the document
	Mark     Mark
	Says     string // the words of the source, the choice, or why it is made up
}

// note is one line of given.json, and what choices and synthetic members come to.
type note struct {
	Document, Pointer, Says string
	mark                    Mark
}

// Leaves are all values of the agreements, the population, the indicators and the work plan of a system. Titles, texts and what only says
// which rule is used are no values, nor is a step that is not described. A mark holds for what lies below its pointer; the longest pointer decides, and of equals made up comes
// before chosen and chosen before given. The rounding of a cost belongs to the choice on the division of its component. A candidate
// has by the source what agreement.json has at the same place with the same value.
func (s System) Leaves() ([]Leaf, error) {
	var list []Leaf
	documents := s.Agreements()
	for _, name := range []string{"population.json", "indicators.json", "workplan.json"} {
		if s.Has(name) {
			documents = append(documents, name)
		}
	}
	var given []note
	if s.Has("given.json") {
		data, err := s.Read("given.json")
		if err == nil {
			err = json.Unmarshal(data, &given)
		}
		if err != nil {
			return nil, fmt.Errorf("%s/given.json: %w", s.ID, err)
		}
	}
	agreed := map[string]string{} // the values of agreement.json
	for _, name := range documents {
		data, err := s.Read(name)
		if err != nil {
			return nil, err
		}
		var marks struct {
			Choices   []struct{ Pointer, Text string }
			Synthetic []struct{ Pointer, Reason string }
		}
		if err := json.Unmarshal(data, &marks); err != nil {
			return nil, err
		}
		var notes []note
		for _, m := range marks.Synthetic {
			notes = append(notes, note{name, m.Pointer, m.Reason, MadeUp})
		}
		for _, m := range marks.Choices {
			notes = append(notes, note{name, m.Pointer, m.Text, Chosen})
		}
		for _, g := range given {
			if g.Document == name {
				g.mark = Given
				notes = append(notes, g)
			}
		}
		var tree any
		d := json.NewDecoder(bytes.NewReader(data))
		d.UseNumber()
		if err := d.Decode(&tree); err != nil {
			return nil, err
		}
		collect(&list, name, "", tree)
		for i := range list {
			l := &list[i]
			if l.Document != name {
				continue
			}
			own := notes
			if name == "agreement.json" {
				agreed[l.Pointer] = l.Value
			} else if value, same := agreed[l.Pointer]; same && value == l.Value {
				own = slices.Concat(notes, sourced(given))
			}
			l.mark(own)
		}
	}
	return list, nil
}

// sourced are the notes on agreement.json.
func sourced(given []note) []note {
	var list []note
	for _, g := range given {
		if g.Document == "agreement.json" {
			g.mark = Given
			list = append(list, g)
		}
	}
	return list
}

// noValues are the members that hold no value: titles, the rule that is used, references, what is said of other members and of steps, and
// the school year, which is that of the count date.
var noValues = []string{"$schema", "title", "titleEn", "about", "aboutEn", "rule", "choices", "sources", "synthetic", "provenance", "ref", "schoolYear", "agreement", "region", "step", "note", "noteEn"}

// collect appends the values below a member, in the order of their pointers.
func collect(list *[]Leaf, document, pointer string, v any) {
	switch x := v.(type) {
	case map[string]any:
		names := make([]string, 0, len(x))
		for name := range x {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			isParty := strings.HasPrefix(pointer, "/parties/")
			if slices.Contains(noValues, name) || name == "id" && !isParty {
				continue
			}
			collect(list, document, pointer+"/"+name, x[name])
		}
	case []any:
		for i, one := range x {
			if only, isPayee := one.(map[string]any); isPayee && len(x) == 1 {
				delete(only, "weight") // the weight of a single payee says nothing
			}
			collect(list, document, pointer+"/"+strconv.Itoa(i), one)
		}
	case string:
		if x != "not-described" {
			*list = append(*list, Leaf{Document: document, Pointer: pointer, Value: x})
		}
	default:
		*list = append(*list, Leaf{Document: document, Pointer: pointer, Value: fmt.Sprint(x)})
	}
}

// mark gives the leaf the mark of the longest pointer that it lies below.
func (l *Leaf) mark(notes []note) {
	longest := -1
	for _, n := range notes {
		if !below(l.Pointer, n.Pointer) && !(strings.HasSuffix(l.Pointer, "/cost/rounding") && strings.TrimSuffix(l.Pointer, "/cost/rounding")+"/division" == n.Pointer) {
			continue
		}
		if len(n.Pointer) > longest {
			longest, l.Mark, l.Says = len(n.Pointer), n.mark, n.Says
		}
	}
}

// below reports whether a pointer is another one or lies in it.
func below(pointer, other string) bool {
	return pointer == other || strings.HasPrefix(pointer, other+"/")
}
