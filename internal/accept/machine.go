package accept

// Program is a compiled schema. It does not change and may be used by many goroutines.
type Program struct {
	root  *node
	depth int // levels of nesting that may stand below
}

// Member is the program of the values of a member, for a program that reads one kind of object.
func (p *Program) Member(name string) (*Program, bool) {
	if p.root.op != opObject {
		return nil, false
	}
	for i := range p.root.object.members {
		if m := &p.root.object.members[i]; m.key.text == `"`+name+`":` {
			return &Program{root: m.node, depth: p.depth - 1}, true
		}
	}
	return nil, false
}

// Items is the program of the items, for a program that reads an array.
func (p *Program) Items() (*Program, bool) {
	if p.root.op != opArray || p.root.array.unique {
		return nil, false
	}
	return &Program{root: p.root.array.item, depth: p.depth - 1}, true
}

// Captured is one captured member of an accepted document, in document order.
type Captured struct {
	Slot       int   // which of the captured members, in the order in which they were asked for
	Start, End int   // the value with its quotation marks, as it is written
	Value      int64 // a whole number, or the place of a text in its enum
}

// Machine reads documents with a program. It keeps its memory from one document to the next, so that
// reading does not allocate; a machine belongs to one goroutine.
type Machine struct {
	program  *Program
	captures []Captured
	value    int64 // of the number or enum that was read last
	scratch  []byte
	spans    []span
	line     bool // a value does not go on behind a line feed
}

type span struct{ start, end int }

// NewMachine makes a machine.
func (p *Program) NewMachine() *Machine {
	return &Machine{program: p, scratch: make([]byte, 0, 256), captures: make([]Captured, 0, 16), spans: make([]span, 0, 16)}
}

// Accept reports whether doc is proven to be one valid document. Whoever reads many uses a [Machine].
func (p *Program) Accept(doc []byte) bool { return p.NewMachine().Accept(doc) }

// Accept reports whether doc is proven to be one valid document, with nothing but white space around it.
func (m *Machine) Accept(doc []byte) bool {
	m.line = false
	end := m.Value(doc, 0)
	return end >= 0 && m.space(doc, end) == len(doc)
}

// Line reads one record of lines that begins at i and returns the place behind its line feed, or the
// length of b when the last line has none. It is negative when the record is not proven to be valid.
func (m *Machine) Line(b []byte, i int) int {
	m.line = true
	end := m.Value(b, i)
	if end < 0 {
		return -1
	}
	if end < len(b) && b[end] == '\n' {
		return end + 1
	}
	for end < len(b) && (b[end] == ' ' || b[end] == '\t' || b[end] == '\r') {
		end++
	}
	switch {
	case end == len(b):
		return end
	case b[end] == '\n':
		return end + 1
	}
	return -1
}

// Value reads one value that begins at or behind i and returns the place behind it, which is negative
// when it is not proven to be valid. What follows is not looked at.
func (m *Machine) Value(b []byte, i int) int {
	m.captures = m.captures[:0]
	m.spans = m.spans[:0]
	return m.read(m.program.root, b, m.space(b, i), m.program.depth)
}

// Captures are the captured members of the value that was accepted last. They hold until the next one is read.
func (m *Machine) Captures() []Captured { return m.captures }

// space is the place of the first byte from i on that is no white space.
func (m *Machine) space(b []byte, i int) int {
	for i < len(b) {
		switch c := b[i]; {
		case c > ' ':
			return i
		case c == ' ' || c == '\t':
		case (c == '\n' || c == '\r') && !m.line:
		default:
			return i
		}
		i++
	}
	return i
}

