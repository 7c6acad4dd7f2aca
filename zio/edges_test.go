package zio_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// Each value at the ends of what it may be, and one beyond.
func TestEndsOfCodes(t *testing.T) {
	for n, want := range map[int64]string{0: "", 1: "0001", 9999: "9999", 10_000: "", -1: ""} {
		require.Equal(t, want, zio.MunicipalityCodeFromNumber(n).String())
	}
	for text, fine := range map[string]bool{"1011AA": true, "1011ZZ": true, "1011 AZ": true, "1011": true, "1011@A": false, "1011A@": false, "1011[A": false, "1011A[": false, "1011aa": false, "1011A": false} {
		_, err := zio.Postcode4FromPostcode(text)
		require.Equal(t, fine, err == nil, text)
	}
	for _, c := range []struct{ brin, number, want string }{{"12AB", "0", "12AB00"}, {"12AB", "00", "12AB00"}, {"12AB", "17", "12AB17"}, {"12AB", "", ""}, {"12AB", "017", ""}, {"12A", "170", ""}, {"1A", "AB00", ""}, {"1AAB", "00", ""}, {"121B", "00", ""}, {"12[B", "00", ""}, {"12@B", "00", ""}, {"12B[", "00", ""}, {"12B@", "00", ""}, {"12AZ", "09", "12AZ09"}, {"12ZA", "90", "12ZA90"}} {
		code, err := zio.SiteCodeFromParts(c.brin, c.number)
		require.Equal(t, c.want, code.String(), c)
		require.Equal(t, c.want != "", err == nil, c)
	}
	kinds := zio.RegionKinds()
	require.Equal(t, []zio.RegionKind{zio.YouthRegion, zio.CustomRegion}, []zio.RegionKind{kinds[0], kinds[len(kinds)-1]})
	for _, text := range []string{"guidance", "personal-care", "nursing", "education-support", "treatment", "undetermined"} {
		kind, err := zio.ParseCareKind(text)
		require.NoError(t, err)
		require.Equal(t, text, kind.String())
	}
	require.Empty(t, zio.CareKind(7).String())
	for _, c := range []struct {
		of   zio.SchoolType
		want bool
	}{{zio.SpecialBasic, true}, {zio.SpecialBoth, true}, {zio.SpecialBasic - 1, false}, {zio.SpecialBoth + 1, false}} {
		require.Equal(t, c.want, c.of.IsSpecial(), c.of)
	}
	ordered := []string{"01AA00", "01AA01", "01AA10", "01AA11", "01AB00", "01BA00", "02AA00", "10AA00"}
	for i := range ordered {
		for j := range ordered {
			require.Equal(t, cmp.Compare(i, j), zio.MustParseSiteCode(ordered[i]).Compare(zio.MustParseSiteCode(ordered[j])), "%s %s", ordered[i], ordered[j])
		}
	}
	for _, text := range []string{"0", "9", "a", "z", "A", "Z", ".", "-", "_", "a/b", "a:b", "@", "[", "`", "{"} {
		_, err := zio.ParsePupilRef(text)
		require.Equal(t, !strings.ContainsAny(text, "/:@[`{"), err == nil, text)
	}
	for n := range 256 { // there are nine, and 0 is none
		require.Equal(t, n >= 1 && n <= 9, zio.SchoolType(n).IsValid(), n)
	}
	for text, want := range map[string]zio.Lang{"nl": zio.Dutch, "NL": zio.Dutch, "nl-BE": zio.Dutch, "nl_NL.UTF-8": zio.Dutch, "nl.UTF-8": zio.Dutch, "en": zio.English, "EN": zio.English} {
		lang, known := zio.ParseLang(text)
		require.True(t, known, text)
		require.Equal(t, want, lang, text)
	}
	for _, text := range []string{"", "n", "nlx", "nl/", "de", "Nl"} {
		lang, known := zio.ParseLang(text)
		require.False(t, known, text)
		require.Equal(t, zio.English, lang)
	}
}

