package arbitrary

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/internal/bsn"
	"github.com/zio-collectief/zio/internal/rulesets"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Schema makes documents of a JSON Schema. It knows the keywords that the schemas of exchange documents use, and
// panics on any other that says something about values.
type Schema struct{ root strictjson.Value }

// NewSchema reads a schema.
func NewSchema(text []byte) (*Schema, error) {
	v, faults := strictjson.Parse(rulesets.OneOf(text), strictjson.Limits{})
	if len(faults) > 0 {
		return nil, fmt.Errorf("arbitrary: the schema is no JSON: %s", faults[0].Kind.Code)
	}
	return &Schema{v}, nil
}

// Document is a document that the schema allows.
func (s *Schema) Document(r *rand.Rand) []byte {
	m := maker{s: s, r: r}
	return m.text(m.value(&s.root, "", nil))
}

// get is a member of an object; nil when it has none of that name.
func get(v *strictjson.Value, name string) *strictjson.Value {
	for i := range v.Members {
		if v.Members[i].Name == name {
			return &v.Members[i].Value
		}
	}
	return nil
}

// number is a keyword with a number, or another number when the keyword is not there.
func number(s *strictjson.Value, keyword string, otherwise int64) int64 {
	if v := get(s, keyword); v != nil {
		n, err := strconv.ParseInt(v.Text, 10, 64)
		if err != nil {
			panic(err)
		}
		return n
	}
	return otherwise
}

func word(s *strictjson.Value, keyword string) string {
	if v := get(s, keyword); v != nil {
		return v.Text
	}
	return ""
}

func names(s *strictjson.Value, keyword string) []string {
	var list []string
	if v := get(s, keyword); v != nil {
		for i := range v.Members {
			list = append(list, v.Item(i).Text)
		}
	}
	return list
}

// follow is the definition that a reference leads to.
func (s *Schema) follow(ref string) *strictjson.Value {
	name, ok := strings.CutPrefix(ref, "#/$defs/")
	if def := get(get(&s.root, "$defs"), name); ok && def != nil {
		return def
	}
	panic("arbitrary: " + ref + " leads nowhere")
}

// maker makes one document. With an aim it goes to a place in the schema and does there what the aim says.
type maker struct {
	s     *Schema
	r     *rand.Rand
	depth int
	at    string           // of the value that the aim is about; set when it is reached
	inner strictjson.Value // of the definition in which that value stands
}

// aim is a place in the schema, as the way there from a schema, and what to do there.
type aim struct {
	way []string // "p name", "i", "o 2" or "r": into a member, the items, a branch, a reference
	hit func(m *maker, s *strictjson.Value, at string) strictjson.Value
}

// next is the rest of an aim behind a step; nil when the aim goes elsewhere.
func (a *aim) next(step string) *aim {
	if a == nil || len(a.way) == 0 || a.way[0] != step {
		return nil
	}
	return &aim{a.way[1:], a.hit}
}

func (m *maker) value(s *strictjson.Value, at string, a *aim) strictjson.Value {
	if a != nil && len(a.way) == 0 {
		m.at = at
		return a.hit(m, s, at)
	}
	m.depth++
	defer func() { m.depth-- }()
	if ref := word(s, "$ref"); ref != "" {
		next := a.next("r")
		v := m.value(m.s.follow(ref), at, next)
		if next != nil && !slices.Contains(next.way, "r") {
			m.inner = v
		}
		return v
	}
	if branches := get(s, "oneOf"); branches != nil {
		return m.branch(branches, at, a)
	}
	if c := get(s, "const"); c != nil {
		return *c
	}
	if e := get(s, "enum"); e != nil {
		return *e.Item(m.r.IntN(len(e.Members)))
	}
	switch word(s, "type") {
	case "string":
		return text(m.string(s))
	case "integer":
		return whole(Number(m.r, number(s, "minimum", 0), number(s, "maximum", strictjson.MaxInteger)))
	case "boolean":
		return strictjson.Value{Kind: strictjson.Bool, Text: strconv.FormatBool(m.r.IntN(2) == 0)}
	case "array":
		n := number(s, "minItems", 0)
		if most := number(s, "maxItems", 2) - n; m.depth < 12 {
			n += m.r.Int64N(min(most, 2) + 1)
		}
		if a != nil {
			n = max(n, 1)
		}
		return m.list(s, n, at, a)
	case "object":
		return m.object(s, at, a, nil)
	}
	panic("arbitrary: " + at + ": a schema without type")
}

