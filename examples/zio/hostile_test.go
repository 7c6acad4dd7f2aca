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
	result, errs, code := zioRun("", "settle", pool, "--format", "json", "--publish-small", "R")
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
				args = append(args, "--publish-small", "R")
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
