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

// MarshalJSON is the rule as it stands in a component.
func (a Absence) MarshalJSON() ([]byte, error) { return marshalRule(&a) }

// UnmarshalJSON reads the rule as it stands in a component.
func (a *Absence) UnmarshalJSON(data []byte) error { return unmarshalRule(a, data) }

// MarshalJSON is the rule as it stands in a component.
func (a Admission) MarshalJSON() ([]byte, error) { return marshalRule(&a) }

// UnmarshalJSON reads the rule as it stands in a component.
func (a *Admission) UnmarshalJSON(data []byte) error { return unmarshalRule(a, data) }

// MarshalJSON is the rule as it stands in a component.
func (b Budget) MarshalJSON() ([]byte, error) { return marshalRule(&b) }

// UnmarshalJSON reads the rule as it stands in a component.
func (b *Budget) UnmarshalJSON(data []byte) error { return unmarshalRule(b, data) }

// MarshalJSON is the rule as it stands in a component.
func (c ClassProduct) MarshalJSON() ([]byte, error) { return marshalRule(&c) }

// UnmarshalJSON reads the rule as it stands in a component.
func (c *ClassProduct) UnmarshalJSON(data []byte) error { return unmarshalRule(c, data) }

// MarshalJSON is the rule as it stands in a component.
func (d Degressive) MarshalJSON() ([]byte, error) { return marshalRule(&d) }

// UnmarshalJSON reads the rule as it stands in a component.
func (d *Degressive) UnmarshalJSON(data []byte) error { return unmarshalRule(d, data) }

// MarshalJSON is the rule as it stands in a component.
func (d DrawingRight) MarshalJSON() ([]byte, error) { return marshalRule(&d) }

// UnmarshalJSON reads the rule as it stands in a component.
func (d *DrawingRight) UnmarshalJSON(data []byte) error { return unmarshalRule(d, data) }

// MarshalJSON is the rule as it stands in a component.
func (e EducationMinutes) MarshalJSON() ([]byte, error) { return marshalRule(&e) }

// UnmarshalJSON reads the rule as it stands in a component.
func (e *EducationMinutes) UnmarshalJSON(data []byte) error { return unmarshalRule(e, data) }

// MarshalJSON is the rule as it stands in a component.
func (e EstimatedHours) MarshalJSON() ([]byte, error) { return marshalRule(&e) }

// UnmarshalJSON reads the rule as it stands in a component.
func (e *EstimatedHours) UnmarshalJSON(data []byte) error { return unmarshalRule(e, data) }

// MarshalJSON is the rule as it stands in a component.
func (f FixedHours) MarshalJSON() ([]byte, error) { return marshalRule(&f) }

// UnmarshalJSON reads the rule as it stands in a component.
func (f *FixedHours) UnmarshalJSON(data []byte) error { return unmarshalRule(f, data) }

// MarshalJSON is the rule as it stands in a component.
func (i InKindPair) MarshalJSON() ([]byte, error) { return marshalRule(&i) }

// UnmarshalJSON reads the rule as it stands in a component.
func (i *InKindPair) UnmarshalJSON(data []byte) error { return unmarshalRule(i, data) }

// MarshalJSON is the rule as it stands in a component.
func (i IndividualDecisions) MarshalJSON() ([]byte, error) { return marshalRule(&i) }

// UnmarshalJSON reads the rule as it stands in a component.
func (i *IndividualDecisions) UnmarshalJSON(data []byte) error { return unmarshalRule(i, data) }

// MarshalJSON is the rule as it stands in a component.
func (p PopulationFunding) MarshalJSON() ([]byte, error) { return marshalRule(&p) }

// UnmarshalJSON reads the rule as it stands in a component.
func (p *PopulationFunding) UnmarshalJSON(data []byte) error { return unmarshalRule(p, data) }

// MarshalJSON is the rule as it stands in a component.
func (p PriceList) MarshalJSON() ([]byte, error) { return marshalRule(&p) }

// UnmarshalJSON reads the rule as it stands in a component.
func (p *PriceList) UnmarshalJSON(data []byte) error { return unmarshalRule(p, data) }

// MarshalJSON is the rule as it stands in a component.
func (r RouteMinutes) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *RouteMinutes) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (s Staffing) MarshalJSON() ([]byte, error) { return marshalRule(&s) }

// UnmarshalJSON reads the rule as it stands in a component.
func (s *Staffing) UnmarshalJSON(data []byte) error { return unmarshalRule(s, data) }

// MarshalJSON is the rule as it stands in a component.
func (s Supplement) MarshalJSON() ([]byte, error) { return marshalRule(&s) }

// UnmarshalJSON reads the rule as it stands in a component.
func (s *Supplement) UnmarshalJSON(data []byte) error { return unmarshalRule(s, data) }

// MarshalJSON is the rule as it stands in a component.
func (e Excess) MarshalJSON() ([]byte, error) { return marshalRule(&e) }

// UnmarshalJSON reads the rule as it stands in a component.
func (e *Excess) UnmarshalJSON(data []byte) error { return unmarshalRule(e, data) }

// MarshalJSON is the rule as it stands in a component.
func (e Exit) MarshalJSON() ([]byte, error) { return marshalRule(&e) }

