package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Trace is how a result was reached (herleiding): addressed steps in the order in which they were
// taken. Every step can be computed again from its inputs alone, and every input says where it comes from.
type Trace struct {
	Version int64  `json:"version"` // of the form of the trace: 1
	Steps   []Step `json:"steps"`
}

// Step is one calculation (rekenstap).
type Step struct {
	ID       string          `json:"id"`              // address: "pool/cost/amount-per-pupil", "pool/key/weight/0268"
	Rule     string          `json:"rule"`            // rule that took the step: "fixed-hours/1"
	Name     string          `json:"name"`            // which of the rule's steps
	Party    string          `json:"party,omitempty"` // the party it is about; "" is all
	Op       string          `json:"op"`              // what was done: one of the Op constants
	Inputs   []Input         `json:"inputs"`
	Value    string          `json:"value,omitempty"` // outcome: decimal or fraction "n/d"; absent of a division over parties
	Unit     string          `json:"unit"`
	Rounding string          `json:"rounding,omitempty"` // mode, when the step rounds
	Before   string          `json:"before,omitempty"`   // value before rounding
	Division *money.Division `json:"division,omitempty"` // of a division over parties
	Shares   []StepShare     `json:"shares,omitempty"`   // outcome of a division over parties
	Rest     string          `json:"rest,omitempty"`     // what the division left over
	Basis    string          `json:"basis,omitempty"`    // legal basis or source that the rule declares
}

// StepShare is the outcome for one party of a division (aandeel).
type StepShare struct {
	Party string `json:"party"`
	Value string `json:"value"`
}

// Input is one value that a step used (invoer).
type Input struct {
	Name  string `json:"name"`
	Ref   string `json:"ref"` // "agreement:/pointer", "population:/pointer", "estimate:/groups/n" (the estimate of a range), "trace:step", "trace:step#party" (a party, "~gap" or "~rest") or "constant:name"
	Value string `json:"value"`
	Unit  string `json:"unit"`
}

// What a step does with its inputs.
const (
	OpSum        = "sum"        // all inputs together; without inputs 0
	OpProduct    = "product"    // all inputs multiplied
	OpQuotient   = "quotient"   // the first by the second
	OpDifference = "difference" // the first less all others
	OpLeast      = "least"      // the smallest input
	OpMost       = "most"       // the largest input
	OpAllocate   = "allocate"   // the first input divided over the others as weights, as Division says
)

// Units of values in a trace.
const (
	UnitEuro     = "eur"
	UnitMinutes  = "minutes"
	UnitPerHour  = "eur-per-hour"
	UnitWeeks    = "weeks"
	UnitPupils   = "pupils"
	UnitFte      = "fte"
	UnitPerFte   = "eur-per-fte"
	UnitMonths   = "months"
	UnitNumber   = "number"
	UnitFraction = "fraction"
	UnitPercent  = "per-cent"
	UnitHours    = "hours"
	UnitDays     = "days"
)

func ratio(num, den int64) money.Exact {
	x, err := money.ExactRatio(num, den)
	if err != nil {
		return money.Exact{}
	}
	return x
}

// step says which step of a rule is taken.
type step struct {
	name  string
	party string
	unit  string
	basis string
}

// Bind binds the members of the trace; it is for the packages of this module.
func (t *Trace) Bind(f *strictjson.Fields) {
	f.Int(&t.Version, strictjson.Spec{Name: "version", Min: 1, Max: 1, NL: "Versie", EN: "Version"})
	strictjson.List(f, &t.Steps, strictjson.Spec{Name: "steps", Max: 1_000_000, NL: "Stappen", EN: "Steps"}, (*Step).bind)
}

var opChoices = []strictjson.Choice{
	{Value: OpSum, NL: "som", EN: "sum"}, {Value: OpProduct, NL: "product", EN: "product"},
	{Value: OpQuotient, NL: "quotiënt", EN: "quotient"}, {Value: OpDifference, NL: "verschil", EN: "difference"},
	{Value: OpLeast, NL: "kleinste", EN: "least"}, {Value: OpMost, NL: "grootste", EN: "most"},
	{Value: OpAllocate, NL: "verdeling", EN: "division over parties"},
}

