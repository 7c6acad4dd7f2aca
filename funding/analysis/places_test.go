package analysis_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// practice is the agreement and the population of an example.
func practice(t *testing.T, folder string) (*funding.Agreement, *zio.Population) {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile("../../examples/agreements/" + folder + "/" + name)
		require.NoError(t, err)
		return data
	}
	a, problems := funding.ReadAgreement(read("agreement.json"))
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation(read("population.json"))
	require.Empty(t, problems)
	return a, p
}

// Rafael has 214 pupils and the Heuvelrug College 125: 480,000 x 214 / 339 = 303,008.849... and 176,991.150...
func TestPlacesOfUtrecht(t *testing.T) {
	a, p := practice(t, "utrecht-bovenregionaal")
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	places, problems := analysis.Places(a, p, x)
	require.Empty(t, problems)
	require.Empty(t, places.Boards)
	require.Len(t, places.Sites, 2)
	require.Equal(t, analysis.PlaceCost{ID: "04BF00", Name: "Rafael, school voor zml", Pupils: 214, Amount: euro("303008.85"), PerPupil: euroAt("1415.93")}, places.Sites[0])
	require.Equal(t, analysis.PlaceCost{ID: "Heuvelrug College", Pupils: 125, Amount: euro("176991.15"), PerPupil: euroAt("1415.93")}, places.Sites[1])
	// Amersfoort has 3 + 14 of the 339 pupils: 480,000 x 17 / 339 = 24,070.796..., of which 3/17 is 4,247.787... and 14/17 19,823.008...
	require.Equal(t, []analysis.SiteShare{
		{Municipality: "0307", Name: "Amersfoort", Site: "04BF00", SiteName: "Rafael, school voor zml", Pupils: 3, Amount: euro("4247.79")},
		{Municipality: "0307", Name: "Amersfoort", Site: "Heuvelrug College", Pupils: 14, Amount: euro("19823.01")},
	}, places.SiteShares[:2])
	pupils, amount := int64(0), money.Euro{}
	for _, s := range places.SiteShares {
		pupils += s.Pupils
		sum, err := amount.Add(s.Amount)
		require.NoError(t, err)
		amount = sum
	}
	require.Equal(t, []any{int64(339), "480000.00"}, []any{pupils, amount.String()})
}

