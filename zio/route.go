package zio

import "github.com/zio-collectief/zio/internal/strictjson"

// Claim is the law under which a pupil's care can be claimed (route, wet), as the population states it.
// Where the money really comes from is decided by the routing of package funding.
type Claim uint8

const (
	ClaimUnknown    Claim = iota // unknown: nobody has looked; the zero value
	ClaimJeugdwet                // jeugdwet: youth care by the municipality of residence
	ClaimWlz                     // wlz: long-term care, an individual insured right
	ClaimZvw                     // zvw: health insurance, an individual insured right
	ClaimWmo                     // wmo: support of adults by the municipality
	ClaimEducation               // education: the school and its alliance
	ClaimPrevention              // prevention: preventive youth policy, open to all pupils
)

var claimNames = [...]string{"unknown", "jeugdwet", "wlz", "zvw", "wmo", "education", "prevention"}

var claimInvalid = &ProblemKind{"population.route-unknown", "{value} is geen route. Kies uit: \"unknown\", \"jeugdwet\", \"wlz\", \"zvw\", \"wmo\", \"education\", \"prevention\".", "{value} is not a route. Choose one of: unknown, jeugdwet, wlz, zvw, wmo, education, prevention."}

// ParseClaim reads the text form of a claim.
func ParseClaim(s string) (Claim, error) {
	for i, name := range claimNames {
		if name == s {
			return Claim(i), nil
		}
	}
	return ClaimUnknown, claimInvalid.At("", "value", strictjson.ShownCode(s))
}

// String is the text form of the claim.
func (c Claim) String() string {
	if int(c) < len(claimNames) {
		return claimNames[c]
	}
	return "unknown"
}

// IsZero reports whether the claim is unknown.
func (c Claim) IsZero() bool { return c == ClaimUnknown }

// AppendText appends the text form.
func (c Claim) AppendText(b []byte) ([]byte, error) { return append(b, c.String()...), nil }

// MarshalText is the text form.
func (c Claim) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the text form.
func (c *Claim) UnmarshalText(b []byte) error {
	v, err := ParseClaim(string(b))
	if err == nil {
		*c = v
	}
	return err
}

// CareKind is what kind of help a pupil needs during school hours (soort zorg).
type CareKind uint8

const (
	CareUnset        CareKind = iota
	CareGuidance              // guidance (begeleiding)
	CarePersonal              // personal-care (persoonlijke verzorging)
	CareNursing               // nursing (verpleging)
	CareEducation             // education-support (ondersteuning die bij het onderwijs hoort)
	CareTreatment             // treatment (behandeling, ook jeugd-ggz)
	CareUndetermined          // undetermined: nobody has said yet whether it is care or education (grijs gebied)
)

var careNames = [...]string{"", "guidance", "personal-care", "nursing", "education-support", "treatment", "undetermined"}

var careInvalid = &ProblemKind{"population.care-kind-unknown", "{value} is geen soort zorg. Kies uit: \"guidance\", \"personal-care\", \"nursing\", \"education-support\", \"treatment\", \"undetermined\".", "{value} is not a kind of care. Choose one of: guidance, personal-care, nursing, education-support, treatment, undetermined."}

// ParseCareKind reads the text form of a kind of care.
func ParseCareKind(s string) (CareKind, error) {
	for i := 1; i < len(careNames); i++ {
		if careNames[i] == s {
			return CareKind(i), nil
		}
	}
	return CareUnset, careInvalid.At("", "value", strictjson.ShownCode(s))
}

// String is the text form of the kind; "" when it is not set.
func (c CareKind) String() string {
	if int(c) < len(careNames) {
		return careNames[c]
	}
	return ""
}

// IsZero reports whether the kind is not set.
func (c CareKind) IsZero() bool { return c == CareUnset }

// AppendText appends the text form.
func (c CareKind) AppendText(b []byte) ([]byte, error) { return append(b, c.String()...), nil }

// MarshalText is the text form.
func (c CareKind) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the text form.
func (c *CareKind) UnmarshalText(b []byte) error {
	v, err := ParseCareKind(string(b))
	if err == nil {
		*c = v
	}
	return err
}