func (s *Step) bind(f *strictjson.Fields) {
	f.Text(&s.ID, strictjson.Spec{Name: "id", Max: 280, NL: "Adres", EN: "Address"})
	f.Text(&s.Rule, strictjson.Spec{Name: "rule", Max: 60, NL: "Regel", EN: "Rule"})
	f.Text(&s.Name, strictjson.Spec{Name: "name", Max: 80, NL: "Stap", EN: "Step"})
	f.Text(&s.Party, strictjson.Spec{Name: "party", Optional: true, Max: 60, NL: "Partij", EN: "Party"})
	f.Choice(&s.Op, strictjson.Spec{Name: "op", Choices: opChoices, NL: "Bewerking", EN: "Operation"})
	strictjson.List(f, &s.Inputs, strictjson.Spec{Name: "inputs", Max: 1_000_000, NL: "Invoer", EN: "Inputs"}, (*Input).bind)
	f.Text(&s.Value, strictjson.Spec{Name: "value", Optional: true, NL: "Uitkomst", EN: "Value"})
	f.Text(&s.Unit, strictjson.Spec{Name: "unit", Max: 40, NL: "Eenheid", EN: "Unit"})
	f.Text(&s.Rounding, strictjson.Spec{Name: "rounding", Optional: true, Max: 20, NL: "Afronding", EN: "Rounding"})
	f.Text(&s.Before, strictjson.Spec{Name: "before", Optional: true, NL: "Vóór afronding", EN: "Before rounding"})
	strictjson.OptionalStruct(f, &s.Division, strictjson.Spec{Name: "division", NL: "Wijze van verdelen", EN: "Division"}, (*money.Division).Bind)
	strictjson.List(f, &s.Shares, strictjson.Spec{Name: "shares", Optional: true, NL: "Aandelen", EN: "Shares"}, (*StepShare).bind)
	f.Text(&s.Rest, strictjson.Spec{Name: "rest", Optional: true, NL: "Rest", EN: "Rest"})
	f.Text(&s.Basis, strictjson.Spec{Name: "basis", Optional: true, Max: 500, NL: "Grondslag of bron", EN: "Legal basis or source"})
}

func (s *StepShare) bind(f *strictjson.Fields) {
	f.Text(&s.Party, strictjson.Spec{Name: "party", Max: 60, NL: "Partij", EN: "Party"})
	f.Text(&s.Value, strictjson.Spec{Name: "value", NL: "Bedrag", EN: "Amount"})
}

func (i *Input) bind(f *strictjson.Fields) {
	f.Text(&i.Name, strictjson.Spec{Name: "name", Max: 60, NL: "Naam", EN: "Name"})
	f.Text(&i.Ref, strictjson.Spec{Name: "ref", Max: 300, NL: "Herkomst", EN: "Reference"})
	f.Text(&i.Value, strictjson.Spec{Name: "value", NL: "Waarde", EN: "Value"})
	f.Text(&i.Unit, strictjson.Spec{Name: "unit", Max: 40, NL: "Eenheid", EN: "Unit"})
}

// add records a step and gives its outcome as an input of later steps.
func (r *run) add(st step, op string, x money.Exact, rounding money.Rounding, before money.Exact, inputs []value) value {
	v := newValue(x, st.unit)
	if !r.traced {
		return v
	}
	ref := r.address(st.name, st.party)
	v.name, v.ref = st.name, ref
	s := Step{ID: ref[len(fromTrace):], Rule: r.rule, Name: st.name, Party: st.party, Op: op, Value: v.text(), Unit: st.unit, Basis: st.basis, Inputs: make([]Input, len(inputs))}
	for i := range inputs {
		s.Inputs[i] = inputs[i].input()
	}
	if !rounding.IsZero() {
		s.Rounding = rounding.String()
		s.Before = exactText(before, st.unit)
	}
	r.trace.Steps = append(r.trace.Steps, s)
	return v
}