// Two sites of one board and one of another, with 3, 1 and 4 pupils. The first component, of 800.00, counts all: 300, 100 and 400. The
// second, of 90.00, counts the first two sites: 67.50 and 22.50. A bears by its 5 pupils, B by its 3.
func TestPlaces(t *testing.T) {
	component := func(id, amount, sites string) string {
		return `{"id":"` + id + `","title":"C","route":"jeugdwet-collective",` + sites + `"cost":{"rule":"budget/1","amount":"` + amount + `"},"key":{"rule":"pro-rata/1","basis":"enrolled-pupils","nonParticipants":"redistribute"},
			"flow":{"rule":"direct/1","payees":[{"party":"p","weight":"1","instrument":"purchase"}]},"division":{"method":"largest-remainder","unit":"cent"}}`
	}
	a, problems := funding.ReadAgreement([]byte(`{"$schema":"` + zio.SchemaID("agreement") + `","id":"t","title":"T","period":{"from":"2025-01-01","until":"2025-12-31"},
		"parties":[{"id":"0268","kind":"municipality","name":"A","participates":true},{"id":"0252","kind":"municipality","name":"B","participates":true},{"id":"p","kind":"provider","name":"P"}],
		"routing":{},"components":[` + component("c", "800.00", "") + "," + component("d", "90.00", `"sites":["01AB00","01AB01"],`) + `]}`))
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation([]byte(`{"$schema":"` + zio.SchemaID("population") + `","title":"P","countDate":"2025-01-01",
		"sites":[{"code":"01AB00","name":"Noord","board":"40001"},{"code":"01AB01","board":"40001"},{"code":"02CD00","board":"40002"}],
		"groups":[{"site":"01AB00","home":"0268","pupils":2},{"site":"01AB00","home":"0252","pupils":1},{"site":"01AB01","home":"0268","pupils":1},{"site":"02CD00","home":"0252","pupils":2},{"site":"02CD00","home":"0268","pupils":2}],
		"counts":[{"basis":"youth-under-18","date":"2024-01-01","values":[{"municipality":"0268","count":1}]},{"basis":"youth-under-18","date":"2025-01-01","values":[{"municipality":"0268","count":1000},{"municipality":"0252","count":300}]}]}`))
	require.Empty(t, problems)
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	places, problems := analysis.Places(a, p, x)
	require.Empty(t, problems)
	require.Equal(t, []analysis.PlaceCost{
		{ID: "01AB00", Name: "Noord", Pupils: 3, Amount: euro("367.50"), PerPupil: euroAt("122.50")},
		{ID: "01AB01", Pupils: 1, Amount: euro("122.50"), PerPupil: euroAt("122.50")},
		{ID: "02CD00", Pupils: 4, Amount: euro("400.00"), PerPupil: euroAt("100.00")},
	}, places.Sites)
	require.Equal(t, []analysis.PlaceCost{
		{ID: "40001", Pupils: 4, Amount: euro("490.00"), PerPupil: euroAt("122.50")},
		{ID: "40002", Pupils: 4, Amount: euro("400.00"), PerPupil: euroAt("100.00")},
	}, places.Boards)
	// A: 800 x 5/8 + 90 x 3/4 = 567.50; B: 300 + 22.50 = 322.50. Per resident 0.5675 and 1.075, half up.
	require.Equal(t, []analysis.MunicipalityCost{
		{ID: "0252", Name: "B", Pupils: 3, Amount: euro("322.50"), PerPupil: euroAt("107.50"), Residents: 300, PerResident: euroAt("1.08")},
		{ID: "0268", Name: "A", Pupils: 5, Amount: euro("567.50"), PerPupil: euroAt("113.50"), Residents: 1000, PerResident: euroAt("0.57")},
	}, places.Municipalities)
	// A has 2, 1 and 2 pupils: of its 500.00 in c 200, 100 and 200, of its 67.50 in d 45.00 and 22.50. B has 1 and 2: of its 300.00 in c 100
	// and 200, and all of its 22.50 in d. The sites add up to what they cost, as both keys count pupils.
	require.Equal(t, []analysis.SiteShare{
		{Municipality: "0252", Name: "B", Site: "01AB00", SiteName: "Noord", Pupils: 1, Amount: euro("122.50")},
		{Municipality: "0252", Name: "B", Site: "02CD00", Pupils: 2, Amount: euro("200.00")},
		{Municipality: "0268", Name: "A", Site: "01AB00", SiteName: "Noord", Pupils: 2, Amount: euro("245.00")},
		{Municipality: "0268", Name: "A", Site: "01AB01", Pupils: 1, Amount: euro("122.50")},
		{Municipality: "0268", Name: "A", Site: "02CD00", Pupils: 2, Amount: euro("200.00")},
	}, places.SiteShares)
	require.Equal(t, "youth-under-18", places.Basis)
	// Without sites and labels there is one place.
	q := *p
	q.Groups = []zio.Group{{Home: p.Groups[0].Home, Pupils: 5}, {Home: p.Groups[1].Home, Pupils: 3}}
	b := *a
	b.Components = a.Components[:1]
	y, problems := funding.Calculate(&b, &q)
	require.Empty(t, problems)
	places, problems = analysis.Places(&b, &q, y)
	require.Empty(t, problems)
	require.Equal(t, []analysis.PlaceCost{{Pupils: 8, Amount: euro("800.00"), PerPupil: euroAt("100.00")}}, places.Sites)
	_, problems = analysis.Places(nil, p, x)
	require.NotEmpty(t, problems)
}
