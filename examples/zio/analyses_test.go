package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAnalyses(t *testing.T) {
	const rate = " --parameter /components/0/cost/rate --from 0.00 --to 200.00"
	for _, c := range []struct{ name, lang, command string }{
		{"compare.nl", "nl", "compare st-maartenschool einstein-class"},
		{"compare.csv", "C", "compare st-maartenschool einstein-class --format csv"},
		{"keys.en", "C", "keys st-maartenschool"},
		{"sweep.nl", "nl", "sweep st-maartenschool --parameter /components/0/cost/normMinutes --from 300 --to 360 --step 30 --party Wijchen"},
		{"solve-none.nl", "nl", "solve st-maartenschool" + rate + " --target 1000000.00"},
		{"solve-one.json", "C", "solve st-maartenschool" + rate + " --of Wijchen --target 132000.00 --format json"},
		{"spread.nl", "nl", "spread ../agreements/st-maartenschool/population.json --on 2026-01-01"},
		{"index.nl", "nl", "index --price 60.00 --wage-part 85 --wage 3.1,4.25,3.8 --material 2.0,2.5,2.2"},
		{"savings-blank.nl", "nl", "savings --individual 1200000.00 --collective 1029600.00 --decisions 78 --coordination 40000.00 --school 300.00 --parent 0.00"},
		{"savings.en", "C", "savings --individual 1000000.00 --collective ../agreements/st-maartenschool/result.json --indicators testdata/documents/indicators.json --coordination 40000.00 --municipality 500.00 --school 300.00 --parent 0.00"},
		{"recalibrate.nl", "nl", "recalibrate st-maartenschool --indicators testdata/documents/indicators.json --tolerance 15"},
		{"recalibrate-within.en", "C", "recalibrate st-maartenschool --indicators testdata/documents/indicators.json --tolerance 20"},
		{"recalibrate-own.nl", "nl", "recalibrate st-maartenschool --indicators ../agreements/st-maartenschool/indicators.json --tolerance 15"},
		{"workplan.nl", "nl", "workplan testdata/documents/workplan.json"},
		{"report.nl", "nl", "report st-maartenschool"},
		{"report.en", "C", "report einstein-class"},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name+".txt", transcript(inLanguage(c.lang, "", strings.Fields(c.command)...)))
		})
	}
}

func TestAnalysesRefuse(t *testing.T) {
	for _, c := range []struct {
		command string
		code    int
		errs    string
	}{
		{"compare st-maartenschool", 2, "two settlements"},
		{"sweep st-maartenschool", 2, "needed"},
		{"sweep st-maartenschool --parameter /x --from 1 --to 2 --step 1", 1, "parameter.pointer-unknown"},
		{"solve st-maartenschool --parameter /x --from 1 --to 2 --target 1,00", 2, "--target"},
		{"keys st-maartenschool --component x", 1, "keys.component-unknown"},
		{"savings --individual 1.00", 2, "needed"},
		{"savings --individual 1.00 --collective 1.00 --decisions -1", 1, "savings.decisions-negative"},
		{"index --price 60.00", 2, "needed"},
		{"index --price 60.00 --wage-part 185 --wage 1,2,3 --material 1,2,3", 1, "index.wage-part"},
		{"index --price 60.00 --wage-part 85 --wage 1,2 --material 1,2,3", 2, "three figures"},
		{"recalibrate einstein-class --indicators testdata/documents/indicators.json --tolerance 1", 1, "recalibrate.no-fixed-hours"},
		{"workplan testdata/documents/indicators.json", 1, "document.kind-wrong"},
		{"spread nowhere.json", 2, "nowhere.json does not exist"},
	} {
		t.Run(c.command, func(t *testing.T) {
			_, errs, code := zioRun("", strings.Fields(c.command)...)
			require.Equal(t, c.code, code, errs)
			require.Contains(t, errs, c.errs)
		})
	}
}
