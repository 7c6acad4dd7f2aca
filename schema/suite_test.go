package schema

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

type suiteCase struct {
	Name, Verdict, Code, Why string
	Text                     string
	Base64                   []byte
}

func (c *suiteCase) bytes() []byte {
	if c.Base64 != nil {
		return c.Base64
	}
	return []byte(c.Text)
}

func suite(t testing.TB) []suiteCase {
	t.Helper()
	data, err := os.ReadFile("conformance/json-suite.json")
	require.NoError(t, err)
	var file struct{ Cases []suiteCase }
	require.NoError(t, json.Unmarshal(data, &file))
	return file.Cases
}

// A schema that lets any value pass whose members are named as in the cases.
const anySchema = `{ "$ref": "#/$defs/Any", "$defs": { "Any": { "anyOf": [
  { "type": ["null", "boolean", "number", "string"] },
  { "type": "array", "items": { "$ref": "#/$defs/Any" } },
  { "type": "object", "additionalProperties": false, "properties": {
    "a": { "$ref": "#/$defs/Any" }, "b": { "$ref": "#/$defs/Any" }, "A": { "$ref": "#/$defs/Any" }, "": { "$ref": "#/$defs/Any" }, "é": { "$ref": "#/$defs/Any" },
    "e\u0301": { "$ref": "#/$defs/Any" }, "a b": { "$ref": "#/$defs/Any" }, "a.b/c~d": { "$ref": "#/$defs/Any" } } } ] } } }`

// Cases that must be accepted and that the fast reader leaves to the slow path.
var leftToTheSlowPath = []string{
	"minus zero", "negative fraction", "nineteen digits", "nineteen digits with fraction", "minus and nineteen digits",
	"object, name with an escape", "object, long name", "name, pair of surrogates", "256 members",
}

// What the strict reader refuses although the grammar lets it pass.
var byPolicy = map[string]bool{"json.exponent": true, "json.number-too-long": true, "json.duplicate-member": true, "json.surrogate": true,
	"json.nul": true, "json.utf8": true, "json.too-deep": true, "json.too-many-members": true}

func TestSuite(t *testing.T) {
	cases := suite(t)
	require.GreaterOrEqual(t, len(cases), 150)
	program, err := accept.Compile([]byte(anySchema))
	require.NoError(t, err)
	machine := program.NewMachine()
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			doc := c.bytes()
			_, faults := strictjson.Parse(doc, strictjson.Limits{})
			fast := machine.Accept(doc)
			if c.Verdict == "accept" {
				assert.Empty(t, zio.ProblemsOf(faults))
				left := false
				for _, name := range leftToTheSlowPath {
					left = left || name == c.Name
				}
				assert.Equal(t, !left, fast, "fast reader")
				return
			}
			require.Equal(t, "refuse", c.Verdict)
			assert.False(t, fast, "fast reader")
			if assert.NotEmpty(t, faults) {
				assert.Equal(t, c.Code, faults[0].Kind.Code)
			}
			assert.False(t, json.Valid(doc) && !byPolicy[c.Code], "the grammar lets this pass, and no policy refuses it")
		})
	}
}
