package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// unsaid finds, in a value that the schema accepts, what no schema says of how it is written: whole numbers with a fraction, and
// texts that could hold a BSN. What the members of documents mean together is in meaning.go.
//
// JSON Schema takes 120.0 for a whole number; many programs, and this library, read whole numbers without
// a fraction only. No schema of the exchange documents has another kind of number.
func (e *engine) unsaid(v *strictjson.Value) zio.Problems {
	u := unsaid{engine: e}
	u.value(v, e.path, nil)
	return u.problems
}

type unsaid struct {
	*engine
	problems zio.Problems
}

// value looks at a value whose schema, when it is known, stands at schema.
func (u *unsaid) value(v *strictjson.Value, schema, at []string) {
	add := func(p zio.Problem) {
		p.Pointer, p.Offset = placeOf(at), int64(v.Offset)
		u.problems = append(u.problems, p)
	}
	switch v.Kind {
	case strictjson.Number:
		if strings.IndexByte(v.Text, '.') >= 0 {
			add(problemFraction.At("", "value", shorten(v.Text)))
		}
	case strictjson.String:
		found := reference
		if path, node := u.follow(schema); !isReference(u.at(schema)) {
			found = func(text string) zio.Problems { return freeText(pointerOf(path), node, text) }
		}
		for _, p := range found(v.Text) {
			add(p)
		}
	case strictjson.Array:
		path, _ := u.follow(schema)
		for i := range v.Members {
			u.value(v.Item(i), append(slices.Clone(path), "items"), append(slices.Clone(at), strconv.Itoa(i)))
		}
	case strictjson.Object:
		path, node := u.follow(schema)
		path = u.branch(v, path, node)
		for i := range v.Members {
			m := &v.Members[i]
			u.value(&m.Value, append(slices.Clone(path), "properties", m.Name), append(slices.Clone(at), m.Name))
		}
	}
}

// branch is the path of the branch of a union that an object is, by its constant texts.
func (u *unsaid) branch(v *strictjson.Value, path []string, node map[string]any) []string {
	list, _ := node["oneOf"].([]any)
	for i := range list {
		branch, node := u.follow(append(slices.Clone(path), "oneOf", strconv.Itoa(i)))
		properties, _ := node["properties"].(map[string]any)
		is := len(properties) > 0
		for name := range properties {
			rule, _ := properties[name].(map[string]any)
			text, ok := rule["const"].(string)
			if c := child(v, name); ok && (c == nil || c.Text != text) {
				is = false
			}
		}
		if is {
			return branch
		}
	}
	return path
}
