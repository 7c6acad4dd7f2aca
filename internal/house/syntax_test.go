package house

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// programs parses the program files under folders of the module, also those that a build leaves out.
func programs(t *testing.T, files *token.FileSet, folders ...string) []*ast.File {
	t.Helper()
	var parsed []*ast.File
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			parsed = append(parsed, file)
			return err
		})
		require.NoError(t, err)
	}
	require.NotEmpty(t, parsed)
	return parsed
}

// floats finds where a syntax tree uses binary floating point.
func floats(n ast.Node, report func(at token.Pos, what string)) {
	names := []string{"float32", "float64", "complex64", "complex128", "ParseFloat", "FormatFloat", "AppendFloat", "Float64", "Float32", "InexactFloat64"}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if slices.Contains(names, n.Name) {
				report(n.Pos(), n.Name)
			}
		case *ast.BasicLit:
			if n.Kind == token.FLOAT || n.Kind == token.IMAG {
				report(n.Pos(), n.Value)
			}
		}
		return true
	})
}

// Amounts, hours and fractions are never binary floating point.
func TestNoFloats(t *testing.T) {
	files := token.NewFileSet()
	for _, file := range programs(t, files, "zio", "funding", "funding/money", "funding/analysis", "funding/year") {
		floats(file, func(at token.Pos, what string) { t.Errorf("%s: %s", files.Position(at), what) })
	}
}

// forbidden finds what the calculating core must not do: start goroutines, recover, go through a
// map in its random order, and calculate with values of floating-point types.
func forbidden(file *ast.File, info *types.Info, report func(at token.Pos, what string)) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			report(n.Pos(), "a goroutine")
		case *ast.SelectStmt:
			report(n.Pos(), "a select")
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "init" {
				report(n.Pos(), "a function init")
			}
		case *ast.RangeStmt:
			if at := info.TypeOf(n.X); at != nil {
				if _, isMap := at.Underlying().(*types.Map); isMap {
					report(n.Pos(), "a range over a map")
				}
			}
		case *ast.CallExpr:
			if name, ok := n.Fun.(*ast.Ident); ok {
				if b, ok := info.Uses[name].(*types.Builtin); ok && b.Name() == "recover" {
					report(n.Pos(), "a recover")
				}
			}
		}
		if e, ok := n.(ast.Expr); ok {
			if at := info.TypeOf(e); at != nil {
				if b, ok := at.Underlying().(*types.Basic); ok && b.Info()&(types.IsFloat|types.IsComplex) != 0 {
					report(e.Pos(), "a value of type "+at.String())
				}
			}
		}
		return true
	})
}

func TestCoreIsDeterministic(t *testing.T) {
	packages := core(t, "-export")
	exports := map[string]string{}
	for _, p := range packages {
		exports[p.ImportPath] = p.Export
	}
	files := token.NewFileSet()
	from := importer.ForCompiler(files, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, p := range packages {
		if p.ours() == "" {
			continue
		}
		var parsed []*ast.File
		for _, name := range p.GoFiles {
			file, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			parsed = append(parsed, file)
		}
		info := check(t, p.ImportPath, files, parsed, types.Config{Importer: from, Sizes: types.SizesFor("gc", "wasm")})
		for _, file := range parsed {
			forbidden(file, info, func(at token.Pos, what string) { t.Errorf("%s: %s", files.Position(at), what) })
		}
	}
}

func check(t *testing.T, path string, files *token.FileSet, parsed []*ast.File, config types.Config) *types.Info {
	t.Helper()
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
	_, err := config.Check(path, files, parsed, info)
	require.NoError(t, err)
	return info
}

// The tests of this file find what they look for.
func TestSyntaxTestsHaveTeeth(t *testing.T) {
	for source, want := range map[string]string{
		"func f() { go f() }":                                 "a goroutine",
		"func f() { select {} }":                              "a select",
		"func f() { defer func() { recover() }() }":           "a recover",
		"func init() {}":                                      "a function init",
		"type m map[int]int; func f(x m) { for range x { } }": "a range over a map",
		"func f(x int64) bool { y := x; return y/2 > 0 }":     "",
		"func f() int64 { x := 1 / 2.5; return int64(x) }":    "a value of type float64",
	} {
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, "x.go", "package x\n"+source, parser.SkipObjectResolution)
		require.NoError(t, err)
		info := check(t, "x", files, []*ast.File{file}, types.Config{})
		var found []string
		forbidden(file, info, func(_ token.Pos, what string) { found = append(found, what) })
		if want == "" {
			require.Empty(t, found, source)
		} else {
			require.Contains(t, found, want, source)
		}
	}
	for source, want := range map[string]int{"var x float64": 1, "var x = 1.5": 1, "var x = 15": 0, "var x = strconv.ParseFloat": 1} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\n"+source, parser.SkipObjectResolution)
		require.NoError(t, err)
		found := 0
		floats(file, func(token.Pos, string) { found++ })
		require.Equal(t, want, found, source)
	}
}
