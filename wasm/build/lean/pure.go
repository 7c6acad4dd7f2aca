package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// Working an expression out is pure when it does nothing else, so that leaving it out changes nothing. A function is pure when
// it assigns to variables of its own only, and calls pure functions only; it fills when it also assigns to items of a list that
// it is given, which is as good as pure when that list is new.
type purity int

const (
	pure purity = iota
	fills
	impure
)

// A scope is a function of which variables are its own: those that are declared in it, its parameters too.
type scope struct {
	ast.Node
	body *ast.BlockStmt
}

// pureStandard are the packages of the standard library of which every function is pure, or appends to a list that it is given.
var pureStandard = []string{"strconv", "strings", "unicode/utf8", "math/bits"}

// purityOf is how pure it is to work out what is in a node of a function; a nil function has no variables.
func (p *program) purityOf(n ast.Node, within *scope) purity {
	most := pure
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, to := range n.Lhs {
				most = max(most, p.assigned(to, within))
			}
		case *ast.IncDecStmt:
			most = max(most, p.assigned(n.X, within))
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				most = max(most, p.assigned(n.Key, within))
				if n.Value != nil {
					most = max(most, p.assigned(n.Value, within))
				}
			}
		case *ast.SendStmt, *ast.GoStmt, *ast.DeferStmt, *ast.SelectStmt:
			most = impure
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				most = impure
			}
		case *ast.CallExpr:
			most = max(most, p.called(n, within))
		}
		return most < impure
	})
	return most
}

// called is how pure a call is, its arguments aside.
func (p *program) called(call *ast.CallExpr, within *scope) purity {
	if p.info.Types[call.Fun].IsType() {
		return pure
	}
	if name, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := p.info.Uses[name].(*types.Builtin); ok {
			if slices.Contains([]string{"append", "cap", "len", "make", "max", "min", "new"}, b.Name()) {
				return pure
			}
			return impure
		}
		if literal := p.literals[p.info.Uses[name]]; literal != nil {
			return p.purityOf(literal.Body, &scope{literal, literal.Body})
		}
	}
	f := p.callee(call)
	if f == nil {
		return impure
	}
	how := p.purityOfFunction(f)
	if how != fills {
		return how
	}
	how = pure
	for _, e := range call.Args {
		if _, ok := p.info.Types[e].Type.Underlying().(*types.Slice); ok {
			how = max(how, p.list(e, within, nil))
		}
	}
	return how
}

func (p *program) purityOfFunction(f *types.Func) purity {
	if f.FullName() == "(error).Error" {
		return pure
	}
	d := p.declared[f]
	if recv := f.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) && f.Pkg() != nil && strings.HasPrefix(f.Pkg().Path(), module+"/") {
		how := pure
		for other := range p.declared { // any method with its name
			if other.Signature().Recv() != nil && other.Name() == f.Name() {
				how = max(how, p.purityOfFunction(other))
			}
		}
		return how
	}
	if d == nil || d.Body == nil {
		if f.Pkg() != nil && slices.Contains(pureStandard, f.Pkg().Path()) && f.Signature().Recv() == nil {
			return pure
		}
		return impure
	}
	if how, known := p.purity[f]; known {
		return how
	}
	p.purity[f] = pure // while it calls itself
	how := p.purityOf(d.Body, &scope{d, d.Body})
	p.purity[f] = how
	return how
}

// assigned is how pure it is to assign to an expression.
func (p *program) assigned(e ast.Expr, within *scope) purity {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		if x.Name == "_" || p.isOwn(x, within) {
			return pure
		}
	case *ast.SelectorExpr:
		if _, ok := p.info.Types[x.X].Type.Underlying().(*types.Struct); ok {
			return p.assigned(x.X, within)
		}
	case *ast.IndexExpr:
		switch p.info.Types[x.X].Type.Underlying().(type) {
		case *types.Array:
			return p.assigned(x.X, within)
		case *types.Slice:
			return p.list(x.X, within, nil)
		}
	}
	return impure
}

// list is how pure it is to assign to the items of a list: pure when it was made in the function, fills when the function was
// given it.
func (p *program) list(e ast.Expr, within *scope, seen []*types.Var) purity {
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return pure
	case *ast.SliceExpr:
		return p.list(x.X, within, seen)
	case *ast.CallExpr:
		switch name, _ := ast.Unparen(x.Fun).(*ast.Ident); {
		case p.info.Types[x.Fun].IsType() || name != nil && name.Name == "make":
			return pure
		case len(x.Args) > 0 && (name != nil && name.Name == "append" || p.callee(x) != nil && p.purityOfFunction(p.callee(x)) == fills):
			return p.list(x.Args[0], within, seen)
		}
	case *ast.Ident:
		if x.Name == "nil" {
			return pure
		}
		v, ok := p.local(x)
		if !ok || !p.isOwn(x, within) {
			return impure
		}
		if slices.Contains(seen, v) {
			return pure
		}
		how := pure
		if v.Pos() < within.body.Pos() {
			how = fills
		}
		ast.Inspect(within.body, func(n ast.Node) bool {
			a, ok := n.(*ast.AssignStmt)
			for i := 0; ok && i < len(a.Lhs); i++ {
				if to, isName := a.Lhs[i].(*ast.Ident); isName && (p.info.Defs[to] == v || p.info.Uses[to] == v) {
					how = max(how, p.list(a.Rhs[min(i, len(a.Rhs)-1)], within, append(seen, v)))
				}
			}
			return true
		})
		return how
	}
	return impure
}

// isOwn reports whether a name is a variable of a function.
func (p *program) isOwn(name *ast.Ident, of *scope) bool {
	v, ok := p.local(name)
	return ok && of != nil && of.Pos() <= v.Pos() && v.Pos() < of.End()
}

// local is the variable of a function that a name stands for.
func (p *program) local(name *ast.Ident) (*types.Var, bool) {
	o := p.info.Uses[name]
	if o == nil {
		o = p.info.Defs[name]
	}
	v, ok := o.(*types.Var)
	return v, ok && !v.IsField() && v.Parent() != nil && v.Parent() != v.Pkg().Scope()
}