// A day or a year that can not be is told as it was given, when it can be written.
func TestProblemsOfDays(t *testing.T) {
	told := func(err error) string {
		p := err.(zio.Problem)
		return p.Code() + " " + p.Params[0].Value
	}
	for _, c := range []struct {
		year, month, day int
		want             string
	}{
		{2020, 13, 1, "2020-13-01"}, {2020, 0, 1, "2020-00-01"}, {2021, 2, 29, "2021-02-29"}, {2020, 1, 99, "2020-01-99"}, {2020, 99, 1, "2020-99-01"}, {2020, 1, 0, "2020-01-00"},
		{2020, 100, 1, ""}, {2020, 1, 100, ""}, {2020, -1, 1, ""}, {2020, 1, -1, ""}, {-1, 13, 1, ""}, {0, 13, 1, "0000-13-01"}, {9999, 13, 1, "9999-13-01"}, {10_000, 13, 1, ""},
	} {
		_, err := zio.DateFromYMD(c.year, c.month, c.day)
		require.Equal(t, "date.not-on-calendar "+c.want, told(err), c)
	}
	for year, want := range map[int]string{1899: "1899-01-01", 2200: "2200-01-01", -1: "", 10_000: ""} {
		_, err := zio.DateFromYMD(year, 1, 1)
		require.Equal(t, "date.out-of-range "+want, told(err))
	}
	for year, want := range map[int]string{1899: "1899-1900", 2199: "2199-2200", 0: "0000-0001", 9998: "9998-9999", -1: "", 9999: ""} {
		_, err := zio.SchoolYearFromStart(year)
		require.Equal(t, "school-year.out-of-range "+want, told(err))
	}
}

func TestProblemsAsErrors(t *testing.T) {
	kind := zio.ProblemKind{Code: "a.b", NL: "Nee {x}.", EN: "No {x}."}
	p := kind.At("/c/0", "x", "1")
	require.Equal(t, "a.b at /c/0: No 1.", p.Error())
	p.Line = 3
	require.Equal(t, "line 3: a.b at /c/0: No 1.", p.Error())
	p.Pointer, p.Line = "", 1
	require.Equal(t, "line 1: a.b: No 1.", p.Error())
}

// What each indicator says of more: that it is better, worse, or neither.
func TestMoreIsBetter(t *testing.T) {
	want := map[string]int{
		"decisions-avoided": 1, "pass-rate": 1, "satisfaction-parents": 1, "satisfaction-pupils": 1, "satisfaction-staff": 1, "children-trained": 1, "teachers-trained": 1, "goals-reached": 1,
		"decisions-requested": -1, "waiting-weeks": -1, "lesson-time-missed": -1, "absence": -1, "caregivers-in-school": -1, "school-dropout": -1, "referrals-special-education": -1,
		"realised-minutes": 0, "children-three-conversations": 0, "outflow": 0, "youth-care-use": 0,
	}
	for _, c := range zio.IndicatorCodes() {
		way, known := want[c.Code]
		require.True(t, known, c.Code)
		series := zio.IndicatorSeries{Code: c.Code, Values: []zio.Indicator{{Value: 4}, {Value: 5}}}
		require.Equal(t, way, series.Better(), c.Code)
		series.Values[1].Value = 3
		require.Equal(t, -way, series.Better(), c.Code)
		series.Values[1].Value = 4
		require.Zero(t, series.Better(), c.Code)
	}
	require.Len(t, want, len(zio.IndicatorCodes()))
	unknown := zio.IndicatorSeries{Code: "x", Values: []zio.Indicator{{Value: 4}, {Value: 5}}}
	require.Zero(t, unknown.Better())
}

// Reading looks at the whole document as well.
func TestReadingChecksIndicators(t *testing.T) {
	one := measurement(zio.IndicatorDecisions, "2019-01-01", "2019-01-31", 7)
	x := &zio.Indicators{Title: "T", Agreement: "a", Values: []zio.Indicator{one, one}}
	_, problems := zio.ReadIndicators(x.AppendDocument(nil))
	require.Equal(t, codesOf(x.Check()), codesOf(problems))
	require.NotEmpty(t, problems)
}

func TestStepWords(t *testing.T) {
	name, needs := zio.StepWords("inventory", zio.Dutch)
	require.Equal(t, "Zicht op zorg", name)
	require.Contains(t, needs, "overzicht")
	name, needs = zio.StepWords("policy", zio.English)
	require.Equal(t, "Anchor in policy", name)
	require.Contains(t, needs, "by-law")
	name, needs = zio.StepWords("x", zio.Dutch)
	require.Equal(t, []string{"x", ""}, []string{name, needs})
	w := sixSteps()
	w.Steps = append(w.Steps, zio.WorkStep{Step: "direction", State: zio.StepNotDescribed})
	require.NotPanics(t, func() { w.Check() }, "a step more than there are")
}

