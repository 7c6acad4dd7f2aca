package money

import (
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Euro is an amount of money (bedrag): a whole number of eurocents. It is a small
// immutable value, comparable with ==, and its zero value is € 0.00.
//
// In memory an amount runs from -92,233,720,368,547,758.07 to the same above zero; the
// range is symmetric, so Neg always has an answer. In texts and documents an amount has
// at most fifteen digits before the point: MarshalText and AppendText refuse more.
type Euro struct{ cents int64 }

const (
	euroWhole  = 15 // digits before the point in a text
	euroPlaces = 2
	euroMost   = 100_000_000_000_000_000 - 1 // cents that fit in a text
)

var (
	kindEuroEmpty = &zio.ProblemKind{Code: "euro.empty",
		NL: "Hier hoort een bedrag te staan. Schrijf het met een punt en twee cijfers voor de centen, zoals 1234.50.",
		EN: "An amount is missing here. Write it with a point and two digits for the cents, such as 1234.50."}
	kindEuroInvalid = &zio.ProblemKind{Code: "euro.invalid",
		NL: "'{value}' is geen bedrag. Schrijf alleen cijfers, met een punt voor de centen, zoals {like}.",
		EN: "'{value}' is not an amount. Write digits only, with a point before the cents, such as {like}."}
	kindEuroComma = &zio.ProblemKind{Code: "euro.comma",
		NL: "In '{value}' staat een komma. Zet een punt voor de centen: {like}.",
		EN: "There is a comma in '{value}'. Put a point before the cents: {like}."}
	kindEuroThousands = &zio.ProblemKind{Code: "euro.thousands",
		NL: "In '{value}' staan tekens tussen de duizendtallen. Laat die weg: {like}.",
		EN: "There are separators between the thousands in '{value}'. Leave them out: {like}."}
	kindEuroExponent = &zio.ProblemKind{Code: "euro.exponent",
		NL: "'{value}' is een getal met een exponent (e). Schrijf het bedrag voluit, zoals {like}.",
		EN: "'{value}' has an exponent (e). Write the amount in full, such as {like}."}
	kindEuroCurrency = &zio.ProblemKind{Code: "euro.currency",
		NL: "In '{value}' staat een euroteken of een streepje voor de centen. Schrijf alleen het getal: {like}.",
		EN: "There is a currency sign or a dash for the cents in '{value}'. Write the number only: {like}."}
	kindEuroPlus = &zio.ProblemKind{Code: "euro.plus",
		NL: "Laat het plusteken voor '{value}' weg: {like}.",
		EN: "Leave out the plus sign of '{value}': {like}."}
	kindEuroNegativeZero = &zio.ProblemKind{Code: "euro.negative-zero",
		NL: "Laat het minteken voor '{value}' weg: nul heeft geen teken. Schrijf {like}.",
		EN: "Leave out the minus sign of '{value}': zero has no sign. Write {like}."}
	kindEuroLeadingZero = &zio.ProblemKind{Code: "euro.leading-zero",
		NL: "Laat de nullen aan het begin van '{value}' weg: {like}.",
		EN: "Leave out the zeros at the start of '{value}': {like}."}
	kindEuroDigits = &zio.ProblemKind{Code: "euro.digits",
		NL: "'{value}' is te groot: een bedrag heeft hoogstens 15 cijfers voor de punt.",
		EN: "'{value}' is too large: an amount has at most 15 digits before the point."}
	kindEuroPlaces = &zio.ProblemKind{Code: "euro.places",
		NL: "'{value}' heeft meer dan twee cijfers achter de punt. Rond het bedrag af op hele centen.",
		EN: "'{value}' has more than two digits behind the point. Round the amount to whole cents."}
	kindEuroOverflow = &zio.ProblemKind{Code: "euro.overflow",
		NL: "De uitkomst past niet meer in een bedrag: zij is groter dan de rekenkern aankan. Kijk of een van de bedragen klopt.",
		EN: "The result does not fit in an amount: it is larger than the calculation can hold. See whether the amounts are right."}
)

// EuroFromCents is the amount of that many eurocents. The smallest int64 is no amount,
// as the range is symmetric; it gives the amount one cent above it.
func EuroFromCents(cents int64) Euro { return Euro{symmetric(cents)} }

// ParseEuro reads an amount: an optional minus, one to fifteen digits without leading
// zeros, and optionally a point with one or two digits. Anything else is a problem with
// a code of its own that shows the likely meaning: a comma (euro.comma), separators
// between thousands (euro.thousands), an exponent (euro.exponent), a currency sign or
// ",-" (euro.currency), a plus sign, leading zeros, minus zero, too many digits before
// or behind the point, an empty text, and euro.invalid for the rest.
func ParseEuro(s string) (Euro, error) {
	cents, f := parseDecimal(s, euroWhole, euroPlaces)
	if f == faultNone {
		return Euro{cents}, nil
	}
	kind := kindEuroInvalid
	if figures.Only {
		return Euro{}, zio.Problem{Kind: kind}
	}
	switch f {
	case faultEmpty:
		return Euro{}, kindEuroEmpty.At("")
	case faultComma:
		kind = kindEuroComma
	case faultThousands:
		kind = kindEuroThousands
	case faultExponent:
		kind = kindEuroExponent
	case faultCurrency:
		kind = kindEuroCurrency
	case faultPlus:
		kind = kindEuroPlus
	case faultNegativeZero:
		kind = kindEuroNegativeZero
	case faultLeadingZero:
		kind = kindEuroLeadingZero
	case faultDigits:
		kind = kindEuroDigits
	case faultPlaces:
		kind = kindEuroPlaces
	}
	meant, _ := parseDecimal(likely(s, euroWhole, euroPlaces, "1234.50"), euroWhole, euroPlaces)
	return Euro{}, kind.At("", "value", shown(s), "like", Euro{meant}.String())
}

// MustParseEuro is ParseEuro for amounts that stand in program text; it panics on a problem.
func MustParseEuro(s string) Euro {
	e, err := ParseEuro(s)
	if err != nil {
		panic(err)
	}
	return e
}

// Cents is the amount in whole eurocents.
func (e Euro) Cents() int64 { return e.cents }

// String is the canonical text, always with two decimals: "1234.50", "-0.05".
func (e Euro) String() string {
	var b [24]byte
	return string(strictjson.AppendDecimal(b[:0], e.cents, euroPlaces, euroPlaces))
}

// Written is euro.overflow for an amount of more digits than a text holds, which can be calculated but not handed on.
func (e Euro) Written() error {
	if magnitude(e.cents) > euroMost {
		return kindEuroOverflow.At("")
	}
	return nil
}

// AppendText appends the canonical text to b; an amount of more than fifteen digits before
// the point is euro.digits.
func (e Euro) AppendText(b []byte) ([]byte, error) {
	if magnitude(e.cents) > euroMost {
		return b, kindEuroDigits.At("", "value", e.String())
	}
	return strictjson.AppendDecimal(b, e.cents, euroPlaces, euroPlaces), nil
}

// MarshalText is AppendText to a new slice.
func (e Euro) MarshalText() ([]byte, error) { return e.AppendText(nil) }

// UnmarshalText is ParseEuro; on a problem e keeps its value.
func (e *Euro) UnmarshalText(text []byte) error {
	v, err := ParseEuro(string(text))
	if err == nil {
		*e = v
	}
	return err
}

// Compare is -1, 0 or +1 when e is less than, equal to or more than f.
func (e Euro) Compare(f Euro) int { return compareInt64(e.cents, f.cents) }

// Sign is -1, 0 or +1 for an amount below, equal to or above zero.
func (e Euro) Sign() int { return signInt64(e.cents) }

// IsZero reports whether the amount is € 0.00.
func (e Euro) IsZero() bool { return e.cents == 0 }

// Neg is the opposite amount.
func (e Euro) Neg() Euro { return Euro{-e.cents} }

// Add is e+f, or euro.overflow.
func (e Euro) Add(f Euro) (Euro, error) {
	sum, ok := addInt64(e.cents, f.cents)
	if !ok {
		return Euro{}, kindEuroOverflow.At("")
	}
	return Euro{sum}, nil
}

// Sub is e-f, or euro.overflow.
func (e Euro) Sub(f Euro) (Euro, error) { return e.Add(f.Neg()) }

// MulInt is n times e, or euro.overflow.
func (e Euro) MulInt(n int64) (Euro, error) {
	product, ok := mulInt64(e.cents, n)
	if !ok {
		return Euro{}, kindEuroOverflow.At("")
	}
	return Euro{product}, nil
}

// Exact is the amount as a fraction, in eurocents.
func (e Euro) Exact() Exact { return ExactFromInt(e.cents) }

// Format is the amount as people write it: "€ 1.234,50" in Dutch, with a space that does not
// break (U+00A0), and "€1,234.50" in English; "€ -0,05" and "-€0.05" below zero.
func (e Euro) Format(l zio.Lang) string {
	text := zio.FormatNumber(e.String(), l)
	switch {
	case l == zio.Dutch:
		return "€\u00a0" + text
	case e.cents < 0:
		return "-€" + text[1:]
	}
	return "€" + text
}
