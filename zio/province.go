package zio

import "cmp"

var provinceUnknown = ProblemKind{
	Code: "province.unknown",
	NL:   "\"{value}\" is geen provincie. Kies uit: {choices}.",
	EN:   "\"{value}\" is not a province. Choose from: {choices}.",
}

// Province is a province (provincie), a closed set. The zero value is no province.
type Province uint8

// The provinces in the order of their CBS codes, PV20 to PV31.
const (
	_ Province = iota
	Groningen
	Fryslan
	Drenthe
	Overijssel
	Flevoland
	Gelderland
	Utrecht
	NoordHolland
	ZuidHolland
	Zeeland
	NoordBrabant
	Limburg
)

// The signs behind a name, "Bergen (NH.)", are those that registers and schools use; they are folded.
var provinces = [...]struct{ text, name, signs string }{
	{},
	{"groningen", "Groningen", " gr gn "},
	{"fryslan", "Fryslân", " fr frl friesland fryslan "},
	{"drenthe", "Drenthe", " dr "},
	{"overijssel", "Overijssel", " o ov "},
	{"flevoland", "Flevoland", " fl "},
	{"gelderland", "Gelderland", " gld gl "},
	{"utrecht", "Utrecht", " u ut "},
	{"noord-holland", "Noord-Holland", " nh noordholland "},
	{"zuid-holland", "Zuid-Holland", " zh zuidholland "},
	{"zeeland", "Zeeland", " z zl zld "},
	{"noord-brabant", "Noord-Brabant", " nb nbr noordbrabant "},
	{"limburg", "Limburg", " l lb limb "},
}

// Provinces are all provinces, in the order of their codes.
func Provinces() []Province {
	all := make([]Province, 0, len(provinces)-1)
	for p := Groningen; p <= Limburg; p++ {
		all = append(all, p)
	}
	return all
}

// ParseProvince reads a text of the closed set, "noord-holland".
func ParseProvince(s string) (Province, error) {
	choices := ""
	for p := Groningen; p <= Limburg; p++ {
		if s == provinces[p].text {
			return p, nil
		}
		if p > Groningen {
			choices += ", "
		}
		choices += provinces[p].text
	}
	return 0, provinceUnknown.At("", "value", echo(s), "choices", choices)
}

// MustParseProvince is [ParseProvince] for constants; it panics on a problem.
func MustParseProvince(s string) Province { return must(ParseProvince(s)) }

// Name is the name in the register, "Noord-Holland" and "Fryslân"; "" for no province.
func (p Province) Name() string {
	if !p.IsValid() {
		return ""
	}
	return provinces[p].name
}

// Code is the CBS code, "PV27"; "" for no province.
func (p Province) Code() string {
	if !p.IsValid() {
		return ""
	}
	return "PV" + padded(19+uint32(p), 2)
}

// IsValid reports whether this is a province of the set; the zero value is not.
func (p Province) IsValid() bool { return p >= Groningen && p <= Limburg }

// IsZero reports whether this is no province.
func (p Province) IsZero() bool { return p == 0 }

// Compare orders by CBS code; no province comes first.
func (p Province) Compare(q Province) int { return cmp.Compare(p, q) }

// String is the text of the set, "noord-holland"; "" for no province.
func (p Province) String() string {
	if !p.IsValid() {
		return ""
	}
	return provinces[p].text
}

// AppendText appends what MarshalText gives.
func (p Province) AppendText(b []byte) ([]byte, error) {
	if !p.IsValid() {
		return b, unsetValue.At("")
	}
	return append(b, provinces[p].text...), nil
}

// MarshalText gives the text of the set; no province is a problem.
func (p Province) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads as [ParseProvince] does.
func (p *Province) UnmarshalText(text []byte) (err error) {
	*p, err = ParseProvince(string(text))
	return err
}
