package agreements

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// described are the practices that the sources describe, in the order of the dossier (2.1 to 2.18), with their folders.
// 2.14 (Amsterdam in the guide) is 2.5; 2.18 (the six steps) is the form of the work plans.
var described = []struct{ name, folders string }{
	{"2.1 Einstein Class, Franeker", "einstein-class"},
	{"2.2 St. Maartenschool, Nijmegen", "st-maartenschool"},
	{"2.3 Proeftuin Utrecht", "proeftuin-utrecht"},
	{"2.4 School als Wijk, Groningen", "school-als-wijk"},
	{"2.5 and 2.14 SJSO Amsterdam", "sjso-amsterdam"},
	{"2.6 WIsH, 's-Hertogenbosch", "wish-den-bosch"},
	{"2.7 IKC IJmond", "ikc-ijmond"},
	{"2.8 Leijpark and Hart van Brabant", "leijpark-tilburg hart-van-brabant"},
	{"2.9 Utrecht bovenregionaal", "utrecht-bovenregionaal"},
	{"2.10 Zuidoost-Brabant", "zuidoost-brabant"},
	{"2.11 Holland Rijnland", "holland-rijnland"},
	{"2.12 Apeldoorn", "apeldoorn"},
	{"2.13 Haren", "haren"},
	{"2.15 Zuid-Limburg", "zuid-limburg"},
	{"2.16 quotes Q1 to Q7", "quote-q1-parents-sign quote-q2-one-per-class quote-q3-nine-groups quote-q4-volume-funding quote-q5-weighing quote-q6-one-request quote-q7-regional-budget"},
	{"2.17 zorgarrangeur", "zorgarrangeur"},
	{"schemes of the formula catalogue: F19, F20", "wlz-afwezigheid emb-2020"},
	{"made up, to show the law of a whole school", "hele-school"},
	{"settlement keys of Noordoost-Brabant", "noordoost-brabant"},
	{"the pilot of Twente in 2020", "twente-2020"},
	{"made up, to show how risks are shared", "vijf-gemeenten"},
}

func TestEveryDescribedSystemHasAFolder(t *testing.T) {
	known := map[string]bool{}
	for _, d := range described {
		for _, id := range strings.Fields(d.folders) {
			_, found := Find(id)
			require.True(t, found, "%s has no folder %s", d.name, id)
			known[id] = true
		}
	}
	for _, s := range List() {
		require.True(t, known[s.ID], "folder examples/agreements/%s is not in described in examples/agreements/systems_test.go: add it to a line there", s.ID)
	}
}

// Every rule is in use somewhere: the catalogue is proven by writing the systems down.
func TestEveryRuleIsInUse(t *testing.T) {
	used := map[string]bool{}
	for _, s := range List() {
		for _, name := range s.Agreements() {
			data, err := s.Read(name)
			require.NoError(t, err)
			walk(tree(t, data), func(member string, v any) {
				if rule, ok := v.(string); ok && member == "rule" {
					used[rule] = true
				}
			})
		}
	}
	for _, d := range slices.Concat(funding.CostRules(), funding.KeyRules(), funding.FlowRules()) {
		require.True(t, used[d.Rule], "no system uses %s: add a folder to examples/agreements, or to one that is there a candidate, agreement.NAME.json", d.Rule)
	}
}

func walk(v any, visit func(string, any)) {
	switch x := v.(type) {
	case map[string]any:
		for name, member := range x {
			visit(name, member)
			walk(member, visit)
		}
	case []any:
		for _, member := range x {
			walk(member, visit)
		}
	}
}

// step finds a step of the trace by its address.
func step(t *testing.T, x *funding.Result, id string) funding.Step {
	t.Helper()
	for _, s := range x.Trace.Steps {
		if s.ID == id {
			return s
		}
	}
	require.Fail(t, "no step "+id)
	return funding.Step{}
}

// pupils counts the pupils of groups and lines that fit.
func pupils(p *zio.Population, fits func(home, label string) bool) int64 {
	n := int64(0)
	for i := range p.Groups {
		if g := &p.Groups[i]; fits(g.Home.String(), g.Label) {
			n += g.Pupils
		}
	}
	for i := range p.Pupils {
		if q := &p.Pupils[i]; fits(q.Home.String(), q.Label) {
			n++
		}
	}
	return n
}

