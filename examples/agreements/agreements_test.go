package agreements

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
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
	require.True(t, bytes.Equal(want, have), "%s/%s is not what follows; run: go test ./examples/agreements -update", s.ID, name)
}

// documents reads the agreement and the population of a system from disk, so that an update sees what was edited.
func documents(t *testing.T, s System) (*funding.Agreement, *zio.Population) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.ID, "agreement.json"))
	require.NoError(t, err)
	a, problems := funding.ReadAgreement(data)
	require.Empty(t, problems, "%s/agreement.json", s.ID)
	data, err = os.ReadFile(filepath.Join(s.ID, "population.json"))
	require.NoError(t, err)
	p, problems := zio.ReadPopulation(data)
	require.Empty(t, problems, "%s/population.json", s.ID)
	return a, p
}

// calculate gives the result of a system.
func calculate(t *testing.T, id string) *funding.Result {
	t.Helper()
	s, found := Find(id)
	require.True(t, found, id)
	a, p := documents(t, s)
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	return x
}

func TestResultsAreReproducedByteForByte(t *testing.T) {
	for _, s := range List() {
		if !s.Has("agreement.json") {
			continue
		}
		t.Run(s.ID, func(t *testing.T) {
			a, p := documents(t, s)
			require.Equal(t, s.ID, a.ID)
			golden(t, s, "agreement.json", a.AppendDocument(nil))
			golden(t, s, "population.json", p.AppendDocument(nil))
			x, problems := funding.Calculate(a, p)
			require.Empty(t, problems)
			golden(t, s, "result.json", x.AppendDocument(nil))
		})
	}
}

// Every folder is complete: documents and a README that says what is given, chosen and made up.
func TestFoldersAreComplete(t *testing.T) {
	for _, s := range List() {
		if s.Has("agreement.json") {
			require.Equal(t, []string{"README.md", "agreement.json", "population.json", "result.json"}, s.Files, s.ID)
		} else {
			require.Equal(t, []string{"README.md", "workplan.json"}, s.Files, s.ID)
		}
		text, err := s.Read("README.md")
		require.NoError(t, err)
		require.Contains(t, string(text), "**Source", s.ID)
	}
}

// What is said about a member is said about one that exists.
func TestPointersOfChoicesAndMadeUpData(t *testing.T) {
	for _, s := range List() {
		if !s.Has("agreement.json") {
			continue
		}
		a, p := documents(t, s)
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
		require.NotEmpty(t, a.Sources, s.ID)
	}
}
