package funding

// set is a set of codes: of municipalities, of sites. It remembers what it was asked for last, as lists are mostly
// walked in their order.
type set[C interface{ Compare(C) int }] struct {
	codes []C // in order
	last  int // where the code stands that was asked for last, or would stand
	ahead int // how far after it the next one is looked for first: 1 when codes follow one another, 0 when they are repeated
}

// has reports whether a code is in the set. A nil set holds nothing.
func (s *set[C]) has(code C) bool {
	if s == nil {
		return false
	}
	q := seekIn(len(s.codes), s.last+s.ahead)
	for q.on() {
		q.compared(s.codes[q.at].Compare(code))
	}
	s.last = q.at
	return q.found
}

// add puts a code into the set.
func (s *set[C]) add(code C) {
	if !s.has(code) {
		s.codes = insert(s.codes, s.last, code)
	}
}