func all(string, string) bool { return true }

// Section 2.1: 55 pupils on 1.5 fte is 36.7 pupils per fte; other homes pay Waadhoeke, which bears the rest.
func TestEinsteinClass(t *testing.T) {
	a, p, x := calculate(t, "einstein-class", "agreement.json")
	steps := a.Components[0].Cost.(*funding.Staffing).Posts[0].Steps
	require.Equal(t, []string{"0.9", "1.5"}, []string{steps[0].Fte.String(), steps[1].Fte.String()})
	require.EqualValues(t, 55, pupils(p, all))
	perFte, err := money.ExactFromInt(pupils(p, all)).Quo(steps[1].Fte.Exact())
	require.NoError(t, err)
	tenths, err := perFte.MulInt(10)
	require.NoError(t, err)
	n, err := tenths.Round(money.HalfUp)
	require.NoError(t, err)
	require.EqualValues(t, 367, n) // 36.7
	// (0.9 + 1.5) x 85,000 = 204,000; less 6,400 and 9,100 = 188,500
	require.Equal(t, "188500.00", bears(x, "1949"))
	// a secondary school: since 1 August 2022 the WVO 2020, and in the years of the agreement the WVO
	for _, e := range x.Routing.Exclusions {
		if e.Reason == funding.ReasonEducationShare {
			require.Equal(t, "WVO (later WVO 2020 art. 2.47)", e.Basis)
		}
	}
	require.Equal(t, "WVO 2020 art. 2.47", funding.RouteAlliance.Basis(zio.MustParseDate("2022-08-01"), p.Sites[0].Type))
}

// Section 2.2: about 200 pupils, 50 % Jeugdwet under 12 hours, 50 % the others, 22 % from elsewhere, 185 minutes.
func TestStMaartenschool(t *testing.T) {
	a, p, x := calculate(t, "st-maartenschool", "agreement.json")
	require.EqualValues(t, 200, pupils(p, all))
	homes := map[string]bool{}
	pupils(p, func(home, _ string) bool {
		homes[home] = true
		return false
	})
	require.Len(t, homes, 28, "the answer to 2018Z06937")
	require.Equal(t, "Zorgkantoor VGZ", a.Party("zorgkantoor").Name)
	in := map[string]bool{}
	for _, party := range a.Parties {
		in[party.ID] = party.Participates
	}
	require.EqualValues(t, 12, func() (n int) {
		for _, yes := range in {
			if yes {
				n++
			}
		}
		return n
	}())
	under12 := int64(0)
	for i := range p.Groups {
		if g := &p.Groups[i]; g.Route == zio.ClaimJeugdwet && g.Band.Max < 720 {
			under12 += g.Pupils
		}
	}
	require.EqualValues(t, 100, under12)                                                                     // 50 %
	require.EqualValues(t, 44, pupils(p, func(home, _ string) bool { return !in[home] }))                    // 22 %
	require.EqualValues(t, 78, x.Routing.Pooled)                                                             // half of the 156 of the twelve
	require.EqualValues(t, 37_000, x.Routing.EducationMinutesPerWeek)                                        // 185 x 200
	require.Equal(t, "1029600.00", x.Components[0].Cost.String())                                            // 78 x 13,200.00
	require.Equal(t, "448800.00", bears(x, "0268"))                                                          // 34 x 13,200.00
	require.Equal(t, "936000.00 1123200.00", x.Components[0].Low.String()+" "+x.Components[0].High.String()) // 78 x 12,000.00 and 14,400.00
	for _, tr := range x.Transfers {
		require.False(t, tr.From == "0268" && tr.To == "0268", "Nijmegen pays itself nothing")
	}
}

// Section 2.2 (a): at exactly 12 hours the boundary decides.
func TestBoundaryOfTheThreshold(t *testing.T) {
	a, p, x := calculate(t, "st-maartenschool", "agreement.json")
	require.EqualValues(t, 34, pooled(x, "0268"))
	a.Routing.Threshold.Boundary = "at-most"
	y, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	require.EqualValues(t, 36, pooled(y, "0268"))
}

