package money

import (
	"math/bits"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// u128 and u256 are unsigned whole numbers of 128 and 256 bits, for Exact and for the wide
// path of Allocate. Operations say in their results when something does not fit.

type u128 struct{ hi, lo uint64 }

// u256 has its least significant 64 bits first.
type u256 [4]uint64

func wide(v uint64) u128 { return u128{lo: v} }

func (a u128) isZero() bool { return a.hi|a.lo == 0 }

func (a u128) compare(b u128) int {
	switch {
	case a == b:
		return 0
	case a.hi < b.hi || a.hi == b.hi && a.lo < b.lo:
		return -1
	}
	return 1
}

// add is a+b; false when it does not fit.
func (a u128) add(b u128) (u128, bool) {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	hi, carry := bits.Add64(a.hi, b.hi, carry)
	return u128{hi, lo}, carry == 0
}

// sub is a-b for a not less than b.
func (a u128) sub(b u128) u128 {
	lo, borrow := bits.Sub64(a.lo, b.lo, 0)
	hi, _ := bits.Sub64(a.hi, b.hi, borrow)
	return u128{hi, lo}
}

// mul is a*b; false when it does not fit.
func (a u128) mul(b u128) (u128, bool) {
	if a.hi|b.hi == 0 {
		hi, lo := bits.Mul64(a.lo, b.lo)
		return u128{hi, lo}, true
	}
	p := a.mulFull(b)
	return u128{p[1], p[0]}, p[3]|p[2] == 0
}

// mulFull is a*b, which always fits.
func (a u128) mulFull(b u128) u256 {
	var p u256
	h, l := bits.Mul64(a.lo, b.lo)
	p[0], p[1] = l, h
	if a.hi|b.hi == 0 {
		return p
	}
	var carry uint64
	h, l = bits.Mul64(a.hi, b.lo)
	p[1], carry = bits.Add64(p[1], l, 0)
	p[2] = h + carry // at most 2^64-2, and the carry fits
	h, l = bits.Mul64(a.lo, b.hi)
	p[1], carry = bits.Add64(p[1], l, 0)
	p[2], carry = bits.Add64(p[2], h, carry)
	p[3] = carry
	h, l = bits.Mul64(a.hi, b.hi)
	p[2], carry = bits.Add64(p[2], l, 0)
	p[3] += h + carry
	return p
}

// double is 2*a; true when the highest bit was lost.
func (a u128) double() (u128, bool) {
	return u128{a.hi<<1 | a.lo>>63, a.lo << 1}, a.hi>>63 == 1
}

// div is the quotient and the remainder of a by b, which is not zero.
func (a u128) div(b u128) (q, r u128) {
	if a.hi|b.hi == 0 {
		return u128{lo: a.lo / b.lo}, u128{lo: a.lo % b.lo}
	}
	full, r := u256{a.lo, a.hi}.div(b)
	return u128{full[1], full[0]}, r
}

func (a u256) compare(b u256) int {
	for i := 3; i >= 0; i-- {
		if a[i] != b[i] {
			if a[i] < b[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// add is a+b; false when it does not fit.
func (a u256) add(b u256) (u256, bool) {
	var carry uint64
	for i := range a {
		a[i], carry = bits.Add64(a[i], b[i], carry)
	}
	return a, carry == 0
}

// sub is a-b for a not less than b.
func (a u256) sub(b u256) u256 {
	var borrow uint64
	for i := range a {
		a[i], borrow = bits.Sub64(a[i], b[i], borrow)
	}
	return a
}

// narrow is a as 128 bits; false when it does not fit.
func (a u256) narrow() (u128, bool) { return u128{a[1], a[0]}, a[3]|a[2] == 0 }

// div is the quotient and the remainder of a by d, which is not zero: schoolbook division
// (Knuth, TAOCP 4.3.1, algorithm D) with a divisor of one or two digits of 64 bits.
func (a u256) div(d u128) (q u256, r u128) {
	if d.hi == 0 {
		var rest uint64
		for i := 3; i >= 0; i-- {
			q[i], rest = bits.Div64(rest, a[i], d.lo)
		}
		return q, u128{lo: rest}
	}
	shift := uint(bits.LeadingZeros64(d.hi))
	v1 := d.hi<<shift | d.lo>>(64-shift)
	v0 := d.lo << shift
	digits := [5]uint64{ // a shifted likewise; in Go a shift by 64 gives 0
		a[0] << shift,
		a[1]<<shift | a[0]>>(64-shift),
		a[2]<<shift | a[1]>>(64-shift),
		a[3]<<shift | a[2]>>(64-shift),
		a[3] >> (64 - shift),
	}
	r1, r0 := uint64(0), digits[4] // less than v1, v0: the remainder so far
	for i := 3; i >= 0; i-- {
		q[i], r1, r0 = divStep(r1, r0, digits[i], v1, v0)
	}
	return q, u128{r1 >> shift, r0>>shift | r1<<(64-shift)}
}

// divStep divides the three digits u2, u1, u0 by the two digits v1, v0, of which the highest
// bit is set; u2, u1 is less than v1, v0. It gives the quotient digit and the remainder.
func divStep(u2, u1, u0, v1, v0 uint64) (q, r1, r0 uint64) {
	q = ^uint64(0)
	if u2 < v1 {
		q, _ = bits.Div64(u2, u1, v1)
	}
	// The estimate is right or at most two too high: subtract, and add back while negative.
	h1, l1 := bits.Mul64(q, v1)
	h0, l0 := bits.Mul64(q, v0)
	p1, carry := bits.Add64(l1, h0, 0)
	p2 := h1 + carry
	r0, borrow := bits.Sub64(u0, l0, 0)
	r1, borrow = bits.Sub64(u1, p1, borrow)
	_, borrow = bits.Sub64(u2, p2, borrow)
	for borrow == 1 {
		q--
		r0, carry = bits.Add64(r0, v0, 0)
		r1, carry = bits.Add64(r1, v1, carry)
		borrow -= carry
	}
	return q, r1, r0
}

// gcd is the greatest common divisor; gcd(0, b) is b.
func gcd(a, b u128) u128 {
	for a.hi|b.hi != 0 {
		if b.isZero() {
			return a
		}
		_, r := a.div(b)
		a, b = b, r
	}
	return u128{lo: gcd64(a.lo, b.lo)}
}

// gcd64 is gcd for 64 bits, by halving and subtracting (Stein), without divisions.
func gcd64(a, b uint64) uint64 {
	switch {
	case a == 1 || b == 1:
		return 1
	case a == 0 || b == 0:
		return a | b
	}
	both := bits.TrailingZeros64(a | b)
	a >>= bits.TrailingZeros64(a)
	for b != 0 {
		b >>= bits.TrailingZeros64(b)
		a, b = min(a, b), max(a, b)-min(a, b)
	}
	return a << both
}

// appendWide appends a in decimal digits.
func appendWide(b []byte, a u128) []byte {
	if a.hi == 0 && a.lo <= maxInt64 {
		return strictjson.AppendInt(b, int64(a.lo))
	}
	var digits [39]byte
	i := len(digits)
	for {
		q, r := a.div(u128{lo: 10})
		i--
		digits[i] = byte('0' + r.lo)
		if a = q; a.isZero() {
			return append(b, digits[i:]...)
		}
	}
}
