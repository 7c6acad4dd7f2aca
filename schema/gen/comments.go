package main

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// comments are the doc comments of the types, by "package.Type": their first sentence describes the type in English
// and holds the Dutch term in parentheses.
type comments map[string]string

func readComments(root string, folders ...string) (comments, error) {
	found := comments{}
	for _, folder := range folders {
		paths, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
			if err != nil {
				return nil, err
			}
			for _, d := range f.Decls {
				found.collect(f.Name.Name, d)
			}
		}
	}
	return found, nil
}

func (c comments) collect(pkg string, d ast.Decl) {
	decl, ok := d.(*ast.GenDecl)
	if !ok || decl.Tok != token.TYPE {
		return
	}
	for _, spec := range decl.Specs {
		t := spec.(*ast.TypeSpec)
		text := t.Doc.Text()
		if text == "" {
			text = decl.Doc.Text()
		}
		c[pkg+"."+t.Name.Name] = new(doc.Package).Synopsis(text)
	}
}

var (
	links = regexp.MustCompile(`\[([A-Za-z.]+)\]`)
	terms = regexp.MustCompile(`\(([^()]*)\)`)
)

// description is the first sentence of the comment of a type, as a reader of a schema can use it.
func (c comments) description(t reflect.Type) string {
	return links.ReplaceAllString(c[t.String()], "$1")
}

// title is the Dutch term of a type: what stands in the first parentheses of its first sentence.
func (c comments) title(t reflect.Type) string {
	m := terms.FindStringSubmatch(c[t.String()])
	if m == nil {
		return ""
	}
	return capital(m[1])
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
