package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/invopop/jsonschema"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// The keywords of the schemas in the order in which people read them. Any other keyword is a fault: custom ones break
// strict validators, and what is not needed is not there.
var keywords = []string{
	"$schema", "$id", "$ref", "title", "description", "type", "const", "enum",
	"minimum", "maximum", "minLength", "maxLength", "pattern", "not", "format", "minItems", "maxItems", "items",
	"properties", "required", "additionalProperties", "if", "then", "allOf", "default", "examples", "$defs",
}

// write gives the text of a schema: members in the order of the keywords, two spaces of indent, a newline at the end.
func write(s *jsonschema.Schema) ([]byte, error) {
	text, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	v, faults := strictjson.Parse(text, strictjson.Limits{})
	if len(faults) > 0 {
		return nil, errors.New("write: " + faults[0].Kind.Code + " " + faults[0].Pointer)
	}
	if err := arrange(&v); err != nil {
		return nil, err
	}
	w := strictjson.NewWriter(true)
	w.Value(&v)
	return visible(w.Bytes()), nil
}

// visible is JSON with the characters that a reader would not see in it as escapes.
func visible(text []byte) []byte {
	return hiddenChars.ReplaceAllFunc(text, func(c []byte) []byte {
		r, _ := utf8.DecodeRune(c)
		var escapes []byte
		for _, unit := range utf16.AppendRune(nil, r) {
			escapes = fmt.Appendf(escapes, `\u%04x`, unit)
		}
		return escapes
	})
}

var hiddenChars = regexp.MustCompile(notInLines)

// arrange puts the keywords of a schema and of the schemas inside it in order.
func arrange(v *strictjson.Value) error {
	if v.Kind != strictjson.Object { // true or false
		return nil
	}
	for i := range v.Members {
		m := &v.Members[i]
		if !slices.Contains(keywords, m.Name) {
			return errors.New("write: keyword " + m.Name + " is not one of the schemas")
		}
		var err error
		switch m.Name {
		case "items", "additionalProperties", "not", "if", "then":
			err = arrange(&m.Value)
		case "allOf", "properties", "$defs":
			for j := range m.Value.Members {
				err = errors.Join(err, arrange(&m.Value.Members[j].Value))
			}
		}
		if err != nil {
			return err
		}
	}
	slices.SortStableFunc(v.Members, func(a, b strictjson.Member) int {
		return slices.Index(keywords, a.Name) - slices.Index(keywords, b.Name)
	})
	return nil
}
