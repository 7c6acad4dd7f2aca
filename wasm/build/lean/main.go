// Command lean copies the sources of the calculator without what only words need. Of the copy TinyGo makes the module
// of the figures (zio.wasm): the same rules and the same checks in half the bytes, but a refusal without its reasons.
//
//	go run ./wasm/build/lean SOURCE TARGET
//
// SOURCE is the folder of go.mod. The copy leaves out the texts in both languages, the places and values that a
// problem tells of, the steps of a trace, and what binders do when they describe or check. That the figures never ask for
// any of it is not argued but tried: wasm/difftest compares their replies with those of the native program.
package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// packages are the folders that the calculator is built from.
var packages = []string{"wasm", "zio", "zio/intake", "funding/money", "funding", "funding/analysis", "internal/strictjson", "internal/order", "internal/sha256", "internal/fold"}

// describes is the path of the file that does nothing but read words.
const describes = "wasm/describe.go"

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: lean SOURCE TARGET")
		os.Exit(2)
	}
	if err := copyTree(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "lean:", err)
		os.Exit(1)
	}
}

func copyTree(source, target string) error {
	files := []string{"go.mod", "go.sum"}
	for _, folder := range packages {
		found, err := filepath.Glob(filepath.Join(source, folder, "*.go"))
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("%s holds no Go files", filepath.Join(source, folder))
		}
		for _, file := range found {
			file = filepath.Join(folder, filepath.Base(file))
			if !strings.HasSuffix(file, "_test.go") && filepath.ToSlash(file) != describes {
				files = append(files, file)
			}
		}
	}
	for _, file := range files {
		data, err := os.ReadFile(filepath.Join(source, file))
		if err == nil && strings.HasSuffix(file, ".go") {
			data, err = lean(file, data)
		}
		if err == nil {
			err = os.MkdirAll(filepath.Dir(filepath.Join(target, file)), 0o755)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(target, file), data, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// lean is a source file without what only words need, and without comments other than build constraints. A file with
// other directives stays as it is.
func lean(name string, data []byte) ([]byte, error) {
	text := string(data)
	for _, directive := range []string{"wasmexport", "extern", "noinline"} {
		if strings.Contains(text, "\n//go:"+directive) {
			return data, nil
		}
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, data, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	constraint := ""
	if strings.HasPrefix(text, "//go:build ") {
		constraint = text[:strings.IndexByte(text, '\n')] + "\n\n"
	}
	c := cutter{tables: tablesOf(file)}
	ast.Inspect(file, c.visit)
	out := strings.Builder{}
	out.WriteString(constraint)
	err = errors.Join(c.err, format.Node(&out, set, file))
	return []byte(out.String()), err
}

// A cutter leaves words out of one file.
type cutter struct {
	tables map[string][]bool // which fields of the struct types of the file hold words
	err    error
}

// isWord reports whether a member of a struct holds words.
func isWord(name string) bool {
	switch strings.ToLower(name) {
	case "nl", "en", "hintnl", "hinten", "formulas":
		return true
	}
	return false
}

// reasons are the functions that do no more than find the place of what is wrong, the best words for a number that cannot be
// read, or the name of a value in a trace, with the expression that they become.
var reasons = map[string]string{
	"at":            `""`,
	"Fields.child":  "nil",
	"share.value":   "newValue(s.amount.Exact(), UnitEuro)",
	"value.as":      "v",
	"diagnose":      "other",
	"item":          `""`,
	"likely":        "otherwise",
	"numberProblem": `kindNumberInvalid.At("")`,
}

// declared is the name of a function, with that of its receiver before it.
func declared(n *ast.FuncDecl) string {
	if n.Recv == nil {
		return n.Name.Name
	}
	of := n.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	return nameOf(of) + "." + n.Name.Name
}

func (c *cutter) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if text, ok := reasons[declared(n)]; ok {
			x, err := parser.ParseExpr(text)
			c.err = errors.Join(c.err, err)
			n.Body.List = []ast.Stmt{&ast.ReturnStmt{Results: []ast.Expr{x}}}
		}
	case *ast.BlockStmt:
		n.List = c.statements(n.List)
	case *ast.CaseClause:
		n.Body = c.statements(n.Body)
	case *ast.SwitchStmt:
		n.Body.List = modes(n.Body.List)
	case *ast.IfStmt:
		n.Cond = untraced(n.Cond)
	case *ast.CompositeLit:
		c.literal(n)
	case *ast.Field:
		n.Tag = nil // for other libraries
	case *ast.TypeSpec:
		if t, ok := n.Type.(*ast.StructType); ok && wordy[n.Name.Name] {
			t.Fields.List = wordless(t.Fields.List)
		}
	}
	return true
}

// wordy are the types that lose the members that hold words: what describes a form, and is passed about a lot.
var wordy = map[string]bool{"Spec": true, "Choice": true, "Variant": true}

func wordless(fields []*ast.Field) []*ast.Field {
	var kept []*ast.Field
	for _, f := range fields {
		var names []*ast.Ident
		for _, name := range f.Names {
			if !isWord(name.Name) {
				names = append(names, name)
			}
		}
		if len(names) > 0 || len(f.Names) == 0 {
			f.Names = names
			kept = append(kept, f)
		}
	}
	return kept
}

// modes leaves out what a binder does when it describes or checks.
func modes(clauses []ast.Stmt) []ast.Stmt {
	kept := clauses[:0]
	for _, s := range clauses {
		if clause := s.(*ast.CaseClause); len(clause.List) == 1 {
			if mode := nameOf(clause.List[0]); mode == "describing" || mode == "checking" {
				continue
			}
		}
		kept = append(kept, s)
	}
	return kept
}

// untraced is a condition of a calculation that is not traced and of a reply that has no indent.
func untraced(e ast.Expr) ast.Expr {
	switch x := e.(type) {
	case *ast.UnaryExpr:
		x.X = untraced(x.X)
	case *ast.BinaryExpr:
		x.X, x.Y = untraced(x.X), untraced(x.Y)
	case *ast.Ident, *ast.SelectorExpr:
		if name := nameOf(e); name == "traced" || name == "indent" {
			return ast.NewIdent("false")
		}
	}
	return e
}

// literal leaves the words out of a literal of a struct.
func (c *cutter) literal(n *ast.CompositeLit) {
	if kind := nameOf(n.Type); kind == "ProblemKind" || kind == "FaultKind" {
		n.Elts = nil
		return
	}
	if array, ok := n.Type.(*ast.ArrayType); ok {
		c.table(c.fields(array.Elt), n.Elts)
	}
	kept := n.Elts[:0]
	for _, e := range n.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); !ok || !isWord(nameOf(pair.Key)) {
			kept = append(kept, e)
		}
	}
	n.Elts = kept
}

