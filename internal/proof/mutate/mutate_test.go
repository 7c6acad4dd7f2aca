package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Of the mutants of Sum and Big, those that live can be told by hand: the tests ask Big for 3 and 11, so that its end at 9 can move,
// and a sum that begins at 0 is the same sum.
func TestMutate(t *testing.T) {
	list := filepath.Join(t.TempDir(), "equivalent.txt")
	require.NoError(t, os.WriteFile(list, []byte("# a list\n\ninternal/proof/mutate/testdata/weak/weak.go Sum: 1 -> (1-1)  # adds 0\n"), 0o600))
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	require.NoError(t, err)
	defer file.Close()
	ok, err := run(options{count: 0, workers: 2, equivalents: list, least: 99}, []string{"./testdata/weak"}, file)
	require.NoError(t, err)
	require.False(t, ok, "a mutant lives")
	text, err := os.ReadFile(file.Name())
	require.NoError(t, err)
	var survived []string
	for line := range strings.Lines(string(text)) {
		if name, found := strings.CutPrefix(line, "SURVIVED: internal/proof/mutate/testdata/weak/weak.go "); found {
			name, _, _ = strings.Cut(name, "  [")
			survived = append(survived, name)
		}
	}
	require.Equal(t, []string{"Big: > -> >=", "Big: 9 -> (9+1)", "Big: 9 -> (9-1)"}, survived, string(text))
	require.Contains(t, string(text), "| github.com/zio-collectief/zio/internal/proof/mutate/testdata/weak | 18 | 16 | 12 | 0 | 1 | 3 | 80.0 % | 75.0 % | 80.0 % |")
	again, err := os.ReadFile("testdata/weak/weak.go")
	require.NoError(t, err)
	require.NotContains(t, string(again), alive)
}

// A test is as slow as it says, or as its parts say together.
func TestTiers(t *testing.T) {
	require.Equal(t, []tier{
		{"^(TestA|TestD)$", 10*time.Second + 50*time.Millisecond}, {"^(TestC)$", 10*time.Second + 500*time.Millisecond}, {"^(TestB)$", 10*time.Second + 37*time.Second},
	}, tiersOf("--- PASS: TestA (0.00s)\n    --- PASS: TestB/x (7.00s)\n    --- PASS: TestB/y (0.40s)\n        --- PASS: TestB/y/z (0.40s)\n--- PASS: TestB (0.00s)\n--- PASS: TestC (0.10s)\n    --- PASS: TestC/x (0.05s)\n--- PASS: TestD (0.01s)\nPASS\n"))
}

// Tests that fail are told from tests that do not end in their time.
func TestOnce(t *testing.T) {
	for script, want := range map[string][2]bool{"exit 0": {false, false}, "exit 1": {true, false}, "sleep 20": {true, true}, "echo 'panic: test timed out after 1s'; exit 2": {true, true}} {
		path := filepath.Join(t.TempDir(), "program")
		require.NoError(t, os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o700))
		killed, hangs, _ := (&program{path: path}).once(1, 2*time.Second)
		require.Equal(t, want, [2]bool{killed, hangs}, script)
	}
}

// What is left out is told: a package in which nothing of the kind stands, and one for which there is no time.
func TestMutateNothing(t *testing.T) {
	for want, o := range map[string]options{
		"no mutant stands there, or none could be looked at\n": {only: "no such name|nor this"},
		"no time left for github.com/zio-collectief/zio/internal/proof/mutate/testdata/weak: 18 mutants\nno mutant stands there, or none could be looked at\n": {most: 1},
	} {
		file, err := os.Create(filepath.Join(t.TempDir(), "out"))
		require.NoError(t, err)
		ok, err := run(o, []string{"./testdata/weak"}, file)
		require.NoError(t, err)
		require.True(t, ok)
		text, err := os.ReadFile(file.Name())
		require.NoError(t, err)
		require.NoError(t, file.Close())
		require.Equal(t, want, string(text))
	}
}

func TestFind(t *testing.T) {
	found, err := find("a.go", "a.go", []byte("package a\n\nfunc f(x, y int) int {\n\tif x < y && !(x == 3) {\n\t\tg()\n\t}\n\treturn x + y\n}\n"))
	require.NoError(t, err)
	var names []string
	for _, m := range found {
		names = append(names, m.kind+" "+m.name())
	}
	require.Equal(t, []string{
		"condition a.go f: x < y && !(x == 3) -> false && (x < y && !(x == 3))", "condition a.go f: x < y && !(x == 3) -> true || (x < y && !(x == 3))",
		"condition a.go f: && -> ||", "comparison a.go f: < -> >=", "boundary a.go f: < -> <=", "condition a.go f: !(x == 3) -> ((x == 3))",
		"comparison a.go f: == -> !=", "constant a.go f: 3 -> (3+1)", "constant a.go f: 3 -> (3-1)", "statement a.go f: g() -> {}", "arithmetic a.go f: + -> -",
	}, names)
	require.Len(t, sample(found, 4, 1), 4)
	require.Equal(t, sample(found, 4, 1), sample(found, 4, 1), "the seed decides")
}

// Each name is of one mutant, and each mutant that nobody can kill is still there.
func TestNamesAreOfOneMutant(t *testing.T) {
	packages, err := list([]string{"../../../..."})
	require.NoError(t, err)
	named := map[string]bool{}
	for _, p := range packages {
		mutants, err := p.mutants()
		require.NoError(t, err)
		for _, m := range mutants {
			require.False(t, named[m.name()], "twice: %s", m.name())
			named[m.name()] = true
		}
	}
	require.Greater(t, len(named), 20_000)
	equivalents, err := readEquivalents("equivalent.txt")
	require.NoError(t, err)
	for name := range equivalents {
		require.True(t, named[name], "gone: %s", name)
	}
}

func TestEquivalentsHaveAReason(t *testing.T) {
	list, err := readEquivalents("equivalent.txt")
	require.NoError(t, err)
	require.NotNil(t, list)
	bad := filepath.Join(t.TempDir(), "bad.txt")
	for _, text := range []string{"a.go f: < -> <=\n", "a.go f: < -> <=  # \n", "a: b  # c\na: b  # d\n"} {
		require.NoError(t, os.WriteFile(bad, []byte(text), 0o600))
		_, err := readEquivalents(bad)
		require.Error(t, err, text)
	}
}