// fromTrace begins a reference to a step of the trace.
const fromTrace = "trace:"

// address is the reference to a step of the rule that is being worked on: fromTrace and the id of the step; "" when no
// steps are recorded.
func (r *run) address(name, party string) string {
	if !r.traced {
		return ""
	}
	if party == "" {
		return fromTrace + r.prefix + name
	}
	return fromTrace + r.prefix + name + "/" + party
}

// part is the reference to what one party has of a step that divides.
func (r *run) part(ref, party string) string {
	if !r.traced {
		return ""
	}
	return ref + "#" + party
}

// sum, product, quotient, difference, least and most take one step each.
func (r *run) sum(st step, inputs ...value) value {
	if !r.traced && len(inputs) == 1 && inputs[0].unit == st.unit {
		return inputs[0] // without a trace only the number counts
	}
	total := money.Exact{}
	for i := range inputs {
		total = r.ok(total.Add(inputs[i].x))
	}
	return r.add(st, OpSum, total, 0, money.Exact{}, inputs)
}

func (r *run) product(st step, inputs ...value) value {
	return r.add(st, OpProduct, r.multiply(inputs), 0, money.Exact{}, inputs)
}

// productRounded is a product in whole cents, rounded once.
func (r *run) productRounded(st step, mode money.Rounding, inputs ...value) value {
	before := r.multiply(inputs)
	return r.add(st, OpProduct, r.round(before, mode), mode, before, inputs)
}

func (r *run) multiply(inputs []value) money.Exact {
	x := money.ExactFromInt(1)
	for i := range inputs {
		x = r.ok(x.Mul(inputs[i].x))
	}
	return x
}

// round rounds an amount in cents to whole cents.
func (r *run) round(x money.Exact, mode money.Rounding) money.Exact {
	e, err := x.Euro(mode)
	r.fail(err)
	return e.Exact()
}

func (r *run) quotient(st step, a, b value) value {
	return r.add(st, OpQuotient, r.ok(a.x.Quo(b.x)), 0, money.Exact{}, []value{a, b})
}

func (r *run) difference(st step, inputs ...value) value {
	x := inputs[0].x
	for _, v := range inputs[1:] {
		x = r.ok(x.Sub(v.x))
	}
	return r.add(st, OpDifference, x, 0, money.Exact{}, inputs)
}

func (r *run) least(st step, inputs ...value) value {
	x := inputs[0].x
	for _, v := range inputs[1:] {
		if v.x.Compare(x) < 0 {
			x = v.x
		}
	}
	return r.add(st, OpLeast, x, 0, money.Exact{}, inputs)
}

func (r *run) most(st step, inputs ...value) value {
	x := inputs[0].x
	for _, v := range inputs[1:] {
		if v.x.Compare(x) > 0 {
			x = v.x
		}
	}
	return r.add(st, OpMost, x, 0, money.Exact{}, inputs)
}

// share is one party's part of a division, as an input of later steps.
type share struct {
	party  string
	amount money.Euro
	ref    string
}

func (s share) value(name string) value {
	v := newValue(s.amount.Exact(), UnitEuro)
	v.name, v.ref = name, s.ref
	return v
}

