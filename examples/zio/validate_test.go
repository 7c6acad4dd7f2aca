package main

import (
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// folderOf writes files into a new folder; the content is that of a committed system with replacements.
// tempDir is an empty folder without a number in its name: that could be a BSN by chance, which no command repeats.
func tempDir(t *testing.T) string {
	t.Helper()
	letters := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c - '0' + 'a'
		}
		return c
	}, rand.Text())
	folder := filepath.Join(os.TempDir(), "zio-"+letters)
	require.NoError(t, os.Mkdir(folder, 0o700))
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(folder)) })
	return folder
}

func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := tempDir(t)
	for name, content := range files {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600))
	}
	return folder
}

func system(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "agreements", "st-maartenschool", name))
	require.NoError(t, err)
	return string(data)
}

func TestValidateFindsTheKindOfMistake(t *testing.T) {
	agreement, population, result := system(t, "agreement.json"), system(t, "population.json"), system(t, "result.json")
	replace := func(s, old, now string) string {
		require.Contains(t, s, old)
		return strings.Replace(s, old, now, 1)
	}
	for _, c := range []struct {
		name, file, content string
		place               string // file:pointer code
	}{
		{"amount with a comma", "agreement.json", replace(agreement, `"60.00"`, `"60,00"`), "agreement.json:/components/0/cost/rate schema.pattern"},
		{"unknown choice", "agreement.json", replace(agreement, `"half-up"`, `"half"`), "agreement.json:/components/0/cost/rounding schema.enum"},
		{"eaten zero", "population.json", replace(population, `"0296"`, `"296"`), "home schema.pattern"},
		{"negative", "population.json", replace(population, `"pupils": 34`, `"pupils": -34`), "pupils schema.minimum"},
		{"a code that has ended", "agreement.json", replace(agreement, `"2019-01-01"`, `"2023-01-01"`), ""},
		{"changed result", "result.json", replace(result, `"amount": "92400.00"`, `"amount": "92400.01"`), "result.json:/receipt/result result.changed"},
		{"not the kind it says", "result.json", replace(population, "population.schema.json", "result.schema.json"), "result.json:"},
		{"other agreement", "agreement.json", replace(agreement, "St. Maartenschool", "St. Martinusschool"), "result.json:/receipt/agreement result.other-document"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{"agreement.json": agreement, "population.json": population, "result.json": result}
			files[c.file] = c.content
			_, errs, code := inLanguage("nl", "", "validate", folderOf(t, files))
			require.Equal(t, 1, code)
			require.Contains(t, errs, c.place)
			require.NotContains(t, errs, "{")
		})
	}
	out, errs, code := inLanguage("nl", "", "validate", folderOf(t, map[string]string{"agreement.json": agreement, "population.json": population, "result.json": result}))
	require.Equal(t, 0, code, errs)
	require.Equal(t, 3, strings.Count(out, ": goed ("))
}

func TestValidateLinesAndGzip(t *testing.T) {
	lines := `{"ref":"l1","home":"0268"}` + "\n" + `{"ref":"l2","home":"268"}` + "\n\n" + `{"ref":"123456782"}` + "\n" + `{"ref":"l3","x":1}` + "\n"
	out, errs, code := inLanguage("nl", lines, "validate", "-", "--kind", "pupil", "--format", "json")
	require.Equal(t, 1, code, errs)
	var report struct {
		Records, Valid int64
		Problems       []struct {
			Line          int64
			Pointer, Code string
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &report))
	require.Equal(t, int64(4), report.Records)
	require.Equal(t, int64(1), report.Valid)
	var places []string
	for _, p := range report.Problems {
		places = append(places, itoa(p.Line)+p.Pointer)
	}
	require.Equal(t, []string{"2/home", "4/ref", "5/x"}, places)

	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(system(t, "population.json")))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	_, errs, code = zioRun("", "validate", folderOf(t, map[string]string{"population.json.gz": packed.String()}))
	require.Equal(t, 0, code, errs)
}

func TestValidatePublish(t *testing.T) {
	_, errs, code := zioRun(system(t, "population.json"), "validate", "-", "--publish", "refuse", "--max-problems", "2")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "publish.count-disclosive")
	require.Equal(t, 2, strings.Count(errs, "-:/groups/"))
	out, errs, code := zioRun(system(t, "population.json"), "validate", "-", "--publish", "round")
	require.Equal(t, 0, code, errs)
	_, errs, code = zioRun(out, "validate", "-", "--publish", "refuse")
	require.Equal(t, 0, code, errs)
}

func TestValidateSARIF(t *testing.T) {
	out, _, code := zioRun(strings.Replace(system(t, "agreement.json"), `"60.00"`, `"60,00"`, 1), "validate", "-", "--format", "sarif")
	require.Equal(t, 1, code)
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct{ ID string }
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &log))
	require.Equal(t, "2.1.0", log.Version)
	require.Equal(t, "schema.pattern", log.Runs[0].Results[0].RuleID)
	require.Equal(t, "schema.pattern", log.Runs[0].Tool.Driver.Rules[log.Runs[0].Results[0].RuleIndex].ID)
}

func TestValidateWrongUse(t *testing.T) {
	for command, want := range map[string]string{
		"validate":                         "requires at least 1 arg",
		"validate nowhere.json":            "does not exist",
		"validate - --kind x":              "--kind is one of",
		"validate - --publish x":           "--publish is refuse or round",
		"validate - --max-problems 0":      "above 0",
		"validate testdata/documents/none": "does not exist",
	} {
		_, errs, code := zioRun("{}", strings.Fields(command)...)
		require.Equal(t, 2, code, command)
		require.Contains(t, errs, want, command)
	}
}
