package money

import (
	"math/bits"
)

const (
	maxInt64 = 1<<63 - 1
	minInt64 = -1 << 63
)

// addInt64 is a+b; false when the sum is outside the symmetric range of int64.
func addInt64(a, b int64) (int64, bool) {
	sum := a + b
	if (a >= 0) == (b >= 0) && (sum >= 0) != (a >= 0) || sum == minInt64 {
		return 0, false
	}
	return sum, true
}

// mulInt64 is a*b; false when the product is outside the symmetric range of int64.
func mulInt64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > maxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

// magnitude is the absolute value of v, also of the smallest int64.
func magnitude(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

// symmetric is v, with the one value that has no opposite drawn in by one.
func symmetric(v int64) int64 {
	if v == minInt64 {
		return -maxInt64
	}
	return v
}

func compareInt64(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func signInt64(v int64) int { return compareInt64(v, 0) }
