package funding_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// costOf is the cost of the first component with this cost rule.
func costOf(t *testing.T, rule string, agreement, population edits) string {
	t.Helper()
	e := with(edits{cost: rule, key: `{"rule":"single-payer/1","payer":"0268"}`}, agreement)
	return calculated(t, e, population).Components[0].Cost.String()
}

func TestFixedHours(t *testing.T) {
	// V4: 330 minutes x 60.00 / 60 x 40 = 13,200.00 a pupil; 78 pupils 1,029,600.00, of which 34 pupils 448,800.00.
	x := calculated(t, edits{cost: hours(`,"normRange":{"min":300,"max":360}`)}, edits{"/groups/0/pupils": "34", "/groups/1/pupils": "44", "/groups/0/minutesPerWeek": "", "/groups/1/minutesPerWeek": ""})
	require.Equal(t, "13200.00", stepValue(t, x, "pot/cost/amount-per-pupil"))
	require.Equal(t, "12000.00", stepValue(t, x, "pot/cost/amount-per-pupil-low"))
	require.Equal(t, "14400.00", stepValue(t, x, "pot/cost/amount-per-pupil-high"))
	require.Equal(t, "1029600.00", x.Components[0].Cost.String())
	require.Equal(t, "936000.00", x.Components[0].Low.String())
	require.Equal(t, "1123200.00", x.Components[0].High.String())
	require.Equal(t, "0209 580800.00, 0268 448800.00", borne(x))

	// 1 minute at 0.31 during 1 week is 0.51666.. cents: the amount per pupil is rounded, and then multiplied by 9.
	for rounding, want := range map[string]string{"half-up": "0.09", "half-down": "0.09", "half-even": "0.09", "up": "0.09", "down": "0.00"} {
		require.Equal(t, want, costOf(t, `{"rule":"fixed-hours/1","normMinutes":1,"rate":"0.31","weeks":1,"rounding":"`+rounding+`"}`, nil, nil), rounding)
	}
	// 30 minutes at 0.05 is 2.5 cents: here the five ways differ.
	for rounding, want := range map[string]string{"half-up": "0.27", "half-down": "0.18", "half-even": "0.18", "up": "0.27", "down": "0.18"} {
		require.Equal(t, want, costOf(t, `{"rule":"fixed-hours/1","normMinutes":30,"rate":"0.05","weeks":1,"rounding":"`+rounding+`"}`, nil, nil), rounding)
	}
	// Only the pupils of the sites of the component: 6 of 9.
	require.Equal(t, "79200.00", costOf(t, hours(""), edits{"/components/0/sites": `["00OS00"]`}, edits{"/groups/1/site": `"01AB00"`}))
}

func TestStaffing(t *testing.T) {
	require.Equal(t, "72000.00", costOf(t, post("0.9", "2025-01-01"), nil, nil)) // 0.9 x 80,000
	require.Equal(t, "6000.00", costOf(t, post("0.9", "2025-12-01"), nil, nil))  // one month
	require.Equal(t, "0.00", costOf(t, post("0", "2025-01-01"), nil, nil))
	// Each step is rounded by itself: 1/3 of 80,000 / 12 is 2,222.22.., three times 2,222.22 and not 6,666.67.
	require.Equal(t, "6666.66", costOf(t, `{"rule":"staffing/1","ratePerFte":"26666.67","rounding":"half-up","posts":[{"label":"a","steps":[{"from":"2025-10-01","fte":"1"},{"from":"2025-11-01","fte":"1"},{"from":"2025-12-01","fte":"1"}]}]}`, nil, nil))
	// twelve months of the last year that there is: 1 x 12,000.00
	require.Equal(t, "12000.00", costOf(t, `{"rule":"staffing/1","ratePerFte":"12000.00","rounding":"half-up","posts":[{"label":"a","steps":[{"from":"2199-01-01","fte":"1"}]}]}`, edits{"/period/from": `"2199-01-01"`, "/period/until": `"2199-12-31"`}, nil))
	require.Equal(t, []string{"staffing.period-not-months /components/0/cost"}, refusedCodes(t, edits{cost: post("1", "2025-02-01"), "/period/from": `"2025-01-02"`}))
	require.Equal(t, []string{"staffing.step-order /components/0/cost/posts/0/steps/1/from"}, refusedCodes(t, edits{cost: `{"rule":"staffing/1","ratePerFte":"1.00","rounding":"half-up","posts":[{"label":"a","steps":[{"from":"2025-10-01","fte":"1"},{"from":"2025-10-01","fte":"1"}]}]}`}))
	require.Equal(t, []string{"staffing.fte-implausible /components/0/cost/posts/0/steps/0/fte"}, refusedCodes(t, edits{cost: post("80.001", "2025-02-01")}))
	require.Empty(t, refusedCodes(t, edits{cost: post("80", "2025-02-01")}))
}

