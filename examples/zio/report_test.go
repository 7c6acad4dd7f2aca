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
	for _, blank := range []string{" ", "\u200b", "\u200b \u00a0\u2060\u00ad", "\u3164\u115f\uffa0", "...", "R", "ja"} { // spaces, and letters without a shape
		_, errs, code = zioRun("", "report", folder, "--publish-small", blank)
		require.Equal(t, 1, code, "%q is no reason", blank)
		require.Contains(t, errs, "publish.choice-needed")
	}

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
		result, errs, code := zioRun("", "settle", folder, "--format", "json", "--publish-small", "Reden")
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
		_, errs, code = zioRun(document, "spread", "-", "--format", "json", "--publish-small", "Reden")
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

// smallFolder has 3 pupils of Heumen in the pool, 9 of Wijchen and 25 of Nijmegen, of which 2 more fall under the Wlz.
func smallFolder(t *testing.T) string {
	t.Helper()
	agreement := exampleAgreement(t)
	agreement = strings.Replace(agreement, `"parties": [`, `"parties": [{"id": "0296", "name": "Wijchen", "kind": "municipality", "participates": true},`, 1)
	return folderOf(t, map[string]string{"agreement.json": agreement, "population.json": `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json",
		"title":"Verzonnen","countDate":"2026-10-01","groups":[{"site":"12AB00","home":"0252","route":"jeugdwet","band":{"min":0,"max":360},"pupils":3},
		{"site":"12AB00","home":"0296","route":"jeugdwet","band":{"min":0,"max":360},"pupils":9},
		{"site":"12AB00","home":"0268","route":"jeugdwet","band":{"min":0,"max":360},"pupils":25},{"site":"12AB00","home":"0268","route":"wlz","pupils":2}]}`})
}

// CSV is refused as the other forms are, in each part that counts pupils; a part of amounts only is not, and the shares are one
// without a choice: 3, 9 and 25 of 37 pupils bear 810.81, 2432.43 and 6756.76 of 10,000.
func TestCSVAsksBeforeItTellsSmallNumbers(t *testing.T) {
	folder := smallFolder(t)
	for part, line := range map[string]string{"exclusions": ",Nijmegen,2,", "routes": "wlz,2,", "school": "", "places": "", "checks": ""} {
		out, errs, code := zioRun("", "settle", folder, "--format", "csv", "--part", part)
		require.Equal(t, 1, code, part)
		require.Empty(t, out, part)
		require.Contains(t, errs, "publish.choice-needed")
		out, errs, code = zioRun("", "settle", folder, "--format", "csv", "--part", part, "--publish-small", "Iedereen stemt in")
		require.Equal(t, 0, code, errs)
		require.Contains(t, out, line, part)
	}
	for _, args := range [][]string{{"--format", "csv"}, {"--format", "csv", "--part", "shares"}} {
		out, errs, code := zioRun("", append([]string{"settle", folder}, args...)...)
		require.Equal(t, 0, code, errs)
		require.Equal(t, "party,name,pupils,pooled,bears,pays\n0252,Heumen,,,810.81,810.81\n0268,Nijmegen,,,6756.76,6756.76\n0296,Wijchen,,,2432.43,2432.43\n", out)
		require.Contains(t, errs, "the numbers of pupils are left out")
		out, errs, code = zioRun("", append([]string{"settle", folder, "--publish-small", "Iedereen stemt in"}, args...)...)
		require.Equal(t, 0, code, errs)
		require.Contains(t, out, "0252,Heumen,3,3,810.81")
	}
	for _, part := range []string{"transfers", "components", "shadow", "schedule", "budget-years"} {
		_, errs, code := zioRun("", "settle", folder, "--format", "csv", "--part", part)
		require.Equal(t, 0, code, errs)
	}
}

// Merged, nobody finds the 3 of Heumen, nor the 2 under the Wlz: Heumen goes with Wijchen, 12 pupils, and of who is outside the pool
// nothing is said. No form tells a smaller number, and what can not be merged is refused.
func TestSmallMunicipalitiesTogether(t *testing.T) {
	folder := smallFolder(t)
	for _, args := range [][]string{{"settle", folder, "--format", "csv"}, {"settle", folder, "--format", "md"}, {"settle", folder, "--format", "json"}, {"settle", folder}, {"report", folder}} {
		out, errs, code := zioRun("", append(args, "--merge-small")...)
		require.Equal(t, 0, code, errs)
		require.Contains(t, out, "12", args)
		require.Regexp(t, "Other municipalities", out)
		require.NotRegexp(t, `(?m)Heumen[ |",]+\d|\b39\b|[Ww]lz|\b[1-4] pupils?\b`, out, args)
	}
	out, _, _ := zioRun("", "settle", folder, "--format", "csv", "--merge-small")
	// 25 and 12 of 37 pupils: 6756.76 and 3243.24 of 10,000
	require.Equal(t, "party,name,pooled,bears,pays\n0268,Nijmegen,25,6756.76,6756.76\noverige,Other municipalities,12,3243.24,3243.24\n", out)
	for _, args := range [][]string{{"--part", "exclusions"}, {"--part", "routes"}, {"--explain", "nl"}, {"--party", "0268"}} {
		out, _, code := zioRun("", append([]string{"settle", folder, "--merge-small"}, args...)...)
		require.Equal(t, 2, code, args)
		require.Empty(t, out, args)
	}
}

// A reason and a merge are two choices.
func TestOneChoiceForSmallNumbers(t *testing.T) {
	for _, command := range []string{"settle", "report"} {
		out, errs, code := zioRun("", command, smallFolder(t), "--merge-small", "--publish-small", "Reden")
		require.Equal(t, 1, code)
		require.Empty(t, out)
		require.Contains(t, errs, "publish.two-choices")
	}
}

// Measurements of 1 to 4 pupils ask the same question; those about one pupil are not shown but in JSON.
func TestIndicatorsAskBeforeTheyTellSmallNumbers(t *testing.T) {
	document := func(value string) string {
		return `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/indicators.schema.json","title":"Verzonnen","agreement":"a","values":[
			{"code":"waiting-weeks","period":{"from":"2026-01-01","until":"2026-01-31"},"value":6,` + value + `},
			{"code":"waiting-weeks","period":{"from":"2026-02-01","until":"2026-02-28"},"value":2,"pupils":25}]}`
	}
	for _, c := range []struct {
		value, format string
		want          int
	}{{`"pupils":4`, "json", 1}, {`"pupils":4`, "md", 1}, {`"pupils":4`, "csv", 1}, {`"pupils":4`, "table", 0}, {`"pupils":5`, "json", 0},
		{`"ref":"p-1"`, "json", 1}, {`"ref":"p-1"`, "md", 0}} {
		out, errs, code := zioRun(document(c.value), "indicators", "-", "--format", c.format)
		require.Equal(t, c.want, code, "%v: %s", c, errs)
		require.Equal(t, c.want == 1, out == "" && strings.Contains(errs, "publish.choice-needed"), c)
		_, errs, code = zioRun(document(c.value), "indicators", "-", "--format", c.format, "--publish-small", "Reden")
		require.Equal(t, 0, code, errs)
	}
}