// table blanks the words in the rows of a table that do not name their members.
func (c *cutter) table(words []bool, rows []ast.Expr) {
	for _, row := range rows {
		literal, ok := row.(*ast.CompositeLit)
		if !ok || len(literal.Elts) != len(words) {
			continue
		}
		for i, e := range literal.Elts {
			if words[i] && isText(e) {
				literal.Elts[i] = nothing()
			}
		}
	}
}

func (c *cutter) fields(e ast.Expr) []bool {
	if s, ok := e.(*ast.StructType); ok {
		return wordsOf(s)
	}
	return c.tables[nameOf(e)]
}

// tablesOf finds the struct types that a file declares.
func tablesOf(file *ast.File) map[string][]bool {
	found := map[string][]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if t, ok := n.(*ast.TypeSpec); ok {
			if s, ok := t.Type.(*ast.StructType); ok {
				found[t.Name.Name] = wordsOf(s)
			}
		}
		return true
	})
	return found
}

func wordsOf(s *ast.StructType) []bool {
	var words []bool
	for _, f := range s.Fields.List {
		for _, name := range f.Names {
			words = append(words, isWord(name.Name))
		}
	}
	return words
}

// statements leaves out of statements what problems tell. The variables in what is left out stay used.
func (c *cutter) statements(list []ast.Stmt) []ast.Stmt {
	var out []ast.Stmt
	for _, s := range list {
		if told := place(s); told != nil {
			s = &ast.IfStmt{Cond: ast.NewIdent("false"), Body: &ast.BlockStmt{List: unused(told)}}
		}
		var cut []ast.Expr
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BlockStmt, *ast.CaseClause:
				return false // has statements of its own
			case *ast.CallExpr:
				cut = append(cut, c.call(n)...)
			case *ast.CompositeLit:
				switch nameOf(n.Type) {
				case "Fault":
					cut = append(cut, c.without(n, "Pointer", "Offset", "Params")...)
				case "step":
					cut = append(cut, c.without(n, "name", "party", "basis")...)
				}
			}
			return true
		})
		if body := unused(cut); len(body) > 0 {
			out = append(out, &ast.IfStmt{Cond: ast.NewIdent("false"), Body: &ast.BlockStmt{List: body}})
		}
		out = append(out, s)
	}
	return out
}

