package money

import (
	"cmp"
	"math/bits"

	"github.com/zio-collectief/zio/internal/order"
)

// parts are the shares of a total above zero in whole units, in order of party code.
type parts struct {
	units      []int64  // whole units of the exact share, rounded as the method starts
	weights    []int64  // the weights, or numbers in the same order of size
	remainders []uint64 // what is left of the exact share, or numbers in the same order of size
	joint      int64    // what the parties bear together, in units
}

// fillWhole fills the parts with 64-bit arithmetic; false when something does not fit or a
// weight has a fraction that no small common denominator takes away.
func (p *parts) fillWhole(total uint64, weights []Weight, indexes []int32, d Division, sum Exact) bool {
	common := wide(1)
	for _, w := range weights {
		if !w.Value.IsInt() {
			den := w.Value.den()
			q, _ := den.div(gcd(common, den))
			var ok bool
			if common, ok = common.mul(q); !ok || common.hi != 0 {
				return false
			}
		}
	}
	scaled := func(x Exact) (uint64, bool) { // x*common, when it is whole and fits
		if x.IsInt() && common.lo == 1 {
			return x.num.lo, x.num.hi == 0
		}
		q, r := common.div(x.den())
		v, ok := x.num.mul(q)
		return v.lo, ok && r.isZero() && v.hi == 0
	}
	divisor := sum
	if !d.Divisor.IsZero() {
		divisor = d.Divisor
	}
	over, ok := scaled(divisor)
	hi, over := bits.Mul64(over, uint64(d.Unit.Cents()))
	if !ok || hi != 0 {
		return false
	}
	for i, k := range indexes {
		w, ok := scaled(weights[k].Value)
		if !ok || w > maxInt64 || w > over {
			return false
		}
		p.weights[i] = int64(w)
	}
	whole, ok := scaled(sum)
	hi, lo := bits.Mul64(total, whole)
	if !ok || hi >= over {
		return false
	}
	q, r := bits.Div64(hi, lo, over)
	if d.UsesRounding() && d.Rounding.raises(halves(r, over), r != 0, q&1 == 1) {
		q++
	}
	if q > maxInt64 {
		return false
	}
	p.joint = int64(q)
	floorShares(p.units, p.remainders, total, p.weights, over)
	if d.roundsEach() {
		for i, r := range p.remainders {
			if d.Rounding.raises(halves(r, over), r != 0, p.units[i]&1 == 1) {
				p.units[i]++
			}
		}
	}
	return true
}

// halves compares twice the remainder with the divisor, which is above it.
func halves(remainder, divisor uint64) int { return cmp.Compare(remainder, divisor-remainder) }

// fillExact fills the parts by fractions; false when one does not fit.
func (p *parts) fillExact(shares []Share, indexes []int32, d Division, rate, sum Exact) bool {
	unit := d.Unit.Cents()
	start := Down
	if d.roundsEach() {
		start = d.Rounding
	}
	joint, err := rate.Mul(sum)
	if err == nil {
		joint, err = joint.QuoInt(unit)
	}
	if err != nil {
		return false
	}
	end := Down
	if d.UsesRounding() {
		end = d.Rounding
	}
	if p.joint, err = joint.Round(end); err != nil {
		return false
	}
	n := len(indexes)
	values, fractions := make([]Exact, n), make([]Exact, n)
	for i, k := range indexes {
		share, err := shares[k].Exact.Abs().QuoInt(unit)
		if err != nil {
			return false
		}
		if p.units[i], err = share.Round(start); err != nil {
			return false
		}
		_, r := share.num.div(share.den())
		fractions[i] = makeExact(false, r, share.den())
		values[i] = shares[k].Weight
	}
	for i, r := range ranks(fractions) {
		p.remainders[i] = uint64(r)
	}
	copy(p.weights, ranks(values))
	return true
}

// ranks gives each number its place in the order of size, the same to equal numbers.
func ranks(values []Exact) []int64 {
	indexes := make([]int32, len(values))
	for i := range indexes {
		indexes[i] = int32(i)
	}
	sortIndexes(indexes, func(a, b int32) int { return values[a].Compare(values[b]) })
	out := make([]int64, len(values))
	var rank int64
	for i, k := range indexes {
		if i > 0 && values[k] != values[indexes[i-1]] {
			rank++
		}
		out[k] = rank
	}
	return out
}

// sortIndexes sorts indexes by what they stand for, and what compares equal by the indexes.
func sortIndexes(indexes []int32, compare func(a, b int32) int) {
	order.By(indexes, func(a, b int32) int {
		if c := compare(a, b); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
}

// roundsEach reports whether each share is rounded by itself.
func (d Division) roundsEach() bool {
	return d.Method == RestToLargest || d.Method == RestToNamed || d.Method == Independent
}

// settle gives the difference between the joint part and the units to whom the method says;
// false when a number does not fit.
func (p *parts) settle(d Division, named func(int) bool) bool {
	if d.Method == Independent || d.Method == Keep {
		return true
	}
	left, ok := p.joint, true
	for _, u := range p.units {
		var fits bool
		left, fits = addInt64(left, -u)
		ok = ok && fits
	}
	if !ok {
		return false
	}
	switch d.Method {
	case LargestRemainder:
		raiseLargest(p.units, p.remainders, p.weights, int(left), make([]uint64, len(p.units)))
	case LargestWeight:
		for i, w := range p.weights {
			p.remainders[i] = uint64(w)
		}
		raiseLargest(p.units, p.remainders, p.weights, int(left), make([]uint64, len(p.units)))
	default:
		to := 0
		for i, w := range p.weights {
			if d.Method == RestToNamed && named(i) || d.Method == RestToLargest && w > p.weights[to] {
				to = i
			}
		}
		p.units[to], ok = addInt64(p.units[to], left)
	}
	return ok
}
