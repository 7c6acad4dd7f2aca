package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zio-collectief/zio/internal/rulesets"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// The flavours of a schema are the same schema for who can not use it as it is: for programs that make types, for validators
// that know draft-07 only, and for descriptions of services in OpenAPI 3.0. Each takes the same documents.

type value = strictjson.Value

func str(s string) value { return value{Kind: strictjson.String, Text: s} }

func object(members ...strictjson.Member) value {
	return value{Kind: strictjson.Object, Members: members}
}

func list(items ...value) value {
	v := value{Kind: strictjson.Array}
	for _, item := range items {
		v.Members = append(v.Members, strictjson.Member{Value: item})
	}
	return v
}

func member(name string, v value) strictjson.Member { return strictjson.Member{Name: name, Value: v} }

// get is a keyword; nil when it is not there.
func get(v *value, name string) *value {
	for i := range v.Members {
		if v.Members[i].Name == name {
			return &v.Members[i].Value
		}
	}
	return nil
}

// each calls change for every schema in a schema, the inner ones first. Members of properties and $defs are schemas too.
func each(v *value, change func(*value)) {
	for i := range v.Members {
		m := &v.Members[i]
		switch m.Name {
		case "items", "additionalProperties", "not", "if", "then":
			if m.Value.Kind == strictjson.Object {
				each(&m.Value, change)
			}
		case "properties", "$defs", "definitions", "allOf", "oneOf":
			for j := range m.Value.Members {
				each(&m.Value.Members[j].Value, change)
			}
		}
	}
	change(v)
}

func parsed(schema []byte) (value, error) {
	v, faults := strictjson.Parse(schema, strictjson.Limits{})
	if len(faults) > 0 {
		return v, fmt.Errorf("gen: a schema that was written can not be read: %s", faults[0].Kind.Code)
	}
	return v, nil
}

func printed(v *value) []byte {
	w := strictjson.NewWriter(true)
	w.Value(v)
	return visible(w.Bytes())
}

// typeNames are the names of all definitions as a program names types: "zio.Pupil" is Pupil. Where two packages have a type of
// one name, it has the name of its package too: "year.Receipt" is YearReceipt.
func typeNames(files []file) (map[string]string, error) {
	names, of := map[string]string{}, map[string]map[string]bool{}
	for _, f := range files {
		v, err := parsed(f.text)
		if err != nil {
			return nil, err
		}
		for _, m := range get(&v, "$defs").Members {
			_, name, _ := strings.Cut(m.Name, ".")
			if name == "Date" { // many languages have one of their own
				name = "CalendarDate"
			}
			names[m.Name] = name
			if of[name] == nil {
				of[name] = map[string]bool{}
			}
			of[name][m.Name] = true
		}
	}
	for definition, name := range names {
		if len(of[name]) > 1 {
			names[definition] = strings.ToUpper(definition[:1]) + definition[1:strings.IndexByte(definition, '.')] + name
		}
	}
	return names, nil
}

// types is the flavour for programs that make types: sets of rules as oneOf, and as titles the English names of the types,
// by which such programs name what they make. The Dutch titles stand in the descriptions.
func types(kind string, schema []byte, names map[string]string) ([]byte, error) {
	v, err := parsed(rulesets.OneOf(schema))
	if err != nil {
		return nil, err
	}
	each(&v, func(s *value) {
		title, about := get(s, "title"), get(s, "description")
		if title != nil && about != nil {
			about.Text = sentences(title.Text) + " " + about.Text
		}
		s.Members = slices.DeleteFunc(s.Members, func(m strictjson.Member) bool { return m.Name == "title" && m.Value.Kind == strictjson.String })
		if ref := get(s, "$ref"); ref != nil {
			ref.Text = "#/$defs/" + names[strings.TrimPrefix(ref.Text, "#/$defs/")]
		}
	})
	v.Members = slices.Insert(v.Members, 2, member("title", str(strings.ToUpper(kind[:1])+kind[1:])))
	get(&v, "$id").Text = zio.SchemaBase + "types/" + kind + ".schema.json"
	defs := get(&v, "$defs")
	for i := range defs.Members {
		d := &defs.Members[i]
		d.Name = names[d.Name]
		d.Value.Members = slices.Insert(d.Value.Members, 0, member("title", str(d.Name)))
	}
	return printed(&v), nil
}

