package strictjson

import "strconv"

// Int binds a whole number from Min to Max (default 0 to 2^53-1). An optional number that is 0 is absent.
func (f *Fields) Int(v *int64, s Spec) {
	switch f.now() {
	case reading:
		if x := f.find(s.Name, s.Optional); x != nil {
			f.readInt(v, x, f.child(s.Name), s.Min, s.Max)
		}
	case checking:
		if *v != 0 || !s.Optional {
			f.checkInt(*v, s.Name, s.Min, s.Max)
		}
	case writing:
		if *v == 0 && s.Optional {
			return
		}
		f.w.memberInt(s.Name, *v)
	case describing:
		f.describe(s, KindInteger)
	}
}

// OptionalInt binds a whole number for which absent and 0 are different.
func (f *Fields) OptionalInt(v **int64, s Spec) {
	switch f.now() {
	case reading:
		if x := f.find(s.Name, true); x != nil {
			n := new(int64)
			if f.readInt(n, x, f.child(s.Name), s.Min, s.Max) {
				*v = n
			}
		}
	case checking:
		if *v != nil {
			f.checkInt(**v, s.Name, s.Min, s.Max)
		}
	case writing:
		if *v != nil {
			f.w.memberInt(s.Name, **v)
		}
	case describing:
		s.Optional = true
		f.describe(s, KindInteger).Kept = true
	}
}

func (f *Fields) checkInt(n int64, name string, low, most int64) {
	if n < low || n > upper(most, MaxInteger) {
		f.readInt(&n, &Value{Kind: Number, Text: strconv.FormatInt(n, 10)}, f.child(name), low, most)
	}
}

func (f *Fields) readInt(v *int64, x *Value, at *path, low, most int64) bool {
	high := upper(most, MaxInteger)
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
	if !ok || n < low || n > high {
		f.fault(Fault{Kind: FaultRange, Pointer: at.pointer(), Offset: x.Offset, Params: []string{
			"value", x.Text, "min", strconv.FormatInt(low, 10), "max", strconv.FormatInt(high, 10)}})
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

// AppendInt appends the digits of a number.
func AppendInt(b []byte, n int64) []byte { return AppendDecimal(b, n, 0, 0) }

// AppendDecimal appends n as a number of 10^-places, of which there are 0 to 18; atLeast of them always stand. What strconv
// gives for whole numbers would do, but every append of a piece is a call in the small wasm build, and this is there for
// every number of a reply.
func AppendDecimal(b []byte, n int64, places, atLeast int) []byte {
	u, sign := uint64(n), 0
	if n < 0 {
		u, sign = -u, 1
	}
	for places > atLeast && u%10 == 0 {
		u /= 10
		places--
	}
	digits := 1
	for next := uint64(10); u >= next; next *= 10 { // up to 10^19, which 64 bits hold
		digits++
	}
	size := sign + max(digits, places+1)
	point := size - places
	if places > 0 {
		size++
	}
	start := len(b)
	if cap(b)-start < size {
		b = append(b, make([]byte, maxDecimal)...)
	}
	text := b[start : start+size]
	for i := size - 1; i >= 0; i-- { // with a sign, a zero in its place
		if i == point {
			text[i] = '.'
			continue
		}
		text[i] = byte('0' + u%10)
		u /= 10
	}
	if sign > 0 {
		text[0] = '-'
	}
	return b[:start+size]
}

// maxDecimal is the room for a number of 64 bits: digits, sign and point.
const maxDecimal = 24

// Bool binds true or false. An optional false is absent.
func (f *Fields) Bool(v *bool, s Spec) {
	switch f.now() {
	case reading:
		x := f.find(s.Name, s.Optional)
		if x == nil {
			return
		}
		if x.Kind != Bool {
			f.wrong(FaultNotBool, x, f.child(s.Name))
			return
		}
		*v = x.Text == "true"
	case writing:
		if !*v && s.Optional {
			return
		}
		f.w.member(s.Name, 1)
		f.w.Bool(*v)
	case describing:
		f.describe(s, KindBool)
	}
}