func text(s string) strictjson.Value { return strictjson.Value{Kind: strictjson.String, Text: s} }
func whole(n int64) strictjson.Value {
	return strictjson.Value{Kind: strictjson.Number, Text: strconv.FormatInt(n, 10)}
}

// branch is a value of one of the branches of a union: the one of the aim, or any; deep inside one that ends.
func (m *maker) branch(branches *strictjson.Value, at string, a *aim) strictjson.Value {
	if a != nil {
		for i := range branches.Members {
			if next := a.next("o " + strconv.Itoa(i)); next != nil {
				return m.value(branches.Item(i), at, next)
			}
		}
	}
	for {
		i := m.r.IntN(len(branches.Members))
		if m.depth > 14 && m.unions(branches.Item(i), 0) {
			continue
		}
		return m.value(branches.Item(i), at, nil)
	}
}

// unions reports whether a value of the schema may hold a union.
func (m *maker) unions(s *strictjson.Value, depth int) bool {
	if ref := word(s, "$ref"); ref != "" {
		return m.unions(m.s.follow(ref), depth)
	}
	if get(s, "oneOf") != nil {
		return true
	}
	if items := get(s, "items"); items != nil {
		return m.unions(items, depth+1)
	}
	if p := get(s, "properties"); p != nil {
		for i := range p.Members {
			if m.unions(&p.Members[i].Value, depth+1) {
				return true
			}
		}
	}
	return false
}

func (m *maker) string(s *strictjson.Value) string {
	low, high, pattern := number(s, "minLength", 0), number(s, "maxLength", 40), word(s, "pattern")
	if not := get(s, "not"); not != nil && pattern == "" {
		return free(m.r, Number(m.r, low, high), !strings.Contains(word(not, "pattern"), `\x00-\x1F`))
	}
	for range 1000 {
		if x := Matching(m.r, pattern); !bsn.InARow(x) && int64(len(x)) >= low && (get(s, "maxLength") == nil || int64(len(x)) <= high) {
			return x
		}
	}
	panic("arbitrary: no text of " + pattern + " has a length that fits")
}

func (m *maker) list(s *strictjson.Value, n int64, at string, a *aim) strictjson.Value {
	list := strictjson.Value{Kind: strictjson.Array}
	for i := range n {
		inside := a.next("i")
		if i > 0 {
			inside = nil
		}
		list.Members = append(list.Members, strictjson.Member{Value: m.value(get(s, "items"), at+"/"+strconv.FormatInt(i, 10), inside)})
	}
	return list
}

// object has the required members, the one of the aim, those that must be there, and some of the others, in any order.
func (m *maker) object(s *strictjson.Value, at string, a *aim, must []string) strictjson.Value {
	o := strictjson.Value{Kind: strictjson.Object}
	required := names(s, "required")
	properties := get(s, "properties")
	for i := range properties.Members {
		p := &properties.Members[i]
		next := a.next("p " + p.Name)
		if next == nil && !slices.Contains(required, p.Name) && !slices.Contains(must, p.Name) && (m.depth > 12 || m.r.IntN(2) == 0) {
			continue
		}
		o.Members = append(o.Members, strictjson.Member{Name: p.Name, Value: m.value(&p.Value, at+"/"+p.Name, next)})
	}
	m.r.Shuffle(len(o.Members), func(i, j int) { o.Members[i], o.Members[j] = o.Members[j], o.Members[i] })
	return o
}

// text writes a value in one of the ways in which people write JSON.
func (m *maker) text(v strictjson.Value) []byte {
	w := strictjson.NewWriter(m.r.IntN(2) == 0)
	w.Value(&v)
	return w.Bytes()
}
