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
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			f.readCode(v, x, &at, &s)
		}
	case checking:
		if !s.Optional || !v.IsZero() {
			at := f.child(&s)
			f.checkCode(v, &at, &s)
		}
	case writing:
		if s.Optional && v.IsZero() {
			return
		}
		f.w.member(s.Name)
		f.w.code(v)
	case describing:
		f.describe(s, KindCode)
	}
}

func (f *Fields) readCode(v TextValue, x *Value, at *path, s *Spec) {
	if x.Kind != String {
		f.wrong(FaultNotText, x, at)
		return
	}
	if !f.readChoice(x, at, s) {
		return
	}
	if err := v.UnmarshalText([]byte(x.Text)); err != nil {
		f.fault(Fault{Pointer: at.pointer(), Offset: x.Offset, Cause: err})
	}
}

// readChoice judges whether a text is one of the choices, when there are choices.
func (f *Fields) readChoice(x *Value, at *path, s *Spec) bool {
	for i := range s.Choices {
		if s.Choices[i].Value == x.Text {
			return true
		}
	}
	if s.Choices != nil {
		f.fault(Fault{Kind: FaultChoice, Pointer: at.pointer(), Offset: x.Offset, Params: []string{"value", x.Text, "choices", choiceList(s.Choices)}})
	}
	return s.Choices == nil
}

func (f *Fields) checkCode(v TextValue, at *path, s *Spec) {
	text, err := v.AppendText(f.all.text[:0])
	if err != nil {
		f.fault(Fault{Pointer: at.pointer(), Cause: err})
		return
	}
	f.all.text = text
	if len(text) == 0 {
		f.fault(Fault{Kind: FaultMissing, Pointer: at.pointer(), Params: []string{"name", s.Name}})
	} else if s.Choices != nil {
		f.readChoice(&Value{Text: string(text)}, at, s)
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
	s.Optional = true
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			before := len(f.all.faults)
			f.readCode(v, x, &at, &s)
			return len(f.all.faults) == before
		}
	case checking:
		at := f.child(&s)
		f.checkCode(v, &at, &s)
	case writing:
		f.w.member(s.Name)
		f.w.code(v)
	case describing:
		f.describe(s, KindCode)
	}
	return false
}

// Codes binds a list of codes.
func Codes[T any, P TextPointer[T]](f *Fields, v *[]T, s Spec) {
	f.codes(s, len(*v), func(n int) { *v = make([]T, n) }, func(i int) TextValue { return P(&(*v)[i]) })
}

// codes is what Codes does for every type: n is the number of codes, resize makes room for them.
func (f *Fields) codes(s Spec, n int, resize func(int), item func(int) TextValue) {
	switch f.mode {
	case reading:
		x, at, ok := f.list(&s)
		if !ok {
			return
		}
		resize(len(x.Items))
		for i := range x.Items {
			here := path{parent: &at, index: i, item: true}
			f.readCode(item(i), &x.Items[i], &here, &s)
		}
	case checking:
		at := f.child(&s)
		if f.absent(&s, n) || !f.readCount(&Value{}, &at, &s, n) {
			return
		}
		for i := range n {
			here := path{parent: &at, index: i, item: true}
			f.checkCode(item(i), &here, &s)
		}
	case writing:
		if s.Optional && n == 0 {
			return
		}
		f.w.member(s.Name)
		f.w.BeginArray()
		for i := range n {
			f.w.code(item(i))
		}
		f.w.EndArray()
	case describing:
		f.describe(s, KindCodes)
	}
}