func TestDrawingRight(t *testing.T) {
	rule := func(charge, uplift string) string {
		return `{"rule":"drawing-right/1","ratePerFte":"60000.00","charge":"` + charge + `","kindsTogether":"yes","rounding":"half-up"` + uplift +
			`,"rights":[{"school":"a","board":"x","kind":"youth-care","fte":"1","use":"0.6"},{"school":"a","board":"x","kind":"mental-health","fte":"0.5","use":"0.9"}]}`
	}
	require.Equal(t, "90000.00", costOf(t, rule("right", ""), nil, nil)) // 1.5 x 60,000; 0.9 of 0.5 may, as 1.5 in all
	require.Equal(t, "90000.00", costOf(t, rule("use", ""), nil, nil))
	require.Equal(t, "99000.00", costOf(t, rule("right", `,"uplift":"10","upliftUntil":"2025-01-01"`), nil, nil)) // begins on the last day
	require.Equal(t, "90000.00", costOf(t, rule("right", `,"uplift":"10","upliftUntil":"2024-12-31"`), nil, nil)) // lapsed
	require.Equal(t, "90000.00", costOf(t, rule("use", `,"uplift":"10","upliftUntil":"2025-12-31"`), nil, nil))   // use is use
	require.Equal(t, []string{"drawing-right.uplift /components/0/cost/uplift"}, refusedCodes(t, edits{cost: rule("right", `,"uplift":"10"`)}))
	for uplift, good := range map[string]bool{"-0.000001": false, "-10": false, "0": true, "100": true, "100.000001": false} {
		found := refusedCodes(t, edits{cost: rule("right", `,"uplift":"`+uplift+`","upliftUntil":"2025-12-31"`)})
		require.Equal(t, good, len(found) == 0, "%s %s", uplift, found)
	}
	require.Equal(t, []string{"drawing-right.line-twice /components/0/cost/rights/1"}, refusedCodes(t, edits{cost: rights(`{"school":"a","board":"x","kind":"youth-care","fte":"1","use":"1"},{"school":"a","board":"x","kind":"youth-care","fte":"1","use":"1"}`)}))
}

func TestEstimatedHours(t *testing.T) {
	// 600 + 300 minutes a week x 40 weeks / 60 = 600 hours x 50.00; the reserve comes on top.
	require.Equal(t, "30000.00", costOf(t, `{"rule":"estimated-hours/1","rate":"50.00","weeks":40,"rounding":"half-up","evidence":["ouders"]}`, nil, nil))
	require.Equal(t, "32500.00", costOf(t, `{"rule":"estimated-hours/1","rate":"50.00","weeks":40,"rounding":"half-up","reserve":"2500.00","evidence":["ouders"]}`, nil, nil))
	// Tilburg: 17 pupils, of whom one keeps a running decision: 16 x 60 minutes x 40 weeks x 50.00 an hour.
	list := ""
	for i := range 17 {
		if i > 0 {
			list += ","
		}
		list += `{"ref":"kleuter-` + strconv.Itoa(i+1) + `","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60}]`
		if i == 0 {
			list += `,"decisionUntil":"2026-06-30"`
		}
		list += `}`
	}
	require.Equal(t, "32000.00", costOf(t, `{"rule":"estimated-hours/1","rate":"50.00","weeks":40,"rounding":"half-up","evidence":["ouders"]}`, nil, edits{"/groups": "[]", "/pupils": "[" + list + "]"}))
}

func TestClassProduct(t *testing.T) {
	class := func(classes, capacity, more string) string {
		return `{"rule":"class-product/1","classes":` + classes + `,"capacity":` + capacity + `,"price":"50000.00","rounding":"half-up"` + more + `}`
	}
	ten := edits{"/groups/1/pupils": "4", "/groups/1/minutesPerWeek": ""}
	require.Equal(t, "50000.00", costOf(t, class("1", "10", ""), nil, ten)) // exactly full
	require.Equal(t, "400000.00", costOf(t, class("8", "10", `,"ftePerClass":"1"`), nil, ten))
	require.Equal(t, "75000.00", costOf(t, class("3", "10", `,"ftePerClass":"0.5"`), nil, ten))
}

