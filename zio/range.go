package zio

import (
	"math/bits"

	"github.com/zio-collectief/zio/internal/order"
)

// Range is a number of pupils of which the lowest and the highest are known (bandbreedte), as published counts hide small
// numbers. The estimate (schatting) lies within them; it is no count.
type Range struct {
	Fewest, Most, Estimate int64
}

// Narrow holds ranges against the number of pupils that they come to together (totaal). What the others have at least is no
// part of the most of one, what they can not have is a part of its fewest: most becomes min(most, total - fewest of the
// others), fewest becomes max(fewest, total - most of the others). The estimate divides what the total has above the sum of
// the fewest over the widths of the ranges, by largest remainders; of equals the wider range goes first, then the earlier.
//
// A total that lies outside the sums of the ranges narrows nothing and gives false: the estimate is then the fewest, as it
// is of ranges without a total. Numbers are from 0 to [MaxCount].
func Narrow(ranges []Range, total int64) bool {
	fewest, most := int64(0), int64(0)
	for i := range ranges {
		r := &ranges[i]
		r.Estimate = r.Fewest
		fewest += r.Fewest
		most += r.Most
	}
	if total < fewest || total > most {
		return false
	}
	left, width := total-fewest, most-fewest
	if width == 0 {
		return true
	}
	rests, rest := make([]uint64, len(ranges)), left
	for i := range ranges {
		r := &ranges[i]
		high, low := bits.Mul64(uint64(left), uint64(r.Most-r.Fewest))
		part, remainder := bits.Div64(high, low, uint64(width)) // left is at most width, so part fits
		r.Estimate += int64(part)
		rests[i] = remainder
		rest -= int64(part)
	}
	turn := make([]int, len(ranges))
	for i := range turn {
		turn[i] = i
	}
	order.Sort(len(turn), func(i, j int) bool {
		a, b := turn[i], turn[j]
		if rests[a] != rests[b] {
			return rests[a] > rests[b]
		}
		if v, w := ranges[a].Most-ranges[a].Fewest, ranges[b].Most-ranges[b].Fewest; v != w {
			return v > w
		}
		return a < b
	}, func(i, j int) { turn[i], turn[j] = turn[j], turn[i] })
	for _, i := range turn[:rest] {
		ranges[i].Estimate++
	}
	for i := range ranges {
		r := &ranges[i]
		low, high := r.Fewest, r.Most
		r.Most = min(high, total-(fewest-low))
		r.Fewest = max(low, total-(most-high))
	}
	return true
}
