package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

const directive = "//figures:without "

// marked are the names in the directive of a comment.
func marked(doc *ast.CommentGroup) []string {
	if doc == nil {
		return nil
	}
	for _, line := range doc.List {
		if names, ok := strings.CutPrefix(line.Text, directive); ok {
			return strings.Fields(names)
		}
	}
	return nil
}

// marks finds what the directives of a file name: parameters of a function, fields of a struct, or fields of the rows of a table.
func (p *program) marks(file *ast.File) {
	known := map[*ast.CommentGroup]bool{}
	mark := func(doc *ast.CommentGroup, at ast.Node, members []*types.Var) {
		known[doc] = true
	names:
		for _, name := range marked(doc) {
			for _, v := range members {
				if v.Name() == name {
					p.without[v] = true
					continue names
				}
			}
			p.refuse(at, "%q names %s, which is not there", strings.TrimSpace(directive), name)
		}
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			var members []*types.Var
			for v := range p.info.Defs[d.Name].(*types.Func).Signature().Params().Variables() {
				members = append(members, v)
			}
			mark(d.Doc, d, members)
		case *ast.GenDecl:
			for _, s := range d.Specs {
				doc := d.Doc
				switch s := s.(type) {
				case *ast.TypeSpec:
					if s.Doc != nil {
						doc = s.Doc
					}
					mark(doc, s, fieldsOf(p.info.Defs[s.Name].Type()))
				case *ast.ValueSpec:
					if s.Doc != nil {
						doc = s.Doc
					}
					if d.Tok == token.VAR {
						mark(doc, s, fieldsOf(p.info.Defs[s.Names[0]].Type()))
					}
				}
			}
		}
	}
	for _, group := range file.Comments {
		if len(marked(group)) > 0 && !known[group] {
			p.refuse(group, "%q stands above nothing that has fields or parameters", strings.TrimSpace(directive))
		}
	}
}

// fieldsOf are the fields of a struct, or of the items of a list of structs.
func fieldsOf(t types.Type) []*types.Var {
	switch u := t.Underlying().(type) {
	case *types.Struct:
		var fields []*types.Var
		for v := range u.Fields() {
			fields = append(fields, v.Origin())
		}
		return fields
	case *types.Slice:
		return fieldsOf(u.Elem())
	case *types.Array:
		return fieldsOf(u.Elem())
	case *types.Pointer:
		return fieldsOf(u.Elem())
	}
	return nil
}
