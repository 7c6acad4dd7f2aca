package funding_test

import (
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/proof/oracle/random"
	"github.com/zio-collectief/zio/zio"
)

// sentencesOf are the sentences of a party, or of all, of the calculation of base with changes.
func sentencesOf(x *funding.Result, party string, l zio.Lang) []string {
	var list []string
	for _, s := range x.Explain(party, l) {
		list = append(list, s.Text)
	}
	return list
}

// Who only receives reads what it is paid of: the cost and the payments of the component. A sentence begins with a capital, also
// where the name of a party has none.
func TestWhoOnlyReceivesIsTold(t *testing.T) {
	x := calculated(t, edits{"/parties/1/name": `"aan de Maas"`}, nil)
	found := map[string]bool{}
	for _, s := range x.Explain("zorg", zio.Dutch) {
		found[s.Step] = true
	}
	require.True(t, found["pot/cost/budget"], found)
	for _, s := range sentencesOf(x, "0209", zio.Dutch) {
		require.False(t, strings.HasPrefix(s, "aan"), s)
		found["capital"] = found["capital"] || strings.HasPrefix(s, "Aan de Maas ")
	}
	require.True(t, found["capital"])
}

// A weight is told with what it counts: a word of its own, or the name of a series of the region's own between brackets.
func TestWeightsSayWhatTheyCount(t *testing.T) {
	for basis, want := range map[string]string{"rolstoelen": "7 (rolstoelen)", "inhabitants": "7 inwoners"} {
		x := calculated(t, edits{key: `{"rule":"pro-rata/1","basis":"` + basis + `","date":"2025-01-01","nonParticipants":"redistribute"}`},
			edits{"/counts": `[{"basis":"` + basis + `","date":"2025-01-01","values":[{"municipality":"0268","count":7},{"municipality":"0209","count":9}]}]`})
		require.Contains(t, strings.Join(sentencesOf(x, "0268", zio.Dutch), "\n"), want)
	}
}

// A division of a result in which a weight is no number any more is not told by the others.
func TestADivisionWithoutAWeightIsNotTold(t *testing.T) {
	x := calculated(t, nil, nil)
	told := func() bool {
		return slices.ContainsFunc(x.Explain("0268", zio.Dutch), func(s funding.Sentence) bool { return s.Step == "pot/shares" })
	}
	require.True(t, told())
	for i := range x.Trace.Steps {
		if s := &x.Trace.Steps[i]; s.ID == "pot/shares" {
			s.Inputs[1].Value = "zes"
		}
	}
	require.False(t, told())
}

// Amounts have more digits than other decimals, and are told like any: 6 and 3 of 9 pupils bear 955,070,584,243.7933.. and
// 477,535,292,121.8966.. of 1,432,605,876,365.69.
func TestALargeAmountIsTold(t *testing.T) {
	x := calculated(t, edits{cost: `{"rule":"budget/1","amount":"1432605876365.69"}`}, nil)
	require.Contains(t, sentencesOf(x, "0268", zio.Dutch), "Op Nijmegen komen 6 van de 9 leerlingen. Van € 1.432.605.876.365,69 is dat € 955.070.584.243,79.")
	require.Contains(t, sentencesOf(x, "0209", zio.English), "Beuningen counts for 3 of the 9 pupils. Of €1,432,605,876,365.69 that is €477,535,292,121.90.")
	// under a cap of 1,200,000,000,000.10 the weights of the division are the amounts: what is left of 2,000,000,000,000.40 goes to Beuningen
	limited := calculated(t, edits{cost: `{"rule":"budget/1","amount":"2000000000000.40"}`, "/components/0/limits": `{"cap":"1200000000000.10","cutOff":"redistribute"}`}, nil)
	require.Contains(t, ofLimits(limited, "0209", zio.Dutch), "Beuningen draagt € 800.000.000.000,30.")
	explained(t, limited)
	for text, want := range map[string]string{"1432605876365.69": "143260587636569/100", "-999999999999.999999": "-999999999999999999/1000000", "2865211752731/2": "2865211752731/2", "17": "17"} {
		amount, err := funding.ParseAmount(text)
		require.NoError(t, err)
		require.Equal(t, money.MustParseExact(want), amount)
	}
}