// What no member of a pupil or group shows alone, at both sides of its end.
func TestPopulationAtItsEnds(t *testing.T) {
	for _, c := range []struct{ members, want string }{
		{`"groups":[{"band":{"min":100,"max":100},"pupils":2,"minutesPerWeek":200}]`, ""},
		{`"groups":[{"band":{"min":100,"max":100},"pupils":2,"minutesPerWeek":199}]`, "population.minutes-outside-band /groups/0/minutesPerWeek"},
		{`"groups":[{"band":{"min":100,"max":100},"pupils":2,"minutesPerWeek":201}]`, "population.minutes-outside-band /groups/0/minutesPerWeek"},
		{`"pupils":[{"ref":"a1","moves":[{"on":"2025-01-01","to":"0268"},{"on":"2025-01-02","to":"0209"}]}]`, ""},
		{`"pupils":[{"ref":"a1","moves":[{"on":"2025-01-02","to":"0268"},{"on":"2025-01-01","to":"0209"}]}]`, "population.move-order /pupils/0/moves/1/on"},
		{`"pupils":[{"ref":"a1","needs":[{"kind":"personal-care","minutesPerWeek":60}]}]`, "population.ground-missing /pupils/0/needs/0/ground"},
		{`"pupils":[{"ref":"a1","needs":[{"kind":"personal-care","ground":"medical","minutesPerWeek":60}]}]`, ""},
		{`"pupils":[{"ref":"a1","needs":[{"kind":"guidance","minutesPerWeek":60}]}]`, ""},
		{`"pupils":[{"ref":"a1","needs":[{"kind":"guidance","ground":"medical","minutesPerWeek":60}]}]`, "population.ground-without-personal-care /pupils/0/needs/0/ground"},
		{`"pupils":[{"ref":"a1","needs":[{"kind":"guidance","extendedYouthCare":true,"minutesPerWeek":60}]}]`, ""},
		{`"pupils":[{"ref":"a1","needs":[{"kind":"treatment","extendedYouthCare":true,"minutesPerWeek":60}]}]`, ""},
		{`"pupils":[{"ref":"a1","needs":[{"kind":"nursing","extendedYouthCare":true,"minutesPerWeek":60}]}]`, "population.extended-kind /pupils/0/needs/0/extendedYouthCare"},
	} {
		_, problems := zio.ReadPopulation([]byte(populationHead + "," + c.members + "}"))
		require.Equal(t, c.want, problemList(problems), c.members)
	}
}

