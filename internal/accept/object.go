package accept

import (
	"encoding/binary"
	"math/bits"
)

// prepare fills in the words of the key.
func (p *member) prepare() {
	n := len(p.key)
	p.mask = ^uint64(0)
	var padded [8]byte
	copy(padded[:], p.key)
	p.words[0] = binary.LittleEndian.Uint64(padded[:])
	at := func(i int) uint64 { return binary.LittleEndian.Uint64([]byte(p.key[i : i+8])) }
	switch {
	case n < 8:
		p.count, p.mask = 1, 1<<(8*uint(n))-1
	case n == 8:
		p.count = 1
	case n <= 16:
		p.count, p.words[1] = 2, at(n-8)
	case n <= 24:
		p.count, p.words[1], p.words[2] = 3, at(8), at(n-8)
	}
}

// here reports whether the key of the member stands at i, as it is written, with its colon.
func (p *member) here(b []byte, i int) bool {
	if (word(b, i)^p.words[0])&p.mask != 0 {
		return false
	}
	switch p.count {
	case 1:
		return true
	case 2:
		return word(b, i+len(p.key)-8) == p.words[1]
	case 3:
		return word(b, i+8) == p.words[1] && word(b, i+len(p.key)-8) == p.words[2]
	}
	end := i + len(p.key)
	return end <= len(b) && string(b[i:end]) == p.key
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
		var k int
		switch {
		case next < len(o.members) && o.members[next].here(b, i):
			k = next
			i += len(o.members[k].key)
		case next+1 < len(o.members) && o.members[next+1].here(b, i):
			k = next + 1
			i += len(o.members[k].key)
		default:
			if uint(i) >= uint(len(b)) || b[i] != '"' {
				return -1
			}
			if k, i = o.names.find(b, i+1); k < 0 {
				return -1
			}
			i++
			if uint(i) >= uint(len(b)) || b[i] != ':' {
				if i = m.space(b, i); i >= len(b) || b[i] != ':' {
					return -1
				}
			}
			i++
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
			m.captures = append(m.captures, Capture{int(p.slot) - 1, start, i, m.value})
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
	for _, t := range o.together {
		if seen&t.has != 0 && seen&t.wants != t.wants {
			return -1
		}
	}
	if o.low > 0 || o.high < len(o.members) {
		if n := bits.OnesCount64(seen); n < o.low || n > o.high {
			return -1
		}
	}
	return i
}
