package schema

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

type twoWords struct{ nl, en string }

var wordsOfType = map[string]twoWords{
	"null": {"null", "null"}, "boolean": {"true of false", "true or false"}, "integer": {"een heel getal", "a whole number"}, "number": {"een getal", "a number"},
	"string": {"een tekst tussen aanhalingstekens", "a text in quotes"}, "array": {"een lijst [ ... ]", "a list [ ... ]"}, "object": {"een object { ... }", "an object { ... }"},
}

var typeOf = map[strictjson.Kind]twoWords{
	strictjson.Null: wordsOfType["null"], strictjson.Bool: wordsOfType["boolean"], strictjson.Number: wordsOfType["number"],
	strictjson.String: {"een tekst", "a text"}, strictjson.Array: {"een lijst", "a list"}, strictjson.Object: {"een object", "an object"},
}

func typeWords(types []string) (nl, en string) {
	for i, t := range types {
		if i > 0 {
			nl, en = nl+" of ", en+" or "
		}
		nl, en = nl+wordsOfType[t].nl, en+wordsOfType[t].en
	}
	return nl, en
}

func typeNames(node map[string]any) []string {
	if t, ok := node["type"].(string); ok {
		return []string{t}
	}
	var types []string
	list, _ := node["type"].([]any)
	for _, t := range list {
		if t, ok := t.(string); ok {
			types = append(types, t)
		}
	}
	return types
}

// schemaOf is the path of the schema that the member around a value has for it, which names the member
// better than the type that it refers to; that of the finding where the way there is not clear.
func (x *explainer) schemaOf(f *finding) []string {
	path, v := x.path, x.root
	for _, token := range f.instance {
		at, node := x.follow(path)
		u := unsaid{engine: x.engine}
		at = u.branch(v, at, node)
		if v.Kind == strictjson.Array {
			path = append(slices.Clone(at), "items")
		} else {
			path = append(slices.Clone(at), "properties", token)
		}
		if v = child(v, token); v == nil || x.at(path) == nil {
			return f.schema
		}
	}
	return path
}

// words are the Dutch title and the English description of a schema; where it has none those of what it
// refers to, then those of other schemas, and else the name of the member.
func (x *explainer) words(path, instance []string, more ...[]string) (title, what string) {
	name := x.nameOf(instance)
	for _, path := range append([][]string{path}, more...) {
		node := x.at(path)
		for range mostReferences {
			if title == "" {
				title, _ = node["title"].(string)
			}
			if what == "" {
				what, _ = node["description"].(string)
			}
			to, found := referred(node)
			if !found {
				break
			}
			node = x.at(to)
		}
	}
	if title == "" {
		title = name
	} else {
		title = "\"" + title + "\""
	}
	if what == "" {
		what = name
	} else {
		what = "\"" + strings.TrimSuffix(what, ".") + "\""
	}
	return title, what
}

// nameOf is the name of the innermost member on a path.
func (x *explainer) nameOf(path []string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if strings.Trim(path[i], "0123456789") != "" {
			return path[i]
		}
	}
	if len(x.path) > 0 {
		if name := x.path[len(x.path)-1]; name != "items" {
			return name
		}
	}
	return "document"
}

// excerpt is a value as it is shown in a problem. Long rows of digits are left out: they may be numbers
// of persons, which do not belong in a report.
func excerpt(v *strictjson.Value) string {
	switch v.Kind {
	case strictjson.String:
		return "\"" + shorten(v.Text) + "\""
	case strictjson.Null:
		return "null"
	case strictjson.Array:
		return "[ ... ]"
	case strictjson.Object:
		return "{ ... }"
	}
	return shorten(v.Text)
}

// codeExcerpt is excerpt of a value where only some codes may stand.
func codeExcerpt(v *strictjson.Value) string {
	if v.Kind == strictjson.String {
		return "\"" + strictjson.ShownCode(v.Text) + "\""
	}
	return excerpt(v)
}

func shorten(text string) string {
	if zio.LooksLikeBSN(text) {
		return "***"
	}
	if utf8.RuneCountInString(text) > maxExcerpt {
		text = string([]rune(text)[:maxExcerpt]) + "..."
	}
	clean := make([]rune, 0, len(text))
	digits := 0
	for _, r := range text {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			r = ' '
		}
		clean = append(clean, r)
		if r < '0' || r > '9' {
			digits = 0
			continue
		}
		if digits++; digits >= 8 {
			for i := len(clean) - digits + 2; i < len(clean); i++ {
				clean[i] = '*'
			}
		}
	}
	return string(clean)
}

// size is the number of characters, items or members of a value.
func size(v *strictjson.Value) int {
	if v.Kind == strictjson.String {
		return utf8.RuneCountInString(v.Text)
	}
	return len(v.Members)
}

func choices(list []any) string {
	var words []string
	for i, v := range list {
		if i == maxChoices {
			words = append(words, "...")
			break
		}
		words = append(words, plainText(v))
	}
	return strings.Join(words, ", ")
}

func plainText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case nil:
		return "null"
	case json.Number:
		return v.String()
	}
	return fmt.Sprint(v)
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// nearest is the member that a misspelled name probably means: one that is not there yet and differs in
// case, or in at most two letters.
func nearest(name string, known []string, v *strictjson.Value) string {
	best, distance := "", 3
	for _, k := range known {
		if child(v, k) != nil {
			continue
		}
		d := apart(strings.ToLower(name), strings.ToLower(k), distance)
		if d < distance && d*3 <= len(k) {
			best, distance = k, d
		}
	}
	return best
}

// apart is the number of letters to insert, remove or replace between two texts, or limit when it is not less.
func apart(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit || len(a) > 64 {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := before
			if a[i-1] != b[j-1] {
				cost++
			}
			before = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return min(row[len(b)], limit)
}
