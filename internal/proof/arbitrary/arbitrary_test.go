package arbitrary

import (
	"math/rand/v2"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

func source(n uint64) *rand.Rand { return rand.New(rand.NewPCG(n, 1)) }

func TestOneSourceMakesOneDocument(t *testing.T) {
	write := func(n uint64) string {
		w := strictjson.NewWriter(true)
		strictjson.Write(w, Value(source(n), (*funding.Agreement).Bind), (*funding.Agreement).Bind)
		return string(w.Bytes())
	}
	require.Equal(t, write(1), write(1))
	require.NotEqual(t, write(1), write(2))
}

func TestValuesVisitEveryRule(t *testing.T) {
	seen := map[string]bool{}
	for n := range uint64(300) {
		for _, c := range Value(source(n), (*funding.Agreement).Bind).Components {
			for _, rule := range []string{c.Cost.Rule(), c.Key.Rule(), c.Flow.Rule()} {
				seen[rule] = true
			}
		}
	}
	for _, list := range [][]funding.RuleDescription{funding.CostRules(), funding.KeyRules(), funding.FlowRules()} {
		for _, v := range list {
			require.True(t, seen[v.Rule], v.Rule)
		}
	}
}

func TestValuesReachTheEndsOfRanges(t *testing.T) {
	seen := map[int64]bool{}
	for n := range uint64(400) {
		for _, need := range Value(source(n), (*zio.Pupil).Bind).Needs {
			seen[need.MinutesPerWeek] = true
		}
	}
	require.True(t, seen[1] && seen[zio.MaxWeek])
}

func TestMatchingTextsMatch(t *testing.T) {
	for _, pattern := range []string{`^a{2,5}$`, `^(x|yy)?[0-9A-F]+$`, `^-?[^a-y]$`, `^[a-z]*(\.b)?$`} {
		for n := range uint64(200) {
			require.Regexp(t, regexp.MustCompile(pattern), Matching(source(n), pattern))
		}
	}
}

const tree = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "A tree",
  "type": "object",
  "properties": {
    "rule": { "type": "string", "const": "tree/1" },
    "kind": { "type": "string", "enum": ["oak", "elm"] },
    "branches": { "type": "array", "minItems": 1, "maxItems": 3, "items": { "$ref": "#/$defs/Branch" } }
  },
  "required": ["rule", "branches"],
  "additionalProperties": false,
  "$defs": {
    "Branch": { "oneOf": [{ "$ref": "#/$defs/Leaf" }, { "$ref": "#/$defs/Fork" }] },
    "Leaf": { "type": "object", "properties": { "rule": { "type": "string", "const": "leaf/1" }, "size": { "type": "integer", "minimum": 1, "maximum": 9 } }, "required": ["rule"], "additionalProperties": false },
    "Fork": { "type": "object", "properties": { "rule": { "type": "string", "const": "fork/1" }, "left": { "$ref": "#/$defs/Branch" } }, "required": ["rule", "left"], "additionalProperties": false }
  }
}`

func TestSitesAreEveryConstraintOnce(t *testing.T) {
	s, err := NewSchema([]byte(tree))
	require.NoError(t, err)
	var list []string
	for _, site := range s.Sites() {
		list = append(list, site.String())
	}
	require.Equal(t, []string{
		"/type", "/properties/rule", "/properties/rule/const", "/properties/kind", "/properties/kind/enum", "/properties/kind/enum/0", "/properties/kind/enum/1",
		"/properties/branches", "/properties/branches/type", "/properties/branches/minItems", "/properties/branches/maxItems", "/properties/branches/items",
		"/properties/branches/items/$ref", "/$defs/Branch/oneOf", "/$defs/Branch/oneOf/0",
		"/$defs/Leaf/type", "/$defs/Leaf/properties/rule", "/$defs/Leaf/properties/rule/const", "/$defs/Leaf/properties/size", "/$defs/Leaf/properties/size/type",
		"/$defs/Leaf/properties/size/minimum", "/$defs/Leaf/properties/size/maximum", "/$defs/Leaf/required/0", "/$defs/Leaf/additionalProperties",
		"/$defs/Branch/oneOf/1",
		"/$defs/Fork/type", "/$defs/Fork/properties/rule", "/$defs/Fork/properties/rule/const", "/$defs/Fork/properties/left", "/$defs/Fork/properties/left/$ref",
		"/$defs/Fork/required/0", "/$defs/Fork/required/1", "/$defs/Fork/additionalProperties",
		"/required/0", "/required/1", "/additionalProperties",
	}, list)
}

func TestProbesAndSchemasWithout(t *testing.T) {
	s, err := NewSchema([]byte(tree))
	require.NoError(t, err)
	for _, site := range s.Sites() {
		p := s.Probe(source(3), site)
		switch site.String() {
		case "/required/1":
			require.Equal(t, "/branches", p.At)
			require.NotContains(t, string(p.Document), "branches")
			require.NotContains(t, string(s.Without(site)), `["rule","branches"]`)
		case "/$defs/Leaf/properties/size/maximum":
			require.Contains(t, string(p.Document), "10")
			require.Regexp(t, `^/branches/0(/left)*/size$`, p.At)
			require.Regexp(t, `"rule":\s*"leaf/1"`, string(p.Inner))
			require.Equal(t, `{"$ref":"#/$defs/Leaf","$schema":"https://json-schema.org/draft/2020-12/schema","$defs":{"Leaf":{"type":"object","properties":{"rule":{"type":"string","const":"leaf/1"},"size":{"type":"integer","minimum":1}},"required":["rule"],"additionalProperties":false}}}`, string(s.Without(site)))
		case "/properties/kind/enum/1":
			require.Regexp(t, `"kind":\s*"elm"`, string(p.Document))
		}
	}
}
