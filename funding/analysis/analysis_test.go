package analysis_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// documents are an agreement on fixed hours for A (0268) and B (0252), with a threshold, and six pupils: three of A and two of
// B under the threshold, one of B above it.
func documents(t *testing.T) (*funding.Agreement, *zio.Population) {
	t.Helper()
	a, problems := funding.ReadAgreement([]byte(`{"$schema":"` + zio.SchemaID("agreement") + `","id":"t","title":"T","period":{"from":"2025-01-01","until":"2025-12-31"},
		"parties":[{"id":"0268","kind":"municipality","name":"A","participates":true},{"id":"0252","kind":"municipality","name":"B","participates":true},{"id":"p","kind":"provider","name":"P"}],
		"routing":{"threshold":{"minutesPerWeek":720,"boundary":"below"}},
		"components":[{"id":"c","title":"C","route":"jeugdwet-collective","cost":{"rule":"fixed-hours/1","normMinutes":330,"rate":"60.00","weeks":40,"rounding":"half-up"},
		"key":{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"},"flow":{"rule":"direct/1","payees":[{"party":"p","weight":"1","instrument":"purchase"}]},
		"division":{"method":"largest-remainder","unit":"cent"}}]}`))
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation([]byte(`{"$schema":"` + zio.SchemaID("population") + `","title":"P","countDate":"2025-01-01","groups":[
		{"home":"0268","route":"jeugdwet","band":{"min":1,"max":719},"pupils":3,"minutesPerWeek":600},
		{"home":"0252","route":"jeugdwet","band":{"min":1,"max":719},"pupils":2,"minutesPerWeek":600},
		{"home":"0252","route":"jeugdwet","band":{"min":720,"max":900},"pupils":1}],
		"counts":[{"basis":"inhabitants","date":"2025-01-01","values":[{"municipality":"0268","count":900},{"municipality":"0252","count":100}]}]}`))
	require.Empty(t, problems)
	return a, p
}

// At a threshold of 900 ("below") the band 720..900 lies on both sides; at 901 the sixth pupil of 13,200.00 is in.
func TestSweep(t *testing.T) {
	a, p := documents(t)
	s, problems := analysis.SweepParameter(a, p, "/routing/threshold/minutesPerWeek", "719", "901", "182")
	require.Empty(t, problems)
	require.Len(t, s.Points, 2)
	require.Equal(t, "0.00", s.Points[0].Cost.String()) // 719 is not below 719, so that every band straddles
	require.Equal(t, "79200.00", s.Points[1].Cost.String())
	require.Equal(t, int64(6), s.Points[1].Pooled)

	s, problems = analysis.SweepParameter(a, p, "/components/0/cost/rate", "59.99", "60.01", "0.01")
	require.Empty(t, problems)
	var costs []string
	for _, x := range s.Points {
		costs = append(costs, x.X+" "+x.Cost.String())
	}
	// 5 pupils x 5.5 hours x 40 weeks x rate = 1,100 x rate
	require.Equal(t, []string{"59.99 65989.00", "60.00 66000.00", "60.01 66011.00"}, costs)

	for _, c := range []struct{ pointer, from, to, step, code string }{
		{"/components/0/cost/rate", "60.00", "61.00", "0.00", "sweep.step"},
		{"/components/0/cost/rate", "61.00", "60.00", "0.01", "sweep.step"},
		{"/components/0/cost/rate", "0.00", "10.00", "0.01", "sweep.too-many-points"},
		{"/components/0/cost/rate", "60", "x", "1", "parameter.value-invalid"},
		{"/components/0/cost/price", "1", "2", "1", "parameter.pointer-unknown"},
		{"/title", "1", "2", "1", "parameter.not-a-number"},
		{"/components/0/cost/weeks", "0", "1", "1", "document.number-out-of-range"},
	} {
		_, problems := analysis.SweepParameter(a, p, c.pointer, c.from, c.to, c.step)
		require.NotEmpty(t, problems, c.code)
		require.Equal(t, c.code, problems[0].Code())
		require.NotContains(t, problems[0].Text(zio.Dutch), "{")
	}
}

