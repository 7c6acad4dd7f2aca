package main

import (
	_ "embed"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
)

//go:embed testdata/scenario.json
var twoTowns string

// with is a request of a call with the members of the scenario, after replacing old by new texts in turn.
func with(t *testing.T, members string, replace ...string) string {
	t.Helper()
	text := twoTowns
	for i := 0; i+1 < len(replace); i += 2 {
		require.Contains(t, text, replace[i])
		text = strings.ReplaceAll(text, replace[i], replace[i+1])
	}
	return "{" + members + "," + strings.TrimPrefix(text, "{")
}

func TestCalculate(t *testing.T) {
	r := ask(t, with(t, `"call":"calculate"`))
	require.True(t, r.OK, r.Problems)
	result, problems := funding.ReadResult(r.Value)
	require.Empty(t, problems)
	// 330 minutes is 5.5 hours; 5.5 times 60.00 times 40 weeks is 13,200.00 a pupil.
	require.Equal(t, []funding.PartyAmount{
		{Party: "0268", Name: "Nijmegen", Amount: money.MustParseEuro("39600.00")},
		{Party: "0296", Name: "Wijchen", Amount: money.MustParseEuro("13200.00")},
	}, result.Shares)
	require.Equal(t, "52800.00", result.Payees[0].Amount.String())
	require.NotEmpty(t, result.Trace.Steps)
	require.True(t, json.Valid(r.Value))
}

func TestDraftIsTheResultWithoutTraceAndReceipt(t *testing.T) {
	references := regexp.MustCompile(`"ref":"[^"]*"`) // a draft has no steps to refer to
	var whole, draft map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(ask(t, with(t, `"call":"calculate"`)).Value, &whole))
	require.NoError(t, json.Unmarshal(ask(t, with(t, `"call":"calculate","draft":true`)).Value, &draft))
	for _, name := range []string{"$schema", "trace", "receipt"} {
		require.Contains(t, whole, name)
		delete(whole, name)
	}
	for name, value := range whole {
		require.JSONEq(t, string(references.ReplaceAll(value, []byte(`"ref":""`))), string(draft[name]), name)
	}
	require.Len(t, draft, len(whole))
}

func TestCalculatePointsIntoTheRequest(t *testing.T) {
	for _, c := range []struct{ old, new, code, pointer string }{
		{`"normMinutes": 330`, `"normMinutes": 0`, "document.number-out-of-range", "/agreement/components/0/cost/normMinutes"},
		{`"cashier": "0268"`, `"cashier": "0999"`, "agreement.party-unknown", "/agreement/components/0/flow/cashier"},
		{`"pupils": 3`, `"pupils": -3`, "document.number-out-of-range", "/population/groups/0/pupils"},
		{`"home": "0296"`, `"home": "0268"`, "population.group-twice", "/population/groups/1"},
		{`"weeks": 40`, `"weeks": 40.5`, "document.number-not-whole", "/agreement/components/0/cost/weeks"},
	} {
		r := ask(t, with(t, `"call":"calculate"`, c.old, c.new))
		require.Len(t, r.Problems, 1, c.new)
		require.Equal(t, c.code, r.Problems[0].Code, c.new)
		require.Equal(t, c.pointer, r.Problems[0].Pointer, c.new)
	}
}

func TestCalculateNeedsBothDocuments(t *testing.T) {
	r := ask(t, `{"call":"calculate"}`)
	require.Len(t, r.Problems, 2)
	require.Equal(t, "/agreement", r.Problems[0].Pointer)
	require.Equal(t, "/population", r.Problems[1].Pointer)
}