// draft07 is the flavour for validators of draft-07.
func draft07(kind string, schema []byte, _ map[string]string) ([]byte, error) {
	v, err := parsed(schema)
	if err != nil {
		return nil, err
	}
	get(&v, "$schema").Text = "http://json-schema.org/draft-07/schema#"
	get(&v, "$id").Text = zio.SchemaBase + "draft-07/" + kind + ".schema.json"
	for i := range v.Members {
		if v.Members[i].Name == "$defs" {
			v.Members[i].Name = "definitions"
		}
	}
	each(&v, func(s *value) {
		if ref := get(s, "$ref"); ref != nil {
			ref.Text = strings.Replace(ref.Text, "#/$defs/", "#/definitions/", 1)
		}
	})
	return printed(&v), nil
}

// openAPI is the flavour for OpenAPI 3.0: all kinds of documents in one list of components. Of its dialect const, $defs,
// examples, if, and words beside $ref are no part.
func openAPI(files []file, names map[string]string) ([]byte, error) {
	schemas := object()
	for _, f := range files {
		kind := strings.TrimSuffix(f.name, ".schema.json")
		plain, err := types(kind, f.text, names)
		if err != nil {
			return nil, err
		}
		v, err := parsed(plain)
		if err != nil {
			return nil, err
		}
		each(&v, component)
		defs := *get(&v, "$defs")
		v.Members = slices.DeleteFunc(v.Members, func(m strictjson.Member) bool {
			return m.Name == "$schema" || m.Name == "$id" || m.Name == "$defs"
		})
		add := append([]strictjson.Member{member(strings.ToUpper(kind[:1])+kind[1:]+"Document", v)}, defs.Members...)
		for _, m := range add {
			discriminator(&m.Value, &defs)
			switch there := get(&schemas, m.Name); {
			case there == nil:
				schemas.Members = append(schemas.Members, m)
			case string(printed(there)) != string(printed(&m.Value)):
				return nil, fmt.Errorf("gen: %s is not the same in all kinds of documents", m.Name)
			}
		}
	}
	slices.SortFunc(schemas.Members, func(a, b strictjson.Member) int { return strings.Compare(a.Name, b.Name) })
	v := object(member("openapi", str("3.0.3")),
		member("info", object(member("title", str("Exchange documents of zorg in onderwijstijd")), member("version", str(version())),
			member("description", str("Components for a description of a service; refer to them, or take them over. Generated.")),
			member("license", object(member("name", str("EUPL-1.2")), member("url", str("https://eupl.eu/1.2/en/")))))),
		member("paths", object()), member("components", object(member("schemas", schemas))))
	return printed(&v), nil
}

func component(s *value) {
	for i := range s.Members {
		m := &s.Members[i]
		switch {
		case m.Name == "const" && m.Value.Kind == strictjson.String:
			m.Name, m.Value = "enum", list(m.Value)
		case m.Name == "examples" && m.Value.Kind == strictjson.Array:
			m.Name, m.Value = "example", *m.Value.Item(0)
		}
	}
	ref := get(s, "$ref")
	if ref == nil {
		return
	}
	to := object(member("$ref", str(strings.Replace(ref.Text, "#/$defs/", "#/components/schemas/", 1))))
	rest := slices.DeleteFunc(slices.Clone(s.Members), func(m strictjson.Member) bool { return m.Name == "$ref" })
	if len(rest) == 0 {
		*s = to
		return
	}
	s.Members = append(rest, member("allOf", list(to)))
}

// discriminator says of a set of rules by which member they are told apart.
func discriminator(s, defs *value) {
	branches := get(s, "oneOf")
	if branches == nil {
		return
	}
	mapping := object()
	for i := range branches.Members {
		ref := get(branches.Item(i), "$ref").Text
		of := get(defs, strings.TrimPrefix(ref, "#/components/schemas/"))
		rule := get(get(get(of, "properties"), "rule"), "enum").Item(0).Text
		mapping.Members = append(mapping.Members, member(rule, str(ref)))
	}
	s.Members = append(s.Members, member("discriminator", object(member("propertyName", str("rule")), member("mapping", mapping))))
}

// flavours are the other forms of the schemas, with their place beside them.
func flavours(files []file) ([]file, error) {
	names, err := typeNames(files)
	if err != nil {
		return nil, err
	}
	var more []file
	for _, flavour := range []struct {
		folder string
		make   func(string, []byte, map[string]string) ([]byte, error)
	}{{"types", types}, {"draft-07", draft07}} {
		for _, f := range files {
			made, err := flavour.make(strings.TrimSuffix(f.name, ".schema.json"), f.text, names)
			if err != nil {
				return nil, err
			}
			more = append(more, file{name: "../flavours/" + flavour.folder + "/" + f.name, text: made})
		}
	}
	made, err := openAPI(files, names)
	return append(more, file{name: "../flavours/openapi-3.0/components.json", text: made}), err
}
