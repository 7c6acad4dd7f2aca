package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const hostileName = `=HYPERLINK("http://evil","x") <script>alert(1)</script> [click](javascript:alert(1)) **vet** | rest`

// named is the agreement of St. Maartenschool in which a municipality has another name.
func named(t *testing.T, name string) string {
	t.Helper()
	text := system(t, "agreement.json")
	quoted := strings.Trim(quote(name), "\n")
	require.Contains(t, text, `"name": "Beuningen"`)
	return strings.Replace(text, `"name": "Beuningen"`, `"name": `+quoted, 1)
}

// Names of documents are no markup in the annex for a council, and no formula in a spreadsheet.
func TestNamesAreNoMarkup(t *testing.T) {
	agreement := named(t, hostileName)
	agreement = strings.Replace(agreement, `"sources": [`, `"sources": [{"title": "<b>bron</b>", "url": "javascript:alert(1)"},`, 1)
	folder := folderOf(t, map[string]string{"agreement.json": agreement, "population.json": system(t, "population.json")})
	for _, args := range [][]string{{"report", folder, "--publish-small", "<script>reden</script>"}, {"settle", folder, "--format", "md", "--publish-small", "Reden"}, {"settle", folder, "--format", "md", "--party", "0209", "--explain", "nl", "--publish-small", "Reden"}} {
		out, errs, code := zioRun("", args...)
		if code != 0 { // the address of a source may be refused by the reader already
			require.Contains(t, errs, "url", errs)
			continue
		}
		for _, bad := range []string{"<script", "[click](", "**vet**", "<b>bron", "<javascript"} {
			require.NotContains(t, out, bad, "%v", args)
		}
		require.Contains(t, out, `&lt;script&gt;`)
	}
	folder = folderOf(t, map[string]string{"agreement.json": named(t, hostileName), "population.json": system(t, "population.json")})
	out, errs, code := zioRun("", "settle", folder, "--format", "csv", "--publish-small", "Reden")
	require.Equal(t, 0, code, errs)
	require.Contains(t, out, `"'=HYPERLINK(`)
	out, errs, code = zioRun("", "report", folder, "--publish-small", "<script>reden</script>")
	require.Equal(t, 0, code, errs)
	require.NotContains(t, out, "<script")
	for _, one := range []string{"+1+1", "@SUM(1)", "-2+3|cmd", "=1"} {
		require.Equal(t, "'"+one, spreadsheet(one))
	}
	for one, want := range map[string]string{"a;=1;b": "a;'=1;b", "a; @x": "a; '@x", "a\t-2+3": "a\t'-2+3", "\t=1": "'\t'=1", " =1": " '=1", "\u00a0=1": "\u00a0'=1", "a=b, c-d": "a=b, c-d", "a,=1": "a,=1"} {
		require.Equal(t, want, spreadsheet(one))
	}
	for _, one := range []string{"-1234.50", "12", "Nijmegen", "", "0268"} {
		require.Equal(t, one, spreadsheet(one))
	}
}

// A text from a document writes no line of its own to a terminal or a log.
func TestProblemsStayOnTheirLine(t *testing.T) {
	doc := strings.Replace(system(t, "agreement.json"), `"fixed-hours/1"`, `"x\u001b[2J\u001b[31mPWN\r\nagreement.json: valid\u009b2J\u202e\u200b"`, 1)
	doc = strings.Replace(doc, `"title"`, `"a\u001bb\nagreement.json: valid": 1, "title"`, 1)
	for _, args := range [][]string{{"validate", "-"}, {"validate", "-", "--format", "sarif"}, {"settle", "-", "../agreements/st-maartenschool/population.json"}} {
		out, errs, code := zioRun(doc, args...)
		require.Equal(t, 1, code)
		for _, text := range []string{out, errs} {
			require.NotContains(t, text, "\x1b")
			require.NotContains(t, text, "\u009b")
			require.NotContains(t, text, "\u202e")
			require.NotContains(t, text, "\u200b")
			require.NotContains(t, text, "\nagreement.json: valid")
		}
	}
	require.Equal(t, `a\x1bb\u202e\u2028\xff é`, oneLine("a\x1bb\u202e\u2028\xff é"))
	require.Less(t, len(oneLine(strings.Repeat("x", 1e6))), 1000)
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// Output that does not arrive is exit 3, whichever stream it is.
func TestOutputThatDoesNotArrive(t *testing.T) {
	env := func(string) string { return "" }
	require.Equal(t, 3, run([]string{"settle", "st-maartenschool"}, strings.NewReader(""), full{}, io.Discard, env))
	require.Equal(t, 3, run([]string{"validate", "-"}, strings.NewReader("{}"), io.Discard, full{}, env))
	require.Equal(t, 3, run([]string{"no-such-command"}, strings.NewReader(""), io.Discard, full{}, env))
}

// A file takes the place of another one when it is whole, and never that of the input.
func TestReplace(t *testing.T) {
	folder := tempDir(t)
	name := filepath.Join(folder, "annex.md")
	require.NoError(t, os.WriteFile(name, []byte("old"), 0o640))
	a := newApp(strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" })
	err := a.replace(name, func(w io.Writer) error {
		_, _ = w.Write([]byte("half"))
		return errors.New("stopped")
	})
	require.ErrorIs(t, err, errOutput)
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "old", string(content))
	require.NoError(t, a.write(name, []byte("new")))
	info, err := os.Stat(name)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o640), info.Mode().Perm())
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, entries, 1, "nothing is left behind")

	agreement := filepath.Join(folder, "agreement.json")
	require.NoError(t, os.WriteFile(agreement, []byte(system(t, "agreement.json")), 0o600))
	_, errs, code := zioRun("", "report", agreement, "../agreements/st-maartenschool/population.json", "--publish-small", "test", "--output", agreement)
	require.Equal(t, 2, code)
	require.Contains(t, errs, "is the input as well")
	content, err = os.ReadFile(agreement)
	require.NoError(t, err)
	require.Equal(t, system(t, "agreement.json"), string(content))

	_, errs, code = zioRun("", "report", "st-maartenschool", "--output", filepath.Join(folder, "nowhere", "x.md"))
	require.Equal(t, 3, code, errs)
	if _, err := os.Stat("/dev/full"); err == nil {
		_, errs, code = zioRun("", "report", "st-maartenschool", "--output", "/dev/full")
		require.Equal(t, 3, code, errs)
		require.Contains(t, errs, "could not be written")
	}
}

// An address in a text of a document is no link: only what the program writes as one is.
func TestAddressesInTextsAreNoLinks(t *testing.T) {
	require.Equal(t, `Zie https\://evil.example, HTTP\://evil.example of WWW\.evil.example; 10:30, a: b, v1.2`, markdown("Zie https://evil.example, HTTP://evil.example of WWW.evil.example; 10:30, a: b, v1.2"))
	require.Equal(t, "<https://zio.example/a>", webAddress("https://zio.example/a"))
	require.Equal(t, `javascript\://a`, webAddress("javascript://a"))
}
