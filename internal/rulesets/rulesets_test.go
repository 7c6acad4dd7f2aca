package rulesets

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestASetOfRulesIsWrittenAsOneOf(t *testing.T) {
	branch := func(rule string) string {
		return `{"if":{"properties":{"rule":{"const":"` + rule + `"}},"required":["rule"]},"then":{"$ref":"#/$defs/` + rule + `"}}`
	}
	set := `{"$defs":{"Key":{"title":"Sleutel","type":"object","properties":{"rule":{"enum":["a","b"]}},"required":["rule"],"allOf":[` + branch("a") + `,` + branch("b") + `]}}}`
	require.JSONEq(t, `{"$defs":{"Key":{"title":"Sleutel","oneOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/b"}]}}}`, string(OneOf([]byte(set))))
	for _, other := range []string{
		`{"type":"object","allOf":[` + branch("a") + `],"minProperties":1}`, // says more than which rule it is
		`{"allOf":[{"$ref":"#/$defs/a"}]}`,
		`{"allOf":[{"if":{},"then":{},"else":{}}]}`,
		`[1,"x",null]`,
	} {
		require.JSONEq(t, other, string(OneOf([]byte(other))))
	}
	require.Equal(t, "{", string(OneOf([]byte("{"))))
}
