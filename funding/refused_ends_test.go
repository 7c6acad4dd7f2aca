package funding_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// What an agreement says that can not be is refused where it stands.
func TestRefusedWhereItStands(t *testing.T) {
	tariff := `{"product":"45A04","per":"hour","amount":"60.00","variant":"effort"}`
	through := `{"rule":"pass-through/1","cashier":"0268","collectedAs":"contribution","passedOnAs":"invoice","siteKey":{"rule":"single-payer/1","payer":"0268"},"doers":[{"municipality":"0209","party":"PARTY","instrument":"purchase"}]}`
	limits := `{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"}`
	for _, c := range []struct {
		edits edits
		want  []string
	}{
		{edits{cost: `{"rule":"individual-decisions/1","tariffs":[` + tariff + `,{"product":"50B01","per":"hour","amount":"1.00","variant":"effort"},` + tariff + `]}`, "/components/0/route": `"jeugdwet-individual"`},
			[]string{"individual-decisions.tariff-twice /components/0/cost/tariffs/2/product"}},
		{edits{flow: strings.Replace(through, "PARTY", "nobody", 1)}, []string{"agreement.party-unknown /components/0/flow/doers/0/party"}},
		{edits{flow: strings.Replace(through, "PARTY", "0209", 1)}, []string{"flow.self-payment /components/0/flow/doers/0/party"}},
		{edits{flow: strings.Replace(through, "PARTY", "zorg", 1)}, nil},
		{edits{flow: strings.Replace(through, `"municipality":"0209"`, `"municipality":"zorg"`, 1)}, []string{"agreement.party-kind /components/0/flow/doers/0/municipality", "agreement.party-unknown /components/0/flow/doers/0/party"}},
		{edits{key: `{"rule":"single-payer/1","payer":"0297"}`}, []string{"agreement.party-not-participating /components/0/key/payer"}},
		{edits{key: `{"rule":"single-payer/1","payer":"0268"}`}, nil},
		{edits{key: `{"rule":"single-payer/1","payer":"zorg"}`}, nil},
		{edits{"/schedule": `{"frequency":"quarterly","dueDay":15,"budgetYear":"calendar","by":"days"}`}, nil},
		{edits{"/schedule": `{"frequency":"quarterly","dueDay":15,"budgetYear":"calendar","by":"days"}`, "/period/until": `"2025-12-30"`}, []string{"schedule.period /period"}},
		{edits{key: limits, "/components/0/limits": `{"cap":"-0.01","cutOff":"redistribute"}`}, []string{"agreement.amount-negative /components/0/limits/cap"}},
		{edits{key: limits, "/components/0/limits": `{"floor":"-0.01","cutOff":"redistribute"}`}, []string{"agreement.amount-negative /components/0/limits/floor"}},
		{edits{key: limits, "/components/0/limits": `{"floor":"500.00","cap":"500.00","cutOff":"redistribute"}`}, nil},
		{edits{key: limits, "/components/0/limits": `{"floor":"500.01","cap":"500.00","cutOff":"redistribute"}`}, []string{"limits.floor-above-cap /components/0/limits/floor"}},
	} {
		require.Equal(t, c.want, refusedCodes(t, c.edits), c.edits)
	}
}

// A rate, a price or a part of one below zero is refused where it stands, and so is a plausible number that is none.
func TestRatesBelowZeroAreRefused(t *testing.T) {
	absence := `{"rule":"absence/1","rate":"60.00","rounding":"half-up","lines":[{"label":"a","agreed":100,"declared":30}]}`
	class := `{"rule":"class-product/1","classes":1,"capacity":10,"price":"50000.00","rounding":"half-up","ftePerClass":"1"}`
	degressive := `{"rule":"degressive/1","basis":"eligible-pupils","rounding":"half-up","steps":[{"from":0,"price":"1000.00"},{"from":5,"price":"900.00"}]}`
	for _, c := range []struct{ rule, from, to, want string }{
		{absence, `"rate":"60.00"`, `"rate":"-0.01"`, "agreement.amount-negative /components/0/cost/rate"},
		{class, `"price":"50000.00"`, `"price":"-0.01"`, "agreement.amount-negative /components/0/cost/price"},
		{class, `"ftePerClass":"1"`, `"ftePerClass":"-0.1"`, "staffing.fte-implausible /components/0/cost/ftePerClass"},
		{class, `"ftePerClass":"1"`, `"ftePerClass":"80.1"`, "staffing.fte-implausible /components/0/cost/ftePerClass"},
		{degressive, `"price":"900.00"`, `"price":"-0.01"`, "agreement.amount-negative /components/0/cost/steps/1/price"},
	} {
		require.Contains(t, c.rule, c.from)
		require.Empty(t, refusedCodes(t, edits{cost: c.rule}), c.rule)
		require.Equal(t, []string{c.want}, refusedCodes(t, edits{cost: strings.Replace(c.rule, c.from, c.to, 1)}), c.rule)
	}
}

