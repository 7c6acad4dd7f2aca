package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const hostile = "<img src=x onerror=a(1)>|[z](javascript:a) **b** `q` # h & <!-- "

// freeTexts are the members of documents in which people write what they want.
var freeTexts = strings.Fields("title titleEn name nameEn about aboutEn text textEn reason reasonEn note noteEn article responsible responsibleEn label of ofEn")

// hostileCopy is a document of which every free text is hostile.
func hostileCopy(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	var document any
	require.NoError(t, json.Unmarshal(data, &document))
	n := 0
	var walk func(x any) any
	walk = func(x any) any {
		switch x := x.(type) {
		case map[string]any:
			for key, value := range x {
				if _, text := value.(string); text && slices.Contains(freeTexts, key) {
					n++
					x[key] = hostile + strconv.Itoa(n)
				} else {
					x[key] = walk(value)
				}
			}
		case []any:
			for i := range x {
				x[i] = walk(x[i])
			}
		}
		return x
	}
	out, err := json.Marshal(walk(document))
	require.NoError(t, err)
	require.Positive(t, n, name)
	return string(out)
}

// No command writes a text of a document as markup in Markdown: not in a table, its header, a title or a sentence. A command that
// shows no texts of documents has none here, and says so.
func TestNoCommandWritesMarkup(t *testing.T) {
	of := func(name string) string { return filepath.Join("../agreements", name) }
	pool := folderOf(t, map[string]string{"agreement.json": hostileCopy(t, of("vijf-gemeenten/agreement.json")), "population.json": hostileCopy(t, of("vijf-gemeenten/population.json"))})
	school := folderOf(t, map[string]string{"agreement.json": hostileCopy(t, of("st-maartenschool/agreement.json")), "population.json": hostileCopy(t, of("st-maartenschool/population.json")),
		"indicators.json": hostileCopy(t, of("st-maartenschool/indicators.json"))})
	files := folderOf(t, map[string]string{"workplan.json": hostileCopy(t, "testdata/documents/workplan.json"), "indicators.json": hostileCopy(t, "testdata/documents/decisions.json")})
	result, errs, code := zioRun("", "settle", pool, "--format", "json", "--publish-small", "Made up for a test.")
	require.Equal(t, 0, code, errs)
	budget, payments := filepath.Join(files, "result.json"), filepath.Join(files, "payments.csv")
	require.NoError(t, os.WriteFile(budget, []byte(result), 0o600))
	require.NoError(t, os.WriteFile(payments, []byte("component;from;to;day;amount\n"), 0o600))
	const none = "" // no text of a document
	commands := map[string][]string{
		"settle":  {"settle " + pool + "", "settle " + pool + " --part shares", "settle " + school + ""},
		"compare": {"compare " + pool + " " + pool, "compare " + school + " --set population:/groups/16/pupils=39"},
		"keys":    {"keys " + pool}, "sweep": {"sweep " + school + " --parameter /components/0/cost/rate --from 55.00 --to 56.00 --step 1.00"},
		"solve":       {"solve " + school + " --parameter /components/0/cost/rate --from 0.00 --to 200.00 --target 1000000.00"},
		"places":      {"places " + pool},
		"workplan":    {"workplan " + filepath.Join(files, "workplan.json")},
		"indicators":  {"indicators " + filepath.Join(files, "indicators.json")},
		"recalibrate": {"recalibrate " + school + " --indicators " + filepath.Join(school, "indicators.json") + " --tolerance 15"},
		"reconcile":   {"reconcile " + filepath.Join(pool, "agreement.json") + " " + filepath.Join(pool, "population.json") + " --budget " + budget + " --payments " + payments + " --day 2030-01-01"},
		"advance":     {"advance " + pool}, "schedule": {"schedule " + pool + " --every month"}, "spread": {"spread " + filepath.Join(school, "population.json")},
		"admission":  {"admission --basis 1.00 <img/src=x>[z](javascript)**b**:1:1.00"},
		"cost-price": {none}, "declaration": {none}, "forecast": {none}, "index": {none}, "law": {none}, "nation": {none}, "savings": {none}, "schools": {none}, "systems": {none},
	}
	for _, cmd := range newRoot(newApp(strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" })).Commands() {
		format := cmd.Flags().Lookup("format")
		if format == nil || !strings.Contains(format.Usage, "md") {
			continue
		}
		lines, known := commands[cmd.Name()]
		require.True(t, known, "%s writes Markdown: give it hostile texts here", cmd.Name())
		for _, line := range lines {
			if line == none {
				continue
			}
			args := append(strings.Fields(line), "--format", "md")
			if cmd.Flags().Lookup("publish-small") != nil {
				args = append(args, "--publish-small", "Made up for a test.")
			}
			out, errs, code := zioRun("", args...)
			require.Equal(t, 0, code, "%s: %s", line, errs)
			require.NotEmpty(t, out)
			for _, bad := range []string{"<img", "[z](", "**b**", " `q`", "<!--"} {
				require.NotContains(t, out, bad, line)
			}
		}
	}
}

// What moves the cursor, turns the direction of reading or ends a line comes from no cell and no argument as it is.
func TestCellsMoveNoCursor(t *testing.T) {
	const cell = "a\x1b[2J\u009b2J\u202eb\u200b\u2028c\U000e0001"
	listed := filepath.Join(tempDir(t), "l.csv")
	table := "gemeente;aantal\n\"" + cell + "\nl.csv: 9 rows\";7\n0268;7\n"
	own := []string{"import", "csv", "-", "--map", "home=gemeente,pupils=aantal", "--date", "2023-10-01", "--suppressed", "zero"}
	_, shown, _ := zioRun(table, own...)
	require.NotContains(t, shown, "\nl.csv: 9 rows")
	_, _, code := zioRun(table, append(own, "--listed", listed)...)
	require.Zero(t, code)
	list, err := os.ReadFile(listed)
	require.NoError(t, err)
	require.Equal(t, 2, strings.Count(string(list), "\n"), "a header and a row")
	texts := []string{shown, string(list)}
	weights := "party,weight\n\"" + cell + "\",1\n"
	for _, format := range []string{"table", "csv", "json"} {
		out, errs, code := zioRun(weights, "allocate", "--total", "1.00", "--method", "keep", "--format", format, "-")
		require.Zero(t, code, errs)
		texts = append(texts, out)
		if format == "json" {
			var x struct{ Shares []struct{ Party string } }
			require.NoError(t, json.Unmarshal([]byte(out), &x))
			require.Equal(t, cell, x.Shares[0].Party, "the same text, written by numbers")
		}
	}
	for _, format := range []string{"table", "csv", "json", "md"} {
		out, errs, code := zioRun("", "admission", "--basis", "1.00", cell+":1:1.00", "--format", format)
		require.Zero(t, code, errs)
		texts = append(texts, out)
	}
	for _, format := range []string{"text", "json", "sarif"} {
		out, errs, code := zioRun(`{"`+strings.ReplaceAll(cell, "\x1b", `\u001b`)+`":1}`, "validate", "-", "--format", format)
		require.Equal(t, 1, code)
		texts = append(texts, out+errs)
	}
	for _, text := range texts {
		for _, bad := range []string{"\x1b", "\u009b", "\u202e", "\u200b", "\u2028", "\U000e0001"} {
			require.NotContains(t, text, bad)
		}
	}
}

// What could be a BSN is repeated by no command: not of the first row of a table without a header, of a sheet, a name of a file or
// an argument; where it would go into the output it is refused.
func TestNoBSNIsRepeated(t *testing.T) {
	const bsn = "111222333"
	agreement, population := "../agreements/vijf-gemeenten/agreement.json", "../agreements/vijf-gemeenten/population.json"
	const budget = "../agreements/vijf-gemeenten/result.json"
	files := folderOf(t, map[string]string{"payments.csv": "pot," + bsn + ",gr,2026-02-01,25000.00\n", "empty.csv": "component;from;to;day;amount\n",
		"book.xlsx": bookOf(t, "x"+bsn, `<row>`+cellOf("gemeente")+cellOf("aantal")+`</row><row>`+cellOf("0268")+`<c><v>7</v></c></row>`, "y 111.222.333", `<row>`+cellOf("a")+`</row>`), bsn + ".json": "{}"})
	file := func(name string) string { return filepath.Join(files, name) }
	reconcile := []string{"reconcile", agreement, population, "--budget", budget, "--day", "2030-01-01", "--payments"}
	book := []string{"import", "csv", file("book.xlsx"), "--map", "home=gemeente,pupils=aantal", "--date", "2023-10-01", "--suppressed", "zero"}
	allocate := []string{"allocate", "--total", "1.00", "--method", "keep", "-"}
	for _, c := range []struct {
		stdin string
		code  int
		args  []string
	}{
		{bsn + ",5\nb,3\n", 1, allocate},
		{"party,weight\n" + bsn + ",5\nb,3\n", 1, allocate},
		{"", 1, append(reconcile, file("payments.csv"))},
		{"", 2, append(reconcile, file("empty.csv"), "--title", "BSN "+bsn, "--format", "json")},
		{"", 1, append(book, "--sheet", "Z")},
		{"", 1, append(book, "--sheet", "111 222 333")},
		{"", 2, []string{"admission", "--basis", "1.00", bsn + ":30:5.00"}},
		{"", 2, []string{"admission", "--basis", "1.00", "a:" + bsn + ":x:5.00"}},
		{"", 2, []string{"settle", "st-maartenschool", "--party", "Jan 111-222-333"}},
		{"", 2, []string{"settle", "st-maartenschool", "--part", bsn}},
		{"", 2, []string{"settle", file("x" + bsn + ".json"), file("none.json")}},
		{"", 2, []string{bsn}}, {"", 2, []string{"--" + bsn}}, {"", 2, []string{"settle", "--lang", bsn}},
		{"", 1, []string{"validate", file(bsn + ".json")}}, {"", 1, []string{"validate", "--format", "json", file(bsn + ".json")}},
	} {
		out, errs, code := zioRun(c.stdin, c.args...)
		require.Equal(t, c.code, code, "%v: %s", c.args, errs)
		for _, number := range []string{bsn, "111.222.333", "111-222-333", "111 222 333"} {
			require.NotContains(t, out+errs, number, "%v", c.args)
		}
	}
	_, errs, _ := zioRun("", book...)
	require.NotContains(t, errs, bsn)
	require.NotContains(t, errs, "111.222.333", "sheets that were not read")

	require.Equal(t, "a ***: 12345, x***y 2024-10-01", masked("a 111222333: 12345, x111.222.333y 2024-10-01"))
	require.Equal(t, "0268 (Nijmegen), 1234567890", masked("0268 (Nijmegen), 1234567890"))
}

// A column that stands twice is refused: which one counts is not for the program to say.
func TestColumnsTwice(t *testing.T) {
	row := `<row>` + cellOf("party") + cellOf("weight") + cellOf("Weight") + `</row><row>` + cellOf("a") + `<c><v>1</v></c><c><v>2</v></c></row>`
	for _, table := range []string{"party,weight,weight\na,1,2\nb,1,9\n", "party,Party,weight\na,b,2\n", bookOf(t, "a", row)} {
		out, errs, code := zioRun(table, "allocate", "--total", "1.00", "--method", "keep", "--format", "csv", "-")
		require.Equal(t, 1, code)
		require.Empty(t, out)
		require.Contains(t, errs, "-:1: csv.column-twice")
	}
}

// Figures that can not be below zero are refused there.
func TestFiguresBelowZero(t *testing.T) {
	for _, line := range []string{
		"cost-price --wage 50000.00 --allowances -110 --social 30 --hours 1300 --overhead 20 --risk 2",
		"cost-price --wage 50000.00 --allowances 10 --social -30 --hours 1300 --overhead 20 --risk 2",
		"cost-price --wage 50000.00 --allowances 10 --social 30 --hours 1300 --overhead -20 --risk 2",
		"cost-price --wage 50000.00 --allowances 10 --social 30 --hours 1300 --overhead 20 --risk -2",
		"cost-price --wage -50000.00 --allowances 10 --social 30 --hours 1300 --overhead 20 --risk 2",
		"declaration --tariff -5.00 --minutes 95",
		"declaration --tariff -5.00 --per-week 3 --from 2025-10-07 --until 2025-12-30 --variant effort",
		"admission --basis -1.00 laag:1:1.00", "admission --basis 1.00 laag:1:-1.00",
		"index --price -60.00 --wage-part 85 --wage 3.1,4.25,3.8 --material 2.0,2.5,2.2",
		"savings --individual -1.00 --collective 1.00 --decisions 78 --coordination 1.00",
		"savings --individual 1.00 --collective 1.00 --decisions 78 --coordination -1.00",
	} {
		out, errs, code := zioRun("", strings.Fields(line)...)
		require.Equal(t, 2, code, line)
		require.Empty(t, out, line)
		require.Contains(t, errs, "a number below zero is not possible here", line)
	}
}
