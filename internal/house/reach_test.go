package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// reachable are the packages whose exported functions and methods have to be reached, by import path below the module.
var reachable = []string{"funding", "funding/analysis", "funding/year", "funding/law"}

// byOthers are methods that the standard library or an interface calls.
var byOthers = []string{"String", "Error", "Unwrap", "MarshalText", "UnmarshalText", "AppendText", "MarshalJSON", "UnmarshalJSON", "Rule", "Is", "As"}

// declared is an exported function or method of a package, with the names that its body uses.
type declared struct {
	name, place string
	method      bool
	uses        map[string]bool
}

// An exported function that no command, no page and no documented Example reaches is no feature. Reached is what code in
// examples and wasm names, and Examples in tests, and what that uses in turn.
func TestExportedFunctionsAreReached(t *testing.T) {
	files := token.NewFileSet()
	functions := map[string][]*declared{} // by name, all packages together
	roots := map[string]bool{}
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && len(name) > 2 && (strings.HasPrefix(name, ".") || name == "node_modules" || name == "testdata") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		folder = filepath.ToSlash(folder)
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		test := strings.HasSuffix(name, "_test.go")
		for _, d := range file.Decls {
			f, isFunc := d.(*ast.FuncDecl)
			switch {
			case test:
				if isFunc && strings.HasPrefix(f.Name.Name, "Example") {
					namesIn(f.Body, roots)
				}
			case folder == "wasm" || strings.HasPrefix(folder, "examples") || strings.HasPrefix(folder, "schema"):
				namesIn(d, roots)
			case !slices.Contains(reachable, folder):
			case !isFunc:
				namesIn(d, roots) // tables of rules and problems
			default:
				x := &declared{name: f.Name.Name, place: files.Position(f.Pos()).String(), method: f.Recv != nil, uses: map[string]bool{}}
				namesIn(f.Body, x.uses)
				functions[x.name] = append(functions[x.name], x)
			}
		}
		return nil
	}))
	reached := map[string]bool{}
	var reach func(name string)
	reach = func(name string) {
		if reached[name] {
			return
		}
		reached[name] = true
		for _, x := range functions[name] {
			for used := range x.uses {
				reach(used)
			}
		}
	}
	for name := range roots {
		reach(name)
	}
	for _, name := range byOthers {
		reach(name)
	}
	count := 0
	var lost []string
	for name, list := range functions {
		if !ast.IsExported(name) {
			continue
		}
		count += len(list)
		if !reached[name] {
			for _, x := range list {
				lost = append(lost, x.place+": "+name)
			}
		}
	}
	slices.Sort(lost)
	require.Empty(t, strings.Join(lost, "\n"), "no command, page or Example reaches these: give them one, or take them out")
	require.Greater(t, count, 100)
}

// namesIn collects the identifiers that a piece of code uses.
func namesIn(n ast.Node, into map[string]bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		if id, isName := n.(*ast.Ident); isName {
			into[id.Name] = true
		}
		return true
	})
}