func TestSolve(t *testing.T) {
	a, p := documents(t)
	rate := "/components/0/cost/rate"
	// 1,100 x rate = 70,400.00 at 64.00
	s, problems := analysis.Solve(a, p, rate, "0.00", "200.00", analysis.Goal{Of: "cost", Target: euro("70400.00")})
	require.Empty(t, problems)
	require.Equal(t, &analysis.Solution{Pointer: rate, Answer: "one", From: "64.00", Until: "64.00"}, s)
	// a cent of the rate is 11.00: no rate gives 70,405.00
	s, problems = analysis.Solve(a, p, rate, "0.00", "200.00", analysis.Goal{Of: "cost", Target: euro("70405.00")})
	require.Empty(t, problems)
	require.Equal(t, &analysis.Solution{Pointer: rate, Answer: "none", Below: "64.00", BelowAmount: euroAt("70400.00"), Above: "64.01", AboveAmount: euroAt("70411.00")}, s)
	// out of reach: 200.00 gives 220,000.00
	s, problems = analysis.Solve(a, p, rate, "0.00", "200.00", analysis.Goal{Of: "cost", Target: euro("220000.01")})
	require.Empty(t, problems)
	require.Equal(t, &analysis.Solution{Pointer: rate, Answer: "none", Below: "200.00", BelowAmount: euroAt("220000.00")}, s)
	// every threshold from 720 to 900 leaves the five pupils: 3 x 13,200.00 for A
	s, problems = analysis.Solve(a, p, "/routing/threshold/minutesPerWeek", "720", "2000", analysis.Goal{Of: "0268", Target: euro("39600.00")})
	require.Empty(t, problems)
	require.Equal(t, &analysis.Solution{Pointer: "/routing/threshold/minutesPerWeek", Answer: "range", From: "720", Until: "2000"}, s)
	s, problems = analysis.Solve(a, p, "/routing/threshold/minutesPerWeek", "720", "2000", analysis.Goal{Of: "cost", Target: euro("66000.00")})
	require.Empty(t, problems)
	require.Equal(t, "720 900", s.From+" "+s.Until)
	_, problems = analysis.Solve(a, p, rate, "0.00", "200.00", analysis.Goal{Of: "0202", Target: euro("1.00")})
	require.Equal(t, "solve.quantity-unknown", problems[0].Code())
	for _, c := range []struct{ pointer, from, to, code string }{
		{"/title", "1", "2", "parameter.not-a-number"},
		{"/components/9/cost/rate", "1", "2", "parameter.pointer-unknown"},
		{rate, "nothing", "2.00", "parameter.value-invalid"},
		{rate, "1.00", "nothing", "parameter.value-invalid"},
		{rate, "2.00", "1.99", "sweep.step"},
	} {
		s, problems := analysis.Solve(a, p, c.pointer, c.from, c.to, analysis.Goal{Of: "cost", Target: euro("1.00")})
		require.Nil(t, s)
		require.Equal(t, c.code, problems[0].Code(), c)
	}
	s, problems = analysis.Solve(a, p, rate, "64.00", "64.00", analysis.Goal{Of: "cost", Target: euro("70400.00")})
	require.Empty(t, problems, "a range of one value is a range")
	require.Equal(t, "64.00", s.From)
}