// The same of admission statements, whose route is education, and of the party that gets the rest.
func TestAdmissionAndRestAreRefused(t *testing.T) {
	admission := func(state, alliance string) edits {
		return edits{"/components/0/route": `"education"`, key: `{"rule":"single-payer/1","payer":"0268"}`,
			cost: `{"rule":"admission/1","part":"both","rounding":"half-up","categories":[{"category":"laag","state":"` + state + `","alliance":"` + alliance + `"}]}`}
	}
	const at = "agreement.amount-negative /components/0/cost/categories/0/"
	require.Empty(t, refusedCodes(t, admission("0.00", "0.00")))
	require.Equal(t, []string{at + "state"}, refusedCodes(t, admission("-0.01", "0.00")))
	require.Equal(t, []string{at + "alliance"}, refusedCodes(t, admission("0.00", "-0.01")))
	rest := func(named string) edits {
		return edits{"/components/0/division": `{"method":"rest-to-named","unit":"cent","rounding":"half-up","named":"` + named + `"}`}
	}
	require.Empty(t, refusedCodes(t, rest("0268")))
	require.Equal(t, []string{"agreement.party-unknown /components/0/division/named"}, refusedCodes(t, rest("nobody")))
}

// Names in an agreement are of lower-case letters, digits and single hyphens between them.
func TestNamesOfAnAgreement(t *testing.T) {
	for _, at := range []string{"/id", "/components/0/id"} {
		for name, good := range map[string]bool{"a": true, "a-1": true, "9z": true, "A": false, "a b": false, "a--b": false, "-a": false, "a-": false, "é": false} {
			var want []string
			if !good {
				want = []string{"agreement.name-invalid " + at}
			}
			require.Equal(t, want, refusedCodes(t, edits{at: strconv.Quote(name)}), "%s %s", at, name)
		}
	}
	parties := func(id string) edits {
		return edits{"/parties/4/id": strconv.Quote(id)}
	}
	require.Contains(t, refusedCodes(t, parties("Zorg")), "agreement.name-invalid /parties/4/id")
}

// A right to Wlz care that begins within the period is asked about, from the second day to the last.
func TestWlzThatBegins(t *testing.T) {
	a, problems := funding.ReadAgreement(edited(t, base, nil))
	require.Empty(t, problems)
	for from, want := range map[zio.Date]string{a.Period.From: "", a.Period.From.AddDays(1): "routing.wlz-missing /routing/within/wlz", a.Period.Until: "routing.wlz-missing /routing/within/wlz", a.Period.Until.AddDays(1): ""} {
		p, problems := zio.ReadPopulation(edited(t, people, edits{"/groups": "", "/pupils": `[{"ref":"l1","site":"00OS00","home":"0268","wlz":"granted","wlzFrom":"` + from.String() + `","needs":[{"kind":"guidance","minutesPerWeek":60}]}]`}))
		require.Empty(t, problems)
		var got []string
		for _, code := range codes(a.Needs(p)) {
			if strings.Contains(code, "wlz") {
				got = append(got, code)
			}
		}
		require.Equal(t, want, strings.Join(got, " "), from)
	}
}

// A group without pupils has no minutes that could be unknown.
func TestNobodyHasNoMinutes(t *testing.T) {
	minutes := edits{key + "/basis": `"eligible-minutes"`}
	x := calculated(t, minutes, edits{"/groups/2/pupils": "0", "/groups/2/minutesPerWeek": ""})
	require.Equal(t, "0209 333.33, 0268 666.67", borne(x)) // 300 and 600 of 900 minutes
	require.False(t, judge(t, edited(t, base, minutes), edited(t, people, edits{"/groups/1/minutesPerWeek": ""})))
}

