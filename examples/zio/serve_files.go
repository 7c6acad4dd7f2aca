package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"html/template"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/zio-collectief/zio/examples/agreements"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/wasm/widget"
)

// policy is what every page is served with: nothing but files of this site, no inline scripts or styles,
// and no way to make a script of a text.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types zio-calculator"

// file is one file of the site, as it is and compressed.
type file struct {
	kind          string
	content, gzip []byte
}

// site serves files from memory, and pages that are made when they are asked for: there is one for each school and municipality.
type site struct {
	files  map[string]file
	sheets map[string]*sheet
	bodies map[string]*template.Template // of the pages, by language and file: "nl/wet"
	frames *template.Template
	common commonData
}

// add adds a file, where there is none of that path yet: what a built calculator brings is what its hashes are of.
func (s *site) add(path, kind string, content []byte) error {
	if _, found := s.files[path]; found {
		return nil
	}
	f, err := packed(kind, content)
	s.files[path] = f
	return err
}

// packed is a file with its compressed form, where that is worth it.
func packed(kind string, content []byte) (file, error) {
	f := file{kind: kind, content: content}
	if len(content) > 500 {
		var b bytes.Buffer
		w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err != nil {
			return f, err
		}
		if _, err := w.Write(content); err != nil {
			return f, err
		}
		if err := w.Close(); err != nil {
			return f, err
		}
		f.gzip = b.Bytes()
	}
	return f, nil
}

// addAll adds every file of a file system under a prefix.
func (s *site) addAll(prefix string, files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return s.add(path.Join(prefix, name), kindOf(name), content)
	})
}

func kindOf(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".wasm":
		return "application/wasm"
	case ".json":
		return "application/json"
	case ".ts":
		return "text/plain; charset=utf-8"
	}
	return cmp.Or(mime.TypeByExtension(path.Ext(name)), "application/octet-stream")
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "405", http.StatusMethodNotAllowed)
		return
	}
	f, found := s.files[r.URL.Path]
	if sheet := s.sheets[r.URL.Path]; sheet != nil {
		content, err := s.render(sheet, r.URL.Query().Get("thema"), false)
		if err == nil {
			f, err = packed("text/html; charset=utf-8", content)
		}
		if err != nil {
			http.Error(w, "500", http.StatusInternalServerError)
			return
		}
		found = true
	}
	if !found {
		http.NotFound(w, r)
		return
	}
	header.Set("Content-Type", f.kind)
	header.Set("Cache-Control", "no-cache")
	header.Add("Vary", "Accept-Encoding")
	content := f.content
	if f.gzip != nil && r.Header.Get("Range") == "" && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		header.Set("Content-Encoding", "gzip")
		content = f.gzip
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// newSite puts the site together: pages, calculator, engine, practices, schemas and examples. The calculator is the one that is
// given, by the names of its files; what it has not is made: an unbuilt calculator has no practices, schools or map.
func newSite(root string, calculator fs.FS, engine map[string][]byte) (*site, error) {
	s := &site{files: map[string]file{}, sheets: map[string]*sheet{}, bodies: map[string]*template.Template{}}
	if err := s.addAll("/rekenhulp", calculator); err != nil {
		return nil, err
	}
	for name, content := range engine {
		if err := s.add("/rekenhulp/"+name, kindOf(name), content); err != nil {
			return nil, err
		}
	}
	if err := s.add("/rekenhulp/map.txt", kindOf(".txt"), widget.Map()); err != nil {
		return nil, err
	}
	if err := s.add("/rekenhulp/schools.txt", kindOf(".txt"), schoolsForPage()); err != nil {
		return nil, err
	}
	for _, kind := range schema.Kinds() {
		if err := s.add("/schema/1.0/"+string(kind)+".schema.json", kindOf(".json"), schema.Document(kind)); err != nil {
			return nil, err
		}
	}
	if err := s.addAll("/voorbeelden", agreements.FS); err != nil {
		return nil, err
	}
	systems, err := s.addSystems()
	if err != nil {
		return nil, err
	}
	return s, s.addPages(root, systems)
}

// siteSystem is one practice as the calculator lists it.
type siteSystem struct {
	ID     string      `json:"id"`
	Title  string      `json:"title"`
	About  string      `json:"about,omitempty"`
	Source *siteSource `json:"source,omitempty"`
	Cost   []string    `json:"cost"`
	Key    []string    `json:"key"`
	Flow   []string    `json:"flow"`
	First  bool        `json:"first,omitempty"`
	Folder string      `json:"-"` // in /voorbeelden
	File   string      `json:"-"` // of the agreement in that folder
}

type siteSource struct {
	Title string `json:"title"`
	URL   string `json:"url,omitempty"`
}

// firstSystems are shown first: practices in which several parties divide the cost, each in another way.
// The npm package says the same in wasm/widget/systems.mjs.
var firstSystems = []string{"st-maartenschool", "utrecht-bovenregionaal", "school-als-wijk", "hart-van-brabant", "sjso-amsterdam", "leijpark-tilburg"}

// addSystems adds what the calculator lets people choose from: an index, and a document for each.
func (s *site) addSystems() ([]siteSystem, error) {
	var list []siteSystem
	for _, one := range agreements.List() {
		if !one.Has("population.json") {
			continue
		}
		population, err := one.Read("population.json")
		if err != nil {
			return nil, err
		}
		for _, name := range one.Agreements() {
			agreement, err := one.Read(name)
			if err != nil {
				return nil, err
			}
			entry, err := describeSystem(one.ID, name, agreement)
			if err != nil {
				return nil, err
			}
			document, err := json.Marshal(map[string]json.RawMessage{"agreement": agreement, "population": population})
			if err != nil {
				return nil, err
			}
			if err := s.add("/rekenhulp/systems/"+strings.Replace(entry.ID, ":", ".", 1)+".json", kindOf(".json"), document); err != nil {
				return nil, err
			}
			list = append(list, entry)
		}
	}
	rank := func(e siteSystem) int {
		if i := slices.Index(firstSystems, e.ID); i >= 0 {
			return i
		}
		if strings.HasPrefix(e.ID, "quote-") {
			return len(firstSystems) + 1
		}
		return len(firstSystems)
	}
	slices.SortStableFunc(list, func(a, b siteSystem) int { return cmp.Or(rank(a)-rank(b), cmp.Compare(a.Title, b.Title)) })
	index, err := json.Marshal(list)
	if err != nil {
		return nil, err
	}
	return list, s.add("/rekenhulp/systems/index.json", kindOf(".json"), index)
}

func describeSystem(id, name string, agreement []byte) (siteSystem, error) {
	var a struct {
		Title, About string
		Sources      []siteSource
		Components   []struct{ Cost, Key, Flow struct{ Rule string } }
	}
	if err := json.Unmarshal(agreement, &a); err != nil {
		return siteSystem{}, err
	}
	e := siteSystem{ID: id, Folder: id, File: name, Title: a.Title, About: a.About, First: slices.Contains(firstSystems, id)}
	if candidate := strings.TrimSuffix(strings.TrimPrefix(name, "agreement."), "json"); candidate != "" {
		e.ID += ":" + strings.TrimSuffix(candidate, ".")
	}
	if len(a.Sources) > 0 {
		e.Source = &a.Sources[0]
	}
	once := func(list []string, rule string) []string {
		if slices.Contains(list, rule) {
			return list
		}
		return append(list, rule)
	}
	for _, c := range a.Components {
		e.Cost, e.Key, e.Flow = once(e.Cost, c.Cost.Rule), once(e.Key, c.Key.Rule), once(e.Flow, c.Flow.Rule)
	}
	return e, nil
}
