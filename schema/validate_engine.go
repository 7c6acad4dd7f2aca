package schema

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/rulesets"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// engine validates the documents of one schema, or the values of a part of it: the fast reader first,
// and on what that does not prove the strict reader and the full validator.
type engine struct {
	id      string
	text    []byte
	raw     map[string]any  // the document of the schema
	path    []string        // of the part in the document; nil for the whole
	levels  int             // how deep a value of this part stands in a document
	program *accept.Program // nil when the schema has a keyword that the fast reader does not know
	judge   func() (*judge, error)

	mu      sync.Mutex
	members map[string]*engine // of the members that were asked for
	item    *engine            // of the items, once they were asked for
}

// newEngine prepares a schema. That the fast reader does not know it is no error, but it is returned.
func newEngine(id string, text []byte) (e *engine, slow, err error) {
	text = rulesets.OneOf(text)
	e = &engine{id: id, text: text}
	document, faults := strictjson.Parse(text, strictjson.Limits{})
	raw, object := plain(&document).(map[string]any)
	if len(faults) > 0 || !object {
		return nil, nil, fmt.Errorf("schema %s can not be read", id)
	}
	e.raw = raw
	e.program, slow = accept.Compile(text, noBSN)
	e.judge = e.judgeLater()
	return e, slow, nil
}

func (e *engine) judgeLater() func() (*judge, error) {
	pointer := pointerOf(e.path)
	return sync.OnceValues(func() (*judge, error) { return newJudge(e.id, e.text, pointer) })
}

// part is the engine of a part of the values, whose schema is at a path.
func (e *engine) part(path ...string) *engine {
	at, _ := e.follow(e.path)
	part := &engine{id: e.id, text: e.text, raw: e.raw, path: append(slices.Clone(at), path...), levels: e.levels + 1}
	part.judge = part.judgeLater()
	return part
}

// member is the engine of the values of a member; nil when the schema has no such member.
func (e *engine) member(name string) *engine {
	e.mu.Lock()
	defer e.mu.Unlock()
	if part, known := e.members[name]; known {
		return part
	}
	_, node := e.follow(e.path)
	properties, _ := node["properties"].(map[string]any)
	if _, known := properties[name]; !known {
		return nil
	}
	part := e.part("properties", name)
	if e.program != nil {
		part.program, _ = e.program.Member(name)
	}
	if e.members == nil {
		e.members = map[string]*engine{}
	}
	e.members[name] = part
	return part
}

// items is the engine of the items of a list; nil when the items cannot be validated one by one.
func (e *engine) items() *engine {
	e.mu.Lock()
	defer e.mu.Unlock()
	_, node := e.follow(e.path)
	if e.item != nil || node["type"] != "array" || node["uniqueItems"] == true || node["items"] == nil {
		return e.item
	}
	e.item = e.part("items")
	if e.program != nil {
		e.item.program, _ = e.program.Items()
	}
	return e.item
}

// isObjects reports whether these are the values of a list of objects.
func (e *engine) isObjects() bool {
	_, node := e.follow(e.path)
	return node["properties"] != nil || node["oneOf"] != nil
}

// closed reports whether the values are closed objects whose members can be validated one by one. Documents of every kind are.
func (e *engine) closed() bool {
	_, node := e.follow(e.path)
	for keyword := range node {
		switch keyword {
		case "$schema", "$id", "$defs", "$comment", "title", "description", "default", "examples", "type", "properties", "required", "additionalProperties":
		default:
			return false
		}
	}
	return node["type"] == "object" && node["additionalProperties"] == false
}

// at is the schema at a path; nil when there is none.
func (e *engine) at(path []string) map[string]any {
	var v any = e.raw
	for _, token := range path {
		switch x := v.(type) {
		case map[string]any:
			v = x[token]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(x) {
				return nil
			}
			v = x[i]
		default:
			return nil
		}
	}
	node, _ := v.(map[string]any)
	return node
}

// follow is the schema at a path behind its references, and the path of that.
func (e *engine) follow(path []string) ([]string, map[string]any) {
	node := e.at(path)
	for range mostReferences {
		to, found := referred(node)
		if !found {
			break
		}
		path, node = to, e.at(to)
	}
	return path, node
}

// mostReferences is how many references in a row are followed; a schema may refer in a circle.
const mostReferences = 16

// referred is where a node refers to in the same document.
func referred(node map[string]any) ([]string, bool) {
	ref, _ := node["$ref"].(string)
	inside, found := strings.CutPrefix(ref, "#")
	return tokens(inside), found
}

// machine is a machine of the fast reader, nil when there is none for this schema or these limits.
func (e *engine) machine(lim Limits) *accept.Machine {
	if e.program == nil || lim.lowered() {
		return nil
	}
	return e.program.NewMachine()
}

// detail is what is wrong with a value that the fast reader did not prove valid; nothing when it is
// valid after all. The place of the problems is relative to the value.
func (e *engine) detail(value []byte, lim Limits) zio.Problems {
	strict := lim.strict(e.levels)
	if e.levels > 0 && (strict.Items <= 0 || strict.Items > maxDetail) {
		strict.Items = maxDetail
	}
	v, faults := strictjson.Parse(value, strict)
	if len(faults) > 0 {
		return zio.ProblemsOf(faults)
	}
	judge, err := e.judge()
	if err != nil {
		return zio.Problems{problemEngine.At("", "reason", err.Error())}
	}
	found, failed := judge.judgeValue(plain(&v))
	if failed != "" {
		return zio.Problems{problemEngine.At("", "reason", failed)}
	}
	if len(found) == 0 {
		return capped(e.unsaid(&v), lim.Problems)
	}
	return e.explain(found, &v, lim.Problems)
}

// plain is a value as the full validator wants it.
func plain(v *strictjson.Value) any {
	switch v.Kind {
	case strictjson.Bool:
		return v.Text == "true"
	case strictjson.Number:
		return json.Number(v.Text)
	case strictjson.String:
		return v.Text
	case strictjson.Array:
		list := make([]any, len(v.Members))
		for i := range v.Members {
			list[i] = plain(v.Item(i))
		}
		return list
	case strictjson.Object:
		object := make(map[string]any, len(v.Members))
		for i := range v.Members {
			object[v.Members[i].Name] = plain(&v.Members[i].Value)
		}
		return object
	}
	return nil
}

// placeOf is pointerOf of a place in a document, without what may be the name or the number of a person.
func placeOf(path []string) string {
	shown := make([]string, len(path))
	for i, token := range path {
		if shown[i] = token; len(token) > 7 || strings.Trim(token, "0123456789") != "" || token == "" { // else the place in a list
			shown[i] = strictjson.Shown(token)
		}
	}
	return pointerOf(shown)
}

// pointerOf is the JSON Pointer of a path.
func pointerOf(path []string) string {
	var b []byte
	for _, token := range path {
		b = strictjson.AppendEscaped(append(b, '/'), token)
	}
	return string(b)
}