// Section 2.3: 2 fte in each of two schools is 4 fte, and nobody is invoiced.
func TestProeftuinUtrecht(t *testing.T) {
	a, _, x := calculate(t, "proeftuin-utrecht", "agreement.json")
	milli := int64(0)
	for _, post := range a.Components[0].Cost.(*funding.Staffing).Posts {
		milli += post.Steps[0].Fte.Milli()
	}
	require.EqualValues(t, 4000, milli)
	require.Equal(t, "340000.00", bears(x, "0344"))
	require.Len(t, x.Components[0].Shadow, 7)
	for _, s := range x.Components[0].Shadow {
		if s.Party == "0344" { // pupils of Utrecht go to school elsewhere too, and that is roughly in balance
			require.Equal(t, "0.00", s.Amount.String())
			require.False(t, s.Over)
			return
		}
	}
	require.Fail(t, "no shadow amount of Utrecht")
}

// Section 2.4: 1,019 students of whom 8 % (82) from Drenthe, 19 sites of which 14 in the city, a gap of 270,000 that is shown and covered.
func TestSchoolAlsWijk(t *testing.T) {
	_, p, x := calculate(t, "school-als-wijk", "agreement.json")
	drenthe := func(home, _ string) bool {
		m, found := zio.Netherlands().Lookup(zio.MustParseMunicipalityCode(home))
		return found && m.Province.Name() == "Drenthe"
	}
	require.EqualValues(t, 1019, pupils(p, all))
	require.EqualValues(t, 82, pupils(p, drenthe))
	eight, err := money.ExactRatio(8*1019, 100)
	require.NoError(t, err)
	n, err := eight.Round(money.HalfUp)
	require.NoError(t, err)
	require.EqualValues(t, 82, n) // 81.52
	sites := map[string]int64{}
	total := int64(0)
	for _, v := range p.Counts[1].Values {
		sites[v.Municipality.String()] = v.Count
		total += v.Count
	}
	require.Equal(t, []int64{19, 14}, []int64{total, sites["0014"]})
	// More than 9 fte work in the city: what Groningen passes on to who does the work there is between 70,000 and 110,000 per fte.
	for _, tr := range x.Transfers {
		if tr.To == "uitvoerder-groningen" {
			require.Equal(t, "819000.00", tr.Amount.String()) // 14 / 19 x 12.35 fte x 90,000 = 9.1 x 90,000
			perFte := tr.Amount.Cents() / 100 * 10 / 91
			require.True(t, 70_000 <= perFte && perFte <= 110_000, "%d for one fte", perFte)
		}
	}
	require.Equal(t, "1111500.00", x.Components[0].Cost.String()) // 12.35 x 90,000
	covered := step(t, x, "programma/cover/covered/vsv")
	require.Equal(t, []string{"gap", "270000.00"}, []string{covered.Inputs[0].Name, covered.Inputs[0].Value})
	require.Equal(t, "250000.00", covered.Value)
	require.Equal(t, "0.00", x.Components[0].Gap.String())
}

// Section 2.5: about 6,000 children, 1,900 with three or more conversations (31.7 %), forty other municipalities, sixteen providers.
func TestSJSOAmsterdam(t *testing.T) {
	a, p, x := calculate(t, "sjso-amsterdam", "agreement.json")
	require.EqualValues(t, 6000, pupils(p, all))
	require.EqualValues(t, 1900, pupils(p, func(_, label string) bool { return label == "drie of meer gesprekken" }))
	homes := map[string]bool{}
	outside := pupils(p, func(home, _ string) bool {
		homes[home] = true
		return home != "0363"
	})
	require.Len(t, homes, 41)
	require.EqualValues(t, 1900/5, outside)
	providers := 0
	for _, party := range a.Parties {
		if party.Kind == funding.PartyProvider {
			providers++
		}
	}
	require.Equal(t, 16, providers)
	require.Equal(t, "2125200.00", x.Components[0].Cost.String()) // 21 fte x 1.1 x 92,000.00
	paid := map[string]string{}
	for _, tr := range x.Transfers {
		paid[tr.To] = tr.Amount.String()
	}
	require.Equal(t, "607200.00", paid["aanbieder-01"])  // Orion: youth care 6 fte x 1.1 x 92,000.00
	require.Equal(t, "1518000.00", paid["aanbieder-02"]) // the other 15 fte
	require.Empty(t, x.Routing.Exclusions, "nobody keeps a decision for help that is open to all")
	require.EqualValues(t, 6000, x.Routing.Pooled)
}

