package funding

import "strings"

// place finds where something stands in a sorted list of n, or would stand: compare says how the item at i compares to it.
// It looks at the guess first, as lists are mostly walked in their order; a map takes several times as long in the browser.
func place(n, guess int, compare func(i int) int) (int, bool) {
	low, high := 0, n
	for at := min(guess, n-1); low < high; at = (low + high) / 2 {
		switch c := compare(at); {
		case c == 0:
			return at, true
		case c < 0:
			low = at + 1
		default:
			high = at
		}
	}
	return low, false
}

// insert puts an item at a place in a list.
func insert[T any](list []T, at int, item T) []T {
	list = append(list, item)
	copy(list[at+1:], list[at:])
	list[at] = item
	return list
}

// insertSorted puts a text into a sorted list, once, and gives its place; it looks at the guess first.
func insertSorted(list []string, guess int, text string) ([]string, int) {
	at, there := place(len(list), guess, func(i int) int { return strings.Compare(list[i], text) })
	if there {
		return list, at
	}
	return insert(list, at, text), at
}
