//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

// piped hands a text to the command as a named pipe and as a file that is no regular one, such as a process substitution makes.
func piped(t *testing.T, text string, args ...string) map[string]outcomeOf {
	t.Helper()
	got := map[string]outcomeOf{}
	run := func(door, stdin string, args ...string) {
		out, errs, code := zioRun(stdin, args...)
		got[door] = outcomeOf{out, errs, code}
	}
	file := filepath.Join(tempDir(t), "document.json")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	run("file", "", append(args, file)...)
	run("standard input", text, append(args, "-")...)
	if runtime.GOOS != "linux" {
		return got
	}
	fifo := filepath.Join(tempDir(t), "pipe")
	require.NoError(t, syscall.Mkfifo(fifo, 0o600))
	go func() {
		f, err := os.OpenFile(fifo, os.O_WRONLY, 0)
		if err == nil {
			_, _ = f.WriteString(text)
			_ = f.Close()
		}
	}()
	run("named pipe", "", append(args, fifo)...)
	r, w, err := os.Pipe()
	require.NoError(t, err)
	go func() { _, _ = w.WriteString(text); _ = w.Close() }()
	run("descriptor", "", append(args, "/dev/fd/"+itoa(int64(r.Fd())))...)
	_ = r.Close()
	return got
}

type outcomeOf struct {
	out, errs string
	code      int
}

// Whatever is wrong with the meaning of a document is found by every door.
func TestMeaningByEveryDoor(t *testing.T) {
	population, result := system(t, "population.json"), system(t, "result.json")
	for name, c := range map[string]struct {
		text, want string
		args       []string
	}{
		"single pupils":              {population, "publish.count-disclosive", []string{"validate", "--publish=refuse"}},
		"single pupils, large":       {population + strings.Repeat(" ", 65<<20), "file.meaning-not-checked", []string{"validate", "--publish=refuse"}},
		"a result that was changed":  {strings.Replace(result, `"amount": "92400.00"`, `"amount": "92401.00"`, 1), "result.changed", []string{"validate"}},
		"a municipality of nowhere":  {strings.Replace(population, `"0268"`, `"9999"`, 1), "municipality.code-unknown", []string{"validate"}},
		"pupil lines to publish":     {"{\"ref\":\"leerling-1\",\"home\":\"0268\",\"turns18\":\"2019-03-04\"}\n{\"ref\":\"leerling-2\",\"home\":\"0786\"}\n", "publish.pupil-line", []string{"validate", "--publish=refuse", "--kind", "pupil"}},
		"pupils who stand 50 times":  {strings.Repeat("{\"ref\":\"a\"}\n{\"ref\":\"b\"}\n", 50), "pupil.twice", []string{"validate", "--kind", "pupil"}},
		"a pupil line of no where":   {"{\"ref\":\"a\",\"home\":\"9999\"}\n{\"ref\":\"b\"}\n", "municipality.code-unknown", []string{"validate"}},
		"an agreement without words": {"", "json.empty", []string{"validate"}},
	} {
		if testing.Short() && len(c.text) > 1<<20 {
			continue
		}
		for door, got := range piped(t, c.text, c.args...) {
			require.Equal(t, 1, got.code, "%s by %s: %s", name, door, got.errs)
			require.Contains(t, got.errs, c.want, "%s by %s", name, door)
			require.NotContains(t, got.out, ": valid", "%s by %s", name, door)
		}
	}
	for door, got := range piped(t, population, "validate") {
		require.Equal(t, 0, got.code, "%s: %s", door, got.errs)
		require.Contains(t, got.out, ": valid (population)", door)
	}
}

// The documents of several systems in one folder are matched by the receipts of the results.
func TestValidateMatchesByDigest(t *testing.T) {
	other := func(name string) string {
		data, err := os.ReadFile(filepath.Join("..", "agreements", "leijpark-tilburg", name))
		require.NoError(t, err)
		return string(data)
	}
	files := map[string]string{"a1.json": system(t, "agreement.json"), "p1.json": system(t, "population.json"), "r1.json": system(t, "result.json"),
		"a2.json": other("agreement.json"), "p2.json": other("population.json"), "r2.json": other("result.json")}
	out, errs, code := zioRun("", "validate", folderOf(t, files))
	require.Equal(t, 0, code, errs)
	require.Equal(t, 6, strings.Count(out, ": valid ("))
	require.NotContains(t, out, "not calculated again")

	changed := map[string]string{}
	for name, text := range files {
		changed[name] = text
	}
	changed["a1.json"] = strings.Replace(files["a1.json"], `"60.00"`, `"61.00"`, 1)
	require.NotEqual(t, files["a1.json"], changed["a1.json"])
	out, errs, code = zioRun("", "validate", folderOf(t, changed))
	require.Equal(t, 1, code)
	require.Contains(t, errs, "r1.json:/receipt/agreement result.document-not-given")
	require.NotContains(t, out, "r1.json: valid")
	require.Contains(t, out, "r2.json: valid")

	out, _, code = zioRun("", "validate", folderOf(t, map[string]string{"r1.json": files["r1.json"], "a1.json": files["a1.json"]}))
	require.Equal(t, 0, code)
	require.Contains(t, out, "r1.json: valid (result; not calculated again")
}

