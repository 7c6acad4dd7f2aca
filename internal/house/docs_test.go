package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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

// The steps of the calculation stand in the walk in the order in which the code takes them: route, cost, key, divide, flow, schedule, check.
func TestWalkHasTheOrderOfTheCode(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "walk.md"))
	require.NoError(t, err)
	var steps []string
	for _, m := range regexp.MustCompile(`(?m)^\| \| \| \| \*\*(Route|Cost|Key|Divide|Flow|Schedule|Check)\*\*`).FindAllStringSubmatch(string(text), -1) {
		steps = append(steps, m[1])
	}
	require.Equal(t, []string{"Route", "Cost", "Key", "Divide", "Flow", "Schedule", "Check"}, steps)

	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, "funding", "calculate.go"), nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	called := map[string][]string{}
	wanted := []string{"routing", "calculate", "totals", "schedule", "checks", "cost", "weigh", "present", "divide", "cover", "flow"}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if name, ok := call.Fun.(*ast.SelectorExpr); ok && slices.Contains(wanted, name.Sel.Name) {
					called[f.Name.Name] = append(called[f.Name.Name], name.Sel.Name)
				}
			}
			return true
		})
	}
	require.Equal(t, []string{"routing", "calculate", "totals", "schedule", "checks"}, called["settle"])
	require.Equal(t, []string{"cost", "weigh", "present", "divide", "cover", "flow"}, called["calculate"])
}
