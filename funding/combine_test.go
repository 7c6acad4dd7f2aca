package funding_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
)

// Any cost with any key and any flow gives what the model gives, with checks that hold.
func TestEveryCombinationOfRules(t *testing.T) {
	seed := int64(0)
	defer func() {
		if t.Failed() {
			t.Logf("seed %d", seed)
		}
	}()
	results := map[string]bool{}
	for _, cost := range random.Costs {
		route := "jeugdwet-collective"
		if cost == "education-minutes/1" || cost == "admission/1" {
			route = "education"
		}
		for _, key := range random.Keys {
			if !random.Together(cost, key) {
				continue
			}
			for _, flow := range random.Flows {
				for n := 0; n < 200 && !results[cost+key+flow]; n++ { // until one has a result
					seed++
					agreement, population := random.Combined(seed, cost, key, flow, route)
					results[cost+key+flow] = judge(t, agreement, population)
				}
				require.True(t, results[cost+key+flow], "%s %s %s has never a result: draw the members of the rule so that more of them are accepted, in internal/proof/oracle/random/rules.go", cost, key, flow)
			}
		}
	}
}

// Money that the law does not let pool is refused with every rule that pools, and only with those.
func TestEveryCostByRoute(t *testing.T) {
	pooled := map[string]bool{"jeugdwet-collective": true, "wmo": true, "education": true, "alliance": true, "vsv": true, "prevention": true}
	for _, cost := range random.Costs {
		for route := funding.RouteCollective; route <= funding.RouteGrey; route++ {
			agreement, _ := random.Combined(1, cost, "single-payer/1", "direct/1", route.String())
			_, problems := funding.ReadAgreement(agreement)
			individual := cost == "individual-decisions/1" || cost == "absence/1" || cost == "route-minutes/1"
			var want []string
			if !individual && !pooled[route.String()] {
				want = append(want, "component.route-not-poolable /components/0/route")
			}
			if cost == "education-minutes/1" && route != funding.RouteEducation && route != funding.RouteAlliance {
				want = append(want, "education-minutes.route /components/0/cost")
			}
			if cost == "individual-decisions/1" && route != funding.RouteIndividual && route != funding.RouteCollective && route != funding.RouteWmo {
				want = append(want, "individual-decisions.route /components/0/cost")
			}
			if cost == "admission/1" && route != funding.RouteEducation && route != funding.RouteAlliance {
				want = append(want, "admission.route /components/0/cost")
			}
			require.Equal(t, want, codes(problems), "%s on %s", cost, route)
			for _, p := range problems {
				told(t, p)
			}
		}
	}
}

// Own cost needs a cost rule that says what each home costs.
func TestOwnCostByCost(t *testing.T) {
	for _, cost := range random.Costs {
		route := "jeugdwet-collective"
		if cost == "education-minutes/1" || cost == "admission/1" {
			route = "education"
		}
		agreement, population := random.Combined(3, cost, "own-use/1", "direct/1", route)
		var a map[string]any
		require.NoError(t, json.Unmarshal(agreement, &a))
		c := a["components"].([]any)[0].(map[string]any)
		c["key"] = map[string]any{"rule": "own-use/1", "measure": "own-cost", "nonParticipants": "redistribute"}
		c["division"] = map[string]any{"method": "keep", "unit": "cent"}
		delete(c, "limits")
		changed, err := json.Marshal(a)
		require.NoError(t, err)
		switch cost {
		case "individual-decisions/1":
			judge(t, changed, population)
		case "absence/1", "route-minutes/1": // says so when it calculates
			_, problems := funding.ReadAgreement(changed)
			require.Empty(t, problems)
			judge(t, changed, population)
		default:
			_, problems := funding.ReadAgreement(changed)
			require.Equal(t, []string{"own-use.cost-not-by-home /components/0/key/measure"}, codes(problems), cost)
		}
	}
}
