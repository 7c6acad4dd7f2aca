//go:build !tinygo && !wasm

package money

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// FactorFromDecimal rounds a decimal to six places. No mode is rounding.missing, a decimal over
// 38 digits exact.decimal-range, and a number that does not fit exact.overflow.
func FactorFromDecimal(d decimal.Decimal, mode Rounding) (Factor, error) {
	micros, err := scaledDecimal(d, 1_000_000, mode)
	return Factor{micros}, err
}

// Decimal is the number as a decimal with six places.
func (f Factor) Decimal() decimal.Decimal {
	return decimal.NewFromBigInt(big.NewInt(f.micros), -factorPlaces)
}

// FteFromDecimal rounds a decimal number of fte to thousandths, with the problems of
// FactorFromDecimal.
func FteFromDecimal(d decimal.Decimal, mode Rounding) (Fte, error) {
	milli, err := scaledDecimal(d, 1000, mode)
	return Fte{milli}, err
}

// Decimal is the number of fte as a decimal with three places.
func (f Fte) Decimal() decimal.Decimal { return decimal.NewFromBigInt(big.NewInt(f.milli), -ftePlaces) }
