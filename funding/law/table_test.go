package law_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/law"
	"github.com/zio-collectief/zio/zio"
)

// The table that a lawyer corrects is the one that the calculation uses: every route and reason of the one is in the other, with
// the same words, and nothing more.
func TestTableIsThatOfTheCalculation(t *testing.T) {
	table := law.RoutingTable()
	routes, days := 0, []string{"2016-10-01", "2022-07-31", "2022-08-01", "2026-11-01"}
	for _, r := range table.Routes {
		route, err := funding.ParseRoute(r.Code)
		require.NoError(t, err, r.Code)
		require.Equal(t, r.NL, route.Words(zio.Dutch))
		require.Equal(t, r.EN, route.Words(zio.English))
		require.Equal(t, r.Pool, route.Poolable(), r.Code)
		for _, day := range days {
			on := zio.MustParseDate(day)
			for _, school := range zio.SchoolTypes() {
				require.Equal(t, first(table, r.Bases, on, school.String()), route.Basis(on, school), "%s on %s in %s", r.Code, day, school)
			}
		}
		routes++
	}
	for route := funding.RouteUnset + 1; route.Words(zio.English) != ""; route++ {
		routes--
	}
	require.Zero(t, routes)
}

// first is the first basis in force for a kind of school, as a lawyer would look it up.
func first(table *law.Table, list []law.Basis, on zio.Date, school string) string {
	for _, b := range law.InForce(list, on) {
		if len(b.Schools) == 0 || slices.Contains(b.Schools, school) {
			return table.Cite(b)
		}
	}
	return ""
}

// The personal care of a minor is the municipality's for a lack of self-reliance, and insured for a medical reason since 2018.
func TestPersonalCareHasItsGround(t *testing.T) {
	routes := map[string]string{}
	for _, f := range law.RoutingTable().Facts {
		routes[f.Member+" "+f.Value] = f.Route
		if f.Member == "ground" && f.Value == "medical" {
			require.Equal(t, "2018-01-01", f.Bases[0].From.String())
			require.Empty(t, law.InForce(f.Bases, zio.MustParseDate("2017-12-31")))
			require.Len(t, law.InForce(f.Bases, zio.MustParseDate("2018-01-01")), 1)
		}
	}
	require.Equal(t, "jeugdwet-collective", routes["ground self-reliance"])
	require.Equal(t, "zvw", routes["ground medical"])
}

// Until 31 July 2022 secondary education worked under the WVO, and since then under the WVO 2020.
func TestInForceKeepsBothEnds(t *testing.T) {
	table := law.RoutingTable()
	for _, r := range table.Routes {
		if r.Code != "education" {
			continue
		}
		cites := func(day string) string {
			list := []string{}
			for _, b := range law.InForce(r.Bases, zio.MustParseDate(day)) {
				list = append(list, table.Cite(b))
			}
			return strings.Join(list, "; ")
		}
		require.NotContains(t, cites("2022-07-31"), "; WVO 2020")
		require.Contains(t, cites("2022-07-31"), "; WVO (later WVO 2020 art. 2.47);")
		require.Contains(t, cites("2022-08-01"), "; WVO 2020 art. 2.47;")
		require.NotContains(t, cites("2022-08-01"), "(nu")
		require.True(t, strings.HasSuffix(cites("2022-07-31"), "; WPO, WEC, WVO, WEB"), "no law of later years")
		require.True(t, strings.HasSuffix(cites("2022-08-01"), "; WPO, WEC, WVO 2020, WEB"))
		return
	}
	t.Fatal("no route education")
}

// Every line that a visitor sees has both languages, and every law an address of the official collection of laws.
func TestTableIsWhole(t *testing.T) {
	table := law.RoutingTable()
	texts := []law.Text{table.Title, table.Review}
	for _, r := range table.Routes {
		texts = append(texts, r.Text, r.Why)
	}
	for _, r := range table.Reasons {
		texts = append(texts, r.Text)
	}
	for _, f := range table.Facts {
		texts = append(texts, f.Text, f.Follows)
	}
	for _, x := range texts {
		require.NotEmpty(t, x.NL, x.EN)
		require.NotEmpty(t, x.EN, x.NL)
	}
	for _, l := range table.Laws {
		require.True(t, strings.HasPrefix(l.URL, "https://wetten.overheid.nl/"), l.URL)
	}
}

func TestReadRefusesATableThatDoesNotHold(t *testing.T) {
	good, err := os.ReadFile("law.json")
	require.NoError(t, err)
	for name, c := range map[string]struct {
		change func(map[string]any)
		says   string
	}{
		"a member that is not known":    {func(m map[string]any) { m["lawyer"] = "x" }, "unknown field"},
		"a law that is not listed":      {func(m map[string]any) { basis(m)["law"] = "awb" }, `unknown law "awb"`},
		"no first day":                  {func(m map[string]any) { delete(basis(m), "from") }, "without a first day"},
		"no day of checking":            {func(m map[string]any) { delete(basis(m), "checked") }, "day of checking"},
		"an end before the beginning":   {func(m map[string]any) { basis(m)["until"] = "2014-12-31" }, "ends before it begins"},
		"a kind of school that is none": {func(m map[string]any) { basis(m)["schools"] = []any{"havo"} }, "jeugdwet-collective"},
		"a code twice": {func(m map[string]any) {
			m["reasons"] = append(m["reasons"].([]any), m["reasons"].([]any)[0])
		}, "comes twice"},
		"a route that is not there": {func(m map[string]any) { m["facts"].([]any)[0].(map[string]any)["route"] = "awbz" }, `unknown route "awbz"`},
	} {
		var m map[string]any
		require.NoError(t, json.Unmarshal(good, &m))
		c.change(m)
		text, err := json.Marshal(m)
		require.NoError(t, err)
		_, err = law.Read(text)
		require.ErrorContains(t, err, c.says, name)
	}
	_, err = law.Read(append(good, "{}"...))
	require.ErrorContains(t, err, "something follows")
	_, err = law.Read(good)
	require.NoError(t, err)
}

// basis is the first basis of the first route.
func basis(m map[string]any) map[string]any {
	return m["routes"].([]any)[0].(map[string]any)["bases"].([]any)[0].(map[string]any)
}
