package funding_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
)

const wholeSchool = `[
	{"ref":"p1","home":"0268","site":"00OS00","needs":[{"kind":"guidance","minutesPerWeek":300},{"kind":"education-support","minutesPerWeek":120}]},
	{"ref":"p2","home":"0209","site":"00OS00","wlz":"granted","needs":[{"kind":"guidance","minutesPerWeek":600}]},
	{"ref":"p3","home":"0268","site":"00OS00","needs":[{"kind":"nursing","minutesPerWeek":200},{"kind":"guidance","minutesPerWeek":100}]}]`

// stream is a component that charges the minutes of a route.
func stream(id, route, rate, payer, more string) string {
	return `{"id":"` + id + `","title":"` + id + `","route":"` + route + `","cost":{"rule":"route-minutes/1","rate":"` + rate + `","weeks":40,"rounding":"half-up"},
		"key":{"rule":"single-payer/1","payer":"` + payer + `"},"flow":{"rule":"direct/1","payees":[{"party":"hulp","weight":"1","instrument":"purchase"}]},"division":{"method":"largest-remainder","unit":"cent"}` + more + `}`
}

// A whole school, 40 weeks. Guidance 300 + 100 = 400 minutes a week: 400 / 60 x 40 x 60.00 = 16,000.00. Wlz 600 / 60 x 40 x 62.00 =
// 24,800.00. Zvw 200 / 60 x 40 x 70.00 = 9,333.33. School 120 / 60 x 40 x 45.00 = 3,600.00. Together 53,733.33.
func TestRouteMinutesOfAWholeSchool(t *testing.T) {
	parties := edits{"/parties/3": `{"id":"office","kind":"care-office","name":"Zorgkantoor"}`, "/parties/5": `{"id":"swv","kind":"school-alliance","name":"SWV"}`}
	people := edits{"/groups": "[]", "/pupils": wholeSchool}
	pool, wlz, zvw, school := stream("pot", "jeugdwet-collective", "60.00", "0268", ""), stream("wlz", "wlz", "62.00", "office", ""), stream("zvw", "zvw", "70.00", "office", ""), stream("school", "education", "45.00", "swv", "")
	x := calculated(t, with(parties, edits{"/components": "[" + pool + "," + wlz + "," + zvw + "," + school + "]"}), people)
	total := euro("0.00")
	for i, want := range []string{"16000.00", "24800.00", "9333.33", "3600.00"} {
		require.Equal(t, want, x.Components[i].Cost.String())
		total, _ = total.Add(x.Components[i].Cost)
	}
	require.Equal(t, "53733.33", total.String())
	require.Equal(t, "swv 3600.00", x.Components[3].Shares[0].Party+" "+x.Components[3].Shares[0].Amount.String())
	for _, r := range x.Routing.Routes {
		require.Zero(t, r.UnchargedPerWeek, r.Route)
	}

	// Without the stream of the Zvw its 200 minutes are in no amount; with that of another site neither are the 400 of the pool.
	elsewhere := stream("pot", "jeugdwet-collective", "60.00", "0268", `,"sites":["01AB00"]`)
	x = calculated(t, with(parties, edits{"/components": "[" + elsewhere + "," + wlz + "," + school + "]"}),
		with(people, edits{"/sites": `[{"code":"00OS00"},{"code":"01AB00"}]`}))
	require.Equal(t, []funding.RoutedRoute{{Route: funding.RouteCollective, Pupils: 2, MinutesPerWeek: 400, UnchargedPerWeek: 400}, {Route: funding.RouteWlz, Pupils: 1, MinutesPerWeek: 600},
		{Route: funding.RouteZvw, MinutesPerWeek: 200, UnchargedPerWeek: 200}, {Route: funding.RouteEducation, MinutesPerWeek: 120}}, x.Routing.Routes)
	require.Equal(t, "0.00", x.Components[0].Cost.String())
}

