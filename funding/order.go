package funding

import "github.com/zio-collectief/zio/internal/order"

func sortTexts(list []string) {
	order.Sort(len(list), func(i, j int) bool { return list[i] < list[j] }, func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func sortInts(list []int64) {
	order.Sort(len(list), func(i, j int) bool { return list[i] < list[j] }, func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func sortWeights(list []weight) {
	order.Sort(len(list), func(i, j int) bool { return list[i].party < list[j].party }, func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// sortShares orders shares by party; every party stands in the list once.
func sortShares(list []share) {
	order.Sort(len(list), func(i, j int) bool { return list[i].party < list[j].party }, func(i, j int) { list[i], list[j] = list[j], list[i] })
}
