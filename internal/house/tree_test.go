package house

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What may stand at the top of the tree; dot folders and dot files aside.
var (
	topFolders = []string{"zio", "funding", "schema", "wasm", "examples", "internal", "docs", "LICENSES"}
	topFiles   = []string{"go.mod", "go.sum", "go.work", "go.work.sum", "README.md", "LICENSE", "CHANGELOG.md", "publiccode.yml",
		"REUSE.toml", "SECURITY.md", "CONTRIBUTING.md", "GOVERNANCE.md", "CODE_OF_CONDUCT.md"}
)

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(root)
	require.NoError(t, err)
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasPrefix(name, "."), strings.HasSuffix(name, ".test"), strings.HasSuffix(name, ".out"): // built files
		case e.IsDir():
			require.Contains(t, topFolders, name, "a folder at the top of the tree")
		default:
			require.Contains(t, topFiles, name, "a file at the top of the tree")
		}
	}
}

// A path of a machine: a folder of a home, a workspace or a temporary file, at the start of a word.
var machinePath = regexp.MustCompile("(?m)(^|[\\s\"'`(=,;>\\[])(/(work|root|home|Users|tmp|workspace)/|[A-Z]:\\\\)[A-Za-z0-9_.]")

func TestMachinePathsAreFound(t *testing.T) {
	for text, want := range map[string]bool{
		"see /" + "work/main/x": true, "'/" + "root/go": true, "cd=/" + "home/me": true, "\"C:" + "\\Users": true,
		"https://example.org/home/page": false, "a/work/b": false, "./tmp/x": false, "/tmp": false,
	} {
		require.Equal(t, want, machinePath.MatchString(text), text)
	}
}

// No file of the project names a path of the machine on which it was made.
func TestNoMachinePaths(t *testing.T) {
	skip := []string{".git", "node_modules", ".cache", "artifacts"}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains(skip, d.Name()):
			return fs.SkipDir
		case !d.Type().IsRegular() || d.Name() == ".git":
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil || bytes.IndexByte(text[:min(len(text), 8000)], 0) >= 0 { // not a text
			return err
		}
		if at := machinePath.FindIndex(text); at != nil {
			line := 1 + bytes.Count(text[:at[0]], []byte("\n"))
			t.Errorf("%s:%d: %s", path, line, text[at[0]:min(at[1]+30, len(text))])
		}
		return nil
	})
	require.NoError(t, err)
}

// A file that somebody reads holds one thing: under 400 lines, tests and generated files aside.
func TestFilesAreShort(t *testing.T) {
	read := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "node_modules" {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if bytes.Contains(content, []byte("DO NOT EDIT")) {
			return nil
		}
		read++
		require.Less(t, bytes.Count(content, []byte("\n")), 400, path)
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, read, 300)
}
