package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// changedReleases says what is not as it was released, in a folder with a list of released files.
func changedReleases(folder string) ([]string, error) {
	list, err := os.ReadFile(filepath.Join(folder, "released.txt"))
	if err != nil {
		return nil, err
	}
	var wrong []string
	versions := map[string]int{} // files listed of each version
	for _, line := range strings.Split(string(list), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		sum, name, ok := strings.Cut(line, "  ")
		if !ok {
			return nil, fmt.Errorf("released.txt: %q is no digest and name", line)
		}
		versions[path.Dir(name)]++
		text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		if err != nil {
			wrong = append(wrong, name+" is gone")
			continue
		}
		if now := sha256.Sum256(text); hex.EncodeToString(now[:]) != sum {
			wrong = append(wrong, name+" has changed")
		}
	}
	for version, listed := range versions {
		entries, err := os.ReadDir(filepath.Join(folder, version))
		if err != nil {
			return nil, err
		}
		if len(entries) > listed {
			wrong = append(wrong, version+" has files that were not released")
		}
	}
	return wrong, nil
}

func TestReleasedSchemasDoNotChange(t *testing.T) {
	wrong, err := changedReleases(".")
	require.NoError(t, err)
	require.Empty(t, wrong, "a released schema is immutable: make a new version")
}

func TestChangesInReleasesAreSeen(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644))
	}
	check := func(want ...string) {
		t.Helper()
		wrong, err := changedReleases(folder)
		require.NoError(t, err)
		require.Equal(t, want, wrong)
	}
	write("9.0/a.schema.json", "{}\n")
	write("released.txt", "# nothing yet\n")
	check()
	write("released.txt", "# list\nca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356  9.0/a.schema.json\n") // sha256 of "{}\n"
	check()
	write("9.1/a.schema.json", "{}\n")
	check()
	write("9.0/a.schema.json", "{ }\n")
	check("9.0/a.schema.json has changed")
	write("9.0/a.schema.json", "{}\n")
	write("9.0/b.schema.json", "{}\n")
	check("9.0 has files that were not released")
	require.NoError(t, os.Remove(filepath.Join(folder, "9.0/b.schema.json")))
	require.NoError(t, os.Rename(filepath.Join(folder, "9.0/a.schema.json"), filepath.Join(folder, "9.0/c.schema.json")))
	check("9.0/a.schema.json is gone")
	write("released.txt", "nonsense\n")
	_, err := changedReleases(folder)
	require.Error(t, err)
}
