package zio

import "cmp"

var kvkMalformed = ProblemKind{
	Code: "kvk.number-malformed",
	NL:   "\"{value}\" is geen KvK-nummer. Schrijf precies 8 cijfers, met de nullen aan het begin, zoals \"01234567\".",
	EN:   "\"{value}\" is no KvK number. Write exactly 8 digits, with the zeros at the start, like \"01234567\".",
}

// KvK is a number in the trade register (KvK-nummer), always eight digits. No check
// digit is published for it. The zero value is no number.
type KvK struct{ n uint32 } // 0 is no number

// ParseKvK reads exactly 8 digits; only zeros are refused.
func ParseKvK(s string) (KvK, error) {
	if len(s) != 8 || !allDigits(s) || number(s) == 0 {
		return KvK{}, kvkMalformed.At("", "value", echo(s))
	}
	return KvK{number(s)}, nil
}

// MustParseKvK is [ParseKvK] for constants; it panics on a problem.
func MustParseKvK(s string) KvK { return must(ParseKvK(s)) }

// IsValid says whether this is a number; the zero value is not.
func (c KvK) IsValid() bool { return c.n != 0 }

// IsZero says whether this is no number.
func (c KvK) IsZero() bool { return c.n == 0 }

// Compare orders by number; no number comes first.
func (c KvK) Compare(d KvK) int { return cmp.Compare(c.n, d.n) }

// String is the 8 digits; "" for no number.
func (c KvK) String() string {
	if c.n == 0 {
		return ""
	}
	return padded(c.n, 8)
}

// AppendText appends what MarshalText gives.
func (c KvK) AppendText(b []byte) ([]byte, error) {
	if c.n == 0 {
		return b, unsetValue.At("")
	}
	return appendPadded(b, c.n, 8), nil
}

// MarshalText gives the 8 digits; no number is a problem.
func (c KvK) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads as [ParseKvK] does.
func (c *KvK) UnmarshalText(text []byte) (err error) {
	*c, err = ParseKvK(string(text))
	return err
}
