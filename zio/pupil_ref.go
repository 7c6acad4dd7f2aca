package zio

import (
	"strings"

	"github.com/zio-collectief/zio/internal/bsn"
)

var (
	pupilMissing = ProblemKind{
		Code: "pupil.ref-missing",
		NL:   "De leerling heeft geen kenmerk. Geef elke leerling een eigen kenmerk (pseudoniem), nooit het BSN.",
		EN:   "The pupil has no reference. Give every pupil a reference of their own (a pseudonym), never the BSN.",
	}
	pupilMalformed = ProblemKind{
		Code: "pupil.ref-malformed",
		NL:   "Dit kenmerk van een leerling kan niet. Gebruik 1 tot en met 36 tekens: letters, cijfers, punt, streepje of laag streepje.",
		EN:   "This reference to a pupil cannot be used. Use 1 to 36 characters: letters, digits, point, hyphen or underscore.",
	}
	pupilBSN = ProblemKind{
		Code: "pupil.bsn",
		NL:   "Dit kenmerk van een leerling lijkt op een burgerservicenummer (BSN). Een BSN mag hier nooit staan. Haal het uit het bestand en geef de leerling een eigen kenmerk, zoals \"leerling-17\".",
		EN:   "This reference to a pupil looks like a citizen service number (BSN). A BSN must never stand here. Take it out of the file and give the pupil a reference of their own, like \"pupil-17\".",
	}
)

// longestPupilRef is the length that the Dutch care messages (iJw) allow a reference.
const longestPupilRef = 36

// PupilRef is a reference to a pupil (kenmerk van een leerling): a pseudonym that only
// its own administration can lead back to a child, 1 to 36 letters, digits, points,
// hyphens and underscores. Capitals count. The zero value is no reference.
//
// A reference that could be a BSN is refused, see [ParsePupilRef]. The limit of that test:
// one in eleven numbers passes it by chance, so a made-up number of nine digits is
// sometimes refused, and a BSN in disguise (with letters between its digits, or reversed)
// is not seen. A number of nine digits that fails the test is no BSN and is accepted.
type PupilRef struct{ s string }

// ParsePupilRef reads a reference. It refuses one of which a run of eight or nine digits
// passes the eleven test ([ElevenTest]; eight because spreadsheets drop the leading zero),
// also when points, hyphens or underscores divide the digits of the whole reference. No
// problem of this type repeats the value, because it may be a BSN or a name.
func ParsePupilRef(s string) (PupilRef, error) {
	if s == "" {
		return PupilRef{}, pupilMissing.At("")
	}
	ok := len(s) <= longestPupilRef
	for i := 0; ok && i < len(s); i++ {
		c := s[i]
		ok = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '-' || c == '_'
	}
	if LooksLikeBSN(s) {
		return PupilRef{}, pupilBSN.At("")
	}
	if !ok {
		return PupilRef{}, pupilMalformed.At("")
	}
	return PupilRef{s}, nil
}

// MustParsePupilRef is [ParsePupilRef] for constants; it panics on a problem.
func MustParsePupilRef(s string) PupilRef { return must(ParsePupilRef(s)) }

// LooksLikeBSN reports whether a text could hold a BSN: eight or nine digits in a row that pass the eleven test, also behind zeros, or
// nine with signs or spaces between them. Digits and signs are those of all of Unicode. The numbers of a list (behind a comma and a
// space) or a sum, the decimals of an amount such as 1.234.567,89, and a day written as 20241001 are none. It is for any text that people
// fill in, such as a remark; the free texts of documents are read with it.
func LooksLikeBSN(s string) bool { return bsn.Looks(s) }

// ElevenTest is the eleven test of the BSN (elfproef): s is eight or nine digits, of
// which eight mean a first digit 0, and 9 times the first digit plus 8 times the second
// and so on to 2 times the eighth, minus the ninth, is divisible by 11. Only zeros fail,
// as no BSN is zero. Source: the iJw rules CS002 and RS037.
func ElevenTest(s string) bool { return bsn.ElevenTest(s) }

// IsValid reports whether this is a reference; the zero value is not.
func (r PupilRef) IsValid() bool { return r.s != "" }

// IsZero reports whether this is no reference.
func (r PupilRef) IsZero() bool { return r.s == "" }

// Compare orders by bytes; no reference comes first.
func (r PupilRef) Compare(q PupilRef) int { return strings.Compare(r.s, q.s) }

// String is the reference; "" for none.
func (r PupilRef) String() string { return r.s }

// AppendText appends what MarshalText gives.
func (r PupilRef) AppendText(b []byte) ([]byte, error) {
	if r.s == "" {
		return b, unsetValue.At("")
	}
	return append(b, r.s...), nil
}

// MarshalText gives the reference; no reference is a problem.
func (r PupilRef) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads as [ParsePupilRef] does.
func (r *PupilRef) UnmarshalText(text []byte) (err error) {
	*r, err = ParsePupilRef(string(text))
	return err
}
