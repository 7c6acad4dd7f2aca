package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheCommittedSchemasAreWhatTheTypesMake(t *testing.T) {
	root, err := moduleRoot()
	require.NoError(t, err)
	files, err := generate(root)
	require.NoError(t, err)
	again, err := generate(root)
	require.NoError(t, err)
	require.Equal(t, files, again, "generation is deterministic")
	folder := filepath.Join(root, "schema", version())
	for _, f := range files {
		committed, err := os.ReadFile(filepath.Join(folder, f.name))
		require.NoError(t, err)
		require.True(t, string(committed) == string(f.text), "%s is not what the Go types make: run go generate ./...", f.name)
	}
	entries := 0
	for _, folder := range []string{folder, filepath.Join(root, "schema", "flavours")} {
		require.NoError(t, filepath.WalkDir(folder, func(_ string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				entries++
			}
			return err
		}))
	}
	require.Equal(t, len(files), entries, "a file that is not generated stands among the schemas")
}

func TestTheModuleRootIsFoundFromEveryFolder(t *testing.T) {
	here, err := moduleRoot()
	require.NoError(t, err)
	t.Chdir("../examples")
	inside, err := moduleRoot()
	require.NoError(t, err)
	require.Equal(t, here, inside)
	t.Chdir(t.TempDir())
	_, err = moduleRoot()
	require.Error(t, err)
}

func TestReleasesAreRecordedOnce(t *testing.T) {
	root := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(root, "schema", "9.0"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(root, "schema", "released.txt"), []byte("# list\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(root, "schema", "9.0", "a.schema.json"), []byte("{}\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(root, "schema", "problems.json"), []byte(`{"codes":[{"code":"a.b"},{"code":"c.d"}]}`), 0o644))
	require.NoError(t, recordRelease(root, "9.0"))
	codes, err := os.ReadFile(filepath.Join(root, "schema", "released-codes.txt"))
	require.NoError(t, err)
	require.Equal(t, "a.b\nc.d\n", string(codes))
	text, err := os.ReadFile(filepath.Join(root, "schema", "released.txt"))
	require.NoError(t, err)
	require.Equal(t, "# list\nca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356  9.0/a.schema.json\n", string(text)) // sha256 of "{}\n"
	require.ErrorContains(t, recordRelease(root, "9.0"), "released already")
	require.ErrorContains(t, recordRelease(root, "8.0"), "no schemas")
}