// Two streams on the same 400 minutes would together cost 32,000.00.
func TestNoMinuteIsChargedTwice(t *testing.T) {
	twice := func(first, second string) []string {
		return refusedCodes(t, edits{"/components": "[" + stream("pot", "jeugdwet-collective", "60.00", "0268", first) + "," + stream("pot-2", "jeugdwet-collective", "60.00", "0268", second) + "]"})
	}
	again := []string{"component.minutes-twice /components/1/cost"}
	require.Equal(t, again, twice("", ""))
	require.Equal(t, again, twice(`,"sites":["00OS00"]`, ""))
	require.Equal(t, again, twice("", `,"sites":["00OS00"]`))
	require.Equal(t, again, twice(`,"sites":["00OS00","01AB00"]`, `,"sites":["01AB01","01AB00"]`))
	require.Empty(t, twice(`,"sites":["00OS00"]`, `,"sites":["01AB00"]`))
	beside := func(old, new string) []string {
		second := stream("pot-2", "jeugdwet-collective", "60.00", "0268", "")
		require.Contains(t, second, old)
		return refusedCodes(t, edits{"/components": "[" + stream("pot", "jeugdwet-collective", "60.00", "0268", "") + "," + strings.Replace(second, old, new, 1) + "]"})
	}
	rule := `{"rule":"route-minutes/1","rate":"60.00","weeks":40,"rounding":"half-up"}`
	require.Equal(t, again, beside(rule, `{"rule":"estimated-hours/1","rate":"60.00","weeks":40,"rounding":"half-up","evidence":["ouders"]}`))
	require.Empty(t, beside(rule, `{"rule":"budget/1","amount":"1.00"}`))
	require.Empty(t, beside("jeugdwet-collective", "wmo"))
}

// What the law does not let pool has one payer, and no rule of a pool.
func TestRouteThatIsNotPooled(t *testing.T) {
	shared := edits{"/components/0/route": `"wlz"`, cost: `{"rule":"route-minutes/1","rate":"60.00","weeks":40,"rounding":"half-up"}`}
	require.Equal(t, []string{"route-minutes.shared /components/0/cost"}, refusedCodes(t, shared))
	require.Equal(t, []string{"agreement.amount-negative /components/0/cost/rate"}, refusedCodes(t, edits{cost: `{"rule":"route-minutes/1","rate":"-0.01","weeks":40,"rounding":"half-up"}`}))
	for _, rule := range []string{hours(""), `{"rule":"class-product/1","classes":1,"capacity":10,"price":"1.00","rounding":"half-up"}`,
		`{"rule":"estimated-hours/1","rate":"60.00","weeks":40,"rounding":"half-up","evidence":["ouders"]}`, `{"rule":"population/1","needRate":"1","averageCost":"1.00","evidence":"x","rounding":"half-up"}`} {
		require.Equal(t, []string{"component.route-not-poolable /components/0/route"}, refusedCodes(t, edits{"/components/0/route": `"zvw"`, cost: rule}), rule)
	}
}

// A component of the Wmo counts the two adults of 0268 and the one of 0209, not the 9 pupils in the pool of the Jeugdwet: 3 x 13,200.00,
// of which 2/3 for 0268.
func TestPoolCountsItsOwnRoute(t *testing.T) {
	x := calculated(t, edits{"/components/0/route": `"wmo"`, cost: hours(""), "/routing": `{"adultRoute":"wmo"}`}, edits{"/groups/2": `{"site":"00OS00","home":"0209","route":"wmo","pupils":1}`,
		"/pupils": `[{"ref":"a","home":"0268","turns18":"2020-01-01","needs":[{"kind":"guidance","minutesPerWeek":60}]},{"ref":"b","home":"0268","turns18":"2020-01-01","needs":[{"kind":"guidance","minutesPerWeek":60}]}]`,
	})
	require.Equal(t, "0209 13200.00, 0268 26400.00", borne(x))
}
