package zio

import "github.com/zio-collectief/zio/internal/order"

// sortCodes sorts municipality codes in place.
func sortCodes(codes []MunicipalityCode) {
	order.By(codes, MunicipalityCode.Compare)
}

// sortMunicipalities sorts by code in place.
func sortMunicipalities(list []Municipality) {
	order.By(list, func(a, b Municipality) int { return a.Code.Compare(b.Code) })
}

// sortSuccessions sorts by day, old code and new code in place.
func sortSuccessions(list []Succession) {
	order.By(list, Succession.Compare)
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
