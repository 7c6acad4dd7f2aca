package funding_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// calculate works out one component over the municipalities A (0268), B (0252) and the outsider C (0202), which does
// not take part, with the providers p and q.
func calculate(t *testing.T, component, routing, population string) *funding.Result {
	t.Helper()
	a, problems := funding.ReadAgreement([]byte(`{"$schema":"` + zio.SchemaID("agreement") + `","id":"t","title":"T",
		"period":{"from":"2025-01-01","until":"2025-12-31"},"parties":[
		{"id":"0268","kind":"municipality","name":"A","participates":true},{"id":"0252","kind":"municipality","name":"B","participates":true},
		{"id":"0202","kind":"municipality","name":"C"},{"id":"p","kind":"provider","name":"P"},{"id":"q","kind":"provider","name":"Q"},
		{"id":"vsv","kind":"fund","name":"VSV"},{"id":"office","kind":"care-office","name":"Zorgkantoor"}],
		"routing":{` + routing + `},"components":[{"id":"c","title":"C",` + component + `,"division":{"method":"largest-remainder","unit":"cent"}}]}`))
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation([]byte(`{"$schema":"` + zio.SchemaID("population") + `","title":"P","countDate":"2025-01-01",` + population + `}`))
	require.Empty(t, problems)
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	return x
}

// shares is what the parties bear, in order of party, then the gap.
func shares(x *funding.Result) string {
	var list []string
	for _, s := range x.Components[0].Shares {
		list = append(list, s.Party+" "+s.Amount.String())
	}
	return strings.Join(append(list, "gap "+x.Components[0].Gap.String()), ", ")
}

// transfers is who pays whom.
func transfers(x *funding.Result) string {
	var list []string
	for _, s := range x.Transfers {
		list = append(list, s.From+">"+s.To+" "+s.Amount.String())
	}
	return strings.Join(list, ", ")
}

const (
	collective = `"route":"jeugdwet-collective",`
	budget100  = collective + `"cost":{"rule":"budget/1","amount":"100.00"},`
	payA       = `"key":{"rule":"single-payer/1","payer":"0268"},"flow":{"rule":"direct/1","payees":[{"party":"p","weight":"1","instrument":"purchase"}]}`
	eligible   = `"key":{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"},`
	directP    = `"flow":{"rule":"direct/1","payees":[{"party":"p","weight":"1","instrument":"purchase"}]}`
	// 3 pupils of A with 300 minutes, 1 of B with 100
	three = `"groups":[{"home":"0268","route":"jeugdwet","pupils":3,"minutesPerWeek":300},{"home":"0252","route":"jeugdwet","pupils":1,"minutesPerWeek":100}]`
)

func euro(s string) money.Euro     { return money.MustParseEuro(s) }
func factor(s string) money.Factor { return money.MustParseFactor(s) }
func euroAt(s string) *money.Euro  { e := euro(s); return &e }