// The weeks of a period in each month, counted day by day: its Sundays, and the last days behind the last Sunday are one week more, in
// the month of that Sunday; a period without a Sunday is a week of its last month.
func TestOutputWeeksDayByDay(t *testing.T) {
	first := time.Date(2025, 1, 25, 0, 0, 0, 0, time.UTC)
	for start := range 40 {
		for length := 1; length <= 70; length++ {
			from, until := first.AddDate(0, 0, start), first.AddDate(0, 0, start+length-1)
			weeks, last := map[time.Month]int64{}, until.Month()
			for day := from; !day.After(until); day = day.AddDate(0, 0, 1) {
				if day.Weekday() == time.Sunday {
					weeks[day.Month()]++
					last = day.Month()
				}
			}
			if until.Weekday() != time.Sunday {
				weeks[last]++
			}
			p := days(from.Format(time.DateOnly), until.Format(time.DateOnly))
			total := int64(0)
			for _, m := range p.Months() {
				month := zio.Period{From: m.From.FirstOfMonth(), Until: m.From.LastOfMonth()}
				at, err := time.Parse(time.DateOnly, month.From.String())
				require.NoError(t, err)
				require.Equal(t, weeks[at.Month()], funding.OutputWeeksInMonth(p, month), "%v in %v", p, at.Month())
				total += weeks[at.Month()]
			}
			require.Equal(t, total, funding.OutputWeeks(p), p)
		}
	}
}

// An amount of one day is of one budget year; of no day it is refused.
func TestBudgetYearOfOneDay(t *testing.T) {
	day := days("2026-03-01", "2026-03-01")
	parts, err := funding.BudgetYears(money.MustParseEuro("10.00"), day, funding.BudgetYearCalendar, funding.ByDays)
	require.NoError(t, err)
	require.Len(t, parts, 1)
	require.Equal(t, "10.00", parts[0].Amount.String())
	_, err = funding.BudgetYears(money.MustParseEuro("10.00"), days("2026-03-02", "2026-03-01"), funding.BudgetYearCalendar, funding.ByDays)
	require.Error(t, err)
}

// What a result says of a party, a route of nothing, and a reason that is none.
func TestAskedOfResults(t *testing.T) {
	x := calculated(t, nil, nil)
	share, there := x.Share("0268")
	require.True(t, there)
	require.Equal(t, "666.67", share.String()) // 6 of 9 pupils, as one municipality does not take part
	_, there = x.Share("zorg")
	require.False(t, there)
	require.True(t, funding.RouteUnset.IsZero())
	require.False(t, funding.RouteCollective.IsZero())
	for r := range 40 {
		var back funding.Reason
		if text := funding.Reason(r).String(); text != "" {
			require.NoError(t, back.UnmarshalText([]byte(text)))
			require.Equal(t, funding.Reason(r), back)
		}
	}
	var none funding.Reason
	require.Error(t, none.UnmarshalText([]byte("no reason")))
	require.Zero(t, none)
}

// The portions of one stream of money: 1,000.00 in cents over 6 and 3 pupils.
func TestPortionsOfOneStream(t *testing.T) {
	a, problems := funding.ReadAgreement(edited(t, base, nil))
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation(edited(t, people, nil))
	require.Empty(t, problems)
	portions, problems := funding.PortionsChecked(a, p, 0)
	require.Empty(t, problems)
	require.Equal(t, "100000", portions.Cost.String())
	weights := map[string]string{}
	for _, w := range portions.Weights {
		weights[w.Party] = w.Value.String()
	}
	require.Equal(t, map[string]string{"0209": "3", "0268": "6"}, weights)
}

// The categories of a list are numbered from 1 in the addresses of the steps.
func TestStepsOfCategories(t *testing.T) {
	p := edits{"/groups/0/category": `"licht"`, "/groups/1/category": `"zwaar"`, "/groups/2/category": `"zwaar"`}
	list := `"weights":[{"category":"licht","weight":"1"},{"category":"zwaar","weight":"2"}]`
	x := calculated(t, edits{key: `{"rule":"weighted-pupils/1","basis":"eligible-pupils",` + list + `,"nonParticipants":"redistribute"}`}, p)
	require.Equal(t, "0209 500.00, 0268 500.00", borne(x)) // 3 x 2 and 6 x 1
	ids := map[string]bool{}
	for _, s := range x.Trace.Steps {
		ids[s.Name] = true
	}
	for name, want := range map[string]bool{"pupils-1": true, "pupils-2": true, "weighed-1": true, "weighed-2": true, "pupils-0": false, "pupils-3": false} {
		require.Equal(t, want, ids[name], name)
	}
	x = calculated(t, edits{cost: `{"rule":"admission/1","part":"both","rounding":"half-up","categories":[{"category":"licht","state":"1.00","alliance":"0.10"},{"category":"zwaar","state":"2.00","alliance":"0.20"}]}`,
		key: `{"rule":"single-payer/1","payer":"0268"}`, "/components/0/route": `"education"`}, p)
	require.Equal(t, "15.40", x.Components[0].Cost.String()) // 6 x 1.10 + 4 x 2.20
	ids = map[string]bool{}
	for _, s := range x.Trace.Steps {
		ids[s.Name] = true
	}
	for name, want := range map[string]bool{"pupils-1": true, "each-2": true, "cost-1": true, "cost-2": true, "pupils-0": false, "cost-3": false} {
		require.Equal(t, want, ids[name], name)
	}
}

