package money

import (
	"math/bits"

	"github.com/zio-collectief/zio/zio"
)

// Exact is an exact fraction (breuk): what stands between an input and a rounding. It is
// always reduced, so that equal numbers are equal with ==; the zero value is 0. Numerator
// and denominator have at most 128 bits each; an operation whose reduced result does not
// fit is exact.overflow, and no other operation overflows.
//
// Money as Exact is in eurocents: Euro.Exact and Exact.Euro count cents, not euros.
type Exact struct {
	negative bool // never of 0
	num      u128 // the magnitude of the numerator
	over     u128 // the denominator less one, so that the zero value is 0/1
}

var (
	kindExactInvalid = &zio.ProblemKind{Code: "exact.invalid",
		NL: "'{value}' is geen breuk. Schrijf een heel getal, of twee hele getallen met een schuine streep, zoals 1/3.",
		EN: "'{value}' is not a fraction. Write a whole number, or two whole numbers with a slash, such as 1/3."}
	kindExactOverflow = &zio.ProblemKind{Code: "exact.overflow",
		NL: "Een tussenuitkomst past niet meer in een breuk van 128 bits. Kijk of de getallen kloppen; gebruik minder decimalen.",
		EN: "An intermediate result does not fit in a fraction of 128 bits. See whether the numbers are right; use fewer decimals."}
	kindExactDivisionByZero = &zio.ProblemKind{Code: "exact.division-by-zero",
		NL: "Er wordt gedeeld door nul. Kijk of een aantal of een totaal ten onrechte nul is.",
		EN: "This divides by zero. See whether a count or a total is wrongly zero."}
)

// ExactFromInt is the whole number n; any int64 is one.
func ExactFromInt(n int64) Exact {
	return Exact{negative: n < 0, num: wide(magnitude(n))}
}

// ExactRatio is num/den; den 0 is exact.division-by-zero.
func ExactRatio(num, den int64) (Exact, error) {
	if den == 0 {
		return Exact{}, kindExactDivisionByZero.At("")
	}
	return makeExact((num < 0) != (den < 0), wide(magnitude(num)), wide(magnitude(den))), nil
}

// exactOver is num/den for a den above zero.
func exactOver(num int64, den uint64) Exact {
	return makeExact(num < 0, wide(magnitude(num)), wide(den))
}

// makeExact reduces num/den; den is not zero.
func makeExact(negative bool, num, den u128) Exact {
	if num.isZero() {
		return Exact{}
	}
	if g := gcd(num, den); g != wide(1) {
		num, _ = num.div(g)
		den, _ = den.div(g)
	}
	return Exact{negative, num, den.sub(wide(1))}
}

// den is the denominator. It is at least 1 and fits, as no Exact has a denominator of 2^128.
func (x Exact) den() u128 {
	d, _ := x.over.add(wide(1))
	return d
}

// Add is x+y.
func (x Exact) Add(y Exact) (Exact, error) {
	if x.over.isZero() && y.over.isZero() && x.negative == y.negative {
		num, ok := x.num.add(y.num)
		if !ok {
			return Exact{}, kindExactOverflow.At("")
		}
		return Exact{negative: x.negative, num: num}, nil
	}
	// Knuth, TAOCP 4.5.1: with g = gcd of the denominators, the sum is
	// (x.num*(y.den/g) + y.num*(x.den/g)) / (x.den/g*y.den), and only a divisor of g is left to reduce by.
	xd, yd := x.den(), y.den()
	g := wide(1)
	if !x.over.isZero() && !y.over.isZero() {
		g = gcd(xd, yd)
	}
	xq, yq := xd, yd
	if g != wide(1) {
		xq, _ = xd.div(g)
		yq, _ = yd.div(g)
	}
	left, right := x.num.mulFull(yq), y.num.mulFull(xq)
	negative := x.negative
	var sum u256
	switch order := left.compare(right); {
	case x.negative == y.negative:
		var ok bool
		if sum, ok = left.add(right); !ok { // over 2^256, and g is under 2^128
			return Exact{}, kindExactOverflow.At("")
		}
	case order >= 0:
		sum = left.sub(right)
	default:
		sum, negative = right.sub(left), y.negative
	}
	if sum == (u256{}) {
		return Exact{}, nil
	}
	if g != wide(1) {
		_, r := sum.div(g)
		if g = gcd(r, g); g != wide(1) {
			sum, _ = sum.div(g)
			yd, _ = yd.div(g)
		}
	}
	num, ok := sum.narrow()
	den, fits := xq.mul(yd)
	if !ok || !fits {
		return Exact{}, kindExactOverflow.At("")
	}
	return Exact{negative, num, den.sub(wide(1))}, nil
}

