package funding_test

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	same "github.com/zio-collectief/zio/internal/proof/golden"
	"github.com/zio-collectief/zio/zio"
)

var update = flag.Bool("update", false, "write the expected texts")

// golden compares a text with a committed file byte for byte, or writes it.
func golden(t *testing.T, file, have string) {
	t.Helper()
	file = "testdata/" + file
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(have), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	same.Same(t, string(want), have, "go test ./funding -update")
}

// refusal is one wrong input: changes to the agreement or to the population, or a whole text instead of one of them.
type refusal struct {
	name       string
	agreement  edits
	population edits
	text       string // instead of the population
	want       string // "code pointer", of several in turn
}

const (
	key  = "/components/0/key"
	cost = "/components/0/cost"
	flow = "/components/0/flow"
)

func hours(more string) string {
	return `{"rule":"fixed-hours/1","normMinutes":330,"rate":"60.00","weeks":40,"rounding":"half-up"` + more + `}`
}

func rights(lines string) string {
	return `{"rule":"drawing-right/1","ratePerFte":"60000.00","charge":"use","kindsTogether":"no","rounding":"half-up","rights":[` + lines + `]}`
}

func post(fte, from string) string {
	return `{"rule":"staffing/1","ratePerFte":"80000.00","rounding":"half-up","posts":[{"label":"x","steps":[{"from":"` + from + `","fte":"` + fte + `"}]}]}`
}

func pupils(members string) edits {
	return edits{"/pupils": `[{"ref":"leerling-1","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60}]` + members + `}]`}
}

const moving = `{"joinLeave":"by-days","move":"by-days","adult":"by-days","decisionEnd":"by-days","wlz":"by-days"}`

