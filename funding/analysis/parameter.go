package analysis

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Parameter is one number of an agreement or a population that an analysis may change (parameter): a whole number, an amount
// or a decimal. It is held as a number of its own smallest unit: 1, a eurocent, or a millionth.
type Parameter struct {
	Pointer string // JSON Pointer in the agreement, or behind "population:" one in the population
	kind    parameterKind
	Value   int64 // what stands in the document, in the smallest unit
}

type parameterKind uint8

const (
	wholeParameter  parameterKind = iota // JSON number
	euroParameter                        // text with two decimals
	factorParameter                      // text of another decimal
)

var (
	problemPointer    = &zio.ProblemKind{Code: "parameter.pointer-unknown", NL: "Op {pointer} staat niets in de overeenkomst of de populatie.", EN: "There is nothing at {pointer} in the agreement or the population."}
	problemNotNumber  = &zio.ProblemKind{Code: "parameter.not-a-number", NL: "Op {pointer} staat geen getal, bedrag of percentage.", EN: "At {pointer} there is no number, amount or percentage."}
	problemParamValue = &zio.ProblemKind{Code: "parameter.value-invalid", NL: "{value} past niet bij {pointer}: {unit}.", EN: "{value} does not fit {pointer}: {unit}."}
)

// ParameterOf finds the number at a JSON Pointer in the agreement, such as "/components/0/cost/rate", or behind "population:" at one
// in the population, such as "population:/groups/0/pupils".
func ParameterOf(a *funding.Agreement, p *zio.Population, pointer string) (Parameter, error) {
	_, v, place, problems := document(a, p, pointer)
	if len(problems) > 0 {
		return Parameter{}, problems[0]
	}
	at := find(&v, place)
	if at == nil {
		return Parameter{}, problemPointer.At("", "pointer", pointer)
	}
	out := Parameter{Pointer: pointer}
	switch at.Kind {
	case strictjson.Number:
		n, ok := strictjson.ParseInt(at.Text)
		if !ok {
			return Parameter{}, problemNotNumber.At("", "pointer", pointer)
		}
		out.Value = n
		return out, nil
	case strictjson.String:
		if e, err := money.ParseEuro(at.Text); err == nil && e.String() == at.Text {
			out.kind, out.Value = euroParameter, e.Cents()
			return out, nil
		}
		if f, err := money.ParseFactor(at.Text); err == nil {
			out.kind, out.Value = factorParameter, f.Micros()
			return out, nil
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

// In gives the documents with another value of the parameter; the one in which it does not stand is given back as it is. The
// other is read as a document of its own, so that a value that it may not have is a problem here too. A template stays a template.
func (p Parameter) In(a *funding.Agreement, q *zio.Population, n int64) (*funding.Agreement, *zio.Population, zio.Problems) {
	in, v, place, problems := document(a, q, p.Pointer)
	if len(problems) > 0 {
		return nil, nil, problems
	}
	at := find(&v, place)
	if at == nil {
		return nil, nil, zio.Problems{problemPointer.At("", "pointer", p.Pointer)}
	}
	at.Text = p.Format(n)
	return in.read(a, q, &v)
}

// which is the document that a pointer is in.
type which string

const (
	inAgreement  which = "agreement:"
	inPopulation which = "population:"
)

// document is the document that a pointer is in, as a tree that can be changed, and the pointer in it.
func document(a *funding.Agreement, p *zio.Population, pointer string) (which, strictjson.Value, string, zio.Problems) {
	if place, population := strings.CutPrefix(pointer, string(inPopulation)); population {
		if p == nil {
			return "", strictjson.Value{}, "", zio.Problems{problemNothing.At("")}
		}
		v, faults := strictjson.Parse(p.AppendDocument(nil), strictjson.Limits{})
		return inPopulation, v, place, zio.ProblemsOf(faults)
	}
	v, problems := tree(a)
	return inAgreement, v, strings.TrimPrefix(pointer, string(inAgreement)), problems
}

// read reads a changed document in the place of the one that it was.
func (in which) read(a *funding.Agreement, p *zio.Population, v *strictjson.Value) (*funding.Agreement, *zio.Population, zio.Problems) {
	if in == inPopulation {
		q := &zio.Population{}
		problems := zio.ProblemsOf(strictjson.ReadValue(v, q, (*zio.Population).Bind))
		if len(problems) == 0 {
			problems = q.CheckRead()
		}
		return a, q, problems
	}
	b := &funding.Agreement{}
	problems := zio.ProblemsOf(strictjson.ReadValue(v, b, (*funding.Agreement).Bind))
	switch {
	case len(problems) > 0:
	case IsTemplate(b):
		problems = CheckTemplate(b)
	default:
		problems = b.CheckRead()
	}
	return b, p, problems
}
