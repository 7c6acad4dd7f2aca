package arbitrary

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/internal/longest"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Site is one constraint of a schema: a keyword at a place, or one entry of a keyword.
type Site struct {
	Path    []string // of the keyword or entry in the document of the schema
	Keyword string
	Index   int  // of the entry; -1 when the constraint is the keyword
	Narrows bool // without it the schema allows less, not more: a branch, a value of a closed set, a member

	way []string // from the root of the schema to the place
}

// String is a JSON Pointer to the constraint.
func (s *Site) String() string { return "/" + strings.Join(s.Path, "/") }

// Sites are all constraints of the schema that decide by themselves whether a document is allowed. A type beside a
// closed set and a format beside a pattern are for readers of the schema, and are none. Nor is what a text does not hold
// beside a pattern: it is for languages in which $ matches before a line feed at the end.
func (s *Schema) Sites() []Site {
	var all []Site
	seen := map[string]bool{}
	var visit func(v *strictjson.Value, path, way []string)
	visit = func(v *strictjson.Value, path, way []string) {
		if key := strings.Join(path, "/"); seen[key] {
			return
		} else {
			seen[key] = true
		}
		closed := get(v, "enum") != nil || get(v, "const") != nil
		for i := range v.Members {
			name, value := v.Members[i].Name, &v.Members[i].Value
			here := append(slices.Clone(path), name)
			one := Site{Path: here, Keyword: name, Index: -1, way: way}
			switch name {
			case "$ref":
				if n := len(path); n < 2 || path[n-2] != "oneOf" { // the branch itself is a constraint
					all = append(all, one)
				}
				visit(s.follow(value.Text), []string{"$defs", strings.TrimPrefix(value.Text, "#/$defs/")}, append(slices.Clone(way), "r"))
			case "type":
				if !closed {
					all = append(all, one)
				}
			case "const", "minimum", "maximum", "minLength", "pattern", "minItems", "maxItems", "additionalProperties":
				all = append(all, one)
			case "maxLength":
				if p := get(v, "pattern"); p == nil || longest.Of(p.Text) == 0 { // or the pattern says it already
					all = append(all, one)
				}
			case "items":
				all = append(all, one)
				visit(value, here, append(slices.Clone(way), "i"))
			case "required":
				for j := range value.Members {
					all = append(all, Site{Path: append(slices.Clone(here), strconv.Itoa(j)), Keyword: name, Index: j, way: way})
				}
			case "enum", "oneOf":
				all = append(all, one)
				for j := range value.Members {
					inside := append(slices.Clone(here), strconv.Itoa(j))
					all = append(all, Site{Path: inside, Keyword: name, Index: j, Narrows: true, way: way})
					if name == "oneOf" {
						visit(value.Item(j), inside, append(slices.Clone(way), "o "+strconv.Itoa(j)))
					}
				}
			case "properties":
				for j := range value.Members {
					inside := append(slices.Clone(here), value.Members[j].Name)
					all = append(all, Site{Path: inside, Keyword: name, Index: j, Narrows: true, way: way})
					visit(&value.Members[j].Value, inside, append(slices.Clone(way), "p "+value.Members[j].Name))
				}
			case "not":
				if get(v, "pattern") == nil {
					all = append(all, one)
				}
			case "$schema", "$id", "$defs", "title", "description", "format", "default", "examples":
			default:
				panic("arbitrary: keyword " + name + " is not known")
			}
		}
	}
	visit(&s.root, nil, nil)
	return all
}

// Without is the schema without a constraint, and without the words that do not decide anything. Where the constraint
// stands in a definition it is the schema of that definition only.
func (s *Schema) Without(site Site) []byte {
	var drop func(v strictjson.Value, path []string) strictjson.Value
	drop = func(v strictjson.Value, path []string) strictjson.Value {
		v.Members = slices.Clone(v.Members)
		i := slices.IndexFunc(v.Members, func(m strictjson.Member) bool { return m.Name == path[0] })
		if v.Kind == strictjson.Array {
			i, _ = strconv.Atoi(path[0])
		}
		if len(path) == 1 {
			v.Members = slices.Delete(v.Members, i, i+1)
		} else {
			v.Members[i].Value = drop(v.Members[i].Value, path[1:])
		}
		return v
	}
	v := bare(drop(s.root, site.Path))
	if site.Path[0] == "$defs" {
		v = definition(&v, site.Path[1])
	}
	var w strictjson.Writer
	w.Value(&v)
	return w.Bytes()
}

// definition is a schema that is one definition of another, with the definitions that it refers to.
func definition(root *strictjson.Value, name string) strictjson.Value {
	all := get(root, "$defs")
	defs := strictjson.Value{Kind: strictjson.Object}
	ref := strictjson.Value{Kind: strictjson.Object, Members: []strictjson.Member{{Name: "$ref", Value: text("#/$defs/" + name)}}}
	var reach func(v *strictjson.Value)
	reach = func(v *strictjson.Value) {
		for i := range v.Members {
			m := &v.Members[i]
			if name, is := strings.CutPrefix(m.Value.Text, "#/$defs/"); is && m.Name == "$ref" && get(&defs, name) == nil {
				def := get(all, name)
				defs.Members = append(defs.Members, strictjson.Member{Name: name, Value: *def})
				reach(def)
			} else {
				reach(&m.Value)
			}
		}
	}
	reach(&ref)
	ref.Members = append(ref.Members, strictjson.Member{Name: "$schema", Value: *get(root, "$schema")}, strictjson.Member{Name: "$defs", Value: defs})
	return ref
}