// A number that has more digits than a decimal, and is no amount of whole cents, is a fraction, which can be read again: 9,876,543,210,987.65
// over 8 pupils is 1,234,567,901,373.45625 per pupil.
func TestALongNumberIsAFraction(t *testing.T) {
	x := calculated(t, edits{cost: `{"rule":"budget/1","amount":"9876543210987.65"}`}, edits{"/groups/1/pupils": "2", "/groups/1/minutesPerWeek": "200"})
	mean := ""
	for _, s := range x.Trace.Steps {
		if s.Name == "mean" {
			mean = s.Value
		}
	}
	require.Equal(t, "197530864219753/160", mean)
	amount, err := funding.ParseAmount(mean)
	require.NoError(t, err)
	require.Equal(t, money.MustParseExact(mean), amount)
}

// A step whose label somebody took out of a result is not told without it.
func TestAStepWithoutItsLabelIsNotTold(t *testing.T) {
	a, p := categorised()
	a[cost], a[key] = `{"rule":"price-list/1","basis":"eligible-pupils","rounding":"half-up","prices":[{"category":"licht","price":"1.00"},{"category":"midden","price":"2.00"},{"category":"zwaar","price":"3.00"}]}`, weighted
	delete(a, cost+"/amount")
	x := calculated(t, a, p)
	told := func() (n int) {
		for _, s := range x.Explain("0268", zio.Dutch) {
			if strings.HasPrefix(s.Step, "pot/cost/cost-") {
				n++
			}
		}
		return n
	}
	require.Equal(t, 3, told())
	for i := range x.Trace.Steps {
		x.Trace.Steps[i].Label = ""
	}
	require.Zero(t, told())
}

// A key inside another divides its part only, and the explanation says which part: half for two equal weights.
func TestNestedKeysAreTold(t *testing.T) {
	inside := func(rule string) *funding.Result {
		return calculated(t, edits{key: rule, "/parties/3": `{"id":"swv","kind":"school-alliance","name":"SWV"}`, "/components/0/flow": `{"rule":"direct/1","payees":[{"party":"hulp","weight":"1","instrument":"purchase"}]}`}, nil)
	}
	single, pupils := `{"rule":"single-payer/1","payer":"swv"}`, `{"rule":"pro-rata/1","basis":"eligible-pupils","nonParticipants":"redistribute"}`
	half := inside(`{"rule":"mixed/1","parts":[{"weight":"1","key":` + pupils + `},{"weight":"1","key":` + single + `}]}`)
	require.Equal(t, []string{"Het afgesproken budget is € 1.000,00.", "Verdeling van de helft (1 van 2 delen) van het bedrag:",
		"SWV draagt dit deel alleen.", "SWV draagt de helft (1 van 2 delen).", "Op SWV komt 1 van de 2 delen. Van € 1.000,00 is dat € 500,00.", "SWV betaalt € 500,00 voor ingekochte zorg aan Hulpaanbieder.", "In totaal draagt SWV € 500,00."},
		sentencesOf(half, "swv", zio.Dutch))
	require.Contains(t, sentencesOf(half, "swv", zio.English), "SWV bears half (1 of 2 parts).")
	require.Contains(t, sentencesOf(half, "0268", zio.Dutch), "Nijmegen heeft 6 van de 9 leerlingen.")
	// 3 of 4 parts by pupils, 1 of 4 by the alliance: 250.00
	quarter := inside(`{"rule":"mixed/1","parts":[{"weight":"3","key":` + pupils + `},{"weight":"1","key":` + single + `}]}`)
	require.Contains(t, sentencesOf(quarter, "swv", zio.Dutch), "SWV draagt 1 van 4 delen.")
	require.Contains(t, sentencesOf(quarter, "swv", zio.Dutch), "Op SWV komt 1 van de 4 delen. Van € 1.000,00 is dat € 250,00.")
	// 60 per cent of the alliance
	hybrid := inside(`{"rule":"hybrid/1","solidarity":"60","common":` + single + `,"own":{"rule":"own-use/1","measure":"eligible-pupils","nonParticipants":"redistribute"}}`)
	require.Contains(t, sentencesOf(hybrid, "swv", zio.Dutch), "SWV draagt 60 procent.")
	require.Contains(t, sentencesOf(hybrid, "swv", zio.Dutch), "Op SWV komen 60 van de 100 procent. Van € 1.000,00 is dat € 600,00.")
}

