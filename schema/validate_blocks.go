package schema

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"sync"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// block is a run of lines that one worker validates.
type block struct {
	number int   // counted from 0, in the order of the file
	window       // at the begin of the first line
	until  int64 // the lines that begin before this offset
	end    int64 // offset behind the block, for the progress
}

// blocks cuts a file or a stream in blocks. It is asked by one worker at a time.
type blocks interface {
	// next fills the block; false at the end.
	next(b *block) bool
}

// fileBlocks cuts a plain file in ranges of bytes, that workers read for themselves.
type fileBlocks struct {
	file io.ReaderAt
	size int64
	at   int64
	n    int
}

func (f *fileBlocks) next(b *block) bool {
	if f.at >= f.size {
		return false
	}
	b.number, f.n = f.n, f.n+1
	start := max(f.at-1, 0) // the byte before shows whether a line begins here
	f.at = min(f.at+blockSize, f.size)
	b.until, b.end = f.at, f.at
	if cap(b.buf) < windowSize {
		b.buf = make([]byte, 0, windowSize)
	}
	b.window = window{in: &rangeReader{file: f.file, at: start, until: f.at}, buf: b.buf[:0], base: start}
	return true
}

// rangeReader reads a range of a file, and behind it only as much as its last line needs.
type rangeReader struct {
	file      io.ReaderAt
	at, until int64
}

func (r *rangeReader) Read(p []byte) (int, error) {
	most := int64(4 << 10)
	if r.at < r.until {
		most = r.until - r.at
	}
	n, err := r.file.ReadAt(p[:min(int64(len(p)), most)], r.at)
	r.at += int64(n)
	if n > 0 {
		err = nil // a failure or the end comes back at the next reading
	} else if err == io.EOF && r.at < r.until {
		err = io.ErrUnexpectedEOF // the file has become shorter
	}
	return n, err
}

// begin passes over the line that another block has.
func (b *block) begin() {
	if b.number > 0 && b.in != nil {
		b.line(0)
	}
}

// streamBlocks cuts a stream in blocks of whole lines, that are read one after the other.
type streamBlocks struct {
	in   io.Reader
	most int
	rest []byte // begin of the next block, behind the last line break of this one
	base int64
	n    int
	err  error
}

func (s *streamBlocks) next(b *block) bool {
	if s.err != nil && len(s.rest) == 0 {
		return false
	}
	b.number, s.n = s.n, s.n+1
	if cap(b.buf) < blockSize {
		b.buf = make([]byte, 0, blockSize)
	}
	buf := append(b.buf[:0], s.rest...)
	cut, dropped := -1, int64(0)
	for s.err == nil && (len(buf) < cap(buf) || cut < 0) {
		if len(buf) == cap(buf) {
			if len(buf) > 2*s.most { // one endless line: its begin is too long already
				dropped += int64(len(buf) - s.most - 1)
				buf = buf[:s.most+1]
			}
			buf = slices.Grow(buf, blockSize)
		}
		var n int
		n, s.err = s.in.Read(buf[len(buf):cap(buf)])
		if i := bytes.LastIndexByte(buf[len(buf):len(buf)+n], '\n'); i >= 0 {
			cut = len(buf) + i + 1
		}
		buf = buf[:len(buf)+n]
	}
	if cut < 0 || s.err != nil {
		cut = len(buf)
	}
	s.rest = append(s.rest[:0], buf[cut:]...)
	b.window = window{buf: buf[:cut], base: s.base, err: io.EOF}
	if s.err != nil {
		b.window.err = s.err // behind the last block there is nothing but the reason why
	}
	b.until = s.base + int64(cut)
	s.base = b.until + dropped
	b.end = s.base
	return true
}

// outcome is what was found in one block. The lines of its problems are counted from 0.
type outcome struct {
	records, valid int64
	lines          int64
	bytes          int64
	problems       zio.Problems
	left           map[string]int64 // problems that are counted only, by code
	totals         *adder
	pupils         []pupilLine   // of the records without problems
	contents       []contentLine // of the records without problems, when they are asked for
}

// judged counts a record and keeps what is wrong with it.
func (o *outcome) judged(problems zio.Problems) {
	if len(problems) == 0 {
		o.valid++
		return
	}
	for i := range problems {
		problems[i].Line = o.lines
	}
	room := max(maxBlockProblems-len(o.problems), 0)
	if len(problems) > room {
		if o.left == nil {
			o.left = map[string]int64{}
		}
		for i := range problems[room:] {
			o.left[problems[room+i].Code()]++
		}
		problems = problems[:room]
	}
	o.problems = append(o.problems, problems...)
}

