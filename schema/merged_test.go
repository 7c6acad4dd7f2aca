package schema_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// pooled is a result of homes with these pupils in the pool, each of which bears € 10.00 for a pupil and pays it to 0268. The counts
// and amounts are made up.
func pooled(counts map[string]int64) *funding.Result {
	year := zio.MustParseSchoolYear("2025-2026").Period()
	x := &funding.Result{Agreement: funding.AgreementRef{ID: "a", Period: year}, Population: funding.PopulationRef{CountDate: year.From}}
	sum := int64(0)
	for _, id := range []string{"0252", "0268", "0296", "0786"} {
		n := counts[id]
		code := zio.MustParseMunicipalityCode(id)
		amount := money.EuroFromCents(1000 * n)
		x.Parties = append(x.Parties, funding.PartyName{ID: id, Name: zio.Netherlands().Name(code)})
		x.Routing.Homes = append(x.Routing.Homes, funding.HomeResult{Home: code, Pupils: n + 1, Pooled: n})
		x.Shares = append(x.Shares, funding.PartyAmount{Party: id, Name: zio.Netherlands().Name(code), Amount: amount})
		if id != "0268" {
			x.Transfers = append(x.Transfers, funding.Transfer{Component: "c", Kind: funding.PaymentOfShare, From: id, To: "0268", Amount: amount, Ref: "t"})
		}
		sum += n
	}
	x.Routing.Pooled, x.Routing.Pupils = sum, sum+4
	x.Checks = []funding.CheckResult{{Code: "every-pupil-once"}, {Code: "ledger-sums-to-zero"}}
	return x
}

// Who goes together, by hand: who has 1 to 4, then the next smallest until there are two, and 5 pupils. The calculator is held to
// the same cases.
func TestMergedTakesTheNextSmallestToo(t *testing.T) {
	data, err := os.ReadFile("testdata/merged.json")
	require.NoError(t, err)
	var cases []struct {
		Pooled   map[string]int64
		Together []string
		Count    int64
		Why      string
	}
	require.NoError(t, json.Unmarshal(data, &cases))
	require.Greater(t, len(cases), 8)
	for _, c := range cases {
		m, problems := schema.Merged(pooled(c.Pooled), zio.Dutch)
		if c.Together == nil {
			require.Len(t, problems, 1, c.Why)
			require.Equal(t, "publish.merge-impossible", problems[0].Code())
			continue
		}
		require.Empty(t, problems, c.Why)
		ids := []string{}
		for _, p := range m.Together {
			ids = append(ids, p.ID)
			require.Equal(t, zio.Netherlands().Name(zio.MustParseMunicipalityCode(p.ID)), p.Name)
		}
		require.Equal(t, c.Together, ids, c.Why)
		n, has := m.Of(m.Party)
		require.Equal(t, len(ids) > 0, has)
		require.Equal(t, c.Count, n)
		if n > 0 {
			last := m.Shares[len(m.Shares)-1]
			require.Equal(t, "Overige gemeenten", last.Name)
			require.Equal(t, 1000*c.Count, last.Amount.Cents())
		}
	}
	m, _ := schema.Merged(pooled(map[string]int64{"0252": 3, "0268": 66, "0296": 7, "0786": 2}), zio.English)
	document, err := json.Marshal(m)
	require.NoError(t, err)
	text := string(document)
	// 3 x 10.00 + 2 x 10.00 is one payment; it names no step, and no pupils outside the pool: 82 - 78 = 4
	require.Contains(t, text, `"from":"overige"`)
	require.Contains(t, text, `"amount":"50.00"`)
	require.NotRegexp(t, `82|"pupils"|trace|"ref":"t"|every-pupil`, text)
	require.Len(t, m.Transfers, 2)
	require.Equal(t, []funding.CheckResult{{Code: "ledger-sums-to-zero"}}, m.Result().Checks)

	// who pays one of those together is no payment: 0268 collects, and goes with them
	m, problems := schema.Merged(pooled(map[string]int64{"0252": 3, "0268": 2, "0296": 7, "0786": 9}), zio.Dutch)
	require.Empty(t, problems)
	for _, p := range m.Transfers {
		require.NotEqual(t, p.From, p.To)
		require.Equal(t, "overige", p.To)
	}
	require.Len(t, m.Transfers, 2)
}

