package schema

import (
	"cmp"
	"slices"

	"github.com/zio-collectief/zio/zio"
)

// Report is what became of a file (verslag van de controle).
type Report struct {
	Kind     Kind
	Lines    bool        // the file holds one record on each line, not one document
	Bytes    int64       // read
	Digest   string      // "sha256:..." of the file as it is stored; "" when it was not read to its end
	Records  int64       // lines that are not empty, or the one document
	Valid    int64       // records without problems
	Problems int64       // found, notices not counted
	Codes    []CodeCount // problems and notices per code, by code
	Totals   []Total     // in the order in which they were asked for, over the records that the schema accepts
	Unlisted int64       // problems that were counted but not listed, because there were too many
}

// CodeCount is how often a problem with a code was found.
type CodeCount struct {
	Code  string
	Count int64
}

// Progress tells how far a validation is.
type Progress struct {
	Bytes   int64 // read so far
	Size    int64 // of the file; 0 when it is not known
	Records int64
	Invalid int64
}

// WithWorkers lets so many goroutines validate lines at the same time; 1 when it is not given. The
// problems are the same and come in the same order for any number.
func WithWorkers(n int) Option { return func(o *options) { o.workers = n } }

// WithEach hands each problem to f in the order of the file, instead of returning them at the end. When
// f returns false the validation ends. The calls come one at a time.
func WithEach(f func(zio.Problem) bool) Option { return func(o *options) { o.each = f } }

// WithProgress calls f now and then, one call at a time.
func WithProgress(f func(Progress)) Option { return func(o *options) { o.progress = f } }

// WithKind says of which kind a file is, which else its member $schema says.
func WithKind(k Kind) Option { return func(o *options) { o.kind = k } }

// notice reports whether a problem is one that makes nothing invalid.
func notice(p *zio.Problem) bool { return p.Kind == problemBOM }

// collector gathers what was found in the order of the file.
type collector struct {
	options
	report   Report
	problems zio.Problems
	counts   map[string]int64
	stopped  bool
	from     *source             // the file or stream itself
	before   int64               // lines of the blocks that have been merged
	pupils   map[[2]uint64]int64 // first line of each reference
	full     bool
}

func newCollector(o options) *collector {
	return &collector{options: o, counts: map[string]int64{}}
}

func (c *collector) add(problems zio.Problems) {
	for i := range problems {
		p := &problems[i]
		c.counts[p.Code()]++
		if !notice(p) {
			c.report.Problems++
		}
		switch {
		case c.stopped:
			c.report.Unlisted++
		case c.each != nil:
			c.stopped = !c.each(*p)
		case len(c.problems) < c.limits.Problems:
			c.problems = append(c.problems, *p)
		default:
			c.report.Unlisted++
		}
	}
}

func (c *collector) tell() {
	if c.progress != nil {
		c.progress(Progress{Bytes: c.report.Bytes, Size: c.size, Records: c.report.Records, Invalid: c.report.Records - c.report.Valid})
	}
}

// fail ends with what makes a validation impossible.
func (c *collector) fail(problems zio.Problems) (Report, zio.Problems) {
	c.add(problems)
	return c.end()
}

func (c *collector) end() (Report, zio.Problems) {
	for code, n := range c.counts {
		c.report.Codes = append(c.report.Codes, CodeCount{code, n})
	}
	slices.SortFunc(c.report.Codes, func(a, b CodeCount) int { return cmp.Compare(a.Code, b.Code) })
	if c.file != nil && c.file.read != nil {
		c.report.Digest, _ = c.file.end()
	} else if c.from != nil {
		c.report.Digest = c.from.digest()
	}
	return c.report, c.problems
}
