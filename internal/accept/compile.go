package accept

import (
	"fmt"
	"slices"
	"strings"
)

// Keywords that say nothing about which documents are valid.
var annotations = []string{"$schema", "$id", "$comment", "$defs", "title", "description", "examples", "default", "deprecated", "readOnly", "writeOnly"}

// Keywords that restrict values of one type only, by type.
var ofType = map[string][]string{
	"string":  {"minLength", "maxLength", "pattern", "not", "format"},
	"integer": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
	"number":  {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"},
	"array":   {"items", "minItems", "maxItems", "uniqueItems"},
	"object":  {"properties", "required", "additionalProperties", "minProperties", "maxProperties"},
	"boolean": nil,
	"null":    nil,
}

// Option is a choice of the caller of [Compile].
type Option func(*compiler)

// Capture keeps the values of members while a document is read. A member is named by its pointer in the
// schema, such as "/$defs/CareLine/properties/minutes".
func Capture(pointers ...string) Option {
	return func(c *compiler) {
		c.captures = append(c.captures, pointers...)
		c.found = make([]bool, len(c.captures))
	}
}

// SuspectText looks at the texts that a schema with a pattern, or with a pattern under "not", accepts: which is given the pointer of
// that schema, such as "/$defs/PupilRef", and both patterns. A text of which the function that it gives reports true is not proven
// valid; it gives nil for texts that are not looked at.
func SuspectText(which func(pointer, pattern, not string) func(text []byte) bool) Option {
	return func(c *compiler) { c.which = which }
}

// Compile makes the program of a schema of dialect 2020-12. A keyword that is not understood, or stands
// where it is not, is an error that names it.
func Compile(schema []byte, opts ...Option) (*Program, error) {
	root, err := readSource(schema)
	if err != nil {
		return nil, err
	}
	c := &compiler{root: root, refs: map[string]*node{}, patterns: map[string]*automaton{}}
	for _, set := range opts {
		set(c)
	}
	n, err := c.schema(root, "")
	if err != nil {
		return nil, err
	}
	for i, found := range c.found {
		if !found {
			return nil, fmt.Errorf("accept: the schema has no member %s to capture", c.captures[i])
		}
	}
	if n, err = c.link(n); err != nil {
		return nil, err
	}
	return &Program{root: n, depth: maxDepth}, nil
}

type compiler struct {
	root     any
	refs     map[string]*node
	patterns map[string]*automaton
	which    func(pointer, pattern, not string) func([]byte) bool
	unions   []*union
	nodes    []*node
	captures []string
	found    []bool
}

func (c *compiler) node(n node) *node {
	c.nodes = append(c.nodes, &n)
	return &n
}

func (c *compiler) schema(v any, at string) (*node, error) {
	if v == false {
		return c.node(node{op: opNever}), nil
	}
	s, ok := v.(*source)
	if !ok {
		return nil, fmt.Errorf("accept: %s: this schema says nothing about the value", place(at))
	}
	var asserted []string
	for _, name := range s.names {
		if !slices.Contains(annotations, name) {
			asserted = append(asserted, name)
		}
	}
	for _, only := range []string{"$ref", "anyOf", "oneOf", "enum", "const"} {
		v, ok := s.get(only)
		if !ok {
			continue
		}
		for _, other := range asserted {
			if other != only && (other != "type" || only == "$ref") {
				return nil, fmt.Errorf("accept: %s: keyword %q beside %q is not supported", place(at), other, only)
			}
		}
		types, err := typesOf(s, at)
		if err != nil {
			return nil, err
		}
		switch only {
		case "$ref":
			return c.reference(v, at)
		case "const":
			return c.closed([]any{v}, types, at)
		case "enum":
			list, _ := v.([]any)
			return c.closed(list, types, at)
		}
		return c.union(v, only == "oneOf", types, at+"/"+only)
	}
	return c.typed(s, asserted, at)
}

func place(at string) string {
	if at == "" {
		return "the root"
	}
	return at
}

func typesOf(s *source, at string) ([]string, error) {
	v, ok := s.get("type")
	if !ok {
		return nil, nil
	}
	list, isList := v.([]any)
	if !isList {
		list = []any{v}
	}
	var types []string
	for _, t := range list {
		name, _ := t.(string)
		if _, known := ofType[name]; !known {
			return nil, fmt.Errorf("accept: %s: type %v is not supported", place(at), t)
		}
		types = append(types, name)
	}
	return types, nil
}

func (c *compiler) reference(v any, at string) (*node, error) {
	name, _ := v.(string)
	if n, known := c.refs[name]; known {
		return n, nil
	}
	if !strings.HasPrefix(name, "#") || name != "#" && !strings.HasPrefix(name, "#/") {
		return nil, fmt.Errorf("accept: %s: only $ref within the schema is supported, not %q", place(at), name)
	}
	n := c.node(node{op: opRef})
	c.refs[name] = n
	target := c.root
	for _, token := range strings.Split(name, "/")[1:] {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		s, ok := target.(*source)
		if !ok || strings.Contains(token, "%") {
			return nil, fmt.Errorf("accept: %s: $ref %q leads nowhere", place(at), name)
		}
		if target, ok = s.get(token); !ok {
			return nil, fmt.Errorf("accept: %s: $ref %q leads nowhere", place(at), name)
		}
	}
	var err error
	n.ref, err = c.schema(target, name[1:])
	return n, err
}
