package agreements

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	same "github.com/zio-collectief/zio/internal/proof/golden"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

var update = flag.Bool("update", false, "write the documents in canonical form and the results that follow from them")

// golden compares with a committed document byte for byte, or writes it.
func golden(t *testing.T, s System, name string, want []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(filepath.Join(s.ID, name), want, 0o644))
		return
	}
	have, err := s.Read(name)
	require.NoError(t, err)
	if !bytes.Equal(want, have) {
		t.Logf("%s/%s", s.ID, name)
		same.Same(t, string(have), string(want), "go test ./examples/agreements -update")
	}
}

// agreementOf and populationOf read from disk, so that an update sees what was edited.
func agreementOf(t *testing.T, s System, name string) *funding.Agreement {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.ID, name))
	require.NoError(t, err)
	require.Empty(t, schema.Validate(schema.Agreement, data), "%s/%s", s.ID, name)
	a, problems := funding.ReadAgreement(data)
	require.Empty(t, problems, "%s/%s", s.ID, name)
	return a
}

func populationOf(t *testing.T, s System) *zio.Population {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.ID, "population.json"))
	require.NoError(t, err)
	require.Empty(t, schema.Validate(schema.Population, data), "%s/population.json", s.ID)
	p, problems := zio.ReadPopulation(data)
	require.Empty(t, problems, "%s/population.json", s.ID)
	return p
}

// calculate gives the result of a system, or of one of its candidates.
func calculate(t *testing.T, id, name string) (*funding.Agreement, *zio.Population, *funding.Result) {
	t.Helper()
	s, found := Find(id)
	require.True(t, found, id)
	a, p := agreementOf(t, s, name), populationOf(t, s)
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems, id)
	return a, p, x
}

func TestResultsAreReproducedByteForByte(t *testing.T) {
	for _, s := range List() {
		for _, name := range s.Agreements() {
			t.Run(s.ID+"/"+name, func(t *testing.T) {
				a, p, x := calculate(t, s.ID, name)
				variant := strings.TrimSuffix(strings.TrimPrefix(name, "agreement."), "json")
				require.Equal(t, strings.TrimSuffix(s.ID+"-"+strings.TrimSuffix(variant, "."), "-"), a.ID)
				golden(t, s, name, a.AppendDocument(nil))
				golden(t, s, "population.json", p.AppendDocument(nil))
				result := x.AppendDocument(nil)
				require.Empty(t, schema.Validate(schema.Result, result))
				golden(t, s, strings.Replace(name, "agreement", "result", 1), result)
			})
		}
		if s.Has("workplan.json") {
			data, err := os.ReadFile(filepath.Join(s.ID, "workplan.json"))
			require.NoError(t, err)
			w, problems := zio.ReadWorkplan(data)
			require.Empty(t, problems, s.ID)
			golden(t, s, "workplan.json", w.AppendDocument(nil))
		}
		if s.Has("indicators.json") {
			data, err := os.ReadFile(filepath.Join(s.ID, "indicators.json"))
			require.NoError(t, err)
			x, problems := zio.ReadIndicators(data)
			require.Empty(t, problems, s.ID)
			require.Equal(t, s.ID, x.Agreement)
			golden(t, s, "indicators.json", x.AppendDocument(nil))
		}
	}
}

// Every folder is complete: documents with their results, or a work plan, and a README that names its source.
func TestFoldersAreComplete(t *testing.T) {
	if *update {
		t.Skip("the list of files was made before what is written now")
	}
	for _, s := range List() {
		want := []string{"README.md", "README.nl.md", "workplan.json"}
		if names := s.Agreements(); len(names) > 0 {
			want = append([]string{"README.md", "README.nl.md", "given.json", "population.json"}, names...)
			for _, name := range names {
				want = append(want, strings.Replace(name, "agreement", "result", 1))
			}
		}
		if len(s.Agreements()) > 0 && s.Has("workplan.json") {
			want = append(want, "workplan.json")
		}
		if s.Has("indicators.json") {
			want = append(want, "indicators.json")
		}
		require.ElementsMatch(t, want, s.Files, "%s; a result is made by: go test ./examples/agreements -update", s.ID)
		text, err := s.Read("README.md")
		require.NoError(t, err)
		require.Contains(t, string(text), "**Source", s.ID)
		require.Contains(t, string(text), "**Given:**", s.ID)
		text, err = s.Read("README.nl.md")
		require.NoError(t, err)
		require.Contains(t, string(text), "**Bron", s.ID)
		require.Contains(t, string(text), "**Gegeven:**", s.ID)
	}
}

// What is said about a member is said about one that exists.
func TestPointersOfChoicesAndMadeUpData(t *testing.T) {
	for _, s := range List() {
		for _, name := range s.Agreements() {
			a, p := agreementOf(t, s, name), populationOf(t, s)
			agreement, population := tree(t, a.AppendDocument(nil)), tree(t, p.AppendDocument(nil))
			for _, c := range a.Choices {
				require.True(t, resolves(agreement, c.Pointer), "%s: choice at %s", s.ID, c.Pointer)
			}
			for _, m := range a.Synthetic {
				require.True(t, resolves(agreement, m.Pointer), "%s: agreement, made up at %s", s.ID, m.Pointer)
			}
			for _, m := range p.Synthetic {
				require.True(t, resolves(population, m.Pointer), "%s: population, made up at %s", s.ID, m.Pointer)
			}
			require.NotEmpty(t, a.Sources, "%s/agreement.json names no sources", s.ID)
			require.NotEmpty(t, a.Choices, "%s/agreement.json names no choices", s.ID)
		}
	}
}
