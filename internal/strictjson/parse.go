package strictjson

import (
	"strconv"
	"unicode/utf8"
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
	Text    string   // String: decoded; Number: as written; Bool: "true" or "false"
	Members []Member // Object, in document order
	Items   []Value  // Array
	Offset  int
}

// Member is one member of an object.
type Member struct {
	Name   string
	Value  Value
	Offset int
	used   bool // a binder has asked for it
}

type parser struct {
	data   string
	at     int
	lim    Limits
	depth  int
	faults []Fault
	failed bool

	members []Member // of the objects that are open, the inner ones last
	items   []Value  // of the arrays that are open
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
	p.items = make([]Value, 1, 16)
	p.item(&root)
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
	return p.items[0], p.faults
}

func (p *parser) fail(kind *FaultKind, at *path, params ...string) {
	if p.failed {
		return
	}
	p.failed = true
	p.faults = append(p.faults, Fault{Kind: kind, Pointer: at.pointer(), Offset: p.at, Params: params})
}

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

// item reads the value that stands last in the items. What a value holds is read before it is put in its place, as the
// items move when they grow.
func (p *parser) item(at *path) {
	last := len(p.items) - 1
	v := &p.items[last]
	c := p.next()
	v.Kind, v.Text, v.Members, v.Items, v.Offset = Null, "", nil, nil, p.at
	switch c {
	case '{':
		members := p.object(at)
		v = &p.items[last]
		v.Kind, v.Members = Object, members
	case '[':
		items := p.array(at)
		v = &p.items[last]
		v.Kind, v.Items = Array, items
	default:
		p.scalar(v, at, c)
	}
}

