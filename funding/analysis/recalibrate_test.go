package analysis_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// ones are pupils who each have a line of their own.
func ones(minutes ...int64) []analysis.Realised {
	var list []analysis.Realised
	for _, n := range minutes {
		list = append(list, analysis.Realised{Pupils: 1, MinutesPerWeek: n})
	}
	return list
}

func percent(s string) *money.Factor { f := money.MustParseFactor(s); return &f }

// recalibrated is the review of the agreement of Nijmegen and Wijchen (12 and 4 pupils, 330 minutes), with a threshold of 720 minutes.
func recalibrated(t *testing.T, boundary funding.Boundary, in analysis.RecalibrateInput) *analysis.Recalibration {
	t.Helper()
	a, p := twoMunicipalities()
	a.Routing.Threshold = &funding.Threshold{MinutesPerWeek: 720, Boundary: boundary}
	for i := range p.Groups {
		p.Groups[i].Band = &zio.Band{Min: 0, Max: 330}
	}
	in.Component = "pool"
	if in.Rounding == 0 {
		in.Rounding = money.HalfUp
	}
	before := string(a.AppendDocument(nil))
	x, problems := analysis.Recalibrate(a, p, in)
	require.Empty(t, problems)
	require.Equal(t, before, string(a.AppendDocument(nil)), "the agreement itself stays as it is")
	if x.NewThreshold == 0 || x.NewThreshold > x.NewNorm { // a norm above the threshold is refused
		require.Empty(t, x.Agreement.Check())
	}
	require.Equal(t, x.NewNorm, x.Agreement.Components[0].Cost.(*funding.FixedHours).NormMinutes)
	return x
}

func TestRecalibrateTheNorm(t *testing.T) {
	for _, c := range []struct {
		realised  []analysis.Realised
		tolerance int64
		rounding  money.Rounding
		mean      string
		norm      int64
		beyond    bool
	}{
		{ones(400, 320), 29, 0, "360", 360, true},  // (400 + 320) / 2 = 360, 30 above 330
		{ones(400, 320), 30, 0, "360", 330, false}, // and 30 is within 30
		{ones(300, 300), 29, 0, "300", 300, true},  // 30 below
		{ones(300, 300), 30, 0, "300", 330, false},
		{ones(330), 0, 0, "330", 330, false}, // nothing off
		{ones(331), 0, 0, "331", 331, true},
		{ones(330, 331), 0, 0, "661/2", 331, true},                         // 330.5, half up; half a minute is more than none
		{ones(330, 331), 0, money.HalfDown, "661/2", 330, true},            // half down: beyond, and still the same norm
		{ones(330, 330, 331), 0, money.Up, "991/3", 331, true},             // 330.33...
		{ones(330, 332, 332), 0, money.Down, "994/3", 331, true},           // 331.33...
		{[]analysis.Realised{{3, 1000}, {1, 440}}, 0, 0, "360", 360, true}, // 1,440 over 4 pupils
		{ones(1), 0, 0, "1", 1, true},                                      // the least norm
	} {
		x := recalibrated(t, "below", analysis.RecalibrateInput{Realised: c.realised, Tolerance: c.tolerance, Rounding: c.rounding})
		require.Equal(t, money.MustParseExact(c.mean), x.Mean)
		require.Equal(t, int64(330), x.OldNorm)
		require.Equal(t, c.norm, x.NewNorm, c.mean)
		require.Equal(t, c.beyond, x.Beyond, c.mean)
	}
}

// 360 minutes are six hours: 14,400.00 a pupil where it was 13,200.00. 12 and 4 pupils pay 14,400.00 and 4,800.00 more.
func TestRecalibrateSaysWhatItCosts(t *testing.T) {
	x := recalibrated(t, "below", analysis.RecalibrateInput{Realised: ones(360), Coverage: percent("100")})
	require.Len(t, x.Effect.Parties, 2)
	for i, want := range []string{"158400.00 172800.00 14400.00", "52800.00 57600.00 4800.00"} {
		d := x.Effect.Parties[i]
		require.Equal(t, want, d.A.String()+" "+d.B.String()+" "+d.Difference.String())
	}
	// Within the tolerance nothing changes.
	x = recalibrated(t, "below", analysis.RecalibrateInput{Realised: ones(360), Tolerance: 30})
	require.Equal(t, "0.00", x.Effect.Parties[0].Difference.String())
	require.Equal(t, "158400.00", x.Effect.Parties[0].B.String())
}