// UnmarshalJSON reads the rule as it stands in a component.
func (e *Exit) UnmarshalJSON(data []byte) error { return unmarshalRule(e, data) }

// MarshalJSON is the rule as it stands in a component.
func (f FixedAmounts) MarshalJSON() ([]byte, error) { return marshalRule(&f) }

// UnmarshalJSON reads the rule as it stands in a component.
func (f *FixedAmounts) UnmarshalJSON(data []byte) error { return unmarshalRule(f, data) }

// MarshalJSON is the rule as it stands in a component.
func (f FixedShares) MarshalJSON() ([]byte, error) { return marshalRule(&f) }

// UnmarshalJSON reads the rule as it stands in a component.
func (f *FixedShares) UnmarshalJSON(data []byte) error { return unmarshalRule(f, data) }

// MarshalJSON is the rule as it stands in a component.
func (g Given) MarshalJSON() ([]byte, error) { return marshalRule(&g) }

// UnmarshalJSON reads the rule as it stands in a component.
func (g *Given) UnmarshalJSON(data []byte) error { return unmarshalRule(g, data) }

// MarshalJSON is the rule as it stands in a component.
func (m Mixed) MarshalJSON() ([]byte, error) { return marshalRule(&m) }

// UnmarshalJSON reads the rule as it stands in a component.
func (m *Mixed) UnmarshalJSON(data []byte) error { return unmarshalRule(m, data) }

// MarshalJSON is the rule as it stands in a component.
func (h Hybrid) MarshalJSON() ([]byte, error) { return marshalRule(&h) }

// UnmarshalJSON reads the rule as it stands in a component.
func (h *Hybrid) UnmarshalJSON(data []byte) error { return unmarshalRule(h, data) }

// MarshalJSON is the rule as it stands in a component.
func (o OwnUse) MarshalJSON() ([]byte, error) { return marshalRule(&o) }

// UnmarshalJSON reads the rule as it stands in a component.
func (o *OwnUse) UnmarshalJSON(data []byte) error { return unmarshalRule(o, data) }

// MarshalJSON is the rule as it stands in a component.
func (p ProRata) MarshalJSON() ([]byte, error) { return marshalRule(&p) }

// UnmarshalJSON reads the rule as it stands in a component.
func (p *ProRata) UnmarshalJSON(data []byte) error { return unmarshalRule(p, data) }

// MarshalJSON is the rule as it stands in a component.
func (s SinglePayer) MarshalJSON() ([]byte, error) { return marshalRule(&s) }

// UnmarshalJSON reads the rule as it stands in a component.
func (s *SinglePayer) UnmarshalJSON(data []byte) error { return unmarshalRule(s, data) }

// MarshalJSON is the rule as it stands in a component.
func (s SmallNumbers) MarshalJSON() ([]byte, error) { return marshalRule(&s) }

// UnmarshalJSON reads the rule as it stands in a component.
func (s *SmallNumbers) UnmarshalJSON(data []byte) error { return unmarshalRule(s, data) }

// MarshalJSON is the rule as it stands in a component.
func (w WeightedPupils) MarshalJSON() ([]byte, error) { return marshalRule(&w) }

// UnmarshalJSON reads the rule as it stands in a component.
func (w *WeightedPupils) UnmarshalJSON(data []byte) error { return unmarshalRule(w, data) }

// MarshalJSON is the rule as it stands in a component.
func (c CashierFlow) MarshalJSON() ([]byte, error) { return marshalRule(&c) }

// UnmarshalJSON reads the rule as it stands in a component.
func (c *CashierFlow) UnmarshalJSON(data []byte) error { return unmarshalRule(c, data) }

// MarshalJSON is the rule as it stands in a component.
func (d Direct) MarshalJSON() ([]byte, error) { return marshalRule(&d) }

// UnmarshalJSON reads the rule as it stands in a component.
func (d *Direct) UnmarshalJSON(data []byte) error { return unmarshalRule(d, data) }

// MarshalJSON is the rule as it stands in a component.
func (g Grant) MarshalJSON() ([]byte, error) { return marshalRule(&g) }

// UnmarshalJSON reads the rule as it stands in a component.
func (g *Grant) UnmarshalJSON(data []byte) error { return unmarshalRule(g, data) }

// MarshalJSON is the rule as it stands in a component.
func (h HostFlow) MarshalJSON() ([]byte, error) { return marshalRule(&h) }

// UnmarshalJSON reads the rule as it stands in a component.
func (h *HostFlow) UnmarshalJSON(data []byte) error { return unmarshalRule(h, data) }

// MarshalJSON is the rule as it stands in a component.
func (n NoSettlement) MarshalJSON() ([]byte, error) { return marshalRule(&n) }

// UnmarshalJSON reads the rule as it stands in a component.
func (n *NoSettlement) UnmarshalJSON(data []byte) error { return unmarshalRule(n, data) }

// MarshalJSON is the rule as it stands in a component.
func (p PassThrough) MarshalJSON() ([]byte, error) { return marshalRule(&p) }

// UnmarshalJSON reads the rule as it stands in a component.
func (p *PassThrough) UnmarshalJSON(data []byte) error { return unmarshalRule(p, data) }
