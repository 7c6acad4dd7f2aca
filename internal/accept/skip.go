package accept

import "bytes"

// Skip is the place behind the value that begins at i, or negative when b ends before it does. It looks
// at strings and brackets only, so it says where a value ends, not whether it is sound.
func Skip(b []byte, i int) int {
	depth := 0
	for i < len(b) {
		switch b[i] {
		case '"':
			if i = skipString(b, i+1); i < 0 {
				return -1
			}
			if depth == 0 {
				return i
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth < 0 {
				return i
			}
			if depth == 0 {
				return i + 1
			}
		case ',', ':', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return -1
}

// skipString is the place behind the string whose opening quotation mark is before i.
func skipString(b []byte, i int) int {
	for {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			return -1
		}
		end := i + n
		slashes := 0
		for end-slashes > i && b[end-slashes-1] == '\\' {
			slashes++
		}
		i = end + 1
		if slashes%2 == 0 {
			return i
		}
	}
}

// branch is the schema of the object at i that its discriminating member names; nil when there is no such schema.
// The branch reads the object from its begin and checks that member as well, so a wrong guess does no harm.
func (m *Machine) branch(c *choice, b []byte, i int) *node {
	i = m.space(b, i+1)
	for i < len(b) && b[i] == '"' {
		end := skipString(b, i+1)
		if end < 0 {
			return nil
		}
		found := string(b[i:end]) == c.key
		if i = m.space(b, end); i >= len(b) || b[i] != ':' {
			return nil
		}
		i = m.space(b, i+1)
		if found {
			if i >= len(b) || b[i] != '"' {
				return nil
			}
			k, _ := c.values.find(b, i+1)
			if k < 0 {
				if m.decode(b, i+1) < 0 {
					return nil
				}
				if k = c.values.index(m.scratch); k < 0 {
					return nil
				}
			}
			return c.branch[k]
		}
		if i = Skip(b, i); i < 0 {
			return nil
		}
		if i = m.space(b, i); i >= len(b) || b[i] != ',' {
			return nil
		}
		i = m.space(b, i+1)
	}
	return nil
}
