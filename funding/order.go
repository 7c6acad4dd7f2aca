package funding

import (
	"strings"

	"github.com/zio-collectief/zio/internal/order"
)

func sortTexts(list []string) { order.By(list, strings.Compare) }

func sortWeights(list []weight) {
	order.By(list, func(a, b weight) int { return strings.Compare(a.party, b.party) })
}

// sortShares orders shares by party; every party stands in the list once.
func sortShares(list []share) {
	order.By(list, func(a, b share) int { return strings.Compare(a.party, b.party) })
}
