// Command lean copies the sources of the calculator without what the build of the figures does without. Of the copy TinyGo
// makes zio.wasm: the same rules and the same checks in half the bytes, but a refusal without its reasons.
//
//	go run ./wasm/build/lean SOURCE TARGET [TAG...]
//
// SOURCE is the folder of go.mod; TAG are build tags besides figures. What may be left out is said in the source, by directives
// that package figures tells of. They go by what a name stands for, never by the name itself, and none of them can change a
// number: lean refuses, with the place and a sentence, when something that the figures reach reads what is to be left out, or
// when working it out has another effect.
package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/format"

	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: lean SOURCE TARGET [TAG...]")
		os.Exit(2)
	}
	if err := copyProgram(os.Args[1], os.Args[2], os.Args[3:]...); err != nil {
		fmt.Fprintf(os.Stderr, "lean: %v\n", err)
		os.Exit(1)
	}
}

// copyProgram writes the program that stands in a folder to another one, without what the figures do without.
func copyProgram(source, target string, tags ...string) error {
	p, err := load(source, append(tags, "figures"))
	if err != nil {
		return err
	}
	c := cutter{program: p, cuts: map[ast.Expr]bool{}, reached: map[ast.Node]bool{}, initial: map[types.Object]ast.Expr{}, named: map[types.Object]bool{}}
	c.reach()
	for _, do := range []func(*ast.File){c.rest, c.names, c.leave} {
		p.each(func(_ string, file *ast.File) error { do(file); return nil })
	}
	if len(c.refusals) > 0 {
		return errors.Join(c.refusals...)
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(source, name))
		if err != nil {
			return err
		}
		if err := write(filepath.Join(target, name), text); err != nil {
			return err
		}
	}
	return c.each(func(name string, file *ast.File) error {
		text, err := c.print(file)
		if err != nil {
			return err
		}
		return write(filepath.Join(target, name), text)
	})
}

func (p *program) each(do func(name string, file *ast.File) error) error {
	for _, f := range p.ordered() {
		for _, file := range f.ordered() {
			name := filepath.Base(p.set.Position(file.Package).Filename)
			if err := do(filepath.Join(f.path, name), file); err != nil {
				return err
			}
		}
	}
	return nil
}

// names notes the fields that the copy still names, other than by leaving them out of a literal.
func (c *cutter) names(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if c.cuts[n.Value] {
				return false
			}
		case *ast.CompositeLit: // without names, its fields are as many as its members
			if fields := fieldsOf(c.info.Types[n].Type); len(n.Elts) == len(fields) {
				for i, e := range n.Elts {
					if _, named := e.(*ast.KeyValueExpr); !named {
						c.named[fields[i]] = true
					}
				}
			}
		case *ast.Ident:
			if o := c.object(n); o != nil {
				c.named[o] = true
			}
		}
		if e, ok := n.(ast.Expr); ok && c.cuts[e] {
			return false
		}
		return true
	})
}

// print is the text of a file with no other comments than directives to the compiler.
func (p *program) print(file *ast.File) ([]byte, error) {
	file.Comments = slices.DeleteFunc(file.Comments, func(g *ast.CommentGroup) bool {
		g.List = slices.DeleteFunc(g.List, func(line *ast.Comment) bool { return !strings.HasPrefix(line.Text, "//go:") })
		return len(g.List) == 0
	})
	out := strings.Builder{}
	err := format.Node(&out, p.set, file)
	return []byte(out.String()), err
}

func write(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o644)
}