// Of all that is told no numbers can be worked out: of up to four municipalities with up to 30 pupils, what is told of each, who is
// together and with how many, can always be of two sets of numbers.
func TestMergedLeavesMoreThanOnePossibility(t *testing.T) {
	told := map[string]int{}
	var all func(before []int64, least, left int64)
	all = func(before []int64, least, left int64) {
		if len(before) == 4 {
			homes := map[string]int64{"0252": before[0], "0268": before[1], "0296": before[2], "0786": before[3]}
			if m, problems := schema.Merged(pooled(homes), zio.Dutch); len(problems) == 0 && m.Party != "" {
				n, _ := m.Of(m.Party)
				told[fmt.Sprint(len(m.Together), n, before[slices.IndexFunc(before, func(v int64) bool { return v > 0 })+len(m.Together):])]++
			}
			return
		}
		for v := least; v <= left; v++ {
			all(append(slices.Clone(before), v), v, left-v)
		}
	}
	all(nil, 0, 30)
	require.Greater(t, len(told), 500)
	for what, sets := range told {
		require.Greater(t, sets, 1, what)
	}
}

// Pupils whose home nobody knows go together with others, by what they are called in the language.
func TestMergedOfAnUnknownHome(t *testing.T) {
	x := pooled(map[string]int64{"0252": 4, "0268": 30, "0296": 20, "0786": 0})
	x.Routing.Homes = append(x.Routing.Homes, funding.HomeResult{Pupils: 3, Pooled: 3})
	x.Routing.Pooled += 3
	for l, want := range map[zio.Lang]string{zio.Dutch: "woonplaats onbekend of buitenland", zio.English: "home unknown or abroad"} {
		m, problems := schema.Merged(x, l)
		require.Empty(t, problems)
		require.Equal(t, []funding.PartyName{{Name: want}, {ID: "0252", Name: "Heumen"}}, m.Together)
	}
}

// What those together pay at one day, or for one year, is one amount; a share of a component and what it would have been without the
// agreement too. What stays between them is left out.
func TestMergedAddsEveryList(t *testing.T) {
	x := pooled(map[string]int64{"0252": 3, "0268": 66, "0296": 7, "0786": 2})
	first, second := zio.MustParseDate("2025-08-15"), zio.MustParseDate("2025-09-15")
	cents := money.EuroFromCents
	for _, day := range []zio.Date{first, second} {
		x.Schedule = append(x.Schedule,
			funding.Due{Component: "c", From: "0252", To: "0268", Day: day, Period: x.Agreement.Period, Amount: cents(1500)},
			funding.Due{Component: "c", From: "0296", To: "0268", Day: day, Period: x.Agreement.Period, Amount: cents(3500)},
			funding.Due{Component: "c", From: "0786", To: "0268", Day: day, Period: x.Agreement.Period, Amount: cents(1000)},
			funding.Due{Component: "c", From: "0786", To: "0252", Day: day, Period: x.Agreement.Period, Amount: cents(77)})
	}
	for _, year := range []string{"2025", "2026"} {
		x.BudgetYears = append(x.BudgetYears,
			funding.YearPart{Component: "c", From: "0252", To: "0268", Year: year, Amount: cents(1250)},
			funding.YearPart{Component: "c", From: "0786", To: "0268", Year: year, Amount: cents(750)},
			funding.YearPart{Component: "c", From: "0786", To: "0252", Year: year, Amount: cents(77)})
	}
	x.Components = []funding.ComponentResult{{ID: "c",
		Shares: []funding.ShareResult{{Party: "0252", Amount: cents(3000)}, {Party: "0268", Amount: cents(66000)}, {Party: "0786", Amount: cents(2000)}},
		Shadow: []funding.Shadow{{Party: "0252", Amount: cents(100)}, {Party: "0268", Amount: cents(5)}, {Party: "0786", Amount: cents(-30), Over: true}}}}
	m, problems := schema.Merged(x, zio.Dutch)
	require.Empty(t, problems)
	y := m.Result()
	due := func(from string, day zio.Date, n int64) funding.Due {
		return funding.Due{Component: "c", From: from, To: "0268", Day: day, Period: x.Agreement.Period, Amount: cents(n)}
	}
	// 15.00 + 10.00 on each day, 12.50 + 7.50 of each year, 30.00 + 20.00, 1.00 - 0.30
	require.ElementsMatch(t, []funding.Due{due("overige", first, 2500), due("0296", first, 3500), due("overige", second, 2500), due("0296", second, 3500)}, y.Schedule)
	require.Equal(t, []funding.YearPart{{Component: "c", From: "overige", To: "0268", Year: "2025", Amount: cents(2000)}, {Component: "c", From: "overige", To: "0268", Year: "2026", Amount: cents(2000)}}, y.BudgetYears)
	require.ElementsMatch(t, []funding.ShareResult{{Party: "overige", Amount: cents(5000)}, {Party: "0268", Amount: cents(66000)}}, y.Components[0].Shares)
	require.ElementsMatch(t, []funding.Shadow{{Party: "overige", Amount: cents(70), Over: true}, {Party: "0268", Amount: cents(5)}}, y.Components[0].Shadow)
}

