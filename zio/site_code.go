package zio

import "cmp"

var (
	siteMalformed = ProblemKind{
		Code: "site.code-malformed",
		NL:   "\"{value}\" is geen code van een schoolvestiging. Schrijf de BRIN-code (twee cijfers, twee hoofdletters) en het vestigingsnummer van twee cijfers, zoals \"12AB00\".",
		EN:   "\"{value}\" is not a code of a school site. Write the BRIN code (two digits, two capitals) and the site number of two digits, like \"12AB00\".",
	}
	siteNumberMissing = ProblemKind{
		Code: "site.number-missing",
		NL:   "De code \"{value}\" noemt wel de school, maar niet de vestiging. Zet het vestigingsnummer van twee cijfers erachter; de hoofdvestiging is \"{proposal}\".",
		EN:   "The code \"{value}\" names the school but not the site. Put the site number of two digits behind it; the main site is \"{proposal}\".",
	}
)

// SiteCode is the code of a school site (schoolvestiging): the BRIN code of the school,
// two digits and two capitals, and the two-digit number of the site, "00" for the main
// site. The zero value is no code.
type SiteCode struct {
	brin   [4]byte
	number [2]byte
}

// ParseSiteCode reads "12AB00" or "12AB-00".
func ParseSiteCode(s string) (SiteCode, error) {
	bare := s
	if len(s) == 7 && s[4] == '-' {
		bare = s[:4] + s[5:]
	}
	if len(bare) == 4 && isBRIN(bare) {
		return SiteCode{}, siteNumberMissing.At("", "value", s, "proposal", s+"00")
	}
	if len(bare) != 6 || !isBRIN(bare[:4]) || !allDigits(bare[4:]) {
		return SiteCode{}, siteMalformed.At("", "value", echo(s))
	}
	return SiteCode{[4]byte([]byte(bare[:4])), [2]byte([]byte(bare[4:]))}, nil
}

// MustParseSiteCode is [ParseSiteCode] for constants; it panics on a problem.
func MustParseSiteCode(s string) SiteCode { return must(ParseSiteCode(s)) }

// SiteCodeFromParts joins a BRIN code and a site number of one or two digits, as files
// give them in two columns ("12AB" and "0" or "00").
func SiteCodeFromParts(brin, number string) (SiteCode, error) {
	if len(number) == 1 {
		number = "0" + number
	}
	if len(brin) != 4 || len(number) != 2 {
		return SiteCode{}, siteMalformed.At("", "value", echo(brin+"-"+number))
	}
	return ParseSiteCode(brin + number)
}

func isBRIN(s string) bool {
	return allDigits(s[:2]) && s[2] >= 'A' && s[2] <= 'Z' && s[3] >= 'A' && s[3] <= 'Z'
}

// BRIN is the code of the school, "12AB"; "" for no code.
func (c SiteCode) BRIN() string {
	if c.IsZero() {
		return ""
	}
	return string(c.brin[:])
}

// Number is the number of the site, 0..99.
func (c SiteCode) Number() int {
	if c.IsZero() {
		return 0
	}
	return int(number(string(c.number[:])))
}

// IsValid reports whether this is a code; the zero value is not.
func (c SiteCode) IsValid() bool { return c != SiteCode{} }

// IsZero reports whether this is no code.
func (c SiteCode) IsZero() bool { return c == SiteCode{} }

// Compare orders by BRIN code and site number; no code comes first.
func (c SiteCode) Compare(d SiteCode) int { return cmp.Compare(c.order(), d.order()) }

// order is a number in the order of the codes.
func (c SiteCode) order() uint64 {
	var n uint64
	for _, b := range [...]byte{c.brin[0], c.brin[1], c.brin[2], c.brin[3], c.number[0], c.number[1]} {
		n = n<<8 | uint64(b)
	}
	return n
}

// String is "12AB00"; "" for no code.
func (c SiteCode) String() string {
	if c.IsZero() {
		return ""
	}
	return string(c.brin[:]) + string(c.number[:])
}

// AppendText appends what MarshalText gives.
func (c SiteCode) AppendText(b []byte) ([]byte, error) {
	if c.IsZero() {
		return b, unsetValue.At("")
	}
	return append(append(b, c.brin[:]...), c.number[:]...), nil
}

// MarshalText gives "12AB00"; no code is a problem.
func (c SiteCode) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads as [ParseSiteCode] does.
func (c *SiteCode) UnmarshalText(text []byte) (err error) {
	*c, err = ParseSiteCode(string(text))
	return err
}
