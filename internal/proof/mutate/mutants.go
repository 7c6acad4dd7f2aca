package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// pkg is a package as go list tells it.
type pkg struct {
	Dir, ImportPath, Name string
	GoFiles               []string
	root                  string
}

// list finds packages by their patterns. Those without Go files are left out.
func list(patterns []string) ([]*pkg, error) {
	root, err := command("git", "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	text, err := command("go", append([]string{"list", "-e", "-json=Dir,ImportPath,Name,GoFiles"}, patterns...)...)
	if err != nil {
		return nil, err
	}
	var packages []*pkg
	for d := json.NewDecoder(bytes.NewReader(text)); d.More(); {
		p := &pkg{root: strings.TrimSpace(string(root))}
		if err := d.Decode(p); err != nil {
			return nil, err
		}
		if len(p.GoFiles) > 0 {
			packages = append(packages, p)
		}
	}
	return packages, nil
}

func command(name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, errs.String())
	}
	return out, nil
}

// mutant is a copy of a function with one change.
type mutant struct {
	number        int
	kind          string // arithmetic, boundary, comparison, condition, constant, statement
	file, path    string // name in its folder, and from the root
	line          int
	function      string
	before, after string
	again         int // how many equal changes of the function come before it
	body          function
	from, to      int // what is replaced, in bytes of the file
}

// function is the body of a function that mutants copy.
type function struct {
	open, close int // of its braces, in bytes of the file
	results     bool
	labels      []int // ends of the names of labels in the body
}

// name says which mutant it is, also when lines move.
func (m *mutant) name() string {
	name := m.path + " " + m.function + ": " + brief(m.before) + " -> " + brief(m.after)
	if m.again > 0 {
		name += " #" + strconv.Itoa(m.again+1)
	}
	return name
}

// brief is a piece of code on one line.
func brief(s string) string {
	if s = strings.Join(strings.Fields(s), " "); len(s) > 90 {
		s = s[:90] + "..."
	}
	return s
}

// other is what an operator becomes.
var other = map[token.Token][]struct {
	kind string
	to   token.Token
}{
	token.ADD: {{"arithmetic", token.SUB}}, token.SUB: {{"arithmetic", token.ADD}}, token.MUL: {{"arithmetic", token.QUO}}, token.QUO: {{"arithmetic", token.MUL}},
	token.REM: {{"arithmetic", token.MUL}}, token.AND: {{"arithmetic", token.OR}}, token.OR: {{"arithmetic", token.AND}}, token.SHL: {{"arithmetic", token.SHR}},
	token.SHR: {{"arithmetic", token.SHL}}, token.XOR: {{"arithmetic", token.AND}}, token.ADD_ASSIGN: {{"arithmetic", token.SUB_ASSIGN}},
	token.SUB_ASSIGN: {{"arithmetic", token.ADD_ASSIGN}}, token.MUL_ASSIGN: {{"arithmetic", token.QUO_ASSIGN}}, token.QUO_ASSIGN: {{"arithmetic", token.MUL_ASSIGN}},
	token.INC: {{"arithmetic", token.DEC}}, token.DEC: {{"arithmetic", token.INC}},
	token.EQL: {{"comparison", token.NEQ}}, token.NEQ: {{"comparison", token.EQL}},
	token.LSS: {{"comparison", token.GEQ}, {"boundary", token.LEQ}}, token.LEQ: {{"comparison", token.GTR}, {"boundary", token.LSS}},
	token.GTR: {{"comparison", token.LEQ}, {"boundary", token.GEQ}}, token.GEQ: {{"comparison", token.LSS}, {"boundary", token.GTR}},
	token.LAND: {{"condition", token.LOR}}, token.LOR: {{"condition", token.LAND}},
}

