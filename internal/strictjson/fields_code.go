package strictjson

// TextValue is a value that has one canonical text: a code, a date, an amount, a choice.
type TextValue interface {
	AppendText([]byte) ([]byte, error)
	UnmarshalText([]byte) error
	IsZero() bool
}

// Code binds a value with a canonical text: a code, a date, an amount or a choice of a closed set.
// An optional one whose IsZero holds is absent.
func (f *Fields) Code(v TextValue, s Spec) {
	switch f.now() {
	case reading:
		if x := f.find(s.Name, s.Optional); x != nil {
			f.readCode(v, x, f.child(s.Name), s.Choices)
		}
	case checking:
		if !s.Optional || !v.IsZero() {
			f.checkCode(v, f.child(s.Name), s.Name, s.Choices)
		}
	case writing:
		if s.Optional && v.IsZero() {
			return
		}
		f.w.memberCode(s.Name, v)
	case describing:
		f.describe(s, KindCode)
	}
}

func (f *Fields) readCode(v TextValue, x *Value, at *path, choices []Choice) {
	if x.Kind != String {
		f.wrong(FaultNotText, x, at)
		return
	}
	if choices != nil && !f.readChoice(x, at, choices) {
		return
	}
	if err := v.UnmarshalText([]byte(x.Text)); err != nil {
		f.fault(Fault{Pointer: at.pointer(), Offset: x.Offset, Cause: err})
	}
}

// readChoice judges whether a text is one of the choices.
func (f *Fields) readChoice(x *Value, at *path, choices []Choice) bool {
	for i := range choices {
		if choices[i].Value == x.Text {
			return true
		}
	}
	f.fault(Fault{Kind: FaultChoice, Pointer: at.pointer(), Offset: x.Offset, Params: []string{"value", ShownCode(x.Text), "choices", choiceList(choices)}})
	return false
}

func (f *Fields) checkCode(v TextValue, at *path, name string, choices []Choice) {
	text, err := v.AppendText(f.all.text[:0])
	if err != nil {
		f.fault(Fault{Pointer: at.pointer(), Cause: err})
		return
	}
	f.all.text = text
	if len(text) == 0 {
		f.fault(Fault{Kind: FaultMissing, Pointer: at.pointer(), Params: []string{"name", name}})
	} else if choices != nil {
		f.readChoice(&Value{Text: string(text)}, at, choices)
	}
}

func choiceList(choices []Choice) string {
	list := ""
	for i := range choices {
		if i > 0 {
			list += ", "
		}
		list += choices[i].Value
	}
	return list
}

// Choice binds one text of the closed set in s.Choices.
func (f *Fields) Choice(v *string, s Spec) {
	f.Code((*choiceText)(v), s)
}

type choiceText string

func (c *choiceText) AppendText(b []byte) ([]byte, error) { return append(b, *c...), nil }
func (c *choiceText) UnmarshalText(b []byte) error        { *c = choiceText(b); return nil }
func (c *choiceText) IsZero() bool                        { return *c == "" }

// TextPointer is the pointer of a TextValue type.
type TextPointer[T any] interface {
	*T
	TextValue
}

// OptionalCode binds a code for which absent and its zero value are different, such as an amount.
func OptionalCode[T any, P TextPointer[T]](f *Fields, v **T, s Spec) {
	t := *v
	if t == nil {
		if f.mode == writing || f.mode == checking {
			return
		}
		t = new(T)
	}
	if f.optionalCode(P(t), s) {
		*v = t
	}
}

// optionalCode reports whether a code was read.
func (f *Fields) optionalCode(v TextValue, s Spec) bool {
	switch f.now() {
	case reading:
		if x := f.find(s.Name, true); x != nil {
			before := len(f.all.faults)
			f.readCode(v, x, f.child(s.Name), s.Choices)
			return len(f.all.faults) == before
		}
	case checking:
		f.checkCode(v, f.child(s.Name), s.Name, s.Choices)
	case writing:
		f.w.memberCode(s.Name, v)
	case describing:
		s.Optional = true
		f.describe(s, KindCode).Kept = true
	}
	return false
}

// Codes binds a list of codes.
func Codes[T any, P TextPointer[T]](f *Fields, v *[]T, s Spec) {
	f.codes(s, len(*v), func(n int) { *v = make([]T, n) }, func(i int) TextValue { return P(&(*v)[i]) })
}

// codes is what Codes does for every type: n is the number of codes, resize makes room for them.
func (f *Fields) codes(s Spec, n int, resize func(int), item func(int) TextValue) {
	switch f.now() {
	case reading:
		x := f.list(s.Name, s.Optional, s.Min, s.Max)
		if x == nil {
			return
		}
		resize(len(x.Members))
		here := path{parent: f.child(s.Name), item: true}
		for here.index = range x.Members {
			f.readCode(item(here.index), x.Item(here.index), &here, s.Choices)
		}
	case checking:
		if s.Optional && n == 0 || !f.readCount(&Value{}, f.child(s.Name), s.Min, s.Max, n) {
			return
		}
		here := path{parent: f.child(s.Name), item: true}
		for here.index = range n {
			f.checkCode(item(here.index), &here, s.Name, s.Choices)
		}
	case writing:
		if s.Optional && n == 0 {
			return
		}
		f.w.member(s.Name, 1)
		f.w.BeginArray()
		for i := range n {
			f.w.before()
			f.w.code(item(i))
		}
		f.w.EndArray()
	case describing:
		f.describe(s, KindCodes)
	}
}
