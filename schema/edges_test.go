package schema

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// The members of a document are found as far as it goes, also when it ends anywhere.
func TestMembersOfWhatEndsAnywhere(t *testing.T) {
	doc := `{ "a" : [1,{"x":"}"}] , "bb":"\"", "$schema" : "s", "c":1}`
	require.True(t, json.Valid([]byte(doc)))
	places := map[string]int{"a": strings.Index(doc, `"a"`) + 3, "bb": strings.Index(doc, `"bb"`) + 4, "$schema": strings.Index(doc, `"$schema"`) + 9}
	for end := range len(doc) + 1 {
		top := membersOf([]byte(doc[:end]))
		var want []string
		for _, name := range []string{"a", "bb", "$schema"} {
			if end >= places[name] {
				want = append(want, name)
			}
		}
		require.Equal(t, want, top.names, doc[:end])
		require.Equal(t, end >= strings.Index(doc, `"s"`)+3, top.id == "s" && top.schema == strings.Index(doc, `"s"`), doc[:end])
	}
	for text, want := range map[string][]string{`{"a":1 "b":2}`: {"a"}, `{"a" 1,"b":2}`: {"a"}, `{"a":1,,"b":2}`: {"a"}, `["a"]`: nil, ``: nil, `{`: nil, `{}`: nil, ` {"a":1}`: {"a"}, `{"a":}`: {"a"}, `{"a":1;"b":2}`: {"a"}} {
		require.Equal(t, want, membersOf([]byte(text)).names, text)
	}
	var many []string
	for i := range defaultMembers + 5 {
		many = append(many, `"m`+strconv.Itoa(i)+`":1`)
	}
	require.Len(t, membersOf([]byte("{"+strings.Join(many, ",")+"}")).names, defaultMembers)
	top := topMembers{names: []string{"a", "b"}}
	require.True(t, top.hasAll([]string{"b", "a"}))
	require.False(t, top.hasAll([]string{"a", "c"}))
	require.False(t, top.hasAll(nil), "a kind that asks for nothing is not seen by what it asks for")
}

// A line may be as long as its limit, and no byte longer.
func TestLinesAtTheirLimit(t *testing.T) {
	const most = 1 << 20
	for n, code := range map[int]string{most: "", most + 1: "file.line-too-long"} {
		line := `{"ref":"p"` + strings.Repeat(" ", n-11) + "}"
		require.Len(t, line, n)
		for _, text := range []string{line, line + "\n", line + "\r\n", `{"ref":"q"}` + "\n" + line + "\n" + `{"ref":"r"}` + "\n"} {
			if strings.HasSuffix(text, "\r\n") && code == "" {
				continue // the carriage return is of the line
			}
			_, problems := Check(strings.NewReader(text), WithKind(Pupil), WithLines())
			var found []string
			for line, problems := range Lines(strings.NewReader(text), Pupil) {
				for _, p := range problems {
					found = append(found, p.Code())
				}
				_ = line
			}
			if code == "" {
				require.Empty(t, problems)
				require.Empty(t, found)
				continue
			}
			require.Len(t, problems, 1)
			require.Equal(t, code, problems[0].Code())
			require.Equal(t, []string{code}, found)
		}
	}
}

