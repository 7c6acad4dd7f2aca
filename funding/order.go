package funding

import "slices"

// insertText puts a text into a list in order, once.
func insertText(list []string, text string) []string {
	i, found := slices.BinarySearch(list, text)
	if !found {
		list = slices.Insert(list, i, text)
	}
	return list
}
