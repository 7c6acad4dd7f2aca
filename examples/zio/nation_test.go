package main

import (
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
	}
	bears, pupils, all, known := int64(0), int64(0), int64(0), int64(0)
	for i := range n.municipalities {
		bears += n.municipalities[i].bears.Cents()
		pupils += n.municipalities[i].pupils.Estimate
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
