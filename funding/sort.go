package funding

// insertSorted puts a text into a sorted list, once.
func insertSorted(list []string, text string) []string {
	low, high := 0, len(list)
	for low < high {
		middle := (low + high) / 2
		if list[middle] < text {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < len(list) && list[low] == text {
		return list
	}
	list = append(list, "")
	copy(list[low+1:], list[low:])
	list[low] = text
	return list
}
