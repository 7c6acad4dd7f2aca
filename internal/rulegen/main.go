// Command rulegen makes Go of what the rules of package funding declare (regels): rules_rare.go, the rules that rules.go does not
// name, and rules_json.go, the two methods by which each rule stands alone in JSON. Run it by go generate in the folder funding.
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	files, err := generate(".")
	for name, text := range files {
		if err == nil {
			err = os.WriteFile(name, text, 0o644)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "rulegen:", err)
		os.Exit(1)
	}
}

// sets are the kinds of rules, in the order in which they are written.
var sets = []string{"Cost", "Key", "Flow"}

const (
	rareHead = `// Code generated from the rules by internal/rulegen. DO NOT EDIT.

//go:build !figures

package funding

import "github.com/zio-collectief/zio/internal/strictjson"

// Rules that rules.go does not name. The build of the figures, which a page loads first, does not hold them: it has no reply to
// an agreement with one, and the module with all calls answers it.
var (
`
	methodsHead = `// Code generated from the rules by internal/rulegen. DO NOT EDIT.

//go:build !tinygo && !wasm

package funding
`
	methodsOf = `
// MarshalJSON is the rule as it stands in a component.
func (r PerPlace) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *PerPlace) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }
`
)

// rule is what one declaration says: var perPlaceRule = strictjson.Variant[Cost]{New: func() Cost { return new(PerPlace) }, ...}.
type rule struct{ set, variable, of string }

// generate makes the files for the rules in a folder, which stand in the order of its files.
func generate(folder string) (map[string][]byte, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	var rules []rule
	common := map[string]bool{} // every name in rules.go
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if name, ok := n.(*ast.Ident); ok && filepath.Base(path) == "rules.go" {
				common[name.Name] = true
			}
			if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
				if r := declared(spec); r.of != "" {
					rules = append(rules, r)
				}
			}
			return true
		})
	}
	rare := bytes.NewBufferString(rareHead)
	for _, set := range sets {
		fmt.Fprintf(rare, "rare%ss = []strictjson.Variant[%s]{", set, set)
		for _, r := range rules {
			if r.set == set && !common[r.variable] {
				fmt.Fprintf(rare, "%s, ", r.variable)
			}
		}
		rare.WriteString("}\n")
	}
	rare.WriteString(")\n")
	methods := bytes.NewBufferString(methodsHead)
	for _, r := range rules {
		methods.WriteString(strings.ReplaceAll(methodsOf, "PerPlace", r.of))
	}
	files := map[string][]byte{}
	for name, made := range map[string]*bytes.Buffer{"rules_rare.go": rare, "rules_json.go": methods} {
		if files[filepath.Join(folder, name)], err = format.Source(made.Bytes()); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// declared is the rule that a variable declares; its type is "" when it declares none.
func declared(spec *ast.ValueSpec) rule {
	r := rule{variable: spec.Names[0].Name}
	literal, ok := spec.Values[0].(*ast.CompositeLit)
	if !ok {
		return r
	}
	index, ok := literal.Type.(*ast.IndexExpr)
	if !ok {
		return r
	}
	if variant, ok := index.X.(*ast.SelectorExpr); !ok || variant.Sel.Name != "Variant" {
		return r
	}
	r.set = index.Index.(*ast.Ident).Name
	ast.Inspect(literal, func(n ast.Node) bool { // new(PerPlace)
		if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 {
			if f, ok := call.Fun.(*ast.Ident); ok && f.Name == "new" {
				r.of = call.Args[0].(*ast.Ident).Name
			}
		}
		return true
	})
	return r
}