// A group without pupils has no minutes that are not known.
func TestJoiningAGroupWithoutPupils(t *testing.T) {
	p := &zio.Population{Title: "test", CountDate: day("2021-10-01"), Groups: []zio.Group{{Home: gm("0756"), Pupils: 8, MinutesPerWeek: 480}, {Home: gm("0815"), Pupils: 0}}}
	out, _, problems := p.Convert(zio.Netherlands(), day("2022-01-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, []zio.Group{{Home: gm("1982"), Pupils: 8, MinutesPerWeek: 480}}, out.Groups)
	p.Groups[0], p.Groups[1] = p.Groups[1], p.Groups[0]
	out, _, problems = p.Convert(zio.Netherlands(), day("2022-01-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, []zio.Group{{Home: gm("1982"), Pupils: 8, MinutesPerWeek: 480}}, out.Groups, "in either order")
}

// One count that is too large is one problem, whatever comes behind it.
func TestOneCountTooLarge(t *testing.T) {
	list := []zio.CountValue{{Municipality: gm("0363"), Count: zio.MaxConvert + 1}, {Municipality: gm("0268"), Count: 1}}
	_, problems := zio.Netherlands().Convert(list, day("2023-01-01"), day("2024-01-01"), byWeight)
	require.Equal(t, "register.count-wrong /0/count", problemList(problems))
}

// Provinces without municipalities are no regions, and a wrong register adds nothing to an atlas. Made up.
func TestAtlasOfOneProvince(t *testing.T) {
	a, problems := smallRegister().Atlas()
	require.Empty(t, problems)
	provinces := a.Regions(zio.ProvinceRegion, day("2021-01-01"))
	require.Len(t, provinces, 1)
	require.Equal(t, zio.Drenthe.Code(), provinces[0].Code)

	more := &zio.Register{Title: "Verzonnen", Period: a.Period(), Regions: []zio.Region{{Kind: zio.YouthRegion, Code: "het zuiden", Name: "Zuid", From: day("2020-01-01"), Municipalities: gms("0002")}}}
	b, problems := a.With(more)
	require.Nil(t, b)
	require.Equal(t, "region.code-malformed /regions/0/code", problemList(problems))

	// A spelling that is a number comes before the code that begins with it.
	spelled := &zio.Register{Title: "Verzonnen", Period: a.Period(), Variants: []zio.NameVariant{{Municipality: gm("0003"), Name: "0002"}},
		Regions: []zio.Region{{Kind: zio.CustomRegion, Code: "zuid", Name: "Zuid", From: day("2022-01-01"), Municipalities: gms("0002")}}}
	b, problems = a.With(spelled)
	require.Empty(t, problems)
	found := b.Search("0002", zio.Date{}, 0)
	require.Equal(t, []string{"0003", "0002"}, []string{found[0].Code.String(), found[1].Code.String()})
}

// An answer may give all of a municipality to one of those that came of it. Made up.
func TestSplitToOne(t *testing.T) {
	a, problems := smallRegister().Atlas()
	require.Empty(t, problems)
	on := day("2022-01-01")
	for weight, want := range map[int64][]zio.CountValue{0: counts("0003", 10), 1: counts("0002", 5, "0003", 5)} {
		c, problems := a.Convert(counts("0001", 10), day("2021-01-01"), on, zio.ConvertOptions{Weights: []zio.Succession{
			{On: on, From: gm("0001"), To: gm("0002"), Weight: weight}, {On: on, From: gm("0001"), To: gm("0003"), Weight: 1}}})
		require.Empty(t, problems)
		require.Equal(t, want, slices.DeleteFunc(c.Counts, func(v zio.CountValue) bool { return v.Count == 0 }))
	}
	_, problems = a.Convert(counts("0001", 10), day("2021-01-01"), on, zio.ConvertOptions{Weights: []zio.Succession{
		{On: on, From: gm("0001"), To: gm("0002"), Weight: -1}, {On: on, From: gm("0001"), To: gm("0003"), Weight: 2}}})
	require.Equal(t, "register.weights-wrong /0/municipality", problemList(problems))
}

// Municipalities come in order of their code, whatever the order of the register and of what became of them. Made up.
func TestAtlasesAreInOrder(t *testing.T) {
	r := &zio.Register{Title: "Verzonnen", Period: period("2020-01-01", "2024-12-31"),
		Municipalities: []zio.Municipality{{Code: gm("0009"), Name: "Negen"}, {Code: gm("0005"), Name: "Vijf", Until: day("2021-12-31")}, {Code: gm("0001"), Name: "Een", From: day("2022-01-01")}, {Code: gm("0004"), Name: "Vier", Until: day("2020-12-31")}},
		Successions: []zio.Succession{{On: day("2021-01-01"), From: gm("0004"), To: gm("0005"), Weight: 1}, {On: day("2021-01-01"), From: gm("0004"), To: gm("0009"), Weight: 1},
			{On: day("2022-01-01"), From: gm("0005"), To: gm("0001")}}}
	a, problems := r.Atlas()
	require.Empty(t, problems)
	codes := func(list []zio.Municipality) (codes []string) {
		for _, m := range list {
			codes = append(codes, m.Code.String())
		}
		return codes
	}
	require.Equal(t, []string{"0005", "0009"}, codes(a.Municipalities(day("2021-06-01"))))
	held, err := a.Successors(gm("0004"), day("2024-01-01"))
	require.NoError(t, err)
	require.Equal(t, gms("0001 0009"), held)

	// The next year, in which Negen has another name: its old name stays a spelling, and no other spelling comes.
	next := &zio.Register{Title: "Verzonnen", Period: period("2025-01-01", "2025-12-31"), Municipalities: []zio.Municipality{{Code: gm("0009"), Name: "Nijen"}, {Code: gm("0001"), Name: "Een"}}}
	b, problems := a.With(next)
	require.Empty(t, problems)
	require.Equal(t, []zio.NameVariant{{Municipality: gm("0009"), Name: "Negen"}}, b.Register("x").Variants)
	// A register of regions adds its spellings too.
	c, problems := a.With(&zio.Register{Title: "Verzonnen", Period: period("2020-01-01", "2024-12-31"), Variants: []zio.NameVariant{{Municipality: gm("0009"), Name: "9"}},
		Regions: []zio.Region{{Kind: zio.CustomRegion, Code: "r", Name: "R", From: day("2022-01-01"), Municipalities: gms("0009")}}})
	require.Empty(t, problems)
	require.Equal(t, []zio.NameVariant{{Municipality: gm("0009"), Name: "9"}}, c.Register("x").Variants)
}

func TestMinutesInWordsAtTheHour(t *testing.T) {
	for minutes, want := range map[string]string{"59": "59 minutes", "60": "1 hour", "61": "1 hour and 1 minute", "62": "1 hour and 2 minutes", "120": "2 hours", "121": "2 hours and 1 minute", "122": "2 hours and 2 minutes", "1": "1 minute", "0": "0 minutes"} {
		require.Equal(t, want, zio.FormatMinutes(minutes, zio.English), minutes)
	}
}

// A measurement may be of one day, and not end before it begins.
func TestMeasurementsOfADay(t *testing.T) {
	x := &zio.Indicators{Title: "T", Agreement: "a", Values: []zio.Indicator{measurement(zio.IndicatorDecisions, "2019-01-02", "2019-01-02", 7)}}
	require.Empty(t, x.Check())
	x.Values[0].Period.Until = day("2019-01-01")
	require.Len(t, x.Check(), 1)
}
