package funding_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// fiveParties are the municipalities of most examples: Amersfoort, De Bilt, Utrecht, Zeist, Nieuwegein.
const fiveParties = `[{"id":"0307","kind":"municipality","name":"Amersfoort","participates":true},{"id":"0310","kind":"municipality","name":"De Bilt","participates":true},
	{"id":"0344","kind":"municipality","name":"Utrecht","participates":true},{"id":"0355","kind":"municipality","name":"Zeist","participates":true},
	{"id":"0356","kind":"municipality","name":"Nieuwegein","participates":true},{"id":"zorg","kind":"provider","name":"Zorgaanbieder"}]`

const fiveCounts = `[{"basis":"youth-under-18","date":"2025-01-01","values":[{"municipality":"0307","count":30},{"municipality":"0310","count":9},{"municipality":"0344","count":70},{"municipality":"0355","count":14},{"municipality":"0356","count":12}]}]`

// cases are decisions in euros, as "home amount pupils".
func cases(list ...string) string {
	var out []string
	for _, one := range list {
		p := strings.Fields(one)
		out = append(out, `{"home":"`+p[0]+`","product":"45A04","volume":`+p[1]+`,"unit":"euro","frequency":"total","from":"2025-01-01","until":"2025-12-31","pupils":`+p[2]+`}`)
	}
	return "[" + strings.Join(out, ",") + "]"
}

const youth = `{"rule":"pro-rata/1","basis":"youth-under-18","nonParticipants":"redistribute"}`

func excess(threshold string) edits {
	return edits{"/parties": fiveParties, "/components/0/route": `"jeugdwet-individual"`,
		cost: `{"rule":"individual-decisions/1","tariffs":[{"product":"45A04","per":"euro","amount":"1.00","variant":"effort"}]}`,
		key:  `{"rule":"excess/1","threshold":"` + threshold + `","common":` + youth + `}`, flow + "/cashier": `"0344"`}
}

// A case of 30,000 above a threshold of 20,000: the excess of 10,000 by 30/9/70/14/12 of 135 is 2,222.22, 666.67, 5,185.18 (185185...),
// 1,037.04 and 888.89, on top of what each bears of its own cases: 20,000, 12,000, 18,000, 20,000 and 0.
func TestExcess(t *testing.T) {
	x := calculated(t, excess("20000.00"), edits{"/groups": `[]`, "/counts": fiveCounts, "/decisions": cases("0307 30000 1", "0310 12000 1", "0344 18000 1", "0355 20000 1")})
	require.Equal(t, "0307 22222.22, 0310 12666.67, 0344 23185.18, 0355 21037.04, 0356 888.89", borne(x))
	text := ""
	for _, s := range x.Explain("0307", zio.Dutch) {
		text += s.Text + "\n"
	}
	require.Contains(t, text, "Een casus van € 30.000,00 komt € 10.000,00 boven de drempel van € 20.000,00.")
	require.Contains(t, text, "Van de € 10.000,00 die samen wordt gedragen, draagt Amersfoort € 2.222,22.")

	// A decision for two pupils is two cases of 15,000 each: nothing is above 20,000.
	x = calculated(t, excess("20000.00"), edits{"/groups": `[]`, "/counts": fiveCounts, "/decisions": cases("0307 15000 2")})
	require.Equal(t, "0307 30000.00, 0310 0.00, 0344 0.00, 0355 0.00, 0356 0.00", borne(x))
	// Above 10,000 each is 5,000: 10,000 is divided, Amersfoort bears 20,000 and its 2,222.22.
	x = calculated(t, excess("10000.00"), edits{"/groups": `[]`, "/counts": fiveCounts, "/decisions": cases("0307 15000 2")})
	require.Equal(t, "0307 22222.22, 0310 666.67, 0344 5185.18, 0355 1037.04, 0356 888.89", borne(x))

	// Steps of cases are numbered as the decisions are, and are about the home of the case.
	require.Subset(t, stepsOf(x), []string{"pot/key/thresholds-1/0307", "pot/key/above-1/0307"})
	x = calculated(t, excess("10000.00"), edits{"/groups": `[]`, "/counts": fiveCounts, "/decisions": cases("0307 9000 1", "0310 12000 1")})
	require.Contains(t, stepsOf(x), "pot/key/above-2/0310")
	require.NotContains(t, stepsOf(x), "pot/key/above-1/0307")
	require.NotContains(t, stepsOf(x), "pot/key/thresholds-2/0310", "of one pupil the threshold is as it is agreed")

	// A municipality that does not take part bears its case whole.
	e := excess("20000.00")
	e["/parties"] = strings.Replace(fiveParties, `"name":"Amersfoort","participates":true`, `"name":"Amersfoort"`, 1)
	require.Equal(t, "0307 30000.00, 0310 0.00, 0344 0.00, 0355 0.00, 0356 0.00", borne(calculated(t, e, edits{"/groups": `[]`, "/counts": fiveCounts, "/decisions": cases("0307 30000 1")})))
}