var refusals = []refusal{
	// What the law or the agreement forbids.
	{name: "money of the Wlz in the pool", agreement: edits{"/components/0/route": `"wlz"`}, want: "component.route-not-poolable /components/0/route"},
	{name: "money of the Zvw in the pool", agreement: edits{"/components/0/route": `"zvw"`}, want: "component.route-not-poolable /components/0/route"},
	{name: "a threshold without its boundary", agreement: edits{"/routing/threshold": `{"minutesPerWeek":720}`}, want: "document.member-missing /routing/threshold/boundary"},
	{name: "a threshold of 12 (hours, or days)", agreement: edits{"/routing/threshold": `{"minutesPerWeek":12,"boundary":"below"}`}, want: "routing.threshold-not-minutes /routing/threshold/minutesPerWeek"},
	{name: "weeks missing", agreement: edits{cost: `{"rule":"fixed-hours/1","normMinutes":330,"rate":"60.00","rounding":"half-up"}`}, want: "document.member-missing /components/0/cost/weeks"},
	{name: "no choice on the minutes of the school", agreement: edits{"/routing/educationMinutesPerWeek": `185`}, want: "routing.subtract-missing /routing/subtractEducation"},
	{name: "no choice on who does not take part", agreement: edits{key + "/nonParticipants": ""}, want: "document.member-missing /components/0/key/nonParticipants"},
	{name: "no choice on the last cents", agreement: edits{"/components/0/division": `{"unit":"cent"}`}, want: "document.member-missing /components/0/division/method"},
	{name: "a drawing right used beyond the board", agreement: edits{cost: rights(`{"school":"a","board":"x","kind":"youth-care","fte":"1","use":"1.5","consent":true},{"school":"b","board":"y","kind":"youth-care","fte":"1","use":"0.5"}`)}, want: "drawing-right.board-exceeded /components/0/cost/rights/0/use"},
	{name: "a drawing right shifted without consent", agreement: edits{cost: rights(`{"school":"a","board":"x","kind":"youth-care","fte":"1","use":"1.5"},{"school":"b","board":"x","kind":"youth-care","fte":"1","use":"0.5"}`)}, want: "drawing-right.shift-without-consent /components/0/cost/rights/0/use"},
	{name: "a drawing right shifted between kinds of care", agreement: edits{cost: rights(`{"school":"a","board":"x","kind":"youth-care","fte":"1","use":"1.5","consent":true},{"school":"a","board":"x","kind":"mental-health","fte":"1","use":"0.5"}`)}, want: "drawing-right.board-exceeded /components/0/cost/rights/0/use"},
	{name: "more than ten pupils in a class", agreement: edits{cost: `{"rule":"class-product/1","classes":1,"capacity":10,"price":"50000.00","rounding":"half-up"}`}, population: edits{"/groups/1/pupils": "5", "/groups/1/minutesPerWeek": ""}, want: "class-product.too-many-pupils /components/0/cost/classes"},
	{name: "shares of 99.9 per cent", agreement: edits{key: `{"rule":"fixed-shares/1","shares":[{"party":"0268","percent":"66.6"},{"party":"0209","percent":"33.3"}]}`}, want: "fixed-shares.sum-not-100 /components/0/key/shares"},
	{name: "shares that overlap: 50, 50 and 22 per cent", agreement: edits{key: `{"rule":"fixed-shares/1","shares":[{"party":"0268","percent":"50"},{"party":"0209","percent":"50"},{"party":"vsv","percent":"22"}]}`}, want: "fixed-shares.overlap /components/0/key/shares"},
	{name: "a share twice", agreement: edits{key: `{"rule":"fixed-shares/1","shares":[{"party":"0268","percent":"50"},{"party":"0268","percent":"50"}]}`}, want: "fixed-shares.party-twice /components/0/key/shares/1/party"},
	{name: "a share of who does not take part", agreement: edits{key: `{"rule":"fixed-shares/1","shares":[{"party":"0297","percent":"100"}]}`}, want: "agreement.party-not-participating /components/0/key/shares/0/party"},
	{name: "a host that can not collect", agreement: edits{flow: `{"rule":"host/1","host":"vsv","collectedAs":"contribution","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]}`}, want: "agreement.party-not-collecting /components/0/flow/host"},
	{name: "a cashier that can not collect", agreement: edits{flow + "/cashier": `"vsv"`}, want: "agreement.party-not-collecting /components/0/flow/cashier"},
	{name: "a cashier that pays itself", agreement: edits{flow + "/payees/0/party": `"0268"`}, want: "flow.self-payment /components/0/flow/payees/0/party"},
	{name: "a host that pays itself", agreement: edits{flow: `{"rule":"host/1","host":"0268","collectedAs":"contribution","payees":[{"party":"0268","weight":"1","instrument":"purchase"}]}`}, want: "flow.self-payment /components/0/flow/payees/0/party"},
	{name: "a cashier that keeps more than there is", agreement: edits{flow + "/fee": `"1000.01"`}, want: "cashier.keeps-too-much /components/0/flow/fee"},
	{name: "a site key of amounts", agreement: edits{flow: `{"rule":"pass-through/1","cashier":"0268","collectedAs":"contribution","passedOnAs":"contribution","siteKey":{"rule":"fixed-amounts/1","amounts":[{"party":"0268","amount":"1.00"}],"others":{"rule":"pro-rata/1","basis":"enrolled-pupils","nonParticipants":"leave-as-gap"}}}`}, want: "key.amounts-of-the-whole /components/0/flow/siteKey"},
	{name: "a site key that leaves a gap", agreement: edits{flow: `{"rule":"pass-through/1","cashier":"0268","collectedAs":"contribution","passedOnAs":"contribution","siteKey":{"rule":"pro-rata/1","basis":"enrolled-pupils","nonParticipants":"leave-as-gap"}}`}, want: "pass-through.key-leaves-gap /components/0/flow/siteKey"},
	{name: "own cost of a budget", agreement: edits{key: `{"rule":"own-use/1","measure":"own-cost","nonParticipants":"redistribute"}`}, want: "own-use.cost-not-by-home /components/0/key/measure"},
	{name: "keys three levels deep", agreement: edits{key: `{"rule":"mixed/1","parts":[{"weight":"1","key":{"rule":"mixed/1","parts":[{"weight":"1","key":{"rule":"mixed/1","parts":[{"weight":"1","key":{"rule":"single-payer/1","payer":"0268"}}]}}]}}]}`}, want: "key.nested-too-deep /components/0/key/parts/0/key/parts/0/key/parts/0/key"},
	{name: "the minutes of the school from the Jeugdwet", agreement: edits{cost: `{"rule":"education-minutes/1","minutesPerWeek":185,"weeks":40,"rate":"30.00","rounding":"half-up"}`}, want: "education-minutes.route /components/0/cost"},
	{name: "limits and a fixed divisor", agreement: edits{key: `{"rule":"fixed-shares/1","shares":[{"party":"0268","percent":"100"}]}`, "/components/0/limits": `{"cap":"500.00","cutOff":"redistribute"}`, "/components/0/division/divisor": `"100"`, "/components/0/division/rounding": `"half-up"`}, want: "limits.with-divisor /components/0/limits"},
	{name: "a divisor of 100 beside a count of pupils", agreement: edits{"/components/0/division/divisor": `"100"`, "/components/0/division/rounding": `"half-up"`}, want: "division.divisor-not-percentages /components/0/division/divisor"},
	{name: "percentages of a thousand", agreement: edits{key: `{"rule":"fixed-shares/1","shares":[{"party":"0268","percent":"100"}]}`, "/components/0/division/divisor": `"1000"`, "/components/0/division/rounding": `"half-up"`}, want: "division.divisor-not-percentages /components/0/division/divisor"},
	{name: "less than a thousand, rounded to thousands", agreement: edits{cost + "/amount": `"700.00"`, "/components/0/division": `{"method":"rest-to-named","named":"0209","unit":"thousand","rounding":"up"}`}, want: "division.share-negative /components/0/division/method"},
	{name: "decisions above the share of the host", agreement: edits{flow: `{"rule":"host/1","host":"0268","collectedAs":"contribution","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}],"decisions":[{"home":"0297","pupils":1,"amount":"666.68"}]}`}, want: "host.decisions-above-share /components/0/flow/decisions"},
	{name: "limits without a bound", agreement: edits{"/components/0/limits": `{"cutOff":"redistribute"}`}, want: "limits.none /components/0/limits"},
	{name: "a floor above the cap", agreement: edits{"/components/0/limits": `{"floor":"501.00","cap":"500.00","cutOff":"redistribute"}`}, want: "limits.floor-above-cap /components/0/limits/floor"},
	{name: "a change that the cap forbids", agreement: edits{"/components/0/limits": `{"cap":"500.00","change":"10","cutOff":"redistribute","lastYear":[{"party":"0268","amount":"600.00"},{"party":"0209","amount":"300.00"}]}`}, want: "limits.bounds-cross /components/0/limits"},
	{name: "floors above the cost", agreement: edits{"/components/0/limits": `{"floor":"501.00","cutOff":"redistribute"}`}, want: "limits.floors-above-cost /components/0/limits"},
	{name: "floors that make more than the cost", agreement: edits{"/components/0/limits": `{"floor":"400.00","cutOff":"leave-as-gap"}`}, want: "limits.surplus /components/0/limits"},
	{name: "a change without last year", agreement: edits{"/components/0/limits": `{"change":"10","cutOff":"redistribute","lastYear":[{"party":"0268","amount":"600.00"}]}`}, want: "limits.last-year-missing /components/0/limits/lastYear"},

	// Numbers and units.
	{name: "an amount with a comma", agreement: edits{cost + "/amount": `"1000,50"`}, want: "euro.comma /components/0/cost/amount"},
	{name: "an amount with a euro sign", agreement: edits{cost + "/amount": `"€ 78,-"`}, want: "euro.currency /components/0/cost/amount"},
	{name: "an amount with points between thousands", agreement: edits{cost + "/amount": `"1.000"`}, want: "euro.thousands /components/0/cost/amount"},
	{name: "a negative amount", agreement: edits{cost + "/amount": `"-1.00"`}, want: "agreement.amount-negative /components/0/cost/amount"},
	{name: "an amount that is a number", agreement: edits{cost + "/amount": `1000`}, want: "document.type-wrong /components/0/cost/amount"},
	{name: "90 fte for 0.9", agreement: edits{cost: post("90", "2025-01-01")}, want: "staffing.fte-implausible /components/0/cost/posts/0/steps/0/fte"},
	{name: "staff from the middle of a month", agreement: edits{cost: post("0.9", "2025-01-15")}, want: "staffing.step-not-first-of-month /components/0/cost/posts/0/steps/0/from"},
	{name: "staff before the period", agreement: edits{cost: post("0.9", "2024-12-01")}, want: "staffing.step-outside-period /components/0/cost/posts/0/steps/0/from"},
	{name: "a norm outside its range", agreement: edits{cost: hours(`,"normRange":{"min":360,"max":400}`)}, want: "fixed-hours.range /components/0/cost/normMinutes"},
	{name: "a norm above the threshold", agreement: edits{cost: hours(""), "/routing/threshold": `{"minutesPerWeek":300,"boundary":"below"}`}, want: "fixed-hours.norm-above-threshold /components/0/cost/normMinutes"},
	{name: "a percentage above 100", agreement: edits{cost: `{"rule":"population/1","needRate":"110","averageCost":"1.00","evidence":"x","rounding":"half-up"}`}, want: "agreement.percentage-out-of-range /components/0/cost/needRate"},
	{name: "hours entered as minutes", population: edits{"/groups/0/minutesPerWeek": "10"}, want: "population.minutes-outside-band /groups/0/minutesPerWeek"},
	{name: "minutes that are not known where they count", agreement: edits{key + "/basis": `"eligible-minutes"`}, population: edits{"/groups/0/minutesPerWeek": ""}, want: "population.minutes-missing /groups/0/minutesPerWeek"},
	{name: "minutes above fifty hours", population: edits{"/pupils": `[{"ref":"a1","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":3001}]}]`}, want: "document.number-out-of-range /pupils/0/needs/0/minutesPerWeek"},
	{name: "a band that ends before it begins", population: edits{"/groups/0/band": `{"min":200,"max":100}`}, want: "population.band-order /groups/0/band"},
	{name: "an exponent of a million", population: edits{}, text: strings.Replace(people, `"pupils": 6`, `"pupils": 1e1000001`, 1), want: "json.exponent /groups/0/pupils"},
	{name: "a number of twenty digits", population: edits{}, text: strings.Replace(people, `"pupils": 6`, `"pupils": 12345678901234567890`, 1), want: "json.number-too-long /groups/0/pupils"},
	{name: "half a pupil", population: edits{"/groups/0/pupils": "2.5"}, want: "document.number-not-whole /groups/0/pupils"},
	{name: "fewer than no pupils", population: edits{"/groups/0/pupils": "-1"}, want: "document.number-out-of-range /groups/0/pupils"},

	// Pupils and municipalities.
	{name: "a BSN as reference", population: edits{"/pupils": `[{"ref":"123456782","home":"0268"}]`}, want: "pupil.bsn /pupils/0/ref"},
	{name: "a pupil twice", population: edits{"/pupils": `[{"ref":"a1","home":"0268"},{"ref":"a1","home":"0209"}]`}, want: "population.pupil-twice /pupils/1/ref"},
	{name: "a group twice", population: edits{"/groups/1/home": `"0268"`}, want: "population.group-twice /groups/1"},
	{name: "a code without its zero", population: edits{"/groups/0/home": `"268"`}, want: "municipality.code-short /groups/0/home"},
	{name: "a name for a code", population: edits{"/groups/0/home": `"Nijmegen"`}, want: "municipality.code-malformed /groups/0/home"},
	{name: "a party with letters before its code", agreement: edits{"/parties/0/id": `"GM0268"`, flow + "/cashier": `"GM0268"`}, want: "agreement.party-code /parties/0/id"},
	{name: "a party with a code without its zero", agreement: edits{"/parties/0/id": `"268"`, flow + "/cashier": `"268"`}, want: "agreement.party-code /parties/0/id"},
	{name: "a party twice", agreement: edits{"/parties/1/id": `"0268"`}, want: "agreement.party-twice /parties/1/id"},
	{name: "a provider in the pool", agreement: edits{"/parties/3/participates": `true`}, want: "agreement.participates-not-municipality /parties/3/participates"},
	{name: "a payee that is no party", agreement: edits{flow + "/payees/0/party": `"onbekend"`}, want: "agreement.party-unknown /components/0/flow/payees/0/party"},
	{name: "no pupil to divide by", population: edits{"/groups": `[]`}, want: "key.weights-zero /components/0/key"},
	{name: "a count that is not there", agreement: edits{key + "/basis": `"inhabitants"`}, want: "pro-rata.basis-missing /components/0/key/basis"},
	{name: "a count of three years of which one is missing", agreement: edits{key + "/basis": `"clients"`, key + "/date": `"2024-12-31"`, key + "/years": `3`}, population: edits{"/counts": `[{"basis":"clients","date":"2023-12-31","values":[{"municipality":"0268","count":1},{"municipality":"0209","count":1}]}]`}, want: "pro-rata.series-missing /components/0/key/basis"},
	{name: "a count without one of the participants", agreement: edits{key + "/basis": `"inhabitants"`}, population: edits{"/counts": `[{"basis":"inhabitants","date":"2025-01-01","values":[{"municipality":"0268","count":10}]}]`}, want: "pro-rata.party-not-counted /components/0/key/basis"},
	{name: "more counts than one without a date", agreement: edits{key + "/basis": `"clients"`}, population: edits{"/counts": `[{"basis":"clients","date":"2024-12-31","values":[{"municipality":"0268","count":10}]},{"basis":"clients","date":"2023-12-31","values":[{"municipality":"0268","count":10}]}]`}, want: "pro-rata.series-ambiguous /components/0/key/date"},
	{name: "a decision of a municipality that is no party", agreement: edits{cost: `{"rule":"individual-decisions/1","tariffs":[{"product":"45A04","per":"hour","amount":"60.00","variant":"effort"}]}`}, population: edits{"/decisions": `[{"home":"0363","product":"45A04","volume":1,"unit":"hour","frequency":"total","from":"2025-02-01","until":"2025-03-01"}]`}, want: "individual-decisions.home-unknown /components/0/cost"},
	{name: "a decision without a tariff", agreement: edits{cost: `{"rule":"individual-decisions/1","tariffs":[{"product":"45A04","per":"hour","amount":"60.00","variant":"effort"}]}`}, population: edits{"/decisions": `[{"home":"0268","product":"50B01","volume":1,"unit":"hour","frequency":"total","from":"2025-02-01","until":"2025-03-01"}]`}, want: "individual-decisions.tariff-missing /components/0/cost/tariffs"},
	{name: "a decision in dayparts at a tariff per hour", agreement: edits{cost: `{"rule":"individual-decisions/1","tariffs":[{"product":"45A04","per":"hour","amount":"60.00","variant":"effort"}]}`}, population: edits{"/decisions": `[{"home":"0268","product":"45A04","volume":1,"unit":"daypart","frequency":"total","from":"2025-02-01","until":"2025-03-01"}]`}, want: "individual-decisions.unit-differs /components/0/cost/tariffs/0/per"},
	{name: "a site that the population does not have", agreement: edits{"/components/0/sites": `["01AB00"]`}, want: "component.site-not-in-population /components/0/sites/0"},
	{name: "a supplement for nobody", agreement: edits{cost: `{"rule":"supplement/1","pot":"100.00","cap":"8000.00","label":"emb"}`}, want: "supplement.no-pupils /components/0/cost/label"},

	// Time.
	{name: "a count date outside the school year", population: edits{"/schoolYear": `"2023-2024"`}, want: "population.count-date-outside-school-year /countDate"},
	{name: "an agreement that ends before it begins", agreement: edits{"/period/until": `"2024-12-31"`}, want: "agreement.period-order /period/until"},
	{name: "a pupil who leaves before joining", population: pupils(`,"from":"2025-03-01","until":"2025-02-01"`), want: "population.period-order /pupils/0/until"},
	{name: "moves out of order", population: pupils(`,"moves":[{"on":"2025-03-01","to":"0209"},{"on":"2025-03-01","to":"0268"}]`), want: "population.move-order /pupils/0/moves/1/on"},
	{name: "a pupil who joins, and no choice", population: pupils(`,"from":"2025-03-01"`), want: "routing.join-leave-missing /routing/within/joinLeave"},
	{name: "a pupil who joins after the period, and no choice", population: pupils(`,"from":"2026-03-01"`), want: "routing.join-leave-missing /routing/within/joinLeave"},
	{name: "a pupil who moves, and no choice", population: pupils(`,"moves":[{"on":"2025-03-01","to":"0209"}]`), want: "routing.move-missing /routing/within/move"},
	{name: "last year of a party that is none", agreement: edits{"/components/0/limits": `{"change":"10","cutOff":"redistribute","lastYear":[{"party":"niemand","amount":"1.00"}]}`}, want: "agreement.party-unknown /components/0/limits/lastYear/0/party"},
	{name: "a pupil who joins and moves, and neither choice", population: pupils(`,"from":"2025-03-01","moves":[{"on":"2025-05-01","to":"0209"}]`), want: "routing.join-leave-missing /routing/within/joinLeave, routing.move-missing /routing/within/move"},
	{name: "a pupil who turns 18, and no choice", population: pupils(`,"turns18":"2025-03-01"`), want: "routing.adult-missing /routing/within/adult"},
	{name: "a decision that ends, and no choice", population: pupils(`,"decisionUntil":"2025-03-01"`), want: "routing.decision-end-missing /routing/within/decisionEnd"},

	// Documents.
	{name: "an unknown member", agreement: edits{"/componenten": `[]`}, want: "document.member-unknown /componenten"},
	{name: "an unknown rule", agreement: edits{cost + "/rule": `"budget/2"`}, want: "document.choice-unknown /components/0/cost/rule"},
	{name: "a member twice", text: strings.Replace(people, `"title": "Proef"`, `"title": "Proef", "title": "Proef"`, 1), want: "json.duplicate-member /title"},
	{name: "another kind of document", text: base, want: "document.member-missing /countDate, document.kind-wrong /$schema, document.member-unknown /id, document.member-unknown /period, document.member-unknown /parties, document.member-unknown /routing, document.member-unknown /components"},
	{name: "nothing", text: " ", want: "json.empty "},
}

