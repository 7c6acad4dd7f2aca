package money

import "math/bits"

// floorShares writes the whole part and the remainder of total*weight/divisor for each weight,
// and gives the sum of the whole parts. No weight is above the divisor, so that each whole part
// is at most the total.
func floorShares(out []int64, remainders []uint64, total uint64, weights []int64, divisor uint64) uint64 {
	// Division by a fixed divisor with its reciprocal: N. Möller and T. Granlund, Improved
	// division by invariant integers, IEEE Transactions on Computers 60 (2011), algorithm 4.
	shift := uint(bits.LeadingZeros64(divisor))
	d := divisor << shift
	reciprocal, _ := bits.Div64(^d, ^uint64(0), d)
	out = out[:len(weights)]
	remainders = remainders[:len(weights)]
	var sum uint64
	for i, w := range weights {
		u1, u0 := bits.Mul64(total, uint64(w)<<shift) // fits, and u1 is under d, as w is at most divisor
		q1, q0 := bits.Mul64(reciprocal, u1)
		q0, carry := bits.Add64(q0, u0, 0)
		q1, _ = bits.Add64(q1, u1+1, carry)
		r := u0 - q1*d
		if r > q0 {
			q1--
			r += d
		}
		if r >= d {
			q1++
			r -= d
		}
		out[i] = int64(q1)
		remainders[i] = r >> shift
		sum += q1
	}
	return sum
}

// raiseLargest adds one to the k entries of out with the largest keys; among equal keys to the
// largest weights, and among equal weights to the smallest indexes. k is at most len(out).
func raiseLargest(out []int64, keys []uint64, weights []int64, k int, space []uint64) {
	if k == 0 {
		return
	}
	least, equal := kthLargest(keys, k, space)
	ties := 0
	for i, key := range keys {
		if key > least {
			out[i]++
		} else if key == least {
			space[ties] = uint64(weights[i])
			ties++
		}
	}
	if equal == ties {
		for i, key := range keys {
			if key == least {
				out[i]++
			}
		}
		return
	}
	weight, equal := kthLargest(space[:ties], equal, space)
	for i, key := range keys {
		if key != least {
			continue
		}
		if w := uint64(weights[i]); w > weight {
			out[i]++
		} else if w == weight && equal > 0 {
			out[i]++
			equal--
		}
	}
}

// kthLargest is the k-th largest of the values, counted from 1, and how many values equal to
// it are among the k largest. It selects by one byte at a time, from the highest that
// differs from zero, and so takes at most eight passes whatever the values are. The space is
// as long as the values and may be their own.
func kthLargest(values []uint64, k int, space []uint64) (value uint64, equal int) {
	var all uint64
	for _, v := range values {
		all |= v
	}
	shift := max(bits.Len64(all)-8, 0)
	for {
		var count [256]int32
		for _, v := range values {
			count[byte(v>>shift)]++
		}
		b := 255
		for ; int(count[b]) < k; b-- {
			k -= int(count[b])
		}
		n := 0
		for _, v := range values {
			space[n] = v // overwritten by the next one unless it is kept
			if byte(v>>shift) == byte(b) {
				n++
			}
			if n == int(count[b]) {
				break
			}
		}
		values = space[:n]
		if shift == 0 || n == 1 {
			return values[0], k
		}
		shift = max(shift-8, 0)
	}
}
