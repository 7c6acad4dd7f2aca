package money

// ParseExact reads -?n or -?n/d with n and d in decimal digits without leading zeros, no
// minus before a zero and d not 0. The fraction need not be reduced: "2/4" is 1/2.
func ParseExact(s string) (Exact, error) {
	rest := s
	negative := len(rest) > 0 && rest[0] == '-'
	if negative {
		rest = rest[1:]
	}
	num, rest, f := parseWide(rest)
	den := wide(1)
	if f == faultNone && len(rest) > 0 && rest[0] == '/' {
		den, rest, f = parseWide(rest[1:])
	}
	switch {
	case f == faultDigits:
		return Exact{}, kindExactOverflow.At("", "value", shown(s))
	case f != faultNone || rest != "" || negative && num.isZero():
		return Exact{}, kindExactInvalid.At("", "value", shown(s))
	case den.isZero():
		return Exact{}, kindExactDivisionByZero.At("", "value", shown(s))
	}
	return makeExact(negative, num, den), nil
}

// parseWide reads digits at the start of s.
func parseWide(s string) (v u128, rest string, f fault) {
	i := 0
	for ; i < len(s) && isDigit(s[i]); i++ {
		product, ok := v.mul(wide(10))
		sum, fits := product.add(wide(uint64(s[i] - '0')))
		if !ok || !fits {
			return u128{}, s, faultDigits
		}
		v = sum
	}
	if i == 0 || i > 1 && s[0] == '0' {
		return u128{}, s, faultSyntax
	}
	return v, s[i:], faultNone
}

// MustParseExact is ParseExact for fractions that stand in program text; it panics on a problem.
func MustParseExact(s string) Exact {
	x, err := ParseExact(s)
	if err != nil {
		panic(err)
	}
	return x
}

// String is the canonical text: "-3", "1/3".
func (x Exact) String() string {
	var b [2*39 + 2]byte
	return string(x.append(b[:0]))
}

func (x Exact) append(b []byte) []byte {
	if x.negative {
		b = append(b, '-')
	}
	b = appendWide(b, x.num)
	if !x.over.isZero() {
		b = append(b, '/')
		b = appendWide(b, x.den())
	}
	return b
}

// AppendText appends the canonical text to b; it has no errors.
func (x Exact) AppendText(b []byte) ([]byte, error) { return x.append(b), nil }

// MarshalText is AppendText to a new slice.
func (x Exact) MarshalText() ([]byte, error) { return x.append(nil), nil }

// UnmarshalText is ParseExact; on a problem x keeps its value.
func (x *Exact) UnmarshalText(text []byte) error {
	v, err := ParseExact(string(text))
	if err == nil {
		*x = v
	}
	return err
}
