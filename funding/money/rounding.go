package money

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Rounding is a way to round to a whole number (afrondingswijze). The zero value is no
// choice: who must round and finds it, reports that the choice is missing. All five are
// symmetric: the rounding of the opposite is the opposite of the rounding.
//
//	              2.5   2.4   -2.5   2.6
//	half-up        3     2     -3     3    ties away from zero: rekenkundig afronden
//	half-down      2     2     -2     3    ties toward zero
//	half-even      2     2     -2     3    ties to the even neighbour (3.5 gives 4)
//	up             3     3     -3     3    away from zero
//	down           2     2     -2     2    toward zero
type Rounding uint8

const (
	RoundingUnset Rounding = iota // no choice made
	HalfUp                        // half-up: nearest, ties away from zero
	HalfDown                      // half-down: nearest, ties toward zero
	HalfEven                      // half-even: nearest, ties to the even neighbour
	Up                            // up: away from zero
	Down                          // down: toward zero
)

var roundingNames = names{"half-up", "half-down", "half-even", "up", "down"}

var (
	kindRoundingUnknown = &zio.ProblemKind{Code: "rounding.unknown",
		NL: "'{value}' is geen manier van afronden. Kies uit: {choices}.",
		EN: "'{value}' is not a way of rounding. Choose from: {choices}."}
	kindRoundingMissing = &zio.ProblemKind{Code: "rounding.missing",
		NL: "Er is niet gekozen hoe wordt afgerond. Kies uit: {choices}.",
		EN: "No way of rounding is chosen. Choose from: {choices}."}
)

// ParseRounding reads the name of a way of rounding; anything else, also the empty text,
// is rounding.unknown.
func ParseRounding(s string) (Rounding, error) {
	i := roundingNames.find(s)
	if i == 0 {
		return 0, kindRoundingUnknown.At("", "value", strictjson.ShownCode(s), "choices", roundingNames.list())
	}
	return Rounding(i), nil
}

// Roundings are all ways of rounding, in the order of the table.
func Roundings() []Rounding { return []Rounding{HalfUp, HalfDown, HalfEven, Up, Down} }

// String is the name; "" for the zero value.
func (r Rounding) String() string { return roundingNames.name(uint8(r)) }

// IsValid reports whether a way of rounding is chosen.
func (r Rounding) IsValid() bool { return roundingNames.has(uint8(r)) }

// AppendText appends the name to b; the zero value is rounding.missing.
func (r Rounding) AppendText(b []byte) ([]byte, error) {
	if !r.IsValid() {
		return b, kindRoundingMissing.At("", "choices", roundingNames.list())
	}
	return append(b, r.String()...), nil
}

// MarshalText is AppendText to a new slice.
func (r Rounding) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText is ParseRounding; on a problem r keeps its value.
func (r *Rounding) UnmarshalText(text []byte) error {
	v, err := ParseRounding(string(text))
	if err == nil {
		*r = v
	}
	return err
}

// raises reports whether a magnitude of quotient plus remainder/divisor is rounded up to the
// next whole number: half is the comparison of twice the remainder with the divisor, any
// says that the remainder is not zero, odd that the quotient is odd.
func (r Rounding) raises(half int, any, odd bool) bool {
	switch r {
	case HalfUp:
		return half >= 0
	case HalfDown:
		return half > 0
	case HalfEven:
		return half > 0 || half == 0 && odd
	case Up:
		return any
	}
	return false
}

// names are the kebab-case names of a closed set of choices; choice 1 is names[0], and
// choice 0 is no choice.
type names []string

func (n names) find(s string) uint8 {
	for i, name := range n {
		if name == s {
			return uint8(i + 1)
		}
	}
	return 0
}

func (n names) has(i uint8) bool { return i > 0 && int(i) <= len(n) }

func (n names) name(i uint8) string {
	if !n.has(i) {
		return ""
	}
	return n[i-1]
}

func (n names) list() string {
	text := ""
	for i, name := range n {
		if i > 0 {
			text += ", "
		}
		text += name
	}
	return text
}