// Results on lines are calculated again as those in files are, each by its own line.
func TestValidateResultsOnLines(t *testing.T) {
	line := func(text string) string {
		var b bytes.Buffer
		require.NoError(t, json.Compact(&b, []byte(text)))
		return b.String() + "\n"
	}
	result := line(system(t, "result.json"))
	files := map[string]string{"a.json": system(t, "agreement.json"), "p.json": system(t, "population.json"), "r.ndjson": result + "\n" + result}
	out, errs, code := zioRun("", "validate", folderOf(t, files))
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, "r.ndjson: valid (result, 2 lines)")

	other, err := os.ReadFile(filepath.Join("..", "agreements", "leijpark-tilburg", "result.json"))
	require.NoError(t, err)
	files["r.ndjson"] = result + line(string(other)) + result
	out, errs, code = zioRun("", "validate", folderOf(t, files))
	require.Equal(t, 1, code)
	require.NotContains(t, out, "r.ndjson: valid")
	require.Regexp(t, `r\.ndjson:2:.*result\.`, errs)
	require.NotRegexp(t, `r\.ndjson:[13]:`, errs)
	require.NotContains(t, errs, "***", "a digest is no number of a person, though its digits may look like one")
	out, _, _ = zioRun("", "validate", "--format", "json", folderOf(t, files))
	require.Regexp(t, `"records": ?5,\s*"valid": ?4\b`, out, "an agreement, a population and two of three results")

	files["a.json"] = strings.Replace(files["a.json"], `"60.00"`, `"61.00"`, 1)
	out, errs, code = zioRun("", "validate", folderOf(t, map[string]string{"a.json": files["a.json"], "p.json": files["p.json"], "r.ndjson": result}))
	require.Equal(t, 1, code, out)
	require.Regexp(t, `r\.ndjson:1:.*result\.`, errs)
	delete(files, "p.json")
	files["r.ndjson"] = result
	out, _, code = zioRun("", "validate", folderOf(t, files))
	require.Equal(t, 0, code)
	require.Contains(t, out, "r.ndjson: valid (result, 1 line; not calculated again")
}

// More documents on lines than can be kept are not called right.
func TestValidateMoreOnLinesThanIsKept(t *testing.T) {
	population := system(t, "population.json")
	var x together
	x.keep("a.json", 0, schema.Agreement, []byte(system(t, "agreement.json")))
	x.keep("p.json", 0, schema.Population, []byte(population))
	x.keep("r.ndjson", 1, schema.Result, []byte(system(t, "result.json")))
	x.keep("r.ndjson", 2, schema.Result, make([]byte, mostOnLines))
	var found []string
	x.check(func(file string, p zio.Problem) { found = append(found, file+" "+p.Code()) })
	require.Equal(t, []string{"r.ndjson documents.too-many-lines"}, found)
	require.True(t, x.bad["r.ndjson"])
}

// A link to a folder is followed when it is named, and told when it stands in a folder.
func TestValidateALinkToAFolder(t *testing.T) {
	inner := folderOf(t, map[string]string{"population.json": system(t, "population.json")})
	outer := folderOf(t, map[string]string{"agreement.json": system(t, "agreement.json")})
	link := filepath.Join(outer, "more")
	if err := os.Symlink(inner, link); err != nil {
		t.Fatal(err)
	}
	out, errs, code := zioRun("", "validate", link)
	require.Equal(t, 0, code, errs)
	require.Contains(t, out+errs, "population.json")
	_, errs, code = zioRun("", "validate", outer)
	require.Equal(t, 1, code)
	require.Contains(t, errs, "file.not-regular")
}

// An agreement and a population are right together when they can be calculated; of more of both nobody knows which go together, and
// that is said.
func TestValidateAnAgreementWithAPopulation(t *testing.T) {
	agreement := strings.Replace(exampleAgreement(t), `"basis": "eligible-pupils"`, `"basis": "clients", "date": "2026-10-01"`, 1)
	population := func(counts string) string {
		return populationHead + `"groups":[{"site":"12AB00","home":"0252","route":"jeugdwet","band":{"min":0,"max":360},"pupils":10}]` + counts + `}`
	}
	const counts = `,"counts":[{"basis":"clients","date":"2026-10-01","values":[{"municipality":"0252","count":10},{"municipality":"0268","count":40}]}]`
	folder := folderOf(t, map[string]string{"agreement.json": agreement, "right.json": population(counts), "wrong.json": population("")})
	at := func(name string) string { return filepath.Join(folder, name) }
	out, errs, code := zioRun("", "validate", at("agreement.json"), at("right.json"))
	require.Equal(t, 0, code, errs)
	require.NotContains(t, out, "together")
	_, errs, code = zioRun("", "validate", at("agreement.json"), at("wrong.json"))
	require.Equal(t, 1, code)
	require.Contains(t, errs, "pro-rata.series-missing")
	out, _, code = zioRun("", "validate", folder)
	require.Equal(t, 0, code)
	require.Equal(t, 3, strings.Count(out, "not looked at together"), out)
	out, _, _ = zioRun("", "validate", "--format", "json", folder)
	require.Equal(t, 3, strings.Count(out, `"documents.not-together"`), out)
}
