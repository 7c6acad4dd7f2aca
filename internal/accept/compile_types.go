package accept

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
)

// typed compiles a schema that begins with a type.
func (c *compiler) typed(s *source, asserted []string, at string) (*node, error) {
	types, err := typesOf(s, at)
	if err != nil {
		return nil, err
	}
	if len(types) == 0 {
		return nil, fmt.Errorf("accept: %s: a schema without type is not supported", place(at))
	}
	for _, name := range asserted {
		known := name == "type"
		for _, t := range types {
			known = known || slices.Contains(ofType[t], name)
		}
		if !known {
			return nil, fmt.Errorf("accept: %s: keyword %q is not supported", place(at), name)
		}
	}
	var parts []*node
	for _, t := range types {
		n, err := c.one(t, s, at)
		if err != nil {
			return nil, err
		}
		parts = append(parts, n)
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return c.join(parts, false, at), nil
}

func (c *compiler) one(t string, s *source, at string) (*node, error) {
	switch t {
	case "null":
		return c.node(node{op: opNever, null: true}), nil
	case "boolean":
		return c.node(node{op: opBool, bool: 3}), nil
	case "integer", "number":
		return c.number(t, s, at)
	case "string":
		return c.text(s, at)
	case "array":
		return c.array(s, at)
	}
	return c.object(s, at)
}

func (c *compiler) text(s *source, at string) (*node, error) {
	t := &text{high: maxText}
	n := node{op: opFree, text: t}
	if err := counts(s, at, "minLength", &t.low, "maxLength", &t.high); err != nil {
		return nil, err
	}
	pattern := ""
	if v, ok := s.get("format"); ok {
		if v != "date" {
			return nil, fmt.Errorf("accept: %s: format %v is not supported", place(at), v)
		}
		t.date = true
		pattern = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	}
	if v, ok := s.get("pattern"); ok {
		pattern, _ = v.(string)
	}
	var err error
	var without *automaton
	if v, ok := s.get("not"); ok {
		if without, err = c.without(v, at); err != nil {
			return nil, err
		}
	}
	switch {
	case pattern != "":
		if t.pattern, err = c.automaton(pattern, at); err != nil {
			return nil, err
		}
		if without != nil && !t.pattern.within(without) {
			return nil, fmt.Errorf("accept: %s: keyword \"not\" that forbids what the pattern beside it allows is not supported", place(at))
		}
	case without != nil:
		t.pattern = without
	default:
		return c.node(n), nil
	}
	t.date = t.date && !t.pattern.within(calendar())
	n.op = opText
	if c.which != nil {
		n.suspect = c.which(at, pattern, s.text("not", "pattern"))
	}
	if t.chain = newChain(t.pattern); t.chain != nil {
		n.op = opChain
		if t.chain.length < t.low || t.chain.length > t.high {
			n.op = opNever
		}
	} else if t.run = newRun(t.pattern); t.run != nil && !t.date {
		n.op = opRun
		t.run.low, t.run.high = max(t.run.low, t.low), min(t.run.high, t.high)
	}
	return c.node(n), nil
}

func (c *compiler) automaton(pattern, at string) (*automaton, error) {
	a := c.patterns[pattern]
	if a == nil {
		var err error
		if a, err = newAutomaton(pattern); err != nil {
			return nil, fmt.Errorf("%w at %s", err, place(at))
		}
		c.patterns[pattern] = a
	}
	return a, nil
}

// without is the automaton of the texts that have no character of a class, which is how a pattern that is not to occur
// is understood.
func (c *compiler) without(v any, at string) (*automaton, error) {
	s, _ := v.(*source)
	if s == nil {
		return nil, fmt.Errorf("accept: %s: keyword \"not\" is supported with a pattern only", place(at))
	}
	kind, _ := s.get("type")
	x, _ := s.get("pattern")
	pattern, ok := x.(string)
	if !ok || kind != "string" || len(s.names) != 2 {
		return nil, fmt.Errorf("accept: %s: keyword \"not\" is supported with a pattern only", place(at))
	}
	class, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("accept: pattern %q: %w at %s", pattern, err, place(at))
	}
	class = class.Simplify()
	ends := class.Rune
	switch {
	case class.Op == syntax.OpLiteral && len(ends) == 1 && class.Flags&syntax.FoldCase == 0:
		ends = []rune{ends[0], ends[0]}
	case class.Op != syntax.OpCharClass:
		return nil, fmt.Errorf("accept: %s: keyword \"not\" with a pattern that is more than one class of characters is not supported", place(at))
	}
	text := "^[^"
	for i := 0; i < len(ends); i += 2 {
		text += fmt.Sprintf(`\x{%X}-\x{%X}`, ends[i], ends[i+1])
	}
	return c.automaton(text+"]*$", at)
}

func (c *compiler) number(kind string, s *source, at string) (*node, error) {
	t := &number{low: math.MinInt64, high: math.MaxInt64}
	n := node{op: opWhole, number: t}
	if kind == "number" {
		n.op = opNumber
	}
	for _, bound := range []struct {
		name  string
		to    *int64
		shift int64
		upper bool
	}{
		{"minimum", &t.low, 0, false}, {"exclusiveMinimum", &t.low, 1, false},
		{"maximum", &t.high, 0, true}, {"exclusiveMaximum", &t.high, -1, true},
	} {
		v, ok := s.get(bound.name)
		if !ok {
			continue
		}
		x, err := wholeOf(v, at, bound.name)
		if err != nil {
			return nil, err
		}
		if bound.shift != 0 && n.op == opNumber {
			return nil, fmt.Errorf("accept: %s: keyword %q with fractions is not supported", place(at), bound.name)
		}
		x += bound.shift
		if bound.upper {
			*bound.to = min(*bound.to, x)
		} else {
			*bound.to = max(*bound.to, x)
		}
	}
	if v, ok := s.get("multipleOf"); ok {
		x, err := wholeOf(v, at, "multipleOf")
		if err != nil || x <= 0 {
			return nil, fmt.Errorf("accept: %s: keyword \"multipleOf\" wants a whole number", place(at))
		}
		t.multiple = x
	}
	return c.node(n), nil
}

