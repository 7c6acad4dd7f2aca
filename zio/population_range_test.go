package zio_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func rangedPopulation(t *testing.T, sites, groups string) (*zio.Population, zio.Problems) {
	t.Helper()
	return zio.ReadPopulation([]byte(`{"$schema":"` + zio.SchemaID("population") + `","title":"P","countDate":"2024-10-01","sites":[` + sites + `],"groups":[` + groups + `]}`))
}

func TestRangesInAPopulation(t *testing.T) {
	// Rafael, of the file of DUO: 188 to 703 pupils by the groups, 214 by the total. 26 over widths of 297 and 219: 14.97 and 11.03.
	p, problems := rangedPopulation(t, `{"code":"04BF00","pupils":214},{"code":"00OS00"}`,
		`{"site":"04BF00","home":"0344","fewest":115,"most":412},{"site":"04BF00","home":"0356","fewest":73,"most":292},{"site":"00OS00","home":"0268","fewest":2,"most":8},{"site":"00OS00","home":"0344","pupils":0}`)
	require.Empty(t, problems)
	require.True(t, p.IsRanged())
	text := string(p.AppendDocument(nil))
	require.NotContains(t, text, "\"pupils\": -")
	require.Equal(t, 2, strings.Count(text, `"pupils": `), "of the total and of the group of none:\n%s", text)
	again, problems := zio.ReadPopulation([]byte(text))
	require.Empty(t, problems)
	require.Equal(t, p, again)
	q := p.Estimated()
	var have [][3]int64
	for _, g := range q.Groups {
		have = append(have, [3]int64{g.Fewest, g.Most, g.Pupils})
	}
	require.Equal(t, [][3]int64{{115, 141, 130}, {73, 99, 84}, {2, 8, 2}, {0, 0, 0}}, have, "without a total the estimate is the lowest")
	require.Equal(t, int64(412), p.Groups[0].Most, "the document is as it was")
	exact, problems := rangedPopulation(t, ``, `{"home":"0268","pupils":3}`)
	require.Empty(t, problems)
	require.Same(t, exact, exact.Estimated())
}

func TestRangeProblems(t *testing.T) {
	for _, c := range []struct{ sites, groups, want string }{
		{``, `{"home":"0268"}`, "population.pupils-missing /groups/0/pupils"},
		{``, `{"home":"0268","pupils":3,"fewest":1,"most":4}`, "population.pupils-and-range /groups/0/pupils"},
		{``, `{"home":"0268","fewest":5,"most":4}`, "population.range-order /groups/0/fewest"},
		{``, `{"home":"0268","fewest":5}`, "population.range-order /groups/0/fewest"},
		{``, `{"home":"0268","fewest":0,"most":4}`, ""},
		{`{"code":"04BF00","pupils":9}`, `{"site":"04BF00","fewest":1,"most":4},{"site":"04BF00","home":"0268","pupils":4}`, "population.site-total /sites/0/pupils"},
		{`{"code":"04BF00","pupils":4}`, `{"site":"04BF00","fewest":1,"most":4},{"site":"04BF00","home":"0268","pupils":4}`, "population.site-total /sites/0/pupils"},
		{`{"code":"04BF00","pupils":8}`, `{"site":"04BF00","fewest":1,"most":4},{"site":"04BF00","home":"0268","pupils":4}`, ""},
		{`{"code":"04BF00","pupils":8}`, ``, ""},
		{``, `{"home":"0268","fewest":1,"most":4,"band":{"min":10,"max":20},"minutesPerWeek":80}`, ""},
		{``, `{"home":"0268","fewest":1,"most":4,"band":{"min":10,"max":20},"minutesPerWeek":81}`, "population.minutes-outside-band /groups/0/minutesPerWeek"},
		{``, `{"home":"0268","fewest":1,"most":4,"band":{"min":10,"max":20},"minutesPerWeek":9}`, "population.minutes-outside-band /groups/0/minutesPerWeek"},
	} {
		_, problems := rangedPopulation(t, c.sites, c.groups)
		var have []string
		for _, p := range problems {
			have = append(have, p.Code()+" "+p.Pointer)
		}
		require.Equal(t, c.want, strings.Join(have, ", "), c.groups)
	}
}

// The five municipalities of Land van Cuijk merged in 2022: what becomes alike is added up, ends with ends.
func TestConvertRanges(t *testing.T) {
	p, problems := zio.ReadPopulation([]byte(`{"$schema":"` + zio.SchemaID("population") + `","title":"P","countDate":"2021-10-01","groups":[
		{"home":"0756","fewest":3,"most":12},{"home":"1684","pupils":5},{"home":"1702","fewest":1,"most":4}]}`))
	require.Empty(t, problems)
	q, steps, problems := p.Convert(zio.Netherlands(), zio.MustParseDate("2022-01-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, []zio.Group{{Home: zio.MustParseMunicipalityCode("1982"), Fewest: 9, Most: 21}}, q.Groups)
	n := int64(0)
	for _, s := range steps {
		n += s.Count
	}
	require.Equal(t, int64(9), n, "the steps count estimates: 3, 5 and 1")
}
