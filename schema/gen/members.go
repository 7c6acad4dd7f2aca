package main

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/zio-collectief/zio/internal/longest"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// field is a field of a Go struct as encoding/json sees it.
type field struct {
	name     string
	optional bool
	of       reflect.Type
}

// fields are the exported fields of a struct; one without a json name is a fault.
func (g *generator) fields(t reflect.Type, at string) []field {
	var list []field
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" || f.Anonymous {
			g.fault("%s.%s has no json name", at, f.Name)
			continue
		}
		optional := slices.Contains(strings.Split(options, ","), "omitempty") || slices.Contains(strings.Split(options, ","), "omitzero")
		list = append(list, field{name: name, optional: optional, of: f.Type})
	}
	return list
}

// object puts the bounds and words of a binder on the definition of a struct. A rule has the name of the rule as its
// first member.
func (g *generator) object(t reflect.Type, s *jsonschema.Schema, described []strictjson.FieldDescription, rule, at string) {
	words, err := json.Marshal(described)
	if err != nil {
		g.fault("%s: %s", at, err)
	}
	if before, known := g.made[t.String()]; known {
		if before != string(words) {
			g.fault("%s is bound in two ways", at)
		}
		return
	}
	g.made[t.String()] = string(words)
	inGo := g.fields(t, at)
	properties := jsonschema.NewProperties()
	var required []string
	if rule != "" {
		properties.Set("rule", &jsonschema.Schema{Type: "string", Const: rule, Title: "Regel", Description: "Name and version of the rule."})
		required = append(required, "rule")
	}
	seen := map[string]bool{"rule": rule != ""}
	for i := range described {
		d := &described[i]
		here := at + "/" + d.Name
		if seen[d.Name] {
			g.fault("%s is bound twice", here)
		}
		seen[d.Name] = true
		if !d.Optional {
			required = append(required, d.Name)
		}
		if d.Kind == strictjson.KindConst {
			properties.Set(d.Name, &jsonschema.Schema{Type: "string", Const: d.Choices[0].Value, Title: d.NL, Description: sentences(d.EN)})
			continue
		}
		k := slices.IndexFunc(inGo, func(f field) bool { return f.name == d.Name })
		if k < 0 {
			g.fault("%s is bound, but the Go type has no such field", here)
			continue
		}
		if inGo[k].optional != d.Optional {
			g.fault("%s is optional in one of Go type and binder and required in the other", here)
		}
		p, ok := s.Properties.Get(d.Name)
		if !ok {
			g.fault("%s is not reflected", here)
			continue
		}
		g.member(inGo[k].of, p, d, here)
		p.Title = d.NL
		hint := d.HintEN
		if hint == "" {
			hint = p.Description // of the grammar of the text
		}
		p.Description = sentences(d.EN, hint)
		if meaning := choices(d.Choices); p.Ref == "" {
			p.Description = sentences(p.Description, meaning)
		} else if def := g.defs[strings.TrimPrefix(p.Ref, "#/$defs/")]; !strings.Contains(def.Description, meaning) {
			def.Description = sentences(def.Description, meaning)
		}
		p.Default = g.absent(inGo[k].of, d)
		properties.Set(d.Name, p)
	}
	for _, f := range inGo {
		if !seen[f.name] {
			g.fault("%s/%s is a field of the Go type that is not bound", at, f.name)
		}
	}
	s.Properties, s.Required = properties, required
	if s.Title == "" {
		s.Title = g.docs.title(t)
	}
	s.Description = g.docs.description(t)
	if s.Description == "" {
		g.fault("%s has no comment", t)
	}
}

// member puts the bounds of one member on its schema, as the reader of strictjson applies them.
func (g *generator) member(t reflect.Type, p *jsonschema.Schema, d *strictjson.FieldDescription, at string) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	fits := false
	switch d.Kind {
	case strictjson.KindText:
		fits = t.Kind() == reflect.String
		g.plain(p, d, at)
	case strictjson.KindInteger:
		fits = t.Kind() == reflect.Int64
		if !numberFormats[d.Format] {
			g.fault("%s has format %q, which the generator does not know", at, d.Format)
		}
		p.Minimum, p.Maximum = json.Number(strconv.FormatInt(d.Min, 10)), json.Number(strconv.FormatInt(d.Max, 10))
	case strictjson.KindBool:
		fits = t.Kind() == reflect.Bool
	case strictjson.KindCode:
		fits = g.code(t, p, d, at)
	case strictjson.KindCodes:
		fits = t.Kind() == reflect.Slice && g.code(t.Elem(), p.Items, d, at)
		counts(p, d)
	case strictjson.KindTexts:
		fits = t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String
		p.Items.MinLength, p.Items.MaxLength, p.Items.Not = number(1), number(strictjson.MaxLabel), without(notInLine)
		counts(p, d)
	case strictjson.KindObject:
		fits = t.Kind() == reflect.Struct
		g.inside(t, d, at)
	case strictjson.KindList:
		fits = t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct
		if fits {
			g.inside(t.Elem(), d, at)
		}
		counts(p, d)
	case strictjson.KindUnion:
		u := unionOf(t)
		fits = u != nil && u.name == d.Union
	}
	if !fits {
		g.fault("%s is bound as what its Go type %s is not", at, t)
	}
}

