package money

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Method is how whole units are made of the exact shares of a division (restmethode), and so
// who bears the difference that rounding leaves. The zero value is no choice. Each share is
// first exact: total times weight over the divisor. The examples divide € 100.00 over A, B
// and C.
type Method uint8

const (
	MethodUnset Method = iota // no choice made

	// LargestRemainder (largest-remainder, grootste overschotten) rounds each share toward
	// zero and gives the units left over one each to the largest remainders. No share is a
	// unit or more from its exact value. Weights 1, 1, 1: 33.34, 33.33, 33.33, as the
	// remainders and the weights are equal and A comes first.
	LargestRemainder

	// LargestWeight (largest-weight) rounds each share toward zero and gives the units left
	// over one each to the largest weights. Weights 1, 2, 4: exact 14.285.., 28.571..,
	// 57.142..; toward zero 14.28, 28.57, 57.14; one cent is left, and it goes to C: 57.15.
	LargestWeight

	// RestToLargest (rest-to-largest) rounds each share by itself, by Rounding, and the whole
	// difference goes to the largest weight. Weights 1, 1, 4, half-up: 16.67, 16.67, 66.67
	// is a cent too much, so that C pays 66.66. With many small shares the difference can
	// be many units, even more than the largest share.
	RestToLargest

	// RestToNamed (rest-to-named) is RestToLargest with the difference for the party that
	// Named names. Weights 1, 1, 4, half-up, named A: 16.66, 16.67, 66.67.
	RestToNamed

	// Independent (independent, ieder apart afgerond) rounds each share by itself, by
	// Rounding; the difference is Rest. Weights 1, 1, 4, half-up: 16.67, 16.67, 66.67, and
	// a rest of -0.01.
	Independent

	// Keep (keep) rounds each share toward zero and keeps the units left over in Rest.
	// Weights 1, 1, 1: 33.33, 33.33, 33.33, and a rest of 0.01.
	Keep
)

var methodNames = names{"largest-remainder", "largest-weight", "rest-to-largest", "rest-to-named", "independent", "keep"}

// Methods are all methods, in the order above.
func Methods() []Method {
	return []Method{LargestRemainder, LargestWeight, RestToLargest, RestToNamed, Independent, Keep}
}

// Unit is the size of the steps in which shares are paid (eenheid). The zero value is no choice.
type Unit uint8

const (
	UnitUnset Unit = iota // no choice made
	Cent                  // cent: whole eurocents
	WholeEuro             // euro: whole euros
	Thousand              // thousand: whole thousands of euros
)

var unitNames = names{"cent", "euro", "thousand"}

// Units are all units, the smallest first.
func Units() []Unit { return []Unit{Cent, WholeEuro, Thousand} }

// Division says how a total is divided over parties (wijze van verdelen): four choices that
// stand apart, as no single way is used everywhere. The zero value is invalid: Method and
// Unit are always needed, the others where the method uses them.
type Division struct {
	Method Method `json:"method"`
	Unit   Unit   `json:"unit"`

	// Divisor is what the weights are parts of. Zero is the sum of the weights, so that the
	// parties bear the total together. Otherwise it is a number above zero, such as 100 for
	// percentages: weights that sum to 99.9 leave a thousandth of the total in Rest, weights
	// that sum to 100.1 give a negative Rest.
	Divisor Exact `json:"divisor,omitzero"`

	// Rounding is needed by RestToLargest, RestToNamed and Independent, which round each share
	// by it, and by LargestRemainder and LargestWeight with a fixed divisor, which round by it
	// what the parties bear together. Elsewhere it has no effect; see UsesRounding.
	Rounding Rounding `json:"rounding,omitzero"`

	// Named is the party of RestToNamed, and empty with every other method.
	Named string `json:"named,omitempty"`
}

var (
	kindMethodUnknown = &zio.ProblemKind{Code: "allocate.method-unknown",
		NL: "'{value}' is geen manier om het restant te verdelen. Kies uit: {choices}.",
		EN: "'{value}' is not a method for the remainder. Choose from: {choices}."}
	kindMethodMissing = &zio.ProblemKind{Code: "allocate.method-missing",
		NL: "Er is niet gekozen hoe het restant wordt verdeeld. Kies uit: {choices}.",
		EN: "No method for the remainder is chosen. Choose from: {choices}."}
	kindUnitUnknown = &zio.ProblemKind{Code: "allocate.unit-unknown",
		NL: "'{value}' is geen eenheid om in te verdelen. Kies uit: {choices}.",
		EN: "'{value}' is not a unit to divide in. Choose from: {choices}."}
	kindUnitMissing = &zio.ProblemKind{Code: "allocate.unit-missing",
		NL: "Er is niet gekozen in welke eenheid wordt verdeeld. Kies uit: {choices}.",
		EN: "No unit to divide in is chosen. Choose from: {choices}."}
	kindAllocateRounding = &zio.ProblemKind{Code: "allocate.rounding-missing",
		NL: "De methode {method} rondt af, maar er is niet gekozen hoe. Kies uit: {choices}.",
		EN: "Method {method} rounds, but no way of rounding is chosen. Choose from: {choices}."}
	kindDivisorInvalid = &zio.ProblemKind{Code: "allocate.divisor-invalid",
		NL: "De deler {value} is kleiner dan nul. Gebruik een getal boven nul, zoals 100 bij procenten, of laat de deler weg.",
		EN: "The divisor {value} is below zero. Use a number above zero, such as 100 for percentages, or leave the divisor out."}
	kindNamedMissing = &zio.ProblemKind{Code: "allocate.named-missing",
		NL: "De methode rest-to-named geeft het verschil aan één partij, maar er is geen partij genoemd.",
		EN: "Method rest-to-named gives the difference to one party, but no party is named."}
	kindNamedUnused = &zio.ProblemKind{Code: "allocate.named-unused",
		NL: "Partij {party} is genoemd voor het verschil, maar de methode {method} gebruikt dat niet. Kies rest-to-named of laat de partij weg.",
		EN: "Party {party} is named for the difference, but method {method} does not use that. Choose rest-to-named or leave the party out."}
)