// Section 2.6: half of the cost of the trainers is saved.
func TestWIsH(t *testing.T) {
	_, _, x := calculate(t, "wish-den-bosch", "agreement.json")
	require.Equal(t, "243000.00", x.Components[0].Cost.String()) // 3 years x 75 groups x 10 hours x 108.00: 81,000 a year, just over 80,000
	require.Equal(t, "486000.00", step(t, x, "training/cost/before").Value)
	require.Equal(t, "243000.00", step(t, x, "training/cost/saving").Value)
	require.Equal(t, "2022-07-31", x.Agreement.Period.Until.String(), "secured up to and including 2021-2022")
}

// Section 2.7: four classes of at most ten children; an eleventh in every class is refused.
func TestIKCIJmond(t *testing.T) {
	a, p, x := calculate(t, "ikc-ijmond", "agreement.product.json")
	require.Equal(t, "392000.00", x.Components[0].Cost.String()) // 4 x 98,000.00
	require.Equal(t, funding.RouteAlliance, a.Components[1].Route, "the alliance pays by admission statements")
	require.Equal(t, "900000.00", bears(x, "swv"))
	p.Groups[0].Pupils += 3
	_, problems := funding.Calculate(a, p)
	require.Len(t, problems, 1)
	require.Equal(t, "class-product.too-many-pupils", problems[0].Code())
}

// Section 2.8: 17 infants in the estimate; those with a running decision stay out.
func TestLeijpark(t *testing.T) {
	_, _, x := calculate(t, "leijpark-tilburg", "agreement.json")
	require.EqualValues(t, 17, x.Routing.Pooled)
	for _, e := range x.Routing.Exclusions {
		require.Equal(t, funding.ReasonRunningDecision, e.Reason)
	}
	require.Equal(t, "50306.67", bears(x, "0855")) // 3,850 minutes / 60 x 14 x 56.00 = 50,306.666..
}

// Section 2.8, after the pilot: more than 420 pupils at Leijpark.
func TestHartVanBrabant(t *testing.T) {
	_, p, x := calculate(t, "hart-van-brabant", "agreement.json")
	leijpark := int64(0)
	for i := range p.Groups {
		if p.Groups[i].Site.String() == "02ZX00" {
			leijpark += p.Groups[i].Pupils
		}
	}
	require.EqualValues(t, 424, leijpark)
	require.Len(t, x.Shares, 9)
}

// Section 2.9: pupils of one school from 23 municipalities; the shares sum to the budget.
func TestUtrechtBovenregionaal(t *testing.T) {
	_, p, x := calculate(t, "utrecht-bovenregionaal", "agreement.json")
	homes := map[string]bool{}
	pupils(p, func(home, label string) bool {
		if label == "Heuvelrug College" {
			homes[home] = true
		}
		return false
	})
	require.Len(t, homes, 23)
	sum := money.Euro{}
	for _, s := range x.Shares {
		var err error
		sum, err = sum.Add(s.Amount)
		require.NoError(t, err)
	}
	require.Equal(t, "480000.00", sum.String())
}

// Section 2.10: 21 municipalities, three candidates with the same total.
func TestZuidoostBrabant(t *testing.T) {
	_, _, x := calculate(t, "zuidoost-brabant", "agreement.json")
	_, _, y := calculate(t, "zuidoost-brabant", "agreement.hybrid.json")
	require.Len(t, x.Shares, 21)
	require.Len(t, y.Shares, 21)
	require.NotEqual(t, x.Shares, y.Shares)
	_, _, z := calculate(t, "zuidoost-brabant", "agreement.mixed.json")
	require.Equal(t, "600000.00", bears(z, "0772")) // the cap
	require.Equal(t, x.Components[0].Cost, z.Components[0].Cost)
	require.Equal(t, x.Components[0].Cost, y.Components[0].Cost)
}

