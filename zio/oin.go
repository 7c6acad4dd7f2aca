package zio

import (
	"cmp"
	"strings"
)

var oinMalformed = ProblemKind{
	Code: "oin.malformed",
	NL:   "\"{value}\" is geen OIN. Een OIN heeft 20 tekens: acht cijfers die zeggen van welk register het nummer is, het nummer zelf en nullen.",
	EN:   "\"{value}\" is no OIN. An OIN has 20 characters: eight digits that say which register the number is from, the number itself and zeros.",
}

// OIN is the identification number of an organisation in exchange between authorities
// (organisatie-identificatienummer): a prefix of eight digits that names the register, a
// main number and a suffix, 20 digits or capitals together. The zero value is no number.
type OIN struct{ text [20]byte }

// ParseOIN reads 20 digits or capitals, the first eight digits. The register behind a
// prefix is not asked, and a prefix that is not known is accepted.
func ParseOIN(s string) (OIN, error) {
	ok := len(s) == 20 && allDigits(s[:8]) && number(s[:8]) != 0
	for i := 8; ok && i < 20; i++ {
		ok = s[i] >= '0' && s[i] <= '9' || s[i] >= 'A' && s[i] <= 'Z'
	}
	if !ok {
		return OIN{}, oinMalformed.At("", "value", echo(s))
	}
	return OIN{[20]byte([]byte(s))}, nil
}

// MustParseOIN is [ParseOIN] for constants; it panics on a problem.
func MustParseOIN(s string) OIN { return must(ParseOIN(s)) }

// KvK is the number in the trade register that the OIN holds, where its prefix is
// 00000003, the main number eight digits and the suffix zeros; otherwise false.
func (o OIN) KvK() (KvK, bool) {
	s := o.String()
	if !strings.HasPrefix(s, "00000003") || !strings.HasSuffix(s, "0000") {
		return KvK{}, false
	}
	k, err := ParseKvK(s[8:16])
	return k, err == nil
}

// IsTest says whether the prefix is that of test numbers, 00000099.
func (o OIN) IsTest() bool { return strings.HasPrefix(o.String(), "00000099") }

// IsValid says whether this is a number; the zero value is not.
func (o OIN) IsValid() bool { return o != OIN{} }

// IsZero says whether this is no number.
func (o OIN) IsZero() bool { return o == OIN{} }

// Compare orders by text; no number comes first.
func (o OIN) Compare(p OIN) int { return cmp.Compare(o.String(), p.String()) }

// String is the 20 characters; "" for no number.
func (o OIN) String() string {
	if o.IsZero() {
		return ""
	}
	return string(o.text[:])
}

// AppendText appends what MarshalText gives.
func (o OIN) AppendText(b []byte) ([]byte, error) {
	if o.IsZero() {
		return b, unsetValue.At("")
	}
	return append(b, o.text[:]...), nil
}

// MarshalText gives the 20 characters; no number is a problem.
func (o OIN) MarshalText() ([]byte, error) { return o.AppendText(nil) }

// UnmarshalText reads as [ParseOIN] does.
func (o *OIN) UnmarshalText(text []byte) (err error) {
	*o, err = ParseOIN(string(text))
	return err
}