// A group is placed as a whole; a pupil with 60 and 7 minutes of guidance and 100 of nursing is on two routes, once on each.
func TestPlacesOfLines(t *testing.T) {
	a, problems := funding.ReadAgreement(edited(t, base, nil))
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation(edited(t, people, edits{"/pupils": `[
		{"ref":"l1","site":"00OS00","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60},{"kind":"nursing","minutesPerWeek":100},{"kind":"guidance","minutesPerWeek":7}]},
		{"ref":"l2","site":"00OS00","home":"0209","needs":[{"kind":"guidance","minutesPerWeek":30}]}]`}))
	require.Empty(t, problems)
	var list []string
	for _, x := range a.Places(p) {
		require.Equal(t, "00OS00", x.Site.String())
		list = append(list, fmt.Sprint(x.Route, " ", x.Home, " ", x.Pupil, " ", x.Pupils, " ", x.Minutes))
	}
	require.Equal(t, []string{"jeugdwet-collective 0268 -1 6 600", "jeugdwet-collective 0209 -1 3 300", "jeugdwet-individual 0297 -1 1 100",
		"jeugdwet-collective 0268 0 1 67", "zvw 0268 0 1 100", "jeugdwet-collective 0209 1 1 30"}, list)

	// Who moves within the period stands where the period begins, with the minutes once on each route.
	a, problems = funding.ReadAgreement(edited(t, base, edits{"/routing": `{"within":{"move":"by-days"}}`}))
	require.Empty(t, problems)
	p, problems = zio.ReadPopulation(edited(t, people, edits{"/groups": "", "/pupils": `[
		{"ref":"l1","site":"00OS00","home":"0268","moves":[{"on":"2025-03-01","to":"0209"},{"on":"2025-09-01","to":"0268"}],"needs":[{"kind":"guidance","minutesPerWeek":60},{"kind":"nursing","minutesPerWeek":100}]},
		{"ref":"l2","site":"00OS00","home":"0209","moves":[{"on":"2025-03-01","to":"0268"}],"needs":[{"kind":"guidance","minutesPerWeek":30}]}]`}))
	require.Empty(t, problems)
	list = nil
	for _, x := range a.Places(p) {
		list = append(list, fmt.Sprint(x.Route, " ", x.Home, " ", x.Pupil, " ", x.Pupils, " ", x.Minutes))
	}
	require.Equal(t, []string{"jeugdwet-collective 0268 0 1 60", "zvw 0268 0 1 100", "jeugdwet-collective 0209 1 1 30"}, list)
}

// Each instrument has its own words; what is none is told as it stands.
func TestWordsOfInstruments(t *testing.T) {
	for instrument, want := range map[funding.Instrument][2]string{
		funding.Subsidy: {"subsidie", "subsidy"}, funding.Purchase: {"inkoop", "purchase"}, funding.EducationFunding: {"bekostiging van onderwijs", "education funding"},
		funding.Contribution: {"bijdrage", "contribution"}, funding.Invoice: {"factuur", "invoice"}, "": {"niet afgesproken", "not agreed"}, "barter": {"barter", "barter"},
	} {
		require.Equal(t, want, [2]string{instrument.Words(zio.Dutch), instrument.Words(zio.English)}, instrument)
	}
}

