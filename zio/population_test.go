package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

const populationHead = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"P","countDate":"2024-10-01"`

// A key that stands three times, in a list that is in no order, is a problem each time after the first, which is told.
func TestRepeatsAreToldInOrder(t *testing.T) {
	for list, members := range map[string]string{
		"group": `,"groups":[{"home":"0344","pupils":1},{"home":"0268","pupils":1},{"home":"0344","pupils":2},{"home":"0268","label":"x","pupils":1},{"home":"0344","pupils":3}]`,
		"pupil": `,"pupils":[{"ref":"c3"},{"ref":"a1"},{"ref":"c3"},{"ref":"b2"},{"ref":"c3"}]`,
	} {
		_, problems := zio.ReadPopulation([]byte(populationHead + members + "}"))
		require.Len(t, problems, 2, list)
		for i, at := range []string{"2", "4"} {
			require.Equal(t, "population."+list+"-twice", problems[i].Code())
			require.Contains(t, problems[i].Pointer, "/"+list+"s/"+at)
			require.Equal(t, "1", problems[i].Param("first"), "people count from 1")
		}
	}
}

// What no single member shows is found by the population itself, each with its place.
func TestPopulationCheck(t *testing.T) {
	for _, c := range []struct{ name, members, want string }{
		{"nothing", ``, ""},
		{"the first and the last day of the school year", `,"schoolYear":"2024-2025"`, ""},
		{"another school year", `,"schoolYear":"2025-2026"`, "population.count-date-outside-school-year /countDate"},
		{"a site twice", `,"sites":[{"code":"00OS00"},{"code":"00OS00"}]`, "population.site-twice /sites/1/code"},
		{"groups that differ in one member", `,"groups":[{"home":"0268","pupils":1},{"home":"0209","pupils":1},{"home":"0268","route":"wlz","pupils":1},{"home":"0268","label":"x","pupils":1},
			{"home":"0268","status":"running-decision","pupils":1},{"home":"0268","adult":true,"pupils":1},{"home":"0268","band":{"min":0,"max":1},"pupils":1},{"home":"0268","site":"00OS00","pupils":1},{"pupils":1}]`, ""},
		{"the same group with other numbers", `,"groups":[{"home":"0268","pupils":1},{"home":"0268","pupils":2,"minutesPerWeek":60}]`, "population.group-twice /groups/1"},
		{"minutes at both ends of the band", `,"groups":[{"home":"0268","band":{"min":100,"max":200},"pupils":2,"minutesPerWeek":200},{"home":"0209","band":{"min":100,"max":200},"pupils":2,"minutesPerWeek":400}]`, ""},
		{"a minute below the band", `,"groups":[{"band":{"min":100,"max":200},"pupils":2,"minutesPerWeek":199}]`, "population.minutes-outside-band /groups/0/minutesPerWeek"},
		{"a minute above the band", `,"groups":[{"band":{"min":100,"max":200},"pupils":2,"minutesPerWeek":401}]`, "population.minutes-outside-band /groups/0/minutesPerWeek"},
		{"a band of one value", `,"groups":[{"band":{"min":100,"max":100},"pupils":1}]`, ""},
		{"a band backwards", `,"groups":[{"band":{"min":101,"max":100},"pupils":1}]`, "population.band-order /groups/0/band"},
		{"a pupil of one day", `,"pupils":[{"ref":"a1","from":"2025-01-01","until":"2025-01-01"}]`, ""},
		{"a pupil backwards", `,"pupils":[{"ref":"a1","from":"2025-01-02","until":"2025-01-01"}]`, "population.period-order /pupils/0/until"},
		{"references that differ in a capital", `,"pupils":[{"ref":"a1"},{"ref":"A1"}]`, ""},
		{"a group twice at sites in no order", `,"groups":[{"site":"12AB01","home":"0268","pupils":1},{"site":"12AB00","home":"0344","pupils":1},{"site":"12AB01","home":"0268","pupils":1}]`, "population.group-twice /groups/2"},
		{"groups in order of home at sites in no order", `,"groups":[{"site":"12AB01","home":"0268","pupils":1},{"site":"12AB00","home":"0344","pupils":1},{"site":"12AB00","home":"0268","pupils":1}]`, ""},
		{"a reference twice", `,"pupils":[{"ref":"a1"},{"ref":"b1"},{"ref":"a1"}]`, "population.pupil-twice /pupils/2/ref"},
		{"moves on one day", `,"pupils":[{"ref":"a1","moves":[{"on":"2025-01-01","to":"0268"},{"on":"2025-01-01","to":"0209"}]}]`, "population.move-order /pupils/0/moves/1/on"},
		{"a count of two dates", `,"counts":[{"basis":"clients","date":"2023-12-31","values":[{"municipality":"0268","count":1}]},{"basis":"clients","date":"2024-12-31","values":[{"municipality":"0268","count":1}]}]`, ""},
		{"a count twice", `,"counts":[{"basis":"clients","date":"2023-12-31","values":[{"municipality":"0268","count":1}]},{"basis":"clients","date":"2023-12-31","values":[{"municipality":"0209","count":1}]}]`, "population.series-twice /counts/1"},
		{"a municipality twice in a count", `,"counts":[{"basis":"clients","date":"2023-12-31","values":[{"municipality":"0268","count":1},{"municipality":"GM0268","count":2}]}]`, "population.count-twice /counts/0/values/1/municipality"},
		{"a decision backwards", `,"decisions":[{"home":"0268","product":"45A04","volume":1,"unit":"hour","frequency":"week","from":"2025-02-01","until":"2025-01-31"}]`, "population.period-order /decisions/0/until"},
		{"rows that do not add up", `,"provenance":[{"file":"f","layout":"l","digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","rows":10,"placed":8,"listed":1}]`, "population.provenance-sum /provenance/0/rows"},
		{"rows that add up", `,"provenance":[{"file":"f","layout":"l","digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","rows":10,"placed":8,"listed":1,"outside":1}]`, ""},
	} {
		p, problems := zio.ReadPopulation([]byte(populationHead + c.members + "}"))
		if c.want == "" {
			require.Empty(t, problems, c.name)
			again, problems := zio.ReadPopulation(p.AppendDocument(nil))
			require.Empty(t, problems, c.name)
			require.Equal(t, p, again, c.name)
			continue
		}
		require.Len(t, problems, 1, c.name)
		require.Equal(t, c.want, problems[0].Code()+" "+problems[0].Pointer, c.name)
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			require.NotContains(t, problems[0].Text(l), "{", c.name)
		}
	}
}
