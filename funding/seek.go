package funding

import "strings"

// seek finds where something stands in a sorted list, or would stand:
//
//	s := seekIn(len(list), guess)
//	for s.on() {
//		s.compared(strings.Compare(list[s.at], text))
//	}
//
// ends with the place in s.at, and in s.found whether it stands there. A map, and a function that compares, take several times as
// long in the browser.
type seek struct {
	low, high int // it stands from low on and before high
	at        int // what is to be compared
	found     bool
}

// seekIn begins to seek in a list of n. It looks at the guess first, as lists are mostly walked in their order.
func seekIn(n, guess int) seek {
	return seek{high: n, at: max(min(guess, n-1), 0)}
}

// on reports whether there is something to compare.
func (s *seek) on() bool { return s.low < s.high }

// compared says how the item at s.at compares to what is looked for. Not inlined, so that the small build of the
// browser holds its code once.
//
//go:noinline
func (s *seek) compared(c int) {
	switch {
	case c == 0:
		s.found, s.low, s.high = true, s.at, s.at
	case c < 0:
		s.low = s.at + 1
	default:
		s.high = s.at
	}
	s.at = (s.low + s.high) / 2
}

// insert puts an item at a place in a list.
func insert[T any](list []T, at int, item T) []T {
	list = append(list, item)
	copy(list[at+1:], list[at:])
	list[at] = item
	return list
}

// seekText seeks a text in a sorted list.
func seekText(list []string, guess int, text string) seek {
	s := seekIn(len(list), guess)
	for s.on() {
		s.compared(strings.Compare(list[s.at], text))
	}
	return s
}

// insertSorted puts a text into a sorted list, once, and gives its place; it looks at the guess first.
func insertSorted(list []string, guess int, text string) ([]string, int) {
	s := seekText(list, guess, text)
	if !s.found {
		list = insert(list, s.at, text)
	}
	return list, s.at
}