// A count of three years says so: 10 + 12 + 14 clients are 36, 12 a year.
func TestThreeYearsAreTold(t *testing.T) {
	x := calculated(t, edits{key: `{"rule":"pro-rata/1","basis":"clients","date":"2024-01-01","years":3,"nonParticipants":"redistribute"}`},
		edits{"/counts": `[{"basis":"clients","date":"2022-01-01","values":[{"municipality":"0268","count":10},{"municipality":"0209","count":3}]},
			{"basis":"clients","date":"2023-01-01","values":[{"municipality":"0268","count":12},{"municipality":"0209","count":3}]},
			{"basis":"clients","date":"2024-01-01","values":[{"municipality":"0268","count":14},{"municipality":"0209","count":3}]}]`})
	require.Contains(t, sentencesOf(x, "0268", zio.Dutch), "Nijmegen: in 3 jaar samen 36, gemiddeld 12 per jaar.")
	require.Contains(t, sentencesOf(x, "0268", zio.English), "Nijmegen: 36 in 3 years, 12 a year on average.")
	require.Contains(t, sentencesOf(x, "0268", zio.Dutch), "Op Nijmegen komen 36 van de 45 cliënten. Van € 1.000,00 is dat € 800,00.")
}

// LECSO underpinned 185 minutes, and no other number.
func TestSourceBelongsToItsMinutes(t *testing.T) {
	for minutes, want := range map[string]string{"185": "LECSO, in het so-tarief (OCW)", "60": ""} {
		found := 0
		for _, e := range []edits{
			{"/routing": `{"educationMinutesPerWeek":` + minutes + `,"subtractEducation":"no"}`},
			{"/routing": `{}`, "/components/0/route": `"alliance"`, key: `{"rule":"pro-rata/1","basis":"enrolled-pupils","nonParticipants":"redistribute"}`, cost: `{"rule":"education-minutes/1","minutesPerWeek":` + minutes + `,"weeks":40,"rate":"45.00","rounding":"half-up"}`},
		} {
			for _, s := range calculated(t, e, nil).Trace.Steps {
				if s.Name == "minutes" || s.Name == "education-minutes" {
					require.Equal(t, want, s.Basis, s.ID)
					found++
				}
			}
		}
		require.Equal(t, 2, found)
	}
}

