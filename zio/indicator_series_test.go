package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func measurement(code, from, until string, value int64) zio.Indicator {
	return zio.Indicator{Code: code, Period: period(from, until), Value: value}
}

func TestSeries(t *testing.T) {
	march, january := measurement(zio.IndicatorDecisions, "2019-03-01", "2019-03-31", 95), measurement(zio.IndicatorDecisions, "2019-01-01", "2019-01-31", 120)
	january.Board, march.Board = "Orion", "Orion"
	other := measurement(zio.IndicatorDecisions, "2019-01-01", "2019-01-31", 7)
	x := &zio.Indicators{Values: []zio.Indicator{march, other, january, {Code: zio.IndicatorDecisions, Ref: zio.MustParsePupilRef("l1"), Value: 1}},
		Targets: []zio.IndicatorTarget{{Code: zio.IndicatorDecisions, Board: "Orion", Value: 95}}}
	series, single := x.Series()
	require.Equal(t, 1, single)
	require.Len(t, series, 2)
	orion := series[0]
	require.Equal(t, []int64{120, 95}, []int64{orion.First().Value, orion.Last().Value}, "by period, whatever the order of the document")
	require.Equal(t, int64(-25), orion.Change())
	tenths, known := orion.ChangePerMille()
	require.True(t, known)
	require.Equal(t, int64(-208), tenths) // 25,000 / 120 = 208.33
	require.Equal(t, 1, orion.Better(), "fewer decisions is what is wanted")
	require.True(t, orion.Reached(), "at the target is reached")
	require.Nil(t, series[1].Target, "the target of a board is of that board only")
	require.False(t, series[1].Reached())
	require.Zero(t, series[1].Better())
}

func TestChangePerMilleRoundsHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct{ first, last, want int64 }{
		{2000, 2001, 1},  // 0.5 tenths
		{2000, 1999, -1}, // -0.5 tenths
		{2001, 2002, 0},  // 0.4998
		{1, 27, 26_000},
		{26, 1, -962}, // 961.5..
	} {
		s := zio.IndicatorSeries{Values: []zio.Indicator{{Value: c.first}, {Value: c.last}}}
		got, known := s.ChangePerMille()
		require.True(t, known)
		require.Equal(t, c.want, got, c)
	}
	s := zio.IndicatorSeries{Values: []zio.Indicator{{Value: 0}, {Value: 3}}}
	_, known := s.ChangePerMille()
	require.False(t, known, "nothing is a percentage of zero")
}

func TestWeeksSaved(t *testing.T) {
	s := zio.IndicatorSeries{Code: zio.IndicatorWaiting, Values: []zio.Indicator{{Value: 26}, {Value: 1, Pupils: 339}}}
	weeks, known := s.WeeksSaved()
	require.True(t, known)
	require.Equal(t, int64(8_475), weeks) // 25 x 339
	s.Code = "absence"
	_, known = s.WeeksSaved()
	require.False(t, known)
	s = zio.IndicatorSeries{Code: zio.IndicatorWaiting, Values: []zio.Indicator{{Value: zio.MaxCount}, {Value: 1, Pupils: zio.MaxCount}}}
	_, known = s.WeeksSaved()
	require.False(t, known, "more weeks than a count can be")
}

func TestIndicatorsTwice(t *testing.T) {
	one := measurement(zio.IndicatorDecisions, "2019-01-01", "2019-01-31", 7)
	x := &zio.Indicators{Agreement: "a", Values: []zio.Indicator{one, one}, Targets: []zio.IndicatorTarget{{Code: zio.IndicatorDecisions}, {Code: zio.IndicatorDecisions, Board: "Orion"}, {Code: zio.IndicatorDecisions}}}
	named := *x
	named.Title, named.Agreement = "Waiting", "Onze afspraak"
	require.Equal(t, "indicators.name-invalid /agreement", codesOf(named.Check())[0])
	_, problems := zio.ReadIndicators(named.AppendDocument(nil))
	require.Equal(t, "indicators.name-invalid /agreement", codesOf(problems)[0])
	require.Equal(t, []string{"indicators.value-twice /values/1/period", "indicators.target-twice /targets/2/code"}, codesOf(x.Check()))
}
