package schema

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Total is the exact sum of a member over all valid records (totaal), per value of another member of the
// same object. Because a sum of products with one rate per value is the sum of these sums times the
// rates, minutes times rate needs no second reading.
type Total struct {
	Member string // "/needs/*/minutesPerWeek"
	By     string // "/needs/*/kind"
	Rows   []TotalRow
	Over   bool // a sum is over the greatest int64; it is not to be used
}

// TotalRow is the sum for one value, in the order of the schema.
type TotalRow struct {
	Value string
	Count int64
	Sum   int64
}

// WithTotal adds up a whole number over all valid records, while they are validated. The two members are
// pointers in which * stands for every item of a list. Both are required members of the same object, and
// the second one has a closed set of texts.
func WithTotal(member, by string) Option {
	return func(o *options) { o.totals = append(o.totals, totalOf{member: member, by: by}) }
}

type totalOf struct{ member, by string }

// adder adds up the totals of the records that one worker reads.
type adder struct {
	totals  []Total
	pending []pending
	slots   [][]part // what the fast reader captures, and of which totals that is a part
}

// part is a member of a total: the number, or the text that it is added up by.
type part struct {
	total int
	by    bool
}

type pending struct {
	value, by       int64
	hasValue, hasBy bool
}

// withTotals is the engine with a fast reader that captures what is added up.
func (e *engine) withTotals(totals []totalOf) (*engine, *adder, error) {
	a, captures, err := e.newAdder(totals)
	if err != nil {
		return nil, nil, err
	}
	with := &engine{id: e.id, text: e.text, raw: e.raw, judge: e.judge}
	if e.program != nil {
		if with.program, err = accept.Compile(e.text, accept.Capture(captures...), noBSN); err != nil {
			return nil, nil, err
		}
	}
	return with, a, nil
}

// empty is an adder of the same members that has added nothing yet.
func (a *adder) empty() *adder {
	fresh := &adder{pending: make([]pending, len(a.pending)), slots: a.slots}
	for _, t := range a.totals {
		t.Rows = slices.Clone(t.Rows)
		for i := range t.Rows {
			t.Rows[i].Count, t.Rows[i].Sum = 0, 0
		}
		fresh.totals = append(fresh.totals, t)
	}
	return fresh
}

// newAdder finds the members in the schema; it returns their pointers there, each once: totals may share a member.
func (e *engine) newAdder(totals []totalOf) (*adder, []string, error) {
	a := &adder{pending: make([]pending, len(totals))}
	var captures []string
	for k, t := range totals {
		total := Total{Member: t.member, By: t.by}
		for i, pointer := range []string{t.member, t.by} {
			path, err := e.find(pointer)
			if err != nil {
				return nil, nil, err
			}
			slot := slices.Index(captures, pointerOf(path))
			if slot < 0 {
				slot = len(captures)
				captures, a.slots = append(captures, pointerOf(path)), append(a.slots, nil)
			}
			a.slots[slot] = append(a.slots[slot], part{k, i == 1})
			_, node := e.follow(path)
			list, _ := node["enum"].([]any)
			if pointer == t.by && len(list) == 0 {
				return nil, nil, fmt.Errorf("schema: %s has no closed set of texts", pointer)
			}
			for _, v := range list {
				total.Rows = append(total.Rows, TotalRow{Value: plainText(v)})
			}
		}
		if cutLast(t.member) != cutLast(t.by) {
			return nil, nil, fmt.Errorf("schema: %s and %s are not members of the same object", t.member, t.by)
		}
		a.totals = append(a.totals, total)
	}
	return a, captures, nil
}

func cutLast(pointer string) string { return pointer[:max(strings.LastIndexByte(pointer, '/'), 0)] }

// find is the path, in the schema, of the required member at a pointer.
func (e *engine) find(pointer string) ([]string, error) {
	var path []string
	for _, token := range tokens(pointer) {
		at, node := e.follow(path)
		if token == "*" {
			path = append(slices.Clone(at), "items")
			continue
		}
		path = append(slices.Clone(at), "properties", token)
		if e.at(path) == nil {
			return nil, fmt.Errorf("schema: there is no member %s", pointer)
		}
		if required, _ := node["required"].([]any); strings.HasSuffix(pointer, "/"+token) && !slices.Contains(required, any(token)) {
			return nil, fmt.Errorf("schema: the member %s is not required", pointer)
		}
	}
	return path, nil
}

// captured adds what the fast reader captured of a record.
func (a *adder) captured(captures []accept.Captured) {
	for i := range captures {
		c := &captures[i]
		for _, of := range a.slots[c.Slot] {
			p := &a.pending[of.total]
			if of.by {
				p.by, p.hasBy = c.Value, true
			} else {
				p.value, p.hasValue = c.Value, true
			}
			if p.hasValue && p.hasBy {
				a.totals[of.total].add(int(p.by), p.value)
				*p = pending{}
			}
		}
	}
}

// value adds a record that the full validator found valid.
func (a *adder) value(v *strictjson.Value) {
	for k := range a.totals {
		t := &a.totals[k]
		t.walk(v, tokens(t.Member), tokens(t.By))
	}
}

func (t *Total) walk(v *strictjson.Value, member, by []string) {
	if len(member) > 1 {
		if member[0] == "*" {
			for i := range v.Members {
				t.walk(v.Item(i), member[1:], by[1:])
			}
		} else if next := child(v, member[0]); next != nil {
			t.walk(next, member[1:], by[1:])
		}
		return
	}
	number, text := child(v, member[0]), child(v, by[0])
	if number == nil || text == nil {
		return
	}
	row := slices.IndexFunc(t.Rows, func(r TotalRow) bool { return r.Value == text.Text })
	if n, err := strconv.ParseInt(number.Text, 10, 64); err == nil && row >= 0 {
		t.add(row, n)
	}
}

func (t *Total) add(row int, n int64) {
	r := &t.Rows[row]
	if n > 0 && r.Sum > math.MaxInt64-n || n < 0 && r.Sum < math.MinInt64-n {
		t.Over = true
		return
	}
	r.Sum += n
	r.Count++
}

// take adds the totals of a block and empties them for the next.
func (a *adder) take(from *adder) {
	for k := range a.totals {
		for row := range a.totals[k].Rows {
			r := &from.totals[k].Rows[row]
			count := a.totals[k].Rows[row].Count + r.Count
			a.totals[k].add(row, r.Sum)
			a.totals[k].Rows[row].Count = count
			r.Sum, r.Count = 0, 0
		}
		a.totals[k].Over = a.totals[k].Over || from.totals[k].Over
	}
}
