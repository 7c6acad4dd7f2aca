package funding

import (
	"github.com/zio-collectief/zio/funding/money"
)

func ratio(num, den int64) money.Exact {
	x, err := money.ExactRatio(num, den)
	if err != nil {
		return money.Exact{}
	}
	return x
}

// step says which step of a rule is taken.
//
//figures:without name party label basis
type step struct {
	name  string
	party string
	label string
	unit  string
	basis string
}

// add records a step and gives its outcome as an input of later steps.
func (r *record) add(st step, op string, x money.Exact, rounding money.Rounding, before money.Exact, inputs []value) value {
	v := newValue(x, st.unit)
	if !r.tracing() {
		return v
	}
	ref := r.address(st.name, st.party)
	v.name, v.ref = st.name, ref
	s := Step{ID: ref[len(fromTrace):], Rule: r.rule, Name: st.name, Party: st.party, Label: st.label, Op: op, Value: v.text(), Unit: st.unit, Basis: st.basis, Inputs: make([]Input, len(inputs))}
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

// told ends steps that change no amount and stand in the trace only to be told, those behind the first so many steps and problems: where
// a number of them does not fit they are taken back, and what is calculated stands. What had failed before stays.
func (r *record) told(steps, problems int) {
	if len(r.problems) > problems {
		r.problems, r.trace.Steps = r.problems[:problems], r.trace.Steps[:steps]
	}
}

// fromTrace begins a reference to a step of the trace.
const fromTrace = "trace:"

// address is the reference to a step of the rule that is being worked on: fromTrace and the id of the step; "" when no
// steps are recorded.
//
//figures:without name party
func (r *record) address(name, party string) string {
	if !r.tracing() {
		return ""
	}
	if party == "" {
		return fromTrace + r.prefix + name
	}
	return fromTrace + r.prefix + name + "/" + party
}

// part is the reference to what one party has of a step that divides.
//
//figures:without ref party
func (r *record) part(ref, party string) string {
	if !r.tracing() {
		return ""
	}
	return ref + "#" + party
}

// sum, product, quotient, difference, least and most take one step each.
func (r *record) sum(st step, inputs ...value) value {
	if !r.tracing() && len(inputs) == 1 && inputs[0].unit == st.unit {
		return inputs[0] // without a trace only the number counts
	}
	total := money.Exact{}
	for i := range inputs {
		total = r.ok(total.Add(inputs[i].x))
	}
	return r.add(st, OpSum, total, 0, money.Exact{}, inputs)
}

func (r *record) product(st step, inputs ...value) value {
	return r.add(st, OpProduct, r.multiply(inputs), 0, money.Exact{}, inputs)
}

// productRounded is a product in whole cents, rounded once.
func (r *record) productRounded(st step, mode money.Rounding, inputs ...value) value {
	before := r.multiply(inputs)
	return r.add(st, OpProduct, r.round(before, mode), mode, before, inputs)
}

func (r *record) multiply(inputs []value) money.Exact {
	x := money.ExactFromInt(1)
	for i := range inputs {
		x = r.ok(x.Mul(inputs[i].x))
	}
	return x
}

// round rounds an amount in cents to whole cents.
func (r *record) round(x money.Exact, mode money.Rounding) money.Exact {
	e, err := x.Euro(mode)
	r.fail(err)
	return e.Exact()
}

func (r *record) quotient(st step, a, b value) value {
	return r.add(st, OpQuotient, r.ok(a.x.Quo(b.x)), 0, money.Exact{}, []value{a, b})
}

func (r *record) difference(st step, inputs ...value) value {
	x := inputs[0].x
	for _, v := range inputs[1:] {
		x = r.ok(x.Sub(v.x))
	}
	return r.add(st, OpDifference, x, 0, money.Exact{}, inputs)
}

func (r *record) least(st step, inputs ...value) value {
	x := inputs[0].x
	for _, v := range inputs[1:] {
		if v.x.Compare(x) < 0 {
			x = v.x
		}
	}
	return r.add(st, OpLeast, x, 0, money.Exact{}, inputs)
}

func (r *record) most(st step, inputs ...value) value {
	x := inputs[0].x
	for _, v := range inputs[1:] {
		if v.x.Compare(x) > 0 {
			x = v.x
		}
	}
	return r.add(st, OpMost, x, 0, money.Exact{}, inputs)
}

// allocate divides an amount over weights and records the step.
func (r *record) allocate(st step, total value, weights []weight, d money.Division) ([]share, value) {
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
	if r.tracing() {
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
//
//figures:without name pointer
func (r *record) agreed(name, pointer string, x money.Exact, unit string) value {
	v := newValue(x, unit)
	if r.tracing() {
		v.name, v.ref = name, "agreement:"+r.pointer+pointer
	}
	return v
}

// counted is a value that stands in the population, in the member of an item of a list; see place.
//
//figures:without name place
func (r *record) counted(name, place string, n money.Exact, unit string) value {
	v := newValue(n, unit)
	if r.tracing() {
		v.name, v.ref = name, "population:"+place
	}
	return v
}

// fromEstimate begins a reference to the estimate of a range of pupils, and is followed by the place of the group.
const fromEstimate = "estimate:"

// countedPupils is the number of pupils of group i of the population, which is an estimate where the group gives a range.
//
//figures:without name i
func (r *record) countedPupils(name string, i int, n money.Exact) value {
	v := r.counted(name, r.place("/groups", i, "/pupils"), n, UnitPupils)
	if r.tracing() && r.given.Groups[i].Ranged() {
		v.ref = fromEstimate + at("/groups", i)
	}
	return v
}

// place points to a member of item i of a list; "" when no steps are recorded.
//
//figures:without list i member
func (r *record) place(list string, i int, member string) string {
	if !r.tracing() {
		return ""
	}
	return at(list, i) + member
}

// located points to an assignment in the population; "" when no steps are recorded.
//
//figures:without a member
func (r *record) located(a *assignment, member string) string {
	if !r.tracing() {
		return ""
	}
	return a.pointer(member)
}

// constant is a value that the rule itself states.
//
//figures:without name
func (r *record) constant(name string, x money.Exact, unit string) value {
	v := newValue(x, unit)
	if r.tracing() {
		v.name, v.ref = name, "constant:"+name
	}
	return v
}
