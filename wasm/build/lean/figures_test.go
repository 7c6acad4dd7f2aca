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

	"github.com/zio-collectief/zio/funding"
)

// flatTax is a key rule with helpers that have the names of functions that other code is left out of. Each gives back what it
// is given, so that a helper that loses its body or its arguments changes who pays.
const flatTax = `package funding

import "github.com/zio-collectief/zio/internal/strictjson"

type FlatTax struct {
	ProRata
	Everyone bool
	traced, indent bool
}

var flatTaxRule = strictjson.Variant[Key]{Rule: "flat-tax/1", New: func() Key { return new(FlatTax) }, NL: "Vlaktaks", EN: "Flat tax"}

func (k *FlatTax) Rule() string { return flatTaxRule.Rule }

func (k *FlatTax) bind(f *strictjson.Fields) {
	f.Bool(&k.Everyone, strictjson.Spec{Name: "everyone", Optional: true, NL: "Alle leerlingen", EN: "All pupils"})
	k.NonParticipants = "redistribute"
	k.Basis = item(k)
}

func item(k *FlatTax) string {
	switch {
	case !k.Everyone:
		return k.likely(BasisEligible)
	case k.traced || k.indent:
		return "none"
	}
	k.traced = true
	const describing, checking = true, false
	switch k.traced {
	case describing:
		k.indent = true
	case checking:
		k.indent = false
	}
	if k.traced && k.indent {
		k.traced, k.indent = false, false
		return k.constant("all", k.counted("a", "b", "c", k.agreed("a", "b", "c", k.refuse("", k.fail("", k.add("",
			k.At(k.value(k.as(k.child(k.numberProblem(k.diagnose(k.at(likely(BasisEnrolled))))))))))))), "")
	}
	return "none"
}

func likely(s string) string                      { return s }
func (k *FlatTax) likely(s string) string         { return s }
func (k *FlatTax) at(s string) string             { return s }
func (k *FlatTax) diagnose(s string) string       { return s }
func (k *FlatTax) numberProblem(s string) string  { return s }
func (k *FlatTax) child(s string) string          { return s }
func (k *FlatTax) as(s string) string             { return s }
func (k *FlatTax) value(s string) string          { return s }
func (k *FlatTax) At(s string) string             { return s }
func (k *FlatTax) add(_, s string) string         { return s }
func (k *FlatTax) fail(_, s string) string        { return s }
func (k *FlatTax) refuse(_, s string) string      { return s }
func (k *FlatTax) agreed(_, _, _, s string) string { return s }
func (k *FlatTax) counted(_, _, _, s string) string { return s }
func (k *FlatTax) constant(_, s, _ string) string { return s }
`

// The copy, built by the Go toolchain, gives the drafts of every practice as the source does, also with a rule whose helpers have
// the names of what is left out elsewhere, and no reply to the rest.
func TestTheCopyGivesTheSameFigures(t *testing.T) {
	const root = "../../.."
	source, copied := t.TempDir(), t.TempDir()
	for _, folder := range []string{"wasm", "zio", "funding", "internal"} {
		require.NoError(t, os.CopyFS(filepath.Join(source, folder), os.DirFS(filepath.Join(root, folder))))
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err)
		require.NoError(t, write(filepath.Join(source, name), text))
	}
	rules, err := os.ReadFile(filepath.Join(source, "funding/rules.go"))
	require.NoError(t, err)
	require.Contains(t, string(rules), "singlePayerRule,")
	require.NoError(t, write(filepath.Join(source, "funding/rules.go"), bytes.Replace(rules, []byte("singlePayerRule,"), []byte("singlePayerRule, flatTaxRule,"), 1)))
	require.NoError(t, write(filepath.Join(source, "funding/key_flat_tax.go"), []byte(flatTax)))
	require.NoError(t, copyProgram(source, copied))

	requests := practices(t, root)
	want := answers(t, source, requests)
	got := answers(t, copied, requests, "-tags=figures")
	require.Len(t, got, len(want))
	flat, everyone, rares := 0, 0, 0
	for i, asked := range strings.Split(requests, "\n") {
		if !strings.Contains(asked, `"draft":true`) || strings.Contains(asked, `"fy"`) {
			require.Empty(t, got[i])
			continue
		}
		if rare(asked) { // the module with all calls answers
			rares++
			require.Empty(t, got[i])
			continue
		}
		if strings.HasPrefix(want[i], `{"ok":true`) {
			require.Equal(t, want[i], got[i])
		} else {
			require.Empty(t, got[i])
			continue
		}
		if strings.Contains(asked, "flat-tax/1") {
			flat++
			if strings.Contains(asked, `"everyone":true`) && want[i] != want[i+1] {
				everyone++
			}
		}
	}
	require.Greater(t, flat, 20)
	require.Greater(t, rares, len(funding.RareRules()))
	require.NotZero(t, everyone, "counting all pupils must give other shares than counting those who need care")
}

// rare reports whether a request has an agreement with a rule that the figures do not hold, or counts with decimals.
func rare(request string) bool {
	if strings.Contains(request, `"decimals":`) {
		return true
	}
	for _, rule := range funding.RareRules() {
		if strings.Contains(request, `"rule":"`+rule+`"`) {
			return true
		}
	}
	return false
}

// practices are requests, a line each: of every agreement a draft, the same with the flat tax as its key, in two forms, and two that
// get no reply.
func practices(t *testing.T, root string) string {
	agreements, err := filepath.Glob(filepath.Join(root, "examples/agreements/*/agreement*.json"))
	require.NoError(t, err)
	require.Greater(t, len(agreements), 20)
	var requests bytes.Buffer
	for _, file := range agreements {
		population, err := os.ReadFile(filepath.Join(filepath.Dir(file), "population.json"))
		if err != nil {
			continue // described by a work plan only
		}
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		ask := func(agreement []byte, end string) {
			require.NoError(t, json.Compact(&requests, []byte(`{"call":"calculate","agreement":`+string(agreement)+`,"population":`+string(population)+end+`}`)))
			requests.WriteByte('\n')
		}
		ask(text, `,"draft":true`)
		ask(text, ``)
		ask(text, `,"draft":true,"lang":"fy"`)
		for _, everyone := range []bool{true, false} {
			var agreement map[string]any
			require.NoError(t, json.Unmarshal(text, &agreement))
			for _, c := range agreement["components"].([]any) {
				c.(map[string]any)["key"] = map[string]any{"rule": "flat-tax/1", "everyone": everyone}
			}
			flat, err := json.Marshal(agreement)
			require.NoError(t, err)
			ask(flat, `,"draft":true`)
		}
	}
	return strings.TrimSuffix(requests.String(), "\n")
}

// answers builds the calculator in a folder and asks it; a line each.
func answers(t *testing.T, folder, requests string, flags ...string) []string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "calculator")
	build := exec.Command("go", append(append([]string{"build"}, flags...), "-o", program, "./wasm")...)
	build.Dir = folder
	build.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=readonly -buildvcs=false")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	calculator := exec.Command(program)
	calculator.Stdin = strings.NewReader(requests + "\n")
	replies, err := calculator.Output()
	require.NoError(t, err)
	return strings.Split(strings.TrimSuffix(string(replies), "\n"), "\n")
}
