package zio

import "cmp"

var (
	municipalityShort = ProblemKind{
		Code: "municipality.code-short",
		NL:   "De gemeentecode \"{value}\" is te kort: een gemeentecode heeft vier cijfers. Een spreadsheet haalt nullen aan het begin weg. Bedoelt u \"{proposal}\"? Maak de kolom op als tekst.",
		EN:   "The municipality code \"{value}\" is too short: a municipality code has four digits. A spreadsheet drops zeros at the start. Did you mean \"{proposal}\"? Format the column as text.",
	}
	municipalityMalformed = ProblemKind{
		Code: "municipality.code-malformed",
		NL:   "\"{value}\" is geen gemeentecode. Schrijf de vier cijfers van het CBS, zoals \"0363\" of \"GM0363\".",
		EN:   "\"{value}\" is not a municipality code. Write the four digits of CBS, like \"0363\" or \"GM0363\".",
	}
	municipalityNone = ProblemKind{
		Code: "municipality.code-none",
		NL:   "De code \"0000\" betekent dat de gemeente onbekend is. Zoek de gemeente op of neem de regel apart.",
		EN:   "The code \"0000\" means that the municipality is unknown. Look the municipality up or set the line apart.",
	}
)

// MunicipalityCode is the code of a municipality (gemeentecode) as CBS and RvIG give it
// out: four digits, of which leading zeros count ("0014" is Groningen). Codes are never
// reused, so that a code says which municipality it is without a date; whether that
// municipality is in force on a date is for [Atlas.On]. The zero value is no code.
type MunicipalityCode struct{ n uint16 } // 1..9999; 0 is no code

// ParseMunicipalityCode reads "0363", "GM0363" as CBS writes it, or "gm0363" as TOOI does. It does not look the code up.
// Three digits or fewer are refused with the code that was probably meant, and
// "0000" because the registers use it for an unknown municipality.
func ParseMunicipalityCode(s string) (MunicipalityCode, error) {
	digits := s
	if len(s) > 2 && (s[:2] == "GM" || s[:2] == "gm") {
		digits = s[2:]
	}
	switch {
	case !allDigits(digits) || len(digits) > 4:
		return MunicipalityCode{}, municipalityMalformed.At("", "value", echo(s))
	case number(digits) == 0:
		return MunicipalityCode{}, municipalityNone.At("")
	case len(digits) < 4:
		return MunicipalityCode{}, municipalityShort.At("", "value", echo(s), "proposal", zeros(digits, 4))
	}
	return MunicipalityCode{uint16(number(digits))}, nil
}

// MustParseMunicipalityCode is [ParseMunicipalityCode] for constants; it panics on a problem.
func MustParseMunicipalityCode(s string) MunicipalityCode { return must(ParseMunicipalityCode(s)) }

// MunicipalityCodeFromNumber makes a code of 1..9999; any other number gives no code.
func MunicipalityCodeFromNumber(n int64) MunicipalityCode {
	if n < 1 || n > 9999 {
		return MunicipalityCode{}
	}
	return MunicipalityCode{uint16(n)}
}

// Number is the code as a number, 1..9999, for tables; 0 for no code.
func (c MunicipalityCode) Number() uint16 { return c.n }

// IsValid reports whether this is a code; the zero value is not.
func (c MunicipalityCode) IsValid() bool { return c.n != 0 }

// IsZero reports whether this is no code.
func (c MunicipalityCode) IsZero() bool { return c.n == 0 }

// Compare orders by code; no code comes first.
func (c MunicipalityCode) Compare(d MunicipalityCode) int { return cmp.Compare(c.n, d.n) }

// String is the four digits, "0363"; "" for no code.
func (c MunicipalityCode) String() string {
	if c.n == 0 {
		return ""
	}
	return padded(uint32(c.n), 4)
}

// AppendText appends what MarshalText gives.
func (c MunicipalityCode) AppendText(b []byte) ([]byte, error) {
	if c.n == 0 {
		return b, unsetValue.At("")
	}
	return appendPadded(b, uint32(c.n), 4), nil
}

// MarshalText gives the four digits; no code is a problem.
func (c MunicipalityCode) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads as [ParseMunicipalityCode] does.
func (c *MunicipalityCode) UnmarshalText(text []byte) (err error) {
	*c, err = ParseMunicipalityCode(string(text))
	return err
}
