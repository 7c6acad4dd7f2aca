package schema

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/internal/textfile"
	"github.com/zio-collectief/zio/zio"
)

// File validates a file: a document, or records on lines (NDJSON), plain or compressed with gzip. What it
// is follows from its content, and for lines also from a name that ends in .ndjson or .jsonl. Its memory
// does not grow with the file, but for what [WithMeaning] and [WithContent] keep. It returns at most
// [Limits.Problems] problems; the report counts them all. The file is opened once and read from begin to end,
// so that it may be a pipe; one that breaks off, or that changes meanwhile, is a problem.
func File(path string, opts ...Option) (Report, zio.Problems) {
	o := optionsOf(opts)
	f, err := os.Open(path)
	if err != nil {
		return newCollector(o).fail(unreadable(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return newCollector(o).fail(unreadable(err))
	}
	if info.IsDir() {
		return newCollector(o).fail(zio.Problems{problemRead.At("", "reason", "dit is een map (this is a folder)")})
	}
	o.lines = o.lines || linesByName(path)
	var head [4]byte
	if info.Mode().IsRegular() {
		if n, _ := f.ReadAt(head[:], 0); n >= 2 && textfile.IsPlain(head[:n]) {
			o.file, o.size = &fileSource{File: f, ctx: o.ctx, size: info.Size(), modified: info.ModTime()}, info.Size()
		}
	}
	return check(f, o)
}

func unreadable(err error) zio.Problems {
	reason := err.Error()
	if path := (*os.PathError)(nil); errors.As(err, &path) {
		reason = path.Err.Error()
	}
	return zio.Problems{problemRead.At("", "reason", reason).Because(err)}
}

func linesByName(path string) bool {
	name := strings.TrimSuffix(strings.ToLower(path), ".gz")
	return strings.HasSuffix(name, ".ndjson") || strings.HasSuffix(name, ".jsonl")
}

// Check is [File] for a stream. When the reader fails there is a problem that says so, whatever was read before.
func Check(r io.Reader, opts ...Option) (Report, zio.Problems) {
	if r == nil {
		return Report{Problems: 1}, zio.Problems{(*zio.ProblemKind)(strictjson.FaultNothing).At("")}
	}
	return check(r, optionsOf(opts))
}

// WithLines says that a file or stream holds one record on each line, which else its content says.
func WithLines() Option { return func(o *options) { o.lines = true } }

func check(r io.Reader, o options) (Report, zio.Problems) {
	c := newCollector(o)
	c.from = newSource(o.ctx, r)
	text, err := textfile.Open(c.from)
	if err != nil {
		return c.fail(unreadable(err))
	}
	in := bufio.NewReaderSize(&lasting{in: text}, headSize)
	head, err := in.Peek(headSize)
	broken := err != nil && err != io.EOF
	if broken && len(head) == 0 {
		return c.fail(unreadable(err))
	}
	if o.kind == "" {
		kind, problems := Detect(head)
		for rest := head; len(problems) > 0 && len(rest) > 0; { // of lines the first one may be broken
			_, rest, _ = bytes.Cut(rest, []byte("\n"))
			if other, none := Detect(rest); len(none) == 0 {
				kind, problems = other, nil
			}
		}
		if len(problems) > 0 {
			c.report.Records = 1
			if broken {
				return c.fail(unreadable(err))
			}
			if broken := notJSON(head, err == io.EOF); broken != nil {
				problems = broken
			}
			return c.fail(problems)
		}
		o.kind = kind
	}
	e, problems := engineOf(o.kind)
	if e == nil {
		return c.fail(problems)
	}
	c.report.Kind, c.report.Lines = o.kind, o.lines || isLines(head)
	if !c.report.Lines {
		return c.document(e, in)
	}
	if o.file != nil {
		o.file.begin()
		return c.lines(e, &fileBlocks{file: o.file, size: o.size})
	}
	return c.lines(e, &streamBlocks{in: in, most: o.limits.Line})
}

// notJSON says what is wrong with the begin of a file when it is no JSON: empty, a page of the web, or wrong before
// the place where its kind would stand. Of a begin that is not the whole file the end says nothing.
func notJSON(head []byte, whole bool) zio.Problems {
	if isLines(head) {
		return nil
	}
	_, faults := strictjson.Parse(bytes.TrimPrefix(head, bom), strictjson.Limits{})
	if len(faults) > 0 && (whole || faults[0].Offset < len(head)/2) {
		return zio.ProblemsOf(faults)
	}
	return nil
}

// isLines reports whether the begin of a file is that of records on lines: a whole record on the first
// line, and something on a later one.
func isLines(head []byte) bool {
	line, rest, more := bytes.Cut(bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n"), []byte("\n"))
	if !more || len(line) == 0 || line[0] != '{' {
		return false
	}
	end := accept.Skip(line, 0)
	return end >= 0 && blank(line[end:]) && len(bytes.TrimLeft(rest, " \t\r\n")) > 0
}

// document validates a stream that holds one document.
func (c *collector) document(e *engine, in io.Reader) (Report, zio.Problems) {
	c.report.Records = 1
	k := &keeper{in: in, asked: c.meaning != nil || c.content != nil}
	lim := c.limits
	lim.Problems = maxProblems
	for part, problems := range e.parts(k, lim) {
		c.add(problems)
		if at := part.Offset + int64(len(part.Bytes)); at > c.report.Bytes+blockSize {
			c.report.Bytes = at
			c.tell()
		}
		if c.stopped {
			break
		}
	}
	c.report.Bytes = k.read
	c.second(k)
	if c.report.Problems == 0 {
		c.report.Valid = 1
	}
	return c.end()
}

// lasting gives the reason why the reading ended again when it is asked for again; a buffer between forgets it.
type lasting struct {
	in  io.Reader
	err error
}

func (l *lasting) Read(p []byte) (n int, err error) {
	if l.err == nil {
		n, l.err = l.in.Read(p)
	}
	return n, l.err
}