// vectors has a worked example of every formula, with the arithmetic by hand.
var vectors = map[string]func(*testing.T){
	"F01": func(t *testing.T) { // 100.00 x 3/4 and 1/4
		require.Equal(t, "0252 25.00, 0268 75.00, gap 0.00", shares(calculate(t, budget100+`"key":{"rule":"pro-rata/1","basis":"enrolled-pupils","nonParticipants":"redistribute"},`+directP, "", three)))
	},
	"F02": func(t *testing.T) { // V4: 5.5 h x 60.00 x 40 = 13,200.00 a pupil; 4 pupils 52,800.00; band 5 h 12,000.00 and 6 h 14,400.00
		x := calculate(t, collective+`"cost":{"rule":"fixed-hours/1","normMinutes":330,"normRange":{"min":300,"max":360},"rate":"60.00","weeks":40,"rounding":"half-up"},`+eligible+directP, "", three)
		require.Equal(t, "0252 13200.00, 0268 39600.00, gap 0.00", shares(x))
		require.Equal(t, "48000.00", x.Components[0].Low.String())
		require.Equal(t, "57600.00", x.Components[0].High.String())
	},
	"F03": func(t *testing.T) { // 4 pupils x 185 minutes x 40 weeks = 29,600 minutes; / 60 x 30.00 = 14,800.00
		x := calculate(t, `"route":"education","cost":{"rule":"education-minutes/1","minutesPerWeek":185,"weeks":40,"rate":"30.00","rounding":"half-up"},`+payA, "", three)
		require.Equal(t, "14800.00", x.Components[0].Cost.String())
	},
	"F04": func(t *testing.T) { // 0.9 x 80,000 x 7/12 = 42,000.00; 1.5 x 80,000 x 5/12 = 50,000.00
		x := calculate(t, collective+`"cost":{"rule":"staffing/1","ratePerFte":"80000.00","rounding":"half-up","posts":[{"label":"x","steps":[{"from":"2025-01-01","fte":"0.9"},{"from":"2025-08-01","fte":"1.5"}]}]},`+payA, "", three)
		require.Equal(t, "92000.00", x.Components[0].Cost.String())
	},
	"F05": func(t *testing.T) { // rights 1.0 and 0.5, raised by 10 %: 1.65 fte x 60,000.00 = 99,000.00
		x := calculate(t, collective+`"cost":{"rule":"drawing-right/1","ratePerFte":"60000.00","charge":"right","kindsTogether":"yes","uplift":"10","upliftUntil":"2025-12-31","rounding":"half-up","rights":[
			{"school":"s","board":"o","kind":"youth-care","fte":"1","use":"0.8"},{"school":"r","board":"o","kind":"youth-care","fte":"0.5","use":"0.7","consent":true}]},`+payA, "", three)
		require.Equal(t, "99000.00", x.Components[0].Cost.String())
	},
	"F06": func(t *testing.T) { // 400 minutes x 40 weeks / 60 x 60.00 = 16,000.00; with the reserve 17,000.00
		x := calculate(t, collective+`"cost":{"rule":"estimated-hours/1","rate":"60.00","weeks":40,"rounding":"half-up","reserve":"1000.00","evidence":["ouders"]},`+payA, "", three)
		require.Equal(t, "17000.00", x.Components[0].Cost.String())
	},
	"F07": func(t *testing.T) { // A bears 75 and collects 25 of B; 100 - 4 fee - 6 reserve = 90 to P and Q, 2 to 1
		x := calculate(t, budget100+eligible+`"flow":{"rule":"cashier/1","cashier":"0268","collectedAs":"contribution","fee":"4.00","reserve":"6.00","payees":[{"party":"p","weight":"2","instrument":"purchase"},{"party":"q","weight":"1","instrument":"purchase"}]}`, "", three)
		require.Equal(t, "0252>0268 25.00, 0268>p 60.00, 0268>q 30.00", transfers(x))
	},
	"F08": func(t *testing.T) { // A pays 100 to P; C pays 30 for its own pupil: A bears 70
		x := calculate(t, budget100+`"key":{"rule":"single-payer/1","payer":"0268"},"flow":{"rule":"host/1","host":"0268","collectedAs":"contribution","payees":[{"party":"p","weight":"1","instrument":"purchase"}],"decisions":[{"home":"0202","pupils":1,"amount":"30.00"}]}`, "", three)
		require.Equal(t, "0202 30.00, 0268 70.00, gap 0.00", shares(x))
		require.Equal(t, "0268>p 100.00, 0202>0268 30.00", transfers(x))
	},
	"F09": func(t *testing.T) { // A pays all; B would have paid 25, A would have received 25 and pays 10 elsewhere: net -15
		x := calculate(t, budget100+eligible+`"flow":{"rule":"no-settlement/1","payer":"0268","tolerance":"20.00","elsewhere":"10.00","payees":[{"party":"p","weight":"1","instrument":"purchase"}]}`, "", three)
		require.Equal(t, "0268 100.00, gap 0.00", shares(x))
		require.Equal(t, []funding.Shadow{{Party: "0252", Amount: euro("25.00"), Over: true}, {Party: "0268", Amount: euro("-15.00")}}, x.Components[0].Shadow)
	},
	"F10": func(t *testing.T) { // 80 groups x 10 hours x 100.00 = 80,000.00; with two trainers 160,000.00: half is saved
		x := calculate(t, collective+`"cost":{"rule":"in-kind-pair/1","groups":80,"minutes":600,"rate":"100.00","rounding":"half-up"},`+payA, "", three)
		require.Equal(t, "80000.00", x.Components[0].Cost.String())
		require.Equal(t, "80000.00", stepValue(t, x, "c/cost/saving"))
	},
	"F11": func(t *testing.T) { // C's part, 1 of 5, stays: 20.00; VSV covers 15.00 of it; 5.00 is left
		x := calculate(t, budget100+`"key":{"rule":"pro-rata/1","basis":"enrolled-pupils","nonParticipants":"leave-as-gap"},`+directP+`,"cover":[{"party":"vsv","upTo":"15.00"}]`, "",
			`"groups":[{"home":"0268","pupils":3},{"home":"0252","pupils":1},{"home":"0202","pupils":1}]`)
		require.Equal(t, "0252 20.00, 0268 60.00, vsv 15.00, gap 5.00", shares(x))
	},
	"F12": func(t *testing.T) { // 4 classes x 50,000.00
		x := calculate(t, collective+`"cost":{"rule":"class-product/1","classes":4,"capacity":10,"price":"50000.00","rounding":"half-up"},`+payA, "", three)
		require.Equal(t, "200000.00", x.Components[0].Cost.String())
	},
	"F13": func(t *testing.T) { // 4 pupils x 25 % x 9,000.00
		x := calculate(t, collective+`"cost":{"rule":"population/1","needRate":"25","averageCost":"9000.00","evidence":"schatting","rounding":"half-up"},`+payA, "", three)
		require.Equal(t, "9000.00", x.Components[0].Cost.String())
	},
	"F14": func(t *testing.T) { // one pupil: 100 minutes of guidance pooled, 30 of nursing Zvw, 20 of education
		x := calculate(t, budget100+payA, "", `"pupils":[{"ref":"l1","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":100},{"kind":"nursing","minutesPerWeek":30},{"kind":"education-support","minutesPerWeek":20}]}]`)
		require.Equal(t, []funding.RoutedRoute{{Route: funding.RouteCollective, Pupils: 1, MinutesPerWeek: 100}, {Route: funding.RouteZvw, MinutesPerWeek: 30, UnchargedPerWeek: 30}, {Route: funding.RouteEducation, MinutesPerWeek: 20, UnchargedPerWeek: 20}}, x.Routing.Routes)
	},
	"F15": func(t *testing.T) { // 10 pupils, from 26 weeks to 1
		x := &zio.Indicators{Values: []zio.Indicator{{Code: zio.IndicatorWaiting, Period: days("2022-08-01", "2023-07-31"), Value: 26}, {Code: zio.IndicatorWaiting, Period: days("2023-08-01", "2024-07-31"), Value: 1, Pupils: 10}}}
		series, _ := x.Series()
		saved, known := series[0].WeeksSaved()
		require.True(t, known)
		require.Equal(t, int64(250), saved)
	},
	"F16": func(t *testing.T) { // (100,000 + 50 x 300) - (105,000 + 2,000) = 8,000; break-even (107,000 - 100,000) / 50 = 140.00
		s, err := analysis.SavingsOf(analysis.SavingsInput{Individual: euro("100000.00"), Collective: euro("105000.00"), Coordination: euroAt("2000.00"), Decisions: 50,
			PerMunicipality: euroAt("200.00"), PerSchool: euroAt("75.00"), PerParent: euroAt("25.00")})
		require.NoError(t, err)
		require.Equal(t, "8000.00", s.Saving.String())
		require.Equal(t, "140.00", s.BreakEven.String())
		s, err = analysis.SavingsOf(analysis.SavingsInput{Individual: euro("100000.00"), Collective: euro("105000.00"), Coordination: euroAt("2000.00"), Decisions: 50, PerSchool: euroAt("75.00"), PerParent: euroAt("25.00")})
		require.NoError(t, err)
		require.Nil(t, s.Saving, "a blank cost is not zero")
		require.Equal(t, []string{"perMunicipality"}, s.Missing)
		require.Equal(t, "140.00", s.BreakEven.String())
	},
	"F17": func(t *testing.T) { // 4 pupils used 1,440 minutes: 360 each, 30 off the norm; 13,200.00 becomes 14,400.00 a pupil
		a, problems := funding.ReadAgreement([]byte(`{"$schema":"` + zio.SchemaID("agreement") + `","id":"t","title":"T","period":{"from":"2025-01-01","until":"2025-12-31"},
			"parties":[{"id":"0268","kind":"municipality","name":"A","participates":true},{"id":"p","kind":"provider","name":"P"}],"routing":{},
			"components":[{"id":"c","title":"C","route":"jeugdwet-collective","cost":{"rule":"fixed-hours/1","normMinutes":330,"rate":"60.00","weeks":40,"rounding":"half-up"},` +
			`"key":{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"},` + directP + `,"division":{"method":"largest-remainder","unit":"cent"}}]}`))
		require.Empty(t, problems)
		p, problems := zio.ReadPopulation([]byte(`{"$schema":"` + zio.SchemaID("population") + `","title":"P","countDate":"2025-01-01","groups":[{"home":"0268","route":"jeugdwet","pupils":4}]}`))
		require.Empty(t, problems)
		in := analysis.RecalibrateInput{Component: "c", Realised: []analysis.Realised{{Pupils: 4, MinutesPerWeek: 1440}}, Tolerance: 29, Rounding: money.HalfUp}
		x, problems := analysis.Recalibrate(a, p, in)
		require.Empty(t, problems)
		require.Equal(t, int64(360), x.NewNorm)
		require.Equal(t, "4800.00", x.Effect.Parties[0].Difference.String())
		in.Tolerance = 30
		x, problems = analysis.Recalibrate(a, p, in)
		require.Empty(t, problems)
		require.False(t, x.Beyond)
		require.Equal(t, int64(330), x.NewNorm)
	},
	"F18": func(t *testing.T) { // V5: wage 3.1 + (4.25 - 3.8) = 3.55 %, material 2.0 + (2.5 - 2.2) = 2.30 %; 0.85 x 3.55 + 0.15 x 2.30 = 3.3625 %; 60.00 -> 62.0175
		x, err := analysis.Index(euro("60.00"), factor("85"), analysis.IndexFigures{ForecastNext: factor("3.1"), Definitive: factor("4.25"), ForecastThis: factor("3.8")},
			analysis.IndexFigures{ForecastNext: factor("2"), Definitive: factor("2.5"), ForecastThis: factor("2.2")}, money.HalfUp)
		require.NoError(t, err)
		require.Equal(t, money.MustParseExact("71/20"), x.Wage)
		require.Equal(t, money.MustParseExact("23/10"), x.Material)
		require.Equal(t, money.MustParseExact("82690/80000"), x.Factor) // 1.033625
		require.Equal(t, "62.02", x.Price.String())
	},
	"F19": func(t *testing.T) { // 600 - 420 = 180 minutes x 60.00 = 180.00; declared above agreed gives nothing
		x := calculate(t, `"route":"wlz","cost":{"rule":"absence/1","rate":"60.00","rounding":"half-up","lines":[{"label":"a","agreed":600,"declared":420},{"label":"b","agreed":100,"declared":130}]},"key":{"rule":"single-payer/1","payer":"office"},`+directP, "", three)
		require.Equal(t, "180.00", x.Components[0].Cost.String())
	},
	"F20": func(t *testing.T) { // 10,000,000 / 8,000 = 1,250 pupils; with 1,600 pupils 6,250.00 each; with 1,000 pupils the ceiling of 8,000.00
		for pupils, each := range map[string]string{"1600": "6250.00", "1000": "8000.00", "1250": "8000.00"} {
			x := calculate(t, `"route":"education","cost":{"rule":"supplement/1","pot":"10000000.00","cap":"8000.00","label":"emb"},`+payA, "", `"groups":[{"home":"0268","pupils":`+pupils+`,"label":"emb"},{"home":"0268","pupils":5}]`)
			require.Equal(t, each, stepValue(t, x, "c/cost/each"), pupils)
			require.Equal(t, "1250", stepValue(t, x, "c/cost/pupils-at-cap"))
		}
	},
	"F21": func(t *testing.T) { // 60, 45 and 30 minutes in one slot of 60: the 135 minutes stay those of each child, on the route Wlz
		need := func(ref, minutes string) string {
			return `{"ref":"` + ref + `","home":"0268","wlz":"granted","needs":[{"kind":"guidance","minutesPerWeek":` + minutes + `}]}`
		}
		x := calculate(t, budget100+payA, "", `"pupils":[`+need("l1", "60")+`,`+need("l2", "45")+`,`+need("l3", "30")+`]`)
		require.Equal(t, []funding.RoutedRoute{{Route: funding.RouteWlz, Pupils: 3, MinutesPerWeek: 135, UnchargedPerWeek: 135}}, x.Routing.Routes)
	},
	"F22": func(t *testing.T) { // 40 % by inhabitants 1 to 1, 60 % by own minutes 3 to 1: A 20 + 45, B 20 + 15
		x := calculate(t, budget100+`"key":{"rule":"hybrid/1","solidarity":"40","common":{"rule":"pro-rata/1","basis":"inhabitants","nonParticipants":"redistribute"},"own":{"rule":"own-use/1","measure":"eligible-minutes","nonParticipants":"redistribute"}},`+directP, "",
			three+`,"counts":[{"basis":"inhabitants","date":"2025-01-01","values":[{"municipality":"0268","count":1000},{"municipality":"0252","count":1000}]}]`)
		require.Equal(t, "0252 35.00, 0268 65.00, gap 0.00", shares(x))
	},
	"F23": func(t *testing.T) { // V6: 75.55 x 95 / 60 = 119.6208..
		e, err := funding.DeclaredAmount(euro("75.55"), 95)
		require.NoError(t, err)
		require.Equal(t, "119.62", e.String())
		// T1 as a decision: 180 minutes a week in 13 weeks at 60.00 an hour: 39 hours, 2,340.00
		x := calculate(t, `"route":"jeugdwet-individual","cost":{"rule":"individual-decisions/1","tariffs":[{"product":"45A04","per":"hour","amount":"60.00","variant":"effort"}]},"key":{"rule":"own-use/1","measure":"own-cost","nonParticipants":"redistribute"},`+directP, "",
			`"decisions":[{"home":"0202","product":"45A04","volume":180,"unit":"minute","frequency":"week","from":"2025-10-07","until":"2025-12-30"}]`)
		require.Equal(t, "0202 2340.00, gap 0.00", shares(x))
	},
	"F24": func(t *testing.T) { require.Equal(t, int64(6), funding.DeclaredHours([]int64{95, 95, 95, 95})) },
	"F25": func(t *testing.T) { // T1 and T4
		require.Equal(t, int64(13), funding.EffortWeeks(days("2025-10-07", "2025-12-30")))
		require.Equal(t, int64(9), funding.OutputWeeks(days("2025-07-07", "2025-09-07")))
		require.Equal(t, int64(4), funding.EffortWeeksInMonth(days("2025-10-07", "2025-12-30"), month("2025-10-01")))
		require.Equal(t, int64(1), funding.OutputWeeksInMonth(days("2025-07-07", "2025-09-07"), month("2025-09-01")))
	},
	"F26": func(t *testing.T) { // V7
		e, err := funding.MinuteTariff(euro("75.55"))
		require.NoError(t, err)
		require.Equal(t, "75.60", e.String())
	},
	"F27": func(t *testing.T) { // 50,000 x 1.10 x 1.30 / 1,300 hours x 1.20 x 1.02 = 67.32
		e, err := analysis.CostPrice(euro("50000.00"), factor("10"), factor("30"), 1300, factor("20"), factor("2"), money.HalfUp)
		require.NoError(t, err)
		require.Equal(t, "67.32", e.String())
	},
	"F28": func(t *testing.T) { // 10 + 5 pupils x 1,000.00 and 10 x 200.00 + 5 x 400.00
		state, alliance, err := analysis.AdmissionFunding(euro("1000.00"), []analysis.AdmissionCategory{{Pupils: 10, Amount: euro("200.00")}, {Pupils: 5, Amount: euro("400.00")}})
		require.NoError(t, err)
		require.Equal(t, "15000.00 4000.00", state.String()+" "+alliance.String())
	},
	"F29": func(t *testing.T) { // moves on 1 April: 90 days at A, 275 at B, of 365; 365.00 divided
		for move, want := range map[string]string{"by-days": "0252 275.00, 0268 90.00, gap 0.00", "old-home": "0252 0.00, 0268 365.00, gap 0.00", "new-home": "0252 365.00, 0268 0.00, gap 0.00"} {
			x := calculate(t, collective+`"cost":{"rule":"budget/1","amount":"365.00"},`+eligible+directP, `"within":{"move":"`+move+`"}`,
				`"pupils":[{"ref":"l1","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60}],"moves":[{"on":"2025-04-01","to":"0252"}]}]`)
			require.Equal(t, want, shares(x), move)
		}
	},
	"F30": func(t *testing.T) { // turns 18 on 15 March: 73 days of 365 in the pool, a fifth of a pupil
		x := calculate(t, collective+`"cost":{"rule":"fixed-hours/1","normMinutes":300,"rate":"60.00","weeks":40,"rounding":"half-up"},`+eligible+directP, `"within":{"adult":"by-days"},"adultRoute":"wmo"`,
			`"pupils":[{"ref":"l1","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60}],"turns18":"2025-03-15"}]`)
		require.Equal(t, "0252 0.00, 0268 2400.00, gap 0.00", shares(x)) // 12,000.00 / 5
	},
}

