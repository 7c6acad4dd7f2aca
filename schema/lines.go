package schema

import (
	"bytes"
	"io"
	"iter"
	"strconv"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/zio"
)

// Line is one record of a file of lines (NDJSON-regel).
type Line struct {
	Number int64  // counted from 1; empty lines count
	Offset int64  // byte offset of the line in the file, counted from 0
	Bytes  []byte // the record without its line break; it holds until the next line is asked for. Nil when the line is too long
	Valid  bool   // the record is valid; the problems are notices then
}

// Lines reads records of a kind, one on each line (NDJSON), and gives them one by one with what is wrong
// with them. It goes on after a bad line, and its memory does not grow with the file. Empty lines are
// passed over. A byte-order mark at the start of the file is skipped and reported once. When the reader
// fails, the last line tells so. A line that ends in the middle of a record is a bad line.
func Lines(r io.Reader, kind Kind, opts ...Option) iter.Seq2[Line, zio.Problems] {
	o := optionsOf(opts)
	e, problems := engineOf(kind)
	if e == nil {
		return func(yield func(Line, zio.Problems) bool) { yield(Line{}, problems) }
	}
	return e.lines(r, o.limits)
}

func (e *engine) lines(r io.Reader, lim Limits) iter.Seq2[Line, zio.Problems] {
	return func(yield func(Line, zio.Problems) bool) {
		w := newWindow(r, windowSize)
		c := e.newChecker(lim)
		var notices zio.Problems
		if w.has(3) && bytes.HasPrefix(w.rest(), bom) {
			w.at += 3
			notices = zio.Problems{onLine(problemBOM.At(""), 1)}
		}
		for number := int64(1); ; number++ {
			line := Line{Number: number, Offset: w.offset()}
			if start, ok := c.prove(w); ok {
				line.Valid = true
				line.Bytes = bytes.TrimRight(w.buf[start:w.at], "\r\n")
				if !yield(line, notices) {
					return
				}
				notices = nil
				continue
			}
			text, found, long := w.line(lim.Line)
			if !found {
				break
			}
			if long {
				problems := append(notices, onLine(problemLine.At("", "limit", strconv.Itoa(lim.Line)), number))
				if notices = nil; !yield(line, problems) {
					return
				}
				continue
			}
			if blank(text) {
				continue
			}
			problems := c.detail(text, number)
			line.Bytes, line.Valid = text, len(problems) == 0
			if !yield(line, append(notices, problems...)) {
				return
			}
			notices = nil
		}
		if w.err != io.EOF {
			p := problemRead.At("", "reason", w.err.Error()).Because(w.err)
			p.Offset = w.offset()
			yield(Line{Offset: w.offset()}, append(notices, p))
		}
	}
}

// checker validates records.
type checker struct {
	*engine
	lim     Limits
	machine *accept.Machine
	kind    Kind // and what the records must mean; nil: that is not asked
	meaning *Meaning
	content bool // documents on lines are kept
}

func (e *engine) newChecker(lim Limits) *checker {
	return &checker{engine: e, lim: lim, machine: e.machine(lim)}
}

// prove proves the record on the line that begins at start, which is here, and moves behind it; not ok when it can not, be
// it because the rest of the line has not been read yet.
func (c *checker) prove(w *window) (start int, ok bool) {
	start = w.at
	if c.machine == nil {
		return start, false
	}
	end := c.machine.Line(w.buf, w.at)
	if end < 0 || end == len(w.buf) && w.err == nil && w.buf[end-1] != '\n' || end-w.at > c.lim.Line {
		return start, false
	}
	w.at = end
	return start, true
}

// detail is what is wrong with the record on a line.
func (c *checker) detail(text []byte, number int64) zio.Problems {
	if c.machine != nil && c.machine.Accept(text) {
		return nil
	}
	problems := c.engine.detail(text, c.lim)
	for i := range problems {
		problems[i].Line = number
	}
	return problems
}

func onLine(p zio.Problem, number int64) zio.Problem {
	p.Line = number
	return p
}

func blank(text []byte) bool {
	for _, c := range text {
		if c != ' ' && c != '\t' && c != '\r' {
			return false
		}
	}
	return true
}

// line is the next line without its line break, which is then behind; found is false at the end. A line
// of more than most bytes is passed over, and long is true.
func (w *window) line(most int) (text []byte, found, long bool) {
	searched := 0
	for {
		rest := w.rest()
		if n := bytes.IndexByte(rest[searched:], '\n'); n >= 0 {
			n += searched
			w.at += n + 1
			return bytes.TrimSuffix(rest[:n], []byte("\r")), true, long || n > most
		}
		searched = len(rest)
		if searched > most {
			w.at += searched
			searched, long = 0, true
		}
		if !w.more() {
			rest = w.rest()
			w.at += len(rest)
			return rest, w.err == io.EOF && (len(rest) > 0 || long), long || len(rest) > most
		}
	}
}
