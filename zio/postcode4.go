package zio

import "cmp"

var postcodeMalformed = ProblemKind{
	Code: "postcode.malformed",
	NL:   "\"{value}\" is geen postcode van vier cijfers. Een postcode loopt van 1000 tot en met 9999; \"0000\" staat in bestanden voor onbekend.",
	EN:   "\"{value}\" is not a four-digit postcode. A postcode runs from 1000 to 9999; files write \"0000\" for unknown.",
}

// Postcode4 is the four digits of a Dutch postcode (postcode, cijfers), 1000 to 9999. The
// letters are left out on purpose: four digits are enough to place a pupil and do not
// name a street. The zero value is no postcode.
type Postcode4 struct{ n uint16 } // 1000..9999; 0 is no postcode

// ParsePostcode4 reads exactly four digits.
func ParsePostcode4(s string) (Postcode4, error) {
	if len(s) != 4 || !allDigits(s) || s[0] == '0' {
		return Postcode4{}, postcodeMalformed.At("", "value", echo(s))
	}
	return Postcode4{uint16(number(s))}, nil
}

// MustParsePostcode4 is [ParsePostcode4] for constants; it panics on a problem.
func MustParsePostcode4(s string) Postcode4 { return must(ParsePostcode4(s)) }

// Postcode4FromPostcode keeps the digits of a whole postcode, "7822 HG" or "7822HG"; the
// four digits alone are accepted too.
func Postcode4FromPostcode(s string) (Postcode4, error) {
	bare := s
	if len(s) == 7 && s[4] == ' ' {
		bare = s[:4] + s[5:]
	}
	letters := len(bare) == 6 && bare[4] >= 'A' && bare[4] <= 'Z' && bare[5] >= 'A' && bare[5] <= 'Z'
	if !letters && len(bare) != 4 {
		return Postcode4{}, postcodeMalformed.At("", "value", echo(s))
	}
	return ParsePostcode4(bare[:4])
}

// Postcode4FromNumber makes a postcode of 1000..9999; any other number gives no postcode.
func Postcode4FromNumber(n int64) Postcode4 {
	if n < 1000 || n > 9999 {
		return Postcode4{}
	}
	return Postcode4{uint16(n)}
}

// Number is the postcode as a number, for tables; 0 for no postcode.
func (p Postcode4) Number() uint16 { return p.n }

// IsValid reports whether this is a postcode; the zero value is not.
func (p Postcode4) IsValid() bool { return p.n != 0 }

// IsZero reports whether this is no postcode.
func (p Postcode4) IsZero() bool { return p.n == 0 }

// Compare orders by number; no postcode comes first.
func (p Postcode4) Compare(q Postcode4) int { return cmp.Compare(p.n, q.n) }

// String is the four digits; "" for no postcode.
func (p Postcode4) String() string {
	if p.n == 0 {
		return ""
	}
	return padded(uint32(p.n), 4)
}

// AppendText appends what MarshalText gives.
func (p Postcode4) AppendText(b []byte) ([]byte, error) {
	if p.n == 0 {
		return b, unsetValue.At("")
	}
	return appendPadded(b, uint32(p.n), 4), nil
}

// MarshalText gives the four digits; no postcode is a problem.
func (p Postcode4) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads as [ParsePostcode4] does.
func (p *Postcode4) UnmarshalText(text []byte) (err error) {
	*p, err = ParsePostcode4(string(text))
	return err
}
