package schema

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The examples beside the schemas, and the agreements of the examples with their populations and results, are valid.
func TestExamplesAreValid(t *testing.T) {
	for _, kind := range Kinds() {
		example, err := os.ReadFile(filepath.Join("examples", string(kind)+".json"))
		require.NoError(t, err)
		require.Empty(t, Validate(kind, example), kind)
	}
	seen := map[Kind]int{}
	err := filepath.WalkDir("../examples/agreements", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".json") {
			return err
		}
		doc, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if kind, problems := Detect(doc); len(problems) == 0 {
			seen[kind]++
			require.Empty(t, Validate(kind, doc), path)
		}
		return nil
	})
	require.NoError(t, err)
	require.GreaterOrEqual(t, seen[Agreement], 3)
	require.GreaterOrEqual(t, seen[Population], 3)
}
