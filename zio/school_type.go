package zio

import "cmp"

var schoolTypeUnknown = ProblemKind{
	Code: "school-type.unknown",
	NL:   "\"{value}\" is geen schoolsoort. Kies uit: {choices}.",
	EN:   "\"{value}\" is not a school type. Choose from: {choices}.",
}

// SchoolType is the type of education of a school site (schoolsoort), a closed set. The
// zero value is no type.
type SchoolType uint8

// The types of education. Their texts are the names of Dutch law and of the files of DUO.
const (
	_                SchoolType = iota
	Primary                     // bo, mainstream primary education (basisonderwijs)
	SpecialBasic                // sbo, special primary school (speciaal basisonderwijs)
	SpecialPrimary              // so, primary special education (speciaal onderwijs)
	SpecialSecondary            // vso, secondary special education (voortgezet speciaal onderwijs)
	SpecialBoth                 // so-vso, a site with both, in files "(V)SO"
	Practical                   // pro, practical training (praktijkonderwijs)
	Secondary                   // vo, mainstream secondary education (voortgezet onderwijs)
	Vocational                  // mbo, vocational education (middelbaar beroepsonderwijs)
	Intermediate                // intermediate, a provision in between (tussenvoorziening)
)

//figures:without nl en
var schoolTypes = [...]struct{ text, nl, en string }{
	{},
	{"bo", "basisonderwijs", "mainstream primary education"},
	{"sbo", "speciaal basisonderwijs", "special primary school"},
	{"so", "speciaal onderwijs", "primary special education"},
	{"vso", "voortgezet speciaal onderwijs", "secondary special education"},
	{"so-vso", "speciaal en voortgezet speciaal onderwijs", "primary and secondary special education"},
	{"pro", "praktijkonderwijs", "practical training"},
	{"vo", "voortgezet onderwijs", "mainstream secondary education"},
	{"mbo", "middelbaar beroepsonderwijs", "vocational education"},
	{"intermediate", "tussenvoorziening", "in-between provision"},
}

// SchoolTypes are all types, in their own order.
func SchoolTypes() []SchoolType {
	all := make([]SchoolType, 0, len(schoolTypes)-1)
	for t := 1; t < len(schoolTypes); t++ {
		all = append(all, SchoolType(t))
	}
	return all
}

// ParseSchoolType reads a text of the closed set, "so-vso".
func ParseSchoolType(s string) (SchoolType, error) {
	for t := 1; t < len(schoolTypes); t++ {
		if s == schoolTypes[t].text {
			return SchoolType(t), nil
		}
	}
	return 0, schoolTypeUnknown.At("", "value", echo(s), "choices", schoolTypeList())
}

// schoolTypeList names all types.
func schoolTypeList() string {
	list := schoolTypes[1].text
	for _, t := range schoolTypes[2:] {
		list += ", " + t.text
	}
	return list
}

// MustParseSchoolType is [ParseSchoolType] for constants; it panics on a problem.
func MustParseSchoolType(s string) SchoolType { return must(ParseSchoolType(s)) }

// IsSpecial reports whether the type is special education (gespecialiseerd onderwijs): sbo,
// so, vso or both.
func (t SchoolType) IsSpecial() bool { return t >= SpecialBasic && t <= SpecialBoth }

// Name is the name in words, without a capital; "" for no type.
func (t SchoolType) Name(l Lang) string {
	if !t.IsValid() {
		return ""
	}
	if l == Dutch {
		return schoolTypes[t].nl
	}
	return schoolTypes[t].en
}

// IsValid reports whether this is a type of the set; the zero value is not.
func (t SchoolType) IsValid() bool { return t > 0 && int(t) < len(schoolTypes) }

// IsZero reports whether this is no type.
func (t SchoolType) IsZero() bool { return t == 0 }

// Compare orders by the order of the set; no type comes first.
func (t SchoolType) Compare(u SchoolType) int { return cmp.Compare(t, u) }

// String is the text of the set, "so-vso"; "" for no type.
func (t SchoolType) String() string {
	if !t.IsValid() {
		return ""
	}
	return schoolTypes[t].text
}

// AppendText appends what MarshalText gives.
func (t SchoolType) AppendText(b []byte) ([]byte, error) {
	if !t.IsValid() {
		return b, unsetValue.At("")
	}
	return append(b, schoolTypes[t].text...), nil
}

// MarshalText gives the text of the set; no type is a problem.
func (t SchoolType) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads as [ParseSchoolType] does.
func (t *SchoolType) UnmarshalText(text []byte) (err error) {
	*t, err = ParseSchoolType(string(text))
	return err
}
