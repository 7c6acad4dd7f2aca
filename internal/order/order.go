// Package order sorts in a small program. The generic sort of the standard library is made
// anew for every type, about two kilobytes of a compressed browser build each time; this one
// is there once.
package order

// Sort sorts n items by heap sort: at most about 2 n log n comparisons, no memory, no
// recursion. It is not stable: less must be a total order, so that equal input gives
// equal output.
func Sort(n int, less func(i, j int) bool, swap func(i, j int)) {
	sorted := 1
	for sorted < n && !less(sorted, sorted-1) {
		sorted++
	}
	if sorted >= n {
		return // mostly
	}
	for root := n/2 - 1; root >= 0; root-- {
		sink(root, n, less, swap)
	}
	for end := n - 1; end > 0; end-- {
		swap(0, end)
		sink(0, end, less, swap)
	}
}

// By sorts a list by a comparison, as slices.SortFunc does: compare is negative when a comes before b. Of items that
// compare equal the order is not kept.
func By[T any](list []T, compare func(a, b T) int) {
	Sort(len(list), func(i, j int) bool { return compare(list[i], list[j]) < 0 }, func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// sink moves the item at root down until none of its two children in the first n is greater.
func sink(root, n int, less func(i, j int) bool, swap func(i, j int)) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && less(child, child+1) {
			child++
		}
		if !less(root, child) {
			return
		}
		swap(root, child)
		root = child
	}
}
