package money

import (
	"math/bits"
	"strconv"

	"github.com/zio-collectief/zio/zio"
)

// Scratch is the working memory of AllocateCents, for reuse; the zero value is ready. One
// Scratch serves one call at a time.
type Scratch struct{ remainders, space []uint64 }

func (s *Scratch) grow(n int) {
	if cap(s.remainders) < n {
		s.remainders, s.space = make([]uint64, n), make([]uint64, n)
	}
	s.remainders, s.space = s.remainders[:n], s.space[:n]
}

var kindAllocateLengths = &zio.ProblemKind{Code: "allocate.lengths-differ",
	NL: "Er zijn {weights#} gewichten, maar plaatsen voor {shares#} uitkomsten. Maak deze aantallen gelijk.",
	EN: "There are {weights#} weights, but places for {shares#} results. Make these numbers equal."}

// AllocateCents divides total eurocents over whole weights by largest remainder, with the sum
// of the weights as divisor, and writes the shares in out; their sum is the total. It is the
// kernel of Allocate for programs that divide often: it allocates nothing once scratch has
// grown to the number of weights, and knows no names, so that a tie of remainders and weights
// goes to the smallest index; order the weights by party code to get what Allocate gives.
//
// Problems are those of Allocate, and allocate.lengths-differ; then out is not changed.
func AllocateCents(out []int64, total int64, weights []int64, scratch *Scratch) error {
	if len(weights) == 0 {
		return kindAllocateEmpty.At("/weights")
	}
	if len(out) != len(weights) {
		return kindAllocateLengths.At("/weights", "weights", strconv.Itoa(len(weights)), "shares", strconv.Itoa(len(out)))
	}
	var sum, all uint64
	for i, w := range weights {
		if w < 0 {
			return kindWeightNegative.At("/weights/"+strconv.Itoa(i), "party", strconv.Itoa(i), "value", strconv.FormatInt(w, 10))
		}
		var carry uint64
		if sum, carry = bits.Add64(sum, uint64(w), 0); carry != 0 {
			return kindAllocateOverflow.At("/weights")
		}
		all |= uint64(w)
	}
	if all == 0 {
		return kindWeightsZero.At("/weights")
	}
	scratch.grow(len(weights))
	left := magnitude(total)
	left -= floorShares(out, scratch.remainders, left, weights, sum)
	raiseLargest(out, scratch.remainders, weights, int(left), scratch.space)
	if total < 0 {
		for i := range out {
			out[i] = -out[i]
		}
	}
	return nil
}