func wholeOf(v any, at, name string) (int64, error) {
	number, _ := v.(json.Number)
	x, err := strconv.ParseInt(string(number), 10, 62)
	if err != nil {
		return 0, fmt.Errorf("accept: %s: keyword %q wants a whole number, not %v", place(at), name, v)
	}
	return x, nil
}

func counts(s *source, at, low string, least *int, high string, most *int) error {
	for _, bound := range []struct {
		name string
		to   *int
	}{{low, least}, {high, most}} {
		if v, ok := s.get(bound.name); ok {
			x, err := wholeOf(v, at, bound.name)
			if err != nil || x < 0 {
				return fmt.Errorf("accept: %s: keyword %q wants a count, not %v", place(at), bound.name, v)
			}
			*bound.to = int(min(x, math.MaxInt32))
		}
	}
	return nil
}

func (c *compiler) array(s *source, at string) (*node, error) {
	a := &array{high: maxItems}
	if err := counts(s, at, "minItems", &a.low, "maxItems", &a.high); err != nil {
		return nil, err
	}
	a.high = min(a.high, maxItems)
	items, ok := s.get("items")
	if !ok {
		return nil, fmt.Errorf("accept: %s: an array without \"items\" is not supported", place(at))
	}
	var err error
	if a.item, err = c.schema(items, at+"/items"); err != nil {
		return nil, err
	}
	if v, _ := s.get("uniqueItems"); v == true {
		a.unique = true
	}
	return c.node(node{op: opArray, array: a}), nil
}

func (c *compiler) object(s *source, at string) (*node, error) {
	if v, ok := s.get("additionalProperties"); !ok || v != false {
		return nil, fmt.Errorf("accept: %s: an object that is not closed by \"additionalProperties\" is not supported", place(at))
	}
	o := &object{high: 64}
	if err := counts(s, at, "minProperties", &o.low, "maxProperties", &o.high); err != nil {
		return nil, err
	}
	v, _ := s.get("properties")
	properties, ok := v.(*source)
	if !ok {
		properties = &source{}
	}
	if len(properties.names) > 64 {
		return nil, fmt.Errorf("accept: %s: an object of %d members is not supported, at most 64", place(at), len(properties.names))
	}
	bit := map[string]uint64{}
	for i, name := range properties.names {
		here := at + "/properties/" + strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
		n, err := c.schema(properties.values[name], here)
		if err != nil {
			return nil, err
		}
		p := member{node: n, key: newKey(`"` + name + `":`)}
		for slot, capture := range c.captures {
			if capture == here {
				p.slot, c.found[slot] = int32(slot)+1, true
			}
		}
		o.members = append(o.members, p)
		bit[name] = 1 << i
	}
	var err error
	if o.names, err = newSet(properties.names); err != nil {
		return nil, err
	}
	o.keys = newKeys(properties.names, `":`)
	required, _ := s.get("required")
	list, _ := required.([]any)
	for _, name := range list {
		text, _ := name.(string)
		if bit[text] == 0 {
			return nil, fmt.Errorf("accept: %s: \"required\" names %v, which is not a member", place(at), name)
		}
		o.required |= bit[text]
	}
	return c.node(node{op: opObject, object: o}), nil
}

// closed compiles a closed set of values; types, when given, must hold as well.
func (c *compiler) closed(values []any, types []string, at string) (*node, error) {
	var texts []string
	var numbers []int64
	var flags uint8
	null := false
	for _, v := range values {
		kind := ""
		switch x := v.(type) {
		case nil:
			kind = "null"
		case bool:
			kind = "boolean"
		case string:
			kind = "string"
		case json.Number:
			kind = "integer"
			if slices.Contains(types, "number") {
				kind = "number"
			}
		default:
			return nil, fmt.Errorf("accept: %s: an enum of %T is not supported", place(at), x)
		}
		if len(types) > 0 && !slices.Contains(types, kind) {
			continue
		}
		switch x := v.(type) {
		case nil:
			null = true
		case bool:
			if x {
				flags |= 2
			} else {
				flags |= 1
			}
		case string:
			texts = append(texts, x)
		case json.Number:
			n, err := wholeOf(x, at, "enum")
			if err != nil {
				return nil, err
			}
			numbers = append(numbers, n)
		}
	}
	var parts []*node
	if len(texts) > 0 {
		set, err := newSet(texts)
		if err != nil {
			return nil, fmt.Errorf("%w at %s", err, place(at))
		}
		parts = append(parts, c.node(node{op: opSet, set: set}))
	}
	if len(numbers) > 0 {
		parts = append(parts, c.node(node{op: opWhole, number: &number{low: math.MinInt64, high: math.MaxInt64, among: numbers}}))
	}
	if flags != 0 {
		parts = append(parts, c.node(node{op: opBool, bool: flags}))
	}
	if null {
		parts = append(parts, c.node(node{op: opNever, null: true}))
	}
	switch len(parts) {
	case 0:
		return c.node(node{op: opNever}), nil
	case 1:
		return parts[0], nil
	}
	return c.join(parts, false, at), nil
}
