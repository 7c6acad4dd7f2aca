package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// An annex with numbers of 1 to 4 pupils asks for a choice; the numbers of a built-in system are public already.
func TestReportAsksBeforeItTellsSmallNumbers(t *testing.T) {
	folder := folderOf(t, map[string]string{"agreement.json": system(t, "agreement.json"), "population.json": system(t, "population.json")})
	out, errs, code := zioRun("", "report", folder)
	require.Equal(t, 1, code)
	require.Empty(t, out)
	require.Contains(t, errs, "publish.choice-needed")
	require.Contains(t, errs, "/routing/homes/")

	out, errs, code = zioRun("", "report", folder, "--publish-small", "Staat al in het raadsvoorstel van 2019.")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, "Staat al in het raadsvoorstel van 2019.")
	require.Contains(t, out, "give a number back")

	_, errs, code = zioRun("", "report", folder, "--publish-small", "ouders van 111222333")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "publish.reason-bsn")
	require.NotContains(t, errs, "111222333")
	_, _, code = zioRun("", "report", folder, "--publish-small", " ")
	require.Equal(t, 1, code, "a blank is no reason")

	out, errs, code = zioRun("", "settle", folder, "--format", "md", "--publish-small", "Staat al in *het* voorstel.")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, `Staat al in \*het\* voorstel.`)
	for _, args := range [][]string{{"--party", "0268", "--format", "json", "--explain", "nl"}, {"--format", "json", "--part", "routes"}, {"--format", "md", "--explain", "nl"}} {
		out, errs, code = zioRun("", append([]string{"settle", folder}, args...)...)
		require.Equal(t, 1, code, args)
		require.Empty(t, out, args)
		require.Contains(t, errs, "publish.choice-needed")
	}

	out, errs, code = zioRun("", "report", "st-maartenschool")
	require.Equal(t, 0, code, errs)
	require.NotContains(t, out, "Small numbers")
}

// Homes of 5 pupils that are made of groups of 3 and 2: only the trace tells it.
func TestTheTraceTellsSmallNumbers(t *testing.T) {
	const groups = `"groups":[{"site":"12AB00","home":"0252","route":"jeugdwet","band":{"min":0,"max":360},"pupils":3},
		{"site":"12AB00","home":"0252","route":"jeugdwet","band":{"min":361,"max":400},"pupils":2},
		{"site":"12AB00","home":"0268","route":"jeugdwet","band":{"min":0,"max":360},"pupils":25}]`
	one := strings.Replace(strings.Replace(groups, `"pupils":3`, `"pupils":8`, 1), `"pupils":2}`, `"pupils":9}`, 1)
	for population, want := range map[string]int{groups: 1, one: 0} {
		folder := folderOf(t, map[string]string{"agreement.json": exampleAgreement(t), "population.json": `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json",
			"title":"Verzonnen","countDate":"2026-10-01",` + population + `}`})
		_, errs, code := zioRun("", "report", folder)
		require.Equal(t, want, code, errs)
		if want == 1 {
			require.Contains(t, errs, "/trace/steps/")
		}
		for _, format := range []string{"json", "md"} {
			out, errs, code := zioRun("", "settle", folder, "--format", format)
			require.Equal(t, want, code, errs)
			require.Equal(t, want == 1, out == "" && strings.Contains(errs, "publish.choice-needed"), format)
		}
		_, errs, code = zioRun("", "settle", folder)
		require.Equal(t, 0, code, "a table is for the own screen")
		require.Equal(t, want == 1, strings.Contains(errs, "do not publish it"))
		result, errs, code := zioRun("", "settle", folder, "--format", "json", "--publish-small", "R")
		require.Equal(t, 0, code, errs)
		_, errs, code = zioRun(result, "validate", "--publish=refuse", "-")
		require.Equal(t, want, code, errs)
	}
}

// exampleAgreement is the example of the schemas.
func exampleAgreement(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../schema/examples/agreement.json")
	require.NoError(t, err)
	return string(text)
}

// A spread tells numbers per region; it asks the same question.
func TestSpreadAsksBeforeItTellsSmallNumbers(t *testing.T) {
	for pupils, want := range map[string]int{"4": 1, "5": 0} {
		document := `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"Verzonnen","countDate":"2026-10-01",
			"groups":[{"home":"0153","pupils":` + pupils + `},{"home":"0268","pupils":25}]}`
		for _, format := range []string{"json", "csv", "md"} {
			out, errs, code := zioRun(document, "spread", "-", "--format", format)
			require.Equal(t, want, code, errs)
			require.Equal(t, want == 1, out == "" && strings.Contains(errs, "publish.choice-needed"), format)
		}
		_, errs, code := zioRun(document, "spread", "-")
		require.Equal(t, 0, code)
		require.Equal(t, want == 1, strings.Contains(errs, "do not publish it"))
		_, errs, code = zioRun(document, "spread", "-", "--format", "json", "--publish-small", "R")
		require.Equal(t, 0, code, errs)
	}
}

// A file of lines without a line is not a right one.
func TestNoLinesAreNotValid(t *testing.T) {
	for _, text := range []string{"", "\n\n"} {
		out, errs, code := zioRun(text, "validate", "-", "--kind", "pupil")
		require.Equal(t, 1, code, text)
		require.NotContains(t, out, "valid (")
		require.Regexp(t, `file\.no-lines|json\.empty`, errs+out)
	}
	name := folderOf(t, map[string]string{"e.ndjson": ""})
	out, errs, code := zioRun("", "validate", name, "--kind", "pupil")
	require.Equal(t, 1, code)
	require.Contains(t, errs+out, "file.no-lines")
}

// CSV has <5 in the place of numbers of 1 to 4 pupils, in every part that counts pupils, until a reason is given: 3 pupils of Heumen
// are in the pool and 2 of Nijmegen fall under the Wlz.
func TestCSVHidesSmallNumbers(t *testing.T) {
	folder := folderOf(t, map[string]string{"agreement.json": exampleAgreement(t), "population.json": `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json",
		"title":"Verzonnen","countDate":"2026-10-01","groups":[{"site":"12AB00","home":"0252","route":"jeugdwet","band":{"min":0,"max":360},"pupils":3},
		{"site":"12AB00","home":"0268","route":"jeugdwet","band":{"min":0,"max":360},"pupils":25},{"site":"12AB00","home":"0268","route":"wlz","pupils":2}]}`})
	for part, lines := range map[string][2]string{"shares": {"0252,Heumen,<5,<5,", "0252,Heumen,3,3,"}, "exclusions": {",Nijmegen,<5,", ",Nijmegen,2,"}, "routes": {"wlz,<5,", "wlz,2,"}} {
		out, errs, code := zioRun("", "settle", folder, "--format", "csv", "--part", part)
		require.Equal(t, 0, code, errs)
		require.Contains(t, out, lines[0], part)
		require.NotContains(t, out, lines[1], part)
		require.Contains(t, errs, "written as <5")
		out, errs, code = zioRun("", "settle", folder, "--format", "csv", "--part", part, "--publish-small", "Iedereen stemt in")
		require.Equal(t, 0, code, errs)
		require.Contains(t, out, lines[1], part)
	}
}