// meaning is an agreement and a population, and why they are refused: one of the conformance vectors for other languages.
type meaning struct {
	Name       string  `json:"name"`
	Problems   []place `json:"problems"`
	Agreement  string  `json:"agreement"`
	Population string  `json:"population"`
}

type place struct {
	Code    string `json:"code"`
	Pointer string `json:"pointer"`
}

func placesOf(problems zio.Problems) []place {
	var list []place
	for _, p := range problems {
		list = append(list, place{p.Code(), p.Pointer})
	}
	return list
}

func TestRefusals(t *testing.T) {
	var b, vectors strings.Builder
	lines := json.NewEncoder(&vectors)
	lines.SetEscapeHTML(false)
	for _, c := range refusals {
		a, problems := funding.ReadAgreement(edited(t, base, c.agreement))
		population := []byte(c.text)
		if c.text == "" {
			population = edited(t, people, c.population)
		}
		p, more := zio.ReadPopulation(population)
		if problems = append(problems, more...); len(problems) == 0 {
			_, problems = funding.Calculate(a, p)
		}
		list := codes(problems)
		require.NoError(t, lines.Encode(meaning{c.name, placesOf(problems), string(edited(t, base, c.agreement)), string(population)}))
		if strings.Join(list, ", ") != c.want {
			t.Errorf("%s:\n have %s\n want %s", c.name, strings.Join(list, ", "), c.want)
		}
		b.WriteString("# " + c.name + "\n")
		for _, p := range problems {
			told(t, p)
			b.WriteString(p.Code() + " " + p.Pointer + "\n  " + p.Text(zio.Dutch) + "\n  " + p.Text(zio.English) + "\n")
		}
	}
	golden(t, "refusals.txt", b.String())
	golden(t, "../../schema/conformance/meaning.ndjson", vectors.String())
}