// read reads the value at i, where no white space is left, and returns the place behind it; negative
// when it is not accepted.
func (m *Machine) read(n *node, b []byte, i, depth int) int {
	if uint(i) >= uint(len(b)) {
		return -1
	}
	c := b[i]
	switch n.op {
	case opFree:
		if c == '"' {
			return n.text.free(b, i+1)
		}
	case opText:
		if c == '"' {
			if end := n.text.matched(b, i+1); end >= 0 && n.passes(b, i, end) {
				return end
			}
			return m.escaped(n, b, i+1)
		}
	case opChain:
		if c == '"' {
			if end := n.text.chain.read(b, i+1); end >= 0 && (!n.text.date || isDate(b[i+1:end-1])) && n.passes(b, i, end) {
				return end
			}
			return m.escaped(n, b, i+1)
		}
	case opRun:
		if c == '"' {
			if end := n.text.run.read(b, i+1); end >= 0 && n.passes(b, i, end) {
				return end
			}
			return m.escaped(n, b, i+1)
		}
	case opSet:
		if c == '"' {
			if k, end := n.set.find(b, i+1); k >= 0 {
				m.value = int64(k)
				return end + 1
			}
			return m.escaped(n, b, i+1)
		}
	case opWhole:
		if c-'0' <= 9 || c == '-' {
			end, v := n.number.whole(b, i)
			m.value = v
			return end
		}
	case opNumber:
		if c-'0' <= 9 || c == '-' {
			return n.number.decimal(b, i)
		}
	case opBool:
		switch {
		case c == 't' && n.bool&2 != 0:
			return literal(b, i, "true")
		case c == 'f' && n.bool&1 != 0:
			return literal(b, i, "false")
		}
	case opArray:
		if c == '[' {
			return m.items(n.array, b, i+1, depth-1)
		}
	case opObject:
		if c == '{' {
			return m.members(n.object, b, i+1, depth-1)
		}
	case opChoice:
		if c == '{' {
			if branch := m.branch(n.choice, b, i); branch != nil {
				return m.read(branch, b, i, depth)
			}
			return -1
		}
	case opMixed:
		if k := kindOf(c); k >= 0 && n.mixed[k] != nil {
			return m.read(n.mixed[k], b, i, depth)
		}
	case opTry:
		captures := len(m.captures)
		for _, one := range n.tries {
			if end := m.read(one, b, i, depth); end >= 0 {
				return end
			}
			m.captures = m.captures[:captures]
		}
	}
	if c == 'n' && n.null {
		return literal(b, i, "null")
	}
	return -1
}

// passes reports whether the string from i to end is not suspect.
func (n *node) passes(b []byte, i, end int) bool {
	return n.suspect == nil || !n.suspect(b[i+1:end-1])
}

// kindOf is the index of the kind of the value that begins with c.
func kindOf(c byte) int {
	switch {
	case c == '"':
		return 3
	case c == '{':
		return 5
	case c == '[':
		return 4
	case c == '-' || c >= '0' && c <= '9':
		return 2
	case c == 't' || c == 'f':
		return 1
	}
	return -1
}

func literal(b []byte, i int, name string) int {
	if end := i + len(name); end <= len(b) && string(b[i:end]) == name {
		return end
	}
	return -1
}

// escaped decodes a string that begins at i, behind its quotation mark, and has escapes, and reads it again.
func (m *Machine) escaped(n *node, b []byte, i int) int {
	end := m.decode(b, i)
	if end < 0 || n.suspect != nil && n.suspect(m.scratch) {
		return -1
	}
	switch n.op {
	case opText:
		if n.text.decoded(m.scratch) {
			return end
		}
	case opChain:
		if n.text.chain.match(m.scratch) && (!n.text.date || isDate(m.scratch)) {
			return end
		}
	case opRun:
		if n.text.run.match(m.scratch) {
			return end
		}
	case opSet:
		if k := n.set.index(m.scratch); k >= 0 {
			m.value = int64(k)
			return end
		}
	}
	return -1
}

// decode writes the string that begins at i to scratch and returns the place behind its closing
// quotation mark; negative when it is not sound or has no escapes at all.
func (m *Machine) decode(b []byte, i int) int {
	m.scratch = m.scratch[:0]
	start, any := i, false
	for i < len(b) && i-start <= maxText {
		switch c := b[i]; {
		case c == '"':
			if !any {
				return -1
			}
			return i + 1
		case c == '\\':
			n, _ := escape(b, i)
			if n == 0 {
				return -1
			}
			any = true
			m.scratch = appendEscape(m.scratch, b[i:i+n])
			i += n
		case c < 0x20:
			return -1
		case c < 0x80:
			m.scratch = append(m.scratch, c)
			i++
		default:
			n := wide(b, i)
			if n == 0 {
				return -1
			}
			m.scratch = append(m.scratch, b[i:i+n]...)
			i += n
		}
	}
	return -1
}
