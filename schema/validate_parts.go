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

// Part is a piece of a document that is validated by itself (onderdeel van een document): a member, an item
// of a list of objects, or, where those are large, a piece of them.
type Part struct {
	Offset int64  // byte offset of the part in the document, counted from 0
	Bytes  []byte // the value; it holds until the next part is asked for. Nil for what concerns all of an object or a list
	at     *place
}

// Pointer is the JSON Pointer to the part; "" for the document.
func (p *Part) Pointer() string { return placeOf(p.at.path()) }

// Parts reads a document from a stream in memory that does not grow with the document, and gives one by
// one its members and the items of its lists of objects, each with what is wrong with it; a member or an
// item of more than [Limits.Part] bytes is given in pieces in its turn. Problems that concern all of an object
// or a list, such as a missing member, come with a last part of it without bytes. Reading
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
		p := partReader{in: newWindow(r, windowSize), lim: lim, left: lim.Problems, yield: yield}
		p.document(e)
	}
}

type partReader struct {
	in    *window
	lim   Limits
	left  int // problems that may still be reported
	yield func(Part, zio.Problems) bool
	done  bool
}

// give hands a part to the caller; the problems are relative to the part.
func (p *partReader) give(at *place, offset int64, value []byte, problems zio.Problems) {
	if p.done {
		return
	}
	if len(problems) > 0 {
		pointer := placeOf(at.path())
		for i := range problems {
			problems[i].Pointer = pointer + problems[i].Pointer
			problems[i].Offset += offset
		}
	}
	if len(problems) > p.left {
		problems = capped(problems, p.left)
	}
	p.left -= len(problems)
	if !p.yield(Part{Offset: offset, Bytes: value, at: at}, problems) || p.left <= 0 {
		p.done = true
	}
}

// stop ends the reading with a problem at the place that was reached.
func (p *partReader) stop(at *place, kind *zio.ProblemKind, params ...string) {
	if !p.done {
		p.give(at, p.in.offset(), nil, zio.Problems{kind.At("", params...)})
		p.done = true
	}
}