// absent is the value that means the same as no value, and which therefore is never written; nil when there is none.
func (g *generator) absent(t reflect.Type, d *strictjson.FieldDescription) any {
	if !d.Optional || d.Kept {
		return nil
	}
	switch d.Kind {
	case strictjson.KindText:
		if d.Min == 0 {
			return ""
		}
	case strictjson.KindInteger:
		if d.Min <= 0 {
			return 0
		}
	case strictjson.KindBool:
		return false
	case strictjson.KindList, strictjson.KindCodes, strictjson.KindTexts:
		if d.Min == 0 {
			return []any{}
		}
	case strictjson.KindCode:
		if textOf(t) == nil {
			return nil
		}
		zero := reflect.New(t).Interface()
		text, err := zero.(encoding.TextMarshaler).MarshalText()
		if err == nil && len(text) > 0 && zero.(strictjson.TextValue).IsZero() {
			return string(text)
		}
	}
	return nil
}

// plain is free text, or text of a format that is no type of its own.
func (g *generator) plain(p *jsonschema.Schema, d *strictjson.FieldDescription, at string) {
	f, known := plainTexts[d.Format]
	if !known {
		g.fault("%s has format %q, which the generator does not know", at, d.Format)
	}
	p.Description = f.description
	p.Not = without(notInLine)
	if strictjson.HasLines(d.Format, d.Max) {
		p.Not = without(notInLines)
	}
	if f.pattern != "" {
		p.Not = without(lineFeed)
		p.Pattern = "^" + f.pattern + "$"
		if d.Min == 0 { // absent and empty are the same
			p.Pattern = "^(" + f.pattern + ")?$"
		}
	}
	if d.Format == "digest" {
		p.MaxLength = number(longest.Of(p.Pattern))
		return
	}
	if d.Min > 1 || d.Min == 1 && f.pattern == "" {
		p.MinLength = number(d.Min)
	}
	p.MaxLength = number(d.Max)
}

// code is a text type, or one of a closed set of texts.
func (g *generator) code(t reflect.Type, p *jsonschema.Schema, d *strictjson.FieldDescription, at string) bool {
	if t.Kind() == reflect.String && textOf(t) == nil {
		if len(d.Choices) == 0 {
			g.fault("%s is a code of text without choices", at)
		}
		for _, c := range d.Choices {
			p.Enum = append(p.Enum, c.Value)
		}
		return true
	}
	x := textOf(t)
	if x == nil {
		return false
	}
	if d.Format != x.binders && (d.Format != "" || !x.closed) {
		g.fault("%s has format %q, but %s is written as %q", at, d.Format, t, x.binders)
	}
	if len(d.Choices) > 0 {
		values, err := x.values()
		same := err == nil && len(values) == len(d.Choices)
		for i := range d.Choices {
			same = same && values[i] == d.Choices[i].Value
		}
		if !same {
			g.fault("%s has other choices than %s", at, t)
		}
	}
	return true
}

// inside puts bounds and words on the definition of a struct inside a member.
func (g *generator) inside(t reflect.Type, d *strictjson.FieldDescription, at string) {
	s := g.defs[t.String()]
	if s == nil {
		g.fault("%s: %s is not reflected", at, t)
		return
	}
	if s.Title == "" && g.docs.title(t) == "" {
		s.Title = d.NL
	}
	g.object(t, s, d.Item.Fields, "", at)
}

// counts are the bounds of a list.
func counts(p *jsonschema.Schema, d *strictjson.FieldDescription) {
	if d.Min > 0 {
		p.MinItems = number(d.Min)
	}
	p.MaxItems = number(d.Max)
}

func number(n int64) *uint64 {
	u := uint64(n)
	return &u
}

// sentences joins parts of a description, each as a sentence.
func sentences(parts ...string) string {
	var b strings.Builder
	for _, part := range parts {
		if part == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(part)
		if !strings.ContainsAny(part[len(part)-1:], ".?!") {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// choices says what the values of a closed set mean.
func choices(list []strictjson.Choice) string {
	var parts []string
	for _, c := range list {
		if c.EN != "" && c.EN != c.Value {
			parts = append(parts, c.Value+": "+c.EN)
		}
	}
	return strings.Join(parts, "; ")
}
