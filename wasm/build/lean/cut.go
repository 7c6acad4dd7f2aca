package main

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A cutter leaves out of a program what the figures do without.
type cutter struct {
	*program
	cuts    map[ast.Expr]bool         // what is left out
	open    []ast.Node                // reached, and still to be looked at
	reached map[ast.Node]bool         // bodies of functions and first values of variables
	initial map[types.Object]ast.Expr // the first values of variables
	named   map[types.Object]bool     // what the copy still names
}

// cut leaves out what the figures reach, if it does no more than make a value.
func (c *cutter) cut(e ast.Expr) {
	if c.purityOf(e, nil) == pure {
		c.cuts[e] = true
		return
	}
	cause := ast.Node(e)
	ast.Inspect(e, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && c.called(call, nil) != pure {
			cause = call
		}
		return true
	})
	c.refuse(cause, "the figures do without what is made here, but making it may do more than that: make it before, or behind figures.Only")
}

// rest leaves out the same of what the figures do not reach.
func (c *cutter) rest(file *ast.File) {
	cut := func(e ast.Expr) { c.cuts[e] = true }
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			c.arguments(n, cut)
		case *ast.CompositeLit:
			c.members(n, cut)
		}
		return true
	})
}

// arguments gives the arguments of a call that go with parameters that the figures do without.
func (c *cutter) arguments(call *ast.CallExpr, each func(ast.Expr)) {
	f := c.callee(call)
	if f == nil || !c.omits(f) {
		return
	}
	params := f.Signature().Params()
	if len(call.Args) == 1 && params.Len() > 1 && !f.Signature().Variadic() {
		c.refuse(call, "the arguments of %s come from one call", f.Name())
		return
	}
	for i := range params.Len() {
		if !c.without[params.At(i)] {
			continue
		}
		until := i + 1
		if i == params.Len()-1 && f.Signature().Variadic() {
			until = len(call.Args)
		}
		for _, e := range call.Args[i:until] {
			each(e)
		}
	}
}

// members gives the members of a literal of a struct that the figures do without.
func (c *cutter) members(n *ast.CompositeLit, each func(ast.Expr)) {
	t := c.info.Types[n].Type
	if pointer, ok := t.Underlying().(*types.Pointer); ok { // of an item of a list of pointers
		t = pointer.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range n.Elts {
		pair, named := e.(*ast.KeyValueExpr)
		switch {
		case !named && c.without[s.Field(i).Origin()]:
			each(e)
		case named && c.without[c.object(pair.Key.(*ast.Ident))]:
			each(pair.Value)
		}
	}
}

// leave takes what was found out of a file. Variables and packages that were used there are used for nothing instead, before
// the statement.
func (c *cutter) leave(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			n.List = c.statements(n.List)
		case *ast.CaseClause:
			n.Body = c.statements(n.Body)
		}
		return true
	})
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			c.leaveArguments(n)
		case *ast.CompositeLit:
			c.leaveMembers(n)
		case *ast.TypeSpec:
			c.leaveFields(n)
		case *ast.Field:
			n.Tag = nil // for other libraries
		}
		return true
	})
}

func (c *cutter) leaveArguments(call *ast.CallExpr) {
	f := c.callee(call)
	if f == nil || !c.omits(f) {
		return
	}
	params := f.Signature().Params()
	var args []ast.Expr
	for i, e := range call.Args {
		switch {
		case !c.cuts[e]:
			args = append(args, e)
		case f.Signature().Variadic() && i >= params.Len()-1:
			call.Ellipsis = token.NoPos
		default:
			args = append(args, c.zero(e))
		}
	}
	call.Args = args
}

func (c *cutter) leaveMembers(n *ast.CompositeLit) {
	kept := n.Elts[:0]
	for _, e := range n.Elts {
		pair, named := e.(*ast.KeyValueExpr)
		switch {
		case named && c.cuts[pair.Value]:
		case !named && c.cuts[e]:
			kept = append(kept, c.zero(e))
		default:
			kept = append(kept, e)
		}
	}
	n.Elts = kept
}

// leaveFields takes fields out of a struct that has a name, when nothing that is left names them.
func (c *cutter) leaveFields(n *ast.TypeSpec) {
	s, ok := n.Type.(*ast.StructType)
	if !ok {
		return
	}
	var kept []*ast.Field
	for _, field := range s.Fields.List {
		var names []*ast.Ident
		for _, name := range field.Names {
			if v := c.info.Defs[name]; !c.without[v] || c.named[v] {
				names = append(names, name)
			}
		}
		if len(names) > 0 || len(field.Names) == 0 {
			field.Names = names
			kept = append(kept, field)
		}
	}
	s.Fields.List = kept
}

// zero is what stands instead of an argument that is left out.
func (c *cutter) zero(e ast.Expr) ast.Expr {
	switch t := c.info.Types[e].Type.Underlying().(type) {
	case *types.Basic:
		switch {
		case t.Info()&types.IsString != 0:
			return &ast.BasicLit{Kind: token.STRING, Value: `""`}
		case t.Info()&types.IsNumeric != 0:
			return &ast.BasicLit{Kind: token.INT, Value: "0"}
		case t.Info()&types.IsBoolean != 0:
			return ast.NewIdent("false")
		}
	case *types.Slice, *types.Pointer, *types.Interface, *types.Map:
		return ast.NewIdent("nil")
	}
	c.refuse(e, "there is no empty value to put here instead")
	return e
}

// statements puts the uses of what is left out before each statement.
func (c *cutter) statements(list []ast.Stmt) []ast.Stmt {
	var out []ast.Stmt
	for _, s := range list {
		if _, ok := s.(*ast.CaseClause); ok {
			return list // of a switch
		}
		used := map[types.Object]bool{}
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BlockStmt, *ast.CaseClause:
				return false // has statements of its own
			case ast.Expr:
				if c.cuts[n] {
					out = append(out, c.uses(n, s, used)...)
					return false
				}
			}
			return true
		})
		out = append(out, s)
	}
	return out
}

func (c *cutter) uses(cut ast.Expr, before ast.Stmt, used map[types.Object]bool) (out []ast.Stmt) {
	ast.Inspect(cut, func(n ast.Node) bool {
		var x ast.Expr
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if name, ok := n.X.(*ast.Ident); ok && !used[c.info.Uses[name]] {
				if _, ok := c.info.Uses[name].(*types.PkgName); ok {
					used[c.info.Uses[name]] = true
					x = n
				}
			}
		case *ast.Ident:
			if v, ok := c.local(n); ok && !used[v] && v.Pos() < before.Pos() {
				used[v] = true
				x = ast.NewIdent(n.Name)
			}
		}
		if x != nil {
			out = append(out, &ast.AssignStmt{Lhs: []ast.Expr{ast.NewIdent("_")}, Tok: token.ASSIGN, Rhs: []ast.Expr{x}})
		}
		return true
	})
	return out
}
