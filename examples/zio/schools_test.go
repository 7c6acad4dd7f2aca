package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSchools(t *testing.T) {
	for _, c := range []struct{ name, lang, command string }{
		{"schools.nl", "nl", "schools maartenschool nijmegen"},
		{"schools-one.nl", "nl", "schools 00OS00"},
		{"schools-one.csv", "C", "schools 04bf00 --format csv"},
		{"schools-none", "C", "schools qqqqqqqq"},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name+".txt", transcript(inLanguage(c.lang, "", strings.Fields(c.command)...)))
		})
	}
	out, errs, code := zioRun("", "schools", "--type", "so,vso", "--format", "csv")
	require.Equal(t, 0, code, errs)
	require.Len(t, strings.Split(strings.TrimSpace(out), "\n"), 582, "581 sites of so and vso and a header")
	for _, command := range []string{"schools 99ZZ00", "schools --type pabo", "schools maarten --format xml"} {
		_, errs, code := zioRun("", strings.Fields(command)...)
		require.Equal(t, exitMistake, code, command)
		require.NotEmpty(t, errs)
	}
}

// What DUO hides, a list of one school hides too: no number from 1 to 4 stands as the most or as an estimate.
func TestSchoolsHidesSmallNumbers(t *testing.T) {
	out, _, code := zioRun("", "schools", "00OS00", "--format", "csv")
	require.Equal(t, 0, code)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 26)
	for _, line := range lines[1:] {
		cells := strings.Split(line, ",")
		for _, cell := range cells[3:] {
			require.NotContains(t, []string{"1", "2", "3", "4"}, cell, line)
		}
	}
}

func TestSettleSchool(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		args       []string
	}{
		{"settle-school.nl", "nl", []string{"--school", "St Maartenschool"}},
		{"settle-school-party.nl", "nl", []string{"settle", "budget", "--school", "04BF00", "--party", "utrecht", "--explain", "nl"}},
		{"settle-school.csv", "C", []string{"settle", "fixed-hours.json", "--school", "02ZX00", "--format", "csv"}},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name+".txt", transcript(inLanguage(c.lang, "", c.args...))) })
	}
	for _, args := range [][]string{{"settle"}, {"settle", "budget", "--school", "99ZZ00"}, {"settle", "no-such", "--school", "00OS00"}, {"settle", "budget", "p.json", "--school", "00OS00"},
		{"settle", "budget", "--school", "00OS00", "--route", "x"}, {"settle", "budget", "--school", "school"}, {"settle", "einstein-class", "--route", "wlz"}} {
		_, errs, code := zioRun("", args...)
		require.Equal(t, exitMistake, code, args)
		require.NotEmpty(t, errs)
	}
}

// Rafael has 130 pupils of Utrecht by estimate, at 60 minutes, 60.00 an hour and 40 weeks: 2,400.00 each.
func TestSettleSchoolTakesTheEstimate(t *testing.T) {
	out, errs, code := zioRun("", "settle", "fixed-hours", "--school", "04BF00", "--format", "csv")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, "0344,Utrecht,130,130,312000.00,")
}
