package zio

import (
	"cmp"
	"strings"
)

var allianceMalformed = ProblemKind{
	Code: "alliance.code-malformed",
	NL:   "\"{value}\" is geen code van een samenwerkingsverband. Schrijf PO of VO en vier cijfers, zoals \"PO2601\" of \"VO-26-01\".",
	EN:   "\"{value}\" is not a code of a school alliance. Write PO or VO and four digits, like \"PO2601\" or \"VO-26-01\".",
}

// AllianceCode is the code of a school alliance (samenwerkingsverband passend onderwijs):
// PO (primary) or VO (secondary) and four digits. The zero value is no code.
type AllianceCode struct {
	sector byte // 'P' or 'V'; 0 is no code
	n      uint16
}

// ParseAllianceCode reads "PO2601", "PO-2601" or "PO-26-01".
func ParseAllianceCode(s string) (AllianceCode, error) {
	bare := s
	switch {
	case len(s) == 8 && s[2] == '-' && s[5] == '-':
		bare = s[:2] + s[3:5] + s[6:]
	case len(s) == 7 && s[2] == '-':
		bare = s[:2] + s[3:]
	}
	if len(bare) != 6 || !(strings.HasPrefix(bare, "PO") || strings.HasPrefix(bare, "VO")) || !allDigits(bare[2:]) {
		return AllianceCode{}, allianceMalformed.At("", "value", echo(s))
	}
	return AllianceCode{bare[0], uint16(number(bare[2:]))}, nil
}

// MustParseAllianceCode is [ParseAllianceCode] for constants; it panics on a problem.
func MustParseAllianceCode(s string) AllianceCode { return must(ParseAllianceCode(s)) }

// IsPrimary reports whether this is an alliance of primary education (primair onderwijs, PO).
func (c AllianceCode) IsPrimary() bool { return c.sector == 'P' }

// IsSecondary reports whether this is an alliance of secondary education (voortgezet onderwijs, VO).
func (c AllianceCode) IsSecondary() bool { return c.sector == 'V' }

// IsValid reports whether this is a code; the zero value is not.
func (c AllianceCode) IsValid() bool { return c.sector != 0 }

// IsZero reports whether this is no code.
func (c AllianceCode) IsZero() bool { return c.sector == 0 }

// Compare orders by text, PO before VO; no code comes first.
func (c AllianceCode) Compare(d AllianceCode) int {
	if r := cmp.Compare(c.sector, d.sector); r != 0 {
		return r
	}
	return cmp.Compare(c.n, d.n)
}

// String is "PO2601"; "" for no code.
func (c AllianceCode) String() string {
	if c.IsZero() {
		return ""
	}
	return string([]byte{c.sector, 'O'}) + padded(uint32(c.n), 4)
}

// AppendText appends what MarshalText gives.
func (c AllianceCode) AppendText(b []byte) ([]byte, error) {
	if c.IsZero() {
		return b, unsetValue.At("")
	}
	return appendPadded(append(b, c.sector, 'O'), uint32(c.n), 4), nil
}

// MarshalText gives "PO2601"; no code is a problem.
func (c AllianceCode) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads as [ParseAllianceCode] does.
func (c *AllianceCode) UnmarshalText(text []byte) (err error) {
	*c, err = ParseAllianceCode(string(text))
	return err
}
