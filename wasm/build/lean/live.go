package main

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// truth is what a condition is in the build of the figures, when that is known.
func (p *program) truth(e ast.Expr) (value, known bool) {
	if v := p.info.Types[e].Value; v != nil && v.Kind() == constant.Bool {
		return constant.BoolVal(v), true
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			value, known = p.truth(x.X)
			return !value, known
		}
	case *ast.BinaryExpr:
		if x.Op != token.LAND && x.Op != token.LOR {
			return false, false
		}
		deciding := x.Op == token.LOR // the value of one side that decides
		a, knownA := p.truth(x.X)
		b, knownB := p.truth(x.Y)
		if knownA && a == deciding || knownB && b == deciding {
			return deciding, true
		}
		return !deciding, knownA && knownB
	case *ast.CallExpr: // of a function that is no more than a condition
		if f := p.callee(x); f != nil && p.declared[f] != nil && p.declared[f].Body != nil {
			if list := p.declared[f].Body.List; len(list) == 1 {
				if r, ok := list[0].(*ast.ReturnStmt); ok && len(r.Results) == 1 {
					return p.truth(r.Results[0])
				}
			}
		}
	}
	return false, false
}

// live visits what the figures can reach in a node, until visit says no. Where a condition is known, only one branch is live,
// and behind a branch that always returns nothing is.
func (p *program) live(n ast.Node, visit func(ast.Node) bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		if n == nil {
			return true
		}
		switch n := n.(type) {
		case *ast.BlockStmt:
			p.liveList(n.List, visit)
			return false
		case *ast.CaseClause:
			for _, e := range n.List {
				p.live(e, visit)
			}
			p.liveList(n.Body, visit)
			return false
		case *ast.BinaryExpr:
			if value, known := p.truth(n.X); known && (n.Op == token.LAND && !value || n.Op == token.LOR && value) {
				return false
			}
		case *ast.IfStmt:
			if value, known := p.truth(n.Cond); known {
				if n.Init != nil {
					p.live(n.Init, visit)
				}
				if value {
					p.live(n.Body, visit)
				} else if n.Else != nil {
					p.live(n.Else, visit)
				}
				return false
			}
		}
		return visit(n)
	})
}

func (p *program) liveList(list []ast.Stmt, visit func(ast.Node) bool) {
	for _, s := range list {
		p.live(s, visit)
		if branch, ok := s.(*ast.IfStmt); ok && len(branch.Body.List) > 0 {
			_, returns := branch.Body.List[len(branch.Body.List)-1].(*ast.ReturnStmt)
			if value, known := p.truth(branch.Cond); known && value && returns {
				return
			}
		}
	}
}

// reach follows the figures from where they start through all that they can reach, notes in cuts what is left out there, and
// refuses what reads a parameter or a field that the figures do without.
func (c *cutter) reach() {
	for _, f := range c.ordered() {
		for _, file := range f.ordered() {
			for _, d := range file.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if name := d.Name.Name; d.Recv == nil && (name == "main" || name == "init") || isExported(d) || d.Recv != nil && slices.Contains(calledByStandard, name) {
						c.reachFunction(c.info.Defs[d.Name].(*types.Func))
					}
				case *ast.GenDecl:
					c.initializers(d)
				}
			}
		}
	}
	for len(c.open) > 0 {
		next := c.open[0]
		c.open = c.open[1:]
		c.live(next, c.visit(map[*ast.Ident]bool{}))
	}
}

// calledByStandard are the methods that the standard library calls.
var calledByStandard = []string{"Error", "Unwrap", "Is", "As", "Read", "Write", "Len", "Less", "Swap"}

// isExported reports whether a function is called from outside.
func isExported(d *ast.FuncDecl) bool {
	return d.Doc != nil && slices.ContainsFunc(d.Doc.List, func(line *ast.Comment) bool { return strings.HasPrefix(line.Text, "//go:wasmexport ") })
}

// initializers notes what the variables of a package begin with. Those that call functions are worked out in any case.
func (c *cutter) initializers(d *ast.GenDecl) {
	for _, s := range d.Specs {
		v, ok := s.(*ast.ValueSpec)
		if !ok || d.Tok != token.VAR {
			continue
		}
		for i, name := range v.Names {
			if len(v.Values) > 0 {
				c.initial[c.info.Defs[name]] = v.Values[min(i, len(v.Values)-1)]
			}
		}
		for _, e := range v.Values {
			ast.Inspect(e, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if ok && !c.info.Types[call.Fun].IsType() {
					c.reachNode(e)
				}
				_, literal := n.(*ast.FuncLit)
				return !literal
			})
		}
	}
}

func (c *cutter) reachNode(n ast.Node) {
	if n != nil && !c.reached[n] {
		c.reached[n] = true
		c.open = append(c.open, n)
	}
}

// reachFunction reaches the body of a function; of a method of an interface the bodies of all methods with its name.
func (c *cutter) reachFunction(f *types.Func) {
	if d := c.declared[f]; d != nil && d.Body != nil {
		c.reachNode(d.Body)
		return
	}
	if recv := f.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		for other, d := range c.declared {
			if d.Recv != nil && other.Name() == f.Name() {
				c.reachNode(d.Body)
			}
		}
	}
}

// visit looks at the nodes that are live.
func (c *cutter) visit(known map[*ast.Ident]bool) func(ast.Node) bool {
	return func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && c.cuts[e] {
			return false
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			c.arguments(n, c.cut)
			if name := nameOf(n.Fun); name != nil {
				known[name] = true
			}
		case *ast.CompositeLit:
			c.members(n, c.cut)
			for _, e := range n.Elts {
				if pair, ok := e.(*ast.KeyValueExpr); ok {
					if name, ok := pair.Key.(*ast.Ident); ok {
						known[name] = true // written, not read
					}
				}
			}
		case *ast.Ident:
			c.name(n, known[n])
		}
		return true
	}
}

// name looks at a name that is live; known says that it is called, or stands before a member of a literal.
func (c *cutter) name(n *ast.Ident, known bool) {
	switch o := c.object(n).(type) {
	case *types.Func:
		f := o.Origin()
		if !known && c.omits(f) {
			c.refuse(n, "%s is used as a value, and the figures do without some of its parameters", n.Name)
		}
		c.reachFunction(f)
	case *types.Var:
		if c.without[o] && !known {
			c.refuse(n, "the figures reach this, which reads %s, and they do without it: put it behind figures.Only or take %s out of its directive", n.Name, n.Name)
		}
		c.reachNode(c.initial[o])
	}
}

// omits reports whether the figures do without a parameter of a function.
func (p *program) omits(f *types.Func) bool {
	for v := range f.Signature().Params().Variables() {
		if p.without[v] {
			return true
		}
	}
	return false
}

// nameOf is the last name of an expression that is a name, with or without a package or a value before it.
func nameOf(e ast.Expr) *ast.Ident {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		return x
	case *ast.SelectorExpr:
		return x.Sel
	case *ast.IndexExpr:
		return nameOf(x.X)
	case *ast.IndexListExpr:
		return nameOf(x.X)
	}
	return nil
}
