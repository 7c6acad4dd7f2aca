package funding

import "slices"

// set is a set of codes: of municipalities, of sites. A nil set holds nothing.
type set[C interface{ Compare(C) int }] struct {
	codes []C // in order
}

// has reports whether a code is in the set.
func (s *set[C]) has(code C) bool {
	if s == nil {
		return false
	}
	_, found := slices.BinarySearchFunc(s.codes, code, C.Compare)
	return found
}

// add puts a code into the set.
func (s *set[C]) add(code C) {
	if i, found := slices.BinarySearchFunc(s.codes, code, C.Compare); !found {
		s.codes = slices.Insert(s.codes, i, code)
	}
}
