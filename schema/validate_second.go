package schema

import (
	"bytes"
	"hash/maphash"
	"io"
	"slices"
	"strconv"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// The second look at a file (tweede controle) is at what its records mean. It is part of the one reading of the file, so
// that it holds for whatever can be read only once.

var (
	problemNotSeen   = &zio.ProblemKind{Code: "file.meaning-not-checked", NL: "Dit document is groter dan {limit#} bytes. De vorm is gecontroleerd, de betekenis niet. Deel het document op.", EN: "This document is larger than {limit#} bytes. Its form was checked, its meaning was not. Divide the document."}
	problemLineTwice = &zio.ProblemKind{Code: "pupil.twice", NL: "Deze leerling staat ook op regel {first#}. Elke leerling telt één keer.", EN: "This pupil stands on line {first#} as well. Every pupil counts once."}
	problemTooMuch   = &zio.ProblemKind{Code: "file.pupils-not-compared", NL: "Het bestand heeft meer dan {limit#} leerlingen. Of een leerling daarna nog eens voorkomt, is niet gecontroleerd. Deel het bestand op.", EN: "The file has more than {limit#} pupils. Whether a pupil stands again after that was not checked. Divide the file."}
)

// WithMeaning also checks what no schema can say, as [Meaning.Check] does, of a document that the schema accepts or of each
// line that it accepts; of pupil lines also that no pupil stands twice. For that a document is kept in memory, and of lines
// the references: what is too large for it is a problem, never valid. A pupil who stands twice is in the totals twice.
func WithMeaning(m Meaning) Option { return func(o *options) { o.meaning = &m } }

// WithContent hands the text of documents without problems to f, one after the other: of a file that is one document at its
// end, with line 0, unless it is above 64 MiB; of documents on lines each with the number of its line. Pupils on lines are
// not handed on. What f gets is its own.
func WithContent(f func(kind Kind, line int64, doc []byte)) Option {
	return func(o *options) { o.content = f }
}

// maxPupils is how many references are compared: the pupils of the country in special education are a twentieth of it.
const maxPupils = 2 << 20

// keeper counts what is read through it, and keeps it when that is asked for, as far as it may be held in memory.
type keeper struct {
	in    io.Reader
	asked bool
	read  int64
	kept  []byte
	over  bool
}

func (k *keeper) Read(p []byte) (int, error) {
	n, err := k.in.Read(p)
	k.read += int64(n)
	if !k.asked {
		return n, err
	}
	if k.over = k.over || len(k.kept)+n > defaultBytes; k.over {
		k.kept = nil
	} else {
		k.kept = append(k.kept, p[:n]...)
	}
	return n, err
}

// second looks at a document in which nothing was found.
func (c *collector) second(k *keeper) {
	if c.report.Problems > 0 || c.stopped {
		return
	}
	doc := bytes.TrimPrefix(k.kept, bom)
	switch {
	case c.meaning != nil && k.over:
		c.add(zio.Problems{problemNotSeen.At("", "limit", strconv.Itoa(defaultBytes))})
	case c.meaning != nil:
		c.add(c.meaning.Check(c.report.Kind, doc))
	}
	if c.content != nil && !k.over && c.report.Problems == 0 {
		c.content(c.report.Kind, 0, doc)
	}
}

// pupilLine is the reference on a line, as a number that no two references share but by an accident that never happens.
type pupilLine struct {
	key  [2]uint64
	line int64
}

// seeds of one run: nobody can make references that meet in one key.
var pupilSeeds = [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}

// contentLine is a document on a line.
type contentLine struct {
	line int64
	doc  []byte
}

// second looks at a line that the schema accepts, and keeps it when it is asked for.
func (c *checker) second(text []byte, out *outcome) (problems zio.Problems) {
	if c.meaning != nil {
		problems = c.meant(c.kind, text, out)
	}
	if c.content && c.kind != Pupil && len(problems) == 0 {
		out.contents = append(out.contents, contentLine{out.lines, bytes.Clone(text)})
	}
	return problems
}

// meant looks at what a line means.
func (c *checker) meant(kind Kind, text []byte, out *outcome) zio.Problems {
	if kind != Pupil {
		return c.meaning.Check(kind, text)
	}
	var q zio.Pupil
	if faults := strictjson.Read(text, &q, (*zio.Pupil).Bind, strictjson.Limits{}); len(faults) > 0 {
		return zio.ProblemsOf(faults)
	}
	ref := q.Ref.String()
	out.pupils = append(out.pupils, pupilLine{[2]uint64{maphash.String(pupilSeeds[0], ref), maphash.String(pupilSeeds[1], ref)}, out.lines})
	return c.meaning.pupil(&q)
}

// twice finds the pupils of a block who stood in the file before, and puts them among its problems in order of line. The
// lines of the block begin at before.
func (c *collector) twice(out *outcome) {
	found := false
	for _, p := range out.pupils {
		at := c.before + p.line + 1
		first, known := c.pupils[p.key]
		var wrong zio.Problem
		switch {
		case known:
			wrong = problemLineTwice.At("/ref", "first", strconv.FormatInt(first, 10))
		case len(c.pupils) < maxPupils:
			if c.pupils == nil {
				c.pupils = map[[2]uint64]int64{}
			}
			c.pupils[p.key] = at
			continue
		case c.full:
			continue
		default:
			c.full = true
			wrong = problemTooMuch.At("", "limit", strconv.Itoa(maxPupils))
		}
		wrong.Line, found = p.line, true
		out.problems = append(out.problems, wrong)
		out.valid--
	}
	if found {
		slices.SortStableFunc(out.problems, func(a, b zio.Problem) int { return int(min(1, max(-1, a.Line-b.Line))) })
	}
}
