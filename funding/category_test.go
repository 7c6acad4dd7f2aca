package funding_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
)

// categorised are groups of three municipalities: 2+1+0, 1+1+2 and 4+0+1 pupils in licht, midden and zwaar. Zaltbommel takes part.
func categorised() (agreement, population edits) {
	var list []string
	for _, home := range []struct {
		code string
		n    [3]int
	}{{"0268", [3]int{2, 1, 0}}, {"0209", [3]int{1, 1, 2}}, {"0297", [3]int{4, 0, 1}}} {
		for i, name := range []string{"licht", "midden", "zwaar"} {
			list = append(list, `{"home":"`+home.code+`","route":"jeugdwet","category":"`+name+`","pupils":`+strconv.Itoa(home.n[i])+`}`)
		}
	}
	return edits{"/parties/2/participates": "true", cost + "/amount": `"90000.00"`}, edits{"/groups": "[" + strings.Join(list, ",") + "]"}
}

const weighted = `{"rule":"weighted-pupils/1","basis":"eligible-pupils","weights":[{"category":"licht","weight":"1"},{"category":"midden","weight":"2"},{"category":"zwaar","weight":"3"}],"nonParticipants":"redistribute"}`

// Weights 1/2/3 make 2+2+0 = 4, 1+2+6 = 9 and 4+0+3 = 7 of 20: of 90,000 that is 18,000, 40,500 and 31,500.
func TestWeightedPupils(t *testing.T) {
	a, p := categorised()
	a[key] = weighted
	require.Equal(t, "0209 40500.00, 0268 18000.00, 0297 31500.00", borne(calculated(t, a, p)))

	// Zaltbommel does not take part: its 7 of 20 are a gap, or fall to the others by 9 and 4 of 13.
	a["/parties/2/participates"] = "false"
	a["/components/0/route"] = `"prevention"` // on which nobody is: all pupils of the school count
	a[key] = strings.Replace(weighted, "eligible", "enrolled", 1)
	require.Equal(t, "0209 62307.69, 0268 27692.31", borne(calculated(t, a, p)))
	a[key] = strings.Replace(a[key], "redistribute", "leave-as-gap", 1)
	require.Equal(t, "0209 40500.00, 0268 18000.00, gap 31500.00", borne(calculated(t, a, p)))

	// Three pupils have a category that is not in the list: they would count for nothing unseen.
	a[key] = strings.Replace(weighted, "zwaar", "zeer zwaar", 1)
	require.False(t, judge(t, edited(t, base, a), edited(t, people, p)))
	require.Equal(t, []string{"category.twice /components/0/key/weights/2/category"}, refusedCodes(t, edits{key: strings.Replace(weighted, "zwaar", "midden", 1)}))
	require.Equal(t, []string{"weighted-pupils.weight-negative /components/0/key/weights/1/weight"}, refusedCodes(t, edits{key: strings.Replace(weighted, `"2"`, `"-2"`, 1)}))
}

// A category that nobody of a municipality has takes no step of its own: two groups of Nijmegen, in licht and midden.
func TestWeightedPupilsWithoutOneCategory(t *testing.T) {
	a, _ := categorised()
	a[key] = weighted
	x := calculated(t, a, edits{"/groups": `[{"home":"0268","route":"jeugdwet","category":"licht","pupils":2},{"home":"0268","route":"jeugdwet","category":"midden","pupils":1}]`})
	require.Contains(t, stepsOf(x), "pot/key/weighed-2/0268")
	require.NotContains(t, stepsOf(x), "pot/key/weighed-3/0268")
	require.Equal(t, "0209 0.00, 0268 90000.00, 0297 0.00", borne(x))
}

func stepsOf(x *funding.Result) (ids []string) {
	for i := range x.Trace.Steps {
		ids = append(ids, x.Trace.Steps[i].ID)
	}
	return ids
}

// The same group in two categories is two groups; a category and a label are told apart.
func TestCategoriesTellGroupsApart(t *testing.T) {
	group := func(label, category string) string {
		return `{"home":"0268","route":"jeugdwet","label":"` + label + `","category":"` + category + `","pupils":1}`
	}
	require.Empty(t, refusedPopulation(t, edits{"/groups": "[" + group("a", "b") + "," + group("b", "a") + "," + group("ab", "c") + "," + group("b", "ca") + "]"}))
	require.Equal(t, []string{"population.group-twice /groups/1"}, refusedPopulation(t, edits{"/groups": "[" + group("a", "b") + "," + group("a", "b") + "]"}))
}