func (c *checker) block(b *block, out *outcome) {
	b.begin()
	if b.number == 0 && b.has(3) && bytes.HasPrefix(b.rest(), bom) {
		b.at += 3
		out.problems = append(out.problems, problemBOM.At(""))
	}
	for ; b.offset() < b.until; out.lines++ {
		if b.at < len(b.buf) && b.buf[b.at] == '\n' { // an empty line
			b.at++
			continue
		}
		if start, ok := c.prove(&b.window); ok {
			out.records++
			if out.totals != nil {
				out.totals.captured(c.machine.Captures())
			}
			if c.meaning == nil && !c.content {
				out.valid++
			} else {
				out.judged(c.second(bytes.TrimRight(b.buf[start:b.at], "\r\n"), out))
			}
			continue
		}
		text, found, long := b.line(c.lim.Line)
		if !found {
			break
		}
		if !long && blank(text) {
			continue
		}
		out.records++
		var problems zio.Problems
		if long {
			problems = zio.Problems{problemLine.At("", "limit", strconv.Itoa(c.lim.Line))}
		} else if problems = c.detail(text, 0); len(problems) == 0 {
			if out.totals != nil {
				v, _ := strictjson.Parse(text, c.lim.strict(0))
				out.totals.value(&v)
			}
			problems = c.second(text, out)
		}
		out.judged(problems)
	}
	if b.err != nil && b.err != io.EOF {
		p := problemRead.At("", "reason", b.err.Error()).Because(b.err)
		p.Line = out.lines
		out.problems = append(out.problems, p)
	}
}

// lines validates records on lines with one or more workers and gathers what they find in order.
func (c *collector) lines(e *engine, from blocks) (Report, zio.Problems) {
	var sum *adder
	if len(c.totals) > 0 {
		var err error
		if e, sum, err = e.withTotals(c.totals); err != nil {
			return c.fail(zio.Problems{problemTotal.At("", "reason", err.Error())})
		}
	}
	var mu sync.Mutex
	turn := sync.NewCond(&mu)
	waiting := map[int]*outcome{}
	merged, ended := 0, false
	workers := max(c.workers, 1)
	work := func() {
		check := e.newChecker(c.limits)
		check.kind, check.meaning, check.content = c.report.Kind, c.meaning, c.content != nil
		b := &block{}
		var totals *adder
		mu.Lock()
		defer mu.Unlock()
		for {
			for !ended && !c.stopped && len(waiting) > 2*workers {
				turn.Wait()
			}
			if ended || c.stopped || c.ctx.Err() != nil && c.file != nil || !from.next(b) {
				ended = true
				turn.Broadcast()
				return
			}
			out := &outcome{}
			if sum != nil {
				if totals == nil {
					totals = sum.empty()
				}
				out.totals = totals
			}
			mu.Unlock()
			check.block(b, out)
			mu.Lock()
			out.bytes = b.end
			if sum != nil {
				sum.take(totals)
			}
			waiting[b.number] = out
			for waiting[merged] != nil {
				c.merge(waiting[merged])
				delete(waiting, merged)
				merged++
			}
			turn.Broadcast()
		}
	}
	var group sync.WaitGroup
	for range workers - 1 {
		group.Add(1)
		go func() {
			defer group.Done()
			work()
		}()
	}
	work()
	group.Wait()
	if sum != nil {
		c.report.Totals = sum.totals
	}
	if c.file != nil && !c.stopped {
		if err := c.ctx.Err(); err != nil {
			report, problems := c.fail(unreadable(err))
			report.Digest = "" // its lines were not all read, though the digest may have been taken beside it
			return report, problems
		}
		if _, same := c.file.end(); !same {
			c.add(zio.Problems{problemChanged.At("")})
		}
	}
	return c.end()
}

// merge adds the outcome of the next block.
func (c *collector) merge(out *outcome) {
	c.twice(out)
	for i := range out.problems {
		out.problems[i].Line += c.before + 1
	}
	c.add(out.problems)
	for _, line := range out.contents {
		c.content(c.report.Kind, c.before+line.line+1, line.doc)
	}
	c.before += out.lines
	c.report.Records += out.records
	c.report.Valid += out.valid
	for code, n := range out.left {
		c.counts[code] += n
		c.report.Problems += n
		c.report.Unlisted += n
	}
	c.report.Bytes = out.bytes
	c.tell()
}