// The range in which the parties saw the norm goes when the new norm is outside it, and stays at both its ends.
func TestRecalibrateKeepsTheRange(t *testing.T) {
	for minutes, kept := range map[int64]bool{299: false, 300: true, 330: true, 360: true, 361: false} {
		a, p := twoMunicipalities()
		hours := a.Components[0].Cost.(*funding.FixedHours)
		hours.NormRange = &funding.NormRange{Min: 300, Max: 360}
		x, problems := analysis.Recalibrate(a, p, analysis.RecalibrateInput{Component: "pool", Realised: ones(minutes), Rounding: money.HalfUp})
		require.Empty(t, problems)
		require.Equal(t, kept, x.Agreement.Components[0].Cost.(*funding.FixedHours).NormRange != nil, minutes)
		require.NotNil(t, hours.NormRange)
		require.Zero(t, x.OldThreshold)
		require.Zero(t, x.Over)
		require.Nil(t, x.Agreement.Routing.Threshold)
	}
}

// Ten pupils with 100, 200, ... 1,000 minutes, given from high to low. The threshold is 720: 800, 900 and 1,000 are over it.
func TestRecalibrateTheThreshold(t *testing.T) {
	ten := ones(1000, 900, 800, 700, 600, 500, 400, 300, 200, 100)
	for _, c := range []struct {
		coverage string
		boundary funding.Boundary
		want     int64
	}{
		{"70", "at-most", 700},      // seven of ten: the seventh has 700
		{"70", "below", 701},        // which "below" lets in from 701 on
		{"70.000001", "below", 801}, // a little more than seven is eight
		{"61", "at-most", 700},      // 6.1 is seven
		{"60", "at-most", 600},
		{"100", "at-most", 1000},
		{"100", "below", 1001},
		{"0.000001", "at-most", 100}, // the first one
	} {
		x := recalibrated(t, c.boundary, analysis.RecalibrateInput{Realised: ten, Coverage: percent(c.coverage)})
		require.Equal(t, int64(720), x.OldThreshold)
		require.Equal(t, c.want, x.NewThreshold, c.coverage+" "+string(c.boundary))
		require.Equal(t, int64(3), x.Over)
		require.Equal(t, &funding.Threshold{MinutesPerWeek: c.want, Boundary: c.boundary}, x.Agreement.Routing.Threshold)
	}

	// Exactly on the threshold: over it with "below", not with "at-most".
	require.Equal(t, int64(1), recalibrated(t, "below", analysis.RecalibrateInput{Realised: ones(719, 720)}).Over)
	require.Equal(t, int64(0), recalibrated(t, "at-most", analysis.RecalibrateInput{Realised: ones(719, 720)}).Over)

	// Not asked: it stays. Pupils who share a line can not be held against it, whatever the order of the lines.
	for _, lines := range [][]analysis.Realised{
		{{1, 800}, {2, 1600}, {1, 900}, {1, 100}},
		{{2, 1600}, {1, 800}, {1, 100}, {1, 900}},
	} {
		x := recalibrated(t, "below", analysis.RecalibrateInput{Realised: lines})
		require.Equal(t, int64(2), x.Over)
		require.Zero(t, x.NewThreshold)
		require.Equal(t, int64(720), x.Agreement.Routing.Threshold.MinutesPerWeek)
	}
}

// A new threshold does not let in or keep out pupils in the effect: that is of the norm alone.
func TestEffectIsOfTheNormAlone(t *testing.T) {
	x := recalibrated(t, "below", analysis.RecalibrateInput{Realised: ones(330, 330), Coverage: percent("100")})
	require.Equal(t, int64(331), x.NewThreshold)
	require.Equal(t, "0.00", x.Effect.Parties[0].Difference.String())
	x = recalibrated(t, "below", analysis.RecalibrateInput{Realised: ones(200, 200), Coverage: percent("100")})
	require.Equal(t, int64(201), x.NewThreshold)                 // below which no pupil of the population surely is
	require.Equal(t, "96000.00", x.Effect.Parties[0].B.String()) // 12 x 200 / 60 x 40 x 60.00
}