// What an agreement, a population and its rounding mean, at the ends.
func TestMeaningAtItsEnds(t *testing.T) {
	codes := func(problems zio.Problems) (list []string) {
		for _, p := range problems {
			list = append(list, p.Code()+" "+p.Pointer)
		}
		return list
	}
	text, err := os.ReadFile("examples/agreement.json")
	require.NoError(t, err)
	m := Meaning{Atlas: zio.Netherlands()}
	require.Empty(t, m.Check(Agreement, text))
	changed := strings.Replace(string(text), `"0268"`, `"9999"`, -1)
	require.NotEqual(t, string(text), changed)
	found := codes(m.Check(Agreement, []byte(changed)))
	require.Len(t, found, 1)
	require.True(t, strings.HasPrefix(found[0], "municipality.") && strings.HasSuffix(found[0], "/id"), found)

	const head = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"T","countDate":"2024-10-01",`
	for doc, want := range map[string][]string{
		head + `"schoolYear":"2024-2025","pupils":[{"ref":"a","from":"2024-08-01","until":"2025-07-31"}]}`:                                                             nil,
		head + `"schoolYear":"2024-2025","pupils":[{"ref":"a","from":"2024-07-31","until":"2025-08-01"}]}`:                                                             {"population.date-outside-school-year /pupils/0/from", "population.date-outside-school-year /pupils/0/until"},
		head + `"pupils":[{"ref":"a","from":"2020-07-31"}]}`:                                                                                                           nil,
		head + `"groups":[{"site":"12AB00","home":"0268","pupils":5}],"pupils":[{"ref":"a","site":"12AB00"},{"ref":"b","site":"12AB00"},{"ref":"c","site":"12AB01"}]}`: {"population.pupil-and-group-site /pupils/0/site"},
	} {
		require.Equal(t, want, codes(m.Check(Population, []byte(doc))), doc)
	}
	publish := Meaning{Publish: true}
	for doc, want := range map[string][]string{
		head + `"groups":[{"home":"0268","pupils":0},{"home":"0209","pupils":1},{"home":"0225","pupils":4},{"home":"0252","pupils":5}]}`: {"publish.count-disclosive /groups/1/pupils", "publish.count-disclosive /groups/2/pupils"},
		head + `"pupils":[{"ref":"a"}]}`:                                              {"publish.pupil-line /pupils/0"},
		head + `"sites":[{"code":"12AB00","pupils":3},{"code":"12AB01","pupils":5}]}`: {"publish.count-disclosive /sites/0/pupils"},
		head + `"counts":[{"basis":"clients","date":"2024-01-01","values":[{"municipality":"0209","count":0},{"municipality":"0225","count":4},{"municipality":"0268","count":5}]},{"basis":"gemeentefonds","date":"2024-01-01","values":[{"municipality":"0268","count":3}]}]}`: {"publish.count-disclosive /counts/0/values/1/count"},
		head + `"groups":[{"home":"0268","pupils":0,"minutesPerWeek":60},{"home":"0209","pupils":5,"minutesPerWeek":60},{"home":"0225","fewest":1,"most":4,"minutesPerWeek":60},{"home":"0252","fewest":5,"most":9,"minutesPerWeek":60}]}`:                                       {"publish.minutes-disclosive /groups/0/minutesPerWeek", "publish.minutes-disclosive /groups/2/minutesPerWeek"},
	} {
		require.Equal(t, want, codes(publish.Check(Population, []byte(doc))), doc)
	}

	home, other := zio.MustParseMunicipalityCode("0268"), zio.MustParseMunicipalityCode("0209")
	_, problems := Rounded(&zio.Population{Pupils: []zio.Pupil{{Ref: zio.MustParsePupilRef("a")}}})
	require.Equal(t, []string{"publish.pupil-line /pupils/0"}, codes(problems))
	_, problems = Rounded(&zio.Population{Decisions: []zio.Decision{{Pupils: 5}, {Pupils: 4}, {}}})
	require.Equal(t, []string{"publish.count-disclosive /decisions/1/pupils", "publish.count-disclosive /decisions/2/pupils"}, codes(problems))
	require.Equal(t, "1", problems[1].Param("count"), "a decision without a number is of one pupil")
	p, problems := Rounded(&zio.Population{Sites: []zio.Site{{Pupils: 23}}, Groups: []zio.Group{
		{Home: home, Pupils: 0, MinutesPerWeek: 1}, {Home: home, Pupils: 2, MinutesPerWeek: 60}, {Home: home, Pupils: 3, MinutesPerWeek: 60}, {Home: home, Pupils: 7}, {Home: home, Pupils: 8}, {Home: other, Fewest: 1, Most: 4}, {Home: other, Fewest: 5, Most: 10}}})
	require.Empty(t, problems)
	require.Equal(t, []zio.Group{{Home: home, Pupils: 5}, {Home: home, Pupils: 5}, {Home: home, Pupils: 10}, {Home: other, Most: 5}, {Home: other, Fewest: 5, Most: 10}}, p.Groups)
	require.Zero(t, p.Sites[0].Pupils)

	counts := []zio.Count{{Basis: "clients", Values: []zio.CountValue{{Count: 2}, {Count: 3}, {Count: 12}}}, {Basis: "gemeentefonds", Values: []zio.CountValue{{Count: 3}}}}
	p, problems = Rounded(&zio.Population{Counts: counts})
	require.Empty(t, problems)
	require.Equal(t, []zio.CountValue{{Count: 0}, {Count: 5}, {Count: 10}}, p.Counts[0].Values)
	require.EqualValues(t, 3, p.Counts[1].Values[0].Count)
	require.EqualValues(t, 2, counts[0].Values[0].Count, "what was given stays")

	for code, few := range map[string]bool{"youth-care-use": true, "school-dropout": true, "outflow": true, "children-trained": true, "children-three-conversations": true, "referrals-special-education": true,
		"decisions-requested": true, "decisions-avoided": true, "teachers-trained": false, "caregivers-in-school": false, "waiting-weeks": false, "absence": false, "lesson-time-missed": false} {
		for value, small := range map[string]bool{"0": false, "1": few, "4": few, "5": false} {
			doc := `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/indicators.schema.json","title":"T","agreement":"a","values":[{"code":"` + code + `","period":{"from":"2026-01-01","until":"2026-01-31"},"value":` + value + `}]}`
			require.Equal(t, small, slices.Equal(codes(publish.Check(Indicators, []byte(doc))), []string{"publish.count-disclosive /values/0/value"}), doc)
			require.Equal(t, !small, len(publish.Check(Indicators, []byte(doc))) == 0, doc)
		}
	}
}