func stepValue(t *testing.T, x *funding.Result, id string) string {
	t.Helper()
	for _, s := range x.Trace.Steps {
		if s.ID == id {
			return s.Value
		}
	}
	t.Fatalf("no step %s", id)
	return ""
}

// Every formula of the catalogue stands in the package documentation, with identifiers that exist, and has a vector.
func TestFormulas(t *testing.T) {
	documentation, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	exported := exportedNames(t)
	rows := regexp.MustCompile(`(?m)^//   - (F[0-9]{2}) [^:]+: (.*)$`).FindAllStringSubmatch(string(documentation), -1)
	require.Len(t, rows, 30)
	for i, row := range rows {
		require.Equal(t, "F"+strconv.Itoa(100 + i + 1)[1:], row[1])
		names := regexp.MustCompile(`\[(?:[a-z]+\.)?([A-Za-z]+)\]`).FindAllStringSubmatch(row[2], -1)
		require.NotEmpty(t, names, row[1])
		for _, name := range names {
			require.True(t, exported[name[1]], "%s names %s", row[1], name[1])
		}
		require.Contains(t, vectors, row[1])
		t.Run(row[1], vectors[row[1]])
	}
}

func exportedNames(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	asked, err := filepath.Glob("analysis/*.go")
	require.NoError(t, err)
	asked = append(asked, "../zio/indicator_series.go")
	files = append(files, asked...)
	names := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil {
					names[d.Name.Name] = true
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok {
						names[s.Name.Name] = true
					}
				}
			}
		}
	}
	return names
}
