// Package published compares what a binder says of its document with the schema that was published of it (gepubliceerd). The
// schema is a file, which stays what it is when somebody changes an end or leaves a member out of a binder.
package published

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// Schema is a published schema.
type Schema struct{ root map[string]any }

// Read reads a schema.
func Read(file string) (*Schema, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	s := &Schema{}
	return s, json.Unmarshal(text, &s.root)
}

// Document tells how the members of a document are other than in the schema.
func (s *Schema) Document(fields []strictjson.FieldDescription) []string {
	return s.object("", s.root, fields)
}

// Rule tells how the members of a rule are other than in the schema, which has its name as the constant of the member rule.
func (s *Schema) Rule(rule string, fields []strictjson.FieldDescription) []string {
	defs, _ := s.root["$defs"].(map[string]any)
	for _, one := range defs {
		properties, _ := one.(map[string]any)["properties"].(map[string]any)
		of, _ := properties["rule"].(map[string]any)
		if of["const"] == rule {
			return s.object(rule, one.(map[string]any), fields)
		}
	}
	return []string{rule + ": not in the schema"}
}

func (s *Schema) object(at string, schema map[string]any, fields []strictjson.FieldDescription) (wrong []string) {
	properties, _ := schema["properties"].(map[string]any)
	required := map[any]bool{}
	list, _ := schema["required"].([]any)
	for _, name := range list {
		required[name] = true
	}
	known := map[string]bool{"rule": true}
	for i := range fields {
		f := &fields[i]
		here := at + "/" + f.Name
		known[f.Name] = true
		one, ok := properties[f.Name].(map[string]any)
		if !ok {
			wrong = append(wrong, here+": not in the schema")
			continue
		}
		if f.Kind != strictjson.KindBool && required[f.Name] == f.Optional && !(f.Kind == strictjson.KindList || f.Kind == strictjson.KindCodes || f.Kind == strictjson.KindTexts) {
			wrong = append(wrong, fmt.Sprintf("%s: optional is %v", here, f.Optional))
		}
		wrong = append(wrong, s.field(here, one, f)...)
	}
	for name := range properties {
		if !known[name] {
			wrong = append(wrong, at+"/"+name+": only in the schema")
		}
	}
	return wrong
}

func (s *Schema) field(here string, schema map[string]any, f *strictjson.FieldDescription) (wrong []string) {
	ends := func(low, high string) {
		for name, have := range map[string]int64{low: f.Min, high: f.Max} {
			if want, ok := schema[name].(float64); ok && int64(want) != have {
				wrong = append(wrong, fmt.Sprintf("%s: %s is %d, in the schema %v", here, name, have, want))
			}
		}
	}
	switch f.Kind {
	case strictjson.KindText:
		if f.Format != "digest" {
			ends("minLength", "maxLength")
		}
	case strictjson.KindInteger:
		ends("minimum", "maximum")
	case strictjson.KindTexts, strictjson.KindCodes:
		ends("minItems", "maxItems")
	case strictjson.KindList:
		ends("minItems", "maxItems")
		items, _ := schema["items"].(map[string]any)
		wrong = append(wrong, s.object(here, s.follow(items), f.Item.Fields)...)
	case strictjson.KindObject:
		wrong = append(wrong, s.object(here, s.follow(schema), f.Item.Fields)...)
	}
	return wrong
}

// follow is the schema that a reference names.
func (s *Schema) follow(schema map[string]any) map[string]any {
	ref, ok := schema["$ref"].(string)
	if !ok {
		return schema
	}
	defs, _ := s.root["$defs"].(map[string]any)
	to, _ := defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	return to
}