func TestPopulationFundingAndSupplement(t *testing.T) {
	// SJSO: 1,900 of 6,000 pupils is 31.666.. %. With 31.7 % and 1,000.00 each: 6,000 x 0.317 x 1,000.00.
	all := edits{"/groups/0/pupils": "6000", "/groups/0/minutesPerWeek": "", "/groups/1/pupils": "0", "/groups/1/minutesPerWeek": "", "/groups/2/pupils": "0", "/groups/2/minutesPerWeek": ""}
	require.Equal(t, "1902000.00", costOf(t, `{"rule":"population/1","needRate":"31.7","averageCost":"1000.00","evidence":"x","rounding":"half-up"}`, nil, all))
	// The pot is never exceeded: 100.00 over 3 pupils is 33.33 each, 99.99 in all; those who do not take part count too.
	require.Equal(t, "99.99", costOf(t, `{"rule":"supplement/1","pot":"100.00","cap":"8000.00","label":"emb"}`, nil, edits{"/groups/0/label": `"emb"`, "/groups/0/pupils": "2", "/groups/0/minutesPerWeek": "", "/groups/2/label": `"emb"`}))
	// 200.00 over 3 is 66.66 each: rounding it to the nearest cent would take 200.01 out of the pot.
	require.Equal(t, "199.98", costOf(t, `{"rule":"supplement/1","pot":"200.00","cap":"8000.00","label":"emb"}`, nil, edits{"/groups/0/label": `"emb"`, "/groups/0/pupils": "2", "/groups/0/minutesPerWeek": "", "/groups/2/label": `"emb"`}))
	// At most 8,000.00 each.
	require.Equal(t, "80000.00", costOf(t, `{"rule":"supplement/1","pot":"10000000.00","cap":"8000.00"}`, nil, nil))
	nobody := edits{cost: `{"rule":"supplement/1","pot":"100.00","cap":"8000.00","label":"emb"}`}
	require.Equal(t, []string{"supplement.no-pupils /components/0/cost/label"}, refusedCalculation(t, nobody, nil))
}

func TestInKindPairAndAbsence(t *testing.T) {
	x := calculated(t, edits{cost: `{"rule":"in-kind-pair/1","groups":3,"minutes":600,"rate":"50.01","teacherRate":"40.00","rounding":"half-up"}`}, nil)
	require.Equal(t, "1500.30", x.Components[0].Cost.String())
	require.Equal(t, "3000.60", stepValue(t, x, "pot/cost/before"))
	require.Equal(t, "1500.30", stepValue(t, x, "pot/cost/saving"))
	require.Equal(t, "1200.00", stepValue(t, x, "pot/cost/in-kind"))
	// 100 - 30 = 70 missed, at most 50 % of 100; 40 - 60 is nothing: 50 / 60 x 60.00.
	require.Equal(t, "50.00", costOf(t, `{"rule":"absence/1","rate":"60.00","cap":"50","rounding":"half-up","lines":[{"label":"a","agreed":100,"declared":30},{"label":"b","agreed":40,"declared":60}]}`, nil, nil))
}

func TestIndividualDecisions(t *testing.T) {
	decisions := func(list string) edits { return edits{"/decisions": "[" + list + "]"} }
	tariff := func(per, amount, variant string) string {
		return `{"rule":"individual-decisions/1","tariffs":[{"product":"45A04","per":"` + per + `","amount":"` + amount + `","variant":"` + variant + `"}]}`
	}
	one := `{"home":"0268","product":"45A04",`
	for _, c := range []struct{ name, rule, decision, want string }{
		{"95 minutes at 75.55 (V6)", tariff("hour", "75.55", "effort"), one + `"volume":95,"unit":"minute","frequency":"total","from":"2025-02-01","until":"2025-02-28"}`, "119.62"},
		{"T1: 13 calendar weeks of 3 hours", tariff("hour", "1.00", "effort"), one + `"volume":3,"unit":"hour","frequency":"week","from":"2025-10-07","until":"2025-12-30"}`, "39.00"},
		{"T3: 9 Sundays or last days", tariff("euro", "1.00", "output"), one + `"volume":300,"unit":"euro","frequency":"week","from":"2025-07-07","until":"2025-09-05"}`, "2700.00"},
		{"three months that are touched", tariff("hour", "10.00", "effort"), one + `"volume":1,"unit":"hour","frequency":"month","from":"2025-01-31","until":"2025-03-01"}`, "30.00"},
		{"only the days inside the agreement: one week", tariff("hour", "10.00", "effort"), one + `"volume":1,"unit":"hour","frequency":"week","from":"2024-11-01","until":"2025-01-01"}`, "10.00"},
		{"outside the agreement", tariff("hour", "10.00", "effort"), one + `"volume":1,"unit":"hour","frequency":"week","from":"2024-11-01","until":"2024-12-31"}`, "0.00"},
		{"for five pupils", tariff("daypart", "10.00", "effort"), one + `"volume":2,"unit":"daypart","frequency":"total","from":"2025-01-01","until":"2025-01-02","pupils":5}`, "100.00"},
	} {
		require.Equal(t, c.want, costOf(t, c.rule, nil, decisions(c.decision)), c.name)
	}
	x := calculated(t, edits{cost: tariff("hour", "10.00", "effort"), key: `{"rule":"own-use/1","measure":"own-cost","nonParticipants":"redistribute"}`},
		decisions(`{"home":"0297","product":"45A04","volume":3,"unit":"hour","frequency":"total","from":"2025-01-01","until":"2025-01-02"},`+one+`"volume":2,"unit":"hour","frequency":"total","from":"2025-01-01","until":"2025-01-02"}`))
	require.Equal(t, "0268 20.00, 0297 30.00", borne(x)) // also who does not take part pays its own
}