// iJw governs youth care only, and a decision names its unit: 600 minutes in each of 50 weeks at 60.00 an hour are 30,000.00.
func TestDecisionsAreTold(t *testing.T) {
	decision := func(unit, volume string) edits {
		return edits{"/decisions": `[{"home":"0268","product":"45A04","volume":` + volume + `,"unit":"` + unit + `","frequency":"week","from":"2025-01-06","until":"2025-12-21"}]`}
	}
	rule := func(per, amount string) string {
		return `{"rule":"individual-decisions/1","tariffs":[{"product":"45A04","per":"` + per + `","amount":"` + amount + `","variant":"effort"}]}`
	}
	for _, c := range []struct{ per, unit, volume, amount, nl, en string }{
		{"hour", "minute", "600", "60.00", "Een beschikking van 600 minuten, 50 keer, voor 1 leerling, tegen € 60,00 per uur: € 30.000,00.", "A decision of 600 minutes, 50 times, for 1 pupil, at €60.00 an hour: €30,000.00."},
		{"hour", "hour", "3", "60.00", "Een beschikking van 3 uur, 50 keer, voor 1 leerling, tegen € 60,00 per uur: € 9.000,00.", "A decision of 3 hours, 50 times, for 1 pupil, at €60.00 an hour: €9,000.00."},
		{"daypart", "daypart", "1", "90.00", "Een beschikking van 1 dagdeel, 50 keer, voor 1 leerling, tegen € 90,00 per dagdeel: € 4.500,00.", "A decision of 1 daypart, 50 times, for 1 pupil, at €90.00 a daypart: €4,500.00."},
		{"euro", "euro", "20", "1.00", "Een beschikking van € 20, 50 keer, voor 1 leerling: € 1.000,00.", "A decision of €20, 50 times, for 1 pupil: €1,000.00."},
	} {
		e := edits{cost: rule(c.per, c.amount), key: `{"rule":"single-payer/1","payer":"0268"}`, "/components/0/route": `"jeugdwet-individual"`}
		x := calculated(t, e, decision(c.unit, c.volume))
		require.Contains(t, sentencesOf(x, "0268", zio.Dutch), c.nl)
		require.Contains(t, sentencesOf(x, "0268", zio.English), c.en)
		for _, s := range x.Explain("0268", zio.Dutch) {
			require.Equal(t, s.Text == c.nl, strings.HasPrefix(s.Basis, "iJw"), s.Text)
		}
		e["/components/0/route"] = `"wmo"`
		for _, s := range calculated(t, e, decision(c.unit, c.volume)).Explain("", zio.Dutch) {
			require.NotContains(t, s.Basis, "iJw", "the Wmo has messages of its own")
		}
	}
}

// Of 339 pupils a budget of 480,000.00 is 1,415.93 on average.
func TestMeanPerPupil(t *testing.T) {
	x := example(t, "utrecht-bovenregionaal")
	require.Contains(t, sentencesOf(x, "0355", zio.Dutch), "Voor 339 leerlingen is € 480.000,00 gemiddeld € 1.415,93 per leerling.")
}

func example(t *testing.T, name string) *funding.Result {
	t.Helper()
	folder := filepath.Join("..", "examples", "agreements", name)
	agreement, err := os.ReadFile(filepath.Join(folder, "agreement.json"))
	require.NoError(t, err)
	population, err := os.ReadFile(filepath.Join(folder, "population.json"))
	require.NoError(t, err)
	return outcome(t, agreement, population)
}

// written finds numbers as a Dutch sentence writes them, apart from letters and codes.
var written = regexp.MustCompile(`[0-9][0-9.]*(?:,[0-9]+)?`)