func (p *partReader) expect(at *place, what string) {
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

func (p *partReader) document(e *engine) {
	root := &place{}
	if p.in.has(3) && bytes.HasPrefix(p.in.rest(), bom) {
		p.in.at += 3
		p.give(root, 0, nil, zio.Problems{problemBOM.At("")})
	}
	c, ok := p.in.token()
	if !ok && p.in.err == io.EOF {
		p.stop(root, (*zio.ProblemKind)(strictjson.FaultEmpty))
		return
	}
	if !ok || c != '{' {
		p.expect(root, "{")
		return
	}
	if p.object(root, e); p.done {
		return
	}
	if c, ok := p.in.token(); ok {
		kind := strictjson.FaultTrailing
		if c == 0 {
			kind = strictjson.FaultNUL
		}
		p.stop(root, (*zio.ProblemKind)(kind))
		return
	}
	if p.in.err != io.EOF {
		p.stop(root, problemRead, "reason", p.in.err.Error())
	}
}

// object reads the closed object that begins here, member by member.
func (p *partReader) object(at *place, e *engine) {
	start := p.in.offset()
	p.in.at++
	var seen []string
	if !p.take('}') {
		seen = p.members(at, e)
	}
	if p.done {
		return
	}
	path, node := e.follow(e.path)
	x := explainer{engine: e}
	required, _ := node["required"].([]any)
	var problems zio.Problems
	for _, name := range required {
		if name, _ := name.(string); !slices.Contains(seen, name) {
			title, what := x.words(append(slices.Clone(path), "properties", name), []string{name})
			problems = append(problems, problemRequired.At(pointerOf([]string{name}), "name", name, "title", title, "what", what))
		}
	}
	p.give(at, start, nil, problems)
}

func (p *partReader) members(at *place, e *engine) (seen []string) {
	for !p.done {
		if c, ok := p.in.token(); !ok || c != '"' {
			p.expect(at, `"`)
			return
		}
		offset := p.in.offset()
		text, ok := p.value(at, nil)
		if !ok {
			return
		}
		name, faults := strictjson.Parse(text, p.lim.strict(0))
		if len(faults) > 0 {
			p.give(at, offset, nil, zio.ProblemsOf(faults))
			p.done = true
			return
		}
		here := &place{around: at, name: name.Text, named: true}
		if !p.take(':') {
			p.expect(here, ":")
			return
		}
		if len(seen) >= p.maxMembers() {
			p.stop(at, (*zio.ProblemKind)(strictjson.FaultMembers), "limit", strconv.Itoa(p.maxMembers()))
			return
		}
		if slices.Contains(seen, name.Text) {
			p.give(here, offset, nil, zio.Problems{(*zio.ProblemKind)(strictjson.FaultDuplicate).At("", "name", strictjson.Shown(name.Text))})
		}
		seen = append(seen, name.Text)
		if part := e.member(name.Text); part != nil {
			p.one(here, part, part.machine(p.lim))
		} else {
			p.unknown(here, e, offset)
		}
		if p.done {
			return
		}
		if p.take(',') {
			continue
		}
		if !p.take('}') {
			p.expect(at, ", }")
		}
		return
	}
	return
}

func (p *partReader) maxMembers() int {
	if p.lim.Members > 0 {
		return min(p.lim.Members, defaultMembers)
	}
	return defaultMembers
}

// unknown reads a member that the schema does not have; offset is that of its name.
func (p *partReader) unknown(at *place, e *engine, offset int64) {
	if _, ok := p.token(at); !ok {
		return
	}
	begin := p.in.offset()
	value, ok := p.value(at, nil)
	if !ok {
		return
	}
	around := strictjson.Value{Members: []strictjson.Member{{Name: at.name}}}
	x := explainer{engine: e}
	_, node := e.follow(e.path)
	x.extra(&finding{}, &around, node)
	if _, faults := strictjson.Parse(value, p.lim.strict(at.levels())); len(faults) > 0 {
		for _, inner := range zio.ProblemsOf(faults) {
			inner.Offset += begin - offset
			x.problems = append(x.problems, inner)
		}
	}
	x.problems[0].Pointer = "" // that of the member, which give puts before it
	if x.problems[0].Kind == problemHidden {
		at = at.around
	}
	p.give(at, offset, value, x.problems)
}

// token is the first byte of a value; without one the reading ends.
func (p *partReader) token(at *place) (byte, bool) {
	c, ok := p.in.token()
	if !ok {
		p.expect(at, `{ [ " 0-9 true false null`)
	}
	return c, ok
}

// list reads the list that begins here, item by item.
func (p *partReader) list(at *place, part *engine) {
	start := p.in.offset()
	p.in.at++
	item := part.items()
	machine := item.machine(p.lim)
	n := 0
	if !p.take(']') {
		here := &place{around: at} // one for all items: a part holds until the next one is asked for
		for ; ; n++ {
			here.index = n
			if p.one(here, item, machine); p.done {
				return
			}
			if p.take(',') {
				continue
			}
			if p.take(']') {
				n++
				break
			}
			p.expect(at, ", ]")
			return
		}
	}
	_, node := part.follow(part.path)
	x := explainer{engine: part}
	for _, bound := range []string{"minItems", "maxItems"} {
		limit, err := strconv.Atoi(plainText(node[bound]))
		if err != nil || bound == "minItems" && n >= limit || bound == "maxItems" && n <= limit {
			continue
		}
		title, what := x.words(part.path, at.path())
		p.give(at, start, nil, zio.Problems{kindOfLimit[bound].At("", "title", title, "what", what, "limit", strconv.Itoa(limit), "found", strconv.Itoa(n))})
	}
}

// one reads and judges the value that begins here: in pieces when it is a list of objects in the document
// itself, or too large to be held.
func (p *partReader) one(at *place, part *engine, machine *accept.Machine) {
	c, ok := p.token(at)
	if !ok {
		return
	}
	if c == '[' && part.levels == 1 && part.items() != nil && part.items().isObjects() {
		p.list(at, part)
		return
	}
	offset := p.in.offset()
	if machine != nil {
		if end := machine.Value(p.in.buf, p.in.at); end >= 0 && end < len(p.in.buf) {
			value := p.in.buf[p.in.at:end]
			p.in.at = end
			p.give(at, offset, value, nil)
			return
		}
	}
	value, ok := p.value(at, part)
	if !ok {
		return
	}
	if machine != nil && machine.Accept(value) {
		p.give(at, offset, value, nil)
		return
	}
	p.give(at, offset, value, part.detail(value, p.lim))
}

// value is the bytes of the value that begins here, which are then behind. Nothing is left to do when it
// is not ok: the reading has ended, or the value was too large and has been read in pieces.
func (p *partReader) value(at *place, part *engine) ([]byte, bool) {
	for {
		end := accept.Skip(p.in.buf, p.in.at)
		if end == p.in.at {
			p.expect(at, `{ [ " 0-9 true false null`)
			return nil, false
		}
		if end < 0 && len(p.in.rest()) > p.lim.Part || end-p.in.at > p.lim.Part {
			p.pieces(at, part)
			return nil, false
		}
		if end >= 0 {
			value := p.in.buf[p.in.at:end]
			p.in.at = end
			return value, true
		}
		if !p.in.more() {
			return p.cutOff(at)
		}
	}
}

// pieces reads a value that is too large to be held.
func (p *partReader) pieces(at *place, part *engine) {
	c, _ := p.in.peek()
	switch {
	case part != nil && c == '{' && part.closed():
		p.object(at, part)
	case part != nil && c == '[' && part.items() != nil:
		p.list(at, part)
	default:
		p.stop(at, problemPart, "limit", strconv.Itoa(p.lim.Part))
	}
}

// cutOff is the value that begins here when the stream ends in it or with it.
func (p *partReader) cutOff(at *place) ([]byte, bool) {
	value := p.in.rest()
	if p.in.err != nil && p.in.err != io.EOF {
		p.stop(at, problemRead, "reason", p.in.err.Error())
		return nil, false
	}
	_, faults := strictjson.Parse(value, p.lim.strict(at.levels()))
	if len(faults) == 0 {
		p.in.at = len(p.in.buf)
		return value, true
	}
	p.give(at, p.in.offset(), nil, zio.ProblemsOf(faults)) // the strict reader says how
	p.done = true
	return nil, false
}

var bom = []byte("\xef\xbb\xbf")
