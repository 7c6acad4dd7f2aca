package strictjson

// FieldKind is the shape of a member.
type FieldKind uint8

const (
	KindText    FieldKind = iota // free text
	KindInteger                  // whole number
	KindBool                     // true or false
	KindCode                     // text of one format, or of a closed set
	KindObject                   // object with the members of Item
	KindList                     // list of objects with the members of Item
	KindCodes                    // list of codes
	KindTexts                    // list of free texts
	KindUnion                    // object that is one of the rules of Union
	KindConst                    // always the same text
)

// Description is what a binder says of its object: the members in their order.
type Description struct{ Fields []FieldDescription }

// FieldDescription is one member: what holds for it and what is inside it.
type FieldDescription struct {
	Spec
	Kind  FieldKind
	Kept  bool // absent and the zero value are different, so a zero is written
	Item  *Description
	Union string
}

// VariantDescription is one rule of a union with its members.
//
//figures:without NL EN HintNL HintEN Formulas
type VariantDescription struct {
	Rule           string
	NL, EN         string
	HintNL, HintEN string
	Formulas       string
	Fields         []FieldDescription
	Zero           any // a new value of the rule, for programs that reflect on it
}

func (f *Fields) describe(s Spec, k FieldKind) *FieldDescription {
	switch k { // the ends that hold when the binder names none
	case KindText:
		s.Min = least(s.Min, s.Optional)
		s.Max = upper(s.Max, MaxLabel)
	case KindInteger:
		s.Max = upper(s.Max, MaxInteger)
	case KindList, KindCodes, KindTexts:
		s.Max = upper(s.Max, MaxList)
	}
	f.desc.Fields = append(f.desc.Fields, FieldDescription{Spec: s, Kind: k})
	return &f.desc.Fields[len(f.desc.Fields)-1]
}

// Kept says of the member that was bound last that absent and the zero value are different. Only a description keeps it.
func (f *Fields) Kept() {
	if f.now() == describing {
		f.desc.Fields[len(f.desc.Fields)-1].Kept = true
	}
}

// Describe lists the members that a binder binds.
func Describe[T any](bind func(*T, *Fields)) *Description {
	return describeObject(func(f *Fields) { bind(new(T), f) })
}