func TestCompareKeys(t *testing.T) {
	a, p := documents(t)
	table, problems := analysis.CompareKeys(a, p, "c", &funding.SinglePayer{Payer: "0252"})
	require.Empty(t, problems)
	require.Equal(t, "66000.00", table.Cost.String())
	got := map[string]string{}
	for _, k := range table.Keys {
		var list []string
		for _, s := range k.Shares {
			list = append(list, s.Party+" "+s.Amount.String()+" "+s.Difference.String())
		}
		got[k.Rule+" "+k.Basis] = strings.Join(list, ", ")
	}
	require.Equal(t, map[string]string{
		"pro-rata/1 eligible-pupils":        "0252 26400.00 0.00, 0268 39600.00 0.00",
		"single-payer/1 ":                   "0252 66000.00 39600.00, 0268 0.00 -39600.00",
		"pro-rata/1 enrolled-pupils":        "0252 33000.00 6600.00, 0268 33000.00 -6600.00", // 3 and 3 pupils
		"own-use/1 eligible-minutes":        "0252 33000.00 6600.00, 0268 33000.00 -6600.00", // 600 and 600 minutes
		"pro-rata/1 inhabitants 2025-01-01": "0252 6600.00 -19800.00, 0268 59400.00 19800.00",
	}, got)
	_, problems = analysis.CompareKeys(a, p, "x")
	require.Equal(t, "keys.component-unknown", problems[0].Code())
}

// 3 + 3 pupils: two municipalities, each half, effective 36 / 18 = 2.
func TestSpread(t *testing.T) {
	_, p := documents(t)
	s, err := analysis.SpreadOf(p, nil, nil, zio.Date{})
	require.NoError(t, err)
	require.Equal(t, int64(2), s.Municipalities)
	require.Equal(t, "1/2", s.LargestShare.String())
	require.Equal(t, "0252", s.Largest.String())
	require.Equal(t, "2", s.Effective.String())
	require.Equal(t, analysis.AdviceRegionsUnknown, s.Advice)

	atlas, day := zio.Netherlands(), zio.MustParseDate("2026-01-01")
	s, err = analysis.SpreadOf(p, nil, atlas, day)
	require.NoError(t, err)
	require.Equal(t, analysis.AdviceOneRegion, s.Advice) // Nijmegen and Heumen
	require.Equal(t, int64(6), s.Regions[0].Pupils)
	p.Groups = append(p.Groups, zio.Group{Home: zio.MustParseMunicipalityCode("0202"), Pupils: 3}, zio.Group{Pupils: 2}) // Arnhem, and unknown
	s, err = analysis.SpreadOf(p, nil, atlas, day)
	require.NoError(t, err)
	require.Equal(t, analysis.AdviceAcrossRegions, s.Advice)
	require.Equal(t, "3", s.Effective.String()) // 81 / 27
	require.Equal(t, int64(2), s.Unknown)
	require.Zero(t, s.NoRegion)
	p.Groups = append(p.Groups, zio.Group{Home: zio.MustParseMunicipalityCode("0756"), Pupils: 4}) // Boxmeer, until 2022; now in Land van Cuijk
	s, err = analysis.SpreadOf(p, nil, atlas, day)
	require.NoError(t, err)
	require.Zero(t, s.NoRegion)
	require.Equal(t, analysis.SpreadRegion{Code: "noord-oost-brabant", Name: "Noord-Oost Brabant", Municipalities: 1, Pupils: 4}, s.Regions[1])
	p.Groups = append(p.Groups, zio.Group{Home: zio.MustParseMunicipalityCode("0788"), Pupils: 5}) // Haaren, split over two regions
	s, err = analysis.SpreadOf(p, nil, atlas, day)
	require.NoError(t, err)
	require.Equal(t, int64(5), s.NoRegion)
	// A day without a list: the nearest one is used, under its own name.
	s, err = analysis.SpreadOf(p, nil, atlas, zio.MustParseDate("2019-01-01"))
	require.NoError(t, err)
	require.Equal(t, "2019-01-01 2026-01-01 Jeugdhulpregio's 2026 van het CBS, verbeterd", s.Day.String()+" "+s.ListDay.String()+" "+s.List.Name)
	require.Equal(t, analysis.AdviceAcrossRegions, s.Advice)
	require.Contains(t, string(s.AppendDocument(nil)), `"standing": "compiled"`)
	p.Groups = p.Groups[:1]
	s, err = analysis.SpreadOf(p, nil, atlas, day)
	require.NoError(t, err)
	require.Equal(t, analysis.AdviceOneMunicipality, s.Advice)
	p.Groups = nil
	s, err = analysis.SpreadOf(p, nil, atlas, day)
	require.NoError(t, err)
	require.Equal(t, analysis.AdviceNoPupils, s.Advice)
}

