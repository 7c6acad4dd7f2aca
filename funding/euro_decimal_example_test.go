//go:build !tinygo && !wasm

package funding_test

import (
	"fmt"

	"github.com/shopspring/decimal"
	"github.com/zio-collectief/zio/funding"
)

func ExampleEuroFromDecimal() {
	rate := decimal.RequireFromString("62.0175")
	amount, err := funding.EuroFromDecimal(rate, funding.HalfUp)
	fmt.Println(amount, err)
	// Output: 62.02 <nil>
}