func TestRecalibrateRefuses(t *testing.T) {
	many := []analysis.Realised{{Pupils: 1, MinutesPerWeek: math.MaxInt64}}
	for want, c := range map[string]struct {
		in    analysis.RecalibrateInput
		spoil func(*funding.Agreement, *zio.Population)
	}{
		"recalibrate.no-fixed-hours no":       {in: analysis.RecalibrateInput{Component: "other", Realised: ones(330)}},
		"recalibrate.no-fixed-hours bud":      {in: analysis.RecalibrateInput{Realised: ones(330)}, spoil: func(a *funding.Agreement, _ *zio.Population) { a.Components[0].Cost = &funding.Budget{} }},
		"recalibrate.nothing-realised 1":      {in: analysis.RecalibrateInput{}},
		"recalibrate.nothing-realised 2":      {in: analysis.RecalibrateInput{Realised: []analysis.Realised{{0, 100}}}},
		"recalibrate.norm-out-of-range1":      {in: analysis.RecalibrateInput{Realised: ones(0)}},
		"recalibrate.norm-out-of-range2":      {in: analysis.RecalibrateInput{Realised: ones(3001)}},
		"recalibrate.realised-out-of-range":   {in: analysis.RecalibrateInput{Realised: many}},
		"recalibrate.realised-out-of-range 2": {in: analysis.RecalibrateInput{Realised: []analysis.Realised{{-1, 100}, {3, 300}}}},
		"recalibrate.realised-out-of-range 3": {in: analysis.RecalibrateInput{Realised: []analysis.Realised{{1, 330}, {zio.MaxCount + 1, 300}}}},
		"recalibrate.coverage zero":           {in: analysis.RecalibrateInput{Realised: ones(330), Coverage: percent("0")}},
		"recalibrate.coverage above":          {in: analysis.RecalibrateInput{Realised: ones(330), Coverage: percent("100.000001")}},
		"recalibrate.coverage negative":       {in: analysis.RecalibrateInput{Realised: ones(330), Coverage: percent("-1")}},
		"recalibrate.coverage together":       {in: analysis.RecalibrateInput{Realised: []analysis.Realised{{1, 330}, {2, 660}}, Coverage: percent("90")}},
		"population.group-twice":              {in: analysis.RecalibrateInput{Realised: ones(330)}, spoil: func(_ *funding.Agreement, p *zio.Population) { p.Groups = append(p.Groups, p.Groups[0]) }},
	} {
		a, p := twoMunicipalities()
		a.Routing.Threshold = &funding.Threshold{MinutesPerWeek: 720, Boundary: "below"}
		for i := range p.Groups {
			p.Groups[i].Band = &zio.Band{Min: 0, Max: 330}
		}
		if c.in.Component == "" {
			c.in.Component = "pool"
		}
		c.in.Rounding = money.HalfUp
		if c.spoil != nil {
			c.spoil(a, p)
		}
		x, problems := analysis.Recalibrate(a, p, c.in)
		require.Nil(t, x, want)
		require.NotEmpty(t, problems, want)
		require.True(t, strings.HasPrefix(want, problems[0].Code()), "%s: %s", want, problems[0].Code())
		require.NotContains(t, problems[0].Text(zio.Dutch), "{")
	}
	a, p := twoMunicipalities()
	_, problems := analysis.Recalibrate(a, p, analysis.RecalibrateInput{Component: "pool", Realised: ones(3001), Rounding: money.HalfUp})
	require.Equal(t, "The new norm would be 3,001 minutes. A norm is 1 to 3,000 minutes per week.", problems[0].Text(zio.English))
	x, problems := analysis.Recalibrate(a, p, analysis.RecalibrateInput{Component: "pool", Realised: ones(3000), Rounding: money.HalfUp})
	require.Empty(t, problems)
	require.Equal(t, int64(3000), x.NewNorm) // the greatest norm that there is
	_, problems = analysis.Recalibrate(a, p, analysis.RecalibrateInput{Component: "pool", Realised: ones(330)})
	require.Equal(t, "rounding.missing", problems[0].Code())
	for _, half := range []struct {
		a *funding.Agreement
		p *zio.Population
	}{{nil, p}, {a, nil}} {
		_, problems = analysis.Recalibrate(half.a, half.p, analysis.RecalibrateInput{})
		require.Len(t, problems, 1)
	}
}

// Of two components with fixed hours only the named one is reviewed.
func TestRecalibrateOneOfTwo(t *testing.T) {
	a, p := twoMunicipalities()
	second := a.Components[0]
	second.ID, second.Route, second.Cost = "second", funding.RouteWmo, &funding.FixedHours{NormMinutes: 60, Rate: euro("60.00"), Weeks: 40, Rounding: money.HalfUp}
	a.Components = append(a.Components, second)
	for name, want := range map[string][2]int64{"pool": {120, 60}, "second": {330, 120}} {
		x, problems := analysis.Recalibrate(a, p, analysis.RecalibrateInput{Component: name, Realised: ones(120), Rounding: money.HalfUp})
		require.Empty(t, problems)
		for i, norm := range want {
			require.Equal(t, norm, x.Agreement.Components[i].Cost.(*funding.FixedHours).NormMinutes, name)
		}
	}
}

func TestRecalibrationAsDocument(t *testing.T) {
	x := recalibrated(t, "at-most", analysis.RecalibrateInput{Realised: ones(360, 361, 800), Coverage: percent("50")})
	text := string(x.AppendDocument(nil))
	for _, member := range []string{`"oldNorm": 330`, `"newNorm": 507`, `"mean": "507"`, `"beyond": true`, `"oldThreshold": 720`, `"newThreshold": 361`, `"over": 1`, `"effect": {`} {
		require.Contains(t, text, member) // (360 + 361 + 800) / 3 = 507; 50 per cent of three is 1.5, so the second
	}
	a, p := twoMunicipalities() // without a threshold
	x, problems := analysis.Recalibrate(a, p, analysis.RecalibrateInput{Component: "pool", Realised: ones(360), Rounding: money.HalfUp})
	require.Empty(t, problems)
	text = string(x.AppendDocument(nil))
	require.NotContains(t, text, "Threshold")
	require.NotContains(t, text, "over")
}
