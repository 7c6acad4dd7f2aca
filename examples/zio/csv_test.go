package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Texts come out of a reader of commas as they went in, and of one of semicolons or tabs no cell begins as a formula.
func TestCSVInBothSeparators(t *testing.T) {
	texts := []string{"=1+1", "a;=1+1", `a";"=1`, "a;\t=1", "x\t@SUM(1)", "a;b", "+1;-2;|cmd", ` ;=1`, "a,=1", "a\n=1", "\\.", " a ", "Nijmegen"}
	for _, text := range texts {
		var to bytes.Buffer
		a := newApp(nil, &to, &to, func(string) string { return "" })
		out := to.String
		g := &grid{columns: []column{{key: "name"}, {key: "x"}}}
		g.add(text, text)
		require.NoError(t, a.showCSV(g))
		require.NoError(t, a.out.Flush())
		rows, err := csv.NewReader(strings.NewReader(out())).ReadAll()
		require.NoError(t, err)
		require.Equal(t, []string{spreadsheet(visible(text)), spreadsheet(visible(text))}, rows[1])
		require.Equal(t, visible(text), strings.ReplaceAll(rows[1][0], "'", ""), "only apostrophes are added")
		_, line, _ := strings.Cut(out(), "\n")
		for _, cell := range regexp.MustCompile("[;\t\r\n]").Split(line, -1) {
			cell = strings.TrimLeft(cell, "\" ")
			require.False(t, cell != "" && strings.ContainsRune(formulas, []rune(cell)[0]), "%q: %q", text, cell)
		}
		if strings.Contains(text, ";") {
			require.Contains(t, out(), `"`, text)
		}
	}
	w := csvWriter{to: full{}}
	w.write("a")
	first := w.err
	require.Error(t, first)
	w.write("b")
	require.True(t, errors.Is(w.err, first))
}

// An amount to divide is not negative.
func TestScheduleNegativeAmount(t *testing.T) {
	_, errs, code := zioRun("", "schedule", "--amount", "-1.00", "--from", "2026-08-01", "--until", "2027-07-31", "--every", "year")
	require.Equal(t, 2, code)
	require.Contains(t, errs, "below €0.00")
	out, errs, code := zioRun("", "schedule", "--amount", "0.00", "--from", "2026-08-01", "--until", "2027-07-31", "--every", "year", "--format", "csv")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, "0.00")
}

// A word at the begin of a broken line is no heading, list or quotation.
func TestWordsAtTheBeginOfALine(t *testing.T) {
	for word, want := range map[string]string{"##": `\##`, "---": `\---`, "1.": `1\.`, "7)": `7\)`, "+": `\+`, ">": `\>`, "*": `\*`, "=": `\=`, "12": "12", "1.50": `1\.50`, "**vet**": "**vet**", "Besluit": "Besluit"} {
		require.Equal(t, want, notAtBegin(word))
	}
	for _, mode := range []app{{md: true}, {harmless: true}} {
		var to bytes.Buffer
		a := newApp(nil, &to, &to, func(string) string { return "" })
		a.md, a.harmless = mode.md, mode.harmless
		a.paragraph("", strings.Repeat("woord ", 16)+"1. BESLUIT "+strings.Repeat("woord ", 16)+"## BESLUIT")
		require.NoError(t, a.out.Flush())
		for _, line := range strings.Split(to.String(), "\n") {
			require.NotRegexp(t, `^\s*(#|1\.)`, line)
		}
	}
}