func TestCompare(t *testing.T) {
	a, p := documents(t)
	one, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	other := *a
	other.Components = append([]funding.Component(nil), a.Components...)
	other.Components[0].Key = &funding.SinglePayer{Payer: "0268"}
	two, problems := funding.Calculate(&other, p)
	require.Empty(t, problems)
	c, err := analysis.Compare(one, two)
	require.NoError(t, err)
	require.Equal(t, []analysis.PartyDifference{
		{Party: "0252", Name: "B", A: euro("26400.00"), Difference: euro("-26400.00")},
		{Party: "0268", Name: "A", A: euro("39600.00"), B: euro("66000.00"), Difference: euro("26400.00")}}, c.Parties)
	require.Equal(t, analysis.TotalDifference{Name: "cost", A: "66000.00", B: "66000.00", Difference: "0.00"}, c.Totals[0])
}

func euro(s string) money.Euro    { return money.MustParseEuro(s) }
func euroAt(s string) *money.Euro { e := euro(s); return &e }

// Three pupils of A: 3 x 13,200 of 5 x 13,200; five more are 8 and 10. Minutes that do not fit are a problem of the population.
func TestSweepOverThePopulation(t *testing.T) {
	a, p := documents(t)
	s, problems := analysis.SweepParameter(a, p, "population:/groups/0/pupils", "3", "8", "5")
	require.Empty(t, problems)
	require.Equal(t, "66000.00", s.Points[0].Cost.String())
	require.Equal(t, "132000.00", s.Points[1].Cost.String())
	require.Equal(t, "105600.00", s.Points[1].Shares[1].Amount.String()) // 8 x 13,200 of 0268
	require.EqualValues(t, 10, s.Points[1].Pooled)
	_, problems = analysis.SweepParameter(a, p, "population:/groups/0/pupils", "601", "601", "1") // more than one minute each
	require.Equal(t, "population.minutes-outside-band", problems[0].Code())
	_, problems = analysis.SweepParameter(a, p, "population:/groups/9/pupils", "1", "1", "1")
	require.Equal(t, "parameter.pointer-unknown", problems[0].Code())
	// 132,000.00 is 10 pupils: 8 of A
	x, problems := analysis.Solve(a, p, "population:/groups/0/pupils", "1", "100", analysis.Goal{Of: "cost", Target: euro("132000.00")})
	require.Empty(t, problems)
	require.Equal(t, "8", x.From)
}

// St. Maartenschool with five more pupils of Nijmegen: 83 x 13,200 and 39 x 13,200.
func TestFiveMorePupils(t *testing.T) {
	a, p := practice(t, "st-maartenschool")
	require.EqualValues(t, 34, p.Groups[16].Pupils)
	_, q, problems := analysis.Changed(a, p, analysis.Change{Pointer: "population:/groups/16/pupils", Value: "39"})
	require.Empty(t, problems)
	x, problems := funding.Calculate(a, q)
	require.Empty(t, problems)
	cost, err := x.Cost()
	require.NoError(t, err)
	require.Equal(t, "1095600.00", cost.String())
	share, _ := x.Share("0268")
	require.Equal(t, "514800.00", share.String())
	require.EqualValues(t, 34, p.Groups[16].Pupils, "what was given does not change")
}

