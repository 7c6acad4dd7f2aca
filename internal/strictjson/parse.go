package strictjson

import (
	"strconv"
)

// Kind is the kind of a JSON value.
type Kind uint8

const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// Value is one JSON value with its place in the document.
type Value struct {
	Kind    Kind
	used    bool     // as a member: a binder has asked for it; beside Kind it takes no room. Never set while parsing
	Text    string   // String: decoded; Number: as written; Bool: "true" or "false"
	Members []Member // Object and Array, in document order
	Offset  int
}

// Member is one member of an object, or an item of an array, which has no name.
type Member struct {
	Name   string
	Value  Value
	Offset int // of the name
}

// Item is item i of an array.
func (v *Value) Item(i int) *Value { return &v.Members[i].Value }

type parser struct {
	data   string
	at     int
	lim    Limits
	depth  int
	faults []Fault
	failed bool

	open []Member // of the objects and arrays that are open, the inner ones last
}

// Parse reads one document. With faults the value holds what was read before the first fault of syntax. The texts of
// the value are parts of one copy of the document, which stays in memory as long as one of them.
func Parse(document []byte, lim Limits) (Value, []Fault) {
	p := parser{lim: lim.withDefaults()}
	root := path{}
	if len(document) > p.lim.Bytes {
		p.fail(FaultTooLarge, &root, "limit", strconv.Itoa(p.lim.Bytes))
		return Value{}, p.faults
	}
	data := string(document)
	p.data = data
	if len(data) >= 3 && data[:3] == "\uFEFF" {
		p.fail(FaultBOM, &root)
		return Value{}, p.faults
	}
	p.space()
	if p.at == len(data) {
		p.fail(FaultEmpty, &root)
		return Value{}, p.faults
	}
	p.open = make([]Member, 1, 32)
	p.value(&root)
	if !p.failed {
		p.space()
		if p.at < len(data) {
			if data[p.at] == 0 {
				p.fail(FaultNUL, &root)
			} else {
				p.fail(FaultTrailing, &root)
			}
		}
	}
	return p.open[0].Value, p.faults
}

// fail notes the first fault, behind which nothing is read.
//
//figures:without at params
func (p *parser) fail(kind *FaultKind, at *path, params ...string) {
	if p.failed {
		return
	}
	p.failed = true
	p.faults = append(p.faults, Fault{Kind: kind, Pointer: at.pointer(), Offset: p.at, Params: params})
}

// expect fails for what should stand here.
//
//figures:without what at
func (p *parser) expect(what string, at *path) {
	if p.at < len(p.data) && p.data[p.at] == 0 {
		p.fail(FaultNUL, at)
		return
	}
	p.fail(FaultSyntax, at, "expected", what)
}

func (p *parser) space() {
	for p.at < len(p.data) {
		switch p.data[p.at] {
		case ' ', '\t', '\n', '\r':
			p.at++
		default:
			return
		}
	}
}

// next passes over blanks and gives the byte behind them; 0 is the end of the document, or a byte that fits nowhere.
func (p *parser) next() byte {
	if p.at < len(p.data) && p.data[p.at] <= ' ' {
		p.space()
	}
	if p.at == len(p.data) {
		return 0
	}
	return p.data[p.at]
}

// value reads the value of the member that stands last. What a value holds is read before it is put in its place, as
// the members move when they grow.
func (p *parser) value(at *path) {
	last := len(p.open) - 1
	v := &p.open[last].Value
	c := p.next()
	v.Kind, v.Text, v.Members, v.Offset = Null, "", nil, p.at
	switch c {
	case '{', '[':
		members := p.members(at, c)
		v = &p.open[last].Value
		v.Kind, v.Members = Object, members
		if c == '[' {
			v.Kind = Array
		}
	default:
		p.scalar(v, at, c)
	}
}

// scalar reads a value that holds no other values and begins with c.
func (p *parser) scalar(v *Value, at *path, c byte) {
	switch {
	case c == '"':
		v.Kind = String
		v.Text = p.text(at)
	case c == '-' || c >= '0' && c <= '9':
		v.Kind = Number
		v.Text = p.number(at)
	case c == 't':
		v.Kind, v.Text = Bool, p.word("true", at)
	case c == 'f':
		v.Kind, v.Text = Bool, p.word("false", at)
	case c == 'n':
		v.Kind, v.Text = Null, p.word("null", at)
	default:
		p.expect(`{ [ " 0-9 true false null`, at)
	}
}

func (p *parser) word(w string, at *path) string {
	if len(p.data)-p.at < len(w) || p.data[p.at:p.at+len(w)] != w {
		p.expect(w, at)
		return ""
	}
	p.at += len(w)
	return w
}

func (p *parser) enter(at *path) bool {
	p.depth++
	if p.depth > p.lim.Depth {
		p.fail(FaultDepth, at, "limit", strconv.Itoa(p.lim.Depth))
		return false
	}
	p.at++
	return true
}

// members reads an object or an array, which begins with c.
func (p *parser) members(at *path, c byte) []Member {
	if !p.enter(at) {
		return nil
	}
	start := len(p.open)
	if c == '{' {
		p.object(at, start)
	} else {
		p.array(at, start)
	}
	members := make([]Member, len(p.open)-start)
	copy(members, p.open[start:])
	p.open = p.open[:start]
	return members
}

// add puts a member behind those that are open.
func (p *parser) add(name string, offset int) {
	last := len(p.open)
	if last == cap(p.open) {
		p.open = append(p.open, Member{})
	} else {
		p.open = p.open[:last+1]
	}
	p.open[last].Name, p.open[last].Offset = name, offset
}

// object reads the members of an object up to its end; they are open from start on.
func (p *parser) object(at *path, start int) {
	if p.next() == '}' {
		p.at++
		p.depth--
		return
	}
	here := path{parent: at}
	for !p.failed {
		if p.next() != '"' {
			p.expect(`"`, at)
			return
		}
		offset := p.at
		name := p.text(at)
		if p.failed {
			return
		}
		if p.next() != ':' {
			p.expect(`:`, at)
			return
		}
		p.at++
		last := len(p.open)
		if last-start >= p.lim.Members {
			p.fail(FaultMembers, at, "limit", strconv.Itoa(p.lim.Members))
			return
		}
		here.name = name
		for i := start; i < last; i++ {
			if other := p.open[i].Name; len(other) == len(name) && other == name {
				p.faults = append(p.faults, Fault{Kind: FaultDuplicate, Pointer: here.pointer(), Offset: offset, Params: []string{"name", Shown(name)}})
				break
			}
		}
		p.add(name, offset)
		p.value(&here)
		if p.failed {
			return
		}
		switch p.next() {
		case ',':
			p.at++
			continue
		case '}':
			p.at++
			p.depth--
			return
		}
		p.expect(`, }`, at)
	}
}

// array reads the items of an array up to its end; they are open from start on.
func (p *parser) array(at *path, start int) {
	if p.next() == ']' {
		p.at++
		p.depth--
		return
	}
	here := path{parent: at, item: true}
	for !p.failed {
		last := len(p.open)
		if last-start >= p.lim.Items {
			p.fail(FaultItems, at, "limit", strconv.Itoa(p.lim.Items))
			return
		}
		here.index = last - start
		p.add("", 0)
		p.value(&here)
		if p.failed {
			return
		}
		switch p.next() {
		case ',':
			p.at++
			continue
		case ']':
			p.at++
			p.depth--
			return
		}
		p.expect(`, ]`, at)
	}
}
