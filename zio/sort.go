package zio

import "github.com/zio-collectief/zio/internal/order"

// sortCodes sorts municipality codes in place.
func sortCodes(codes []MunicipalityCode) {
	order.Sort(len(codes), func(i, j int) bool { return codes[i].n < codes[j].n }, func(i, j int) { codes[i], codes[j] = codes[j], codes[i] })
}

// sortMunicipalities sorts by code in place.
func sortMunicipalities(list []Municipality) {
	order.Sort(len(list), func(i, j int) bool { return list[i].Code.n < list[j].Code.n }, func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// sortSuccessions sorts by day, old code and new code in place.
func sortSuccessions(list []Succession) {
	order.Sort(len(list), func(i, j int) bool { return list[i].Compare(list[j]) < 0 }, func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// indexOrder is the numbers 0 to n-1 sorted by less, which must be a total order.
func indexOrder(n int, less func(i, j int) bool) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	order.Sort(n, func(i, j int) bool { return less(list[i], list[j]) }, func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}
