package analysis

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// SavingsInput is what the comparison of collective with individual care needs, formula F16. The sources give no cost
// of a decision: each one is an input, and one that is not given is nil, never zero.
type SavingsInput struct {
	Individual      money.Euro  // what the care costs by individual decisions
	Collective      money.Euro  // what it costs together
	Coordination    *money.Euro // of working together
	Decisions       int64       // number of individual decisions that fall away, 0 or more
	PerMunicipality *money.Euro // what one decision costs the municipality
	PerSchool       *money.Euro // and the school
	PerParent       *money.Euro // and the parents
}

// Savings is what working together saves (besparing).
type Savings struct {
	// Saving is nil when a cost is missing: it can not be computed then. Negative: working together costs more.
	Saving  *money.Euro `json:"saving,omitempty"`
	Missing []string    `json:"missing,omitempty"` // names of the inputs that are missing
	// BreakEven is the cost of one decision, of all parties together, at which nothing is saved or lost, as an exact
	// fraction of eurocents rounded up to the cent; nil without decisions or without the cost of coordination.
	// 0.00 or less: it pays at any cost of a decision.
	BreakEven *money.Euro `json:"breakEven,omitempty"`
	// PerDecision is what the given costs of one decision come to; nil when one is missing.
	PerDecision *money.Euro `json:"perDecision,omitempty"`
}

var problemDecisions = &zio.ProblemKind{Code: "savings.decisions-negative", NL: "Het aantal beschikkingen kan niet negatief zijn.", EN: "The number of decisions can not be negative."}

// SavingsOf compares collective with individual care.
func SavingsOf(in SavingsInput) (*Savings, error) {
	if in.Decisions < 0 {
		return nil, problemDecisions.At("/decisions")
	}
	out := &Savings{}
	perDecision := money.Euro{}
	var err error
	for _, part := range [...]struct {
		name string
		e    *money.Euro
	}{{"perMunicipality", in.PerMunicipality}, {"perSchool", in.PerSchool}, {"perParent", in.PerParent}} {
		if part.e == nil {
			out.Missing = append(out.Missing, part.name)
			continue
		}
		if perDecision, err = perDecision.Add(*part.e); err != nil {
			return nil, err
		}
	}
	if len(out.Missing) == 0 {
		out.PerDecision = &perDecision
	}
	if in.Coordination == nil {
		out.Missing = append(out.Missing, "coordination")
		return out, nil
	}
	together, err := in.Collective.Add(*in.Coordination)
	if err != nil {
		return nil, err
	}
	more, err := together.Sub(in.Individual) // what working together costs more, without decisions
	if err != nil {
		return nil, err
	}
	if in.Decisions > 0 {
		each, err := more.Exact().QuoInt(in.Decisions)
		if err != nil {
			return nil, err
		}
		mode := money.Up
		if each.Sign() < 0 {
			mode = money.Down
		}
		breakEven, err := each.Euro(mode)
		if err != nil {
			return nil, err
		}
		out.BreakEven = &breakEven
	}
	if len(out.Missing) == 0 {
		avoided, err := perDecision.MulInt(in.Decisions)
		if err != nil {
			return nil, err
		}
		saving, err := avoided.Sub(more)
		if err != nil {
			return nil, err
		}
		out.Saving = &saving
	}
	return out, nil
}

// AppendDocument appends the savings as indented JSON.
func (s *Savings) AppendDocument(b []byte) []byte { return strictjson.Append(b, s, (*Savings).bind) }

func (s *Savings) bind(f *strictjson.Fields) {
	strictjson.OptionalCode(f, &s.Saving, strictjson.Spec{Name: "saving"})
	f.Texts(&s.Missing, strictjson.Spec{Name: "missing", Optional: true})
	strictjson.OptionalCode(f, &s.BreakEven, strictjson.Spec{Name: "breakEven"})
	strictjson.OptionalCode(f, &s.PerDecision, strictjson.Spec{Name: "perDecision"})
}
