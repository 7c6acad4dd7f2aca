//go:build !tinygo && !wasm

package money

import (
	"math/big"

	"github.com/shopspring/decimal"
	"github.com/zio-collectief/zio/zio"
)

// The longest decimal that is taken in: its digits as a whole number have at most 127 bits
// (38 digits), and its exponent is within 38 of zero, so that no power of ten is made that
// does not fit. Both are looked at before any arithmetic with the decimal.
const (
	decimalBits     = 127
	decimalExponent = 38
)

var kindDecimalRange = &zio.ProblemKind{Code: "exact.decimal-range",
	NL: "Dit decimale getal heeft te veel cijfers (meer dan 38) of een exponent onder -38 of boven 38. Rond het eerst af.",
	EN: "This decimal number has too many digits (over 38) or an exponent below -38 or above 38. Round it first."}

// ExactFromDecimal is a decimal as a fraction, exactly. More than 38 digits, or an exponent
// below -38 or above 38, is exact.decimal-range; a number that does not fit exact.overflow.
func ExactFromDecimal(d decimal.Decimal) (Exact, error) {
	exponent := d.Exponent()
	digits := d.Coefficient() // a copy
	switch {
	case digits.Sign() == 0:
		return Exact{}, nil
	case exponent < -decimalExponent || exponent > decimalExponent || digits.BitLen() > decimalBits:
		return Exact{}, kindDecimalRange.At("")
	}
	negative := digits.Sign() < 0
	digits.Abs(digits)
	num := u128{hi: new(big.Int).Rsh(digits, 64).Uint64(), lo: new(big.Int).And(digits, new(big.Int).SetUint64(1<<64-1)).Uint64()}
	power := wide(1)
	for range max(exponent, -exponent) {
		power, _ = power.mul(wide(10))
	}
	if exponent < 0 {
		return makeExact(negative, num, power), nil
	}
	num, ok := num.mul(power)
	if !ok {
		return Exact{}, kindExactOverflow.At("")
	}
	return makeExact(negative, num, wide(1)), nil
}

// scaledDecimal is d*scale rounded to a whole number.
func scaledDecimal(d decimal.Decimal, scale int64, mode Rounding) (int64, error) {
	if !mode.IsValid() {
		return 0, kindRoundingMissing.At("", "choices", roundingNames.list())
	}
	x, err := ExactFromDecimal(d)
	if err != nil {
		return 0, err
	}
	if x, err = x.MulInt(scale); err != nil {
		return 0, err
	}
	return x.Round(mode)
}
