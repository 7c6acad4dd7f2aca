package funding

import "github.com/zio-collectief/zio/funding/money"

// newValue is a value that has no name and no reference yet. It stands on its own, as it is called in a hundred places.
//
//go:noinline
func newValue(x money.Exact, unit string) value { return value{&quantity{unit: unit, x: x}} }
