package intake

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Suppressed is what becomes of suppressed counts (afgeschermde aantallen), a required choice. The zero
// value is no choice.
type Suppressed uint8

const (
	SuppressedUnset    Suppressed = iota
	SuppressedAsk                 // ask: list the rows and make no population
	SuppressedZero                // zero: count them as 0
	SuppressedMidpoint            // midpoint: count the middle of the range, rounded half up: 3 for "<5"
	SuppressedExclude             // exclude: leave the row out and list it
	SuppressedRange               // range: keep the lowest and the highest number that it can be
)

var suppressedNames = [...]string{"", "ask", "zero", "midpoint", "exclude", "range"}

var (
	suppressedUnset = &zio.ProblemKind{
		Code: "intake.suppressed-unset",
		NL:   "Kies wat er met afgeschermde aantallen (<5, -1) gebeurt: ask, zero, midpoint, exclude of range.",
		EN:   "Choose what to do with suppressed counts (<5, -1): ask, zero, midpoint, exclude or range.",
	}
	suppressedUnknown = &zio.ProblemKind{
		Code: "intake.suppressed-unknown",
		NL:   "{value} is geen keuze voor afgeschermde aantallen. Kies uit: ask, zero, midpoint, exclude, range.",
		EN:   "{value} is not a valid choice for suppressed counts. Choose one of: ask, zero, midpoint, exclude, range.",
	}
)

// ParseSuppressed reads "ask", "zero", "midpoint", "exclude" or "range".
func ParseSuppressed(s string) (Suppressed, error) {
	for i := 1; i < len(suppressedNames); i++ {
		if suppressedNames[i] == s {
			return Suppressed(i), nil
		}
	}
	return SuppressedUnset, suppressedUnknown.At("", "value", strictjson.ShownCode(s))
}

// String is the text form; "" for no choice.
func (s Suppressed) String() string {
	if int(s) < len(suppressedNames) {
		return suppressedNames[s]
	}
	return ""
}

// Options are the choices of an import that hold for every layout.
type Options struct {
	Table TableOptions

	// PadCodes accepts codes of which a spreadsheet ate the zeros: "14" is read as "0014". The report
	// counts how many. Without it such a row is listed.
	PadCodes bool

	// Places finds municipalities by name and by postcode; nil finds names in the embedded register.
	Places *Places

	// Categories are the categories that a plain table may have, see [Mapping]; a row with another, or with none, is listed. nil takes any.
	Categories []string

	// MostListed is how many listed rows the report keeps with their fields; 0 is 100. All of them are counted.
	MostListed int

	// Types and site choose rows before anything else of them is read; nil takes all. Others are outside.
	types []zio.SchoolType
	site  func(zio.SiteCode) bool

	// OnListed is called for every listed row, in the order of the file; nil calls nothing.
	OnListed func(Listed)
}

// places is what finds municipalities.
func (o *Options) places() *Places {
	if o.Places != nil {
		return o.Places
	}
	return PlacesOf(zio.Netherlands(), nil)
}
