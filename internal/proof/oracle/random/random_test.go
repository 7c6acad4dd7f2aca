package random_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

func TestRareRules(t *testing.T) { require.Equal(t, funding.RareRules(), random.Rare) }

// Every rule is drawn, so that every build of the calculator is asked every rule by wasm/difftest, and the model by the tests of
// funding. What is drawn is sound.
func TestEveryRuleIsDrawn(t *testing.T) {
	for _, set := range []struct {
		list  string
		rules []funding.RuleDescription
		drawn []string
	}{{"Costs", funding.CostRules(), random.Costs}, {"Keys", funding.KeyRules(), random.Keys}, {"Flows", funding.FlowRules(), random.Flows}} {
		for _, d := range set.rules {
			require.Contains(t, set.drawn, d.Rule, "add %s to %s in internal/proof/oracle/random/rules.go, and its members below it", d.Rule, set.list)
			drawn, route := 0, "jeugdwet-collective"
			if d.Rule == "education-minutes/1" || d.Rule == "admission/1" { // which refuses another
				route = "education"
			}
			for seed := range int64(20) {
				draw := []string{random.Costs[0], random.Keys[0], random.Flows[0]}
				draw[slices.Index([]string{"Costs", "Keys", "Flows"}, set.list)] = d.Rule
				if d.Rule == "excess/1" { // which needs cases
					draw[0] = "individual-decisions/1"
				}
				agreement, population := random.Combined(seed, draw[0], draw[1], draw[2], route)
				drawn += strings.Count(string(agreement), `"`+d.Rule+`"`) // staffing needs a period of whole months
				_, problems := funding.ReadAgreement(agreement)
				require.Empty(t, problems, "%s is drawn unsound: mend its members in internal/proof/oracle/random/rules.go\n%s", d.Rule, agreement)
				_, problems = zio.ReadPopulation(population)
				require.Empty(t, problems)
			}
			require.Greater(t, drawn, 5, d.Rule)
		}
		require.Len(t, set.drawn, len(set.rules), "%s draws a rule that is not there", set.list)
	}
}
