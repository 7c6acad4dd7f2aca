package main

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/wasm/widget"
)

// library is the folder of the library, seen from this package.
var library = filepath.Join("..", "..")

func demoSite(t *testing.T) *httptest.Server {
	s, err := newSite(library, widget.Files(), map[string][]byte{"zio.wasm": []byte("\x00asm")})
	require.NoError(t, err)
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return server
}

func fetch(t *testing.T, address string) (*http.Response, string) {
	r, err := http.Get(address)
	require.NoError(t, err)
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return r, string(body)
}

var address = regexp.MustCompile(`(?:href|src)="([^"#]*)(?:#[^"]*)?"`)

// lawPages are the pages of the law, the only ones that lead to the text of laws elsewhere.
var lawPages = regexp.MustCompile(`^(/wet|/en/law)(\?thema=[a-z]+)?$`)

// Every page is there in both languages and every theme, and every address on it leads to something. Of the pages of schools and
// municipalities one of fifty is read.
func TestPagesLeadSomewhere(t *testing.T) {
	s, err := newSite(library, widget.Files(), map[string][]byte{"zio.wasm": []byte("\x00asm")})
	require.NoError(t, err)
	var queue []string
	for _, list := range sitePages {
		for _, p := range list {
			for _, theme := range siteThemes {
				queue = append(queue, p.path+"?thema="+theme.id)
			}
		}
	}
	many := 0
	for _, path := range slices.Sorted(maps.Keys(s.sheets)) {
		if regexp.MustCompile(`/(school|gemeente|municipality)/`).MatchString(path) {
			if many++; many%50 == 0 {
				queue = append(queue, path)
			}
		}
	}
	require.Greater(t, many, 2000, "pages of schools and municipalities in two languages")
	linked := map[string]bool{}
	for _, path := range queue {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		require.Equal(t, http.StatusOK, w.Code, path)
		require.Equal(t, policy, w.Header().Get("Content-Security-Policy"))
		body := w.Body.String()
		require.NotRegexp(t, `<script>| style="| on[a-z]+="|<style|ZgotmplZ`, body, path)
		for _, m := range address.FindAllStringSubmatch(body, -1) {
			if strings.HasPrefix(m[1], "https://wetten.overheid.nl/") && lawPages.MatchString(path) {
				continue // the text of the law itself
			}
			require.True(t, strings.HasPrefix(m[1], "/") || m[1] == "", "%s leads outside: %s", path, m[1])
			target, _, _ := strings.Cut(m[1], "?")
			linked[target] = true
		}
	}
	for target := range linked {
		_, isFile := s.files[target]
		require.True(t, target == "" || isFile || s.sheets[target] != nil, "nothing at %s", target)
	}
	for _, list := range sitePages {
		for _, p := range list {
			require.True(t, linked[p.path] || p.bare, "nothing leads to %s", p.path)
		}
	}
}

// The page of a school tells what the table of schools tells: St. Maartenschool has 190 pupils, and of Nijmegen 49 to 79 by that total.
func TestPagesOfSchools(t *testing.T) {
	s, err := newSite(library, widget.Files(), nil)
	require.NoError(t, err)
	page := func(path, theme string) string {
		require.NotNil(t, s.sheets[path], path)
		content, err := s.render(s.sheets[path], theme, false)
		require.NoError(t, err)
		return string(content)
	}
	school := page("/school/00OS00", "kust")
	require.Contains(t, school, `school="00OS00" loading="eager"`)
	require.Contains(t, school, `<a href="/gemeente/0268?thema=kust">Nijmegen</a></th><td class="number">49 tot en met 79</td>`)
	require.Contains(t, school, "190 leerlingen uit 23 gemeenten")
	require.Contains(t, page("/en/school/00OS00", ""), "49 to 79")
	home := page("/gemeente/0268", "")
	require.Contains(t, home, `<a href="/school/00OS00">Sint Maartenschool</a></th><td class="more">Ubbergen</td><td class="more">so</td><td class="number">49 tot en met 79</td>`)
	require.Contains(t, home, "Jeugdregio Rijk van Nijmegen")
	// The year: Zeist has 240 of 1,160 pupil months of 100,000.00, less the last cent, in four quarters.
	year := strings.ReplaceAll(page("/jaar", ""), "\u00a0", " ")
	require.Contains(t, year, `Zeist</th><td class="number">€ 20.689,65</td>`)
	require.Regexp(t, `(?s)15 januari 2027.*15 april 2027.*15 mei 2027.*15 juli 2027.*15 augustus 2027.*15 oktober 2027`, year)
	require.Regexp(t, `Zeist</th><td class="number">€ 5.172,42</td><td class="number">€ 5.172,41</td><td class="number">–</td>`, year)
	require.Contains(t, year, "De brief aan Zeist")
	require.NotRegexp(t, `<td class="number">[1-4]</td><td class="wide">`, school, "a count under five")
	// A picture tells no more than its text: less than five are drawn as up to four.
	require.NotRegexp(t, `(?s)&lt;5</td><td class="wide"><svg[^>]*><rect class="sure" width="[1-9]`, school)
}

