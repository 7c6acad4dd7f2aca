package strictjson

import "unsafe"

// Variant is one rule of a closed set: the value of the member "rule", and how to make and bind it.
//
//figures:without NL EN HintNL HintEN Formulas
type Variant[T any] struct {
	Rule     string
	New      func() T
	NL, EN   string // what the rule is called
	HintNL   string // one sentence: what it does
	HintEN   string
	Formulas string // "F02", "F01 F07": of the catalogue
}

// Union is a closed set of rules that share an interface, told apart by the member "rule".
type Union[T any] struct {
	Name     string // "cost", "key", "flow": the name of the set
	Variants []Variant[T]
	Rare     []Variant[T]     // more of them, after the others; apart, so that a build can leave them out
	Rule     func(T) string   // the rule of a value; "" when there is none
	Bind     func(T, *Fields) // binds the other members
}

// Rule binds a member that is one of the rules of a union.
func Rule[T any](f *Fields, v *T, s Spec, u *Union[T]) {
	switch f.now() {
	case reading:
		x := f.find(s.Name, s.Optional)
		if x == nil {
			return
		}
		if x.Kind != Object {
			f.wrong(FaultNotObject, x, f.child(s.Name))
			return
		}
		inner := Fields{mode: reading, all: f.all, at: f.child(s.Name), object: x}
		rule := inner.find("rule", false)
		if rule == nil {
			return
		}
		if rule.Kind != String {
			inner.wrong(FaultNotText, rule, inner.child("rule"))
			return
		}
		if found := u.Find(rule.Text); found != nil {
			*v = found.New()
			u.Bind(*v, &inner)
			inner.unknown()
			return
		}
		inner.readChoice(rule, inner.child("rule"), u.choices())
	case checking:
		here := f.child(s.Name)
		switch rule := u.Rule(*v); {
		case f.all.deep:
		case here.depth() > maxDepth:
			f.all.deep = true
			f.fault(Fault{Kind: FaultDepth, Pointer: here.pointer(), Params: []string{"limit", string(AppendInt(nil, maxDepth))}})
		case rule != "" && isNothing(*v):
			f.fault(Fault{Kind: FaultNothing, Pointer: here.pointer()})
		case rule != "":
			u.Bind(*v, &Fields{mode: checking, all: f.all, at: here})
		case !s.Optional:
			f.fault(Fault{Kind: FaultMissing, Pointer: here.pointer(), Params: []string{"name", s.Name}})
		}
	case writing:
		rule := u.Rule(*v)
		if rule == "" && s.Optional {
			return
		}
		f.w.member(s.Name, 1)
		f.w.BeginObject()
		f.w.memberText("rule", rule)
		f.w.deep = f.w.deep || f.w.depth > maxDepth
		if rule != "" && !f.w.deep && !isNothing(*v) {
			u.Bind(*v, f)
		}
		f.w.EndObject()
	case describing:
		f.describe(s, KindUnion).Union = u.Name
	}
}

// isNothing reports whether a rule is a nil pointer. An interface is two words, of which the second one is the pointer that
// it holds; without reflection only that tells.
func isNothing[T any](v T) bool {
	return unsafe.Sizeof(v) == 2*unsafe.Sizeof(uintptr(0)) && (*[2]unsafe.Pointer)(unsafe.Pointer(&v))[1] == nil
}

// Find is the rule of a name; nil when there is none.
func (u *Union[T]) Find(rule string) *Variant[T] {
	for _, list := range [...][]Variant[T]{u.Variants, u.Rare} {
		for i := range list {
			if list[i].Rule == rule {
				return &list[i]
			}
		}
	}
	return nil
}

func (u *Union[T]) all() []Variant[T] {
	return append(u.Variants[:len(u.Variants):len(u.Variants)], u.Rare...)
}

func (u *Union[T]) choices() []Choice {
	all := u.all()
	list := make([]Choice, len(all))
	for i := range all {
		list[i] = Choice{Value: all[i].Rule, NL: all[i].NL, EN: all[i].EN}
	}
	return list
}

// Describe lists the rules of a union with their fields.
func (u *Union[T]) Describe() []VariantDescription {
	all := u.all()
	list := make([]VariantDescription, len(all))
	for i := range all {
		v := &all[i]
		d := Description{}
		zero := v.New()
		u.Bind(zero, &Fields{mode: describing, desc: &d})
		list[i] = VariantDescription{Rule: v.Rule, NL: v.NL, EN: v.EN, HintNL: v.HintNL, HintEN: v.HintEN, Formulas: v.Formulas, Fields: d.Fields, Zero: zero}
	}
	return list
}
