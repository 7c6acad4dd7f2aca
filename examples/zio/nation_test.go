package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

func TestNation(t *testing.T) {
	golden(t, "nation.nl.txt", transcript(inLanguage("nl", "", "nation", "--limit", "5")))
	golden(t, "nation-region.en.txt", transcript(inLanguage("C", "", "nation", "--by", "region", "--limit", "5", "--type", "vso", "--agreement", "budget")))
	one, errs, code := zioRun("", "nation", "--by", "site", "--format", "csv", "--workers", "1")
	require.Equal(t, 0, code, errs)
	four, _, _ := zioRun("", "nation", "--by", "site", "--format", "csv", "--workers", "4")
	require.Equal(t, one, four, "what comes out does not depend on the number of workers")
	require.Len(t, strings.Split(strings.TrimSpace(one), "\n"), 582)
	for _, command := range []string{"nation --by country", "nation --type pabo", "nation --type pro", "nation --agreement no-such", "nation --route x"} {
		_, errs, code := zioRun("", strings.Fields(command)...)
		require.Equal(t, exitMistake, code, command)
		require.NotEmpty(t, errs)
	}
}

// Ten sites give what the command settle gives for each; the sums per municipality come to the sums of all sites.
func TestNationAgreesWithSettle(t *testing.T) {
	a := newApp(strings.NewReader(""), &strings.Builder{}, &strings.Builder{}, func(string) string { return "" })
	x, err := a.template(defaultTemplate)
	require.NoError(t, err)
	n := settleNation(x, schools.All(), zio.ClaimJeugdwet, 2, func(int, int) {})
	require.Empty(t, n.problems)
	for i := 0; i < len(n.sites); i += len(n.sites) / 10 {
		s := &n.sites[i]
		one, err := a.settleSchool(defaultTemplate, s.school.Code.String(), zio.ClaimJeugdwet)
		require.NoError(t, err)
		require.Equal(t, len(one.result.Shares), len(s.result.Shares))
		for k := range one.result.Shares {
			require.Equal(t, one.result.Shares[k].Amount, s.result.Shares[k].Amount, s.school.Code)
		}
		require.Len(t, s.bounds, len(one.result.Shares))
		for _, r := range s.bounds { // what the command shows as lowest and highest amount
			require.Equal(t, one.ranges()[r.Party], r, s.school.Code)
		}
	}
	bears, pupils, all, known := int64(0), int64(0), int64(0), int64(0)
	for i := range n.municipalities {
		m := &n.municipalities[i]
		bears += m.bears.Cents()
		pupils += m.pupils.Estimate
		// each pupil costs the same, so that the ends are those of the pupils
		require.Equal(t, m.pupils.Fewest*240_000, m.lowest.Cents(), m.name)
		require.Equal(t, m.pupils.Most*240_000, m.highest.Cents(), m.name)
	}
	for i := range n.sites {
		for _, share := range n.sites[i].result.Shares {
			all += share.Amount.Cents()
		}
		for k, r := range n.sites[i].ranges {
			if n.sites[i].school.Homes[k].Elsewhere == 0 {
				known += r.Estimate
			}
		}
	}
	require.Equal(t, all, bears)
	require.Equal(t, known, pupils)
	require.Equal(t, known*240_000, all, "60 minutes, 60.00 an hour, 40 weeks: 2,400.00 for each pupil")
}

// Of 10 pupils 1 to 4 live in Nijmegen, 1 to 4 in Wijchen and 1 to 8 in Tilburg: outside Tilburg at least 10 - 8 = 2 and at most
// 4 + 4 = 8 do, and in Tilburg at least 10 - 8 = 2 and at most 10 - 2 = 8.
func TestPupilsOfARegion(t *testing.T) {
	home := func(code string, fewest, most int64) schools.Home {
		return schools.Home{Municipality: zio.MustParseMunicipalityCode(code), Count: schools.Count{Fewest: fewest, Most: most}}
	}
	school := &schools.School{Total: 10, Homes: []schools.Home{home("0268", 1, 4), home("0296", 1, 4), home("0855", 1, 8)}}
	s := siteOutcome{school: school, ranges: school.Ranges()}
	of := func(codes ...string) (fewest, most int64) {
		inside := map[zio.MunicipalityCode]bool{}
		for _, code := range codes {
			inside[zio.MustParseMunicipalityCode(code)] = true
		}
		r, some := s.of(inside)
		require.True(t, some)
		return r.Fewest, r.Most
	}
	fewest, most := of("0268", "0296")
	require.Equal(t, []int64{2, 8}, []int64{fewest, most})
	fewest, most = of("0855")
	require.Equal(t, []int64{2, 8}, []int64{fewest, most})
	fewest, most = of("0268", "0296", "0855")
	require.Equal(t, []int64{10, 10}, []int64{fewest, most})
	_, some := s.of(map[zio.MunicipalityCode]bool{zio.MustParseMunicipalityCode("0363"): true})
	require.False(t, some)
	school.Total = 0 // without a total: 1 + 1 and 4 + 4
	s.ranges = school.Ranges()
	fewest, most = of("0268", "0296")
	require.Equal(t, []int64{2, 8}, []int64{fewest, most})
	fewest, most = of("0268", "0855")
	require.Equal(t, []int64{2, 12}, []int64{fewest, most})
}