// The written site leads by relative addresses to files that are there, and holds its own policy.
func TestSiteIsWritten(t *testing.T) {
	s, err := newSite(library, widget.Files(), map[string][]byte{"zio.wasm": []byte("\x00asm")})
	require.NoError(t, err)
	for path := range s.sheets { // a few of the many pages
		if strings.Contains(path, "/school/") && !strings.Contains(path, "/00OS00") || strings.Contains(path, "/gemeente/") || strings.Contains(path, "/municipality/") {
			delete(s.sheets, path)
		}
	}
	folder := tempDir(t)
	steps := 0
	n, err := s.write(t.Context(), folder, "kust", func(done, all int) { steps++; require.LessOrEqual(t, done, all) })
	require.NoError(t, err)
	require.Equal(t, n, steps)
	for path := range s.sheets {
		name := filepath.Join(folder, filepath.FromSlash(path), "index.html")
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Contains(t, string(content), `<meta http-equiv="Content-Security-Policy" content="default-src 'none'`)
		require.NotContains(t, string(content), "thema=")
		require.NotContains(t, string(content), "frame-ancestors")
		require.Contains(t, string(content), "themes/kust.css")
		for _, m := range address.FindAllStringSubmatch(string(content), -1) {
			if strings.HasPrefix(m[1], "https://wetten.overheid.nl/") || m[1] == "" {
				continue
			}
			require.NotRegexp(t, "^/", m[1], path)
			target := filepath.Join(filepath.Dir(name), filepath.FromSlash(m[1]))
			if strings.HasSuffix(m[1], "/") {
				target = filepath.Join(target, "index.html")
			}
			if strings.Contains(target, "gemeente"+string(filepath.Separator)) || strings.Contains(target, "municipality"+string(filepath.Separator)) {
				continue // left out above
			}
			require.FileExists(t, target, "%s leads to %s", path, m[1])
		}
	}
}

// A folder with files of somebody else is never replaced.
func TestSiteKeepsWhatIsNotItsOwn(t *testing.T) {
	folder := tempDir(t)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "own.txt"), nil, 0o644))
	_, errs, code := zioRun("", "site", folder, "--root", library)
	require.Equal(t, exitMistake, code)
	require.Contains(t, errs, "did not write")
	require.FileExists(t, filepath.Join(folder, "own.txt"))
	_, errs, code = zioRun("", "site", tempDir(t), "--root", library, "--theme", "roze")
	require.Equal(t, exitMistake, code)
	require.Contains(t, errs, "voorbeeld")
}

func TestEveryPracticeIsServed(t *testing.T) {
	server := demoSite(t)
	_, body := fetch(t, server.URL+"/rekenhulp/systems/index.json")
	var list []siteSystem
	require.NoError(t, json.Unmarshal([]byte(body), &list))
	require.Equal(t, firstSystems[0], list[0].ID)
	for _, one := range list {
		require.NotEmpty(t, one.Title)
		require.NotEmpty(t, one.Cost)
		_, body := fetch(t, server.URL+"/rekenhulp/systems/"+strings.Replace(one.ID, ":", ".", 1)+".json")
		var both struct{ Agreement, Population json.RawMessage }
		require.NoError(t, json.Unmarshal([]byte(body), &both), one.ID)
		_, problems := funding.ReadAgreement(both.Agreement)
		require.Empty(t, problems, one.ID)
		require.Empty(t, schema.Validate(schema.Population, both.Population), one.ID)
	}
	for _, id := range firstSystems {
		require.Contains(t, body, `"id":"`+id+`"`)
	}
}

func TestServesTypesAndRefusesTheRest(t *testing.T) {
	server := demoSite(t)
	for path, kind := range map[string]string{
		"/rekenhulp/zio-calculator.js":          "text/javascript; charset=utf-8",
		"/rekenhulp/more/more.js":               "text/javascript; charset=utf-8",
		"/rekenhulp/zio.wasm":                   "application/wasm",
		"/schema/1.0/population.schema.json":    "application/json",
		"/voorbeelden/einstein-class/README.md": "text/markdown; charset=utf-8",
	} {
		r, _ := fetch(t, server.URL+path)
		require.Equal(t, http.StatusOK, r.StatusCode, path)
		if !strings.HasSuffix(path, ".md") {
			require.Equal(t, kind, r.Header.Get("Content-Type"), path)
		}
	}
	r, _ := fetch(t, server.URL+"/../go.mod")
	require.Equal(t, http.StatusNotFound, r.StatusCode)
	r, err := http.Post(server.URL+"/", "text/plain", nil)
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	require.Equal(t, http.StatusMethodNotAllowed, r.StatusCode)
}

func TestServeNeedsTheLibrary(t *testing.T) {
	_, errs, code := zioRun("", "serve", "--root", tempDir(t))
	require.NotZero(t, code)
	require.Contains(t, errs, "--root")
}
