package strictjson

import (
	"io"

	"github.com/zio-collectief/zio/internal/figures"
)

// Choice is one value of a closed set, with its words.
//
//figures:without NL EN
type Choice struct {
	Value  string
	NL, EN string
}

// Spec says what holds for one member: its name, its bounds and its words.
//
//figures:without NL EN HintNL HintEN
type Spec struct {
	Name     string
	Optional bool     // may be absent; a required member is never absent
	Format   string   // kind of text or number: "euro", "municipality", "date", "minutes-per-week", ...
	Min, Max int64    // of a number its value; of a text its characters; of a list its items. Max 0 means the default
	Choices  []Choice // the closed set of a code; nil when the set is open
	NL, EN   string   // label of a form field; title and description of the schema
	HintNL   string   // one sentence of help, shown before the field
	HintEN   string
}

// Default upper ends, where a Spec names none.
const (
	MaxInteger = 1<<53 - 1 // the largest whole number that every JSON reader keeps exact
	MaxLabel   = 200       // characters of a text
	MaxList    = 2000      // items of a list
)

// mode is what binders do. The figures are read and written, and nothing else is done in their build.
type mode uint8

const (
	reading mode = iota
	writing
	describing
	checking // of a value that a program made: whether a document could hold it
)

// shared is what all Fields of one document have in common.
type shared struct {
	faults []Fault
	text   []byte // the text of one code at a time, while checking
	deep   bool   // rules stand in each other without an end: nothing more of them is looked at
}

// Fields binds the members of one object. In which of the modes it works only Fields knows, see now.
type Fields struct {
	mode   mode
	all    *shared
	at     *path
	object *Value
	asked  int // so many members at the start have been asked for
	w      *Writer
	desc   *Description
}

// now is the mode.
func (f *Fields) now() mode {
	if figures.Only {
		return f.mode & writing // reading or writing
	}
	return f.mode
}

// Reading reports whether the fields are being read; a binder may use it to check what hangs together.
func (f *Fields) Reading() bool { return f.mode == reading }

// Writing reports whether the fields are being written; a binder may use it to leave out what the value itself makes needless.
func (f *Fields) Writing() bool { return f.mode == writing }

// find looks a member up and marks it as known; nil when it is not there. A missing required member is a fault; so is null.
// Members mostly come in the order of the binder. asked counts the leading ones that were bound, and the search starts behind
// them; that is sound because no binder binds a name twice, which the generator of the schemas checks.
func (f *Fields) find(name string, optional bool) *Value {
	members := f.object.Members
	for i := f.asked; i < len(members); i++ {
		m := &members[i]
		if len(m.Name) == len(name) && m.Name == name {
			m.Value.used = true
			if i == f.asked {
				f.asked++
			}
			if m.Value.Kind == Null {
				f.wrong(FaultNull, &m.Value, f.child(name))
				return nil
			}
			return &m.Value
		}
	}
	if !optional {
		f.fault(Fault{Kind: FaultMissing, Pointer: f.child(name).pointer(), Offset: f.object.Offset, Params: []string{"name", name}})
	}
	return nil
}

func (f *Fields) fault(x Fault) { f.all.faults = append(f.all.faults, x) }

func (f *Fields) wrong(kind *FaultKind, v *Value, at *path) {
	f.fault(Fault{Kind: kind, Pointer: at.pointer(), Offset: v.Offset})
}

// upper is the upper end of a Spec, or the default.
func upper(most, d int64) int64 {
	if most == 0 {
		return d
	}
	return most
}

// Read parses a document and binds it. The value holds what could be read, also with faults,
// which stand in the order of the document.
func Read[T any](data []byte, v *T, bind func(*T, *Fields), lim Limits) []Fault {
	x, faults := Parse(data, lim)
	if len(faults) > 0 {
		return faults
	}
	return ReadValue(&x, v, bind)
}

// ReadValue binds a value that was parsed before, as the whole document.
func ReadValue[T any](x *Value, v *T, bind func(*T, *Fields)) []Fault {
	f := Fields{mode: reading, all: &shared{}}
	f.readObject(x, &path{}, func(g *Fields) { bind(v, g) })
	faults := f.all.faults
	if figures.Only {
		return faults
	}
	for i := 1; i < len(faults); i++ { // insertion sort: there are few, and equal offsets keep their order
		for j := i; j > 0 && faults[j].Offset < faults[j-1].Offset; j-- {
			faults[j], faults[j-1] = faults[j-1], faults[j]
		}
	}
	return faults
}

// Check finds why no document could hold a value that a program made: what is missing, out of range or no choice. The
// faults are those of reading the document, in its order, without offsets. No value at all is a fault, and so is a rule
// that holds itself.
func Check[T any](v *T, bind func(*T, *Fields)) []Fault {
	if v == nil {
		return []Fault{{Kind: FaultNothing}}
	}
	f := Fields{mode: checking, all: &shared{}, at: &path{}}
	bind(v, &f)
	return f.all.faults
}

// child is the place of a member.
//
//figures:without name
func (f *Fields) child(name string) *path {
	if figures.Only {
		return nil
	}
	return &path{parent: f.at, name: name}
}

// Append appends a value as a canonical, indented document.
func Append[T any](b []byte, v *T, bind func(*T, *Fields)) []byte {
	w := Writer{buf: b, indent: true}
	Write(&w, v, bind)
	return w.Bytes()
}

// WriteTo writes a value as a canonical, indented document in pieces, so that a large document is never in memory as a
// whole. The error is the first one of the destination.
func WriteTo[T any](to io.Writer, v *T, bind func(*T, *Fields)) error {
	w := Writer{indent: true, to: to}
	Write(&w, v, bind)
	w.buf = append(w.buf, '\n')
	w.handOn()
	return w.err
}

// Write writes a value as a document.
func Write[T any](w *Writer, v *T, bind func(*T, *Fields)) {
	f := Fields{mode: writing, w: w}
	f.writeObject(func(g *Fields) { bind(v, g) })
}