// member reads the value of the member that stands last, as item does.
func (p *parser) member(at *path) {
	last := len(p.members) - 1
	v := &p.members[last].Value
	c := p.next()
	v.Kind, v.Text, v.Members, v.Items, v.Offset = Null, "", nil, nil, p.at
	switch c {
	case '{':
		members := p.object(at)
		v = &p.members[last].Value
		v.Kind, v.Members = Object, members
	case '[':
		items := p.array(at)
		v = &p.members[last].Value
		v.Kind, v.Items = Array, items
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

func (p *parser) object(at *path) []Member {
	if !p.enter(at) {
		return nil
	}
	start := len(p.members)
	p.inObject(at, start)
	members := make([]Member, len(p.members)-start)
	copy(members, p.members[start:])
	p.members = p.members[:start]
	return members
}

// inObject reads the members of an object up to its end; they stand in p.members from start on.
func (p *parser) inObject(at *path, start int) {
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
		last := len(p.members)
		if last-start >= p.lim.Members {
			p.fail(FaultMembers, at, "limit", strconv.Itoa(p.lim.Members))
			return
		}
		here.name = name
		for i := start; i < last; i++ {
			if other := p.members[i].Name; len(other) == len(name) && other == name {
				p.faults = append(p.faults, Fault{Kind: FaultDuplicate, Pointer: here.pointer(), Offset: offset, Params: []string{"name", name}})
				break
			}
		}
		if last == cap(p.members) {
			p.members = append(p.members, Member{})
		} else {
			p.members = p.members[:last+1]
		}
		m := &p.members[last]
		m.Name, m.Offset, m.used = name, offset, false
		p.member(&here)
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

func (p *parser) array(at *path) []Value {
	if !p.enter(at) {
		return nil
	}
	start := len(p.items)
	p.inArray(at, start)
	items := make([]Value, len(p.items)-start)
	copy(items, p.items[start:])
	p.items = p.items[:start]
	return items
}

// inArray reads the items of an array up to its end; they stand in p.items from start on.
func (p *parser) inArray(at *path, start int) {
	if p.next() == ']' {
		p.at++
		p.depth--
		return
	}
	here := path{parent: at, item: true}
	for !p.failed {
		last := len(p.items)
		if last-start >= p.lim.Items {
			p.fail(FaultItems, at, "limit", strconv.Itoa(p.lim.Items))
			return
		}
		here.index = last - start
		if last == cap(p.items) {
			p.items = append(p.items, Value{})
		} else {
			p.items = p.items[:last+1]
		}
		p.item(&here)
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

func (p *parser) number(at *path) string {
	start, digits := p.at, 0
	if p.data[p.at] == '-' {
		p.at++
	}
	run := func() int {
		n := 0
		for p.at < len(p.data) && p.data[p.at] >= '0' && p.data[p.at] <= '9' {
			p.at++
			n++
		}
		return n
	}
	first := p.at
	if digits = run(); digits == 0 {
		p.expect(`0-9`, at)
		return ""
	}
	if p.data[first] == '0' && digits > 1 {
		p.at = first
		p.fail(FaultZeros, at)
		return ""
	}
	if p.at < len(p.data) && p.data[p.at] == '.' {
		p.at++
		n := run()
		if n == 0 {
			p.expect(`0-9`, at)
			return ""
		}
		digits += n
	}
	end := p.at
	if p.at < len(p.data) && (p.data[p.at] == 'e' || p.data[p.at] == 'E') {
		p.at = start
		p.fail(FaultExponent, at)
		return ""
	}
	if digits > p.lim.Digits {
		p.at = start
		p.fail(FaultNumber, at, "limit", strconv.Itoa(p.lim.Digits))
		return ""
	}
	return p.data[start:end]
}

// text reads a string; p.at stands on the opening quote.
func (p *parser) text(at *path) string {
	p.at++
	start := p.at
	data := p.data[:min(len(p.data), start+p.lim.Text+1)]
	for p.at < len(data) {
		i := p.at
		for i < len(data) && isPlain(data[i]) {
			i++
		}
		p.at = i
		if i == len(data) {
			break
		}
		switch c := data[i]; {
		case c == '"':
			p.at++
			return data[start:i]
		case c == '\\':
			return p.escaped(start, at)
		case c < 0x20:
			p.fail(FaultRaw, at)
			return ""
		default:
			if !p.rune(at) {
				return ""
			}
		}
	}
	if p.at < len(p.data) {
		p.fail(FaultText, at, "limit", strconv.Itoa(p.lim.Text))
		return ""
	}
	p.expect(`"`, at)
	return ""
}

func (p *parser) rune(at *path) bool {
	r, size := utf8.DecodeRuneInString(p.data[p.at:])
	if r == utf8.RuneError && size <= 1 {
		p.fail(FaultUTF8, at)
		return false
	}
	p.at += size
	return true
}

// escaped goes on with a string at its first backslash.
func (p *parser) escaped(start int, at *path) string {
	out := append([]byte(nil), p.data[start:p.at]...)
	for p.at < len(p.data) {
		if p.at-start > p.lim.Text {
			p.fail(FaultText, at, "limit", strconv.Itoa(p.lim.Text))
			return ""
		}
		c := p.data[p.at]
		switch {
		case c == '"':
			p.at++
			return string(out)
		case c < 0x20:
			p.fail(FaultRaw, at)
			return ""
		case c != '\\':
			from := p.at
			if c < utf8.RuneSelf {
				p.at++
			} else if !p.rune(at) {
				return ""
			}
			out = append(out, p.data[from:p.at]...)
			continue
		}
		if p.at+1 >= len(p.data) {
			break
		}
		p.at += 2
		switch e := p.data[p.at-1]; e {
		case '"', '\\', '/':
			out = append(out, e)
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, ok := p.hex()
			if ok && r >= 0xDC00 && r <= 0xDFFF {
				p.fail(FaultSurrogate, at)
				return ""
			}
			if ok && r >= 0xD800 && r <= 0xDBFF {
				if p.at+1 >= len(p.data) || p.data[p.at] != '\\' || p.data[p.at+1] != 'u' {
					p.fail(FaultSurrogate, at)
					return ""
				}
				p.at += 2
				low, lowOK := p.hex()
				if lowOK && (low < 0xDC00 || low > 0xDFFF) {
					p.fail(FaultSurrogate, at)
					return ""
				}
				r, ok = 0x10000+(r-0xD800)<<10+(low-0xDC00), lowOK
			}
			if !ok {
				p.expect(`0-9 a-f`, at)
				return ""
			}
			if r == 0 {
				p.fail(FaultNUL, at)
				return ""
			}
			out = utf8.AppendRune(out, r)
		default:
			p.at--
			p.expect(`" \\ / b f n r t u`, at)
			return ""
		}
	}
	p.expect(`"`, at)
	return ""
}

func (p *parser) hex() (rune, bool) {
	if len(p.data)-p.at < 4 {
		return 0, false
	}
	var r rune
	for _, c := range []byte(p.data[p.at : p.at+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	p.at += 4
	return r, true
}
