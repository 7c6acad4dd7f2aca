package schema

import (
	"bytes"
	"io"
	"iter"
	"slices"
	"strconv"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Part is a member of a document or an item of one of its lists (onderdeel van een document).
type Part struct {
	Member string // name of the member; "" for what concerns the document as a whole
	Item   int    // index in the list that the member is; -1 when the part is the member itself
	Offset int64  // byte offset of the part in the document, counted from 0
	Bytes  []byte // the value; it holds until the next part is asked for
}

// Pointer is the JSON Pointer to the part.
func (p *Part) Pointer() string { return pointerOf(place{p.Member, p.Item}.path()) }

// place is where a part stands.
type place struct {
	member string
	item   int
}

var whole = place{item: -1}

func (p place) path() []string {
	switch {
	case p.member == "" && p.item < 0:
		return nil
	case p.item < 0:
		return []string{p.member}
	}
	return []string{p.member, strconv.Itoa(p.item)}
}

func (p place) levels() int {
	if p.item >= 0 {
		return 2
	}
	return min(len(p.member), 1)
}

// Parts reads a document from a stream in memory that does not grow with the document, and gives one by
// one its members and the items of its lists of objects, each with what is wrong with it. Problems that
// concern the document as a whole, such as a missing member, come with a last part without bytes. Reading
// stops at the first fault of syntax between the parts, and when [Limits.Problems] problems were found.
func Parts(r io.Reader, kind Kind, opts ...Option) iter.Seq2[Part, zio.Problems] {
	o := optionsOf(opts)
	e, problems := engineOf(kind)
	if e == nil {
		return func(yield func(Part, zio.Problems) bool) { yield(Part{}, problems) }
	}
	return e.parts(r, o.limits)
}

func (e *engine) parts(r io.Reader, lim Limits) iter.Seq2[Part, zio.Problems] {
	return func(yield func(Part, zio.Problems) bool) {
		p := partReader{engine: e, in: newWindow(r, windowSize), lim: lim, left: lim.Problems, yield: yield}
		p.document()
	}
}

type partReader struct {
	*engine
	in    *window
	lim   Limits
	left  int // problems that may still be reported
	yield func(Part, zio.Problems) bool
	seen  []string
	done  bool
}

// give hands a part to the caller; the problems are relative to the part.
func (p *partReader) give(at place, offset int64, value []byte, problems zio.Problems) {
	if p.done {
		return
	}
	if len(problems) > 0 {
		pointer := pointerOf(at.path())
		for i := range problems {
			problems[i].Pointer = pointer + problems[i].Pointer
			problems[i].Offset += offset
		}
	}
	if len(problems) > p.left {
		problems = capped(problems, max(p.left, 1))
	}
	p.left -= len(problems)
	if !p.yield(Part{Member: at.member, Item: at.item, Offset: offset, Bytes: value}, problems) || p.left <= 0 {
		p.done = true
	}
}

// stop ends the reading with a problem at the place that was reached.
func (p *partReader) stop(at place, kind *zio.ProblemKind, params ...string) {
	if !p.done {
		p.give(at, p.in.offset(), nil, zio.Problems{kind.At("", params...)})
		p.done = true
	}
}

func (p *partReader) expect(at place, what string) {
	c, ok := p.in.peek()
	switch {
	case p.in.err != nil && p.in.err != io.EOF:
		p.stop(at, problemRead, "reason", p.in.err.Error())
	case ok && c == 0:
		p.stop(at, (*zio.ProblemKind)(strictjson.FaultNUL))
	default:
		p.stop(at, (*zio.ProblemKind)(strictjson.FaultSyntax), "expected", what)
	}
}

// take reads the byte c behind white space.
func (p *partReader) take(c byte) bool {
	if b, ok := p.in.token(); ok && b == c {
		p.in.at++
		return true
	}
	return false
}

func (p *partReader) document() {
	if p.in.has(3) && bytes.HasPrefix(p.in.rest(), bom) {
		p.in.at += 3
		p.give(whole, 0, nil, zio.Problems{problemBOM.At("")})
	}
	if _, ok := p.in.token(); !ok && p.in.err == io.EOF {
		p.stop(whole, (*zio.ProblemKind)(strictjson.FaultEmpty))
		return
	}
	start := p.in.offset()
	if !p.take('{') {
		p.expect(whole, "{")
		return
	}
	if !p.take('}') {
		p.membersOf()
	}
	if p.done {
		return
	}
	if c, ok := p.in.token(); ok {
		kind := strictjson.FaultTrailing
		if c == 0 {
			kind = strictjson.FaultNUL
		}
		p.stop(whole, (*zio.ProblemKind)(kind))
		return
	}
	if p.in.err != io.EOF {
		p.stop(whole, problemRead, "reason", p.in.err.Error())
		return
	}
	p.missing(start)
}

func (p *partReader) membersOf() {
	for !p.done {
		if c, ok := p.in.token(); !ok || c != '"' {
			p.expect(whole, `"`)
			return
		}
		offset := p.in.offset()
		text, ok := p.value(whole, p.lim.Part)
		if !ok {
			return
		}
		name, faults := strictjson.Parse(text, p.lim.strict(0))
		if len(faults) > 0 {
			p.in.at -= len(text)
			p.give(whole, offset, nil, zio.ProblemsOf(faults))
			p.done = true
			return
		}
		at := place{name.Text, -1}
		if !p.take(':') {
			p.expect(at, ":")
			return
		}
		if len(p.seen) >= p.maxMembers() {
			p.stop(whole, (*zio.ProblemKind)(strictjson.FaultMembers), "limit", strconv.Itoa(p.maxMembers()))
			return
		}
		if slices.Contains(p.seen, name.Text) {
			p.give(at, offset, nil, zio.Problems{(*zio.ProblemKind)(strictjson.FaultDuplicate).At("", "name", name.Text)})
		}
		p.seen = append(p.seen, name.Text)
		if p.member(at, offset); p.done {
			return
		}
		if p.take(',') {
			continue
		}
		if p.take('}') {
			return
		}
		p.expect(whole, ", }")
		return
	}
}

const defaultMembers = 256 // as the strict reader has it

func (p *partReader) maxMembers() int {
	if p.lim.Members > 0 {
		return min(p.lim.Members, defaultMembers)
	}
	return defaultMembers
}

func (p *partReader) member(at place, offset int64) {
	part, known := p.members[at.member]
	if !known {
		var around strictjson.Value
		around.Members = []strictjson.Member{{Name: at.member}}
		x := explainer{engine: p.engine}
		_, node := p.follow(p.path)
		x.extra(&finding{}, &around, node)
		if _, ok := p.token(at); !ok {
			return
		}
		begin := p.in.offset()
		value, ok := p.value(at, p.lim.Part)
		if !ok {
			return
		}
		problems := x.problems
		if _, faults := strictjson.Parse(value, p.lim.strict(1)); len(faults) > 0 {
			inner := zio.ProblemsOf(faults)
			for i := range inner {
				inner[i].Pointer = problems[0].Pointer + inner[i].Pointer
				inner[i].Offset += begin - offset
			}
			problems = append(problems, inner...)
		}
		for i := range problems {
			problems[i].Pointer = problems[i].Pointer[len(pointerOf(at.path())):]
		}
		p.give(at, offset, value, problems)
		return
	}
	if c, ok := p.token(at); !ok {
		return
	} else if c == '[' && part.item != nil {
		p.list(at, part, part.item)
		return
	}
	p.one(at, part, part.machine(p.lim))
}

// token is the first byte of a value; without one the reading ends.
func (p *partReader) token(at place) (byte, bool) {
	c, ok := p.in.token()
	if !ok {
		p.expect(at, `{ [ " 0-9 true false null`)
	}
	return c, ok
}

func (p *partReader) list(at place, part, item *engine) {
	start := p.in.offset()
	p.in.at++
	machine := item.machine(p.lim)
	n := 0
	if !p.take(']') {
		for {
			if _, ok := p.token(at); !ok {
				return
			}
			p.one(place{at.member, n}, item, machine)
			n++
			if p.done {
				return
			}
			if p.take(',') {
				continue
			}
			if p.take(']') {
				break
			}
			p.expect(at, ", ]")
			return
		}
	}
	_, node := part.follow(part.path)
	x := explainer{engine: part, root: &strictjson.Value{Kind: strictjson.Array, Items: make([]strictjson.Value, 0)}}
	for _, bound := range []string{"minItems", "maxItems"} {
		limit, err := strconv.Atoi(plainText(node[bound]))
		if err != nil || bound == "minItems" && n >= limit || bound == "maxItems" && n <= limit {
			continue
		}
		title, what := x.words(part.path, at.path())
		p.give(at, start, nil, zio.Problems{kindOfLimit[bound].At("", "title", title, "what", what, "limit", strconv.Itoa(limit), "found", strconv.Itoa(n))})
	}
}

// one reads and judges the value that begins here.
func (p *partReader) one(at place, part *engine, machine *accept.Machine) {
	offset := p.in.offset()
	if machine != nil {
		if end := machine.Value(p.in.buf, p.in.at); end >= 0 && end < len(p.in.buf) {
			value := p.in.buf[p.in.at:end]
			p.in.at = end
			p.give(at, offset, value, nil)
			return
		}
	}
	value, ok := p.value(at, p.lim.Part)
	if !ok {
		return
	}
	if machine != nil && machine.Accept(value) {
		p.give(at, offset, value, nil)
		return
	}
	p.give(at, offset, value, part.detail(value, p.lim))
}

// value is the bytes of the value that begins here, which are then behind.
func (p *partReader) value(at place, most int) ([]byte, bool) {
	for {
		if end := accept.Skip(p.in.buf, p.in.at); end >= 0 {
			if end == p.in.at {
				p.expect(at, `{ [ " 0-9 true false null`)
				return nil, false
			}
			value := p.in.buf[p.in.at:end]
			p.in.at = end
			if len(value) > most {
				p.in.at -= len(value)
				p.stop(at, problemPart, "limit", strconv.Itoa(most))
				return nil, false
			}
			return value, true
		}
		if len(p.in.rest()) > most {
			p.stop(at, problemPart, "limit", strconv.Itoa(most))
			return nil, false
		}
		if !p.in.more() {
			value := p.in.rest() // cut off: let the strict reader say how
			if p.in.err != nil && p.in.err != io.EOF {
				p.stop(at, problemRead, "reason", p.in.err.Error())
				return nil, false
			}
			_, faults := strictjson.Parse(value, p.lim.strict(at.levels()))
			if len(faults) == 0 {
				p.in.at = len(p.in.buf)
				return value, true
			}
			p.give(at, p.in.offset(), nil, zio.ProblemsOf(faults))
			p.done = true
			return nil, false
		}
	}
}

// missing names the members that a document should have.
func (p *partReader) missing(start int64) {
	path, node := p.follow(p.path)
	x := explainer{engine: p.engine}
	required, _ := node["required"].([]any)
	var problems zio.Problems
	for _, name := range required {
		if name, _ := name.(string); !slices.Contains(p.seen, name) {
			title, what := x.words(append(slices.Clone(path), "properties", name), []string{name})
			problem := problemRequired.At(pointerOf([]string{name}), "name", name, "title", title, "what", what)
			problem.Offset = start
			problems = append(problems, problem)
		}
	}
	p.give(whole, 0, nil, problems)
}

var bom = []byte("\xef\xbb\xbf")