// numbersOf are all numbers that a result holds, as sentences may write them: rounded to cents and, of time, in hours and minutes.
func numbersOf(t *testing.T, x *funding.Result) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	add := func(s string) {
		if s == "" {
			return
		}
		r, ok := new(big.Rat).SetString(s)
		require.True(t, ok, s)
		r.Abs(r)
		out[r.RatString()] = true
		hundred := new(big.Rat).Mul(r, big.NewRat(100, 1)) // half-up, as a number is without its sign here
		cents := new(big.Int).Div(new(big.Int).Add(new(big.Int).Mul(hundred.Num(), big.NewInt(2)), hundred.Denom()), new(big.Int).Mul(hundred.Denom(), big.NewInt(2)))
		out[new(big.Rat).SetFrac(cents, big.NewInt(100)).RatString()] = true
		whole := new(big.Int).Div(new(big.Int).Add(new(big.Int).Mul(r.Num(), big.NewInt(2)), r.Denom()), new(big.Int).Mul(r.Denom(), big.NewInt(2)))
		hours, minutes := new(big.Int).DivMod(whole, big.NewInt(60), new(big.Int))
		out[hours.String()], out[minutes.String()] = true, true
	}
	for i := range x.Trace.Steps {
		s := &x.Trace.Steps[i]
		add(s.Value)
		for _, in := range s.Inputs {
			add(in.Value)
		}
		if s.Op != funding.OpAllocate {
			continue
		}
		sum := new(big.Rat)
		for _, in := range s.Inputs[1:] {
			sum.Add(sum, fractionOf(t, in.Value))
		}
		if s.Division != nil && !s.Division.Divisor.IsZero() {
			sum = fractionOf(t, s.Division.Divisor.String())
		}
		add(sum.RatString())
		for j, share := range s.Shares {
			add(share.Value)
			if s.Division != nil && sum.Sign() != 0 { // without the difference by rounding
				exact := new(big.Rat).Quo(fractionOf(t, s.Inputs[j+1].Value), sum)
				add(exact.Mul(exact, fractionOf(t, s.Inputs[0].Value)).RatString())
			}
		}
	}
	for _, transfer := range x.Transfers {
		add(transfer.Amount.String())
	}
	return out
}

// read reads every explanation of a result: each number is one of its trace, what is named is filled in, and each municipality
// is told how many of its pupils are not in the pool and why.
// ofStep begins a sentence about a step of a price, by its number.
var ofStep = regexp.MustCompile(`^Trede [0-9]+:`)

func read(t *testing.T, x *funding.Result) int {
	t.Helper()
	numbers, count := numbersOf(t, x), 0
	names := []string{"18 jaar", "tot 18"} // the words themselves hold an age
	for _, p := range x.Parties {
		names = append(names, p.Name)
	}
	labels := map[string]string{} // what the agreement calls an item may hold numbers too
	for i := range x.Trace.Steps {
		labels[x.Trace.Steps[i].ID] = x.Trace.Steps[i].Label
	}
	parties := []string{""}
	for _, p := range x.Parties {
		parties = append(parties, p.ID)
	}
	for _, party := range parties {
		left := map[funding.Reason]int64{}
		for _, s := range x.Explain(party, zio.Dutch) {
			count++
			if strings.Contains(s.Basis, "iJw") {
				i := slices.IndexFunc(x.Components, func(c funding.ComponentResult) bool { return c.ID == s.Component })
				require.Contains(t, []funding.Route{funding.RouteCollective, funding.RouteIndividual}, x.Components[i].Route, s.Text)
			}
			require.NotContains(t, s.Text, "€ ongeveer", s.Text)
			require.NotContains(t, s.Text, "{", s.Text)
			require.NotRegexp(t, `€ -?[0-9.]+,([0-9]|[0-9]{3,})($|[^0-9])`, s.Text, "euros have cents")
			require.NotRegexp(t, `van de [0-9.,/]+\. `, s.Text, "a weight has a noun")
			text := s.Text
			for _, name := range names {
				text = strings.ReplaceAll(text, name, "")
			}
			if s.Step == "" {
				n := fractionOf(t, strings.ReplaceAll(written.FindString(text), ".", ""))
				for r := funding.Reason(1); r.String() != ""; r++ {
					if strings.HasSuffix(s.Text, "Reden: "+r.Words(zio.Dutch)+".") && strings.Contains(s.Text, "niet mee in de pot") {
						left[r] += n.Num().Int64()
					}
				}
				continue
			}
			if label := labels[s.Step]; label != "" {
				require.True(t, strings.HasPrefix(strings.ToLower(s.Text), strings.ToLower(label)), "%s has the label %q, and its sentence does not begin with it: put {label} first in words of the rule. %s", s.Step, label, s.Text)
				text = s.Text[len(label):]
			}
			if ofStep.MatchString(text) {
				_, text, _ = strings.Cut(text, ":") // the number of the item
			}
			for _, n := range written.FindAllString(text, -1) {
				n = strings.TrimRight(n, ".")
				r, ok := new(big.Rat).SetString(strings.ReplaceAll(strings.ReplaceAll(n, ".", ""), ",", "."))
				require.True(t, ok, s.Text)
				require.True(t, numbers[r.RatString()], "%s of %q is no number of the trace (%s). A sentence names numbers of its step; a code or a name with digits is its label.", n, s.Text, s.Step)
			}
		}
		toldOf(t, x, party)
		want := map[funding.Reason]int64{}
		for _, g := range x.Routing.Exclusions {
			if party != "" && g.Home.String() == party && g.Pupils > 0 {
				want[g.Reason] += g.Pupils
			}
		}
		require.Equal(t, want, left, "pupils of %s who are not in the pool", party)
	}
	return count
}

