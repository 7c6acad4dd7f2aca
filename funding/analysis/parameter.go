package analysis

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Parameter is one number of an agreement that an analysis may change (parameter): a whole number, an amount or a
// decimal. It is held as a number of its own smallest unit: 1, a eurocent, or a millionth.
type Parameter struct {
	Pointer string // JSON Pointer in the agreement
	kind    parameterKind
	Value   int64 // what stands in the agreement, in the smallest unit
}

type parameterKind uint8

const (
	wholeParameter  parameterKind = iota // JSON number
	euroParameter                        // text with two decimals
	factorParameter                      // text of another decimal
)

var (
	problemPointer    = &zio.ProblemKind{Code: "parameter.pointer-unknown", NL: "Op {pointer} staat niets in de overeenkomst.", EN: "There is nothing at {pointer} in the agreement."}
	problemNotNumber  = &zio.ProblemKind{Code: "parameter.not-a-number", NL: "Op {pointer} staat geen getal, bedrag of percentage.", EN: "At {pointer} there is no number, amount or percentage."}
	problemParamValue = &zio.ProblemKind{Code: "parameter.value-invalid", NL: "{value} past niet bij {pointer}: {unit}.", EN: "{value} does not fit {pointer}: {unit}."}
)

// ParameterOf finds the number at a JSON Pointer, such as "/components/0/cost/rate".
func ParameterOf(a *funding.Agreement, pointer string) (Parameter, error) {
	v, problems := tree(a)
	if len(problems) > 0 {
		return Parameter{}, problems[0]
	}
	at := find(&v, pointer)
	if at == nil {
		return Parameter{}, problemPointer.At("", "pointer", pointer)
	}
	p := Parameter{Pointer: pointer}
	switch at.Kind {
	case strictjson.Number:
		n, ok := strictjson.ParseInt(at.Text)
		if !ok {
			return Parameter{}, problemNotNumber.At("", "pointer", pointer)
		}
		p.Value = n
		return p, nil
	case strictjson.String:
		if e, err := money.ParseEuro(at.Text); err == nil && e.String() == at.Text {
			p.kind, p.Value = euroParameter, e.Cents()
			return p, nil
		}
		if f, err := money.ParseFactor(at.Text); err == nil {
			p.kind, p.Value = factorParameter, f.Micros()
			return p, nil
		}
	}
	return Parameter{}, problemNotNumber.At("", "pointer", pointer)
}

// Parse reads a value of the parameter in its own notation: "330", "60.00", "12.5".
func (p Parameter) Parse(s string) (int64, error) {
	switch p.kind {
	case euroParameter:
		if e, err := money.ParseEuro(s); err == nil {
			return e.Cents(), nil
		}
		return 0, problemParamValue.At("", "value", s, "pointer", p.Pointer, "unit", "0.00")
	case factorParameter:
		if f, err := money.ParseFactor(s); err == nil {
			return f.Micros(), nil
		}
		return 0, problemParamValue.At("", "value", s, "pointer", p.Pointer, "unit", "0.000000")
	}
	n, ok := strictjson.ParseInt(s)
	if !ok {
		return 0, problemParamValue.At("", "value", s, "pointer", p.Pointer, "unit", "0")
	}
	return n, nil
}

// Format writes a value of the parameter in its own notation.
func (p Parameter) Format(n int64) string {
	switch p.kind {
	case euroParameter:
		return money.EuroFromCents(n).String()
	case factorParameter:
		return money.FactorFromMicros(n).String()
	}
	return strconv.FormatInt(n, 10)
}

// In is the agreement with another value of the parameter. It is read as a document of its own, so that a value
// that the agreement may not have is a problem here too. A template stays a template.
func (p Parameter) In(a *funding.Agreement, n int64) (*funding.Agreement, zio.Problems) {
	v, problems := tree(a)
	if len(problems) > 0 {
		return nil, problems
	}
	at := find(&v, p.Pointer)
	if at == nil {
		return nil, zio.Problems{problemPointer.At("", "pointer", p.Pointer)}
	}
	at.Text = p.Format(n)
	b := &funding.Agreement{}
	problems = zio.ProblemsOf(strictjson.ReadValue(&v, b, (*funding.Agreement).Bind))
	switch {
	case len(problems) > 0:
	case IsTemplate(b):
		problems = CheckTemplate(b)
	default:
		problems = b.CheckRead()
	}
	return b, problems
}

// tree is the agreement as a document that can be changed.
func tree(a *funding.Agreement) (strictjson.Value, zio.Problems) {
	if a == nil {
		return strictjson.Value{}, zio.Problems{problemNothing.At("")}
	}
	v, faults := strictjson.Parse(a.AppendDocument(nil), strictjson.Limits{})
	return v, zio.ProblemsOf(faults)
}

// find follows a JSON Pointer (RFC 6901); nil when there is nothing.
func find(v *strictjson.Value, pointer string) *strictjson.Value {
	for pointer != "" {
		if pointer[0] != '/' {
			return nil
		}
		token, rest, more := strings.Cut(pointer[1:], "/")
		pointer = ""
		if more {
			pointer = "/" + rest
		}
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		var next *strictjson.Value
		switch v.Kind {
		case strictjson.Object:
			for i := range v.Members {
				if v.Members[i].Name == token {
					next = &v.Members[i].Value
				}
			}
		case strictjson.Array:
			if n, ok := strictjson.ParseInt(token); ok && n >= 0 && n < int64(len(v.Members)) && strconv.FormatInt(n, 10) == token {
				next = v.Item(int(n))
			}
		}
		if next == nil {
			return nil
		}
		v = next
	}
	return v
}
