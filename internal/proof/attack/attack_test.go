package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every attack, smaller, ends as the table says; how long it takes is not judged.
func TestAttacks(t *testing.T) {
	var out strings.Builder
	failed, err := run(&out, "", 50)
	require.NoError(t, err)
	require.Zero(t, failed, out.String())
	require.Equal(t, len(attacks)+len(soaks("")), strings.Count(out.String(), "\n| ")-1, "a row for each")
}

func TestWhatGoesWrongIsSeen(t *testing.T) {
	folder := t.TempDir()
	sleep := attack{name: "x", args: []string{"-c", "cat >/dev/null; exit 3"}, input: repeat("", "x", "", 1), code: 3}
	did, err := sleep.try("/bin/sh", folder, 1)
	require.NoError(t, err)
	require.Contains(t, did.wrong, "left files behind", "the folder holds no program")
	sleep.code = 1
	did, err = sleep.try("/bin/sh", folder, 1)
	require.NoError(t, err)
	require.Contains(t, did.wrong, "exit code 3")
	sleep.code, sleep.says = 3, "hello"
	did, err = sleep.try("/bin/sh", folder, 1)
	require.NoError(t, err)
	require.Contains(t, did.wrong, "exit code 3")
}