func TestChanged(t *testing.T) {
	a, p := documents(t)
	shares := func(changes ...analysis.Change) string {
		t.Helper()
		b, q, problems := analysis.Changed(a, p, changes...)
		require.Empty(t, problems)
		x, problems := funding.Draft(b, q)
		require.Empty(t, problems)
		var list []string
		for _, s := range x.Shares {
			list = append(list, s.Party+" "+s.Amount.String())
		}
		return strings.Join(list, ", ")
	}
	require.Equal(t, "0252 26400.00, 0268 39600.00", shares())
	// B leaves: its pupils are not in the pool, and A has 3 x 13,200.
	leaves, err := analysis.Leaves(a, "0252")
	require.NoError(t, err)
	require.Equal(t, "0268 39600.00", shares(leaves))
	joins, err := analysis.Joins(a, "0252")
	require.NoError(t, err)
	require.Equal(t, "0252 26400.00, 0268 39600.00", shares(leaves, joins))
	// Another key, everything else the same: 66,000 by 900 and 100 inhabitants.
	require.Equal(t, "0252 6600.00, 0268 59400.00", shares(analysis.Change{Pointer: "agreement:/components/0/key", Value: `{"rule":"pro-rata/1","basis":"inhabitants","nonParticipants":"redistribute"}`}))
	require.Equal(t, "0252 28600.00, 0268 42900.00", shares(analysis.Change{Pointer: "/components/0/cost/rate", Value: "65.00"})) // 2 and 3 x 14,300
	// A floor that was not there: 30,000.00 for B.
	require.Equal(t, "0252 30000.00, 0268 36000.00", shares(analysis.Change{Pointer: "/components/0/limits", Value: `{"floor":"30000.00","cutOff":"redistribute"}`}))
	require.Equal(t, "0252 31000.00, 0268 35000.00", shares(analysis.Change{Pointer: "/components/0/limits", Value: `{"cap":"60000.00","cutOff":"redistribute"}`}, analysis.Change{Pointer: "/components/0/limits/floor", Value: "31000.00"}))

	for c, want := range map[analysis.Change]string{
		{Pointer: "/components/7/cost/rate", Value: "1.00"}:  "parameter.pointer-unknown",
		{Pointer: "/components/0/cost/weeks", Value: "veel"}: "change.value-invalid",
		{Pointer: "/components/0/cost/rate", Value: "-1.00"}: "agreement.amount-negative",
		{Pointer: "/components/0/colour", Value: "blue"}:     "document.member-unknown",
		{Pointer: "population:/groups/0/pupils", Value: "x"}: "change.value-invalid",
	} {
		_, _, problems := analysis.Changed(a, p, c)
		require.NotEmpty(t, problems, c)
		require.Equal(t, want, problems[0].Code(), c)
	}
	_, err = analysis.Leaves(a, "p")
	require.Error(t, err)
}

// 66,000 by 3 and 2 pupils is 39,600 and 26,400. By pupils at school (3 and 3) and by minutes (600 and 600) it is 33,000 each: B
// rises 6,600. By inhabitants (900 and 100) it is 59,400 and 6,600: A rises 19,800. Three parts of the first and one of the last
// is 3/4 x 33,000 + 1/4 x 59,400 = 39,600: nobody rises.
func TestKeysSayWhoRisesAndFalls(t *testing.T) {
	a, p := documents(t)
	x, problems := analysis.CompareKeys(a, p, "c")
	require.Empty(t, problems)
	require.Len(t, x.Keys, 4)
	require.Nil(t, x.Keys[0].Rise)
	require.Equal(t, analysis.KeyChange{Party: "0252", Name: "B", Amount: euro("6600.00")}, *x.Keys[1].Rise)
	require.Equal(t, analysis.KeyChange{Party: "0268", Name: "A", Amount: euro("6600.00")}, *x.Keys[1].Fall)
	require.Equal(t, []string{"A"}, x.Keys[1].Gain)
	require.Equal(t, analysis.KeyChange{Party: "0268", Name: "A", Amount: euro("19800.00")}, *x.Keys[3].Rise)
	require.Equal(t, []string{"B"}, x.Keys[3].Gain)
	require.Equal(t, "26400.00", x.Keys[3].Shares[1].OverUse.String()) // A: 59,400 less the 33,000 of its own minutes
	require.Equal(t, "-26400.00", x.Keys[3].Shares[0].OverUse.String())
	require.NotNil(t, x.Mix)
	require.Equal(t, []int64{1, 3, 75}, []int64{x.Mix.First, x.Mix.Second, x.Mix.Percent})
	require.Nil(t, x.Mix.Rise)
	require.Equal(t, "39600.00", x.Mix.Shares[1].Amount.String())
}
