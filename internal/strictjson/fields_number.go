package strictjson

import "strconv"

// Int binds a whole number from Min to Max (default 0 to 2^53-1). An optional number that is 0 is absent.
func (f *Fields) Int(v *int64, s Spec) {
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			f.readInt(v, x, &at, &s)
		}
	case checking:
		if *v != 0 || !s.Optional {
			f.checkInt(*v, &s)
		}
	case writing:
		if *v == 0 && s.Optional {
			return
		}
		f.w.member(s.Name)
		f.w.Int(*v)
	case describing:
		f.describe(s, KindInteger)
	}
}

// OptionalInt binds a whole number for which absent and 0 are different.
func (f *Fields) OptionalInt(v **int64, s Spec) {
	s.Optional = true
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			n := new(int64)
			if f.readInt(n, x, &at, &s) {
				*v = n
			}
		}
	case checking:
		if *v != nil {
			f.checkInt(**v, &s)
		}
	case writing:
		if *v != nil {
			f.w.member(s.Name)
			f.w.Int(**v)
		}
	case describing:
		f.describe(s, KindInteger)
	}
}

func (f *Fields) checkInt(n int64, s *Spec) {
	if n < s.Min || n > s.max(MaxInteger) {
		at := f.child(s)
		f.readInt(&n, &Value{Kind: Number, Text: strconv.FormatInt(n, 10)}, &at, s)
	}
}

func (f *Fields) readInt(v *int64, x *Value, at *path, s *Spec) bool {
	if x.Kind != Number {
		f.wrong(FaultNotNumber, x, at)
		return false
	}
	n, ok := ParseInt(x.Text)
	if !ok {
		for i := 0; i < len(x.Text); i++ {
			if x.Text[i] == '.' {
				f.fault(Fault{Kind: FaultInteger, Pointer: at.pointer(), Offset: x.Offset, Params: []string{"value", x.Text}})
				return false
			}
		}
	}
	if !ok || n < s.Min || n > s.max(MaxInteger) {
		f.fault(Fault{Kind: FaultRange, Pointer: at.pointer(), Offset: x.Offset, Params: []string{
			"value", x.Text, "min", strconv.FormatInt(s.Min, 10), "max", strconv.FormatInt(s.max(MaxInteger), 10)}})
		return false
	}
	*v = n
	return true
}

// ParseInt reads a number of digits, perhaps behind a minus, that fits 64 bits. The parser of strconv would do, but
// compares error values, which brings reflection into a small wasm build.
func ParseInt(text string) (int64, bool) {
	digits := text
	if len(digits) > 0 && digits[0] == '-' {
		digits = digits[1:]
	}
	n := uint64(0)
	for i := 0; i < len(digits); i++ {
		c := digits[i] - '0'
		if c > 9 || i >= maxDigits {
			return 0, false
		}
		n = n*10 + uint64(c)
	}
	if len(digits) < len(text) {
		return -int64(n), len(digits) > 0 && n <= 1<<63
	}
	return int64(n), len(digits) > 0 && n < 1<<63
}

// Bool binds true or false. An optional false is absent.
func (f *Fields) Bool(v *bool, s Spec) {
	switch f.mode {
	case reading:
		x, at, ok := f.find(&s)
		if !ok {
			return
		}
		if x.Kind != Bool {
			f.wrong(FaultNotBool, x, &at)
			return
		}
		*v = x.Text == "true"
	case writing:
		if !*v && s.Optional {
			return
		}
		f.w.member(s.Name)
		f.w.Bool(*v)
	case describing:
		f.describe(s, KindBool)
	}
}
