package funding_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/published"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Documents and rules have the members and the ends that their published schemas have.
func TestDocumentsAsPublished(t *testing.T) {
	s, err := published.Read("../schema/1.0/agreement.schema.json")
	require.NoError(t, err)
	require.Empty(t, s.Document(strictjson.Describe((*funding.Agreement).Bind).Fields))
	rules := 0
	for _, rule := range slices.Concat(funding.CostRules(), funding.KeyRules(), funding.FlowRules()) {
		require.Empty(t, s.Rule(rule.Rule, rule.Fields))
		rules++
	}
	text, err := os.ReadFile("../schema/1.0/agreement.schema.json")
	require.NoError(t, err)
	known := map[string]bool{}
	for _, name := range regexp.MustCompile(`"const": "([a-z-]+/[0-9]+)"`).FindAllStringSubmatch(string(text), -1) {
		known[name[1]] = true
	}
	require.Len(t, known, rules, "the schema knows each rule, and no other")
	require.GreaterOrEqual(t, rules, 34)
	s, err = published.Read("../schema/1.0/result.schema.json")
	require.NoError(t, err)
	require.Empty(t, s.Document(strictjson.Describe((*funding.Result).Bind).Fields))

	text, err = os.ReadFile("../schema/examples/agreement.json")
	require.NoError(t, err)
	a, problems := funding.ReadAgreement(text)
	require.Empty(t, problems)
	require.JSONEq(t, string(text), string(a.AppendDocument(nil)))
	text, err = os.ReadFile("../schema/examples/result.json")
	require.NoError(t, err)
	x, problems := funding.ReadResult(text)
	require.Empty(t, problems)
	require.JSONEq(t, string(text), string(x.AppendDocument(nil)))
}