func TestCostsByCategoryAndNumber(t *testing.T) {
	list := `"prices":[{"category":"licht","price":"1000.00"},{"category":"midden","price":"2000.00"},{"category":"zwaar","price":"3000.50"}]`
	tlv := `"categories":[{"category":"licht","state":"100.00","alliance":"10.00"},{"category":"midden","state":"100.00","alliance":"20.00"},{"category":"zwaar","state":"100.00","alliance":"30.00"}],"rounding":"half-up"}`
	for rule, want := range map[string]string{
		// 7 x 1,000 + 2 x 2,000 + 3 x 3,000.50
		`{"rule":"price-list/1","basis":"eligible-pupils","rounding":"half-up",` + list + `}`: "20001.50",
		// 12 pupils: 5 x 1,000 + 5 x 900 + 2 x 800
		`{"rule":"degressive/1","basis":"eligible-pupils","rounding":"half-up","steps":[{"from":0,"price":"1000.00"},{"from":5,"price":"900.00"},{"from":10,"price":"800.00"},{"from":12,"price":"1.00"}]}`: "11100.00",
		`{"rule":"degressive/1","basis":"eligible-pupils","rounding":"half-up","steps":[{"from":0,"price":"1000.00"},{"from":20,"price":"900.00"}]}`:                                                        "12000.00",
		// 12 x 100; 7 x 10 + 2 x 20 + 3 x 30 = 200
		`{"rule":"admission/1","part":"state",` + tlv:    "1200.00",
		`{"rule":"admission/1","part":"alliance",` + tlv: "200.00",
		`{"rule":"admission/1","part":"both",` + tlv:     "1400.00",
	} {
		a, p := categorised()
		a[cost], a[key] = rule, `{"rule":"single-payer/1","payer":"0268"}`
		delete(a, cost+"/amount")
		if strings.Contains(rule, "admission") {
			a["/components/0/route"] = `"education"`
		}
		x := calculated(t, a, p)
		require.Equal(t, want, x.Components[0].Cost.String(), rule)
		require.NotContains(t, stepsOf(x), "pot/cost/pupils-in-4", "the 12 pupils end where the fourth step begins: it has none")
	}
	for rule, want := range map[string]string{
		`{"rule":"price-list/1","basis":"eligible-pupils","rounding":"half-up",` + strings.Replace(list, "zwaar", "licht", 1) + `}`:                                      "category.twice /components/0/cost/prices/2/category",
		`{"rule":"price-list/1","basis":"eligible-pupils","rounding":"half-up",` + strings.Replace(list, "3000.50", "-3000.50", 1) + `}`:                                 "agreement.amount-negative /components/0/cost/prices/2/price",
		`{"rule":"degressive/1","basis":"eligible-pupils","rounding":"half-up","steps":[{"from":1,"price":"1.00"}]}`:                                                     "degressive.steps-order /components/0/cost/steps/0/from",
		`{"rule":"degressive/1","basis":"eligible-pupils","rounding":"half-up","steps":[{"from":0,"price":"1.00"},{"from":5,"price":"1.00"},{"from":5,"price":"1.00"}]}`: "degressive.steps-order /components/0/cost/steps/2/from",
		`{"rule":"admission/1","part":"state",` + tlv: "admission.route /components/0/cost",
	} {
		require.Equal(t, []string{want}, refusedCodes(t, edits{cost: rule}), rule)
	}
	// A pupil without a category has no price, and no admission statement.
	a, p := categorised()
	p["/groups"] = strings.Replace(p["/groups"], `"category":"licht",`, "", 1)
	a[cost] = `{"rule":"price-list/1","basis":"eligible-pupils","rounding":"half-up",` + list + `}`
	delete(a, cost+"/amount")
	require.False(t, judge(t, edited(t, base, a), edited(t, people, p)))
	a[cost], a[key], a["/components/0/route"] = `{"rule":"admission/1","part":"state",`+tlv, `{"rule":"single-payer/1","payer":"0268"}`, `"education"`
	require.Equal(t, "1000.00", calculated(t, a, p).Components[0].Cost.String()) // 10 x 100
}
