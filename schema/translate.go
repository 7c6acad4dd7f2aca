package schema

import (
	"bytes"
	"errors"
	"io"
	"net/url"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// This file alone knows the types of the validator, so that another version of it is a change of one file.

// judge is the validator of one schema or of a part of one.
type judge struct{ compiled *jsonschema.Schema }

// finding is one thing the validator found, with what it found inside of it. Its order among others is
// not stable: the validator walks maps.
type finding struct {
	keyword  string   // "required"; "" holds other findings together
	schema   []string // path, in the document of the schema, of the schema that has the keyword
	instance []string // path of the value
	branch   int      // which branch of the union around it this is; -1 when it is in none
	causes   []finding
}

var errForeign = errors.New("a schema refers to nothing outside itself")

// newJudge compiles the schema at a pointer, "" for the whole, of the document with this identifier.
func newJudge(id string, document []byte, pointer string) (*judge, error) {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.LoadURL = func(string) (io.ReadCloser, error) { return nil, errForeign }
	if err := c.AddResource(id, bytes.NewReader(document)); err != nil {
		return nil, err
	}
	if pointer != "" {
		id += "#" + pointer
	}
	compiled, err := c.Compile(id)
	if err != nil {
		return nil, err
	}
	return &judge{compiled}, nil
}

// judgeValue is what the validator says of a value made of map[string]any, []any, string, json.Number,
// bool and nil. The validator is known to panic on numbers that the strict reader refuses; should it do
// so on another value, failed holds what it said.
func (j *judge) judgeValue(v any) (found []finding, failed string) {
	defer func() {
		if r := recover(); r != nil {
			found, failed = nil, "panic"
			switch r := r.(type) {
			case error:
				failed = r.Error()
			case string:
				failed = r
			}
		}
	}()
	err := j.compiled.Validate(v)
	if err == nil {
		return nil, ""
	}
	var wrong *jsonschema.ValidationError
	if !errors.As(err, &wrong) {
		return nil, err.Error()
	}
	whole := translate(wrong, "")
	return whole.causes, ""
}

// translate makes a finding of an error whose parent stands at a place in the schema.
func translate(e *jsonschema.ValidationError, parent string) finding {
	_, fragment, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
	f := finding{schema: tokens(fragment), instance: tokens(e.InstanceLocation), branch: -1}
	inside, _, _ := strings.Cut(strings.TrimPrefix(e.KeywordLocation, parent+"/"), "/")
	if n, err := strconv.Atoi(inside); err == nil {
		f.branch = n
	}
	if n := len(f.schema); e.Message != "" && n > 0 {
		f.keyword, f.schema = f.schema[n-1], f.schema[:n-1]
		if _, err := strconv.Atoi(f.keyword); err == nil && n > 1 { // allOf/0
			f.keyword, f.schema = f.schema[n-2], f.schema[:n-2]
		}
	}
	for _, cause := range e.Causes {
		f.causes = append(f.causes, translate(cause, e.KeywordLocation))
	}
	return f
}

// tokens are the names of a pointer as the validator writes it: escaped for a pointer and for an address.
func tokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	list := strings.Split(pointer, "/")[1:]
	for i, token := range list {
		if plain, err := url.PathUnescape(token); err == nil {
			token = plain
		}
		list[i] = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
	}
	return list
}