func TestKeysOfAmounts(t *testing.T) {
	pupils := `{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"}`
	for _, c := range []struct{ name, key, want string }{
		// 1,000 less 100 and 200; by 6 and 3 of 9: 466.67 and 233.33 more
		{"fixed amounts and the rest by pupils", `{"rule":"fixed-amounts/1","amounts":[{"party":"vsv","amount":"100.00"},{"party":"0209","amount":"200.00"}],"others":` + pupils + `}`, "0209 433.33, 0268 466.67, vsv 100.00"},
		{"fixed amounts and a gap", `{"rule":"fixed-amounts/1","amounts":[{"party":"0268","amount":"600.00"},{"party":"0209","amount":"250.00"}]}`, "0209 250.00, 0268 600.00, gap 150.00"},
		{"fixed amounts that are the cost", `{"rule":"fixed-amounts/1","amounts":[{"party":"0268","amount":"750.00"},{"party":"0209","amount":"250.00"}]}`, "0209 250.00, 0268 750.00"},
		// Beuningen has 3 pupils, fewer than 5: 3 x 90; Nijmegen bears the rest alone
		{"small numbers", `{"rule":"small-numbers/1","basis":"eligible-pupils","fewer":5,"price":"90.00","others":` + pupils + `}`, "0209 270.00, 0268 730.00"},
		{"nobody is small", `{"rule":"small-numbers/1","basis":"eligible-pupils","fewer":3,"price":"90.00","others":` + pupils + `}`, "0209 333.33, 0268 666.67"},
		// Zaltbommel left a year and a day ago: 75 % of 400 is 300; 700 by 6 and 3 is 466.67 and 233.33
		{"the second year after leaving", exit("2023-12-31", "400.00"), "0209 233.33, 0268 466.67, 0297 300.00"},
		{"the first day of the second year", exit("2024-01-01", "400.00"), "0209 200.00, 0268 400.00, 0297 400.00"},
		{"the first year", exit("2024-12-31", "400.00"), "0209 200.00, 0268 400.00, 0297 400.00"},
		{"the fourth year", exit("2021-12-31", "400.00"), "0209 300.00, 0268 600.00, 0297 100.00"},
		{"after the fourth year", exit("2020-12-31", "400.00"), "0209 333.33, 0268 666.67, 0297 0.00"},
	} {
		require.Equal(t, c.want, borne(calculated(t, edits{key: c.key}, nil)), c.name)
	}
	for k, want := range map[string]string{
		`{"rule":"mixed/1","parts":[{"weight":"1","key":{"rule":"fixed-amounts/1","amounts":[{"party":"0268","amount":"1.00"}]}}]}`: "key.amounts-of-the-whole /components/0/key/parts/0/key",
		`{"rule":"fixed-amounts/1","amounts":[{"party":"0268","amount":"1.00"},{"party":"0268","amount":"1.00"}]}`:                  "fixed-amounts.party-twice /components/0/key/amounts/1/party",
		`{"rule":"fixed-amounts/1","amounts":[{"party":"0297","amount":"1.00"}]}`:                                                   "agreement.party-not-participating /components/0/key/amounts/0/party",
		`{"rule":"fixed-amounts/1","amounts":[{"party":"0268","amount":"-1.00"}]}`:                                                  "agreement.amount-negative /components/0/key/amounts/0/amount",
		`{"rule":"small-numbers/1","basis":"eligible-pupils","fewer":5,"price":"-90.00","others":` + pupils + `}`:                   "agreement.amount-negative /components/0/key/price",
		`{"rule":"excess/1","threshold":"1.00","common":` + pupils + `}`:                                                            "excess.cost-without-cases /components/0/key",
		exit("2025-01-01", "1.00"): "exit.left-within-period /components/0/key/leaving/0/left",
		strings.Replace(exit("2024-12-31", "1.00"), `"0297"`, `"0209"`, 1): "exit.takes-part /components/0/key/leaving/0/party",
		strings.Replace(exit("2024-12-31", "1.00"), `{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"}`, `{"rule":"single-payer/1","payer":"geen"}`, 1): "agreement.party-unknown /components/0/key/others/payer",
		strings.Replace(exit("2024-12-31", "1.00"), `"75"`, `"175"`, 1):                                                         "agreement.percentage-out-of-range /components/0/key/percents/1",
		strings.Replace(exit("2024-12-31", "1.00"), `}],`, `},{"party":"0297","left":"2024-01-01","contribution":"1.00"}],`, 1): "exit.party-twice /components/0/key/leaving/1/party",
	} {
		require.Equal(t, []string{want}, refusedCodes(t, edits{key: k}), k)
	}
	require.Equal(t, []string{"exit.period-over-a-year /components/0/key"}, refusedCodes(t, edits{key: exit("2024-12-31", "1.00"), "/period/until": `"2026-01-01"`}))
	require.Equal(t, []string{"key.amounts-of-the-whole /components/0/key"}, refusedCodes(t, edits{key: exit("2024-12-31", "1.00"), "/partyTime": `"by-days"`, "/parties/0/from": `"2025-05-01"`}))
	require.Equal(t, []string{"key.amounts-of-the-whole /settlement/surplus"}, refusedCodes(t, edits{"/settlement": `{"surplus":` + exit("2024-12-31", "1.00") + `}`}))
	for _, k := range []string{ // together above the cost of 1,000.00: the model refuses it by the same code
		`{"rule":"fixed-amounts/1","amounts":[{"party":"0268","amount":"1000.01"}]}`,
		`{"rule":"small-numbers/1","basis":"eligible-pupils","fewer":9,"price":"111.12","others":` + pupils + `}`,
		exit("2024-12-31", "1000.01"),
	} {
		require.False(t, judge(t, edited(t, base, edits{key: k}), edited(t, people, nil)))
	}
	site := edits{flow: `{"rule":"pass-through/1","cashier":"0268","collectedAs":"contribution","passedOnAs":"contribution","siteKey":{"rule":"weighted-pupils/1","basis":"eligible-pupils","weights":[{"category":"x","weight":"1"}],"nonParticipants":"leave-as-gap"}}`}
	require.Equal(t, []string{"pass-through.key-leaves-gap /components/0/flow/siteKey"}, refusedCodes(t, site))
}

func exit(left, contribution string) string {
	return `{"rule":"exit/1","leaving":[{"party":"0297","left":"` + left + `","contribution":"` + contribution + `"}],"percents":["100","75","50","25"],"others":{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"}}`
}

// What divides the rest when a municipality has left is looked at as a key of its own.
func TestExitLooksAtTheKeyOfTheOthers(t *testing.T) {
	require.Empty(t, refusedCodes(t, edits{key: exit("2024-12-31", "1.00")}))
	others := strings.Replace(exit("2024-12-31", "1.00"), `{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"}`, `{"rule":"single-payer/1","payer":"nobody"}`, 1)
	require.Equal(t, []string{"agreement.party-unknown /components/0/key/others/payer"}, refusedCodes(t, edits{key: others}))
}
