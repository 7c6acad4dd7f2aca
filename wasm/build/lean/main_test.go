package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLeanLeavesOutWords(t *testing.T) {
	const source = `//go:build !figures

// Package p has words.
package p

import "strconv"

var problemFew = &zio.ProblemKind{Code: "p.few", NL: "Te weinig.", EN: "Too few."}

var sizes = [...]struct{ text, nl, en string }{{}, {"small", "klein", "small"}}

func (t *thing) bind(f *Fields) {
	f.Int(&t.n, Spec{Name: "n", Max: 9, NL: "Aantal", EN: "Number"})
}

func (t *thing) check(c *checker) {
	for i := range t.rows {
		row := &t.rows[i]
		if row.n == 0 {
			c.add(problemFew, "/rows/"+strconv.Itoa(i), "n", itoa(row.n))
		}
	}
}

func (r *run) add(x Exact) value {
	v := newValue(x)
	if !r.traced {
		return v
	}
	switch r.mode {
	case reading:
		r.read()
	case describing, checking:
		r.both()
	case checking:
		r.check()
	}
	return v
}

func at(list string, i int) string { return list + "/" + strconv.Itoa(i) }

func (r *run) enter(i int, rule string) {
	r.pointer = at("/components", i)
	r.rule, r.prefix = rule, "p/"
	r.rule, r.component = rule, i
	key := "k"
	sum(step{name: key + "-to", party: r.a.ID, unit: UnitEuro}, r.agreed(key, "/fee", x, UnitEuro))
	if r.indent || r.traced && r.comma {
		r.line()
	}
}

func (f *Fields) child(name string) *path { return &path{name: name} }

func (c *cell) child(name string) *cell { return c.all[name] }
`
	const want = `//go:build !figures

package p

import "strconv"

var problemFew = &zio.ProblemKind{}

var sizes = [...]struct{ text, nl, en string }{{}, {"small", "", ""}}

func (t *thing) bind(f *Fields) {
	f.Int(&t.n, Spec{Name: "n", Max: 9})
}

func (t *thing) check(c *checker) {
	for i := range t.rows {
		row := &t.rows[i]
		if row.n == 0 {
			if false {
				_ = "/rows/" + strconv.Itoa(i)
				_ = itoa(row.n)
			}
			c.add(problemFew, "")
		}
	}
}

func (r *run) add(x Exact) value {
	v := newValue(x)
	if !false {
		return v
	}
	switch r.mode {
	case reading:
		r.read()
	case describing, checking:
		r.both()

	}
	return v
}

func at(list string, i int) string { return "" }

func (r *run) enter(i int, rule string) {
	if false {
		_ = at("/components", i)
	}
	if false {
		_ = rule
	}
	r.rule, r.component = rule, i
	key := "k"
	if false {
		_ = key + "-to"
		_ = r.a.ID
		_ = key
	}
	sum(step{unit: UnitEuro}, r.agreed("", "", x, UnitEuro))
	if false || false && r.comma {
		r.line()
	}
}

func (f *Fields) child(name string) *path { return nil }

func (c *cell) child(name string) *cell { return c.all[name] }
`
	out, err := lean("p.go", []byte(source))
	require.NoError(t, err)
	require.Equal(t, want, string(out))
	const directive = "package p\n\n//go:noinline\nfunc f() { kind.At(\"/x\") }\n"
	out, err = lean("p.go", []byte(directive))
	require.NoError(t, err)
	require.Equal(t, directive, string(out))
}

// The copy, built by the Go toolchain, gives the drafts of every practice as the source does, and no reply to the rest.
func TestTheCopyGivesTheSameFigures(t *testing.T) {
	const root = "../../.."
	copied := filepath.Join(t.TempDir(), "copy")
	require.NoError(t, copyTree(root, copied))
	var requests bytes.Buffer
	agreements, err := filepath.Glob(filepath.Join(root, "examples/agreements/*/agreement*.json"))
	require.NoError(t, err)
	drafts := 0
	for _, file := range agreements {
		population, err := os.ReadFile(filepath.Join(filepath.Dir(file), "population.json"))
		if err != nil {
			continue // described by a work plan only
		}
		agreement, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, end := range []string{`,"draft":true`, ``, `,"draft":true,"lang":"fy"`} {
			require.NoError(t, json.Compact(&requests, []byte(`{"call":"calculate","agreement":`+string(agreement)+`,"population":`+string(population)+end+`}`)))
			requests.WriteByte('\n')
		}
		drafts++
	}
	require.Greater(t, drafts, 20)
	want := strings.Split(answers(t, root, requests.String()), "\n")
	got := strings.Split(answers(t, copied, requests.String(), "-tags=figures"), "\n")
	require.Len(t, got, len(want))
	for i := range got {
		if i%3 == 0 && i < len(got)-1 {
			require.Equal(t, want[i], got[i])
		} else {
			require.Empty(t, got[i])
		}
	}
}

// answers builds the calculator in a folder and asks it.
func answers(t *testing.T, folder, requests string, flags ...string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "calculator")
	build := exec.Command("go", append(append([]string{"build"}, flags...), "-o", program, "./wasm")...)
	build.Dir = folder
	build.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=readonly -buildvcs=false")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	calculator := exec.Command(program)
	calculator.Stdin = strings.NewReader(requests)
	replies, err := calculator.Output()
	require.NoError(t, err)
	return string(replies)
}