// allocate divides an amount over weights and records the step.
func (r *run) allocate(st step, total value, weights []weight, d money.Division) ([]share, value) {
	amount, err := total.x.Euro(money.HalfUp) // a total is whole cents already
	r.fail(err)
	list := make([]money.Weight, len(weights))
	for i := range weights {
		list[i] = money.Weight{Party: weights[i].party, Value: weights[i].v.x}
	}
	if r.failed() {
		return nil, noValue()
	}
	out, err := money.AllocateAmounts(amount, list, d)
	if r.fail(err); err != nil {
		return nil, noValue()
	}
	ref := r.address(st.name, st.party)
	shares := make([]share, len(out.Shares))
	for i := range out.Shares {
		shares[i] = share{party: out.Shares[i].Party, amount: out.Shares[i].Amount, ref: r.part(ref, out.Shares[i].Party)}
	}
	if r.traced {
		s := Step{ID: ref[len(fromTrace):], Rule: r.rule, Name: st.name, Party: st.party, Op: OpAllocate, Inputs: make([]Input, 0, len(weights)+1), Unit: UnitEuro, Basis: st.basis,
			Division: &d, Shares: make([]StepShare, len(out.Shares)), Rest: out.Rest.String()}
		s.Inputs = append(s.Inputs, total.input())
		for i := range weights {
			in := weights[i].v.input()
			in.Name = weights[i].party
			s.Inputs = append(s.Inputs, in)
		}
		for i := range out.Shares {
			s.Shares[i] = StepShare{Party: out.Shares[i].Party, Value: out.Shares[i].Amount.String()}
		}
		r.trace.Steps = append(r.trace.Steps, s)
	}
	return shares, share{amount: out.Rest, ref: r.part(ref, restParty)}.value("rest")
}

// agreed is a value that stands in the agreement, under the component or rule that is being worked on.
func (r *run) agreed(name, pointer string, x money.Exact, unit string) value {
	v := newValue(x, unit)
	if r.traced {
		v.name, v.ref = name, "agreement:"+r.pointer+pointer
	}
	return v
}

// counted is a value that stands in the population, in the member of an item of a list; see place.
func (r *run) counted(name, place string, n money.Exact, unit string) value {
	v := newValue(n, unit)
	if r.traced {
		v.name, v.ref = name, "population:"+place
	}
	return v
}

// fromEstimate begins a reference to the estimate of a range of pupils, and is followed by the place of the group.
const fromEstimate = "estimate:"

// countedPupils is the number of pupils of group i of the population, which is an estimate where the group gives a range.
func (r *run) countedPupils(name string, i int, n money.Exact) value {
	v := r.counted(name, r.place("/groups", i, "/pupils"), n, UnitPupils)
	if r.traced && r.p.Groups[i].Ranged() {
		v.ref = fromEstimate + at("/groups", i)
	}
	return v
}

// place points to a member of item i of a list; "" when no steps are recorded.
func (r *run) place(list string, i int, member string) string {
	if !r.traced {
		return ""
	}
	return at(list, i) + member
}

// located points to an assignment in the population; "" when no steps are recorded.
func (r *run) located(a *assignment, member string) string {
	if !r.traced {
		return ""
	}
	return a.pointer(member)
}

// constant is a value that the rule itself states.
func (r *run) constant(name string, x money.Exact, unit string) value {
	v := newValue(x, unit)
	if r.traced {
		v.name, v.ref = name, "constant:"+name
	}
	return v
}

// ok passes a value on, and notes the first error.
func (r *run) ok(x money.Exact, err error) money.Exact {
	r.fail(err)
	return x
}

// fail notes a problem of the arithmetic at the place that is being worked on; only the first counts.
func (r *run) fail(err error) {
	if err == nil || len(r.problems) > 0 {
		return
	}
	p, ok := err.(zio.Problem)
	if !ok {
		p = problemArithmetic.At("", "text", err.Error())
	}
	p.Pointer = r.pointer + p.Pointer
	r.problems = append(r.problems, p)
}

// refuse notes a problem of the documents at the place that is being worked on.
func (r *run) refuse(kind *zio.ProblemKind, pointer string, params ...string) {
	r.problems = append(r.problems, kind.At(r.pointer+pointer, params...))
}

func (r *run) failed() bool { return len(r.problems) > 0 }

var problemArithmetic = &zio.ProblemKind{Code: "calculate.arithmetic", NL: "De berekening past niet: {text}", EN: "The calculation does not fit: {text}"}

func itoa(n int64) string { return string(strictjson.AppendInt(nil, n)) }