// mutants finds every mutant of a package, in the order of its source.
func (p *pkg) mutants() ([]*mutant, error) {
	var all []*mutant
	for _, name := range p.GoFiles {
		file := filepath.Join(p.Dir, name)
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		path, err := filepath.Rel(p.root, file)
		if err != nil {
			return nil, err
		}
		found, err := find(name, filepath.ToSlash(path), text)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	for i, m := range all {
		m.number = i + 1
	}
	return all, nil
}

// nameOf is the name of a function, and of a method with its type.
func nameOf(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	of := f.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	if generic, ok := of.(*ast.IndexExpr); ok {
		of = generic.X
	}
	if name, ok := of.(*ast.Ident); ok {
		return name.Name + "." + f.Name.Name
	}
	return f.Name.Name
}

// find finds the mutants of a file.
func find(name, path string, text []byte) ([]*mutant, error) {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, name, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	at := func(pos token.Pos) int { return set.Position(pos).Offset }
	var all []*mutant
	for _, declared := range tree.Decls {
		f, ok := declared.(*ast.FuncDecl)
		if !ok || f.Body == nil || f.Name.Name == "init" && f.Recv == nil {
			continue
		}
		body := function{open: at(f.Body.Lbrace), close: at(f.Body.Rbrace), results: f.Type.Results != nil}
		again := map[string]int{}
		add := func(kind string, from, to token.Pos, after string) {
			m := &mutant{kind: kind, file: name, path: path, line: set.Position(from).Line, function: nameOf(f),
				before: string(text[at(from):at(to)]), after: after, from: at(from), to: at(to)}
			first := m.name()
			m.again = again[first]
			again[first]++
			all = append(all, m)
		}
		first := len(all)
		ast.Inspect(f.Body, func(n ast.Node) bool {
			code := func(x ast.Node) string { return string(text[at(x.Pos()):at(x.End())]) }
			operator := func(t token.Token, pos token.Pos) {
				for _, o := range other[t] {
					add(o.kind, pos, pos+token.Pos(len(t.String())), o.to.String())
				}
			}
			switch x := n.(type) {
			case *ast.BinaryExpr:
				operator(x.Op, x.OpPos)
			case *ast.UnaryExpr:
				if x.Op == token.NOT || x.Op == token.SUB {
					add(map[bool]string{true: "condition", false: "arithmetic"}[x.Op == token.NOT], x.Pos(), x.End(), "("+code(x.X)+")")
				}
			case *ast.BasicLit:
				if x.Kind == token.INT {
					add("constant", x.Pos(), x.End(), "("+x.Value+"+1)")
					add("constant", x.Pos(), x.End(), "("+x.Value+"-1)")
				}
			case *ast.Ident:
				if x.Name == "true" || x.Name == "false" {
					add("constant", x.Pos(), x.End(), strconv.FormatBool(x.Name != "true"))
				}
			case *ast.IfStmt:
				add("condition", x.Cond.Pos(), x.Cond.End(), "false && ("+code(x.Cond)+")")
				add("condition", x.Cond.Pos(), x.Cond.End(), "true || ("+code(x.Cond)+")")
			case *ast.IncDecStmt:
				operator(x.Tok, x.TokPos)
				add("statement", x.Pos(), x.End(), "{}")
			case *ast.AssignStmt:
				operator(x.Tok, x.TokPos)
				if x.Tok != token.DEFINE {
					add("statement", x.Pos(), x.End(), "{}")
				}
			case *ast.ExprStmt:
				add("statement", x.Pos(), x.End(), "{}")
			case *ast.BranchStmt:
				if x.Label != nil {
					body.labels = append(body.labels, at(x.Label.End()))
				} else if x.Tok != token.FALLTHROUGH {
					add("statement", x.Pos(), x.End(), "{}")
				}
			case *ast.LabeledStmt:
				body.labels = append(body.labels, at(x.Label.End()))
			case *ast.DeferStmt:
				add("statement", x.Pos(), x.End(), "{}")
			}
			return true
		})
		for _, m := range all[first:] {
			m.body = body
		}
	}
	return all, nil
}

// changedLines are the lines of each Go file, tests aside, that changed since a commit; nil without one.
func changedLines(since string) (map[string]map[int]bool, error) {
	if since == "" {
		return nil, nil
	}
	text, err := command("git", "diff", "-U0", "--no-color", "--no-ext-diff", "--diff-filter=d", since, "--", "*.go", ":!*_test.go")
	if err != nil {
		return nil, err
	}
	lines, file := map[string]map[int]bool{}, ""
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(line, "+++ b/"); ok {
			file = strings.TrimSpace(name)
			lines[file] = map[int]bool{}
			continue
		}
		var from, n int
		_, added, ok := strings.Cut(line, " +")
		if !ok || !strings.HasPrefix(line, "@@ ") {
			continue
		}
		if _, err := fmt.Sscanf(added, "%d,%d ", &from, &n); err != nil {
			if _, err := fmt.Sscanf(added, "%d ", &from); err != nil {
				return nil, fmt.Errorf("git diff: %q", line)
			}
			n = 1
		}
		for i := range n {
			lines[file][from+i] = true
		}
	}
	return lines, nil
}
