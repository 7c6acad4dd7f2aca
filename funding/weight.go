package funding

import (
	"strings"

	"github.com/zio-collectief/zio/internal/order"
)

// weight is what one party weighs in a key. A list of weights is in order of party.
type weight struct {
	party string
	v     value
}

// gapParty stands for the part that nobody of the agreement bears. It sorts after every id of a party.
const gapParty = "~gap"

// restParty stands for what a division leaves over, in the address of a share.
const restParty = "~rest"

func sortWeights(list []weight) {
	order.By(list, func(a, b weight) int { return strings.Compare(a.party, b.party) })
}

// weightless reports whether no party weighs anything.
func weightless(weights []weight) bool {
	for _, w := range weights {
		if !w.v.x.IsZero() {
			return false
		}
	}
	return true
}
