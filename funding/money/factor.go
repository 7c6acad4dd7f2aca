package money

import (
	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Factor is a plain decimal number with at most six places (factor): a percentage, a
// weight or an index figure. It is a whole number of millionths, comparable with ==,
// and its zero value is 0. In texts it has at most twelve digits before the point.
type Factor struct{ micros int64 }

const (
	factorWhole  = 12
	factorPlaces = 6
	factorMost   = 1_000_000_000_000_000_000 - 1 // millionths that fit in a text
)

var (
	kindNumberEmpty = &zio.ProblemKind{Code: "number.empty",
		NL: "Hier hoort een getal te staan, zoals {like}.",
		EN: "A number is missing here, such as {like}."}
	kindNumberInvalid = &zio.ProblemKind{Code: "number.invalid",
		NL: "'{value}' is geen getal. Schrijf alleen cijfers, met zo nodig een punt voor de decimalen, zoals {like}.",
		EN: "'{value}' is not a number. Write digits only, if need be with a point before the decimals, such as {like}."}
	kindNumberComma = &zio.ProblemKind{Code: "number.comma",
		NL: "In '{value}' staat een komma. Zet een punt voor de decimalen: {like}.",
		EN: "There is a comma in '{value}'. Put a point before the decimals: {like}."}
	kindNumberThousands = &zio.ProblemKind{Code: "number.thousands",
		NL: "In '{value}' staan tekens tussen de duizendtallen. Laat die weg: {like}.",
		EN: "There are separators between the thousands in '{value}'. Leave them out: {like}."}
	kindNumberExponent = &zio.ProblemKind{Code: "number.exponent",
		NL: "'{value}' is een getal met een exponent (e). Schrijf het voluit, zoals {like}.",
		EN: "'{value}' has an exponent (e). Write the number in full, such as {like}."}
	kindNumberPlus = &zio.ProblemKind{Code: "number.plus",
		NL: "Laat het plusteken voor '{value}' weg: {like}.",
		EN: "Leave out the plus sign of '{value}': {like}."}
	kindNumberNegativeZero = &zio.ProblemKind{Code: "number.negative-zero",
		NL: "Laat het minteken voor '{value}' weg: nul heeft geen teken. Schrijf {like}.",
		EN: "Leave out the minus sign of '{value}': zero has no sign. Write {like}."}
	kindNumberLeadingZero = &zio.ProblemKind{Code: "number.leading-zero",
		NL: "Laat de nullen aan het begin van '{value}' weg: {like}.",
		EN: "Leave out the zeros at the start of '{value}': {like}."}
	kindNumberDigits = &zio.ProblemKind{Code: "number.digits",
		NL: "'{value}' is te groot: hier passen hoogstens {most} cijfers voor de punt.",
		EN: "'{value}' is too large: at most {most} digits before the point fit here."}
	kindNumberPlaces = &zio.ProblemKind{Code: "number.places",
		NL: "'{value}' heeft te veel cijfers achter de punt: hier passen er hoogstens {most}.",
		EN: "'{value}' has too many digits behind the point: at most {most} fit here."}
)

// numberProblem is the problem of a text that is no Factor or Fte.
//
//figures:without s f places example
func numberProblem(s string, f fault, places int, example string) zio.Problem {
	if figures.Only {
		return zio.Problem{Kind: kindNumberInvalid}
	}
	kind, most := kindNumberInvalid, ""
	switch f {
	case faultEmpty:
		return kindNumberEmpty.At("", "like", example)
	case faultComma:
		kind = kindNumberComma
	case faultThousands:
		kind = kindNumberThousands
	case faultExponent:
		kind = kindNumberExponent
	case faultPlus:
		kind = kindNumberPlus
	case faultNegativeZero:
		kind = kindNumberNegativeZero
	case faultLeadingZero:
		kind = kindNumberLeadingZero
	case faultDigits:
		kind, most = kindNumberDigits, formatInt(int64(factorWhole))
	case faultPlaces:
		kind, most = kindNumberPlaces, formatInt(int64(places))
	}
	return kind.At("", "value", shown(s), "like", likely(s, factorWhole, places, example), "most", most)
}

// FactorFromMicros is the number of that many millionths. The smallest int64, which has no
// opposite, gives the number one millionth above it.
func FactorFromMicros(micros int64) Factor { return Factor{symmetric(micros)} }

// ParseFactor reads a plain decimal: an optional minus, one to twelve digits without leading
// zeros, and optionally a point with one to six digits. Problems have codes number.*: a
// comma, separators between thousands, an exponent, a plus sign and so on.
func ParseFactor(s string) (Factor, error) {
	micros, f := parseDecimal(s, factorWhole, factorPlaces)
	if f != faultNone {
		return Factor{}, numberProblem(s, f, factorPlaces, "12.5")
	}
	return Factor{micros}, nil
}

// MustParseFactor is ParseFactor for numbers that stand in program text; it panics on a problem.
func MustParseFactor(s string) Factor {
	f, err := ParseFactor(s)
	if err != nil {
		panic(err)
	}
	return f
}

// Micros is the number in millionths.
func (f Factor) Micros() int64 { return f.micros }

// String is the canonical text, without trailing zeros: "12.5", "100", "-0.000001".
func (f Factor) String() string {
	return string(strictjson.AppendDecimal(nil, f.micros, factorPlaces, 0))
}

// AppendText appends the canonical text to b; a number of more than twelve digits before
// the point is number.digits.
func (f Factor) AppendText(b []byte) ([]byte, error) {
	if magnitude(f.micros) > factorMost {
		return b, numberProblem(f.String(), faultDigits, factorPlaces, "12.5")
	}
	return strictjson.AppendDecimal(b, f.micros, factorPlaces, 0), nil
}

// MarshalText is AppendText to a new slice.
func (f Factor) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText is ParseFactor; on a problem f keeps its value.
func (f *Factor) UnmarshalText(text []byte) error {
	v, err := ParseFactor(string(text))
	if err == nil {
		*f = v
	}
	return err
}

// Compare is -1, 0 or +1 when f is less than, equal to or more than g.
func (f Factor) Compare(g Factor) int { return compareInt64(f.micros, g.micros) }

// Sign is -1, 0 or +1 for a number below, equal to or above zero.
func (f Factor) Sign() int { return signInt64(f.micros) }

// IsZero reports whether the number is 0.
func (f Factor) IsZero() bool { return f.micros == 0 }

// Neg is the opposite number.
func (f Factor) Neg() Factor { return Factor{-f.micros} }

// Exact is the number as a fraction.
func (f Factor) Exact() Exact { return exactOver(f.micros, 1_000_000) }

// Format is the number as people write it in the language: "12,5" in Dutch.
func (f Factor) Format(l zio.Lang) string { return zio.FormatNumber(f.String(), l) }
