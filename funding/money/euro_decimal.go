//go:build !tinygo && !wasm

package money

import (
	"math/big"

	"github.com/shopspring/decimal"
	"github.com/zio-collectief/zio/zio"
)

// EuroFromDecimal rounds a decimal number of euros to whole cents. No mode is
// rounding.missing, a decimal over 38 digits exact.decimal-range, and an amount that does
// not fit euro.overflow.
func EuroFromDecimal(d decimal.Decimal, mode Rounding) (Euro, error) {
	cents, err := scaledDecimal(d, 100, mode)
	if p, ok := err.(zio.Problem); ok && p.Kind == kindExactOverflow {
		return Euro{}, kindEuroOverflow.At("")
	}
	return Euro{cents}, err
}

// Decimal is the amount in euros as a decimal with two places.
func (e Euro) Decimal() decimal.Decimal {
	return decimal.NewFromBigInt(big.NewInt(e.cents), -euroPlaces)
}
