//go:build !tinygo && !wasm

package money_test

import (
	"fmt"

	"github.com/shopspring/decimal"
	"github.com/zio-collectief/zio/funding/money"
)

func ExampleEuroFromDecimal() {
	rate := decimal.RequireFromString("62.0175")
	amount, err := money.EuroFromDecimal(rate, money.HalfUp)
	fmt.Println(amount, err)
	// Output: 62.02 <nil>
}