// Sub is x-y.
func (x Exact) Sub(y Exact) (Exact, error) { return x.Add(y.Neg()) }

// Mul is x*y.
func (x Exact) Mul(y Exact) (Exact, error) {
	return product(x.negative != y.negative, x.num, x.den(), y.num, y.den())
}

// Quo is x/y; y 0 is exact.division-by-zero.
func (x Exact) Quo(y Exact) (Exact, error) {
	if y.num.isZero() {
		return Exact{}, kindExactDivisionByZero.At("")
	}
	return product(x.negative != y.negative, x.num, x.den(), y.den(), y.num)
}

// product is a/b * c/d of two reduced fractions; it is reduced before it is multiplied.
func product(negative bool, a, b, c, d u128) (Exact, error) {
	if a.isZero() || c.isZero() {
		return Exact{}, nil
	}
	if a.hi|b.hi|c.hi|d.hi == 0 {
		if g := gcd64(a.lo, d.lo); g != 1 {
			a.lo, d.lo = a.lo/g, d.lo/g
		}
		if g := gcd64(c.lo, b.lo); g != 1 {
			c.lo, b.lo = c.lo/g, b.lo/g
		}
		numHi, numLo := bits.Mul64(a.lo, c.lo)
		denHi, denLo := bits.Mul64(b.lo, d.lo)
		return Exact{negative, u128{numHi, numLo}, u128{denHi, denLo}.sub(wide(1))}, nil
	}
	if g := gcd(a, d); g != wide(1) {
		a, _ = a.div(g)
		d, _ = d.div(g)
	}
	if g := gcd(c, b); g != wide(1) {
		c, _ = c.div(g)
		b, _ = b.div(g)
	}
	num, ok := a.mul(c)
	den, fits := b.mul(d)
	if !ok || !fits {
		return Exact{}, kindExactOverflow.At("")
	}
	return Exact{negative, num, den.sub(wide(1))}, nil
}

// MulInt is n times x.
func (x Exact) MulInt(n int64) (Exact, error) { return x.Mul(ExactFromInt(n)) }

// QuoInt is x/n; n 0 is exact.division-by-zero.
func (x Exact) QuoInt(n int64) (Exact, error) { return x.Quo(ExactFromInt(n)) }

// Neg is the opposite number.
func (x Exact) Neg() Exact {
	if !x.num.isZero() {
		x.negative = !x.negative
	}
	return x
}

// Abs is the magnitude of the number.
func (x Exact) Abs() Exact {
	x.negative = false
	return x
}

// Compare is -1, 0 or +1 when x is less than, equal to or more than y; it never overflows.
func (x Exact) Compare(y Exact) int {
	if x.negative != y.negative {
		if x.negative {
			return -1
		}
		return 1
	}
	order := 0
	if x.over == y.over {
		order = x.num.compare(y.num)
	} else {
		order = x.num.mulFull(y.den()).compare(y.num.mulFull(x.den()))
	}
	if x.negative {
		return -order
	}
	return order
}

// Sign is -1, 0 or +1 for a number below, equal to or above zero.
func (x Exact) Sign() int {
	switch {
	case x.negative:
		return -1
	case x.num.isZero():
		return 0
	}
	return 1
}

// IsZero reports whether the number is 0.
func (x Exact) IsZero() bool { return x.num.isZero() }

// IsInt reports whether the number is whole.
func (x Exact) IsInt() bool { return x.over.isZero() }

// Round rounds to a whole number of at most 63 bits and a sign. No mode is rounding.missing,
// a larger number exact.overflow.
func (x Exact) Round(r Rounding) (int64, error) {
	if !r.IsValid() {
		return 0, kindRoundingMissing.At("", "choices", roundingNames.list())
	}
	q, rest := x.num, u128{}
	if !x.IsInt() {
		q, rest = x.num.div(x.den())
	}
	twice, over := rest.double()
	half := 1
	if !over {
		half = twice.compare(x.den())
	}
	if r.raises(half, !rest.isZero(), q.lo&1 == 1) {
		q, _ = q.add(wide(1)) // fits: there is a rest, so the denominator is at least 2
	}
	if q.hi != 0 || q.lo > maxInt64 {
		return 0, kindExactOverflow.At("")
	}
	if x.negative {
		return -int64(q.lo), nil
	}
	return int64(q.lo), nil
}

// Euro rounds a number of eurocents to an amount. No mode is rounding.missing, more than
// an amount can hold euro.overflow.
func (x Exact) Euro(r Rounding) (Euro, error) {
	cents, err := x.Round(r)
	if err != nil {
		if p, ok := err.(zio.Problem); ok && p.Kind == kindExactOverflow {
			return Euro{}, kindEuroOverflow.At("")
		}
		return Euro{}, err
	}
	return Euro{cents}, nil
}
