package zio

import "cmp"

var regionKindUnknown = ProblemKind{
	Code: "region.kind-unknown",
	NL:   "\"{value}\" is geen soort regio. Kies uit: {choices}.",
	EN:   "\"{value}\" is not a kind of region. Choose from: {choices}.",
}

// RegionKind is what a region is for (soort regio), a closed set. The zero value is no kind.
type RegionKind uint8

// The kinds of regions. Of the first four and of provinces a municipality lies in at most one at a time.
const (
	_                  RegionKind = iota
	YouthRegion                   // youth-care region (jeugdhulpregio); whether a list of them is the division of the law, the list says
	CareOfficeRegion              // region of a Wlz purchasing office (zorgkantoorregio)
	RMCRegion                     // registration office for early school leavers (RMC-regio)
	LabourMarketRegion            // labour-market region (arbeidsmarktregio)
	ProvinceRegion                // province (provincie); follows from the municipalities
	SchoolAlliance                // school alliance (samenwerkingsverband), which follows the postcode: a municipality can lie in several
	CustomRegion                  // any other cooperation; a municipality can lie in several
)

//figures:without nl en
var regionKinds = [...]struct{ text, nl, en string }{
	{},
	{"youth-region", "jeugdhulpregio", "youth-care region"},
	{"care-office-region", "zorgkantoorregio", "care-office region"},
	{"rmc", "RMC-regio", "RMC region"},
	{"labour-market", "arbeidsmarktregio", "labour-market region"},
	{"province", "provincie", "province"},
	{"school-alliance", "samenwerkingsverband", "school alliance"},
	{"custom", "eigen regio", "custom region"},
}

// RegionKinds are all kinds, in their own order.
func RegionKinds() []RegionKind {
	all := make([]RegionKind, 0, len(regionKinds)-1)
	for k := YouthRegion; k <= CustomRegion; k++ {
		all = append(all, k)
	}
	return all
}

// ParseRegionKind reads a text of the closed set, "youth-region".
func ParseRegionKind(s string) (RegionKind, error) {
	choices := ""
	for k := YouthRegion; k <= CustomRegion; k++ {
		if s == regionKinds[k].text {
			return k, nil
		}
		if k > YouthRegion {
			choices += ", "
		}
		choices += regionKinds[k].text
	}
	return 0, regionKindUnknown.At("", "value", echo(s), "choices", choices)
}

// MustParseRegionKind is [ParseRegionKind] for constants; it panics on a problem.
func MustParseRegionKind(s string) RegionKind { return must(ParseRegionKind(s)) }

// IsExclusive reports whether a municipality lies in at most one region of this kind at a time.
func (k RegionKind) IsExclusive() bool { return k >= YouthRegion && k <= ProvinceRegion }

// Name is the kind in words, without a capital; "" for no kind.
func (k RegionKind) Name(l Lang) string {
	if !k.IsValid() {
		return ""
	}
	if l == Dutch {
		return regionKinds[k].nl
	}
	return regionKinds[k].en
}

// IsValid reports whether this is a kind of the set; the zero value is not.
func (k RegionKind) IsValid() bool { return k >= YouthRegion && k <= CustomRegion }

// IsZero reports whether this is no kind.
func (k RegionKind) IsZero() bool { return k == 0 }

// Compare orders by the order of the set; no kind comes first.
func (k RegionKind) Compare(l RegionKind) int { return cmp.Compare(k, l) }

// String is the text of the set, "youth-region"; "" for no kind.
func (k RegionKind) String() string {
	if !k.IsValid() {
		return ""
	}
	return regionKinds[k].text
}

// AppendText appends what MarshalText gives.
func (k RegionKind) AppendText(b []byte) ([]byte, error) {
	if !k.IsValid() {
		return b, unsetValue.At("")
	}
	return append(b, regionKinds[k].text...), nil
}

// MarshalText gives the text of the set; no kind is a problem.
func (k RegionKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads as [ParseRegionKind] does.
func (k *RegionKind) UnmarshalText(text []byte) (err error) {
	*k, err = ParseRegionKind(string(text))
	return err
}
