package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const populationHead = `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/population.schema.json","title":"Verzonnen","countDate":"2026-10-01",`

// asks runs a command in every form that is handed on, without and with a reason, and wants that exactly the forms named are refused.
func asks(t *testing.T, in string, refused string, args ...string) {
	t.Helper()
	for _, format := range []string{"json", "csv", "md"} {
		want := strings.Contains(refused, format)
		out, errs, code := zioRun(in, append(args, "--format", format)...)
		require.Equal(t, want, code == 1 && out == "" && strings.Contains(errs, "publish.choice-needed"), "%v %s: %d %s", args, format, code, errs)
		if !want {
			require.Equal(t, 0, code, errs)
		}
		_, errs, code = zioRun(in, append(args, "--format", format, "--publish-small", "Staat al in het raadsvoorstel")...)
		require.Equal(t, 0, code, "%v %s: %s", args, format, errs)
	}
	_, errs, code := zioRun(in, args...)
	require.Equal(t, 0, code, "a table is for the own screen: %s", errs)
	require.Equal(t, strings.Contains(refused, "md"), strings.Contains(errs, "do not publish it"), "%v: %s", args, errs)
}

// smallFolderOf is [smallFolder] with other numbers of pupils in the pool for Heumen and Wijchen, and none outside it.
func smallFolderOf(t *testing.T, heumen, wijchen string) string {
	t.Helper()
	agreement := strings.Replace(exampleAgreement(t), `"parties": [`, `"parties": [{"id": "0296", "name": "Wijchen", "kind": "municipality", "participates": true},`, 1)
	return folderOf(t, map[string]string{"agreement.json": agreement, "population.json": populationHead + `"groups":[
		{"site":"12AB00","home":"0252","route":"jeugdwet","band":{"min":361,"max":400},"pupils":` + heumen + `},
		{"site":"12AB00","home":"0296","route":"jeugdwet","band":{"min":0,"max":360},"pupils":` + wijchen + `},
		{"site":"12AB00","home":"0268","route":"jeugdwet","band":{"min":0,"max":360},"pupils":25}]}`})
}

// Pools of 37 and 34 pupils tell the 3 of who leaves; 43 and 34 tell 9. Amounts per party, the CSV, have no pool.
func TestCompareAsksBeforeItTellsSmallNumbers(t *testing.T) {
	for heumen, refused := range map[string]string{"3": "json md", "9": ""} {
		folder := smallFolderOf(t, heumen, "9")
		asks(t, "", refused, "compare", folder, "--leave", "Heumen")
		other := smallFolderOf(t, "0", "9")
		asks(t, "", refused, "compare", folder, other)
		asks(t, "", refused, "compare", other, folder)
	}
}

// A threshold that lets 3 pupils of Heumen in tells them, and so does a pool of 3; 9 are not told. Steps of a number of pupils are the
// user's own.
func TestSweepAsksBeforeItTellsSmallNumbers(t *testing.T) {
	for heumen, refused := range map[string]string{"3": "json csv md", "9": ""} {
		asks(t, "", refused, "sweep", smallFolderOf(t, heumen, "9"), "--parameter", "/routing/threshold/minutesPerWeek", "--from", "360", "--to", "400", "--step", "40")
		asks(t, "", refused, "sweep", smallFolderOf(t, heumen, "0"), "--parameter", "population:/groups/2/pupils", "--from", "0", "--to", "0", "--step", "1")
	}
	asks(t, "", "", "sweep", smallFolderOf(t, "9", "9"), "--parameter", "population:/groups/2/pupils", "--from", "10", "--to", "12", "--step", "1")
}

