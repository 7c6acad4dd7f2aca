package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// A row of a table that names a file and a function in it.
var walkRow = regexp.MustCompile("(?m)^\\|[^|]*\\| `([a-z0-9_/]+\\.go)` \\| `([A-Za-z]+)` \\|")

// Every function on the walk through the calculation stands in the file that docs/walk.md names.
func TestWalk(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "walk.md"))
	require.NoError(t, err)
	rows := walkRow.FindAllStringSubmatch(string(text), -1)
	require.Greater(t, len(rows), 30)
	for _, row := range rows {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, row[1]), nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		found := false
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == row[2] {
				found = true
			}
		}
		if !found {
			t.Errorf("docs/walk.md: there is no function %s in %s", row[2], row[1])
		}
	}
}