// What no document can hold is refused, and never handed on: three pupils and more at 999,999,999,999,999.99 each, and two components
// of which each still fits.
func TestAmountsFitInADocument(t *testing.T) {
	each := func(price string) string {
		return `{"rule":"fixed-hours/1","normMinutes":60,"weeks":1,"rate":"` + price + `","rounding":"half-up"}`
	}
	p, problems := zio.ReadPopulation(edited(t, people, nil))
	require.Empty(t, problems)
	// Of 60 minutes in one week: 3 x 10^15 euros. Of 2,400 in 40 weeks: 5 x 10^18, more than the cents of which an amount is made.
	for _, document := range []string{each("999999999999999.99"), strings.NewReplacer(`:60,`, `:2400,`, `"weeks":1,`, `"weeks":40,`).Replace(each("999999999999999.99"))} {
		a, problems := funding.ReadAgreement(edited(t, base, edits{cost: document}))
		require.Empty(t, problems)
		_, problems = funding.Calculate(a, p)
		require.Equal(t, "euro.overflow", problems[0].Code(), document)
	}

	pool := `{"id":"ID","title":"T","route":"jeugdwet-collective","cost":{"rule":"budget/1","amount":"999999999999999.99"},"key":{"rule":"single-payer/1","payer":"0268"},"division":{"method":"largest-remainder","unit":"cent"},"flow":{"rule":"direct/1","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]}}`
	for n, want := range map[int]string{1: "", 2: "euro.overflow"} {
		var list []string
		for i := range n {
			list = append(list, strings.Replace(pool, "ID", "p"+strconv.Itoa(i), 1))
		}
		a, problems := funding.ReadAgreement(edited(t, base, edits{"/components": "[" + strings.Join(list, ",") + "]"}))
		require.Empty(t, problems)
		x, problems := funding.Calculate(a, p)
		if want != "" {
			require.Equal(t, want, problems[0].Code())
			continue
		}
		require.Empty(t, problems)
		_, problems = funding.ReadResult(x.AppendDocument(nil))
		require.Empty(t, problems)
	}
}

// The band of a settlement is a percentage, both ends included.
func TestEndsOfTheBand(t *testing.T) {
	for band, want := range map[string][]string{"0": nil, "100": nil, "-0.0001": {"settlement.corridor /settlement/corridor"}, "100.0001": {"settlement.corridor /settlement/corridor"}} {
		require.Equal(t, want, refusedCodes(t, edits{"/settlement": `{"corridor":"` + band + `"}`}), band)
	}
}

// What is wrong is said once: of three equal sources at the second and the third, of a settlement at the settlement and not for each
// component. One year needs no date; nothing is below zero.
func TestSaidOnce(t *testing.T) {
	source := `{"party":"vsv","upTo":"1.00"}`
	require.Equal(t, []string{"cover.source-twice /components/0/cover/1/party", "cover.source-twice /components/0/cover/2/party"},
		refusedCodes(t, edits{"/components/0/cover": "[" + source + "," + source + "," + source + "]"}))
	pool := `{"id":"ID","title":"T","route":"jeugdwet-collective","cost":{"rule":"budget/1","amount":"1.00"},"key":{"rule":"single-payer/1","payer":"0268"},"division":{"method":"largest-remainder","unit":"cent"},"flow":{"rule":"direct/1","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]}}`
	require.Equal(t, []string{"key.amounts-of-the-whole /settlement/surplus"}, refusedCodes(t, edits{
		"/components": "[" + strings.Replace(pool, "ID", "p1", 1) + "," + strings.Replace(pool, "ID", "p2", 1) + "]",
		"/settlement": `{"surplus":{"rule":"fixed-amounts/1","amounts":[{"party":"0268","amount":"1.00"}]}}`}))
	require.Empty(t, refusedCodes(t, edits{key: `{"rule":"pro-rata/1","basis":"clients","years":1,"nonParticipants":"redistribute"}`}))
	require.Equal(t, []string{"agreement.amount-negative /components/0/cost/rate"}, refusedCodes(t, edits{"/components/0/route": `"education"`,
		cost: `{"rule":"education-minutes/1","minutesPerWeek":60,"weeks":40,"rate":"-0.01","rounding":"half-up"}`}))
	require.Equal(t, []string{"agreement.amount-negative /components/0/key/threshold"}, refusedCodes(t, excess("-0.01")))
}

// Who only receives is a payee, with what it receives.
func TestPayees(t *testing.T) {
	x := calculated(t, nil, nil)
	require.Equal(t, []funding.PartyAmount{{Party: "zorg", Name: "Zorgaanbieder", Amount: money.MustParseEuro("1000.00")}}, x.Payees)
}
