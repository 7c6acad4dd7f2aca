package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/zio-collectief/zio/internal/longest"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// generator makes the schema of one kind of document. The Go types give the structure; what the binders say of the
// members gives bounds and words. Where the two do not say the same it notes a fault, and no schema is made.
type generator struct {
	docs   comments
	defs   jsonschema.Definitions
	types  map[string]reflect.Type // of the definitions, by name
	bare   map[string]reflect.Type // the same, by the name without package
	made   map[string]string       // what was made of a definition, to see that every use says the same
	queue  []*union
	used   map[*text]bool
	faults []string
}

func newGenerator(docs comments) *generator {
	return &generator{docs: docs, defs: jsonschema.Definitions{}, types: map[string]reflect.Type{}, bare: map[string]reflect.Type{},
		made: map[string]string{}, used: map[*text]bool{}}
}

func (g *generator) fault(format string, args ...any) {
	if f := fmt.Sprintf(format, args...); !slices.Contains(g.faults, f) {
		g.faults = append(g.faults, f)
	}
}

// name is the name of the definition of a type, "zio.Pupil"; "" for types without a definition.
func (g *generator) name(t reflect.Type) string {
	if t.PkgPath() == "" || t.Name() == "" {
		return ""
	}
	name := t.String()
	if strings.Contains(name, "[") {
		g.fault("%s is generic: a reference to it does not resolve", name)
		return ""
	}
	if other, known := g.bare[t.Name()]; known && other != t {
		g.fault("%s and %s have one name", describeType(other), describeType(t))
	}
	g.types[name], g.bare[t.Name()] = t, t
	return name
}

func describeType(t reflect.Type) string { return t.PkgPath() + "." + t.Name() }

func reference(name string) *jsonschema.Schema { return &jsonschema.Schema{Ref: "#/$defs/" + name} }

// mapper gives the types that are not reflected: text types, and interfaces that are closed sets of rules.
func (g *generator) mapper(t reflect.Type) *jsonschema.Schema {
	switch x := textOf(t); {
	case x != nil:
		return reference(g.text(x))
	case t.Kind() == reflect.Interface:
		u := unionOf(t)
		if u == nil {
			g.fault("%s is an interface that is not a closed set of rules", t)
			return &jsonschema.Schema{}
		}
		name := g.name(t)
		if g.defs[name] == nil {
			g.defs[name] = &jsonschema.Schema{Title: g.docs.title(t), Description: g.docs.description(t)}
			g.queue = append(g.queue, u)
		}
		return reference(name)
	case hasOwnText(t):
		g.fault("%s writes itself and is not in the table of texts", t)
		return &jsonschema.Schema{}
	}
	switch t.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Pointer, reflect.String, reflect.Int64, reflect.Bool:
		return nil
	}
	g.fault("%s has a kind that exchange documents do not use", t)
	return &jsonschema.Schema{}
}

// text adds the definition of a text type and gives its name.
func (g *generator) text(x *text) string {
	g.used[x] = true
	if x.as != nil {
		return g.text(textOf(x.as))
	}
	name := g.name(x.of)
	if g.defs[name] != nil {
		return name
	}
	s := &jsonschema.Schema{Type: "string", Title: x.title, Description: x.description, Pattern: x.pattern, Format: x.format, Examples: x.examples}
	if x.pattern != "" {
		s.Not = without(lineFeed)
		s.MaxLength = number(longest.Of(x.pattern))
	}
	if x.closed {
		values, err := x.values()
		if err != nil {
			g.fault("%s", err)
		}
		s.Enum = values
	}
	g.defs[name] = s
	return name
}

// reflect adds the definitions of a type and of what it holds, and gives its own.
func (g *generator) reflect(t reflect.Type) *jsonschema.Schema {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name := g.name(t)
	r := jsonschema.Reflector{Anonymous: true, Mapper: g.mapper, Namer: g.name}
	s := r.ReflectFromType(t)
	for name, def := range s.Definitions {
		if g.defs[name] == nil {
			g.defs[name] = def
		}
	}
	if g.defs[name] == nil {
		g.fault("%s is not an object", t)
		return &jsonschema.Schema{}
	}
	return g.defs[name]
}

// kind makes the schema of a kind of document.
func (g *generator) kind(k *kind) *jsonschema.Schema {
	root := g.reflect(k.of)
	for len(g.queue) > 0 {
		u := g.queue[0]
		g.queue = g.queue[1:]
		g.union(u)
	}
	if len(g.faults) > 0 {
		return root
	}
	description := k.describe()
	g.object(k.of, root, description.Fields, "", k.of.String())
	g.rules()
	root.Version = jsonschema.Version
	root.ID = jsonschema.ID(zio.SchemaID(k.name))
	root.Title, root.Description = k.title, k.about
	if named := len(description.Fields) > 0 && description.Fields[0].Kind == strictjson.KindConst; named == k.lines {
		g.fault("a document begins with $schema, a line does not have it")
	}
	delete(g.defs, k.of.String())
	root.Definitions = g.defs
	g.unreached(root)
	return root
}

// union reflects the types of the rules of a closed set.
func (g *generator) union(u *union) {
	def := g.defs[u.of.String()]
	var names []any
	for _, v := range u.rules() {
		t := reflect.TypeOf(v.Zero)
		if t.Kind() != reflect.Pointer || !t.Implements(u.of) {
			g.fault("rule %s is of %s, which is not a pointer to a rule of %s", v.Rule, t, u.of)
			continue
		}
		g.reflect(t)
		names = append(names, v.Rule)
		def.AllOf = append(def.AllOf, &jsonschema.Schema{If: named(&jsonschema.Schema{Const: v.Rule}), Then: reference(t.Elem().String())})
	}
	set := named(&jsonschema.Schema{Type: "string", Enum: names, Title: "Regel", Description: "Name and version of the rule."})
	def.Type, def.Properties, def.Required = "object", set.Properties, set.Required
}

// named is the schema of an object with a rule whose name is as told.
func named(rule *jsonschema.Schema) *jsonschema.Schema {
	s := &jsonschema.Schema{Properties: jsonschema.NewProperties(), Required: []string{"rule"}}
	s.Properties.Set("rule", rule)
	return s
}

// rules puts bounds and words on the rules of the closed sets that the document can hold.
func (g *generator) rules() {
	for i := range unions {
		u := &unions[i]
		if g.defs[u.of.String()] == nil {
			continue
		}
		for _, v := range u.rules() {
			t := reflect.TypeOf(v.Zero).Elem()
			s := g.defs[t.String()]
			g.object(t, s, v.Fields, v.Rule, t.String())
			s.Title, s.Description = v.NL, sentences(v.EN, v.HintEN)
		}
	}
}

// unreached finds definitions that nothing refers to, and references that lead nowhere.
func (g *generator) unreached(root *jsonschema.Schema) {
	reached := map[string]bool{}
	var follow func(s *jsonschema.Schema)
	follow = func(s *jsonschema.Schema) {
		if s == nil {
			return
		}
		if name, found := strings.CutPrefix(s.Ref, "#/$defs/"); found && !reached[name] {
			reached[name] = true
			if g.defs[name] == nil {
				g.fault("%s leads nowhere", s.Ref)
			}
			follow(g.defs[name])
		}
		for _, branch := range s.AllOf {
			follow(branch.Then)
		}
		follow(s.Items)
		if s.Properties != nil {
			for p := s.Properties.Oldest(); p != nil; p = p.Next() {
				follow(p.Value)
			}
		}
	}
	follow(root)
	for name := range g.defs {
		if !reached[name] {
			delete(g.defs, name)
		}
	}
}