// Check gives all problems of the choices, with pointers to the members ("/method", "/unit",
// "/divisor", "/rounding", "/named"); none when the division can be used.
func (d Division) Check() zio.Problems {
	var ps zio.Problems
	if !d.Method.IsValid() {
		ps = append(ps, kindMethodMissing.At("/method", "choices", methodNames.list()))
	}
	if !d.Unit.IsValid() {
		ps = append(ps, kindUnitMissing.At("/unit", "choices", unitNames.list()))
	}
	if d.Divisor.Sign() < 0 {
		ps = append(ps, kindDivisorInvalid.At("/divisor", "value", d.Divisor.String()))
	}
	if d.UsesRounding() && !d.Rounding.IsValid() {
		ps = append(ps, kindAllocateRounding.At("/rounding", "method", d.Method.String(), "choices", roundingNames.list()))
	}
	switch {
	case d.Method == RestToNamed && d.Named == "":
		ps = append(ps, kindNamedMissing.At("/named"))
	case d.Method != RestToNamed && d.Method.IsValid() && d.Named != "":
		ps = append(ps, kindNamedUnused.At("/named", "party", shown(d.Named), "method", d.Method.String()))
	}
	return ps
}

// UsesRounding reports whether Rounding has a say in this division.
func (d Division) UsesRounding() bool {
	switch d.Method {
	case RestToLargest, RestToNamed, Independent:
		return true
	case LargestRemainder, LargestWeight:
		return !d.Divisor.IsZero()
	}
	return false
}

// ParseMethod reads the name of a method; anything else, also the empty text, is
// allocate.method-unknown.
func ParseMethod(s string) (Method, error) {
	i := methodNames.find(s)
	if i == 0 {
		return 0, kindMethodUnknown.At("", "value", strictjson.ShownCode(s), "choices", methodNames.list())
	}
	return Method(i), nil
}

// String is the name; "" for the zero value.
func (m Method) String() string { return methodNames.name(uint8(m)) }

// IsValid reports whether a method is chosen.
func (m Method) IsValid() bool { return methodNames.has(uint8(m)) }

// AppendText appends the name to b; the zero value is allocate.method-missing.
func (m Method) AppendText(b []byte) ([]byte, error) {
	if !m.IsValid() {
		return b, kindMethodMissing.At("", "choices", methodNames.list())
	}
	return append(b, m.String()...), nil
}

// MarshalText is AppendText to a new slice.
func (m Method) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText is ParseMethod; on a problem m keeps its value.
func (m *Method) UnmarshalText(text []byte) error {
	v, err := ParseMethod(string(text))
	if err == nil {
		*m = v
	}
	return err
}

// ParseUnit reads the name of a unit; anything else, also the empty text, is
// allocate.unit-unknown.
func ParseUnit(s string) (Unit, error) {
	i := unitNames.find(s)
	if i == 0 {
		return 0, kindUnitUnknown.At("", "value", strictjson.ShownCode(s), "choices", unitNames.list())
	}
	return Unit(i), nil
}

// String is the name; "" for the zero value.
func (u Unit) String() string { return unitNames.name(uint8(u)) }

// IsValid reports whether a unit is chosen.
func (u Unit) IsValid() bool { return unitNames.has(uint8(u)) }

// Cents is the size of the unit in eurocents: 1, 100 or 100,000; 0 for the zero value.
func (u Unit) Cents() int64 {
	switch u {
	case Cent:
		return 1
	case WholeEuro:
		return 100
	case Thousand:
		return 100_000
	}
	return 0
}

// AppendText appends the name to b; the zero value is allocate.unit-missing.
func (u Unit) AppendText(b []byte) ([]byte, error) {
	if !u.IsValid() {
		return b, kindUnitMissing.At("", "choices", unitNames.list())
	}
	return append(b, u.String()...), nil
}

// MarshalText is AppendText to a new slice.
func (u Unit) MarshalText() ([]byte, error) { return u.AppendText(nil) }

// UnmarshalText is ParseUnit; on a problem u keeps its value.
func (u *Unit) UnmarshalText(text []byte) error {
	v, err := ParseUnit(string(text))
	if err == nil {
		*u = v
	}
	return err
}