// A key that counts no pupils leaves them out of the result, not out of the tables per place.
func TestPlacesAskForWhatAKeyDoesNotCount(t *testing.T) {
	agreement := strings.Replace(exampleAgreement(t), `"rule": "pro-rata/1", "basis": "eligible-pupils", "nonParticipants": "redistribute"`, `"rule": "single-payer/1", "payer": "0268"`, 1)
	for pupils, refused := range map[string]string{"3": "json csv md", "8": ""} {
		folder := folderOf(t, map[string]string{"agreement.json": agreement, "population.json": populationHead + `"groups":[
			{"site":"12AB00","home":"0268","route":"jeugdwet","band":{"min":0,"max":360},"pupils":10},{"site":"12AB00","home":"0252","route":"jeugdwet","band":{"min":0,"max":360},"pupils":10},
			{"site":"01AA00","home":"0252","route":"jeugdwet","band":{"min":0,"max":360},"pupils":` + pupils + `}]}`})
		_, errs, code := zioRun("", "settle", folder, "--format", "json")
		require.Equal(t, 0, code, "the result tells none: %s", errs)
		asks(t, "", refused, "places", folder)
		asks(t, "", refused, "settle", folder, "--part", "places")
	}
}

// The share of the largest municipality, 20 of 23, tells that 3 live elsewhere; in one region no other number does.
func TestSpreadAsksForWhoLivesOutsideTheLargest(t *testing.T) {
	for pupils, refused := range map[string]string{"3": "json csv md", "5": ""} {
		document := populationHead + `"groups":[{"home":"0268","pupils":20},{"home":"0252","pupils":` + pupils + `}]}`
		asks(t, document, refused, "spread", "-")
	}
}

// What is counted in pupils is a number of pupils, also when no number of pupils stands beside it.
func TestIndicatorsAskForWhatIsCounted(t *testing.T) {
	for value, refused := range map[string]string{"2": "json csv md", "5": ""} {
		document := `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/indicators.schema.json","title":"Verzonnen","agreement":"a","values":[
			{"code":"youth-care-use","period":{"from":"2026-01-01","until":"2026-01-31"},"value":` + value + `}]}`
		asks(t, document, refused, "indicators", "-")
	}
}

// The mean of one pupil is what that pupil used: no form gives it, nor the agreement with the new norm.
func TestRecalibrateAsksForTheMeanOfFew(t *testing.T) {
	for pupils, refused := range map[string]string{"1": "json csv md", "5": ""} {
		minutes := map[string]string{"1": "345", "5": "1725"}[pupils]
		name := filepath.Join(folderOf(t, map[string]string{"i.json": `{"$schema":"https://zio-collectief.github.io/zio/schema/1.0/indicators.schema.json","title":"Verzonnen","agreement":"st-maartenschool","values":[
			{"code":"realised-minutes","period":{"from":"2025-08-01","until":"2026-07-31"},"value":` + minutes + `,"pupils":` + pupils + `}]}`}), "i.json")
		args := []string{"recalibrate", "st-maartenschool", "--indicators", name, "--tolerance", "5"}
		asks(t, "", refused, args...)
		for _, output := range []string{"-", filepath.Join(tempDir(t), "agreement.json")} {
			out, errs, code := zioRun("", append(args, "--output", output)...)
			require.Equal(t, refused == "", code == 0, errs)
			if refused != "" {
				require.Contains(t, errs, "publish.choice-needed")
				require.Empty(t, out)
				require.NoFileExists(t, output)
			}
		}
	}
}

// The hours of one pupil who goes over to the Wlz are told under a route that counts no pupil. CSV of the shares has amounts only.
func TestSettleAsksForMinutesWithoutPupils(t *testing.T) {
	agreement := strings.Replace(exampleAgreement(t), `"rule": "pro-rata/1", "basis": "eligible-pupils", "nonParticipants": "redistribute"`, `"rule": "single-payer/1", "payer": "0268"`, 1)
	agreement = strings.Replace(agreement, `"routing": {`, `"routing": {"within": {"wlz": "by-days"},`, 1)
	for wlz, refused := range map[string]string{`"wlz":"granted","wlzFrom":"2027-05-01",`: "json md", "": ""} {
		var pupils []string
		for i := range 8 {
			more := ""
			if i == 0 {
				more = wlz
			}
			pupils = append(pupils, `{"ref":"p-`+itoa(int64(i))+`","home":"0268",`+more+`"needs":[{"kind":"guidance","minutesPerWeek":300}]}`)
		}
		folder := folderOf(t, map[string]string{"agreement.json": agreement, "population.json": populationHead + `"pupils":[` + strings.Join(pupils, ",") + `]}`})
		asks(t, "", refused, "settle", folder)
	}
}