// With a cap no amount simply goes up or down with a count: then there are no ends, and that is said.
func TestNationWithoutEnds(t *testing.T) {
	data, err := templates.ReadFile("templates/fixed-hours.json")
	require.NoError(t, err)
	capped := strings.Replace(string(data), `"division": {`, `"limits": {"cap": "90000.00", "cutOff": "redistribute"}, "division": {`, 1)
	x, problems := analysis.ReadTemplate([]byte(capped))
	require.Empty(t, problems)
	var out strings.Builder
	a := newApp(strings.NewReader(""), &out, &strings.Builder{}, func(string) string { return "" })
	list := slices.DeleteFunc(schools.All(), func(s schools.School) bool { return s.Municipalities() < 30 })[:5]
	n := settleNation(x, list, zio.ClaimJeugdwet, 2, func(int, int) {})
	require.Empty(t, n.problems)
	require.NoError(t, a.showNation(n, "municipality", 3, "table"))
	require.NoError(t, a.out.Flush())
	require.Contains(t, out.String(), "Of 5 sites an amount does not simply go up or down with a count.")
	for _, row := range a.nationGrid(n, "region").rows {
		require.NotEmpty(t, row[6])
		require.Empty(t, row[7]+row[8], "no lowest and highest amount")
	}
}

// What the README shows of real schools is what the program prints: every line of it stands in the output, in that order. A line
// that begins with three points says what is left out.
func TestReadmeShowsRealSchools(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	for command, args := range map[string][]string{
		`go run ./examples/zio --school "St Maartenschool"`: {"--school", "St Maartenschool"},
		`go run ./examples/zio nation`:                      {"nation"},
	} {
		_, shown, found := strings.Cut(string(readme), "    "+command+"\n\n")
		require.True(t, found, command)
		out, errs, code := inLanguage("C", "", args...)
		require.Equal(t, 0, code, errs)
		lines := 0
		for line := range strings.Lines(shown) {
			text, inside := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "    ")
			if text != "" && !inside {
				break
			}
			if text == "" || strings.HasPrefix(text, "...") {
				continue
			}
			before, after, found := strings.Cut("\n"+out, "\n"+text+"\n")
			require.True(t, found, "%s does not print (here, or at all): %s", command, text)
			require.Less(t, len(before), len(out))
			out = "\n" + after
			lines++
		}
		require.Greater(t, lines, 5, command)
	}
}

// BenchmarkNation settles every site of so and vso, on one core: under a second without traces, under three with them.
func BenchmarkNation(b *testing.B) {
	a := newApp(strings.NewReader(""), &strings.Builder{}, &strings.Builder{}, func(string) string { return "" })
	x, err := a.template(defaultTemplate)
	require.NoError(b, err)
	special := []zio.SchoolType{zio.SpecialPrimary, zio.SpecialSecondary, zio.SpecialBoth}
	list := ofTypes(schools.All(), special)
	b.Run("draft", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			settleNation(x, list, zio.ClaimJeugdwet, 1, func(int, int) {})
		}
	})
	b.Run("traced", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for i := range list {
				p := list[i].Population(zio.ClaimJeugdwet)
				filled, _ := analysis.Fill(x, p, zio.Netherlands())
				if _, problems := funding.Traced(filled, p); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		}
	})
	b.Run("scenario", func(b *testing.B) { // one of many on schools that were filled in before
		type filled struct {
			a *funding.Agreement
			p *zio.Population
		}
		var ready []filled
		for i := range list {
			p := list[i].Population(zio.ClaimJeugdwet)
			f, _ := analysis.Fill(x, p, zio.Netherlands())
			ready = append(ready, filled{f, p})
		}
		b.ReportAllocs()
		for b.Loop() {
			for _, f := range ready {
				if _, problems := funding.Draft(f.a, f.p); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		}
	})
}
