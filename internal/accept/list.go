package accept

import "bytes"

// items reads an array; i is behind its opening bracket.
func (m *Machine) items(a *array, b []byte, i, depth int) int {
	if depth < 0 {
		return -1
	}
	if uint(i) < uint(len(b)) && b[i] <= ' ' {
		i = m.space(b, i)
	}
	if uint(i) < uint(len(b)) && b[i] == ']' {
		if a.low > 0 {
			return -1
		}
		return i + 1
	}
	n, mine := 0, len(m.spans)
	for {
		start := i
		if i = m.read(a.item, b, i, depth); i < 0 {
			return -1
		}
		n++
		if a.unique {
			if !m.another(b, mine, start, i) {
				return -1
			}
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
				i = m.space(b, i)
			}
		case ']':
			m.spans = m.spans[:mine]
			if n < a.low || n > a.high {
				return -1
			}
			return i + 1
		default:
			return -1
		}
	}
}

// another notes an item of a list without equal items, and reports whether it is another than all
// before it. Two texts without escapes are equal when their bytes are; one with escapes is not compared.
func (m *Machine) another(b []byte, mine, start, end int) bool {
	item := b[start:end]
	if item[0] == '"' && bytes.IndexByte(item, '\\') >= 0 || len(m.spans)-mine >= maxUnique {
		return false
	}
	for _, s := range m.spans[mine:] {
		if bytes.Equal(b[s.start:s.end], item) {
			return false
		}
	}
	m.spans = append(m.spans, span{start, end})
	return true
}
