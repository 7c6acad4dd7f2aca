package accept

import (
	"encoding/json"
	"fmt"

	"github.com/zio-collectief/zio/internal/strictjson"
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

// text is the text of a member of a member; "" when there is none.
func (s *source) text(name, inner string) string {
	if of, ok := s.values[name].(*source); ok {
		text, _ := of.values[inner].(string)
		return text
	}
	return ""
}

func readSource(data []byte) (any, error) {
	v, faults := strictjson.Parse(data, strictjson.Limits{})
	if len(faults) > 0 {
		return nil, fmt.Errorf("accept: %s: the schema can not be read: %s", place(faults[0].Pointer), faults[0].Kind.Code)
	}
	return sourceOf(&v), nil
}

func sourceOf(v *strictjson.Value) any {
	switch v.Kind {
	case strictjson.Object:
		s := &source{values: make(map[string]any, len(v.Members))}
		for i := range v.Members {
			s.names = append(s.names, v.Members[i].Name)
			s.values[v.Members[i].Name] = sourceOf(&v.Members[i].Value)
		}
		return s
	case strictjson.Array:
		list := make([]any, len(v.Members))
		for i := range v.Members {
			list[i] = sourceOf(v.Item(i))
		}
		return list
	case strictjson.String:
		return v.Text
	case strictjson.Number:
		return json.Number(v.Text)
	case strictjson.Bool:
		return v.Text == "true"
	}
	return nil
}