// bare is a schema without titles, descriptions and examples.
func bare(v strictjson.Value) strictjson.Value {
	members := make([]strictjson.Member, 0, len(v.Members))
	for _, m := range v.Members {
		switch m.Name {
		case "title", "description", "default", "examples":
			continue
		case "properties", "$defs":
			m.Value.Members = slices.Clone(m.Value.Members)
			for i := range m.Value.Members {
				m.Value.Members[i].Value = bare(m.Value.Members[i].Value)
			}
		case "items":
			m.Value = bare(m.Value)
		}
		members = append(members, m)
	}
	v.Members = members
	return v
}

// Probe is a document that tells a schema from the schema without a constraint. A document for a constraint that
// narrows is allowed with it; for any other it is not.
type Probe struct {
	Document []byte
	At       string // JSON Pointer to the value that tells
	Inner    []byte // the value of the definition with the constraint, for the schema Without it
}

// Probe makes a probe of a constraint.
func (s *Schema) Probe(r *rand.Rand, site Site) Probe {
	m := maker{s: s, r: r}
	v := m.value(&s.root, "", &aim{site.way, func(m *maker, v *strictjson.Value, at string) strictjson.Value {
		if site.Narrows {
			return m.just(v, site, at)
		}
		return m.wrong(v, site, at)
	}})
	p := Probe{Document: m.text(v), At: m.at}
	p.Inner = p.Document
	if site.Path[0] == "$defs" {
		p.Inner = m.text(m.inner)
	}
	return p
}

// just is a value that needs the entry of a keyword.
func (m *maker) just(s *strictjson.Value, site Site, at string) strictjson.Value {
	entry := get(s, site.Keyword)
	switch site.Keyword {
	case "enum":
		return *entry.Item(site.Index)
	case "oneOf":
		return m.value(entry.Item(site.Index), at, nil)
	}
	m.at += "/" + entry.Members[site.Index].Name
	return m.object(s, at, nil, []string{entry.Members[site.Index].Name})
}

// wrong is a value with which nothing is wrong but what one constraint says.
func (m *maker) wrong(s *strictjson.Value, site Site, at string) strictjson.Value {
	switch site.Keyword {
	case "type":
		return m.otherType(s)
	case "$ref":
		return strictjson.Value{Kind: strictjson.Null}
	case "items":
		m.at += "/0"
		list := m.list(s, max(number(s, "minItems", 0), 1), at, nil)
		*list.Item(0) = strictjson.Value{Kind: strictjson.Null}
		return list
	case "const", "enum":
		return text("no-such-choice")
	case "oneOf":
		m.at += "/rule"
		return strictjson.Value{Kind: strictjson.Object, Members: []strictjson.Member{{Name: "rule", Value: text("no-such-rule/1")}}}
	case "minimum":
		return whole(number(s, "minimum", 0) - 1)
	case "maximum":
		return whole(number(s, "maximum", 0) + 1)
	case "minLength":
		return text(strings.Repeat("a", int(number(s, "minLength", 0)-1)))
	case "maxLength":
		return text(strings.Repeat("a", int(number(s, "maxLength", 0)+1)))
	case "pattern":
		return text(mismatch(s))
	case "not":
		return text("a\u200b")
	case "minItems":
		return m.list(s, number(s, "minItems", 0)-1, at, nil)
	case "maxItems":
		list := m.list(s, 1, at, nil)
		for range number(s, "maxItems", 0) {
			list.Members = append(list.Members, list.Members[0])
		}
		return list
	case "additionalProperties":
		m.at += "/unknownMember"
		o := m.object(s, at, nil, nil)
		o.Members = append(o.Members, strictjson.Member{Name: "unknownMember", Value: whole(1)})
		return o
	case "required":
		name := names(s, "required")[site.Index]
		m.at += "/" + name
		o := m.object(s, at, nil, nil)
		o.Members = slices.DeleteFunc(o.Members, func(m strictjson.Member) bool { return m.Name == name })
		return o
	}
	panic("arbitrary: nothing is wrong with " + site.Keyword)
}

// otherType is a value of another type, about which the other keywords say nothing.
func (m *maker) otherType(s *strictjson.Value) strictjson.Value {
	switch word(s, "type") {
	case "string":
		return whole(17)
	case "object":
		return strictjson.Value{Kind: strictjson.Array}
	case "array":
		return strictjson.Value{Kind: strictjson.Object}
	}
	return text("x")
}

// mismatch is a text of a length that fits and that the pattern does not match; beside the format of dates it is a day
// before the calendar of the pattern begins.
func mismatch(s *strictjson.Value) string {
	pattern := regexp.MustCompile(word(s, "pattern"))
	candidates := []string{"!", "a\u0001"}
	if word(s, "format") == "date" {
		candidates = []string{"1899-12-31"}
	}
	for _, x := range candidates {
		if !pattern.MatchString(x) && int64(len(x)) >= number(s, "minLength", 0) {
			return x
		}
	}
	panic("arbitrary: no text is known that " + pattern.String() + " does not match")
}

// Number is the number of a constraint.
func (s *Schema) Number(site Site) int64 {
	v := &s.root
	for _, name := range site.Path {
		if v.Kind == strictjson.Array {
			i, _ := strconv.Atoi(name)
			v = v.Item(i)
		} else {
			v = get(v, name)
		}
	}
	n, _ := strconv.ParseInt(v.Text, 10, 64)
	return n
}
