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

// The defaults that are not those of the strict reader, each with its reason.
const (
	maxLine     = 1 << 20   // the longest pupil line with every member at its greatest length is under 16 KiB
	maxPart     = 512 << 10 // the largest item of a list, a count of every municipality, is under 32 KiB
	maxProblems = 1000      // nobody mends more before trying again
	maxDetail   = 20_000    // items of one list that the full validator is asked about; the schemas allow fewer in a part
	windowSize  = 256 << 10 // of a stream that is read in parts: stays in the second-level cache
	blockSize   = 1 << 20   // of lines that one worker reads at a time: under a millisecond of work
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

const defaultDepth = 64 // as the strict reader has it

// lowered reports whether the fast reader, which has the default limits built in, may prove nothing.
func (l Limits) lowered() bool {
	return l.Depth > 0 || l.Digits > 0 || l.Text > 0 || l.Members > 0 || l.Items > 0
}

const defaultBytes = 64 << 20 // as the strict reader has it

// bytes is the greatest size of a document that is validated as a whole.
func (l Limits) bytes() int {
	if l.Bytes > 0 {
		return min(l.Bytes, defaultBytes)
	}
	return defaultBytes
}