// Of 100 pupils of six municipalities of which the largest has 95 the others have one each; ranges of which no total leaves one number
// tell none.
func TestSpreadAsksForWhatCanBeWorkedOut(t *testing.T) {
	homes := []string{"0268", "0252", "0296", "0209", "0225", "0241"}
	document := func(largest, others string) string {
		groups := `{"home":"` + homes[0] + `",` + largest + `}`
		for _, home := range homes[1:] {
			groups += `,{"home":"` + home + `",` + others + `}`
		}
		return populationHead + `"groups":[` + groups + `]}`
	}
	asks(t, document(`"pupils":95`, `"pupils":1`), "json csv md", "spread", "-")
	asks(t, document(`"pupils":95`, `"pupils":5`), "", "spread", "-")
	asks(t, document(`"pupils":95`, `"fewest":1,"most":4`), "", "spread", "-")
}

// Of a budget of € 10,000.00 by 3 and 34 pupils Heumen bears 3/37, € 810.81: the number that reaches it is the one that is there. With 9
// it is 9/43, € 2,093.02.
func TestSolveAsksForTheNumberThatIsThere(t *testing.T) {
	for heumen, refused := range map[string]string{"3": "json csv md", "9": ""} {
		target := map[string]string{"3": "810.81", "9": "2093.02"}[heumen]
		asks(t, "", refused, "solve", smallFolderOf(t, heumen, "9"), "--parameter", "population:/groups/0/pupils", "--from", "0", "--to", "60", "--of", "Heumen", "--target", target)
	}
	asks(t, "", "", "solve", smallFolderOf(t, "3", "9"), "--parameter", "/components/0/cost/amount", "--from", "1.00", "--to", "4.00", "--of", "cost", "--target", "3.00")
}

// DUO publishes ranges. Of 00VV00 the total is the sum of the lowest numbers, so that each range is one number; of 00OS00 it is not.
func TestSchoolsAskWhereTheTotalLeavesOneNumber(t *testing.T) {
	asks(t, "", "json md", "settle", "fixed-hours", "--school", "00VV00")
	asks(t, "", "", "settle", "fixed-hours", "--school", "00OS00")
	out, errs, code := zioRun("", "settle", "fixed-hours", "--school", "00VV00", "--format", "csv")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, "0034,Almere,,,")
}

// What is counted in a series of the user can be pupils, and stands as a weight in the result.
func TestSettleAsksForASeriesOfTheUser(t *testing.T) {
	for _, c := range []struct{ basis, count, refused string }{{"leerlingen-rolstoel", "3", "json md"}, {"clients", "3", "json md"}, {"clients", "5", ""}, {"inhabitants", "3", ""}} {
		agreement := strings.Replace(exampleAgreement(t), `"basis": "eligible-pupils"`, `"basis": "`+c.basis+`", "date": "2026-10-01"`, 1)
		folder := folderOf(t, map[string]string{"agreement.json": agreement, "population.json": populationHead + `"groups":[
			{"site":"12AB00","home":"0252","route":"jeugdwet","band":{"min":0,"max":360},"pupils":10},{"site":"12AB00","home":"0268","route":"jeugdwet","band":{"min":0,"max":360},"pupils":25}],
			"counts":[{"basis":"` + c.basis + `","date":"2026-10-01","values":[{"municipality":"0252","count":` + c.count + `},{"municipality":"0268","count":40}]}]}`})
		asks(t, "", c.refused, "settle", folder)
	}
}