// toldOf requires that a party is told what it bears in all, each payment that it makes and each that it receives, and as what.
func toldOf(t *testing.T, x *funding.Result, party string) {
	t.Helper()
	if party == "" {
		return
	}
	sentences := sentencesOf(x, party, zio.Dutch)
	says := func(parts ...string) bool {
		return slices.ContainsFunc(sentences, func(s string) bool {
			return !slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(s, part) })
		})
	}
	euros := func(e money.Euro) string { return "€ " + zio.FormatNumber(e.String(), zio.Dutch) }
	as := map[funding.Instrument]string{funding.Subsidy: "als subsidie", funding.Purchase: "voor ingekochte zorg", funding.EducationFunding: "als bekostiging van onderwijs",
		funding.Contribution: "als bijdrage", funding.Invoice: "op factuur"}
	name := func(id string) string { return x.Name(id, zio.Dutch) }
	if bears, known := x.Share(party); known {
		require.True(t, says("In totaal draagt "+name(party)+" "+euros(bears)+"."), "%s bears %s: %q", party, bears, sentences)
	}
	for _, p := range x.Transfers {
		switch party {
		case p.From:
			require.True(t, says(name(p.To), euros(p.Amount)+" "+as[p.Instrument]), "%s pays %s to %s: %q", party, p.Amount, p.To, sentences)
		case p.To:
			require.True(t, says(name(party)+" ontvangt "+euros(p.Amount)+" "+as[p.Instrument]+" van "+name(p.From)+"."), "%s receives %s from %s: %q", party, p.Amount, p.From, sentences)
		}
	}
}

// examples are the results of all agreements and candidates of the examples, by folder and file.
func examples(t *testing.T) map[string]*funding.Result {
	t.Helper()
	files, err := filepath.Glob("../examples/agreements/*/agreement*.json")
	require.NoError(t, err)
	all := map[string]*funding.Result{}
	for _, file := range files {
		agreement, err := os.ReadFile(file)
		require.NoError(t, err)
		population, err := os.ReadFile(filepath.Join(filepath.Dir(file), "population.json"))
		require.NoError(t, err)
		all[filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file)] = outcome(t, agreement, population)
	}
	require.Greater(t, len(all), 35)
	return all
}

// Every explanation of every example is read.
func TestExplanationsOfExamples(t *testing.T) {
	sentences := 0
	for name, x := range examples(t) {
		t.Run(name, func(t *testing.T) { sentences += read(t, x) })
	}
	require.Greater(t, sentences, 2000)
}

// And of 1,000 random agreements.
func TestExplanationsOfRandomAgreements(t *testing.T) {
	count := 1000
	if testing.Short() {
		count = 150
	}
	results := 0
	for seed := int64(0); results < count; seed++ {
		agreement, population := random.Random(800_000 + seed)
		a, problems := funding.ReadAgreement(agreement)
		require.Empty(t, problems)
		p, problems := zio.ReadPopulation(population)
		require.Empty(t, problems)
		if x, problems := funding.Calculate(a, p); len(problems) == 0 {
			results++
			read(t, x)
		}
	}
}
