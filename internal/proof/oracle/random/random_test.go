package random_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Every rule is drawn with every member and every choice of it, so that every build of the calculator is asked every rule by
// wasm/difftest, and the model by the tests of funding. What is drawn is sound.
func TestEveryRuleIsDrawn(t *testing.T) {
	for set, rules := range [][]funding.RuleDescription{funding.CostRules(), funding.KeyRules(), funding.FlowRules()} {
		for _, d := range rules {
			route := "jeugdwet-collective"
			if d.Rule == "education-minutes/1" || d.Rule == "admission/1" { // which refuses another
				route = "education"
			}
			drawn := map[string]bool{}
			for seed := range int64(60) {
				draw := []string{random.Costs[0], random.Keys[0], random.Flows[0]}
				draw[set] = d.Rule
				if d.Rule == "excess/1" || d.Rule == "own-use/1" { // of cases
					draw[0] = "individual-decisions/1"
				}
				agreement, population := random.Combined(seed, draw[0], draw[1], draw[2], route)
				_, problems := funding.ReadAgreement(agreement)
				require.Empty(t, problems, "%s is drawn unsound: say in internal/proof/oracle/random/rules.go how its members hang together\n%s", d.Rule, agreement)
				_, problems = zio.ReadPopulation(population)
				require.Empty(t, problems)
				var a struct {
					Components []struct{ Cost, Key, Flow map[string]any }
				}
				require.NoError(t, json.Unmarshal(agreement, &a))
				c := &a.Components[0]
				if rule := []map[string]any{c.Cost, c.Key, c.Flow}[set]; rule["rule"] == d.Rule { // staffing needs whole months
					collect(drawn, "", rule)
				}
			}
			requireDrawn(t, drawn, d.Rule, "", d.Fields)
		}
	}
}

// collect notes every member below a value, and every text of one.
func collect(drawn map[string]bool, at string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for name, one := range v {
			collect(drawn, at+"/"+name, one)
		}
	case []any:
		for _, one := range v {
			collect(drawn, at, one)
		}
	case string:
		drawn[at+"="+v] = true
	}
	drawn[at] = true
}

func requireDrawn(t *testing.T, drawn map[string]bool, rule, at string, fields []strictjson.FieldDescription) {
	for i := range fields {
		d := &fields[i]
		here := at + "/" + d.Name
		require.True(t, drawn[here], "%s: %s is never drawn", rule, here)
		for _, c := range d.Choices {
			require.True(t, drawn[here+"="+c.Value], "%s: %s is never %s", rule, here, c.Value)
		}
		if d.Item != nil {
			requireDrawn(t, drawn, rule, here, d.Item.Fields)
		}
	}
}