// Section 2.15: sixteen municipalities, Maastricht grants.
func TestZuidLimburg(t *testing.T) {
	_, _, x := calculate(t, "zuid-limburg", "agreement.json")
	require.Len(t, x.Shares, 16)
	grants := 0
	for _, tr := range x.Transfers {
		if tr.From == "0935" {
			require.Equal(t, "0935", tr.From)
			grants++
		}
	}
	require.Equal(t, 3, grants)
}

// Section 2.16, Q2: eight classes with one each is eight care workers; Q5: what nobody decided stays grey.
func TestQuotes(t *testing.T) {
	a, _, x := calculate(t, "quote-q2-one-per-class", "agreement.json")
	product := a.Components[0].Cost.(*funding.ClassProduct)
	require.EqualValues(t, 8000, product.Classes*product.FtePerClass.Milli())
	require.Equal(t, "464000.00", x.Components[0].Cost.String()) // 8 x 58,000.00
	_, _, x = calculate(t, "quote-q5-weighing", "agreement.json")
	for _, r := range x.Routing.Routes {
		if r.Route == funding.RouteGrey {
			require.EqualValues(t, 180, r.MinutesPerWeek) // 120 + 60
			return
		}
	}
	require.Fail(t, "no grey area")
}

// Q5: the alliance pays the 90 and 150 minutes that the framework calls education, 240 / 60 x 40 x 45.00, and the municipality
// those that it calls care: 240 + 180 + 100. Q7: there are no pupils.
func TestQuotesThatWeigh(t *testing.T) {
	_, _, x := calculate(t, "quote-q5-weighing", "agreement.json")
	require.Equal(t, "7200.00", bears(x, "swv"))
	require.Equal(t, "19066.67", bears(x, "9999")) // 520 / 60 x 40 x 55.00
	for _, r := range x.Routing.Routes {
		if r.Route == funding.RouteEducation {
			require.Equal(t, []int64{240, 0}, []int64{r.MinutesPerWeek, r.UnchargedPerWeek}, "what is education is in an amount")
		}
	}
	_, p, _ := calculate(t, "quote-q7-regional-budget", "agreement.json")
	require.Empty(t, p.Groups)
}

// F20: with 1,250 pupils the pot of ten million is just enough for the ceiling of 8,000.
func TestEMB(t *testing.T) {
	a, p, x := calculate(t, "emb-2020", "agreement.json")
	require.Equal(t, "1250", step(t, x, "toeslag/cost/pupils-at-cap").Value)
	require.Equal(t, "8000.00", step(t, x, "toeslag/cost/each").Value)
	require.Equal(t, "10000000.00", x.Components[0].Cost.String())
	p.Groups[0].Pupils = 1000 // the ceiling holds
	y, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	require.Equal(t, "8000000.00", y.Components[0].Cost.String())
	p.Groups[0].Pupils = 1300 // the pot holds: 10,000,000 / 1,300 = 7,692.307.., down to the cent
	y, problems = funding.Calculate(a, p)
	require.Empty(t, problems)
	require.Equal(t, "7692.30", step(t, y, "toeslag/cost/each").Value)
}

// F19: 2,400 minutes absent at 62.00 an hour; more declared than agreed counts as zero.
func TestAbsence(t *testing.T) {
	_, _, x := calculate(t, "wlz-afwezigheid", "agreement.json")
	require.Equal(t, "2480.00", x.Components[0].Cost.String())
}

func bears(x *funding.Result, party string) string {
	for _, s := range x.Shares {
		if s.Party == party {
			return s.Amount.String()
		}
	}
	return ""
}

func pooled(x *funding.Result, home string) int64 {
	for _, h := range x.Routing.Homes {
		if h.Home.String() == home {
			return h.Pooled
		}
	}
	return 0
}

// Every minute in one amount, 40 weeks: 400 / 60 x 60.00, 600 / 60 x 62.00, 200 / 60 x 70.00 and 120 / 60 x 45.00 a week.
func TestWholeSchool(t *testing.T) {
	_, _, x := calculate(t, "hele-school", "agreement.json")
	var list []string
	for _, c := range x.Components {
		list = append(list, c.Shares[0].Party+" "+c.Cost.String())
	}
	require.Equal(t, []string{"0307 16000.00", "zorgkantoor 24800.00", "verzekeraar 9333.33", "swv 3600.00"}, list)
}
