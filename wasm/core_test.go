//go:build !wasip1 && !tinygo

package main

import (
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// listed is what the go command says of a package.
type listed struct {
	ImportPath string
	Dir        string
	Standard   bool
	Imports    []string
	GoFiles    []string
}

// core lists the packages of the browser build that are our own.
func core(t *testing.T) []listed {
	t.Helper()
	command := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,Standard,Imports,GoFiles", ".")
	command.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	out, err := command.Output()
	require.NoError(t, err)
	var packages []listed
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		err := decoder.Decode(&p)
		if err == io.EOF {
			return packages
		}
		require.NoError(t, err)
		if !p.Standard {
			packages = append(packages, p)
		}
	}
}

// The small build sets its allocator back before every call, so nothing of a call may stay in a variable of a package: it would
// point at memory that the next call uses for something else. The table of municipalities is the exception: it is made before
// the first call.
func TestNoCallLeavesAnythingInAVariable(t *testing.T) {
	files := token.NewFileSet()
	from := importer.ForCompiler(files, "source", nil)
	for _, p := range core(t) {
		var parsed []*ast.File
		for _, name := range p.GoFiles {
			file, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, 0)
			require.NoError(t, err)
			if name != "export.go" { // the request and the reply, which the export of the next request empties
				parsed = append(parsed, file)
			}
		}
		info := types.Info{Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
		config := types.Config{Importer: from, Error: func(error) {}} // what export.go declares is missing here
		config.Check(p.ImportPath, files, parsed, &info)
		changed := func(at ast.Expr) {
			if v := rootVariable(at, &info); v != nil {
				t.Errorf("%s: %s of the package is changed", files.Position(at.Pos()), v.Name())
			}
		}
		for _, file := range parsed {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					for _, left := range n.Lhs {
						changed(left)
					}
				case *ast.IncDecStmt:
					changed(n.X)
				case *ast.SelectorExpr: // a method that takes the address of the variable
					v := rootVariable(n.X, &info)
					if s := info.Selections[n]; v != nil && s != nil && s.Kind() == types.MethodVal && takesAddress(s) && !constantPointer(v) && v.Name() != "netherlands" {
						t.Errorf("%s: %s of the package may be changed by %s", files.Position(n.Pos()), v.Name(), n.Sel.Name)
					}
				case *ast.UnaryExpr:
					// The address of a whole variable leads to changes elsewhere; kinds of problems are only compared by it.
					if v := rootVariable(n.X, &info); n.Op == token.AND && v != nil && !constantPointer(v) {
						t.Errorf("%s: the address of %s of the package is taken", files.Position(n.Pos()), v.Name())
					}
				}
				return true
			})
		}
	}
}

// rootVariable is the variable of a package that an expression is a part of, if any.
func rootVariable(e ast.Expr, info *types.Info) *types.Var {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			v, ok := info.Uses[x].(*types.Var)
			if ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
				return v
			}
			return nil
		case *ast.SelectorExpr:
			if v, ok := info.Uses[x.Sel].(*types.Var); ok && !v.IsField() && v.Parent() == v.Pkg().Scope() {
				return v
			}
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// takesAddress reports whether a method of a value gets its address.
func takesAddress(s *types.Selection) bool {
	_, pointer := s.Obj().Type().(*types.Signature).Recv().Type().(*types.Pointer)
	_, already := s.Recv().(*types.Pointer)
	return pointer && !already
}

// constantPointer reports whether the address of a variable may be handed out: tables of rules and of choices, which have no
// method that changes them.
func constantPointer(v *types.Var) bool {
	name := v.Type().String()
	return strings.Contains(name, "strictjson.Union[") || strings.Contains(name, "ProblemKind") || strings.Contains(name, "FaultKind")
}
