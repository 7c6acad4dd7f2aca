package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/zio-collectief/zio/zio"
)

func pupilsByHome(p *zio.Population) map[string]int64 {
	m := map[string]int64{}
	for _, g := range p.Groups {
		m[g.Home.String()] += g.Pupils
	}
	return m
}

// The five municipalities of Land van Cuijk merged on 1 January 2022; those of Rijk van Nijmegen did not.
func TestPopulationConvertsMergers(t *testing.T) {
	site, other := zio.MustParseSiteCode("99AB01"), zio.MustParseSiteCode("99AC00")
	p := &zio.Population{Title: "test", CountDate: day("2019-10-01"), Groups: []zio.Group{
		{Site: site, Home: gm("0268"), Pupils: 10},
		{Site: site, Home: gm("0756"), Pupils: 3, MinutesPerWeek: 300},
		{Site: site, Home: gm("1684"), Pupils: 4, MinutesPerWeek: 100},
		{Site: site, Home: gm("0756"), Route: zio.ClaimWlz, Pupils: 1},
		{Site: other, Home: gm("0815"), Pupils: 2},
		{Site: other, Pupils: 5}, // abroad
	},
		Pupils:     []zio.Pupil{{Ref: zio.MustParsePupilRef("L1"), Home: gm("0786"), Moves: []zio.Move{{On: day("2020-01-01"), To: gm("1702")}}}},
		Counts:     []zio.Count{{Basis: "inhabitants", Date: day("2019-01-01"), Values: []zio.CountValue{{Municipality: gm("0756"), Count: 29_000}, {Municipality: gm("0786"), Count: 12_000}}}},
		Decisions:  []zio.Decision{{Home: gm("1702"), Product: "45A04", Volume: 1, Unit: "hour", Frequency: "week", From: day("2019-11-01"), Until: day("2019-12-31")}},
		Provenance: []zio.Provenance{{File: "x.csv", Options: []string{"suppressed=zero"}}},
	}
	before := string(p.AppendDocument(nil))
	out, steps, problems := p.Convert(zio.Netherlands(), day("2026-01-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, []zio.Group{
		{Site: site, Home: gm("0268"), Pupils: 10},
		{Site: site, Home: gm("1982"), Pupils: 7, MinutesPerWeek: 400},
		{Site: site, Home: gm("1982"), Route: zio.ClaimWlz, Pupils: 1},
		{Site: other, Home: gm("1982"), Pupils: 2},
		{Site: other, Pupils: 5},
	}, out.Groups)
	require.Equal(t, "1982", out.Pupils[0].Home.String())
	require.Equal(t, "1982", out.Pupils[0].Moves[0].To.String())
	require.Equal(t, []zio.CountValue{{Municipality: gm("1982"), Count: 41_000}}, out.Counts[0].Values)
	require.Equal(t, "1982", out.Decisions[0].Home.String())
	require.Equal(t, []string{"suppressed=zero", "municipalities=2026-01-01"}, out.Provenance[0].Options)
	require.Equal(t, []zio.ConversionStep{
		{On: day("2022-01-01"), From: gm("0756"), To: gm("1982"), Count: 4},
		{On: day("2022-01-01"), From: gm("0815"), To: gm("1982"), Count: 2},
		{On: day("2022-01-01"), From: gm("1684"), To: gm("1982"), Count: 4},
	}, steps)
	require.Equal(t, before, string(p.AppendDocument(nil)), "the population itself does not change")
	require.Equal(t, day("2019-10-01"), out.CountDate)

	same, steps, problems := p.Convert(zio.Netherlands(), day("2021-12-31"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Empty(t, steps)
	require.Equal(t, p.Groups, same.Groups)
}

// Haaren was split over four on 1 January 2021: 881, 2,308, 541 and 2,009 addresses went to Boxtel, Oisterwijk, Tilburg and Vught.
func TestPopulationConvertsSplits(t *testing.T) {
	p := &zio.Population{Title: "test", CountDate: day("2019-10-01"), Groups: []zio.Group{{Home: gm("0788"), Pupils: 57, MinutesPerWeek: 5739}}}
	_, _, problems := p.Convert(zio.Netherlands(), day("2022-01-01"), zio.ConvertOptions{})
	require.Len(t, problems, 1)
	require.Equal(t, "/groups/0/home", problems[0].Pointer)

	weights := []zio.Succession{
		{On: day("2021-01-01"), From: gm("0788"), To: gm("0757"), Weight: 881}, {On: day("2021-01-01"), From: gm("0788"), To: gm("0824"), Weight: 2308},
		{On: day("2021-01-01"), From: gm("0788"), To: gm("0855"), Weight: 541}, {On: day("2021-01-01"), From: gm("0788"), To: gm("0865"), Weight: 2009}}
	out, _, problems := p.Convert(zio.Netherlands(), day("2022-01-01"), zio.ConvertOptions{Weights: weights})
	require.Empty(t, problems)
	// 57 pupils over 5,739 addresses: 8.75, 22.92, 5.37 and 19.95, of which the whole parts are 8, 22, 5 and 19; the three that
	// remain go to the largest remainders, .95, .92 and .75.
	require.Equal(t, map[string]int64{"0757": 9, "0824": 23, "0855": 5, "0865": 20}, pupilsByHome(out))
	// 5,739 minutes for 57 pupils go as the pupils go, 906.2, 2,315.7, 503.4 and 2,013.7, rounded down along the running sum.
	minutes := []int64{}
	for _, g := range out.Groups {
		minutes = append(minutes, g.MinutesPerWeek)
	}
	require.Equal(t, []int64{906, 2315, 504, 2014}, minutes)

	// so a band of 90 to 110 minutes for each pupil holds in every part, and a part without pupils has no minutes
	p.Groups = []zio.Group{{Home: gm("0788"), Pupils: 3, MinutesPerWeek: 301, Band: &zio.Band{Min: 90, Max: 110}}}
	out, _, problems = p.Convert(zio.Netherlands(), day("2022-01-01"), zio.ConvertOptions{Weights: weights})
	require.Empty(t, problems)
	require.Empty(t, out.Check())
	sum := int64(0)
	for _, g := range out.Groups {
		require.NotZero(t, g.Pupils)
		sum += g.MinutesPerWeek
	}
	require.Equal(t, int64(301), sum)

	p.Pupils = []zio.Pupil{{Ref: zio.MustParsePupilRef("L1"), Home: gm("0788")}}
	_, _, problems = p.Convert(zio.Netherlands(), day("2022-01-01"), zio.ConvertOptions{Weights: weights})
	require.Equal(t, "/pupils/0/home", problems[0].Pointer)
}

// Minutes that are known of some of the pupils only are not known of all.
func TestConversionKeepsUnknownMinutes(t *testing.T) {
	for _, minutes := range [][2]int64{{0, 433}, {433, 0}, {0, 0}} {
		p := &zio.Population{Title: "test", CountDate: day("2021-10-01"), Groups: []zio.Group{
			{Home: gm("0756"), Pupils: 8, MinutesPerWeek: minutes[0]}, {Home: gm("0815"), Pupils: 1, MinutesPerWeek: minutes[1]}}}
		out, _, problems := p.Convert(zio.Netherlands(), day("2022-01-01"), zio.ConvertOptions{})
		require.Empty(t, problems)
		require.Len(t, out.Groups, 1)
		require.Equal(t, []int64{9, 0}, []int64{out.Groups[0].Pupils, out.Groups[0].MinutesPerWeek})
	}
}

// A group without pupils stays when its municipality gets another name, or stays what it is.
func TestConversionKeepsEmptyGroups(t *testing.T) {
	p := &zio.Population{Title: "test", CountDate: day("2021-10-01"), Groups: []zio.Group{{Home: gm("0756")}, {Home: gm("0363")}}}
	out, _, problems := p.Convert(zio.Netherlands(), day("2022-01-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, []zio.Group{{Home: gm("1982")}, {Home: gm("0363")}}, out.Groups)
}

// A file with an old code is taken along from the last day of that municipality.
func TestPopulationConvertsOldCodes(t *testing.T) {
	p := &zio.Population{Title: "test", CountDate: day("2023-10-01"), Groups: []zio.Group{{Home: gm("0756"), Pupils: 3}, {Home: gm("1982"), Pupils: 4}}}
	out, steps, problems := p.Convert(zio.Netherlands(), day("2023-10-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, map[string]int64{"1982": 7}, pupilsByHome(out))
	require.Len(t, steps, 1)

	for _, wrong := range []struct {
		home zio.MunicipalityCode
		on   zio.Date
	}{{gm("9998"), day("2023-10-01")}, {gm("1982"), day("2019-10-01")}, {gm("1982"), day("1950-01-01")}} {
		_, _, problems = (&zio.Population{CountDate: day("2023-10-01"), Groups: []zio.Group{{Home: wrong.home, Pupils: 1}}}).Convert(zio.Netherlands(), wrong.on, zio.ConvertOptions{})
		require.NotEmpty(t, problems)
	}
}
