package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

const module = "github.com/zio-collectief/zio"

// A program is the calculator as the build of the figures sees it: the packages that ./wasm consists of, with types.
type program struct {
	root     string
	context  build.Context
	set      *token.FileSet
	standard types.Importer
	packages map[string]*folder
	info     types.Info
	declared map[*types.Func]*ast.FuncDecl
	without  map[types.Object]bool         // parameters and fields that the figures do without
	literals map[types.Object]*ast.FuncLit // of variables that are set once, to a function
	purity   map[*types.Func]purity
	refusals []error
}

// A folder is one package of the program.
type folder struct {
	path  string // below root
	files map[string]*ast.File
	types *types.Package
}

// load reads the program that stands in a folder, with build tags.
func load(root string, tags []string) (*program, error) {
	context := build.Default
	context.BuildTags = tags
	context.CgoEnabled = false
	set := token.NewFileSet()
	p := &program{
		root: root, context: context, set: set, standard: importer.ForCompiler(set, "source", nil),
		packages: map[string]*folder{}, declared: map[*types.Func]*ast.FuncDecl{}, without: map[types.Object]bool{}, literals: map[types.Object]*ast.FuncLit{}, purity: map[*types.Func]purity{},
		info: types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}},
	}
	if _, err := p.Import(module + "/wasm"); err != nil {
		return nil, err
	}
	for _, f := range p.ordered() {
		for _, file := range f.ordered() {
			p.marks(file)
		}
	}
	return p, errors.Join(p.refusals...)
}

// Import makes the program an importer: of its own packages it reads the source.
func (p *program) Import(path string) (*types.Package, error) {
	below, ours := strings.CutPrefix(path, module+"/")
	if !ours {
		return p.standard.Import(path)
	}
	if f := p.packages[below]; f != nil {
		return f.types, nil
	}
	names, err := filepath.Glob(filepath.Join(p.root, below, "*.go"))
	if err != nil {
		return nil, err
	}
	f := &folder{path: below, files: map[string]*ast.File{}}
	for _, name := range names {
		match, err := p.context.MatchFile(filepath.Split(name))
		if err != nil {
			return nil, err
		}
		if !match || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(p.set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		f.files[filepath.Base(name)] = file
	}
	if len(f.files) == 0 {
		return nil, fmt.Errorf("%s holds no Go files", filepath.Join(p.root, below))
	}
	config := types.Config{Importer: p}
	if f.types, err = config.Check(path, p.set, f.ordered(), &p.info); err != nil {
		return nil, err
	}
	p.packages[below] = f
	for _, file := range f.files {
		for _, d := range file.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				p.declared[p.info.Defs[d.Name].(*types.Func)] = d
				p.functions(d)
			}
		}
	}
	return f.types, nil
}

// functions notes the variables of a function that stand for a function.
func (p *program) functions(d *ast.FuncDecl) {
	ast.Inspect(d, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		for i := 0; ok && i < len(a.Lhs); i++ {
			if name, ok := a.Lhs[i].(*ast.Ident); ok {
				literal, _ := a.Rhs[min(i, len(a.Rhs)-1)].(*ast.FuncLit)
				if p.info.Defs[name] != nil {
					p.literals[p.info.Defs[name]] = literal
				} else {
					delete(p.literals, p.info.Uses[name]) // set again
				}
			}
		}
		return true
	})
}

func (p *program) ordered() []*folder {
	var list []*folder
	for _, path := range slices.Sorted(maps.Keys(p.packages)) {
		list = append(list, p.packages[path])
	}
	return list
}

func (f *folder) ordered() []*ast.File {
	var list []*ast.File
	for _, name := range slices.Sorted(maps.Keys(f.files)) {
		list = append(list, f.files[name])
	}
	return list
}

// refuse notes why the copy can not be made.
func (p *program) refuse(at ast.Node, format string, args ...any) {
	place := p.set.Position(at.Pos())
	if below, err := filepath.Rel(p.root, place.Filename); err == nil {
		place.Filename = below
	}
	p.refusals = append(p.refusals, fmt.Errorf("%s: %s", place, fmt.Sprintf(format, args...)))
}

// callee is the function that a call calls, as it is declared; nil of a conversion, a builtin, a function value and a method of
// an interface that a type implements.
func (p *program) callee(call *ast.CallExpr) *types.Func {
	f := p.function(call.Fun)
	if f == nil {
		return nil
	}
	return f.Origin()
}

func (p *program) function(e ast.Expr) *types.Func {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		f, _ := p.info.Uses[x].(*types.Func)
		return f
	case *ast.SelectorExpr:
		f, _ := p.info.Uses[x.Sel].(*types.Func)
		return f
	case *ast.IndexExpr:
		return p.function(x.X)
	case *ast.IndexListExpr:
		return p.function(x.X)
	}
	return nil
}

// object is what a name stands for, as it is declared.
func (p *program) object(name *ast.Ident) types.Object {
	if v, ok := p.info.Uses[name].(*types.Var); ok {
		return v.Origin()
	}
	return p.info.Uses[name]
}