// places are where what is being worked on is noted, for problems and traces.
var places = []string{"r.pointer", "r.prefix", "r.rule", "c.at"}

// place is what a statement notes there, when it does nothing else; nil of other statements.
func place(s ast.Stmt) []ast.Expr {
	a, ok := s.(*ast.AssignStmt)
	if !ok {
		return nil
	}
	for _, to := range a.Lhs {
		member, ok := to.(*ast.SelectorExpr)
		if !ok || !slices.Contains(places, nameOf(member.X)+"."+member.Sel.Name) {
			return nil
		}
	}
	return a.Rhs
}

// unused are statements that use expressions for nothing.
func unused(list []ast.Expr) []ast.Stmt {
	var out []ast.Stmt
	for _, e := range list {
		if !isText(e) && nameOf(e) != "nil" {
			out = append(out, &ast.AssignStmt{Lhs: []ast.Expr{ast.NewIdent("_")}, Tok: token.ASSIGN, Rhs: []ast.Expr{e}})
		}
	}
	return out
}

// call leaves out of a call that makes a problem what it tells, and gives what was left out:
//
//	kind.At(pointer, ...)          c.add(problemX, pointer, ...)
//	r.refuse(problemX, pointer, ...)    p.fail(FaultX, at, ...)
//
// and of a call that makes a value of a calculation the name and the place that a trace tells: r.agreed(name, pointer, ...),
// r.counted(name, place, ...), r.constant(name, ...).
func (c *cutter) call(n *ast.CallExpr) []ast.Expr {
	name := nameOf(n.Fun)
	from, until, empty := 0, len(n.Args), nothing()
	switch {
	case (name == "agreed" || name == "counted") && len(n.Args) == 4:
		until = 2
	case name == "constant" && len(n.Args) == 3:
		until = 1
	case name == "At" && len(n.Args) > 0:
	case (name == "add" || name == "refuse") && len(n.Args) > 1 && isKind(n.Args[0], "problem"):
		from = 1
	case name == "fail" && len(n.Args) > 1 && isKind(n.Args[0], "Fault"):
		from, empty = 1, ast.NewIdent("nil")
	default:
		return nil
	}
	cut := append([]ast.Expr{}, n.Args[from:until]...)
	if until < len(n.Args) {
		for i := range until {
			n.Args[i] = empty
		}
		return cut
	}
	n.Args = append(n.Args[:from:from], empty)
	n.Ellipsis = token.NoPos
	return cut
}

// without leaves members out of a literal: of a fault where the document is wrong and what stands there, of a step what a
// trace tells of it.
func (c *cutter) without(n *ast.CompositeLit, members ...string) (cut []ast.Expr) {
	kept := n.Elts[:0]
	for _, e := range n.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			c.err = fmt.Errorf("a %s does not name its members", nameOf(n.Type))
			return nil
		}
		if slices.Contains(members, nameOf(pair.Key)) {
			cut = append(cut, pair.Value)
		} else {
			kept = append(kept, e)
		}
	}
	n.Elts = kept
	return cut
}

func isKind(e ast.Expr, prefix string) bool {
	name := nameOf(e)
	return strings.HasPrefix(name, prefix) || name == "kind"
}

func isText(e ast.Expr) bool {
	text, ok := e.(*ast.BasicLit)
	return ok && text.Kind == token.STRING
}

func nothing() ast.Expr { return &ast.BasicLit{Kind: token.STRING, Value: `""`} }

// nameOf is the last name of an expression that is a name, with or without a package or a value before it.
func nameOf(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}
