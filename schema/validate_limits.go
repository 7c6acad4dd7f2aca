package schema

import "github.com/zio-collectief/zio/internal/strictjson"

// Limits bound what a document may ask of the validation. A caller may lower them; zero means the default.
type Limits struct {
	Bytes    int // size of one document that is validated as a whole
	Depth    int // objects and arrays inside each other
	Digits   int // digits of one number
	Text     int // bytes of one text, as written
	Members  int // members of one object
	Items    int // items of one list
	Line     int // bytes of one line of a file of lines
	Part     int // bytes of one member or item of a document that is read in parts
	Problems int // problems that are reported for one document
}

// The defaults, each with its reason. Those of the strict reader are also built into the fast reader.
const (
	defaultBytes   = 64 << 20 // as the strict reader has it
	defaultDepth   = 64       // as the strict reader has it
	defaultMembers = 256      // as the strict reader has it

	maxLine     = 1 << 20   // the longest pupil line with every member at its greatest length is under 16 KiB
	maxPart     = 512 << 10 // what is larger is read in pieces; the largest piece without pieces is under 64 KiB
	maxProblems = 1000      // nobody mends more before trying again
)

// Sizes that no caller sets, each with its reason.
const (
	maxDetail        = 20_000    // items of one list that the full validator is asked about; it takes memory for each
	maxBlockProblems = 5000      // kept of one block of lines, the others are counted: a block has as many lines
	maxExcerpt       = 40        // characters of a document that a problem repeats: enough to find it
	maxChoices       = 25        // choices that a problem writes out: what people read
	headSize         = 64 << 10  // of a file that is looked at to know what it is: $schema stands at its begin
	wholeSize        = 64 << 10  // of a document that goes to the full validator in one piece: it takes 50 times its size
	windowSize       = 256 << 10 // of a stream that is read in parts: stays in the second-level cache
	blockSize        = 1 << 20   // of lines that one worker reads at a time: a millisecond of work
)

func (l Limits) withDefaults() Limits {
	set := func(v *int, most int) {
		if *v <= 0 || *v > most {
			*v = most
		}
	}
	set(&l.Line, maxLine)
	set(&l.Part, maxPart)
	set(&l.Problems, maxProblems)
	return l
}

// strict are the limits of the strict reader for a value that stands so many levels deep.
func (l Limits) strict(levels int) strictjson.Limits {
	s := strictjson.Limits{Bytes: l.Bytes, Depth: l.Depth, Digits: l.Digits, Text: l.Text, Members: l.Members, Items: l.Items}
	if s.Depth <= 0 || s.Depth > defaultDepth {
		s.Depth = defaultDepth
	}
	s.Depth -= levels
	return s
}

// lowered reports whether the fast reader, which has the default limits built in, may prove nothing.
func (l Limits) lowered() bool {
	return l.Depth > 0 || l.Digits > 0 || l.Text > 0 || l.Members > 0 || l.Items > 0
}

// bytes is the greatest size of a document that is validated as a whole.
func (l Limits) bytes() int {
	if l.Bytes > 0 {
		return min(l.Bytes, defaultBytes)
	}
	return defaultBytes
}