// A party that has the id of those together already.
func TestMergedNamesNobodyElse(t *testing.T) {
	x := pooled(map[string]int64{"0252": 3, "0268": 2})
	x.Parties = append(x.Parties, funding.PartyName{ID: "overige", Name: "Een partij"})
	m, problems := schema.Merged(x, zio.Dutch)
	require.Empty(t, problems)
	require.Equal(t, "overige-gemeenten", m.Party)
}

// Of every system of the repository: nothing of 1 to 4 is told or left when all others are taken from the total, and no euro is lost.
func TestMergedOfEverySystem(t *testing.T) {
	files, err := filepath.Glob("../examples/agreements/*/result*.json")
	require.NoError(t, err)
	require.Greater(t, len(files), 20)
	hidden := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		x, problems := funding.ReadResult(data)
		require.Empty(t, problems, file)
		m, problems := schema.Merged(x, zio.Dutch)
		if len(problems) > 0 {
			require.Equal(t, "publish.merge-impossible", problems[0].Code())
			continue
		}
		told, before, after := int64(0), money.Euro{}, money.Euro{}
		for _, s := range m.Shares {
			if s.Pooled != nil {
				require.False(t, *s.Pooled > 0 && *s.Pooled < 5, "%s %s", file, s.Party)
				if s.Party != m.Party {
					told += *s.Pooled
				}
			}
			after, err = after.Add(s.Amount)
			require.NoError(t, err)
		}
		for _, s := range x.Shares {
			before, err = before.Add(s.Amount)
			require.NoError(t, err)
		}
		require.Equal(t, before, after, file)
		require.False(t, m.Party != "" && m.Pooled-told < 5, file)
		if m.Party != "" {
			hidden++
			require.GreaterOrEqual(t, len(m.Together), 2)
			for _, p := range m.Together {
				require.NotContains(t, string(m.Result().AppendDocument(nil)), `"`+p.ID+`"`, file)
			}
		}
		var want, got int64
		for _, b := range x.Balances {
			want += b.Net.Cents() * btoi(b.Party == "0268")
		}
		for _, p := range m.Transfers {
			got += p.Amount.Cents() * (btoi(p.To == "0268") - btoi(p.From == "0268"))
		}
		if len(m.Shares) > 0 && m.Result().Name("0268", zio.Dutch) != "0268" {
			require.Equal(t, want, got, "%s: what Nijmegen receives less what it pays is the same", file)
		}
	}
	require.Greater(t, hidden, 2)
}

func btoi(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// Small municipalities together, for who may not tell numbers of 1 to 4 pupils. The counts are made up.
func ExampleMerged() {
	m, _ := schema.Merged(pooled(map[string]int64{"0252": 3, "0268": 66, "0296": 7, "0786": 2}), zio.Dutch)
	for _, s := range m.Shares {
		fmt.Println(s.Name, s.Amount, *s.Pooled)
	}
	// Output:
	// Nijmegen 660.00 66
	// Wijchen 70.00 7
	// Overige gemeenten 50.00 5
}

// A merged result has no digest with which who holds the other rows could try numbers.
func TestMergedHasNoDigestToTry(t *testing.T) {
	x := pooled(map[string]int64{"0252": 3, "0268": 60, "0296": 5, "0786": 30})
	x.Receipt = funding.Receipt{Library: "1", Agreement: "sha256:a", Population: "sha256:b", Result: "sha256:c"}
	m, problems := schema.Merged(x, zio.Dutch)
	require.Empty(t, problems)
	require.Equal(t, funding.Receipt{Library: "1", Agreement: "sha256:a"}, m.Receipt)
	require.Equal(t, m.Receipt, m.Result().Receipt)
	text, err := json.Marshal(m)
	require.NoError(t, err)
	require.NotContains(t, string(text), "sha256:b")
	require.NotContains(t, string(text), "sha256:c")
	require.Equal(t, "sha256:b", x.Receipt.Population, "the whole result keeps its own")
}

// A decision that names no number of pupils is about one, and so is its step.
func TestADecisionOfOneInATrace(t *testing.T) {
	of := func(ref, value string) zio.Problems {
		x := &funding.Result{}
		x.Trace.Steps = []funding.Step{{ID: "decision-hour-1", Inputs: []funding.Input{{Name: "pupils", Ref: ref, Value: value, Unit: funding.UnitPupils}}}}
		return schema.FewInResult(x)
	}
	require.Len(t, of("constant:pupils", "1"), 1)
	require.Equal(t, "publish.count-disclosive", of("constant:pupils", "1")[0].Code())
	require.Empty(t, of("constant:divisor", "1"))
	require.Empty(t, of("constant:pupils", "5"))
}
