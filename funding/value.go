package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/figures"
)

// value is a number with its unit and where it comes from. Money is in eurocents while it is calculated
// with, and in euros where it is written. It is immutable and shared: a copy is one word, where copies of the
// number itself would make up a fifth of the code for the browser. The zero value is no value; see is.
type value struct{ *quantity }

type quantity struct {
	name    string
	ref     string
	unit    string
	x       money.Exact
	written string // the written form, once it has been asked for; a value stands in many steps
}

// noValue is what a step gives that could not be taken.
func noValue() value { return newValue(money.Exact{}, UnitNumber) }

// is reports whether there is a value.
func (v value) is() bool { return v.quantity != nil }

// isAmount reports whether values of the unit are held in eurocents.
func isAmount(unit string) bool {
	return len(unit) >= 3 && unit[:3] == UnitEuro
}

// text is the written form: amounts of whole cents with two decimals, other values as exact as they are.
func (v value) text() string {
	if v.written == "" {
		v.written = exactText(v.x, v.unit)
	}
	return v.written
}

// longest is the first number, in millionths, that has more than the twelve digits before the point of a [money.Factor].
const longest = 1_000_000_000_000_000_000

func exactText(x money.Exact, unit string) string {
	if isAmount(unit) {
		if cents, err := x.Euro(money.HalfUp); err == nil && cents.Exact().Compare(x) == 0 {
			return cents.String()
		}
		euros, err := x.QuoInt(100)
		if err != nil {
			return x.String() + "/100"
		}
		x = euros
	}
	if x.IsInt() {
		return x.String()
	}
	if y, err := x.MulInt(1_000_000); err == nil && y.IsInt() { // short decimals read better than fractions
		if micros, err := y.Round(money.HalfUp); err == nil && -longest < micros && micros < longest {
			return money.FactorFromMicros(micros).String()
		}
	}
	return x.String()
}

// ParseAmount reads a number of a trace: a decimal, of which an amount has more digits than a factor, or a fraction "n/d".
func ParseAmount(s string) (money.Exact, error) {
	if f, err := money.ParseFactor(s); err == nil {
		return f.Exact(), nil
	}
	if e, err := money.ParseEuro(s); err == nil {
		return e.Exact().QuoInt(100)
	}
	return money.ParseExact(s)
}

func (v value) input() Input { return Input{Name: v.name, Ref: v.ref, Value: v.text(), Unit: v.unit} }

// as is the same value under another name.
//
//figures:without name
func (v value) as(name string) value {
	if figures.Only {
		return v
	}
	q := *v.quantity
	q.name = name
	return value{&q}
}

// newValue is a value that has no name and no reference yet. Not inlined: a hundred calls would add 0.4 kB to the browser modules.
//
//go:noinline
func newValue(x money.Exact, unit string) value { return value{&quantity{unit: unit, x: x}} }
