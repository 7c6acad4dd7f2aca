package schema

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// shrink makes a document smaller as long as keep holds of it: it leaves out members and items, and
// shortens texts.
func shrink(doc []byte, keep func(doc []byte) bool) []byte {
	root, faults := strictjson.Parse(doc, strictjson.Limits{})
	if len(faults) > 0 {
		return doc
	}
	best := appendValue(nil, &root)
	try := func() bool {
		text := appendValue(nil, &root)
		if keep(text) {
			best = text
			return true
		}
		return false
	}
	var visit func(v *strictjson.Value)
	visit = func(v *strictjson.Value) {
		for i := len(v.Members) - 1; i >= 0; i-- {
			old := v.Members
			if v.Members = slices.Delete(slices.Clone(old), i, i+1); !try() {
				v.Members = old
				visit(&v.Members[i].Value)
			}
		}
		if v.Kind == strictjson.String && len(v.Text) > 1 {
			old := v.Text
			if v.Text = "a"; len(old) < 8 || !try() {
				v.Text = old
			}
		}
	}
	visit(&root)
	return best
}

func appendValue(b []byte, v *strictjson.Value) []byte {
	quote := func(text string) {
		var out strings.Builder
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(text)
		b = append(b, strings.TrimSuffix(out.String(), "\n")...)
	}
	switch v.Kind {
	case strictjson.String:
		quote(v.Text)
	case strictjson.Array:
		b = append(b, '[')
		for i := range v.Members {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendValue(b, v.Item(i))
		}
		b = append(b, ']')
	case strictjson.Object:
		b = append(b, '{')
		for i := range v.Members {
			if i > 0 {
				b = append(b, ',')
			}
			quote(v.Members[i].Name)
			b = appendValue(append(b, ':'), &v.Members[i].Value)
		}
		b = append(b, '}')
	case strictjson.Null:
		b = append(b, "null"...)
	default:
		b = append(b, v.Text...)
	}
	return b
}
