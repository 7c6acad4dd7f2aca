package zio

import "cmp"

var providerMalformed = ProblemKind{
	Code: "provider.code-malformed",
	NL:   "\"{value}\" is geen AGB-code. Schrijf precies 8 cijfers, met de nullen aan het begin, zoals \"06290000\".",
	EN:   "\"{value}\" is no AGB code. Write exactly 8 digits, with the zeros at the start, like \"06290000\".",
}

// ProviderCode is the AGB code of a care provider (zorgaanbieder), eight digits. No check
// digit is published for it. The zero value is no code.
type ProviderCode struct{ n uint32 } // 0 is no number

// ParseProviderCode reads exactly 8 digits; only zeros are refused.
func ParseProviderCode(s string) (ProviderCode, error) {
	if len(s) != 8 || !allDigits(s) || number(s) == 0 {
		return ProviderCode{}, providerMalformed.At("", "value", echo(s))
	}
	return ProviderCode{number(s)}, nil
}

// MustParseProviderCode is [ParseProviderCode] for constants; it panics on a problem.
func MustParseProviderCode(s string) ProviderCode { return must(ParseProviderCode(s)) }

// IsValid says whether this is a number; the zero value is not.
func (c ProviderCode) IsValid() bool { return c.n != 0 }

// IsZero says whether this is no number.
func (c ProviderCode) IsZero() bool { return c.n == 0 }

// Compare orders by number; no number comes first.
func (c ProviderCode) Compare(d ProviderCode) int { return cmp.Compare(c.n, d.n) }

// String is the 8 digits; "" for no number.
func (c ProviderCode) String() string {
	if c.n == 0 {
		return ""
	}
	return padded(c.n, 8)
}

// AppendText appends what MarshalText gives.
func (c ProviderCode) AppendText(b []byte) ([]byte, error) {
	if c.n == 0 {
		return b, unsetValue.At("")
	}
	return appendPadded(b, c.n, 8), nil
}

// MarshalText gives the 8 digits; no number is a problem.
func (c ProviderCode) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads as [ParseProviderCode] does.
func (c *ProviderCode) UnmarshalText(text []byte) (err error) {
	*c, err = ParseProviderCode(string(text))
	return err
}
