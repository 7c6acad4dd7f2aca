package accept

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// source is one JSON object of the schema with its members in the order of the file; the order of
// "properties" is the order in which most writers put the members of a document.
type source struct {
	names  []string
	values map[string]any // *source, []any, string, json.Number, bool, nil
}

func (s *source) get(name string) (any, bool) {
	v, ok := s.values[name]
	return v, ok
}

func readSource(data []byte) (any, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	v, err := sourceValue(dec)
	if err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("accept: text after the schema")
	}
	return v, nil
}

func sourceValue(dec *json.Decoder) (any, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, fmt.Errorf("accept: the schema is no JSON: %w", err)
	}
	switch token {
	case json.Delim('{'):
		s := &source{values: map[string]any{}}
		for dec.More() {
			name, err := dec.Token()
			if err != nil {
				return nil, err
			}
			v, err := sourceValue(dec)
			if err != nil {
				return nil, err
			}
			if _, twice := s.values[name.(string)]; twice {
				return nil, fmt.Errorf("accept: the schema has the member %q twice", name)
			}
			s.names = append(s.names, name.(string))
			s.values[name.(string)] = v
		}
		_, err := dec.Token()
		return s, err
	case json.Delim('['):
		list := []any{}
		for dec.More() {
			v, err := sourceValue(dec)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := dec.Token()
		return list, err
	}
	return token, nil
}
