package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/schema"
)

// library is the folder of the library, seen from this package.
var library = filepath.Join("..", "..")

func demoSite(t *testing.T) *httptest.Server {
	s, err := newSite(library, map[string][]byte{"zio.wasm": []byte("\x00asm")})
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

// Every page is there in both languages and every theme, and every address on it leads to something.
func TestPagesLeadSomewhere(t *testing.T) {
	server := demoSite(t)
	seen := make(map[string]bool)
	queue := []string{"/"}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		r, body := fetch(t, server.URL+path)
		require.Equal(t, http.StatusOK, r.StatusCode, path)
		require.Equal(t, policy, r.Header.Get("Content-Security-Policy"))
		if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
			continue
		}
		require.NotRegexp(t, `<script>| style="| on[a-z]+="|<style`, body, path)
		for _, m := range address.FindAllStringSubmatch(body, -1) {
			if strings.HasPrefix(m[1], "https://wetten.overheid.nl/") && lawPages.MatchString(path) {
				continue // the text of the law itself
			}
			require.True(t, strings.HasPrefix(m[1], "/") || m[1] == "", "%s leads outside: %s", path, m[1])
			if m[1] != "" {
				queue = append(queue, strings.ReplaceAll(m[1], "&amp;", "&"))
			}
		}
	}
	for _, list := range sitePages {
		for _, p := range list {
			for _, theme := range siteThemes {
				require.True(t, seen[p.path+"?thema="+theme.id] || seen[p.path], "%s in %s", p.path, theme.id)
			}
		}
	}
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
	_, errs, code := zioRun("", "serve", "--root", t.TempDir())
	require.NotZero(t, code)
	require.Contains(t, errs, "--root")
}
