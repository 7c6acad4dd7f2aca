package accept

import "math/bits"

// name is the member whose name stands at i, and the place behind its colon; -1 when there is no such member.
// The names end in a quotation mark and a colon when no space stands between.
func (m *Machine) name(o *object, b []byte, i int) (k, end int) {
	if uint(i) >= uint(len(b)) || b[i] != '"' {
		return -1, 0
	}
	if k = o.keys.find(b, i+1); k >= 0 { // the colon follows at once
		return k, i + len(o.members[k].key.text)
	}
	if k, i = o.names.find(b, i+1); k < 0 {
		return -1, 0
	}
	if i = m.space(b, i+1); i >= len(b) || b[i] != ':' {
		return -1, 0
	}
	return k, i + 1
}

// members reads an object; i is behind its opening brace. A member that is not where the order of the
// schema puts it is looked up; one that was seen before, or that no schema names, ends the proof.
func (m *Machine) members(o *object, b []byte, i, depth int) int {
	if depth < 0 {
		return -1
	}
	var seen uint64
	next := 0
	if uint(i) < uint(len(b)) && b[i] <= ' ' {
		i = m.space(b, i)
	}
	if uint(i) < uint(len(b)) && b[i] == '}' {
		return o.end(seen, i+1)
	}
	for {
		k := next
		if k < len(o.members) && o.members[k].key.here(b, i) {
			i += len(o.members[k].key.text)
		} else if k, i = m.name(o, b, i); k < 0 {
			return -1
		}
		bit := uint64(1) << (k & 63)
		if seen&bit != 0 {
			return -1
		}
		seen |= bit
		next = k + 1
		if uint(i) < uint(len(b)) && b[i] <= ' ' {
			if i++; uint(i) < uint(len(b)) && b[i] <= ' ' || b[i-1] != ' ' {
				i = m.space(b, i-1)
			}
		}
		p := &o.members[k]
		start := i
		if i = m.read(p.node, b, i, depth); i < 0 {
			return -1
		}
		if p.slot != 0 {
			m.captures = append(m.captures, Captured{int(p.slot) - 1, start, i, m.value})
		}
		if uint(i) >= uint(len(b)) {
			return -1
		}
		if b[i] <= ' ' {
			if i = m.space(b, i); i >= len(b) {
				return -1
			}
		}
		switch b[i] {
		case ',':
			i++
			if uint(i) < uint(len(b)) && b[i] <= ' ' {
				if i++; uint(i) < uint(len(b)) && b[i] <= ' ' || b[i-1] != ' ' {
					i = m.space(b, i-1)
				}
			}
		case '}':
			return o.end(seen, i+1)
		default:
			return -1
		}
	}
}

// end is the place behind the object when the members that were seen may be all of them.
func (o *object) end(seen uint64, i int) int {
	if seen&o.required != o.required {
		return -1
	}
	if o.low > 0 || o.high < len(o.members) {
		if n := bits.OnesCount64(seen); n < o.low || n > o.high {
			return -1
		}
	}
	return i
}
