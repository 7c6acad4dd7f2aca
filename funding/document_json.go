//go:build !tinygo && !wasm

package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Documents and rules inside other JSON; see the same file of package zio. A [Component] and each rule can stand alone too: a
// rule is written with its member "rule", and read into the type of that rule only.

// MarshalJSON is the document.
func (a Agreement) MarshalJSON() ([]byte, error) { return a.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadAgreement] does.
func (a *Agreement) UnmarshalJSON(data []byte) error {
	return strictjson.Unmarshal(a, data, ReadAgreement)
}

// MarshalJSON is the document.
func (x Result) MarshalJSON() ([]byte, error) { return x.AppendDocument(nil), nil }

// UnmarshalJSON reads as [ReadResult] does.
func (x *Result) UnmarshalJSON(data []byte) error { return strictjson.Unmarshal(x, data, ReadResult) }

// MarshalJSON is the component as it stands in an agreement.
func (c Component) MarshalJSON() ([]byte, error) {
	return strictjson.Append(nil, &c, (*Component).bind), nil
}

// UnmarshalJSON reads a component as it stands in an agreement; what only the whole agreement tells is not checked.
func (c *Component) UnmarshalJSON(data []byte) error {
	return strictjson.Unmarshal(c, data, func(data []byte) (*Component, zio.Problems) {
		x := &Component{}
		return x, zio.ProblemsOf(strictjson.Read(data, x, (*Component).bind, strictjson.Limits{}))
	})
}

// rule is what costs, keys and flows have in common.
type rule interface {
	Rule() string
	bind(*strictjson.Fields)
}

// bindRule binds a rule that stands alone, with its name.
func bindRule(r *rule, f *strictjson.Fields) {
	f.Const((*r).Rule(), strictjson.Spec{Name: "rule", NL: "Regel", EN: "Rule"})
	(*r).bind(f)
}

func marshalRule(r rule) ([]byte, error) { return strictjson.Append(nil, &r, bindRule), nil }

// unmarshalRule reads into r, a pointer to a rule, which keeps its value when there is a problem.
func unmarshalRule[T any, P interface {
	*T
	rule
}](r P, data []byte) error {
	return strictjson.Unmarshal((*T)(r), data, func(data []byte) (*T, zio.Problems) {
		x := new(T)
		var read rule = P(x)
		return x, zio.ProblemsOf(strictjson.Read(data, &read, bindRule, strictjson.Limits{}))
	})
}
