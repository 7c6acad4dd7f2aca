package money

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Fte is an amount of work in full-time equivalents (fte): a whole number of thousandths
// of one full job. It is comparable with == and its zero value is 0. In texts it has at
// most twelve digits before the point.
type Fte struct{ milli int64 }

const (
	fteWhole  = 12
	ftePlaces = 3
	fteMost   = 1_000_000_000_000_000 - 1 // thousandths that fit in a text
)

// FteFromMilli is that many thousandths of an fte. The smallest int64, which has no
// opposite, gives the number one thousandth above it.
func FteFromMilli(milli int64) Fte { return Fte{symmetric(milli)} }

// ParseFte reads fte: an optional minus, one to twelve digits without leading zeros, and
// optionally a point with one to three digits. Problems have codes number.*.
func ParseFte(s string) (Fte, error) {
	milli, f := parseDecimal(s, fteWhole, ftePlaces)
	if f != faultNone {
		return Fte{}, numberProblem(s, f, ftePlaces, "0.9")
	}
	return Fte{milli}, nil
}

// MustParseFte is ParseFte for numbers that stand in program text; it panics on a problem.
func MustParseFte(s string) Fte {
	f, err := ParseFte(s)
	if err != nil {
		panic(err)
	}
	return f
}

// Milli is the work in thousandths of an fte.
func (f Fte) Milli() int64 { return f.milli }

// String is the canonical text, without trailing zeros: "0.9", "1.5", "2".
func (f Fte) String() string { return string(strictjson.AppendDecimal(nil, f.milli, ftePlaces, 0)) }

// AppendText appends the canonical text to b; more than twelve digits before the point is
// number.digits.
func (f Fte) AppendText(b []byte) ([]byte, error) {
	if magnitude(f.milli) > fteMost {
		return b, numberProblem(f.String(), faultDigits, ftePlaces, "0.9")
	}
	return strictjson.AppendDecimal(b, f.milli, ftePlaces, 0), nil
}

// MarshalText is AppendText to a new slice.
func (f Fte) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText is ParseFte; on a problem f keeps its value.
func (f *Fte) UnmarshalText(text []byte) error {
	v, err := ParseFte(string(text))
	if err == nil {
		*f = v
	}
	return err
}

// Compare is -1, 0 or +1 when f is less than, equal to or more than g.
func (f Fte) Compare(g Fte) int { return compareInt64(f.milli, g.milli) }

// Sign is -1, 0 or +1 for work below, equal to or above zero.
func (f Fte) Sign() int { return signInt64(f.milli) }

// IsZero reports whether it is 0 fte.
func (f Fte) IsZero() bool { return f.milli == 0 }

// Neg is the opposite number.
func (f Fte) Neg() Fte { return Fte{-f.milli} }

// Exact is the work in whole fte as a fraction.
func (f Fte) Exact() Exact { return exactOver(f.milli, 1000) }

// Format is the number as people write it in the language: "0,9" in Dutch.
func (f Fte) Format(l zio.Lang) string { return zio.FormatNumber(f.String(), l) }
